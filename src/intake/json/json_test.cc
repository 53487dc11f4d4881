#include <gtest/gtest.h>

#include <string>

#include "base/limits.h"
#include "intake/json/json_keys.h"
#include "intake/json/json_scan.h"
#include "intake/json/json_source.h"

namespace sitrep {
namespace {

using namespace std::string_literals;

std::string kind_of(JsonKind kind) {
  switch (kind) {
    case JsonKind::null:
      return "null";
    case JsonKind::boolean:
      return "boolean";
    case JsonKind::number:
      return "number";
    case JsonKind::string:
      return "string";
    case JsonKind::array:
      return "array";
    case JsonKind::object:
      return "object";
  }
  return "";
}

std::string members_dump(const std::string& text) {
  auto members = json_members(text);
  if (!members) return std::string(wire_name(members.error().code)) + ": " + members.error().message;
  std::string out;
  for (const JsonMember& member : *members) {
    Span span = member.value.span;
    out += member.key + "=" + kind_of(member.value.kind) + "<" + text.substr(span.begin, span.size()) + ">";
  }
  return out;
}

std::string nested(std::size_t depth) {
  return "{\"a\":" + std::string(depth, '[') + std::string(depth, ']') + "}";
}

TEST(JsonMembers, Table) {
  const struct {
    std::string text;
    std::string want;
  } rows[] = {
      {"{}", ""},
      {" { } ", ""},
      {R"({"a":"b"})", R"(a=string<"b">)"},
      {R"({ "a" : 1.5e3 , "b":[1,"]",{"c":"}"}] })", R"(a=number<1.5e3>b=array<[1,"]",{"c":"}"}]>)"},
      {R"({"a":true,"b":null,"c":NaN,"d":-Infinity})",
       "a=boolean<true>b=null<null>c=null<NaN>d=null<-Infinity>"},
      {R"({"k\u00e9\"y":{}})", "k\xC3\xA9\"y=object<{}>"},
      {R"({"a":"\"\\"})", R"(a=string<"\"\\">)"},
      {"{\"a\":\"one\ttwo\"}", "a=string<\"one\ttwo\">"},
      {R"({"a":1,"a":2})", "a=number<1>a=number<2>"},
      {"", "malformed: a report in JSON is an object: '{' should stand at byte 1"},
      {"[1]", "malformed: a report in JSON is an object: '{' should stand at byte 1"},
      {"{bad", "malformed: at byte 2: a key in quotes should stand here"},
      {R"({"a")", "malformed: at byte 5: the JSON ends before its end"},
      {R"({"a";1})", "malformed: at byte 5: ':' should stand here"},
      {R"({"a":})", "malformed: at byte 6: no value begins like this"},
      {R"({"a":x})", "malformed: at byte 6: no value begins like this"},
      {R"({"a":1 2})", "malformed: at byte 8: ',' or '}' should stand here"},
      {R"({"a":1,})", "malformed: at byte 8: a key in quotes should stand here"},
      {R"({"a":[1,]})", "malformed: at byte 9: no value begins like this"},
      {R"({"a":"b)", "malformed: at byte 8: the JSON ends before its end"},
      {R"({"a":"\x"})", "malformed: at byte 8: no such escape in a string"},
      {R"({"a":"\u12g4"})", "malformed: at byte 11: four hexadecimal digits should stand here"},
      {R"({"a":"\)", "malformed: at byte 8: the JSON ends before its end"},
      {R"({"a":1}x)", "malformed: at byte 8: nothing more should stand behind the object"},
      {nested(limits::json_depth_max),
       "over_limit: JSON nested more than " + std::to_string(limits::json_depth_max) + " deep"},
      {"{\"a\":" + std::string(100'000, '['),
       "over_limit: JSON nested more than " + std::to_string(limits::json_depth_max) + " deep"},
      {"{\"a\":\0}"s, "malformed: at byte 6: no value begins like this"},
  };
  for (const auto& row : rows) EXPECT_EQ(members_dump(row.text), row.want) << row.text.substr(0, 80);
  EXPECT_TRUE(json_members(nested(limits::json_depth_max - 1)).has_value());
}

