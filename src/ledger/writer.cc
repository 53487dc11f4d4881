#include "ledger/writer.h"

#include <fmt/format.h>

#include <cassert>
#include <limits>

#include "base/clock.h"
#include "ledger/columns.h"
#include "ledger/impl.h"
#include "ledger/schema.h"
#include "ledger/words.h"

namespace sitrep {

namespace {

// A few MB; a ledger may hold more names than that, and finds the others in its index.
constexpr std::size_t cached_names_max = 50'000;

}  // namespace

const char* Writer::sql_of(Verb verb) {
  switch (verb) {
    case find_name:
      return "SELECT n FROM names WHERE kind = ? AND folded = ? AND name = ?";
    case add_name:
      return "INSERT INTO names VALUES(?, ?, ?, ?, ?)";
    case find_reader:
      return "SELECT n FROM readers WHERE program = ? AND model IS ? AND codebook IS ? AND gazetteer IS ?";
    case add_reader:
      return "INSERT INTO readers VALUES(?, ?, ?, ?, ?, ?)";
    case find_report:
      return "SELECT n FROM reports WHERE id = ?";
    case find_erased:
      return "SELECT report FROM erased WHERE report = ?";
    case find_id:
      return "SELECT id FROM reports WHERE n = ?";
    case add_report:
      return "INSERT INTO reports VALUES(?, ?, ?, ?, ?)";
    case add_bytes:
      return "INSERT INTO bytes VALUES(?, ?, ?, ?)";
    case find_uri:
      return "SELECT documents.report, texts.text_sha256 FROM documents JOIN texts ON document = n "
             "WHERE uri_key = ? AND uri = ? ORDER BY n DESC LIMIT 1";
    case add_document:
      return "INSERT INTO documents VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    case find_text:
      return "SELECT size, data, map_size, map FROM texts WHERE document = ?";
    case add_text:
      return "INSERT INTO texts VALUES(?, ?, ?, ?, ?, ?, ?)";
    case find_reading_by:
      return "SELECT n FROM readings WHERE report = ? AND reader = ?";
    case find_latest_reading:
      return "SELECT n, document FROM readings WHERE report = ? ORDER BY n DESC LIMIT 1";
    case add_reading:
      return "INSERT INTO readings VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    case find_superseded:
      return "SELECT by FROM superseded WHERE reading = ?";
    case add_superseded:
      return "INSERT INTO superseded VALUES(?, ?, ?)";
    case add_claim:
      return "INSERT INTO claims VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    case add_claim_text:
      return "INSERT INTO claim_texts VALUES(?, ?, ?, ?)";
    case add_claim_actor:
      return "INSERT INTO claim_actors VALUES(?, ?, ?)";
    case add_other:
      return "INSERT INTO others VALUES(?, ?, ?, ?, ?)";
    case add_report_words:
      return insert_report_words;
    case add_claim_words:
      return insert_claim_words;
    case add_reading_happenings:
      return "INSERT INTO reading_happenings VALUES(?, ?, ?, ?)";
    case add_happening:
      return "INSERT INTO happenings VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    case add_happening_key:
      return "INSERT INTO happening_keys VALUES(?, ?, ?, ?)";
    case verb_count:
      break;
  }
  assert(false);
  return "";
}

Result<Writer> Writer::make(const Database& database) {
  Writer writer(database);
  for (std::size_t i = 0; i < writer.statements_.size(); ++i) {
    auto statement = database.prepare(sql_of(static_cast<Verb>(i)));
    if (!statement) return fail(statement);
    writer.statements_[i] = std::move(*statement);
  }
  return writer;
}

Result<std::vector<AddOutcome>> Writer::add(std::span<const Entry> entries) {
  if (auto begun = database_->execute("BEGIN IMMEDIATE"); !begun) return fail(begun);
  auto added = [&]() -> Result<std::vector<AddOutcome>> {
    if (auto done = check_ends(); !done) return fail(done);
    if (auto done = read_next(); !done) return fail(done);
    std::vector<AddOutcome> outcomes;
    outcomes.reserve(entries.size());
    std::int64_t now = now_us();
    for (const Entry& entry : entries) {
      auto outcome = add_entry(entry, now);
      if (!outcome) return fail(outcome);
      outcomes.push_back(std::move(*outcome));
    }
    if (auto done = database_->execute("COMMIT"); !done) return fail(done);
    return outcomes;
  }();
  if (!added) {
    // A full disk ends the transaction by itself.
    if (database_->in_transaction()) (void)database_->execute("ROLLBACK");
    names_.clear();
    readers_.clear();
  }
  return added;
}

// SQLite trusts the pages that it puts rows into: where one is damaged, moving its rows together can
// cost more of them. So the last rows of each table, at least a page of them, are held against their
// checksums before the first is added. 2 ms.
Done Writer::check_ends() {
  if (ends_checked_) return {};
  for (std::string_view table : ledger_schema::tables()) {
    bool long_rows = table == "bytes" || table == "texts" || table == "claim_texts" || table == "others" ||
                     table == "happenings";
    auto rows = database_->prepare(
        fmt::format("SELECT * FROM {} ORDER BY 1 DESC LIMIT {}", table, long_rows ? 40 : 400));
    if (!rows) return fail(rows);
    std::optional<std::int64_t> after;
    for (;;) {
      auto row = rows->step();
      if (!row) return fail(row);
      if (!*row) break;
      std::int64_t n = rows->integer(0);
      bool follows = !after || !ledger_schema::is_numbered(table) || n == *after - 1;
      if (!follows || !sum_holds(*rows, table)) {
        return fail(ErrorCode::damaged_ledger,
                    fmt::format("table {}, row {}: {}", table, n,
                                follows ? "its checksum does not hold" : "the rows after it are missing"),
                    database_->path(), "`sitrep verify` says what is wrong; go back to a copy of the file");
      }
      after = n;
    }
  }
  ends_checked_ = true;
  return {};
}

Done Writer::read_next() {
  auto next = [&](const char* sql, std::int64_t& n) -> Done {
    auto last = database_->ask(sql);
    if (!last) return fail(last);
    if (*last < 0 || *last >= std::numeric_limits<std::int64_t>::max() / 2) {
      return fail(ErrorCode::damaged_ledger, "its rows are numbered past any count", database_->path(),
                  "`sitrep verify` says what is wrong; go back to a copy of the file");
    }
    n = *last + 1;
    return {};
  };
  auto done = next("SELECT max(n) FROM names", next_.name);
  if (done) done = next("SELECT max(n) FROM readers", next_.reader);
  if (done) done = next("SELECT max(n) FROM reports", next_.report);
  if (done) done = next("SELECT max(n) FROM documents", next_.document);
  if (done) done = next("SELECT max(n) FROM readings", next_.reading);
  if (done) done = next("SELECT max(n) FROM claims", next_.claim);
  if (done) done = next("SELECT max(n) FROM others", next_.other);
  if (done) done = next("SELECT max(n) FROM happenings", next_.happening);
  return done;
}

Result<AddOutcome> Writer::add_entry(const Entry& entry, std::int64_t now) {
  auto reader = reader_of(entry.reading);
  if (!reader) return fail(reader);
  auto report = statement(find_report).bind_blob(hash_of(entry.report_id)).one_integer();
  if (!report) return fail(report);
  if (!*report) return add_new_report(entry, *reader, now);
  auto erased = statement(find_erased).bind(**report).one_integer();
  if (!erased) return fail(erased);
  if (*erased) return AddOutcome{AddOutcome::What::erased, entry.report_id, {}};
  auto known = statement(find_reading_by).bind(**report).bind(*reader).one_integer();
  if (!known) return fail(known);
  if (*known) return AddOutcome{AddOutcome::What::already_there, entry.report_id, {}};
  return add_rereading(entry, **report, *reader, now);
}

Result<AddOutcome> Writer::add_new_report(const Entry& entry, std::int64_t reader, std::int64_t now) {
  // What stands under the same address: other text makes this a version of it, the same text in other
  // bytes (a page fetched again, its advertisements changed) a copy, which is kept but counted once.
  std::optional<std::int64_t> before;
  bool same_text = false;
  if (entry.uri) {
    Statement& find = statement(find_uri).bind(uri_key(*entry.uri)).bind(*entry.uri);
    auto row = find.step();
    if (!row) return fail(row);
    if (*row) {
      before = find.integer(0);
      same_text = find.blob(1) == bytes_of_hex(entry.text_sha256);
      find.reset();
    }
  }
  bool is_version = before && !same_text;
  Target target;
  target.report = next_.report++;
  auto done = NewRow(statement(add_report), "reports")
                  .integer(target.report)
                  .blob(hash_of(entry.report_id))
                  .integer(is_version ? before : std::nullopt)
                  .integer(now)
                  .insert();
  if (!done) return fail(done);
  done = NewRow(statement(add_bytes), "bytes")
             .integer(target.report)
             .integer(static_cast<std::int64_t>(entry.received_bytes))
             .blob(entry.received_zstd)
             .insert();
  if (!done) return fail(done);
  auto document = put_document(entry, target.report, now);
  if (!document) return fail(document);
  target.document = *document;
  auto reading = put_reading(entry, target, reader, now);
  if (!reading) return fail(reading);
  AddOutcome outcome{AddOutcome::What::added, entry.report_id, {}};
  if (!before) return outcome;
  if (same_text) {
    auto latest = statement(find_latest_reading).bind(*before).one_integer();
    if (!latest) return fail(latest);
    if (*latest) done = supersede(**latest, *reading);
    if (*latest && done) done = carry_reviews(**latest, *reading, now);
    if (!done) return fail(done);
    return outcome;
  }
  outcome.what = AddOutcome::What::new_version;
  auto& find = statement(find_id).bind(*before);
  auto row = find.step();
  if (!row) return fail(row);
  if (*row) outcome.revises = id_of(find.blob(0));
  find.reset();
  return outcome;
}

// The reading before is superseded, unless what it says is counted at a copy: then so is this one.
Result<AddOutcome> Writer::add_rereading(const Entry& entry, std::int64_t report, std::int64_t reader,
                                         std::int64_t now) {
  Statement& find = statement(find_latest_reading).bind(report);
  auto row = find.step();
  if (!row) return fail(row);
  std::optional<std::int64_t> latest;
  Target target;
  target.report = report;
  if (*row) {
    latest = find.integer(0);
    target.document = find.integer(1);
    find.reset();
  }
  bool same = false;
  if (latest) {
    Statement& text = statement(find_text).bind(target.document);
    row = text.step();
    if (!row) return fail(row);
    if (*row) {
      same = text.integer(0) == static_cast<std::int64_t>(entry.report_bytes) &&
             text.blob(1) == entry.report_zstd &&
             text.integer(2) == static_cast<std::int64_t>(entry.map_bytes) && text.blob(3) == entry.map_zstd;
      text.reset();
    }
  }
  if (!same) {
    auto document = put_document(entry, report, now);
    if (!document) return fail(document);
    target.document = *document;
  }
  auto reading = put_reading(entry, target, reader, now);
  if (!reading) return fail(reading);
  if (latest) {
    auto by = statement(find_superseded).bind(*latest).one_integer();
    if (!by) return fail(by);
    auto done = *by ? supersede(*reading, **by) : supersede(*latest, *reading);
    if (done) done = carry_reviews(*latest, *reading, now);
    if (!done) return fail(done);
  }
  return AddOutcome{AddOutcome::What::new_reading, entry.report_id, {}};
}

Result<std::int64_t> Writer::put_document(const Entry& entry, std::int64_t report, std::int64_t now) {
  std::int64_t n = next_.document++;
  std::optional<std::int64_t> key;
  if (entry.uri) key = uri_key(*entry.uri);
  std::optional<std::string> published;
  if (entry.published) published = entry.published->iso();
  auto done = NewRow(statement(add_document), "documents")
                  .integer(n)
                  .integer(report)
                  .text(entry.uri)
                  .integer(key)
                  .text(entry.outlet)
                  .text(entry.headline)
                  .text(entry.language)
                  .text(published)
                  .integer(now)
                  .insert();
  if (!done) return fail(done);
  done = NewRow(statement(add_text), "texts")
             .integer(n)
             .blob(bytes_of_hex(entry.text_sha256))
             .integer(static_cast<std::int64_t>(entry.report_bytes))
             .blob(entry.report_zstd)
             .integer(static_cast<std::int64_t>(entry.map_bytes))
             .blob(entry.map_zstd)
             .insert();
  if (!done) return fail(done);
  done = statement(add_report_words).bind(n).bind(entry.headline.value_or("")).bind(entry.text).run();
  if (!done) return fail(done);
  return n;
}

Result<std::int64_t> Writer::put_reading(const Entry& entry, Target target, std::int64_t reader,
                                         std::int64_t now) {
  target.reading = next_.reading++;
  auto outlet = name("outlet", entry.outlet);
  if (!outlet) return fail(outlet);
  target.outlet = *outlet;
  std::optional<std::int64_t> published_day;
  if (entry.published) published_day = entry.published->date.days();
  auto done = NewRow(statement(add_reading), "readings")
                  .integer(target.reading)
                  .integer(target.report)
                  .integer(target.document)
                  .integer(reader)
                  .integer(published_day)
                  .integer(target.outlet)
                  .integer(next_.claim)
                  .integer(static_cast<std::int64_t>(entry.claims.size()))
                  .integer(next_.other)
                  .integer(static_cast<std::int64_t>(entry.others.size()))
                  .integer(now)
                  .insert();
  if (!done) return fail(done);
  for (const Entry::ClaimRow& claim : entry.claims) {
    if (done = put_claim(entry, claim, target, now); !done) return fail(done);
  }
  for (const std::string& json : entry.others) {
    done = NewRow(statement(add_other), "others")
               .integer(next_.other++)
               .integer(target.reading)
               .text(json)
               .integer(now)
               .insert();
    if (!done) return fail(done);
  }
  if (entry.happenings) {
    done = put_happenings(*entry.happenings, target.reading, published_day, now);
    if (!done) return fail(done);
  }
  return target.reading;
}

Done Writer::put_claim(const Entry& entry, const Entry::ClaimRow& claim, const Target& target,
                       std::int64_t now) {
  std::int64_t n = next_.claim++;
  auto type = name("event_type", claim.event_type);
  if (!type) return fail(type);
  auto place = name("place", claim.place);
  if (!place) return fail(place);
  auto source = name("source", claim.source_name);
  if (!source) return fail(source);
  std::optional<std::int64_t> first;
  std::optional<std::int64_t> last;
  if (auto minutes = minutes_of(claim, entry.published)) {
    first = minutes->first;
    last = minutes->last;
  }
  std::optional<std::int64_t> said_day;
  if (claim.said) said_day = claim.said->days();
  std::optional<std::int64_t> published_day;
  if (entry.published) published_day = entry.published->date.days();
  auto done = NewRow(statement(add_claim), "claims")
                  .integer(n)
                  .integer(target.reading)
                  .integer(*type)
                  .integer(first)
                  .integer(last)
                  .integer(said_day)
                  .integer(published_day)
                  .integer(target.outlet)
                  .integer(*place)
                  .text(claim.country)
                  .integer(*source)
                  .integer(now)
                  .insert();
  if (!done) return done;
  done = NewRow(statement(add_claim_text), "claim_texts").integer(n).text(claim.id).text(claim.json).insert();
  if (!done) return done;
  done = statement(add_claim_words).bind(n).bind(claim.words).run();
  if (!done) return done;
  for (const std::string& each : claim.actors) {
    auto actor = name("actor", each);
    if (!actor) return fail(actor);
    done = NewRow(statement(add_claim_actor), "claim_actors").integer(n).integer(*actor).insert();
    if (!done) return done;
  }
  return {};
}

Done Writer::supersede(std::int64_t reading, std::int64_t by) {
  return NewRow(statement(add_superseded), "superseded").integer(reading).integer(by).insert();
}

Result<std::int64_t> Writer::reader_of(const Reading& reading) {
  std::string key = reading.program;
  for (const auto* part : {&reading.model, &reading.codebook, &reading.gazetteer}) {
    key += *part ? '\1' + **part : std::string(1, '\0');
  }
  if (auto cached = readers_.find(key); cached != readers_.end()) return cached->second;
  auto found = statement(find_reader)
                   .bind(reading.program)
                   .bind(reading.model)
                   .bind(reading.codebook)
                   .bind(reading.gazetteer)
                   .one_integer();
  if (!found) return fail(found);
  std::int64_t n = 0;
  if (*found) {
    n = **found;
  } else {
    n = next_.reader++;
    auto done = NewRow(statement(add_reader), "readers")
                    .integer(n)
                    .text(reading.program)
                    .text(reading.model)
                    .text(reading.codebook)
                    .text(reading.gazetteer)
                    .insert();
    if (!done) return fail(done);
  }
  return readers_.emplace(std::move(key), n).first->second;
}

Result<std::int64_t> Writer::name(std::string_view kind, const std::string& name) {
  std::string key(kind);
  key += '\0';
  key += name;
  if (auto cached = names_.find(key); cached != names_.end()) return cached->second;
  std::string fold = folded(name);
  auto found = statement(find_name).bind(kind).bind(fold).bind(name).one_integer();
  if (!found) return fail(found);
  std::int64_t n = 0;
  if (*found) {
    n = **found;
  } else {
    n = next_.name++;
    auto done = NewRow(statement(add_name), "names").integer(n).text(kind).text(name).text(fold).insert();
    if (!done) return fail(done);
  }
  if (names_.size() >= cached_names_max) names_.clear();
  names_.emplace(std::move(key), n);
  return n;
}

Result<std::optional<std::int64_t>> Writer::name(std::string_view kind,
                                                 const std::optional<std::string>& each) {
  if (!each) return std::optional<std::int64_t>();
  auto n = name(kind, *each);
  if (!n) return fail(n);
  return std::optional<std::int64_t>(*n);
}

Result<std::vector<AddOutcome>> Ledger::add(std::span<const Entry> entries) {
  assert(impl_->writer);  // opened with Mode::write
  return impl_->writer->add(entries);
}

}  // namespace sitrep
