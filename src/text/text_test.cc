#include <gtest/gtest.h>

#include <random>

#include "text/document.h"
#include "text/offset_map.h"
#include "text/positions.h"
#include "text/publication.h"
#include "text/text_builder.h"
#include "text/utf8.h"

namespace sitrep {
namespace {

TEST(Utf8, ill_formed_bytes_are_found_and_replaced) {
  struct Row {
    std::string bytes;
    std::size_t first_bad;
  };
  const Row rows[] = {{"abc", std::string::npos},
                      {"a\xC3\xA9", std::string::npos},
                      {"a\xC3", 1},
                      {"\xC0\xAF", 0},
                      {"\xED\xA0\x80", 0},
                      {"\xF4\x90\x80\x80", 0},
                      {"ab\xFF", 2},
                      {"\xF0\x9F\x94\xA5", std::string::npos}};
  for (const Row& row : rows) EXPECT_EQ(find_ill_formed(row.bytes), row.first_bad);
  EXPECT_EQ(decode_utf8("\xC3(", 0).value, 0xFFFDU);
  EXPECT_EQ(decode_utf8("\xC3(", 0).bytes, 1U);
  std::string out;
  append_utf8(out, 0x1F525);
  append_utf8(out, 0xD800);  // a surrogate is no character
  EXPECT_EQ(out, "\xF0\x9F\x94\xA5\xEF\xBF\xBD");
}

TEST(Positions, agree_with_counting) {
  std::mt19937 random(7);
  const std::string alphabet[] = {"a", "\n", "é", "—", "🔥", " "};
  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (int i = 0; i < 40; ++i) text += alphabet[random() % 6];
    Positions positions(text);
    std::uint32_t code_points = 0;
    std::uint32_t units = 0;
    LineColumn place;
    for (std::size_t at = 0; at <= text.size();) {
      auto byte = static_cast<std::uint32_t>(at);
      EXPECT_EQ(positions.code_points(byte), code_points);
      EXPECT_EQ(positions.utf16_units(byte), units);
      EXPECT_EQ(positions.line_column(byte).line, place.line);
      EXPECT_EQ(positions.line_column(byte).column, place.column);
      EXPECT_EQ(positions.byte_of_code_point(code_points), byte);
      if (at == text.size()) break;
      CodePoint c = decode_utf8(text, at);
      at += c.bytes;
      code_points += 1;
      units += c.value > 0xFFFF ? 2 : 1;
      place = c.value == '\n' ? LineColumn{place.line + 1, 1} : LineColumn{place.line, place.column + 1};
    }
    EXPECT_EQ(positions.byte_of_code_point(code_points + 1), std::nullopt);
  }
}

// "Q&amp;A – x" in windows-1252, read to "Q&A – x".
TEST(OffsetMap, leads_back_through_entities_and_charsets) {
  const std::string received = "<p>Q&amp;A \x96 x</p>";
  OffsetMap charset;  // UTF-8 page -> received
  charset.add_verbatim(11, 0);
  charset.add_replaced(3, 11, 1);
  charset.add_verbatim(6, 12);
  OffsetMap markup;  // text -> UTF-8 page
  markup.add_verbatim(1, 3);
  markup.add_replaced(1, 4, 5);
  markup.add_verbatim(2, 9);
  markup.add_verbatim(5, 11);
  markup.add_inserted(2);
  OffsetMap map = markup.then(charset);
  auto back = [&](std::uint32_t begin, std::uint32_t end) {
    auto span = map.to_source({begin, end});
    return span ? received.substr(span->begin, span->size()) : "nothing";
  };
  EXPECT_EQ(back(0, 1), "Q");
  EXPECT_EQ(back(1, 2), "&amp;");
  EXPECT_EQ(back(0, 3), "Q&amp;A");
  EXPECT_EQ(back(4, 7), "\x96");
  EXPECT_EQ(back(4, 5), "\x96");  // half a replaced character is the whole
  EXPECT_EQ(back(7, 9), " x");
  EXPECT_EQ(back(9, 11), "nothing");
  EXPECT_EQ(back(8, 11), "x");
  EXPECT_EQ(back(8, 12), "nothing");  // past the end
  EXPECT_EQ(OffsetMap::parse(map.serialize()), map);
}

TEST(OffsetMap, joins_neighbours_and_knows_identity) {
  OffsetMap map;
  map.add_verbatim(3, 0);
  map.add_verbatim(4, 3);
  EXPECT_EQ(map.run_count(), 1U);
  EXPECT_TRUE(map.is_identity());
  EXPECT_EQ(map, OffsetMap::identity(7));
  map.add_verbatim(1, 9);
  EXPECT_FALSE(map.is_identity());
}

TEST(OffsetMap, parsing_hostile_bytes_gives_nothing_or_a_map) {
  OffsetMap map;
  map.add_verbatim(3, 7);
  map.add_inserted(2);
  map.add_replaced(1, 30, 5);
  std::string good = map.serialize();
  std::mt19937 random(7);
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes = good;
    bytes[random() % bytes.size()] = static_cast<char>(random());
    bytes.resize(random() % (bytes.size() + 1));
    if (auto parsed = OffsetMap::parse(bytes)) {
      EXPECT_EQ(OffsetMap::parse(parsed->serialize()), parsed);
    }
  }
  EXPECT_FALSE(OffsetMap::parse(""));
}

TEST(TextBuilder, parts_are_separated_and_empty_ones_leave_nothing) {
  const std::string source = "Title|Body text";
  TextBuilder out;
  out.begin_part(PartKind::headline);
  out.append("Title", 0);
  out.end_part();
  out.begin_part(PartKind::caption);
  out.end_part();
  out.begin_part(PartKind::body);
  out.append("Body text", 6);
  out.end_part();
  auto built = out.take();
  EXPECT_EQ(built.text, "Title\n\nBody text");
  ASSERT_EQ(built.parts.size(), 2U);
  EXPECT_EQ(built.parts[1].span, (Span{7, 16}));
  auto back = built.map.to_source(built.parts[1].span);
  ASSERT_TRUE(back);
  EXPECT_EQ(source.substr(back->begin, back->size()), "Body text");
  EXPECT_EQ(out.size(), 0U);
}

TEST(Document, is_named_by_the_bytes_received) {
  DocumentContent content;
  content.received = "abc";
  content.text = "abc";
  content.map = OffsetMap::identity(3);
  content.parts = {{PartKind::body, {0, 3}}};
  Document document(std::move(content));
  EXPECT_EQ(document.id(), "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(document.view({1, 2}), "b");
  EXPECT_EQ(document.received_span({1, 2}), (Span{1, 2}));
}

TEST(Publication, TagsOfEnglish) {
  for (const char* tag : {"en", "en-GB", "EN", "EN-us", "en_US"}) EXPECT_TRUE(is_english(tag)) << tag;
  for (const char* tag : {"", "e", "eng", "enm", "fr", "fr-en"}) EXPECT_FALSE(is_english(tag)) << tag;
}

}  // namespace
}  // namespace sitrep
