// How a report is cut up: which stretch of its text is headline, caption, body ...
#pragma once

#include "base/enum.h"
#include "text/span.h"

namespace sitrep {

SITREP_ENUM(PartKind, headline, subheadline, dateline, byline, credit, caption, crosshead, body, quote,
            boilerplate);

// Parts are kept in the order received, never overlap, and may lie inside a paragraph.
struct Part {
  PartKind kind = PartKind::body;
  Span span;
  bool operator==(const Part&) const = default;
};

}  // namespace sitrep
