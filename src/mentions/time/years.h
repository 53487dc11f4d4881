// Which year is meant where none is told: choosing among the years around an anchor.
#pragma once

#include <functional>
#include <optional>

#include "base/date.h"
#include "mentions/time/calendar.h"
#include "mentions/time/expression.h"

namespace sitrep::timex {

// The days something has in a year; nothing where it has none (29 February).
using DaysInYear = std::function<std::optional<Days>(int year)>;

// Told in a report of `published`: with "last" the latest one before, with "next" the first after; by the
// verb's time else. A past verb means one that has begun, a future one that has not ended, and without
// either the nearest is meant.
std::optional<int> year_near(const DaysInYear& days, Date published, Relation relation, VerbTime tense);

}  // namespace sitrep::timex
