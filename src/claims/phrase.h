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

// The words of the noun phrase that a token heads: with articles, counts, modifiers and what follows with a
// preposition; without relative clauses, appositions, coordinated phrases and times. A `close` one goes on
// after its head with "of" alone: "the men of the River Brigade", not "gunmen in Kalmar". O(phrase).
Span phrase_of(const Tree& tree, TokenIndex head, bool close = false);

// What the phrase is called: its own name ("Ida Holm" of "mayor Ida Holm"), or that of whom it means again
// ("she"); nothing where it has none.
struct Called {
  Span span;
  bool elsewhere = false;  // the name stands elsewhere in the report
};
std::optional<Called> name_of_phrase(const Tree& tree, TokenIndex head);

// A name as written, with one space where lines were broken.
std::string in_one_line(std::string_view words);

}  // namespace sitrep
