// A report's quotations, asked word by word, and which of them are spoken for.
#pragma once

#include <cstdint>
#include <vector>

#include "language/analysis.h"

namespace sitrep {

// A quotation's marks and words by their number in Analysis::quotations(), and which are spoken for.
class Quotes {
 public:
  explicit Quotes(const Analysis& analysis)
      : a_(analysis), at_(analysis.words().size(), 0), used_(analysis.quotations().size(), false) {
    for (std::size_t q = 0; q < used_.size(); ++q) {
      const Quotation& quote = a_.quotations()[q];
      for (WordIndex i = quote.first; i < quote.last; ++i) at_[i] = static_cast<std::uint32_t>(q + 1);
    }
  }

  // Null outside quotations.
  [[nodiscard]] const Quotation* at(WordIndex i) const {
    return i < at_.size() && at_[i] != 0 ? &a_.quotations()[at_[i] - 1] : nullptr;
  }
  void use(const Quotation& quote) { used_[index(quote)] = true; }
  [[nodiscard]] bool used(const Quotation& quote) const { return used_[index(quote)]; }

  // The first of the quotations that run on, paragraph by paragraph, into `quote`.
  [[nodiscard]] const Quotation& start_of(const Quotation& quote) const {
    std::size_t q = index(quote);
    while (q > 0 && !used_[q - 1] && runs_on(q - 1)) --q;
    return a_.quotations()[q];
  }
  [[nodiscard]] std::size_t index(const Quotation& quote) const {
    return static_cast<std::size_t>(&quote - a_.quotations().data());
  }

 private:
  // Ends without a mark right where the next one opens.
  [[nodiscard]] bool runs_on(std::size_t q) const {
    const Quotation& quote = a_.quotations()[q];
    return quote.closed && a_.word(quote.last - 1).kind != WordKind::close_quote &&
           a_.quotations()[q + 1].first == quote.last;
  }

  const Analysis& a_;
  std::vector<std::uint32_t> at_;
  std::vector<bool> used_;
};

}  // namespace sitrep
