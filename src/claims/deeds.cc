#include "claims/deeds.h"

#include <algorithm>

#include "base/among.h"

namespace sitrep {
namespace {

using R = DependencyRelation;

// Triggers of a sentence that one is held against; more are lists that nobody reads as one deed.
constexpr std::size_t neighbours_max = 24;

class Binder {
 public:
  Binder(const Tree& tree, const Codebook& book) : t_(tree), book_(book) {}

  std::vector<Deed> bind() {
    matches_ = find_triggers(t_, book_);
    owner_.assign(matches_.size(), none);
    std::size_t begin = 0;
    while (begin < matches_.size()) {
      const ReadSentence& sentence = t_.syntax().sentence_of(matches_[begin].token);
      std::size_t end = begin;
      while (end < matches_.size() && matches_[end].token < sentence.last) ++end;
      for (std::size_t i = begin; i < end; ++i) {
        bind_repeated(i, begin, end);
        bind_ended(i, end);
      }
      for (std::size_t i = begin; i < end; ++i) bind_outcome(i, begin, end);
      for (std::size_t i = begin; i < end; ++i) share_act(i, begin, end);
      begin = end;
    }
    std::vector<Deed> deeds;
    for (std::size_t i = 0; i < matches_.size(); ++i) {
      bool told = owner_[i] == none && !inside_verbal_act(i) && !is_foil(i) && !is_generic(i);
      if (told) deeds.push_back(deed_of(i));
    }
    return deeds;
  }

 private:
  // What owns a match: another one, none (it is a deed itself), or it is not told at all.
  static constexpr std::size_t none = ~std::size_t{0};
  static constexpr std::size_t untold = none - 1;

  Deed deed_of(std::size_t i) const {
    Deed deed;
    deed.main = matches_[i];
    for (std::size_t j = 0; j < matches_.size(); ++j) {
      if (owner_[j] == i) deed.outcomes.push_back(matches_[j]);
    }
    return deed;
  }

  // One happening in two nouns: "an exercise, a show of force", "through talks and negotiations".
  void bind_repeated(std::size_t i, std::size_t begin, std::size_t end) {
    const TriggerMatch& second = matches_[i];
    if (t_.is_verb(second.token)) return;
    TokenIndex head = second.words.front();
    for (TokenIndex word : second.words) {
      if (t_[word].relation == R::appos || t_[word].relation == R::conj) head = word;
    }
    bool apposed = t_[head].relation == R::appos;
    bool joined = t_[head].relation == R::conj && !t_.has_child(head, {R::nmod, R::nmod_poss});
    if (!apposed && !joined) return;
    for (std::size_t j = begin; j < end; ++j) {
      const TriggerMatch& first = matches_[j];
      if (j == i || owner_[j] == i || !among(t_[head].head, first.words)) continue;
      if (apposed || first.trigger->type == second.trigger->type) return own(i, j);
    }
  }

  // "The talks between Sava and Orlo collapsed", "the search for an agreement fizzled out": they are told by
  // their end, and whose they were is told of it.
  void bind_ended(std::size_t i, std::size_t end) {
    if (t_.is_verb(matches_[i].token)) return;
    for (std::size_t j = i + 1; j < end && j <= i + 3; ++j) {
      Slots& ending = matches_[j].slots;
      if (matches_[j].trigger->type != "talks_breakdown" || !is_ended(matches_[i], ending)) continue;
      for (const Filler& filler : matches_[i].slots.fillers) {
        if (filler.slot != "subj" && filler.slot != "obj") ending.fillers.push_back(filler);
      }
      owner_[i] = untold;
      return;
    }
  }

  [[nodiscard]] bool is_ended(const TriggerMatch& match, const Slots& ending) const {
    return std::any_of(ending.fillers.begin(), ending.fillers.end(), [&](const Filler& filler) {
      return filler.slot == "subj" && t_.below(match.token, filler.head);
    });
  }

  // "to negotiate rather than fight": told only to be set aside.
  [[nodiscard]] bool is_foil(std::size_t i) const {
    TokenIndex verb = matches_[i].slots.carrier;
    if (t_[verb].relation != R::conj) return false;
    auto joint = t_.child(verb, {R::cc});
    return joint && (t_[*joint].norm == "rather" || t_[*joint].norm == "instead");
  }

