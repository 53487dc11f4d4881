// ReviewedClaims: what people's decisions change about a list of claims. A claim that was rejected is not in
// it, one that was changed stands where its new values put it, and whether it fits is asked of these.
//
// The tables hold claims as they were read; decisions are few beside them. So the list goes through the
// tables, leaves out all that were changed or rejected, and takes in those of the changed that fit.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "ledger/claim_filter.h"
#include "ledger/ledger.h"
#include "ledger/rows.h"

namespace sitrep {

class ReviewedClaims {
 public:
  // Decisions that count for `query`. O(claims changed or rejected).
  static Result<ReviewedClaims> make(const Database& database, Rows& rows, const Query& query);

  // Whether the list does not take it from the tables.
  [[nodiscard]] bool is_apart(std::int64_t claim) const { return apart_.contains(claim); }
  // The line of a claim that was changed, else null.
  [[nodiscard]] const std::string* line(std::int64_t claim) const;
  // Where a claim stands in the order asked for: its day or minute (unknown ones last), then its number.
  using Place = std::pair<std::int64_t, std::int64_t>;
  [[nodiscard]] const std::vector<Place>& fitting() const { return fitting_; }

 private:
  std::map<std::int64_t, std::string> apart_;  // by claim; the line is empty where it was rejected
  std::vector<Place> fitting_;                 // in the order asked for
};

// The numbers of the claims of a list, those of `reviewed` among them, to `take`, from query.offset on and at
// most query.limit.
Done each_claim(const Database& database, const std::vector<Sql>& statements, const Query& query, Rows& rows,
                const ReviewedClaims& reviewed, const std::function<Result<bool>(std::int64_t)>& take);

}  // namespace sitrep
