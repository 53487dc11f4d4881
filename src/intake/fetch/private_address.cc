#include "intake/fetch/private_address.h"

#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace sitrep {

namespace {

using Bytes = std::array<std::uint8_t, 16>;

struct Block {
  std::uint32_t network;
  int bits;
};

// RFC 6890 and its updates.
constexpr Block private_v4[] = {
    {0x00000000, 8},   // this network
    {0x0A000000, 8},   // private
    {0x64400000, 10},  // shared by carriers
    {0x7F000000, 8},   // loopback
    {0xA9FE0000, 16},  // link-local; clouds keep their secrets there
    {0xAC100000, 12},  // private
    {0xC0000000, 24},  // protocol assignments
    {0xC0A80000, 16},  // private
    {0xC6120000, 15},  // benchmarks
    {0xE0000000, 4},   // multicast
    {0xF0000000, 4},   // reserved, broadcast
};

bool is_private_v4(std::uint32_t address) {
  return std::any_of(std::begin(private_v4), std::end(private_v4), [address](const Block& block) {
    std::uint32_t mask = ~std::uint32_t{0} << (32 - block.bits);
    return (address & mask) == block.network;
  });
}

std::uint32_t v4_inside(const Bytes& bytes, std::size_t at) {
  return std::uint32_t{bytes[at]} << 24 | std::uint32_t{bytes[at + 1]} << 16 |
         std::uint32_t{bytes[at + 2]} << 8 | bytes[at + 3];
}

bool starts_with(const Bytes& bytes, std::initializer_list<std::uint8_t> prefix) {
  return std::equal(prefix.begin(), prefix.end(), bytes.begin());
}

bool is_private_v6(const Bytes& bytes) {
  // Mapped, compatible (with :: and ::1), and by NAT64.
  if (starts_with(bytes, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF}))
    return is_private_v4(v4_inside(bytes, 12));
  if (starts_with(bytes, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0})) return true;
  if (starts_with(bytes, {0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0})) {
    return is_private_v4(v4_inside(bytes, 12));
  }
  if (starts_with(bytes, {0x20, 0x02})) return is_private_v4(v4_inside(bytes, 2));  // 6to4
  bool unique_local = (bytes[0] & 0xFEU) == 0xFC;
  bool link_or_site_local = bytes[0] == 0xFE && bytes[1] >= 0x80;
  bool local_nat64 = starts_with(bytes, {0x00, 0x64, 0xFF, 0x9B, 0x00, 0x01});
  return unique_local || link_or_site_local || local_nat64 || bytes[0] == 0xFF;
}

}  // namespace

bool is_private_address(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    sockaddr_in v4 = {};
    std::memcpy(&v4, &address, sizeof v4);
    return is_private_v4(ntohl(v4.sin_addr.s_addr));
  }
  if (address.sa_family == AF_INET6) {
    sockaddr_in6 v6 = {};
    std::memcpy(&v6, &address, sizeof v6);
    Bytes bytes = {};
    std::memcpy(bytes.data(), &v6.sin6_addr, bytes.size());
    return is_private_v6(bytes);
  }
  return true;
}

}  // namespace sitrep
