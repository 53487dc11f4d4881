#include <gtest/gtest.h>

#include <string>

#include "base/limits.h"
#include "intake/feed/element.h"
#include "intake/feed/feed_source.h"
#include "intake/stream/packed_for_tests.h"

namespace sitrep {
namespace {

using namespace std::string_literals;

// "#1<bytes>@outlet@language" of each entry, or its error.
std::string cuts(const std::string& bytes, std::size_t piece) {
  auto source = open_feed(std::make_unique<ByteReader>(std::make_unique<PieceStream>(bytes, piece)), "in");
  std::string out;
  while (auto raw = source->next()) {
    if (!*raw) {
      out += "[" + std::string(wire_name(raw->error().code)) + " " + raw->error().where + "]";
      continue;
    }
    out += (*raw)->provenance.path.substr(2) + "<" + (*raw)->bytes + ">";
    if ((*raw)->hints.outlet) out += "@" + *(*raw)->hints.outlet;
    if ((*raw)->hints.language) out += "@" + *(*raw)->hints.language;
    if (!(*raw)->declared_charset.empty()) out += "@" + (*raw)->declared_charset;
  }
  return out;
}

std::string utf16(const std::string& ascii) {
  std::string out;
  for (char c : ascii) out += c + "\0"s;
  return out;
}

TEST(FeedSource, Table) {
  const struct {
    std::string bytes;
    std::string want;
  } rows[] = {
      {"<rss version='2.0'><channel><title>Harbour Post</title><language>en-gb</language>"
       "<image><title>logo</title></image><item><title>A</title></item>\n<item/></channel></rss>",
       "#1<<item><title>A</title></item>>@Harbour Post@en-GB#2<<item/>>@Harbour Post@en-GB"},
      {"<?xml version=\"1.0\" encoding=\"windows-1252\"?><rss><channel><title>Sj\xF6nytt</title>"
       "<item>\x93hi\x94</item></channel></rss>",
       "#1<<item>\x93hi\x94</item>>@Sj\xC3\xB6nytt@windows-1252"},
      {"\xEF\xBB\xBF<?xml version=\"1.0\" "
       "encoding=\"utf-8\"?><rss><channel><item>\xC3\xA9</item></channel></rss>",
       "#1<<item>\xC3\xA9</item>>@utf-8"},
      {"\r\n<?xml version=\"1.0\"?><rss><channel><item>a</item></channel></rss>", "#1<<item>a</item>>"},
      {"<rdf:RDF xmlns='http://purl.org/rss/1.0/'><channel><title>R</title></channel><item "
       "rdf:about='x'>y</item>"
       "</rdf:RDF>",
       "#1<<item rdf:about='x'>y</item>>@R"},
      {"<feed xml:lang='en'><title type='text'>Mission</title><entry><title>a</title></entry></feed>",
       "#1<<entry><title>a</title></entry>>@Mission@en"},
      {"<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>M</a:title><a:entry>x</a:entry></a:feed>",
       "#1<<a:entry>x</a:entry>>@M"},
      // An entry inside an entry is part of it.
      {"<rss><channel><item>a<item>b</item></item></channel></rss>", "#1<<item>a<item>b</item></item>>"},
      // What feeds get wrong: bare ampersands, unknown entities, control characters, bad UTF-8.
      {"<rss><channel><title>A &amp; B</title><item>x & y &nbsp; \x0B \xC3 &#0;</item></channel></rss>",
       "#1<<item>x & y &nbsp; \x0B \xC3 &#0;</item>>@A & B"},
      {"<rss><channel><item><![CDATA[</item> & <item>]]></item></channel></rss>",
       "#1<<item><![CDATA[</item> & <item>]]></item>>"},
      // Entities that would grow without end are never expanded.
      {"<!DOCTYPE rss [<!ENTITY a \"&b;&b;\"><!ENTITY b "
       "\"&a;&a;\">]><rss><channel><item>&a;</item></channel></rss>",
       "#1<<item>&a;</item>>"},
      {"<rss><channel><item>a</item><item>b", "#1<<item>a</item>>[malformed in:1:36]"},
      {"<rss><channel><item>a</item>\n</oops></channel></rss>", "#1<<item>a</item>>[malformed in:2:3]"},
      {"<rss><channel><item>a</item></channel></rss> trailing < rubbish", "#1<<item>a</item>>"},
      {"<rss><channel></channel></rss>", ""},
      {"\xFF\xFE" + utf16("<rss><channel><item>a</item></channel></rss>"),
       "#1<" + utf16("<item>a</item>") + ">@utf-16le"},
  };
  for (const auto& row : rows) {
    for (std::size_t piece : {1, 5, 100000}) EXPECT_EQ(cuts(row.bytes, piece), row.want) << row.bytes;
  }
}

TEST(FeedSource, Bounds) {
  std::string deep = "<rss>";
  for (std::size_t i = 0; i < limits::markup_depth_max; ++i) deep += "<a>";
  EXPECT_EQ(cuts(deep, 100000), "[over_limit in]");

  std::string long_item = "<item>" + std::string(limits::report_bytes_max, 'x') + "</item>";
  EXPECT_EQ(cuts("<rss><channel><item>a</item>" + long_item + "<item>b</item></channel></rss>", 100000),
            "#1<<item>a</item>>[over_limit in#2]#3<<item>b</item>>");

  EXPECT_EQ(cuts("<rss><channel><!--" + std::string(20U << 20, 'x') + "-->", 100000), "[over_limit in]");
  EXPECT_EQ(cuts("<rss><channel><a b='" + std::string(20U << 20, 'x') + "'/>", 100000), "[over_limit in]");
}

// A feed without an end in bounded memory: a million entries, one after another.
class EndlessFeed final : public ByteStream {
 public:
  Result<std::size_t> read(char* to, std::size_t /*size*/) override {
    std::string piece = taken_ == 0 ? "<rss><channel><title>x</title>" : "<item><title>a</title></item>  ";
    piece.copy(to, piece.size());
    taken_ += piece.size();
    return piece.size();
  }
  [[nodiscard]] std::uint64_t bytes_taken() const override { return taken_; }

