// A deed -> the claim that it makes: who, whom, with what, when, where, and whether it happened.
#pragma once

#include "claims/claims.h"
#include "claims/deeds.h"

namespace sitrep {

// What the values of a deed may be read from.
struct DeedContext {
  const Analysis& analysis;
  const Tree& tree;
  const Codebook& book;
  const Mentions& mentions;
  const std::vector<Deed>& deeds;  // all of the report: a phrase that is one is no actor of another
};

// Fills event, status, actors, instrument, time, places and evidence; figures and source are added by the
// caller. `said` is where the day of speaking stands, which dates no deed.
void tell_deed(const DeedContext& context, const Deed& deed, std::optional<Span> said, Claim& claim);

}  // namespace sitrep
