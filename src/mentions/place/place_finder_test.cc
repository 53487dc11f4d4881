// A row is a sentence and its places: "in Goma" -> "Goma CD in", "near Goma" -> "Goma CD near", a name
// that nothing is said to be in has no last word.
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
    out += std::string(m.name) + ' ' + (m.country.empty() ? "?" : std::string(m.country));
    if (m.is_country) out += " country";
    if (m.located) out += m.near ? " near" : " in";
  }
  return out;
}

TEST(PlaceFinder, knows_where_something_is_from_what_is_only_named) {
  struct Row {
    const char* text;
    const char* places;
  };
  const Row rows[] = {
      {"Shells fell in Goma.", "Goma CD in"},
      {"Shells fell near the town of Goma.", "Goma CD near"},
      {"Shells fell in the southern city of Aden.", "Aden YE in"},
      {"Goma was quiet.", "Goma CD"},
      {"He left Goma for Kinshasa.", "Goma CD; Kinshasa CD"},
      {"Shells fell in Goma, Uganda said.", "Goma CD in; Uganda UG country"},
      {"He was born in Afghanistan.", "Afghanistan AF country in"},
      {"The team went to Addis Ababa on Monday.", "Addis Ababa ET"},
      {"The Goma Times wrote so.", "Goma CD"},
      {"Shells fell in the Goma Hotel.", "Goma CD"},
      {"He has no goma.", ""},
      {"SHELLS FELL IN GOMA.", "Goma CD in"},
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
      {"KALMAR", "Shells fell in Kalmar.", "Kalmar ? in"},
      {"KALMAR, Sweden", "Shells fell near Kalmar.", "Kalmar ? near"},
      {"GAMLA STAN", "Shells fell in Gamla Stan on Monday.", "Gamla Stan ? in"},
      {"GOMA", "Shells fell in Goma.", "Goma CD in"},  // the list knows more
      {"KALMAR", "SHELLS FELL IN KALMAR.", "KALMAR ? in"},
      {"KALMAR", "Shells fell in the Kalmar Hotel.", "Kalmar ?"},
      {"KALMAR", "Shells fell in Borgholm.", ""},
      {"", "Shells fell in Kalmar.", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(dump(row.text, row.dateline), row.places) << row.text;
}

}  // namespace
}  // namespace sitrep
