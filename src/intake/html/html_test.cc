// Tables of pages and what is read of them, as one line:
//
//   headline[Nine dead] byline[By Ida Holm] body[...] | headline=Nine dead published=2031-05-04
#include "intake/html/html.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "intake/html/blocks.h"
#include "intake/html/declared_charset.h"
#include "intake/html/metadata.h"
#include "intake/html/traits.h"
#include "intake/html/tree.h"
#include "text/text_builder.h"
#include "text/utf8.h"

namespace sitrep {
namespace {

DocumentContent read(std::string_view page, Publication hints = {}, const std::string& declared = {}) {
  RawReport raw;
  raw.bytes = page;
  raw.format = ReportFormat::html;
  raw.hints = std::move(hints);
  raw.declared_charset = declared;
  Result<DocumentContent> content = read_html_page(std::move(raw), {});
  EXPECT_TRUE(content.has_value()) << content.error().text();
  return content ? std::move(*content) : DocumentContent{};
}

std::string parts_of(const DocumentContent& content) {
  std::string out;
  for (const Part& part : content.parts) {
    if (!out.empty()) out += ' ';
    out +=
        std::string(name_of(part.kind)) + '[' + content.text.substr(part.span.begin, part.span.size()) + ']';
  }
  return out;
}

std::string publication_of(const DocumentContent& content) {
  const Publication& p = content.publication;
  std::string out;
  auto tell = [&out](const char* key, const std::string& value) {
    if (!out.empty()) out += ' ';
    out += std::string(key) + '=' + value;
  };
  if (p.headline) tell("headline", *p.headline);
  if (p.outlet) tell("outlet", *p.outlet);
  if (p.published) tell("published", p.published->iso());
  if (p.modified) tell("modified", p.modified->iso());
  for (const std::string& name : p.byline) tell("byline", name);
  for (const std::string& name : p.credit) tell("credit", name);
  if (p.language) tell("language", *p.language);
  if (p.uri) tell("uri", *p.uri);
  return out;
}

// Two paragraphs of an invented report, long enough to be an article.
const std::string lead =
    "Nine people were killed and at least thirty wounded when shells hit the market of Kalmar on Saturday, "
    "the town's mayor said, in the worst attack since the truce began in the spring.";
const std::string second =
    "Ida Holm, the mayor, told reporters that mortars had been fired from the island late in the evening, "
    "and that rescuers were still looking for survivors under the stalls.";

struct Row {
  std::string name;
  std::string page;
  std::string want;
};

std::string with_article(const std::string& around_begin, const std::string& inside,
                         const std::string& around_end) {
  return "<html><body>" + around_begin + "<article><h1>Nine dead in Kalmar</h1><p>" + lead + "</p>" + inside +
         "<p>" + second + "</p></article>" + around_end + "</body></html>";
}

// L and S stand for the two paragraphs.
std::string shortened(std::string dump) {
  auto replace = [&dump](const std::string& what, const std::string& by) {
    for (std::size_t at = dump.find(what); at != std::string::npos; at = dump.find(what, at + by.size())) {
      dump.replace(at, what.size(), by);
    }
  };
  replace(lead, "L");
  replace(second, "S");
  return dump;
}

TEST(Html, PartsOfAPage) {
  const std::vector<Row> rows = {
      {"headline and text", with_article("", "", ""), "headline[Nine dead in Kalmar] body[L] body[S]"},
      {"menus and footers are left out",
       with_article("<nav><ul><li><a href=/>Home</a><li><a href=/w>World news from everywhere</a></ul></nav>",
                    "",
                    "<footer><p>All the news of the coast, printed in Kalmar since the year of the great "
                    "storm.</p></footer>"),
       "headline[Nine dead in Kalmar] body[L] body[S]"},
      {"a crosshead with text below it", with_article("", "<h2>Under the stalls</h2>", ""),
       "headline[Nine dead in Kalmar] body[L] crosshead[Under the stalls] body[S]"},
      {"a heading that heads nothing", with_article("", "", "<h2>Elsewhere</h2>"),
       "headline[Nine dead in Kalmar] body[L] body[S]"},
      {"a caption",
       with_article("", "<figure><img src=m.jpg><figcaption>The market on Sunday</figcaption></figure>", ""),
       "headline[Nine dead in Kalmar] body[L] caption[The market on Sunday] body[S]"},
      {"a quotation",
       with_article("", "<blockquote><p>We will rebuild it, stall by stall.</p></blockquote>", ""),
       "headline[Nine dead in Kalmar] body[L] quote[We will rebuild it, stall by stall.] body[S]"},
      {"teasers inside the text",
       with_article("",
                    "<div class='related-posts'><h3>Related</h3><ul><li><a href=/1>Truce holds on the "
                    "coast</a></ul></div>",
                    ""),
       "headline[Nine dead in Kalmar] body[L] body[S]"},
      {"a line that leads elsewhere",
       with_article("", "<p>Read more: <a href=/2>Truce holds on the coast</a></p>", ""),
       "headline[Nine dead in Kalmar] body[L] body[S]"},
      {"a list of other articles, told by its shape",
       with_article(
           "", "",
           "<div><ul><li><a href=/1>Truce holds on the coast</a><p>For the third week nothing was fired.</p>"
           "<li><a href=/2>Ferries sail again at last</a><p>The line to the island opens on Monday.</p>"
           "<li><a href=/3>Harvest is in before rain</a><p>Farmers on the plain are content this "
           "year.</p></ul></div>"),
       "headline[Nine dead in Kalmar] body[L] body[S]"},
      {"readers' words",
       with_article("", "",
                    "<div id=comments><div class=comment><p>I was there and it was far worse than they say, "
                    "believe me.</p></div></div>"),
       "headline[Nine dead in Kalmar] body[L] body[S]"},
      {"the line under the headline",
       "<article><header><h1>Nine dead in Kalmar</h1><p class='article__standfirst'>Mortars fired from the "
       "island</p></header>"
       "<div class=article-body><p>" +
           lead + "</p><p>" + second + "</p></div></article>",
       "headline[Nine dead in Kalmar] subheadline[Mortars fired from the island] body[L] body[S]"},
      {"a byline",
       "<article><h1>Nine dead in Kalmar</h1><div class=byline>By Ola Berg</div><div class=story-body><p>" +
           lead + "</p><p>" + second + "</p></div></article>",
       "headline[Nine dead in Kalmar] byline[By Ola Berg] body[L] body[S]"},
      {"paragraphs by line breaks",
       "<h1>Nine dead in Kalmar</h1><div>" + lead + "<br><br>" + second + "</div>",
       "headline[Nine dead in Kalmar] body[L] body[S]"},
      {"a page laid out with tables",
       "<table><tr><td><a href=/>Home</a></td><td><h1>Nine dead in Kalmar</h1><p>" + lead + "<p>" + second +
           "</td></tr></table>",
       "headline[Nine dead in Kalmar] body[L] body[S]"},
      {"scripts, styles, hidden text",
       with_article("",
                    "<script>var a = 'text';</script><style>p{}</style><p hidden>unseen words stand here.</p>"
                    "<p style='display:none'>unseen words stand here.</p>",
                    ""),
       "headline[Nine dead in Kalmar] body[L] body[S]"},
      {"a wrapper with a misleading name",
       "<div class='page has-sidebar comments-open'><article><h1>Nine dead in Kalmar</h1><p>" + lead +
           "</p><p>" + second + "</p></article></div>",
       "headline[Nine dead in Kalmar] body[L] body[S]"},
      {"a bold line above the text",
       "<table><tr><td><font size=5><b>Nine dead in Kalmar</b></font><br><i>5 May 2031, 19:40</i><p>" + lead +
           "<p>" + second + "</td></tr></table>",
       "headline[Nine dead in Kalmar] boilerplate[5 May 2031, 19:40] body[L] body[S]"},
      {"a table of figures",
       with_article("", "<table><tr><th>Day<th>Killed</tr><tr><td>3 May<td>9</tr></table>", ""),
       "headline[Nine dead in Kalmar] body[L] body[Day\tKilled\n3 May\t9] body[S]"},
      {"a bold line between paragraphs", with_article("", "<p><strong>Under the stalls</strong></p>", ""),
       "headline[Nine dead in Kalmar] body[L] crosshead[Under the stalls] body[S]"},
      {"words under a picture",
       with_article("", "<div><img src=m.jpg><div><em>The market on Sunday</em></div></div>", ""),
       "headline[Nine dead in Kalmar] body[L] caption[The market on Sunday] body[S]"},
      {"a credit at the end",
       "<article><h1>Nine dead in Kalmar</h1><p>" + lead + "</p><p>" + second +
           "</p><p>Ola Berg contributed to this report.</p><p>Sign up for our newsletter.</p></article>",
       "headline[Nine dead in Kalmar] body[L] body[S] credit[Ola Berg contributed to this report.]"},
      {"the next article, loaded below the first",
       "<main><article><h1>Nine dead in Kalmar</h1><p>" + lead + "</p><p>" + second +
           "</p></article><article><h1>Truce holds</h1><p>" + second + "</p><p>" + lead +
           "</p></article></main>",
       "headline[Nine dead in Kalmar] body[L] body[S]"},
      {"a cookie notice",
       "<p>This site uses cookies to serve you better, and by reading on you accept all of them.</p>" +
           with_article("", "", ""),
       "headline[Nine dead in Kalmar] body[L] body[S]"},
      {"no article at all", "<body><p>Closed.</p></body>", "body[Closed.]"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(shortened(parts_of(read(row.page))), row.want) << row.name;
  }
}

TEST(Html, Metadata) {
  auto page = [](const std::string& head) {
    return "<html lang=en><head>" + head + "</head><body><article><h1>Nine dead in Kalmar</h1><p>" + lead +
           "</p></article></body></html>";
  };
  const std::vector<Row> rows = {
      {"nothing told", page(""), "headline=Nine dead in Kalmar language=en"},
      {"JSON-LD",
       page(R"(<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",
        "headline":"Nine dead","datePublished":"2031-05-04T10:22:00+02:00","dateModified":"2031-05-04T12:00:00Z",
        "author":[{"@type":"Person","name":"Ida Holm"},{"@type":"Person","name":"Ola Berg"}],
        "publisher":{"@type":"Organization","name":"Harbour Post"}}</script>)"),
       "headline=Nine dead in Kalmar outlet=Harbour Post published=2031-05-04T10:22:00+02:00 "
       "modified=2031-05-04T12:00:00Z byline=Ida Holm byline=Ola Berg language=en"},
      {"JSON-LD in a graph, an agency for author",
       page(
           R"(<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":["Article"],
        "datePublished":"2031-05-04","author":{"@type":"Organization","name":"Northwire"}}]}</script>)"),
       "headline=Nine dead in Kalmar published=2031-05-04 credit=Northwire language=en"},
      {"broken JSON-LD is passed over",
       page("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",</script>"
            "<meta property=article:published_time content=2031-05-04>"),
       "headline=Nine dead in Kalmar published=2031-05-04 language=en"},
      {"JSON-LD with line breaks in its strings",
       page("<script "
            "type='application/"
            "ld+json'>\n{\"@type\":\"NewsArticle\",\"datePublished\":\"2031-05-04\",\"articleBody\":\"a\nb\"}"
            "\n</script>"),
       "headline=Nine dead in Kalmar published=2031-05-04 language=en"},
      {"OpenGraph",
       page("<meta property='og:site_name' content='Coast &amp; Sea'><meta property='og:url' "
            "content='https://coast.example/7'>"
            "<meta property='article:published_time' content='2031-05-04T08:00Z'><meta name=author "
            "content='By Ida Holm and Ola Berg'>"),
       "headline=Nine dead in Kalmar outlet=Coast & Sea published=2031-05-04T08:00:00Z byline=Ida Holm "
       "byline=Ola Berg "
       "language=en uri=https://coast.example/7"},
      {"the canonical address comes first, and tells a day",
       page("<link rel=canonical href=https://coast.example/2031/05/04/nine><meta property=og:url "
            "content=https://x.example/>"),
       "headline=Nine dead in Kalmar published=2031-05-04 language=en "
       "uri=https://coast.example/2031/05/04/nine"},
      {"dates of the epoch and of no calendar are none",
       page("<meta property=article:published_time content=1970-01-01T00:00:00Z><meta name=date "
            "content=2031-02-31>"),
       "headline=Nine dead in Kalmar language=en"},
      {"an agency for author is credited", page("<meta name=author content='Ida Holm and Reuters'>"),
       "headline=Nine dead in Kalmar byline=Ida Holm credit=Reuters language=en"},
      {"old Dublin Core",
       page("<meta name=DC.publisher content='Coast Press'><meta name=DC.date content=2031-05-04>"),
       "headline=Nine dead in Kalmar outlet=Coast Press published=2031-05-04 language=en"},
      {"a byline that the head lacks",
       "<article><h1>Nine dead in Kalmar</h1><p class=byline>By Ida Holm and Ola Berg May 4, 2031</p><p>" +
           lead + "</p></article>",
       "headline=Nine dead in Kalmar byline=Ida Holm byline=Ola Berg"},
      {"a marked-up date", "<p itemprop=datePublished content=2031-05-04>4 May</p><p>" + lead,
       "published=2031-05-04"},
      {"the first <time>", "<time datetime=2031-05-04T10:00>4 May</time><p>" + lead,
       "published=2031-05-04T10:00:00"},
  };
  for (const Row& row : rows) {
    DocumentContent content = read(row.page);
    EXPECT_EQ(publication_of(content), row.want) << row.name;
    // Every value says why.
    std::size_t values = (content.publication.published ? 1U : 0U) +
                         (content.publication.headline ? 1U : 0U) + (content.publication.outlet ? 1U : 0U) +
                         (content.publication.uri ? 1U : 0U);
    EXPECT_GE(content.publication.because.size(), values) << row.name;
  }
}

