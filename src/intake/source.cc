// Opens what a person names, looks at how it begins, and hands it to the folder that knows it.
#include "intake/source.h"

#include <utility>

#include "base/limits.h"
#include "intake/feed/feed_source.h"
#include "intake/fetch/fetch.h"
#include "intake/json/json_source.h"
#include "intake/sniff/sniff.h"
#include "intake/stream/byte_reader.h"
#include "intake/stream/unpack.h"
#include "intake/warc/warc_source.h"

namespace sitrep {

namespace {

// Packed files inside packed files are a trap sooner than a habit.
constexpr int packings_max = 3;

// A stream that is one report as a whole.
class WholeSource final : public ReportSource {
 public:
  WholeSource(std::unique_ptr<ByteReader> reader, std::string name, ReportFormat format)
      : reader_(std::move(reader)), name_(std::move(name)), format_(format) {}

  std::optional<Result<RawReport>> next() override {
    if (given_) return std::nullopt;
    given_ = true;
    RawReport raw;
    reader_->take(raw.bytes, limits::report_bytes_max);
    if (!reader_->at_end()) {
      return fail(ErrorCode::over_limit,
                  "one report of more than " + std::to_string(limits::report_bytes_max >> 20) + " MB", name_,
                  "many reports in one file come as JSON Lines, a feed or WARC");
    }
    if (reader_->failure()) return fail(Error(*reader_->failure()).at(name_));
    raw.format = format_;
    raw.provenance.path = name_;
    raw.provenance.media_type = format_ == ReportFormat::html ? "text/html" : "text/plain";
    return raw;
  }

  [[nodiscard]] std::uint64_t bytes_read() const override { return reader_->bytes_taken(); }

 private:
  std::unique_ptr<ByteReader> reader_;
  std::string name_;
  ReportFormat format_;
  bool given_ = false;
};

// What to tell of a stream that is no report at all.
class RefusedSource final : public ReportSource {
 public:
  RefusedSource(Error error, std::uint64_t bytes) : error_(std::move(error)), bytes_(bytes) {}

  std::optional<Result<RawReport>> next() override {
    if (given_) return std::nullopt;
    given_ = true;
    return fail(error_);
  }

  [[nodiscard]] std::uint64_t bytes_read() const override { return bytes_; }

 private:
  Error error_;
  std::uint64_t bytes_;
  bool given_ = false;
};

// As many bytes as the sniffer looks at; fewer where a whole first line is one JSON object already, so
// that the reports of a slow stream of JSON Lines need not wait for those that follow.
std::string_view head_of(ByteReader& reader) {
  for (std::size_t least = 1;;) {
    std::string_view head = reader.peek(least);
    if (head.size() < least || head.size() >= sniffed_bytes) return head.substr(0, sniffed_bytes);
    std::string_view line = head.substr(0, head.find('\n'));
    bool whole = line.size() < head.size();
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (whole && line.starts_with('{') && line.ends_with('}')) return head;
    least = head.size() + 1;
  }
}

std::unique_ptr<ReportSource> open_unpacked(std::unique_ptr<ByteReader> reader, std::string name) {
  std::string_view head = head_of(*reader);
  if (head.empty() && reader->failure()) {
    return std::make_unique<RefusedSource>(Error(*reader->failure()).at(name), reader->bytes_taken());
  }
  Sniffed sniffed = sniff(head);
  switch (sniffed.container) {
    case Container::html:
      return std::make_unique<WholeSource>(std::move(reader), std::move(name), ReportFormat::html);
    case Container::json:
      return open_json(std::move(reader), std::move(name));
    case Container::json_feed:
      return open_json_feed(std::move(reader), std::move(name));
    case Container::feed:
      return open_feed(std::move(reader), std::move(name));
    case Container::warc:
      return open_warc(std::move(reader), std::move(name));
    case Container::unreadable:
      return std::make_unique<RefusedSource>(
          Error{ErrorCode::not_a_report, "this is " + std::string(sniffed.what), name,
                std::string(sniffed.hint)},
          reader->bytes_taken());
    case Container::text:
      break;
  }
  return std::make_unique<WholeSource>(std::move(reader), std::move(name), ReportFormat::text);
}

// Opened when it is first asked: what a stream holds is known once its first bytes have come.
class SniffedSource final : public ReportSource {
 public:
  SniffedSource(std::unique_ptr<ByteStream> stream, std::string name)
      : reader_(std::make_unique<ByteReader>(std::move(stream))), name_(std::move(name)) {}

  std::optional<Result<RawReport>> next() override {
    if (!source_) open();
    return source_->next();
  }

  [[nodiscard]] std::uint64_t bytes_read() const override {
    return source_ ? source_->bytes_read() : reader_->bytes_taken();
  }

 private:
  void open() {
    for (int i = 0; i < packings_max; ++i) {
      Packing packing = packing_of(reader_->peek(4));
      if (packing == Packing::none) break;
      reader_ = std::make_unique<ByteReader>(unpacking(std::move(reader_), packing));
    }
    source_ = open_unpacked(std::move(reader_), std::move(name_));
  }

  std::unique_ptr<ByteReader> reader_;  // until the source is opened
  std::string name_;
  std::unique_ptr<ReportSource> source_;
};

// Reports that came by HTTP, with what its headers tell.
class FetchedSource final : public ReportSource {
 public:
  explicit FetchedSource(Fetched fetched)
      : source_(open_bytes(std::move(fetched.bytes), fetched.uri)),
        uri_(std::move(fetched.uri)),
        charset_(std::move(fetched.charset)) {}

  std::optional<Result<RawReport>> next() override {
    auto raw = source_->next();
    if (!raw || !*raw) return raw;
    RawReport& report = **raw;
    if (report.declared_charset.empty()) report.declared_charset = charset_;
    // The address of a feed or a file of many reports is not that of each.
    bool whole = report.format == ReportFormat::html || report.format == ReportFormat::text;
    if (whole && !report.hints.uri) {
      report.hints.uri = uri_;
      report.hints.because.push_back({"uri", "address it was fetched from", {}});
    }
    return raw;
  }

  [[nodiscard]] std::uint64_t bytes_read() const override { return source_->bytes_read(); }

 private:
  std::unique_ptr<ReportSource> source_;
  std::string uri_;
  std::string charset_;
};

}  // namespace

Result<std::unique_ptr<ReportSource>> open_source(const std::string& name, const SourceOptions& options) {
  if (name == "-") {
    return std::unique_ptr<ReportSource>(std::make_unique<SniffedSource>(open_standard_input(), name));
  }
  if (is_address(name)) {
    auto fetched = fetch(name, {options.allow_private_addresses});
    if (!fetched) return fail(fetched);
    return std::unique_ptr<ReportSource>(std::make_unique<FetchedSource>(std::move(*fetched)));
  }
  auto file = open_file(name);
  if (!file) return fail(file);
  return std::unique_ptr<ReportSource>(std::make_unique<SniffedSource>(std::move(*file), name));
}

std::unique_ptr<ReportSource> open_bytes(std::string bytes, const std::string& name) {
  return std::make_unique<SniffedSource>(open_memory(std::move(bytes)), name);
}

}  // namespace sitrep
