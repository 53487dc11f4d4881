// Front matter: the headline, the line under it and the byline, found among the blocks that stand
// around an article's text.
#pragma once

#include <string_view>
#include <vector>

#include "intake/html/article.h"
#include "intake/html/blocks.h"
#include "intake/html/metadata.h"
#include "text/span.h"

namespace sitrep::html {

struct Front {
  std::size_t headline;  // index of the block, or no_block
  std::size_t byline;
};
inline constexpr std::size_t no_block = static_cast<std::size_t>(-1);

// Gives their kinds to blocks of `article`; a block that was taken for text stays text.
Front mark_front_matter(const Tree& tree, const Blocks& blocks, const Metadata& metadata, Article& article);

// The people that a byline names after its "By": "By Ida Holm and Ola Berg, Northwire" -> the two.
// Nothing for bylines without it; spans are of `byline`.
std::vector<Span> people_of_byline(std::string_view byline);

}  // namespace sitrep::html