TEST(Html, HintsFillWhatThePageDoesNotTell) {
  Publication hints;
  hints.uri = "https://feed.example/7";
  hints.outlet = "Harbour Post";
  hints.because.push_back({"uri", "WARC-Target-URI", {}});
  std::string page =
      "<meta property=og:site_name content=Coast><link rel=canonical href=https://coast.example/7><p>" + lead;
  EXPECT_EQ(publication_of(read(page, hints)), "outlet=Coast uri=https://feed.example/7");
  EXPECT_EQ(publication_of(read("<p>" + lead, hints)), "outlet=Harbour Post uri=https://feed.example/7");
}

TEST(Html, AnEmptyPageIsNoReport) {
  for (std::string_view page :
       {"", "<html><body></body></html>", "<script>x</script>", "<!-- only this -->"}) {
    RawReport raw;
    raw.bytes = page;
    Result<DocumentContent> content = read_html_page(std::move(raw), {});
    ASSERT_FALSE(content.has_value()) << page;
    EXPECT_EQ(content.error().code, ErrorCode::not_a_report);
    EXPECT_EQ(content.error().where, "");  // the caller knows it
  }
}

TEST(Html, Charsets) {
  EXPECT_EQ(html::declared_charset("<meta charset=\"windows-1251\">"), "windows-1251");
  EXPECT_EQ(html::declared_charset("<META http-equiv=Content-Type content='text/html; charset=KOI8-R'>"),
            "koi8-r");
  EXPECT_EQ(html::declared_charset("<!-- <meta charset=x> --><meta charset=utf-8>"), "utf-8");
  EXPECT_EQ(html::declared_charset("<p>charset=x"), "");

  std::string cafe =
      "<meta charset=windows-1252><p>The caf\xE9 on the quay was closed \x96 for good, they said, this week.";
  EXPECT_EQ(parts_of(read(cafe)), "body[The café on the quay was closed – for good, they said, this week.]");
  // HTTP's word goes over the page's own.
  std::string russian = "<meta charset=windows-1252><p>\xCF\xF0\xE8\xE2\xE5\xF2, \xEC\xE8\xF0";
  DocumentContent content = read(russian, {}, "windows-1251");
  EXPECT_EQ(content.text, "Привет, мир");
  EXPECT_EQ(content.provenance.encoding, "windows-1251");
}

