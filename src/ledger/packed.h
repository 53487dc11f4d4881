// Bytes packed with zstd where that makes them smaller, as they are where not.
//
// The size before packing is kept beside them: as many bytes as that are the bytes themselves, fewer
// are a zstd frame.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sitrep {

std::string pack(std::string_view bytes);

// Nothing for bytes that do not unpack to exactly `size`, or a size past `size_max`.
std::optional<std::string> unpack(std::string_view packed, std::int64_t size, std::size_t size_max);

}  // namespace sitrep
