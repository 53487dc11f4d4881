#include "intake/plain/front_line.h"

#include <algorithm>
#include <array>
#include <string>

#include "intake/plain/labelled_dates.h"
#include "intake/plain/letterhead.h"
#include "intake/plain/scan.h"
#include "text/utf8.h"

namespace sitrep::plain {

namespace {

// What an agency does in a sentence, so that its name there is no credit ("AFP photographer killed").
constexpr auto agency_deeds = std::to_array<std::string_view>({
    "cameraman",
    "chief",
    "correspondent",
    "editor",
    "journalist",
    "news",
    "office",
    "photographer",
    "reporter",
    "reports",
    "reported",
    "said",
    "says",
    "staff",
    "stringer",
});

// Spaces, bars, commas, colons and dashes between pieces. `mark` tells whether one of them is more
// than a space: a piece ends there for certain.
std::size_t skip_between(std::string_view line, std::size_t at, bool& mark) {
  mark = false;
  while (at < line.size()) {
    std::size_t next = skip_spaces(line, at);
    std::size_t bytes = next < line.size() ? bar_at(line, next) : 0;
    if (bytes == 0 && next < line.size()) bytes = dash_at(line, next);
    if (bytes == 0 && next < line.size() && (line[next] == ';' || line[next] == ',' || line[next] == ':'))
      bytes = 1;
    if (bytes == 0) return next;
    mark = true;
    at = next + bytes;
  }
  return at;
}

// The bracket that closes at the end of `line`, where its partner stands in the line.
std::optional<Span> last_bracket(std::string_view line) {
  if (line.empty() || (line.back() != ')' && line.back() != ']')) return std::nullopt;
  char close = line.back();
  char open = close == ')' ? '(' : '[';
  int depth = 0;
  for (std::size_t at = line.size(); at > 0; --at) {
    if (line[at - 1] == close) ++depth;
    if (line[at - 1] == open && --depth == 0) return make_span(at - 1, line.size());
  }
  return std::nullopt;
}

// The reader of one line: `left_` and `right_` close in on the rest.
class Peeler {
 public:
  explicit Peeler(std::string_view line) : line_(line), right_(line.size()) {}

  FrontLine read() {
    peel_all_left();
    while (left_ < right_ && peel_right()) {
    }
    return finish();
  }

  // Without the right end: what stands behind a bar. (Reading both ends of every end would take
  // exponential time.)
  FrontLine read_left() {
    peel_all_left();
    return finish();
  }

 private:
  void peel_all_left() {
    left_ = skip_spaces(line_, 0);
    while (left_ < right_ && peel_left()) {
    }
  }

  FrontLine finish() {
    if (out_.pieces.empty()) left_ = 0, right_ = line_.size();
    out_.rest = trim(line_, make_span(left_, right_));
    keep_marks();
    std::sort(out_.pieces.begin(), out_.pieces.end(),
              [](const Part& a, const Part& b) { return a.span < b.span; });
    return std::move(out_);
  }

  // The bars and dashes between the pieces, as pieces of their own: nothing but white space is left
  // out.
  void keep_marks() {
    std::vector<Span> taken;
    for (const Part& piece : out_.pieces) taken.push_back(piece.span);
    if (taken.empty()) return;
    if (!out_.rest.empty()) taken.push_back(out_.rest);
    std::sort(taken.begin(), taken.end());
    std::size_t end = 0;
    taken.push_back(make_span(line_.size(), line_.size()));
    for (Span span : taken) {
      Span gap = trim(line_, make_span(end, span.begin));
      if (!gap.empty()) add(PartKind::boilerplate, gap);
      end = span.end;
    }
  }

  void add(PartKind kind, Span span) { out_.pieces.push_back({kind, span}); }

  void add_date(const LabelledDate& found) {
    auto& slot = found.modified ? out_.modified : out_.published;
    if (!slot) slot = FrontLine::FoundSpan{found.date, found.span};
    add(PartKind::boilerplate, found.span);
    dated_ = true;
  }

