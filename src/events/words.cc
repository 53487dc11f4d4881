#include "events/words.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>

#include "base/fnv.h"
#include "lexicon/rarity.h"

namespace sitrep {
namespace {

constexpr std::size_t words_max = 160;
constexpr std::size_t capitals_max = 64;
constexpr std::size_t names_max = 48;
// A capitalised word that is more common than this begins a sentence rather than a name.
constexpr float name_rarity_min = 2.2F;
constexpr std::size_t numbers_max = 24;
constexpr std::size_t shingles_max = 48;
constexpr std::size_t shingle_words = 5;
// Of a text; the rest of a longer one tells of other things.
constexpr std::size_t shingle_text_max = 20'000;

struct Piece {
  std::string_view text;
  std::size_t begin = 0;
  bool number = false;
};

bool letter(char c) {
  auto byte = static_cast<unsigned char>(c);
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte >= 0x80;
}
bool digit(char c) { return c >= '0' && c <= '9'; }
bool upper(char c) { return c >= 'A' && c <= 'Z'; }

std::string lower(std::string_view word) {
  std::string out(word);
  for (char& c : out) {
    if (upper(c)) c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// Runs of letters and runs of digits.
template <class Take>
void each_piece(std::string_view text, Take take) {
  for (std::size_t i = 0; i < text.size();) {
    bool number = digit(text[i]);
    if (!number && !letter(text[i])) {
      ++i;
      continue;
    }
    std::size_t begin = i;
    while (i < text.size() && (number ? digit(text[i]) : letter(text[i]))) ++i;
    take(Piece{text.substr(begin, i - begin), begin, number});
  }
}

void sort_unique(std::vector<std::uint32_t>& hashes, std::size_t most) {
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  if (hashes.size() > most) hashes.resize(most);
}

// "a 34-year-old", "Ida Holm, 34,": two digits that no unit or date follows are an age here.
bool is_age(std::string_view text, const Piece& number) {
  if (number.text.size() > 2) return false;
  std::string_view after = text.substr(number.begin + number.text.size());
  if (after.starts_with("-year") || after.starts_with(" year")) return true;
  std::string_view before = text.substr(0, number.begin);
  return before.ends_with(", ") && after.starts_with(",");
}

// Whether most letters are capitals: then capitals tell no names.
bool shouted(std::string_view text) {
  auto capitals = std::count_if(text.begin(), text.end(), upper);
  auto letters = std::count_if(text.begin(), text.end(), letter);
  return 2 * capitals > letters;
}

bool by_hash(const WeightedWord& a, const WeightedWord& b) { return a.hash < b.hash; }

float in_steps(float weight, float steps) { return std::round(weight * steps) / steps; }

// Of words sorted by hash.
void keep_heaviest(std::vector<WeightedWord>& words, std::size_t most) {
  if (words.size() <= most) return;
  auto heavier = [](const WeightedWord& a, const WeightedWord& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.hash < b.hash;
  };
  std::nth_element(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(most), words.end(), heavier);
  words.resize(most);
  std::sort(words.begin(), words.end(), by_hash);
}

std::vector<WeightedWord> distinct(std::vector<WeightedWord> words, std::size_t most) {
  std::sort(words.begin(), words.end(), by_hash);
  auto same = [](const WeightedWord& a, const WeightedWord& b) { return a.hash == b.hash; };
  words.erase(std::unique(words.begin(), words.end(), same), words.end());
  keep_heaviest(words, most);
  for (WeightedWord& word : words) word.weight = in_steps(word.weight, rarity_steps);
  return words;
}

}  // namespace

std::uint32_t word_hash(std::string_view bytes) { return fnv1a_32(bytes); }

void WordGatherer::add(std::string_view text, int times) {
  bool no_names = shouted(text);
  std::string before;  // the capitalised word just before, with nothing but a space or an initial between
  std::size_t before_end = 0;
  float before_rarity = 0;
  each_piece(text, [&](const Piece& piece) {
    if (piece.number) {
      if (is_age(text, piece)) numbers_.push_back(word_hash("age " + std::string(piece.text)));
      if (piece.text.size() >= 3 && piece.text.size() <= 5) numbers_.push_back(word_hash(piece.text));
    }
    std::string word = lower(piece.text);
    if (word.size() < 2) return;
    WeightedWord seen{word_hash(word), static_cast<float>(word_rarity(word))};
    words_.insert(words_.end(), static_cast<std::size_t>(times), seen);
    if (piece.number || no_names) return;
    bool joined = !before.empty() && piece.begin > before_end && piece.begin - before_end <= 4 &&
                  text.substr(before_end, piece.begin - before_end).find_first_of(",;:\n\"()") ==
                      std::string_view::npos;
    bool capital = upper(piece.text.front());
    if (capital && seen.weight >= name_rarity_min) capitals_.push_back(seen);
    if (capital && joined) {
      names_.push_back({word_hash(before + ' ' + word), seen.weight + before_rarity});
    }
    before = capital ? std::move(word) : std::string();
    before_rarity = seen.weight;
    before_end = piece.begin + piece.text.size();
  });
}

std::vector<WeightedWord> WordGatherer::words() const {
  std::vector<WeightedWord> words = words_;
  std::sort(words.begin(), words.end(), by_hash);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t end = i;
    while (end < words.size() && words[end].hash == words[i].hash) ++end;
    float count = 1 + std::log(static_cast<float>(end - i));
    words[kept++] = {words[i].hash, count * words[i].weight};
    i = end;
  }
  words.resize(kept);
  keep_heaviest(words, words_max);
  float square = 0;
  for (const WeightedWord& word : words) square += word.weight * word.weight;
  for (WeightedWord& word : words) word.weight = in_steps(word.weight / std::sqrt(square), vector_steps);
  return words;
}

std::vector<WeightedWord> WordGatherer::capitals() const { return distinct(capitals_, capitals_max); }

std::vector<WeightedWord> WordGatherer::names() const { return distinct(names_, names_max); }

std::vector<std::uint32_t> WordGatherer::numbers() const {
  std::vector<std::uint32_t> numbers = numbers_;
  sort_unique(numbers, numbers_max);
  return numbers;
}

std::vector<std::uint32_t> shingles_of(std::string_view text) {
  std::vector<std::uint32_t> words;
  each_piece(text.substr(0, shingle_text_max),
             [&](const Piece& piece) { words.push_back(word_hash(lower(piece.text))); });
  std::vector<std::uint32_t> runs;
  for (std::size_t i = 0; i + shingle_words <= words.size(); ++i) {
    std::uint64_t run = 0;
    for (std::size_t w = 0; w < shingle_words; ++w) run = (run ^ words[i + w]) * 0x9E3779B97F4A7C15ULL;
    runs.push_back(static_cast<std::uint32_t>(run >> 32));
  }
  sort_unique(runs, shingles_max);
  return runs;
}

double shared_text(const Happening& a, const Happening& b) {
  // Of the smallest hashes of both together, the share that both have.
  std::size_t most = std::min(a.shingles.size(), b.shingles.size());
  std::size_t taken = 0;
  std::size_t both = 0;
  auto left = a.shingles.begin();
  auto right = b.shingles.begin();
  while (taken < most && left != a.shingles.end() && right != b.shingles.end()) {
    if (*left == *right) {
      ++both;
      ++left;
      ++right;
    } else if (*left < *right) {
      ++left;
    } else {
      ++right;
    }
    ++taken;
  }
  return taken == 0 ? 0 : static_cast<double>(both) / static_cast<double>(taken);
}

}  // namespace sitrep
