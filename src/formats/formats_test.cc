#include "formats/formats.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "events/testing.h"

namespace sitrep {
namespace {

constexpr const char* text = "=cmd shells fell on Kalmar, \"Ida\" said.\nNine died.";

EventView example() {
  Claim claim = said_by(made_up_claim("c1", "h1", "shelling"), SourceKind::body, "=police");
  claim.evidence = {5, 26};
  claim.event.codes =
      Codes{"194", "ASSAULT", "Explosions/Remote violence: Shelling/artillery/missile attack", {}, "ATTACK"};
  claim.figures = {killed(9, 11)};
  claim.time = Time{};
  claim.time->earliest = TimePoint{*Date::parse("2031-05-03"), {}};
  claim.place = Place{};
  claim.place->name = "Kalmar";
  claim.place->lat = 56.6634;
  claim.place->lon = 16.3568;
  claim.place->uncertainty_m = 2000;
  claim.place->precision = PlacePrecision::town;
  claim.place->country = "SE";
  Actor brigade;
  brigade.name = "River Brigade";
  brigade.kind = ActorKind::rebel_group;
  Actor people;
  people.role = ActorRole::victim;
  people.text = "residents,\n<b>all</b>";
  people.kind = ActorKind::civilians;
  claim.actors = {brigade, people};
  Report report = made_up_report(text);
  report.publication.uri = "https://harbour-post.example/7";
  report.publication.headline = "-1 shells";
  Telling telling = telling_of(report, {claim});
  telling.uri = report.publication.uri;
  telling.headline = report.publication.headline;
  telling.learned_us = 1'924'992'000'000'000;
  return view_of(17, {telling});
}

// All that a format writes of some events.
struct Written {
  std::string text;
  std::vector<FormatWriter::Rejected> rejected;
};

Written written(const Format& format, const std::vector<EventView>& views) {
  auto writer = format.make();
  Written out{writer->begin(), {}};
  const Profile& profile = *find_profile(format.profile);
  Reading reading;
  reading.program = "sitrep 0.1.0";
  for (const EventView& view : views) {
    EventRow row = row_of(view, profile);
    auto told =
        writer->event({view, row, profile, reading, [](const Telling&) { return std::string(text); }});
    EXPECT_TRUE(told) << format.name;
    if (told) out.text += *told;
  }
  out.text += writer->end();
  out.rejected = writer->rejected();
  return out;
}

Written written(std::string_view name, const std::vector<EventView>& views) {
  return written(*find_format(name), views);
}

// Cells of comma-separated text, as RFC 4180 has it.
std::vector<std::vector<std::string>> cells_of(const std::string& csv, char separator) {
  std::vector<std::vector<std::string>> rows{{""}};
  bool quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    char c = csv[i];
    if (quoted && c == '"' && i + 1 < csv.size() && csv[i + 1] == '"') {
      rows.back().back() += c;
      ++i;
    } else if (c == '"' && separator == ',') {
      quoted = !quoted;
    } else if (!quoted && c == separator) {
      rows.back().emplace_back();
    } else if (!quoted && c == '\n') {
      rows.push_back({""});
    } else if (quoted || c != '\r') {
      rows.back().back() += c;
    }
  }
  rows.pop_back();
  return rows;
}

TEST(Formats, tables_have_their_columns_in_every_row) {
  struct Row {
    const char* name;
    std::size_t columns, heading;
    char separator;
  };
  const Row rows[] = {{"acled", 31, 1, ','},    {"ucdp-ged", 49, 1, ','}, {"gdelt", 61, 0, '\t'},
                      {"polecat", 40, 1, '\t'}, {"events", 25, 1, ','},   {"accounts", 18, 1, ','},
                      {"hxl", 20, 2, ','}};
  for (const Row& row : rows) {
    auto cells = cells_of(written(row.name, {example(), example()}).text, row.separator);
    ASSERT_EQ(cells.size(), row.heading + 2) << row.name;
    for (const auto& line : cells) EXPECT_EQ(line.size(), row.columns) << row.name;
  }
}

std::string cell(const char* format, const char* column) {
  auto cells =
      cells_of(written(format, {example()}).text, format == std::string_view("polecat") ? '\t' : ',');
  auto at = std::find(cells[0].begin(), cells[0].end(), column);
  EXPECT_NE(at, cells[0].end()) << column;
  return cells[1].at(static_cast<std::size_t>(at - cells[0].begin()));
}

TEST(Formats, hold_what_the_event_holds) {
  struct Row {
    const char *format, *column, *value;
  };
  const Row rows[] = {
      {"acled", "event_date", "2031-05-03"},
      {"acled", "event_type", "Explosions/Remote violence"},
      {"acled", "sub_event_type", "Shelling/artillery/missile attack"},
      {"acled", "actor1", "River Brigade"},
      {"acled", "inter1", "Rebel group"},
      {"acled", "interaction", "Rebel group-Civilians"},
      {"acled", "civilian_targeting", "Civilian targeting"},
      {"acled", "fatalities", "9"},
      {"acled", "latitude", "56.6634"},
      {"acled", "geo_precision", "1"},
      {"acled", "timestamp", "1924992000"},
      {"ucdp-ged", "type_of_violence", "3"},
      {"ucdp-ged", "side_b", "Civilians"},
      {"ucdp-ged", "geom_wkt", "POINT (16.356800 56.663400)"},
      {"ucdp-ged", "best", "9"},
      {"ucdp-ged", "low", "9"},
      {"ucdp-ged", "high", "11"},
      {"ucdp-ged", "date_prec", "1"},
      {"polecat", "Event Type", "ASSAULT"},
      {"polecat", "Quad Code", "MATERIAL CONFLICT"},
      {"events", "event", "e17"},
      {"events", "killed_high", "11"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(cell(row.format, row.column), row.value) << row.format << " " << row.column;
}

TEST(Formats, cells_are_no_formulas) {
  EXPECT_EQ(cell("accounts", "who"), "'=police");
  EXPECT_EQ(cell("ucdp-ged", "source_headline"), "'-1 shells");
  EXPECT_EQ(csv_cell("@x"), "'@x");
  EXPECT_EQ(csv_cell("a,b"), "\"a,b\"");
  EXPECT_EQ(csv_cell("a\"b"), "\"a\"\"b\"");
  EXPECT_EQ(csv_cell("\tx"), "'\tx");
}

TEST(Formats, what_cannot_be_held_is_rejected_with_the_reason) {
  EventView nothing = view_of(3, {telling_of(made_up_report("x"), {made_up_claim("c1", "h1", "talks")})});
  for (const char* name : {"acled", "ucdp-ged", "gdelt", "plover", "polecat"}) {
    Written out = written(name, {nothing});
    ASSERT_EQ(out.rejected.size(), 1U) << name;
    EXPECT_EQ(out.rejected[0].event, 3);
    EXPECT_FALSE(out.rejected[0].why.empty());
  }
}

TEST(Formats, json_is_json) {
  auto collection = nlohmann::json::parse(written("geojson", {example(), example()}).text);
  ASSERT_EQ(collection["features"].size(), 2U);
  EXPECT_EQ(collection["features"][0]["geometry"]["coordinates"][0], 16.3568) << "longitude first";
  EXPECT_EQ(collection["features"][0]["properties"]["precision_m"], 2000);
  EXPECT_EQ(nlohmann::json::parse(written("geojson", {}).text)["features"].size(), 0U);
  EXPECT_EQ(nlohmann::json::parse(written("json-ld", {example()}).text)["@graph"].size(), 1U);
  for (const char* name : {"plover", "ftm", "web-annotation"}) {
    std::string lines = written(name, {example()}).text;
    while (!lines.empty()) {
      EXPECT_TRUE(nlohmann::json::accept(lines.substr(0, lines.find('\n')))) << name;
      lines.erase(0, lines.find('\n') + 1);
    }
  }
}

TEST(Formats, areas_are_areas) {
  EventView view = example();
  view.tellings[0].claims[0].place->uncertainty_m = 40'000;
  auto geometry = nlohmann::json::parse(written("geojson", {view}).text)["features"][0]["geometry"];
  EXPECT_EQ(geometry["type"], "Polygon");
  EXPECT_EQ(geometry["coordinates"][0].size(), 33U);
  EXPECT_EQ(geometry["coordinates"][0].front(), geometry["coordinates"][0].back());
}

TEST(Formats, annotations_quote_their_evidence) {
  auto annotation = nlohmann::json::parse(written("web-annotation", {example()}).text);
  auto selectors = annotation["target"]["selector"];
  EXPECT_EQ(selectors[0]["start"], 5);
  EXPECT_EQ(selectors[1]["exact"], "shells fell on Kalmar");
  EXPECT_EQ(selectors[1]["prefix"], "=cmd ");
  EXPECT_EQ(annotation["target"]["state"]["value"], example().tellings[0].report);
}

TEST(Formats, calendars_are_folded_and_end_on_the_next_day) {
  std::string calendar = written("ical", {example()}).text;
  EXPECT_NE(calendar.find("DTSTART;VALUE=DATE:20310503\r\n"), std::string::npos);
  EXPECT_NE(calendar.find("DTEND;VALUE=DATE:20310504\r\n"), std::string::npos);
  EXPECT_NE(calendar.find("SUMMARY:shelling\\, Kalmar\\, 9 killed\r\n"), std::string::npos);
  std::size_t begin = 0;
  for (std::size_t end = calendar.find("\r\n"); end != std::string::npos;
       end = calendar.find("\r\n", begin)) {
    EXPECT_LE(end - begin, 75U);
    begin = end + 2;
  }
}

TEST(Formats, each_says_what_it_is_and_cannot_hold) {
  EXPECT_TRUE(std::is_sorted(formats().begin(), formats().end(),
                             [](const Format& a, const Format& b) { return a.name < b.name; }));
  for (const Format& format : formats()) {
    EXPECT_FALSE(format.version.empty()) << format.name;
    EXPECT_FALSE(format.cannot_hold.empty()) << format.name;
    EXPECT_NE(find_profile(format.profile), nullptr) << format.name;
    EXPECT_FALSE(written(format, {}).text.empty() && format.name == "acled");
  }
  EXPECT_EQ(find_format("no-such"), nullptr);
}

}  // namespace
}  // namespace sitrep
