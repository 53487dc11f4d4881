// What the words of other sentences say about one whose letter case is lost.

#include "language/lost_case.h"

#include <gtest/gtest.h>

#include <cmath>

#include "language/word_forms.h"

namespace sitrep {
namespace {

constexpr std::size_t person = static_cast<std::size_t>(NameKind::person) + 1;
constexpr std::size_t place = static_cast<std::size_t>(NameKind::place) + 1;

NameEvidence evidence(float none, float of_person, float of_place, float proper) {
  NameEvidence made;
  made.choices.fill(std::log(1e-6F));
  made.choices[0] = std::log(none);
  made.choices[person] = std::log(of_person);
  made.choices[place] = std::log(of_place);
  made.proper = proper;
  return made;
}

// Sentences of one token each, all of the same word.
Syntax same_word(std::size_t sentences, WordTag tag) {
  Syntax syntax;
  for (TokenIndex i = 0; i < sentences; ++i) {
    Token& token = syntax.tokens.emplace_back();
    token.norm = "hranice";
    token.tag = tag;
    syntax.sentences.emplace_back();
    syntax.sentences.back().first = i;
    syntax.sentences.back().last = i + 1;
  }
  return syntax;
}

const WordPieces& few_pieces() {
  static const WordPieces pieces =
      *WordPieces::from_vocabulary("[PAD]\n[UNK]\n[CLS]\n[SEP]\narmy\nun\nrebel\n");
  return pieces;
}

LetterCase case_of(std::string_view token, const NameEvidence& seen, bool first = false) {
  return static_cast<LetterCase>(likely_case(token, seen, first, few_pieces()));
}

TEST(LostCase, OtherSentencesOutvoteAnUnsureOne) {
  Syntax syntax = same_word(4, WordTag::PROPN);
  std::vector<NameEvidence> all(4, evidence(0.05F, 0.05F, 0.9F, 0.95F));
  all[0] = evidence(0.1F, 0.6F, 0.3F, 0.6F);
  std::vector<NameEvidence> result = agreed(syntax, all);
  EXPECT_GT(result[0].choices[place], result[0].choices[person]);
  EXPECT_GT(result[0].proper, 0.8F);
}

TEST(LostCase, ASentenceDoesNotVoteForItself) {
  Syntax syntax = same_word(3, WordTag::PROPN);
  syntax.sentences.resize(1);
  syntax.sentences[0].last = 3;
  std::vector<NameEvidence> all(3, evidence(0.1F, 0.1F, 0.8F, 0.9F));
  all[0] = evidence(0.1F, 0.8F, 0.1F, 0.9F);
  EXPECT_GT(agreed(syntax, all)[0].choices[person], agreed(syntax, all)[0].choices[place]);
}

TEST(LostCase, SmallWordsAreTakenAsTheyStand) {
  Syntax syntax = same_word(3, WordTag::ADP);
  std::vector<NameEvidence> all(3, evidence(0.9F, 0.05F, 0.05F, 0.0F));
  all[0] = evidence(0.1F, 0.8F, 0.1F, 0.9F);
  EXPECT_EQ(agreed(syntax, all)[0].choices, all[0].choices);
}

TEST(LostCase, OnlyWhatIsSurelyANameGetsItsCapital) {
  NameEvidence surely = evidence(0.02F, 0.03F, 0.95F, 0.98F);
  NameEvidence perhaps = evidence(0.4F, 0.1F, 0.5F, 0.6F);
  EXPECT_EQ(case_of("HRANICE", surely), LetterCase::capitalised);
  EXPECT_EQ(case_of("HRANICE", perhaps), LetterCase::lower);
  EXPECT_EQ(case_of("THE", perhaps, true), LetterCase::capitalised);
  EXPECT_EQ(case_of("M23", surely), LetterCase::digits);
  EXPECT_EQ(case_of(",", surely), LetterCase::none);
}

TEST(LostCase, WhatNobodyCanSayIsAnAbbreviation) {
  NameEvidence surely = evidence(0.02F, 0.03F, 0.95F, 0.98F);
  EXPECT_EQ(case_of("hrw", surely), LetterCase::capitals);
  EXPECT_EQ(case_of("KVDA", surely), LetterCase::capitals);
  EXPECT_EQ(case_of("ARMY", surely), LetterCase::capitalised);  // a word that is known
  EXPECT_EQ(case_of("KALMAR", surely), LetterCase::capitalised);
}

TEST(LostCase, TellsSentencesWithoutCase) {
  auto lost = [](std::string_view text) {
    std::vector<Span> words;
    for (std::size_t at = 0; at < text.size();) {
      std::size_t end = std::min(text.find(' ', at), text.size());
      words.push_back(make_span(at, end));
      at = end + 1;
    }
    return is_case_lost(text, words);
  };
  EXPECT_TRUE(lost("REBELS TOOK HRANICE ON MONDAY"));
  EXPECT_TRUE(lost("rebels took hranice on monday"));
  EXPECT_FALSE(lost("Rebels took the town on Monday"));
  EXPECT_FALSE(lost("rebels took Hranice on monday"));
  EXPECT_FALSE(lost("took it 17 42"));  // too few words to tell
}

}  // namespace
}  // namespace sitrep