// Each character, with the text that it was made of.
std::string string_dump(const std::string& raw) {
  JsonString string = json_string(raw, {JsonKind::string, make_span(0, raw.size())});
  EXPECT_EQ(string.map.target_bytes(), string.utf8.size());
  std::string out = string.utf8;
  if (string.replaced_count > 0) out += " (" + std::to_string(string.replaced_count) + " replaced)";
  for (std::size_t i = 0; i < string.utf8.size(); ++i) {
    auto back = string.map.to_source(make_span(i, i + 1));
    EXPECT_TRUE(back.has_value());
    if (back && back->size() > 1) out += "|" + raw.substr(back->begin, back->size());
  }
  return out;
}

TEST(JsonString, Table) {
  const struct {
    std::string raw;
    std::string want;
  } rows[] = {
      {R"("")", ""},
      {R"("Two dead")", "Two dead"},
      {R"("a\nb\"")", "a\nb\"|\\n|\\\""},
      {R"("\/")", "/|\\/"},
      {R"("\u00E9")", "\xC3\xA9|\\u00E9|\\u00E9"},
      {R"("\ud83d\udd25")", "\xF0\x9F\x94\xA5|\\ud83d\\udd25|\\ud83d\\udd25|\\ud83d\\udd25|\\ud83d\\udd25"},
      {R"("\ud83d!")", "\xEF\xBF\xBD! (1 replaced)|\\ud83d|\\ud83d|\\ud83d"},
      {R"("\udd25")", "\xEF\xBF\xBD (1 replaced)|\\udd25|\\udd25|\\udd25"},
      {R"("\ud83d\u0041")",
       "\xEF\xBF\xBD"
       "A (1 replaced)|\\ud83d|\\ud83d|\\ud83d|\\u0041"},
      {R"("\u0000")", "\xEF\xBF\xBD (1 replaced)|\\u0000|\\u0000|\\u0000"},
  };
  for (const auto& row : rows) EXPECT_EQ(string_dump(row.raw), row.want);
}

TEST(JsonString, StopsWhereNobodyReadsOn) {
  const std::string raw = R"("ab\u00e9\u00e9cd")";
  JsonValue value{JsonKind::string, make_span(0, raw.size())};
  EXPECT_EQ(json_string(raw, value, 3).utf8, "ab\xC3\xA9");
  EXPECT_EQ(json_string(raw, value, 5).utf8, "ab\xC3\xA9\xC3\xA9");
  EXPECT_EQ(json_string(raw, value, 7).utf8,
            "ab\xC3\xA9\xC3\xA9"
            "cd");
}

