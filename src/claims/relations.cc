#include "claims/relations.h"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "claims/aliases.h"
#include "claims/distances.h"
#include "claims/phrase.h"
#include "claims/place_relations.h"
#include "claims/relation_words.h"
#include "claims/slots.h"
#include "claims/status.h"
#include "claims/tree.h"

namespace sitrep {
namespace {

using R = DependencyRelation;
using K = RelationKind;

// What may stand at an end of a relation.
enum class Wanted : std::uint8_t { person, body, either };

class RelationFinder {
 public:
  RelationFinder(const Analysis& analysis, const Tree& tree) : a_(analysis), t_(tree) {}

  std::vector<Relation> find() {
    for (TokenIndex i = 0; i < t_.size(); ++i) {
      if (t_[i].tag == WordTag::NOUN || t_[i].tag == WordTag::PROPN) read_noun(i);
      if (t_.is_verb(i) || t_[i].norm == "allied" || t_[i].norm == "married") read_verb(i);
    }
    return std::move(found_);
  }

 private:
  // What the words before a noun of relation make of it.
  struct Shade {
    bool doubt = false, deputy = false, past = false;
  };

  [[nodiscard]] Shade shade_of(TokenIndex noun) const {
    Shade shade;
    for (TokenIndex c : t_.children(noun)) {
      if (c > noun) break;
      shade.doubt = shade.doubt || is_doubt(t_[c].norm);
      shade.deputy = shade.deputy || is_deputy(t_[c].norm);
      shade.past = shade.past || is_past(t_[c].norm);
    }
    return shade;
  }

  void read_noun(TokenIndex noun) {
    std::optional<K> kind = relation_of_noun(t_[noun].lemma);
    if (!kind) return;
    Shade shade = shade_of(noun);
    if (shade.doubt) return;
    bool of_body = *kind == K::leads || *kind == K::member_of;
    // Who is the deputy of a leader is a member; who was one once was a member.
    if (shade.deputy && *kind == K::leads) kind = K::member_of;
    if (shade.past) {
      if (of_body) {
        kind = K::former_member_of;
      } else if (*kind != K::child_of && *kind != K::spouse_of) {
        return;
      }
    }
    std::vector<TokenIndex> to = ends_of(noun, *kind);
    if (to.empty()) return;
    std::string_view how;
    for (TokenIndex from : bearers_of(noun, *kind, how)) {
      for (TokenIndex other : to) add(*kind, from, other, noun, how);
    }
  }

  // Whom the noun is said of.
  [[nodiscard]] std::vector<TokenIndex> bearers_of(TokenIndex noun, K kind, std::string_view& how) const {
    Wanted wanted = from_of(kind);
    std::vector<TokenIndex> out;
    auto take = [&](TokenIndex i, std::string_view way) {
      if (!party(i, wanted, false)) return false;
      how = way;
      out.push_back(i);
      return true;
    };
    TokenIndex first = noun;  // "founder and leader of": of the first of the coordination
    while (t_[first].relation == R::conj && t_[t_[first].head].tag == WordTag::NOUN) first = t_[first].head;
    const Token& token = t_[first];
    if (token.relation == R::appos || token.relation == R::nmod_desc) {
      if (take(token.head, "the noun set beside the name")) {
        if (t_[noun].features.number == Number::plural) add_coordinated(token.head, wanted, out);
        return out;
      }
    }
    for (TokenIndex c : t_.children(noun)) {
      if (c < noun) continue;
      if (t_[c].relation != R::appos && t_[c].relation != R::flat && t_[c].relation != R::compound) continue;
      if (t_.name_at(c) != t_.name_at(noun) && take(c, "the name after the noun")) {
        if (t_[noun].features.number == Number::plural) add_coordinated(c, wanted, out);
        return out;
      }
    }
    // "fighter Tom Ek was shot", with both as subjects.
    TokenIndex next = noun + 1;
    if (next < t_.size() && t_[next].head == t_[noun].head && t_[next].relation == t_[noun].relation &&
        t_.name_at(next) != nullptr && take(next, "the name after the noun")) {
      return out;
    }
    if (t_.has_child(first, {R::cop}) && is_told(first)) {
      if (auto subject = t_.child(first, {R::nsubj})) {
        if (t_.is_relative(*subject)) subject = antecedent_of(t_, *subject);
        if (subject) take(*subject, "what the subject is said to be");
      }
    }
    if (out.empty() && kind == K::former_member_of && t_[noun].features.number == Number::plural) {
      how = "a plural noun of past membership";
      out.push_back(noun);
    }
    return out;
  }

