#include "claims/slots.h"

#include <algorithm>

#include "base/among.h"
#include "base/limits.h"

namespace sitrep {
namespace {

using R = DependencyRelation;

// Steps that a subject is looked for: "wants to try to ..." goes no deeper in what people write.
constexpr int steps_max = 8;

// Nouns that stand before "of" and the event they count or frame.
bool is_shell(std::string_view lemma) {
  return among(
      lemma,
      {"series",     "wave",         "string",   "spate",      "number",   "campaign", "act",        "round",
       "spree",      "kind",         "type",     "form",       "case",     "dozen",    "score",      "pair",
       "succession", "incident",     "outbreak", "escalation", "cycle",    "bout",     "barrage",    "day",
       "week",       "month",        "hour",     "intensity",  "increase", "surge",    "resumption", "start",
       "end",        "continuation", "lot",      "couple",     "hundred",  "thousand", "majority",   "scene",
       "operation",  "attempt",      "crime",    "many",       "several",  "most",     "some",       "each",
       "one",        "all",          "set",      "package"});
}

// Verbs whose object, not subject, is to do what follows: "ordered them to fire".
bool controls_by_object(std::string_view lemma) { return lemma != "promise" && lemma != "threaten"; }

class Finder {
 public:
  Finder(const Tree& tree, const Codebook& book) : t_(tree), book_(book) {}

  Slots find(TokenIndex word) {
    slots_.carrier = word;
    if (t_.is_verb(word)) {
      of_verb(word);
    } else if (t_[word].tag == WordTag::ADJ) {
      of_adjective(word);
    } else if (t_.is_nominal(word)) {
      of_noun(word);
    }
    return std::move(slots_);
  }

 private:
  void add(std::string_view slot, TokenIndex head, std::string_view how, bool coordinated = true) {
    if (slots_.fillers.size() >= limits::claim_fillers_max) return;
    if (t_.is_relative(head)) {
      auto noun = antecedent_of(t_, head);
      if (!noun) return;
      head = *noun;
      how = "through a relative clause";
    }
    for (const Filler& known : slots_.fillers) {
      if (known.head == head && known.slot == slot) return;
    }
    slots_.fillers.push_back({std::string(slot), head, how});
    if (!coordinated) return;
    for (TokenIndex c : t_.children(head)) {
      if (t_[c].relation == R::conj && t_.is_nominal(c)) add(slot, c, how, true);
      // "nine people, including the mayor": they are some of those who fill the slot.
      bool some =
          t_[c].relation == R::nmod && t_.is_nominal(c) && c > head &&
          (slot == "obj" || slot == "of" || slot == "subj") &&
          among(t_.preposition_of(c), {"including", "among", "along with", "together with", "as well as"});
      if (some) add(slot, c, "told among them", true);
    }
  }

  // The objects and obliques that hang on a verb itself.
  void add_own(TokenIndex verb, bool passive, std::string_view how) {
    for (TokenIndex c : t_.children(verb)) {
      switch (t_[c].relation) {
        case R::obj:
          add("obj", c, how);
          break;
        case R::iobj:
          add("iobj", c, how);
          break;
        case R::obl_agent:
          add("subj", c, "agent of a passive");
          break;
        case R::obl:
        case R::nmod:
          add_oblique(c, passive, how);
          break;
        case R::ccomp:
        case R::xcomp:
          add("comp", c, how, false);
          break;
        default:
          break;
      }
    }
    for (TokenIndex c : t_.children(verb)) {
      bool infinitive = t_[c].relation == R::advcl && t_[c].features.verb_form == VerbForm::infinitive;
      if (infinitive && !slots_.has("comp")) add("comp", c, how, false);
    }
  }

  void add_oblique(TokenIndex noun, bool passive, std::string_view how) {
    std::string preposition = t_.preposition_of(noun);
    if (preposition.empty() || is_time(noun)) return;
    if (preposition == "by" && passive) {
      add("subj", noun, "agent of a passive");
    } else {
      add(preposition, noun, how);
    }
  }

  [[nodiscard]] bool is_time(TokenIndex noun) const {
    const Name* name = t_.name_at(noun);
    return name != nullptr && name->kind == NameKind::date;
  }

  // What a passive's subject undergoes, an active one's does.
  void add_surface(TokenIndex subject, bool passive, std::string_view how) {
    add(passive ? "obj" : "subj", subject, how);
  }

