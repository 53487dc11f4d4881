#include <gtest/gtest.h>

#include "lexicon/words.h"

namespace sitrep {
namespace {

TEST(Words, know_their_classes) {
  struct Row {
    const char* word;
    WordClass of;
    bool is;
  };
  const Row rows[] = {
      {"said", WordClass::say, true},
      {"adding", WordClass::say_participle, true},
      {"he", WordClass::pronoun, true},
      {"resident", WordClass::person_one, true},
      {"residents", WordClass::person_many, true},
      {"resident", WordClass::person_many, false},
      {"ministry", WordClass::body, true},
      {"general", WordClass::title, true},
      {"gen", WordClass::title_short, true},
      {"taliban", WordClass::organisation, true},
      {"report", WordClass::document, true},
      {"report", WordClass::say, false},
      {"reports", WordClass::say, true},
      {"Said", WordClass::say, false},
      {"", WordClass::say, false},
      {"no-such-word", WordClass::say, false},
  };
  for (const Row& row : rows) EXPECT_EQ(word_classes(row.word).has(row.of), row.is) << row.word;
}

TEST(Words, count_days_months_and_numbers) {
  EXPECT_EQ(number_word("seven"), 7);
  EXPECT_EQ(number_word("dozen"), 12);
  EXPECT_EQ(number_word("seventh"), std::nullopt);
  EXPECT_EQ(weekday_of("sunday"), 0U);
  EXPECT_EQ(weekday_of("wed"), 3U);
  EXPECT_EQ(weekday_of("tues"), 2U);
  EXPECT_EQ(weekday_of("day"), std::nullopt);
  EXPECT_EQ(month_of("may"), 5U);
  EXPECT_EQ(month_of("sept"), 9U);
  EXPECT_EQ(month_of("month"), std::nullopt);
}

}  // namespace
}  // namespace sitrep
