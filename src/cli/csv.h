// Claims as comma-separated values (RFC 4180, UTF-8, CRLF): one row a claim. docs/csv.md describes
// the columns.
//
// A spreadsheet takes a cell that begins with = + - or @ for a formula, and reports are written by
// strangers: such texts get an apostrophe in front, as spreadsheets' own convention for text is. The
// JSON has them as they are.
#pragma once

#include <cstdint>
#include <string>

#include "record/record.h"
#include "text/positions.h"

namespace sitrep {

std::string csv_heading();

std::string csv_row(const Claim& claim, const Report& report, const Positions& positions,
                    std::int64_t learned_us);

// One cell of text: made harmless for spreadsheets, quoted where that is needed.
std::string csv_cell(std::string_view text);

}  // namespace sitrep
