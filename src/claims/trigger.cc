#include "claims/trigger.h"

#include <algorithm>
#include <iterator>

namespace sitrep {
namespace {

struct Entry {
  std::string_view first, second;  // the second word, where two make the trigger
  std::string_view type, subtype;
};

// Sorted by first word; two-word entries first among their own.
constexpr Entry entries[] = {
    // clang-format off
    {"air", "raid", "air_strike", ""}, {"air", "raids", "air_strike", ""},
    {"air", "strike", "air_strike", ""}, {"air", "strikes", "air_strike", ""},
    {"airstrike", "", "air_strike", ""}, {"airstrikes", "", "air_strike", ""},
    {"ambush", "", "ambush", ""}, {"ambushed", "", "ambush", ""}, {"ambushes", "", "ambush", ""},
    {"assassinated", "", "assassination", ""}, {"assassination", "", "assassination", ""},
    {"assault", "", "attack", ""}, {"assaults", "", "attack", ""},
    {"attack", "", "attack", ""}, {"attacked", "", "attack", ""}, {"attacks", "", "attack", ""},
    {"battle", "", "clash", ""}, {"battles", "", "clash", ""},
    {"bomb", "", "bombing", ""}, {"bombardment", "", "shelling", ""}, {"bombing", "", "bombing", ""},
    {"bombings", "", "bombing", ""}, {"bombs", "", "bombing", ""},
    {"clash", "", "clash", ""}, {"clashed", "", "clash", ""}, {"clashes", "", "clash", ""},
    {"demonstration", "", "protest", ""}, {"demonstrations", "", "protest", ""},
    {"drone", "strike", "air_strike", "drone"}, {"drone", "strikes", "air_strike", "drone"},
    {"executed", "", "execution", ""}, {"execution", "", "execution", ""}, {"executions", "", "execution", ""},
    {"fighting", "", "clash", ""}, {"firefight", "", "clash", ""}, {"firefights", "", "clash", ""},
    {"gunbattle", "", "clash", ""}, {"gunfight", "", "clash", ""},
    {"landmine", "", "mine", ""}, {"landmines", "", "mine", ""},
    {"massacre", "", "massacre", ""}, {"massacred", "", "massacre", ""},
    {"missile", "attack", "shelling", "missile"}, {"missile", "strike", "shelling", "missile"},
    {"mortar", "fire", "shelling", "mortar"},
    {"offensive", "", "attack", "offensive"},
    {"protest", "", "protest", ""}, {"protests", "", "protest", ""},
    {"raid", "", "raid", ""}, {"raided", "", "raid", ""}, {"raids", "", "raid", ""},
    {"riot", "", "riot", ""}, {"rioting", "", "riot", ""}, {"riots", "", "riot", ""},
    {"rocket", "attack", "shelling", "rocket"}, {"rocket", "fire", "shelling", "rocket"},
    {"shelled", "", "shelling", ""}, {"shelling", "", "shelling", ""}, {"shells", "", "shelling", ""},
    {"skirmish", "", "clash", ""}, {"skirmishes", "", "clash", ""},
    {"suicide", "attack", "suicide_bombing", ""}, {"suicide", "bomb", "suicide_bombing", ""},
    {"suicide", "bomber", "suicide_bombing", ""}, {"suicide", "bombers", "suicide_bombing", ""},
    {"suicide", "bombing", "suicide_bombing", ""}, {"suicide", "bombings", "suicide_bombing", ""},
    // clang-format on
};

bool of_accident(std::string_view lower) {
  static constexpr std::string_view words[] = {
      "crash",     "crashed",   "accident", "flood",     "floods",   "flooding",  "quake",    "earthquake",
      "storm",     "landslide", "mudslide", "collision", "collided", "capsized",  "sank",     "collapse",
      "collapsed", "outbreak",  "cholera",  "avalanche", "typhoon",  "hurricane", "stampede", "heart"};
  return std::find(std::begin(words), std::end(words), lower) != std::end(words);
}

const Entry* entry_at(const Analysis& a, WordIndex i, WordIndex end) {
  const auto* at = std::lower_bound(std::begin(entries), std::end(entries), a.lower(i),
                                    [](const Entry& e, std::string_view word) { return e.first < word; });
  for (; at != std::end(entries) && at->first == a.lower(i); ++at) {
    if (at->second.empty() || (i + 1 < end && a.is(i + 1, at->second))) return at;
  }
  return nullptr;
}

}  // namespace

std::optional<NearTrigger> trigger_near(const Analysis& a, const Clause& clause, WordIndex word) {
  std::optional<NearTrigger> nearest;
  auto distance = [word](WordIndex i) { return i > word ? i - word : word - i; };
  for (WordIndex i = clause.first; i < clause.last; ++i) {
    if (of_accident(a.lower(i))) return std::nullopt;
    const Entry* entry = entry_at(a, i, clause.last);
    if (entry == nullptr) continue;
    WordIndex last = entry->second.empty() ? i + 1 : i + 2;
    if (!nearest || distance(i) < distance(nearest->first)) {
      nearest = NearTrigger{entry->type, entry->subtype, i, last};
    }
    i = last - 1;
  }
  return nearest;
}

}  // namespace sitrep
