#include "mentions/place/phrase_points.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

#include "base/sphere.h"
#include "mentions/place/earth.h"
#include "mentions/place/surroundings.h"

namespace sitrep {
namespace {

// "Near" a town.
constexpr double near_m = 10'000;

class Pair {
 public:
  Pair(const Analysis& analysis, const Gazetteer& gazetteer) : a_(analysis), g_(gazetteer) {}

  void join(std::vector<PlaceMention>& places, std::size_t i) const {
    PlaceMention& m = places[i];
    PlaceMention& next = places[i + 1];
    std::optional<PlaceTie> tie = between_both(m, next);
    if (!tie || m.metonym || next.metonym) return;
    if (*tie == PlaceTie::border) {
      lie_on_border(m, next);
    } else if (m.resolved() && next.resolved()) {
      EarthPoint a{m.lat, m.lon};
      EarthPoint b{next.lat, next.lon};
      EarthPoint middle = midway(a, b);
      m.uncertainty_m = kilometres_between(a.lat, a.lon, b.lat, b.lon) * 500 +
                        std::max(m.uncertainty_m, next.uncertainty_m);
      m.lat = middle.lat;
      m.lon = middle.lon;
      m.has_point = true;
    } else {
      m.has_point = false;
    }
    bool one_country = m.country == next.country;
    m.tie = *tie;
    m.grain = PlaceGrain::area;
    m.phrase_last = std::max(m.phrase_last, next.phrase_last);
    m.name = a_.text(a_.span(m.first, next.last));
    if (!one_country) {
      m.country = {};
      m.codes = {};
    }
    if (m.admin1 != next.admin1) m.admin1 = m.codes.admin1 = {};
    m.admin2 = {};
    m.codes.geonames = 0;
    m.row = no_place;
    m.gazetteer_id.clear();
    m.candidates.clear();
    next.about = static_cast<std::uint32_t>(i);
    next.located = false;
    next.use = PlaceUse::about;
    m.use = *tie == PlaceTie::border ? m.use.value_or(PlaceUse::site) : PlaceUse::site;
    m.located = true;
  }

 private:
  std::optional<PlaceTie> between_both(PlaceMention& m, const PlaceMention& next) const {
    const Sentence& s = a_.sentences()[a_.sentence_of(m.first)];
    if (next.last > s.last) return std::nullopt;
    // "the Kabul-Kandahar highway", "the Syria-Turkey border"
    bool hyphen = (next.first == m.first && m.last == m.first + 1) ||
                  (next.first == m.last + 1 && (a_.is(m.last, "-") || a_.is(m.last, "–")));
    if (hyphen) {
      std::string_view noun = next.last < s.last ? a_.lower(next.last) : std::string_view();
      if (is_way_between(noun)) return PlaceTie::road;
      if (noun == "border" || noun == "frontier") return PlaceTie::border;
      return std::nullopt;
    }
    if (next.first < m.last) return std::nullopt;
    WordIndex gap = next.first - m.last;
    if (gap > 4 || m.first == s.first) return std::nullopt;
    bool joined = false;
    for (WordIndex w = m.last; w < next.first; ++w) {
      if (a_.is(w, "and") || a_.is(w, "to") || a_.is(w, "with")) joined = true;
      if (a_.is(w, ",") || a_.is(w, ".")) return std::nullopt;
    }
    if (!joined) return std::nullopt;
    WordIndex at = m.first - 1;
    while (at > s.first && (a_.is(at, "the") || a_.is(at, "of") || a_.is(at, "city") || a_.is(at, "cities") ||
                            a_.is(at, "town") || a_.is(at, "towns"))) {
      if (a_.is(at, "of") && is_border_noun(a_.lower(at - 1))) break;
      --at;
    }
    if (a_.is(at, "between") && between_places(a_, s, at)) {
      bool border = at > s.first && is_border_noun(a_.lower(at - 1));
      bool countries = m.grain == PlaceGrain::country || next.grain == PlaceGrain::country;
      bool way = at > s.first && is_way_between(a_.lower(at - 1));
      if (countries && !border && !way) return std::nullopt;
      m.phrase_first = std::min(m.phrase_first, way || border ? at - 1 : at);
      return border ? PlaceTie::border : way ? PlaceTie::road : PlaceTie::between;
    }
    bool linking = a_.is(at, "linking") || a_.is(at, "connecting") || a_.is(at, "joining");
    if ((a_.is(at, "from") || linking) && at > s.first && is_way_between(a_.lower(at - 1))) {
      m.phrase_first = std::min(m.phrase_first, at - 1);
      return PlaceTie::road;
    }
    if (a_.is(at, "of") && at > s.first && is_border_noun(a_.lower(at - 1)) && a_.is(m.last, "and")) {
      m.phrase_first = std::min(m.phrase_first, at - 1);
      return PlaceTie::border;
    }
    // "Pakistan's border with Afghanistan"
    if (next.tie == PlaceTie::border && m.last < s.last && (a_.is(m.last, "'s") || a_.is(m.last, "’s"))) {
      return PlaceTie::border;
    }
    return std::nullopt;
  }

