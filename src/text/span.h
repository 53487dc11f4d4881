// Span: a half-open range of bytes of a document's text.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace sitrep {

// Offsets are bytes of UTF-8 and stand at the start of a character (or at the text's end).
// Code points and UTF-16 units are made at the edge, by text/positions.h.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::size_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] constexpr bool contains(std::uint32_t at) const { return begin <= at && at < end; }
  [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  auto operator<=>(const Span&) const = default;  // NOLINT(modernize-use-nullptr): no pointer here
};

// The smallest span that holds both.
constexpr Span cover(Span a, Span b) {
  return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

// For sizes that are known to fit (texts are bounded by limits::text_bytes_max).
constexpr Span make_span(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace sitrep
