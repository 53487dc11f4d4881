// sitrep export: what a ledger holds, for other programs. JSON Lines by report, CSV by claim, other people's
// formats by event.

#include <fmt/format.h>

#include <memory>
#include <set>

#include "base/number_of.h"
#include "cli/cmd_events.h"
#include "cli/command.h"
#include "cli/csv.h"
#include "cli/empty_query.h"
#include "cli/ids.h"
#include "cli/stored.h"
#include "record/json.h"

namespace sitrep {

namespace {

struct Export {
  Context& context;
  Output& out;
  Ledger& ledger;
  std::uint64_t count = 0;
  std::optional<Error> error = {};

  bool go_on() const { return out.usable() && !error; }

  // Whether claims are asked for by what they say; otherwise all of a report are wanted.
  [[nodiscard]] bool picks_claims() const {
    const Query& query = context.options.query;
    return query.event_type || query.place || query.actor || query.from || query.to || query.source ||
           query.side || query.status || query.near || query.country;
  }

  Done jsonl() {
    return ledger.list_reports(context.options.query, [&](const ReportRow& row) {
      auto stored = ledger.report(row.id);
      if (!stored) {
        error = stored.error();
        return false;
      }
      out.write_json(stored->report_json);
      Done done = picks_claims() ? matching_claims(row.id) : Done();
      if (!done) error = done.error();
      if (!picks_claims()) {
        for (const std::string& line : stored->claims) out.write_json(line);
      }
      for (const std::string& line : stored->others) out.write_json(line);
      count += 1;
      return go_on();
    });
  }

  Done events() {
    auto exported = export_events(context, out, ledger);
    if (!exported) return fail(exported);
    count = *exported;
    return {};
  }

  Done matching_claims(const std::string& report) {
    Query query = context.options.query;
    query.report = report;
    query.sort = Query::Sort::learned;  // the text's order
    query.descending = false;
    query.limit = 0;
    query.offset = 0;
    return ledger.list_claims(query, [&](const ClaimRow& row) {
      out.write_json(row.json);
      return out.usable();
    });
  }

  Done csv() {
    out.write(csv_heading());
    std::string report_id;  // of the report read last: most rows stand beside rows of the same one
    std::optional<ReadBack> report;
    return ledger.list_claims(context.options.query, [&](const ClaimRow& row) {
      if (!report || report_id != row.report_id) {
        auto stored = ledger.report(row.report_id);
        auto back = stored ? read_back(*stored) : Result<ReadBack>(fail(stored));
        if (!back) {
          error = back.error();
          return false;
        }
        report = std::move(*back);
        report_id = row.report_id;
      }
      RecordReader reader(report->positions);
      auto record = reader.read(row.json);
      auto* claim = record ? std::get_if<Claim>(&*record) : nullptr;
      if (claim == nullptr) {
        error = Error{ErrorCode::damaged_ledger, "a stored claim cannot be read",
                      fmt::format("report {} claim {}", row.report_id, row.claim_id),
                      "sitrep verify names all that is wrong"};
        return false;
      }
      out.write(csv_row(*claim, report->report, report->positions, row.learned_us));
      count += 1;
      return go_on();
    });
  }
};

}  // namespace

int run_export(Context& context) {
  const Options& options = context.options;
  if (!options.operands.empty()) {
    return complain(context, fmt::format("export takes no operand, and got \"{}\"", options.operands[0]),
                    "-o FILE names the file to write, --ledger FILE the ledger");
  }
  auto ledger = open_ledger(context, Ledger::Mode::read);
  if (!ledger) return exit_error;

  std::unique_ptr<OutputFile> file;
  if (options.output) {
    auto created = OutputFile::create(*options.output);
    if (!created) {
      context.messages.error(created.error());
      return exit_error;
    }
    file = std::move(*created);
  }
  Export run{context, file ? file->output() : context.out, *ledger};
  Done done = options.format == "csv" ? run.csv() : options.format == "jsonl" ? run.jsonl() : run.events();
  if (!done && !run.error) run.error = done.error();
  if (!run.error && file) {
    Done committed = file->commit();
    if (!committed) run.error = committed.error();
  }
  if (run.error) {
    run.out.flush();
    context.messages.error(*run.error);
    return exit_error;
  }
  if (run.count == 0) {
    say_nothing_found(context, *ledger);
    return exit_nothing;
  }
  if (file) {
    std::string_view counted = options.format == "jsonl" ? "report"
                               : options.format == "csv" ? "claim"
                                                         : "event";
    context.messages.say(fmt::format("{}: {}", *options.output, number_of(run.count, counted)));
  }
  return exit_fine;
}

}  // namespace sitrep
