// Fields as parts of the text: titles and bodies, HTML or plain, and what was lost on the way.
#include <algorithm>
#include <array>

#include "base/limits.h"
#include "intake/fields/fields.h"
#include "intake/html/html.h"
#include "intake/plain/plain.h"
#include "intake/plain/scan.h"
#include "text/utf8.h"

namespace sitrep::fields {

namespace {

bool is_name_end(char c) { return c == '>' || c == ' ' || c == '/' || c == '\n' || c == '\r' || c == '\t'; }

void note_cut(std::vector<Note>& notes) {
  notes.push_back(
      {NoteKind::cut_at_limit,
       {},
       {},
       "only the first " + std::to_string(limits::text_bytes_max >> 20) + " MB of the text were read"});
}

}  // namespace

std::string_view within_limit(std::string_view utf8, std::vector<Note>& notes) {
  if (utf8.size() <= limits::text_bytes_max) return utf8;
  std::size_t end = limits::text_bytes_max;
  while (end > 0 && (static_cast<unsigned char>(utf8[end]) & 0xC0U) == 0x80U) --end;
  note_cut(notes);
  return utf8.substr(0, end);
}

bool holds_html(std::string_view text) {
  constexpr std::array<std::string_view, 20> names = {
      "a",  "b",  "blockquote", "br",  "div", "em", "figure", "h1",   "h2",     "h3",
      "h4", "hr", "i",          "img", "li",  "ol", "p",      "span", "strong", "ul"};
  text = text.substr(0, 64U << 10);
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    std::size_t begin = at + 1;
    if (begin < text.size() && text[begin] == '/') ++begin;
    std::size_t end = begin;
    while (end < text.size() && end - begin <= 10 && !is_name_end(text[end])) ++end;
    if (end == text.size() || !is_name_end(text[end])) continue;
    std::string name = lower(text.substr(begin, end - begin));
    if (std::find(names.begin(), names.end(), name) == names.end()) continue;
    // Where a tag opens, it ends as well: "a < b and so on" holds none.
    if (text.find('>', end) != std::string_view::npos) return true;
  }
  return false;
}

void add_title(const FieldText& title, bool html, DocumentContent& content, TextBuilder& out) {
  Span span = plain::trim(title.utf8, make_span(0, title.utf8.size()));
  span.end = static_cast<std::uint32_t>(std::min<std::size_t>(span.end, span.begin + limits::text_bytes_max));
  if (span.empty()) return;
  FieldText headline;
  if (html) {
    TextBuilder inner;
    append_html_fragment({title.utf8, title.map}, inner);
    TextBuilder::Built built = inner.take();
    headline = {std::move(built.text), std::move(built.map)};
    span = plain::trim(headline.utf8, make_span(0, headline.utf8.size()));
    if (span.empty()) return;
  }
  const FieldText& from = html ? headline : title;
  out.begin_part(PartKind::headline);
  out.append_slice(from.utf8, from.map, span);
  out.end_part();
  content.publication.headline = value_of(std::string_view(from.utf8).substr(span.begin, span.size()));
}

void add_body(const FieldText& body, bool html, DocumentContent& content, TextBuilder& out) {
  std::string_view text = within_limit(body.utf8, content.notes);
  if (!html) {
    append_plain_text(text, body.map, out, content.publication, content.notes);
  } else if (!append_html_fragment({text, body.map}, out) && text.size() == body.utf8.size()) {
    note_cut(content.notes);
  }
}

}  // namespace sitrep::fields
