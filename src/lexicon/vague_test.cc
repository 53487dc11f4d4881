#include "lexicon/vague.h"

#include <gtest/gtest.h>

namespace sitrep {
namespace {

TEST(VagueAmount, tells_what_a_word_stands_for_and_who_says_so) {
  struct Row {
    const char* words;
    std::int64_t low, high;  // 0: open
  };
  const Row rows[] = {{"dozens", 12, 99}, {"Scores", 20, 99},     {"several", 2, 9},
                      {"many", 2, 0},     {"HUNDREDS", 100, 999}, {"plural", 2, 0},
                      {"a few", 2, 9},    {"various", 2, 0},      {"tens of thousands", 10'000, 99'999}};
  for (const Row& row : rows) {
    auto amount = vague_amount(row.words);
    ASSERT_TRUE(amount) << row.words;
    EXPECT_EQ(amount->low, row.low) << row.words;
    EXPECT_EQ(amount->high.value_or(0), row.high) << row.words;
    EXPECT_FALSE(amount->source.empty()) << row.words;
  }
  for (const char* words : {"", "nine", "dozen", "tens of"}) EXPECT_FALSE(vague_amount(words)) << words;
}

}  // namespace
}  // namespace sitrep
