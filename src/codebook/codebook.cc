#include "codebook/codebook.h"

#include <algorithm>
#include <iterator>

namespace sitrep {
namespace {

// clang-format off
constexpr EventType types[] = {
    {"abduction", "181", "ASSAULT", "Violence against civilians: Abduction/forced disappearance", "", "KIDNAPPING"},
    {"accusation", "112", "ACCUSE", "", "", ""},
    {"air_strike", "195", "ASSAULT", "Explosions/Remote violence: Air/drone strike", "", "ATTACK"},
    {"ambush", "190", "ASSAULT", "", "", "ATTACK"},
    {"arrest", "173", "COERCE", "Strategic developments: Arrests", "", ""},
    {"arson", "", "ASSAULT", "", "", "ARSON"},
    {"assassination", "186", "ASSAULT", "", "", "ATTACK"},
    {"attack", "190", "ASSAULT", "", "", "ATTACK"},
    {"bombing", "183", "ASSAULT", "Explosions/Remote violence: Remote explosive/landmine/IED", "", "BOMBING"},
    {"clash", "190", "ASSAULT", "Battles: Armed clash", "", "ATTACK"},
    {"condemnation", "111", "ACCUSE", "", "", ""},
    {"death", "", "", "", "", ""},
    {"denial", "", "", "", "", ""},
    {"displacement", "", "", "", "", ""},
    {"execution", "", "ASSAULT", "", "", "ATTACK"},
    {"injury", "", "", "", "", ""},
    {"massacre", "202", "ASSAULT", "Violence against civilians: Attack", "one-sided violence", "ATTACK"},
    {"mine", "183", "ASSAULT", "Explosions/Remote violence: Remote explosive/landmine/IED", "", "BOMBING"},
    {"protest", "14", "PROTEST", "", "", ""},
    {"raid", "190", "ASSAULT", "", "", "ATTACK"},
    {"release", "0841", "RETREAT", "", "", ""},
    {"riot", "145", "PROTEST", "Riots: Violent demonstration", "", ""},
    {"shelling", "194", "ASSAULT", "Explosions/Remote violence: Shelling/artillery/missile attack", "", "ATTACK"},
    {"statement", "010", "", "", "", ""},
    {"suicide_bombing", "1831", "ASSAULT", "Explosions/Remote violence: Suicide bomb", "", "BOMBING"},
    {"surrender", "0874", "RETREAT", "", "", ""},
};
// clang-format on

}  // namespace

std::span<const EventType> event_types() { return types; }

const EventType* find_event_type(std::string_view name) {
  const auto* found = std::lower_bound(std::begin(types), std::end(types), name,
                                       [](const EventType& t, std::string_view n) { return t.name < n; });
  return found != std::end(types) && found->name == name ? found : nullptr;
}

}  // namespace sitrep
