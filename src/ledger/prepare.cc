#include <cassert>

#include "base/sha256.h"
#include "ledger/columns.h"
#include "ledger/ledger.h"
#include "ledger/packed.h"
#include "ledger/words.h"
#include "record/json.h"
#include "text/utf8.h"

namespace sitrep {

namespace {

// Metadata may be typed in by hand (--outlet). JSON is UTF-8 or nothing, and the tables must hold
// what the JSON holds.
void mend(std::optional<std::string>& value) {
  if (!value || is_utf8(*value)) return;
  std::string mended;
  for (std::size_t at = 0; at < value->size();) {
    CodePoint c = decode_utf8(*value, at);
    append_utf8(mended, c.value);
    at += c.bytes;
  }
  value = std::move(mended);
}

}  // namespace

Entry prepare(const Document& document, const Findings& findings, const Reading& reading) {
  const Positions& positions = document.positions();
  Report report = report_of(document);
  Publication& publication = report.publication;
  for (auto* value : {&publication.uri, &publication.outlet, &publication.headline, &publication.language}) {
    mend(*value);
  }

  Entry entry;
  entry.report_id = report.id;
  entry.received_zstd = pack(document.received());
  entry.received_bytes = document.received().size();
  std::string json = json_line(report, positions);
  entry.report_zstd = pack(json);
  entry.report_bytes = json.size();
  entry.text_sha256 = sha256_hex(report.text);
  std::string map = document.map().serialize();
  entry.map_zstd = pack(map);
  entry.map_bytes = map.size();
  entry.reading = reading;
  entry.reading.report = report.id;

  entry.claims.reserve(findings.claims.size());
  for (const Claim& claim : findings.claims) {
    assert(claim.report == report.id && claim.evidence.end <= report.text.size());
    entry.claims.push_back(claim_row(claim));
    entry.claims.back().json = json_line(claim, positions);
    entry.claims.back().words = words_of(claim, report.text);
  }
  auto add_others = [&](const auto& records) {
    for (const auto& record : records) entry.others.push_back(json_line(record, positions));
  };
  add_others(findings.relations);
  add_others(findings.silences);
  add_others(findings.notes);

  entry.text = std::move(report.text);
  entry.uri = std::move(publication.uri);
  entry.outlet = std::move(publication.outlet);
  entry.headline = std::move(publication.headline);
  entry.language = std::move(publication.language);
  entry.published = publication.published;
  return entry;
}

}  // namespace sitrep
