#include "lexicon/rarity.h"

#include <algorithm>
#include <vector>

#include "base/lines.h"

namespace sitrep {

namespace embedded {
extern const std::string_view english_frequencies;  // data/words/english-frequencies.tsv
}

namespace {

constexpr double rarest = 6.5;
constexpr double commonest = 0.5;
constexpr double of_a_number = 4;

struct Entry {
  std::string_view word;
  double rarity;
};

// Lines "the\t77", sorted by word as bytes, behind a line that begins with "#".
std::vector<Entry> read_table() {
  std::vector<Entry> entries;
  std::string_view rest = embedded::english_frequencies;
  while (!rest.empty()) {
    std::string_view line = cut(rest, '\n');
    if (line.starts_with('#')) continue;
    std::string_view word = cut(line, '\t');
    double zipf_times_ten = 0;
    for (char digit : line) zipf_times_ten = 10 * zipf_times_ten + (digit - '0');
    entries.push_back({word, std::clamp(7 - zipf_times_ten / 10, commonest, rarest)});
  }
  return entries;
}

}  // namespace

double word_rarity(std::string_view lower_word) {
  static const std::vector<Entry> table = read_table();
  bool number = !lower_word.empty() && std::all_of(lower_word.begin(), lower_word.end(),
                                                   [](char c) { return c >= '0' && c <= '9'; });
  if (number) return of_a_number;
  auto found = std::lower_bound(table.begin(), table.end(), lower_word,
                                [](const Entry& entry, std::string_view word) { return entry.word < word; });
  return found != table.end() && found->word == lower_word ? found->rarity : rarest;
}

}  // namespace sitrep
