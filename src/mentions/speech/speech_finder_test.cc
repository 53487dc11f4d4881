// A row is a text and its attributions, one after the other:
//
//   “We stay,” said Ida Holm, the mayor, in a video.
//   -> "named Ida Holm (mayor) said [“We stay,”] via video"
//
// Voice, name or words, (role @ body), cue, [content] by piece, "via" channels, "on" the day, "anon".
#include "mentions/speech/speech_finder.h"

#include <gtest/gtest.h>

#include "language/document_for_tests.h"
#include "mentions/speech/speech_dump_for_tests.h"

namespace sitrep {
namespace {

std::string dump(std::string text) {
  Document document = document_of(std::move(text));
  Analysis a(document);
  return dump_speech(a, find_speech(a, 100));
}

struct Row {
  const char* text;
  const char* speech;
};

void expect(const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(dump(row.text), row.speech) << row.text;
}

TEST(SpeechFinder, gives_quotations_to_who_stands_beside_them) {
  expect({
      {"“We stay,” said Ida Holm.", "named Ida Holm said [“We stay,”]"},
      {"“We stay,” Ida Holm said.", "named Ida Holm said [“We stay,”]"},
      {"\"We stay,\" said Ida Holm.", "named Ida Holm said [\"We stay,\"]"},
      {"Ida Holm said: “We stay.”", "named Ida Holm said [“We stay.”]"},
      {"“We stay,” Holm said. “Nobody leaves this town.”",
       "named Holm said [“We stay,”]; goes on [“Nobody leaves this town.”]"},
      {"“The first is true. So is the second,” said a doctor.",
       "unnamed a doctor said [“The first is true. So is the second,”]"},
      {"“We stay,” said Holm, “and nobody leaves.”", "named Holm said [“We stay,”] [“and nobody leaves.”]"},
      {"“Are you mad?” asked Holm.", "named Holm asked [“Are you mad?”]"},
      {"“He told me, ‘go home,’ and I went,” said Ana Costa.",
       "named Ana Costa said [“He told me, ‘go home,’ and I went,”]"},
      {"“Nobody sleeps here,” the old ferryman said.",
       "unnamed the old ferryman said [“Nobody sleeps here,”]"},
      {"Berg was “brave and kind,” Holm said.", "named Holm said [Berg was “brave and kind,”]"},
      {"“It is over, said Ola Berg.", "named Ola Berg said [“It is over]"},
      {"“Everyone has a gun,” said another.", "unnamed another said [“Everyone has a gun,”]"},
  });
}

TEST(SpeechFinder, gives_reported_words_to_their_speaker) {
  expect({
      {"Ida Holm said that the road was open.", "named Ida Holm said [that the road was open]"},
      {"Ida Holm said the road was open.", "named Ida Holm said [the road was open]"},
      {"The road was open, Ida Holm said.", "named Ida Holm said [The road was open]"},
      {"The road, Holm said, was open.", "named Holm said [The road] [was open]"},
      {"A day after shells hit the port, drones fell on Goma, residents said.",
       "collective residents said [drones fell on Goma]"},
      {"Two days after the raid began, residents said.",
       "collective residents said [Two days after the raid began]"},
      {"According to residents, nine people died.", "collective residents According to [nine people died]"},
      {"Nine people died, according to police.", "body police according to [Nine people died]"},
      {"Nine people died according to the mayor of Goma.",
       "unnamed the mayor of Goma according to [Nine people died]"},
      {"According to him, nine people died.", "unnamed him According to [nine people died]"},
      {"The raid, which residents say was long, failed.", "collective residents say [was long, failed]"},
      {"Holm said residents had told her of it.", "named Holm said [residents had told her of it]"},
      {"Residents said it was over, while officials warned that it could resume.",
       "collective Residents said [it was over]; collective officials warned [that it could resume]"},
      {"“It is over,” she said, adding that food was scarce.",
       "unnamed she said [“It is over,”]; unnamed she adding [that food was scarce]"},
      {"Holm visited the port and said that it was safe.", "named Holm said [that it was safe]"},
      {"Holm called the raid “a crime”, the ministry said.",
       "body ministry said [Holm called the raid “a crime”]"},
      {"The army denied it.", "body army denied [it]"},
      {"The army denied that it had shelled Goma.", "body army denied [that it had shelled Goma]"},
      {"The rebels vowed to fight on.", "collective The rebels vowed [to fight on]"},
      {"Witnesses reported three blasts.", "collective Witnesses reported [three blasts]"},
  });
}

TEST(SpeechFinder, tells_who_says_from_who_is_spoken_of) {
  expect({
      {"The council, led by Holm, blamed the River Brigade.", ""},
      {"Nine died in the raid, blamed on the army.", ""},
      {"The council blamed the army.", "body council blamed [the army]"},
      {"The Harbour Post, quoting a doctor, said nine people died.",
       "unnamed a doctor said [nine people died] via Harbour Post"},
      {"Nine people died, the Harbour Post reported on Monday, citing the army, which in turn quoted a "
       "spokesman.",
       "unnamed a spokesman reported [Nine people died] via army via Harbour Post on Monday"},
      {"The Harbour Post reported that nine people died, citing a doctor.",
       "unnamed a doctor reported [that nine people died] via Harbour Post"},
      {"Police said nine people died, citing a doctor.",
       "body Police said [nine people died, citing a doctor]"},
      {"A diplomat quoted by Northwire said both were wrong.",
       "unnamed A diplomat said [both were wrong] via Northwire"},
      {"The port said that nine people died.", "body port said [that nine people died]"},
      {"Nine people died, the port said.", "body port said [Nine people died]"},
      {"Nine people died, the ferryman said.", "unnamed the ferryman said [Nine people died]"},
      {"Their charity, Coast Relief, said they were free.", "body Coast Relief said [they were free]"},
      {"The council's defence commissioner, Per Lund, said it was over.",
       "named Per Lund (council's defence commissioner) @council said [it was over]"},
      {"In Goma the army said it was over.", "body army said [it was over]"},
      {"Both parties said it was over.", "collective Both parties said [it was over]"},
      {"Residents and both parties said it was over.",
       "collective Residents and both parties said [it was over]"},
      {"The brigade's radio said it was over.", "body brigade's radio said [it was over]"},
      {"Nine people were killed, the mayor, Ida Holm, said at the town hall at five this morning.",
       "named Ida Holm (mayor) said [Nine people were killed]"},
      {"The parish council of Norby said it was over.", "body parish council of Norby said [it was over]"},
      {"A resident of Norby said it was over.", "unnamed A resident of Norby said [it was over]"},
      {"The brigade put the number of guards killed at 14.",
       "body brigade put [the number of guards killed at 14]"},
      {"The brigade still speaks of 14 guards killed.", "body brigade speaks of [14 guards killed]"},
      {"Holm rejected a report that nine people had died.",
       "named Holm rejected [a report that nine people had died]"},
      {"Holm denied claims of a raid.", "named Holm denied [claims of a raid]"},
  });
}

TEST(SpeechFinder, reads_offices_bodies_and_crowds) {
  expect({
      {"Senior Taliban official Amir Rahimi said it was over.",
       "named Amir Rahimi (Senior Taliban official) @Taliban said [it was over]"},
      {"Ida Holm, the mayor of Aden, said it was over.", "named Ida Holm (mayor of Aden) said [it was over]"},
      {"The mayor of Aden, Ida Holm, said it was over.", "named Ida Holm (mayor of Aden) said [it was over]"},
      {"Ida Holm, 41, a teacher, said it was over.", "named Ida Holm (teacher) said [it was over]"},
      {"Ida Holm, founder of the ferry line, said it was over.",
       "named Ida Holm (founder of the ferry line) said [it was over]"},
      {"Ida Holm, who leads the council, said it was over.", "named Ida Holm said [it was over]"},
      {"Gen. Ola J. Berg said it was over.", "named Ola J. Berg (Gen) said [it was over]"},
      {"Defence Minister Ola Berg said it was over.", "named Ola Berg (Defence Minister) said [it was over]"},
      {"“It is over,” said Ola Berg, a member of the FNR.",
       "named Ola Berg (member of the FNR) @FNR said [“It is over,”]"},
      {"The Defence Ministry said it was over.", "body Defence Ministry said [it was over]"},
      {"Human Rights Watch said it was over.", "body Human Rights Watch said [it was over]"},
      {"The Coast Guard said it was over.", "body Coast Guard said [it was over]"},
      {"Nine died, according to a Northwire tally based on lists of the dead.",
       "written_record a Northwire tally based on lists of the dead according to [Nine died]"},
      {"The UN said it was over.", "body UN said [it was over]"},
      {"Moscow said it was over.", "body Moscow said [it was over]"},
      {"Members of the resistance and residents of the port said it was over.",
       "collective Members of the resistance and residents of the port said [it was over]"},
      {"The president, Ida Holm, and the minister, Ola Berg, said it was over.",
       "collective The president, Ida Holm, and the minister, Ola Berg said [it was over]"},
      {"Two officials said it was over.", "collective Two officials said [it was over]"},
      {"One of the residents said it was over.", "unnamed One of the residents said [it was over]"},
      {"A hospital list said nine had died.", "written_record A hospital list said [nine had died]"},
      {"POLICE SAID THE ROAD WAS OPEN.", "body POLICE SAID [THE ROAD WAS OPEN]"},
      {"MAYOR IDA HOLM SAID IT WAS OVER.", "named IDA HOLM (MAYOR) SAID [IT WAS OVER]"},
  });
}

TEST(SpeechFinder, reads_channels_days_and_anonymity) {
  expect({
      {"“It is over,” Holm told AFP on Monday.", "named Holm told [“It is over,”] via AFP on Monday"},
      {"Holm told reporters that it was over.", "named Holm told [that it was over]"},
      {"Holm told a news conference that it was over.",
       "named Holm told [that it was over] via press conference"},
      {"Holm told state television that it was over.",
       "named Holm told [that it was over] via state television"},
      {"Holm said by telephone that it was over.", "named Holm said [that it was over] via telephone"},
      {"Nine people died, he said on Twitter on Wednesday.",
       "unnamed he said [Nine people died] via Twitter on Wednesday"},
      {"“It is over,” Holm said in an audio message to people in the port and posted on Twitter.",
       "named Holm said [“It is over,”] via Twitter/audio"},
      {"“It is over,” Holm said in a video released Tuesday by the Karlo service of Radio Lake.",
       "named Holm said [“It is over,”] via Karlo service of Radio Lake/video on Tuesday"},
      {"In a statement on Sunday, the army said it was over.",
       "body army said [it was over] via statement on Sunday"},
      {"The army said in a statement that it was over.", "body army said [that it was over] via statement"},
      {"Holm said in an interview with the BBC that it was over.",
       "named Holm said [that it was over] via BBC/interview"},
      {"“It is over,” Holm said in a post on Lake Voice.",
       "named Holm said [“It is over,”] via Lake Voice/post"},
      {"Holm said late on Monday the road was open.", "named Holm said [the road was open] on Monday"},
      {"Holm said Monday was quiet.", "named Holm said [Monday was quiet]"},
      {"“It is over,” a resident told AFP, who requested anonymity.",
       "unnamed a resident told [“It is over,”] via AFP anon"},
      {"“It is over,” a woman who asked not to be named said.", "unnamed a woman said [“It is over,”] anon"},
      {"Two officials, speaking on condition of anonymity, said it was over.",
       "collective Two officials said [it was over] anon"},
  });
}

TEST(SpeechFinder, leaves_alone_what_nobody_says) {
  const char* rows[] = {
      "The so-called “republic” said it would vote.",
      "The road is said to be open.",
      "It is said that the road is open.",
      "Holm did not say where she was.",
      "Holm would not say more about it.",
      "The claims of victory were false.",
      "The army continued its advance.",
      "The road said nothing of this.",
      "He said.",
      "He was told to leave the town.",
      "It was an “open” secret.",
      "“Stay.”",
      "The raid claimed nine lives.",
      "Holm rejected the ultimatum.",
      "The boy put the book on the table.",
      "Holm spoke of the war.",
      "The rebels claimed responsibility for it.",
  };
  for (const char* text : rows) {
    EXPECT_EQ(dump(text), "") << text;
  }
}

}  // namespace
}  // namespace sitrep