  // Of "was beaten and killed" the second is as passive as the first.
  [[nodiscard]] bool passive_of(TokenIndex verb) const {
    if (t_.is_passive(verb)) return true;
    const Token& token = t_[verb];
    return token.relation == R::conj && t_.is_verb(token.head) && token.fine_tag == FineTag::VBN &&
           t_.is_passive(token.head) && !t_.has_child(verb, {R::obj, R::nsubj, R::aux});
  }

  void of_verb(TokenIndex verb) {
    bool passive = passive_of(verb);
    for (TokenIndex c : t_.children(verb)) {
      if (t_[c].relation == R::nsubj) add_surface(c, false, "subject");
      if (t_[c].relation == R::nsubj_pass) add_surface(c, true, "subject of a passive");
    }
    add_own(verb, passive, "hangs on the verb");
    if (!slots_.has(passive ? "obj" : "subj")) {
      if (t_[verb].relation == R::amod) {
        add("obj", t_[verb].head, "participle before the noun");
      } else if (auto person = person_before(verb)) {
        add_surface(*person, passive, "the person named before the participle");
      } else if (auto subject = surface_subject(t_, verb)) {
        add_surface(*subject, passive, "shared or controlled");
      }
    }
    share_objects(verb, passive);
    add_roles(verb, "subj", "obj");
  }

  // "the son of Henrik Stahl, murdered in 2021": who can only befall a person befell the nearest one, however
  // the tree hangs it.
  [[nodiscard]] std::optional<TokenIndex> person_before(TokenIndex verb) const {
    bool apposed = t_[verb].relation == R::acl && t_[verb].fine_tag == FineTag::VBN && verb > 1 &&
                   t_[verb - 1].norm == ",";
    bool of_persons = among(t_[verb].lemma,
                            {"assassinate", "murder", "kill", "arrest", "execute", "kidnap", "abduct", "slay",
                             "imprison", "jail", "behead", "hang", "wound", "injure", "behead", "detain"});
    if (!apposed || !of_persons) return std::nullopt;
    const Name* name = t_.name_at(verb - 2);
    if (name == nullptr || name->kind != NameKind::person) return std::nullopt;
    return name->head;
  }

  // "killed and wounded five villagers", "attacked and burned the church".
  void share_objects(TokenIndex verb, bool passive) {
    if (passive || slots_.has("obj")) return;
    const Token& token = t_[verb];
    if (token.relation == R::conj && t_.is_verb(token.head)) {
      for (TokenIndex c : t_.children(token.head)) {
        if (t_[c].relation == R::obj && c > verb) add("obj", c, "shared with a verb beside it");
      }
    }
    for (TokenIndex c : t_.children(verb)) {
      if (t_[c].relation != R::conj || !t_.is_verb(c) || c - verb > 3 || t_.is_passive(c)) continue;
      if (auto object = t_.child(c, {R::obj})) add("obj", *object, "shared with a verb beside it");
    }
  }

  // Semantic roles where the tree tells no subject or object.
  void add_roles(TokenIndex word, std::string_view actor_slot, std::string_view target_slot) {
    const Predicate* predicate = t_.predicate_at(word);
    if (predicate == nullptr) return;
    for (const Argument& argument : predicate->arguments) {
      if (argument.label.form != RoleForm::plain || !t_.is_nominal(argument.head)) continue;
      if (t_.is_relative(argument.head) || is_time(argument.head)) continue;
      std::string_view slot = argument.label.role == Role::ARG0   ? actor_slot
                              : argument.label.role == Role::ARG1 ? target_slot
                                                                  : std::string_view{};
      if (slot.empty() || slots_.has(slot) || argument.score < 0.5F) continue;
      if (known(argument.head)) continue;
      add(slot, argument.head, "semantic role");
    }
  }

  [[nodiscard]] bool known(TokenIndex head) const {
    return std::any_of(slots_.fillers.begin(), slots_.fillers.end(),
                       [&](const Filler& f) { return f.head == head; });
  }

  void of_adjective(TokenIndex word) {
    const Token& token = t_[word];
    if (token.relation == R::amod) add("obj", token.head, "word before the noun");
    for (TokenIndex c : t_.children(word)) {
      if (t_[c].relation == R::nsubj || t_[c].relation == R::nsubj_pass) {
        add("subj", c, "subject");
        add("obj", c, "subject");
      }
      if (t_[c].relation == R::obl || t_[c].relation == R::nmod) add_oblique(c, false, "hangs on the word");
    }
    if (token.relation == R::xcomp || token.relation == R::conj) {
      // "left nine people dead": of the verb's object, else of its subject.
      TokenIndex verb = token.head;
      if (auto object = token.relation == R::xcomp ? t_.child(verb, {R::obj}) : std::nullopt) {
        add("obj", *object, "said of the object");
      } else if (auto subject = surface_subject(t_, word)) {
        add("obj", *subject, "said of the subject");
      }
    }
  }

