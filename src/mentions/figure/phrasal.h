// What is counted by words that only together say so: "claimed nine lives", "were taken hostage", "left their
// homes", "shot down three drones"; by a toll; and amounts of money and goods.
#pragma once

#include <optional>

#include "mentions/figure/cues.h"
#include "mentions/figure/quantity.h"
#include "mentions/figure/sentence_tree.h"

namespace sitrep {

struct PhrasalCue {
  enum class Counts : std::uint8_t { object, subject, agent, token };
  Counts counted = Counts::object;  // of `verb`; or the token itself
  TokenIndex verb = 0;
  TokenIndex token = 0;
  TokenIndex cue = 0;  // the word that a reader would point at
  Counted measure = Counted::killed;
  CountedKind kind = CountedKind::any;
  bool numbered = false;  // only with a number
  bool any = false;       // of displaced: not only civil nouns
};

// The phrase that the token `t` is the core of, if it is one.
std::optional<PhrasalCue> phrasal_cue(const SentenceTree& tree, TokenIndex t);

// "toll", "number of wounded", "estimates of the dead": the words behind which a toll's number stands.
struct TollWords {
  TokenIndex cue = 0;
  TokenIndex last = 0;  // the last of them
  Counted measure = Counted::killed;
  bool cumulative = true;
};
std::optional<TollWords> toll_at(const SentenceTree& tree, TokenIndex t);

// "$" of "$2 million", "euros", "tonnes": what makes a number an amount of money or goods; looked for between
// the words `begin` and `end`. Nothing for "a 500 kg bomb".
std::optional<Span> unit_of_amount(const Analysis& analysis, const Quantity& quantity, WordIndex begin,
                                   WordIndex end);

// Whether a sentence says of the number at `first`, counted by the word `cue`, that it sums up more than one
// happening: "in total", "so far", "since January", "over the past three weeks".
bool summed_up(const Analysis& analysis, WordIndex begin, WordIndex end, WordIndex first, WordIndex cue);

}  // namespace sitrep