  void add_coordinated(TokenIndex head, Wanted wanted, std::vector<TokenIndex>& out) const {
    if (t_[head].relation == R::conj && party(t_[head].head, wanted, false)) out.push_back(t_[head].head);
    for (TokenIndex c : t_.children(head)) {
      if (t_[c].relation == R::conj && party(c, wanted, false)) out.push_back(c);
    }
  }

  // Of whom or of what: "of the Y", "its", "Y leader".
  [[nodiscard]] std::vector<TokenIndex> ends_of(TokenIndex noun, K kind) const {
    std::vector<TokenIndex> out;
    bool place = kind == K::leads && is_office_of_place(t_[noun].lemma);
    for (TokenIndex c : t_.children(noun)) {
      R relation = t_[c].relation;
      bool held = false;
      if (relation == R::nmod && c > noun) {
        std::string word = t_.preposition_of(c);
        held = word == "of" || (word == "for" && kind == K::spokesperson_for) ||
               (word == "to" && kind == K::spouse_of);
        held = held || (kind == K::member_of && t_[noun].lemma != "member" &&
                        (word == "with" || word == "in" || word == "from"));
      } else if (relation == R::nmod_poss) {
        held = true;
      } else if (relation == R::compound && c < noun) {
        held = kind != K::child_of && kind != K::spouse_of && kind != K::part_of && kind != K::ally_of;
      }
      if (!held || !party(c, to_of(kind), place)) continue;
      out.push_back(c);
      for (TokenIndex more : t_.children(c)) {
        if (t_[more].relation == R::conj && party(more, to_of(kind), place)) out.push_back(more);
      }
    }
    return out;
  }

  void read_verb(TokenIndex verb) {
    const std::string& lemma = t_[verb].lemma;
    if (lemma == "lead" || lemma == "head" || lemma == "command" || lemma == "chair")
      return read_leading(verb);
    if (t_[verb].norm == "allied") return read_bound(verb, K::ally_of, {"to", "with"});
    if (t_[verb].norm == "married") return read_bound(verb, K::spouse_of, {"to"});
    if (lemma == "belong") return read_bound(verb, K::member_of, {"to"});
  }

  void read_leading(TokenIndex verb) {
    if (!is_told(verb)) return;
    // "had led", "led until": not any more.
    for (TokenIndex c : t_.children(verb)) {
      if (t_[c].norm == "had" || (t_[c].relation == R::obl && t_.preposition_of(c) == "until")) return;
    }
    auto agent = t_.child(verb, {R::obl_agent});
    if (!agent && t_.is_passive(verb)) {
      for (TokenIndex c : t_.children(verb)) {
        if (t_[c].relation == R::obl && t_.preposition_of(c) == "by") agent = c;
      }
    }
    if (agent) {
      if (auto patient = said_of(verb)) lead(*agent, *patient, verb);
      return;
    }
    auto object = t_.child(verb, {R::obj});
    if (!object || t_.is_passive(verb)) return;
    if (auto subject = said_of(verb)) lead(*subject, *object, verb);
  }

  void lead(TokenIndex who, TokenIndex what, TokenIndex verb) {
    if (!party(who, Wanted::person, false) || !party(what, Wanted::body, false)) return;
    add(K::leads, who, what, verb, "a verb of leading");
  }

  void read_bound(TokenIndex word, K kind, std::initializer_list<std::string_view> prepositions) {
    if (!is_told(word)) return;
    auto from = said_of(word);
    if (!from) return;
    if (kind == K::member_of && !party(*from, Wanted::person, false)) kind = K::part_of;
    if (!party(*from, from_of(kind), true)) return;
    for (TokenIndex c : t_.children(word)) {
      if (t_[c].relation != R::obl && t_[c].relation != R::nmod) continue;
      std::string preposition = t_.preposition_of(c);
      if (std::find(prepositions.begin(), prepositions.end(), preposition) == prepositions.end()) continue;
      if (party(c, to_of(kind), kind == K::ally_of)) add(kind, *from, c, word, "a word of being bound to");
    }
  }

