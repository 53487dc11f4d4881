// Strangers' text in other people's syntax: made harmless. Private to this folder.
#pragma once

#include <string>
#include <string_view>

#include "text/markup.h"

namespace sitrep {

// For Markdown: what would be syntax is written with a backslash, line breaks become blanks.
std::string escaped_markdown(std::string_view text);

// Whether an address may be linked: http and https only.
bool is_web_address(std::string_view uri);

}  // namespace sitrep
