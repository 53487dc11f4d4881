#include "intake/plain/labelled_dates.h"

#include <algorithm>
#include <array>

#include "intake/plain/scan.h"

namespace sitrep::plain {

namespace {

// Words before a date. Origin: general knowledge.
constexpr auto published_labels = std::to_array<std::string_view>({
    "created",
    "date",
    "dated",
    "first published",
    "issued",
    "issued on",
    "posted",
    "posted at",
    "posted on",
    "publication date",
    "published",
    "published at",
    "published on",
    "pub date",
    "release date",
    "released",
    "released on",
});
constexpr auto modified_labels = std::to_array<std::string_view>({
    "last modified",
    "last update",
    "last updated",
    "last updated at",
    "last updated on",
    "modified",
    "update",
    "updated",
    "updated at",
    "updated on",
});

template <class List>
std::size_t longest_label(const List& labels, std::string_view text) {
  std::size_t longest = 0;
  for (std::string_view label : labels) {
    if (label.size() > longest && starts_with_words(text, label)) longest = label.size();
  }
  return longest;
}

}  // namespace

std::optional<LabelledDate> labelled_date_at(std::string_view line, std::size_t at) {
  std::string_view rest = line.substr(at);
  LabelledDate out;
  std::size_t label = longest_label(published_labels, rest);
  std::size_t modified = longest_label(modified_labels, rest);
  out.modified = modified > label;
  label = std::max(label, modified);
  out.labelled = label > 0;
  std::size_t begin = skip_spaces(line, at + label);
  if (label > 0 && begin < line.size() && line[begin] == ':') begin = skip_spaces(line, begin + 1);
  bool bracket = label == 0 && begin < line.size() && (line[begin] == '(' || line[begin] == '[');
  char close = bracket && line[begin] == '[' ? ']' : ')';
  if (bracket) begin = skip_spaces(line, begin + 1);
  auto date = date_at(line, begin);
  if (!date || !date->year || *date->year < 100) return std::nullopt;
  if (!complete(*date, std::nullopt)) return std::nullopt;
  std::size_t end = date->end;
  if (bracket) {
    if (end >= line.size() || line[end] != close) return std::nullopt;
    ++end;
  }
  out.date = *date;
  out.span = make_span(at, end);
  return out;
}

std::optional<LabelledDate> closing_date(std::string_view line) {
  constexpr std::size_t line_bytes_max = 100;
  constexpr std::size_t words_before_max = 8;
  if (line.size() > line_bytes_max) return std::nullopt;
  // "Issued on the coast, 7 May 2031": the date fills the line's end, behind a comma or "on".
  for (std::size_t at = 0; at < line.size(); ++at) {
    bool comma = line[at] == ',';
    bool on = at > 0 && line[at - 1] == ' ' && starts_with_words(line.substr(at), "on");
    if (!comma && !on) continue;
    auto date = labelled_date_at(line, skip_spaces(line, at + (comma ? 1 : 2)));
    if (!date) continue;
    if (date->span.end < line.size() ||
        words_of(line.substr(0, at), words_before_max + 1).size() > words_before_max) {
      return std::nullopt;
    }
    return date;
  }
  return std::nullopt;
}

}  // namespace sitrep::plain
