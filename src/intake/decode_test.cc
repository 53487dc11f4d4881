#include "intake/decode.h"

#include <gtest/gtest.h>

#include <string>

#include "base/limits.h"
#include "intake/report_dump_for_tests.h"

namespace sitrep {
namespace {

using namespace std::string_literals;

// Enough English for CLD2 to be sure of it.
const std::string english =
    "At least nine people were killed when shells hit the night market of Kalmar late on Saturday, the mayor "
    "said "
    "on Sunday, and more than thirty were taken to hospital.";
const std::string french =
    "Au moins neuf personnes ont été tuées samedi soir lorsque des obus sont tombés sur le marché de nuit de "
    "la "
    "ville, a déclaré dimanche le maire.";

TEST(DecodeText, Table) {
  const struct {
    std::string bytes;
    std::string want;
  } rows[] = {
      {english, "in body[" + english + "] | language=en no_date"},
      {"Nine dead in Kalmar\n\n2031-05-04\n\n" + english,
       "in headline[Nine dead in Kalmar] boilerplate[2031-05-04] body[" + english +
           "] | headline=Nine dead in Kalmar published=2031-05-04 language=en"},
      {french, "in body[" + french + "] | language=fr not_english no_date"},
      {"caf\xE9, na\xEFve: \x93nine dead\x94, she said. " + english,
       "in body[café, naïve: “nine dead”, she said. " + english + "] | language=en encoding no_date"},
      {"\xFF\xFE"
       "N\0i\0n\0e\0 \0d\0e\0a\0d\0.\0"s,
       "in body[Nine dead.] | no_date"},
      {"Nine \xC3 dead \xE2\x80\x99 \xE2\x80\x99 \xE2\x80\x99 \xE2\x80\x99 \xE2\x80\x99",
       "in body[Nine \xEF\xBF\xBD dead ’ ’ ’ ’ ’] | damaged no_date"},
      {"", "ERR not_a_report in: this is empty"},
      {" \n ", "ERR not_a_report in: this is blank"},
      {"%PDF-1.4", "ERR not_a_report in: this is a PDF file"},
      {"<html><body></body></html>", "ERR not_a_report in: the page holds no text"},
      {R"({"html":"<html><body></body></html>"})", "ERR not_a_report in#1: the page holds no text"},
  };
  for (const auto& row : rows) EXPECT_EQ(bytes_dump(row.bytes), row.want);
}

TEST(DecodeJson, Table) {
  const struct {
    std::string bytes;
    std::string want;
  } rows[] = {
      {R"({"id":"7","date":"2031-05-04","title":"Nine dead","text":"KALMAR, May 4 (Northwire) - Nine died.","url":"https://a.example/7","source":"Harbour Post","language":"en"})",
       "in#1 headline[Nine dead] dateline[KALMAR, May 4 (Northwire) -] body[Nine died.] | headline=Nine dead "
       "published=2031-05-04 outlet=Harbour Post uri=https://a.example/7 language=en"},
      {R"({"event_text":"Nine died.","pub_date":"May 4, 2031"})",
       "in#1 body[Nine died.] | published=2031-05-04"},
      {R"({"maintext":"Nine died.","date_publish":"2031-05-04 10:00:00","date_modify":null,"source_domain":"a.example","authors":["Ida Holm","Ola Berg"],"description":"no"})",
       "in#1 body[Nine died.] | published=2031-05-04T10:00:00 outlet=a.example byline=Ida Holm "
       "byline=Ola Berg"},
      {R"({"headline":"Nine dead","body":"Nine died.\n\nTwo lived.","published":"2031-05-04T10:22Z","outlet":"Post","author":{"name":"Ida Holm"}})",
       "in#1 headline[Nine dead] body[Nine died.] body[Two lived.] | headline=Nine dead "
       "published=2031-05-04T10:22:00Z "
       "outlet=Post language=en byline=Ida Holm"},
      {R"({"source":{"id":null,"name":"Post"},"title":"T","content":"Nine died.","publishedAt":1935828125})",
       "in#1 headline[T] body[Nine died.] | headline=T published=2031-05-06T10:02:05Z outlet=Post"},
      {R"({"text":"<p>Nine <b>died</b>.</p><p>Two lived.</p>","date":"2031-05-04"})",
       "in#1 body[Nine died.] body[Two lived.] | published=2031-05-04 language=en"},
      {R"({"summary":"no","content_html":"<p>Nine died &amp; two lived.</p>","date":"2031-05-04"})",
       "in#1 body[Nine died & two lived.] | published=2031-05-04 language=en"},
      {R"({"text":"Caf\u00e9 \ud83d\udd25 \ud800","date":"2031-05-04"})",
       "in#1 body[Café 🔥 \xEF\xBF\xBD] | published=2031-05-04 damaged"},
      {R"({"text":"Nine died.","date":"03/05/2031"})", "in#1 body[Nine died.] | no_date"},
      {R"({"text":")" + french + R"(","language":"en","date":"2031-05-04"})",
       "in#1 body[" + french + "] | published=2031-05-04 language=fr not_english"},
      {R"({"text":"Nine died.","language":"sv","date":"2031-05-04"})",
       "in#1 body[Nine died.] | published=2031-05-04 language=sv not_english"},
      {R"({"title":"","text":"  "})", "ERR not_a_report in#1: a JSON object without text"},
      {R"({"text":7})", "ERR not_a_report in#1: a JSON object without text"},
      {R"({"id":"7"})", "ERR not_a_report in#1: a JSON object without text"},
      {R"({"text":"a")", "ERR malformed in#1: at byte 12: the JSON ends before its end"},
      {"{\"text\":\"caf\xE9 and na\xEFve\",\"date\":\"2031-05-04\"}",
       "in#1 body[café and naïve] | published=2031-05-04 encoding"},
  };
  for (const auto& row : rows) EXPECT_EQ(bytes_dump(row.bytes), row.want) << row.bytes;
}

TEST(DecodeJson, APageInAString) {
  std::string page =
      "<!DOCTYPE html><html><head><title>Nine dead</title></head><body><article><h1>Nine dead</h1><p>" +
      english + "</p><p>" + english + "</p></article></body></html>";
  std::string dump = bytes_dump(R"({"html":")" + page + R"(","url":"https://a.example/7"})");
  EXPECT_NE(dump.find("body[" + english + "]"), std::string::npos) << dump;
  EXPECT_NE(dump.find("uri=https://a.example/7"), std::string::npos) << dump;
  EXPECT_EQ(dump.find("<p>"), std::string::npos) << dump;
}

TEST(DecodeFeed, Table) {
  const struct {
    std::string entry;
    std::string want;
  } rows[] = {
      {"<rss><channel><title>Post</title><language>en</language><item><title>Nine &amp; two</title><link> "
       "https://a.example/7\n</link><pubDate>Sun, 04 May 2031 10:22:05 GMT</pubDate><dc:creator>Ida "
       "Holm</dc:creator>"
       "<description>&lt;p&gt;Nine died.&lt;/p&gt;&lt;p&gt;Two &amp;amp; more "
       "lived.&lt;/p&gt;</description></item>",
       "in#1 headline[Nine & two] body[Nine died.] body[Two & more lived.] | headline=Nine & two "
       "published=2031-05-04T10:22:05Z outlet=Post uri=https://a.example/7 language=en byline=Ida Holm"},
      {"<rss><channel><item><title>AT&amp;amp;T "
       "&lt;b&gt;hit&lt;/b&gt;</title><description>lead</description><content:encoded>"
       "<![CDATA[<p>Nine "
       "died.</p>]]></content:encoded><media:title>no</media:title><guid>https://a.example/8</guid>"
       "<dc:date>2031-05-04</dc:date></item>",
       "in#1 headline[AT&T hit] body[Nine died.] | headline=AT&T hit published=2031-05-04 "
       "uri=https://a.example/8"},
      {"<rss><channel><title>Gatherer</title><item><source url='x'>Post</source><description>Nine died. No "
       "tags.</description>"
       "<guid isPermaLink='false'>https://a.example/9</guid><pubDate>2031-05-04</pubDate></item>",
       "in#1 body[Nine died. No tags.] | published=2031-05-04 outlet=Post language=en"},
      {"<feed><title>Mission</title><entry xml:lang='en'><title type='html'>Nine "
       "&lt;i&gt;dead&lt;/i&gt;</title>"
       "<link rel='self' href='https://a.example/self'/><link "
       "href='https://a.example/7'/><updated>2031-05-04T10:22:05Z</updated>"
       "<published>2031-05-03T08:00:00Z</published><author><name>Ida Holm</name></author>"
       "<content type='xhtml'><div "
       "xmlns='http://www.w3.org/1999/xhtml'><p>Nine<br/>died.</p></div></content></entry>",
       "in#1 headline[Nine dead] body[Nine\ndied.] | headline=Nine dead published=2031-05-03T08:00:00Z "
       "modified=2031-05-04T10:22:05Z outlet=Mission uri=https://a.example/7 language=en byline=Ida Holm"},
      {"<feed><entry><title>T</title><id>https://a.example/7</id><updated>2031-05-04</updated><summary "
       "type='text'>a &lt;b&gt; c"
       "</summary></entry>",
       "in#1 headline[T] body[a <b> c] | headline=T published=2031-05-04 modified=2031-05-04 "
       "uri=https://a.example/7"},
      {"<rss><channel><item><link>https://a.example</link></item>",
       "ERR not_a_report in#1: an entry without title and text"},
      {"<rss><channel><item><title>Q&A: <b>who</b> &nbsp;fired?</title></item>",
       "in#1 headline[Q&A: who fired?] | headline=Q&A: who fired? language=en no_date"},
  };
  for (const auto& row : rows) {
    std::string end = row.entry.starts_with("<rss") ? "</channel></rss>" : "</feed>";
    EXPECT_EQ(bytes_dump(row.entry + end), row.want) << row.entry;
  }
}

TEST(DecodeFeed, CharsetsOfTheDeclaration) {
  EXPECT_EQ(
      bytes_dump("<?xml version='1.0' encoding='windows-1251'?><rss><channel><title>\xCF\xEE\xF1\xF2</title>"
                 "<item><title>\xC4\xE5\xE2\xFF\xF2\xFC</title><pubDate>2031-05-04</pubDate></item></"
                 "channel></rss>"),
      "in#1 headline[Девять] | headline=Девять published=2031-05-04 outlet=Пост");
}

TEST(Decode, WhatAPersonSaysWins) {
  Overrides overrides;
  overrides.published = DateTime::parse("2031-06-01");
  overrides.outlet = "Mine";
  overrides.uri = "urn:x";
  overrides.language = "English";
  RawReport raw;
  raw.bytes = R"({"text":")" + french +
              R"(","date":"2031-05-04","source":"Post","url":"https://a.example","language":"fr"})";
  raw.format = ReportFormat::json;
  auto document = decode(raw, overrides);
  ASSERT_TRUE(document.has_value());
  const Publication& publication = document->publication();
  EXPECT_EQ(publication.published->iso(), "2031-06-01");
  EXPECT_EQ(publication.outlet, "Mine");
  EXPECT_EQ(publication.uri, "urn:x");
  EXPECT_EQ(publication.language, "en");
  for (const Derivation& derivation : publication.because) {
    EXPECT_EQ(derivation.rule, "given on the command line") << derivation.value;
  }
  EXPECT_EQ(publication.because.size(), 4U);
  EXPECT_TRUE(document->notes().empty());

