// decode: from one report's bytes to its Document. Pure, thread-safe, bounded by base/limits.h.
#pragma once

#include "base/result.h"
#include "intake/raw_report.h"
#include "text/document.h"

namespace sitrep {

Result<Document> decode(RawReport raw, const Overrides& overrides);

}  // namespace sitrep
