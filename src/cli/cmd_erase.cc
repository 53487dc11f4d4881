// sitrep erase: a report's content out of a ledger.

#include <fmt/format.h>

#include "base/number_of.h"
#include "cli/command.h"
#include "cli/ids.h"
#include "ledger/erase.h"

namespace sitrep {

int run_erase(Context& context) {
  const Options& options = context.options;
  if (options.operands.empty()) return complain(context, "erase what?", "sitrep list reports prints the ids");
  if (!options.reason) return complain(context, "erase wants a reason", "--reason TEXT says why; it stays");
  auto known = open_ledger(context, Ledger::Mode::read);
  if (!known) return exit_error;
  std::vector<std::string> ids;
  for (const std::string& name : options.operands) {
    auto id = known->resolve_id(name);
    if (!id) {
      context.messages.error(id.error());
      return id.error().code == ErrorCode::not_found ? exit_nothing : exit_error;
    }
    ids.push_back(*id);
  }
  known.reset();  // an open view would keep old pages
  auto ledger = open_ledger(context, Ledger::Mode::write);
  if (!ledger) return exit_error;
  for (const std::string& id : ids) {
    auto erased = erase_report(*ledger, id, *options.reason);
    if (!erased) {
      context.messages.error(erased.error());
      return exit_error;
    }
    context.messages.say(erased->before ? fmt::format("{} was erased before", short_id(id))
                                        : fmt::format("{}: erased, with {}", short_id(id),
                                                      number_of(erased->claims, "claim")));
    if (erased->others_read) {
      context.messages.error({ErrorCode::busy_ledger,
                              "another program has the ledger open, and its log may hold what was erased",
                              options.ledger, "close it, then erase again"});
    }
    for (const std::string& backup : erased->backups) {
      context.messages.say(fmt::format("a backup may hold it still: {}", backup));
    }
    if (erased->others_read) return exit_error;
  }
  return exit_fine;
}

}  // namespace sitrep
