#include "intake/html/blocks.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/limits.h"

namespace sitrep::html {

namespace {

// Nothing in them is text of the page.
bool shows_no_text(Tag tag) {
  switch (tag) {
    case Tag::head:
    case Tag::script:
    case Tag::style:
    case Tag::template_:
    case Tag::noscript:
    case Tag::noembed:
    case Tag::noframes:
    case Tag::iframe:
    case Tag::object:
    case Tag::canvas:
    case Tag::audio:
    case Tag::video:
    case Tag::svg:
    case Tag::math:
    case Tag::select:
    case Tag::option:
    case Tag::textarea:
    case Tag::title:
    case Tag::button:
    case Tag::dialog:
    case Tag::rp:
    case Tag::rt:
      return true;
    default:
      return false;
  }
}

bool is_hidden(const Tree& tree, NodeIndex element) {
  if (tree[element].count == 0) return false;
  if (tree.has(element, Attr::hidden)) return true;
  std::string_view style = tree.attribute(element, Attr::style);
  if (style.empty()) return false;
  for (std::string_view hiding :
       {"display:none", "display: none", "visibility:hidden", "visibility: hidden"}) {
    if (style.find(hiding) != std::string_view::npos) return true;
  }
  return false;
}

// A character that shows as a blank or not at all, and how many bytes it takes; none for others.
enum class Blank { none, space, nothing };
struct BlankAt {
  Blank kind = Blank::none;
  std::size_t bytes = 1;
};
BlankAt blank_at(std::string_view text, std::size_t at) {
  auto byte = [&](std::size_t i) -> unsigned {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  switch (byte(0)) {
    case ' ':
    case '\n':
    case '\t':
    case '\r':
    case '\f':
    case '\v':
      return {Blank::space, 1};
    case 0xC2:
      if (byte(1) == 0xA0) return {Blank::space, 2};
      if (byte(1) == 0xAD) return {Blank::nothing, 2};  // soft hyphen
      if (byte(1) == 0x85) return {Blank::space, 2};
      return {};
    case 0xE2:
      if (byte(1) != 0x80) return {};
      if (byte(2) == 0x8B) return {Blank::nothing, 3};  // zero-width space
      if (byte(2) == 0xA8 || byte(2) == 0xA9 || byte(2) == 0xAF) return {Blank::space, 3};
      if (byte(2) >= 0x80 && byte(2) <= 0x8A) return {Blank::space, 3};
      return {};
    case 0xE3:
      return byte(1) == 0x80 && byte(2) == 0x80 ? BlankAt{Blank::space, 3} : BlankAt{};
    case 0xEF:
      return byte(1) == 0xBB && byte(2) == 0xBF ? BlankAt{Blank::nothing, 3} : BlankAt{};
    default:
      return {};
  }
}

// Chinese and Japanese set no blanks between words; two characters make one, about.
std::uint32_t more_words(std::string_view run) {
  std::uint32_t wide = 0;
  for (char c : run) {
    auto byte = static_cast<unsigned char>(c);
    if (byte >= 0xE3 && byte <= 0xE9) ++wide;
  }
  return wide / 2;
}

class Cutter {
 public:
  explicit Cutter(const Tree& tree) : tree_(tree) {}

  Blocks cut() {
    const std::vector<Node>& nodes = tree_.nodes();
    for (NodeIndex i = 0; i < nodes.size() && !out_.cut;) {
      close_until(i);
      const Node& node = nodes[i];
      if (node.tag == Tag::text) {
        add_text(i);
        ++i;
        continue;
      }
      if (shows_no_text(node.tag) || is_hidden(tree_, i)) {
        i = node.end;
        continue;
      }
      if (node.tag == Tag::br) {
        line_break();
      } else if (starts_line(node.tag)) {
        finish();
      }
      open(i);
      ++i;
    }
    finish();
    return std::move(out_);
  }

 private:
  struct Open {
    NodeIndex index;
    NodeIndex line;  // the innermost element that starts a line
    bool link;
    bool strong;
    bool keeps_lines;
  };

  void open(NodeIndex index) {
    const Node& node = tree_[index];
    if (node.end == index + 1) return;
    Open state = open_.empty() ? Open{index, index, false, false, false} : open_.back();
    state.index = index;
    if (starts_line(node.tag)) state.line = index;
    switch (node.tag) {
      case Tag::a:
        state.link = tree_.has(index, Attr::href);
        break;
      case Tag::b:
      case Tag::strong:
        state.strong = true;
        break;
      case Tag::pre:
        state.keeps_lines = true;
        break;
      default:
        break;
    }
    open_.push_back(state);
  }

  void close_until(NodeIndex next) {
    while (!open_.empty() && tree_[open_.back().index].end <= next) {
      if (starts_line(tree_[open_.back().index].tag)) finish();
      open_.pop_back();
    }
  }

  // One break waits for what comes after it; a second one cuts.
  void line_break() {
    if (block_) {
      if (breaks_ > 0) {
        finish();
      } else {
        breaks_ = 1;
      }
    }
  }

  void add_text(NodeIndex index) {
    tree_.pieces(index, [this, index](const TextPiece& piece) {
      if (!out_.cut) add_piece(index, piece);
    });
  }

  void add_piece(NodeIndex index, const TextPiece& piece) {
    std::string_view text = piece.text;
    for (std::size_t at = 0; at < text.size() && !out_.cut;) {
      if (BlankAt blank = blank_at(text, at); blank.kind != Blank::none) {
        if (blank.kind == Blank::space) {
          blank_ = true;
          if (text[at] == '\n' && !open_.empty() && open_.back().keeps_lines && block_) breaks_ = 1;
        }
        at += blank.bytes;
        continue;
      }
      std::size_t end = at + 1;
      while (end < text.size()) {
        auto byte = static_cast<unsigned char>(text[end]);
        if (byte <= ' ') break;
        if (byte >= 0xC2 && (byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF) &&
            blank_at(text, end).kind != Blank::none) {
          break;
        }
        ++end;
      }
      add_word(index, piece, at, end);
      at = end;
    }
  }

  // text[at, end) of the piece holds no blanks; blanks before it are pending.
  void add_word(NodeIndex index, const TextPiece& piece, std::size_t at, std::size_t end) {
    std::size_t room = limits::text_bytes_max - out_.text.size();
    if (end - at + 1 > room) {  // the 1 is for a blank or line break before it
      out_.cut = true;
      end = at + (room > 0 ? room - 1 : 0);
      while (end > at && (static_cast<unsigned char>(piece.text[end]) & 0xC0U) == 0x80) --end;
      if (end == at) return;
    }
    bool strong = !open_.empty() && open_.back().strong;
    if (block_ && breaks_ > 0 && !strong && block_->strong_words == block_->words) finish();
    bool new_word = true;
    if (!block_) {
      block_ = Block{};
      block_->span.begin = static_cast<std::uint32_t>(out_.text.size());
      block_->element = open_.empty() ? 0 : open_.back().line;
      block_->first = index;
    } else if (breaks_ > 0) {
      out_.text += '\n';
      out_.map.add_inserted(1);
    } else if (blank_) {
      add_blank(piece, at);
    } else {
      new_word = false;
    }
    breaks_ = 0;
    blank_ = false;
    out_.text.append(piece.text, at, end - at);
    auto size = static_cast<std::uint32_t>(end - at);
    if (piece.verbatim) {
      out_.map.add_verbatim(size, piece.source.begin + static_cast<std::uint32_t>(at));
    } else {
      out_.map.add_replaced(size, piece.source.begin, static_cast<std::uint32_t>(piece.source.size()));
    }
    block_->last = index;
    count_words((new_word ? 1 : 0) + more_words(piece.text.substr(at, end - at)));
  }

  void count_words(std::uint32_t count) {
    if (!open_.empty() && open_.back().link) {
      if (block_->link_words == block_->words) block_->leading_link_words += count;
      block_->link_words += count;
    }
    if (!open_.empty() && open_.back().strong) block_->strong_words += count;
    block_->words += count;
  }

  // A blank of the same piece that is one stands for itself; others are made of nothing.
  void add_blank(const TextPiece& piece, std::size_t at) {
    out_.text += ' ';
    if (piece.verbatim && at > 0 && piece.text[at - 1] == ' ') {
      out_.map.add_verbatim(1, piece.source.begin + static_cast<std::uint32_t>(at) - 1);
    } else {
      out_.map.add_inserted(1);
    }
  }

  void finish() {
    blank_ = false;
    breaks_ = 0;
    if (!block_) return;
    block_->span.end = static_cast<std::uint32_t>(out_.text.size());
    out_.blocks.push_back(*block_);
    block_.reset();
  }

  const Tree& tree_;
  Blocks out_;
  std::vector<Open> open_;
  std::optional<Block> block_;
  bool blank_ = false;
  int breaks_ = 0;
};

}  // namespace

Blocks cut_blocks(const Tree& tree) { return Cutter(tree).cut(); }

bool starts_line(Tag tag) {
  switch (tag) {
    case Tag::address:
    case Tag::article:
    case Tag::aside:
    case Tag::blockquote:
    case Tag::body:
    case Tag::caption:
    case Tag::center:
    case Tag::dd:
    case Tag::details:
    case Tag::div:
    case Tag::dl:
    case Tag::dt:
    case Tag::figcaption:
    case Tag::figure:
    case Tag::footer:
    case Tag::form:
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::h5:
    case Tag::h6:
    case Tag::header:
    case Tag::hr:
    case Tag::html:
    case Tag::li:
    case Tag::main:
    case Tag::menu:
    case Tag::nav:
    case Tag::ol:
    case Tag::p:
    case Tag::pre:
    case Tag::section:
    case Tag::summary:
    case Tag::table:
    case Tag::tbody:
    case Tag::td:
    case Tag::tfoot:
    case Tag::th:
    case Tag::thead:
    case Tag::tr:
    case Tag::ul:
      return true;
    default:
      return false;
  }
}

}  // namespace sitrep::html
