// How long actors take: the lexicon to load, and a text of 600 words to find them in, beside the language
// layer.
//
//   actor_speed FILE        a plain text
#include <fmt/format.h>

#include <chrono>
#include <ctime>
#include <fstream>
#include <iterator>

#include "language/document_for_tests.h"
#include "language/language.h"
#include "mentions/actor/actor_finder.h"

namespace {

// Of this process, so that others on the machine count less.
double processor_ms() { return 1e3 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

}  // namespace

int main(int argc, char** argv) {
  using namespace sitrep;
  if (argc != 2) return 2;
  std::ifstream in(argv[1]);
  Document document = document_of(std::string(std::istreambuf_iterator<char>(in), {}), "2024-05-06");
  double start = processor_ms();
  const ActorLexicon& lexicon = *ActorLexicon::standard();
  fmt::print("lexicon: {} actors, {} names, {:.1f} ms to load\n", lexicon.size(), lexicon.names(),
             processor_ms() - start);
  auto language = Language::english();
  if (!language) return 2;
  Analysis analysis = (*language)->read(document);
  constexpr int times = 20;
  start = processor_ms();
  for (int i = 0; i < times; ++i) (void)(*language)->read(document);
  double reading = (processor_ms() - start) / times;
  start = processor_ms();
  std::size_t found = 0;
  for (int i = 0; i < times; ++i) found = find_actors(analysis, lexicon, {}).size();
  double finding = (processor_ms() - start) / times;
  fmt::print("{} words: language {:.2f} ms, {} actors {:.3f} ms, a share of {:.4f}\n",
             analysis.words().size(), reading, found, finding, finding / reading);
}
