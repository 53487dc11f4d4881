#include "claims/triggers.h"

#include <algorithm>
#include <string>

namespace sitrep {
namespace {

using R = DependencyRelation;

// Strong triggers that make a report one about conflict, so that its weak ones count too.
constexpr std::size_t strong_triggers_min = 2;

class Matcher {
 public:
  Matcher(const Tree& tree, const Codebook& book) : t_(tree), book_(book), taken_(tree.size(), false) {}

  std::vector<TriggerMatch> find() {
    for (TokenIndex i = 0; i < t_.size(); ++i) {
      if (!taken_[i]) at(i);
    }
    std::size_t strong = 0;
    for (const TriggerMatch& match : found_) strong += match.trigger->weak ? 0 : 1;
    if (strong < strong_triggers_min) {
      found_.erase(std::remove_if(found_.begin(), found_.end(),
                                  [&](const TriggerMatch& match) { return weak_alone(match); }),
                   found_.end());
    }
    std::sort(found_.begin(), found_.end(),
              [](const TriggerMatch& a, const TriggerMatch& b) { return a.token < b.token; });
    return std::move(found_);
  }

 private:
  void at(TokenIndex i) {
    const Token& token = t_[i];
    if (token.tag == WordTag::PUNCT || token.tag == WordTag::DET) return;
    if (try_all(i, token.lemma)) return;
    if (token.norm != token.lemma) try_all(i, token.norm);
  }

  bool try_all(TokenIndex i, const std::string& first) {
    for (const Trigger& trigger : book_.triggers_of(first)) {
      TriggerMatch match;
      match.trigger = &trigger;
      bool holds = trigger.word_class == TriggerClass::verb        ? verb(i, trigger, match)
                   : trigger.word_class == TriggerClass::noun      ? noun(i, trigger, match)
                   : trigger.word_class == TriggerClass::adjective ? adjective(i, trigger, match)
                                                                   : phrase(i, trigger, match);
      if (!holds || std::any_of(match.words.begin(), match.words.end(),
                                [&](TokenIndex w) { return taken_[w] && w != i; })) {
        continue;
      }
      match.slots = slots_of(t_, book_, match.token);
      if (trigger.word_class == TriggerClass::verb) add_of_own_nouns(match);
      if (!conditions_hold(match)) continue;
      for (TokenIndex w : match.words) taken_[w] = true;
      found_.push_back(std::move(match));
      return true;
    }
    return false;
  }

  // "imposed sanctions on two officers", "the army's search of the house": what hangs on a noun of the
  // trigger's own hangs on the trigger. Slots that the verb fills itself stay.
  void add_of_own_nouns(TriggerMatch& match) const {
    std::vector<Filler> more;
    for (TokenIndex word : match.words) {
      if (word == match.token || !t_.is_nominal(word)) continue;
      for (Filler& filler : slots_of(t_, book_, word).fillers) {
        bool before = filler.slot == "poss" || filler.slot == "compound" || filler.slot == "adj";
        bool own = std::find(match.words.begin(), match.words.end(), filler.head) != match.words.end();
        bool of_verb = filler.slot == "subj" || filler.slot == "obj" || filler.slot == "iobj";
        if (!before && !own && !of_verb && !match.slots.has(filler.slot)) more.push_back(std::move(filler));
      }
    }
    for (Filler& filler : more) match.slots.fillers.push_back(std::move(filler));
  }

  [[nodiscard]] bool is(TokenIndex i, const std::string& word) const {
    return t_[i].lemma == word || t_[i].norm == word;
  }

  bool verb(TokenIndex i, const Trigger& trigger, TriggerMatch& match) const {
    if (!t_.is_verb(i) && !(t_[i].tag == WordTag::ADJ && t_[i].fine_tag == FineTag::VBN)) return false;
    match.token = i;
    match.words = {i};
    const ReadSentence& sentence = t_.syntax().sentence_of(i);
    std::vector<TokenIndex> near{i};
    for (std::size_t w = 1; w < trigger.lemmas.size(); ++w) {
      auto found = hanging(near, trigger.lemmas[w], match.words, sentence);
      if (!found) return false;
      match.words.push_back(*found);
      near.push_back(*found);
      if (t_[*found].relation == R::case_ || t_[*found].relation == R::mark) near.push_back(t_[*found].head);
    }
    std::sort(match.words.begin(), match.words.end());
    return true;
  }

