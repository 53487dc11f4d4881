#include "mentions/speech/cue_source.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace sitrep {
namespace {

using enum DependencyRelation;

// How far up a shared subject may stand: "said" <- "went on" <- "tried" ...
constexpr int ascents_max = 5;

// "it" that stands for a clause; "there".
bool stands_for_nobody(const SpeechTree& tree, TokenIndex t) {
  return tree.relation(t) == expl || tree.is(t, "there");
}

std::optional<TokenIndex> own_subject(const SpeechTree& tree, TokenIndex verb) {
  auto subject = tree.child(verb, {nsubj, nsubj_outer});
  if (subject && stands_for_nobody(tree, *subject)) return std::nullopt;
  return subject;
}

std::optional<TokenIndex> any_subject(const SpeechTree& tree, TokenIndex verb, int ascents) {
  for (; ascents > 0; --ascents) {
    if (tree.child(verb, {expl})) return std::nullopt;
    if (auto subject = tree.child(verb, {nsubj, nsubj_outer, nsubj_pass})) {
      if (stands_for_nobody(tree, *subject)) return std::nullopt;
      return subject;
    }
    switch (tree.relation(verb)) {
      case conj:
      case xcomp:
      case advcl:
        verb = tree.head(verb);
        break;
      case acl:
        return tree.head(verb);
      default:
        return std::nullopt;
    }
    if (tree.is_root(verb) && !tree.child(verb, {nsubj, nsubj_outer, nsubj_pass})) return std::nullopt;
  }
  return std::nullopt;
}

[[nodiscard]] bool nominal(const SpeechTree& tree, TokenIndex t) {
  WordTag tag = tree[t].tag;
  bool accusative = tree.is(t, "him") || tree.is(t, "them") || tree.is(t, "me") || tree.is(t, "us");
  return tag == WordTag::PROPN || tag == WordTag::NOUN || (tag == WordTag::PRON && !accusative);
}

// The phrase that stands right before the verb or right behind it, between the mark that ends its words and
// the verb: the parser may hang it on the words.
std::optional<TokenIndex> phrase_beside(const SpeechTree& tree, TokenIndex verb) {
  const ReadSentence& sentence = tree.syntax().sentence_of(verb);
  auto begin_of = [&](TokenIndex t) {
    TokenIndex first = tree.extent(t).first;
    while (first < t && tree.mark(first)) ++first;
    return first;
  };
  auto stands_off = [&](TokenIndex t) { return t == sentence.first || tree.mark(t - 1); };
  TokenIndex left = verb;
  while (left > sentence.first &&
         (tree.relation(left - 1) == aux || tree[left - 1].tag == WordTag::ADV || tree.is(left - 1, ","))) {
    --left;
  }
  if (left > sentence.first && !tree.mark(left - 1)) {
    TokenIndex t = left - 1;
    while (!tree.is_root(t) && tree.head(t) < left && !stands_off(begin_of(t))) t = tree.head(t);
    // "Kennedy, the undersecretary," with all that belongs to it
    while (!tree.is_root(t) && tree.head(t) < left && nominal(tree, tree.head(t)) &&
           stands_off(begin_of(tree.head(t))) && tree.extent(tree.head(t)).last <= verb) {
      t = tree.head(t);
    }
    TokenRange extent = tree.extent(t);
    if (nominal(tree, t) && extent.last <= verb && begin_of(t) > sentence.first && stands_off(begin_of(t)))
      return t;
  }
  if (verb > sentence.first && tree.mark(verb - 1) && verb + 1 < sentence.last) {
    TokenIndex t = verb + 1;
    while (!tree.is_root(t) && tree.head(t) > verb && tree.head(t) < sentence.last) t = tree.head(t);
    if (nominal(tree, t) && tree.extent(t).first == verb + 1) return t;
  }
  return std::nullopt;
}

}  // namespace

bool is_passive(const SpeechTree& tree, TokenIndex verb) {
  if (tree.child(verb, {aux_pass, nsubj_pass, obl_agent})) return true;
  // "Asked about the raid, Holm said"
  bool stands_free = tree.relation(verb) == advcl && !tree.child(verb, {aux, nsubj, mark});
  if (stands_free && tree[verb].fine_tag == FineTag::VBD) return true;
  if (tree[verb].fine_tag != FineTag::VBN) return false;
  if (tree.relation(verb) == acl || (tree.relation(verb) == advcl && !tree.child(verb, {aux, nsubj})))
    return true;
  return tree.relation(verb) == conj && is_passive(tree, tree.head(verb)) && !tree.child(verb, {aux, nsubj});
}

