#include "mentions/place/place_finder.h"

#include <algorithm>

#include "base/sphere.h"
#include "mentions/place/earth.h"
#include "mentions/place/metonym.h"
#include "mentions/place/phrase_points.h"
#include "mentions/place/surroundings.h"
#include "mentions/place/toponyms.h"
#include "text/utf8.h"

namespace sitrep {
namespace {

using enum WordClass;

// Above it the likeliest place is taken for the one meant. Calibrated: so likely it is (bench/RESULTS.md).
constexpr float resolved_min = 0.4F;

// A grid cell of half a degree has sides of 55 km.
constexpr double cell_m = 55'000;

PlaceGrain grain_of(const GazetteerPlace& place) {
  switch (place.kind) {
    case PlaceKind::country:
    case PlaceKind::former_country:
      return PlaceGrain::country;
    case PlaceKind::province:
      return PlaceGrain::province;
    case PlaceKind::county:
    case PlaceKind::district:
      return PlaceGrain::district;
    case PlaceKind::capital:
    case PlaceKind::seat:
    case PlaceKind::town:
      return PlaceGrain::town;
    case PlaceKind::pass:
    case PlaceKind::mountain:
    case PlaceKind::cape:
    case PlaceKind::crossing:
    case PlaceKind::base:
    case PlaceKind::prison:
    case PlaceKind::airport:
    case PlaceKind::port:
    case PlaceKind::camp:
    case PlaceKind::dam:
    case PlaceKind::power_plant:
    case PlaceKind::mine:
    case PlaceKind::bridge:
    case PlaceKind::site:
      return PlaceGrain::point;
    default:
      return PlaceGrain::area;
  }
}

class Finder {
 public:
  Finder(const Analysis& analysis, const Gazetteer& gazetteer) : a_(analysis), g_(gazetteer) {}

  std::vector<PlaceMention> find() {
    toponyms_ = find_toponyms(a_, g_);
    found_.reserve(toponyms_.size());
    for (const Toponym& t : toponyms_) found_.push_back(name(t));
    for (std::size_t i = 0; i < found_.size(); ++i) surround(i);
    for (std::size_t i = 0; i + 1 < found_.size(); ++i) join(i);
    for (PlaceMention& m : found_) move_point(m);
    for (std::size_t i = 0; i + 1 < found_.size(); ++i) join_pair(a_, g_, found_, i);
    for (PlaceMention& m : found_) {
      m.phrase = a_.span(m.phrase_first, m.phrase_last);
      // A part of a word stands for itself: "US-led".
      if (m.phrase_first == m.first && m.phrase_last == m.last) m.phrase = m.span;
      bool fine = m.has_point && m.uncertainty_m <= cell_m;
      if (fine) m.codes.prio_grid = prio_grid_cell({m.lat, m.lon});
    }
    return std::move(found_);
  }

 private:
  PlaceMention name(const Toponym& t) const {
    PlaceMention m;
    m.span = t.span;
    m.first = t.first;
    m.last = t.last;
    m.name = a_.text(t.span);
    m.folk = t.folk;
    m.score = t.score;
    for (const RankedPlace& r : t.ranked) {
      GazetteerPlace place = g_.place(r.place);
      PlaceSense sense{r.place, g_.id(r.place), place.name, place.country, {}, {}, r.score};
      if (place.province != no_place) sense.admin1 = g_.place(place.province).name;
      if (place.county != no_place) sense.admin2 = g_.place(place.county).name;
      m.candidates.push_back(sense);
    }
    bool one_country = !m.candidates.empty() &&
                       std::all_of(m.candidates.begin(), m.candidates.end(),
                                   [&](const auto& c) { return c.country == m.candidates.front().country; });
    if (t.place != no_place && t.score >= resolved_min) {
      resolve(t.place, m);
    } else if (one_country) {
      m.country = m.candidates.front().country;
      add_country_codes(m);
    }
    return m;
  }

  void resolve(PlaceIndex index, PlaceMention& m) const {
    GazetteerPlace place = g_.place(index);
    m.row = index;
    // "Ḩamāh": as the report writes it, where that is plainer.
    bool plain = is_plain(place.name);
    if (plain || !is_plain(m.name) || is_shouted(m)) m.name = place.name;
    m.country = place.country;
    m.gazetteer_id = g_.id(index);
    m.has_point = true;
    m.lat = place.lat;
    m.lon = place.lon;
    m.uncertainty_m = place.radius_m;
    m.grain = grain_of(place);
    m.codes.geonames = place.geonames;
    if (place.province != no_place) {
      GazetteerPlace province = g_.place(place.province);
      m.admin1 = province.name;
      m.codes.admin1 = province.code;
    }
    if (place.kind == PlaceKind::province) {
      m.admin1 = place.name;
      m.codes.admin1 = place.code;
    }
    if (place.county != no_place) m.admin2 = g_.place(place.county).name;
    if (place.kind == PlaceKind::county) m.admin2 = place.name;
    add_country_codes(m);
  }

  // Letters that most fonts and readers have: no macrons, no dots below.
  static bool is_plain(std::string_view name) {
    for (std::size_t at = 0; at < name.size();) {
      CodePoint c = decode_utf8(name, at);
      if (c.value >= 0x100) return false;
      at += c.bytes;
    }
    return true;
  }

  [[nodiscard]] bool is_shouted(const PlaceMention& m) const {
    return a_.sentences()[a_.sentence_of(m.first)].shouted;
  }

