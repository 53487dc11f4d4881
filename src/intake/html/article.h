// The article of a page: which of its blocks are the text, and which the pieces that stand with it.
//
// First the element that holds the text is chosen: the one whose blocks, each weighed as text or as
// surroundings, have the largest sum. Then the blocks inside it are judged one by one, by where they
// stand, how much of them is links, how they open, and what goes before and after. (JSON-LD's articleBody
// is no help: where pages carry one, it is cut short, stale or without its paragraphs.)
#pragma once

#include <optional>
#include <vector>

#include "intake/html/blocks.h"
#include "intake/html/traits.h"
#include "intake/html/tree.h"
#include "text/part.h"

namespace sitrep::html {

struct Article {
  NodeIndex element = 0;                       // that holds the text
  std::vector<std::optional<PartKind>> kinds;  // a block each; nothing for what does not belong
  std::vector<Traits> traits;                  // a node each, with those of its ancestors
};

// O(blocks * depth).
Article find_article(const Tree& tree, const Blocks& blocks);

}  // namespace sitrep::html