  void of_noun(TokenIndex noun) {
    add_modifiers(noun, "hangs on the noun");
    const Token& token = t_[noun];
    if (token.relation == R::conj && t_.is_nominal(token.head)) {
      // "the killing and wounding of civilians": what follows both is of both.
      for (TokenIndex c : t_.children(token.head)) {
        if (t_[c].relation == R::nmod && c > noun) add_oblique(c, false, "shared with the noun beside it");
      }
    }
    for (TokenIndex c : t_.children(noun)) {
      if (t_[c].relation != R::conj || c - noun > 3) continue;
      for (TokenIndex m : t_.children(c)) {
        if (t_[m].relation == R::nmod) add_oblique(m, false, "shared with the noun beside it");
      }
    }
    add_strayed(noun);
    TokenIndex outer = outer_noun(t_, noun);
    if (outer != noun) add_modifiers(outer, "hangs on the phrase that counts the noun");
    add_aim(outer);
    by_carrier(outer);
    if (slots_.carrier == outer) slots_.carrier = noun;
    bool actor = slots_.has("subj") || slots_.has("by") || slots_.has("poss") || slots_.has("compound") ||
                 slots_.has("adj");
    bool target = slots_.has("obj") || slots_.has("of") || slots_.has("on") || slots_.has("against");
    add_roles(noun, actor ? "" : "subj", target ? "" : "obj");
  }

  // "an attack by rebels on the barracks": whom it was on hangs on the rebels, as trees often have it.
  void add_strayed(TokenIndex noun) {
    std::size_t own = slots_.fillers.size();
    for (std::size_t i = 0; i < own; ++i) {
      const Filler filler = slots_.fillers[i];
      if (filler.slot != "by" && filler.slot != "of") continue;
      for (TokenIndex c : t_.children(filler.head)) {
        if (t_[c].relation != R::nmod || c < noun) continue;
        std::string preposition = t_.preposition_of(c);
        bool of_event = among(preposition, {"on", "against", "by", "upon"}) && !slots_.has(preposition);
        if (of_event && !is_time(c)) add(preposition, c, "hangs on the phrase before it");
      }
    }
  }

  void add_modifiers(TokenIndex noun, std::string_view how) {
    for (TokenIndex c : t_.children(noun)) {
      switch (t_[c].relation) {
        case R::nmod:
          if (!t_.below(slots_.carrier, c)) add_oblique(c, false, how);
          if (auto slot = slot_of_name(noun, c)) add(*slot, c, "the name behind the noun");
          break;
        case R::nmod_poss:
          if (!is_time(c)) add("poss", c, how);
          break;
        case R::compound:
        case R::nmod_desc:
          add("compound", c, how);
          break;
        case R::amod:
          add("adj", c, how);
          break;
        case R::acl:
          // "the attack carried out by rebels".
          if (t_.is_verb(c) && is_participle(c)) with_carrier(c, noun);
          break;
        case R::acl_relcl:
          if (t_.is_verb(c)) with_carrier(c, noun);
          break;
        default:
          break;
      }
    }
  }

  // "the killing of the priests Ola Berg and Ivo Holm": names that the tree hangs beside their noun.
  [[nodiscard]] std::optional<std::string> slot_of_name(TokenIndex noun, TokenIndex name) const {
    const Name* own = t_.name_at(name);
    if (own == nullptr || own->kind != NameKind::person || !t_.preposition_of(name).empty())
      return std::nullopt;
    if (name == 0 || t_[name - 1].head != noun || t_[name - 1].relation != R::nmod) return std::nullopt;
    std::string slot = t_.preposition_of(name - 1);
    return slot.empty() ? std::nullopt : std::optional(slot);
  }

  // "The school was the target of an attack."
  void add_aim(TokenIndex noun) {
    TokenIndex aim = t_[noun].head;
    if (t_.is_root(noun) || t_[noun].relation != R::nmod || t_.preposition_of(noun) != "of") return;
    if (!among(t_[aim].lemma, {"target", "victim", "object"})) return;
    if (!t_.has_child(aim, {R::cop})) return;
    if (auto subject = surface_subject(t_, aim)) add("obj", *subject, "told to be its aim");
  }

