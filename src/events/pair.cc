#include "events/pair.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "base/sphere.h"

namespace sitrep {
namespace {

struct Weight {
  Feature feature;
  double weight;
};
// Those of words, names, numbers, publication and figures were fitted; the others, of which the data that
// they were fitted on says little, were set by hand.
constexpr Weight weights[] = {
    {Feature::words, 5.0},
    {Feature::capitals, 2.6},
    {Feature::names_share, 0},
    {Feature::numbers, -0.1},
    {Feature::numbers_differ, -1.6},
    {Feature::same_day_told, 0.3},
    {Feature::days_told_apart, -2.5},
    {Feature::published_near, 0.9},
    {Feature::published_apart, -0.95},
    {Feature::near, 1.1},
    {Feature::far, -5.0},
    {Feature::other_country, -4.0},
    {Feature::same_type, 0.2},
    {Feature::other_kind, -2.5},
    {Feature::other_family, -4.0},
    {Feature::same_killed, 1.1},
    {Feature::same_injured, 2.0},
    {Feature::other_killed, -0.5},
    {Feature::actors, 1.2},
    {Feature::copies, 0.0},
};
static_assert(std::size(weights) == feature_count);
constexpr double bias = -6.3;

constexpr double near_km = 15;
constexpr double far_km = 60;

std::size_t in_common(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::size_t both = 0;
  for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
    if (*left == *right) {
      ++both;
      ++left;
      ++right;
    } else {
      *left < *right ? ++left : ++right;
    }
  }
  return both;
}

// The sum over the words that both have of what `join` makes of their weights.
template <class Join>
double both(const std::vector<WeightedWord>& a, const std::vector<WeightedWord>& b, Join join) {
  double sum = 0;
  for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
    if (left->hash == right->hash) {
      sum += join(double{left->weight}, double{right->weight});
      ++left;
      ++right;
    } else {
      left->hash < right->hash ? ++left : ++right;
    }
  }
  return sum;
}

double weight_of(const std::vector<WeightedWord>& words) {
  double sum = 0;
  for (const WeightedWord& word : words) sum += double{word.weight};
  return sum;
}

// Days between them: of the happenings where both tell, else of publication. Nothing where one is not known.
struct DayGap {
  std::int32_t days = 0;
  bool told = false;
};
std::optional<DayGap> day_gap(const Happening& a, const Happening& b) {
  if (a.earliest && b.earliest) {
    std::int32_t gap = std::max({*a.earliest - *b.latest, *b.earliest - *a.latest, 0});
    return DayGap{gap, true};
  }
  if (a.published && b.published) return DayGap{std::abs(*a.published - *b.published), false};
  return std::nullopt;
}

// What types of happening have in common: the families whose reports mix their words.
enum class Family : std::uint8_t { harm, unrest, custody, other };
Family family_of(std::string_view type) {
  static constexpr std::string_view harm[] = {
      "air_strike", "ambush",   "assassination", "attack", "bombing", "clash",           "death",
      "execution",  "injury",   "killing",       "mine",   "raid",    "massacre",        "shelling",
      "siege",      "sabotage", "destruction",   "arson",  "advance", "suicide_bombing", "looting"};
  static constexpr std::string_view unrest[] = {"labour_strike", "protest", "repression", "riot"};
  static constexpr std::string_view custody[] = {"abduction", "arrest",  "release",
                                                 "sentence",  "verdict", "investigation"};
  auto is_in = [&](const auto& list) {
    return std::find(std::begin(list), std::end(list), type) != std::end(list);
  };
  if (is_in(harm)) return Family::harm;
  if (is_in(unrest)) return Family::unrest;
  if (is_in(custody)) return Family::custody;
  return Family::other;
}

// Whether a type says how harm came about: two of them are two happenings, unless one is mistaken.
bool is_kind(std::string_view type) {
  static constexpr std::string_view loose[] = {"attack", "clash",   "death",   "destruction",
                                               "injury", "killing", "massacre"};
  return std::find(std::begin(loose), std::end(loose), type) == std::end(loose);
}

bool touch(const Count& a, const Count& b) { return a.low <= b.high && b.low <= a.high; }
bool same(const std::optional<Count>& a, const std::optional<Count>& b) {
  return a && b && touch(*a, *b) && a->high > 0 && b->high > 0;
}

}  // namespace

