// sitrep show: one report, claim or event of a ledger.

#include <fmt/format.h>

#include "base/clock.h"
#include "cli/cmd_events.h"
#include "cli/command.h"
#include "cli/ids.h"
#include "cli/printer.h"
#include "cli/stored.h"
#include "events/event_view.h"
#include "record/json.h"

namespace sitrep {

namespace {

int say(Context& context, const Error& error) {
  context.messages.error(error);
  return error.code == ErrorCode::not_found ? exit_nothing : exit_error;
}

// When the ledger learned it, what it revises, and who read it when.
std::string draw_keeping(const StoredReport& stored) {
  std::string out = fmt::format("learned {}", utc_iso(stored.row.learned_us));
  if (stored.row.revises) out += fmt::format("; a new version of {}", short_id(*stored.row.revises));
  out += "\n";
  for (const Reading& reading : stored.readings) {
    out += fmt::format("reading {}: {}", harmless(reading.id), harmless(reading.program));
    if (reading.codebook) out += fmt::format(", codebook {}", harmless(*reading.codebook));
    if (reading.model) out += fmt::format(", model {}", harmless(*reading.model));
    if (reading.read_at) out += fmt::format(", {}", harmless(*reading.read_at));
    out += "\n";
  }
  return out;
}

int show_report(Context& context, const StoredReport& stored) {
  if (context.options.json) {
    context.out.write_json(stored.report_json);
    for (const std::string& line : stored.claims) context.out.write_json(line);
    for (const std::string& line : stored.others) context.out.write_json(line);
    for (const Reading& reading : stored.readings) context.out.write_json(json_line(reading, Positions("")));
    return exit_fine;
  }
  auto back = read_back(stored);
  if (!back) return say(context, back.error());
  if (context.options.parts) {
    context.out.write(draw_parts(back->report, back->positions, context.layout));
  } else {
    context.out.write(draw_report(back->report, back->findings, back->positions, context.layout));
    context.out.write("\n" + draw_keeping(stored));
  }
  return exit_fine;
}

int show_claim(Context& context, const StoredReport& stored, const std::string& id) {
  auto back = read_back(stored);
  if (!back) return say(context, back.error());
  for (const Claim& claim : back->findings.claims) {
    if (claim.id != id) continue;
    if (context.options.json) {
      context.out.write_json(json_line(claim, back->positions));
      return exit_fine;
    }
    context.out.write(draw_heading(back->report, context.layout) + "\n" +
                      draw_claims({claim}, back->report, back->positions, context.layout) + "\n");
    for (const Derivation& why : claim.because) {
      std::string line = fmt::format("because: {}: {}", harmless(why.value), harmless(why.rule));
      for (Span span : why.spans) line += "  " + quoted(back->report, span, back->positions);
      for (const std::string& piece : wrap(line, context.layout.width)) context.out.write(piece + "\n");
    }
    return exit_fine;
  }
  return say(context,
             {ErrorCode::not_found, fmt::format("the report has no claim {}", id), short_id(stored.row.id),
              back->findings.claims.empty()
                  ? "it has no claims"
                  : fmt::format("its claims are {} to {}", back->findings.claims.front().id,
                                back->findings.claims.back().id)});
}

}  // namespace

int run_show(Context& context) {
  const std::vector<std::string>& operands = context.options.operands;
  if (operands.size() != 1) return complain(context, "show wants one ID", "sitrep list reports prints them");
  auto ledger = open_ledger(context, Ledger::Mode::read);
  if (!ledger) return exit_error;
  if (auto event = parse_event_name(operands[0])) return show_event(context, *ledger, *event);
  std::size_t hash = operands[0].find('#');
  auto id = ledger->resolve_id(operands[0].substr(0, hash));
  if (!id) return say(context, id.error());
  auto stored = ledger->report(*id);
  if (!stored) return say(context, stored.error());
  if (hash == std::string::npos) return show_report(context, *stored);
  return show_claim(context, *stored, operands[0].substr(hash + 1));
}

}  // namespace sitrep
