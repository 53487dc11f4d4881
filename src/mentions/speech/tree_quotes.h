// A report's quotations by the tokens of its syntax.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "language/analysis.h"
#include "mentions/speech/speech_tree.h"

namespace sitrep {

class TreeQuotes {
 public:
  TreeQuotes(const Analysis& analysis, const SpeechTree& tree);

  // The number in Analysis::quotations() of the one a token stands in; nothing outside.
  [[nodiscard]] std::optional<std::uint32_t> at(TokenIndex t) const {
    return t < at_.size() && at_[t] != 0 ? std::optional(at_[t] - 1) : std::nullopt;
  }
  // Marks included.
  [[nodiscard]] TokenRange tokens(std::uint32_t quotation) const { return ranges_[quotation]; }
  [[nodiscard]] bool opens(TokenIndex t) const { return at(t) && ranges_[*at(t)].first == t; }
  [[nodiscard]] bool closes(TokenIndex t) const { return at(t) && ranges_[*at(t)].last == t + 1; }
  // With those that run on into it, paragraph by paragraph.
  [[nodiscard]] TokenRange whole(std::uint32_t quotation) const;
  [[nodiscard]] bool closed(std::uint32_t quotation) const {
    return analysis_->quotations()[quotation].closed;
  }

 private:
  [[nodiscard]] bool runs_on(std::uint32_t quotation) const;

  const Analysis* analysis_;
  std::vector<std::uint32_t> at_;
  std::vector<TokenRange> ranges_;
};

}  // namespace sitrep
