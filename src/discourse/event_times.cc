#include "discourse/event_times.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace sitrep {
namespace {

constexpr std::size_t hung_times_max = 50;
constexpr WordIndex phrase_words_max = 8;

// Nouns of happenings with the verbs that mean them; regular ones ("attack", "attacked") need no row.
struct NounAndVerbs {
  std::string_view noun;
  std::array<std::string_view, 2> verbs;
};
constexpr NounAndVerbs with_verbs[] = {
    {"arrival", {"arrived", "came"}},
    {"assassination", {"assassinated", "killed"}},
    {"capture", {"captured", "took"}},
    {"collapse", {"collapsed", "fell"}},
    {"death", {"died", "killed"}},
    {"departure", {"departed", "left"}},
    {"election", {"elected", "voted"}},
    {"escape", {"escaped", "fled"}},
    {"explosion", {"exploded", "blew"}},
    {"fall", {"fell", "captured"}},
    {"invasion", {"invaded", ""}},
    {"killing", {"killed", "shot"}},
    {"landing", {"landed", ""}},
    {"murder", {"murdered", "killed"}},
    {"occupation", {"occupied", ""}},
    {"seizure", {"seized", "took"}},
    {"signing", {"signed", ""}},
    {"strike", {"struck", "hit"}},
    {"surrender", {"surrendered", ""}},
    {"takeover", {"took", "seized"}},
    {"withdrawal", {"withdrew", "pulled"}},
};

bool is_word(const Analysis& a, WordIndex i) { return a.word(i).kind == WordKind::word; }

// What ends the noun phrase that names a happening.
bool ends_phrase(const Analysis& a, WordIndex i) {
  static constexpr std::string_view ends[] = {"of",    "on",      "in",   "at",   "by",  "against",
                                              "from",  "to",      "that", "when", "and", "which",
                                              "began", "started", "was",  "near"};
  if (!is_word(a, i)) return true;
  return std::find(std::begin(ends), std::end(ends), a.lower(i)) != std::end(ends);
}

// The noun of "the American withdrawal from Kabul": "withdrawal". Empty for what is no such phrase ("after he
// left").
std::string_view noun_behind(const Analysis& a, WordIndex at) {
  if (at >= a.words().size()) return {};
  if (a.is(at, "after") || a.is(at, "before") || a.is(at, "following")) ++at;
  static constexpr std::string_view openers[] = {"the",   "this", "that", "his", "her",
                                                 "their", "its",  "a",    "an"};
  if (at >= a.words().size() ||
      std::find(std::begin(openers), std::end(openers), a.lower(at)) == std::end(openers))
    return {};
  WordIndex last = std::min(static_cast<WordIndex>(a.words().size()), at + phrase_words_max);
  WordIndex end = at + 1;
  while (end < last && !ends_phrase(a, end)) ++end;
  if (end == at + 1 || end == last) return {};
  return a.lower(end - 1);
}

// Whether a word tells the happening: the noun itself, or a verb of it.
bool tells(std::string_view word, std::string_view noun) {
  if (word == noun) return true;
  for (const NounAndVerbs& row : with_verbs) {
    if (row.noun == noun) return word == row.verbs[0] || (word == row.verbs[1] && !word.empty());
  }
  // "attack", "attacked"; "raid", "raided"; "bombing", "bombed"; "ambush", "ambushed".
  std::string_view stem = noun.ends_with("ing") ? noun.substr(0, noun.size() - 3) : noun;
  if (stem.size() < 4 || !word.starts_with(stem)) return false;
  std::string_view rest = word.substr(stem.size());
  return rest == "ed" || rest == "d";
}

// The one day that a sentence tells; null where it tells none or several.
const TimeMention* only_day(const Sentence& sentence, const std::vector<TimeMention>& times) {
  const TimeMention* only = nullptr;
  auto at = std::lower_bound(times.begin(), times.end(), sentence.first,
                             [](const TimeMention& t, WordIndex word) { return t.first < word; });
  for (; at != times.end() && at->first < sentence.last; ++at) {
    if (at->days_from_event) return nullptr;
    if (!at->earliest || at->earliest != at->latest) continue;
    if (only != nullptr && only->earliest != at->earliest) return nullptr;
    only = &*at;
  }
  return only;
}

const TimeMention* day_of(const Analysis& a, std::string_view noun, const std::vector<TimeMention>& times) {
  const TimeMention* day = nullptr;
  for (const Sentence& sentence : a.sentences()) {
    bool told = false;
    for (WordIndex i = sentence.first; i < sentence.last && !told; ++i)
      told = is_word(a, i) && tells(a.lower(i), noun);
    if (!told) continue;
    const TimeMention* here = only_day(sentence, times);
    if (here == nullptr) continue;
    if (day != nullptr && day->earliest != here->earliest) return nullptr;
    day = here;
  }
  return day;
}

}  // namespace

void date_times_of_events(const Analysis& analysis, std::vector<TimeMention>& times) {
  std::size_t seen = 0;
  for (TimeMention& m : times) {
    if (!m.days_from_event || m.earliest) continue;
    if (++seen > hung_times_max) return;
    std::string_view noun = noun_behind(analysis, m.last);
    if (noun.empty()) continue;
    const TimeMention* day = day_of(analysis, noun, times);
    if (day == nullptr) continue;
    // The ends of the calendar that dates can write.
    if (day->earliest->year() < 10 || day->earliest->year() > 9980) continue;
    m.earliest = m.latest = day->earliest->plus_days(*m.days_from_event);
    m.grain = TimeGrain::day;
    m.type = TimexType::DATE;
    m.value = m.earliest->iso();
    m.rule = "counted from the day told for what it hangs on";
    m.counted_from = day->span;
  }
}

}  // namespace sitrep