  // A word that hangs on one of `near`, or marks what hangs on one.
  [[nodiscard]] std::optional<TokenIndex> hanging(const std::vector<TokenIndex>& near,
                                                  const std::string& word,
                                                  const std::vector<TokenIndex>& used,
                                                  const ReadSentence& sentence) const {
    auto on = [&](TokenIndex i) { return std::find(near.begin(), near.end(), i) != near.end(); };
    auto fresh = [&](TokenIndex i) {
      return is(i, word) && std::find(used.begin(), used.end(), i) == used.end();
    };
    for (TokenIndex i : near) {
      if (fresh(i)) return i;  // the noun whose preposition was found: "set on fire"
      for (TokenIndex c : t_.children(i)) {
        if (t_[c].relation == R::punct || c >= sentence.last) continue;
        bool clause =
            t_[c].relation == R::advcl || t_[c].relation == R::ccomp || t_[c].relation == R::acl_relcl;
        if (fresh(c) && !clause && t_[c].relation != R::nsubj) return c;
        bool marks = t_[c].relation == R::obl || t_[c].relation == R::obl_agent ||
                     t_[c].relation == R::xcomp || t_[c].relation == R::advcl ||
                     t_[c].relation == R::advmod || t_[c].relation == R::nmod;
        if (!marks) continue;
        for (TokenIndex m : t_.children(c)) {
          bool marker = t_[m].relation == R::case_ || t_[m].relation == R::mark;
          if (marker && fresh(m) && !on(c)) return m;
        }
      }
    }
    // "that rebels launched", "which he committed": the object is the noun before.
    TokenIndex verb = near.front();
    if (t_[verb].relation == R::acl_relcl || t_[verb].relation == R::acl) {
      if (fresh(t_[verb].head) && t_.is_nominal(t_[verb].head)) return t_[verb].head;
    }
    return std::nullopt;
  }

  // The words one after the other, hyphens between them or not.
  [[nodiscard]] bool in_a_row(TokenIndex i, const Trigger& trigger, std::vector<TokenIndex>& words) const {
    const ReadSentence& sentence = t_.syntax().sentence_of(i);
    std::size_t w = 0;
    TokenIndex at = i;
    while (w < trigger.lemmas.size() && at < sentence.last) {
      if (w > 0 && t_[at].norm == "-" && t_[at].span.begin == t_[at - 1].span.end) {
        words.push_back(at++);
        continue;
      }
      if (!is(at, trigger.lemmas[w])) return false;
      words.push_back(at++);
      ++w;
    }
    return w == trigger.lemmas.size();
  }

  bool noun(TokenIndex i, const Trigger& trigger, TriggerMatch& match) const {
    if (!in_a_row(i, trigger, match.words)) return false;
    match.token = match.words.back();
    WordTag tag = t_[match.token].tag;
    if (tag != WordTag::NOUN && tag != WordTag::PROPN) {
      // "the shelling of": a form in -ing before "of" that the tagger took for a verb.
      bool gerund =
          t_[match.token].fine_tag == FineTag::VBG && t_.has_child(match.token, {R::det, R::nmod_poss});
      if (!gerund) return false;
    }
    // "attack helicopter", "bomb squad": the word tells what kind of thing another is. "car bomb" and its
    // like are triggers of their own.
    bool modifies = t_[match.token].relation == R::compound;
    return !modifies || event_headed(t_[match.token].head);
  }

  // "bombing campaign", "protest march": nouns that happen. Here the noun before them tells what.
  [[nodiscard]] bool event_headed(TokenIndex head) const {
    static constexpr std::string_view heads[] = {"attack", "attempt",   "campaign", "case",  "incident",
                                                 "march",  "operation", "raid",     "spree", "victim",
                                                 "wave",   "death",     "casualty", "scene", "site",
                                                 "plot",   "suspect",   "activity", "action"};
    return std::find(std::begin(heads), std::end(heads), t_[head].lemma) != std::end(heads);
  }

  bool adjective(TokenIndex i, const Trigger& trigger, TriggerMatch& match) const {
    if (t_[i].tag != WordTag::ADJ && !t_.is_verb(i)) return false;
    if (!in_a_row(i, trigger, match.words)) return false;
    match.token = match.words.front();
    return true;
  }

  bool phrase(TokenIndex i, const Trigger& trigger, TriggerMatch& match) const {
    if (!in_a_row(i, trigger, match.words)) return false;
    auto head = t_.head_of(cover(t_[match.words.front()].span, t_[match.words.back()].span));
    match.token = head.value_or(match.words.front());
    return true;
  }

  [[nodiscard]] bool conditions_hold(const TriggerMatch& match) const {
    return std::all_of(match.trigger->conditions.begin(), match.trigger->conditions.end(),
                       [&](const Condition& c) { return holds(c, match.slots); });
  }

