// Names where letter case says nothing: sentences in capitals, or all in small letters.
//
//   "REBELS TOOK HRANICE ON MONDAY. POLICE LEFT HRANICE. HRANICE WAS QUIET."
//
// Such sentences are read twice. The first reading is told no case, and may take one Hranice for a person;
// what the words of all sentences of the text were taken for says which of them are names, and so which
// case they had. With that case they are read again; the two readings are averaged. What a word was taken
// for in other sentences, those with case too, then counts beside what it looks like in its own.
// Sentences whose case can be trusted are read once, as if this did not exist.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/names.h"
#include "language/syntax.h"
#include "language/tags.h"
#include "language/word_pieces.h"

namespace sitrep {

// Row of probabilities of what a word may be: no name, or part of one of the kinds of NameKind.
inline constexpr std::size_t name_choices = enum_names<NameKind>().size() + 1;

// What a reading says of a token, as far as its case may be told from it.
struct NameEvidence {
  std::array<float, name_choices> choices = {};  // logarithms; the first is "no name"
  float proper = 0;                              // probability that its tag is one of proper nouns
};

// The evidence of a word whose tags of names have these logarithms of probabilities.
NameEvidence name_evidence(std::span<const float> tag_scores, const NameTags& tags, float proper);

// Adds to each token's evidence what other sentences say of the same word: `all` has an entry a token.
// Linear in the tokens, but for sorting them.
std::vector<NameEvidence> agreed(const Syntax& syntax, std::span<const NameEvidence> all);

// Moves a word's scores of tags by what others' evidence changed: `own` is what those scores say, `agreed`
// as the function above gives it.
void add_agreement(std::span<float> tag_scores, const NameTags& tags, const NameEvidence& own,
                   const NameEvidence& agreed);

// The letter case (see LetterCase) that a token seems to have had. `agreed` as the function above gives it;
// `first`: it begins its sentence.
std::int32_t likely_case(std::string_view token, const NameEvidence& agreed, bool first,
                         const WordPieces& word_pieces);

}  // namespace sitrep
