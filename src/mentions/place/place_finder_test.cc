// A row is a sentence and its places as dump_line writes them: "Goma CD/North Kivu in" is in Goma, "Kabul AF
// near <away 80 km 0°> in" some 80 km north of Kabul, "of #0" is said of the first.
#include "mentions/place/place_finder.h"

#include <gtest/gtest.h>

#include "language/document_for_tests.h"

namespace sitrep {
namespace {

std::string dump(std::string text, std::string dateline_place = {}) {
  Document document = document_of(std::move(text), "2031-05-05", PartKind::body, std::move(dateline_place));
  Analysis analysis(document);
  std::string out;
  for (const PlaceMention& m : find_places(analysis)) {
    if (!out.empty()) out += "; ";
    out += dump_line(m);
  }
  return out;
}

TEST(PlaceFinder, knows_where_something_is_from_what_is_only_named) {
  struct Row {
    const char* text;
    const char* places;
  };
  const Row rows[] = {
      {"Shells fell in Goma.", "Goma CD/North Kivu in"},
      {"Shells fell near the town of Goma.", "Goma CD/North Kivu near <near> in"},
      {"Shells fell in the southern city of Aden.", "Aden YE in"},
      {"Goma was quiet.", "Goma CD/North Kivu"},
      {"He left Goma for Kinshasa.", "Goma CD/North Kivu origin; Kinshasa CD destination"},
      {"Shells fell in Goma, Uganda said.", "Goma CD/North Kivu in; Uganda UG country metonym"},
      {"He was born in Afghanistan.", "Afghanistan AF country in"},
      {"The team went to Addis Ababa on Monday.", "Addis Ababa ET destination"},
      {"The Goma Times wrote so.", ""},
      {"Shells fell in the Goma Hotel.", ""},
      {"He has no goma.", ""},
      {"SHELLS FELL IN GOMA.", "Goma CD/North Kivu in"},
  };
  for (const Row& row : rows) EXPECT_EQ(dump(row.text), row.places) << row.text;
}

TEST(PlaceFinder, knows_the_place_of_the_dateline) {
  struct Row {
    const char* dateline;
    const char* text;
    const char* places;
  };
  const Row rows[] = {
      {"KALMAR", "Shells fell in Kalmar.", "Kalmar SE in"},
      {"KALMAR, Sweden", "Shells fell near Kalmar.", "Kalmar SE near <near> in"},
      {"OZZABRUK", "Shells fell in Ozzabruk on Monday.", "Ozzabruk ? in"},
      {"GAMLA OZZABRUK", "Shells fell in Gamla Ozzabruk on Monday.", "Gamla Ozzabruk ? in"},
      {"OZZABRUK", "SHELLS FELL IN OZZABRUK.", "OZZABRUK ? in"},
      {"OZZABRUK", "Shells fell in the Ozzabruk Hotel.", "Ozzabruk ? site"},
      {"OZZABRUK", "Shells fell in Ozzabrak.", ""},
      {"", "Shells fell in Ozzabruk.", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(dump(row.text, row.dateline), row.places) << row.text;
}

}  // namespace
}  // namespace sitrep
