// The full-text index against what it was made from: it is made again, some hundred documents at a time, and
// every word at every place in the one is summed up against the other.
#include <fmt/format.h>

#include "base/fnv.h"
#include "ledger/verify.h"
#include "ledger/words.h"

namespace sitrep {
namespace {

constexpr int batch = 500;

// A sum over all (term, row, column, place): it does not depend on how the index is cut into segments.
Result<std::uint64_t> sum_of(const Database& database, const char* vocabulary) {
  auto rows = database.prepare(fmt::format("SELECT term, doc, col, \"offset\" FROM temp.{}", vocabulary));
  if (!rows) return fail(rows);
  std::uint64_t sum = 0;
  for (;;) {
    auto row = rows->step();
    if (!row) return fail(row);
    if (!*row) return sum;
    std::string at = fmt::format("\1{}\1{}\1{}", rows->integer(1), rows->text(2), rows->integer(3));
    sum += fnv1a(at, fnv1a(rows->text(0)));
  }
}

Done make_vocabulary(const Database& database, std::string_view table) {
  return database.execute(
      fmt::format("CREATE VIRTUAL TABLE IF NOT EXISTS temp.{0}_found USING fts5vocab(main, {0}, instance)",
                  table)
          .c_str());
}

// The tables that FTS5 keeps an index in, copied: its vocabulary cannot be asked for in a file that must not
// be written.
Done copy_index(const Database& from, const Database& to, std::string_view index) {
  for (const auto& [suffix, columns] : {std::pair{"data", 2}, {"idx", 3}}) {
    std::string table = fmt::format("{}_{}", index, suffix);
    if (auto done = to.execute(fmt::format("DELETE FROM {}", table).c_str()); !done) return done;
    auto rows = from.prepare(fmt::format("SELECT * FROM {}", table));
    auto add = to.prepare(fmt::format("INSERT INTO {} VALUES(?, ?{})", table, columns == 3 ? ", ?" : ""));
    if (!rows) return fail(rows);
    if (!add) return fail(add);
    for (;;) {
      auto row = rows->step();
      if (!row) return fail(row);
      if (!*row) break;
      for (int column = 0; column < columns; ++column) {
        if (rows->type(column) == SQLITE_INTEGER) {
          add->bind(rows->integer(column));
        } else if (rows->type(column) == SQLITE_TEXT) {
          add->bind(rows->text(column));
        } else {
          add->bind_blob(rows->blob(column));
        }
      }
      if (auto done = add->run(); !done) return done;
    }
  }
  return make_vocabulary(to, index);
}

}  // namespace

void Verifier::check_words() {
  const char* where = "the index of words";
  Database again;
  Done made = again.open_in_memory();
  if (made) made = again.execute(words_sql);
  Database kept;
  if (made) made = kept.open_in_memory();
  if (made) made = kept.execute(words_sql);
  for (const char* table : {"report_words", "claim_words"}) {
    if (made) made = make_vocabulary(again, table);
    if (made) made = copy_index(database_, kept, table);
  }
  if (!made) return found(made.error().message, where);
  std::uint64_t reports = 0;
  std::uint64_t claims = 0;
  auto words = StoredWords::of(database_);
  auto add_report = again.prepare(insert_report_words);
  auto add_claim = again.prepare(insert_claim_words);
  if (!words || !add_report || !add_claim) return found("it cannot be made again", where);
  auto take = [&] {
    auto of_reports = sum_of(again, "report_words_found");
    auto of_claims = sum_of(again, "claim_words_found");
    if (of_reports) reports += *of_reports;
    if (of_claims) claims += *of_claims;
    (void)again.execute(
        "INSERT INTO report_words(report_words) VALUES('delete-all');"
        "INSERT INTO claim_words(claim_words) VALUES('delete-all')");
  };
  int waiting = 0;
  auto each = [&](const Statement& row) {
    auto report = words->report(row.integer(1), row.blob(2));
    if (!report) return;  // named already
    std::int64_t document = row.integer(0);
    (void)add_report->bind(document)
        .bind((*report)->publication.headline.value_or(""))
        .bind((*report)->text)
        .run();
    auto done = words->each_claim(document, [&](std::int64_t claim, const std::string& told) {
      return add_claim->bind(claim).bind(told).run();
    });
    if (!done) return missing(done.error());
    if (++waiting % batch == 0) take();
  };
  each_row("texts",
           "SELECT documents.n, texts.size, texts.data FROM documents JOIN texts ON document = documents.n",
           each);
  take();
  for (auto [table, sum] : {std::pair{"report_words", reports}, std::pair{"claim_words", claims}}) {
    auto stored = sum_of(kept, fmt::format("{}_found", table).c_str());
    if (!stored) {
      found(fmt::format("cannot be read on: {}", stored.error().message), where);
      continue;
    }
    expect(*stored == sum, "it does not hold the words of what is stored", fmt::format("table {}", table));
  }
}

}  // namespace sitrep