 private:
  std::uint64_t taken_ = 0;
};

TEST(FeedSource, GoesOnForMoreThanItsWindow) {
  auto source = open_feed(std::make_unique<ByteReader>(std::make_unique<EndlessFeed>()), "in");
  for (int i = 0; i < 300'000; ++i) {
    auto raw = source->next();
    ASSERT_TRUE(raw.has_value());
    ASSERT_TRUE(raw->has_value()) << raw->error().text();
    ASSERT_EQ((*raw)->bytes, "<item><title>a</title></item>");
  }
}

std::string element_dump(const feed::Element& element, const std::string& source) {
  std::string out = element.name + "[" + element.text.utf8 + "]";
  EXPECT_EQ(element.text.map.target_bytes(), element.text.utf8.size());
  for (std::size_t i = 0; i < element.text.utf8.size(); ++i) {
    auto back = element.text.map.to_source(make_span(i, i + 1));
    EXPECT_TRUE(back && !back->empty() && back->end <= source.size());
    if (back && back->size() > 1) out += "|" + source.substr(back->begin, back->size());
  }
  for (const feed::Element& child : element.children) out += " {" + element_dump(child, source) + "}";
  return out;
}

TEST(Element, Table) {
  const struct {
    std::string source;
    std::string want;
  } rows[] = {
      {"<item/>", "item[]"},
      {"<item>a<b>c</b>d</item>", "item[ad] {b[c]}"},
      {"<item>a &amp; b</item>", "item[a & b]|&amp;"},
      {"<item>&#233;</item>", "item[\xC3\xA9]|&#233;|&#233;"},
      {"<item>a\r\nb</item>", "item[a\nb]|\r\n"},
      {"<item><![CDATA[<p>x & y</p>]]></item>", "item[<p>x & y</p>]"},
      {"<item>x & y &nbsp; &z;</item>", "item[x & y &nbsp; &z;]"},
      {"<item>a\x0B\x01"
       "b</item>",
       "item[a\x0B\x01"
       "b]"},
      {"<item>\xEF\xBF\xBF!</item>", "item[\xEF\xBF\xBF!]"},
      {"<e><author><name>Ida</name><x><y>no</y></x></author></e>", "e[] {author[] {name[Ida]} {x[]}}"},
  };
  for (const auto& row : rows) {
    auto element = feed::read_element(row.source);
    ASSERT_TRUE(element.has_value()) << row.source << element.error().text();
    EXPECT_EQ(element_dump(*element, row.source), row.want);
  }
}

TEST(Element, InsideAndAttributes) {
  const std::string source = "<e><c type='xhtml'><div>a<br/>b</div></c><link href=\"x\"/></e>";
  auto element = feed::read_element(source);
  ASSERT_TRUE(element.has_value());
  const feed::Element& content = element->children[0];
  EXPECT_EQ(source.substr(content.inside.begin, content.inside.size()), "<div>a<br/>b</div>");
  EXPECT_EQ(content.attribute("type"), "xhtml");
  EXPECT_EQ(element->children[1].attribute("href"), "x");
  EXPECT_EQ(element->children[1].attribute("rel"), "");
}

TEST(Element, Failures) {
  EXPECT_EQ(feed::read_element("").error().code, ErrorCode::malformed);
  EXPECT_EQ(feed::read_element("<a><b></a>").error().code, ErrorCode::malformed);
  EXPECT_EQ(feed::read_element("<a>&#0;</a>").error().code, ErrorCode::malformed);
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  EXPECT_EQ(feed::read_element(deep).error().code, ErrorCode::over_limit);
  std::string wide = "<a>";
  for (int i = 0; i < 10'000; ++i) wide += "<b/>";
  auto element = feed::read_element(wide + "</a>");
  ASSERT_TRUE(element.has_value());
  EXPECT_LE(element->children.size(), 2000U);
}

}  // namespace
}  // namespace sitrep
