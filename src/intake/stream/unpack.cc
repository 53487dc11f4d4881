#include "intake/stream/unpack.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/limits.h"

namespace sitrep {

namespace {

// A decompressor that is handed bytes and room, until it has used up the one or the other.
class Decoder {
 public:
  Decoder() = default;
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;
  virtual ~Decoder() = default;
  // Takes from the front of `in`; how many bytes were made.
  virtual Result<std::size_t> step(std::string_view& in, char* out, std::size_t room) = 0;
  // Whether a member may end here.
  [[nodiscard]] virtual bool complete() const = 0;
};

class ZlibDecoder final : public Decoder {
 public:
  // For zlib 32 more bits of the window's size mean: gzip or zlib, as the header says.
  ZlibDecoder() { inflateInit2(&z_, MAX_WBITS + 32); }
  ~ZlibDecoder() override { inflateEnd(&z_); }

  Result<std::size_t> step(std::string_view& in, char* out, std::size_t room) override {
    if (complete_) {
      // Padding behind the last member (tapes, block devices) is no damage.
      std::size_t begin = in.find_first_not_of('\0');
      in.remove_prefix(begin == std::string_view::npos ? in.size() : begin);
      if (in.empty()) return std::size_t{0};
      inflateReset2(&z_, MAX_WBITS + 32);
      complete_ = false;
    }
    z_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
    z_.avail_in = static_cast<uInt>(in.size());
    z_.next_out = reinterpret_cast<Bytef*>(out);
    z_.avail_out = static_cast<uInt>(room);
    int state = inflate(&z_, Z_NO_FLUSH);
    if (state == Z_DATA_ERROR && first_ && z_.total_out == 0) {
      // "deflate" of HTTP: some servers leave the zlib header out.
      first_ = false;
      inflateReset2(&z_, -MAX_WBITS);
      return step(in, out, room);
    }
    in.remove_prefix(in.size() - z_.avail_in);
    std::size_t made = room - z_.avail_out;
    if (made > 0) first_ = false;
    if (state == Z_STREAM_END) {
      complete_ = true;
      first_ = false;
    } else if (state == Z_MEM_ERROR) {
      return fail(ErrorCode::over_limit, "out of memory while unpacking");
    } else if (state != Z_OK && state != Z_BUF_ERROR) {
      return fail(ErrorCode::malformed, "the gzip data is damaged", {},
                  "fetch or copy the file again; what came before the damage was read");
    }
    return made;
  }

  [[nodiscard]] bool complete() const override { return complete_; }
  void no_bare_deflate() { first_ = false; }

 private:
  z_stream z_ = {};
  bool complete_ = false;
  bool first_ = true;  // nothing was made yet: it may be deflate without a header
};

class ZstdDecoder final : public Decoder {
 public:
  ZstdDecoder() : zstd_(ZSTD_createDStream()) {}
  ~ZstdDecoder() override { ZSTD_freeDStream(zstd_); }

  Result<std::size_t> step(std::string_view& in, char* out, std::size_t room) override {
    // Asked for more after the end of a frame, the library would begin the next one.
    if (complete_ && in.empty()) return std::size_t{0};
    ZSTD_inBuffer input = {in.data(), in.size(), 0};
    ZSTD_outBuffer output = {out, room, 0};
    std::size_t left = ZSTD_decompressStream(zstd_, &output, &input);
    if (ZSTD_isError(left) != 0) {
      return fail(ErrorCode::malformed, std::string("the zstd data is damaged: ") + ZSTD_getErrorName(left),
                  {}, "fetch or copy the file again; what came before the damage was read");
    }
    in.remove_prefix(input.pos);
    complete_ = left == 0;
    return output.pos;
  }

  [[nodiscard]] bool complete() const override { return complete_; }

 private:
  ZSTD_DStream* zstd_;
  bool complete_ = true;  // nothing begun
};

std::unique_ptr<Decoder> decoder_for(Packing packing) {
  if (packing == Packing::zstd) return std::make_unique<ZstdDecoder>();
  auto decoder = std::make_unique<ZlibDecoder>();
  if (packing == Packing::gzip) decoder->no_bare_deflate();
  return decoder;
}

Error cut_short(Packing packing) {
  return Error{
      ErrorCode::malformed,
      std::string("the ") + (packing == Packing::zstd ? "zstd" : "gzip") + " data ends before its end",
      {},
      "fetch or copy the file again; what came before was read"};
}

class UnpackingStream final : public ByteStream {
 public:
  UnpackingStream(std::unique_ptr<ByteStream> packed, Packing packing)
      : packed_(std::move(packed)), packing_(packing), decoder_(decoder_for(packing)) {}

  Result<std::size_t> read(char* to, std::size_t size) override {
    for (;;) {
      if (input_.empty() && !ended_) {
        auto count = packed_->read(buffer_.data(), buffer_.size());
        if (!count) return count;
        input_ = {buffer_.data(), *count};
        ended_ = *count == 0;
      }
      // At the end of the bytes what the decoder still holds is asked for once more.
      auto made = decoder_->step(input_, to, size);
      if (!made) return made;
      made_ += *made;
      if (made_ > limits::unpacked_free_bytes + limits::unpack_ratio_max * bytes_taken()) {
        return fail(ErrorCode::over_limit,
                    "it unpacks to more than " + std::to_string(limits::unpack_ratio_max) +
                        " times its size: this is no text, or a trap",
                    {}, "unpack it yourself if you trust it");
      }
      if (*made > 0) return made;
      if (ended_) {
        if (!decoder_->complete()) return fail(cut_short(packing_));
        return std::size_t{0};
      }
    }
  }

  [[nodiscard]] std::uint64_t bytes_taken() const override { return packed_->bytes_taken(); }

 private:
  std::unique_ptr<ByteStream> packed_;
  Packing packing_;
  std::unique_ptr<Decoder> decoder_;
  std::array<char, 32U << 10> buffer_ = {};
  std::string_view input_;  // of the buffer
  bool ended_ = false;
  std::uint64_t made_ = 0;
};

}  // namespace

Packing packing_of(std::string_view head) {
  using namespace std::string_view_literals;
  if (head.starts_with("\x1F\x8B\x08"sv)) return Packing::gzip;
  if (head.starts_with("\x28\xB5\x2F\xFD"sv)) return Packing::zstd;
  return Packing::none;
}

std::unique_ptr<ByteStream> unpacking(std::unique_ptr<ByteStream> packed, Packing packing) {
  return std::make_unique<UnpackingStream>(std::move(packed), packing);
}

Unpacked unpack(std::string_view packed, Packing packing, std::size_t most) {
  Unpacked out;
  std::unique_ptr<Decoder> decoder = decoder_for(packing);
  std::array<char, 32U << 10> buffer;
  for (;;) {
    auto made = decoder->step(packed, buffer.data(), buffer.size());
    if (!made) {
      out.failure = made.error();
      return out;
    }
    std::size_t room = most - out.bytes.size();
    out.bytes.append(buffer.data(), std::min(*made, room));
    if (*made > room) {
      out.failure = Error{ErrorCode::over_limit,
                          "it unpacks to more than " + std::to_string(most >> 20) + " MB for one report"};
      return out;
    }
    if (*made == 0 && packed.empty()) break;
  }
  if (!decoder->complete()) out.failure = cut_short(packing);
  return out;
}

}  // namespace sitrep
