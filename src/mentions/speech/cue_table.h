// Words that tie a source to what it says or thinks, and what they govern: data/speech/cues.tsv.
//
//   say      v  statement  that obj of about to      "said that ...", "said of ..."
//   condemn  v  condemnation  as for obj             "condemned the raid"
//   want     v  statement  -            obj objto to "wanted to leave": an attitude, no speech
//   demand   n  statement  for that  to              "the demand for a truce", "the demand that ..."
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "mentions/mention.h"

namespace sitrep {

// What may stand as the words of a cue.
enum class Frame : std::uint8_t {
  that,   // a clause, a quotation
  quote,  // a quotation only
  obj,    // its object: "condemned the raid"
  to,     // an infinitive: "vowed to fight"
  objto,  // an object and its infinitive: "urged them to leave"
  ing,    // "denied taking part"
  pred,   // "called it a crime"
  pass,   // the passive without who does it: "is expected to"
  of,
  about,
  over,
  for_,
  on,
  upon,
  against,
  with,
  at,
  as,
  into,
  from,
  in,
  by,
  like,
};

class Frames {
 public:
  [[nodiscard]] bool has(Frame f) const { return ((bits_ >> static_cast<unsigned>(f)) & 1U) != 0; }
  void add(Frame f) { bits_ |= std::uint32_t{1} << static_cast<unsigned>(f); }
  [[nodiscard]] bool empty() const { return bits_ == 0; }

 private:
  std::uint32_t bits_ = 0;
};

struct CueEntry {
  SpeechAct act = SpeechAct::statement;
  Frames says;    // with these it is speech
  Frames thinks;  // with these an attitude: belief, wish, plan, judgement
  // How the cue governs what a frame holds; nothing where it does not.
  [[nodiscard]] std::optional<SpeechTie> tie(Frame f) const {
    if (says.has(f)) return SpeechTie::speech;
    if (thinks.has(f)) return SpeechTie::attitude;
    return std::nullopt;
  }
};

enum class CueClass : std::uint8_t { verb, noun, adjective, adverb };

// Null for a lemma that is no cue. O(length).
const CueEntry* find_cue(std::string_view lemma, CueClass cue_class);

// "about" is Frame::about; nothing for prepositions that open no words of a cue.
std::optional<Frame> frame_of_preposition(std::string_view lower);

}  // namespace sitrep
