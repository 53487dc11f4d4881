#include "intake/stream/unpack.h"

#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <cassert>
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
  // Takes from the front of `in`; how many bytes were made. After a failure there are no more.
  virtual std::size_t step(std::string_view& in, char* out, std::size_t room) = 0;
  // Whether the data may end here.
  [[nodiscard]] virtual bool complete() const = 0;
  [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }

 protected:
  void damaged(std::string what) {
    failure_ = Error{ErrorCode::malformed,
                     std::move(what),
                     {},
                     "fetch or copy the file again; what came before the damage was read"};
  }

 private:
  std::optional<Error> failure_;
};

class ZlibDecoder final : public Decoder {
 public:
  // As zlib counts: 31 for gzip, 15 for zlib, -15 for deflate without a header.
  explicit ZlibDecoder(int window_bits) : window_bits_(window_bits) { inflateInit2(&z_, window_bits); }
  ~ZlibDecoder() override { inflateEnd(&z_); }

  std::size_t step(std::string_view& in, char* out, std::size_t room) override {
    if (complete_) {
      // Padding behind the last member (tapes, block devices) is no damage.
      in.remove_prefix(std::min(in.find_first_not_of('\0'), in.size()));
      if (in.empty()) return 0;
      inflateReset2(&z_, window_bits_);
      complete_ = false;
    }
    z_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
    z_.avail_in = static_cast<uInt>(in.size());
    z_.next_out = reinterpret_cast<Bytef*>(out);
    z_.avail_out = static_cast<uInt>(room);
    int state = inflate(&z_, Z_NO_FLUSH);
    in.remove_prefix(in.size() - z_.avail_in);
    complete_ = state == Z_STREAM_END;
    if (!complete_ && state != Z_OK && state != Z_BUF_ERROR) damaged("the gzip data is damaged");
    return room - z_.avail_out;
  }

  [[nodiscard]] bool complete() const override { return complete_; }

 private:
  z_stream z_ = {};
  int window_bits_;
  bool complete_ = false;
};

class ZstdDecoder final : public Decoder {
 public:
  ZstdDecoder() : zstd_(ZSTD_createDStream()) {}
  ~ZstdDecoder() override { ZSTD_freeDStream(zstd_); }

  std::size_t step(std::string_view& in, char* out, std::size_t room) override {
    // Asked for more after the end of a frame, the library would begin the next one.
    if (complete_ && in.empty()) return 0;
    ZSTD_inBuffer input = {in.data(), in.size(), 0};
    ZSTD_outBuffer output = {out, room, 0};
    std::size_t left = ZSTD_decompressStream(zstd_, &output, &input);
    if (ZSTD_isError(left) != 0) damaged(std::string("the zstd data is damaged: ") + ZSTD_getErrorName(left));
    in.remove_prefix(input.pos);
    complete_ = left == 0;
    return output.pos;
  }

  [[nodiscard]] bool complete() const override { return complete_; }

 private:
  ZSTD_DStream* zstd_;
  bool complete_ = true;  // nothing begun
};

class BrotliDecoder final : public Decoder {
 public:
  BrotliDecoder() : brotli_(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)) {}
  ~BrotliDecoder() override { BrotliDecoderDestroyInstance(brotli_); }

  std::size_t step(std::string_view& in, char* out, std::size_t room) override {
    std::size_t left = in.size();
    std::size_t room_left = room;
    const auto* from = reinterpret_cast<const std::uint8_t*>(in.data());
    auto* to = reinterpret_cast<std::uint8_t*>(out);
    auto state = BrotliDecoderDecompressStream(brotli_, &left, &from, &room_left, &to, nullptr);
    if (state == BROTLI_DECODER_RESULT_ERROR) damaged("the brotli data is damaged");
    complete_ = state == BROTLI_DECODER_RESULT_SUCCESS;
    in = complete_ ? std::string_view() : in.substr(in.size() - left);  // there is but one stream
    return room - room_left;
  }

  [[nodiscard]] bool complete() const override { return complete_; }

 private:
  BrotliDecoderState* brotli_;
  bool complete_ = false;
};

// "deflate" of HTTP means zlib, but some servers leave its header out.
bool has_zlib_header(std::string_view head) {
  if (head.size() < 2) return false;
  unsigned first = static_cast<unsigned char>(head[0]);
  unsigned second = static_cast<unsigned char>(head[1]);
  return (first & 0x0FU) == 8 && (first * 256 + second) % 31 == 0;
}

std::unique_ptr<Decoder> decoder_for(Packing packing, std::string_view head) {
  switch (packing) {
    case Packing::zstd:
      return std::make_unique<ZstdDecoder>();
    case Packing::deflate:
      return std::make_unique<ZlibDecoder>(has_zlib_header(head) ? MAX_WBITS : -MAX_WBITS);
    case Packing::brotli:
      return std::make_unique<BrotliDecoder>();
    default:
      return std::make_unique<ZlibDecoder>(MAX_WBITS + 16);
  }
}

Error cut_short(Packing packing) {
  const char* name = packing == Packing::zstd ? "zstd" : packing == Packing::brotli ? "brotli" : "gzip";
  return Error{ErrorCode::malformed,
               std::string("the ") + name + " data ends before its end",
               {},
               "fetch or copy the file again; what came before was read"};
}

class UnpackingStream final : public ByteStream {
 public:
  UnpackingStream(std::unique_ptr<ByteStream> packed, Packing packing)
      : packed_(std::move(packed)), packing_(packing), decoder_(decoder_for(packing, {})) {
    assert(packing == Packing::gzip || packing == Packing::zstd);
  }

  Result<std::size_t> read(char* to, std::size_t size) override {
    for (;;) {
      if (input_.empty() && !ended_) {
        auto count = packed_->read(buffer_.data(), buffer_.size());
        if (!count) return count;
        input_ = {buffer_.data(), *count};
        ended_ = *count == 0;
      }
      // At the end of the bytes what the decoder still holds is asked for once more.
      if (decoder_->failure()) return fail(*decoder_->failure());
      std::size_t made = decoder_->step(input_, to, size);
      made_ += made;
      if (made_ > limits::unpacked_free_bytes + limits::unpack_ratio_max * bytes_taken()) {
        return fail(ErrorCode::over_limit,
                    "it unpacks to more than " + std::to_string(limits::unpack_ratio_max) +
                        " times its size: this is no text, or a trap",
                    {}, "unpack it yourself if you trust it");
      }
      if (made > 0) return made;
      if (decoder_->failure()) continue;
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
  std::unique_ptr<Decoder> decoder = decoder_for(packing, packed);
  std::array<char, 32U << 10> buffer;
  for (;;) {
    std::size_t made = decoder->step(packed, buffer.data(), buffer.size());
    std::size_t room = most - out.bytes.size();
    out.bytes.append(buffer.data(), std::min(made, room));
    out.failure = decoder->failure();
    if (made > room) {
      out.failure = Error{ErrorCode::over_limit,
                          "it unpacks to more than " + std::to_string(most >> 20) + " MB for one report"};
    }
    if (out.failure) return out;
    if (made == 0 && packed.empty()) break;
  }
  if (!decoder->complete()) out.failure = cut_short(packing);
  return out;
}

}  // namespace sitrep
