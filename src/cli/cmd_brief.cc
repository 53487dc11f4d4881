// sitrep brief: a situation report.

#include <fmt/format.h>

#include <memory>
#include <variant>

#include "base/number_of.h"
#include "brief/brief.h"
#include "cli/cmd_events.h"
#include "cli/command.h"
#include "cli/empty_query.h"
#include "cli/stored.h"
#include "engine/events.h"

namespace sitrep {
namespace {

// A page that nobody could read helps nobody.
constexpr std::size_t events_max = 2000;

std::string made_with(const Reading& reading) {
  std::string out = reading.program;
  for (const auto* part : {&reading.model, &reading.codebook, &reading.gazetteer}) {
    if (*part) out += ", " + **part;
  }
  return out;
}

// The texts and silences of an event's reports.
Done read_reports(Ledger& ledger, BriefEvent& event, std::string& made) {
  for (const Telling& telling : event.view.tellings) {
    auto stored = ledger.report(telling.report);
    if (!stored) return fail(stored);
    stored->claims.clear();
    auto back = read_back(*stored);
    if (!back) return fail(back);
    event.texts.push_back(std::move(back->report.text));
    event.silences.push_back(std::move(back->findings.silences));
    if (made.empty()) made = made_with(stored->readings.back());
  }
  return {};
}

Result<std::vector<BriefEvent>> gather(Context& context, Ledger& ledger, const Profile& profile,
                                       std::string& made) {
  auto store = EventStore::of(ledger);
  if (!store) return fail(store);
  EventQuery query = event_query(context.options);
  std::vector<BriefEvent> events;
  auto done = store->list(query, [&](std::int64_t number) -> Result<bool> {
    auto view = event_view(*store, number, query, true);
    if (!view) return fail(view);
    BriefEvent event;
    event.summary = summary_of(*view);
    if (view->tellings.empty() || !fits(event.summary, context.options.query)) return true;
    event.row = row_of(*view, profile);
    event.view = std::move(*view);
    if (auto read = read_reports(ledger, event, made); !read) return fail(read);
    events.push_back(std::move(event));
    if (events.size() < events_max) return true;
    context.messages.say(
        fmt::format("only the first {} events: ask for fewer with --from, --to, --place", events_max));
    return false;
  });
  if (!done) return fail(done);
  return events;
}

}  // namespace

int run_brief(Context& context) {
  const Options& options = context.options;
  auto say = [&](const Error& error) {
    context.messages.error(error);
    return exit_error;
  };
  if (!options.operands.empty())
    return complain(context, "brief takes no operand", "-o FILE names the file to write");
  bool markdown = options.output && options.output->ends_with(".md");
  for (std::string_view other : {".pdf", ".docx"}) {
    if (!options.output || !options.output->ends_with(other)) continue;
    return complain(
        context, fmt::format("a brief is written as .html or .md, not as {}", other),
        other == ".pdf"
            ? "a browser prints the .html: chromium --headless --print-to-pdf=brief.pdf brief.html"
            : "pandoc makes one of the .md: pandoc brief.md -o brief.docx");
  }
  auto ledger = open_ledger(context, Ledger::Mode::read);
  if (!ledger) return exit_error;
  auto wanted = wanted_profile(options);
  if (!wanted) return say(wanted.error());
  const Profile& profile = *wanted ? **wanted : *find_profile("most-independent");
  BriefScope scope;
  scope.title = "Situation report";
  scope.from = options.query.from;
  scope.to = options.query.to;
  scope.since = options.since;
  scope.place = options.query.place ? options.query.place : options.near;
  scope.actor = options.query.actor;
  scope.country = options.events.country;
  auto events = gather(context, *ledger, profile, scope.made_with);
  if (!events) return say(events.error());
  if (events->empty()) {
    say_nothing_found(context, *ledger);
    return exit_nothing;
  }
  Brief brief = make_brief(scope, *events, profile);
  std::string page = markdown ? brief_markdown(brief) : brief_html(brief);
  if (!options.output) {
    context.out.write(page);
    return exit_fine;
  }
  auto file = OutputFile::create(*options.output);
  if (!file) return say(file.error());
  (*file)->output().write(page);
  if (auto done = (*file)->commit(); !done) return say(done.error());
  context.messages.say(fmt::format("{}: {}", *options.output, number_of(events->size(), "event")));
  return exit_fine;
}

}  // namespace sitrep
