// A row is a text and who speaks in each of its utterances, with what comes from elsewhere:
//
//   “We stay,” said Ida Holm, a doctor. She said it was over. -> "Ida Holm (doctor); Ida Holm (doctor) < She"
//
// "?" stands for nobody's name; "< words" for what was written where the name was not.
#include "discourse/discourse.h"

#include <gtest/gtest.h>

#include "language/document_for_tests.h"
#include "mentions/figure/figure_finder.h"
#include "mentions/speech/speech_finder.h"
#include "mentions/time/time_finder.h"

namespace sitrep {
namespace {

std::string dump(std::string text) {
  Document document = document_of(std::move(text));
  Analysis a(document);
  auto figures = find_figures(a);
  Discourse d = put_together(a, find_times(a, Date::parse("2031-05-05")), figures, find_speech(a, 100));
  std::string out;
  for (const Utterance& u : d.utterances) {
    if (!out.empty()) out += "; ";
    const ResolvedSpeaker& s = u.speaker;
    out += s.name ? std::string(a.text(*s.name)) : "?";
    if (s.role) out += " (" + std::string(a.text(*s.role)) + ')';
    if (s.rule.empty()) continue;
    EXPECT_TRUE(!s.antecedent.empty() || !s.name) << text;
    EXPECT_LT(s.confidence, 0.95);
    out += " < " + (s.text ? std::string(a.text(*s.text)) : std::string("nothing"));
  }
  return out;
}

struct Row {
  const char* text;
  const char* speakers;
};

TEST(Discourse, resolves_who_speaks) {
  const Row rows[] = {
      {"“We stay,” said Ida Holm, a doctor. “Nobody leaves this town,” she said.",
       "Ida Holm (doctor); Ida Holm (doctor) < she"},
      {"“We stay,” said Ida Holm. According to her, nine people died.", "Ida Holm; Ida Holm < her"},
      {"“We stay,” said Ida Holm. “Nobody leaves this town.” “Not one of us.”",
       "Ida Holm; Ida Holm < nothing; Ida Holm < nothing"},
      {"“We stay,” said Ida Holm. But “nobody leaves this town today.”", "Ida Holm; Ida Holm < nothing"},
      {"Ida Holm said it was over. The road was open, Holm said.", "Ida Holm; Ida Holm < Holm"},
      {"Ida Holm said it was over. Ola Holm said it was not. It rained, Holm said.",
       "Ida Holm; Ola Holm; Holm"},
      {"“I saw it,” a resident told AFP. “It was loud here,” said another.",
       "? (resident); ? (resident) < another"},
      {"Defence minister Ida Holm said it was over. The minister said it was late.",
       "Ida Holm (Defence minister); Ida Holm (Defence minister) < The minister"},
      {"The army said it was over. It said the road was open.", "army; army < It"},
      {"Residents said it was over. They said the road was open.", "?; ? < They"},
      {"Colonel Ola Berg met reporters in Kalmar. Four guards died, he said.", "Ola Berg (Colonel) < he"},
      {"Ida Holm said it was over. Northwire said that it was not.", "Ida Holm; Northwire < Northwire"},
  };
  for (const Row& row : rows) EXPECT_EQ(dump(row.text), row.speakers) << row.text;
}

TEST(Discourse, abstains_where_two_may_be_meant_or_nobody_is) {
  const Row rows[] = {
      {"“We stay,” said Ida Holm. She met Ana Costa in the port. “It is late,” she said.",
       "Ida Holm; ? < she"},
      {"It was over, she said.", "?"},
      {"Ms Ida Holm said it was over. The road was open, he said.", "Ida Holm (Ms); ?"},
      {"Ida Holm said it was over. It rained. It rained. It rained. It rained. The road was open, she said.",
       "Ida Holm; ?"},
      {"Minister Ida Holm said it was late. Minister Ola Berg said it was early. The minister said it was "
       "late.",
       "Ida Holm (Minister); Ola Berg (Minister); ? (minister)"},
      {"It rained. “Nobody leaves this town today.”", ""},
      {"Ida Holm said it was over.\n\nIt rained.\n\nIt rained.\n\n“Nobody leaves this town today.”",
       "Ida Holm"},
      {"The army said it was over. He said the road was open.", "army; ?"},
      {"Colonel Ola Berg met Ana Costa in Kalmar. Four guards died, he said.", "?"},
      {"Colonel Ola Berg met a doctor in Kalmar. Four guards died, he said.", "?"},
      {"Mr Ola Berg met reporters in Kalmar. Four guards died, she said.", "?"},
      {"He saw Kalmar Castle. Four guards died, he said.", "?"},
      {"The brigade shelled the port, the army said. It said the road was open.", "army; ? < It"},
  };
  for (const Row& row : rows) EXPECT_EQ(dump(row.text), row.speakers) << row.text;
}

TEST(Discourse, takes_lone_names_for_bodies_at_most) {
  struct Lone {
    const char* text;
    Voice voice;
  };
  const Lone rows[] = {
      {"Northwire said that it was over.", Voice::body},
      {"“It is over,” Holm said.", Voice::named},
      {"Ida Holm met the army. Holm said that it was over.", Voice::named},
      {"Gen. Holm said that it was over.", Voice::named},
  };
  for (const Lone& row : rows) {
    Document document = document_of(row.text);
    Analysis a(document);
    Discourse d = put_together(a, {}, {}, find_speech(a, 100));
    ASSERT_EQ(d.utterances.size(), 1U) << row.text;
    EXPECT_EQ(d.utterances[0].speaker.voice, row.voice) << row.text;
  }
}

TEST(Discourse, dates_speech_and_places_figures) {
  Document document = document_of(
      "Nine people died, Holm said on Saturday. Two were wounded. “Three were killed here,” said Berg, in a "
      "video "
      "released Sunday by Radio Lake.");
  Analysis a(document);
  auto figures = find_figures(a);
  Discourse d = put_together(a, find_times(a, Date::parse("2031-05-05")), figures, find_speech(a, 100));
  ASSERT_EQ(d.utterances.size(), 2U);
  EXPECT_EQ(d.utterances[0].said, Date::parse("2031-05-03"));
  EXPECT_EQ(d.utterances[1].said, Date::parse("2031-05-04"));
  ASSERT_EQ(d.utterances[1].speech.channels.size(), 1U);
  EXPECT_EQ(d.utterances[1].speech.channels[0].date, Date::parse("2031-05-04"));
  ASSERT_EQ(figures.size(), 3U);
  EXPECT_EQ(d.figure_utterance, (std::vector<std::uint32_t>{0, no_utterance, 1}));
}

}  // namespace
}  // namespace sitrep
