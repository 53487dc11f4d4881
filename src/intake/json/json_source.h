// JSON streams -> one object a report: JSON Lines, objects one after another (over many lines, too),
// an array of objects, the items of a JSON Feed.
#pragma once

#include <memory>
#include <string>

#include "intake/source.h"
#include "intake/stream/byte_reader.h"

namespace sitrep {

// In JSON Lines a line is a report and its number the record's: "news.jsonl#12". A bad line, or one
// over limits::report_bytes_max, is an error for itself. Elsewhere an error ends the stream.
std::unique_ptr<ReportSource> open_json(std::unique_ptr<ByteReader> reader, std::string name);

// The title and language of the feed go with each item as hints, as far as they stand before the items.
std::unique_ptr<ReportSource> open_json_feed(std::unique_ptr<ByteReader> reader, std::string name);

}  // namespace sitrep
