// Files that people have beside their reports and that hold no text, or not as text.
#pragma once

#include <optional>
#include <string_view>

namespace sitrep::sniffing {

struct KnownBinary {
  std::string_view what;
  std::string_view hint;
};

// By the marks that their formats begin with.
std::optional<KnownBinary> known_binary(std::string_view head);

// One byte in ten is a control character that no text holds. Not to be asked of UTF-16 and UTF-32.
bool is_binary(std::string_view head);

}  // namespace sitrep::sniffing
