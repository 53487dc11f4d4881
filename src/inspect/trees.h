// Trees drawn, for people who look for errors: a page of HTML with one SVG drawing a sentence, words on
// a line, arcs from head to dependent above it, names and predicates beneath.
#pragma once

#include <string>
#include <string_view>

#include "language/syntax.h"

namespace sitrep {

// The page around the drawings. It needs nothing from elsewhere.
std::string trees_page_begin(std::string_view title);
std::string trees_page_end();

// The drawings of one document.
std::string draw_trees(const Syntax& syntax, std::string_view text);

}  // namespace sitrep
