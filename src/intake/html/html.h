// A web page -> its article: parts in order, metadata, and the way back to the page's bytes.
#pragma once

#include "base/result.h"
#include "intake/raw_report.h"
#include "text/document.h"

namespace sitrep {

// A whole page. Metadata of the page wins over `raw.hints`, save an address that is told. Errors tell no
// place: the caller knows the name.
Result<DocumentContent> read_html_page(RawReport raw, const std::string& forced_charset);

// HTML that stands inside something else (a feed's description, a JSON Feed's content_html): no
// search for the article, all of it is body. `utf8` is the HTML, `map` goes from it to `received`.
struct HtmlFragment {
  std::string_view utf8;
  const OffsetMap& map;
};
class TextBuilder;
// Appends the fragment's blocks as parts (body, crosshead, quote, caption); links and images keep
// their text only. False when the fragment was cut at a limit.
bool append_html_fragment(const HtmlFragment& fragment, TextBuilder& out);

}  // namespace sitrep
