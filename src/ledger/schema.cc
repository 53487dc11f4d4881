#include "ledger/schema.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

#include "base/sha256.h"

namespace sitrep {

namespace ledger_schema {

namespace {

// In the order of the versions that brought them.
constexpr std::array<std::string_view, 17> table_names = {"names",
                                                          "readers",
                                                          "reports",
                                                          "bytes",
                                                          "documents",
                                                          "texts",
                                                          "readings",
                                                          "superseded",
                                                          "claims",
                                                          "claim_texts",
                                                          "claim_actors",
                                                          "others",
                                                          "reading_happenings",
                                                          "happenings",
                                                          "happening_keys",
                                                          "links",
                                                          "memberships"};
constexpr std::size_t tables_of_version_1 = 12;

// Rows are numbered in the order learned (`n`), and all rows of one reading stand together: so a
// reading says where its claims begin and how many they are, and needs no index for that.
constexpr const char* version_1 = R"sql(
CREATE TABLE names(
  n INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  checksum INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX names_by_name ON names(kind, folded, name);

CREATE TABLE readers(
  n INTEGER PRIMARY KEY,
  program TEXT NOT NULL,
  model TEXT,
  codebook TEXT,
  gazetteer TEXT,
  checksum INTEGER NOT NULL
) STRICT;

CREATE TABLE reports(
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  revises INTEGER REFERENCES reports(n),
  learned_us INTEGER NOT NULL,
  checksum INTEGER NOT NULL
) STRICT;

CREATE TABLE bytes(
  report INTEGER PRIMARY KEY REFERENCES reports(n),
  size INTEGER NOT NULL,
  data BLOB NOT NULL,
  checksum INTEGER NOT NULL
) STRICT;

CREATE TABLE documents(
  n INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES reports(n),
  uri TEXT,
  uri_key INTEGER,
  outlet TEXT,
  headline TEXT,
  language TEXT,
  published TEXT,
  learned_us INTEGER NOT NULL,
  checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX documents_by_uri ON documents(uri_key) WHERE uri_key IS NOT NULL;

CREATE TABLE texts(
  document INTEGER PRIMARY KEY REFERENCES documents(n),
  text_sha256 BLOB NOT NULL,
  size INTEGER NOT NULL,
  data BLOB NOT NULL,
  map_size INTEGER NOT NULL,
  map BLOB NOT NULL,
  checksum INTEGER NOT NULL
) STRICT;

CREATE TABLE readings(
  n INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES reports(n),
  document INTEGER NOT NULL REFERENCES documents(n),
  reader INTEGER NOT NULL REFERENCES readers(n),
  published_day INTEGER,
  outlet INTEGER REFERENCES names(n),
  first_claim INTEGER NOT NULL,
  claims INTEGER NOT NULL,
  first_other INTEGER NOT NULL,
  others INTEGER NOT NULL,
  learned_us INTEGER NOT NULL,
  checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX readings_by_report ON readings(report);
CREATE INDEX readings_by_published ON readings(published_day);
CREATE INDEX readings_by_outlet ON readings(outlet) WHERE outlet IS NOT NULL;

CREATE TABLE superseded(
  reading INTEGER PRIMARY KEY REFERENCES readings(n),
  by INTEGER NOT NULL REFERENCES readings(n),
  checksum INTEGER NOT NULL
) STRICT;

CREATE TABLE claims(
  n INTEGER PRIMARY KEY,
  reading INTEGER NOT NULL REFERENCES readings(n),
  type INTEGER NOT NULL REFERENCES names(n),
  first_minute INTEGER,
  last_minute INTEGER,
  said_day INTEGER,
  published_day INTEGER,
  outlet INTEGER REFERENCES names(n),
  place INTEGER REFERENCES names(n),
  country TEXT,
  source INTEGER REFERENCES names(n),
  learned_us INTEGER NOT NULL,
  checksum INTEGER NOT NULL
) STRICT;
-- The first columns give the order of a list, the others let it be filtered without the table.
CREATE INDEX claims_by_type ON claims(type, published_day, n, first_minute, last_minute, outlet, place, reading);
CREATE INDEX claims_by_published ON claims(published_day, n, first_minute, last_minute, outlet, place, reading);
CREATE INDEX claims_by_time ON claims(first_minute, n, last_minute, outlet, place, reading);
CREATE INDEX claims_by_type_time ON claims(type, first_minute, n, last_minute, outlet, place, reading);
CREATE INDEX claims_by_place ON claims(place) WHERE place IS NOT NULL;
-- The few claims that a stretch of days of publication, or of first minutes, does not bound.
CREATE INDEX claims_ahead ON claims(published_day, n, first_minute, last_minute, type, outlet, place, reading)
  WHERE last_minute >= (published_day + 1) * 1440;
CREATE INDEX claims_behind ON claims(published_day, n, first_minute, last_minute, type, outlet, place, reading)
  WHERE first_minute < (published_day - 31) * 1440;
CREATE INDEX claims_long ON claims(first_minute, n, last_minute, type, outlet, place, reading)
  WHERE last_minute - first_minute >= 32 * 1440;

CREATE TABLE claim_texts(
  claim INTEGER PRIMARY KEY REFERENCES claims(n),
  id TEXT NOT NULL,
  json TEXT NOT NULL,
  checksum INTEGER NOT NULL
) STRICT;

CREATE TABLE claim_actors(
  claim INTEGER NOT NULL REFERENCES claims(n),
  actor INTEGER NOT NULL REFERENCES names(n),
  checksum INTEGER NOT NULL,
  PRIMARY KEY(claim, actor)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_actors_by_actor ON claim_actors(actor, claim);

CREATE TABLE others(
  n INTEGER PRIMARY KEY,
  reading INTEGER NOT NULL REFERENCES readings(n),
  json TEXT NOT NULL,
  learned_us INTEGER NOT NULL,
  checksum INTEGER NOT NULL
) STRICT;

-- For people with a database shell: the latest reading of every report, in words.
CREATE VIEW claim_list AS
SELECT 'sha256:' || lower(hex(reports.id)) AS report, claim_texts.id AS claim, types.name AS event_type,
       places.name AS place, claims.country, sources.name AS source, documents.outlet, documents.published,
       claims.learned_us, claim_texts.json
FROM claims
JOIN claim_texts ON claim_texts.claim = claims.n
JOIN readings ON readings.n = claims.reading
JOIN reports ON reports.n = readings.report
JOIN documents ON documents.n = readings.document
JOIN names AS types ON types.n = claims.type
LEFT JOIN names AS places ON places.n = claims.place
LEFT JOIN names AS sources ON sources.n = claims.source
WHERE NOT EXISTS (SELECT 1 FROM superseded WHERE superseded.reading = readings.n);
)sql";

// Happenings, how they are found, what links them, and the events they belong to.
constexpr const char* version_2 = R"sql(
CREATE TABLE reading_happenings(
  reading INTEGER PRIMARY KEY REFERENCES readings(n),
  first_happening INTEGER NOT NULL,
  happenings INTEGER NOT NULL,
  checksum INTEGER NOT NULL
) STRICT;

CREATE TABLE happenings(
  n INTEGER PRIMARY KEY,
  reading INTEGER NOT NULL REFERENCES readings(n),
  type INTEGER NOT NULL REFERENCES names(n),
  first_day INTEGER,
  last_day INTEGER,
  published_day INTEGER,
  country TEXT,
  data BLOB NOT NULL,
  learned_us INTEGER NOT NULL,
  checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX happenings_by_day ON happenings(first_day, n, last_day, published_day, type, country, reading);
CREATE INDEX happenings_by_country ON happenings(country, first_day, n, last_day, published_day, type, reading)
  WHERE country IS NOT NULL;

CREATE TABLE happening_keys(
  key INTEGER NOT NULL,
  day INTEGER NOT NULL,
  happening INTEGER NOT NULL REFERENCES happenings(n),
  checksum INTEGER NOT NULL,
  PRIMARY KEY(key, day, happening)
) STRICT, WITHOUT ROWID;

CREATE TABLE links(
  n INTEGER PRIMARY KEY,
  a INTEGER NOT NULL REFERENCES happenings(n),
  b INTEGER NOT NULL REFERENCES happenings(n),
  score_ppm INTEGER NOT NULL,
  learned_us INTEGER NOT NULL,
  checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX links_by_a ON links(a, b, score_ppm);
CREATE INDEX links_by_b ON links(b, a, score_ppm);

CREATE TABLE memberships(
  n INTEGER PRIMARY KEY,
  happening INTEGER NOT NULL REFERENCES happenings(n),
  event INTEGER NOT NULL REFERENCES happenings(n),
  learned_us INTEGER NOT NULL,
  checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX memberships_by_happening ON memberships(happening, n, event, learned_us);
CREATE INDEX memberships_by_event ON memberships(event, happening);
)sql";

std::string with_triggers(std::string out, std::span<const std::string_view> tables) {
  for (std::string_view table : tables) {
    for (std::string_view deed : {"update", "delete"}) {
      out += fmt::format(
          "CREATE TRIGGER {0}_no_{1} BEFORE {1} ON {0} BEGIN SELECT RAISE(ABORT, 'a ledger is append-only'); "
          "END;\n",
          table, deed);
    }
  }
  return out;
}

// What sqlite_schema says, in an order that does not depend on the order of making.
Result<std::string> described(const Database& database) {
  auto statement = database.prepare(
      "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name, tbl_name");
  if (!statement) return fail(statement);
  std::string out;
  for (;;) {
    auto row = statement->step();
    if (!row) return fail(row);
    if (!*row) return out;
    for (int column = 0; column < 4; ++column) {
      out += statement->text(column);
      out += '\0';
    }
    // A hostile file may hold a schema without end.
    if (out.size() > 4 * sql(version).size()) return out;
  }
}

}  // namespace

std::span<const std::string_view> tables(std::int64_t of_version) {
  std::span<const std::string_view> all = table_names;
  return of_version == 1 ? all.first(tables_of_version_1) : all;
}

bool is_numbered(std::string_view table) {
  return table != "superseded" && table != "claim_actors" && table != "reading_happenings" &&
         table != "happening_keys";
}

const std::string& sql(std::int64_t of_version) {
  static const std::string first = with_triggers(version_1, tables(1));
  static const std::string all = first + upgrade_sql();
  return of_version == 1 ? first : all;
}

const std::string& upgrade_sql() {
  static const std::string made =
      with_triggers(version_2, std::span(table_names).subspan(tables_of_version_1));
  return made;
}

Done check(const Database& database, std::int64_t of_version) {
  auto ours = [&]() -> Result<std::string> {
    Database empty;
    if (auto done = empty.open_in_memory(); !done) return fail(done);
    if (auto done = empty.execute(sql(of_version).c_str()); !done) return fail(done);
    return described(empty);
  }();
  if (!ours) return fail(ours);
  auto found = described(database);
  if (!found) return fail(found);
  if (*found != *ours) {
    return fail(ErrorCode::damaged_ledger, "its tables are not those of a ledger of this version",
                database.path(), "go back to a copy of the file");
  }
  return {};
}

}  // namespace ledger_schema

namespace {

void append_number(std::string& out, std::uint64_t value) {
  for (unsigned shift = 0; shift < 64; shift += 8) out.push_back(static_cast<char>(value >> shift));
}

}  // namespace

void RowSum::sized(char tag, std::string_view value) {
  bytes_.push_back(tag);
  append_number(bytes_, value.size());
  bytes_ += value;
}

RowSum& RowSum::integer(std::int64_t value) {
  bytes_.push_back('i');
  append_number(bytes_, static_cast<std::uint64_t>(value));
  return *this;
}
RowSum& RowSum::text(std::string_view value) {
  sized('t', value);
  return *this;
}
RowSum& RowSum::blob(std::string_view value) {
  sized('b', value);
  return *this;
}
RowSum& RowSum::null() {
  bytes_.push_back('n');
  return *this;
}

std::int64_t short_hash(std::string_view bytes) {
  std::string hash = sha256_hex(bytes);
  std::uint64_t first = 0;
  std::from_chars(hash.data(), hash.data() + 16, first, 16);
  return static_cast<std::int64_t>(first);
}

bool sum_holds(const Statement& row, std::string_view table) {
  RowSum sum(table);
  int last = row.columns() - 1;
  for (int column = 0; column < last; ++column) {
    switch (row.type(column)) {
      case SQLITE_INTEGER:
        sum.integer(row.integer(column));
        break;
      case SQLITE_TEXT:
        sum.text(row.text(column));
        break;
      case SQLITE_BLOB:
        sum.blob(row.blob(column));
        break;
      case SQLITE_NULL:
        sum.null();
        break;
      default:  // no column holds fractions
        return false;
    }
  }
  return row.type(last) == SQLITE_INTEGER && row.integer(last) == sum.value();
}

NewRow& NewRow::integer(std::int64_t value) {
  statement_.bind(value);
  sum_.integer(value);
  return *this;
}
NewRow& NewRow::text(std::string_view value) {
  statement_.bind(value);
  sum_.text(value);
  return *this;
}
NewRow& NewRow::blob(std::string_view value) {
  statement_.bind_blob(value);
  sum_.blob(value);
  return *this;
}
NewRow& NewRow::null() {
  statement_.bind_null();
  sum_.null();
  return *this;
}
Done NewRow::insert() {
  statement_.bind(sum_.value());
  return statement_.run();
}

}  // namespace sitrep
