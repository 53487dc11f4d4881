#include "intake/encoding/guess.h"

#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <memory>

namespace sitrep::encoding {

namespace {

constexpr std::size_t sample_bytes = 64U << 10;
// Below this many telling bytes a detector does no better than chance.
constexpr std::size_t telling_bytes_min = 16;

struct DeleteDetector {
  void operator()(uchardet_t detector) const { uchardet_delete(detector); }
};

// Quotation marks, dashes and dots stand at the same bytes in all of windows-125x and tell nothing.
bool is_windows_punctuation(unsigned char c) { return c == 0x85 || (c >= 0x91 && c <= 0x97); }

struct HighBytes {
  std::size_t telling = 0;
  bool has_c1 = false;  // 0x80 to 0x9F: control characters in ISO 8859, letters and marks in windows-125x
};

HighBytes count_high_bytes(std::string_view bytes) {
  HighBytes found;
  for (char c : bytes) {
    auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) continue;
    found.telling += !is_windows_punctuation(byte);
    found.has_c1 |= byte < 0xA0;
  }
  return found;
}

}  // namespace

std::optional<ByteOrderMark> byte_order_mark(std::string_view bytes) {
  using namespace std::string_view_literals;
  struct Mark {
    std::string_view bytes;
    std::string_view label;
  };
  // The mark of UTF-32LE begins with that of UTF-16LE.
  static constexpr Mark marks[] = {{"\xEF\xBB\xBF"sv, "utf-8"},
                                   {"\xFF\xFE\0\0"sv, "utf-32le"},
                                   {"\0\0\xFE\xFF"sv, "utf-32be"},
                                   {"\xFF\xFE"sv, "utf-16le"},
                                   {"\xFE\xFF"sv, "utf-16be"}};
  for (const Mark& mark : marks) {
    if (bytes.starts_with(mark.bytes)) return ByteOrderMark{find_charset(mark.label), mark.bytes.size()};
  }
  return std::nullopt;
}

const Charset* guess_utf16(std::string_view bytes) {
  bytes = bytes.substr(0, sample_bytes);
  std::array<std::size_t, 2> low{};
  std::size_t units = bytes.size() / 2;
  if (units < 2) return nullptr;
  for (std::size_t i = 0; i < 2 * units; ++i) low[i % 2] += static_cast<unsigned char>(bytes[i]) <= 0x08;
  auto most = [units](std::size_t count) { return count * 10 >= units * 7; };
  auto few = [units](std::size_t count) { return count * 20 <= units; };
  if (most(low[1]) && few(low[0])) return find_charset("utf-16le");
  if (most(low[0]) && few(low[1])) return find_charset("utf-16be");
  return nullptr;
}

const Charset* guess_charset(std::string_view bytes) {
  // ASCII in front (a page's head) tells nothing.
  auto first =
      std::find_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<signed char>(c) < 0; });
  bytes = bytes.substr(static_cast<std::size_t>(first - bytes.begin())).substr(0, sample_bytes);
  HighBytes high = count_high_bytes(bytes);
  if (high.telling < telling_bytes_min) return nullptr;

  std::unique_ptr<uchardet, DeleteDetector> detector(uchardet_new());
  if (uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0) return nullptr;
  uchardet_data_end(detector.get());
  const Charset* found = find_charset(uchardet_get_charset(detector.get()));
  if (found == nullptr || found->name == "UTF-8") return nullptr;
  if (high.has_c1) {
    if (found->name == "ISO-8859-2") return find_charset("windows-1250");
    if (found->name == "ISO-8859-7") return find_charset("windows-1253");
    if (found->name == "ISO-8859-13" || found->name == "ISO-8859-4") return find_charset("windows-1257");
    if (found->name == "ISO-8859-15" || found->name == "ISO-8859-3") return find_charset("windows-1252");
  }
  return found;
}

bool is_mostly_ascii(std::string_view bytes) {
  bytes = bytes.substr(0, sample_bytes);
  auto printable = std::count_if(bytes.begin(), bytes.end(), [](char c) {
    return (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\r' || c == '\t';
  });
  return static_cast<std::size_t>(printable) * 5 >= bytes.size() * 4;
}

}  // namespace sitrep::encoding
