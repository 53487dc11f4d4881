// sitrep review: people's decisions, on the screen, from scripts, from and for others.

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "base/number_of.h"
#include "cli/cmd_events.h"
#include "cli/command.h"
#include "cli/ids.h"
#include "cli/review_session.h"
#include "engine/reviews.h"
#include "ledger/review_store.h"
#include "record/json.h"
#include "review/standing.h"

namespace sitrep {
namespace {

constexpr std::size_t review_line_max = 1U << 20;

int say(Context& context, const Error& error) {
  context.out.flush();
  context.messages.error(error);
  return error.code == ErrorCode::not_found ? exit_nothing : exit_error;
}

// "3f9a1c#c3", or an event: the first claim of it.
Result<ClaimRef> claim_named(Ledger& ledger, const std::string& name) {
  if (auto event = parse_event_name(name)) return claim_of_event(ledger, *event);
  std::size_t hash = name.find('#');
  if (hash == std::string::npos) {
    return fail(ErrorCode::bad_usage, fmt::format("\"{}\" is no claim", name), {},
                "REPORT#CLAIM or an event, as list prints them");
  }
  auto report = ledger.resolve_id(name.substr(0, hash));
  if (!report) return fail(report);
  return ClaimRef{*report, name.substr(hash + 1)};
}

std::string in_words(const Decided& decided) {
  const Review& review = decided.review;
  std::string out = fmt::format("{}: {}", review.id, name_of(review.decision));
  if (review.claim) out += fmt::format(" {}#{}", short_id(review.claim->report), review.claim->claim);
  if (decided.known) return out + ", known already";
  if (decided.event != 0) return out + fmt::format(", now {}", event_name(decided.event));
  return out + fmt::format(", now {}", name_of(decided.state));
}

int tell(Context& context, const Decided& decided) {
  if (context.options.json) {
    context.out.write_json(json_line(Record(decided.review), Positions("")));
  } else {
    context.out.write(harmless(in_words(decided)) + "\n");
  }
  return exit_fine;
}

int decide_from_script(Context& context, Ledger& ledger, const std::string& reviewer) {
  const Options& options = context.options;
  std::vector<std::string> names = options.operands;
  Review draft;
  draft.reviewer = reviewer;
  draft.decision = *options.decision;
  draft.field = options.field;
  draft.value = options.value;
  draft.reason = options.reason;
  if (draft.decision == Decision::undo) {
    if (names.empty()) {
      auto last = last_of(ledger, reviewer);
      if (!last) return say(context, last.error());
      names.push_back(last->id);
    }
    for (const std::string& id : names) {
      draft.undoes = id;
      auto decided = decide(ledger, draft);
      if (!decided) return say(context, decided.error());
      tell(context, *decided);
    }
    return exit_fine;
  }
  bool link = draft.decision == Decision::merge || draft.decision == Decision::split;
  std::optional<std::string> other = options.with;
  if (draft.decision == Decision::merge && !other && names.size() == 2) {
    other = names.back();
    names.pop_back();
  }
  if (names.empty()) return complain(context, "which claim?", "REPORT#CLAIM, as list claims prints it");
  for (const std::string& name : names) {
    auto claim = claim_named(ledger, name);
    if (!claim) return say(context, claim.error());
    draft.claim = *claim;
    if (link) {
      auto second = other ? claim_named(ledger, *other) : other_of_event(ledger, *claim);
      if (!second) return say(context, second.error());
      draft.other = *second;
    }
    auto decided = decide(ledger, draft);
    if (!decided) return say(context, decided.error());
    tell(context, *decided);
  }
  return exit_fine;
}

int export_reviews(Context& context, Ledger& ledger) {
  auto reviews = ReviewStore::of(ledger);
  if (!reviews) return say(context, reviews.error());
  std::unique_ptr<OutputFile> file;
  if (context.options.output) {
    auto created = OutputFile::create(*context.options.output);
    if (!created) return say(context, created.error());
    file = std::move(*created);
  }
  Output& out = file ? file->output() : context.out;
  std::uint64_t count = 0;
  auto done = reviews->list([&](const Review& review) {
    out.write_json(json_line(Record(review), Positions("")));
    ++count;
    return out.usable();
  });
  if (done && file) done = file->commit();
  if (!done) return say(context, done.error());
  if (file) context.messages.say(fmt::format("{}: {}", *context.options.output, number_of(count, "review")));
  return count > 0 ? exit_fine : exit_nothing;
}

int import_reviews(Context& context, Ledger& ledger) {
  const std::string& name = *context.options.import;
  std::ifstream file;
  if (name != "-") {
    file.open(name, std::ios::binary);
    if (!file) return say(context, {ErrorCode::cannot_read, "cannot be read", name, {}});
  }
  std::istream& in = name == "-" ? std::cin : file;
  std::uint64_t fresh = 0;
  std::uint64_t known = 0;
  std::uint64_t refused = 0;
  std::uint64_t number = 0;
  RecordReader reader(Positions(""));
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty()) continue;
    auto record = line.size() > review_line_max
                      ? Result<Record>(fail(ErrorCode::over_limit, "a line too long"))
                      : reader.read(line);
    const Review* review = record ? std::get_if<Review>(&*record) : nullptr;
    auto decided = !record             ? Result<Decided>(fail(record))
                   : review == nullptr ? Result<Decided>(fail(ErrorCode::bad_record, "it is no review"))
                                       : decide(ledger, *review);
    if (decided) {
      ++(decided->known ? known : fresh);
      continue;
    }
    // One line that does not fit this ledger does not stop the rest.
    ++refused;
    Error error = decided.error();
    error.where = fmt::format("{}:{}{}", name, number, error.where.empty() ? "" : ": " + error.where);
    context.messages.error(error);
  }
  context.messages.say(
      fmt::format("{}: {} taken in, {} known already, {} refused", name, fresh, known, refused));
  return refused > 0 ? exit_error : exit_fine;
}

