#include "intake/plain/headline.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <vector>

#include "intake/plain/dateline.h"
#include "intake/plain/scan.h"
#include "intake/plain/speech_words.h"
#include "text/utf8.h"

namespace sitrep::plain {

namespace {

constexpr std::size_t headline_words_max = 30;
constexpr std::size_t headline_bytes_max = 260;
constexpr std::size_t compared_bytes_max = 1500;

// Days a body tells and a headline leaves out. Origin: general knowledge. Sorted.
constexpr auto day_words = std::to_array<std::string_view>({
    "afternoon",
    "evening",
    "friday",
    "monday",
    "morning",
    "night",
    "saturday",
    "sunday",
    "thursday",
    "today",
    "tonight",
    "tuesday",
    "wednesday",
    "yesterday",
});
static_assert(std::is_sorted(day_words.begin(), day_words.end()));

// "?" and "!" end headlines as well as sentences; a plain stop mostly ends sentences.
bool ends_in_stop(std::string_view line) {
  if (!ends_sentence(line)) return false;
  std::size_t last = line.find_last_of(".!?");
  return last == std::string_view::npos || line[last] == '.';
}

// Nearly all longer words capitalised, small words not.
bool is_title_case(const std::vector<Word>& words) {
  std::size_t longer = 0;
  std::size_t capital = 0;
  for (const Word& word : words) {
    if (word.number || word.text.size() < 4) continue;
    ++longer;
    if (word.capital) ++capital;
  }
  return longer >= 3 && capital * 100 >= longer * 80;
}

// Which share of the line's longer words the body's first lines tell again, in percent.
int told_again(const std::vector<Word>& words, const Below& below) {
  std::unordered_set<std::string> told;
  for (std::string_view text : {below.next, below.after}) {
    for (const Word& word : words_of(text.substr(0, compared_bytes_max), 250)) told.insert(lower(word.text));
  }
  int longer = 0;
  int again = 0;
  for (const Word& word : words) {
    if (word.text.size() < 4) continue;
    ++longer;
    if (told.count(lower(word.text)) > 0) ++again;
  }
  return longer < 3 ? 0 : again * 100 / longer;
}

bool starts_lower(std::string_view text) {
  std::size_t at = skip_spaces(text, 0);
  if (at >= text.size()) return false;
  CodePoint c = decode_utf8(text, at);
  return is_letter(c.value) && !is_upper(c.value);
}

bool sentence_is_headline(std::string_view line, const std::vector<Word>& words, const Below& below) {
  bool tells_day = std::any_of(words.begin(), words.end(), [](const Word& word) {
    return std::binary_search(day_words.begin(), day_words.end(), lower(word.text));
  });
  if (is_speech_verb(words.back().text) || (tells_day && words.size() > 10)) return false;
  if (below.front_matter) return words.size() <= 25;
  if (below.all_caps || tells_day) return false;
  if (is_title_case(words) || (is_all_caps(line) && words.size() >= 3)) return true;
  if (words.size() < 4 || words.size() > 14 || below.next.size() * 2 < line.size() * 3) return false;
  return told_again(words, below) >= 50;
}

}  // namespace

bool reads_as_headline(std::string_view line, const Below& below) {
  if (below.next.empty() || line.size() > headline_bytes_max || starts_lower(line)) return false;
  auto words = words_of(line, headline_words_max + 1);
  if (words.size() < 2 || words.size() > headline_words_max) return false;
  char last = line.back();
  if (last == ':' || last == ',' || starts_lower(below.next)) return false;
  if (!below.front_matter && find_dateline(line, below.all_caps)) return false;
  if (ends_in_stop(line)) return sentence_is_headline(line, words, below);
  // A sentence that lost its stop and a lead-in are longer than their kind.
  return !below.all_caps || below.front_matter || words.size() <= 16;
}

bool reads_as_subheadline(std::string_view line, const Below& below) {
  constexpr std::size_t words_max = 40;
  if (below.next.empty() || line.size() > 2 * headline_bytes_max || starts_lower(line)) return false;
  auto words = words_of(line, words_max + 1);
  if (words.size() < 2 || words.size() > words_max) return false;
  char last = line.back();
  if (last == ':' || last == ',' || starts_lower(below.next)) return false;
  if (find_dateline(line, below.all_caps)) return false;
  return !ends_sentence(line) || below.front_matter;
}

std::string headline_value(std::string_view line) {
  std::string value = one_line(line);
  if (value.ends_with(';')) value.pop_back();
  if (!value.ends_with('.') || value.ends_with("..")) return value;
  std::size_t word = value.find_last_of(' ');
  std::string_view end = std::string_view(value).substr(word == std::string::npos ? 0 : word + 1);
  bool abbreviation = end.find('.') + 1 < end.size() || end.size() <= 2;
  if (!abbreviation) value.pop_back();
  return value;
}

}  // namespace sitrep::plain
