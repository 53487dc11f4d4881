#include "claims/garbled.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "lexicon/rarity.h"

namespace sitrep {
namespace {

constexpr std::size_t letters_min = 5;
constexpr std::size_t letters_max = 16;
// Rarities (lexicon/rarity.h): what the table lacks; what everybody knows.
constexpr double not_in_table = 6.5;
constexpr double common = 3.2;
// A report that has a word so often means it.
constexpr int uses_max = 2;

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

bool is_common(std::string_view word) { return word_rarity(word) <= common; }

template <std::size_t size>
bool holds(const std::string_view (&words)[size], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// "ofthe", "inwhich".
std::string run_together(std::string_view word) {
  static constexpr std::string_view first[] = {"and", "at", "by",   "for", "from", "in",
                                               "of",  "on", "that", "to",  "with"};
  static constexpr std::string_view second[] = {"his", "that", "the", "their", "this", "which", "whom"};
  for (std::string_view left : first) {
    if (word.starts_with(left) && holds(second, word.substr(left.size()))) {
      return std::string(left) + ' ' + std::string(word.substr(left.size()));
    }
  }
  return {};
}

// "ervia": one or two letters that are no prefix before a word of grammar.
std::string after_stray_letters(std::string_view word) {
  static constexpr std::string_view whole[] = {"after", "been", "could", "from",  "have", "said",
                                               "their", "via",  "were",  "which", "with", "would"};
  static constexpr std::string_view prefixes[] = {"a",  "be", "co", "de", "en", "ex",
                                                  "im", "in", "re", "un", "up"};
  for (std::size_t stray = 1; stray <= 2 && stray + 3 <= word.size(); ++stray) {
    std::string_view rest = word.substr(stray);
    if (holds(whole, rest) && !holds(prefixes, word.substr(0, stray))) return std::string(rest);
  }
  return {};
}

std::string without_third_letter(std::string_view word) {
  for (std::size_t i = 2; i < word.size(); ++i) {
    if (word[i] != word[i - 1] || word[i] != word[i - 2]) continue;
    std::string two(word);
    two.erase(i, 1);
    std::string one = two;
    one.erase(i - 1, 1);
    if (is_common(two)) return two;
    if (is_common(one)) return one;
  }
  return {};
}

std::string with_lost_vowel(std::string_view word) {
  if (std::any_of(word.begin(), word.end(), is_vowel)) return {};
  for (std::size_t i = 0; i <= word.size(); ++i) {
    for (char vowel : std::string_view("aeiou")) {
      std::string whole(word);
      whole.insert(i, 1, vowel);
      if (is_common(whole)) return whole;
    }
  }
  return {};
}

// "framers": a common word with an ending.
bool is_formed(std::string_view word) {
  static constexpr std::string_view endings[] = {"s", "rs", "d", "r"};
  return std::any_of(std::begin(endings), std::end(endings), [&](std::string_view ending) {
    return word.ends_with(ending) && word_rarity(word.substr(0, word.size() - ending.size())) < not_in_table;
  });
}

std::string with_letters_swapped(std::string_view word) {
  if (word.size() < 7 || is_formed(word)) return {};
  for (std::size_t i = 1; i + 1 < word.size(); ++i) {
    std::string other(word);
    std::swap(other[i], other[i + 1]);
    if (other != word && is_common(other)) return other;
  }
  return {};
}

}  // namespace

std::string meant_by(std::string_view lower) {
  bool plain = lower.size() >= letters_min && lower.size() <= letters_max &&
               std::all_of(lower.begin(), lower.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!plain) return {};
  // Written so often by mistake that tables of frequent words have them.
  if (std::string words = run_together(lower); !words.empty()) return words;
  if (word_rarity(lower) < not_in_table) return {};
  for (auto way : {after_stray_letters, without_third_letter, with_lost_vowel, with_letters_swapped}) {
    if (std::string meant = way(lower); !meant.empty()) return meant;
  }
  return {};
}

int letters_between(std::string_view a, std::string_view b) {
  std::vector<int> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    int diagonal = row[0];
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row[b.size()];
}

std::vector<Garbled> find_garbled(const Analysis& analysis) {
  std::vector<std::pair<WordIndex, std::string>> found;
  std::unordered_map<std::string_view, int> uses;
  for (WordIndex i = 0; i < analysis.words().size(); ++i) {
    const Word& word = analysis.word(i);
    if (word.kind != WordKind::word || word.capital || !word.space_before) continue;
    std::string meant = meant_by(analysis.lower(i));
    if (meant.empty()) continue;
    ++uses[analysis.lower(i)];
    found.emplace_back(i, std::move(meant));
  }
  std::vector<Garbled> out;
  for (auto& [i, meant] : found) {
    if (uses[analysis.lower(i)] > uses_max) continue;
    out.push_back({analysis.word(i).span, "no word; meant may be \"" + meant + '"'});
  }
  return out;
}

}  // namespace sitrep
