// Writer: puts entries into the tables, a batch a transaction.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "ledger/ledger.h"
#include "ledger/sqlite.h"

namespace sitrep {

class Writer {
 public:
  // `database` must outlive the writer.
  static Result<Writer> make(const Database& database);

  // All or nothing; durable on return.
  Result<std::vector<AddOutcome>> add(std::span<const Entry> entries);

  // The happenings of a reading that was stored without them. All or nothing; durable on return.
  Done add_happenings(std::int64_t reading, const std::vector<Entry::HappeningRow>& happenings);

 private:
  enum Verb {
    find_name,
    add_name,
    find_reader,
    add_reader,
    find_report,
    find_erased,
    find_id,
    add_report,
    add_bytes,
    find_uri,
    add_document,
    find_text,
    add_text,
    find_reading_by,
    find_latest_reading,
    add_reading,
    find_superseded,
    add_superseded,
    add_claim,
    add_claim_text,
    add_claim_actor,
    add_other,
    add_report_words,
    add_claim_words,
    add_reading_happenings,
    add_happening,
    add_happening_key,
    verb_count
  };
  static const char* sql_of(Verb verb);

  // The numbers that the next rows get; read anew in each transaction, as others write too.
  struct Next {
    std::int64_t name, reader, report, document, reading, claim, other, happening;
  };

  // Where the entry in hand goes.
  struct Target {
    std::int64_t report = 0;
    std::int64_t document = 0;
    std::int64_t reading = 0;
    std::optional<std::int64_t> outlet;
  };

  explicit Writer(const Database& database) : database_(&database) {}
  Result<AddOutcome> add_entry(const Entry& entry, std::int64_t now);
  Result<AddOutcome> add_new_report(const Entry& entry, std::int64_t reader, std::int64_t now);
  Result<AddOutcome> add_rereading(const Entry& entry, std::int64_t report, std::int64_t reader,
                                   std::int64_t now);
  Result<std::int64_t> put_document(const Entry& entry, std::int64_t report, std::int64_t now);
  Result<std::int64_t> put_reading(const Entry& entry, Target target, std::int64_t reader, std::int64_t now);
  Done put_claim(const Entry& entry, const Entry::ClaimRow& claim, const Target& target, std::int64_t now);
  Done put_happenings(const std::vector<Entry::HappeningRow>& happenings, std::int64_t reading,
                      std::optional<std::int64_t> published_day, std::int64_t now);
  Done put_happening(const Entry::HappeningRow& happening, std::int64_t reading,
                     std::optional<std::int64_t> published_day, std::int64_t now);
  Done supersede(std::int64_t reading, std::int64_t by);
  Done carry_reviews(std::int64_t from, std::int64_t to, std::int64_t now);
  Result<std::int64_t> reader_of(const Reading& reading);
  Result<std::int64_t> name(std::string_view kind, const std::string& name);
  Result<std::optional<std::int64_t>> name(std::string_view kind, const std::optional<std::string>& name);
  Done check_ends();
  Done read_next();
  Statement& statement(Verb verb) { return statements_[verb]; }

  const Database* database_;
  std::array<Statement, verb_count> statements_;
  Next next_{};
  bool ends_checked_ = false;
  // Numbers of names and readers seen; forgotten when a transaction fails, as they may go with it.
  std::unordered_map<std::string, std::int64_t> names_;
  std::unordered_map<std::string, std::int64_t> readers_;
};

}  // namespace sitrep