std::optional<TokenIndex> source_of_verb(const SpeechTree& tree, const TreeQuotes& quotes, TokenIndex verb) {
  if (is_passive(tree, verb)) return tree.child(verb, {obl_agent});
  auto subject = own_subject(tree, verb);
  // "“He left,” said Holm" has its subject outside the quotation.
  bool outside = !quotes.at(verb);
  auto apart = [&](TokenIndex t) { return outside && quotes.at(t) && !quotes.closes(t); };
  if (subject && !apart(*subject)) return subject;
  bool finite = tree[verb].features.verb_form == VerbForm::finite;
  if (!subject && tree.child(verb, {expl, csubj})) return std::nullopt;
  if (finite) {
    auto beside = phrase_beside(tree, verb);
    if (beside && !apart(*beside)) return beside;
  }
  if (subject) return std::nullopt;
  TokenIndex above = tree.head(verb);
  // "quoted Holm as saying", "was quoted as saying"
  if (tree.leader(verb) == "as" && (tree.lemma(above) == "quote" || tree.lemma(above) == "cite")) {
    return tree.child(above, {obj, nsubj_pass});
  }
  switch (tree.relation(verb)) {
    case conj:
      return any_subject(tree, above, ascents_max);
    case advcl:
      return any_subject(tree, above, ascents_max);
    case xcomp:
      // "urged them to say"
      if (auto object = tree.child(above, {obj, iobj}); object && tree.leader(verb) == "to") return object;
      return any_subject(tree, above, ascents_max);
    case acl:
      return above;
    default:
      return std::nullopt;
  }
}

std::optional<TokenIndex> light_verb_of(const SpeechTree& tree, TokenIndex noun) {
  static constexpr std::array<std::string_view, 34> verbs = {
      "make",   "issue", "give",  "offer", "raise",     "express",  "have",    "release", "deliver",
      "repeat", "voice", "renew", "join",  "take",      "show",     "receive", "publish", "send",
      "post",   "draw",  "hold",  "share", "reiterate", "put",      "bear",    "state",   "file",
      "lodge",  "level", "push",  "air",   "float",     "announce", "maintain"};
  if (tree.relation(noun) != obj) return std::nullopt;
  TokenIndex verb = tree.head(noun);
  if (std::find(verbs.begin(), verbs.end(), tree.lemma(verb)) == verbs.end()) return std::nullopt;
  return verb;
}

std::optional<TokenIndex> source_of_noun(const SpeechTree& tree, const TreeQuotes& quotes, TokenIndex noun) {
  if (auto owner = tree.child(noun, {nmod_poss})) return owner;
  for (TokenIndex c : tree.children(noun)) {
    if (tree.relation(c) != nmod) continue;
    if (tree.leader(c) == "by" || tree.leader(c) == "from" || tree.leader(c) == "among") return c;
  }
  if (auto verb = light_verb_of(tree, noun)) return source_of_verb(tree, quotes, *verb);
  return std::nullopt;
}

std::vector<TokenIndex> source_phrase(const SpeechTree& tree, TokenIndex head, TokenIndex cue) {
  std::vector<TokenIndex> without;
  // The cue's own clause, where it hangs on the source: "officials saying that".
  for (TokenIndex t = cue;; t = tree.head(t)) {
    if (t == head) break;
    if (tree.head(t) == head) without.push_back(t);
    if (tree.is_root(t)) break;
  }
  for (TokenIndex c : tree.children(head)) {
    DependencyRelation r = tree.relation(c);
    bool leads_in = r == case_ || r == mark || r == cc || r == parataxis || r == discourse || r == vocative;
    bool clause = r == cop || r == nsubj || r == nsubj_outer || r == aux || r == ccomp || r == advcl;
    if (leads_in || clause) without.push_back(c);
  }
  std::vector<TokenIndex> tokens = tree.hanging(head, without);
  // One stretch, around the head: what the parser hung on across the cue is none of it.
  auto at = std::lower_bound(tokens.begin(), tokens.end(), head);
  auto first = at;
  auto last = at + 1;
  auto joined = [&](TokenIndex from, TokenIndex to) {
    for (TokenIndex t = from + 1; t < to; ++t) {
      if (!tree.mark(t)) return false;
    }
    return true;
  };
  while (first != tokens.begin() && joined(*(first - 1), *first)) --first;
  while (last != tokens.end() && joined(*(last - 1), *last)) ++last;
  auto edge = [&](TokenIndex t) { return tree.mark(t) && !tree.is(t, ")") && !tree.is(t, "("); };
  while (last - first > 1 && edge(*(last - 1))) --last;
  while (last - first > 1 && tree.mark(*first)) ++first;
  return {first, last};
}

}  // namespace sitrep
