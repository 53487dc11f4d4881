// Words that say what a number counts, from data/figures/cues.tsv: "kill" counts its objects as killed, "die"
// its subjects; "dead" those it describes; "deaths" are counted themselves.
#pragma once

#include <string_view>

#include "language/tags.h"
#include "mentions/mention.h"

namespace sitrep {

SITREP_ENUM(CueClass, verb, adjective, noun);
// Where those counted stand.
SITREP_ENUM(CountedAs, object, subject, state, deed, itself);
// What must be counted; `number`: and no one without a number.
SITREP_ENUM(CountedKind, any, people, things, troops, number);

struct Cue {
  CueClass word_class = CueClass::verb;
  CountedAs as = CountedAs::object;
  Counted measure = Counted::killed;
  CountedKind kind = CountedKind::any;
};

// The cue that a word is, by lemma (of adjectives the form) in lower case, or null. A noun may be counted
// itself or be a deed, "two deaths" and "the death of two": `as` tells which of its entries is asked for.
// O(1).
const Cue* cue_of(std::string_view word, CueClass word_class);
const Cue* noun_cue(std::string_view lemma, CountedAs as);

}  // namespace sitrep
