#include <gtest/gtest.h>

#include <string>

#include "base/limits.h"
#include "intake/stream/byte_reader.h"
#include "intake/stream/byte_stream.h"
#include "intake/stream/packed_for_tests.h"
#include "intake/stream/unpack.h"

namespace sitrep {
namespace {

using namespace std::string_literals;

// All bytes, then how it ended.
std::string drained(ByteStream& stream) {
  std::string out;
  std::string room(4096, '\0');
  for (;;) {
    auto count = stream.read(room.data(), room.size());
    if (!count) return out + "!" + std::string(wire_name(count.error().code));
    if (*count == 0) return out;
    out.append(room, 0, *count);
  }
}

TEST(Unpacking, Table) {
  const std::string a = "Two dead. ";
  const std::string b = "Three hurt.";
  std::string cut = gzipped(a + b);
  cut.resize(cut.size() - 4);
  std::string broken = gzipped(std::string(300, 'x') + b);
  broken[broken.size() - 6] ^= 0x55;
  std::string cut_zstd = zstd_packed(a + b);
  cut_zstd.resize(cut_zstd.size() - 3);
  const std::string brotli = "\x0B\x0A\x80" + a + b + "\x03";  // a block that is not made smaller
  const struct {
    std::string packed;
    Packing packing;
    std::string want;
  } rows[] = {
      {gzipped(a), Packing::gzip, a},
      {gzipped(a) + gzipped(b), Packing::gzip, a + b},
      {gzipped(a) + std::string(512, '\0'), Packing::gzip, a},
      {gzipped(a) + gzipped("") + gzipped(b), Packing::gzip, a + b},
      {gzipped(a) + "no gzip", Packing::gzip, a + "!malformed"},
      {"\x1F\x8B\x08", Packing::gzip, "!malformed"},
      {cut, Packing::gzip, a + b + "!malformed"},
      {broken, Packing::gzip, std::string(300, 'x') + b + "!malformed"},
      {deflated(a, 15), Packing::deflate, a},
      {deflated(a, -15), Packing::deflate, a},
      {zstd_packed(a) + zstd_packed(b), Packing::zstd, a + b},
      {zstd_packed(a) + "no zstd", Packing::zstd, a + "!malformed"},
      {zstd_packed(a) + zstd_packed(b).substr(0, 3), Packing::zstd, a + "!malformed"},
      {cut_zstd, Packing::zstd, "Two dead. Three hu!malformed"},
      {brotli, Packing::brotli, a + b},
      {brotli + "no brotli", Packing::brotli, a + b},
      {brotli.substr(0, brotli.size() - 1), Packing::brotli, a + b + "!malformed"},
      {"<p>no brotli", Packing::brotli, "!malformed"},
  };
  for (const auto& row : rows) {
    for (std::size_t piece : {1, 7, 100000}) {
      if (row.packing == Packing::deflate || row.packing == Packing::brotli) continue;  // never streams
      auto stream = unpacking(std::make_unique<PieceStream>(row.packed, piece), row.packing);
      EXPECT_EQ(drained(*stream), row.want) << &row - rows << " in pieces of " << piece;
    }
    Unpacked memory = unpack(row.packed, row.packing, 1000);
    EXPECT_EQ(memory.bytes + (memory.failure ? "!malformed" : ""), row.want) << &row - rows;
  }
}

TEST(Unpacking, Bombs) {
  // 200 MB of nothing in 200 KB, and that once more in 1 KB.
  std::string bomb = gzipped(std::string(200U << 20, '\0'));
  std::string nested = gzipped(bomb);
  auto stream = unpacking(unpacking(open_memory(nested), Packing::gzip), Packing::gzip);
  std::string room(1U << 20, '\0');
  std::uint64_t made = 0;
  ErrorCode code = ErrorCode::bad_usage;
  for (;;) {
    auto count = stream->read(room.data(), room.size());
    if (!count) code = count.error().code;
    if (!count || *count == 0) break;
    made += *count;
  }
  EXPECT_EQ(code, ErrorCode::over_limit);
  EXPECT_LE(made, limits::unpacked_free_bytes + limits::unpack_ratio_max * nested.size());

  Unpacked memory = unpack(bomb, Packing::gzip, 1000);
  EXPECT_EQ(memory.bytes.size(), 1000U);
  ASSERT_TRUE(memory.failure.has_value());
  EXPECT_EQ(memory.failure->code, ErrorCode::over_limit);
  EXPECT_FALSE(unpack(gzipped(std::string(1000, 'a')), Packing::gzip, 1000).failure);
}

std::string lines_of(const std::string& bytes, std::size_t piece, std::size_t most) {
  ByteReader reader(std::make_unique<PieceStream>(bytes, piece));
  std::string out;
  std::string line;
  for (;;) {
    switch (reader.take_line(line, most)) {
      case ByteReader::Line::none:
        return out;
      case ByteReader::Line::whole:
        out += "[" + line + "]";
        break;
      case ByteReader::Line::too_long:
        out += "<" + line + ">";
        break;
    }
  }
}

TEST(ByteReader, Lines) {
  const struct {
    std::string bytes;
    std::string want;
  } rows[] = {
      {"", ""},
      {"a", "[a]"},
      {"a\n", "[a]"},
      {"a\r\nb\r\n", "[a][b]"},
      {"a\rb\n\n\nc", "[a\rb][][][c]"},
      {"12345678\n123456789\nx", "[12345678]<12345678>[x]"},
      {"123456789012345678901234567890", "<12345678>"},
      {"a\0b\n"s, "[a\0b]"s},
  };
  for (const auto& row : rows) {
    for (std::size_t piece : {1, 3, 1000}) EXPECT_EQ(lines_of(row.bytes, piece, 8), row.want);
  }
}

TEST(ByteReader, AFailureLeavesNoHalfLine) {
  std::string packed = gzipped("first\nsecond\nthi");
  packed.resize(packed.size() - 8);
  ByteReader reader(unpacking(open_memory(packed), Packing::gzip));
  std::string line;
  EXPECT_EQ(reader.take_line(line, 100), ByteReader::Line::whole);
  EXPECT_EQ(line, "first");
  EXPECT_FALSE(reader.failure());
  EXPECT_EQ(reader.take_line(line, 100), ByteReader::Line::whole);
  EXPECT_EQ(reader.take_line(line, 100), ByteReader::Line::none);
  ASSERT_TRUE(reader.failure());
  EXPECT_EQ(reader.failure()->code, ErrorCode::malformed);
}

TEST(ByteReader, LooksAheadAndGoesOn) {
  ByteReader reader(std::make_unique<PieceStream>("abcdefghij", 2));
  EXPECT_EQ(reader.peek(5).substr(0, 5), "abcde");
  EXPECT_EQ(reader.offset(), 0U);
  reader.skip(3);
  EXPECT_EQ(reader.offset(), 3U);
  std::string some;
  reader.take(some, 2);
  EXPECT_EQ(some, "de");
  EXPECT_TRUE(reader.skip_far(2));
  EXPECT_EQ(drained(reader), "hij");
  EXPECT_FALSE(reader.skip_far(1));
  EXPECT_TRUE(reader.at_end());
}

TEST(Files, ErrorsTellWhat) {
  EXPECT_EQ(open_file("/no/such/file").error().code, ErrorCode::not_found);
  EXPECT_EQ(open_file("/").error().code, ErrorCode::cannot_read);
  EXPECT_EQ(open_file("/").error().where, "/");
}

}  // namespace
}  // namespace sitrep