// Text made of `source` alone.
std::string decoded(std::string_view source) { return html::Tree(source).text_of(0); }

// Each character of each part, back to the bytes it was made of, and forth again.
void walk(const std::string& page) {
  DocumentContent content = read(page);
  ASSERT_EQ(content.map.target_bytes(), content.text.size());
  ASSERT_FALSE(content.text.empty());
  bool is_utf8_page = is_utf8(page);
  for (std::size_t at = 0; at < content.text.size();) {
    CodePoint c = decode_utf8(content.text, at);
    std::string_view made = std::string_view(content.text).substr(at, c.bytes);
    std::optional<Span> source = content.map.to_source(make_span(at, at + c.bytes));
    at += c.bytes;
    if (!source) {
      EXPECT_TRUE(made == " " || made == "\n") << "inserted: " << made;
      continue;
    }
    ASSERT_LE(source->end, content.received.size());
    std::string bytes = content.received.substr(source->begin, source->size());
    if (bytes == made) continue;
    ASSERT_FALSE(bytes.empty()) << made;
    if (is_utf8_page) {
      ASSERT_EQ(bytes.front(), '&') << bytes << " for " << made;
      std::string again = decoded(bytes);
      EXPECT_TRUE(again.find(made) != std::string::npos) << bytes << " gives " << again << ", not " << made;
    } else {
      EXPECT_EQ(bytes.size(), 1U) << made;  // windows-1252
    }
  }
  // Whole parts: their source begins and ends with what the part begins and ends with.
  for (const Part& part : content.parts) EXPECT_TRUE(content.map.to_source(part.span)) << name_of(part.kind);
}

