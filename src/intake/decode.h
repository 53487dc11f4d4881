// decode: from one report's bytes to its Document. Pure, thread-safe, bounded by base/limits.h.
#pragma once

#include "base/result.h"
#include "intake/raw_report.h"
#include "text/document.h"

namespace sitrep {

// Cuts the report into parts and reads what it tells of itself; what a person says (`overrides`)
// wins. Notes tell of a charset that was guessed, lost characters, a language other than English, an
// unknown day of publication, a text cut at its limit. Errors have the report's path as their place:
// `not_a_report` (no text), `malformed`, `over_limit`, `bad_usage` (an unknown charset was forced).
// The same bytes, provenance, hints and overrides give the same document. O(n): a sentence in JSON
// takes some 20 µs, a page of 100 KB some 2 ms.
Result<Document> decode(RawReport raw, const Overrides& overrides);

}  // namespace sitrep
