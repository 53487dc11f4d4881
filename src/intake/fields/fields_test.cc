#include "intake/fields/fields.h"

#include <gtest/gtest.h>

#include <string>

#include "base/limits.h"
#include "text/utf8.h"

namespace sitrep {
namespace {

using namespace fields;

TEST(Fields, Dates) {
  const struct {
    std::string text;
    std::string want;  // empty: none
  } rows[] = {
      {"2031-05-04", "2031-05-04"},
      {" 2031-05-04T10:22:05+02:00\n", "2031-05-04T10:22:05+02:00"},
      {"2031-05-04 10:22:05", "2031-05-04T10:22:05"},
      {"20310504", "2031-05-04"},
      {"20310504T102205Z", "2031-05-04T10:22:05Z"},
      {"Sun, 04 May 2031 10:22:05 +0200", "2031-05-04T10:22:05+02:00"},
      {"Sun, 4 May 2031 10:22 GMT", "2031-05-04T10:22:00Z"},
      {"May 3, 2031", "2031-05-03"},
      {"3 May 2031", "2031-05-03"},
      {"1935828125", "2031-05-06T10:02:05Z"},
      {"1935828125000", "2031-05-06T10:02:05Z"},
      {"03/05/2031", ""},
      {"2031", ""},
      {"May 3", ""},
      {"99999999999999", ""},
      {"2031-02-30", ""},
      {"on 3 May 2031 in Kalmar", ""},
      {"", ""},
      {std::string(100'000, '9'), ""},
  };
  for (const auto& row : rows) {
    auto date = date_of(row.text);
    EXPECT_EQ(date ? date->iso() : "", row.want) << row.text.substr(0, 60);
  }
}

TEST(Fields, Names) {
  const struct {
    std::string text;
    std::string want;
  } rows[] = {
      {"Ida Holm", "Ida Holm;"},
      {"By Ida Holm and Ola Berg", "Ida Holm;Ola Berg;"},
      {"desk@post.example (Ida Holm)", "Ida Holm;"},
      {"Office of the Spokesperson", "Office of the Spokesperson;"},
      {"  ", ""},
  };
  for (const auto& row : rows) {
    std::string out;
    for (const std::string& name : names_of(row.text)) out += name + ";";
    EXPECT_EQ(out, row.want) << row.text;
  }
}

TEST(Fields, LanguagesAndAddresses) {
  EXPECT_EQ(language_of("EN_gb"), "en-GB");
  EXPECT_EQ(language_of(" French "), "fr");
  EXPECT_EQ(language_of("eng"), "en");
  EXPECT_EQ(language_of("zh-Hans"), "zh-hans");
  for (const char* bad : {"", "e", "Klingonese", "12", "en us"}) EXPECT_FALSE(language_of(bad)) << bad;
  EXPECT_EQ(address_of(" HTTPS://a.example/1 "), "HTTPS://a.example/1");
  for (const char* bad : {"", "a.example/1", "ftp://a.example", "http://a b", "tag:a.example,2031:1"}) {
    EXPECT_FALSE(address_of(bad)) << bad;
  }
}

TEST(Fields, ValuesAreBoundedAtCharacters) {
  EXPECT_EQ(value_of(" a\n  b\t"), "a b");
  std::string longest = value_of("x" + std::string(10'000, '\xC3') + std::string());
  EXPECT_LE(longest.size(), limits::metadata_value_bytes_max);
  std::string wide = "x";
  for (int i = 0; i < 5000; ++i) wide += "\xC3\xA9";
  std::string cut = value_of(wide);
  EXPECT_LE(cut.size(), limits::metadata_value_bytes_max);
  EXPECT_TRUE(is_utf8(cut));
}

TEST(Fields, TagsOfHtml) {
  for (const char* html :
       {"<p>x</p>", "x<br/>y", "a <B class='x'>b</B>", "x</div >", "see <a href=\"x\">y</a>"}) {
    EXPECT_TRUE(holds_html(html)) << html;
  }
  for (const char* text :
       {"", "a < b > c", "<3", "if a <b and so on", "<script", "mail <ida@post.example>"}) {
    EXPECT_FALSE(holds_html(text)) << text;
  }
}

}  // namespace
}  // namespace sitrep
