// Other names: what else somebody or something is called.
//
//   "the National River Front (NRF)"             NRF alias_of National River Front
//   "the fighters (Taliban)"                     fighters alias_of Taliban
//   "Ola Berg, also known as Abu Omar"           Abu Omar alias_of Ola Berg
//
// The relation runs from the other name to the fuller or more usual one.
#pragma once

#include <string_view>
#include <vector>

#include "claims/tree.h"
#include "record/record.h"

namespace sitrep {

// Whether a word looks like one: "NRF", "PKK".
bool is_short_form(std::string_view word);

// In the text's order. O(tokens).
std::vector<Relation> find_aliases(const Analysis& analysis, const Tree& tree);

}  // namespace sitrep
