#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace sitrep {

// number_of(1, "event") -> "1 event", number_of(9, "event") -> "9 events"
inline std::string number_of(std::uint64_t count, std::string_view one) {
  return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

}  // namespace sitrep
