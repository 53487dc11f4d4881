// Tree: a page as an HTML5 parser builds it, laid flat, each piece of text tied to the bytes of the
// page that it was made of.
//
//   <p>Nine &amp; <b>more</b>   ->   p[0] text[1]{"Nine & "} b[2] text[3]{"more"}
//
// The parser (Lexbor) moves, closes and doubles elements as the standard says, so a text's place in
// the tree tells nothing of its place in the page. What the tree is built of are therefore not the
// texts but short marks that stand for them; they are resolved when the finished tree is laid flat.
// Deep, wide or endless markup is cut at limits::markup_*. No walk of a tree here is recursive.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/offset_map.h"
#include "text/span.h"

namespace sitrep::html {

enum class Tag : std::uint8_t {
  other,  // an element that nobody here asks for
  text,   // not an element
#define HTML_TAG(name, lexbor) name,
#include "intake/html/tags.def"
#undef HTML_TAG
};

enum class Attr : std::uint8_t {
  alt,
  aria_hidden,
  cite,
  classes,
  content,
  datetime,
  hidden,
  href,
  http_equiv,
  id,
  itemprop,
  itemtype,
  lang,
  name,
  property,
  rel,
  role,
  src,
  style,
  title,
  type,
  value
};

using NodeIndex = std::uint32_t;

// Nodes stand in the order of the document; those inside node i are (i, end).
struct Node {
  Tag tag = Tag::other;
  NodeIndex parent = 0;
  NodeIndex end = 0;
  std::uint32_t first = 0;  // of its attributes, or, for text, of its pieces
  std::uint32_t count = 0;
};

// A stretch of text as it shows in the page, before white space is collapsed.
struct TextPiece {
  std::string_view text;
  Span source;            // bytes of the page's UTF-8
  bool verbatim = false;  // `text` is those bytes; else it was made from them as a whole
};

using PieceSink = std::function<void(const TextPiece&)>;

// One run of text between two tags of the page.
struct TextRun {
  Span source;
  Span decoded;  // where character references were resolved; empty for verbatim runs
};

class GuardedParser;

class Tree {
 public:
  // `utf8` must outlive the tree. Never fails; what a limit cut is told by `cut()`. O(bytes).
  explicit Tree(std::string_view utf8);
  ~Tree();
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;

  // Node 0 is <html>.
  [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
  [[nodiscard]] const Node& operator[](NodeIndex index) const { return nodes_[index]; }
  // The attribute's value; empty where it is absent or empty.
  [[nodiscard]] std::string_view attribute(NodeIndex element, Attr attr) const;
  [[nodiscard]] bool has(NodeIndex element, Attr attr) const;
  // Hands on the pieces of a text node; a `source` of no bytes stands for white space of unknown place.
  void pieces(NodeIndex text, const PieceSink& sink) const;
  // All text under a node, as it stands (a script's, a title's).
  [[nodiscard]] std::string text_of(NodeIndex node) const;
  // Whether a limit left some of the page unread.
  [[nodiscard]] bool cut() const;

 private:
  struct Attribute {
    Attr attr;
    std::string_view value;
  };
  void flatten(const void* root);
  void add_pieces(std::string_view marks);

  std::string_view page_;
  std::unique_ptr<GuardedParser> parser_;  // owns the attributes' values
  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
  std::vector<std::uint32_t> pieces_;  // indexes of runs, or white_space
};

}  // namespace sitrep::html
