#include "base/clock.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cstdlib>
#include <cstring>

#include "base/date.h"

namespace sitrep {

std::int64_t now_us() {
  if (const char* fixed = std::getenv("SOURCE_DATE_EPOCH")) {
    std::int64_t seconds = 0;
    const char* end = fixed + std::strlen(fixed);
    auto [stop, error] = std::from_chars(fixed, end, seconds);
    if (error == std::errc() && stop == end && seconds >= 0 && seconds < 253'402'300'800) {
      return seconds * 1'000'000;
    }
  }
  auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::microseconds>(now).count();
}

std::string utc_iso(std::int64_t us) {
  constexpr std::int64_t day_us = 86'400'000'000;
  std::int64_t days = us / day_us;
  std::int64_t rest = us % day_us;
  if (rest < 0) {
    rest += day_us;
    --days;
  }
  return fmt::format("{}T{:02}:{:02}:{:02}.{:06}Z", Date::from_days(static_cast<std::int32_t>(days)).iso(),
                     rest / 3'600'000'000, rest / 60'000'000 % 60, rest / 1'000'000 % 60, rest % 1'000'000);
}

}  // namespace sitrep
