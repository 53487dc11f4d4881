#include "review/quality.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <tuple>

#include "review/standing.h"

namespace sitrep {
namespace {

enum Verdict : std::uint8_t { accepted, changed, rejected, joined, parted, verdict_count };

using Target = std::tuple<std::string, std::string, std::string, std::string>;
using Verdicts = std::map<Target, Verdict>;

struct OfReviewer {
  Verdicts claims, links;
  std::map<Target, std::set<std::string>> fields;
};

Target target_of(const Review& review, bool link) {
  const ClaimRef& claim = *review.claim;
  if (!link) return {claim.report, claim.claim, "", ""};
  // Either way round it is the same link.
  ClaimRef other = review.other.value_or(ClaimRef{});
  auto a = std::tie(claim.report, claim.claim);
  auto b = std::tie(other.report, other.claim);
  return a < b ? Target{claim.report, claim.claim, other.report, other.claim}
               : Target{other.report, other.claim, claim.report, claim.claim};
}

void take(OfReviewer& of, const Review& review) {
  if (!review.claim) return;
  bool link = review.decision == Decision::merge || review.decision == Decision::split;
  Target target = target_of(review, link);
  switch (review.decision) {
    case Decision::accept:
      of.claims[target] = of.fields.contains(target) ? changed : accepted;
      break;
    case Decision::change: {
      of.claims[target] = changed;
      std::string field = review.field.value_or("/").substr(1);
      of.fields[target].insert(field.substr(0, field.find('/')));
      break;
    }
    case Decision::reject:
      of.claims[target] = rejected;
      break;
    case Decision::merge:
      of.links[target] = joined;
      break;
    case Decision::split:
      of.links[target] = parted;
      break;
    case Decision::note:
    case Decision::undo:
      break;
  }
}

Agreement agreement_of(const std::string& a, const Verdicts& of_a, const std::string& b,
                       const Verdicts& of_b) {
  Agreement agreement{a, b, 0, 0, {}};
  std::array<double, verdict_count> by_a{};
  std::array<double, verdict_count> by_b{};
  for (const auto& [target, verdict] : of_a) {
    auto other = of_b.find(target);
    if (other == of_b.end()) continue;
    ++agreement.both;
    agreement.agreed += verdict == other->second ? 1 : 0;
    by_a[verdict] += 1;
    by_b[other->second] += 1;
  }
  if (agreement.both == 0) return agreement;
  double n = static_cast<double>(agreement.both);
  double expected = 0;
  for (std::size_t i = 0; i < verdict_count; ++i) expected += by_a[i] / n * by_b[i] / n;
  if (expected < 1) agreement.kappa = (static_cast<double>(agreement.agreed) / n - expected) / (1 - expected);
  return agreement;
}

}  // namespace

Quality quality_of(std::span<const Review> reviews) {
  std::map<std::string, OfReviewer> reviewers;
  for (const Review& review : in_force(reviews)) take(reviewers[review.reviewer], review);
  Quality quality;
  for (const auto& [name, of] : reviewers) {
    Accuracy accuracy;
    accuracy.reviewer = name;
    for (const auto& [target, verdict] : of.claims) {
      accuracy.accepted += verdict == accepted ? 1 : 0;
      accuracy.changed += verdict == changed ? 1 : 0;
      accuracy.rejected += verdict == rejected ? 1 : 0;
      auto fields = of.fields.find(target);
      if (verdict != changed || fields == of.fields.end()) continue;
      for (const std::string& field : fields->second) ++accuracy.fields[field];
    }
    if (accuracy.decided() > 0) quality.accuracies.push_back(std::move(accuracy));
  }
  for (auto a = reviewers.begin(); a != reviewers.end(); ++a) {
    for (auto b = std::next(a); b != reviewers.end(); ++b) {
      auto claims = agreement_of(a->first, a->second.claims, b->first, b->second.claims);
      if (claims.both > 0) quality.agreements.push_back(claims);
      auto links = agreement_of(a->first, a->second.links, b->first, b->second.links);
      if (links.both > 0) quality.on_links.push_back(links);
    }
  }
  return quality;
}

double urgency(const Claim& claim) {
  // A claim that nobody is sure of is worth a look even where it tells of nobody hurt, and a severe one where
  // the program is sure.
  constexpr double unsure = 0.5;  // where no confidence was given
  constexpr double always = 0.25;
  double doubt = 1 - claim.confidence.value_or(unsure);
  double hurt = 0;
  for (const Figure& figure : claim.figures) {
    double weight = figure.measure == Measure::killed ? 1 : figure.measure == Measure::injured ? 0.5 : 0.25;
    hurt = std::max(
        hurt, weight * std::log2(1 + static_cast<double>(figure.high.value_or(figure.low.value_or(12)))));
  }
  return (always + doubt) * (1 + hurt);
}

}  // namespace sitrep
