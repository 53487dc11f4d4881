// Which tokens are heads of actors: names, nouns for people and bodies, words for countries that act.
#pragma once

#include <string_view>
#include <vector>

#include "language/syntax.h"
#include "lexicon/actors.h"
#include "mentions/actor/names.h"
#include "mentions/actor/phrases.h"

namespace sitrep {

// A noun for people or bodies where it stands: "defence minister", of two tokens.
struct NounHead {
  TokenIndex first = 0, last = 0;  // [first, last): "defence minister", "member of parliament"
  const AgentNoun* noun = nullptr;
};

// For each token the noun that ends there, or null; longest first.
std::vector<NounHead> find_agent_nouns(const Syntax& syntax, const ActorLexicon& lexicon);

// Whether what is told of a country or its seat makes it one who acts: "Moscow said", "attacked Israel",
// "talks with Iran"; not "in Israel", "left Moscow".
bool acts_as_body(const PhraseTree& tree, TokenIndex token, bool seat);

// Bodies that are places as often ("school"): actors only where they do something.
bool is_place_noun(const AgentNoun& noun);

// Nouns for things that belong to an actor who is named before them: "warplanes", "shells", "offensive".
bool is_deed_or_weapon(const Syntax& syntax, TokenIndex token);

}  // namespace sitrep
