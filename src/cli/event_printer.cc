#include "cli/event_printer.h"

#include <fmt/format.h>

#include "base/number_of.h"
#include "cli/cells.h"
#include "cli/ids.h"
#include "cli/table.h"
#include "engine/events.h"

namespace sitrep {
namespace {

std::string days_of(const std::optional<Date>& first, const std::optional<Date>& last) {
  if (!first) return "";
  if (!last || *last == *first) return first->iso();
  return fmt::format("{} to {}", first->iso(), last->iso());
}

std::string where_of(const EventSummary& summary) {
  if (summary.place.empty()) return summary.country;
  return harmless(summary.country.empty() ? summary.place
                                          : fmt::format("{} ({})", summary.place, summary.country));
}

// "killed 7 to 9, injured 12"
std::string toll_of(const EventSummary& summary) {
  std::string out;
  auto add = [&](std::string_view what, const std::optional<Count>& count) {
    if (count) out += fmt::format("{}{} {}", out.empty() ? "" : ", ", what, range_of(count));
  };
  add("killed", summary.killed);
  add("injured", summary.injured);
  return out;
}

// "9 (7 to 12)", "9"
std::string estimate_of(const Estimate& estimate) {
  std::string range;
  if (estimate.low) range = range_of(Count{*estimate.low, estimate.high.value_or(*estimate.low)});
  if (!estimate.best) return range;
  std::string best = fmt::format("{}", *estimate.best);
  return range == best ? best : fmt::format("{} ({})", best, range);
}

}  // namespace

std::string range_of(const std::optional<Count>& count) {
  if (!count) return "";
  if (count->low == count->high) return fmt::format("{}", count->low);
  return fmt::format("{} to {}", count->low, count->high);
}

std::vector<std::string> event_headings() {
  return {"id", "when", "what", "where", "who", "whom", "killed", "injured", "reports", "independent"};
}

std::vector<std::string> event_cells(const EventSummary& summary) {
  return {event_name(summary.event),
          days_of(summary.earliest, summary.latest),
          harmless(summary.type),
          where_of(summary),
          harmless(summary.who),
          harmless(summary.whom),
          range_of(summary.killed),
          range_of(summary.injured),
          fmt::format("{}", summary.reports),
          fmt::format("{}", summary.independent)};
}

std::vector<std::string> event_cells(const EventSummary& summary, const EventRow& row) {
  EventSummary chosen = summary;
  if (!row.type.empty()) chosen.type = row.type;
  chosen.earliest = row.earliest;
  chosen.latest = row.latest;
  if (row.place) {
    chosen.place = row.place->name.value_or(row.place->text.value_or(""));
    chosen.country = row.place->country.value_or("");
  }
  std::vector<std::string> cells = event_cells(chosen);
  cells[6] = estimate_of(row.killed);
  cells[7] = estimate_of(row.injured);
  return cells;
}

std::string draw_choices(const EventRow& row, const Profile& profile, Layout layout) {
  std::string out = fmt::format("\nby the profile {}:\n", harmless(profile.name));
  for (const Choice& choice : row.choices) {
    std::string line = fmt::format("{}: {}", choice.field, harmless(in_words(choice)));
    for (const std::string& piece : wrap(line, layout.width)) out += piece + "\n";
  }
  return out;
}

std::string draw_event(const EventView& view, Layout layout) {
  EventSummary summary = summary_of(view);
  std::string heading = fmt::format("{}  {}", event_name(view.event), harmless(summary.type));
  for (const std::string& part :
       {where_of(summary), days_of(summary.earliest, summary.latest), toll_of(summary)}) {
    if (!part.empty()) heading += ", " + part;
  }
  std::string out = heading + "\n";
  out +=
      fmt::format("{}, {}, {}\n\n", number_of(view.accounts.size(), "account"),
                  number_of(summary.reports, "report"), number_of(summary.independent, "independent origin"));
  Table table({"who says so", "said", "what", "who", "whom", "where", "when", "figures", "claim"}, layout,
              Table::Fit::wrap);
  for (const AccountView& account : view.accounts) {
    bool first = true;
    for (Said said : account.said) {
      const Claim& claim = view.claim(said);
      const Telling& telling = view.tellings[said.telling];
      auto day = said_day(claim, telling);
      std::string who = first ? harmless(account.who) : "";
      if (first && account.revised) who += " (revised)";
      first = false;
      table.row({who, day ? day->iso() : "", what_of(claim), who_of(claim), whom_of(claim), where_of(claim),
                 when_of(claim), figures_of(claim), short_id(telling.report) + "#" + harmless(claim.id)});
    }
  }
  out += table.take() + "\n";
  Table reports({"report", "published", "outlet", "headline", "news of"}, layout, Table::Fit::clip);
  for (const Telling& telling : view.tellings) {
    std::string origin = harmless(telling.origin);
    if (telling.copy_of) origin += ", a near-copy of " + short_id(view.tellings[*telling.copy_of].report);
    reports.row({short_id(telling.report), telling.published ? telling.published->date.iso() : "",
                 harmless(telling.outlet.value_or("")), harmless(telling.headline.value_or("")), origin});
  }
  return out + reports.take();
}

}  // namespace sitrep
