// Which place a name means. Each name of a report has candidates with a prior (what kind of place, how many
// people); then names vote for one another's candidates, by nearness and by containment, in a few rounds.
#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

#include "lexicon/place_names.h"
#include "mentions/place/evidence.h"
#include "mentions/place/toponyms.h"

namespace sitrep {
namespace {

// Bounds of the work: names of a report that vote, candidates of each.
constexpr std::size_t senses_max = 60;
constexpr std::size_t candidates_max = 20;
constexpr std::size_t ranked_max = 5;
constexpr int rounds = 3;

// A smaller town does not take the name from the province around it.
constexpr std::uint32_t seat_population_min = 5000;

// All chosen by hand, in units of log-odds.
constexpr double near_km = 120;
constexpr double support_weight = 4;
constexpr double container_weight = 7;
constexpr double sharpness = 1.2;
constexpr float score_min = 0.25F;
// What the dateline names counts like so many mentions; a place in the outlet's country is so much likelier.
constexpr double dateline_mentions = 3;
constexpr double outlet_weight = 0.7;

// Candidates so near to each other are one place to whoever asks where it is.
constexpr double same_km = 50;

struct Candidate {
  GazetteerPlace place;
  double prior = 0;
  double belief = 0;
  std::array<double, 3> at{};  // on the unit sphere
};

struct Sense {
  std::vector<Candidate> candidates;
  double mentions = 0;
};

double prior_of(const GazetteerPlace& place, NameUse use) {
  double prior = 0;
  switch (place.kind) {
    case PlaceKind::continent:
      prior = 8.5;
      break;
    case PlaceKind::country:
      prior = 9;
      break;
    case PlaceKind::former_country:
      prior = 7;
      break;
    case PlaceKind::province:
      prior = 6.3;
      break;
    case PlaceKind::county:
      prior = 4;
      break;
    case PlaceKind::capital:
      prior = 2 + std::log10(place.population + 100.0);
      break;
    case PlaceKind::seat:
      prior = 0.4 + std::log10(place.population + 100.0);
      break;
    case PlaceKind::town:
      prior = std::log10(place.population + 100.0);
      break;
    case PlaceKind::district:
      prior = place.geonames != 0 ? std::log10(place.population + 100.0) - 0.5 : 4;
      break;
    case PlaceKind::region:
      prior = 6;
      break;
    case PlaceKind::sea:
      prior = 7;
      break;
    default:
      prior = 5;
      break;
  }
  if (use == NameUse::alternate && place.kind != PlaceKind::country) prior -= 1;
  return prior;
}

bool contains(const GazetteerPlace& outer, const GazetteerPlace& inner) {
  if (outer.index == inner.index) return false;
  switch (outer.kind) {
    case PlaceKind::country:
      return !outer.country.empty() && inner.country == outer.country;
    case PlaceKind::province:
      return inner.province == outer.index;
    case PlaceKind::county:
      return inner.county == outer.index;
    default:
      return false;
  }
}

// How much one place makes another likely in the same report, 0 to 1.
double kinship(const Candidate& a, const Candidate& b) {
  if (contains(b.place, a.place)) return b.place.kind == PlaceKind::country ? 0.5 : 0.9;
  if (contains(a.place, b.place)) return a.place.kind == PlaceKind::country ? 0.35 : 0.8;
  double chord = std::hypot(a.at[0] - b.at[0], a.at[1] - b.at[1], a.at[2] - b.at[2]);
  double far = chord * 6371 / near_km;
  double near = 1 / (1 + far * far);
  bool same_province = a.place.province != no_place && a.place.province == b.place.province;
  bool same_country = !a.place.country.empty() && a.place.country == b.place.country;
  return std::max({near, same_province ? 0.5 : 0.0, same_country ? 0.15 : 0.0});
}

void believe(Sense& sense, const std::vector<double>& scores) {
  if (scores.empty()) return;
  double most = *std::max_element(scores.begin(), scores.end());
  double sum = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    sense.candidates[i].belief = std::exp(sharpness * (scores[i] - most));
    sum += sense.candidates[i].belief;
  }
  for (Candidate& c : sense.candidates) c.belief /= sum;
}

class Resolver {
 public:
  Resolver(const Analysis& analysis, const Gazetteer& gazetteer, std::vector<Toponym>& toponyms)
      : a_(analysis),
        g_(gazetteer),
        toponyms_(toponyms),
        country_(outlet_country(analysis.document().publication(), gazetteer)) {}

  void resolve() {
    hear_dateline();
    gather();
    contain();
    for (Sense& sense : senses_) believe(sense, priors(sense));
    for (int round = 0; round < rounds; ++round) vote();
    for (std::size_t i = 0; i < toponyms_.size(); ++i) {
      const Sense& sense = senses_[sense_of_[i]];
      if (sense.candidates.empty()) continue;
      rank(sense, toponyms_[i]);
      prefer_town(toponyms_[i]);
    }
  }

