// Which bytes of the page each stretch of a decoded text was made of.
//
//   page "R&amp;D &#8212; x"  text "R&D — x"  ->  R|verbatim  &|of "&amp;"  D |verbatim  —|of "&#8212;" ...
#pragma once

#include <cstdint>
#include <string_view>

#include "intake/html/tree.h"

namespace sitrep::html {

// `source` is the page's text from `source_begin` on, `text` what the tokenizer made of it by
// resolving character references and line ends. From where the two cannot be laid side by side the
// rest of the text is one piece. O(bytes).
void align(std::string_view text, std::string_view source, std::uint32_t source_begin, const PieceSink& sink);

}  // namespace sitrep::html
