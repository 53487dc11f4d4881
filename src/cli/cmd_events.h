// The parts of list and show that are about events.
#pragma once

#include "cli/command.h"

namespace sitrep {

int list_events(Context& context, Ledger& ledger);

// `name` as "e17".
int show_event(Context& context, Ledger& ledger, std::int64_t event);

}  // namespace sitrep
