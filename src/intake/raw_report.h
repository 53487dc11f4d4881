// RawReport: one report's own bytes, cut out of whatever held it, not yet read.
//
// Intake works in two steps, so that many cores can share the second: a source (intake/source.h)
// streams raw reports out of a file, in order and in bounded memory; `decode` (intake/decode.h)
// makes a Document of each.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "base/date.h"
#include "text/document.h"
#include "text/publication.h"

namespace sitrep {

// What the bytes of one report are. Told by content, never by file name.
enum class ReportFormat { text, html, json, feed_entry };

struct RawReport {
  std::string bytes;  // the report's own bytes; their SHA-256 is its identity
  ReportFormat format = ReportFormat::text;
  Provenance provenance;
  Publication hints;  // what the container tells: a feed's title as outlet, a WARC record's address ...
  std::string declared_charset;  // by HTTP or the container; empty when untold
};

// The content that a raw report begins: its bytes, hints and provenance, taken out of it. `media_type` where
// the container told none.
inline DocumentContent begin_content(RawReport&& raw, std::string encoding, std::string media_type) {
  DocumentContent content;
  content.received = std::move(raw.bytes);
  content.publication = std::move(raw.hints);
  content.provenance = std::move(raw.provenance);
  content.provenance.encoding = std::move(encoding);
  if (content.provenance.media_type.empty()) content.provenance.media_type = std::move(media_type);
  return content;
}

// What a person says on the command line; wins over everything read.
struct Overrides {
  std::optional<DateTime> published;
  std::optional<std::string> outlet;
  std::optional<std::string> uri;
  std::optional<std::string> language;
  std::optional<std::string> encoding;
};

}  // namespace sitrep
