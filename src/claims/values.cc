#include "claims/values.h"

#include <string>

namespace sitrep {

Time time_of(const Analysis& analysis, const TimeMention& mention) {
  Time time;
  if (mention.earliest) time.earliest = TimePoint{*mention.earliest, mention.minute_of_day};
  if (mention.latest) time.latest = TimePoint{*mention.latest, mention.minute_of_day};
  time.precision = parse_enum<TimePrecision>(name_of(mention.grain));
  time.text = std::string(analysis.text(mention.span));
  time.span = mention.span;
  return time;
}

Place place_of(const Analysis& analysis, const PlaceMention& mention) {
  Place place;
  place.name = std::string(mention.name);
  place.text = std::string(analysis.text(mention.span));
  place.span = mention.span;
  place.precision = mention.country.empty() ? PlacePrecision::unknown
                    : mention.is_country    ? PlacePrecision::country
                    : mention.near          ? PlacePrecision::near
                    : mention.is_area       ? PlacePrecision::area
                                            : PlacePrecision::town;
  if (!mention.country.empty()) {
    place.country = std::string(mention.country);
    place.lat = mention.lat;
    place.lon = mention.lon;
  }
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
