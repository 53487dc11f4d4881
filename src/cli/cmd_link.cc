// sitrep link: happenings into events.

#include <fmt/format.h>

#include "cli/command.h"
#include "engine/linker.h"

namespace sitrep {

int run_link(Context& context) {
  if (!context.options.operands.empty()) {
    return complain(context, "link takes no operands", "name the ledger with --ledger");
  }
  auto ledger = open_ledger(context, Ledger::Mode::write);
  if (!ledger) return exit_error;
  auto linked = link_new(*ledger, [&](const LinkCounts& counts) {
    context.messages.progress(fmt::format("{} happenings", counts.happenings));
    return true;
  });
  context.messages.progress("");
  if (!linked) {
    context.messages.error(linked.error());
    return exit_error;
  }
  context.messages.say(fmt::format("{}: {} happenings linked anew, {} links, {} earlier ones moved",
                                   context.options.ledger, linked->happenings, linked->links, linked->moved));
  return exit_fine;
}

}  // namespace sitrep
