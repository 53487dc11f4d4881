#include "text/document.h"

#include <cassert>
#include <utility>

#include "base/sha256.h"
#include "text/utf8.h"

namespace sitrep {

Document::Document(DocumentContent content)
    : content_(std::move(content)),
      id_("sha256:" + sha256_hex(content_.received)),
      positions_(content_.text) {
  assert(is_utf8(content_.text));
  assert(content_.map.target_bytes() == content_.text.size());
#ifndef NDEBUG
  std::uint32_t end = 0;
  for (const Part& part : content_.parts) {
    assert(part.span.begin >= end && part.span.end >= part.span.begin);
    end = part.span.end;
  }
  assert(end <= content_.text.size());
#endif
}

std::string_view Document::view(Span span) const& {
  assert(span.begin <= span.end && span.end <= content_.text.size());
  return std::string_view(content_.text).substr(span.begin, span.size());
}

}  // namespace sitrep
