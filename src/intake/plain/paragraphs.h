// Lines and paragraphs of plain text.
//
// A blank line ends a paragraph; so does every line end, unless the text is hard-wrapped (old wires,
// mails): there the lines of a paragraph are joined, which shows in their being as long as the next
// line's first word let them be.
#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"

namespace sitrep::plain {

struct Paragraph {
  Span span;            // without white space at its ends; may hold line ends
  bool quoted = false;  // its lines start with ">"
};

// O(n). Ends of lines are LF, CRLF, CR, U+2028 and U+2029.
std::vector<Paragraph> paragraphs_of(std::string_view text);

}  // namespace sitrep::plain