  overrides.encoding = "no-such";
  raw.provenance.path = "in#1";
  auto failed = decode(raw, overrides);
  ASSERT_FALSE(failed.has_value());
  EXPECT_EQ(failed.error().code, ErrorCode::bad_usage);
  EXPECT_EQ(failed.error().where, "in#1");
}

TEST(Decode, LongTextsAreCutAtTheLimit) {
  std::string sentence = "Nine people died in Kalmar, the m\xC3\xA4yor said. ";
  std::string text;
  while (text.size() <= limits::text_bytes_max) text += sentence;
  RawReport raw;
  raw.bytes = text;
  for (ReportFormat format : {ReportFormat::text, ReportFormat::json}) {
    raw.format = format;
    if (format == ReportFormat::json) raw.bytes = "{\"text\":\"" + text + "\"}";
    auto document = decode(raw, {});
    ASSERT_TRUE(document.has_value());
    EXPECT_LE(document->text().size(), limits::text_bytes_max);
    EXPECT_GE(document->text().size(), limits::text_bytes_max - 100);
    EXPECT_EQ(document->received().size(), raw.bytes.size());
    bool noted = false;
    for (const Note& note : document->notes()) noted = noted || note.kind == NoteKind::cut_at_limit;
    EXPECT_TRUE(noted);
  }
  raw.bytes.assign(limits::report_bytes_max + 1, 'x');
  EXPECT_EQ(decode(raw, {}).error().code, ErrorCode::over_limit);
}

TEST(Decode, IdentityIsTheHashOfTheBytes) {
  std::string line = R"({"text":"Nine died."})";
  auto source = open_bytes(line + "\r\n" + line + "\n", "in");
  auto first = decode(std::move(**source->next()), {});
  auto second = decode(std::move(**source->next()), {});
  ASSERT_TRUE(first && second);
  EXPECT_EQ(first->received(), line);
  EXPECT_EQ(first->id(), second->id());
}

}  // namespace
}  // namespace sitrep
