// Strangers' text in other people's syntax: made harmless. Private to this folder.
#pragma once

#include <string>
#include <string_view>

namespace sitrep {

// For HTML and SVG, in text and in quoted attributes; control characters are left out.
std::string escaped(std::string_view text);

// For Markdown: what would be syntax is written with a backslash, line breaks become blanks.
std::string escaped_markdown(std::string_view text);

// Whether an address may be linked: http and https only.
bool is_web_address(std::string_view uri);

}  // namespace sitrep
