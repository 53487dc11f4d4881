// Ids as people see and type them: "3f9a1c20d4e6" for a report, "3f9a1c20d4e6#c3" for a claim of it.
#pragma once

#include <string>
#include <string_view>

namespace sitrep {

inline constexpr std::size_t short_id_digits = 12;  // unique in any ledger that fits a disk, by far

// The beginning of a report's id, without "sha256:".
inline std::string short_id(std::string_view id) {
  constexpr std::string_view prefix = "sha256:";
  if (id.starts_with(prefix)) id.remove_prefix(prefix.size());
  return std::string(id.substr(0, short_id_digits));
}

}  // namespace sitrep
