// A text's tokens as the model takes them, and how sentences are put into batches.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/word_pieces.h"
#include "text/span.h"

namespace sitrep {

// The model has seen no sentence with more pieces than this; longer ones are cut.
inline constexpr std::size_t sentence_pieces_max = 398;

// Of a word with more pieces than this, the first and the last four are read.
inline constexpr std::size_t word_pieces_max = 8;

struct EncodedText {
  std::vector<PieceId> pieces;       // of all tokens in order, one at least for each
  std::vector<std::uint32_t> begin;  // where each token's pieces begin; one entry more than tokens
  std::vector<std::int32_t> shape;   // letter case, as the model's number; not yet hushed where shouted
};

EncodedText encode(const WordPieces& word_pieces, std::string_view text, std::span<const Span> tokens);

// Cuts what has too many pieces, at sensible places; `ends` as split_sentences gives them.
std::vector<std::uint32_t> cut_by_pieces(std::string_view text, std::span<const Span> tokens,
                                         const EncodedText& encoded, std::span<const std::uint32_t> ends);

// The length that a sentence of so many pieces ([CLS] and [SEP] among them) is padded to. It depends on
// the sentence alone, and a batch holds one length only: so what is read in a sentence does not depend
// on the sentences that were read with it.
std::size_t padded_length(std::size_t pieces);

// How many sentences of a padded length are read in one go, of so many that wait: one, or
// batch_sentences_max of a usual length.
inline constexpr std::size_t batch_sentences_max = 4;
std::size_t batch_sentences(std::size_t padded_length, std::size_t waiting);

}  // namespace sitrep
