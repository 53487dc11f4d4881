// What people's decisions make of a claim.
//
//   c3 as read: killed 7    change /figures/0 to 9 (Ada)    accept (Bo)    ->  changed: killed 9
//   c4 as read: killed 2    reject "not said" (Ada)    undo (Ada)          ->  open: as read
//
// Decisions are only ever added. They count in the order in which they were made, whoever made them: the
// last word stands, and all are kept. An undo takes one decision back, or another undo.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "record/record.h"
#include "text/positions.h"

namespace sitrep {

// What a review is known by in every ledger: "v" and 16 hexadecimal digits of the hash of all that it says.
std::string review_id(const Review& review);

// Whether the record is one that can be applied: a decision has its claim, a rejection its reason, a change
// its field and value, an undo what it undoes. bad_record says what is missing.
Done check_review(const Review& review);

// Those that nothing takes back, undos left out, in the order made (ties by id). O(n log n).
std::vector<Review> in_force(std::span<const Review> reviews);

struct Standing {
  ReviewState state = ReviewState::open;
  std::optional<std::string> json;  // the claim's line as people left it, where it is changed
};

// `line` is the claim as read, `positions` of its report's text, `reviews` all that were ever made of it.
// bad_record where a change would make no claim of it; what was changed says so in `because`.
Result<Standing> standing_of(std::string_view line, const Positions& positions,
                             std::span<const Review> reviews);

// The claim's line with one value changed. `field` is a JSON Pointer into the claim's data, `value` JSON;
// null takes the key away. A figure may be given as a number, a time as a day, a place as a name: what was
// worked out from the old value (codes, coordinates) then goes with it. bad_record, bad_usage.
Result<std::string> with_change(std::string_view line, const Positions& positions, const Review& change);

}  // namespace sitrep
