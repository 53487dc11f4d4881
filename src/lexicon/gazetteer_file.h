// The compiled gazetteer, byte for byte: what tools in the build write (compile_gazetteer.cc) and
// lexicon/gazetteer.h maps. Little-endian; every section starts at a multiple of 8 bytes.
//
//   header | places | names | names by hash | names by sound | countries | texts
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace sitrep::gazetteer_file {

inline constexpr std::array<char, 8> magic = {'S', 'I', 'T', 'R', 'E', 'P', 'G', '1'};
inline constexpr std::uint32_t format = 1;
inline constexpr std::uint32_t none = 0xFFFFFFFF;

struct Section {
  std::uint64_t offset;  // bytes from the file's start
  std::uint64_t count;   // rows; of texts, bytes
};

struct Header {
  std::array<char, 8> magic;
  std::uint32_t format;
  std::uint32_t byte_order;  // 0x01020304
  std::uint64_t file_bytes;
  std::uint64_t checksum;  // of all bytes after the header
  Section places, names, by_hash, by_sound, countries, texts;
};

struct PlaceRow {
  std::int32_t lat, lon;           // degrees times 100,000
  std::uint32_t population;        // 0: not known
  std::uint32_t radius_m;          // how far from the point the place may reach
  std::uint32_t geonames;          // GeoNames id; 0: none
  std::uint32_t province, county;  // rows of `places`, or none
  std::uint32_t first_name;        // the first of its names, which stand together
  std::uint32_t code;              // text: "AF-PAN"; none
  std::uint16_t names;
  std::uint8_t kind;
  std::uint8_t reserved;
  std::array<char, 2> country;  // "UA"; zeros: none
  std::array<char, 2> reserved_too;
};

struct NameRow {
  std::uint32_t text;
  std::uint32_t place : 28;
  std::uint32_t use : 4;  // NameUse
};

struct IndexRow {
  std::uint32_t hash;  // rows are sorted by it, then by weight of the place, heaviest first
  std::uint32_t name;
};

struct SoundRow {
  std::uint32_t hash;  // of the sound's skeleton; sorted like IndexRow
  std::uint32_t name;
  std::uint32_t sound;  // text: the name as it sounds
};

struct CountryRow {
  std::array<char, 2> alpha2;
  std::array<char, 3> alpha3;  // zeros: none
  std::array<char, 2> fips;
  std::uint8_t reserved;
  std::uint16_t numeric, cow, gw;  // 0: none
  std::uint16_t reserved_too;
  std::uint32_t place;
};

static_assert(sizeof(Header) == 32 + 6 * 16 && sizeof(PlaceRow) == 44 && sizeof(NameRow) == 8);
static_assert(sizeof(IndexRow) == 8 && sizeof(SoundRow) == 12 && sizeof(CountryRow) == 20);

// Quick rather than strong: it is against bad disks and cut copies.
inline std::uint64_t checksum(std::string_view bytes) {
  std::array<std::uint64_t, 4> lanes = {1, 2, 3, 4};
  std::size_t at = 0;
  for (; at + 32 <= bytes.size(); at += 32) {
    for (std::size_t lane = 0; lane < 4; ++lane) {
      std::uint64_t word = 0;
      std::memcpy(&word, bytes.data() + at + 8 * lane, 8);
      lanes[lane] = (lanes[lane] ^ word) * 0x9E3779B97F4A7C15U;
      lanes[lane] ^= lanes[lane] >> 29;
    }
  }
  std::uint64_t sum = bytes.size();
  for (; at < bytes.size(); ++at) sum = (sum ^ static_cast<unsigned char>(bytes[at])) * 0x100000001B3U;
  for (std::uint64_t lane : lanes) sum = (sum ^ lane) * 0x9E3779B97F4A7C15U;
  return sum ^ (sum >> 32);
}

}  // namespace sitrep::gazetteer_file
