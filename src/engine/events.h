// Events of a ledger, with their reports and claims: what lists, `show`, exports and briefs are made of.
#pragma once

#include <cstdint>

#include "events/event_view.h"
#include "ledger/event_store.h"

namespace sitrep {

// As far as `query` lets the reports be known (as_of, known_as_of_us). `with_claims`: else tellings have
// none and there are no accounts, which is enough for a summary and costs a tenth. Spans of claims are
// valid for the report's text. damaged_ledger where a record cannot be read.
Result<EventView> event_view(EventStore& store, std::int64_t event, const EventQuery& query,
                             bool with_claims);

}  // namespace sitrep
