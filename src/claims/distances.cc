#include "claims/distances.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "claims/status.h"

namespace sitrep {
namespace {

using R = DependencyRelation;

// A place that a noun names, or the name set beside it: "the stronghold, the Orlo valley". Finders of places
// know those of the gazetteer; the tree's names have the others.
std::optional<Party> place_of_noun(const Analysis& analysis, const Tree& tree,
                                   const std::vector<PlaceMention>& places, TokenIndex noun) {
  auto named = [&](TokenIndex token) -> std::optional<Party> {
    Span span = tree[token].span;
    auto after = std::partition_point(places.begin(), places.end(),
                                      [&](const PlaceMention& m) { return m.span.begin <= span.begin; });
    if (after != places.begin() && std::prev(after)->span.contains(span) && !std::prev(after)->folk) {
      const PlaceMention& m = *std::prev(after);
      return Party{std::string(m.name), std::string(analysis.text(m.span)), m.span};
    }
    const Name* name = tree.name_at(token);
    if (name == nullptr || name->kind != NameKind::place) return std::nullopt;
    std::string words(analysis.text(name->span));
    return Party{words, words, name->span};
  };
  if (auto own = named(noun)) return own;
  auto beside = tree.child(noun, {R::appos});
  return beside ? named(*beside) : std::nullopt;
}

struct Described {
  Party place;
  std::string_view how;
};

// What a predicate ("80 km north of") is said of.
std::optional<Described> described_by(const Analysis& analysis, const Tree& tree,
                                      const std::vector<PlaceMention>& places, TokenIndex predicate) {
  if (tree[predicate].relation == R::acl_relcl) {
    TokenIndex noun = tree[predicate].head;
    auto place = place_of_noun(analysis, tree, places, noun);
    // "Orlo is a valley the end of which is ..."
    auto subject = tree.child(noun, {R::nsubj});
    if (!place && subject && tree.has_child(noun, {R::cop}))
      place = place_of_noun(analysis, tree, places, *subject);
    if (!place) return std::nullopt;
    return Described{*place, "the distance in a relative clause, of what the noun is said of"};
  }
  auto subject = tree.child(predicate, {R::nsubj, R::nsubj_outer});
  auto place = subject ? place_of_noun(analysis, tree, places, *subject) : std::nullopt;
  if (!place) return std::nullopt;
  return Described{*place, "the distance that is said of the subject"};
}

}  // namespace

std::vector<Relation> find_distances(const Analysis& analysis, const Tree& tree,
                                     const std::vector<PlaceMention>& places) {
  std::vector<Relation> found;
  for (const PlaceMention& m : places) {
    if (m.tie != PlaceTie::away || m.about) continue;
    auto head = tree.head_of(m.phrase);
    if (!head || (!tree.has_child(*head, {R::cop}) && tree[*head].relation != R::acl_relcl)) continue;
    std::vector<Derivation> ignored;
    Status status = status_of(tree, *head, *head, ignored);
    if (status.polarity != Polarity::affirmed || status.modality == Modality::hypothetical) continue;
    auto described = described_by(analysis, tree, places, *head);
    if (!described || described->place.name == m.name) continue;
    Relation relation;
    relation.report = analysis.document().id();
    relation.kind = RelationKind::distance_from;
    relation.from = described->place;
    relation.to = {std::string(m.name), std::string(analysis.text(m.span)), m.span};
    relation.distance_m = std::llround(m.distance_m);
    relation.evidence = cover(*described->place.span, m.phrase);
    relation.because.push_back({"distance_m", std::string(described->how), {m.phrase}});
    found.push_back(std::move(relation));
  }
  return found;
}

}  // namespace sitrep
