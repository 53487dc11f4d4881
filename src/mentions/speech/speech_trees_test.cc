// Speech by the trees of the real model; rows as in speech_finder_test.cc: a text and its attributions, one
// after the other. Without a model these are skipped.
#include <gtest/gtest.h>

#include "language/document_for_tests.h"
#include "language/language.h"
#include "mentions/speech/speech_dump_for_tests.h"
#include "mentions/speech/speech_finder.h"

namespace sitrep {
namespace {

struct Row {
  const char* text;
  const char* speech;
};

class SpeechByTrees : public testing::Test {
 protected:
  void SetUp() override {
    auto language = Language::english();
    if (!language) GTEST_SKIP() << language.error().text();
    language_ = *language;
  }
  void expect(const std::vector<Row>& rows) const {
    for (const Row& row : rows) {
      Document document = document_of(row.text);
      Analysis analysis = language_->read(document);
      EXPECT_EQ(dump_speech(analysis, find_speech(analysis, 100)), row.speech) << row.text;
    }
  }
  std::shared_ptr<const Language> language_;
};

TEST_F(SpeechByTrees, reads_direct_and_mixed) {
  expect({
      {"“We stay,” said Ida Holm, “and nobody leaves.”",
       "named Ida Holm said [“We stay,”] [“and nobody leaves.”]"},
      {"“Are you mad?” asked Holm.", "named Holm asked [“Are you mad?”]"},
      {"Ida Holm: “Nobody was at war at that market.”",
       "named Ida Holm : [“Nobody was at war at that market.”]"},
      {"“The road is open,” Holm added.", "named Holm added [“The road is open,”]"},
      {"“It is over,” he adds.", "unnamed he adds [“It is over,”]"},
      {"“It is over,” said Holm, who lost a brother in the raid.", "named Holm said [“It is over,”]"},
      {"“It is over,” the mayor of Aden, Ida Holm, told AFP.",
       "named Ida Holm (mayor of Aden) told [“It is over,”] via AFP"},
      {"Holm told AFP: “It is over.”", "named Holm told [“It is over.”] via AFP"},
      {"“It is over. Nobody is left here,” Holm said. “We will rebuild.”",
       "named Holm said [“It is over. Nobody is left here,”]; goes on [“We will rebuild.”]"},
      {"Holm, the mayor, said: “It is over.”", "named Holm (mayor) said [“It is over.”]"},
      {"Holm said:: “It is over.”", "named Holm said [“It is over.”]"},
      {"Holm said: , “It is over.”", "named Holm said [“It is over.”]"},
      {"The raid was “a crime against sleeping people,” Holm said.",
       "named Holm said [The raid was “a crime against sleeping people,”]"},
      {"Holm called the raid a “crime”.", "named Holm called [the raid a “crime”]"},
      {"The mayor said the raid was “cowardly” and “cruel”.",
       "unnamed The mayor said [the raid was “cowardly” and “cruel”]"},
      {"The so-called “republic” said it would vote.", ""},
  });
}

TEST_F(SpeechByTrees, reads_acts_of_speech) {
  expect({
      {"Police denied that they had opened fire.", "body Police denied [that they had opened fire]"},
      {"The army denied shelling the hospital.", "body army denied [shelling the hospital]"},
      {"The ministry confirmed that nine soldiers had died.",
       "body ministry confirmed [that nine soldiers had died]"},
      {"A spokesman confirmed the attack.", "unnamed A spokesman confirmed [the attack]"},
      {"The rebels claimed responsibility for the attack on the port.",
       "collective The rebels claimed [responsibility for the attack on the port]"},
      {"The council accused the brigade of shelling the market.",
       "body council accused [the brigade of shelling the market]"},
      {"The council condemned the raid.", "body council condemned [the raid]"},
      {"The brigade blamed the army for the raid.", "body brigade blamed [the army for the raid]"},
      {"The army rejected the claim that it had shelled Goma.",
       "body army rejected [the claim that it had shelled Goma]"},
      {"The envoy urged both sides to stop the fighting.",
       "unnamed The envoy urged [both sides to stop the fighting]"},
      {"The rebels demanded that the army leave the valley.",
       "collective The rebels demanded [that the army leave the valley]"},
      {"The general threatened to shell the port.", "unnamed The general threatened [to shell the port]"},
      {"The general warned that the port would be shelled.",
       "unnamed The general warned [that the port would be shelled]"},
      {"The general ordered residents to leave the port.",
       "unnamed The general ordered [residents to leave the port]"},
      {"The rebels vowed to fight on.", "collective The rebels vowed [to fight on]"},
      {"The president called for a ceasefire.", "unnamed The president called [a ceasefire]"},
      {"Holm apologised for the raid.", "named Holm apologised [the raid]"},
      {"The ministry announced a truce on Monday.", "body ministry announced [a truce]"},
      {"Holm did not say where she was.", ""},
      {"Holm would not say more about it.", ""},
      {"Holm wants to leave the town.", ""},
  });
}

TEST_F(SpeechByTrees, leaves_alone_what_is_no_claims_speech) {
  expect({
      {"Residents fear that the raids will resume.", ""},
      {"The army believes that the rebels left.", ""},
      {"The rebels plan to attack the port.", ""},
      {"The army refused to leave the valley.", ""},
      {"Holm declined to comment.", ""},
      {"It is said that the road is open.", ""},
      {"The road is said to be open.", ""},
      {"The rebels are believed to be in the valley.", ""},
      {"Nine people reportedly died in the raid.", ""},
      {"Nine people died, it was reported.", ""},
      {"Police said that witnesses said nine people died.",
       "body Police said [that witnesses said nine people died]; collective witnesses said [nine people "
       "died]"},
  });
}

TEST_F(SpeechByTrees, reads_words_within_words_and_nouns) {
  expect({
      {"Holm said doctors told her that nine people had died.",
       "named Holm said [doctors told her that nine people had died]; collective doctors told [that nine "
       "people had died]"},
      {"The army's claim that nine rebels died was false.", "body army claim [that nine rebels died]"},
      {"His claim that the road is open was false.", "unnamed His claim [that the road is open]"},
      {"The claim by the army that nine rebels died was false.", "body army claim [that nine rebels died]"},
      {"The army made the claim that nine rebels died.", "body army claim [that nine rebels died]"},
      {"As Holm said, the road is open.", "named Holm said [the road is open]"},
  });
}

TEST_F(SpeechByTrees, reads_clauses_beside) {
  expect({
      {"The road is open, as Holm said.", "named Holm said [The road is open]"},
      {"Holm, speaking on Monday, said the road was open.", "named Holm said [the road was open]"},
      {"Holm said in a statement that the road was open.",
       "named Holm said [that the road was open] via statement"},
  });
}

TEST_F(SpeechByTrees, reads_channels_relays_and_anonymity) {
  expect({
      {"In a video posted on Telegram, Holm said the road was open.",
       "named Holm said [the road was open] via Telegram/video"},
      {"The army said on state television that the road was open.",
       "body army said [that the road was open] via state television"},
      {"State television quoted the ministry as saying that nine people had died.",
       "body ministry saying [that nine people had died] via State television"},
      {"Holm was quoted by Northwire as saying that the road was open.",
       "named Holm saying [that the road was open] via Northwire"},
      {"The Harbour Post, citing two officials, said nine people died.",
       "collective two officials said [nine people died] via Harbour Post"},
      {"Nine people died, Northwire reported, citing the army.",
       "body army reported [Nine people died] via Northwire"},
      {"A doctor told Northwire by telephone that nine people had died.",
       "unnamed A doctor told [that nine people had died] via Northwire via telephone"},
      {"“It is over,” Holm wrote on Twitter.", "named Holm wrote [“It is over,”] via Twitter"},
      {"“It is over,” Holm said in a video message to residents and posted on Telegram.",
       "named Holm said [“It is over,”] via Telegram/video"},
      {"Holm tweeted that the road was open.", "named Holm tweeted [that the road was open]"},
      {"Two officials, speaking on condition of anonymity because they were not allowed to talk to the "
       "press, said it was over.",
       "collective Two officials said [it was over] anon"},
      {"“It is over,” said a doctor, who asked not to be named for fear of revenge.",
       "unnamed a doctor said [“It is over,”] anon"},
      {"A resident who asked not to be named said it was over.",
       "unnamed A resident said [it was over] anon"},
  });
}

TEST_F(SpeechByTrees, reads_turns_and_joined_cues) {
  expect({
      {"Residents said nine people died and that the road was open.",
       "collective Residents said [nine people died and that the road was open]"},
      {"Residents said nine people died, adding that the road was open.",
       "collective Residents said [nine people died]; collective Residents adding [that the road was open]"},
      {"Residents said nine people died. They added that the road was open.",
       "collective Residents said [nine people died]; collective They added [that the road was open]"},
      {"Residents said it was over, while officials warned that it could resume.",
       "collective Residents said [it was over]; collective officials warned [that it could resume]"},
      {"Residents said it was over, but officials warned that it could resume.",
       "collective Residents said [it was over]; collective officials warned [that it could resume]"},
      {"The army said it had left the valley and accused the rebels of a raid.",
       "body army said [it had left the valley and accused the rebels of a raid]; body it accused [the "
       "rebels of a raid]"},
      {"Nine people died in the port, according to a hospital list.",
       "written_record a hospital list according to [Nine people died in the port]"},
  });
}

TEST_F(SpeechByTrees, reads_who_speaks) {
  expect({
      {"Nine people died in the port, according to Ida Holm, the mayor.",
       "named Ida Holm (mayor) according to [Nine people died in the port]"},
      {"According to two witnesses, the raid began at dawn.",
       "collective two witnesses According to [the raid began at dawn]"},
      {"Nine people died, said police and the army.",
       "collective police and the army said [Nine people died]"},
      {"Ida Holm and Ola Berg said it was over.", "collective Ida Holm and Ola Berg said [it was over]"},
      {"Some said it was over; others said it was not.",
       "collective Some said [it was over]; collective others said [it was not]"},
      {"One of them said it was over.", "unnamed One of them said [it was over]"},
      {"“I saw smoke,” said another.", "unnamed another said [“I saw smoke,”]"},
      {"Many residents say the raids will resume.", "collective Many residents say [the raids will resume]"},
      {"The toll is nine, says the ministry.", "body ministry says [The toll is nine]"},
      {"What he said was untrue.", ""},
      {"The plan that Holm announced was dropped.", "named Holm announced [The plan]"},
      {"The council, which said the road was open, was wrong.", "body council said [the road was open]"},
      {"The man who said the road was open was wrong.", "unnamed The man said [the road was open]"},
      {"Police arrested a man who said he had planted the bomb.",
       "unnamed a man said [he had planted the bomb]"},
      {"Holm told residents to leave the town.", "named Holm told [residents to leave the town]"},
      {"Holm asked whether the road was open.", "named Holm asked [whether the road was open]"},
      {"Asked about the raid, Holm said it was over.", "named Holm said [it was over]"},
      {"Holm insisted: “The road is open.”", "named Holm insisted [“The road is open.”]"},
      {"A poll showed that most residents want a truce.",
       "written_record A poll showed [that most residents want a truce]"},
      {"The report found that the army had used gas.",
       "written_record The report found [that the army had used gas]"},
      {"The letter said the road was open.", "written_record The letter said [the road was open]"},
      {"The indictment alleges that he planned the raid.",
       "written_record The indictment alleges [that he planned the raid]"},
      {"A UN report says nine people died.", "written_record A UN report says [nine people died]"},
      {"NATO said nine people died.", "body NATO said [nine people died]"},
      {"Washington said the raid was over.", "body Washington said [the raid was over]"},
      {"Amnesty International said nine people died.", "body Amnesty International said [nine people died]"},
      {"The Taliban said they had taken the town.", "body Taliban said [they had taken the town]"},
      {"Hamas denied the report.", "body Hamas denied [the report]"},
      {"The foreign ministry of Norland said the road was open.",
       "body foreign ministry of Norland said [the road was open]"},
      {"A spokesman for the army, Col. Ola Berg, said it was over.",
       "named Ola Berg (spokesman for the army) @army said [it was over]"},
      {"Army spokesman Ola Berg said it was over.",
       "named Ola Berg (Army spokesman) @Army said [it was over]"},
      {"Prime Minister Ida Holm's office said the road was open.",
       "body Prime Minister Ida Holm's office said [the road was open]"},
      {"“It is over,” said Maj. Gen. Ola Berg, who commands the northern front.",
       "named Ola Berg (Maj. Gen) said [“It is over,”]"},
      {"Human rights groups said nine people died.",
       "collective Human rights groups said [nine people died]"},
      {"A local journalist said nine people died.", "unnamed A local journalist said [nine people died]"},
      {"Her lawyer said she was in prison.", "unnamed Her lawyer said [she was in prison]"},
      {"His brother, Ola Berg, said he was in prison.", "named Ola Berg (brother) said [he was in prison]"},
      {"The governor said by phone that nine people had died.",
       "unnamed The governor said [that nine people had died] via telephone"},
      {"Nine guards died, the brigade’s radio said.", "body brigade’s radio said [Nine guards died]"},
      {"“It is over, said Ola Berg.", "named Ola Berg said [“It is over]"},
      {"“We had nothing. We left at night,” Ana Costa, 34, said.",
       "named Ana Costa said [“We had nothing. We left at night,”]"},
      {"“If they come back,” Holm said, “we will go.”",
       "named Holm said [“If they come back,”] [“we will go.”]"},
      {"The port, he said, is closed.", "unnamed he said [The port] [is closed]"},
      {"The port, says Holm, is closed.", "named Holm says [The port]"},
      {"Holm says the port is closed, but the army says that it is open.",
       "named Holm says [the port is closed]; body army says [that it is open]"},
      {"The army made clear that it would stay.", "body army made clear [that it would stay]"},
      {"Officials were confident that the truce would hold.", ""},
      {"The president expressed concern over the raids.", ""},
      {"The general spoke of 28 wounded.", "unnamed The general spoke of [28 wounded]"},
      {"The army put the number of dead at 14.", "body army put [the number of dead at 14]"},
      {"The rebels said they killed nine soldiers, a claim the army denied.",
       "collective The rebels said [they killed nine soldiers, a claim the army denied]; body army denied [a "
       "claim]"},
      {"The army denied it.", "body army denied [it]"},
      {"Holm rejected the ultimatum.", ""},
      {"The boy put the book on the table.", ""},
      {"The raid claimed nine lives.", ""},
      {"He was told to leave the town.", ""},
      {"The road said nothing of this.", ""},
      {"The army continued its advance.", ""},
      {"“Stay.”", ""},
      {"He said.", ""},
      {"“We left at night,” said Ana Costa. “Nobody stopped us.” “Not one soldier.”",
       "named Ana Costa said [“We left at night,”]; goes on [“Nobody stopped us.”]; goes on [“Not one "
       "soldier.”]"},
      {"Holm said late on Monday the road was open.", "named Holm said [the road was open] on Monday"},
      {"“It is over,” Holm said in a video released Tuesday by Radio Lake.",
       "named Holm said [“It is over,”] via Radio Lake/video on Tuesday"},
      {"In a statement on Sunday, the army said it was over.",
       "body army said [it was over] via statement on Sunday"},
      {"The army, in a statement carried by state radio, said it was over.", "body army said [it was over]"},
      {"Holm told a news conference that it was over.",
       "named Holm told [that it was over] via press conference"},
      {"“It is over,” a resident told AFP, who requested anonymity.",
       "unnamed a resident told [“It is over,”] via AFP anon"},
      {"Holm said residents had told her of it.",
       "named Holm said [residents had told her of it]; collective residents told [it]"},
      {"The parish council of Norby said it was over.", "body parish council of Norby said [it was over]"},
      {"The council's defence commissioner, Per Lund, said it was over.",
       "named Per Lund (council's defence commissioner) @council said [it was over]"},
      {"Members of the resistance and residents of the port said it was over.",
       "collective Members of the resistance and residents of the port said [it was over]"},
  });
}

TEST_F(SpeechByTrees, tells_attitudes_hearsay_and_reasons) {
  struct Told {
    const char* text;
    SpeechTie tie;
    SpeechAct act;
    bool somebody;
    const char* reason;
  };
  const Told rows[] = {
      {"Residents fear that the raids will resume.", SpeechTie::attitude, SpeechAct::statement, true, ""},
      {"Holm wants to leave the town.", SpeechTie::attitude, SpeechAct::statement, true, ""},
      {"Nine people reportedly died in the raid.", SpeechTie::speech, SpeechAct::statement, false, ""},
      {"Police denied that they had opened fire.", SpeechTie::speech, SpeechAct::denial, true, ""},
      {"The ministry confirmed that nine died.", SpeechTie::speech, SpeechAct::confirmation, true, ""},
      {"The rebels claimed responsibility for the raid.", SpeechTie::speech, SpeechAct::responsibility_claim,
       true, ""},
      {"The general threatened to shell the port.", SpeechTie::speech, SpeechAct::threat, true, ""},
      {"The rebels vowed to fight on.", SpeechTie::speech, SpeechAct::promise, true, ""},
      {"“It is over,” said a doctor, who asked not to be named for fear of revenge.", SpeechTie::speech,
       SpeechAct::statement, true, "for fear of revenge"},
  };
  for (const Told& row : rows) {
    Document document = document_of(row.text);
    Analysis analysis = language_->read(document);
    auto found = find_attributions(analysis, 100);
    ASSERT_FALSE(found.empty()) << row.text;
    EXPECT_EQ(found[0].tie, row.tie) << row.text;
    EXPECT_EQ(found[0].act, row.act) << row.text;
    EXPECT_EQ(found[0].speaker.has_value(), row.somebody) << row.text;
    EXPECT_EQ(found[0].anonymity_reason ? analysis.text(*found[0].anonymity_reason) : "", row.reason)
        << row.text;
  }
}

}  // namespace
}  // namespace sitrep