TEST(Html, EveryCharacterLeadsBackToItsBytes) {
  const std::string odd =
      "R&amp;D &mdash; &#8220;caf&eacute;&#x201D; AT&T &notanentity; &lt;b&gt; a&nbsp;b &copy2031 "
      "&NotEqualTilde; ";
  walk(with_article("", "<p>" + odd + odd + "</p>", ""));
  walk("<p>one\r\ntwo\rthree   four<br>five &amp;amp; six, and a full stop here.\r\n<pre>a\r\nb</pre>");
  // The parser moves what stands in a table where none may stand, and doubles open formatting.
  walk(
      "<table>moved &amp; text, long enough to be read as such.<tr><td>cell</table><p><b>one<p>two</b> three "
      "& four.");
  walk("<p><b><i>mis</b>nested</i> formatting &#169; with a long enough sentence behind it.");
  walk("<meta charset=windows-1252><p>caf\xE9 \x93quoted\x94 \x96 and a long enough sentence around it.");
  walk(
      "<title>T &amp; t</title><textarea>not &amp; this</textarea><p>zero\u200Bwidth soft\u00ADhyphen, and "
      "more words here.");
  walk("<svg><text>a<![CDATA[b]]></text></svg><p>Some words follow the picture, as they do in most pages.");
}

