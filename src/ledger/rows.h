// Rows: single rows by their number, each held against its checksum before it is believed.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "base/result.h"
#include "ledger/sqlite.h"
#include "record/words.h"

namespace sitrep {

// What people's decisions left of a claim.
struct ClaimState {
  ReviewState state = ReviewState::open;
  std::optional<std::string> json;  // the claim's line, where it is not as read
};

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

  // What a claim stands at by people's decisions, as of a time that the ledger learned them; nothing where
  // none was made. A ledger of before reviews has none.
  Result<std::optional<ClaimState>> state(std::int64_t claim,
                                          std::optional<std::int64_t> known_as_of_us = {});

  // The claim's line as it stands; nothing where it was rejected. damaged_ledger.
  Result<std::optional<std::string>> claim_line(std::int64_t claim,
                                                std::optional<std::int64_t> known_as_of_us = {});

  // Ends all reads.
  void reset();

 private:
  explicit Rows(const Database& database) : database_(&database) {}
  const Database* database_;
  std::array<Statement, table_count> statements_;
  std::optional<Statement> states_;
};

}  // namespace sitrep
