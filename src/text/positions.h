// Positions: bytes of a text <-> code points (JSON), UTF-16 units (a page), lines and columns
// (people). Built once a text in O(n), asked in O(log n) (O(1) where the text is ASCII).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace sitrep {

struct LineColumn {
  std::uint32_t line = 1;    // from 1
  std::uint32_t column = 1;  // from 1, in code points
};

class Positions {
 public:
  // Keeps no reference to the text.
  explicit Positions(std::string_view text);

  // As of a text of so many ASCII characters in one line: for records whose spans do not matter and
  // whose text is not at hand. O(1).
  static Positions of_ascii(std::uint32_t bytes);

  [[nodiscard]] std::uint32_t code_points(std::uint32_t byte) const;
  [[nodiscard]] std::uint32_t utf16_units(std::uint32_t byte) const;
  [[nodiscard]] LineColumn line_column(std::uint32_t byte) const;

  // The way back; nothing when the text is shorter.
  [[nodiscard]] std::optional<std::uint32_t> byte_of_code_point(std::uint32_t index) const;

  [[nodiscard]] std::uint32_t size_bytes() const { return size_bytes_; }
  [[nodiscard]] std::uint32_t size_code_points() const { return code_points(size_bytes_); }

 private:
  // A character of more than one byte: where it starts, what stands before it.
  struct Wide {
    std::uint32_t byte;
    std::uint32_t code_point;
    std::uint32_t utf16;
    std::uint8_t bytes;
    std::uint8_t units;
  };
  // The last wide character that starts before `byte`, or null.
  [[nodiscard]] const Wide* before(std::uint32_t byte) const;

  std::vector<Wide> wide_;
  std::vector<std::uint32_t> line_starts_;
  std::uint32_t size_bytes_ = 0;
};

}  // namespace sitrep