  void add_credit(const Credit& credit, std::size_t base) {
    auto shift = [&](Span span) { return make_span(base + span.begin, base + span.end); };
    for (Span name : credit.names) out_.credit.push_back(shift(name));
    for (Span person : credit.people) out_.byline.push_back({shift(person), false});
    out_.photo = out_.photo || credit.photo;
    add(PartKind::credit, shift(credit.span));
  }

  void add_byline(const Byline& found, std::size_t base) {
    auto shift = [&](Span span) { return make_span(base + span.begin, base + span.end); };
    for (const Person& person : found.people) {
      if (person.agency) {
        out_.credit.push_back(shift(person.span));
      } else {
        out_.byline.push_back({shift(person.span), false});
      }
    }
    add(PartKind::byline, shift(found.span));
  }

  [[nodiscard]] std::string_view open() const { return line_.substr(0, right_); }

  // Moves past a piece that ended at `end`.
  void pass(std::size_t end) {
    left_ = skip_between(open(), end, after_mark_);
    // A dash or comma before the rest belongs to none; a stop that ends the piece goes with it.
    if (left_ < right_ && line_[left_] == '.' && left_ + 1 == right_) left_ = right_;
  }

  bool peel_left() {
    std::string_view view = open();
    if (auto date = labelled_date_at(view, left_)) {
      std::size_t end = date->span.end;
      bool mark = false;
      std::size_t next = skip_between(view, end, mark);
      // "3 May 2031 was the day": the date goes on into a sentence.
      auto word = next < view.size() ? word_at(view, next) : std::nullopt;
      bool goes_on =
          word && !word->capital && !word->number && !mark && !date->labelled && word->text != "by";
      if (goes_on || (!date->labelled && end < view.size() && next == end && view[end] != '.')) return false;
      add_date(*date);
      pass(end);
      return true;
    }
    if (auto byline = byline_at(view, left_)) {
      add_byline(*byline, 0);
      pass(byline->span.end);
      return true;
    }
    if (auto byline = signature(view.substr(left_))) {
      add_byline(*byline, left_);
      pass(right_);
      return true;
    }
    if (line_[left_] == '(' || line_[left_] == '[') return peel_left_bracket();
    return peel_left_credit();
  }

  bool peel_left_bracket() {
    char close = line_[left_] == '(' ? ')' : ']';
    std::size_t end = open().find(close, left_);
    if (end == std::string_view::npos) return false;
    Span span = make_span(left_, end + 1);
    if (!take_bracket(span)) return false;
    pass(span.end);
    return true;
  }

  bool peel_left_credit() {
    std::string_view view = open();
    std::size_t stop = left_;
    while (stop < view.size() && bar_at(view, stop) == 0) ++stop;
    // The whole piece up to a bar or the end.
    if (auto credit = whole_credit(view.substr(left_, stop - left_))) {
      add_credit(*credit, left_);
      pass(stop);
      return true;
    }
    auto chain = agency_chain_at(view, left_);
    if (!chain) return false;
    bool mark = false;
    std::size_t next = skip_between(view, chain->span.end, mark);
    if (next >= view.size()) return false;  // a credit alone was taken above
    auto word = word_at(view, next);
    bool title = word && (word->capital || word->number);
    bool deed =
        word && std::find(agency_deeds.begin(), agency_deeds.end(), lower(word->text)) != agency_deeds.end();
    bool bound = mark && dash_or_bar(chain->span.end, next);
    bool starts_sentence = title || (word == std::nullopt && next < view.size());
    if (deed || !starts_sentence || (!bound && !dated_ && chain->names.size() < 2)) return false;
    if (dated_ || bound || chain->names.size() > 1) {
      add_credit(*chain, 0);
      pass(chain->span.end);
      return true;
    }
    return false;
  }

  // Whether a bar or a spaced dash stands between two offsets.
  [[nodiscard]] bool dash_or_bar(std::size_t from, std::size_t to) const {
    for (std::size_t at = from; at < to; ++at) {
      if (bar_at(line_, at) > 0 || (dash_at(line_, at) > 0 && skip_spaces(line_, from) > from)) return true;
    }
    return false;
  }