// The values of two claims that differ, as JSON Pointers: "/figures/0/low: 11 (people), 30 (newer)".
std::string differences(const CarriedClaim& carried) {
  auto stands = nlohmann::json::parse(carried.stands, nullptr, false);
  auto newer = nlohmann::json::parse(carried.newer, nullptr, false);
  if (stands.is_discarded() || newer.is_discarded()) return {};
  auto one = stands.value("data", nlohmann::json()).flatten();
  auto other = newer.value("data", nlohmann::json()).flatten();
  std::string out;
  auto told = [](const nlohmann::json& flat, const std::string& key) {
    return flat.contains(key) ? flat.at(key).dump() : std::string("nothing");
  };
  auto both = one;
  both.update(other);
  for (const auto& [key, value] : both.items()) {
    if (key.starts_with("/because") || key == "/confidence" || told(one, key) == told(other, key)) continue;
    out += fmt::format("  {}: {} stands, the newer reading has {}\n", key, told(one, key), told(other, key));
  }
  return out;
}

int list_differences(Context& context, Ledger& ledger) {
  auto reviews = ReviewStore::of(ledger);
  if (!reviews) return say(context, reviews.error());
  std::uint64_t count = 0;
  auto done = reviews->carried([&](const CarriedClaim& carried) {
    std::string lines = differences(carried);
    if (lines.empty()) return true;
    ++count;
    context.out.write(fmt::format("{}#{} {}\n{}", short_id(carried.report), harmless(carried.claim),
                                  name_of(carried.state), harmless_lines(lines)));
    return context.out.usable();
  });
  if (!done) return say(context, done.error());
  return count > 0 ? exit_fine : exit_nothing;
}

}  // namespace

std::string reviewer_of(const Options& options) {
  if (options.reviewer) return *options.reviewer;
  if (const char* user = std::getenv("USER"); user != nullptr && *user != '\0') return user;
  const passwd* entry = getpwuid(geteuid());
  return entry == nullptr ? "someone" : entry->pw_name;
}

int run_review(Context& context) {
  const Options& options = context.options;
  int wanted = (options.export_reviews ? 1 : 0) + (options.import ? 1 : 0) + (options.differs ? 1 : 0) +
               (options.decision ? 1 : 0);
  if (wanted > 1) return complain(context, "one of --decision, --export, --import, --differs at a time");
  if (!options.operands.empty() && !options.decision) {
    return complain(context, fmt::format("what about {}?", options.operands[0]),
                    "--decision accept, for example");
  }
  auto known = Ledger::open(options.ledger, Ledger::Mode::read);  // a review makes no ledger
  if (!known) return say(context, known.error());
  if (options.export_reviews) return export_reviews(context, *known);
  if (options.differs) return list_differences(context, *known);
  auto ledger = open_ledger(context, Ledger::Mode::write);
  if (!ledger) return exit_error;
  if (options.import) return import_reviews(context, *ledger);
  std::string reviewer = reviewer_of(options);
  return options.decision ? decide_from_script(context, *ledger, reviewer)
                          : review_on_screen(context, *ledger, reviewer);
}

}  // namespace sitrep
