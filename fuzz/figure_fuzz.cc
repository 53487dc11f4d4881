// Figures: any text. Every span lies inside it, counts are not negative and low is not above high.
#include "fuzz/finder.h"
#include "mentions/figure/figure_finder.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sitrep;
  auto document = fuzz::text_of(data, size);
  if (!document) return 0;
  Analysis analysis(*document);
  for (const FigureMention& m : find_figures(analysis)) {
    fuzz::check_span(analysis, m.span);
    fuzz::check_span(analysis, m.of);
    fuzz::check_span(analysis, m.group);
    fuzz::check_words(analysis, m.first, m.last);
    FUZZ_CHECK(!m.low || *m.low >= 0);
    FUZZ_CHECK(!m.high || *m.high >= 0);
    FUZZ_CHECK(!m.low || !m.high || *m.low <= *m.high);
  }
  return 0;
}
