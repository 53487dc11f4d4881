#include "intake/html/phrases.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace sitrep::html {

namespace {

char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// `phrase` is in lower case; it must end where a word of `text` ends.
bool opens_with(std::string_view text, std::string_view phrase) {
  if (text.size() < phrase.size()) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (lower_ascii(text[i]) != phrase[i]) return false;
  }
  return text.size() == phrase.size() || !is_word_byte(phrase.back()) || !is_word_byte(text[phrase.size()]);
}

template <class List>
bool opens_with_any(std::string_view text, const List& phrases) {
  while (!text.empty() && !is_word_byte(text.front()) && text.front() != '(') text.remove_prefix(1);
  for (std::string_view phrase : phrases) {
    if (opens_with(text, phrase)) return true;
  }
  return false;
}

constexpr auto boilerplate = std::to_array<std::string_view>({
    "advertisement",
    "all rights reserved",
    "also read",
    "as it happened",
    "click to share",
    "comments",
    "continue reading",
    "copyright",
    "download our app",
    "download the app",
    "follow us",
    "follow the topics",
    "for more",
    "get our",
    "get the latest",
    "join our",
    "join the conversation",
    "join the discussion",
    "leave a comment",
    "leave a reply",
    "like us on",
    "loading",
    "log in",
    "already a subscriber",
    "don't miss",
    "also on",
    "more on this story",
    "newsletter",
    "originally published",
    "posted in",
    "print this",
    "read also",
    "read full",
    "read more",
    "read next",
    "read the full",
    "recommended",
    "related",
    "see also",
    "share on",
    "share this",
    "show comments",
    "sign up",
    "skip to",
    "story continues below",
    "subscribe",
    "support our",
    "thank you for reading",
    "thanks for reading",
    "this article was originally published",
    "this story was originally published",
    "to read the full",
    "view comments",
    "view gallery",
    "view the discussion",
    "watch:",
    "you may also",
    "you might also",
    "your email address will not",
});

constexpr auto other_articles = std::to_array<std::string_view>({
    "about the author",
    "about us",
    "also read",
    "comments",
    "editor's picks",
    "editors' picks",
    "elsewhere on",
    "from around the web",
    "further reading",
    "in case you missed it",
    "in this story",
    "latest from",
    "latest news",
    "latest stories",
    "leave a comment",
    "leave a reply",
    "more by",
    "more coverage",
    "more from",
    "more in",
    "more like this",
    "more news",
    "more on",
    "more stories",
    "more to read",
    "most popular",
    "most read",
    "most viewed",
    "must read",
    "must reads",
    "next article",
    "next up",
    "popular now",
    "popular posts",
    "popular stories",
    "read also",
    "read more",
    "read next",
    "recent posts",
    "recommended",
    "related",
    "see also",
    "share this",
    "similar articles",
    "similar posts",
    "sponsored",
    "stories you may",
    "suggested",
    "tags",
    "top stories",
    "topics",
    "trending",
    "up next",
    "what to read next",
    "you may also",
    "you may like",
    "you might also",
});

constexpr auto data = std::to_array<std::string_view>({
    "filed under",
    "first published",
    "last modified",
    "last updated",
    "modified",
    "posted",
    "posted by",
    "posted on",
    "published",
    "update",
    "updated",
});

constexpr auto months = std::to_array<std::string_view>(
    {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"});
constexpr auto weekdays = std::to_array<std::string_view>({"mon", "tue", "wed", "thu", "fri", "sat", "sun"});

constexpr auto sources = std::to_array<std::string_view>({"source:", "sources:", "with inputs from"});

constexpr auto credits = std::to_array<std::string_view>({
    "(ap photo",    "(getty",          "(image",     "(photo",       "(picture",      "(reuters/",
    "ap photo",     "copyright image", "file photo", "getty images", "image caption", "image copyright",
    "image credit", "image source",    "image via",  "image:",       "media caption", "photo by",
    "photo credit", "photo courtesy",  "photo via",  "photo:",       "photograph by", "photograph:",
    "photos by",    "photos:",         "picture:",   "pictured:",    "video by",
});

}  // namespace

bool reads_as_cookie_notice(std::string_view text) {
  if (text.find("ookie") == std::string_view::npos) return false;
  for (std::string_view phrase : {"uses cookies", "use cookies", "use of cookies", "cookie settings",
                                  "cookie policy", "Cookie Policy", "accept cookies"}) {
    if (text.find(phrase) != std::string_view::npos) return true;
  }
  return false;
}

bool opens_as_data(std::string_view text) { return opens_with_any(text, data); }

bool is_calendar_word(std::string_view word) {
  while (!word.empty() && !is_word_byte(word.back())) word.remove_suffix(1);
  static constexpr std::string_view endings[] = {
      "",  "day", "sday", "rsday", "nesday", "urday", "uary",  "ruary", "ch", "il",
      "e", "y",   "ust",  "t",     "tember", "ober",  "ember", "s",     "r"};
  std::string_view stem = word.substr(0, 3);
  if (!opens_with_any(stem, months) && !opens_with_any(stem, weekdays)) return false;
  std::string_view ending = word.substr(stem.size());
  return std::any_of(std::begin(endings), std::end(endings),
                     [ending](std::string_view e) { return ending == e; });
}

bool is_date_line(std::string_view text) {
  bool year = false;
  bool month = false;
  int numbers = 0;
  int others = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_word_byte(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    bool number = true;
    for (; end < text.size() && is_word_byte(text[end]); ++end) number = number && text[end] <= '9';
    std::string_view word = text.substr(at, end - at);
    at = end;
    if (number) {
      ++numbers;
      year = year || (word.size() == 4 && (word.starts_with("19") || word.starts_with("20")));
    } else if (is_calendar_word(word)) {
      month = month || opens_with_any(word.substr(0, 3), months);
    } else {
      ++others;
    }
  }
  return year && (month || numbers >= 3) && others <= 3;
}

bool asks_readers(std::string_view text) {
  auto has = [text](std::string_view phrase) { return text.find(phrase) != std::string_view::npos; };
  if (has("ewsletter") && (has("ign up") || has("ubscribe") || has("nbox"))) return true;
  if (has("Sign up for") || has("Subscribe to")) return true;
  bool follows = has("Follow ") || has("follow ") || has("Like ") || has("Join ");
  return follows && (has("Facebook") || has("Twitter") || has("Instagram") || has("YouTube") ||
                     has("Telegram") || has("full coverage"));
}

bool reads_as_credit(std::string_view text) {
  for (std::string_view phrase :
       {"contributed to this", "contributed reporting", "contributed to the report"}) {
    if (text.find(phrase) != std::string_view::npos) return true;
  }
  return opens_with_any(text, sources);
}

bool opens_as_boilerplate(std::string_view text) { return opens_with_any(text, boilerplate); }
bool heads_other_articles(std::string_view text) { return opens_with_any(text, other_articles); }
bool reads_as_picture_credit(std::string_view text) { return opens_with_any(text, credits); }

}  // namespace sitrep::html
