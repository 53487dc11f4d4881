// Quotation marks that are opened and never closed.
#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"

namespace sitrep::plain {

// From each double quotation mark that nothing closes to the end of its sentence. Closers of another
// shape close too; a mark that faces the wrong way between a blank and a word opens or closes by what
// stands open. The last open one is left out when `goes_on` (the next paragraph opens with a
// quotation mark: speech over several paragraphs). Single marks are apostrophes too often to count.
std::vector<Span> unclosed_quotes(std::string_view paragraph, bool goes_on);

bool opens_with_quote(std::string_view paragraph);

}  // namespace sitrep::plain
