#include "formats/parts.h"

#include <fmt/format.h>

#include <algorithm>

namespace sitrep {

std::vector<const Actor*> sides(const FormatEvent& event, bool acting) {
  std::vector<const Actor*> found;
  for (const Actor& actor : event.row.actors) {
    bool acts = actor.role == ActorRole::actor || actor.role == ActorRole::participant;
    bool undergoes = actor.role == ActorRole::target || actor.role == ActorRole::victim;
    if (acting ? acts : undergoes) found.push_back(&actor);
  }
  return found;
}

const Actor* side(const FormatEvent& event, bool acting, std::size_t n) {
  auto found = sides(event, acting);
  // "A and B clashed": two who act, and nobody who undergoes.
  if (!acting && found.empty()) {
    auto both = sides(event, true);
    return n + 1 < both.size() ? both[n + 1] : nullptr;
  }
  return n < found.size() ? found[n] : nullptr;
}

std::string actor_name(const Actor* actor) {
  if (actor == nullptr) return {};
  return actor->name ? *actor->name : actor->text.value_or("");
}

Codes codes_of(const FormatEvent& event) {
  for (const AccountView& account : event.view.accounts) {
    for (Said said : account.said) {
      const Claim& claim = event.view.claim(said);
      if (claim.event.type == event.row.type && claim.event.codes) return *claim.event.codes;
    }
  }
  return {};
}

AcledType acled_type(const FormatEvent& event) {
  AcledType out;
  std::string code = codes_of(event).acled.value_or("");
  std::size_t colon = code.find(": ");
  if (colon == std::string::npos) return out;
  out.event = code.substr(0, colon);
  out.sub_event = code.substr(colon + 2);
  out.disorder = out.event == "Strategic developments" ? "Strategic developments"
                 : out.event == "Protests"             ? "Demonstrations"
                 : out.event == "Riots"                ? "Demonstrations"
                                                       : "Political violence";
  if (out.sub_event == "Mob violence") out.disorder = "Political violence";
  if (out.sub_event == "Excessive force against protesters")
    out.disorder = "Political violence; Demonstrations";
  return out;
}

std::string number(const std::optional<std::int64_t>& value) {
  return value ? fmt::format("{}", *value) : "";
}

std::string degrees(const std::optional<double>& value, int digits) {
  return value ? fmt::format("{:.{}f}", *value, digits) : "";
}

std::string country_of(const FormatEvent& event) {
  return event.row.place ? event.row.place->country.value_or("") : "";
}

std::string place_name(const FormatEvent& event) {
  if (!event.row.place) return {};
  return event.row.place->name ? *event.row.place->name : event.row.place->text.value_or("");
}

std::string outlets_of(const FormatEvent& event, std::string_view joint) {
  std::vector<std::string> seen;
  for (const Telling& telling : event.view.tellings) {
    if (!telling.outlet || std::find(seen.begin(), seen.end(), *telling.outlet) != seen.end()) continue;
    seen.push_back(*telling.outlet);
  }
  return fmt::format("{}", fmt::join(seen, joint));
}

std::string made_with(const FormatEvent& event) {
  std::string out = event.reading.program;
  for (const auto* part : {&event.reading.model, &event.reading.codebook, &event.reading.gazetteer}) {
    if (*part) out += ", " + **part;
  }
  return out + ", profile " + event.profile.name;
}

std::string notes_of(const FormatEvent& event) {
  std::string out;
  for (const AccountView& account : event.view.accounts) {
    const Claim& last = event.view.claim(account.said.back());
    std::string what = last.event.type;
    for (const Figure& figure : last.figures) {
      what += fmt::format(", {} {}", figure.text, sitrep::name_of(figure.measure));
    }
    if (last.status.polarity == Polarity::denied) what += " (denied)";
    if (last.status.polarity == Polarity::negated) what += " (did not happen)";
    out += fmt::format("{}{}: {}", out.empty() ? "" : "; ", account.who, what);
  }
  return out;
}

int days_of(const FormatEvent& event) {
  if (!event.row.earliest || !event.row.latest) return 0;
  return event.row.latest->days() - event.row.earliest->days() + 1;
}

}  // namespace sitrep
