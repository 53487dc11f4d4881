// How short blocks that belong to a page, not to its article, open or read.
#pragma once

#include <string_view>

namespace sitrep::html {

// "Advertisement", "Share this", "Loading ...": whatever follows on the line.
bool opens_as_boilerplate(std::string_view text);

// "Related", "More from Kalmar", "Most read": the heading of a list of other articles.
bool heads_other_articles(std::string_view text);

// "Photo: Ida Holm", "Image credit ...", "(Getty Images)".
bool reads_as_picture_credit(std::string_view text);

// "This site uses cookies ...": at any length.
bool reads_as_cookie_notice(std::string_view text);

}  // namespace sitrep::html
