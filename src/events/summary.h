// An event in one line, from its tellings alone: what a list shows. No choice is made between accounts:
// figures are the range of all that was told.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "events/event_view.h"

namespace sitrep {

struct EventSummary {
  std::int64_t event = 0;
  std::string type;                      // told most often, of those that tell most
  std::optional<Date> earliest, latest;  // of the telling that tells the day best, else of publication
  std::string place, country;            // told most often
  std::optional<double> lat, lon;        // of the telling that tells the place best
  std::int64_t uncertainty_m = 0;
  std::string who, whom;                 // of the first telling that names some
  std::optional<Count> killed, injured;  // lowest and highest that any telling gives
  std::uint32_t reports = 0, independent = 0;
};

// `view` may lack the claims. O(tellings).
EventSummary summary_of(const EventView& view);

// The same as records, for JSON: the event, and its accounts in order.
Event event_record(const EventView& view);
std::vector<Account> account_records(const EventView& view);

}  // namespace sitrep
