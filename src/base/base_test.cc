#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

#include "base/clock.h"
#include "base/date.h"
#include "base/enum.h"
#include "base/error.h"
#include "base/near_names.h"
#include "base/result.h"
#include "base/sha256.h"
#include "base/sphere.h"

namespace sitrep {

SITREP_ENUM(Colour, red, dark_green, blue);

namespace {

TEST(Enum, names_and_values_are_one_list) {
  EXPECT_EQ(name_of(Colour::dark_green), "dark_green");
  EXPECT_EQ(parse_enum<Colour>("blue"), Colour::blue);
  EXPECT_EQ(parse_enum<Colour>("Blue"), std::nullopt);
  EXPECT_EQ(enum_names<Colour>().size(), 3U);
}

TEST(Error, every_code_has_its_own_name_and_fails) {
  std::set<std::string_view> names;
  int count = 0;
#define ERROR_CODE(code, wire, exit_status_, http_status_) \
  EXPECT_EQ(wire_name(ErrorCode::code), #code);            \
  EXPECT_EQ(exit_status(ErrorCode::code), 2);              \
  EXPECT_GE(http_status(ErrorCode::code), 400);            \
  names.insert(wire_name(ErrorCode::code));                \
  ++count;
#include "base/error_codes.def"
#undef ERROR_CODE
  EXPECT_EQ(names.size(), static_cast<std::size_t>(count));
}

TEST(Error, says_what_where_and_what_next) {
  Error error{ErrorCode::not_utf8, "byte 0xC3 starts a character that never ends", ":12:7",
              "try --encoding windows-1252"};
  EXPECT_EQ(std::move(error).at("feed.html").text(),
            "feed.html:12:7: not_utf8: byte 0xC3 starts a character that never ends\n  try --encoding "
            "windows-1252");
}

TEST(Date, exists_or_is_nothing) {
  EXPECT_FALSE(Date::of(2031, 2, 29));
  EXPECT_TRUE(Date::of(2032, 2, 29));
  EXPECT_FALSE(Date::of(0, 1, 1));
  EXPECT_FALSE(Date::of(2031, 13, 1));
  EXPECT_FALSE(Date::parse("2031-02-31"));
  EXPECT_FALSE(Date::parse("2031-2-3"));
  EXPECT_EQ(Date::parse("2031-05-04")->iso(), "2031-05-04");
  EXPECT_EQ(Date::parse("2031-05-04")->weekday(), 0U);
  EXPECT_EQ(Date::parse("2031-12-31")->plus_days(1).iso(), "2032-01-01");
  EXPECT_EQ(days_in_month(2032, 2), 29U);
}

TEST(DateTime, reads_the_habits_of_the_web) {
  const std::pair<const char*, const char*> rows[] = {
      {"2031-05-04", "2031-05-04"},
      {" 2031-05-04T10:22Z ", "2031-05-04T10:22:00Z"},
      {"2031-05-04 10:22:05.123+02:00", "2031-05-04T10:22:05+02:00"},
      {"2031-05-04T10:22:05-0330", "2031-05-04T10:22:05-03:30"},
      {"20310504T102205Z", "2031-05-04T10:22:05Z"},
      {"2031/5/4", "2031-05-04"},
      {"2031-05-04T10:22:05", "2031-05-04T10:22:05"},
      {"Sun, 04 May 2031 10:22:05 +0200", "2031-05-04T10:22:05+02:00"},
      {"4 May 2031 10:22 GMT", "2031-05-04T10:22:00Z"},
      {"Sun, 04 May 2031 10:22:05 EST", "2031-05-04T10:22:05"},
      {"2031-02-31", ""},
      {"2031-05-04T25:00Z", ""},
      {"yesterday", ""},
      {"", ""},
      {"2031-05-04 and more", ""},
      {"99999999999999999999", ""},
  };
  for (const auto& [text, want] : rows) {
    auto got = DateTime::parse(text);
    EXPECT_EQ(got ? got->iso() : "", want) << text;
  }
}

TEST(Clock, can_be_said) {
  setenv("SOURCE_DATE_EPOCH", "1935656525", 1);
  EXPECT_EQ(utc_iso(now_us()), "2031-05-04T10:22:05.000000Z");
  setenv("SOURCE_DATE_EPOCH", "soon", 1);
  EXPECT_NE(now_us(), 1935656525'000'000);
  unsetenv("SOURCE_DATE_EPOCH");
  EXPECT_EQ(utc_iso(-1), "1969-12-31T23:59:59.999999Z");
}

TEST(Sha256, is_the_standard_one) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(NearNames, are_few_and_near) {
  constexpr std::string_view known[] = {"read", "add", "list", "show", "export", "verify"};
  EXPECT_EQ(did_you_mean("raed", known), "did you mean read?");
  EXPECT_EQ(did_you_mean("exprot", known), "did you mean export?");
  EXPECT_EQ(did_you_mean("quux", known), "");
  EXPECT_EQ(did_you_mean(std::string(100'000, 'x'), known), "");
}

TEST(Sphere, distance_follows_it) {
  EXPECT_NEAR(kilometres_between(0, 0, 0, 1), 111.19, 0.01);
  EXPECT_NEAR(kilometres_between(34.53, 69.17, 35.27, 69.38), 84.5, 1);
  EXPECT_NEAR(kilometres_between(0, 179.5, 0, -179.5), 111.19, 0.01) << "over the date line";
  EXPECT_EQ(kilometres_between(10, 10, 10, 10), 0);
}

}  // namespace
}  // namespace sitrep