  void add_country_codes(PlaceMention& m) const {
    const CountryCodes* country = g_.country(m.country);
    if (country == nullptr) return;
    m.codes.alpha3 = country->alpha3;
    m.codes.fips = country->fips;
    m.codes.numeric = country->numeric;
    m.codes.cow = country->cow;
    m.codes.gw = country->gw;
  }

  void surround(std::size_t i) {
    PlaceMention& m = found_[i];
    Surroundings around = surroundings_of(a_, toponyms_, i);
    m.tie = around.tie;
    m.distance_m = around.distance_m;
    m.bearing = around.bearing;
    m.phrase_first = around.first;
    m.phrase_last = around.last;
    m.use = around.use;
    m.located = around.located && (!m.folk || tells_ground(m)) && stands_alone(m);
    m.metonym = is_metonym(a_, m);
    if (m.metonym) {
      m.located = false;
      m.use = PlaceUse::about;
    }
  }

  // "Afghan territory", "the Syrian border".
  [[nodiscard]] bool tells_ground(const PlaceMention& m) const {
    if (m.last >= a_.sentences()[a_.sentence_of(m.first)].last) return false;
    std::string_view next = a_.lower(m.last);
    return next == "territory" || next == "soil" || next == "waters" || next == "airspace" ||
           next == "border" || next == "coast" || next == "side" || next == "countryside";
  }

  // Whether the words are all of a name: not "Kabul University", "Washington Post".
  [[nodiscard]] bool stands_alone(const PlaceMention& m) const {
    const Sentence& s = a_.sentences()[a_.sentence_of(m.first)];
    if (s.shouted) return true;
    const Word& after = m.last < s.last ? a_.word(m.last) : a_.word(m.last - 1);
    bool longer = m.last < s.last && after.capital && after.kind == WordKind::word && after.space_before &&
                  !after.classes.any(weekday, month);
    bool before = m.first > s.first + 1 && a_.word(m.first - 1).capital &&
                  a_.word(m.first - 1).kind == WordKind::word &&
                  !a_.word(m.first - 1).classes.any(preposition, weekday, month) &&
                  (found_.data() == &m || (&m - 1)->last != m.first) && !bearing_of(a_.lower(m.first - 1));
    return !longer && !before;
  }

  [[nodiscard]] bool contains(const PlaceMention& outer, const PlaceMention& inner) const {
    if (!outer.resolved() || outer.row == inner.row || outer.folk) return false;
    if (!inner.resolved())
      return !inner.country.empty() && outer.country == inner.country && outer.grain == PlaceGrain::country;
    GazetteerPlace place = g_.place(inner.row);
    switch (outer.grain) {
      case PlaceGrain::country:
        return !outer.country.empty() && outer.country == place.country;
      case PlaceGrain::province:
        return place.province == outer.row;
      case PlaceGrain::district:
        return place.county == outer.row;
      case PlaceGrain::area:
        return kilometres_between(outer.lat, outer.lon, place.lat, place.lon) * 1000 <= outer.uncertainty_m;
      default:
        return false;
    }
  }

  // What two names that follow each other have to do with one another.
  void join(std::size_t i) {
    PlaceMention& m = found_[i];
    PlaceMention& next = found_[i + 1];
    WordIndex from = m.phrase_last;
    WordIndex to = next.phrase_first;
    if (from > to || a_.sentence_of(m.first) != a_.sentence_of(next.first)) return;
    auto gap = [&](std::initializer_list<std::string_view> words) {
      WordIndex at = from;
      return to - from == words.size() && std::all_of(words.begin(), words.end(), [&](std::string_view word) {
               return a_.is(at++, word);
             });
    };
    bool comma = gap({","}) || gap({",", "in"}) || gap({"in"}) || gap({",", "the"});
    if ((comma || gap({}) || gap({"'s"}) || gap({"’s"})) && !m.folk && contains(next, m)) {
      next.about = static_cast<std::uint32_t>(i);
      next.located = false;
      if (m.use) next.use = m.use;
    } else if ((gap({"'s"}) || gap({"’s"})) && contains(m, next)) {
      // "Afghanistan's Kunduz"
      m.about = static_cast<std::uint32_t>(i + 1);
      m.located = false;
    } else if (gap({","}) && next.tie != PlaceTie::at && next.tie != PlaceTie::part && !next.metonym &&
               !m.folk) {
      // "Bagram, 60 km north of Kabul"
      next.about = static_cast<std::uint32_t>(i);
      next.located = false;
      next.use = PlaceUse::about;
    } else if ((gap({","}) || gap({"and"}) || gap({"or"}) || gap({",", "and"}) || gap({"and", "the"}) ||
                gap({",", "or"})) &&
               !next.use && !next.metonym && !m.metonym && !next.folk && !m.folk) {
      // "in Goma and Bukavu"
      next.use = m.use;
      next.located = m.located && stands_alone(next);
      if (m.tie == PlaceTie::near && next.tie == PlaceTie::at) next.tie = PlaceTie::near;
    }
  }

  const Analysis& a_;
  const Gazetteer& g_;
  std::vector<Toponym> toponyms_;
  std::vector<PlaceMention> found_;
};

}  // namespace

std::vector<PlaceMention> find_places(const Analysis& analysis, const Gazetteer& gazetteer) {
  return Finder(analysis, gazetteer).find();
}

std::vector<PlaceMention> find_places(const Analysis& analysis) {
  const auto& world = Gazetteer::world();
  return world ? find_places(analysis, **world) : std::vector<PlaceMention>();
}

}  // namespace sitrep
