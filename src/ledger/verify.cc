#include "ledger/verify.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/limits.h"
#include "base/sha256.h"
#include "ledger/columns.h"
#include "ledger/impl.h"
#include "ledger/packed.h"
#include "ledger/schema.h"

namespace sitrep {

namespace {

// Faults remembered so that none is told twice. A file that has more is beyond such care.
constexpr std::size_t named_max = 10'000;

std::string row_name(std::string_view table, std::int64_t n) {
  return fmt::format("table {}, row {}", table, n);
}

}  // namespace

std::uint64_t Verifier::verify() {
  check_pages();
  check_references();
  auto version = database_.ask("PRAGMA user_version");
  if (!version) missing(version.error());
  std::int64_t of_version = version ? *version : ledger_schema::version;
  for (std::string_view table : ledger_schema::tables(of_version)) check_rows(table);
  if (of_version >= 3) {
    each_row("erased", "SELECT report FROM erased",
             [&](const Statement& row) { erased_.insert(row.integer(0)); });
  }
  check_names();
  check_bytes();
  check_superseded();
  check_readings();
  if (of_version >= 2) check_events();
  if (of_version >= 3) check_reviews();
  if (of_version >= 3) check_words();
  return faults_;
}

void Verifier::found(std::string what, std::string where) {
  ++faults_;
  if (named_.size() < named_max) named_.insert(where + ": " + what);
  fault_({std::move(what), std::move(where)});
}

void Verifier::missing(const Error& error) {
  if (named_.count(error.message) == 0) found(error.message, error.where);
}

void Verifier::expect(bool holds, const char* what, const std::string& where) {
  if (!holds) found(what, where);
}

// ------------------------------------------------------------------------------------ the file's own

void Verifier::check_pages() {
  auto statement = database_.prepare("PRAGMA integrity_check(100)");
  for (;;) {
    Result<bool> row = statement ? statement->step() : Result<bool>(fail(statement));
    if (!row) return found(row.error().message, "the file's pages");
    if (!*row) return;
    if (statement->text(0) != "ok") found(std::string(statement->text(0)), "the file's pages");
  }
}

void Verifier::check_references() {
  auto statement = database_.prepare("PRAGMA foreign_key_check");
  for (;;) {
    Result<bool> row = statement ? statement->step() : Result<bool>(fail(statement));
    if (!row) return found(row.error().message, "the references between tables");
    if (!*row) return;
    found(fmt::format("refers to a row of {} that is not there", statement->text(2)),
          row_name(statement->text(0), statement->integer(1)));
  }
}

void Verifier::check_rows(std::string_view table) {
  std::int64_t expected = 1;
  each_row(table, fmt::format("SELECT * FROM {} ORDER BY 1", table), [&](const Statement& row) {
    std::int64_t n = row.integer(0);
    if (!sum_holds(row, table)) found("its checksum does not hold", row_name(table, n));
    if (!ledger_schema::is_numbered(table)) return;
    if (n != expected) found(fmt::format("rows from {} on are missing", expected), row_name(table, n));
    expected = n + 1;
  });
}

// ------------------------------------------------------------------------------------- small tables

void Verifier::check_names() {
  each_row("names", "SELECT n, name, folded FROM names", [&](const Statement& row) {
    expect(folded(row.text(1)) == row.text(2), "the name and how it is looked up differ",
           row_name("names", row.integer(0)));
  });
}

void Verifier::check_bytes() {
  each_row("bytes",
           "SELECT reports.n, id, revises, size, data FROM reports LEFT JOIN bytes ON report = reports.n",
           [&](const Statement& row) {
             std::string where = id_of(row.blob(1));
             expect(row.integer(2) < row.integer(0), "it revises a later report", where);
             if (erased_.contains(row.integer(0))) {
               return expect(row.integer(3) == 0 && row.blob(4).empty(),
                             "it was erased, and its bytes are there", where);
             }
             if (row.is_null(3)) return found("the bytes received are not there", where);
             auto bytes = unpack(row.blob(4), row.integer(3), limits::report_bytes_max);
             if (!bytes) return found("the bytes received do not unpack", where);
             expect("sha256:" + sha256_hex(*bytes) == where, "the hash of the bytes received does not match",
                    where);
           });
}

void Verifier::check_superseded() {
  each_row("superseded",
           "SELECT reading, by, (SELECT report FROM readings WHERE n = reading) FROM superseded",
           [&](const Statement& row) {
             expect(row.integer(0) != row.integer(1) || erased_.contains(row.integer(2)),
                    "a reading supersedes itself", row_name("superseded", row.integer(0)));
           });
  each_row("readings",
           "SELECT n FROM readings WHERE n NOT IN (SELECT reading FROM superseded) AND EXISTS "
           "(SELECT 1 FROM readings AS later WHERE later.report = readings.report AND later.n > readings.n)",
           [&](const Statement& row) {
             found("it counts although the report was read again", row_name("readings", row.integer(0)));
           });
}

void Verifier::check_events() {
  each_row("reading_happenings",
           "SELECT reading, first_happening, happenings, (SELECT count(*) FROM happenings WHERE n BETWEEN "
           "first_happening AND first_happening + happenings - 1 AND reading = reading_happenings.reading) "
           "FROM reading_happenings",
           [&](const Statement& row) {
             expect(is_range(row.integer(1), row.integer(2)) && row.integer(2) == row.integer(3),
                    "the happenings it names are not its own",
                    row_name("reading_happenings", row.integer(0)));
           });
  each_row("links", "SELECT n, a, b, score_ppm FROM links", [&](const Statement& row) {
    constexpr std::int64_t one = 1'000'000;
    expect(row.integer(1) < row.integer(2) && row.integer(3) >= 0 && row.integer(3) <= one,
           "it links no two happenings", row_name("links", row.integer(0)));
  });
}

// ---------------------------------------------------------------------------- readings and documents

std::int64_t Verifier::last_number(std::string_view table) {
  auto last = database_.ask(fmt::format("SELECT max(n) FROM {}", table));
  if (!last) missing(last.error());
  return last ? *last : 0;
}

// Readings stand in the order learned, and so do their documents, claims and other findings: none can
// be lost or belong to another without a gap.
void Verifier::check_readings() {
  last_document_ = last_number("documents");
  last_claim_ = last_number("claims");
  last_other_ = last_number("others");
  each_row("readings", "SELECT n FROM readings ORDER BY n",
           [&](const Statement& row) { check_reading(row.integer(0)); });
  auto all_seen = [&](std::int64_t last, std::int64_t next, std::string_view table) {
    if (last >= next) found("it belongs to no reading", row_name(table, last));
  };
  all_seen(last_document_, next_document_, "documents");
  all_seen(last_claim_, next_claim_, "claims");
  all_seen(last_other_, next_other_, "others");
}

void Verifier::check_reading(std::int64_t n) {
  auto reading = rows_.reading(n);
  if (!reading) return missing(reading.error());
  std::int64_t report_n = (*reading)->integer(1);
  std::int64_t document_n = (*reading)->integer(2);
  std::int64_t first_claim = (*reading)->integer(6);
  std::int64_t claims = (*reading)->integer(7);
  std::int64_t first_other = (*reading)->integer(8);
  std::int64_t others = (*reading)->integer(9);
  InHand in_hand;
  in_hand.reading = n;
  in_hand.published_day = (*reading)->optional_integer(4);
  in_hand.outlet = (*reading)->optional_integer(5);
  in_hand.learned_us = (*reading)->integer(10);
  in_hand.where = row_name("readings", n);
  expect(first_claim == next_claim_ && first_other == next_other_, "its claims do not follow those before",
         in_hand.where);
  next_claim_ = std::min(first_claim + claims, last_claim_ + 1);
  next_other_ = std::min(first_other + others, last_other_ + 1);
  if (erased_.contains(report_n)) {
    next_document_ = std::max(next_document_, document_n + 1);
    return check_erased(n, in_hand.where);
  }
  expect(next_claim_ == first_claim + claims && next_other_ == first_other + others,
         "it names claims that are not there", in_hand.where);

  for (; next_document_ <= std::min(document_n, last_document_); ++next_document_) {
    check_document(next_document_);
  }
  auto document = rows_.get(Rows::documents, document_n);
  if (!document) return missing(document.error());
  expect((*document)->integer(1) == report_n, "its document is another report's", in_hand.where);
  auto outlet = name_at(**reading, 5, "outlet");
  auto report = read_report(document_n, in_hand.reader, in_hand.where);
  if (!report) return;
  in_hand.report = std::move(*report);
  in_hand.where = fmt::format("{}, reading r{}", in_hand.report.id, n);
  const Publication& publication = in_hand.report.publication;
  std::optional<std::int64_t> day;
  if (publication.published) day = publication.published->date.days();
  expect(outlet == publication.outlet && in_hand.published_day == day,
         "its outlet or day of publication is not the document's", in_hand.where);

  for (std::int64_t claim = first_claim; claim < next_claim_; ++claim) check_claim(claim, in_hand);
  for (std::int64_t other = first_other; other < next_other_; ++other) check_other(other, in_hand);
  expect(std::includes(in_hand.claims.begin(), in_hand.claims.end(), in_hand.pointed.begin(),
                       in_hand.pointed.end()),
         "an answer or a silence points at a claim that is not there", in_hand.where);
}

std::optional<Report> Verifier::read_report(std::int64_t document, RecordReader& reader,
                                            const std::string& where) {
  auto text = rows_.get(Rows::texts, document);
  if (!text) {
    missing(text.error());
    return std::nullopt;
  }
  auto json = unpack((*text)->blob(3), (*text)->integer(2), value_bytes_max);
  if (!json) {
    found("the report's JSON does not unpack", where);
    return std::nullopt;
  }
  auto record = reader.read(*json);
  if (!record || !std::holds_alternative<Report>(*record)) {
    found(record ? "the report's JSON is another record's" : record.error().message, where);
    return std::nullopt;
  }
  return std::get<Report>(std::move(*record));
}

void Verifier::check_document(std::int64_t n) {
  std::string where = row_name("documents", n);
  auto row = rows_.get(Rows::documents, n);
  if (!row) return missing(row.error());
  if (erased_.contains((*row)->integer(1))) return;
  auto text = rows_.get(Rows::texts, n);
  if (!text) return missing(text.error());
  RecordReader reader;
  auto report = read_report(n, reader, where);
  if (!report) return;
  std::int64_t report_n = (*row)->integer(1);
  auto stored = rows_.get(Rows::reports, report_n);
  if (!stored) return missing(stored.error());
  expect(is_clock_time((*stored)->integer(3)), "it was learned at no possible time", where);
  where = id_of((*stored)->blob(1));
  expect(report->id == where, "its document is another report's", where);
  const Publication& publication = report->publication;
  std::optional<std::string> published;
  if (publication.published) published = publication.published->iso();
  std::optional<std::int64_t> key;
  if (publication.uri) key = uri_key(*publication.uri);
  expect((*row)->optional_text(2) == publication.uri && (*row)->optional_integer(3) == key &&
             (*row)->optional_text(4) == publication.outlet &&
             (*row)->optional_text(5) == publication.headline &&
             (*row)->optional_text(6) == publication.language && (*row)->optional_text(7) == published,
         "the columns of its document are not what its JSON says", where);
  text = rows_.get(Rows::texts, n);
  if (!text) return missing(text.error());
  expect((*text)->blob(1) == bytes_of_hex(sha256_hex(report->text)), "the hash of its text does not match",
         where);
  std::uint32_t end = 0;
  for (const Part& part : report->parts) {
    expect(part.span.begin >= end, "its parts overlap", where);
    end = part.span.end;
  }
  check_map(**text, *report, report_n, where);
}

void Verifier::check_map(const Statement& text, const Report& report, std::int64_t report_n,
                         const std::string& where) {
  auto bytes = rows_.get(Rows::bytes, report_n);
  if (!bytes) return missing(bytes.error());
  std::optional<OffsetMap> map;
  if (auto packed = unpack(text.blob(5), text.integer(4), value_bytes_max)) map = OffsetMap::parse(*packed);
  if (!map || map->target_bytes() != report.text.size()) {
    return found("the map from its text to the bytes received does not fit", where);
  }
  auto source = map->to_source({0, map->target_bytes()});
  expect(!source || static_cast<std::int64_t>(source->end) <= (*bytes)->integer(1),
         "the map from its text leads past the bytes received", where);
}

Result<std::uint64_t> Ledger::verify(const std::function<void(const Fault&)>& fault) {
  Snapshot snapshot(impl_->database, *impl_->rows);
  if (!snapshot.begun()) return fail(snapshot.begun());
  return Verifier(impl_->database, *impl_->rows, fault).verify();
}

}  // namespace sitrep
