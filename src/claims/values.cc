#include "claims/values.h"

#include <fmt/format.h>

#include <cmath>
#include <string>

namespace sitrep {
namespace {

std::optional<std::string> told(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(std::string(text));
}

std::optional<std::int64_t> told(std::int64_t number) {
  return number == 0 ? std::nullopt : std::optional(number);
}

std::optional<PlaceCodes> codes_of(const PlaceCodeSet& c) {
  PlaceCodes codes;
  codes.alpha3 = told(c.alpha3);
  if (c.numeric != 0) codes.numeric = fmt::format("{:03}", c.numeric);
  codes.fips = told(c.fips);
  codes.cow = told(c.cow);
  codes.gw = told(c.gw);
  codes.iso_admin1 = told(c.admin1);
  codes.geonames = told(static_cast<std::int64_t>(c.geonames));
  codes.prio_grid = told(static_cast<std::int64_t>(c.prio_grid));
  return codes == PlaceCodes{} ? std::nullopt : std::optional(codes);
}

std::vector<std::string> ids_of(const std::vector<PlaceSense>& candidates) {
  std::vector<std::string> ids;
  for (const PlaceSense& c : candidates) ids.push_back(c.id);
  return ids;
}

// Degrees of a point to some ten metres.
double rounded(double degrees) { return std::round(degrees * 1e4) / 1e4; }

std::optional<CodesOfActor> codes_of(const ActorCodes& c) {
  CodesOfActor codes;
  codes.cameo = told(c.cameo);
  std::string plover = c.plover_country;
  if (!c.plover_sector.empty()) plover.append(" ").append(c.plover_sector);
  codes.plover = told(plover == "---" ? std::string_view{} : plover);
  codes.acled = told(c.acled);
  codes.inter = told(static_cast<std::int64_t>(c.inter));
  if (c.ucdp != UcdpSide::none) codes.ucdp = std::string(name_of(c.ucdp));
  return codes == CodesOfActor{} ? std::nullopt : std::optional(codes);
}

std::optional<ActorKind> kind_of(ActorSort sort) { return parse_enum<ActorKind>(name_of(sort)); }

}  // namespace

ActorFacts facts_of(const ActorMention& m) {
  ActorFacts actor;
  actor.id = told(m.id);
  if (m.kind != ActorSort::unknown) actor.kind = kind_of(m.kind);
  actor.country = told(m.country);
  actor.side = told(m.side);
  actor.office = told(m.role);
  actor.count = m.count;
  if (m.entity != 0) actor.entity = m.entity;
  actor.codes = codes_of(m.codes);
  return actor;
}

void identify(const ActorMention& m, Actor& actor) {
  actor.id = told(m.id);
  if (m.kind != ActorSort::unknown) actor.kind = kind_of(m.kind);
  actor.country = told(m.country);
  actor.side = told(m.side);
  actor.codes = codes_of(m.codes);
  if (!actor.name && !m.id.empty()) actor.name = m.label;
}

Time time_of(const Analysis& analysis, const TimeMention& mention) {
  Time time;
  if (mention.earliest) time.earliest = TimePoint{*mention.earliest, mention.minute_of_day};
  if (mention.latest) time.latest = TimePoint{*mention.latest, mention.minute_of_day};
  time.precision = parse_enum<TimePrecision>(name_of(mention.grain));
  time.text = std::string(analysis.text(mention.span));
  time.span = mention.span;
  return time;
}

Place place_of(const Analysis& analysis, const PlaceMention& m) {
  Place place;
  if (m.use) place.role = parse_enum<PlaceRole>(name_of(*m.use));
  place.name = std::string(m.name);
  place.text = std::string(analysis.text(m.phrase));
  place.span = m.phrase;
  place.precision = parse_enum<PlacePrecision>(name_of(m.grain));
  place.country = told(m.country);
  place.admin1 = told(m.admin1);
  place.admin2 = told(m.admin2);
  place.gazetteer_id = told(m.gazetteer_id);
  place.codes = codes_of(m.codes);
  if (m.has_point) {
    place.lat = rounded(m.lat);
    place.lon = rounded(m.lon);
    place.uncertainty_m = std::llround(m.uncertainty_m);
  }
  if (!m.candidates.empty()) place.score = std::round(m.score * 1000) / 1000;
  if (!m.resolved()) place.candidates = ids_of(m.candidates);
  return place;
}

Figure figure_of(const Analysis& analysis, const FigureMention& mention) {
  Figure figure;
  figure.measure = *parse_enum<Measure>(name_of(mention.measure));
  figure.qualifier = *parse_enum<Qualifier>(name_of(mention.bound));
  figure.scope = *parse_enum<FigureScope>(name_of(mention.reach));
  if (mention.of) figure.of = std::string(analysis.text(*mention.of));
  bool harmed = mention.measure != Counted::surrendered && mention.measure != Counted::deployed;
  if (harmed && (mention.group || mention.civilian || mention.child)) figure.side = ActorRole::victim;
  figure.low = mention.low;
  figure.high = mention.high;
  if (mention.female != mention.male) figure.sex = mention.female ? Sex::female : Sex::male;
  if (mention.child) figure.age_group = AgeGroup::child;
  if (mention.elderly && !mention.child) figure.age_group = AgeGroup::elderly;
  if (mention.civilian != mention.military) figure.civilian = mention.civilian;
  figure.text = std::string(analysis.text(mention.span));
  figure.span = mention.span;
  return figure;
}

}  // namespace sitrep
