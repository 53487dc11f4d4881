// Who stands as the source of a cue, by the tree: its subject, the subject of the verb it hangs on, its
// agent, its owner ("the army's claim").
#pragma once

#include <optional>
#include <vector>

#include "mentions/speech/speech_tree.h"
#include "mentions/speech/tree_quotes.h"

namespace sitrep {

bool is_passive(const SpeechTree& tree, TokenIndex verb);

// "Holm visited the port and said", "Holm, adding that", "urged them to say": also through the verb that it
// hangs on. Nothing for "it is said", "there was".
std::optional<TokenIndex> source_of_verb(const SpeechTree& tree, const TreeQuotes& quotes, TokenIndex verb);

// "the army's claim", "his claim", "the claim by the army", "made the claim".
std::optional<TokenIndex> source_of_noun(const SpeechTree& tree, const TreeQuotes& quotes, TokenIndex noun);

// "issued" of "issued a statement": the verb whose object a noun is, where that verb adds nothing but the
// deed.
std::optional<TokenIndex> light_verb_of(const SpeechTree& tree, TokenIndex noun);

// The words of a source's phrase: its name, appositions and relative clauses, without the clause `cue`
// stands in and without what only follows it.
std::vector<TokenIndex> source_phrase(const SpeechTree& tree, TokenIndex head, TokenIndex cue);

}  // namespace sitrep
