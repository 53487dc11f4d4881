// What to say when list or export finds nothing.
#pragma once

#include "cli/command.h"

namespace sitrep {

// Says that nothing matches, and which outlet or type of event may have been meant where the one asked
// for is unknown.
void say_nothing_found(Context& context, Ledger& ledger);

}  // namespace sitrep
