// Slots: which phrases fill which places of a word that tells of something, whatever the form of the clause.
//
//   "Rebels carried out an attack on Orlo"        attack   subj Rebels, on Orlo
//   "the town which had been captured by rebels"  capture  subj rebels, obj town
//   "the killing of three priests by gunmen"      killing  of priests, by gunmen
//   "soldiers were ordered to burn the village"   burn     subj soldiers, obj village
//
// The names of slots are those of the codebook (codebook.h): subj, obj, iobj, comp; poss, compound, adj
// before a noun; and prepositions by their names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claims/tree.h"
#include "codebook/codebook.h"

namespace sitrep {

struct Filler {
  std::string slot;
  TokenIndex head = 0;
  std::string_view how;  // by which way of the clause it was found, for `because`
};

struct Slots {
  // The verb that lends a noun its sentence ("carried out" of "carried out an attack"), else the word
  // itself: tense, negation and time hang on it.
  TokenIndex carrier = 0;
  std::vector<Filler> fillers;  // in the order of their slots' finding; those of coordinations each

  [[nodiscard]] bool has(std::string_view slot) const;
};

// Of a verb, an event noun or an adjective; empty for others. Bounded: see limits::claim_fillers_max.
Slots slots_of(const Tree& tree, const Codebook& book, TokenIndex word);

// Who does what a verb says, as the sentence writes it: of a passive the one that undergoes it; through
// control, coordination and relative clauses. Nothing where it cannot be told.
std::optional<TokenIndex> surface_subject(const Tree& tree, TokenIndex verb);

// The noun that a relative pronoun stands for.
std::optional<TokenIndex> antecedent_of(const Tree& tree, TokenIndex pronoun);

// "hundreds of men": the noun that a quantity counts; nothing where it is none.
std::optional<TokenIndex> counted_by(const Tree& tree, TokenIndex quantity);

// "a series of attacks": the noun in whose place the phrase stands ("series"), else the noun itself.
TokenIndex outer_noun(const Tree& tree, TokenIndex noun);

}  // namespace sitrep
