// An element of a feed, taken apart: its children with their characters and the way back.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "intake/fields/fields.h"
#include "text/span.h"

namespace sitrep::feed {

struct Element {
  std::string name;  // as written, with its prefix
  std::vector<std::pair<std::string, std::string>> attributes;
  fields::FieldText text;  // its own characters; references to unknown entities stay as written
  Span inside;             // of the source, between its tags
  std::vector<Element> children;

  [[nodiscard]] std::string_view attribute(std::string_view attribute_name) const;
};

// The element that `utf8` is, down to its grandchildren; below them only `inside` tells. Maps and
// spans are of `utf8`. Bare "&" and control characters are characters like others. At most 2,000
// children are kept. `malformed` for broken markup, `over_limit` past limits::markup_depth_max. O(n).
Result<Element> read_element(std::string_view utf8);

}  // namespace sitrep::feed
