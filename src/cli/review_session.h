// Reviewing one by one on the terminal.
#pragma once

#include <string>

#include "cli/command.h"

namespace sitrep {

// Goes through the claims that the options ask for and that the reviewer has not decided on. Each decision is
// durable when the next claim is on the screen. Gives the exit status.
int review_on_screen(Context& context, Ledger& ledger, const std::string& reviewer);

// Who decides: --reviewer, else the user.
std::string reviewer_of(const Options& options);

}  // namespace sitrep
