// What several formats ask of an event.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/formats.h"

namespace sitrep {

// The parties, in the order of telling: who acts (actor, participant), and who undergoes (target, victim).
std::vector<const Actor*> sides(const FormatEvent& event, bool acting);
// The n-th of a side, or null.
const Actor* side(const FormatEvent& event, bool acting, std::size_t n);
std::string actor_name(const Actor* actor);

// The codebook's codes of the event's type, as its claims have them.
Codes codes_of(const FormatEvent& event);

// The event's type and sub-event type in ACLED's words: "Battles", "Armed clash". Empty where it has none.
struct AcledType {
  std::string disorder, event, sub_event;
};
AcledType acled_type(const FormatEvent& event);

std::string number(const std::optional<std::int64_t>& value);
// Degrees with so many digits; empty where not known.
std::string degrees(const std::optional<double>& value, int digits);
std::string country_of(const FormatEvent& event);
std::string place_name(const FormatEvent& event);

// Outlets of the reports, each once, joined.
std::string outlets_of(const FormatEvent& event, std::string_view joint);
// "Sitrep 0.1.0, english ..., codebook ..., gazetteer ..., profile ucdp"
std::string made_with(const FormatEvent& event);
// A short summary of the accounts: "police: 7 killed; River Brigade: denies it".
std::string notes_of(const FormatEvent& event);

// Days from first to last, inclusive; 0 where not known.
int days_of(const FormatEvent& event);

}  // namespace sitrep
