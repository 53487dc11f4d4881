// Who speaks, from the head of a source's phrase in its tree:
//
//   "senior Taliban official Amir Rahimi"   named   Amir Rahimi, role senior Taliban official, body Taliban
//   "the mayor of Kalmar, Ida Holm,"        named   Ida Holm, role mayor of Kalmar
//   "who" of "a doctor who said"            unnamed, a doctor
//   "members of the resistance"             collective
//   "Moscow", "the defence ministry"        body
//
// A noun that stands for nobody who could speak is told by its ending (SpeakerMention::unlisted).
#pragma once

#include <optional>

#include "mentions/mention.h"
#include "mentions/speech/speech_tree.h"

namespace sitrep {

// `cue` as in source_phrase. Nothing for "I", "we" and "you": the outlet, or nobody told.
std::optional<SpeakerMention> tree_speaker(const Analysis& analysis, const SpeechTree& tree, TokenIndex head,
                                           TokenIndex cue);

// What "who" stands for: the noun that its clause hangs on; else `head` itself.
TokenIndex meant_by_relative(const SpeechTree& tree, TokenIndex head);

}  // namespace sitrep
