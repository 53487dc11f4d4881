// A JSON object -> a document. Which keys mean what: json_keys.h.
#pragma once

#include <string>

#include "base/result.h"
#include "intake/raw_report.h"
#include "text/document.h"

namespace sitrep {

// `raw.bytes` is one object. The text is that of its body's key; a title comes first, as headline.
// An object without any text is `not_a_report`.
Result<DocumentContent> read_json_report(RawReport raw, const std::string& forced_charset);

}  // namespace sitrep
