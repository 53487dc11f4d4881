// What holds of any plain text, whole or damaged: no byte changed, none left out of the parts.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "intake/plain/plain_dump_for_tests.h"
#include "text/utf8.h"

namespace sitrep {
namespace {

// What holds of any text whatever.
void check_properties(const std::string& text) {
  DocumentContent content = read_plain(text);
  ASSERT_EQ(content.text, text);
  ASSERT_TRUE(content.map.is_identity() || text.empty());
  auto at_character = [&text](std::uint32_t at) {
    return at <= text.size() && (at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
  };
  auto inside = [&](Span span) {
    return span.begin < span.end && at_character(span.begin) && at_character(span.end);
  };
  std::uint32_t end = 0;
  auto blank = [&](std::uint32_t from, std::uint32_t to) {
    for (std::size_t at = from; at < to;) {
      CodePoint c = decode_utf8(text, at);
      if (!is_space(c.value)) return false;
      at += c.bytes;
    }
    return true;
  };
  for (const Part& part : content.parts) {
    ASSERT_TRUE(inside(part.span)) << part.span.begin << ' ' << part.span.end;
    ASSERT_LE(end, part.span.begin);
    ASSERT_TRUE(blank(end, part.span.begin)) << text.substr(end, part.span.begin - end);
    end = part.span.end;
  }
  ASSERT_TRUE(blank(end, static_cast<std::uint32_t>(text.size()))) << text.substr(end);
  for (const Note& note : content.notes) {
    ASSERT_TRUE(!note.evidence || inside(*note.evidence));
  }
  for (const Derivation& why : content.publication.because) {
    for (Span span : why.spans) ASSERT_TRUE(inside(span)) << why.value;
  }
  if (content.publication.dateline && content.publication.dateline->span) {
    ASSERT_TRUE(inside(*content.publication.dateline->span));
  }
}

std::vector<std::string> examples() {
  std::vector<std::string> texts;
  for (const auto& entry : std::filesystem::directory_iterator(SITREP_SOURCE_DIR "/examples")) {
    if (entry.path().extension() != ".txt") continue;
    std::stringstream bytes;
    bytes << std::ifstream(entry.path()).rdbuf();
    if (is_utf8(bytes.str())) texts.push_back(bytes.str());
  }
  std::sort(texts.begin(), texts.end());
  return texts;
}

TEST(PlainDamage, TextsKeepEveryByte) {
  auto texts = examples();
  ASSERT_GT(texts.size(), 10U);
  for (const std::string& text : texts) check_properties(text);
}

// Random cuts, splices and stray marks: what a scraper does to a page.
TEST(PlainDamage, DamagedTextsKeepEveryByte) {
  const std::string_view marks[] = {
      "\n", "\r\n", "\xE2\x80\x9C", "\"", " - ", "(", ")",   "|", "4 May 2031", "By ",
      ",",  ". ",   "\xE2\x80\x94", ":",  "[",   "/", "AFP", "'", "\xC2\xA0",   "> "};
  auto texts = examples();
  std::mt19937 random(20310504);
  auto below = [&random](std::size_t n) {
    return std::uniform_int_distribution<std::size_t>(0, n - 1)(random);
  };
  auto character = [&below](const std::string& text) {
    std::size_t at = below(text.size() + 1);
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
    return at;
  };
  for (int round = 0; round < 3000; ++round) {
    std::string text = texts[below(texts.size())];
    for (std::size_t change = below(6) + 1; change > 0; --change) {
      std::size_t at = character(text);
      const std::string& other = texts[below(texts.size())];
      switch (below(4)) {
        case 0:
          text.erase(at);
          break;
        case 1:
          text.erase(0, at);
          break;
        case 2:
          text.insert(at, marks[below(std::size(marks))]);
          break;
        default:
          text.insert(at, other, 0, character(other));
          break;
      }
    }
    check_properties(text);
    if (HasFatalFailure()) FAIL() << text;
  }
}

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += piece;
  return out;
}

// Texts made to hurt: each must be read like any other, whole.
TEST(PlainDamage, HostileTexts) {
  for (std::string_view piece :
       {"\xE2\x80\x9C",
        "\"he said, ",
        "(Photo: ",
        "(Photo: Ida Holm) ",
        "killed 12 and 13 or 14 ",
        "\n",
        "x\n",
        "By Ida Holm | ",
        "By Ida Holm | 4 May 2031\n",
        "Published 4 May 2031 ",
        "4 May 2031, ",
        "A / ",
        "KALMAR, ",
        "KALMAR ",
        "FIGHTING GOES ON The ",
        "FIGHTING GOES ON\n",
        "In In In In ",
        "- ",
        "' ",
        ".\" ",
        ")\"",
        "> a\n",
        "Press release 1\n",
        "Harbour Post, 4 May 2031\n",
        "on 4 May 2031 ",
        "Reporting by A; ",
        "\xE2\x80\xAEx ",
        "Two people were killed on Monday in the town of Kalmar, the\npolice said, and the\n"}) {
    check_properties(repeated(piece, 200'000));
    check_properties("Nine dead as shells hit market\n\n" + repeated(piece, 5'000));
    check_properties(repeated(piece, 590) + "\n\nShells fell on Kalmar.");
    if (HasFatalFailure()) FAIL() << piece;
  }
}

}  // namespace
}  // namespace sitrep
