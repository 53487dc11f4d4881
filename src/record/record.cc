#include "record/record.h"

#include <fmt/format.h>

namespace sitrep {

std::optional<TimePoint> TimePoint::parse(std::string_view text) {
  if (text.size() == 10) {
    auto date = Date::parse(text);
    if (!date) return std::nullopt;
    return TimePoint{*date, {}};
  }
  if (text.size() != 16 || text[10] != 'T') return std::nullopt;
  auto parsed = DateTime::parse(text);
  if (!parsed || !parsed->second_of_day || parsed->offset_minutes) return std::nullopt;
  return TimePoint{parsed->date, *parsed->second_of_day / 60};
}

std::string TimePoint::iso() const {
  std::string out = date.iso();
  if (minute_of_day) out += fmt::format("T{:02}:{:02}", *minute_of_day / 60, *minute_of_day % 60);
  return out;
}

Report report_of(const Document& document) {
  return {schema_version,
          document.id(),
          document.publication(),
          document.provenance(),
          std::string(document.text()),
          document.parts()};
}

}  // namespace sitrep
