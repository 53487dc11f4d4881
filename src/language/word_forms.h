// What is told of a word by its letters alone.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "text/span.h"

namespace sitrep {

// The letter case of a word, as the model is told: numbers are the model's own.
enum class LetterCase : std::uint8_t { none, lower, capitalised, capitals, mixed, digits };
LetterCase letter_case(std::string_view word);

// Whether so many words of a sentence are in capitals that these say nothing (four words with letters or
// more, over seven tenths of them).
bool is_shouted(std::string_view text, std::span<const Span> words);
// The same, or a sentence that has no capital at all (and four words with letters or more).
bool is_case_lost(std::string_view text, std::span<const Span> words);

// Lower case; plain quotes and dashes; clitics in full. `next` is the word after it, for "ca n't".
//   "N’T" -> "not"     "“" -> "\""     "wo" before "n't" -> "will"
std::string norm_of(std::string_view word, std::string_view next);

}  // namespace sitrep
