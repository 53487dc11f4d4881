// Feeds (RSS 0.9x and 2.0, RSS 1.0 in RDF, Atom) -> one entry a report, streamed.
//
// An entry's bytes are its element as it stands in the feed, from "<item" to "</item>"; its place in
// the feed is the record's number: "feed.xml#3". Read by read_feed_entry.
#pragma once

#include <memory>
#include <string>

#include "intake/source.h"
#include "intake/stream/byte_reader.h"

namespace sitrep {

// The feed's title and language go with each entry as hints, as far as they stand before it. Entries
// over limits::report_bytes_max are errors for themselves; broken markup ends the stream.
std::unique_ptr<ReportSource> open_feed(std::unique_ptr<ByteReader> reader, std::string name);

}  // namespace sitrep