TEST(JsonKeys, HabitsOfManyPrograms) {
  const struct {
    std::string_view key;
    JsonField field;
  } rows[] = {
      {"text", JsonField::text},
      {"event_text", JsonField::text},
      {"maintext", JsonField::text},
      {"articleBody", JsonField::text},
      {"content_html", JsonField::text},
      {"pub_date", JsonField::published},
      {"pubDate", JsonField::published},
      {"date_publish", JsonField::published},
      {"publishedAt", JsonField::published},
      {"date-modified", JsonField::modified},
      {"source_domain", JsonField::outlet},
      {"Headline", JsonField::title},
      {"lang", JsonField::language},
      {"authors", JsonField::author},
      {"URL", JsonField::uri},
  };
  for (const auto& row : rows) {
    auto key = find_json_key(row.key);
    ASSERT_TRUE(key.has_value()) << row.key;
    EXPECT_EQ(key->field, row.field) << row.key;
  }
  EXPECT_FALSE(find_json_key("id"));
  EXPECT_FALSE(find_json_key(""));
  EXPECT_FALSE(find_json_key(std::string(100'000, 'x')));
  EXPECT_LT(find_json_key("maintext")->rank, find_json_key("description")->rank);
  EXPECT_LT(find_json_key("content_html")->rank, find_json_key("summary")->rank);
}

// "path<bytes>" of each report, or its error; outlet and language where the feed tells them.
std::string cuts(const std::string& bytes, bool feed = false) {
  auto reader = std::make_unique<ByteReader>(open_memory(bytes));
  auto source = feed ? open_json_feed(std::move(reader), "in") : open_json(std::move(reader), "in");
  std::string out;
  while (auto raw = source->next()) {
    if (!*raw) {
      out += "[" + std::string(wire_name(raw->error().code)) + " " + raw->error().where + "]";
      continue;
    }
    out += (*raw)->provenance.path + "<" + (*raw)->bytes + ">";
    if ((*raw)->hints.outlet) out += "@" + *(*raw)->hints.outlet;
    if ((*raw)->hints.language) out += "@" + *(*raw)->hints.language;
  }
  return out;
}

TEST(JsonSource, Table) {
  const struct {
    std::string bytes;
    std::string want;
  } rows[] = {
      {"{\"a\":1}\n{\"a\":2}\n", "in#1<{\"a\":1}>in#2<{\"a\":2}>"},
      {"\xEF\xBB\xBF{\"a\":1}\r\n\r\n{\"a\":2}", "in#1<{\"a\":1}>in#3<{\"a\":2}>"},
      {"{\"a\":1}\n{bad\n{\"a\":2}\n", "in#1<{\"a\":1}>in#2<{bad>in#3<{\"a\":2}>"},
      {"{\"a\":\"cut\n{\"a\":2}\n", "in#1<{\"a\":\"cut>in#2<{\"a\":2}>"},
      {"{\"a\":1,\n{\"a\":2}\n", "in#1<{\"a\":1,>in#2<{\"a\":2}>"},
      {"{\n{\"a\":2}\n", "in#1<{>in#2<{\"a\":2}>"},
      {"{\"a\":[{\"b\":1},\n{\"b\":2}]}", "in<{\"a\":[{\"b\":1},\n{\"b\":2}]}>"},
      {"{\"a\":\n{\"b\":2}}", "in<{\"a\":\n{\"b\":2}}>"},
      {"\n[{\"a\":1}]", "in#1<{\"a\":1}>"},
      {"\n {\n \"a\": 1\n}\n", "in<{\n \"a\": 1\n}>"},
      {"{\n \"a\": 1\n}\n", "in<{\n \"a\": 1\n}>"},
      {"{\n \"a\": \"}\"\n}\n{\n \"a\": 2\n}", "in#1<{\n \"a\": \"}\"\n}>in#2<{\n \"a\": 2\n}>"},
      {"[{\"a\":1}, {\"a\":[{}]}]", "in#1<{\"a\":1}>in#2<{\"a\":[{}]}>"},
      {"[]", ""},
      {"[{\"a\":1}, 7]", "in#1<{\"a\":1}>[malformed in#2]"},
      {"[{\"a\":1}, {\"a\":", "in#1<{\"a\":1}>[malformed in#2]"},
      {"[{\"a\":1}", "in#1<{\"a\":1}>[malformed in#1]"},
      {"{\n\"a\": [", "[malformed in#1]"},
  };
  for (const auto& row : rows) EXPECT_EQ(cuts(row.bytes), row.want) << row.bytes;
}

TEST(JsonSource, OverlongReportsAreErrorsForThemselves) {
  std::string long_one = "{\"a\":\"" + std::string(limits::report_bytes_max, 'x') + "\"}";
  EXPECT_EQ(cuts("{}\n" + long_one + "\n{}\n"), "in#1<{}>[over_limit in#2]in#3<{}>");
  EXPECT_EQ(cuts("[{}," + long_one + ",{}]"), "in#1<{}>[over_limit in#2]in#3<{}>");
}

TEST(JsonFeed, Table) {
  const std::string version = R"("version":"https://jsonfeed.org/version/1.1")";
  const struct {
    std::string bytes;
    std::string want;
  } rows[] = {
      {"{" + version +
           R"(,"title":"Sound \u0026 Sea","language":"en-gb","items":[{"id":"1"},{"id":"2"}],"x":1})",
       R"(in#1<{"id":"1"}>@Sound & Sea@en-GBin#2<{"id":"2"}>@Sound & Sea@en-GB)"},
      {"{" + version + R"(,"authors":[{"name":"items"}],"items":[]})", ""},
      {"{" + version + R"(,"items":[{"id":"1"},{"id)", R"(in#1<{"id":"1"}>[malformed in#2])"},
      {"{" + version + R"(,"items":[{"id":"1"})", R"(in#1<{"id":"1"}>[malformed in#1])"},
      {"{" + version + "}", "[malformed in#0]"},
      {"{" + version + R"(,"items":[3]})", "[malformed in#0]"},
  };
  for (const auto& row : rows) EXPECT_EQ(cuts(row.bytes, true), row.want) << row.bytes;
}

}  // namespace
}  // namespace sitrep
