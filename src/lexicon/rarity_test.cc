#include "lexicon/rarity.h"

#include <gtest/gtest.h>

namespace sitrep {
namespace {

TEST(Rarity, grows_from_the_commonest_words_to_names) {
  EXPECT_EQ(word_rarity("the"), 0.5);
  EXPECT_LT(word_rarity("the"), word_rarity("people"));
  EXPECT_LT(word_rarity("people"), word_rarity("mortar"));
  EXPECT_LT(word_rarity("mortar"), word_rarity("panjshir"));
  EXPECT_EQ(word_rarity("panjshir"), 6.5);
  EXPECT_EQ(word_rarity("34"), 4);
  EXPECT_EQ(word_rarity(""), 6.5);
  // The table's first and last words are found like any other.
  EXPECT_LT(word_rarity("a"), 1);
  EXPECT_LT(word_rarity("zoo"), 5);
}

}  // namespace
}  // namespace sitrep
