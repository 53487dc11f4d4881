// The statements that make the tables, version by version: a ledger of an older one is brought up to date by
// those of the versions after it. docs/ledger-format.md tells what each column means.
#pragma once

#include <array>

namespace sitrep::ledger_schema {

// Rows are numbered in the order learned (`n`), and all rows of one reading stand together: so a
// reading says where its claims begin and how many they are, and needs no index for that.
inline constexpr const char* version_1 = R"sql(
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
inline constexpr const char* version_2 = R"sql(
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

// An index of readings by their document, for the index of words (ledger/words.h). What people decided, what
// claims stand at by it, how that was carried to newer readings, which memberships people made, and what was
// erased.
inline constexpr const char* version_3 = R"sql(
CREATE INDEX readings_by_document ON readings(document);

CREATE TABLE reviews(
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  claim INTEGER REFERENCES claims(n),
  reviewer TEXT NOT NULL,
  json TEXT NOT NULL,
  learned_us INTEGER NOT NULL,
  checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX reviews_by_claim ON reviews(claim, n) WHERE claim IS NOT NULL;

CREATE TABLE claim_states(
  n INTEGER PRIMARY KEY,
  claim INTEGER NOT NULL REFERENCES claims(n),
  review INTEGER NOT NULL REFERENCES reviews(n),
  state TEXT NOT NULL,
  json TEXT,
  learned_us INTEGER NOT NULL,
  checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX claim_states_by_claim ON claim_states(claim, n, learned_us);

CREATE TABLE carried(
  claim INTEGER PRIMARY KEY REFERENCES claims(n),
  of INTEGER NOT NULL REFERENCES claims(n),
  checksum INTEGER NOT NULL
) STRICT;

CREATE INDEX carried_by_of ON carried(of, claim);

CREATE TABLE held(
  membership INTEGER PRIMARY KEY REFERENCES memberships(n),
  review INTEGER NOT NULL REFERENCES reviews(n),
  checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX held_by_review ON held(review);

CREATE TABLE erased(
  report INTEGER PRIMARY KEY REFERENCES reports(n),
  what TEXT NOT NULL,
  reason TEXT NOT NULL,
  bytes_sha256 BLOB NOT NULL,
  erased_us INTEGER NOT NULL,
  checksum INTEGER NOT NULL
) STRICT;

CREATE TABLE backups(
  n INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  made_us INTEGER NOT NULL,
  checksum INTEGER NOT NULL
) STRICT;
)sql";

inline constexpr std::array<const char*, 3> statements_of = {version_1, version_2, version_3};

}  // namespace sitrep::ledger_schema
