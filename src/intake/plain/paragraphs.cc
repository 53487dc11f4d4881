#include "intake/plain/paragraphs.h"

#include <algorithm>
#include <optional>

#include "intake/plain/boilerplate.h"
#include "intake/plain/dateline.h"
#include "intake/plain/front_line.h"
#include "intake/plain/scan.h"
#include "text/utf8.h"

namespace sitrep::plain {

namespace {

// Lines this short may be hard-wrapped; mails and wires wrap at 60 to 80.
constexpr std::size_t wrap_columns_max = 100;
constexpr std::size_t wrap_columns_min = 40;
// Wires break a little early at times (long words, names kept together).
constexpr std::size_t slack_columns = 6;
// How many lines from the top are looked at for dates, bylines and credits of their own.
constexpr std::size_t front_lines = 12;

struct Line {
  Span span;  // trimmed
  std::size_t indent = 0;
  std::size_t columns = 0;
};

std::size_t line_end_bytes(std::string_view text, std::size_t at) {
  char c = text[at];
  if (c == '\r') return at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
  if (c == '\n' || c == '\f' || c == '\v') return 1;
  if (c == '\xE2' && (text.substr(at, 3) == "\xE2\x80\xA8" || text.substr(at, 3) == "\xE2\x80\xA9")) return 3;
  return 0;
}

std::size_t count_columns(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    std::size_t end = begin;
    std::size_t bytes = 0;
    while (true) {
      end = text.find_first_of("\n\r\f\v\xE2", end);
      if (end == std::string_view::npos) {
        end = text.size();
        break;
      }
      bytes = line_end_bytes(text, end);
      if (bytes > 0) break;
      ++end;
    }
    Line line;
    line.span = trim(text, make_span(begin, end));
    line.indent = line.span.begin - begin;
    line.columns = count_columns(text.substr(line.span.begin, line.span.size()));
    lines.push_back(line);
    if (end >= text.size()) break;
    begin = end + bytes;
  }
  return lines;
}

// The width a hard-wrapped text was wrapped at, 0 for others.
std::size_t wrap_width(const std::vector<Line>& lines) {
  std::size_t inner = 0;
  std::size_t longer = 0;
  std::size_t width = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].span.empty() || lines[i + 1].span.empty()) continue;
    ++inner;
    if (lines[i].columns > wrap_columns_max) {
      ++longer;
    } else {
      width = std::max(width, lines[i].columns);
    }
  }
  return longer * 10 > inner || width < wrap_columns_min ? 0 : width;
}

class Joiner {
 public:
  explicit Joiner(std::string_view text) : text_(text), lines_(lines_of(text)), width_(wrap_width(lines_)) {}

  std::vector<Paragraph> join() {
    std::vector<Paragraph> paragraphs;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      if (line.span.empty()) continue;
      bool quoted = text_[line.span.begin] == '>';
      ++seen_;
      bool alone = seen_ <= front_lines && stands_alone(line);
      bool starts_dateline = seen_ <= front_lines && width_ > 0 && !alone && opens_with_dateline(line);
      if (i > 0 && !alone && !starts_dateline && !last_alone_ && !paragraphs.empty() &&
          goes_on(lines_[i - 1], line, paragraphs.back().quoted, quoted)) {
        paragraphs.back().span.end = line.span.end;
      } else {
        paragraphs.push_back({line.span, quoted});
      }
      last_alone_ = alone;
    }
    return paragraphs;
  }

 private:
  [[nodiscard]] std::string_view view(const Line& line) const {
    return text_.substr(line.span.begin, line.span.size());
  }

  [[nodiscard]] bool stands_alone(const Line& line) const {
    return lines_.size() > 1 && (is_boilerplate_line(view(line)) || read_front_line(view(line)).all_known());
  }

  [[nodiscard]] bool opens_with_dateline(const Line& line) const {
    return find_dateline(view(line), is_caps()).has_value();
  }

  [[nodiscard]] bool goes_on(const Line& last, const Line& line, bool last_quoted, bool quoted) const {
    if (last.span.empty()) return false;
    if (last_quoted || quoted) return last_quoted && quoted;
    if (line.indent >= last.indent + 2) return false;
    CodePoint first = decode_utf8(text_, line.span.begin);
    bool ended = ends_sentence(view(last));
    if (width_ > 0) {
      std::size_t word = 0;
      for (std::size_t at = line.span.begin; at < line.span.end && word <= wrap_columns_max;) {
        CodePoint c = decode_utf8(text_, at);
        if (is_space(c.value)) break;
        at += c.bytes;
        ++word;
      }
      if (last.columns + 1 + word + slack_columns > width_) return true;
      // A line cut short where its header was taken away: the sentence goes on.
      return !ended && (is_caps() || !is_upper(first.value));
    }
    return !ended && is_letter(first.value) && !is_upper(first.value);
  }

  [[nodiscard]] bool is_caps() const {
    if (!caps_) caps_ = is_all_caps(text_);
    return *caps_;
  }

  std::string_view text_;
  std::vector<Line> lines_;
  std::size_t width_;
  std::size_t seen_ = 0;
  bool last_alone_ = false;
  mutable std::optional<bool> caps_;
};

}  // namespace

std::vector<Paragraph> paragraphs_of(std::string_view text) { return Joiner(text).join(); }

}  // namespace sitrep::plain
