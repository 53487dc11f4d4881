// sitrep backup: a copy of a ledger.

#include <fmt/format.h>

#include "cli/command.h"
#include "ledger/erase.h"

namespace sitrep {

int run_backup(Context& context) {
  const Options& options = context.options;
  if (options.operands.size() != 1)
    return complain(context, "backup wants the name of one file", "sitrep backup copy.sitrep");
  auto known = open_ledger(context, Ledger::Mode::read);  // a backup makes no ledger
  if (!known) return exit_error;
  // A ledger that cannot be written can be copied, but not note it.
  auto written = Ledger::open(options.ledger, Ledger::Mode::write);
  Ledger& ledger = written ? *written : *known;
  auto done = back_up(ledger, options.operands[0], written.has_value());
  if (!done) {
    context.messages.error(done.error());
    return exit_error;
  }
  context.messages.say(fmt::format("{}: a copy of {}", options.operands[0], options.ledger));
  return exit_fine;
}

}  // namespace sitrep