 private:
  [[nodiscard]] Sense sense_of(const std::vector<PlaceCandidate>& candidates) const {
    Sense sense;
    for (const PlaceCandidate& c : candidates) {
      Candidate candidate;
      candidate.place = g_.place(c.place);
      candidate.prior = prior_of(candidate.place, c.use) - 3 * static_cast<double>(c.cost);
      if (!country_.empty() && candidate.place.country == country_) candidate.prior += outlet_weight;
      double lat = candidate.place.lat * 0.017453292519943295;
      double lon = candidate.place.lon * 0.017453292519943295;
      candidate.at = {std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
      sense.candidates.push_back(candidate);
    }
    return sense;
  }

  // "Al-Qamishli" and "Qamishli" are one name.
  static std::string key_of(std::string_view name) {
    std::string folded = fold_place_name(name);
    if (folded.starts_with("al ") || folded.starts_with("el ")) folded.erase(0, 3);
    return folded;
  }

  // "KABUL, Afghanistan": its names vote, and are told themselves, as if the text named them.
  void hear_dateline() {
    const auto& dateline = a_.document().publication().dateline;
    if (!dateline || !dateline->place) return;
    std::string_view rest = *dateline->place;
    constexpr std::size_t names_max = 4;
    while (!rest.empty() && senses_.size() < names_max) {
      std::size_t end = std::min(rest.find_first_of(",/("), rest.size());
      std::string_view name = rest.substr(0, end);
      rest.remove_prefix(std::min(rest.size(), end + 1));
      std::vector<PlaceCandidate> candidates = g_.named(name);
      if (candidates.empty() || !by_name_.try_emplace(key_of(name), senses_.size()).second) continue;
      senses_.push_back(sense_of(candidates));
      senses_.back().mentions = dateline_mentions;
      if (senses_.size() < 2) continue;
      // The second name holds the first.
      for (Candidate& inner : senses_[senses_.size() - 2].candidates) {
        for (const Candidate& outer : senses_.back().candidates) {
          if (!contains(outer.place, inner.place)) continue;
          inner.prior += container_weight;
          break;
        }
      }
    }
  }

  // How likely the best candidate is right: of those with such a belief that were annotated, so many were
  // (bench/RESULTS.md).
  static double calibrated(double belief) {
    constexpr double offset = -0.122;
    constexpr double slope = 0.886;
    constexpr double most = 4;
    double odds = std::clamp(std::log(std::max(belief, 1e-4) / std::max(1 - belief, 1e-4)), -most, most);
    return 1 / (1 + std::exp(-(offset + slope * odds)));
  }

  static void rank(const Sense& sense, Toponym& t) {
    std::vector<const Candidate*> best;
    for (const Candidate& c : sense.candidates) best.push_back(&c);
    std::size_t kept = std::min(ranked_max, best.size());
    std::partial_sort(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(kept), best.end(),
                      [](const Candidate* a, const Candidate* b) {
                        return a->belief != b->belief ? a->belief > b->belief : a < b;
                      });
    double near = 0;
    for (const Candidate& c : sense.candidates) {
      const auto& at = best.front()->at;
      double km = 6371 * std::hypot(c.at[0] - at[0], c.at[1] - at[1], c.at[2] - at[2]);
      if (km <= same_km) near += c.belief;
    }
    double score = calibrated(std::min(near, 1.0));
    for (std::size_t i = 0; i < kept; ++i) {
      double part = i == 0 ? score : std::min(score, best[i]->belief * score / std::max(near, 1e-9));
      t.ranked.push_back({best[i]->place.index, static_cast<float>(part)});
    }
    t.score = t.ranked.front().score;
    if (best.front()->belief >= score_min) t.place = t.ranked.front().place;
  }

  // "in Kunduz" is the town, "in Kunduz province" the province that it is the seat of; how sure the one is,
  // so sure is the other.
  void prefer_town(Toponym& t) const {
    if (t.ranked.empty()) return;
    bool wants_province = names_province(t);
    GazetteerPlace first = g_.place(t.ranked.front().place);
    if (wants_province == is_province(first)) return;
    for (std::size_t i = 1; i < t.ranked.size(); ++i) {
      GazetteerPlace other = g_.place(t.ranked[i].place);
      const GazetteerPlace& province = wants_province ? other : first;
      const GazetteerPlace& town = wants_province ? first : other;
      bool inside = town.province == province.index || town.county == province.index;
      bool seat =
          town.kind == PlaceKind::capital || town.kind == PlaceKind::seat || town.kind == PlaceKind::town;
      if (!inside || !seat || !is_province(province) || town.population < seat_population_min) continue;
      std::swap(t.ranked[0].place, t.ranked[i].place);
      if (t.place != no_place) t.place = t.ranked[0].place;
      return;
    }
  }

  static bool is_province(const GazetteerPlace& place) {
    return place.kind == PlaceKind::province || place.kind == PlaceKind::county;
  }

  // "Kunduz province", "the province of Kunduz".
  [[nodiscard]] bool names_province(const Toponym& t) const {
    auto province = [&](WordIndex i) {
      return a_.is(i, "province") || a_.is(i, "governorate") || a_.is(i, "oblast") || a_.is(i, "region") ||
             a_.is(i, "state") || a_.is(i, "district") || a_.is(i, "county") || a_.is(i, "prefecture");
    };
    if (t.last < a_.words().size() && province(t.last)) return true;
    return t.first >= 2 && a_.is(t.first - 1, "of") && province(t.first - 2);
  }

  void gather() {
    for (const Toponym& t : toponyms_) {
      auto [found, is_new] = by_name_.try_emplace(key_of(a_.text(t.span)), senses_.size());
      sense_of_.push_back(found->second);
      if (is_new) senses_.push_back(sense_of(t.candidates));
      senses_[found->second].mentions += 1;
      prefer_kind(senses_[found->second], t);
    }
  }

  // "Kunduz province" is the province, "Kunduz" alone its seat of the same name.
  void prefer_kind(Sense& sense, const Toponym& t) const {
    std::string_view right = t.last < a_.words().size() ? a_.lower(t.last) : std::string_view();
    bool province = right == "province" || right == "governorate" || right == "oblast" || right == "region" ||
                    right == "state" || right == "district";
    bool article = t.first > 0 && a_.is(t.first - 1, "the") && !province;
    for (Candidate& c : sense.candidates) {
      // "the Sahel" is no province of that name
      if (article && sense.mentions == 1 && c.place.kind >= PlaceKind::region &&
          c.place.kind <= PlaceKind::island)
        c.prior += 1;
      if (province && (c.place.kind == PlaceKind::province || c.place.kind == PlaceKind::county))
        c.prior += 1.5;
      if (province || c.place.kind != PlaceKind::seat || sense.mentions > 1) continue;
      auto same = [&](const Candidate& other) { return other.place.index == c.place.province; };
      if (std::any_of(sense.candidates.begin(), sense.candidates.end(), same)) c.prior += 1.2;
    }
  }

  // "Paris, Texas": what follows the comma and could hold the name makes it certain.
  void contain() {
    for (std::size_t i = 0; i + 1 < toponyms_.size(); ++i) {
      const Toponym& t = toponyms_[i];
      const Toponym& next = toponyms_[i + 1];
      bool comma = next.first == t.last + 1 && a_.is(t.last, ",");
      bool beside = next.first == t.last;
      if ((!comma && !beside) || next.folk) continue;
      for (Candidate& inner : senses_[sense_of_[i]].candidates) {
        bool inside = false;
        for (Candidate& outer : senses_[sense_of_[i + 1]].candidates) {
          if (!contains(outer.place, inner.place) || outer.place.kind == PlaceKind::county) continue;
          inside = true;
          outer.prior += comma ? 0.5 : 0.2;
        }
        if (inside) inner.prior += comma ? container_weight : 2;
      }
    }
    // Those left after this bound are hamlets of common names.
    for (Sense& sense : senses_) {
      std::stable_sort(sense.candidates.begin(), sense.candidates.end(),
                       [](const Candidate& a, const Candidate& b) { return a.prior > b.prior; });
    }
  }

  static std::vector<double> priors(const Sense& sense) {
    std::vector<double> scores;
    for (const Candidate& c : sense.candidates) scores.push_back(c.prior);
    return scores;
  }

  void vote() {
    // What voters hold for likely; the same for all that they vote on.
    struct Vote {
      const Candidate* candidate;
      double weight;
    };
    std::size_t voters = std::min(senses_.size(), senses_max);
    std::vector<std::vector<Vote>> votes(voters);
    for (std::size_t o = 0; o < voters; ++o) {
      const Sense& sense = senses_[o];
      for (std::size_t j = 0; j < sense.candidates.size() && j < candidates_max; ++j) {
        const Candidate& c = sense.candidates[j];
        if (c.belief >= 0.01)
          votes[o].push_back({&c, c.belief * std::min(3.0, 1 + std::log(sense.mentions))});
      }
    }
    std::vector<std::vector<double>> all;
    for (std::size_t s = 0; s < senses_.size(); ++s) {
      std::vector<double> scores = priors(senses_[s]);
      for (std::size_t i = 0; i < scores.size() && i < candidates_max && senses_.size() > 1; ++i) {
        double support = 0;
        for (std::size_t o = 0; o < voters; ++o) {
          if (o == s) continue;
          for (const Vote& v : votes[o])
            support += v.weight * kinship(senses_[s].candidates[i], *v.candidate);
        }
        scores[i] += support_weight * std::log1p(support);
      }
      all.push_back(std::move(scores));
    }
    for (std::size_t s = 0; s < senses_.size(); ++s) believe(senses_[s], all[s]);
  }

  const Analysis& a_;
  const Gazetteer& g_;
  std::vector<Toponym>& toponyms_;
  std::string country_;  // of the outlet; empty: not known
  std::unordered_map<std::string, std::size_t> by_name_;
  std::vector<Sense> senses_;
  std::vector<std::size_t> sense_of_;  // of each toponym
};

}  // namespace

void resolve_toponyms(const Analysis& analysis, const Gazetteer& gazetteer, std::vector<Toponym>& toponyms) {
  if (!toponyms.empty()) Resolver(analysis, gazetteer, toponyms).resolve();
}

}  // namespace sitrep
