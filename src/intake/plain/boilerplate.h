// Lines that belong to the page or the wire, not to the report: "Advertisement", "Read more: ...".
#pragma once

#include <string_view>

namespace sitrep::plain {

// `line` holds no white space at its ends.
bool is_boilerplate_line(std::string_view line);

}  // namespace sitrep::plain
