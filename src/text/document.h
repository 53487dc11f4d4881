// Document: a report's bytes as received, its text as read, and the way back.
//
// The document owns both; everything found in it is a Span of its text. A document is made once,
// by intake, and does not change. Safe to read from many threads.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/note.h"
#include "text/offset_map.h"
#include "text/part.h"
#include "text/positions.h"
#include "text/publication.h"
#include "text/span.h"

namespace sitrep {

// Where a report came from, beyond its own bytes.
struct Provenance {
  std::string path;                        // as named by the user, with #record for one of many
  std::string media_type;                  // "text/html", "application/rss+xml" ...
  std::string encoding;                    // "UTF-8", "windows-1252" ...
  std::optional<std::string> warc_record;  // WARC-Record-ID
  std::optional<std::string> warc_date;    // WARC-Date, as given
  std::optional<std::string> warc_digest;  // WARC-Payload-Digest, as given
  bool operator==(const Provenance&) const = default;
};

// What intake puts a document together from. Parts must be ordered, disjoint and inside the text;
// `map` must cover the text.
struct DocumentContent {
  std::string
      received;      // the report's own bytes: the file, the JSON line, the feed's entry, the WARC payload
  std::string text;  // UTF-8, well-formed
  OffsetMap map;     // text -> received
  std::vector<Part> parts;
  Publication publication;
  Provenance provenance;
  std::vector<Note> notes;
};

class Document {
 public:
  explicit Document(DocumentContent content);

  // "sha256:" and the hash of the bytes received.
  [[nodiscard]] const std::string& id() const { return id_; }
  [[nodiscard]] std::string_view received() const& { return content_.received; }
  [[nodiscard]] std::string_view text() const& { return content_.text; }
  [[nodiscard]] std::string_view view(Span span) const&;
  // On a temporary these would outlive their bytes.
  std::string_view received() && = delete;
  std::string_view text() && = delete;
  std::string_view view(Span) && = delete;

  [[nodiscard]] const OffsetMap& map() const { return content_.map; }
  [[nodiscard]] const std::vector<Part>& parts() const { return content_.parts; }
  [[nodiscard]] const Publication& publication() const { return content_.publication; }
  [[nodiscard]] const Provenance& provenance() const { return content_.provenance; }
  [[nodiscard]] const std::vector<Note>& notes() const { return content_.notes; }
  [[nodiscard]] const Positions& positions() const { return positions_; }

  // The bytes received that a span of the text was made of; nothing for inserted line breaks alone.
  [[nodiscard]] std::optional<Span> received_span(Span span) const { return content_.map.to_source(span); }

 private:
  DocumentContent content_;
  std::string id_;
  Positions positions_;
};

}  // namespace sitrep
