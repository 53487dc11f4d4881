#include "intake/warc/warc_source.h"

#include <algorithm>
#include <utility>

#include "base/limits.h"
#include "intake/encoding/content_type.h"
#include "intake/warc/headers.h"
#include "intake/warc/http_message.h"

namespace sitrep {

namespace {

using namespace warc;

constexpr std::string_view version_mark = "WARC/";

bool is_page(std::string_view media_type) {
  return media_type == "text/html" || media_type == "application/xhtml+xml";
}

// Where a site's files for machines are served as text.
bool is_for_machines(std::string_view uri) {
  return uri.ends_with("/robots.txt") || uri.ends_with("/ads.txt") || uri.ends_with("/llms.txt");
}

// WARC 1.0 wrote addresses in brackets, some writers still do.
std::string_view without_brackets(std::string_view uri) {
  bool bracketed = uri.size() > 2 && uri.starts_with('<') && uri.ends_with('>');
  return bracketed ? uri.substr(1, uri.size() - 2) : uri;
}

class WarcSource final : public ReportSource {
 public:
  WarcSource(std::unique_ptr<ByteReader> reader, std::string name)
      : reader_(std::move(reader)), name_(std::move(name)) {}

  std::optional<Result<RawReport>> next() override {
    while (!ended_) {
      if (auto found = read_record()) return found;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::uint64_t bytes_read() const override { return reader_->bytes_taken(); }

 private:
  [[nodiscard]] std::string record() const { return name_ + "#" + std::to_string(number_); }

  // The next record; nothing where it holds no report (or there is none: then the stream has ended).
  std::optional<Result<RawReport>> read_record() {
    skip_line_ends();
    std::string_view start = reader_->peek(version_mark.size());
    if (start.empty()) return end();
    ++number_;
    if (!start.starts_with(version_mark)) {
      bool more = find_record();
      if (!more) ended_ = true;
      return fail(ErrorCode::malformed, "no record begins where the last one ended", record(),
                  more ? "the records behind it are read" : "no record follows");
    }
    std::string_view head = reader_->peek(limits::header_bytes_max).substr(0, limits::header_bytes_max);
    std::size_t block = header_block_size(head);
    if (block == std::string_view::npos) {
      if (reader_->failure()) return end();
      return skip_bad(head.size() < limits::header_bytes_max ? "the file ends inside a record's header"
                                                             : "a record's header that does not end");
    }
    Headers headers = Headers::parse(head.substr(0, block));
    auto length = number_of(headers.find("Content-Length").value_or(""));
    if (!length) return skip_bad("a record without a length that can be read");
    reader_->skip(block);
    return read_block(headers, *length);
  }

  std::optional<Result<RawReport>> read_block(const Headers& headers, std::uint64_t length) {
    std::string type(headers.find("WARC-Type").value_or(""));
    std::string media = media_type_of(headers.find("Content-Type").value_or(""));
    bool response = equal_ignoring_case(type, "response") && media == "application/http";
    bool plain = (equal_ignoring_case(type, "resource") || equal_ignoring_case(type, "conversion")) &&
                 (is_page(media) || media == "text/plain");
    std::string uri(without_brackets(headers.find("WARC-Target-URI").value_or("")));
    if ((!response && !plain) || is_for_machines(uri)) {
      if (!reader_->skip_far(length)) return cut_short();
      return std::nullopt;
    }
    if (length > limits::report_bytes_max + limits::header_bytes_max) {
      if (!reader_->skip_far(length)) return cut_short();
      return fail(ErrorCode::over_limit,
                  "a record of more than " + std::to_string(limits::report_bytes_max >> 20) + " MB", record(),
                  "the records behind it are read");
    }
    std::string bytes;
    reader_->take(bytes, static_cast<std::size_t>(length));
    if (bytes.size() < length) return cut_short();

    RawReport raw;
    std::string charset = charset_of(headers.find("Content-Type").value_or(""));
    if (response) {
      auto message = read_http_response(bytes);
      if (!message) return fail(Error(message.error()).at(record()));
      media = message->media_type;
      // Servers that say nothing of a page's type are believed by how the page begins.
      if (media.empty() && message->body.find("<html") < 1024) media = "text/html";
      bool taken =
          message->status >= 200 && message->status < 300 && (is_page(media) || media == "text/plain");
      if (!taken || message->body.empty()) return std::nullopt;
      raw.bytes = std::move(message->body);
      charset = std::move(message->charset);
    } else {
      raw.bytes = std::move(bytes);
    }
    raw.format = is_page(media) ? ReportFormat::html : ReportFormat::text;
    raw.declared_charset = std::move(charset);
    raw.provenance.path = record();
    raw.provenance.media_type = std::move(media);
    raw.provenance.warc_record = copy(headers.find("WARC-Record-ID"));
    raw.provenance.warc_date = copy(headers.find("WARC-Date"));
    raw.provenance.warc_digest = copy(headers.find("WARC-Payload-Digest"));
    if (!uri.empty() && uri.size() <= limits::metadata_value_bytes_max) {
      raw.hints.uri = std::move(uri);
      raw.hints.because.push_back({"uri", "WARC-Target-URI", {}});
    }
    return raw;
  }

  static std::optional<std::string> copy(std::optional<std::string_view> value) {
    if (!value) return std::nullopt;
    return std::string(value->substr(0, limits::metadata_value_bytes_max));
  }

  void skip_line_ends() {
    for (;;) {
      std::string_view next = reader_->peek(1);
      std::size_t count = std::min(next.find_first_not_of("\r\n"), next.size());
      if (count == 0) return;
      reader_->skip(count);
    }
  }

  std::optional<Result<RawReport>> end() {
    ended_ = true;
    if (reader_->failure()) return fail(Error(*reader_->failure()).at(name_));
    return std::nullopt;
  }

  std::optional<Result<RawReport>> cut_short() {
    ended_ = true;
    if (reader_->failure()) return fail(Error(*reader_->failure()).at(name_));
    return fail(ErrorCode::malformed, "the file ends inside a record", record(),
                "copy the file again; what came before was read");
  }

  // Past a record whose end is not known.
  std::optional<Result<RawReport>> skip_bad(const char* what) {
    reader_->skip(version_mark.size());
    bool more = find_record();
    if (!more) ended_ = true;
    return fail(ErrorCode::malformed, what, record(),
                more ? "the records behind it are read" : "nothing behind it was read");
  }

  // Goes to the next line that begins as a record does.
  bool find_record() {
    std::string_view mark = "\nWARC/";
    for (;;) {
      std::string_view next = reader_->peek(mark.size());
      if (next.size() < mark.size()) return false;
      std::size_t found = next.find(mark);
      if (found != std::string_view::npos) {
        reader_->skip(found + 1);
        return true;
      }
      reader_->skip(next.size() - mark.size() + 1);
    }
  }

  std::unique_ptr<ByteReader> reader_;
  std::string name_;
  std::size_t number_ = 0;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<ReportSource> open_warc(std::unique_ptr<ByteReader> reader, std::string name) {
  return std::make_unique<WarcSource>(std::move(reader), std::move(name));
}

}  // namespace sitrep
