// Crossheads: the short headings between paragraphs, on lines of their own, or glued to sentences
// where a page's layout was lost:
//
//   ... he said on Monday. “We want peace” In recent weeks the brigade had ...
//                          ~~~~~~~~~~~~~~~
//
// Wrong crossheads tear sentences apart, missed ones do little harm: each rule wants proof.
#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"

namespace sitrep::plain {

// `line`, alone between two paragraphs, reads as a heading. It has at most twelve words and no stop.
bool is_crosshead_line(std::string_view line);

// The crossheads glued inside `paragraph`, in order. O(n).
std::vector<Span> glued_crossheads(std::string_view paragraph);

}  // namespace sitrep::plain
