// The one place that asks what time it is, so that tests and reproducible runs can say it.
#pragma once

#include <cstdint>
#include <string>

namespace sitrep {

// Microseconds since 1970-01-01T00:00:00Z. Honours SOURCE_DATE_EPOCH (seconds) when it is set.
std::int64_t now_us();

// "2031-05-04T10:22:05.123456Z"
std::string utc_iso(std::int64_t us);

}  // namespace sitrep