  [[nodiscard]] bool holds(const Condition& condition, const Slots& slots) const {
    bool filled = slots.has(condition.slot);
    bool fits = (condition.any && filled) || (condition.none && !filled);
    for (const Filler& filler : slots.fillers) {
      if (filler.slot != condition.slot) continue;
      fits = fits || fits_one(condition, filler.head);
      // "hundreds of men", "a group of soldiers": what is counted.
      auto counted = counted_by(t_, filler.head);
      fits = fits || (counted && fits_one(condition, *counted));
    }
    return condition.negated ? !fits : fits;
  }

  [[nodiscard]] bool fits_one(const Condition& condition, TokenIndex head) const {
    const Token& token = t_[head];
    return std::any_of(condition.lemmas.begin(), condition.lemmas.end(),
                       [&](const std::string& l) { return token.lemma == l || token.norm == l; }) ||
           std::any_of(condition.kinds.begin(), condition.kinds.end(), [&](const std::string& kind) {
             // Who is called by name alone ("Volen recognised the council") acts as those in office do.
             bool named = kind == "official" && is_of_kind(t_, book_, head, "person") &&
                          t_[head].tag == WordTag::PROPN;
             return named || is_of_kind(t_, book_, head, kind);
           });
  }

  [[nodiscard]] bool weak_alone(const TriggerMatch& match) const {
    if (!match.trigger->weak) return false;
    return std::none_of(match.slots.fillers.begin(), match.slots.fillers.end(), [&](const Filler& filler) {
      return filler.slot != "comp" && is_party(t_, book_, filler.head);
    });
  }

  const Tree& t_;
  const Codebook& book_;
  std::vector<bool> taken_;
  std::vector<TriggerMatch> found_;
};

}  // namespace

namespace {

// "Orlo said it would allow": "it" is of the kind of the state or body that it means; null where it means
// another.
const Name* body_meant_by(const Tree& tree, TokenIndex pronoun) {
  const Name* name = tree.party_at(pronoun);
  bool body = name != nullptr && (name->kind == NameKind::place || name->kind == NameKind::organisation);
  return body ? name : nullptr;
}

}  // namespace

bool is_of_kind(const Tree& tree, const Codebook& book, TokenIndex head, std::string_view kind) {
  const Token& token = tree[head];
  if (const Name* name = token.norm == "it" ? body_meant_by(tree, head) : tree.name_at(head)) {
    switch (name->kind) {
      case NameKind::person:
      case NameKind::title:
        if (kind == "person" || kind == "people") return true;
        break;
      case NameKind::organisation:
        if (kind == "organisation") return true;
        break;
      case NameKind::armed_group:
        if (kind == "organisation" || kind == "armed") return true;
        break;
      case NameKind::place:
        if (kind == "place" || kind == "locality") return true;
        break;
      case NameKind::group:
        if (kind == "people") return true;
        break;
      case NameKind::weapon:
        if (kind == "weapon") return true;
        break;
      default:
        break;
    }
  }
  if (token.tag == WordTag::PRON && (kind == "person" || kind == "people")) {
    if (token.norm == "he" || token.norm == "she" || token.norm == "him" || token.norm == "her" ||
        token.norm == "who" || token.norm == "them" || token.norm == "they") {
      return true;
    }
  }
  // "dynamite sticks", "a kilo of explosives": what is measured counts.
  if (kind == "explosive" || kind == "projectile" || kind == "weapon") {
    static constexpr std::string_view measures[] = {"stick", "kilo",   "kilogram", "kg",
                                                    "pound", "charge", "load"};
    if (std::find(std::begin(measures), std::end(measures), token.lemma) != std::end(measures)) {
      for (TokenIndex c : tree.children(head)) {
        bool measured = tree[c].relation == R::compound ||
                        (tree[c].relation == R::nmod && tree.preposition_of(c) == "of");
        if (measured && book.is_of_kind(tree[c].lemma, kind)) return true;
      }
    }
  }
  // "two were killed", "three of the villagers": people unless said otherwise.
  if (token.tag == WordTag::NUM && kind == "people") return true;
  return book.is_of_kind(token.lemma, kind) || book.is_of_kind(token.norm, kind);
}

bool is_party(const Tree& tree, const Codebook& book, TokenIndex head) {
  for (std::string_view kind : {"armed", "force", "official", "crowd"}) {
    if (is_of_kind(tree, book, head, kind)) return true;
  }
  const Name* name = tree.name_at(head);
  return name != nullptr && name->kind == NameKind::group;
}

std::vector<TriggerMatch> find_triggers(const Tree& tree, const Codebook& book) {
  return Matcher(tree, book).find();
}

}  // namespace sitrep
