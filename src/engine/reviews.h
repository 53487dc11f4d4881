// Decisions of people, made: checked against the claim, kept, and put into effect.
//
//   Review draft; draft.reviewer = "Ada"; draft.decision = Decision::reject; draft.claim = {report, "c3"};
//   draft.reason = "not said";
//   auto made = decide(ledger, draft);    // lists, events and exports leave the claim out from now on
//
// Each decision is one transaction: two reviewers at once wait for each other, and neither loses anything.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "ledger/ledger.h"
#include "record/record.h"

namespace sitrep {

struct Decided {
  Review review;
  bool known = false;  // this very review was there already
  ReviewState state =
      ReviewState::open;   // what the claim stands at now; of merges and splits, and undos of them, open
  std::int64_t event = 0;  // of a merge or split: the event that the claim is in now
};

// `draft` has no id and may lack `made_at`: both are given. A record of another ledger keeps what it has, and
// is known by it. Ledger::Mode::write. bad_record (what is missing, a change that makes no claim), not_found
// (claim, or the review to be undone), and the errors of Ledger::add. Durable on return.
Result<Decided> decide(Ledger& ledger, Review draft);

// The reviewer's latest decision that still counts, which an undo would take back; not_found where there is
// none.
Result<Review> last_of(Ledger& ledger, const std::string& reviewer);

// The claims of two events, the first of each, so that a merge can be told by claims; not_found.
Result<ClaimRef> claim_of_event(Ledger& ledger, std::int64_t event);
// A claim of another telling of the event that `claim` is in; not_found where none tells it but this one.
Result<ClaimRef> other_of_event(Ledger& ledger, const ClaimRef& claim);

}  // namespace sitrep
