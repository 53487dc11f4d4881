#include "mentions/mention.h"

#include <algorithm>

namespace sitrep {

const ActorMention* actor_at(std::span<const ActorMention> mentions, TokenIndex head) {
  auto found = std::lower_bound(mentions.begin(), mentions.end(), head,
                                [](const ActorMention& m, TokenIndex token) { return m.head < token; });
  return found != mentions.end() && found->head == head ? &*found : nullptr;
}

const ActorMention* actor_around(std::span<const ActorMention> mentions, TokenIndex token) {
  // Phrases reach a few mentions far: those that hold the token have their heads near it.
  constexpr std::ptrdiff_t reach = 8;
  auto at = std::lower_bound(mentions.begin(), mentions.end(), token,
                             [](const ActorMention& m, TokenIndex t) { return m.head < t; });
  auto first = at - std::min(reach, at - mentions.begin());
  auto last = at + std::min(reach, mentions.end() - at);
  const ActorMention* best = nullptr;
  for (auto m = first; m != last; ++m) {
    if (token < m->first || token >= m->last) continue;
    if (best == nullptr || m->last - m->first < best->last - best->first) best = &*m;
  }
  return best;
}

}  // namespace sitrep
