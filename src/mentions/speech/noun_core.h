// A noun phrase that may name a speaker, without what is hung on behind it:
//
//   "senior Taliban official Amir Rahimi"   named, the name from "Amir" on
//   "the defence ministry", "the Coast Guard"   body
//   "two officials", "both parties"   collective
//   "a hospital list"   written_record
#pragma once

#include <cstdint>
#include <optional>

#include "mentions/mention.h"
#include "mentions/speech/sentence_words.h"

namespace sitrep {

// Longer noun phrases are cut there.
inline constexpr WordIndex core_words_max = 12;

// Which last words make a speaker.
enum class Heads : std::uint8_t {
  listed,    // persons, bodies, things written, as the lists know them
  anyone,    // beside a quotation: any noun with an article is a person, "the old ferryman"
  unlisted,  // beside a plain word of saying: any noun with "the", "the port", by its ending
};

struct NounCore {
  WordIndex first = 0;  // with its determiner
  WordIndex begin = 0;  // without
  WordIndex last = 0;
  WordIndex name = 0;  // where a person's name starts; `last` when there is none
  Voice voice = Voice::unnamed;
  bool definite = false;
  bool other = false;     // "another"
  bool unlisted = false;  // only Heads::unlisted let it pass
};

// The longest one that starts at `first` and ends at or before `end`; nothing where its last word
// does not speak. O(phrase).
std::optional<NounCore> noun_core(const SentenceWords& s, WordIndex first, WordIndex end, Heads heads);

}  // namespace sitrep
