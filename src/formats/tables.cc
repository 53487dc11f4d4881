// Our own tables: a row an event, a row an account; and HXL's, for humanitarian data.
#include <fmt/format.h>

#include "formats/all.h"
#include "formats/parts.h"

namespace sitrep {
namespace {

std::string date(const std::optional<Date>& day) { return day ? day->iso() : ""; }

std::string names(const FormatEvent& event, bool acting) {
  std::string out;
  for (const Actor* actor : sides(event, acting)) out += (out.empty() ? "" : "; ") + actor_name(actor);
  return out;
}

std::string why(const FormatEvent& event) {
  std::string out;
  for (const Choice& choice : event.row.choices) {
    out += fmt::format("{}{}: {}", out.empty() ? "" : " | ", choice.field, in_words(choice));
  }
  return out;
}

constexpr FormatColumn event_columns[] = {
    {"event", [](const FormatEvent& e) { return event_name(e.view.event); }},
    {"type", [](const FormatEvent& e) { return e.row.type; }},
    {"earliest", [](const FormatEvent& e) { return date(e.row.earliest); }},
    {"latest", [](const FormatEvent& e) { return date(e.row.latest); }},
    {"place", [](const FormatEvent& e) { return place_name(e); }},
    {"admin1", [](const FormatEvent& e) { return e.row.place ? e.row.place->admin1.value_or("") : ""; }},
    {"country", country_of},
    {"lat", [](const FormatEvent& e) { return e.row.place ? degrees(e.row.place->lat, 5) : ""; }},
    {"lon", [](const FormatEvent& e) { return e.row.place ? degrees(e.row.place->lon, 5) : ""; }},
    {"precision_m",
     [](const FormatEvent& e) { return e.row.place ? number(e.row.place->uncertainty_m) : ""; }},
    {"who", [](const FormatEvent& e) { return names(e, true); }},
    {"whom", [](const FormatEvent& e) { return names(e, false); }},
    {"killed_best", [](const FormatEvent& e) { return number(e.row.killed.best); }},
    {"killed_low", [](const FormatEvent& e) { return number(e.row.killed.low); }},
    {"killed_high", [](const FormatEvent& e) { return number(e.row.killed.high); }},
    {"injured_best", [](const FormatEvent& e) { return number(e.row.injured.best); }},
    {"injured_low", [](const FormatEvent& e) { return number(e.row.injured.low); }},
    {"injured_high", [](const FormatEvent& e) { return number(e.row.injured.high); }},
    {"civilians_killed_best", [](const FormatEvent& e) { return number(e.row.civilians_killed.best); }},
    {"reports", [](const FormatEvent& e) { return fmt::format("{}", e.view.tellings.size()); }},
    {"independent", [](const FormatEvent& e) { return fmt::format("{}", e.view.independent); }},
    {"accounts", [](const FormatEvent& e) { return notes_of(e); }},
    {"outlets", [](const FormatEvent& e) { return outlets_of(e, "; "); }},
    {"why", why},
    {"made_with", made_with},
};

constexpr FormatColumn hxl_columns[] = {
    {"#event+id", event_columns[0].value},
    {"#date+start", event_columns[2].value},
    {"#date+end", event_columns[3].value},
    {"#event+type", event_columns[1].value},
    {"#group+name+first", event_columns[10].value},
    {"#group+name+second", event_columns[11].value},
    {"#loc+name", event_columns[4].value},
    {"#adm1+name", event_columns[5].value},
    {"#country+code", event_columns[6].value},
    {"#geo+lat", event_columns[7].value},
    {"#geo+lon", event_columns[8].value},
    {"#affected+killed", event_columns[12].value},
    {"#affected+killed+min", event_columns[13].value},
    {"#affected+killed+max", event_columns[14].value},
    {"#affected+injured", event_columns[15].value},
    {"#affected+injured+min", event_columns[16].value},
    {"#affected+injured+max", event_columns[17].value},
    {"#meta+source", event_columns[22].value},
    {"#description", event_columns[21].value},
    {"#meta+tool", event_columns[24].value},
};
constexpr std::string_view hxl_headings[] = {"Event",         "Start",        "End",       "Type",
                                             "First party",   "Second party", "Place",     "Province",
                                             "Country",       "Latitude",     "Longitude", "Killed",
                                             "Killed, least", "Killed, most", "Injured",   "Injured, least",
                                             "Injured, most", "Sources",      "Accounts",  "Made with"};
static_assert(std::size(hxl_headings) == std::size(hxl_columns));

class EventsCsv : public FormatWriter {
 public:
  std::string begin() override { return table_heading(event_columns, Separator::comma); }
  Result<std::string> event(const FormatEvent& event) override {
    return table_row(event_columns, event, Separator::comma);
  }
};

// The hashtags stand in the second line (HXL 1.1).
class HxlWriter : public FormatWriter {
 public:
  std::string begin() override {
    std::string out;
    for (std::string_view heading : hxl_headings) out += (out.empty() ? "" : ",") + csv_cell(heading);
    return out + "\r\n" + table_heading(hxl_columns, Separator::comma);
  }
  Result<std::string> event(const FormatEvent& event) override {
    return table_row(hxl_columns, event, Separator::comma);
  }
};

// A row a thing said: who, when, what, in which report.
class AccountsCsv : public FormatWriter {
 public:
  std::string begin() override {
    return "event,account,who,source_kind,said,report,claim,outlet,origin,type,polarity,modality,killed_low,"
           "killed_high,"
           "injured_low,injured_high,revised,made_with\r\n";
  }
  Result<std::string> event(const FormatEvent& event) override {
    std::string out;
    for (std::size_t i = 0; i < event.view.accounts.size(); ++i) {
      const AccountView& account = event.view.accounts[i];
      for (Said said : account.said) out += row(event, account, i + 1, said);
    }
    return out;
  }

 private:
  static std::string row(const FormatEvent& event, const AccountView& account, std::size_t n, Said said) {
    const Claim& claim = event.view.claim(said);
    const Telling& telling = event.view.tellings[said.telling];
    std::string cells[] = {event_name(event.view.event),
                           fmt::format("{}", n),
                           account.who,
                           std::string(name_of(claim.source.kind)),
                           date(said_day(claim, telling)),
                           telling.report,
                           claim.id,
                           telling.outlet.value_or(""),
                           telling.origin,
                           claim.event.type,
                           std::string(name_of(claim.status.polarity)),
                           std::string(name_of(claim.status.modality)),
                           figure(claim, Measure::killed, true),
                           figure(claim, Measure::killed, false),
                           figure(claim, Measure::injured, true),
                           figure(claim, Measure::injured, false),
                           account.revised ? "true" : "false",
                           made_with(event)};
    std::string out;
    for (const std::string& cell : cells) out += (&cell == cells ? "" : ",") + csv_cell(cell);
    return out + "\r\n";
  }

  static std::string figure(const Claim& claim, Measure measure, bool low) {
    for (const Figure& each : claim.figures) {
      if (each.measure == measure && each.scope != FigureScope::part)
        return number(low ? each.low : each.high);
    }
    return {};
  }
};

}  // namespace

std::unique_ptr<FormatWriter> make_events_csv() { return std::make_unique<EventsCsv>(); }
std::unique_ptr<FormatWriter> make_accounts_csv() { return std::make_unique<AccountsCsv>(); }
std::unique_ptr<FormatWriter> make_hxl() { return std::make_unique<HxlWriter>(); }

}  // namespace sitrep
