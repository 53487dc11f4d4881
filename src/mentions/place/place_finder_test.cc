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

// What cannot be told which place it is has no point; what it may be is kept, and noted once.
TEST(PlaceFinder, keeps_candidates_of_what_it_cannot_tell) {
  Document document =
      document_of("Shells fell in Springfield. Springfield was quiet. He was in Darby Street.");
  Analysis analysis(document);
  auto places = find_places(analysis);
  ASSERT_EQ(places.size(), 3U);
  EXPECT_FALSE(places[0].resolved());
  EXPECT_FALSE(places[0].has_point);
  EXPECT_TRUE(places[0].gazetteer_id.empty());
  EXPECT_EQ(places[0].country, "US");
  ASSERT_EQ(places[0].candidates.size(), 5U);
  for (const PlaceSense& c : places[0].candidates) EXPECT_EQ(c.id.rfind("geonames:", 0), 0U) << c.id;
  auto notes = notes_on_places(analysis, places);
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0].kind, NoteKind::unresolved_place);
  EXPECT_EQ(notes[0].text, "Springfield");
  EXPECT_EQ(notes[0].evidence, places[0].span);
}

TEST(PlaceFinder, knows_the_codes_of_a_place) {
  Document document = document_of("Shells fell in Kabul.");
  Analysis analysis(document);
  auto places = find_places(analysis);
  ASSERT_EQ(places.size(), 1U);
  const PlaceMention& m = places[0];
  EXPECT_EQ(m.gazetteer_id, "geonames:1138958");
  EXPECT_EQ(m.codes.geonames, 1138958U);
  EXPECT_EQ(m.codes.alpha3, "AFG");
  EXPECT_EQ(m.codes.numeric, 4);
  EXPECT_EQ(m.codes.fips, "AF");
  EXPECT_EQ(m.codes.cow, 700);
  EXPECT_EQ(m.codes.gw, 700);
  EXPECT_EQ(m.codes.admin1, "AF-KAB");
  EXPECT_EQ(m.codes.prio_grid, 249U * 720 + 498 + 1);
  EXPECT_GT(m.score, 0.5);
  EXPECT_LE(m.score, 1);
}

TEST(PlaceFinder, bears_thousands_of_names) {
  std::string text;
  const Gazetteer& world = **Gazetteer::world();
  // Each of them another town.
  for (PlaceIndex i = 50'000; i < 55'000; ++i) text += "He was in " + std::string(world.place(i).name) + ". ";
  Document document = document_of(text);
  Analysis analysis(document);
  std::uint32_t end = 0;
  std::size_t count = 0;
  for (const PlaceMention& m : find_places(analysis)) {
    EXPECT_LE(end, m.span.begin);
    EXPECT_LT(m.span.begin, m.span.end);
    EXPECT_LE(m.phrase.begin, m.span.begin);
    EXPECT_GE(m.phrase.end, m.span.end);
    EXPECT_LE(m.phrase.end, text.size());
    end = m.span.end;
    ++count;
  }
  EXPECT_GT(count, 3'000U);
}

}  // namespace
}  // namespace sitrep
