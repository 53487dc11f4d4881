// UCDP-shaped rows: the 49 columns of GED 23.1 (Högbladh 2023). An event needs an organised actor and at
// least one death; the others are rejected with the reason.
#include <fmt/format.h>

#include "formats/all.h"
#include "formats/parts.h"

namespace sitrep {
namespace {

std::string empty(const FormatEvent&) { return {}; }

bool is_state(const Actor* actor) {
  return actor != nullptr && (actor->kind == ActorKind::state_force || actor->kind == ActorKind::government);
}
bool is_civil(const Actor* actor) { return actor == nullptr || actor->kind == ActorKind::civilians; }

// 1: state-based, 2: non-state, 3: one-sided.
std::string type_of_violence(const FormatEvent& event) {
  const Actor* a = side(event, true, 0);
  const Actor* b = side(event, false, 0);
  if (is_civil(b)) return "3";
  return is_state(a) || is_state(b) ? "1" : "2";
}

std::string where_prec(const FormatEvent& event) {
  if (!event.row.place || !event.row.place->precision) return {};
  switch (*event.row.place->precision) {
    case PlacePrecision::point:
    case PlacePrecision::town:
      return "1";
    case PlacePrecision::near:
      return "2";
    case PlacePrecision::district:
      return "3";
    case PlacePrecision::province:
      return "4";
    case PlacePrecision::area:
      return "5";
    case PlacePrecision::country:
      return "6";
    case PlacePrecision::unknown:
      break;
  }
  return {};
}

std::string date_prec(const FormatEvent& event) {
  int days = days_of(event);
  return days == 1 ? "1" : days <= 6 ? "2" : days == 7 ? "3" : days <= 31 ? "4" : "5";
}

std::string dyad(const FormatEvent& event) {
  std::string b = actor_name(side(event, false, 0));
  return fmt::format("{} - {}", actor_name(side(event, true, 0)),
                     is_civil(side(event, false, 0)) ? "Civilians" : b);
}

const Telling& first(const FormatEvent& event) { return event.view.tellings.front(); }

std::optional<PlaceCodes> codes(const FormatEvent& event) {
  return event.row.place ? event.row.place->codes : std::nullopt;
}

std::string lat(const FormatEvent& event) { return event.row.place ? degrees(event.row.place->lat, 6) : ""; }
std::string lon(const FormatEvent& event) { return event.row.place ? degrees(event.row.place->lon, 6) : ""; }

// What is not civilian is not told apart by side, so it is unknown.
std::string deaths_unknown(const FormatEvent& event) {
  if (!event.row.killed.best) return {};
  return fmt::format(
      "{}", std::max<std::int64_t>(0, *event.row.killed.best - event.row.civilians_killed.best.value_or(0)));
}

constexpr FormatColumn columns[] = {
    {"id", [](const FormatEvent& e) { return fmt::format("{}", e.view.event); }},
    {"relid",
     [](const FormatEvent& e) { return fmt::format("SITREP-{}-{}", e.row.earliest->year(), e.view.event); }},
    {"year", [](const FormatEvent& e) { return fmt::format("{}", e.row.earliest->year()); }},
    {"active_year", empty},
    {"code_status", [](const FormatEvent&) { return std::string("Machine-coded"); }},
    {"type_of_violence", type_of_violence},
    {"conflict_dset_id", empty},
    {"conflict_new_id", empty},
    {"conflict_name", empty},
    {"dyad_dset_id", empty},
    {"dyad_new_id", empty},
    {"dyad_name", dyad},
    {"side_a_dset_id", empty},
    {"side_a_new_id", empty},
    {"side_a", [](const FormatEvent& e) { return actor_name(side(e, true, 0)); }},
    {"side_b_dset_id", empty},
    {"side_b_new_id", empty},
    {"side_b",
     [](const FormatEvent& e) {
       const Actor* b = side(e, false, 0);
       return is_civil(b) ? std::string("Civilians") : actor_name(b);
     }},
    {"number_of_sources", [](const FormatEvent& e) { return fmt::format("{}", e.view.independent); }},
    {"source_article",
     [](const FormatEvent& e) {
       const Telling& t = first(e);
       return fmt::format("{},{},{}", t.outlet.value_or(""), t.published ? t.published->date.iso() : "",
                          t.headline.value_or(""));
     }},
    {"source_office", [](const FormatEvent& e) { return outlets_of(e, ";"); }},
    {"source_date",
     [](const FormatEvent& e) { return first(e).published ? first(e).published->date.iso() : ""; }},
    {"source_headline", [](const FormatEvent& e) { return first(e).headline.value_or(""); }},
    {"source_original",
     [](const FormatEvent& e) {
       std::string out;
       for (const AccountView& account : e.view.accounts) out += (out.empty() ? "" : ";") + account.who;
       return out;
     }},
    {"where_prec", where_prec},
    {"where_coordinates", [](const FormatEvent& e) { return place_name(e); }},
    {"where_description",
     [](const FormatEvent& e) { return e.row.place ? e.row.place->text.value_or("") : ""; }},
    {"adm_1", [](const FormatEvent& e) { return e.row.place ? e.row.place->admin1.value_or("") : ""; }},
    {"adm_2", [](const FormatEvent& e) { return e.row.place ? e.row.place->admin2.value_or("") : ""; }},
    {"latitude", lat},
    {"longitude", lon},
    {"geom_wkt",
     [](const FormatEvent& e) { return lat(e).empty() ? "" : fmt::format("POINT ({} {})", lon(e), lat(e)); }},
    {"priogrid_gid", [](const FormatEvent& e) { return codes(e) ? number(codes(e)->prio_grid) : ""; }},
    {"country", country_of},
    {"country_id", [](const FormatEvent& e) { return codes(e) ? number(codes(e)->gw) : ""; }},
    {"region", empty},
    {"event_clarity", [](const FormatEvent& e) { return std::string(days_of(e) <= 1 ? "1" : "2"); }},
    {"date_prec", date_prec},
    {"date_start", [](const FormatEvent& e) { return e.row.earliest->iso() + " 00:00:00.000"; }},
    {"date_end", [](const FormatEvent& e) { return e.row.latest->iso() + " 00:00:00.000"; }},
    {"deaths_a", empty},
    {"deaths_b", empty},
    {"deaths_civilians", [](const FormatEvent& e) { return number(e.row.civilians_killed.best); }},
    {"deaths_unknown", deaths_unknown},
    {"best", [](const FormatEvent& e) { return number(e.row.killed.best); }},
    {"high", [](const FormatEvent& e) { return number(e.row.killed.high); }},
    {"low", [](const FormatEvent& e) { return number(e.row.killed.low); }},
    {"gwnoa", empty},
    {"gwnob", empty},
};
static_assert(std::size(columns) == 49);

class UcdpWriter : public FormatWriter {
 public:
  std::string begin() override { return table_heading(columns, Separator::comma); }
  Result<std::string> event(const FormatEvent& event) override {
    if (!event.row.earliest) {
      reject(event.view.event, "no day is known");
    } else if (event.row.killed.high.value_or(0) < 1) {
      reject(event.view.event, "no death is told");
    } else if (side(event, true, 0) == nullptr) {
      reject(event.view.event, "no organised actor is told");
    } else {
      return table_row(columns, event, Separator::comma);
    }
    return std::string();
  }
};

}  // namespace

std::unique_ptr<FormatWriter> make_ucdp() { return std::make_unique<UcdpWriter>(); }

}  // namespace sitrep
