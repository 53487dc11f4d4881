// POLECAT-shaped rows: the 40 columns of 2023, tab-separated. Types and modes are PLOVER's.
#include <fmt/format.h>

#include "formats/all.h"
#include "formats/parts.h"

namespace sitrep {
namespace {

std::string empty(const FormatEvent&) { return {}; }

std::string plover(const FormatEvent& event) { return codes_of(event).plover.value_or(""); }

std::string quad_code(const FormatEvent& event) {
  static constexpr std::string_view verbal_cooperation[] = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE"};
  static constexpr std::string_view material_cooperation[] = {"COOPERATE", "AID", "RETREAT"};
  static constexpr std::string_view verbal_conflict[] = {"REQUEST", "ACCUSE", "REJECT", "THREATEN"};
  std::string type = plover(event);
  auto is_in = [&](const auto& list) {
    for (std::string_view each : list) {
      if (each == type) return true;
    }
    return false;
  };
  if (type.empty()) return {};
  return is_in(verbal_cooperation)     ? "VERBAL COOPERATION"
         : is_in(material_cooperation) ? "MATERIAL COOPERATION"
         : is_in(verbal_conflict)      ? "VERBAL CONFLICT"
                                       : "MATERIAL CONFLICT";
}

std::string text_of(const Actor* actor) { return actor == nullptr ? "" : actor->text.value_or(""); }

constexpr FormatColumn columns[] = {
    {"Event ID", [](const FormatEvent& e) { return event_name(e.view.event); }},
    {"Event Date", [](const FormatEvent& e) { return e.row.earliest->iso(); }},
    {"Event Type", plover},
    {"Event Mode", empty},
    {"Intensity", empty},
    {"Quad Code", quad_code},
    {"Contexts", empty},
    {"Actor Name", [](const FormatEvent& e) { return actor_name(side(e, true, 0)); }},
    {"Actor Country", empty},
    {"Actor COW", empty},
    {"Primary Actor Sector", empty},
    {"Actor Sectors", empty},
    {"Actor Title", empty},
    {"Actor Name Raw", [](const FormatEvent& e) { return text_of(side(e, true, 0)); }},
    {"Wikipedia Actor ID", empty},
    {"Recipient Name", [](const FormatEvent& e) { return actor_name(side(e, false, 0)); }},
    {"Recipient Country", empty},
    {"Recipient COW", empty},
    {"Primary Recipient Sector", empty},
    {"Recipient Sectors", empty},
    {"Recipient Title", empty},
    {"Recipient Name Raw", [](const FormatEvent& e) { return text_of(side(e, false, 0)); }},
    {"Wikipedia Recipient ID", empty},
    {"Placename", [](const FormatEvent& e) { return place_name(e); }},
    {"City", empty},
    {"District", [](const FormatEvent& e) { return e.row.place ? e.row.place->admin2.value_or("") : ""; }},
    {"Province", [](const FormatEvent& e) { return e.row.place ? e.row.place->admin1.value_or("") : ""; }},
    {"Country",
     [](const FormatEvent& e) {
       return e.row.place && e.row.place->codes ? e.row.place->codes->alpha3.value_or("") : "";
     }},
    {"Latitude", [](const FormatEvent& e) { return e.row.place ? degrees(e.row.place->lat, 6) : ""; }},
    {"Longitude", [](const FormatEvent& e) { return e.row.place ? degrees(e.row.place->lon, 6) : ""; }},
    {"GeoNames ID",
     [](const FormatEvent& e) {
       return e.row.place && e.row.place->codes ? number(e.row.place->codes->geonames) : "";
     }},
    {"Raw Placename", [](const FormatEvent& e) { return e.row.place ? e.row.place->text.value_or("") : ""; }},
    {"Feature Type", empty},
    {"Source", [](const FormatEvent& e) { return outlets_of(e, "; "); }},
    {"Publication Date",
     [](const FormatEvent& e) {
       const Telling& first = e.view.tellings.front();
       return first.published ? first.published->date.iso() : "";
     }},
    {"Story People", empty},
    {"Story Organizations", empty},
    {"Story Locations", empty},
    {"Language", [](const FormatEvent&) { return std::string("English"); }},
    {"Version", made_with},
};
static_assert(std::size(columns) == 40);

class PolecatWriter : public FormatWriter {
 public:
  std::string begin() override { return table_heading(columns, Separator::tab); }
  Result<std::string> event(const FormatEvent& event) override {
    if (!event.row.earliest) {
      reject(event.view.event, "no day is known");
    } else if (plover(event).empty()) {
      reject(event.view.event, fmt::format("PLOVER has no type for {}", event.row.type));
    } else {
      return table_row(columns, event, Separator::tab);
    }
    return std::string();
  }
};

}  // namespace

std::unique_ptr<FormatWriter> make_polecat() { return std::make_unique<PolecatWriter>(); }

}  // namespace sitrep
