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
inline constexpr std::int64_t version = 1;                  // PRAGMA user_version

// Every table; each has `n` (or what its primary key is) first and `checksum` last.
std::span<const std::string_view> tables();

// All statements that make an empty ledger.
const std::string& sql();

// Whether the file's schema is, statement by statement, the one made by `sql()`: nothing in it was
// changed by damage, and no trigger or view was put in by others.
Done check(const Database& database);

}  // namespace sitrep::ledger_schema

namespace sitrep {

// Sums up a row, value by value in the order of the columns, so that a byte flipped on the disk is
// found. Values are tagged and told with their length: no two rows give the same stream of bytes.
class RowSum {
 public:
  explicit RowSum(std::string_view table) { text(table); }

  RowSum& integer(std::int64_t value);
  RowSum& text(std::string_view value);
  RowSum& blob(std::string_view value);
  RowSum& null();

  // The first 8 bytes of the SHA-256, big-endian.
  [[nodiscard]] std::int64_t value() const;

 private:
  void sized(char tag, std::string_view value);
  std::string bytes_;
};

// Binds the values of a row that is to be inserted and sums them up on the way; `insert` binds the
// sum as the last one.
class NewRow {
 public:
  NewRow(Statement& statement, std::string_view table) : statement_(statement), sum_(table) {}

  NewRow& integer(std::int64_t value);
  NewRow& text(std::string_view value);
  NewRow& blob(std::string_view value);
  NewRow& null();
  NewRow& integer(const std::optional<std::int64_t>& value) { return value ? integer(*value) : null(); }
  NewRow& text(const std::optional<std::string>& value) { return value ? text(*value) : null(); }
  Done insert();

 private:
  Statement& statement_;
  RowSum sum_;
};

}  // namespace sitrep
