#include "language/encoded_text.h"

#include <algorithm>

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

std::size_t padded_length(std::size_t pieces) {
  auto up_to = [&](std::size_t step) { return (pieces + step - 1) / step * step; };
  if (pieces <= 64) return std::max<std::size_t>(up_to(8), 8);
  return pieces <= 128 ? up_to(16) : up_to(32);
}

std::size_t batch_sentences_max(std::size_t padded_length) {
  constexpr std::size_t batch_pieces = 1024;
  return std::max<std::size_t>(1, batch_pieces / padded_length);
}

}  // namespace sitrep
