#include "mentions/figure/harm.h"

#include <unordered_map>

namespace sitrep {

const Harm* harm_of(std::string_view lower) {
  constexpr auto verb = [](Counted m) { return Harm{m, true, true, true, false, false}; };
  constexpr auto active = [](Counted m) { return Harm{m, true, false, false, false, false}; };
  constexpr auto state = [](Counted m) { return Harm{m, false, true, true, false, false}; };
  constexpr auto died = [](Counted m) { return Harm{m, false, true, true, true, false}; };
  constexpr auto noun = [](Counted m) { return Harm{m, false, false, false, false, true}; };
  using enum Counted;
  static const std::unordered_map<std::string_view, Harm> harms = {
      {"killed", verb(killed)},
      {"kill", active(killed)},
      {"kills", active(killed)},
      {"killing", active(killed)},
      {"slain", verb(killed)},
      {"massacred", verb(killed)},
      {"massacring", active(killed)},
      {"martyred", verb(killed)},
      {"executed", verb(killed)},
      {"executing", active(killed)},
      {"assassinated", verb(killed)},
      {"murdered", verb(killed)},
      {"beheaded", verb(killed)},
      {"slaughtered", verb(killed)},
      {"died", died(killed)},
      {"die", died(killed)},
      {"dies", died(killed)},
      {"perished", died(killed)},
      {"dead", state(killed)},
      {"deaths", noun(killed)},
      {"fatalities", noun(killed)},
      {"wounded", verb(injured)},
      {"wounding", active(injured)},
      {"injured", verb(injured)},
      {"injuring", active(injured)},
      {"injures", active(injured)},
      {"hurt", verb(injured)},
      {"hurting", active(injured)},
      {"maimed", verb(injured)},
      {"injuries", noun(injured)},
      {"casualties", noun(casualties)},
      {"missing", state(missing)},
      {"unaccounted", state(missing)},
      {"detained", verb(detained)},
      {"detaining", active(detained)},
      {"arrested", verb(detained)},
      {"arresting", active(detained)},
      {"arrests", noun(detained)},
      {"abducted", verb(abducted)},
      {"abducting", active(abducted)},
      {"kidnapped", verb(abducted)},
      {"kidnapping", active(abducted)},
      {"displaced", verb(displaced)},
      {"displacing", active(displaced)},
      {"released", verb(released)},
      {"freed", verb(released)},
      {"releasing", active(released)},
      {"freeing", active(released)},
      {"surrendered", died(surrendered)},
  };
  auto found = harms.find(lower);
  return found == harms.end() ? nullptr : &found->second;
}

}  // namespace sitrep
