#include "mentions/time/years.h"

#include <cstdlib>

namespace sitrep::timex {

std::optional<int> year_near(const DaysInYear& days, Date published, Relation relation, VerbTime tense) {
  std::optional<int> best;
  std::int32_t best_distance = 0;
  for (int year = published.year() - 2; year <= published.year() + 2; ++year) {
    auto span = days(year);
    if (!span) continue;
    bool before = span->second < published;
    bool after = span->first > published;
    bool same = !before && !after;
    if (relation == Relation::now && year != published.year()) continue;  // "this September"
    if (relation == Relation::last && !before) continue;
    if (relation == Relation::next && !after) continue;
    // Reports look a little ahead without saying so ("the vote on 3 June"), and seldom far back.
    std::int32_t distance = same     ? 0
                            : before ? published.days() - span->second.days()
                                     : span->first.days() - published.days();
    if (relation == Relation::none && after && tense == VerbTime::past) distance += 150;
    if (relation == Relation::none && before && tense == VerbTime::future)
      distance += distance < 30 ? 0 : 150;
    if (!best || distance < best_distance) {
      best = year;
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace sitrep::timex
