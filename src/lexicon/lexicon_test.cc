#include <gtest/gtest.h>

#include "lexicon/places.h"
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

TEST(Places, are_found_by_their_first_word_longest_first) {
  EXPECT_TRUE(places_starting_with("Nowhere").empty());
  EXPECT_TRUE(places_starting_with("").empty());
  EXPECT_TRUE(places_starting_with("goma").empty());
  for (const char* first : {"Goma", "Addis", "New", "South", "Saint"}) {
    std::size_t length = ~std::size_t{0};
    for (const KnownPlace& place : places_starting_with(first)) {
      EXPECT_EQ(place.name.substr(0, place.name.find(' ')), first);
      EXPECT_LE(place.name.size(), length) << place.name;
      length = place.name.size();
      EXPECT_EQ(place.country.size(), 2U) << place.name;
      EXPECT_LE(std::abs(place.lat), 90.0) << place.name;
      EXPECT_LE(std::abs(place.lon), 180.0) << place.name;
    }
  }
}

}  // namespace
}  // namespace sitrep
