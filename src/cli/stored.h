// Records as they lie in a ledger (JSON lines), read back.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "ledger/ledger.h"
#include "record/record.h"
#include "text/positions.h"

namespace sitrep {

struct ReadBack {
  Report report;
  Findings findings;
  Positions positions;  // of the report's text
};

// Errors: damaged_ledger, naming the report.
Result<ReadBack> read_back(const StoredReport& stored);

// A claim for a row of a list. Its spans mean nothing: the text that they are of is not at hand.
Result<Claim> claim_for_row(const ClaimRow& row);

}  // namespace sitrep
