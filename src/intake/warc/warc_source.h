// WARC 0.17 to 1.1 -> a report for each record that holds a page or a text.
//
// Taken are `response` records of HTTP with a status of 2xx and `resource` and `conversion` records,
// where their type is HTML or plain text. The report's bytes are the page itself: HTTP's chunks joined
// and its packing undone, so that one page crawled twice, packed and plain, is one report. Packed
// files (a gzip member a record) come unpacked already.
#pragma once

#include <memory>
#include <string>

#include "intake/source.h"
#include "intake/stream/byte_reader.h"

namespace sitrep {

// A record's place among the records is its number: "crawl.warc#12". A bad record is an error for
// itself, and the next one is looked for. Memory: one record.
std::unique_ptr<ReportSource> open_warc(std::unique_ptr<ByteReader> reader, std::string name);

}  // namespace sitrep
