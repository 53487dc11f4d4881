// A brief of one event told by two, and strangers' text in it.
#include "brief/brief.h"

#include <gtest/gtest.h>

#include "brief/page.h"

namespace sitrep {
namespace {

BriefEvent event_of(const std::string& name, std::int64_t killed, std::int64_t other_killed) {
  std::vector<Telling> tellings;
  std::vector<std::string> texts;
  for (int i = 0; i < 2; ++i) {
    Telling telling;
    telling.report = "sha256:" + std::string(64, static_cast<char>('a' + i));
    telling.outlet = i == 0 ? name : "Northwire";
    telling.uri = i == 0 ? "javascript:alert(1)" : "https://northwire.example/?a=1&b=\"2\"";
    telling.published = DateTime::parse(i == 0 ? "2031-05-04" : "2031-05-05");
    Claim claim;
    claim.id = "c1";
    claim.report = telling.report;
    claim.event.type = "shelling";
    claim.event.ref = "h1";
    claim.evidence = {0, 20};
    claim.source.kind = SourceKind::named;
    claim.source.name = i == 0 ? "police" : "army";
    claim.figures.emplace_back().low = i == 0 ? killed : other_killed;
    claim.figures.back().high = claim.figures.back().low;
    claim.place = Place{};
    claim.place->name = name;
    claim.place->lat = 56.66;
    claim.place->lon = 16.36;
    telling.claims = {claim};
    telling.happening.claims = {"c1"};
    telling.happening.type = "shelling";
    telling.happening.place = name;
    telling.happening.lat = 56.66;
    telling.happening.lon = 16.36;
    telling.happening.killed = Count{*claim.figures[0].low, *claim.figures[0].high};
    tellings.push_back(telling);
    texts.push_back("<script>run()</script> shells fell, it was told.");
  }
  BriefEvent event;
  event.view = view_of(17, std::move(tellings));
  event.row = row_of(event.view, *find_profile("ucdp"));
  event.summary = summary_of(event.view);
  event.texts = std::move(texts);
  event.silences.resize(2);
  Silence silence;
  silence.who.name = "River Brigade";
  silence.about = {"c1"};
  event.silences[0] = {silence};
  return event;
}

Brief brief_of(const std::string& name) {
  BriefScope scope;
  scope.title = "Situation report";
  scope.place = name;
  scope.since = Date::parse("2031-05-03");
  scope.made_with = name;
  return make_brief(scope, {event_of(name, 7, 12)}, *find_profile("ucdp"));
}

TEST(Brief, TellsFiguresContradictionsAndSilences) {
  Brief brief = brief_of("Kalmar");
  ASSERT_EQ(brief.items.size(), 1U);
  const BriefItem& item = brief.items[0];
  EXPECT_EQ(item.headline, "Shelling");
  EXPECT_TRUE(item.fresh);
  EXPECT_EQ(item.accounts.size(), 2U);
  EXPECT_EQ(brief.notes.size(), 2U);
  ASSERT_EQ(item.contradictions.size(), 1U);
  EXPECT_NE(item.contradictions[0].find("7 killed by police"), std::string::npos) << item.contradictions[0];
  EXPECT_EQ(item.silences, std::vector<std::string>{"River Brigade would not comment (Kalmar)."});
  EXPECT_EQ(brief.killed.low, 7);
  EXPECT_EQ(brief.killed.high, 12);
}

TEST(Brief, EveryReferenceLeadsSomewhere) {
  std::string page = brief_html(brief_of("Kalmar"));
  const std::string link = "href=\"#";
  int count = 0;
  for (std::size_t at = page.find(link); at != std::string::npos; at = page.find(link, at + 1), ++count) {
    std::size_t begin = at + link.size();
    std::string id = page.substr(begin, page.find('"', begin) - begin);
    EXPECT_NE(page.find("id=\"" + id + "\""), std::string::npos) << id;
  }
  EXPECT_GT(count, 6);
  EXPECT_NE(page.find("<svg"), std::string::npos);
  EXPECT_NE(page.find("<path class=\"land\""), std::string::npos);
}

TEST(Brief, WhatStrangersWriteRunsNowhere) {
  std::string page = brief_html(brief_of("<img src=x onerror=alert(1)>\"'&"));
  for (const char* bad : {"<script", "<img", "javascript:", "onerror=alert(1)>"}) {
    EXPECT_EQ(page.find(bad), std::string::npos) << bad;
  }
  std::string text = brief_markdown(brief_of("<img src=x>[a](javascript:x)`"));
  for (const char* bad : {"<img", "](", "<script"}) EXPECT_EQ(text.find(bad), std::string::npos) << bad;
}

TEST(Brief, OfNothingIsABriefToo) {
  Brief brief = make_brief({}, {}, *find_profile("ucdp"));
  EXPECT_NE(brief_html(brief).find("not told"), std::string::npos);
  EXPECT_EQ(brief_map(brief), "");
  EXPECT_NE(brief_markdown(brief).find("## Events"), std::string::npos);
}

}  // namespace
}  // namespace sitrep
