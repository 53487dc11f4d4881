// Unpacking: gzip members and zstd frames, one after another, as one stream; what HTTP packs, in memory.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "intake/stream/byte_stream.h"

namespace sitrep {

enum class Packing { none, gzip, deflate, zstd, brotli };

// What the first bytes say; never `deflate` or `brotli`, which have no mark of their own.
Packing packing_of(std::string_view head);

// `packed` (gzip or zstd) unpacked on the way, in bounded memory. Fails with `malformed` where the data is
// damaged or cut, and with `over_limit` where it unpacks to more than any text does
// (limits::unpack_ratio_max), counted from the file at the bottom, however often it was packed.
std::unique_ptr<ByteStream> unpacking(std::unique_ptr<ByteStream> packed, Packing packing);

// The same in memory, up to `most` bytes: what could be unpacked, and what stopped it.
struct Unpacked {
  std::string bytes;
  std::optional<Error> failure;
};
Unpacked unpack(std::string_view packed, Packing packing, std::size_t most);

}  // namespace sitrep
