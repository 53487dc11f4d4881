// Places: any text, by the list alone and with the gazetteer where it is built. Spans lie inside the text and
// in order, a place that is told is one of its candidates, points lie on the globe.
#include <algorithm>
#include <cmath>

#include "fuzz/finder.h"
#include "lexicon/gazetteer.h"
#include "mentions/place/place_finder.h"
#include "mentions/place/toponyms.h"

namespace {

using namespace sitrep;

void check_toponyms(const Analysis& analysis, const Gazetteer& gazetteer) {
  std::uint32_t end = 0;
  for (const Toponym& t : find_toponyms(analysis, gazetteer)) {
    fuzz::check_span(analysis, t.span);
    fuzz::check_words(analysis, t.first, t.last);
    FUZZ_CHECK(t.span.begin >= end);
    end = t.span.end;
    for (const PlaceCandidate& c : t.candidates) FUZZ_CHECK(c.place < gazetteer.size());
    if (t.place == no_place) continue;
    FUZZ_CHECK(t.score >= 0 && t.score <= 1);
    FUZZ_CHECK(std::any_of(t.candidates.begin(), t.candidates.end(),
                           [&](const PlaceCandidate& c) { return c.place == t.place; }));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto gazetteer = Gazetteer::open(gazetteer_path());
  auto document = fuzz::text_of(data, size);
  if (!document) return 0;
  Analysis analysis(*document);
  for (const PlaceMention& m : find_places(analysis)) {
    fuzz::check_span(analysis, m.span);
    fuzz::check_words(analysis, m.first, m.last);
    FUZZ_CHECK(std::abs(m.lat) <= 90 && std::abs(m.lon) <= 180);
  }
  if (gazetteer) check_toponyms(analysis, **gazetteer);
  return 0;
}
