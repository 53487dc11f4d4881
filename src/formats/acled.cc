// ACLED-shaped rows: the 31 columns of 2023, one row an event and day (ACLED codebook 2023; guide to the
// column changes of March 2023).
//
//   event_id_cnty,event_date,year,time_precision,disorder_type,event_type, ...
//   AFG17,2031-05-03,2031,1,Political violence,Battles,Armed clash, ...
#include <fmt/format.h>

#include "formats/all.h"
#include "formats/parts.h"

namespace sitrep {
namespace {

// ACLED's names of the eight kinds of actors.
std::string_view inter(const Actor* actor) {
  if (actor == nullptr || !actor->kind) return {};
  switch (*actor->kind) {
    case ActorKind::state_force:
    case ActorKind::government:
      return "State forces";
    case ActorKind::rebel_group:
      return "Rebel group";
    case ActorKind::political_militia:
      return "Political militia";
    case ActorKind::identity_militia:
      return "Identity militia";
    case ActorKind::rioters:
      return "Rioters";
    case ActorKind::protesters:
      return "Protesters";
    case ActorKind::civilians:
    case ActorKind::media:
    case ActorKind::party:
    case ActorKind::company:
      return "Civilians";
    case ActorKind::external_force:
    case ActorKind::international_body:
      return "External/Other forces";
    case ActorKind::unknown:
      break;
  }
  return {};
}

std::string associates(const FormatEvent& event, bool acting) {
  std::string out;
  auto all = sides(event, acting);
  for (std::size_t i = 1; i < all.size(); ++i) out += (out.empty() ? "" : "; ") + actor_name(all[i]);
  return out;
}

// 1: the day; 2: within a week; 3: within a month. ACLED codes nothing vaguer.
std::string time_precision(const FormatEvent& event) {
  int days = days_of(event);
  if (days == 0) return {};
  return days == 1 ? "1" : days <= 7 ? "2" : "3";
}

// 1: the town; 2: near one, or a small area; 3: a larger region.
std::string geo_precision(const FormatEvent& event) {
  if (!event.row.place || !event.row.place->precision) return {};
  switch (*event.row.place->precision) {
    case PlacePrecision::point:
    case PlacePrecision::town:
      return "1";
    case PlacePrecision::near:
    case PlacePrecision::district:
      return "2";
    case PlacePrecision::province:
    case PlacePrecision::area:
      return "3";
    case PlacePrecision::country:
    case PlacePrecision::unknown:
      break;
  }
  return {};
}

std::optional<PlaceCodes> codes(const FormatEvent& event) {
  return event.row.place ? event.row.place->codes : std::nullopt;
}

// A stretch of days is set to its middle.
Date day(const FormatEvent& event) { return event.row.earliest->plus_days((days_of(event) - 1) / 2); }

std::string interaction(const FormatEvent& event) {
  std::string_view first = inter(side(event, true, 0));
  std::string_view second = inter(side(event, false, 0));
  if (first.empty()) return std::string(second);
  return second.empty() ? fmt::format("Sole {}", first) : fmt::format("{}-{}", first, second);
}

constexpr FormatColumn columns[] = {
    {"event_id_cnty",
     [](const FormatEvent& e) {
       auto place = codes(e);
       std::string country = place && place->alpha3 ? *place->alpha3 : country_of(e);
       return fmt::format("{}{}", country, e.view.event);
     }},
    {"event_date", [](const FormatEvent& e) { return day(e).iso(); }},
    {"year", [](const FormatEvent& e) { return fmt::format("{}", day(e).year()); }},
    {"time_precision", time_precision},
    {"disorder_type", [](const FormatEvent& e) { return acled_type(e).disorder; }},
    {"event_type", [](const FormatEvent& e) { return acled_type(e).event; }},
    {"sub_event_type", [](const FormatEvent& e) { return acled_type(e).sub_event; }},
    {"actor1", [](const FormatEvent& e) { return actor_name(side(e, true, 0)); }},
    {"assoc_actor_1", [](const FormatEvent& e) { return associates(e, true); }},
    {"inter1", [](const FormatEvent& e) { return std::string(inter(side(e, true, 0))); }},
    {"actor2", [](const FormatEvent& e) { return actor_name(side(e, false, 0)); }},
    {"assoc_actor_2", [](const FormatEvent& e) { return associates(e, false); }},
    {"inter2", [](const FormatEvent& e) { return std::string(inter(side(e, false, 0))); }},
    {"interaction", interaction},
    {"civilian_targeting",
     [](const FormatEvent& e) {
       return std::string(inter(side(e, false, 0)) == "Civilians" ? "Civilian targeting" : "");
     }},
    {"iso", [](const FormatEvent& e) { return codes(e) ? codes(e)->numeric.value_or("") : ""; }},
    {"region", [](const FormatEvent&) { return std::string(); }},
    {"country", country_of},
    {"admin1", [](const FormatEvent& e) { return e.row.place ? e.row.place->admin1.value_or("") : ""; }},
    {"admin2", [](const FormatEvent& e) { return e.row.place ? e.row.place->admin2.value_or("") : ""; }},
    {"admin3", [](const FormatEvent&) { return std::string(); }},
    {"location", place_name},
    {"latitude", [](const FormatEvent& e) { return e.row.place ? degrees(e.row.place->lat, 4) : ""; }},
    {"longitude", [](const FormatEvent& e) { return e.row.place ? degrees(e.row.place->lon, 4) : ""; }},
    {"geo_precision", geo_precision},
    {"source", [](const FormatEvent& e) { return outlets_of(e, "; "); }},
    {"source_scale", [](const FormatEvent&) { return std::string(); }},
    {"notes", [](const FormatEvent& e) { return notes_of(e); }},
    {"fatalities", [](const FormatEvent& e) { return number(e.row.killed.best); }},
    {"tags", [](const FormatEvent& e) { return "made with " + made_with(e); }},
    {"timestamp",
     [](const FormatEvent& e) {
       std::int64_t last = 0;
       for (const Telling& telling : e.view.tellings) last = std::max(last, telling.learned_us);
       return fmt::format("{}", last / 1'000'000);
     }},
};
static_assert(std::size(columns) == 31);

class AcledWriter : public FormatWriter {
 public:
  std::string begin() override { return table_heading(columns, Separator::comma); }
  Result<std::string> event(const FormatEvent& event) override {
    if (!event.row.earliest) {
      reject(event.view.event, "no day is known");
    } else if (days_of(event) > 31) {
      reject(event.view.event, "the time told is longer than a month");
    } else if (acled_type(event).event.empty()) {
      reject(event.view.event, fmt::format("ACLED has no type for {}", event.row.type));
    } else {
      return table_row(columns, event, Separator::comma);
    }
    return std::string();
  }
};

}  // namespace

std::unique_ptr<FormatWriter> make_acled() { return std::make_unique<AcledWriter>(); }

}  // namespace sitrep
