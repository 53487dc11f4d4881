// Strangers' text in pages: made harmless.
#pragma once

#include <string>
#include <string_view>

namespace sitrep {

// For HTML and SVG, in text and in quoted attributes; control characters but tabs and line breaks are left
// out.
std::string escaped(std::string_view text);

}  // namespace sitrep