  // "those who want to fight", "anyone who tries to": whoever they may be.
  [[nodiscard]] bool is_generic(std::size_t i) const {
    TokenIndex at = matches_[i].slots.carrier;
    if (t_[at].relation != R::xcomp) return false;
    while (t_[at].relation == R::xcomp && !t_.is_root(at)) at = t_[at].head;
    static constexpr std::string_view whoever[] = {"those", "anyone", "anybody", "everyone", "whoever"};
    return t_[at].relation == R::acl_relcl && among(t_[t_[at].head].norm, whoever);
  }

  void bind_outcome(std::size_t i, std::size_t begin, std::size_t end) {
    const TriggerMatch& outcome = matches_[i];
    if (std::size_t weapon = told_by_subject(i, begin, end); weapon != none) return own(i, weapon);
    if (std::size_t act = told_by_verb(i, begin, end); act != none) return own(i, act);
    if (!is_outcome(outcome.trigger->type)) return;
    if (begin + neighbours_max < i) begin = i - neighbours_max;
    end = std::min(end, i + neighbours_max);
    std::size_t best = none;
    for (std::size_t j = begin; j < end; ++j) {
      if (j == i || owner_[j] != none) continue;
      const std::string& type = matches_[j].trigger->type;
      bool act = is_harmful(type) && !is_outcome(type);
      // "killed three and wounded five": of two outcomes the first is the deed.
      bool earlier = is_outcome(type) && (type == "killing" || j < i) && outcome.trigger->type != "killing";
      if (!act && !(earlier && beside(matches_[j], outcome))) continue;
      if (act && !bound(matches_[j], outcome)) continue;
      bool closer = best == none || (act && is_outcome(matches_[best].trigger->type)) ||
                    distance(matches_[j], outcome) < distance(matches_[best], outcome);
      if (closer) best = j;
    }
    if (best != none) own(i, best);
  }

  // "Three were killed and seven wounded in clashes": what follows both is of both.
  void share_act(std::size_t i, std::size_t begin, std::size_t end) {
    if (owner_[i] != none || !is_outcome(matches_[i].trigger->type)) return;
    for (std::size_t j = i + 1; j < end && j <= i + 2; ++j) {
      if (owner_[j] == none || owner_[j] == i || !is_outcome(matches_[j].trigger->type)) continue;
      const TriggerMatch& act = matches_[owner_[j]];
      TokenIndex carrier = matches_[j].slots.carrier;
      bool beside = t_[carrier].relation == R::conj && t_[carrier].head == matches_[i].slots.carrier;
      if (beside && act.token > carrier && !is_outcome(act.trigger->type) && owner_[j] >= begin)
        return own(i, owner_[j]);
    }
  }

  void own(std::size_t i, std::size_t by) {
    owner_[i] = by;
    for (std::size_t& owner : owner_) {
      if (owner == i) owner = by;
    }
  }

  // "Mortar fire hit the market", "the attack struck a base": the subject tells the deed more closely.
  [[nodiscard]] std::size_t told_by_subject(std::size_t i, std::size_t begin, std::size_t end) const {
    const TriggerMatch& match = matches_[i];
    if (!t_.is_verb(match.token) || !is_harmful(match.trigger->type)) return none;
    for (std::size_t j = begin; j < end; ++j) {
      if (j == i || owner_[j] != none || t_.is_verb(matches_[j].token)) continue;
      if (!is_harmful(matches_[j].trigger->type) || is_outcome(matches_[j].trigger->type)) continue;
      TokenIndex outer = outer_noun(t_, matches_[j].token);
      for (const Filler& filler : match.slots.fillers) {
        if (filler.slot == "subj" && (filler.head == matches_[j].token || filler.head == outer)) return j;
      }
    }
    return none;
  }

