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

// "Published 4 May 2031, 10:22", "Filed under: Coast".
bool opens_as_data(std::string_view text);

// "5 May 2031, 19:40", "Monday, May 5, 2031 | 2 min read": a date and little else.
bool is_date_line(std::string_view text);

// A month or a day of the week, in full or cut to three letters.
bool is_calendar_word(std::string_view word);

// "Sign up for our newsletter", "Follow us on ...", in a sentence of its own.
bool asks_readers(std::string_view text);

// "Ola Berg contributed to this report."
bool reads_as_credit(std::string_view text);

// "This site uses cookies ...": at any length.
bool reads_as_cookie_notice(std::string_view text);

}  // namespace sitrep::html
