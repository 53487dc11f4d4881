// What the ledger keeps of people's decisions: the reviews themselves, what each claim stands at by them, and
// which happenings people have put into their events. The rules are in review/; this stores and finds.
//
// A decision is about a claim as one reading has it. When a newer program reads the report again, each
// decision is carried to the claim of the new reading that says the same (`carry`), so that what people
// decided stands; what the newer program would say instead is kept beside it.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "ledger/ledger.h"

namespace sitrep {

// A claim that can be decided on: of the latest reading of its report.
struct ReviewedClaim {
  std::int64_t n = 0;
  ClaimRef ref;
  std::string as_read;  // its line
  // As the reading had it that was first decided on; the same as `as_read` where no newer one came.
  std::string as_decided;
  std::vector<Review> reviews;  // all ever made of it, in the order learned
  ReviewState state = ReviewState::open;
};

// A claim that people decided on and that a newer reading tells otherwise.
struct CarriedClaim {
  std::string report, claim;
  ReviewState state = ReviewState::open;
  std::string stands, newer;  // lines: what people left, and what the newer program reads
};

class ReviewStore {
 public:
  // `ledger` must outlive it and be of this version (older_ledger).
  static Result<ReviewStore> of(Ledger& ledger);
  ReviewStore(ReviewStore&&) noexcept;
  ReviewStore& operator=(ReviewStore&&) noexcept;
  ~ReviewStore();

  // ---- asking
  // not_found where the latest reading of the report has no such claim.
  Result<ReviewedClaim> claim(const ClaimRef& ref);
  // The claim that a review was made of, as the newest reading that the decision was carried to has it.
  Result<ReviewedClaim> claim_of(const std::string& review);
  Result<std::optional<Review>> review(const std::string& id);
  // All, in the order learned. Streams.
  Done list(const std::function<bool(const Review&)>& take);
  // Claims whose decisions were carried to a newer reading that says something else.
  Done carried(const std::function<bool(const CarriedClaim&)>& take);

  // ---- writing: inside a transaction that EventStore::begin has begun
  Done start();
  [[nodiscard]] std::int64_t now() const;
  // False where a review of this id is there already. `claim`: the row decided on.
  Result<bool> put(const Review& review, std::optional<std::int64_t> claim);
  Done put_state(std::int64_t claim, const std::string& review, ReviewState state,
                 const std::optional<std::string>& json);
  // That the latest membership of a happening was made by a person.
  Done hold(std::int64_t happening, const std::string& review);
  // Happenings held by this review still: their events, and those they were in before it.
  struct Held {
    std::int64_t happening = 0, event = 0, before = 0;
  };
  Result<std::vector<Held>> held_by(const std::string& review);

 private:
  Result<ReviewedClaim> claim_at(std::int64_t n);
  struct Impl;
  explicit ReviewStore(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace sitrep