  // "threw a bomb": noun and verb tell one deed.
  [[nodiscard]] std::size_t told_by_verb(std::size_t i, std::size_t begin, std::size_t end) const {
    if (t_.is_verb(matches_[i].token) || is_outcome(matches_[i].trigger->type)) return none;
    for (std::size_t j = begin; j < end; ++j) {
      if (j == i || owner_[j] != none || !t_.is_verb(matches_[j].token)) continue;
      if (matches_[j].trigger->type != matches_[i].trigger->type) continue;
      for (const Filler& filler : matches_[j].slots.fillers) {
        if (filler.slot == "obj" && filler.head == outer_noun(t_, matches_[i].token)) return j;
      }
    }
    return none;
  }

  static TokenIndex distance(const TriggerMatch& a, const TriggerMatch& b) {
    return a.token > b.token ? a.token - b.token : b.token - a.token;
  }

  // Two verbs or nouns of one coordination: "killed and wounded", "killing 12 people and wounding five".
  [[nodiscard]] bool beside(const TriggerMatch& a, const TriggerMatch& b) const {
    TokenIndex x = a.slots.carrier;
    TokenIndex y = b.slots.carrier;
    if (t_[y].relation == R::conj &&
        (t_[y].head == x || (t_[x].relation == R::conj && t_[x].head == t_[y].head)))
      return same_subject(a, b);
    return false;
  }

  [[nodiscard]] bool same_subject(const TriggerMatch& a, const TriggerMatch& b) const {
    auto x = surface_subject(t_, a.slots.carrier);
    auto y = surface_subject(t_, b.slots.carrier);
    // "three were killed and five wounded": each counts its own.
    return !x || !y || *x == *y || t_.is_passive(a.slots.carrier);
  }

  // Whether an outcome is what came of the act: it stands in the act's clause, or the act in its.
  [[nodiscard]] bool bound(const TriggerMatch& act, const TriggerMatch& outcome) const {
    auto is_act = [&](TokenIndex i) {
      return i == act.token || i == act.slots.carrier || outer_noun(t_, act.token) == i;
    };
    for (const Filler& filler : outcome.slots.fillers) {
      if (!is_act(filler.head)) continue;
      static constexpr std::string_view ways[] = {"subj",    "in",   "during", "by",       "from",
                                                  "under",   "with", "at",     "on",       "after",
                                                  "through", "of",   "amid",   "following"};
      if (among(filler.slot, ways)) return true;
    }
    TokenIndex at = outcome.slots.carrier;
    for (int i = 0; i < 3 && !t_.is_root(at); ++i) {
      R relation = t_[at].relation;
      TokenIndex head = t_[at].head;
      bool way = relation == R::advcl || relation == R::acl || relation == R::acl_relcl ||
                 relation == R::conj || relation == R::xcomp || relation == R::obl || relation == R::obj ||
                 relation == R::nmod || relation == R::parataxis;
      if (!way) break;
      // "attacked the town, and police killed two": somebody else's deed.
      if (relation == R::conj && !same_subject(act, outcome)) break;
      if (is_act(head)) return true;
      if (relation == R::parataxis) break;
      // "the attack left nine dead", "the blast resulted in the death of": by the verb between them.
      if (t_.is_verb(head)) {
        for (TokenIndex c : t_.children(head)) {
          bool subject =
              t_[c].relation == R::nsubj || t_[c].relation == R::obl || t_[c].relation == R::obl_agent;
          if (subject && c != at && is_act(t_.is_relative(c) ? antecedent_of(t_, c).value_or(c) : c))
            return true;
        }
      }
      at = head;
    }
    // "were killed when shells hit the market".
    TokenIndex over = act.slots.carrier;
    for (int i = 0; i < 2 && !t_.is_root(over); ++i) {
      R relation = t_[over].relation;
      if (relation == R::advcl && t_[over].head == outcome.slots.carrier) return with_cause(over);
      if (relation != R::conj && relation != R::nsubj && relation != R::obj) break;
      over = t_[over].head;
    }
    return false;
  }

  // A clause of "when", "as", "after", "while"; not "before", "although", or "a day after".
  [[nodiscard]] bool with_cause(TokenIndex clause) const {
    auto mark = t_.child(clause, {R::mark, R::advmod});
    if (!mark) return true;
    static constexpr std::string_view words[] = {"when", "as", "after", "while", "by"};
    if (!among(t_[*mark].norm, words)) return false;
    return !t_.has_child(clause, {R::obl_unmarked, R::nmod_unmarked});
  }

