// Passages: in whose words something stands, and which figures a deed's words count.
#pragma once

#include <cstdint>
#include <vector>

#include "claims/deeds.h"
#include "discourse/discourse.h"

namespace sitrep {

// The pieces of all utterances' words, to be asked whose a span is.
class Passages {
 public:
  explicit Passages(const Discourse& discourse);

  // The utterance in whose words a span stands, the innermost of several; no_utterance where in none.
  // O(log pieces).
  [[nodiscard]] std::uint32_t of(Span span) const;
  // The utterance whose word of saying holds a span: "denied", "called on".
  [[nodiscard]] std::uint32_t with_cue(Span span) const;

 private:
  struct Piece {
    Span span;
    std::uint32_t utterance;
  };
  std::vector<Piece> pieces_;  // by begin
  std::vector<Piece> cues_;
};

// For each deed the figures (indices) that its words, or those of its outcomes, govern: whose cue is one of
// them, or hangs on one.
std::vector<std::vector<std::uint32_t>> figures_of_deeds(const Tree& tree,
                                                         const std::vector<FigureMention>& figures,
                                                         const std::vector<Deed>& deeds,
                                                         const Analysis& analysis);

// Whether a word stands in what the report only speaks of: "could not confirm the claim that ...". Who says
// so is not known.
bool of_hearsay(const Tree& tree, TokenIndex word);

}  // namespace sitrep
