// Datelines: where, when and by whom a report was filed, in front of its first sentence.
//
//   KYIV, Ukraine, May 3 (Northwire) - ...      MOGADISHU (AP) — ...      BEIRUT: ...
//   CLANDESTINE, 26 MAY 89 (RADIO VENCEREMOS) -- ...      May 3 (Reuters) - ...
#pragma once

#include <optional>
#include <string_view>

#include "intake/plain/dates.h"
#include "text/span.h"

namespace sitrep::plain {

struct FoundDateline {
  Span span;  // up to and including the dash, colon or bracket that ends it
  std::optional<Span> place;
  std::optional<FoundDate> date;
  std::optional<Span> date_span;
  std::optional<Span> agency;
};

// The dateline that `paragraph` opens with, when a sentence follows it. In a text all in capitals
// they tell no place from a sentence, so a date or an agency must stand with it. Looks at 240 bytes.
std::optional<FoundDateline> find_dateline(std::string_view paragraph, bool all_caps);

}  // namespace sitrep::plain
