// The parts of list, show and export that are about events.
#pragma once

#include <cstdint>
#include <optional>

#include "cli/command.h"
#include "events/profile.h"
#include "events/summary.h"

namespace sitrep {

// What the options ask for, as events are asked for; the profile, built in or a file.
EventQuery event_query(const Options& options);
Result<std::optional<Profile>> wanted_profile(const Options& options);
// Whether an event's place and actors are those asked for.
bool fits(const EventSummary& summary, const Query& query);

// Writes events in the format that the options name, and says what it cannot hold; gives how many
// were written.
Result<std::uint64_t> export_events(Context& context, Output& out, Ledger& ledger);

int list_events(Context& context, Ledger& ledger);

// `name` as "e17".
int show_event(Context& context, Ledger& ledger, std::int64_t event);

}  // namespace sitrep