  // Whom a verb or adjective is said of: the noun that it follows, or the subject.
  [[nodiscard]] std::optional<TokenIndex> said_of(TokenIndex word) const {
    if (follows_noun(word)) return t_[word].head;
    auto subject = t_.child(word, {R::nsubj, R::nsubj_pass});
    if (!subject && t_.is_verb(word)) subject = surface_subject(t_, word);
    if (subject && t_.is_relative(*subject)) subject = antecedent_of(t_, *subject);
    return subject;
  }

  // "the brigade led by", "the brigade, allied to".
  [[nodiscard]] bool follows_noun(TokenIndex word) const {
    return t_[word].relation == R::acl || (t_[word].relation == R::amod && t_[word].head < word);
  }

  // Neither negated nor asked nor supposed.
  [[nodiscard]] bool is_told(TokenIndex word) const {
    if (follows_noun(word)) {
      return std::none_of(t_.children(word).begin(), t_.children(word).end(), [&](TokenIndex c) {
        return t_[c].norm == "not" || t_[c].norm == "never" || t_[c].norm == "reportedly" ||
               t_[c].norm == "allegedly" || t_[c].norm == "once" || t_[c].norm == "formerly";
      });
    }
    const ReadSentence& sentence = t_.syntax().sentence_of(word);
    std::string_view words = a_.text(sentence.span);
    if (words.find('?') != std::string_view::npos) return false;
    std::vector<Derivation> because;
    Status status = status_of(t_, word, word, because);
    return status.polarity == Polarity::affirmed &&
           (status.modality == Modality::actual || status.modality == Modality::ongoing);
  }

  static Wanted from_of(K kind) {
    if (kind == K::part_of) return Wanted::body;
    return kind == K::ally_of ? Wanted::either : Wanted::person;
  }
  static Wanted to_of(K kind) {
    if (kind == K::child_of || kind == K::spouse_of) return Wanted::person;
    return kind == K::ally_of ? Wanted::either : Wanted::body;
  }

  // A token's party: words, and the name where there is one; nothing where it is none of the wanted kind.
  // `place`: whether a place will do for a body.
  [[nodiscard]] std::optional<Party> party(TokenIndex head, Wanted wanted, bool place) const {
    Party out;
    const Name* own = t_.name_at(head);
    if (own != nullptr && own->kind != NameKind::title) {
      if (!suits(*own, head, wanted, place)) return std::nullopt;
      out.span = own->span;
      out.name = in_one_line(a_.text(own->kind == NameKind::person ? fuller(*own) : own->span));
    } else {
      std::optional<Called> called = name_of_phrase(t_, head);
      const Name* name = nullptr;
      if (called) {
        if (auto at = t_.head_of(called->span)) name = t_.name_at(*at);
      }
      if (name != nullptr && suits(*name, name->head, wanted, place)) {
        out.name = in_one_line(a_.text(name->kind == NameKind::person ? fuller(*name) : name->span));
      } else if (wanted == Wanted::person || t_[head].tag == WordTag::PRON ||
                 !(is_body_of_people(t_[head].lemma) || is_body_of_people(t_[head].norm))) {
        return std::nullopt;
      }
      out.span = phrase_of(t_, head, PhraseReach::close);
    }
    out.text = std::string(a_.text(*out.span));
    return out;
  }

  [[nodiscard]] bool suits(const Name& name, TokenIndex head, Wanted wanted, bool place) const {
    bool person = name.kind == NameKind::person;
    bool body = name.kind == NameKind::organisation || name.kind == NameKind::armed_group ||
                (name.kind == NameKind::group && t_[head].tag != WordTag::ADJ) ||
                // "Lake Front", taken for a place.
                (name.kind == NameKind::place && is_body_of_people(t_[name.last - 1].norm)) ||
                (name.kind == NameKind::place && place);
    if (wanted == Wanted::person) return person;
    return wanted == Wanted::body ? body : body || person || name.kind == NameKind::place;
  }

