#include "cli/review_screen.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/number_of.h"
#include "cli/cells.h"
#include "cli/ids.h"

namespace sitrep {
namespace {

constexpr std::size_t label_width = 10;
constexpr std::size_t width_default = 80;

std::string wrapped(const std::string& text, std::size_t width) {
  std::string out;
  for (const std::string& line : wrap(text, width)) out += line + "\n";
  return out;
}

std::string labelled(const Style& style, std::string_view label, const std::string& value,
                     std::size_t width) {
  if (value.empty()) return {};
  std::string out;
  for (const std::string& line : wrap(value, width > label_width ? width - label_width : 0)) {
    out += (out.empty() ? style.dim(pad(std::string(label), label_width)) : std::string(label_width, ' ')) +
           line + "\n";
  }
  return out;
}

std::string state_words(ReviewState state, std::uint64_t others) {
  std::string out = state == ReviewState::open ? "not decided" : std::string(name_of(state));
  if (others > 0) out += "; " + number_of(others, "other") + " decided";
  return out;
}

// Words, some of them lit, broken to lines.
class LitText {
 public:
  LitText(const Layout& layout) : layout_(layout), width_(layout.width == 0 ? width_default : layout.width) {}

  void word(std::string_view word, bool is_lit) {
    std::string shown = harmless(word);
    std::size_t columns = display_width(shown);
    if (column_ > 0 && column_ + 1 + columns > width_) end_line();
    if (column_ > 0) line_ += is_lit && last_lit_ && layout_.colour ? on(" ") : std::string(" ");
    line_ += is_lit && layout_.colour ? on(shown) : shown;
    column_ += columns + (column_ > 0 ? 1 : 0);
    if (is_lit) last_lit_line_ = lines_.size();
    if (is_lit && first_lit_line_ == none) first_lit_line_ = lines_.size();
    last_lit_ = is_lit;
  }

  void end_line() {
    lines_.push_back(std::move(line_));
    line_.clear();
    column_ = 0;
    last_lit_ = false;
  }

  // Those around the lit ones.
  std::string take(std::size_t rows) {
    if (column_ > 0) end_line();
    std::size_t first = first_lit_line_ == none ? 0 : first_lit_line_;
    std::size_t lit_rows = first_lit_line_ == none ? 1 : last_lit_line_ - first + 1;
    std::size_t before = rows > lit_rows ? (rows - lit_rows) / 2 : 0;
    std::size_t from = first > before ? first - before : 0;
    std::size_t to = std::min(lines_.size(), from + std::max(rows, lit_rows));
    std::string out;
    for (std::size_t i = from; i < to; ++i) out += lines_[i] + "\n";
    return out;
  }

 private:
  static std::string on(std::string_view words) { return "\x1b[7m" + std::string(words) + "\x1b[0m"; }
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  const Layout& layout_;
  std::size_t width_;
  std::vector<std::string> lines_;
  std::string line_;
  std::size_t column_ = 0;
  std::size_t first_lit_line_ = none, last_lit_line_ = 0;
  bool last_lit_ = false;
};

}  // namespace

std::string lit(std::string_view text, Span span, const Layout& layout, std::size_t rows) {
  // A text may be of any length; what is shown is near the evidence.
  constexpr std::size_t near = 4000;
  std::size_t from = span.begin > near ? span.begin - near : 0;
  std::size_t to = std::min<std::size_t>(text.size(), span.end + near);
  while (from > 0 && text[from] != ' ' && text[from] != '\n') --from;
  LitText out(layout);
  for (std::size_t at = from; at < to;) {
    if (text[at] == '\n') {
      out.end_line();
      ++at;
      continue;
    }
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
    // A word that the span cuts is shown in pieces, each with its own light; without colour brackets tell.
    std::string word(text.substr(at, end - at));
    bool begins = span.begin >= at && span.begin < end;
    bool ends = span.end > at && span.end <= end;
    if (!layout.colour && ends) word.insert(span.end - at, "]");
    if (!layout.colour && begins) word.insert(span.begin - at, "[");
    out.word(word, span.begin < end && at < span.end);
    at = end;
  }
  return out.take(rows);
}

std::string draw_review(const ReviewScreen& screen, const Layout& layout, std::size_t rows) {
  Style style(layout.colour);
  std::size_t width = layout.width == 0 ? width_default : layout.width;
  const Publication& publication = screen.report.publication;
  std::string head = fmt::format("{} of {}  {}#{}", screen.number, screen.count, short_id(screen.report.id),
                                 harmless(screen.claim.id));
  if (publication.outlet) head += "  " + harmless(*publication.outlet);
  if (publication.published) head += "  " + publication.published->date.iso();
  head += "  reviewer " + harmless(screen.reviewer);
  std::string out = style.dim(clip(head, width)) + "\n";
  if (publication.headline) out += style.bold(clip(harmless(*publication.headline), width)) + "\n";

  std::string values;
  auto add = [&](std::string_view label, const std::string& value) {
    values += labelled(style, label, value, width);
  };
  const Claim& claim = screen.claim;
  add("what", what_of(claim));
  add("who", who_of(claim));
  add("whom", whom_of(claim));
  add("where", where_of(claim));
  add("when", when_of(claim));
  add("figures", figures_of(claim));
  add("says", says_of(claim));
  add("event", screen.event);
  if (claim.confidence) add("sure", fmt::format("{:.0f} %", *claim.confidence * 100));
  add("state", state_words(screen.state, screen.others));
  std::string keys = wrapped(
      "a accept  r reject  c change  e evidence  n note  x not this event  m merge  s skip  u undo  q quit",
      width);
  auto lines = [](const std::string& text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  };
  constexpr std::size_t text_rows_min = 3;
  std::size_t taken = lines(out) + lines(values) + lines(keys) + 4;
  std::size_t text_rows = std::max(text_rows_min, rows > taken ? rows - taken : 0);
  out += "\n" + lit(screen.report.text, claim.evidence, layout, text_rows) + "\n" + values + "\n";
  out += style.dim(keys.substr(0, keys.size() - 1)) + "\n";
  if (!screen.message.empty()) out += clip(harmless(screen.message), width);
  return out;
}

}  // namespace sitrep
