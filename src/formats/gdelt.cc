// GDELT-shaped rows: the 61 columns of GDELT 2.0 Events, tab-separated, without a heading
// (GDELT Event Codebook 2.0). CAMEO codes are texts: they begin with zeros.
#include <fmt/format.h>

#include <algorithm>

#include "base/clock.h"
#include "formats/all.h"
#include "formats/parts.h"

namespace sitrep {
namespace {

std::string empty(const FormatEvent&) { return {}; }

std::string cameo(const FormatEvent& event) { return codes_of(event).cameo.value_or(""); }

std::string digits(const FormatEvent& event, std::string_view of = "") {
  std::string out;
  for (char c : event.row.earliest->iso()) {
    if (c != '-') out += c;
  }
  return of == "month" ? out.substr(0, 6) : of == "year" ? out.substr(0, 4) : out;
}

// Roots 01-05 verbal and 06-08 material cooperation, 09-13 verbal and 14-20 material conflict.
std::string quad_class(const FormatEvent& event) {
  std::string root = cameo(event).substr(0, 2);
  if (root.empty()) return {};
  return root <= "05" ? "1" : root <= "08" ? "2" : root <= "13" ? "3" : "4";
}

bool placed(const FormatEvent& event) { return event.row.place && event.row.place->lat; }

// 1: a country, 4: a town of the world, 5: a province.
std::string geo_type(const FormatEvent& event) {
  if (!event.row.place) return {};
  switch (event.row.place->precision.value_or(PlacePrecision::unknown)) {
    case PlacePrecision::country:
      return "1";
    case PlacePrecision::province:
    case PlacePrecision::area:
      return "5";
    default:
      return "4";
  }
}

std::string fips(const FormatEvent& event) {
  return event.row.place && event.row.place->codes ? event.row.place->codes->fips.value_or("") : "";
}

std::string full_name(const FormatEvent& event) {
  std::string out = place_name(event);
  if (event.row.place && event.row.place->admin1) out += ", " + *event.row.place->admin1;
  return out;
}

// YYYYMMDDHHMMSS, UTC, of the first report.
std::string date_added(const FormatEvent& event) {
  std::string out;
  for (char c : utc_iso(event.view.tellings.front().learned_us).substr(0, 19)) {
    if (c >= '0' && c <= '9') out += c;
  }
  return out;
}

constexpr FormatColumn columns[] = {
    {"GLOBALEVENTID", [](const FormatEvent& e) { return fmt::format("{}", e.view.event); }},
    {"SQLDATE", [](const FormatEvent& e) { return digits(e); }},
    {"MonthYear", [](const FormatEvent& e) { return digits(e, "month"); }},
    {"Year", [](const FormatEvent& e) { return digits(e, "year"); }},
    {"FractionDate",
     [](const FormatEvent& e) {
       // As GDELT reckons it: months of 30 days.
       double part = ((e.row.earliest->month() - 1) * 30 + e.row.earliest->day()) / 365.0;
       return fmt::format("{:.4f}", e.row.earliest->year() + part);
     }},
    {"Actor1Code", empty},
    {"Actor1Name", [](const FormatEvent& e) { return actor_name(side(e, true, 0)); }},
    {"Actor1CountryCode", empty},
    {"Actor1KnownGroupCode", empty},
    {"Actor1EthnicCode", empty},
    {"Actor1Religion1Code", empty},
    {"Actor1Religion2Code", empty},
    {"Actor1Type1Code", empty},
    {"Actor1Type2Code", empty},
    {"Actor1Type3Code", empty},
    {"Actor2Code", empty},
    {"Actor2Name", [](const FormatEvent& e) { return actor_name(side(e, false, 0)); }},
    {"Actor2CountryCode", empty},
    {"Actor2KnownGroupCode", empty},
    {"Actor2EthnicCode", empty},
    {"Actor2Religion1Code", empty},
    {"Actor2Religion2Code", empty},
    {"Actor2Type1Code", empty},
    {"Actor2Type2Code", empty},
    {"Actor2Type3Code", empty},
    {"IsRootEvent",
     [](const FormatEvent& e) {
       bool main = std::any_of(e.view.tellings.begin(), e.view.tellings.end(),
                               [](const Telling& t) { return t.happening.main; });
       return std::string(main ? "1" : "0");
     }},
    {"EventCode", cameo},
    {"EventBaseCode", [](const FormatEvent& e) { return cameo(e).substr(0, 3); }},
    {"EventRootCode", [](const FormatEvent& e) { return cameo(e).substr(0, 2); }},
    {"QuadClass", quad_class},
    {"GoldsteinScale", empty},
    {"NumMentions",
     [](const FormatEvent& e) {
       std::size_t claims = 0;
       for (const Telling& telling : e.view.tellings) claims += telling.claims.size();
       return fmt::format("{}", claims);
     }},
    {"NumSources", [](const FormatEvent& e) { return fmt::format("{}", e.view.independent); }},
    {"NumArticles", [](const FormatEvent& e) { return fmt::format("{}", e.view.tellings.size()); }},
    {"AvgTone", empty},
    {"Actor1Geo_Type", empty},
    {"Actor1Geo_FullName", empty},
    {"Actor1Geo_CountryCode", empty},
    {"Actor1Geo_ADM1Code", empty},
    {"Actor1Geo_ADM2Code", empty},
    {"Actor1Geo_Lat", empty},
    {"Actor1Geo_Long", empty},
    {"Actor1Geo_FeatureID", empty},
    {"Actor2Geo_Type", empty},
    {"Actor2Geo_FullName", empty},
    {"Actor2Geo_CountryCode", empty},
    {"Actor2Geo_ADM1Code", empty},
    {"Actor2Geo_ADM2Code", empty},
    {"Actor2Geo_Lat", empty},
    {"Actor2Geo_Long", empty},
    {"Actor2Geo_FeatureID", empty},
    {"ActionGeo_Type", geo_type},
    {"ActionGeo_FullName", full_name},
    {"ActionGeo_CountryCode", fips},
    {"ActionGeo_ADM1Code", fips},
    {"ActionGeo_ADM2Code", empty},
    {"ActionGeo_Lat", [](const FormatEvent& e) { return placed(e) ? degrees(e.row.place->lat, 6) : ""; }},
    {"ActionGeo_Long", [](const FormatEvent& e) { return placed(e) ? degrees(e.row.place->lon, 6) : ""; }},
    {"ActionGeo_FeatureID", empty},
    {"DATEADDED", date_added},
    {"SOURCEURL", [](const FormatEvent& e) { return e.view.tellings.front().uri.value_or(""); }},
};
static_assert(std::size(columns) == 61);

class GdeltWriter : public FormatWriter {
 public:
  Result<std::string> event(const FormatEvent& event) override {
    if (!event.row.earliest) {
      reject(event.view.event, "no day is known");
    } else if (cameo(event).empty()) {
      reject(event.view.event, fmt::format("CAMEO has no code for {}", event.row.type));
    } else {
      return table_row(columns, event, Separator::tab);
    }
    return std::string();
  }
};

}  // namespace

std::unique_ptr<FormatWriter> make_gdelt() { return std::make_unique<GdeltWriter>(); }

}  // namespace sitrep
