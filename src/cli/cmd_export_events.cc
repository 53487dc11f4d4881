// The part of export that is about events: other people's formats.

#include <fmt/format.h>

#include <map>

#include "base/number_of.h"
#include "cli/cmd_events.h"
#include "cli/stored.h"
#include "engine/events.h"
#include "formats/formats.h"

namespace sitrep {
namespace {

// Who read a report last: its versions stand in each row.
Result<Reading> reading_of(Ledger& ledger, const std::string& report) {
  auto stored = ledger.report(report);
  if (!stored) return fail(stored);
  return stored->readings.back();
}

// What is lost, and which events were left out and why: each reason once, with its count.
void tell_losses(Context& context, const Format& format, const FormatWriter& writer) {
  std::string line = fmt::format("{} ({}) cannot hold:", format.name, format.version);
  for (std::string_view lost : format.cannot_hold) line += fmt::format("\n  {}", lost);
  std::map<std::string, std::uint64_t> reasons;
  for (const FormatWriter::Rejected& rejected : writer.rejected()) ++reasons[rejected.why];
  for (const auto& [why, count] : reasons) {
    line += fmt::format("\n  left out: {}, {}", number_of(count, "event"), why);
  }
  context.messages.say(line);
}

}  // namespace

Result<std::uint64_t> export_events(Context& context, Output& out, Ledger& ledger) {
  const Options& options = context.options;
  const Format* format = find_format(options.format);
  if (format == nullptr) return fail(ErrorCode::bad_usage, "no such format", options.format);
  auto wanted = wanted_profile(options);
  if (!wanted) return fail(wanted);
  const Profile& profile = *wanted ? **wanted : *find_profile(format->profile);
  auto store = EventStore::of(ledger);
  if (!store) return fail(store);
  EventQuery query = event_query(options);
  auto writer = format->make();
  auto text = [&](const Telling& telling) -> Result<std::string> {
    auto stored = ledger.report(telling.report);
    if (!stored) return fail(stored);
    auto back = read_back(*stored);
    if (!back) return fail(back);
    return std::move(back->report.text);
  };
  std::uint64_t count = 0;
  std::uint64_t skipped = 0;
  out.write(writer->begin());
  auto done = store->list(query, [&](std::int64_t event) -> Result<bool> {
    auto view = event_view(*store, event, query, true);
    if (!view) return fail(view);
    if (view->tellings.empty() || !fits(summary_of(*view), options.query)) return true;
    if (skipped < options.query.offset) {
      ++skipped;
      return true;
    }
    auto reading = reading_of(ledger, view->tellings.front().report);
    if (!reading) return fail(reading);
    EventRow row = row_of(*view, profile);
    auto written = writer->event({*view, row, profile, *reading, text});
    if (!written) return fail(written);
    out.write(*written);
    count += written->empty() ? 0 : 1;
    return out.usable() && count != options.query.limit;
  });
  if (!done) return fail(done);
  out.write(writer->end());
  tell_losses(context, *format, *writer);
  return count;
}

}  // namespace sitrep
