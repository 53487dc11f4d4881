// The ledger: every report, its bytes, and what was read in it, in one SQLite file, append-only.
//
//   auto ledger = Ledger::open("sitrep.ledger", Ledger::Mode::write);
//   Entry entry = prepare(document, findings, reading);        // on any thread: JSON, compression
//   auto outcomes = ledger->add({&entry, 1});                  // one transaction; durable on return
//
// Nothing is updated or deleted: the same bytes again add nothing, other text under the same address
// is a new version that says what it revises, a re-reading by a newer program stands beside the old
// and counts instead of it. The same text under the same address in other bytes (a page fetched again)
// is kept as a report of its own, but what it says counts once.
// Every row has two clocks: when it was published or said (valid time) and when the ledger learned
// it (transaction time). docs/ledger-format.md describes every table.
//
// A Ledger is used by one thread at a time; several processes may use one file at once (WAL).
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/enum.h"
#include "base/result.h"
#include "record/record.h"

namespace sitrep {

// A report ready to be stored: all that can be done without the database has been done.
struct Entry {
  std::string report_id;
  std::optional<std::string> uri, outlet, headline, language;
  std::optional<DateTime> published;
  std::string received_zstd;  // the bytes received, compressed
  std::uint64_t received_bytes = 0;
  std::string report_zstd;  // the report's JSON line (with its text), compressed
  std::uint64_t report_bytes = 0;
  std::string text_sha256;  // of the text as read: tells new versions
  std::string map_zstd;     // OffsetMap::serialize, compressed
  std::uint64_t map_bytes = 0;
  std::string text;  // for the index of words
  Reading reading;   // who read it; its id and read_at are given by the ledger
  struct ClaimRow {
    std::string id, json, event_type;
    std::string words;  // what it is found by
    std::optional<TimePoint> earliest, latest;
    std::optional<Date> said;
    std::optional<std::string> place, country, source_name;
    std::vector<std::string> actors;
  };
  std::vector<ClaimRow> claims;
  std::vector<std::string> others;  // JSON lines of relations, silences and notes
  // What linking compares, made by events/; the ledger keeps it as it is. Absent: to be made later.
  struct HappeningRow {
    std::string event_type;
    std::optional<std::int32_t> first_day, last_day;  // since 1970-01-01; of publication where none is told
    std::optional<std::string> country;
    std::string data;
    struct Key {
      std::int64_t key = 0;
      std::int32_t day = 0;
    };
    std::vector<Key> keys;
  };
  std::optional<std::vector<HappeningRow>> happenings;
};

// Pure and thread-safe; 10 us for a report of one sentence. All of `findings` must be of this document.
Entry prepare(const Document& document, const Findings& findings, const Reading& reading);

struct AddOutcome {
  // already_there: these bytes, read by this reader (program, model, codebook and gazetteer alike).
  // new_reading: these bytes, read by another reader.
  // erased: what these bytes said was taken out, and is not put in again.
  enum class What { added, already_there, new_version, new_reading, erased };
  What what = What::added;
  std::string report_id;
  std::optional<std::string> revises;  // the version before, for new_version
};

// What list and export ask for. Empty members ask nothing.
struct Query {
  // Inclusive; nothing fits where `from` is after `to`. Reports: day of publication. Claims: the
  // happening's time, which has to overlap; where it is not known, the day of publication.
  std::optional<Date> from, to;
  std::optional<std::string> outlet;      // whole name, letter case ignored
  std::optional<std::string> event_type;  // claims only (reports: those that hold such a claim)
  std::optional<std::string> place;       // part of the place's name, letter case ignored
  std::optional<std::string> actor;       // part of an actor's name, letter case ignored
  // Words of the report (list_reports) or of the claim, its names and evidence (list_claims); what may be
  // typed tells ledger/words.h.
  std::optional<std::string> text;
  std::optional<std::string> source;  // part of the source's name, letter case ignored
  std::optional<std::string> side;    // the source's `party`, whole
  // A polarity, a modality, or what people decided: accepted, changed, rejected, open.
  std::optional<std::string> status;
  struct Near {
    double lat = 0, lon = 0, km = 0;
  };
  std::optional<Near> near;            // claims whose place lies within so many kilometres
  std::optional<std::string> country;  // of the place, ISO 3166-1 alpha-2
  std::optional<std::string> report;   // whole id; claims only: those of this report
  bool rejected_too = false;           // claims only: also those that people rejected, as read
  // By day of publication, by the order learned, by the first minute of the happening (reports: by day
  // of publication). Ties are in the order learned; where the day is not known, last either way.
  enum class Sort { published, learned, time } sort = Sort::published;
  bool descending = false;
  std::uint64_t limit = 0;  // 0: all
  std::uint64_t offset = 0;
};

struct ReportRow {
  std::string id;
  std::optional<std::string> uri, outlet, headline, published, language, revises;
  std::int64_t learned_us = 0;
  std::uint64_t claims = 0;  // of the latest reading
};

struct ClaimRow {
  std::string report_id, claim_id;
  std::string json;  // the claim's JSON line, as `read --json` prints it
  std::optional<std::string> outlet, published;
  std::int64_t learned_us = 0;
};

// A report as stored, with the latest reading of it.
struct StoredReport {
  ReportRow row;
  std::string report_json;          // one line
  std::vector<std::string> claims;  // JSON lines, in order
  std::vector<std::string> others;  // relations, silences, notes
  std::vector<Reading> readings;    // all, oldest first
};

// Kinds of names that a Query wants whole.
SITREP_ENUM(LedgerName, outlet, event_type);

// Something wrong with a ledger, named.
struct Fault {
  std::string what;   // "hash of the bytes received does not match"
  std::string where;  // "report sha256:..." or "table claims, row 17"
};

class Ledger {
 public:
  enum class Mode { read, write };

