// FNV-1a (Fowler, Noll, Vo; draft-eastlake-fnv): what words, names and rows are told apart by. No protection
// against people who look for collisions.
#pragma once

#include <cstdint>
#include <string_view>

namespace sitrep {

inline constexpr std::uint64_t fnv_basis = 0xCBF29CE484222325U;

// Of 64 bits. `hash` of earlier bytes goes on with more.
constexpr std::uint64_t fnv1a(std::string_view bytes, std::uint64_t hash = fnv_basis) {
  for (char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return hash;
}

// The same folded to 32 bits, its halves by exclusive or.
constexpr std::uint32_t fnv1a_32(std::string_view bytes) {
  std::uint64_t hash = fnv1a(bytes);
  return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

}  // namespace sitrep
