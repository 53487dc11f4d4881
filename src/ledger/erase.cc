#include "ledger/erase.h"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <set>

#include "base/clock.h"
#include "ledger/columns.h"
#include "ledger/impl.h"
#include "ledger/schema.h"
#include "ledger/words.h"

namespace sitrep {
namespace {

class Eraser {
 public:
  explicit Eraser(const Database& database) : database_(database) {}

  // All in the transaction that is under way.
  Done erase(std::int64_t report, const std::string& hash, const std::string& reason, Erased& erased) {
    report_ = report;
    Done done = lift_triggers();
    if (done) done = forget_words(erased);
    if (done) done = gather_names();
    if (done) done = blank();
    if (done) done = blank_names();
    if (done)
      done = database_.execute(
          "INSERT INTO report_words(report_words) VALUES('optimize');"
          "INSERT INTO claim_words(claim_words) VALUES('optimize')");
    if (!done) return done;
    auto stone = database_.prepare("INSERT INTO erased VALUES(?, ?, ?, ?, ?, ?)");
    if (!stone) return fail(stone);
    done = NewRow(*stone, "erased")
               .integer(report)
               .text("report")
               .text(reason)
               .blob(hash)
               .integer(now_us())
               .insert();
    if (!done) return done;
    for (const std::string& trigger : triggers_) {
      if (done = database_.execute(trigger.c_str()); !done) return done;
    }
    return {};
  }

 private:
  // A ledger's rows are never changed: but for here.
  Done lift_triggers() {
    auto find = database_.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'");
    if (!find) return fail(find);
    std::vector<std::string> names;
    for (;;) {
      auto row = find->step();
      if (!row) return fail(row);
      if (!*row) break;
      names.emplace_back(find->text(0));
      triggers_.emplace_back(find->text(1));
    }
    for (const std::string& name : names) {
      if (auto done = database_.execute(fmt::format("DROP TRIGGER \"{}\"", name).c_str()); !done) return done;
    }
    return {};
  }

  [[nodiscard]] std::string readings() const {
    return fmt::format("(SELECT n FROM readings WHERE report = {})", report_);
  }
  [[nodiscard]] std::string claims() const {
    return fmt::format("(SELECT n FROM claims WHERE reading IN {})", readings());
  }
  [[nodiscard]] std::string documents() const {
    return fmt::format("(SELECT n FROM documents WHERE report = {})", report_);
  }

  // The index keeps no text: to take words out it has to be told them.
  Done forget_words(Erased& erased) {
    auto texts = database_.prepare("SELECT document, size, data FROM texts WHERE document IN " + documents());
    auto words = StoredWords::of(database_);
    auto of_report = database_.prepare(
        "INSERT INTO report_words(report_words, rowid, headline, text) VALUES('delete', ?, ?, ?)");
    auto of_claim =
        database_.prepare("INSERT INTO claim_words(claim_words, rowid, words) VALUES('delete', ?, ?)");
    if (!texts || !words || !of_report || !of_claim) return fail(database_.error());
    for (;;) {
      auto row = texts->step();
      if (!row) return fail(row);
      if (!*row) return {};
      auto report = words->report(texts->integer(1), texts->blob(2));
      if (!report) return fail(report);
      auto done = of_report->bind(texts->integer(0))
                      .bind((*report)->publication.headline.value_or(""))
                      .bind((*report)->text)
                      .run();
      if (!done) return done;
      done = words->each_claim(texts->integer(0), [&](std::int64_t claim, const std::string& told) {
        ++erased.claims;
        return of_claim->bind(claim).bind(told).run();
      });
      if (!done) return done;
    }
  }

  Done gather_names() {
    auto find = database_.prepare(
        fmt::format("SELECT outlet FROM readings WHERE report = {0} UNION SELECT place FROM claims WHERE n "
                    "IN {1} UNION SELECT source "
                    "FROM claims WHERE n IN {1} UNION SELECT actor FROM claim_actors WHERE claim IN {1}",
                    report_, claims()));
    if (!find) return fail(find);
    for (;;) {
      auto row = find->step();
      if (!row) return fail(row);
      if (!*row) return {};
      if (!find->is_null(0)) names_.insert(find->integer(0));
    }
  }

  Done blank() {
    const std::string of_report = fmt::format("report = {}", report_);
    struct Change {
      std::string table, key, set, where;
    };
    const std::string happenings = fmt::format("(SELECT n FROM happenings WHERE reading IN {})", readings());
    const std::string reviews = fmt::format("claim IN {}", claims());
    // Reviews keep who and when: with another text than they were named for.
    const std::string stub =
        "json = '{\"type\":\"review\",\"data\":{\"id\":\"' || id || '\",\"reviewer\":' || "
        "json_quote(reviewer) || "
        "',\"made_at\":\"1970-01-01T00:00:00Z\",\"decision\":\"note\",\"reason\":\"erased\"}}'";
    const Change changes[] = {
        {"bytes", "report", "size = 0, data = x''", of_report},
        {"documents", "n",
         "uri = NULL, uri_key = NULL, outlet = NULL, headline = NULL, language = NULL, published = NULL",
         of_report},
        {"texts", "document", "text_sha256 = x'', size = 0, data = x'', map_size = 0, map = x''",
         "document IN " + documents()},
        {"claim_states", "n", "state = 'open', json = NULL", reviews},
        {"reviews", "n", stub, reviews},
        {"claim_texts", "claim", "id = '', json = ''", "claim IN " + claims()},
        {"others", "n", "json = ''", "reading IN " + readings()},
        {"happenings", "n",
         "first_day = NULL, last_day = NULL, published_day = NULL, country = NULL, data = x''",
         "reading IN " + readings()},
        {"links", "n", "score_ppm = 0", fmt::format("a IN {0} OR b IN {0}", happenings)},
        {"claims", "n",
         "first_minute = NULL, last_minute = NULL, said_day = NULL, published_day = NULL, outlet = NULL, "
         "place = NULL, "
         "country = NULL, source = NULL",
         "reading IN " + readings()},
        {"readings", "n", "published_day = NULL, outlet = NULL", of_report},
    };
    auto done = database_.execute(fmt::format("DELETE FROM claim_actors WHERE claim IN {};"
                                              "DELETE FROM happening_keys WHERE happening IN {};",
                                              claims(), happenings)
                                      .c_str());
    if (!done) return done;
    for (const Change& change : changes) {
      auto rows = numbers(fmt::format("SELECT {} FROM {} WHERE {}", change.key, change.table, change.where));
      if (!rows) return fail(rows);
      for (std::int64_t n : *rows) {
        done = database_.execute(
            fmt::format("UPDATE {} SET {} WHERE {} = {}", change.table, change.set, change.key, n).c_str());
        if (done) done = sum_up(change.table, change.key, n);
        if (!done) return done;
      }
    }
    return supersede();
  }