TEST(Html, AlignsWhatTheTokenizerDecoded) {
  EXPECT_EQ(decoded("a&ampb&am;&amp;amp;&#0;"), "a&b&am;&amp;\uFFFD");
}

TEST(Html, Fragments) {
  const std::vector<Row> rows = {
      {"", "One &amp; <b>two</b>", "body[One & two]"},
      {"", "<p>One</p><p>Two<br>lines</p><h3>Head</h3>", "body[One] body[Two\nlines] crosshead[Head]"},
      {"", "<blockquote>Said</blockquote><figure><img><figcaption>Seen</figcaption></figure>",
       "quote[Said] caption[Seen]"},
      {"", "<script>x</script>", ""},
      {"", "", ""},
  };
  for (const Row& row : rows) {
    OffsetMap map = OffsetMap::identity(static_cast<std::uint32_t>(row.page.size()));
    TextBuilder builder;
    EXPECT_TRUE(append_html_fragment({row.page, map}, builder));
    TextBuilder::Built built = builder.take();
    DocumentContent content;
    content.text = built.text;
    content.parts = built.parts;
    EXPECT_EQ(parts_of(content), row.want) << row.page;
  }
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

// Markup that is deep, wide or endless: an answer or a clear error, and no walk that overflows.
TEST(Html, HostileMarkup) {
  std::string many_names = "<p ";
  for (int i = 0; i < 300'000; ++i) many_names += "a" + std::to_string(i) + "=1 ";
  const std::string words = "Two people were killed in Kalmar on Monday, the mayor said.";
  const std::vector<std::string> pages = {
      repeated("<div>", 100'000) + words,
      "<p>" + repeated("<b><i><u>", 100'000) + words,
      repeated("<table><tr><td>", 100'000) + words,
      many_names + ">" + words,
      "<script type='application/ld+json'>" + repeated("{\"a\":[", 100'000) + "</script><p>" + words,
      repeated("<p>x", 400'000) + words,
      repeated("<svg><g>", 50'000) + words,
      repeated("<a href=x><b></a>", 50'000) + words,
      "<p>" + repeated("&amp;", 200'000),
      "<p>" + repeated("x", limits::text_bytes_max + 10),
      "<div>" + repeated("<span>", 600) + repeated("</p>", 100'000) + words,
      repeated("<select><option>", 20'000) + "</select>" + words,
  };
  for (const std::string& page : pages) {
    RawReport raw;
    raw.bytes = page;
    Result<DocumentContent> content = read_html_page(std::move(raw), {});
    if (content) {
      EXPECT_EQ(content->map.target_bytes(), content->text.size()) << page.substr(0, 40);
      EXPECT_LE(content->text.size(), 2 * limits::text_bytes_max);
    } else {
      EXPECT_FALSE(content.error().message.empty());
    }
  }
}

TEST(Html, ALimitIsNoted) {
  std::string deep = "<p>Two people were killed in Kalmar on Monday, the mayor said.</p>" +
                     repeated("<p>x", limits::markup_nodes_max / 2 + 10);
  DocumentContent content = read(deep);
  ASSERT_FALSE(content.notes.empty());
  EXPECT_EQ(content.notes.back().kind, NoteKind::cut_at_limit);

  RawReport raw;
  raw.bytes.assign(limits::report_bytes_max + 1, 'x');
  Result<DocumentContent> too_large = read_html_page(std::move(raw), {});
  ASSERT_FALSE(too_large.has_value());
  EXPECT_EQ(too_large.error().code, ErrorCode::over_limit);
}

TEST(Traits, NamesOfElements) {
  struct NameRow {
    std::string_view element;
    html::Traits want;
  };
  const NameRow rows[] = {
      {"<div class=article-body>", html::trait::body},
      {"<div class=articleBody>", html::trait::body},
      {"<div itemprop=articleBody>", html::trait::body},
      {"<div class=relatedPosts>", html::trait::related},
      {"<div class='x relatedlinks'>", html::trait::related},
      {"<div id=comments>", html::trait::comments},
      {"<div class=read-more>", html::trait::related},
      {"<div class=reading>", 0},
      {"<div class=hidden-xs>", 0},
      {"<article class='post category-coast tag-war'>", 0},
      {"<div class=shareholders>", 0},
      {"<nav>", html::trait::chrome},
      {"<div role=navigation>", html::trait::chrome},
  };
  for (const NameRow& row : rows) {
    html::Tree tree(row.element);
    html::NodeIndex last = static_cast<html::NodeIndex>(tree.nodes().size() - 1);
    EXPECT_EQ(html::traits_of(tree, last), row.want) << row.element;
  }
}

TEST(Metadata, DaysInAddresses) {
  EXPECT_EQ(html::date_of_address("https://coast.example/2031/05/04/nine")->iso(), "2031-05-04");
  EXPECT_EQ(html::date_of_address("https://coast.example/news/2031-05-04-nine")->iso(), "2031-05-04");
  EXPECT_FALSE(html::date_of_address("https://coast.example/2031/13/04/nine"));
  EXPECT_FALSE(html::date_of_address("https://coast.example/20310504"));
}

}  // namespace
}  // namespace sitrep
