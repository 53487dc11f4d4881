// Content-Type, as HTTP, WARC and mail write it: what bytes are, and in which charset.
//
//   "Text/HTML; Charset='utf-8'"   ->   media type "text/html", charset "utf-8"
#pragma once

#include <string>
#include <string_view>

namespace sitrep {

// In lower case; empty when untold.
std::string media_type_of(std::string_view content_type);

// As written, without quotes, at most 64 bytes; empty when untold.
std::string charset_of(std::string_view content_type);

}  // namespace sitrep
