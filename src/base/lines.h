// Tables that the program carries: lines of cells.
#pragma once

#include <algorithm>
#include <string_view>

namespace sitrep {

// Takes what stands before the first `mark` off `rest`, and the mark; all of it where there is none.
//   for (std::string_view rest = table; !rest.empty();) { std::string_view line = cut(rest, '\n'); ... }
inline std::string_view cut(std::string_view& rest, char mark) {
  std::string_view head = rest.substr(0, rest.find(mark));
  rest.remove_prefix(std::min(rest.size(), head.size() + 1));
  return head;
}

}  // namespace sitrep
