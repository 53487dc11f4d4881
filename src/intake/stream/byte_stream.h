// ByteStream: bytes read once, from front to back. Files, standard input and memory are streams;
// unpacking (unpack.h) and looking ahead (byte_reader.h) are streams over streams.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "base/result.h"

namespace sitrep {

class ByteStream {
 public:
  ByteStream() = default;
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;
  virtual ~ByteStream() = default;

  // At most `size` bytes into `to`, as many as come easily; 0 at the end. A stream that failed has
  // ended. Errors tell no place: the caller knows the name.
  virtual Result<std::size_t> read(char* to, std::size_t size) = 0;

  // Bytes taken so far from the file at the bottom, before any unpacking.
  [[nodiscard]] virtual std::uint64_t bytes_taken() const = 0;
};

// A file, a pipe or a device; folders are refused.
Result<std::unique_ptr<ByteStream>> open_file(const std::string& path);
std::unique_ptr<ByteStream> open_standard_input();
std::unique_ptr<ByteStream> open_memory(std::string bytes);

}  // namespace sitrep
