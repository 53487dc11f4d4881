// Cuts a part's tokens into sentences.
//
//   [He left on Sept. 3 .] [" It is over . "] [Mr. Holm of the U.S. agreed .]
//
// A blank line always ends a sentence; a single line break does not, save before an item of a list. What
// has more than sentence_tokens_max tokens is cut at a semicolon, a comma or a conjunction.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace sitrep {

// The model reads at most so many tokens at once; nobody writes longer sentences, lists aside.
inline constexpr std::uint32_t sentence_tokens_max = 200;

// Appends, for each sentence of `tokens`, the place one past its last token. The tokens are those of
// one part of `text`. Linear in their number.
void split_sentences(std::string_view text, std::span<const Span> tokens, std::vector<std::uint32_t>& ends);

// Where the tokens [begin, limit) of a sentence that is too long are best cut: after the last semicolon in
// their second half, else after a comma, else before a conjunction, else at the limit.
std::uint32_t sensible_cut(std::string_view text, std::span<const Span> tokens, std::uint32_t begin,
                           std::uint32_t limit);

}  // namespace sitrep
