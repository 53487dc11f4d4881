// sitrep list: a row a report or claim.

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/clock.h"
#include "base/near_names.h"
#include "cli/cells.h"
#include "cli/cmd_events.h"
#include "cli/command.h"
#include "cli/empty_query.h"
#include "cli/ids.h"
#include "cli/stored.h"
#include "cli/table.h"

namespace sitrep {

namespace {

// Rows that fix a list's columns, and are drawn at a time: long lists stream.
constexpr std::size_t page_rows = 1000;

std::string told(const std::optional<std::string>& text) { return text ? harmless(*text) : ""; }

// The day alone: the hour is in the report.
std::string day(const std::optional<std::string>& published) {
  return told(published).substr(0, std::string_view("2031-05-04").size());
}

// "2031-05-04 10:22": to the minute, UTC.
std::string learned(std::int64_t us) {
  std::string iso = utc_iso(us).substr(0, 16);
  iso[10] = ' ';
  return iso;
}

// What both lists share: rows into a table, pages onto the output, errors kept for the end.
struct Listing {
  Context& context;
  Table table;
  std::uint64_t count = 0;
  std::optional<Error> error = {};

  void add(std::vector<std::string> cells) {
    table.row(std::move(cells));
    if (table.rows() >= page_rows) context.out.write(table.take());
  }

  // Whether to go on.
  bool counted() {
    count += 1;
    return context.out.usable() && !error;
  }

  int end(const Done& done, Ledger& ledger) {
    context.out.write(table.take());
    if (!done && !error) error = done.error();
    if (error) {
      context.out.flush();
      context.messages.error(*error);
      return exit_error;
    }
    if (count == 0) {
      say_nothing_found(context, ledger);
      return exit_nothing;
    }
    return exit_fine;
  }
};

int list_reports(Context& context, Ledger& ledger) {
  Listing listing{context, Table({"id", "published", "outlet", "claims", "headline", "learned"},
                                 context.layout, Table::Fit::clip)};
  bool by_learning = context.options.query.sort == Query::Sort::learned;
  auto row = [&](const ReportRow& report) {
    if (context.options.json) {
      auto stored = ledger.report(report.id);
      if (stored) {
        context.out.write_json(stored->report_json);
      } else {
        listing.error = stored.error();
      }
    } else {
      listing.add({short_id(report.id), day(report.published), told(report.outlet),
                   fmt::format("{}", report.claims), told(report.headline),
                   by_learning ? learned(report.learned_us) : ""});
    }
    return listing.counted();
  };
  Done done = ledger.list_reports(context.options.query, row);
  return listing.end(done, ledger);
}

int list_claims(Context& context, Ledger& ledger) {
  Listing listing{context, Table({"id", "published", "outlet", "what", "who", "whom", "where", "when",
                                  "figures", "who says so"},
                                 context.layout, Table::Fit::clip)};
  auto row = [&](const ClaimRow& found) {
    if (context.options.json) {
      context.out.write_json(found.json);
      return listing.counted();
    }
    auto claim = claim_for_row(found);
    if (claim) {
      listing.add({short_id(found.report_id) + "#" + harmless(found.claim_id), day(found.published),
                   told(found.outlet), what_of(*claim), who_of(*claim), whom_of(*claim), where_of(*claim),
                   when_of(*claim), figures_of(*claim), says_of(*claim)});
    } else {
      listing.error = claim.error();
    }
    return listing.counted();
  };
  Done done = ledger.list_claims(context.options.query, row);
  return listing.end(done, ledger);
}

}  // namespace

int run_list(Context& context) {
  const std::vector<std::string>& operands = context.options.operands;
  constexpr std::string_view kinds[] = {"reports", "claims", "events"};
  if (operands.size() != 1)
    return complain(context, "list wants one of reports, claims, events", "sitrep list reports");
  if (std::find(std::begin(kinds), std::end(kinds), operands[0]) == std::end(kinds)) {
    return complain(context,
                    fmt::format("list wants one of reports, claims, events, not \"{}\"", operands[0]),
                    did_you_mean(operands[0], kinds));
  }
  auto ledger = open_ledger(context, Ledger::Mode::read);
  if (!ledger) return exit_error;
  if (operands[0] == kinds[2]) return list_events(context, *ledger);
  return operands[0] == kinds[0] ? list_reports(context, *ledger) : list_claims(context, *ledger);
}

}  // namespace sitrep
