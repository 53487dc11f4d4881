// The words that a cue governs, by the tree and by quotation marks beside it.
#pragma once

#include <optional>
#include <vector>

#include "mentions/speech/cue_table.h"
#include "mentions/speech/speech_tree.h"
#include "mentions/speech/tree_quotes.h"

namespace sitrep {

struct GovernedWords {
  SpeechTie tie = SpeechTie::speech;
  std::vector<TokenIndex> tokens;  // in order; of a quotation all, also where it began sentences before
};

// `source`: the head of the source's phrase.
std::optional<GovernedWords> words_of_verb(const SpeechTree& tree, const TreeQuotes& quotes, TokenIndex verb,
                                           const CueEntry& entry, std::optional<TokenIndex> source);
// Of a noun ("the claim that nine died") or an adjective ("sure that").
std::optional<GovernedWords> words_of_noun(const SpeechTree& tree, const TreeQuotes& quotes, TokenIndex noun,
                                           const CueEntry& entry, std::optional<TokenIndex> source);
// The clause that an adverb, or a phrase such as "according to residents", stands in.
std::vector<TokenIndex> clause_around(const SpeechTree& tree, const TreeQuotes& quotes, TokenIndex phrase);

}  // namespace sitrep
