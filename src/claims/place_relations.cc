#include "claims/place_relations.h"

#include <cmath>
#include <string>

namespace sitrep {
namespace {

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
    relations.push_back(std::move(relation));
  }
  return relations;
}

}  // namespace sitrep
