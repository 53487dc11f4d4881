#include "inspect/trees.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <vector>

#include "text/markup.h"

namespace sitrep {
namespace {

// All in pixels.
constexpr double letter_width = 8.4;  // of the page's monospaced letters
constexpr double word_gap = 18;
constexpr double level_height = 26;  // between arcs that lie one above the other
constexpr double line_height = 16;
constexpr double margin = 14;

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

struct Arc {
  TokenIndex left;
  TokenIndex right;
  TokenIndex dependent;
  std::size_t level = 1;
};

// Short arcs first; each lies above all arcs that it spans.
std::vector<Arc> arcs_of(const Syntax& syntax, const ReadSentence& sentence) {
  std::vector<Arc> arcs;
  for (TokenIndex i = sentence.first; i < sentence.last; ++i) {
    TokenIndex head = syntax.tokens[i].head;
    if (head != i) arcs.push_back({std::min(i, head), std::max(i, head), i, 1});
  }
  std::stable_sort(arcs.begin(), arcs.end(),
                   [](const Arc& a, const Arc& b) { return a.right - a.left < b.right - b.left; });
  std::vector<std::size_t> tallest(sentence.last - sentence.first, 0);  // between a word and the next
  for (Arc& arc : arcs) {
    auto from = tallest.begin() + static_cast<std::ptrdiff_t>(arc.left - sentence.first);
    auto to = tallest.begin() + static_cast<std::ptrdiff_t>(arc.right - sentence.first);
    arc.level = *std::max_element(from, to) + 1;
    std::fill(from, to, arc.level);
  }
  return arcs;
}

class Drawing {
 public:
  Drawing(const Syntax& syntax, const ReadSentence& sentence, std::string_view text)
      : syntax_(syntax), sentence_(sentence), text_(text), arcs_(arcs_of(syntax, sentence)) {
    for (const Arc& arc : arcs_) levels_ = std::max(levels_, arc.level);
    double x = margin;
    for (TokenIndex i = sentence.first; i < sentence.last; ++i) {
      const Token& token = syntax.tokens[i];
      std::size_t widest = std::max({characters(word(i)), characters(token.lemma),
                                     name_of(token.fine_tag).size(), wire_name(token.relation).size()});
      double width = static_cast<double>(widest) * letter_width;
      middles_.push_back(x + width / 2);
      halves_.push_back(width / 2);
      x += width + word_gap;
    }
    width_ = x;
    base_ = margin + level_height * static_cast<double>(levels_ + 1);
  }

