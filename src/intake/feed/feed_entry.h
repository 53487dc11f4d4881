// An entry of a feed -> a document.
#pragma once

#include <string>

#include "base/result.h"
#include "intake/raw_report.h"
#include "text/document.h"

namespace sitrep {

// `raw.bytes` is one <item> or <entry>. The title is the headline; the body is the fullest of what
// the entry holds: its content, else its description or summary. An entry without either is
// `not_a_report`.
Result<DocumentContent> read_feed_entry(RawReport raw, const std::string& forced_charset);

}  // namespace sitrep
