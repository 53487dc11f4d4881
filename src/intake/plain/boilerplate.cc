#include "intake/plain/boilerplate.h"

#include <algorithm>
#include <array>
#include <string>

#include "intake/plain/front_line.h"
#include "intake/plain/scan.h"
#include "text/utf8.h"

namespace sitrep::plain {

namespace {

// Whole lines, their stops and colons aside. Origin: general knowledge. Sorted.
constexpr auto whole_lines = std::to_array<std::string_view>({
    "abstract",
    "ad",
    "advertisement",
    "advertising",
    "all rights reserved",
    "article continues below",
    "article continues below advertisement",
    "breaking",
    "breaking news",
    "bulletin",
    "buy photo",
    "close",
    "comments",
    "continue reading",
    "copy link",
    "email",
    "end",
    "ends",
    "enlarge",
    "facebook",
    "flash",
    "full text",
    "home",
    "instagram",
    "latest news",
    "leave a comment",
    "listen",
    "listen to this article",
    "load more",
    "loading",
    "more",
    "more follows",
    "more from this section",
    "more news",
    "more on this story",
    "more stories",
    "more to come",
    "more to follow",
    "news alert",
    "newsletter",
    "print",
    "print this article",
    "read more",
    "recommended",
    "related",
    "related articles",
    "related news",
    "related stories",
    "related topics",
    "save",
    "scroll down for video",
    "scroll to continue",
    "see more",
    "share",
    "share on facebook",
    "share on twitter",
    "share on whatsapp",
    "share on x",
    "share this",
    "share this article",
    "share this page",
    "share this story",
    "share with friends",
    "skip advertisement",
    "skip to content",
    "sponsored",
    "sponsored content",
    "story continues below",
    "story continues below advertisement",
    "subscribe",
    "subscribe now",
    "telegram",
    "topics",
    "trending",
    "tweet",
    "twitter",
    "urgent",
    "watch",
    "whatsapp",
    "you may also like",
    "you might also like",
});
static_assert(std::is_sorted(whole_lines.begin(), whole_lines.end()));

// Beginnings of lines. Origin: general knowledge.
constexpr auto beginnings = std::to_array<std::string_view>({
    "advertisement -",
    "also read:",
    "also read |",
    "also read -",
    "also see:",
    "click here",
    "copyright (c)",
    "copyright ©",
    "download our app",
    "download the app",
    "follow us on",
    "close get email",
    "for more news",
    "having trouble viewing",
    "hide transcript",
    "never miss",
    "on a mobile device",
    "please enable javascript",
    "related content",
    "related coverage",
    "scroll down for",
    "trending now",
    "tap here",
    "watch report",
    "watch the video",
    "watch this",
    "get our app",
    "have a tip?",
    "join our",
    "join us on",
    "like us on",
    "more on this:",
    "more:",
    "must read:",
    "read also:",
    "read also |",
    "read it here:",
    "read more:",
    "read more |",
    "read more about",
    "read more at",
    "read next:",
    "read or share this story",
    "read the full story",
    "read: ",
    "recommended:",
    "related article:",
    "related articles:",
    "related coverage:",
    "related story:",
    "related stories:",
    "related:",
    "see also:",
    "share this:",
    "sign up for",
    "sign up to",
    "subscribe to",
    "support our",
    "tags:",
    "the post appeared first",
    "this story was originally published",
    "topics:",
    "watch:",
    "watch live:",
    "watch now:",
    "watch video:",
    "©",
    "(c)",
});
// Pictures and films elsewhere: "Video: ...". With a name behind them they are credits.
constexpr auto picture_links = std::to_array<std::string_view>({
    "gallery:",
    "photos:",
    "pictures:",
    "slideshow:",
    "video:",
    "videos:",
    "more photos:",
    "raw video:",
});
// Dates that cannot be read: "Updated: 9 months ago".
constexpr auto date_labels = std::to_array<std::string_view>({
    "last updated",
    "posted:",
    "published:",
    "published on",
    "updated:",
    "updated at",
    "updated on",
});
// "ALSO READ | ..." and its kin, whatever follows: only in capitals, lest a sentence starts so.
constexpr auto capital_beginnings = std::to_array<std::string_view>({
    "ALSO READ",
    "ALSO SEE",
    "ALSO WATCH",
    "MORE FROM",
    "MUST READ",
    "READ ALSO",
    "READ MORE",
    "READ NEXT",
    "RELATED",
    "SEE ALSO",
    "WATCH NOW",
});

template <class List>
bool starts_with_any(const List& list, std::string_view line) {
  return std::any_of(list.begin(), list.end(),
                     [line](std::string_view beginning) { return starts_with_words(line, beginning); });
}

}  // namespace

bool is_boilerplate_line(std::string_view line) {
  constexpr std::size_t line_bytes_max = 300;
  if (line.empty() || line.size() > line_bytes_max) return false;
  // Nothing but marks: "***", "-----", "# # #"; and the wire's "-30-".
  auto words = words_of(line, 12);
  if (words.empty() || line == "-30-" || line == "-ENDS-" || line == "-end-") return true;
  std::string_view bare = line;
  while (!bare.empty() && std::string_view(".:-!>»").find(bare.back()) != std::string_view::npos) {
    bare.remove_suffix(1);
  }
  if (bare.size() <= 60 && std::binary_search(whole_lines.begin(), whole_lines.end(), lower(trimmed(bare)))) {
    return true;
  }
  if (starts_with_any(beginnings, line)) return true;
  for (std::string_view beginning : capital_beginnings) {
    if (!line.starts_with(beginning)) continue;
    auto next = word_at(line, skip_spaces(line, beginning.size()));
    if (!next || !next->all_caps) return true;
  }
  bool link = starts_with_any(picture_links, line);
  bool date = line.size() <= 60 && starts_with_any(date_labels, line);
  // Figures and marks alone: a page's number, a date that cannot be told from its mirror image.
  bool figures = line.size() <= 40 && std::none_of(words.begin(), words.end(), [](const Word& word) {
                   return !word.number || word.capital || word.all_caps;
                 });
  return (link || date || figures) && !read_front_line(line).all_known();
}

}  // namespace sitrep::plain
