#include "intake/encoding/encoding.h"

#include <gtest/gtest.h>
#include <unicode/ucnv.h>

#include <chrono>
#include <string>

#include "intake/encoding/charsets.h"
#include "intake/encoding/content_type.h"
#include "text/utf8.h"

namespace sitrep {
namespace {

using namespace std::string_literals;

// Every character leads back to bytes: ASCII to itself, others to a stretch that is not empty.
void check_map(const std::string& bytes, const DecodedText& text) {
  ASSERT_EQ(find_ill_formed(text.utf8), std::string_view::npos);
  ASSERT_EQ(text.map.target_bytes(), text.utf8.size());
  std::uint32_t last_end = 0;
  for (std::size_t at = 0; at < text.utf8.size();) {
    CodePoint c = decode_utf8(text.utf8, at);
    auto source = text.map.to_source(make_span(at, at + c.bytes));
    ASSERT_TRUE(source.has_value());
    ASSERT_FALSE(source->empty());
    ASSERT_LE(source->end, bytes.size());
    ASSERT_GE(source->begin + 1, last_end);
    last_end = source->end;
    at += c.bytes;
  }
}

std::string utf16(const std::u16string& text, bool little) {
  std::string bytes;
  for (char16_t unit : text) {
    char low = static_cast<char>(unit & 0xFF);
    char high = static_cast<char>(unit >> 8);
    bytes += little ? low : high;
    bytes += little ? high : low;
  }
  return bytes;
}

std::string in_charset(const char* charset, const std::string& utf8) {
  std::string out(utf8.size() * 4 + 16, '\0');
  UErrorCode status = U_ZERO_ERROR;
  auto size = ucnv_convert(charset, "UTF-8", out.data(), static_cast<int>(out.size()), utf8.data(),
                           static_cast<int>(utf8.size()), &status);
  EXPECT_TRUE(U_SUCCESS(status)) << charset;
  out.resize(static_cast<std::size_t>(size));
  return out;
}

struct Case {
  std::string bytes;
  CharsetHints hints;
  std::string utf8;
  std::string encoding;
  bool detected = false;
  std::size_t replaced = 0;
};

TEST(Encoding, OrderOfBelief) {
  const std::string fffd = "\xEF\xBF\xBD";
  const Case cases[] = {
      {"", {}, "", "UTF-8"},
      {"plain", {}, "plain", "UTF-8"},
      {"caf\xC3\xA9", {"", "iso-8859-1"}, "café", "UTF-8"},      // well-formed UTF-8 beats what is declared
      {"caf\xC3\xA9", {"latin1", ""}, "cafÃ©", "windows-1252"},  // but not a person
      {"\xEF\xBB\xBFmark", {}, "mark", "UTF-8"},
      {"\xEF\xBB\xBFmark", {"utf-8", ""}, "mark", "UTF-8"},
      {"\xFF\xFEh\0i\0"s, {}, "hi", "UTF-16LE"},
      {"\xFE\xFF\0h\0i"s, {}, "hi", "UTF-16BE"},
      {"\xFE\xFF\0h\0i"s, {"utf-16", ""}, "hi", "UTF-16BE"},
      {"\xFF\xFE\0\0h\0\0\0"s, {}, "h", "UTF-32LE"},
      {"\0\0\xFE\xFF\0\0\0h"s, {}, "h", "UTF-32BE"},
      {"T\0w\0o\0 \0d\0e\0a\0d\0"s, {}, "Two dead", "UTF-16LE", true},
      {"\0T\0w\0o\0 \0d\0e\0a\0d"s, {}, "Two dead", "UTF-16BE", true},
      {"caf\xE9", {"", "iso-8859-1"}, "café", "windows-1252"},
      {"caf\xE9", {"", "utf-8"}, "café", "windows-1252", true},  // the bytes contradict
      {"caf\xE9", {}, "café", "windows-1252", true},
      {"\x93Two\x94 \x96 dead", {}, "“Two” – dead", "windows-1252", true},
      {"\x8F\xE0\xA8", {"", "cp866"}, "При", "IBM866"},
      {"caf\xE9", {"", "no-such-charset"}, "café", "windows-1252", true},
      {"nul\0nul"s, {}, "nul" + fffd + "nul", "UTF-8", false, 1},
      {"é é é é é \xFF é", {}, "é é é é é " + fffd + " é", "UTF-8", false, 1},
      {"cut here é\xE2\x80", {}, "cut here é" + fffd, "UTF-8", false, 1},
      {"\xED\xA0\x80", {"utf-8", ""}, fffd + fffd + fffd, "UTF-8", false, 3},  // a surrogate
      {"\xFF\xFE\x00\xD8h\0"s, {}, fffd + "h", "UTF-16LE", false, 1},
      {"\xFF\xFEh\0i"s, {}, "h" + fffd, "UTF-16LE", false, 1},
      {"\xFF\xFE\x3D\xD8\x00\xDE"s, {}, "\xF0\x9F\x98\x80", "UTF-16LE"},
      {"\xC4\xE3\xBA\xC3", {"", "gb2312"}, "你好", "GBK"},
      {"\x1B$B8=COEg\x1B(B", {"", "iso-2022-jp"}, "現地島", "ISO-2022-JP"},
      {"Gda\xF1sk", {"", " ISO-8859-2 "}, "Gdańsk", "ISO-8859-2"},
      {"plain caf\xE9 text", {"", "utf-16"}, "plain café text", "windows-1252", true},
  };
  for (const Case& c : cases) {
    auto text = to_utf8(c.bytes, c.hints);
    ASSERT_TRUE(text.has_value());
    EXPECT_EQ(text->utf8, c.utf8);
    EXPECT_EQ(text->encoding, c.encoding) << c.utf8;
    EXPECT_EQ(text->detected, c.detected) << c.utf8;
    EXPECT_EQ(text->replaced_count, c.replaced) << c.utf8;
    check_map(c.bytes, *text);
  }
}

TEST(Encoding, WellFormedTextIsOneRun) {
  auto text = to_utf8("\xEF\xBB\xBFДвое погибли – “two”", {});
  EXPECT_EQ(text->map.run_count(), 1U);
  EXPECT_EQ(text->map.to_source({0, 2}), (Span{3, 5}));
}

TEST(Encoding, Detects) {
  const std::string russian =
      "В среду утром обстрел повредил жилой дом на окраине города, сообщили местные власти. "
      "По их данным, погибли два человека, ещё пятеро доставлены в больницу.";
  const std::string japanese =
      "水曜日の朝、町の外れで砲撃があり、住宅が壊れたと当局が発表した。二人が死亡し、五人が病院に運ばれた。";
  const std::string chinese =
      "周三上午，该市郊区遭到炮击，一栋住宅楼受损，地方当局表示。据他们称，两人死亡，五人被送往医院。";
  const std::string arabic =
      "قال مسؤولون محليون إن قصفا أصاب مبنى سكنيا على أطراف المدينة صباح الأربعاء وقتل شخصين";
  struct {
    const char* charset;
    const std::string& text;
  } const cases[] = {{"windows-1251", russian}, {"KOI8-R", russian},   {"ISO-8859-5", russian},
                     {"Shift_JIS", japanese},   {"EUC-JP", japanese},  {"gb18030", chinese},
                     {"UTF-16LE", russian},     {"UTF-16BE", russian}, {"UTF-16LE", arabic},
                     {"windows-1256", arabic}};
  for (const auto& c : cases) {
    std::string bytes = in_charset(c.charset, c.text);
    auto text = to_utf8(bytes, {});
    ASSERT_TRUE(text.has_value());
    EXPECT_EQ(text->utf8, c.text) << c.charset << " read as " << text->encoding;
    EXPECT_TRUE(text->detected);
    check_map(bytes, *text);
  }
}

TEST(Encoding, EveryLabelHasAConverter) {
  std::string bytes;
  for (int i = 1; i < 256; ++i) bytes += static_cast<char>(i);
  for (std::string_view label : encoding::charset_labels()) {
    auto text = to_utf8(bytes, {std::string(label), ""});
    ASSERT_TRUE(text.has_value()) << label;
    check_map(bytes, *text);
  }
}

TEST(Encoding, UnknownForcedCharsetNamesNearOnes) {
  auto text = to_utf8("x", {"windows-1522", ""});
  ASSERT_FALSE(text.has_value());
  EXPECT_EQ(text.error().code, ErrorCode::bad_usage);
  EXPECT_NE(text.error().hint.find("windows-1252"), std::string::npos);
}

TEST(Encoding, LongRunsCrossTheConvertersBuffer) {
  std::u16string wide;
  std::string utf8;
  for (int i = 0; i < 5000; ++i) {
    wide += u"aé\U0001F600";
    utf8 += "aé\U0001F600";
  }
  std::string bytes = "\xFF\xFE" + utf16(wide, true);
  auto text = to_utf8(bytes, {});
  EXPECT_EQ(text->utf8, utf8);
  check_map(bytes, *text);
}

TEST(ContentType, Table) {
  const struct {
    std::string_view header, media_type, charset;
  } rows[] = {
      {"text/html", "text/html", ""},
      {" Text/HTML ; Charset = \"UTF-8\" ", "text/html", "UTF-8"},
      {"text/html;x=\"charset\";charset='latin1';y=z", "text/html", "latin1"},
      {"text/html; charset=", "text/html", ""},
      {"text/html; charset", "text/html", ""},
      {";;=;charset=x", "", "x"},
      {"", "", ""},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(media_type_of(row.header), row.media_type) << row.header;
    EXPECT_EQ(charset_of(row.header), row.charset) << row.header;
  }
}

}  // namespace
}  // namespace sitrep
