// Plain text as newsrooms and scrapers leave it -> parts and metadata.
#pragma once

#include <string_view>
#include <vector>

#include "text/document.h"
#include "text/offset_map.h"
#include "text/text_builder.h"

namespace sitrep {

// Appends `utf8` to `out`, every byte of it as it stands, cut into parts. `map` goes from `utf8` to
// the bytes received. `publication` comes with what is known already (a headline that stood in its
// own field, say) and gains what is found: headline, published, credit, byline, each with its
// `because`, whose spans are of the text of `out`.
void append_plain_text(std::string_view utf8, const OffsetMap& map, TextBuilder& out,
                       Publication& publication, std::vector<Note>& notes);

// The last step for every format: cuts the dateline off the first body part, crossheads glued to
// sentences and credits out of body parts, adds notes (unclosed quotes), fills `publication.dateline`.
// Changes parts, publication and notes, never the text.
void refine_parts(DocumentContent& content);

}  // namespace sitrep
