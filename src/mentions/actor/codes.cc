#include "mentions/actor/codes.h"

#include <algorithm>
#include <string>
#include <utility>

namespace sitrep {
namespace {

std::string country_name(const ActorLexicon& lexicon, std::string_view country) {
  ActorIndex state = lexicon.find(std::string("gov:").append(country));
  return state == no_actor ? std::string() : std::string(lexicon.row(state).name);
}

std::string or_none(std::string_view country) { return std::string(country.empty() ? "---" : country); }

}  // namespace

ActorCodes codes_of_row(const ActorLexicon& lexicon, const ActorRow& row, std::optional<Date> day) {
  if (row.id.starts_with("person:") && row.cameo.empty() && !row.parent.empty() &&
      !row.parent.starts_with("gov:")) {
    if (ActorIndex body = lexicon.find(row.parent); body != no_actor)
      return codes_of_row(lexicon, lexicon.in_force(body, day), day);
  }
  ActorCodes codes;
  codes.cameo = cameo_of(row);
  std::string plover = plover_of(row);
  std::size_t space = plover.find(' ');
  codes.plover_country = plover.substr(0, space);
  if (space != plover.npos) codes.plover_sector = plover.substr(space + 1);
  codes.inter = row.inter;
  codes.ucdp = row.ucdp;
  codes.acled = row.acled;
  if (codes.acled.empty() && row.kind == ActorSort::government && !row.parent.empty()) {
    ActorIndex up = lexicon.find(row.parent);
    if (up != no_actor) codes.acled = lexicon.row(up).acled;
  }
  if (codes.acled.empty() && row.kind == ActorSort::state_force) {
    std::string state = country_name(lexicon, row.country);
    if (!state.empty())
      codes.acled = (codes.plover_sector == "COP" ? "Police Forces of " : "Military Forces of ") + state;
  }
  if (codes.acled.empty()) codes.acled = row.name;
  return codes;
}

ActorCodes codes_of_noun(const ActorLexicon& lexicon, std::string_view country, ActorSort kind,
                         std::string_view cameo, std::string_view sector) {
  ActorCodes codes;
  codes.inter = inter_of(kind);
  codes.ucdp = ucdp_of(kind);
  codes.plover_sector = sector;
  bool international = cameo.starts_with("IGO") || cameo.starts_with("NGO");
  if (international) {
    codes.cameo = cameo;
    codes.plover_country = cameo.substr(0, 3);
    if (codes.plover_sector == codes.plover_country) codes.plover_sector.clear();
  } else {
    codes.plover_country = or_none(country);
    codes.cameo = codes.plover_country + std::string(cameo);
    if (codes.cameo == "---") codes.cameo.clear();
  }
  std::string where = country_name(lexicon, country);
  std::string of = where.empty() ? "" : " of " + where;
  std::string in = where.empty() ? "" : " (" + where + ")";
  switch (kind) {
    case ActorSort::state_force:
      codes.acled = (sector == "COP" ? "Police Forces" : "Military Forces") + of;
      break;
    case ActorSort::government:
      codes.acled = "Government" + of;
      break;
    case ActorSort::rebel_group:
    case ActorSort::political_militia:
      codes.acled = "Unidentified Armed Group" + in;
      break;
    case ActorSort::identity_militia:
      codes.acled = "Unidentified Communal Militia" + in;
      break;
    case ActorSort::rioters:
      codes.acled = "Rioters" + in;
      break;
    case ActorSort::protesters:
      codes.acled = "Protesters" + in;
      break;
    case ActorSort::civilians:
    case ActorSort::media:
    case ActorSort::company:
      codes.acled = "Civilians" + in;
      break;
    default:
      break;
  }
  return codes;
}

ActorCodes codes_of_unlisted(std::string_view name, std::string_view country, ActorSort kind) {
  ActorCodes codes;
  codes.acled = name;
  codes.inter = inter_of(kind);
  codes.ucdp = ucdp_of(kind);
  codes.plover_sector = cameo_sector_of(kind);
  codes.plover_country = or_none(country);
  codes.cameo = codes.plover_country + codes.plover_sector;
  if (kind == ActorSort::international_body) {
    codes.cameo = codes.plover_country = codes.plover_sector;
    codes.plover_sector.clear();
  }
  if (codes.cameo == "---") codes.cameo.clear();
  return codes;
}

std::optional<std::string_view> organ_of_state(std::string_view noun) {
  static constexpr std::pair<std::string_view, std::string_view> organs[] = {
      {"army", "army"},
      {"military", "army"},
      {"armed forces", "army"},
      {"troops", "army"},
      {"soldier", "army"},
      {"forces", "army"},
      {"government forces", "army"},
      {"government troops", "army"},
      {"special forces", "army"},
      {"ground forces", "army"},
      {"security forces", "army"},
      {"defence forces", "army"},
      {"defense forces", "army"},
      {"army troops", "army"},
      {"regime forces", "army"},
      {"trooper", "army"},
      {"marine", "army"},
      {"paratrooper", "army"},
      {"commando", "army"},
      {"state forces", "army"},
      {"occupation forces", "army"},
      {"military personnel", "army"},
      {"air force", "airforce"},
      {"navy", "navy"},
      {"coast guard", "navy"},
      {"coastguard", "navy"},
      {"police", "police"},
      {"police force", "police"},
      {"police officer", "police"},
      {"policeman", "police"},
      {"police forces", "police"},
      {"riot police", "police"},
      {"defence ministry", "mod"},
      {"defense ministry", "mod"},
      {"ministry of defence", "mod"},
      {"ministry of defense", "mod"},
      {"foreign ministry", "mfa"},
      {"foreign office", "mfa"},
      {"ministry of foreign affairs", "mfa"},
      {"interior ministry", "moi"},
      {"ministry of interior", "moi"},
      {"health ministry", "moh"},
      {"ministry of health", "moh"},
      {"justice ministry", "moj"},
      {"finance ministry", "mof"},
      {"parliament", "parliament"},
      {"national assembly", "parliament"},
      {"legislature", "parliament"},
      {"supreme court", "supreme-court"},
      {"intelligence agency", "intelligence"},
      {"intelligence service", "intelligence"},
      {"secret service", "intelligence"},
      {"central bank", "central-bank"},
      {"government", ""},
      {"authorities", ""},
      {"regime", ""},
      {"administration", ""},
      {"junta", ""},
      {"military junta", ""},
      {"leadership", ""},
      {"cabinet", ""},
      {"interim government", ""},
      {"transitional government", ""},
      {"unity government", ""},
      {"council of ministers", ""},
      {"presidency", ""}};
  for (const auto& [body, organ] : organs) {
    if (body == noun) return organ;
  }
  return std::nullopt;
}

ActorSort kind_of_name(std::string_view name, bool armed) {
  using enum ActorSort;
  static constexpr std::pair<std::string_view, ActorSort> words[] = {{"ministry", government},
                                                                     {"government", government},
                                                                     {"parliament", government},
                                                                     {"department", government},
                                                                     {"assembly", government},
                                                                     {"cabinet", government},
                                                                     {"court", government},
                                                                     {"council", government},
                                                                     {"police", state_force},
                                                                     {"army", state_force},
                                                                     {"navy", state_force},
                                                                     {"air force", state_force},
                                                                     {"guard", state_force},
                                                                     {"regiment", state_force},
                                                                     {"battalion", state_force},
                                                                     {"military", state_force},
                                                                     {"times", media},
                                                                     {"post", media},
                                                                     {"news", media},
                                                                     {"radio", media},
                                                                     {"television", media},
                                                                     {"tribune", media},
                                                                     {"herald", media},
                                                                     {"gazette", media},
                                                                     {"party", party},
                                                                     {"coalition", party},
                                                                     {"union", party},
                                                                     {"congress", party},
                                                                     {"democrats", party},
                                                                     {"company", company},
                                                                     {"bank", company},
                                                                     {"corporation", company},
                                                                     {"airlines", company},
                                                                     {"ltd", company},
                                                                     {"inc", company},
                                                                     {"oil", company},
                                                                     {"front", rebel_group},
                                                                     {"brigade", rebel_group},
                                                                     {"brigades", rebel_group},
                                                                     {"liberation", rebel_group},
                                                                     {"resistance", rebel_group},
                                                                     {"mujahideen", rebel_group},
                                                                     {"jihad", rebel_group},
                                                                     {"militia", political_militia},
                                                                     {"united nations", international_body},
                                                                     {"international", international_body},
                                                                     {"organisation", international_body},
                                                                     {"organization", international_body},
                                                                     {"association", international_body},
                                                                     {"watch", international_body},
                                                                     {"observatory", international_body},
                                                                     {"foundation", international_body},
                                                                     {"network", international_body},
                                                                     {"agency", international_body},
                                                                     {"university", civilians},
                                                                     {"hospital", civilians},
                                                                     {"school", civilians},
                                                                     {"church", civilians},
                                                                     {"committee", international_body}};
  std::string lower(name);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  std::string padded = " " + lower + " ";
  std::replace(padded.begin(), padded.end(), '-', ' ');
  ActorSort found = unknown;
  std::size_t at_last = 0;
  for (const auto& [word, kind] : words) {
    std::size_t at = padded.rfind(std::string(" ").append(word).append(" "));
    if (at != padded.npos && (found == unknown || at > at_last)) {
      found = kind;
      at_last = at;
    }
  }
  if (!armed) return found;
  // "12th Brigade", "Coastal Regiment" are an army's; "People's Liberation Army" is one of rebels.
  bool numbered = !lower.empty() && lower.front() >= '0' && lower.front() <= '9';
  if (numbered) return state_force;
  bool rising = false;
  for (std::string_view word :
       {"liberation", "people", "popular", "resistance", "revolutionary", "free", "united", "front"}) {
    rising = rising || padded.find(std::string(" ").append(word)) != padded.npos;
  }
  if (found == unknown) return political_militia;
  if (found == state_force) return rising ? rebel_group : state_force;
  if (found == political_militia) return found;
  return rebel_group;
}

}  // namespace sitrep
