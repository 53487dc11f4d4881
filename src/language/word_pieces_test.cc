// Word pieces against the reference tokenizer, on kept texts and on every code point.

#include "language/word_pieces.h"

#include <gtest/gtest.h>
#include <unicode/uchar.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "base/sha256.h"
#include "language/model_file.h"
#include "language/places_of_files.h"
#include "text/utf8.h"

namespace sitrep {
namespace {

using Json = nlohmann::json;

std::vector<Json> reference() {
  std::ifstream file(SITREP_SOURCE_DIR "/tests/word_pieces/reference.jsonl");
  std::vector<Json> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(Json::parse(line));
  return lines;
}

TEST(WordPieces, TextIsNormalisedAsByTheReference) {
  std::vector<Json> lines = reference();
  ASSERT_GT(lines.size(), 1500U);
  for (const Json& line : lines) {
    if (!line.contains("text")) continue;
    EXPECT_EQ(normalise_for_pieces(line["text"].get<std::string>()), line["words"].get<std::string>())
        << line["text"];
  }
}

TEST(WordPieces, EveryCodePointIsTakenAsByTheReference) {
  std::string all;
  for (char32_t c = 1; c < 0x110000; ++c) {
    UVersionInfo age;
    u_charAge(static_cast<UChar32>(c), age);
    bool assigned = u_charType(static_cast<UChar32>(c)) != U_UNASSIGNED && age[0] <= 14;
    if ((c >= 0xD800 && c < 0xE000) || !assigned || c == 0x11938) continue;
    std::string text = "a";
    append_utf8(text, c);
    all += normalise_for_pieces(text + "b") + "\n";
  }
  EXPECT_EQ(sha256_hex(all), reference().back()["every_code_point"].get<std::string>());
}

TEST(WordPieces, PiecesAreThoseOfTheReference) {
  auto model = ModelFile::open(english_model_path());
  if (!model) GTEST_SKIP() << "no vocabulary: " << model.error().text();
  auto word_pieces = WordPieces::from_vocabulary((*model)->blob("vocab"));
  ASSERT_TRUE(word_pieces);
  for (const Json& line : reference()) {
    if (!line.contains("text")) continue;
    std::vector<PieceId> pieces;
    word_pieces->append(line["text"].get<std::string>(), pieces);
    EXPECT_EQ(pieces, line["ids"].get<std::vector<PieceId>>()) << line["text"];
  }
}

TEST(WordPieces, AreTheLongestOnesOfASmallVocabulary) {
  auto word_pieces =
      WordPieces::from_vocabulary("[PAD]\n[UNK]\n[CLS]\n[SEP]\ncease\n##fire\n##s\n##fires\n'\ns");
  ASSERT_TRUE(word_pieces);
  std::vector<PieceId> pieces;
  word_pieces->append("Ceasefires' s CEASEX", pieces);
  EXPECT_EQ(pieces, (std::vector<PieceId>{4, 7, 8, 9, 1}));
  EXPECT_FALSE(WordPieces::from_vocabulary("[PAD]\n[UNK]\ncease"));
  EXPECT_FALSE(WordPieces::from_vocabulary(""));
}

}  // namespace
}  // namespace sitrep
