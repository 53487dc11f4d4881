#include "mentions/actor/same.h"

#include <algorithm>
#include <unordered_map>

namespace sitrep {
namespace {

// How much a mention tells of who it is.
int tells(const ActorMention& m) {
  int score = 0;
  if (!m.id.empty()) score += 8;
  if (m.name) score += 4;
  if (m.kind != ActorSort::unknown) score += 2;
  if (m.name && m.name->size() > 12) score += 1;
  return score;
}

// A person's phrase and a body's are never one actor, whatever references say.
bool agree(const ActorMention& a, const ActorMention& b) {
  return a.pronoun || b.pronoun || a.collective == b.collective || a.plural != b.plural;
}

void hand_on(const ActorMention& from, ActorMention& to) {
  if (&from == &to || !agree(from, to) || to.modifier || from.modifier) return;
  bool knows = to.kind != ActorSort::unknown && !to.pronoun;
  if (to.id.empty() && !(to.name && from.name && to.name->size() > from.name->size())) {
    to.id = from.id;
    if (from.name || to.pronoun) to.label = from.label;
  }
  if (to.country.empty()) to.country = from.country;
  if (to.side.empty()) to.side = from.side;
  if (to.role.empty()) to.role = from.role;
  if (!knows || (to.codes.cameo.empty() || to.codes.cameo.starts_with("---"))) {
    if (from.kind != ActorSort::unknown) to.kind = from.kind;
    to.codes = from.codes;
  }
}

// "its fighters" of a body, "his fighters" of its leader.
void belong(ActorMention& of, const ActorMention& owner) {
  bool body = owner.codes.ucdp != UcdpSide::none || owner.kind == ActorSort::international_body;
  if (!body || owner.kind == ActorSort::civilians) return;
  of.side = !owner.side.empty() ? owner.side : owner.id;
  if (of.country.empty()) of.country = owner.country;
  // A government's soldiers are no government.
  if (owner.kind == ActorSort::government && of.kind != ActorSort::unknown) return;
  of.kind = owner.kind;
  of.codes = owner.codes;
  bool of_body = !owner.id.empty() && !owner.id.starts_with("person:");
  if (of.plural && of_body) {
    of.id = owner.id;
    of.label = owner.label;
  }
}

}  // namespace

void join_same_actors(const Syntax& syntax, const Owners& owners, std::vector<ActorMention>& mentions) {
  auto at_head = [&](TokenIndex head) {
    auto found = std::lower_bound(mentions.begin(), mentions.end(), head,
                                  [](const ActorMention& m, TokenIndex t) { return m.head < t; });
    return found != mentions.end() && found->head == head ? &*found : nullptr;
  };
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> groups;
  for (const Reference& reference : syntax.references) {
    if (ActorMention* m = at_head(reference.head)) {
      m->entity = reference.entity + 1;
      groups[reference.entity].push_back(static_cast<std::size_t>(m - mentions.data()));
    }
  }
  std::unordered_map<std::uint32_t, std::size_t> best_of;
  for (const auto& [entity, group] : groups) {
    std::size_t best = group.front();
    for (std::size_t i : group) {
      if (tells(mentions[i]) > tells(mentions[best])) best = i;
    }
    // A name whose kind nobody told takes it from its description first: "Ida Holm, the mayor".
    for (std::size_t i : group) {
      if (mentions[best].kind == ActorSort::unknown) hand_on(mentions[i], mentions[best]);
    }
    for (std::size_t i : group) hand_on(mentions[best], mentions[i]);
    best_of[entity] = best;
  }
  std::vector<ActorMention> pronouns;
  for (const Reference& reference : syntax.references) {
    if (syntax.tokens[reference.head].tag != WordTag::PRON) continue;
    auto best = best_of.find(reference.entity);
    if (best == best_of.end() || at_head(reference.head) != nullptr) continue;
    const ActorMention& from = mentions[best->second];
    ActorMention m;
    m.pronoun = true;
    m.head = reference.head;
    m.first = reference.head;
    m.last = reference.head + 1;
    m.span = syntax.tokens[reference.head].span;
    m.entity = reference.entity + 1;
    m.plural = syntax.tokens[reference.head].features.number == Number::plural;
    hand_on(from, m);
    m.label = from.label;
    pronouns.push_back(std::move(m));
  }
  mentions.insert(mentions.end(), std::make_move_iterator(pronouns.begin()),
                  std::make_move_iterator(pronouns.end()));
  std::stable_sort(mentions.begin(), mentions.end(),
                   [](const ActorMention& a, const ActorMention& b) { return a.head < b.head; });
  for (const auto& [noun, possessive] : owners) {
    ActorMention* of = at_head(noun);
    const ActorMention* owner = at_head(possessive);
    if (of != nullptr && owner != nullptr && of->id.empty()) belong(*of, *owner);
  }
}

}  // namespace sitrep
