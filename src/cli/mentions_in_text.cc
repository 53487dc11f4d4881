#include "cli/mentions_in_text.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

#include "cli/printer.h"

namespace sitrep {
namespace {

std::string in_colour(const Style& style, MentionKind kind, std::string_view words) {
  switch (kind) {
    case MentionKind::time:
      return style.cyan(words);
    case MentionKind::place:
      return style.green(words);
    case MentionKind::actor:
      return style.magenta(words);
    case MentionKind::figure:
      return style.yellow(words);
    case MentionKind::source:
      return style.underlined(words);
  }
  return std::string(words);
}

class TextWithMentions {
 public:
  TextWithMentions(const Report& report, const std::vector<Mention>& mentions, const Layout& layout)
      : text_(report.text), mentions_(mentions), layout_(layout), style_(layout.colour) {}

  std::string draw() {
    if (layout_.colour) out_ = legend();
    std::uint32_t at = 0;
    bool gap = false;
    while (at < text_.size()) {
      auto end = static_cast<std::uint32_t>(std::min(text_.find('\n', at), text_.size()));
      if (end == at) {
        gap = !out_.empty();
      } else {
        if (std::exchange(gap, false)) out_ += '\n';
        draw_line(at, end);
      }
      at = end + 1;
    }
    return std::move(out_);
  }

 private:
  std::string legend() const {
    std::string line;
    for (std::string_view name : enum_names<MentionKind>()) {
      line += (line.empty() ? "" : "  ") + in_colour(style_, *parse_enum<MentionKind>(name), name);
    }
    return line + "\n\n";
  }

  // A line of the text, broken at blanks to the terminal's width.
  void draw_line(std::uint32_t at, std::uint32_t end) {
    column_ = 0;
    while (at < end) {
      auto blank = static_cast<std::uint32_t>(std::min<std::size_t>(text_.find(' ', at), end));
      if (blank > at) draw_word(at, blank);
      at = blank + 1;
    }
    put_word();
    out_ += '\n';
  }

  // A run of the text without blanks; mentions may begin and end inside it.
  void draw_word(std::uint32_t at, std::uint32_t end) {
    put_word();
    while (at < end) {
      for (; next_ < mentions_.size() && mentions_[next_].span.begin <= at; ++next_) open(mentions_[next_]);
      std::uint32_t to = end;
      if (next_ < mentions_.size()) to = std::min(to, mentions_[next_].span.begin);
      if (!open_.empty()) to = std::min(to, open_.back().second);
      add(text_.substr(at, to - at));
      at = to;
      while (!open_.empty() && open_.back().second <= at) close();
    }
  }

  void open(const Mention& mention) {
    std::uint32_t end = mention.span.end;
    if (!open_.empty()) end = std::min(end, open_.back().second);
    if (end <= mention.span.begin) return;
    open_.emplace_back(&mention, end);
    if (!layout_.colour) add_drawn("[", 1);
  }

  void close() {
    const Mention& mention = *open_.back().first;
    open_.pop_back();
    std::string value = harmless(mention.value.value_or(""));
    bool tells = !value.empty() && value != mention.text;
    if (!layout_.colour) {
      std::string behind = "](" + std::string(name_of(mention.kind)) + (tells ? " " + value : "") + ")";
      add_drawn(behind, display_width(behind));
    } else if (tells && mention.kind != MentionKind::source) {
      std::string behind = "(" + value + ")";
      add_drawn(style_.dim(behind), display_width(behind));
    }
  }

  void add(std::string_view words) {
    std::string shown = harmless(words);
    std::size_t width = display_width(shown);
    // The innermost colour; underlined as well inside a source's words.
    for (auto at = open_.rbegin(); at != open_.rend(); ++at) {
      shown = in_colour(style_, at->first->kind, shown);
    }
    add_drawn(shown, width);
  }

  void add_drawn(std::string_view drawn, std::size_t width) {
    word_ += drawn;
    word_width_ += width;
  }

  void put_word() {
    if (word_.empty()) return;
    if (column_ > 0 && layout_.width > 0 && column_ + 1 + word_width_ > layout_.width) {
      out_ += '\n';
      column_ = 0;
    } else if (column_ > 0) {
      out_ += ' ';
      ++column_;
    }
    out_ += word_;
    column_ += word_width_;
    word_.clear();
    word_width_ = 0;
  }

  std::string_view text_;
  const std::vector<Mention>& mentions_;
  Layout layout_;
  Style style_;
  std::size_t next_ = 0;                                        // the first mention not yet opened
  std::vector<std::pair<const Mention*, std::uint32_t>> open_;  // with where each is drawn to end
  std::string out_, word_;
  std::size_t word_width_ = 0, column_ = 0;
};

}  // namespace

std::string draw_mentions(const Report& report, const std::vector<Mention>& mentions, const Layout& layout) {
  return draw_heading(report, layout) + "\n" + TextWithMentions(report, mentions, layout).draw();
}

}  // namespace sitrep