  static bool is_border_noun(std::string_view w) {
    return w == "border" || w == "borders" || w == "frontier";
  }
  static bool is_way_between(std::string_view w) {
    return w == "road" || w == "highway" || w == "motorway" || w == "route" || w == "railway" ||
           w == "line" || w == "corridor" || w == "axis" || w == "roads" || w == "train";
  }

  // Where the provinces of one come nearest to those of the other, as circles.
  void lie_on_border(PlaceMention& m, const PlaceMention& next) const {
    m.has_point = false;
    if (!m.resolved() || !next.resolved()) return;
    auto parts = [&](const PlaceMention& place) {
      std::vector<PlaceIndex> rows{place.row};
      if (place.grain == PlaceGrain::country || g_.place(place.row).kind == PlaceKind::country) {
        const auto& provinces = g_.provinces(place.country);
        if (!provinces.empty()) rows = provinces;
      }
      return rows;
    };
    struct Meeting {
      double gap = 0;
      EarthPoint at;
    };
    std::vector<Meeting> meetings;
    for (PlaceIndex a : parts(m)) {
      GazetteerPlace mine = g_.place(a);
      for (PlaceIndex b : parts(next)) {
        GazetteerPlace theirs = g_.place(b);
        double apart = kilometres_between(mine.lat, mine.lon, theirs.lat, theirs.lon) * 1000;
        double gap = apart - mine.radius_m - theirs.radius_m;
        meetings.push_back({gap, midway({mine.lat, mine.lon}, {theirs.lat, theirs.lon})});
      }
    }
    std::sort(meetings.begin(), meetings.end(),
              [](const Meeting& a, const Meeting& b) { return a.gap < b.gap; });
    if (meetings.empty()) return;
    // Those that touch, else the nearest.
    std::size_t touching = 1;
    while (touching < meetings.size() && touching < 12 && meetings[touching].gap < 0) ++touching;
    EarthPoint middle = meetings[0].at;
    for (std::size_t k = 1; k < touching; ++k) {
      middle.lat += (meetings[k].at.lat - middle.lat) / static_cast<double>(k + 1);
      middle.lon += std::remainder(meetings[k].at.lon - middle.lon, 360.0) / static_cast<double>(k + 1);
    }
    double reach = 50'000;
    for (std::size_t k = 0; k < touching; ++k) {
      reach = std::max(
          reach, 1000 * kilometres_between(middle.lat, middle.lon, meetings[k].at.lat, meetings[k].at.lon));
    }
    m.has_point = true;
    m.lat = middle.lat;
    m.lon = std::remainder(middle.lon, 360.0);
    m.uncertainty_m = reach + 50'000;
  }

  const Analysis& a_;
  const Gazetteer& g_;
};

}  // namespace

void move_point(PlaceMention& m) {
  if (!m.resolved() || m.tie == PlaceTie::at) return;
  EarthPoint at{m.lat, m.lon};
  double reach = m.uncertainty_m;
  constexpr double radius_min = 1000;
  double radius = std::max(reach, radius_min);
  bool large =
      m.grain == PlaceGrain::country || m.grain == PlaceGrain::area || m.grain == PlaceGrain::province;
  switch (m.tie) {
    case PlaceTie::part:
      // Half of it, around the middle of that half.
      if (m.bearing) at = point_from(at, *m.bearing, radius / 2);
      m.uncertainty_m = m.bearing ? radius * 0.85 : radius * 0.5;
      m.grain = large ? PlaceGrain::area : PlaceGrain::district;
      break;
    case PlaceTie::edge:
      if (m.bearing) at = point_from(at, *m.bearing, radius);
      m.uncertainty_m = m.bearing ? radius : radius * 1.3;
      m.grain = PlaceGrain::near;
      break;
    case PlaceTie::near:
      if (m.bearing) at = point_from(at, *m.bearing, radius);
      m.uncertainty_m = radius + (large ? radius / 4 : near_m);
      m.grain = PlaceGrain::near;
      break;
    case PlaceTie::off:
      // As far as one would still name the place, on that side.
      at = point_from(at, m.bearing.value_or(0), radius + near_m);
      m.uncertainty_m = radius + 2 * near_m;
      m.grain = PlaceGrain::near;
      break;
    case PlaceTie::away:
      // A direction of eight is right by 22.5 degrees to each side, a distance to a tenth.
      if (m.bearing) {
        at = point_from(at, *m.bearing, m.distance_m);
        m.uncertainty_m = 0.4 * m.distance_m + std::min(radius, m.distance_m);
      } else {
        m.uncertainty_m = 1.1 * m.distance_m + std::min(radius, m.distance_m);
      }
      m.grain = PlaceGrain::near;
      break;
    case PlaceTie::border:
      m.uncertainty_m = radius * 1.1;
      m.grain = PlaceGrain::area;
      break;
    default:
      break;
  }
  // What lies far off its namesake may lie in another province.
  if (m.tie == PlaceTie::away && m.distance_m > radius) {
    m.admin1 = m.admin2 = m.codes.admin1 = {};
    m.codes.geonames = 0;
  }
  m.lat = at.lat;
  m.lon = at.lon;
}

void join_pair(const Analysis& analysis, const Gazetteer& gazetteer, std::vector<PlaceMention>& places,
               std::size_t i) {
  if (i + 1 < places.size()) Pair(analysis, gazetteer).join(places, i);
}

}  // namespace sitrep
