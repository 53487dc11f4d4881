#include "intake/json/json_source.h"

#include <utility>

#include "base/limits.h"
#include "intake/fields/fields.h"
#include "intake/json/json_scan.h"
#include "intake/json/value_cutter.h"
#include "text/utf8.h"

namespace sitrep {

namespace {

Error too_long(const std::string& where) {
  return Error{ErrorCode::over_limit,
               "a report of more than " + std::to_string(limits::report_bytes_max >> 20) + " MB", where,
               "the reports behind it are read"};
}

class JsonSource : public ReportSource {
 public:
  JsonSource(std::unique_ptr<ByteReader> reader, std::string name)
      : reader_(std::move(reader)), name_(std::move(name)) {}

  [[nodiscard]] std::uint64_t bytes_read() const override { return reader_->bytes_taken(); }

 protected:
  [[nodiscard]] std::string record() const { return name_ + "#" + std::to_string(number_); }

  [[nodiscard]] RawReport report(std::string bytes, std::string path) const {
    RawReport raw;
    raw.bytes = std::move(bytes);
    raw.format = ReportFormat::json;
    raw.provenance.path = std::move(path);
    raw.provenance.media_type = "application/json";
    return raw;
  }

  // The end of the stream: nothing, or what made it end.
  std::optional<Result<RawReport>> end() {
    ended_ = true;
    if (reader_->failure()) return fail(Error(*reader_->failure()).at(name_));
    return std::nullopt;
  }

  std::optional<Result<RawReport>> broken(std::string message) {
    ended_ = true;
    if (reader_->at_end() && reader_->failure()) return fail(Error(*reader_->failure()).at(name_));
    return fail(ErrorCode::malformed, std::move(message), record(), "nothing behind it was read");
  }

  // The object that starts here.
  std::optional<Result<RawReport>> cut(bool alone) {
    ++number_;
    std::string bytes;
    switch (cut_json_value(*reader_, bytes, limits::report_bytes_max)) {
      case JsonCut::whole:
        break;
      case JsonCut::too_long:
        return fail(too_long(record()));
      case JsonCut::cut_short:
        return broken("the JSON ends before its end");
    }
    alone = alone && number_ == 1 && skip_json_blanks(*reader_) == '\0';
    return report(std::move(bytes), alone ? name_ : record());
  }

  std::unique_ptr<ByteReader> reader_;
  std::string name_;
  std::size_t number_ = 0;  // of the line or object that was read last
  bool ended_ = false;
};

class LinesSource final : public JsonSource {
 public:
  using JsonSource::JsonSource;

  std::optional<Result<RawReport>> next() override {
    std::string line;
    while (!ended_) {
      switch (reader_->take_line(line, limits::report_bytes_max)) {
        case ByteReader::Line::none:
          return end();
        case ByteReader::Line::too_long:
          ++number_;
          return fail(too_long(record()));
        case ByteReader::Line::whole:
          ++number_;
          break;
      }
      if (line.find_first_not_of(" \t\r\x1E") != std::string::npos) return report(std::move(line), record());
    }
    return std::nullopt;
  }
};

class ValuesSource final : public JsonSource {
 public:
  using JsonSource::JsonSource;

  std::optional<Result<RawReport>> next() override {
    while (!ended_) {
      char c = skip_json_blanks(*reader_);
      bool bracket = c == (in_array_ ? ']' : '[');
      if (bracket) {
        in_array_ = !in_array_;
        reader_->skip(1);
      } else if (c == ',' && in_array_) {
        reader_->skip(1);
      } else if (c == '{') {
        return cut(!in_array_);
      } else if (c == '\0' && reader_->at_end()) {
        if (in_array_) return broken("the JSON array ends before its end");
        return end();
      } else {
        ++number_;
        return broken("an object should stand here");
      }
    }
    return std::nullopt;
  }

 private:
  bool in_array_ = false;
};

class FeedSource final : public JsonSource {
 public:
  using JsonSource::JsonSource;

  std::optional<Result<RawReport>> next() override {
    if (!opened_) {
      opened_ = true;
      if (!find_items()) {
        if (!ended_) return broken("a JSON Feed without items");
        return std::nullopt;
      }
    }
    while (!ended_) {
      char c = skip_json_blanks(*reader_);
      if (c == ']') {
        ended_ = true;
      } else if (c == ',') {
        reader_->skip(1);
      } else if (c == '{') {
        auto cut_out = cut(false);
        if (*cut_out) {
          (*cut_out)->hints = hints_;
          (*cut_out)->provenance.media_type = "application/feed+json";
        }
        return cut_out;
      } else {
        return broken(c == '\0' ? "the JSON Feed ends before its end" : "an item should stand here");
      }
    }
    return std::nullopt;
  }

 private:
  // Walks over the feed's own members up to the items, and keeps what they tell.
  bool find_items() {
    constexpr std::size_t member_bytes_max = 64U << 10;
    reader_->skip(skip_json_blanks(*reader_) == '{' ? 1 : 0);
    std::string key;
    std::string value;
    while (skip_json_blanks(*reader_) == '"') {
      if (cut_json_value(*reader_, key, member_bytes_max) != JsonCut::whole) return false;
      if (skip_json_blanks(*reader_) != ':') return false;
      reader_->skip(1);
      if (key == "\"items\"" && skip_json_blanks(*reader_) == '[') {
        reader_->skip(1);
        return true;
      }
      skip_json_blanks(*reader_);
      if (cut_json_value(*reader_, value, member_bytes_max) == JsonCut::cut_short) return false;
      keep(key, value);
      if (skip_json_blanks(*reader_) == ',') reader_->skip(1);
    }
    return false;
  }

  void keep(const std::string& key, const std::string& value) {
    if (key != "\"title\"" && key != "\"language\"") return;
    const std::string object = "{" + key + ":" + value + "}";
    auto members = json_members(object);
    if (!members || members->front().value.kind != JsonKind::string) return;
    std::string text = json_string(object, members->front().value).utf8;
    if (!is_utf8(text)) return;
    if (key == "\"language\"") {
      hints_.language = fields::language_of(text);
    } else if (std::string outlet = fields::value_of(text); !outlet.empty()) {
      hints_.outlet = std::move(outlet);
      hints_.because.push_back({"outlet", "title of the JSON Feed", {}});
    }
  }

  Publication hints_;
  bool opened_ = false;
};

void skip_byte_order_mark(ByteReader& reader) {
  if (reader.peek(3).starts_with("\xEF\xBB\xBF")) reader.skip(3);
}

}  // namespace

std::unique_ptr<ReportSource> open_json(std::unique_ptr<ByteReader> reader, std::string name) {
  skip_byte_order_mark(*reader);
  bool lines = comes_in_lines(*reader);
  if (lines) return std::make_unique<LinesSource>(std::move(reader), std::move(name));
  return std::make_unique<ValuesSource>(std::move(reader), std::move(name));
}

std::unique_ptr<ReportSource> open_json_feed(std::unique_ptr<ByteReader> reader, std::string name) {
  skip_byte_order_mark(*reader);
  return std::make_unique<FeedSource>(std::move(reader), std::move(name));
}

}  // namespace sitrep
