// Publication: who published a report, when, under which address, as far as it is told.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "text/span.h"

namespace sitrep {

// Why a value of the metadata is what it is: the rule, and the spans of the text it was read from
// (none when it stood outside the text, in a page's head or a feed's element).
struct Derivation {
  std::string value;  // the key of the record: "published"
  std::string rule;   // "ISO date in the first line"
  std::vector<Span> spans;
  bool operator==(const Derivation&) const = default;
};

// "KABUL, Sept 2 (Northwire) -": the place as written, and what else it tells.
struct Dateline {
  std::optional<std::string> place;
  std::optional<Date> date;
  std::optional<std::string> agency;
  std::optional<std::string> text;
  std::optional<Span> span;
  bool operator==(const Dateline&) const = default;
};

// Whether a language's tag ("en", "en-GB", "EN_us") is one of English.
bool is_english(std::string_view tag);

struct Publication {
  std::optional<std::string> uri;
  std::optional<std::string> outlet;
  std::optional<std::string> headline;
  std::optional<DateTime> published;
  std::optional<DateTime> modified;
  std::optional<Dateline> dateline;
  std::vector<std::string> byline;
  std::vector<std::string> credit;
  std::optional<std::string> language;  // BCP 47, "en"
  std::vector<Derivation> because;
  bool operator==(const Publication&) const = default;
};

}  // namespace sitrep
