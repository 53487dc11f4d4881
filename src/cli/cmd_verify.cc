// sitrep verify: what is wrong with a ledger, a line a fault.

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/command.h"

namespace sitrep {

int run_verify(Context& context) {
  if (!context.options.operands.empty()) {
    return complain(context,
                    fmt::format("verify takes no operand, and got \"{}\"", context.options.operands[0]),
                    "--ledger FILE names the ledger");
  }
  auto ledger = open_ledger(context, Ledger::Mode::read);
  if (!ledger) return exit_error;
  auto print = [&](const Fault& fault) {
    if (!context.options.json) {
      context.out.write(fmt::format("{}: {}\n", harmless(fault.where), harmless(fault.what)));
      return;
    }
    nlohmann::ordered_json line{{"type", "fault"}, {"data", {{"where", fault.where}, {"what", fault.what}}}};
    context.out.write_json(line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
  };
  auto faults = ledger->verify(print);
  context.out.flush();
  if (!faults) {
    context.messages.error(faults.error());
    return exit_error;
  }
  if (*faults == 0) {
    context.messages.say(fmt::format("{}: no fault found", context.options.ledger));
    return exit_fine;
  }
  context.messages.say(fmt::format("{}: {} found", context.options.ledger,
                                   *faults == 1 ? "1 fault" : fmt::format("{} faults", *faults)));
  return exit_error;
}

}  // namespace sitrep
