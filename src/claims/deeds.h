// Deeds: what a report's triggers tell of, each once. A word that only tells how a deed ended belongs to it.
//
//   "Shells hit the market, killing nine."     one deed: shelling, with its outcome (killing)
//   "Nine people were killed in the attack."   one deed: attack, with its outcome (killing)
//   "Rebels killed nine people."               one deed: killing
#pragma once

#include <vector>

#include "claims/triggers.h"

namespace sitrep {

struct Deed {
  TriggerMatch main;
  std::vector<TriggerMatch> outcomes;

  [[nodiscard]] TokenIndex token() const { return main.token; }
  [[nodiscard]] TokenIndex carrier() const { return main.slots.carrier; }
  // Whether a token is one of its words, the verb that carries it, or one of its outcomes' words.
  [[nodiscard]] bool owns(TokenIndex token) const;
};

// Types that tell no more than what came of an act: death, injury, killing, destruction.
bool is_outcome(std::string_view type);
// Types whose happenings leave dead and injured; "arrest" does not.
bool is_harmful(std::string_view type);

// In the text's order. What stands in the words that a demand, a threat or an offer is about is no deed of
// its own, since the verbal act is one claim.
std::vector<Deed> find_deeds(const Tree& tree, const Codebook& book);

}  // namespace sitrep