  // Also one that the tagger took for a past tense: "the attack, carried out with rifles, was ...".
  [[nodiscard]] bool is_participle(TokenIndex verb) const {
    if (t_[verb].fine_tag == FineTag::VBN) return true;
    return t_[verb].fine_tag == FineTag::VBD && !t_.has_child(verb, {R::nsubj, R::nsubj_pass, R::obj});
  }

  // The verb whose argument the noun is.
  void by_carrier(TokenIndex noun) {
    TokenIndex top = noun;
    for (int i = 0; i < steps_max && t_[top].relation == R::conj && t_.is_nominal(t_[top].head); ++i) {
      top = t_[top].head;
    }
    if (t_.is_root(top) || !t_.is_verb(t_[top].head)) return;
    with_carrier(t_[top].head, noun, top);
  }

  void with_carrier(TokenIndex verb, TokenIndex noun, std::optional<TokenIndex> as = std::nullopt) {
    auto kind = light(verb, noun, as);
    if (!kind) return;
    slots_.carrier = verb;
    bool passive = passive_of(verb);
    if (*kind == LightKind::does) {
      for (TokenIndex c : t_.children(verb)) {
        if (t_[c].relation == R::obl_agent ||
            (passive && t_[c].relation == R::obl && t_.preposition_of(c) == "by"))
          add("subj", c, "who carries it out");
      }
      if (!passive) {
        if (auto subject = surface_subject(t_, verb)) {
          if (!is_noun_itself(*subject, noun)) add("subj", *subject, "who carries it out");
        }
      }
    } else if (*kind == LightKind::undergoes) {
      if (auto subject = surface_subject(t_, verb)) {
        if (!is_noun_itself(*subject, noun)) add("obj", *subject, "who undergoes it");
      }
    }
    for (TokenIndex c : t_.children(verb)) {
      bool other = !t_.below(noun, c) && c != noun;
      if (other && t_[c].relation == R::obl && !(passive && t_.preposition_of(c) == "by")) {
        add_oblique(c, false, "hangs on the verb that carries the noun");
      }
    }
  }

  [[nodiscard]] bool is_noun_itself(TokenIndex subject, TokenIndex noun) const {
    return subject == noun || t_.below(noun, subject);
  }

  // How a verb lends the noun its sentence; nothing where it does not.
  [[nodiscard]] std::optional<LightKind> light(TokenIndex verb, TokenIndex noun,
                                               std::optional<TokenIndex> as) const {
    R relation = as ? t_[*as].relation : R::obj;
    bool object = relation == R::obj || relation == R::nsubj_pass || !as;
    bool subject = as && relation == R::nsubj;
    if (!as) {
      // A clause about the noun: "carried out by", "which took place", "that rebels launched".
      auto own = t_.child(verb, {R::nsubj});
      bool is_subject = t_[verb].fine_tag != FineTag::VBN && own && t_.is_relative(*own);
      object = !is_subject;
      subject = is_subject;
    }
    for (const LightVerb& entry : book_.light_verbs()) {
      if (!matches(entry, verb, as.value_or(noun))) continue;
      if (entry.kind == LightKind::does && object) return entry.kind;
      if (entry.kind == LightKind::happens && subject) return entry.kind;
      bool oblique = relation == R::obl && as && entry.lemmas.size() > 1;
      if (entry.kind == LightKind::undergoes &&
          (entry.lemmas.size() == 1 ? object && relation != R::nsubj_pass : oblique))
        return entry.kind;
      if (entry.kind == LightKind::does && oblique) return entry.kind;  // "take part in"
    }
    return std::nullopt;
  }

  [[nodiscard]] bool matches(const LightVerb& entry, TokenIndex verb, TokenIndex noun) const {
    std::size_t at = 0;
    if (entry.lemmas[0] == "be" && entry.lemmas.size() > 1 && t_.is_passive(verb)) at = 1;
    bool own = at == 0 ? t_[verb].lemma == entry.lemmas[0] : t_[verb].norm == entry.lemmas[1];
    if (!own) return false;
    for (std::size_t i = at + 1; i < entry.lemmas.size(); ++i) {
      const std::string& word = entry.lemmas[i];
      auto hangs = [&](TokenIndex on) {
        for (TokenIndex c : t_.children(on)) {
          if (t_[c].lemma == word || t_[c].norm == word) return true;
        }
        return false;
      };
      if (!hangs(verb) && !hangs(noun)) return false;
    }
    return true;
  }

