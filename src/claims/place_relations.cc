#include "claims/place_relations.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace sitrep {
namespace {

// Of one report; a gazetteer's page would tell thousands.
constexpr std::size_t relations_max = 200;

Party party_of(const Analysis& analysis, const PlaceMention& m) {
  return {std::string(m.name), std::string(analysis.text(m.span)), m.span};
}

}  // namespace

std::vector<Relation> place_relations(const Analysis& analysis, const std::vector<PlaceMention>& places) {
  std::vector<Relation> relations;
  for (const PlaceMention& m : places) {
    if (!m.about || *m.about >= places.size()) continue;
    const PlaceMention& described = places[*m.about];
    Relation relation;
    relation.report = analysis.document().id();
    relation.from = party_of(analysis, described);
    relation.to = party_of(analysis, m);
    relation.evidence = cover(described.span, m.span);
    if (m.tie == PlaceTie::away) {
      relation.kind = RelationKind::distance_from;
      relation.distance_m = std::llround(m.distance_m);
      relation.because.push_back({"distance_m", "the distance told after the place's name", {m.phrase}});
    } else if (m.tie == PlaceTie::at || m.tie == PlaceTie::part) {
      // Both names of "between A and B" are of one phrase.
      if (described.tie == PlaceTie::between || described.tie == PlaceTie::road ||
          described.tie == PlaceTie::border) {
        continue;
      }
      relation.kind = RelationKind::located_in;
      relation.because.push_back({"kind", "the place after its name that holds it", {m.span}});
    } else {
      continue;
    }
    bool told = std::any_of(relations.begin(), relations.end(), [&](const Relation& known) {
      return known.kind == relation.kind && known.from.name == relation.from.name &&
             known.to.name == relation.to.name && known.distance_m == relation.distance_m;
    });
    if (!told && relations.size() < relations_max) relations.push_back(std::move(relation));
  }
  return relations;
}

}  // namespace sitrep
