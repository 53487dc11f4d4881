#include "intake/sniff/binary.h"

#include <cstddef>

namespace sitrep::sniffing {

namespace {

using namespace std::string_view_literals;

struct Mark {
  std::size_t at;
  std::string_view bytes;
  KnownBinary known;
};

constexpr std::string_view to_text = "turn it into text first: pdftotext FILE - | sitrep read -";
constexpr std::string_view save_as_text = "save it as plain text or HTML";
constexpr std::string_view unpack_first = "unpack it first";
constexpr std::string_view no_words = "name files that hold words";

constexpr Mark marks[] = {
    {0, "%PDF-"sv, {"a PDF file", to_text}},
    {0, "%!PS"sv, {"a PostScript file", "turn it into text first: ps2ascii FILE | sitrep read -"}},
    {0, "{\\rtf"sv, {"an RTF document", save_as_text}},
    {0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, {"an old Office document", save_as_text}},
    {0, "PK\x03\x04"sv, {"a zip archive or Office document", "unpack it, or save it as plain text or HTML"}},
    {0, "BZh"sv, {"bzip2 data", "unpack it first: bunzip2 -c FILE | sitrep read -"}},
    {0,
     "\xFD"
     "7zXZ\0"sv,
     {"xz data", "unpack it first: xz -dc FILE | sitrep read -"}},
    {0, "7z\xBC\xAF\x27\x1C"sv, {"a 7z archive", unpack_first}},
    {0, "Rar!\x1A\x07"sv, {"a RAR archive", unpack_first}},
    {0, "\x04\x22\x4D\x18"sv, {"lz4 data", unpack_first}},
    {257, "ustar"sv, {"a tar archive", "unpack it, then name the files in it"}},
    {0, "SQLite format 3\0"sv, {"a database", "to ask a ledger: sitrep list reports --ledger FILE"}},
    {0, "PAR1"sv, {"a Parquet file", "turn it into JSON Lines first"}},
    {0, "\x89PNG\r\n\x1A\n"sv, {"a PNG image", no_words}},
    {0, "\xFF\xD8\xFF"sv, {"a JPEG image", no_words}},
    {0, "GIF87a"sv, {"a GIF image", no_words}},
    {0, "GIF89a"sv, {"a GIF image", no_words}},
    {8, "WEBP"sv, {"a WebP image", no_words}},
    {4, "ftyp"sv, {"a video, sound or image file", no_words}},
    {0, "\x1A\x45\xDF\xA3"sv, {"a video", no_words}},
    {0, "OggS"sv, {"a sound file", no_words}},
    {0, "ID3"sv, {"a sound file", no_words}},
    {0,
     "\x7F"
     "ELF"sv,
     {"a program", no_words}},
};

}  // namespace

std::optional<KnownBinary> known_binary(std::string_view head) {
  for (const Mark& mark : marks) {
    if (head.size() >= mark.at && head.substr(mark.at).starts_with(mark.bytes)) return mark.known;
  }
  return std::nullopt;
}

bool is_binary(std::string_view head) {
  std::size_t controls = 0;
  for (char c : head) {
    auto byte = static_cast<unsigned char>(c);
    // Escape begins characters of ISO-2022-JP.
    bool fits_text = byte >= 0x20 ? byte != 0x7F : (byte >= '\t' && byte <= '\r') || byte == 0x1B;
    if (!fits_text) ++controls;
  }
  return controls * 10 > head.size();
}

}  // namespace sitrep::sniffing
