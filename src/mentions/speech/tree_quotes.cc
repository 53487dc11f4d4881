#include "mentions/speech/tree_quotes.h"

#include <algorithm>

namespace sitrep {

TreeQuotes::TreeQuotes(const Analysis& analysis, const SpeechTree& tree)
    : analysis_(&analysis), at_(tree.size(), 0) {
  TokenIndex t = 0;
  std::uint32_t number = 0;
  for (const Quotation& quote : analysis.quotations()) {
    ++number;
    while (t < tree.size() && tree[t].span.end <= quote.span.begin) ++t;
    TokenRange range{t, t};
    while (range.last < tree.size() && tree[range.last].span.begin < quote.span.end)
      at_[range.last++] = number;
    ranges_.push_back(range);
    t = range.last;
  }
}

// Ends without a mark right where the next one opens.
bool TreeQuotes::runs_on(std::uint32_t quotation) const {
  const auto& quotes = analysis_->quotations();
  if (quotation + 1 >= quotes.size()) return false;
  const Quotation& quote = quotes[quotation];
  return quote.closed && analysis_->word(quote.last - 1).kind != WordKind::close_quote &&
         quotes[quotation + 1].first == quote.last;
}

TokenRange TreeQuotes::whole(std::uint32_t quotation) const {
  TokenRange range = ranges_[quotation];
  for (std::uint32_t q = quotation; q > 0 && runs_on(q - 1); --q) range.first = ranges_[q - 1].first;
  for (std::uint32_t q = quotation; runs_on(q); ++q) range.last = ranges_[q + 1].last;
  return range;
}

}  // namespace sitrep
