// Prints the numbers of the word pieces of texts, a line a text; for bench/word_pieces. The texts come on
// standard input, a zero byte after each.

#include <cstdio>
#include <iostream>
#include <string>

#include "language/model_file.h"
#include "language/places_of_files.h"
#include "language/word_pieces.h"

int main() {
  using namespace sitrep;
  auto model = ModelFile::open(english_model_path());
  if (!model) {
    std::fprintf(stderr, "%s\n", model.error().text().c_str());
    return 2;
  }
  auto word_pieces = WordPieces::from_vocabulary((*model)->blob("vocab"));
  if (!word_pieces) return 2;
  for (std::string text; std::getline(std::cin, text, '\0');) {
    std::vector<PieceId> pieces;
    word_pieces->append(text, pieces);
    for (std::size_t i = 0; i < pieces.size(); ++i) std::printf(i == 0 ? "%d" : " %d", pieces[i]);
    std::printf("\n");
  }
}