  // The verbal acts whose content is no deed of its own: what is demanded, threatened, offered.
  [[nodiscard]] bool inside_verbal_act(std::size_t i) const {
    const TriggerMatch& match = matches_[i];
    for (std::size_t step = 0; step < neighbours_max && step < matches_.size(); ++step) {
      if (i < step + 1) break;
      const TriggerMatch& act = matches_[i - step - 1];
      if (act.token + 300 < match.token) break;
      if (content_of(act, match)) return true;
    }
    for (std::size_t j = i + 1; j < matches_.size() && j <= i + 3; ++j) {
      if (content_of(matches_[j], match)) return true;
    }
    return false;
  }

  [[nodiscard]] bool content_of(const TriggerMatch& act, const TriggerMatch& inner) const {
    const EventType* type = book_.find(act.trigger->type);
    bool unreal = type != nullptr && !type->modality.empty() && type->modality != "actual";
    if (!unreal || !type->verbal) return false;
    for (const Filler& filler : act.slots.fillers) {
      bool content = filler.slot == "comp";
      for (const FrameSlot& slot : act.trigger->frame) {
        content = content || (slot.fills == ClaimSlot::content && slot.slot == filler.slot);
      }
      if (!content || !t_.below(inner.slots.carrier, filler.head)) continue;
      // "after the first fights" inside it happened all the same.
      return !presupposed(inner, filler.head);
    }
    return false;
  }

  // A noun that dates or grounds the content rather than being asked for: "after the first fights",
  // "demanded that the murder of the envoy be investigated".
  [[nodiscard]] bool presupposed(const TriggerMatch& inner, TokenIndex content) const {
    if (t_.is_verb(inner.token) || inner.token == content) return false;
    TokenIndex at = inner.token;
    while (at != content && !t_.is_root(at)) {
      std::string preposition = t_.preposition_of(at);
      static constexpr std::string_view ways[] = {"after",  "since", "following", "before",
                                                  "during", "amid",  "despite"};
      if (among(preposition, ways)) return true;
      at = t_[at].head;
    }
    static constexpr std::string_view ends[] = {"stop",  "end",     "cease",  "halt",    "suspend",
                                                "carry", "launch",  "start",  "begin",   "renew",
                                                "hold",  "conduct", "resume", "prevent", "avoid"};
    bool definite = false;
    for (TokenIndex c : t_.children(inner.token)) {
      definite =
          definite || (t_[c].relation == R::det && t_[c].norm == "the") || t_[c].relation == R::nmod_poss;
    }
    TokenIndex over = t_[outer_noun(t_, inner.token)].head;
    return definite && is_harmful(inner.trigger->type) && !among(t_[over].lemma, ends) &&
           !among(t_[inner.slots.carrier].lemma, ends);
  }

  const Tree& t_;
  const Codebook& book_;
  std::vector<TriggerMatch> matches_;
  std::vector<std::size_t> owner_;
};

}  // namespace

bool Deed::owns(TokenIndex token) const {
  auto of = [&](const TriggerMatch& match) {
    return match.slots.carrier == token ||
           std::find(match.words.begin(), match.words.end(), token) != match.words.end();
  };
  return of(main) || std::any_of(outcomes.begin(), outcomes.end(), of);
}

bool is_outcome(std::string_view type) {
  return type == "killing" || type == "death" || type == "injury" || type == "destruction";
}

bool is_harmful(std::string_view type) {
  static constexpr std::string_view types[] = {
      "air_strike", "ambush",   "arson",  "assassination",   "attack",    "bombing",    "ceasefire_violation",
      "clash",      "coup",     "death",  "destruction",     "execution", "injury",     "killing",
      "massacre",   "mine",     "mutiny", "protest",         "raid",      "repression", "riot",
      "sabotage",   "shelling", "siege",  "suicide_bombing", "torture",   "abduction"};
  return among(type, types);
}

std::vector<Deed> find_deeds(const Tree& tree, const Codebook& book) { return Binder(tree, book).bind(); }

}  // namespace sitrep
