// Triggers: the words of a report that tell of events, by the codebook.
//
//   "Rebels set the church on fire and fled."   set ... on fire: arson, obj the church
#pragma once

#include <vector>

#include "claims/slots.h"
#include "codebook/codebook.h"

namespace sitrep {

struct TriggerMatch {
  const Trigger* trigger = nullptr;
  TokenIndex token = 0;           // the word that heads it: the verb, the noun
  std::vector<TokenIndex> words;  // all of its words, in order
  Slots slots;
};

// What a phrase is, as far as its head tells: a kind of the codebook, or "person", "place", "organisation".
// Names count by what they name: an armed group is "armed".
bool is_of_kind(const Tree& tree, const Codebook& book, TokenIndex head, std::string_view kind);

// Whether a phrase can be the one that acts with force, orders or protests.
bool is_party(const Tree& tree, const Codebook& book, TokenIndex head);

// In the text's order; no word is of two. Weak triggers count where a party fills a slot, or where the
// report tells of events besides. Linear in the text, times the triggers of a word.
std::vector<TriggerMatch> find_triggers(const Tree& tree, const Codebook& book);

}  // namespace sitrep