  // "Berg" is Ola Berg where the report has one Berg only.
  [[nodiscard]] Span fuller(const Name& name) const {
    if (name.last - name.first != 1) return name.span;
    const Name* full = nullptr;
    for (const Name& other : t_.syntax().names) {
      if (other.kind != NameKind::person || other.last - other.first < 2) continue;
      if (t_[other.last - 1].norm != t_[name.first].norm) continue;
      if (full != nullptr && a_.text(full->span) != a_.text(other.span)) return name.span;
      full = &other;
    }
    return full != nullptr ? full->span : name.span;
  }

  void add(K kind, TokenIndex from, TokenIndex to, TokenIndex word, std::string_view how) {
    Relation relation;
    relation.kind = kind;
    if (auto known = party(from, from_of(kind), true)) {
      relation.from = std::move(*known);
    } else {
      Span words = phrase_of(t_, from);
      relation.from = {std::nullopt, std::string(a_.text(words)), words};
      if (from == word) relation.from = plain(from);
    }
    auto other = party(to, to_of(kind), true);
    if (!other) return;
    relation.to = std::move(*other);
    if (relation.from.name && relation.from.name == relation.to.name) return;
    if (relation.from.span == relation.to.span) return;
    relation.report = a_.document().id();
    Span of_word = t_[word].span;
    relation.evidence = cover(cover(*relation.from.span, *relation.to.span), of_word);
    relation.because.push_back({"kind", std::string(how), {of_word}});
    found_.push_back(std::move(relation));
  }

  // "former members" of "former members of the guard".
  [[nodiscard]] Party plain(TokenIndex noun) const {
    TokenIndex first = noun;
    for (TokenIndex c : t_.children(noun)) {
      if (c < first && t_[c].relation == R::amod) first = c;
    }
    Span words{t_[first].span.begin, t_[noun].span.end};
    return {std::nullopt, std::string(a_.text(words)), words};
  }

  const Analysis& a_;
  const Tree& t_;
  std::vector<Relation> found_;
};

auto told_by(const Relation& r) {
  return std::tuple(r.kind, r.from.name ? r.from.name : r.from.text, r.to.name ? r.to.name : r.to.text);
}

// Ends named by a short form get the name that the report spells out for it.
void spell_out(const std::vector<Relation>& aliases, std::vector<Relation>& relations) {
  for (Relation& relation : relations) {
    for (Party* end : {&relation.from, &relation.to}) {
      auto at = std::find_if(aliases.begin(), aliases.end(), [&](const Relation& alias) {
        return end->name && alias.from.name == end->name && is_short_form(*end->name);
      });
      if (at == aliases.end()) continue;
      end->name = at->to.name;
      relation.because.push_back({"name", "the short form's full name", {at->evidence}});
    }
  }
}

}  // namespace

std::vector<Relation> find_relations(const Analysis& analysis, const Mentions& mentions) {
  std::vector<Relation> found = place_relations(analysis, mentions.places);
  if (analysis.syntax() != nullptr) {
    Tree tree(*analysis.syntax());
    for (Relation& relation : RelationFinder(analysis, tree).find()) found.push_back(std::move(relation));
    for (Relation& relation : find_distances(analysis, tree, mentions.places))
      found.push_back(std::move(relation));
    std::vector<Relation> aliases = find_aliases(analysis, tree);
    spell_out(aliases, found);
    found.insert(found.end(), aliases.begin(), aliases.end());
  }
  auto before = [](const Relation& a, const Relation& b) {
    return std::tuple(a.evidence.begin, a.evidence.end, a.kind) <
           std::tuple(b.evidence.begin, b.evidence.end, b.kind);
  };
  // The first of those that tell the same, then in the text's order.
  std::stable_sort(found.begin(), found.end(), [&](const Relation& a, const Relation& b) {
    auto x = told_by(a);
    auto y = told_by(b);
    return x != y ? x < y : before(a, b);
  });
  found.erase(std::unique(found.begin(), found.end(),
                          [](const Relation& a, const Relation& b) { return told_by(a) == told_by(b); }),
              found.end());
  std::stable_sort(found.begin(), found.end(), before);
  return found;
}

}  // namespace sitrep
