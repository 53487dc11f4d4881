// Rows: single rows by their number, each held against its checksum before it is believed.
#pragma once

#include <array>
#include <cstdint>

#include "base/result.h"
#include "ledger/sqlite.h"

namespace sitrep {

class Rows {
 public:
  enum Table {
    reports,
    bytes,
    documents,
    texts,
    readings,
    readers,
    names,
    claims,
    claim_texts,
    others,
    table_count
  };

  // `database` must outlive this.
  static Result<Rows> make(const Database& database);

  // All columns of the row, as docs/ledger-format.md lists them. It lives until the next call for
  // the same table. damaged_ledger where the row is missing or its checksum does not hold.
  Result<const Statement*> get(Table table, std::int64_t n);

  // The reading `n`, of which besides that the numbers of its claims and other findings, and the time
  // it was learned, make sense.
  Result<const Statement*> reading(std::int64_t n);

  // Ends all reads.
  void reset();

 private:
  explicit Rows(const Database& database) : database_(&database) {}
  const Database* database_;
  std::array<Statement, table_count> statements_;
};

}  // namespace sitrep