  // `write` makes the file when it is not there. Errors: not_found (read), not_a_ledger, newer_ledger,
  // damaged_ledger, cannot_read, cannot_write.
  static Result<Ledger> open(const std::string& path, Mode mode);
  Ledger(Ledger&&) noexcept;
  Ledger& operator=(Ledger&&) noexcept;
  ~Ledger();

  // All entries in one transaction, synchronous: on return they survive a crash of the machine. One
  // outcome an entry. On error none of them is stored and the ledger is as before: cannot_write (full
  // disk), busy_ledger (another writer, limits::ledger_wait_ms), damaged_ledger. The sync takes
  // milliseconds, an entry of one sentence 20 us: give some hundreds at once. Mode::write only.
  Result<std::vector<AddOutcome>> add(std::span<const Entry> entries);

  // Rows in the order asked for, streamed; the callback says whether to go on, and may ask this ledger
  // for reports. All of a list is as of the moment it began. damaged_ledger where a row's checksum does
  // not hold. Claims are those of the latest reading of each report.
  Done list_reports(const Query& query, const std::function<bool(const ReportRow&)>& row);
  Done list_claims(const Query& query, const std::function<bool(const ClaimRow&)>& row);

  // By the whole id, or a unique beginning of at least 6 hexadecimal digits (with or without "sha256:").
  // bad_usage for what is no id or the beginning of several, not_found.
  Result<std::string> resolve_id(const std::string& beginning);
  // By the whole id. not_found, damaged_ledger.
  Result<StoredReport> report(const std::string& id);
  Result<std::string> received(const std::string& id);  // the bytes

  // Checks hashes, checksums, references, that every span lies in its report's text, that columns and
  // JSON agree, and SQLite's own structures. Streams what is wrong, in the order of the tables; the
  // number of faults comes back. Reads all of the ledger: some 25,000 small
  // reports a second.
  Result<std::uint64_t> verify(const std::function<void(const Fault&)>& fault);

  // Names of one kind known to the ledger, in order, for near-name hints.
  Result<std::vector<std::string>> names(LedgerName kind);

 private:
  friend class EventStore;
  friend class ReviewStore;
  friend Result<struct Erased> erase_report(Ledger& ledger, const std::string& id, const std::string& reason);
  friend Done back_up(Ledger& ledger, const std::string& to, bool noted);
  struct Impl;
  explicit Ledger(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace sitrep
