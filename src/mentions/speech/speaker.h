// Who speaks, read as a noun phrase whose head is a person, a body or a thing written:
//
//   "senior Taliban official Amir Rahimi"     named   name Amir Rahimi, role senior Taliban official
//   "Ida Holm, the mayor of Kalmar,"          named   name Ida Holm, role mayor of Kalmar
//   "a resident of the port who asked not to be named"   unnamed, anonymity requested
//   "members of the resistance and residents of the region"   collective
//   "the defence ministry", "Human Rights Watch"   body
//
// A phrase whose head is none of these is no speaker, unless `heads` lets it pass (noun_core.h).
#pragma once

#include <optional>

#include "mentions/mention.h"
#include "mentions/speech/noun_core.h"
#include "mentions/speech/sentence_words.h"

namespace sitrep {

struct SpeakerPhrase {
  SpeakerMention speaker;
  WordIndex next = 0;  // the word behind the phrase, behind the comma that closes an apposition
  bool requested_anonymity = false;
};

// The longest phrase that starts at `first` and ends at or before `end`. O(phrase), bounded.
std::optional<SpeakerPhrase> speaker_from(const SentenceWords& s, WordIndex first, WordIndex end,
                                          Heads heads = Heads::listed);

// The longest phrase that ends right before `cue`, starts at or after `begin`, and does not continue
// some other phrase. Looks back a bounded number of words.
std::optional<SpeakerPhrase> speaker_before(const SentenceWords& s, WordIndex begin, WordIndex cue,
                                            Heads heads = Heads::listed);

// "who requested anonymity", "speaking on condition of anonymity", "asked not to be named": the word
// behind it, where one starts at `at` (a comma may come first).
std::optional<WordIndex> anonymity_phrase(const SentenceWords& s, WordIndex at, WordIndex end);

}  // namespace sitrep
