// Sources: from a path, "-" or an address to a stream of raw reports, in order, in bounded memory.
//
//   auto source = open_source("crawl.warc.gz", {});
//   while (auto raw = (*source)->next()) {
//     if (!*raw) complain(raw->error());          // one record; the next is asked for all the same
//     else keep(decode(std::move(**raw), {}));
//   }
//
// What a file holds is told by its first bytes, never by its name: plain text, HTML, JSON (a line or
// an object a report), JSON Feed, RSS, RDF, Atom, WARC, each also as gzip or zstd.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "intake/raw_report.h"

namespace sitrep {

struct SourceOptions {
  // Addresses of this machine and of private networks are refused unless a person allows them.
  bool allow_private_addresses = false;
};

// A stream of raw reports. An error stands for one report, or for the rest of the file; the stream
// can be asked on until it gives nothing.
class ReportSource {
 public:
  ReportSource() = default;
  ReportSource(const ReportSource&) = delete;
  ReportSource& operator=(const ReportSource&) = delete;
  virtual ~ReportSource() = default;

  virtual std::optional<Result<RawReport>> next() = 0;

  // Bytes of the file consumed so far, for a progress line.
  [[nodiscard]] virtual std::uint64_t bytes_read() const = 0;
};

// `name` is a path, "-" for standard input, or an http(s) address (fetched at once). Fails where it
// cannot be opened or fetched; what is wrong inside is told by the stream.
Result<std::unique_ptr<ReportSource>> open_source(const std::string& name, const SourceOptions& options);

// The same over bytes in memory (tests, fuzzers, request bodies); `name` is used in messages.
std::unique_ptr<ReportSource> open_bytes(std::string bytes, const std::string& name);

}  // namespace sitrep
