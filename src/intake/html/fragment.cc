// HTML inside something else: all of it is text, by the shape of its elements alone.
#include <string>

#include "intake/html/blocks.h"
#include "intake/html/html.h"
#include "intake/html/tree.h"
#include "text/text_builder.h"

namespace sitrep {

namespace {

using namespace html;

PartKind kind_of(const Tree& tree, const Block& block) {
  for (NodeIndex node = block.element; node != 0; node = tree[node].parent) {
    switch (tree[node].tag) {
      case Tag::h1:
      case Tag::h2:
      case Tag::h3:
      case Tag::h4:
      case Tag::h5:
      case Tag::h6:
        return PartKind::crosshead;
      case Tag::figcaption:
      case Tag::caption:
        return PartKind::caption;
      case Tag::blockquote:
        return PartKind::quote;
      default:
        break;
    }
  }
  return PartKind::body;
}

}  // namespace

bool append_html_fragment(const HtmlFragment& fragment, TextBuilder& out) {
  Tree tree(fragment.utf8);
  Blocks blocks = cut_blocks(tree);
  OffsetMap map = blocks.map.then(fragment.map);
  for (const Block& block : blocks.blocks) {
    out.begin_part(kind_of(tree, block));
    out.append_slice(blocks.text, map, block.span);
    out.end_part();
  }
  return !tree.cut() && !blocks.cut;
}

}  // namespace sitrep
