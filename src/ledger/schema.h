// The tables of a ledger file. docs/ledger-format.md tells what each column means.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "ledger/sqlite.h"

namespace sitrep::ledger_schema {

inline constexpr std::int64_t application_id = 0x53697452;  // "SitR", in the header of the file
inline constexpr std::int64_t version = 3;                  // PRAGMA user_version

// Of a row of claim_states: whether it is what the claim stands at now.
inline constexpr std::string_view is_latest_state =
    "claim_states.n = (SELECT max(n) FROM claim_states AS later WHERE later.claim = claim_states.claim)";

// Every table of a version; each has `n` (or what its primary key is) first and `checksum` last.
std::span<const std::string_view> tables(std::int64_t of_version = version);

// Whether the rows of a table are numbered from 1 without a gap (all but those that
// another table numbers).
bool is_numbered(std::string_view table);

// All statements that bring a ledger of version `from` to version `to`; 0 is an empty file.
std::string sql_from(std::int64_t from, std::int64_t to);

// Whether the file's schema is, statement by statement, the one made by `sql_from(0, of_version)`: nothing in
// it was changed by damage, and no trigger or view was put in by others.
Done check(const Database& database, std::int64_t of_version = version);

}  // namespace sitrep::ledger_schema

namespace sitrep {

// The first 8 bytes of the SHA-256, big-endian.
std::int64_t short_hash(std::string_view bytes);

// Sums up a row, value by value in the order of the columns, so that a byte flipped on the disk is
// found. Values are tagged and told with their length: no two rows give the same stream of bytes.
class RowSum {
 public:
  explicit RowSum(std::string_view table) { text(table); }

  RowSum& integer(std::int64_t value);
  RowSum& text(std::string_view value);
  RowSum& blob(std::string_view value);
  RowSum& null();

  [[nodiscard]] std::int64_t value() const { return short_hash(bytes_); }

 private:
  void sized(char tag, std::string_view value);
  std::string bytes_;
};

// The sum of the present row, all columns of `table` but the last.
std::int64_t sum_of(const Statement& row, std::string_view table);

// Whether the present row, all columns of `table`, has the sum in its last column that the others give.
bool sum_holds(const Statement& row, std::string_view table);

// Binds the values of a row that is to be inserted and sums them up on the way; `insert` binds the
// sum as the last one.
class NewRow {
 public:
  NewRow(Statement& statement, std::string_view table) : statement_(statement), sum_(table) {}

  NewRow& integer(std::int64_t value);
  NewRow& text(std::string_view value);
  NewRow& blob(std::string_view value);
  NewRow& null();
  template <class T>
  NewRow& integer(const std::optional<T>& value) {
    return value ? integer(*value) : null();
  }
  template <class T>
  NewRow& text(const std::optional<T>& value) {
    return value ? text(*value) : null();
  }
  Done insert();

 private:
  Statement& statement_;
  RowSum sum_;
};

}  // namespace sitrep
