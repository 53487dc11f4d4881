#include "intake/plain/pictures.h"

#include <algorithm>
#include <optional>

#include "intake/plain/front_line.h"
#include "intake/plain/scan.h"

namespace sitrep::plain {

namespace {

constexpr std::size_t caption_bytes_max = 500;
constexpr std::size_t bracket_bytes_max = 300;
constexpr std::size_t credits_max = 20;

void shift(Credit& credit, std::size_t by) {
  auto moved = [by](Span span) { return make_span(span.begin + by, span.end + by); };
  credit.span = moved(credit.span);
  for (Span& name : credit.names) name = moved(name);
  for (Span& person : credit.people) person = moved(person);
}

// A bracket inside or at the end of a paragraph. Unlabelled agencies count only where no sentence
// can hold them: behind its stop, at the paragraph's end.
std::optional<Credit> bracket_credit(std::string_view paragraph, std::size_t open, std::size_t end) {
  auto credit = whole_credit(paragraph.substr(open, end - open));
  if (!credit) return std::nullopt;
  bool reporting = credit->names.empty();
  bool at_end = skip_spaces(paragraph, end) >= paragraph.size();
  bool at_start = open == 0;
  if (!credit->photo && !reporting) {
    bool set_off = at_end && open > 0 && ends_sentence(paragraph.substr(0, open));
    if (!set_off && !(at_start && at_end)) return std::nullopt;
  }
  shift(*credit, open);
  return credit;
}

// "(Published Monday, 5 May 2031)" at the end: when a film or picture was put there.
bool dates_picture(std::string_view paragraph, std::size_t open, std::size_t end) {
  if (skip_spaces(paragraph, end) < paragraph.size()) return false;
  std::string_view inner = paragraph.substr(open + 1, end - open - 2);
  if (!starts_with_words(inner, "published") && !starts_with_words(inner, "posted")) return false;
  return read_front_line(inner).all_known();
}

// "REUTERS/Ida Holm", "AP Photo/Ida Holm" behind the last stop.
std::optional<Credit> tail_credit(std::string_view paragraph) {
  std::size_t slash = paragraph.rfind('/');
  if (slash == std::string_view::npos || paragraph.size() - slash > 60) return std::nullopt;
  std::size_t begin = slash;
  while (begin > 0 && slash - begin < 40 && paragraph[begin - 1] != '.' && paragraph[begin - 1] != '\n')
    --begin;
  if (begin > 0 && !ends_sentence(paragraph.substr(0, begin))) return std::nullopt;
  begin = skip_spaces(paragraph, begin);
  auto credit = whole_credit(paragraph.substr(begin));
  if (!credit) return std::nullopt;
  shift(*credit, begin);
  return credit;
}

}  // namespace

PictureWords picture_words(std::string_view paragraph) {
  PictureWords out;
  for (std::size_t at = paragraph.find_first_of("([");
       at != std::string_view::npos && out.credits.size() < credits_max;
       at = paragraph.find_first_of("([", at + 1)) {
    char close = paragraph[at] == '(' ? ')' : ']';
    std::size_t end = paragraph.substr(0, std::min(paragraph.size(), at + bracket_bytes_max)).find(close, at);
    if (end == std::string_view::npos) continue;
    auto credit = bracket_credit(paragraph, at, end + 1);
    if (!credit && dates_picture(paragraph, at, end + 1)) {
      out.pieces.push_back({PartKind::boilerplate, make_span(at, end + 1)});
      break;
    }
    if (!credit) continue;
    at = end;
    out.pieces.push_back({PartKind::credit, credit->span});
    out.credits.push_back(std::move(*credit));
  }
  if (out.pieces.empty()) {
    if (auto credit = tail_credit(paragraph)) {
      out.pieces.push_back({PartKind::credit, credit->span});
      out.credits.push_back(std::move(*credit));
    }
  }
  // The words in front of a picture's credit at the end, and words that say so themselves, are its
  // caption.
  std::size_t end = out.pieces.empty() ? paragraph.size() : out.pieces.front().span.begin;
  Span words = trim(paragraph, make_span(0, end));
  std::string_view view = paragraph.substr(words.begin, words.size());
  bool to_the_end =
      out.pieces.empty() ||
      (out.pieces.size() == 1 && skip_spaces(paragraph, out.pieces[0].span.end) >= paragraph.size());
  if (words.empty() || words.size() > caption_bytes_max || !to_the_end) return out;
  bool dated = !out.pieces.empty() && out.pieces[0].kind == PartKind::boilerplate;
  bool credited = dated || (!out.credits.empty() && out.credits[0].photo);
  bool bracketed = (view.front() == '(' || view.front() == '[') && speaks_of_picture(view.substr(1)) &&
                   (view.back() == ')' || view.back() == ']');
  bool said = view.starts_with("FILE PHOTO") || view.starts_with("FILE - ") ||
              view.starts_with("FILE \xE2\x80\x94 ") || view.starts_with("FILE \xE2\x80\x93 ") ||
              view.starts_with("FILE -- ") || view.starts_with("CAPTION:") || view.starts_with("Caption:") ||
              starts_with_words(view, "file photo:") || starts_with_words(view, "in this photo");
  if (credited || bracketed || said) out.pieces.insert(out.pieces.begin(), {PartKind::caption, words});
  return out;
}

}  // namespace sitrep::plain
