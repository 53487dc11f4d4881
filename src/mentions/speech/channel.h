// What stands behind a word of saying and is not what was said: whom it was told, through what, when.
//
//   told AFP by telephone on Wednesday          AFP, telephone; said Wednesday
//   said in a video released Tuesday by Radio Karlo   one channel: video, Radio Karlo, of Tuesday
//   said on state television that ...           state television; the words start at "that"
#pragma once

#include <optional>
#include <vector>

#include "mentions/mention.h"
#include "mentions/speech/sentence_words.h"

namespace sitrep {

struct SpeechTail {
  std::vector<ChannelMention> channels;
  std::optional<Span> said;  // "on Wednesday"
  bool requested_anonymity = false;
  WordIndex next = 0;  // the first word that is none of it
};

// Whether a word makes a name that of a paper, an agency, a broadcaster: "Post", "radio".
bool press_word(const SentenceWords& s, WordIndex i);

// Whether a speaker is a paper, an agency or a broadcaster, who passes on what others said; a lone name
// beside "citing" is one.
bool carries(const SentenceWords& s, const SpeakerMention& m);

// `tells`: an addressee comes first ("told reporters"). O(tail).
SpeechTail speech_tail(const SentenceWords& s, WordIndex at, bool tells);

}  // namespace sitrep
