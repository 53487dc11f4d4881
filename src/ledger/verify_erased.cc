// Of a report that was erased nothing may be left.
#include <fmt/format.h>

#include "ledger/verify.h"

namespace sitrep {

void Verifier::check_erased(std::int64_t reading, const std::string& where) {
  const std::string of_reading = fmt::format("(SELECT n FROM claims WHERE reading = {})", reading);
  for (const std::string& left :
       {fmt::format("SELECT EXISTS (SELECT 1 FROM claim_texts WHERE claim IN {} AND json <> '')", of_reading),
        fmt::format("SELECT EXISTS (SELECT 1 FROM claim_actors WHERE claim IN {})", of_reading),
        fmt::format("SELECT EXISTS (SELECT 1 FROM claim_states WHERE claim IN {} AND json IS NOT NULL)",
                    of_reading),
        fmt::format("SELECT EXISTS (SELECT 1 FROM others WHERE reading = {} AND json <> '')", reading),
        fmt::format("SELECT EXISTS (SELECT 1 FROM happenings WHERE reading = {} AND data <> x'')", reading),
        fmt::format("SELECT EXISTS (SELECT 1 FROM texts WHERE document = (SELECT document FROM readings "
                    "WHERE n = {}) AND "
                    "data <> x'')",
                    reading)}) {
    auto found_left = database_.ask(left);
    if (!found_left) return missing(found_left.error());
    expect(*found_left == 0, "its report was erased, and something of it is there", where);
  }
}

}  // namespace sitrep