  // What it said counts no more.
  Done supersede() {
    auto rows = numbers(fmt::format(
        "SELECT n FROM readings WHERE report = {} AND n NOT IN (SELECT reading FROM superseded)", report_));
    if (!rows) return fail(rows);
    auto add = database_.prepare("INSERT INTO superseded VALUES(?, ?, ?)");
    if (!add) return fail(add);
    for (std::int64_t n : *rows) {
      if (auto done = NewRow(*add, "superseded").integer(n).integer(n).insert(); !done) return done;
    }
    return {};
  }

  // Names that no other report has.
  Done blank_names() {
    for (std::int64_t n : names_) {
      auto used = database_.ask(fmt::format(
          "SELECT EXISTS (SELECT 1 FROM readings WHERE outlet = {0}) OR EXISTS (SELECT 1 FROM claims WHERE "
          "place = {0} OR "
          "source = {0} OR outlet = {0}) OR EXISTS (SELECT 1 FROM claim_actors WHERE actor = {0})",
          n));
      if (!used) return fail(used);
      if (*used != 0) continue;
      auto done = database_.execute(
          fmt::format("UPDATE names SET name = 'erased {0}', folded = 'erased {0}' WHERE n = {0}", n)
              .c_str());
      if (done) done = sum_up("names", "n", n);
      if (!done) return done;
    }
    return {};
  }

  Result<std::vector<std::int64_t>> numbers(const std::string& sql) {
    auto find = database_.prepare(sql);
    if (!find) return fail(find);
    std::vector<std::int64_t> found;
    for (;;) {
      auto row = find->step();
      if (!row) return fail(row);
      if (!*row) return found;
      found.push_back(find->integer(0));
    }
  }

  // The checksum of a row that was changed.
  Done sum_up(const std::string& table, const std::string& key, std::int64_t n) {
    auto find = database_.prepare(fmt::format("SELECT * FROM {} WHERE {} = {}", table, key, n));
    if (!find) return fail(find);
    auto row = find->step();
    if (!row) return fail(row);
    std::int64_t sum = sum_of(*find, table);
    find->reset();
    auto put = database_.prepare(fmt::format("UPDATE {} SET checksum = ? WHERE {} = {}", table, key, n));
    if (!put) return fail(put);
    return put->bind(sum).run();
  }

  const Database& database_;
  std::int64_t report_ = 0;
  std::vector<std::string> triggers_;
  std::set<std::int64_t> names_;
};

}  // namespace

Result<Erased> erase_report(Ledger& ledger, const std::string& id, const std::string& reason) {
  const Database& database = ledger.impl_->database;
  Erased erased;
  auto secure = database.execute("PRAGMA secure_delete = ON");
  if (!secure) return fail(secure);
  if (auto begun = database.execute("BEGIN IMMEDIATE"); !begun) return fail(begun);
  auto done = [&]() -> Done {
    auto find = database.prepare("SELECT n FROM reports WHERE id = ?");
    if (!find) return fail(find);
    std::string hash = is_id(id) ? hash_of(id) : "";
    auto report = find->bind_blob(hash).one_integer();
    if (!report) return fail(report);
    if (!*report)
      return fail(ErrorCode::not_found, fmt::format("no report {}", id), database.path(),
                  "sitrep list reports");
    auto known =
        database.ask(fmt::format("SELECT EXISTS (SELECT 1 FROM erased WHERE report = {})", **report));
    if (!known) return fail(known);
    erased.before = *known != 0;
    if (erased.before) return {};
    return Eraser(database).erase(**report, hash, reason, erased);
  }();
  ledger.impl_->rows->reset();
  if (done) done = database.execute("COMMIT");
  if (!done) {
    if (database.in_transaction()) (void)database.execute("ROLLBACK");
    return fail(done);
  }
  // The log and the free pages hold what was there before.
  // VACUUM attaches the file that it writes, which nothing else may.
  sqlite3_limit(database.handle(), SQLITE_LIMIT_ATTACHED, 1);
  done = database.execute("VACUUM");
  sqlite3_limit(database.handle(), SQLITE_LIMIT_ATTACHED, 0);
  if (!done) return fail(done);
  auto busy = database.ask("PRAGMA wal_checkpoint(TRUNCATE)");
  if (!busy) return fail(busy);
  erased.others_read = *busy != 0;
  auto backups = database.prepare("SELECT path FROM backups ORDER BY n");
  if (!backups) return fail(backups);
  for (;;) {
    auto row = backups->step();
    if (!row) return fail(row);
    if (!*row) return erased;
    erased.backups.emplace_back(backups->text(0));
  }
}

}  // namespace sitrep
