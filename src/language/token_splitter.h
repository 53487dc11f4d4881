// Splits text into tokens: the words of syntax, as the English treebanks of Universal Dependencies
// (EWT, GUM) cut them.
//
//   "They don't re-open Ida's shop."     They do n't re-open Ida 's shop .
//   "a cease-fire at 5pm (U.S. time)"    a cease - fire at 5 pm ( U.S. time )
//
// Hyphens part words, save after a prefix ("non-", "re-"); clitics and possessives are tokens; the stop
// of an abbreviation belongs to it; addresses, numbers, times of day, ellipses and emoticons stay whole.
#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"

namespace sitrep {

// Appends the tokens of `within`, in order; they never overlap, and hold every character that is no
// space. `text` must be UTF-8. Linear in the length.
void split_tokens(std::string_view text, Span within, std::vector<Span>& tokens);

}  // namespace sitrep
