#include "text/positions.h"

#include <algorithm>
#include <cassert>

#include "text/utf8.h"

namespace sitrep {

Positions::Positions(std::string_view text) : size_bytes_(static_cast<std::uint32_t>(text.size())) {
  line_starts_.push_back(0);
  std::uint32_t code_point = 0;
  std::uint32_t utf16 = 0;
  for (std::size_t at = 0; at < text.size();) {
    CodePoint c = decode_utf8(text, at);
    std::uint32_t units = c.value > 0xFFFF ? 2 : 1;
    if (c.bytes > 1) {
      wide_.push_back({static_cast<std::uint32_t>(at), code_point, utf16, static_cast<std::uint8_t>(c.bytes),
                       static_cast<std::uint8_t>(units)});
    }
    at += c.bytes;
    code_point += 1;
    utf16 += units;
    if (c.value == '\n') line_starts_.push_back(static_cast<std::uint32_t>(at));
  }
}

Positions Positions::of_ascii(std::uint32_t bytes) {
  Positions positions("");
  positions.size_bytes_ = bytes;
  return positions;
}

const Positions::Wide* Positions::before(std::uint32_t byte) const {
  auto after = std::lower_bound(wide_.begin(), wide_.end(), byte,
                                [](const Wide& w, std::uint32_t at) { return w.byte < at; });
  return after == wide_.begin() ? nullptr : &*(after - 1);
}

std::uint32_t Positions::code_points(std::uint32_t byte) const {
  assert(byte <= size_bytes_);
  const Wide* w = before(byte);
  return w == nullptr ? byte : w->code_point + 1 + (byte - w->byte - w->bytes);
}

std::uint32_t Positions::utf16_units(std::uint32_t byte) const {
  assert(byte <= size_bytes_);
  const Wide* w = before(byte);
  return w == nullptr ? byte : w->utf16 + w->units + (byte - w->byte - w->bytes);
}

LineColumn Positions::line_column(std::uint32_t byte) const {
  auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), byte);
  std::uint32_t start = *(after - 1);
  return {static_cast<std::uint32_t>(after - line_starts_.begin()),
          code_points(byte) - code_points(start) + 1};
}

std::optional<std::uint32_t> Positions::byte_of_code_point(std::uint32_t index) const {
  auto after = std::lower_bound(wide_.begin(), wide_.end(), index,
                                [](const Wide& w, std::uint32_t i) { return w.code_point < i; });
  std::uint32_t byte = index;
  if (after != wide_.begin()) {
    const Wide& w = *(after - 1);
    byte = w.byte + w.bytes + (index - w.code_point - 1);
  }
  if (byte > size_bytes_) return std::nullopt;
  return byte;
}

}  // namespace sitrep