  // A bracket as credit or caption.
  bool take_bracket(Span span) {
    std::string_view view = line_.substr(span.begin, span.size());
    if (auto credit = whole_credit(view)) {
      add_credit(*credit, span.begin);
      return true;
    }
    std::string_view inner = trimmed(view.substr(1, view.size() - 2));
    if (!speaks_of_picture(inner)) return false;
    add(PartKind::caption, span);
    return true;
  }

  bool peel_right() {
    std::string_view view = open();
    Span trimmed_view = trim(view, make_span(left_, right_));
    right_ = trimmed_view.end;
    view = open();
    if (auto bracket = last_bracket(view); bracket && bracket->begin > left_ && take_bracket(*bracket)) {
      right_ = bracket->begin;
      return true;
    }
    return peel_right_piece();
  }

  // From the last bar, spaced dash or "By" on, all of which must be known.
  bool peel_right_piece() {
    for (std::size_t at = right_; at > left_;) {
      at = before(line_, at);
      std::size_t mark = bar_at(line_, at);
      bool spaced = at > left_ && is_space(decode_utf8(line_, before(line_, at)).value);
      if (mark == 0 && spaced) {
        std::size_t dash = dash_at(line_, at);
        if (dash > 0 && skip_spaces(line_, at + dash) > at + dash) mark = dash;
      }
      bool label = mark == 0 && spaced && starts_piece(at);
      if (mark == 0 && !label) {
        if (line_[at] == ',' && right_ - at <= 60 && peel_date_behind_comma(at)) return true;
        continue;
      }
      if (right_ - at > 160) return false;
      std::size_t begin = skip_spaces(line_, at + mark);
      if (begin >= right_) {  // a mark with nothing behind it
        right_ = at;
        return true;
      }
      FrontLine tail = Peeler(line_.substr(begin, right_ - begin)).read_left();
      if (!tail.all_known()) {
        if (mark > 0) return false;
        continue;
      }
      if (label && !tail.published && !tail.modified && tail.credit.empty()) continue;
      append(tail, begin);
      right_ = at;
      return true;
    }
    return false;
  }

  // "Visby, 7 May 2031", "Council Press Service, Sunday, 4 May 2031": names, and a whole date.
  bool peel_date_behind_comma(std::size_t comma) {
    if (!is_names_only(line_.substr(left_, comma - left_))) return false;
    auto date = labelled_date_at(open(), skip_spaces(open(), comma + 1));
    if (!date || skip_spaces(open(), date->span.end) < right_) return false;
    add_date(*date);
    right_ = comma;
    return true;
  }

  // "By Ida Holm 3 May 2031", "Published 3 May 2031" behind a headline, no mark between.
  [[nodiscard]] bool starts_piece(std::size_t at) const {
    std::string_view view = open().substr(at);
    if (view.starts_with("By ") || view.starts_with("By\xC2\xA0")) return true;
    return view[0] >= 'A' && view[0] <= 'Z' && labelled_date_at(view, 0).value_or(LabelledDate{}).labelled;
  }

  void append(const FrontLine& tail, std::size_t base) {
    auto shift = [&](Span span) { return make_span(base + span.begin, base + span.end); };
    for (const Part& piece : tail.pieces) add(piece.kind, shift(piece.span));
    for (const Person& person : tail.byline) out_.byline.push_back({shift(person.span), person.agency});
    for (Span name : tail.credit) out_.credit.push_back(shift(name));
    if (tail.published && !out_.published) {
      out_.published = FrontLine::FoundSpan{tail.published->date, shift(tail.published->span)};
    }
    if (tail.modified && !out_.modified) {
      out_.modified = FrontLine::FoundSpan{tail.modified->date, shift(tail.modified->span)};
    }
  }

  std::string_view line_;
  std::size_t left_ = 0;
  std::size_t right_;
  bool dated_ = false;
  bool after_mark_ = false;
  FrontLine out_;
};

}  // namespace

FrontLine read_front_line(std::string_view line) {
  constexpr std::size_t line_bytes_max = 600;
  if (line.size() > line_bytes_max) {
    FrontLine out;
    out.rest = make_span(0, line.size());
    return out;
  }
  return Peeler(line).read();
}

}  // namespace sitrep::plain
