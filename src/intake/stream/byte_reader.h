// ByteReader: looks ahead in a stream without losing what it saw.
//
//   reader.peek(4) == "WARC"       then      reader.take_line(line, 64 << 10)
//
// A stream that fails ends here like any other; `failure()` then says why, so that what came before
// is used first.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "intake/stream/byte_stream.h"

namespace sitrep {

class ByteReader final : public ByteStream {
 public:
  explicit ByteReader(std::unique_ptr<ByteStream> stream) : stream_(std::move(stream)) {}

  // What comes next: at least `least` bytes unless the stream ends before; often more. Valid until
  // the next call. Memory grows to `least`.
  std::string_view peek(std::size_t least);
  // Passes over bytes that `peek` has shown.
  void skip(std::size_t count);
  // Passes over `count` bytes in bounded memory; false when the stream ends before.
  bool skip_far(std::uint64_t count);
  bool at_end() { return peek(1).empty(); }

  enum class Line { whole, too_long, none };
  // The next line without its end (LF or CRLF). One of more than `most` bytes is passed over, and
  // its start left in `line`. The bytes before a failure of the stream are no line.
  Line take_line(std::string& line, std::size_t most);
  // The next `count` bytes, fewer where the stream ends.
  void take(std::string& to, std::size_t count);

  // Why the stream ended before its end. Told once it has no more bytes to give.
  [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }

  // Bytes passed over so far.
  [[nodiscard]] std::uint64_t offset() const { return passed_ + begin_; }

  Result<std::size_t> read(char* to, std::size_t size) override;
  [[nodiscard]] std::uint64_t bytes_taken() const override { return stream_->bytes_taken(); }

 private:
  // False when nothing more came.
  bool fill();

  std::unique_ptr<ByteStream> stream_;
  std::string buffer_;
  std::size_t begin_ = 0;     // of what has not been passed over, in the buffer
  std::uint64_t passed_ = 0;  // bytes that have left the buffer
  bool ended_ = false;
  std::optional<Error> failure_;
};

}  // namespace sitrep
