// TextBuilder: a document's text, its map and its parts, put together piece by piece.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/offset_map.h"
#include "text/part.h"

namespace sitrep {

// Pieces must be well-formed UTF-8. Parts do not nest.
class TextBuilder {
 public:
  // Bytes that stand in the source as they are, from `source_begin` on.
  void append(std::string_view verbatim, std::uint32_t source_begin);
  // Bytes made from a stretch of the source as a whole ("&amp;" -> "&").
  void append_replaced(std::string_view made, std::uint32_t source_begin, std::uint32_t source_bytes);
  // Bytes made of nothing.
  void insert(std::string_view made);
  // A stretch of another text, with its way back.
  void append_slice(std::string_view text, const OffsetMap& map, Span span);

  // Between begin_part and end_part everything appended belongs to the part; a part that stayed
  // empty is dropped. `begin_part` first inserts `separator` when the text is not empty.
  void begin_part(PartKind kind, std::string_view separator = "\n\n");
  void end_part();

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::vector<Part>& parts() const { return parts_; }

  struct Built {
    std::string text;
    OffsetMap map;
    std::vector<Part> parts;
  };
  // Leaves the builder empty.
  [[nodiscard]] Built take();

 private:
  std::string text_;
  OffsetMap map_;
  std::vector<Part> parts_;
  std::string separator_;
  bool open_ = false;
  PartKind kind_ = PartKind::body;
  std::uint32_t part_begin_ = 0;
  void start_text();  // puts the pending separator in front of a part's first bytes
};

}  // namespace sitrep
