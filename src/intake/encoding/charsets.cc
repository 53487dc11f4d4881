#include "intake/encoding/charsets.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace sitrep::encoding {

namespace {

constexpr Charset utf8 = {"UTF-8", "UTF-8"};
constexpr Charset utf16le = {"UTF-16LE", "UTF-16LE"};
constexpr Charset utf16be = {"UTF-16BE", "UTF-16BE"};
constexpr Charset utf32le = {"UTF-32LE", "UTF-32LE"};
constexpr Charset utf32be = {"UTF-32BE", "UTF-32BE"};
constexpr Charset ibm866 = {"IBM866", "ibm-866"};
constexpr Charset latin2 = {"ISO-8859-2", "ISO-8859-2"};
constexpr Charset latin3 = {"ISO-8859-3", "ISO-8859-3"};
constexpr Charset latin4 = {"ISO-8859-4", "ISO-8859-4"};
constexpr Charset iso5 = {"ISO-8859-5", "ISO-8859-5"};
constexpr Charset iso6 = {"ISO-8859-6", "ISO-8859-6"};
constexpr Charset iso7 = {"ISO-8859-7", "ISO-8859-7"};
constexpr Charset iso8 = {"ISO-8859-8", "ISO-8859-8"};
constexpr Charset iso10 = {"ISO-8859-10", "ISO-8859-10"};
constexpr Charset iso13 = {"ISO-8859-13", "ISO-8859-13"};
constexpr Charset iso14 = {"ISO-8859-14", "ISO-8859-14"};
constexpr Charset iso15 = {"ISO-8859-15", "ISO-8859-15"};
constexpr Charset koi8r = {"KOI8-R", "KOI8-R"};
constexpr Charset koi8u = {"KOI8-U", "KOI8-U"};
constexpr Charset macintosh = {"macintosh", "macintosh"};
constexpr Charset windows874 = {"windows-874", "windows-874"};
constexpr Charset windows1250 = {"windows-1250", "windows-1250"};
constexpr Charset windows1251 = {"windows-1251", "windows-1251"};
constexpr Charset windows1252 = {"windows-1252", "windows-1252"};
constexpr Charset windows1253 = {"windows-1253", "windows-1253"};
constexpr Charset windows1254 = {"windows-1254", "windows-1254"};
constexpr Charset windows1255 = {"windows-1255", "windows-1255"};
constexpr Charset windows1256 = {"windows-1256", "windows-1256"};
constexpr Charset windows1257 = {"windows-1257", "windows-1257"};
constexpr Charset windows1258 = {"windows-1258", "windows-1258"};
constexpr Charset mac_cyrillic = {"x-mac-cyrillic", "x-mac-cyrillic"};
constexpr Charset gbk = {"GBK", "gb18030"};
constexpr Charset gb18030 = {"gb18030", "gb18030"};
constexpr Charset big5 = {"Big5", "Big5-HKSCS"};
constexpr Charset euc_jp = {"EUC-JP", "EUC-JP"};
constexpr Charset iso2022jp = {"ISO-2022-JP", "ISO-2022-JP"};
constexpr Charset shift_jis = {"Shift_JIS", "windows-31j"};
constexpr Charset euc_kr = {"EUC-KR", "windows-949"};

struct Label {
  std::string_view label;
  const Charset& charset;
};

// Sorted by label.
constexpr Label labels[] = {
    {"ansi_x3.4-1968", windows1252},
    {"arabic", iso6},
    {"ascii", windows1252},
    {"asmo-708", iso6},
    {"big5", big5},
    {"big5-hkscs", big5},
    {"chinese", gbk},
    {"cn-big5", big5},
    {"cp1250", windows1250},
    {"cp1251", windows1251},
    {"cp1252", windows1252},
    {"cp1253", windows1253},
    {"cp1254", windows1254},
    {"cp1255", windows1255},
    {"cp1256", windows1256},
    {"cp1257", windows1257},
    {"cp1258", windows1258},
    {"cp819", windows1252},
    {"cp866", ibm866},
    {"cp932", shift_jis},
    {"cp936", gbk},
    {"cp949", euc_kr},
    {"cp950", big5},
    {"csbig5", big5},
    {"cseuckr", euc_kr},
    {"cseucpkdfmtjapanese", euc_jp},
    {"csgb2312", gbk},
    {"csibm866", ibm866},
    {"csiso2022jp", iso2022jp},
    {"csisolatin1", windows1252},
    {"csisolatin2", latin2},
    {"csisolatin3", latin3},
    {"csisolatin4", latin4},
    {"csisolatin5", windows1254},
    {"csisolatin6", iso10},
    {"csisolatin9", iso15},
    {"csisolatinarabic", iso6},
    {"csisolatincyrillic", iso5},
    {"csisolatingreek", iso7},
    {"csisolatinhebrew", iso8},
    {"cskoi8r", koi8r},
    {"csksc56011987", euc_kr},
    {"csmacintosh", macintosh},
    {"csshiftjis", shift_jis},
    {"csunicode", utf16le},
    {"cyrillic", iso5},
    {"dos-874", windows874},
    {"ecma-114", iso6},
    {"ecma-118", iso7},
    {"elot_928", iso7},
    {"euc-jp", euc_jp},
    {"euc-kr", euc_kr},
    {"gb18030", gb18030},
    {"gb2312", gbk},
    {"gb_2312", gbk},
    {"gb_2312-80", gbk},
    {"gbk", gbk},
    {"greek", iso7},
    {"greek8", iso7},
    {"hebrew", iso8},
    {"ibm819", windows1252},
    {"ibm866", ibm866},
    {"iso-10646-ucs-2", utf16le},
    {"iso-2022-jp", iso2022jp},
    {"iso-8859-1", windows1252},
    {"iso-8859-10", iso10},
    {"iso-8859-11", windows874},
    {"iso-8859-13", iso13},
    {"iso-8859-14", iso14},
    {"iso-8859-15", iso15},
    {"iso-8859-2", latin2},
    {"iso-8859-3", latin3},
    {"iso-8859-4", latin4},
    {"iso-8859-5", iso5},
    {"iso-8859-6", iso6},
    {"iso-8859-7", iso7},
    {"iso-8859-8", iso8},
    {"iso-8859-8-i", iso8},
    {"iso-8859-9", windows1254},
    {"iso8859-1", windows1252},
    {"iso8859-15", iso15},
    {"iso8859-2", latin2},
    {"iso8859-5", iso5},
    {"iso8859-7", iso7},
    {"iso8859-9", windows1254},
    {"iso_8859-1", windows1252},
    {"iso_8859-15", iso15},
    {"iso_8859-2", latin2},
    {"iso_8859-5", iso5},
    {"koi", koi8r},
    {"koi8", koi8r},
    {"koi8-r", koi8r},
    {"koi8-ru", koi8u},
    {"koi8-u", koi8u},
    {"koi8_r", koi8r},
    {"korean", euc_kr},
    {"ks_c_5601-1987", euc_kr},
    {"ksc5601", euc_kr},
    {"l1", windows1252},
    {"l2", latin2},
    {"latin1", windows1252},
    {"latin2", latin2},
    {"latin3", latin3},
    {"latin4", latin4},
    {"latin5", windows1254},
    {"latin6", iso10},
    {"latin9", iso15},
    {"logical", iso8},
    {"mac", macintosh},
    {"mac-cyrillic", mac_cyrillic},
    {"macintosh", macintosh},
    {"ms932", shift_jis},
    {"ms_kanji", shift_jis},
    {"shift-jis", shift_jis},
    {"shift_jis", shift_jis},
    {"sjis", shift_jis},
    {"sun_eu_greek", iso7},
    {"tis-620", windows874},
    {"ucs-2", utf16le},
    {"uhc", euc_kr},
    {"unicode", utf16le},
    {"unicode-1-1-utf-8", utf8},
    {"unicodefeff", utf16le},
    {"unicodefffe", utf16be},
    {"us-ascii", windows1252},
    {"utf-16", utf16le},
    {"utf-16be", utf16be},
    {"utf-16le", utf16le},
    {"utf-32", utf32le},
    {"utf-32be", utf32be},
    {"utf-32le", utf32le},
    {"utf-8", utf8},
    {"utf16", utf16le},
    {"utf8", utf8},
    {"utf8mb4", utf8},
    {"visual", iso8},
    {"windows-1250", windows1250},
    {"windows-1251", windows1251},
    {"windows-1252", windows1252},
    {"windows-1253", windows1253},
    {"windows-1254", windows1254},
    {"windows-1255", windows1255},
    {"windows-1256", windows1256},
    {"windows-1257", windows1257},
    {"windows-1258", windows1258},
    {"windows-31j", shift_jis},
    {"windows-874", windows874},
    {"windows-949", euc_kr},
    {"x-cp1250", windows1250},
    {"x-cp1251", windows1251},
    {"x-cp1252", windows1252},
    {"x-euc-jp", euc_jp},
    {"x-gbk", gbk},
    {"x-mac-cyrillic", mac_cyrillic},
    {"x-mac-roman", macintosh},
    {"x-mac-ukrainian", mac_cyrillic},
    {"x-sjis", shift_jis},
    {"x-x-big5", big5},
};

constexpr bool is_sorted() {
  for (std::size_t i = 1; i < std::size(labels); ++i) {
    if (!(labels[i - 1].label < labels[i].label)) return false;
  }
  return true;
}
static_assert(is_sorted(), "find_charset searches by halves");

}  // namespace

const Charset* find_charset(std::string_view label) {
  constexpr std::string_view blanks = " \t\r\n\f\"'";
  std::size_t begin = label.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return nullptr;
  label = label.substr(begin, label.find_last_not_of(blanks) + 1 - begin);
  std::string lowered(label.substr(0, 64));
  for (char& c : lowered) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  const Label* found =
      std::lower_bound(std::begin(labels), std::end(labels), std::string_view(lowered),
                       [](const Label& entry, std::string_view wanted) { return entry.label < wanted; });
  return found != std::end(labels) && found->label == lowered ? &found->charset : nullptr;
}

std::span<const std::string_view> charset_labels() {
  static const std::vector<std::string_view> all = [] {
    std::vector<std::string_view> list;
    for (const Label& entry : labels) list.push_back(entry.label);
    return list;
  }();
  return all;
}

}  // namespace sitrep::encoding
