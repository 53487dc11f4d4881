// Packed bytes, and bytes that come in pieces, for the tests of intake.
#pragma once

#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <string>

#include "intake/stream/byte_stream.h"

namespace sitrep {

// One gzip member (window bits 31), zlib stream (15) or bare deflate (-15).
inline std::string deflated(const std::string& bytes, int window_bits) {
  z_stream z = {};
  EXPECT_EQ(deflateInit2(&z, 9, Z_DEFLATED, window_bits, 9, Z_DEFAULT_STRATEGY), Z_OK);
  std::string out(deflateBound(&z, bytes.size()) + 64, '\0');
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  z.avail_in = static_cast<uInt>(bytes.size());
  z.next_out = reinterpret_cast<Bytef*>(out.data());
  z.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(deflate(&z, Z_FINISH), Z_STREAM_END);
  out.resize(z.total_out);
  deflateEnd(&z);
  return out;
}

inline std::string gzipped(const std::string& bytes) { return deflated(bytes, 31); }

inline std::string zstd_packed(const std::string& bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 19));
  return out;
}

// Gives its bytes in pieces of one size: what stands across two pieces must not matter.
class PieceStream final : public ByteStream {
 public:
  PieceStream(std::string bytes, std::size_t piece) : bytes_(std::move(bytes)), piece_(piece) {}
  Result<std::size_t> read(char* to, std::size_t size) override {
    std::size_t count = std::min({size, piece_, bytes_.size() - at_});
    bytes_.copy(to, count, at_);
    at_ += count;
    return count;
  }
  [[nodiscard]] std::uint64_t bytes_taken() const override { return at_; }

 private:
  std::string bytes_;
  std::size_t piece_;
  std::size_t at_ = 0;
};

}  // namespace sitrep
