// The linker: puts the happenings that reports tell into events, as the ledger learns them.
//
//   Entry entry = prepare(document, findings, reading);
//   entry.happenings = happening_rows(report, findings.claims);   // on any thread
//   ledger.add(...);  link_new(ledger, ...);
//
// A new happening is compared with the few that share its rarest words, names and days; what scores
// enough is linked; the happenings that hang together by links are grouped anew (events/clusters.h), and
// those whose event has changed get a new membership. The cost is that of the new happening and those
// it hangs together with, whatever else the ledger holds.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "ledger/event_store.h"
#include "record/record.h"

namespace sitrep {

// What the ledger keeps of a report for linking.
std::vector<Entry::HappeningRow> happening_rows(const Report& report, const std::vector<Claim>& claims);

struct LinkCounts {
  std::uint64_t happenings = 0;  // linked, or found to be of an event of their own
  std::uint64_t links = 0;
  std::uint64_t moved = 0;  // earlier happenings whose event has changed
};

// Links all happenings that are not linked yet, and first makes those of readings that have none (of an
// older ledger). Transactions of some hundred happenings, each durable when it is done; a crash loses
// none and the next call goes on. `go_on` is asked after each transaction. Errors as of Ledger::add.
Result<LinkCounts> link_new(Ledger& ledger, const std::function<bool(const LinkCounts&)>& go_on);

}  // namespace sitrep
