// A newer program reads a report again: what people decided about its claims is carried to the claims of the
// new reading that say the same, so that no decision is overwritten.
//
//   reading 1: c3 killed 7, rejected         reading 2: c4 killed 8, of the same words and source  ->
//   rejected reading 1: c5 place changed to Kalmar    reading 2: c5 place Oland ->  Kalmar stands
//
// What the newer program reads instead stays in the tables (ReviewStore::carried lists it). Where it finds no
// such claim any more, the decision stays with the old reading, and `carried` has nothing to say. A copy of a
// report (the same text in other bytes) is treated like a new reading.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <variant>

#include "base/limits.h"
#include "ledger/columns.h"
#include "ledger/impl.h"
#include "ledger/schema.h"
#include "record/json.h"

namespace sitrep {
namespace {

struct Told {
  std::int64_t n = 0;
  std::string line;
  Claim claim;
};

struct Decided {
  Told told;
  ClaimState state;
  std::int64_t review = 0;
};

Result<Told> told_at(Rows& rows, std::int64_t n) {
  auto row = rows.get(Rows::claim_texts, n);
  if (!row) return fail(row);
  Told told{n, std::string((*row)->text(2)), {}};
  RecordReader reader(Positions::of_ascii(static_cast<std::uint32_t>(limits::text_bytes_max)));
  auto record = reader.read(told.line);
  if (!record) return fail(record);
  if (auto* claim = std::get_if<Claim>(&*record)) told.claim = std::move(*claim);
  return told;
}

// How well two claims of one text are the same one, read twice: of the same words, type and source; 0 where
// they are not.
double sameness(const Claim& a, const Claim& b) {
  std::uint32_t begin = std::max(a.evidence.begin, b.evidence.begin);
  std::uint32_t end = std::min(a.evidence.end, b.evidence.end);
  if (begin >= end) return 0;
  std::uint32_t all = std::max(a.evidence.end, b.evidence.end) - std::min(a.evidence.begin, b.evidence.begin);
  double overlap = static_cast<double>(end - begin) / all;
  if (overlap < 0.5) return 0;
  bool same_source = a.source.span == b.source.span || a.source.text == b.source.text;
  bool same_words = a.event.span == b.event.span;
  return overlap + (a.event.type == b.event.type ? 1 : 0) + (same_source ? 1 : 0) + (same_words ? 2 : 0);
}

// A claim of other words, type and source only overlaps by chance.
constexpr double same_enough = 2.5;

}  // namespace

Done Writer::carry_reviews(std::int64_t from, std::int64_t to, std::int64_t now) {
  auto rows = Rows::make(*database_);
  if (!rows) return fail(rows);
  auto old_reading = rows->reading(from);
  if (!old_reading) return fail(old_reading);
  std::int64_t first = (*old_reading)->integer(6);
  std::int64_t count = (*old_reading)->integer(7);
  std::int64_t document = (*old_reading)->integer(2);
  auto find = database_->prepare(
      fmt::format("SELECT claim, review FROM claim_states WHERE claim BETWEEN ? AND ? AND {} ORDER BY claim",
                  ledger_schema::is_latest_state));
  if (!find) return fail(find);
  std::vector<Decided> decided;
  find->bind(first).bind(first + count - 1);
  for (;;) {
    auto more = find->step();
    if (!more) return fail(more);
    if (!*more) break;
    auto state = rows->state(find->integer(0));
    if (!state) return fail(state);
    auto told = told_at(*rows, find->integer(0));
    if (!told) return fail(told);
    if (*state) decided.push_back({std::move(*told), std::move(**state), find->integer(1)});
  }
  if (decided.empty()) return {};

  auto reading = rows->reading(to);
  if (!reading) return fail(reading);
  // Spans of another text are others: there is nothing to hold claims against each other by.
  auto text = rows->get(Rows::texts, document);
  if (!text) return fail(text);
  std::string hash((*text)->blob(1));
  text = rows->get(Rows::texts, (*reading)->integer(2));
  if (!text) return fail(text);
  if ((*text)->blob(1) != hash) return {};
  std::int64_t fresh_first = (*reading)->integer(6);
  std::vector<Told> fresh;
  for (std::int64_t n = fresh_first; n < fresh_first + (*reading)->integer(7); ++n) {
    auto told = told_at(*rows, n);
    if (!told) return fail(told);
    fresh.push_back(std::move(*told));
    reading = rows->reading(to);
    if (!reading) return fail(reading);
  }
  auto next = database_->ask("SELECT coalesce(max(n), 0) FROM claim_states");
  if (!next) return fail(next);
  auto add_carried = database_->prepare("INSERT INTO carried VALUES(?, ?, ?)");
  auto add_state = database_->prepare("INSERT INTO claim_states VALUES(?, ?, ?, ?, ?, ?, ?)");
  if (!add_carried || !add_state) return fail(database_->error());
  for (const Decided& each : decided) {
    auto best = std::max_element(fresh.begin(), fresh.end(), [&](const Told& a, const Told& b) {
      return sameness(each.told.claim, a.claim) < sameness(each.told.claim, b.claim);
    });
    if (best == fresh.end() || sameness(each.told.claim, best->claim) < same_enough) continue;
    auto done = NewRow(*add_carried, "carried").integer(best->n).integer(each.told.n).insert();
    if (!done) return done;
    std::optional<std::string> json;
    if (each.state.state != ReviewState::rejected && each.state.state != ReviewState::open) {
      json =
          as_claim(each.state.json ? *each.state.json : each.told.line, best->claim.id, best->claim.report);
    }
    done = NewRow(*add_state, "claim_states")
               .integer(++*next)
               .integer(best->n)
               .integer(each.review)
               .text(name_of(each.state.state))
               .text(json)
               .integer(now)
               .insert();
    if (!done) return done;
    fresh.erase(best);
  }
  return {};
}

}  // namespace sitrep
