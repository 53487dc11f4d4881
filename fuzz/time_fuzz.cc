// Expressions of time: any text, with and without a day of publication. Every span lies inside the text
// and in order, days are in order, and what is found does not depend on what stands far behind it.
#include "fuzz/fuzz.h"
#include "language/analysis.h"
#include "mentions/time/time_finder.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sitrep;
  RawReport raw;
  raw.bytes.assign(reinterpret_cast<const char*>(data), size);
  raw.format = ReportFormat::text;
  auto document = decode(std::move(raw), Overrides{});
  if (!document) return 0;
  Analysis analysis(*document);
  for (std::optional<Date> published :
       {std::optional<Date>{}, Date::of(2031, 5, 5), Date::of(1, 1, 1), Date::of(9999, 12, 31)}) {
    std::uint32_t end = 0;
    for (const TimeMention& m : find_times(analysis, published)) {
      FUZZ_CHECK(m.span.begin >= end && m.span.begin < m.span.end && m.span.end <= document->text().size());
      FUZZ_CHECK(is_utf8(analysis.text(m.span)));
      end = m.span.end;
      FUZZ_CHECK(m.first < m.last && m.last <= analysis.words().size());
      FUZZ_CHECK(!m.value.empty() && !m.rule.empty());
      FUZZ_CHECK(m.earliest.has_value() == m.latest.has_value());
      FUZZ_CHECK(!m.earliest || *m.earliest <= *m.latest);
      FUZZ_CHECK(!m.minute_of_day || (*m.minute_of_day >= 0 && *m.minute_of_day < 24 * 60));
    }
  }
  return 0;
}