Comparison compare(const Happening& a, const Happening& b) {
  Comparison out;
  auto set = [&](Feature feature, double value) { out.values[static_cast<std::size_t>(feature)] = value; };
  auto log1 = [](std::size_t count) { return std::log1p(static_cast<double>(count)); };

  set(Feature::words, both(a.words, b.words, [](double x, double y) { return x * y; }));
  auto smaller = [](double x, double y) { return std::min(x, y); };
  set(Feature::capitals, std::log1p(both(a.capitals, b.capitals, smaller)));
  double fewer = std::min(weight_of(a.names), weight_of(b.names));
  if (fewer > 0) set(Feature::names_share, both(a.names, b.names, smaller) / fewer);
  std::size_t numbers = in_common(a.numbers, b.numbers);
  set(Feature::numbers, log1(numbers));
  set(Feature::numbers_differ, numbers == 0 && !a.numbers.empty() && !b.numbers.empty() ? 1 : 0);

  if (auto gap = day_gap(a, b)) {
    auto days = log1(static_cast<std::size_t>(gap->days));
    if (gap->told) {
      set(Feature::same_day_told, gap->days == 0 ? 1 : 0);
      set(Feature::days_told_apart, days);
    } else {
      set(Feature::published_near, gap->days <= 1 ? 1 : 0);
      set(Feature::published_apart, days);
    }
  }
  if (a.lat && a.lon && b.lat && b.lon) {
    double apart = kilometres_between(*a.lat, *a.lon, *b.lat, *b.lon);
    double slack = static_cast<double>(std::max(a.uncertainty_m, b.uncertainty_m)) / 1000;
    set(Feature::near, apart <= std::max(near_km, slack) && slack < 100 ? 1 : 0);
    // A place that was taken from elsewhere in the report may be another's: it can join and not part.
    bool own = !a.place_borrowed && !b.place_borrowed;
    set(Feature::far, own && apart > far_km + slack ? 1 : 0);
  }
  bool countries = !a.country.empty() && !b.country.empty() && !a.place_borrowed && !b.place_borrowed;
  set(Feature::other_country, countries && a.country != b.country ? 1 : 0);

  bool same_type = a.type == b.type;
  set(Feature::same_type, same_type ? 1 : 0);
  // What two reports are about may be told of as a raid by the one and an arrest by the other; of what they
  // tell besides, the type says more.
  double doubt = a.main && b.main ? 0.1 : 1;
  bool same_family = family_of(a.type) == family_of(b.type);
  set(Feature::other_family, same_family ? 0 : doubt);
  set(Feature::other_kind, same_family && !same_type && is_kind(a.type) && is_kind(b.type) ? doubt : 0);
  set(Feature::same_killed, same(a.killed, b.killed) ? 1 : 0);
  set(Feature::same_injured, same(a.injured, b.injured) ? 1 : 0);
  set(Feature::other_killed, a.killed && b.killed && !touch(*a.killed, *b.killed) ? 1 : 0);
  set(Feature::actors, log1(in_common(a.actors, b.actors)));
  set(Feature::copies, shared_text(a, b));

  double sum = bias;
  for (const Weight& each : weights) sum += each.weight * out[each.feature];
  out.score = 1 / (1 + std::exp(-sum));
  return out;
}

std::vector<std::string> reasons(const Comparison& comparison, const Happening& a, const Happening& b) {
  auto in_words = [&](Feature feature) -> std::string {
    double value = comparison[feature];
    auto times = [&] { return static_cast<int>(std::lround(std::expm1(value))); };
    auto percent = [&] { return static_cast<int>(std::lround(100 * value)); };
    switch (feature) {
      case Feature::words:
        return fmt::format("words alike ({} %)", percent());
      case Feature::capitals:
        return "capitalised words in common";
      case Feature::names_share:
        return fmt::format("{} % of the names", percent());
      case Feature::numbers:
        return fmt::format("ages or long numbers in common: {}", times());
      case Feature::numbers_differ:
        return "no age or long number in common";
      case Feature::same_day_told:
        return "same day";
      case Feature::days_told_apart:
        return fmt::format("{} days apart", times());
      case Feature::published_near:
        return "published within a day";
      case Feature::published_apart:
        return fmt::format("published {} days apart", times());
      case Feature::near:
        return fmt::format("{:.0f} km apart", kilometres_between(*a.lat, *a.lon, *b.lat, *b.lon));
      case Feature::far:
        return fmt::format("{:.0f} km apart", kilometres_between(*a.lat, *a.lon, *b.lat, *b.lon));
      case Feature::other_country:
        return fmt::format("in {} and {}", a.country, b.country);
      case Feature::same_type:
        return fmt::format("{} in both", a.type);
      case Feature::other_kind:
      case Feature::other_family:
        return fmt::format("{} and {}", a.type, b.type);
      case Feature::same_killed:
        return fmt::format("killed {} in both", std::max(a.killed->low, b.killed->low));
      case Feature::same_injured:
        return fmt::format("injured {} in both", std::max(a.injured->low, b.injured->low));
      case Feature::other_killed:
        return fmt::format("killed {} and {}", a.killed->low, b.killed->low);
      case Feature::actors:
        return fmt::format("actors in common: {}", times());
      case Feature::copies:
        return fmt::format("{} % of the text in common", percent());
      case Feature::count_of:
        break;
    }
    return {};
  };
  struct Share {
    double adds;
    Feature feature;
  };
  std::vector<Share> shares;
  constexpr double worth_telling = 0.2;
  for (const Weight& each : weights) {
    double adds = each.weight * comparison[each.feature];
    if (std::abs(adds) >= worth_telling) shares.push_back({adds, each.feature});
  }
  std::stable_sort(shares.begin(), shares.end(),
                   [](const Share& x, const Share& y) { return std::abs(x.adds) > std::abs(y.adds); });
  std::vector<std::string> told;
  for (const Share& share : shares) {
    told.push_back(fmt::format("{} {}", share.adds > 0 ? "for:" : "against:", in_words(share.feature)));
  }
  return told;
}

}  // namespace sitrep
