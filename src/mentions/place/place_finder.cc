#include "mentions/place/place_finder.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "base/limits.h"
#include "lexicon/place_names.h"
#include "mentions/place/earth.h"
#include "mentions/place/metonym.h"
#include "mentions/place/surroundings.h"
#include "mentions/place/toponyms.h"

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
    for (PlaceMention& m : found_) place_phrase(m);
    for (std::size_t i = 0; i + 1 < found_.size(); ++i) lie_between(i);
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
    m.name = place.name;
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
    } else if ((gap({","}) || gap({"and"}) || gap({"or"}) || gap({",", "and"}) || gap({",", "or"})) &&
               !next.use && !next.metonym && !m.metonym && !next.folk && !m.folk) {
      // "in Goma and Bukavu"
      next.use = m.use;
      next.located = m.located && stands_alone(next);
      if (m.tie == PlaceTie::near && next.tie == PlaceTie::at) next.tie = PlaceTie::near;
    }
  }

  // Moves the point of the name to that of the phrase.
  static void place_phrase(PlaceMention& m) {
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

  // "between Kabul and Ghazni", "on the road from Goma to Bukavu", "the Kabul-Kandahar highway", "the border
  // of Chad and Sudan": two names, one place.
  void lie_between(std::size_t i) {
    PlaceMention& m = found_[i];
    PlaceMention& next = found_[i + 1];
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

  std::optional<PlaceTie> between_both(PlaceMention& m, const PlaceMention& next) const {
    const Sentence& s = a_.sentences()[a_.sentence_of(m.first)];
    if (next.last > s.last || next.first < m.last) return std::nullopt;
    // "the Kabul-Kandahar highway", "the Syria-Turkey border"
    bool hyphen = (next.first == m.first && m.last == m.first + 1) ||
                  (next.first == m.last + 1 && (a_.is(m.last, "-") || a_.is(m.last, "–")));
    if (hyphen) {
      std::string_view noun = next.last < s.last ? a_.lower(next.last) : std::string_view();
      if (is_way_between(noun)) return PlaceTie::road;
      if (noun == "border" || noun == "frontier") return PlaceTie::border;
      return std::nullopt;
    }
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

  // "Near" a town.
  static constexpr double near_m = 10'000;

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

std::vector<Note> notes_on_places(const Analysis& analysis, const std::vector<PlaceMention>& places) {
  std::vector<Note> notes;
  std::unordered_set<std::string> named;
  for (const PlaceMention& m : places) {
    if (m.resolved() || m.folk || !m.use || m.candidates.empty() || m.tie == PlaceTie::between ||
        m.tie == PlaceTie::road || m.tie == PlaceTie::border) {
      continue;
    }
    if (!named.insert(fold_place_name(analysis.text(m.span))).second) continue;
    Note note;
    note.kind = NoteKind::unresolved_place;
    note.text = std::string(analysis.text(m.span));
    note.evidence = m.span;
    note.message = "which place is meant cannot be told";
    for (std::size_t i = 0; i < m.candidates.size(); ++i) {
      const PlaceSense& c = m.candidates[i];
      note.message += i == 0 ? ": " : "; ";
      note.message += c.name;
      if (!c.admin1.empty() && c.admin1 != c.name) note.message += fmt::format(", {}", c.admin1);
      if (!c.country.empty()) note.message += fmt::format(" ({})", c.country);
    }
    notes.push_back(std::move(note));
  }
  return notes;
}

std::string dump_line(const PlaceMention& m) {
  std::string out(m.name);
  out += ' ';
  out += m.country.empty() ? std::string_view(m.resolved() ? "-" : "?") : m.country;
  if (!m.admin1.empty() && m.admin1 != m.name) out += fmt::format("/{}", m.admin1);
  if (!m.resolved() && !m.country.empty() && !m.candidates.empty()) out += " ?";
  if (m.grain != PlaceGrain::town && m.grain != PlaceGrain::unknown)
    out += fmt::format(" {}", name_of(m.grain));
  if (m.tie != PlaceTie::at) out += fmt::format(" <{}", name_of(m.tie));
  if (m.tie == PlaceTie::away) out += fmt::format(" {} km", std::round(m.distance_m / 100) / 10);
  if (m.bearing) out += fmt::format(" {}°", *m.bearing);
  if (m.tie != PlaceTie::at) out += ">";
  if (m.folk) out += " folk";
  if (m.metonym) out += " metonym";
  if (m.located) {
    out += " in";
  } else if (m.use && !m.metonym) {
    out += fmt::format(" {}", name_of(*m.use));
  }
  if (m.about) out += fmt::format(" of #{}", *m.about);
  return out;
}

}  // namespace sitrep
