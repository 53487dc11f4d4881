#include "ledger/rows.h"

#include <fmt/format.h>

#include <string_view>

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

void Rows::reset() {
  for (Statement& statement : statements_) statement.reset();
}

}  // namespace sitrep
