// OffsetMap: from a text that was cleaned, decoded or normalised back to the bytes it was made of.
//
// A map is a row of runs over the target text. A run is either verbatim (its bytes are the source's
// bytes, one for one), replaced (made from a stretch of the source as a whole: "&amp;" -> "&", a
// byte of windows-1252 -> two of UTF-8), or inserted (made of nothing: the line break between two
// paragraphs). Maps compose: text -> page's UTF-8 -> bytes received.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace sitrep {

class OffsetMap {
 public:
  // Runs are given in the order of the target text. Source positions need not grow (a page's
  // headline may be moved), neighbours that continue each other are joined.
  void add_verbatim(std::uint32_t target_bytes, std::uint32_t source_begin);
  void add_replaced(std::uint32_t target_bytes, std::uint32_t source_begin, std::uint32_t source_bytes);
  void add_inserted(std::uint32_t target_bytes);
  // All runs of `part` (a map of a piece of text) appended, cut to [span.begin, span.end) of its target.
  void append_slice(const OffsetMap& part, Span span);

  // The whole text is the source, unchanged.
  static OffsetMap identity(std::uint32_t bytes);

  // The stretch of source that a span of the target was made of: from the first source byte of its
  // runs to the last. Nothing for spans made of inserted bytes alone (and for empty spans outside
  // any run). Half a replaced run counts as the whole run. O(log runs + runs covered).
  [[nodiscard]] std::optional<Span> to_source(Span target) const;

  // This map goes text -> middle; `inner` goes middle -> source. The answer goes text -> source.
  [[nodiscard]] OffsetMap then(const OffsetMap& inner) const;

  [[nodiscard]] std::uint32_t target_bytes() const { return target_bytes_; }
  [[nodiscard]] std::size_t run_count() const { return runs_.size(); }
  [[nodiscard]] bool is_identity() const;

  // A compact, versionless form (LEB128 varints) for the ledger; `parse` bounds-checks and gives
  // nothing for bytes that are no map.
  [[nodiscard]] std::string serialize() const;
  static std::optional<OffsetMap> parse(std::string_view bytes);

  bool operator==(const OffsetMap&) const = default;

 private:
  enum class Kind : std::uint8_t { verbatim, replaced, inserted };
  struct Run {
    std::uint32_t target_begin;
    std::uint32_t source_begin;
    std::uint32_t source_bytes;
    Kind kind;
    bool operator==(const Run&) const = default;
  };
  [[nodiscard]] std::uint32_t run_end(std::size_t i) const;
  [[nodiscard]] std::size_t run_at(std::uint32_t target) const;
  void add(Run run, std::uint32_t target_bytes);

  std::vector<Run> runs_;
  std::uint32_t target_bytes_ = 0;
};

}  // namespace sitrep
