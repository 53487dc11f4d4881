// Acronyms that a text defines, for that text: "National Resistance Front (FNR)".
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "language/analysis.h"
#include "language/syntax.h"
#include "mentions/actor/names.h"

namespace sitrep {

struct Acronym {
  std::size_t name;   // of the names given: what it is short for
  std::size_t where;  // of the names given: the acronym in its brackets
};

// By their letters. Whatever stands in capitals in brackets right behind a name of two words or more is its
// acronym, if it shares two of its initials: short forms of another language (FNR) have them in another
// order.
std::unordered_map<std::string, Acronym> find_acronyms(const Analysis& analysis, const Syntax& syntax,
                                                       const std::vector<NamedActor>& names);

// "FNR" of FNR, F.N.R.; nothing for what is no acronym.
std::optional<std::string> acronym_letters(std::string_view text);

}  // namespace sitrep
