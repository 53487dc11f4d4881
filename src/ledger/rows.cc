#include "ledger/rows.h"

#include <fmt/format.h>

#include <limits>
#include <string_view>
#include <utility>

#include "ledger/columns.h"
#include "ledger/schema.h"

namespace sitrep {

namespace {

struct TableKey {
  std::string_view name, key;
};
constexpr std::array<TableKey, Rows::table_count> keys = {{{"reports", "n"},
                                                           {"bytes", "report"},
                                                           {"documents", "n"},
                                                           {"texts", "document"},
                                                           {"readings", "n"},
                                                           {"readers", "n"},
                                                           {"names", "n"},
                                                           {"claims", "n"},
                                                           {"claim_texts", "claim"},
                                                           {"others", "n"}}};

}  // namespace

Result<Rows> Rows::make(const Database& database) {
  Rows rows(database);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    auto statement =
        database.prepare(fmt::format("SELECT * FROM {} WHERE {} = ?", keys[i].name, keys[i].key));
    if (!statement) return fail(statement);
    rows.statements_[i] = std::move(*statement);
  }
  auto version = database.ask("PRAGMA user_version");
  if (!version) return fail(version);
  if (*version >= 3) {
    auto statement = database.prepare(
        "SELECT * FROM claim_states WHERE claim = ? AND learned_us <= ? ORDER BY n DESC LIMIT 1");
    if (!statement) return fail(statement);
    rows.states_ = std::move(*statement);
  }
  return rows;
}

Result<const Statement*> Rows::get(Table table, std::int64_t n) {
  Statement& statement = statements_[table];
  statement.reset();
  auto row = statement.bind(n).step();
  if (!row) return fail(row);
  if (*row && sum_holds(statement, keys[table].name)) return &statement;
  return fail(ErrorCode::damaged_ledger,
              fmt::format("table {}, row {}: {}", keys[table].name, n,
                          *row ? "its checksum does not hold" : "it is missing"),
              database_->path(), "`sitrep verify` says what is wrong; go back to a copy of the file");
}

Result<const Statement*> Rows::reading(std::int64_t n) {
  auto row = get(readings, n);
  if (!row) return row;
  const Statement& reading = **row;
  if (is_range(reading.integer(6), reading.integer(7)) && is_range(reading.integer(8), reading.integer(9)) &&
      is_clock_time(reading.integer(10))) {
    return row;
  }
  return fail(ErrorCode::damaged_ledger, fmt::format("table readings, row {}: its numbers make no sense", n),
              database_->path(), "`sitrep verify` says what is wrong; go back to a copy of the file");
}

Result<std::optional<ClaimState>> Rows::state(std::int64_t claim,
                                              std::optional<std::int64_t> known_as_of_us) {
  std::optional<ClaimState> found;
  if (!states_) return found;
  states_->reset();
  states_->bind(claim).bind(known_as_of_us.value_or(std::numeric_limits<std::int64_t>::max()));
  auto row = states_->step();
  if (!row) return fail(row);
  if (!*row) return found;
  auto state = parse_enum<ReviewState>(states_->text(3));
  if (!state || !sum_holds(*states_, "claim_states")) {
    return fail(ErrorCode::damaged_ledger,
                fmt::format("table claim_states, row {}: its checksum does not hold", states_->integer(0)),
                database_->path(), "`sitrep verify` says what is wrong; go back to a copy of the file");
  }
  found = ClaimState{*state, states_->optional_text(4)};
  states_->reset();
  return found;
}

Result<std::optional<std::string>> Rows::claim_line(std::int64_t claim,
                                                    std::optional<std::int64_t> known_as_of_us) {
  auto decided = state(claim, known_as_of_us);
  if (!decided) return fail(decided);
  if (*decided && (*decided)->state == ReviewState::rejected) return std::optional<std::string>();
  if (*decided && (*decided)->state != ReviewState::open && (*decided)->json)
    return std::move((*decided)->json);
  auto row = get(claim_texts, claim);
  if (!row) return fail(row);
  return std::optional(std::string((*row)->text(2)));
}

void Rows::reset() {
  if (states_) states_->reset();
  for (Statement& statement : statements_) statement.reset();
}

}  // namespace sitrep
