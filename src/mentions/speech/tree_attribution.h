// Attributions as the trees tell them: a cue, who stands as its source, and the words it governs.
//
//   The road, Holm said on Monday, was open.   cue said, source Holm, content [The road] [was open]
//   the army's claim that nine died            cue claim, source the army, content [that nine died]
//   Police said that witnesses saw smoke.      two, the one within the words of the other
//
// What is found is what stands there: who "he" is, what of it is worth a claim is for others to tell.
#pragma once

#include <optional>
#include <vector>

#include "mentions/mention.h"
#include "mentions/speech/cue_table.h"
#include "mentions/speech/speech_tree.h"
#include "mentions/speech/tree_quotes.h"

namespace sitrep {

struct TreeAttribution {
  TokenIndex cue = 0;  // its main word
  TokenRange cue_words;
  SpeechTie tie = SpeechTie::speech;
  SpeechAct act = SpeechAct::statement;
  bool negated = false;
  bool actual = true;                     // not "would say", "to say", "if he says"
  bool tells = false;                     // an addressee stands beside it: "told reporters"
  std::optional<TokenIndex> source;       // the head of its phrase
  std::vector<TokenIndex> source_tokens;  // in order
  std::vector<TokenIndex> content;        // in order
};

// In the order of their cues. Linear but for sentences' depth.
std::vector<TreeAttribution> find_tree_attributions(const SpeechTree& tree, const TreeQuotes& quotes);

}  // namespace sitrep
