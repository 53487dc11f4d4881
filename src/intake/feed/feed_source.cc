#include "intake/feed/feed_source.h"

#include <utility>

#include "base/limits.h"
#include "intake/encoding/encoding.h"
#include "intake/feed/element.h"
#include "intake/feed/splitter.h"
#include "intake/fields/fields.h"

namespace sitrep {

namespace {

using namespace feed;

class FeedSource final : public ReportSource {
 public:
  FeedSource(std::unique_ptr<ByteReader> reader, std::string name)
      : reader_(std::move(reader)), name_(std::move(name)), splitter_(reader_->peek(256)) {}

  std::optional<Result<RawReport>> next() override {
    for (;;) {
      while (!cuts_.empty()) {
        Cut cut = std::move(cuts_.front());
        cuts_.pop_front();
        if (cut.piece != Piece::entry) {
          keep(cut);
          continue;
        }
        ++number_;
        if (cut.too_long) {
          return fail(ErrorCode::over_limit,
                      "an entry of more than " + std::to_string(limits::report_bytes_max >> 20) + " MB",
                      record(), "the entries behind it are read");
        }
        return report(std::move(cut.bytes));
      }
      if (error_) {
        Error error = std::move(*error_);
        error_.reset();
        return fail(std::move(error).at(name_));
      }
      if (ended_) return std::nullopt;
      read_on();
    }
  }

  [[nodiscard]] std::uint64_t bytes_read() const override { return reader_->bytes_taken(); }

 private:
  [[nodiscard]] std::string record() const { return name_ + "#" + std::to_string(number_); }

  void read_on() {
    std::string_view bytes = reader_->peek(1);
    if (bytes.empty() && reader_->failure()) {
      ended_ = true;
      error_ = reader_->failure();
      return;
    }
    Done done = splitter_.feed(bytes, bytes.empty(), cuts_);
    if (!done) error_ = done.error();
    ended_ = bytes.empty() || !done || splitter_.done();
    reader_->skip(bytes.size());
  }

  // The feed's own title and language.
  void keep(const Cut& cut) {
    if (cut.too_long) return;
    auto decoded = to_utf8(cut.bytes, {"", splitter_.charset()});
    if (!decoded) return;
    auto element = read_element(decoded->utf8);
    if (!element) return;
    if (cut.piece == Piece::language) {
      language_ = fields::language_of(element->text.utf8);
    } else if (std::string title = fields::value_of(element->text.utf8); !title.empty()) {
      outlet_ = std::move(title);
    }
  }

  [[nodiscard]] RawReport report(std::string bytes) const {
    RawReport raw;
    raw.bytes = std::move(bytes);
    raw.format = ReportFormat::feed_entry;
    raw.declared_charset = splitter_.charset();
    raw.provenance.path = record();
    const std::string& root = splitter_.root();
    raw.provenance.media_type = root == "feed"  ? "application/atom+xml"
                                : root == "RDF" ? "application/rdf+xml"
                                                : "application/rss+xml";
    raw.hints.outlet = outlet_;
    if (outlet_) raw.hints.because.push_back({"outlet", "title of the feed", {}});
    raw.hints.language = language_ ? language_ : fields::language_of(splitter_.language());
    if (raw.hints.language) raw.hints.because.push_back({"language", "language of the feed", {}});
    return raw;
  }

  std::unique_ptr<ByteReader> reader_;
  std::string name_;
  Splitter splitter_;
  std::deque<Cut> cuts_;
  std::optional<Error> error_;
  std::optional<std::string> outlet_;
  std::optional<std::string> language_;
  std::size_t number_ = 0;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<ReportSource> open_feed(std::unique_ptr<ByteReader> reader, std::string name) {
  return std::make_unique<FeedSource>(std::move(reader), std::move(name));
}

}  // namespace sitrep
