#include "cli/cmd_events.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <fstream>

#include "base/limits.h"
#include "base/near_names.h"
#include "base/sphere.h"
#include "cli/empty_query.h"
#include "cli/event_printer.h"
#include "cli/table.h"
#include "engine/events.h"
#include "record/json.h"
#include "text/utf8.h"

namespace sitrep {
namespace {

constexpr std::size_t page_rows = 1000;
constexpr std::uintmax_t profile_bytes_max = 64U << 10;

// Spans of claims were read as code points and are written so.
Positions no_text() { return Positions::of_ascii(static_cast<std::uint32_t>(limits::text_bytes_max)); }

bool holds(const std::string& text, const std::optional<std::string>& part) {
  return !part || lower(text).find(lower(*part)) != std::string::npos;
}

int complain_of(Context& context, const Error& error) {
  context.out.flush();
  context.messages.error(error);
  return exit_error;
}

}  // namespace

EventQuery event_query(const Options& options) {
  EventQuery query = options.events;
  query.from = options.query.from;
  query.to = options.query.to;
  query.event_type = options.query.event_type;
  query.descending = options.query.descending;
  query.text = options.query.text;
  return query;
}

bool fits(const EventSummary& summary, const Query& query) {
  if (query.near) {
    if (!summary.lat || !summary.lon) return false;
    if (kilometres_between(*summary.lat, *summary.lon, query.near->lat, query.near->lon) > query.near->km)
      return false;
  }
  return holds(summary.place, query.place) && holds(summary.who + "\n" + summary.whom, query.actor);
}

Result<std::optional<Profile>> wanted_profile(const Options& options) {
  if (!options.profile) return std::optional<Profile>();
  if (const Profile* known = find_profile(*options.profile)) return std::optional(*known);
  std::ifstream file(*options.profile, std::ios::binary);
  if (!file) {
    std::vector<std::string_view> names;
    for (const Profile& profile : standard_profiles()) names.push_back(profile.name);
    std::string hint = did_you_mean(*options.profile, names);
    if (hint.empty()) hint = fmt::format("a file, or one of {}", fmt::join(names, ", "));
    return fail(ErrorCode::not_found, "no such profile", *options.profile, hint);
  }
  std::string text(profile_bytes_max + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(file.gcount()));
  auto profile = parse_profile(text, *options.profile);
  if (!profile) return fail(profile);
  return std::optional(std::move(*profile));
}

int list_events(Context& context, Ledger& ledger) {
  const Options& options = context.options;
  if (options.query.outlet || options.query.report) {
    return complain(context, "events are not listed by outlet", "sitrep list claims --outlet NAME");
  }
  if (options.query.source || options.query.side || options.query.status) {
    return complain(context, "events are not listed by source, side or status",
                    "sitrep list claims --source NAME");
  }
  auto store = EventStore::of(ledger);
  if (!store) return complain_of(context, store.error());
  auto profile = wanted_profile(options);
  if (!profile) return complain_of(context, profile.error());
  EventQuery query = event_query(options);
  Table table(event_headings(), context.layout, Table::Fit::clip);
  std::uint64_t skipped = 0;
  std::uint64_t count = 0;
  auto done = store->list(query, [&](std::int64_t event) -> Result<bool> {
    auto view = event_view(*store, event, query, profile->has_value());
    if (!view) return fail(view);
    EventSummary summary = summary_of(*view);
    if (view->tellings.empty() || !fits(summary, options.query)) return true;
    if (skipped < options.query.offset) {
      ++skipped;
      return true;
    }
    ++count;
    std::optional<EventRow> row;
    if (*profile) row = row_of(*view, **profile);
    if (options.json) {
      Event record = row ? event_record(*view, *row, **profile) : event_record(*view);
      context.out.write_json(json_line(Record(record), no_text()));
    } else {
      table.row(row ? event_cells(summary, *row) : event_cells(summary));
      if (table.rows() >= page_rows) context.out.write(table.take());
    }
    return context.out.usable() && count != options.query.limit;
  });
  context.out.write(table.take());
  if (!done) return complain_of(context, done.error());
  if (count > 0) return exit_fine;
  say_nothing_found(context, ledger);
  return exit_nothing;
}

int show_event(Context& context, Ledger& ledger, std::int64_t event) {
  const Options& options = context.options;
  auto store = EventStore::of(ledger);
  if (!store) return complain_of(context, store.error());
  auto profile = wanted_profile(options);
  if (!profile) return complain_of(context, profile.error());
  EventQuery query = options.events;
  // What was an event of its own may since have been found to be another's happening.
  auto now = store->event_of(event, query.known_as_of_us);
  if (!now) return complain_of(context, now.error());
  auto view = event_view(*store, now->value_or(event), query, true);
  if (!view) return complain_of(context, view.error());
  if (!*now || view->tellings.empty()) {
    context.messages.error({ErrorCode::not_found, fmt::format("no event {}", event_name(event)),
                            options.ledger, "sitrep list events prints them"});
    return exit_nothing;
  }
  if (**now != event) {
    context.messages.say(fmt::format("{} is part of {} by now", event_name(event), event_name(**now)));
  }
  std::optional<EventRow> row;
  if (*profile) row = row_of(*view, **profile);
  if (!options.json) {
    context.out.write(draw_event(*view, context.layout));
    if (row) context.out.write(draw_choices(*row, **profile, context.layout));
    return exit_fine;
  }
  Event record = row ? event_record(*view, *row, **profile) : event_record(*view);
  context.out.write_json(json_line(Record(record), no_text()));
  for (const Account& account : account_records(*view)) {
    context.out.write_json(json_line(Record(account), no_text()));
  }
  return exit_fine;
}

}  // namespace sitrep
