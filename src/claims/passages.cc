#include "claims/passages.h"

#include <algorithm>
#include <iterator>

namespace sitrep {
namespace {

using R = DependencyRelation;

// Pieces looked back at for the one that holds a span; words of others nest no deeper.
constexpr int pieces_back_max = 64;
// Steps from a figure's cue up to a deed.
constexpr int steps_max = 4;

}  // namespace

Passages::Passages(const Discourse& discourse) {
  for (std::uint32_t u = 0; u < discourse.utterances.size(); ++u) {
    const SpeechMention& speech = discourse.utterances[u].speech;
    for (Span piece : speech.content) pieces_.push_back({piece, u});
    if (speech.cue && !speech.continues) cues_.push_back({*speech.cue, u});
  }
  auto earlier = [](const Piece& a, const Piece& b) { return a.span.begin < b.span.begin; };
  std::stable_sort(pieces_.begin(), pieces_.end(), earlier);
  std::stable_sort(cues_.begin(), cues_.end(), earlier);
}

std::uint32_t Passages::of(Span span) const {
  auto at = std::partition_point(pieces_.begin(), pieces_.end(),
                                 [&](const Piece& piece) { return piece.span.begin <= span.begin; });
  const Piece* best = nullptr;
  for (int i = 0; i < pieces_back_max && at != pieces_.begin(); ++i) {
    --at;
    if (!at->span.contains(span)) continue;
    if (best == nullptr || at->span.size() < best->span.size()) best = &*at;
  }
  return best == nullptr ? no_utterance : best->utterance;
}

std::uint32_t Passages::with_cue(Span span) const {
  auto at = std::partition_point(cues_.begin(), cues_.end(),
                                 [&](const Piece& piece) { return piece.span.begin <= span.begin; });
  if (at == cues_.begin()) return no_utterance;
  --at;
  return at->span.contains(span) ? at->utterance : no_utterance;
}

std::vector<std::vector<std::uint32_t>> figures_of_deeds(const Tree& tree,
                                                         const std::vector<FigureMention>& figures,
                                                         const std::vector<Deed>& deeds,
                                                         const Analysis& analysis) {
  std::vector<std::vector<std::uint32_t>> out(deeds.size());
  for (std::uint32_t f = 0; f < figures.size(); ++f) {
    TokenIndex at = tree.token_at(analysis.word(figures[f].cue).span.begin);
    if (at >= tree.size()) continue;
    const ReadSentence& sentence = tree.syntax().sentence_of(at);
    auto first = std::partition_point(deeds.begin(), deeds.end(),
                                      [&](const Deed& d) { return d.token() < sentence.first; });
    auto owner = [&](TokenIndex token) {
      auto d = first;
      while (d != deeds.end() && d->token() < sentence.last && !d->owns(token)) ++d;
      return d != deeds.end() && d->token() < sentence.last ? d : deeds.end();
    };
    auto found = owner(at);
    for (int i = 0; i < steps_max && found == deeds.end() && !tree.is_root(at); ++i) {
      R relation = tree[at].relation;
      if (relation == R::acl_relcl || relation == R::parataxis || relation == R::ccomp) break;
      at = tree[at].head;
      found = owner(at);
      if (found != deeds.end() || !tree.is_verb(at)) continue;
      // "the attack left 12 dead": the deed is the subject.
      for (TokenIndex c : tree.children(at)) {
        if (tree[c].relation == R::nsubj && found == deeds.end()) found = owner(c);
      }
    }
    if (found != deeds.end() && is_harmful(found->main.trigger->type)) {
      out[static_cast<std::size_t>(found - deeds.begin())].push_back(f);
    } else if (found != deeds.end() && found->owns(tree.token_at(analysis.word(figures[f].cue).span.begin))) {
      out[static_cast<std::size_t>(found - deeds.begin())].push_back(f);
    }
  }
  return out;
}

bool of_hearsay(const Tree& tree, TokenIndex word) {
  static constexpr std::string_view nouns[] = {"claim",      "allegation", "rumour",    "rumor",
                                               "accusation", "report",     "assertion", "suggestion",
                                               "fear",       "statement",  "word"};
  TokenIndex at = word;
  for (int i = 0; i < steps_max && !tree.is_root(at); ++i) {
    R relation = tree[at].relation;
    TokenIndex head = tree[at].head;
    bool content = relation == R::acl || relation == R::ccomp || relation == R::nmod;
    bool noun = tree[head].tag == WordTag::NOUN &&
                std::find(std::begin(nouns), std::end(nouns), tree[head].lemma) != std::end(nouns);
    if (content && noun) return true;
    at = head;
  }
  return false;
}

}  // namespace sitrep
