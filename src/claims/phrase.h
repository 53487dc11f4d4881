// Phrases: the words of a noun phrase and what it names.
//
//   "the spokesman of the River Brigade, Ola Berg, who ..."
//     of spokesman  "the spokesman of the River Brigade"
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "claims/tree.h"

namespace sitrep {

// How far a phrase goes on after its head: by any preposition ("a bridge near Orlo"), by any that tells no
// site
// ("three villagers", not "three villagers near Orlo"), or by "of" alone ("the men of the River Brigade", not
// "gunmen from Kalmar").
enum class PhraseReach { full, without_site, close };

// The words of the noun phrase that a token heads: with articles, counts, modifiers and what follows with a
// preposition; without relative clauses, appositions, coordinated phrases and times. O(phrase).
Span phrase_of(const Tree& tree, TokenIndex head, PhraseReach reach = PhraseReach::full);

// What the phrase is called: its own name ("Ida Holm" of "mayor Ida Holm"), or that of whom it means again
// ("she"); nothing where it has none.
struct Called {
  Span span;
  bool elsewhere = false;  // the name stands elsewhere in the report
};
std::optional<Called> name_of_phrase(const Tree& tree, TokenIndex head);

// The last noun before a pronoun that it stands for; nothing where none is known. O(references).
std::optional<TokenIndex> noun_meant(const Tree& tree, TokenIndex pronoun);

// A name as written, with one space where lines were broken.
std::string in_one_line(std::string_view words);

}  // namespace sitrep
