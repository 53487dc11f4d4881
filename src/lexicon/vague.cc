#include "lexicon/vague.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "base/lines.h"

namespace sitrep {

namespace embedded {
extern const std::string_view vague_quantities;  // data/figures/vague.tsv
}

namespace {

struct Entry {
  std::string_view words;
  VagueAmount amount;
};

std::optional<std::int64_t> number(std::string_view digits) {
  std::int64_t value = 0;
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

// Sorted by words as bytes, behind lines that begin with "#".
std::vector<Entry> read_table() {
  std::vector<Entry> entries;
  std::string_view rest = embedded::vague_quantities;
  while (!rest.empty()) {
    std::string_view line = cut(rest, '\n');
    if (line.starts_with('#')) continue;
    Entry entry;
    entry.words = cut(line, '\t');
    entry.amount.low = number(cut(line, '\t')).value_or(0);
    entry.amount.high = number(cut(line, '\t'));
    entry.amount.source = line;
    entries.push_back(entry);
  }
  return entries;
}

}  // namespace

std::optional<VagueAmount> vague_amount(std::string_view words) {
  static const std::vector<Entry> table = read_table();
  std::string lower(words);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  auto found = std::lower_bound(table.begin(), table.end(), lower,
                                [](const Entry& entry, std::string_view key) { return entry.words < key; });
  if (found == table.end() || found->words != lower) return std::nullopt;
  return found->amount;
}

}  // namespace sitrep