  std::string svg() {
    double height = base_ + line_height * 5 + margin;
    fmt::format_to(std::back_inserter(out_), "<svg width=\"{:.0f}\" height=\"{:.0f}\">\n", width_, height);
    for (const Arc& arc : arcs_) draw(arc);
    for (TokenIndex i = sentence_.first; i < sentence_.last; ++i) {
      const Token& token = syntax_.tokens[i];
      double x = middles_[i - sentence_.first];
      label(x, base_ + line_height, "word", word(i));
      label(x, base_ + line_height * 2, "lemma", token.lemma);
      label(x, base_ + line_height * 3, "tag", name_of(token.fine_tag));
      if (token.head == i) label(x, base_ - 4, "root", "root");
    }
    for (const Name& name : syntax_.names) {
      if (name.first >= sentence_.first && name.first < sentence_.last) draw(name);
    }
    out_ += "</svg>\n";
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view word(TokenIndex i) const {
    Span span = syntax_.tokens[i].span;
    return text_.substr(span.begin, span.size());
  }

  void label(double x, double y, std::string_view kind, std::string_view text) {
    fmt::format_to(std::back_inserter(out_), "<text class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>\n", kind,
                   x, y, escaped(text));
  }

  void draw(const Arc& arc) {
    // Ends stand a little apart, so that arcs of one word do not lie on each other.
    double left = middles_[arc.left - sentence_.first] + 5;
    double right = middles_[arc.right - sentence_.first] - 5;
    double top = base_ - level_height * static_cast<double>(arc.level);
    double arrow = arc.dependent == arc.left ? left : right;
    const Token& token = syntax_.tokens[arc.dependent];
    std::string_view kind = token.head_score < 0.5F ? "unsure" : "arc";
    fmt::format_to(
        std::back_inserter(out_),
        "<path class=\"{}\" d=\"M{:.1f},{:.1f} C{:.1f},{:.1f} {:.1f},{:.1f} {:.1f},{:.1f}\"><title>{:.2f}"
        "</title></path>\n<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"2.5\"/>\n",
        kind, left, base_, left, top, right, top, right, base_, token.head_score, arrow, base_);
    label((left + right) / 2, base_ - 0.75 * (base_ - top) - 3, "relation", wire_name(token.relation));
  }

  void draw(const Name& name) {
    std::size_t first = name.first - sentence_.first;
    std::size_t last = name.last - 1 - sentence_.first;
    double left = middles_[first] - halves_[first];
    double right = middles_[last] + halves_[last];
    double y = base_ + line_height * 3.4;
    fmt::format_to(std::back_inserter(out_), "<path class=\"name\" d=\"M{:.1f},{:.1f} L{:.1f},{:.1f}\"/>\n",
                   left, y, right, y);
    label((left + right) / 2, y + line_height, "name",
          fmt::format("{} {:.2f}", name_of(name.kind), name.score));
  }

  const Syntax& syntax_;
  const ReadSentence& sentence_;
  std::string_view text_;
  std::vector<Arc> arcs_;
  std::vector<double> middles_;
  std::vector<double> halves_;
  std::size_t levels_ = 0;
  double width_ = 0;
  double base_ = 0;  // where the arcs stand
  std::string out_;
};

std::string roles_of(const Syntax& syntax, const ReadSentence& sentence, std::string_view text) {
  std::string out;
  auto view = [&](Span span) { return escaped(text.substr(span.begin, span.size())); };
  for (const Predicate& predicate : syntax.predicates) {
    if (predicate.token < sentence.first || predicate.token >= sentence.last) continue;
    const Token& token = syntax.tokens[predicate.token];
    fmt::format_to(std::back_inserter(out), "<li><b>{}</b> {}", view(token.span), escaped(predicate.sense));
    for (const Argument& argument : predicate.arguments) {
      fmt::format_to(std::back_inserter(out), " <span class=\"role\"><i>{}</i> {}</span>",
                     wire_name(argument.label), view(argument.span));
    }
    out += "</li>\n";
  }
  return out.empty() ? out : "<ul>\n" + out + "</ul>\n";
}

}  // namespace

std::string trees_page_begin(std::string_view title) {
  return fmt::format(R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{}</title>
<style>
body {{ font: 14px sans-serif; margin: 1.5em; color: #222; }}
section {{ margin-bottom: 1.5em; border-bottom: 1px solid #ddd; }}
.drawing {{ overflow-x: auto; }}
text {{ font-family: monospace; font-size: 14px; text-anchor: middle; }}
text.lemma, text.tag {{ fill: #777; font-size: 12px; }}
text.relation {{ fill: #1a5276; font-size: 11px; }}
text.root {{ fill: #a93226; font-size: 11px; }}
text.name {{ fill: #1e8449; font-size: 12px; }}
path {{ fill: none; stroke: #aab7b8; }}
path.unsure {{ stroke: #e59866; stroke-dasharray: 4 2; }}
path.name {{ stroke: #1e8449; stroke-width: 2; }}
circle {{ fill: #7f8c8d; }}
.role {{ background: #f2f3f4; padding: 0 0.3em; margin-right: 0.3em; }}
h2 {{ font-size: 13px; font-weight: normal; color: #777; }}
</style>
</head>
<body>
)",
                     escaped(title));
}

std::string trees_page_end() { return "</body>\n</html>\n"; }

std::string draw_trees(const Syntax& syntax, std::string_view text) {
  std::string out;
  std::size_t number = 0;
  for (const ReadSentence& sentence : syntax.sentences) {
    fmt::format_to(std::back_inserter(out),
                   "<section>\n<h2>{}, {} &middot; {:.2f}</h2>\n<div class=\"drawing\">\n", ++number,
                   name_of(sentence.part), sentence.score);
    out += Drawing(syntax, sentence, text).svg();
    out += "</div>\n" + roles_of(syntax, sentence, text) + "</section>\n";
  }
  return out;
}

}  // namespace sitrep
