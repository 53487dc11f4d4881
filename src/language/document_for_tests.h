// A document of one body part, for the tables of the tests.
#pragma once

#include <string>
#include <utility>

#include "text/document.h"

namespace sitrep {

// Published on Monday, 5 May 2031, unless told otherwise ("" for unknown); the dateline is of the
// metadata alone.
inline Document document_of(std::string text, std::string_view published = "2031-05-05",
                            PartKind kind = PartKind::body, std::string dateline_place = {}) {
  DocumentContent content;
  content.received = text;
  content.map = OffsetMap::identity(static_cast<std::uint32_t>(text.size()));
  content.parts.push_back({kind, make_span(0, text.size())});
  content.text = std::move(text);
  content.publication.published = DateTime::parse(published);
  if (!dateline_place.empty()) {
    content.publication.dateline.emplace().place = std::move(dateline_place);
  }
  return Document(std::move(content));
}

}  // namespace sitrep
