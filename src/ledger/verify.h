// Verifier: goes through a whole ledger and names what does not hold together.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/result.h"
#include "ledger/ledger.h"
#include "ledger/rows.h"
#include "ledger/sqlite.h"
#include "record/json.h"

namespace sitrep {

// A fault does not end the search: the rest is looked at all the same. Rows are first held against
// their checksums, then against what they were made from: bytes against the report's id, columns
// against the JSON, spans against the text. Memory does not grow with the ledger.
class Verifier {
 public:
  // To be used inside one Snapshot.
  Verifier(const Database& database, Rows& rows, const std::function<void(const Fault&)>& fault)
      : database_(database), rows_(rows), fault_(fault) {}

  // The number of faults.
  std::uint64_t verify();

 private:
  // A reading and what its claims are held against.
  struct InHand {
    std::int64_t reading = 0;
    std::optional<std::int64_t> outlet, published_day;
    std::int64_t learned_us = 0;
    Report report;
    RecordReader reader;            // knows the report's text
    std::set<std::string> claims;   // their ids
    std::set<std::string> pointed;  // ids that answers and silences point at
    std::string where;
  };

  void found(std::string what, std::string where);
  // For a row that a check needs and cannot have; it may have been named already.
  void missing(const Error& error);
  void expect(bool holds, const char* what, const std::string& where);
  template <class Look>
  void each_row(std::string_view table, std::string_view sql, Look look);

  void check_pages();
  void check_references();
  void check_rows(std::string_view table);
  void check_names();
  void check_bytes();
  void check_superseded();
  void check_events();
  void check_reviews();
  void check_words();
  void check_erased(std::int64_t reading, const std::string& where);
  void check_readings();
  std::int64_t last_number(std::string_view table);
  void check_reading(std::int64_t n);
  void check_document(std::int64_t n);
  void check_map(const Statement& text, const Report& report, std::int64_t report_n,
                 const std::string& where);
  void check_claim(std::int64_t n, InHand& in_hand);
  void check_claim_columns(const Statement& row, const Claim& claim, const InHand& in_hand,
                           const std::string& where);
  void check_actors(std::int64_t claim, const Entry::ClaimRow& columns, const std::string& where);
  void check_other(std::int64_t n, InHand& in_hand);
  std::optional<Report> read_report(std::int64_t document, RecordReader& reader, const std::string& where);
  // The name that a column of a row points at.
  std::optional<std::string> name_at(const Statement& row, int column, std::string_view kind);

  const Database& database_;
  Rows& rows_;
  const std::function<void(const Fault&)>& fault_;
  std::set<std::int64_t> erased_;  // reports
  std::uint64_t faults_ = 0;
  std::set<std::string> named_;  // the first of them
  std::int64_t last_document_ = 0;
  std::int64_t last_claim_ = 0;
  std::int64_t last_other_ = 0;
  std::int64_t next_document_ = 1;
  std::int64_t next_claim_ = 1;
  std::int64_t next_other_ = 1;
};

template <class Look>
void Verifier::each_row(std::string_view table, std::string_view sql, Look look) {
  auto statement = database_.prepare(sql);
  std::int64_t last = 0;
  for (;;) {
    Result<bool> row = statement ? statement->step() : Result<bool>(fail(statement));
    if (!row)
      return found(fmt::format("cannot be read on: {}", row.error().message),
                   fmt::format("table {}, row {}", table, last));
    if (!*row) return;
    last = statement->integer(0);
    look(*statement);
  }
}

}  // namespace sitrep
