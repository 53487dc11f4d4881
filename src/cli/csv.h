// Claims as comma-separated values (RFC 4180, UTF-8, CRLF): one row a claim. docs/csv.md describes
// the columns.
// Cells that a spreadsheet would take for a formula are made harmless (formats/formats.h).
#pragma once

#include <cstdint>
#include <string>

#include "record/record.h"
#include "text/positions.h"

namespace sitrep {

std::string csv_heading();

std::string csv_row(const Claim& claim, const Report& report, const Positions& positions,
                    std::int64_t learned_us);

}  // namespace sitrep
