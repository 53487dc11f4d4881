// Help, the man page and shell completions, all made from the tables of commands and flags.
#pragma once

#include <string>

#include "cli/command.h"

namespace sitrep {

// Brief: usage and a line a flag. Full: with details, defaults and examples. `width` 0: no limit.
std::string program_help(const Layout& layout);
std::string command_help(const Command& command, bool full, const Layout& layout);

// roff, for man(1).
std::string man_page();

std::string completions(Shell shell);

}  // namespace sitrep
