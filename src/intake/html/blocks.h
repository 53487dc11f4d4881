// Blocks: a page's visible text, cut where a browser starts a new line, white space collapsed.
//
//   <div>One <b>two</b><p>Three<br><br>Four</div>   ->   "One two" "Three" "Four"
//
// Two line breaks in a row cut a paragraph, and one that bold words end with (a heading by its looks);
// other single ones stay inside as "\n".
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "intake/html/tree.h"
#include "text/offset_map.h"
#include "text/span.h"

namespace sitrep::html {

struct Block {
  Span span;              // of Blocks::text
  NodeIndex element = 0;  // the innermost element that starts a line and holds the block
  NodeIndex first = 0;    // its first text node
  NodeIndex last = 0;     // its last
  std::uint32_t words = 0;
  std::uint32_t link_words = 0;          // of them, inside <a>
  std::uint32_t leading_link_words = 0;  // of them, before the first word that is no link
  std::uint32_t strong_words = 0;        // of them, in bold or the like
};

struct Blocks {
  std::string text;  // blocks one after another, nothing between them
  OffsetMap map;     // text -> the page's UTF-8
  std::vector<Block> blocks;
  bool cut = false;  // the text ran into limits::text_bytes_max

  [[nodiscard]] std::string_view view(const Block& block) const {
    return std::string_view(text).substr(block.span.begin, block.span.size());
  }
};

// O(nodes + text).
Blocks cut_blocks(const Tree& tree);

// Whether the element starts a new line by itself.
bool starts_line(Tag tag);

}  // namespace sitrep::html
