#include "intake/sniff/sniff.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>

#include "intake/encoding/guess.h"
#include "intake/sniff/binary.h"
#include "intake/sniff/markup.h"

namespace sitrep {

namespace {

using namespace sniffing;

constexpr std::string_view blanks = " \t\r\n\f";

// The head as bytes of ASCII, with every wider character as "?"; nothing where it is narrow already.
std::optional<std::string> narrowed(std::string_view head) {
  auto mark = encoding::byte_order_mark(head);
  const encoding::Charset* charset = mark ? mark->charset : encoding::guess_utf16(head);
  if (charset == nullptr) return std::nullopt;
  std::size_t unit = charset->name.starts_with("UTF-16") ? 2 : charset->name.starts_with("UTF-32") ? 4 : 0;
  if (unit == 0) return std::nullopt;
  std::string out;
  for (std::size_t at = mark ? mark->bytes : 0; at + unit <= head.size(); at += unit) {
    char c = charset->name.ends_with("BE") ? head[at + unit - 1] : head[at];
    bool narrow = std::count(head.begin() + static_cast<std::ptrdiff_t>(at),
                             head.begin() + static_cast<std::ptrdiff_t>(at + unit), '\0') +
                      1 ==
                  static_cast<std::ptrdiff_t>(unit);
    out += narrow ? c : '?';
  }
  return out;
}

// "{" and a name or "}"; "[" and such an object.
bool begins_as_json(std::string_view text) {
  if (text.starts_with('[')) {
    std::size_t inner = text.find_first_not_of(blanks, 1);
    if (inner == std::string_view::npos) return false;
    if (text[inner] == ']') return true;
    text.remove_prefix(inner);
  }
  if (!text.starts_with('{')) return false;
  std::size_t next = text.find_first_not_of(blanks, 1);
  return next != std::string_view::npos && (text[next] == '"' || text[next] == '}');
}

Sniffed sniff_markup(std::string_view text) {
  Markup markup = read_markup_start(text);
  constexpr std::array<std::string_view, 2> feeds = {"rss", "feed"};
  if (std::find(feeds.begin(), feeds.end(), markup.element) != feeds.end()) return {Container::feed, {}, {}};
  if (markup.element == "RDF" && text.find("purl.org/rss/1.0") != std::string_view::npos) {
    return {Container::feed, {}, {}};
  }
  if (equal_ignoring_case(markup.doctype, "html") || is_html_element(markup.element)) {
    return {Container::html, {}, {}};
  }
  constexpr std::array<std::string_view, 6> wires = {"newsItem", "newsMessage", "packageItem",
                                                     "NewsML",   "NewsItem",    "nitf"};
  if (std::find(wires.begin(), wires.end(), markup.element) != wires.end()) {
    return {Container::unreadable, "NewsML or NITF", "Sitrep reads XML as RSS, RDF or Atom only"};
  }
  if (markup.declared) {
    return {Container::unreadable, "XML of an unknown kind", "Sitrep reads XML as RSS, RDF or Atom only"};
  }
  return {holds_html_start(text) ? Container::html : Container::text, {}, {}};
}

}  // namespace

Sniffed sniff(std::string_view head) {
  if (head.empty()) return {Container::unreadable, "empty", "name a file that holds a report"};
  if (auto known = known_binary(head)) return {Container::unreadable, known->what, known->hint};
  if (head.starts_with("WARC/")) return {Container::warc, {}, {}};

  std::optional<std::string> wide = narrowed(head);
  if (!wide && is_binary(head)) {
    return {Container::unreadable, "no text but binary data", "name files that hold words"};
  }
  std::string_view text = wide ? std::string_view(*wide) : head;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos)
    return {Container::unreadable, "blank", "name a file that holds a report"};
  text.remove_prefix(begin);

  if (begins_as_json(text)) {
    if (wide) {
      return {Container::unreadable, "JSON in UTF-16", "turn it into UTF-8: iconv -f UTF-16 -t UTF-8 FILE"};
    }
    bool feed = text.front() == '{' && text.find("jsonfeed.org/version/") != std::string_view::npos;
    return {feed ? Container::json_feed : Container::json, {}, {}};
  }
  if (text.front() == '<') return sniff_markup(text);
  return {holds_html_start(text) ? Container::html : Container::text, {}, {}};
}

}  // namespace sitrep
