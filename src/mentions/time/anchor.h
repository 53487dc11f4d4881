// Anchoring: from what the words say to days and TIMEX3 values, with the day of publication and the
// times told before.
//
//   published 2031-05-05 (a Monday), "on Saturday" -> 2031-05-03
//   told before: 1914-08; "in October" of a story  -> 1914-10; "two months later" -> 1914-10
//
// A report counts from its day of publication; a story of the past (which has its years in its text)
// from the time it told last.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "mentions/mention.h"
#include "mentions/time/expression.h"
#include "mentions/time/pieces.h"

namespace sitrep::timex {

struct Anchored {
  TimexType type = TimexType::DATE;
  std::string value;
  Modifier mod = Modifier::none;
  std::optional<Days> days;
  std::optional<int> minute_of_day;
  TimeGrain grain = TimeGrain::unknown;
  std::string_view rule;
  std::optional<std::int32_t> days_from_event;  // as in TimeMention
  bool told = true;                             // false: no time here ("former" in a report of today)
};

// One for each expression, in order. `published` may be unknown.
std::vector<Anchored> anchor(const Pieces& pieces, const std::vector<Expression>& expressions,
                             std::optional<Date> published);

}  // namespace sitrep::timex