  const Tree& t_;
  const Codebook& book_;
  Slots slots_;
};

// The subject that hangs on a verb itself. Of two before it the nearer: "My brothers, we have done our best",
// where the tree takes those spoken to for one.
std::optional<TokenIndex> own_subject(const Tree& t, TokenIndex verb) {
  std::optional<TokenIndex> found;
  for (TokenIndex c : t.children(verb)) {
    bool subject = t[c].relation == R::nsubj || t[c].relation == R::nsubj_pass;
    if (subject && (!found || c < verb)) found = c;
  }
  return found;
}

std::optional<TokenIndex> subject_of(const Tree& t, TokenIndex verb, int steps) {
  if (auto c = own_subject(t, verb)) return t.is_relative(*c) ? antecedent_of(t, *c) : c;
  if (steps == 0 || t.is_root(verb)) return std::nullopt;
  const Token& token = t[verb];
  TokenIndex head = token.head;
  switch (token.relation) {
    case R::conj:
    case R::parataxis:
      return t.is_verb(head) && token.relation == R::conj ? subject_of(t, head, steps - 1) : std::nullopt;
    case R::xcomp:
      if (!t.is_verb(head)) return subject_of(t, head, steps - 1);
      if (auto object = t.child(head, {R::obj}); object && controls_by_object(t[head].lemma)) return object;
      if (auto asked = t.child(head, {R::iobj})) return asked;
      return subject_of(t, head, steps - 1);
    case R::advcl: {
      // "killing 12": of who does the main verb. With a subject of its own it was found above.
      bool bare = token.fine_tag == FineTag::VBG || token.fine_tag == FineTag::VBN ||
                  token.features.verb_form == VerbForm::infinitive;
      if (!bare) return std::nullopt;
      if (token.features.verb_form == VerbForm::infinitive) {
        // "called on fighters to lower their arms", "ordered troops to fire".
        for (TokenIndex c : t.children(head)) {
          if (t[c].relation == R::obl && c < verb &&
              (t.preposition_of(c) == "on" || t.preposition_of(c) == "upon") && t[head].lemma == "call") {
            return c;
          }
        }
      }
      // "accused the army of killing", "arrested two men for killing": of the object, or a passive's subject.
      if (auto mark = t.child(verb, {R::mark}); mark && among(t[*mark].norm, {"of", "for", "from"})) {
        if (auto object = t.child(head, {R::obj}); object && !t.is_passive(head)) return object;
      }
      return t.is_nominal(head) ? std::nullopt : subject_of(t, head, steps - 1);
    }
    case R::acl:
      if (token.features.verb_form == VerbForm::infinitive) {
        // "their plan to attack": whose the plan is.
        return t.child(head, {R::nmod_poss});
      }
      return head;
    case R::acl_relcl:
      return t.is_nominal(head) ? std::optional(head) : std::nullopt;
    default:
      return std::nullopt;
  }
}

}  // namespace

bool Slots::has(std::string_view slot) const {
  return std::any_of(fillers.begin(), fillers.end(), [&](const Filler& f) { return f.slot == slot; });
}

Slots slots_of(const Tree& tree, const Codebook& book, TokenIndex word) {
  return Finder(tree, book).find(word);
}

std::optional<TokenIndex> surface_subject(const Tree& tree, TokenIndex verb) {
  return subject_of(tree, verb, steps_max);
}

std::optional<TokenIndex> antecedent_of(const Tree& tree, TokenIndex pronoun) {
  TokenIndex at = tree[pronoun].head;
  for (int i = 0; i < steps_max && !tree.is_root(at); ++i) {
    R relation = tree[at].relation;
    TokenIndex head = tree[at].head;
    if (relation == R::acl_relcl) return tree.is_nominal(head) ? std::optional(head) : std::nullopt;
    at = head;
  }
  return std::nullopt;
}

TokenIndex outer_noun(const Tree& tree, TokenIndex noun) {
  TokenIndex at = noun;
  for (int i = 0; i < 3; ++i) {
    const Token& token = tree[at];
    bool of = token.relation == R::nmod && tree.preposition_of(at) == "of";
    if (!of || tree.is_root(at) || !is_shell(tree[token.head].lemma)) break;
    at = token.head;
  }
  return at;
}

std::optional<TokenIndex> counted_by(const Tree& tree, TokenIndex quantity) {
  if (!among(tree[quantity].lemma,
             {"hundred", "thousand", "dozen", "score", "ten", "number", "handful", "couple", "group",
              "majority", "lot", "million", "pair", "crowd", "band", "set"})) {
    return std::nullopt;
  }
  for (TokenIndex c : tree.children(quantity)) {
    if (tree[c].relation == R::nmod && tree.preposition_of(c) == "of") return c;
  }
  return std::nullopt;
}

}  // namespace sitrep
