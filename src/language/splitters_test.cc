// Where tokens and sentences end: a row is a text and its tokens, sentences parted by " | ".

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "language/sentence_splitter.h"
#include "language/token_splitter.h"
#include "text/utf8.h"

namespace sitrep {
namespace {

struct Split {
  std::vector<Span> tokens;
  std::vector<std::uint32_t> ends;
};

Split split(std::string_view text) {
  Split made;
  split_tokens(text, make_span(0, text.size()), made.tokens);
  split_sentences(text, made.tokens, made.ends);
  return made;
}

std::string dump(std::string_view text) {
  Split made = split(text);
  std::string out;
  std::size_t sentence = 0;
  for (std::size_t i = 0; i < made.tokens.size(); ++i) {
    if (sentence < made.ends.size() && made.ends[sentence] == i) {
      out += " |";
      ++sentence;
    }
    out += (out.empty() ? "" : " ") + std::string(text.substr(made.tokens[i].begin, made.tokens[i].size()));
  }
  return out;
}

struct Row {
  const char* text;
  const char* want;
};

TEST(Tokens, AreCutAsTheTreebanksCutThem) {
  const Row rows[] = {
      {"They don't know Ida's plan.", "They do n't know Ida 's plan ."},
      {"It wouldn’t, he’d said; we’re late.", "It would n’t , he ’d said ; we ’re late ."},
      {"I cannot go, gonna stay", "I can not go , gon na stay"},
      {"the workers' strike", "the workers ' strike"},
      {"a cease-fire in al-Kalmar", "a cease - fire in al - Kalmar"},
      {"anti-tank and non-combatant ex-minister", "anti-tank and non-combatant ex-minister"},
      {"co-operate re-open pre-war mid-May", "co-operate re-open pre-war mid-May"},
      {"at 5pm, 20km away, 3bn", "at 5 pm , 20 km away , 3 bn"},
      {"the 1980s, the 3rd and 47th", "the 1980s , the 3rd and 47th"},
      {"1,200 men, 3.5 per cent, 12:30", "1,200 men , 3.5 per cent , 12:30"},
      {"in 2020,200 men", "in 2020,200 men"},
      {"2019-2020 and 555-0142", "2019 - 2020 and 555-0142"},
      {"on 9/11 and/or 03/05/2031", "on 9/11 and / or 03/05/2031"},
      {"Gen. Ola Berg of the U.S. Army", "Gen. Ola Berg of the U.S. Army"},
      {"at 6 a.m. on Sept. 3", "at 6 a.m. on Sept. 3"},
      {"Ida J. Holm, Ph.D., left", "Ida J. Holm , Ph.D. , left"},
      {"see http://post.example/a?b=1. Then", "see http://post.example/a?b=1 . | Then"},
      {"write to ida.holm@kalmar.example now", "write to ida.holm@kalmar.example now"},
      {"(“Stop!” he said.)", "( “ Stop ! ” he said . )"},
      {"Wait... what?! No -- yes", "Wait ... what ?! | No -- yes"},
      {"#Kalmar @harbourpost", "#Kalmar @harbourpost"},
      {"US$5m or $5", "US$ 5 m or $ 5"},
      {"the '90s, tell 'em", "the '90s , tell 'em"},
      {"AT&T hires", "AT&T hires"},
      {"fine :-) thanks", "fine :-) thanks"},
      {"d'Arc O'Neill Sana'a", "d'Arc O'Neill Sana'a"},
      {"They don`t say she´s here", "They do n`t say she ´s here"},
      {"the `old` town`square", "the ` old ` town ` square"},
      {"since the mid-1980s, post-2031 but not-2", "since the mid-1980s , post-2031 but not - 2"},
      {"a .50 gun, v1.2 and 3.5", "a .50 gun , v1.2 and 3.5"},
      {"said [Ida H.] Holm of S. R. 128", "said [ Ida H. ] Holm of S. R. 128"},
      {"(plan B.) Then", "( plan B . ) | Then"},
      {"", ""},
      {" \n\t ", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(dump(row.text), row.want) << row.text;
}

TEST(Sentences, EndWhereTheyEnd) {
  const Row rows[] = {
      {"He left. She stayed.", "He left . | She stayed ."},
      {"Mr. Holm met Gen. Berg. They talked.", "Mr. Holm met Gen. Berg . | They talked ."},
      {"He lives in the U.S. The army left.", "He lives in the U.S. | The army left ."},
      {"the U.S. Army left. It rained.", "the U.S. Army left . | It rained ."},
      {"\"It is over.\" He left.", "\" It is over . \" | He left ."},
      {"“It is over,” he said. “Go.”", "“ It is over , ” he said . | “ Go . ”"},
      {"“Is it over?” he asked.", "“ Is it over ? ” he asked ."},
      {"They fled.The army came.", "They fled . | The army came ."},
      {"A headline\n\nThe text.", "A headline | The text ."},
      {"a line that is\nwrapped here.", "a line that is wrapped here ."},
      {"Wanted:\n- bread\n- water", "Wanted : | - bread | - water"},
      {"SHELLS HIT MARKET. NINE DEAD.", "SHELLS HIT MARKET . | NINE DEAD ."},
      {"Nine died (two were children). More fell.", "Nine died ( two were children ) . | More fell ."},
      {"about 3.5 km. Then", "about 3.5 km . | Then"},
      {"1. Stop. 2. Go.", "1. Stop . | 2 . Go ."},
      {"No. 7 is hers. No. He left.", "No. 7 is hers . | No . | He left ."},
      {"It fell in July. [6] [7 - 9] He fled.", "It fell in July . [ 6 ] [ 7 - 9 ] | He fled ."},
      {"It fell. [He] fled. [6 men] fell.", "It fell . | [ He ] fled . | [ 6 men ] fell ."},
      {"“They fled.“ Nobody came.", "“ They fled . “ | Nobody came ."},
      {"They fled. “Nobody came.”", "They fled . | “ Nobody came . ”"},
      {"The quay at dawn Image: Ida Holm", "The quay at dawn | Image : Ida Holm"},
      {"She has an image (photo: Ida Holm).", "She has an image ( photo : Ida Holm ) ."},
      {"See A/12/PV.6 there.", "See A / 12 / PV . 6 there ."},
  };
  for (const Row& row : rows) EXPECT_EQ(dump(row.text), row.want) << row.text;
}

// Every character that is no space belongs to one token, in order; every token to one sentence.
void expect_whole(std::string_view text) {
  Split made = split(text);
  std::uint32_t at = 0;
  for (Span token : made.tokens) {
    ASSERT_LT(token.begin, token.end);
    ASSERT_LE(at, token.begin);
    for (std::size_t gap = at; gap < token.begin;) {
      CodePoint c = decode_utf8(text, gap);
      ASSERT_TRUE(is_space(c.value)) << "left out at " << gap;
      gap += c.bytes;
    }
    at = token.end;
  }
  for (std::size_t gap = at; gap < text.size();) {
    CodePoint c = decode_utf8(text, gap);
    ASSERT_TRUE(is_space(c.value)) << "left out at " << gap;
    gap += c.bytes;
  }
  std::uint32_t first = 0;
  for (std::uint32_t end : made.ends) {
    ASSERT_LT(first, end);
    ASSERT_LE(end - first, sentence_tokens_max);
    first = end;
  }
  ASSERT_EQ(first, made.tokens.size());
}

TEST(Splitters, LeaveNothingOutOfAnyText) {
  const std::vector<std::string> pieces = {"a",
                                           "Holm",
                                           "don't",
                                           "U.S.",
                                           "3",
                                           "1,200",
                                           ".",
                                           "...",
                                           "?!",
                                           "\"",
                                           "'",
                                           "’s",
                                           "“",
                                           "”",
                                           "(",
                                           ")",
                                           "-",
                                           "–",
                                           " ",
                                           "\n",
                                           "\n\n",
                                           "\t",
                                           "http://",
                                           "@",
                                           "#",
                                           "$",
                                           "&",
                                           "é",
                                           "\xCC\x81",
                                           "\xF0\x9F\x9A\x80",
                                           "\xE2\x80\x8D",
                                           "\xEF\xB8\x8F",
                                           "\xE2\x80\x8B",
                                           "مرحبا",
                                           "会议",
                                           "n't",
                                           ":-)",
                                           "/",
                                           "www.",
                                           "x",
                                           "pm",
                                           "e.g.",
                                           "\x01",
                                           "“.”"};
  std::mt19937 random(1);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::size_t i = random() % 12 + 1; i > 0; --i) text += pieces[random() % pieces.size()];
    expect_whole(text);
    if (HasFatalFailure()) FAIL() << text;
  }
}

TEST(Splitters, TakeTextOfAnyShapeInLinearTime) {
  const std::size_t size = 1U << 20;
  auto repeated = [&](std::string_view piece) {
    std::string text;
    while (text.size() < size) text += piece;
    return text;
  };
  for (std::string_view piece :
       {"a",   "\n", "a.",   "a.b", "www.", "http://a",         "a@",           "'",  "n't",
        "-a",  "1-", "1,",   "(",   "é",    "\xF0\x9F\x9A\x80", "\xE2\x80\x8D", "a ", ". ",
        "A. ", "\"", "U.S. "}) {
    expect_whole(repeated(piece));
    if (HasFatalFailure()) FAIL() << piece;
  }
}

TEST(Sentences, OfTooManyTokensAreCutAtSensiblePlaces) {
  std::string text;
  for (int i = 0; i < 150; ++i) text += "one two,";
  Split made = split(text + " end.");
  ASSERT_GE(made.ends.size(), 3U);
  for (std::size_t i = 0; i + 1 < made.ends.size(); ++i) {
    Span last = made.tokens[made.ends[i] - 1];
    EXPECT_EQ(text.substr(last.begin, last.size()), ",");
  }
}

}  // namespace
}  // namespace sitrep
