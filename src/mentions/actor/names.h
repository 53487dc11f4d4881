// Proper names of actors in a text: those of the lexicon, and those that the model read as names.
//
//   "Taliban fighters met António Guterres."   Taliban (org:taliban), António Guterres (person:...)
#pragma once

#include <vector>

#include "language/analysis.h"
#include "language/syntax.h"
#include "lexicon/actors.h"

namespace sitrep {

struct NamedActor {
  TokenIndex first = 0, last = 0;  // [first, last)
  TokenIndex head = 0;
  const Name* read = nullptr;  // what the model takes it for; null where only the lexicon has it
  std::vector<ActorName> who;  // of the lexicon; may be empty
  [[nodiscard]] bool is(NameKind kind) const { return read != nullptr && read->kind == kind; }
};

// In order, not overlapping. Linear in the text, with at most the longest name's words at each.
std::vector<NamedActor> find_actor_names(const Analysis& analysis, const Syntax& syntax,
                                         const ActorLexicon& lexicon);

}  // namespace sitrep
