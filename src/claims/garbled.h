// Words that no one wrote: letters lost, doubled or swapped, words run together.
//
//   "ervia"     stray letters before "via"       "shlls"     a vowel lost: "shells"
//   "killled"   a letter three times: "killed"   "ofthe"     two words
//   "soliders"  letters swapped: "soldiers"
//
// Lower-case words alone, which the table of frequent words lacks; names and rare words stay.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/analysis.h"

namespace sitrep {

struct Garbled {
  Span span;
  std::string message;  // what may be meant
};

// In the text's order. O(words).
std::vector<Garbled> find_garbled(const Analysis& analysis);

// What a word in lower case may be meant to be: "soldiers" of "soliders"; empty where it is none that is
// garbled beyond doubt.
std::string meant_by(std::string_view lower);

// Insertions, removals and replacements of letters between two words. O(length * length).
int letters_between(std::string_view a, std::string_view b);

}  // namespace sitrep
