#include "text/text_builder.h"

#include <cassert>
#include <utility>

namespace sitrep {

void TextBuilder::start_text() {
  if (separator_.empty()) return;
  std::string separator = std::exchange(separator_, {});
  text_ += separator;
  map_.add_inserted(static_cast<std::uint32_t>(separator.size()));
  part_begin_ = size();
}

void TextBuilder::append(std::string_view verbatim, std::uint32_t source_begin) {
  if (verbatim.empty()) return;
  start_text();
  text_ += verbatim;
  map_.add_verbatim(static_cast<std::uint32_t>(verbatim.size()), source_begin);
}

void TextBuilder::append_replaced(std::string_view made, std::uint32_t source_begin,
                                  std::uint32_t source_bytes) {
  if (made.empty()) return;
  start_text();
  text_ += made;
  map_.add_replaced(static_cast<std::uint32_t>(made.size()), source_begin, source_bytes);
}

void TextBuilder::insert(std::string_view made) {
  if (made.empty()) return;
  start_text();
  text_ += made;
  map_.add_inserted(static_cast<std::uint32_t>(made.size()));
}

void TextBuilder::append_slice(std::string_view text, const OffsetMap& map, Span span) {
  if (span.empty()) return;
  start_text();
  text_ += text.substr(span.begin, span.size());
  map_.append_slice(map, span);
}

void TextBuilder::begin_part(PartKind kind, std::string_view separator) {
  assert(!open_);
  open_ = true;
  kind_ = kind;
  part_begin_ = size();
  separator_ = text_.empty() ? "" : std::string(separator);
}

void TextBuilder::end_part() {
  assert(open_);
  open_ = false;
  separator_.clear();  // an empty part leaves nothing behind
  if (size() > part_begin_) parts_.push_back({kind_, {part_begin_, size()}});
}

TextBuilder::Built TextBuilder::take() {
  Built built{std::move(text_), std::move(map_), std::move(parts_)};
  *this = TextBuilder();
  return built;
}

}  // namespace sitrep
