// A document of one body part, for the tables of the tests.
#pragma once

#include <string>
#include <utility>

#include "text/document.h"

namespace sitrep {

// Published on Monday, 5 May 2031, unless told otherwise ("" for unknown).
inline Document document_of(std::string text, std::string_view published = "2031-05-05",
                            PartKind kind = PartKind::body) {
  DocumentContent content;
  content.received = text;
  content.map = OffsetMap::identity(static_cast<std::uint32_t>(text.size()));
  content.parts.push_back({kind, make_span(0, text.size())});
  content.text = std::move(text);
  content.publication.published = DateTime::parse(published);
  return Document(std::move(content));
}

}  // namespace sitrep
