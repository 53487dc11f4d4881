// How well reviewers agree, and how well the program does by them.
//
//   Ada and Bo decided on the same 120 claims, agreed on 108: kappa 0.79
//   By Ada, 131 of 150 claims were right as read (87 %); changed: figures 9, place 4; rejected 6
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "record/record.h"

namespace sitrep {

// The program held against one reviewer: a claim accepted as read is right.
struct Accuracy {
  std::string reviewer;
  std::uint64_t accepted = 0, changed = 0, rejected = 0;
  std::map<std::string, std::uint64_t> fields;  // of those changed: "figures", "place" ...
  [[nodiscard]] std::uint64_t decided() const { return accepted + changed + rejected; }
};

// Two reviewers on the claims that both decided on: accepted, changed or rejected.
struct Agreement {
  std::string a, b;
  std::uint64_t both = 0, agreed = 0;
  // Cohen 1960: (agreed - expected) / (1 - expected). Nothing where nothing was decided by both, or where
  // chance alone would make them agree on all.
  std::optional<double> kappa;
};

struct Quality {
  std::vector<Accuracy> accuracies;   // by reviewer
  std::vector<Agreement> agreements;  // of claims; by pair
  std::vector<Agreement> on_links;    // of merges and splits
};

// From all reviews of a ledger. O(n log n).
Quality quality_of(std::span<const Review> reviews);

// How soon a claim should be looked at: the doubtful and the severe first. Higher is sooner.
double urgency(const Claim& claim);

}  // namespace sitrep
