#include "language/encoded_text.h"

#include <algorithm>
#include <array>

#include "language/sentence_splitter.h"
#include "language/word_forms.h"

namespace sitrep {

EncodedText encode(const WordPieces& word_pieces, std::string_view text, std::span<const Span> tokens) {
  EncodedText encoded;
  encoded.begin.reserve(tokens.size() + 1);
  encoded.shape.reserve(tokens.size());
  encoded.pieces.reserve(tokens.size() + tokens.size() / 2);
  for (Span span : tokens) {
    std::string_view token = text.substr(span.begin, span.size());
    std::size_t before = encoded.pieces.size();
    encoded.begin.push_back(static_cast<std::uint32_t>(before));
    encoded.shape.push_back(static_cast<std::int32_t>(letter_case(token)));
    word_pieces.append(token, encoded.pieces);
    std::size_t count = encoded.pieces.size() - before;
    if (count == 0) encoded.pieces.push_back(word_pieces.unknown());
    if (count > word_pieces_max) {
      auto middle = encoded.pieces.begin() + static_cast<std::ptrdiff_t>(before + word_pieces_max / 2);
      encoded.pieces.erase(middle, encoded.pieces.end() - word_pieces_max / 2);
    }
  }
  encoded.begin.push_back(static_cast<std::uint32_t>(encoded.pieces.size()));
  return encoded;
}

std::vector<std::uint32_t> cut_by_pieces(std::string_view text, std::span<const Span> tokens,
                                         const EncodedText& encoded, std::span<const std::uint32_t> ends) {
  std::vector<std::uint32_t> cut;
  cut.reserve(ends.size());
  std::uint32_t begin = 0;
  for (std::uint32_t end : ends) {
    while (encoded.begin[end] - encoded.begin[begin] > sentence_pieces_max) {
      std::uint32_t limit = begin;
      while (encoded.begin[limit + 1] - encoded.begin[begin] <= sentence_pieces_max) ++limit;
      begin = sensible_cut(text, tokens, begin, limit);
      cut.push_back(begin);
    }
    cut.push_back(end);
    begin = end;
  }
  return cut;
}

// The runtime keeps some 6 MB of code and plans for every shape that it has met, so there are few: that
// costs a fifth of the speed in padding, and saves half of the memory.
std::size_t padded_length(std::size_t pieces) {
  constexpr std::array<std::size_t, 7> lengths = {16, 32, 48, 64, 96, 160, 400};
  static_assert(lengths.back() >= sentence_pieces_max + 2);
  return *std::lower_bound(lengths.begin(), lengths.end(), pieces);
}

std::size_t batch_sentences(std::size_t padded_length, std::size_t waiting) {
  return padded_length <= 96 && waiting >= batch_sentences_max ? batch_sentences_max : 1;
}

}  // namespace sitrep
