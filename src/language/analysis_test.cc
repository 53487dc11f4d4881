// A row is a text and how it is cut: words by spaces, sentences by " / ", quotations in a list of their own.
#include "language/analysis.h"

#include <gtest/gtest.h>

#include "language/document_for_tests.h"

namespace sitrep {
namespace {

std::string words(const Document& document) {
  Analysis a(document);
  std::string out;
  for (const Sentence& s : a.sentences()) {
    if (!out.empty()) out += " / ";
    for (WordIndex i = s.first; i < s.last; ++i) {
      if (i > s.first) out += ' ';
      out += a.text(i);
    }
  }
  return out;
}

std::string quotations(const Document& document) {
  Analysis a(document);
  std::string out;
  for (const Quotation& q : a.quotations()) {
    out += '[' + std::string(a.text(q.span)) + (q.closed ? "]" : "...]");
  }
  return out;
}

struct Row {
  const char* text;
  const char* cut;
};

TEST(Analysis, cuts_words_and_sentences) {
  const Row rows[] = {
      {"He left. “It is over,” said Ida Holm.", "He left . / “ It is over , ” said Ida Holm ."},
      {"Gen. Holm met Mr. Berg. He left.", "Gen . Holm met Mr . Berg . / He left ."},
      {"At 9.30 a.m. 1,200 men left.", "At 9.30 a.m . 1,200 men left ."},
      {"The U.S. army left.", "The U.S . army left ."},
      {"J. Holm’s son left.", "J . Holm ’s son left ."},
      {"He left... Then it rained.", "He left ... / Then it rained ."},
      {"“Who?” asked Holm. “Me?”", "“ Who ? ” asked Holm . / “ Me ? ”"},
      {"It was over.\n\nHe left", "It was over . / He left"},
      {"One line\n\nanother", "One line / another"},
      {"It rose 3.5%.", "It rose 3.5 % ."},
      {"anti-war don’t", "anti-war don’t"},
      {"In 2020,200 men", "In 2020,200 men"},
      {"", ""},
      {"...", "..."},
  };
  for (const Row& row : rows) EXPECT_EQ(words(document_of(row.text)), row.cut) << row.text;
}

TEST(Analysis, pairs_quotations) {
  const Row rows[] = {
      {"“It is over,” he said.", "[“It is over,”]"},
      {"\"It is over,\" he said.", "[\"It is over,\"]"},
      {"«It is over», he said.", "[«It is over»]"},
      {"‘It is over,’ he said.", "[‘It is over,’]"},
      {"The farmers’ town", ""},
      {"“He said ‘go’ and left.”", "[“He said ‘go’ and left.”]"},
      {"“One. Two.” Three.", "[“One. Two.”]"},
      {"“It is over, he said. He left.", "[“It is over, he said....]"},
      {"“One ends here.\n\n“Two ends,” he said.", "[“One ends here.][“Two ends,”]"},
      {"“One ends here.\n\nNo quotation.", "[“One ends here....]"},
      {"“““", ""},
      {"”””", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(quotations(document_of(row.text)), row.cut) << row.text;
}

TEST(Analysis, reads_what_people_wrote_as_news) {
  EXPECT_EQ(words(document_of("By Ida Holm", "2031-05-05", PartKind::byline)), "");
  EXPECT_EQ(words(document_of("KALMAR -", "2031-05-05", PartKind::dateline)), "");
  EXPECT_EQ(words(document_of("Nine dead", "2031-05-05", PartKind::headline)), "Nine dead");
}

TEST(Analysis, finds_words_by_byte_sentence_and_quotation) {
  Document document = document_of("He left. “It is over.”");
  Analysis a(document);
  EXPECT_EQ(a.sentence_of(0), 0U);
  EXPECT_EQ(a.sentence_of(3), 1U);
  EXPECT_EQ(a.word_at(0), 0U);
  EXPECT_EQ(a.word_at(1), 1U);
  EXPECT_EQ(a.word_at(3), 1U);
  EXPECT_EQ(a.quotation_of(0), nullptr);
  ASSERT_NE(a.quotation_of(4), nullptr);
  EXPECT_EQ(a.text(a.quotation_of(4)->span), "“It is over.”");
}

// What no one writes is cut up all the same: every word in one sentence, no sentence too long.
TEST(Analysis, keeps_its_promises_on_any_text) {
  std::string marks;
  for (int i = 0; i < 2000; ++i) marks += "“a ";
  std::string plain;
  for (int i = 0; i < 2000; ++i) plain += "word ";
  const std::string texts[] = {marks, plain, std::string(5000, '"'), std::string(5000, '.'),
                               "\xEF\xBB\xBF’s ’S '"};
  for (const std::string& text : texts) {
    Document document = document_of(text);
    Analysis a(document);
    WordIndex next = 0;
    for (const Sentence& s : a.sentences()) {
      EXPECT_EQ(s.first, next);
      EXPECT_LE(s.last - s.first, sentence_words_max + 1);
      next = s.last;
    }
    EXPECT_EQ(next, a.words().size());
    for (const Quotation& q : a.quotations()) EXPECT_LT(q.first, q.last);
  }
}

}  // namespace
}  // namespace sitrep
