// Word pieces: the units that the model reads, as the uncased BERT tokenizer makes them.
//
//   "Ida's ceasefires"  ->  ida ' s cease ##fire ##s
//
// Control characters are dropped, accents stripped, letters lower-cased, ideographs and marks stand
// alone; then the longest piece of the vocabulary is taken, again and again. Identical to the reference
// on every code point (word_pieces_test.cc; `bench/word_pieces` on 100,000 sentences).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"

namespace sitrep {

using PieceId = std::int32_t;

class WordPieces {
 public:
  WordPieces() = default;  // no vocabulary: every word is unknown
  // `lines` is the vocabulary, a piece a line, the first with id 0. Malformed without the four pieces
  // that the model needs ([PAD], [UNK], [CLS], [SEP]).
  static Result<WordPieces> from_vocabulary(std::string_view lines);

  // Appends the pieces of `text`, a word or a whole sentence; none for text of spaces and control
  // characters only. Linear in the text: a word of more than 100 characters is one unknown piece.
  void append(std::string_view text, std::vector<PieceId>& pieces) const;

  // Whether a word in lower case is a piece by itself, as the usual words are.
  [[nodiscard]] bool is_word(std::string_view lower) const { return first_.find(lower) != first_.end(); }

  [[nodiscard]] PieceId pad() const { return pad_; }
  [[nodiscard]] PieceId unknown() const { return unknown_; }
  [[nodiscard]] PieceId begin() const { return begin_; }  // [CLS]
  [[nodiscard]] PieceId end() const { return end_; }      // [SEP]

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
  };
  using Pieces = std::unordered_map<std::string, PieceId, Hash, std::equal_to<>>;

  void append_word(std::string_view word, std::size_t characters, std::vector<PieceId>& pieces) const;

  Pieces first_;             // pieces that begin a word
  Pieces later_;             // those that go on, without their "##"
  std::size_t longest_ = 0;  // bytes
  PieceId pad_ = 0, unknown_ = 0, begin_ = 0, end_ = 0;
};

// What the tokenizer reads of `text`: words in lower case without accents, parted by single spaces.
std::string normalise_for_pieces(std::string_view text);

}  // namespace sitrep
