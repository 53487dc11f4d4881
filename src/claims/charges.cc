#include "claims/charges.h"

#include <string>

#include "base/among.h"

namespace sitrep {
namespace {

using R = DependencyRelation;

// Steps from the deed up to the word that lays it to somebody: "for carrying out the attack on ...".
constexpr int steps_max = 4;

constexpr std::string_view laid = "whom it is laid to";
constexpr std::string_view admitted = "who says to have done it";
constexpr std::string_view author = "who is told to be behind it";

class Finder {
 public:
  explicit Finder(const Tree& tree) : t_(tree) {}

  std::optional<Charge> find(const Deed& deed) const {
    TokenIndex at = t_.is_verb(deed.token()) ? deed.carrier() : outer_noun(t_, deed.token());
    if (auto copular = behind(at)) return copular;
    for (int i = 0; i < steps_max && !t_.is_root(at); ++i) {
      TokenIndex over = t_[at].head;
      if (auto charge = by(over, at)) {
        bool nobody = among(t_[charge->who].norm, {"one", "nobody", "none", "no-one"}) || has_no(charge->who);
        return nobody || negated(charge->word) ? std::nullopt : charge;
      }
      R relation = t_[at].relation;
      bool way = relation == R::nmod || relation == R::obl || relation == R::obj || relation == R::conj ||
                 relation == R::xcomp || relation == R::ccomp || relation == R::advcl || relation == R::acl ||
                 relation == R::nsubj_pass;
      // A verb that tells something else ends the way.
      if (!way || (t_.is_verb(over) && !lends(over))) break;
      at = over;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] bool lends(TokenIndex verb) const {
    return among(t_[verb].lemma, {"carry", "commit", "perpetrate", "plan", "order", "participate", "take",
                                  "stage", "execute", "conduct", "organize", "organise", "involve"});
  }

  [[nodiscard]] bool has_no(TokenIndex noun) const {
    for (TokenIndex c : t_.children(noun)) {
      if (t_[c].relation == R::det && t_[c].norm == "no") return true;
    }
    return false;
  }

  // "did not claim", "neither blamed nor": by the words that hang on it or on what it hangs on.
  [[nodiscard]] bool negated(TokenIndex word) const {
    auto denied = [&](TokenIndex on) {
      for (TokenIndex c : t_.children(on)) {
        if (among(t_[c].norm, {"not", "n't", "never", "neither", "nor"})) return true;
      }
      return among(t_[on].lemma, {"deny", "reject", "disclaim", "refute"});
    };
    return denied(word) || (!t_.is_root(word) && denied(t_[word].head));
  }

  [[nodiscard]] std::optional<TokenIndex> subject_or_agent(TokenIndex verb) const {
    if (!t_.is_passive(verb)) return surface_subject(t_, verb);
    for (TokenIndex c : t_.children(verb)) {
      bool agent =
          t_[c].relation == R::obl_agent || (t_[c].relation == R::obl && t_.preposition_of(c) == "by");
      if (agent) return c;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<TokenIndex> with(TokenIndex verb, std::string_view preposition) const {
    for (TokenIndex c : t_.children(verb)) {
      bool oblique = t_[c].relation == R::obl || t_[c].relation == R::nmod;
      if (oblique && t_.is_nominal(c) && t_.preposition_of(c) == preposition) return c;
    }
    return std::nullopt;
  }

  // Whom a verb is about: its object, or the subject of its passive.
  [[nodiscard]] std::optional<TokenIndex> about(TokenIndex verb) const {
    if (t_.is_passive(verb) || t_[verb].relation == R::acl) return surface_subject(t_, verb);
    return t_.child(verb, {R::obj});
  }

  [[nodiscard]] std::optional<Charge> made(std::optional<TokenIndex> who, TokenIndex word,
                                           std::string_view how) const {
    if (!who || !t_.is_nominal(*who)) return std::nullopt;
    if (t_.is_relative(*who)) who = antecedent_of(t_, *who);
    if (!who || t_[*who].norm == "it") return std::nullopt;
    return Charge{*who, word, how};
  }

  // "The Red Cell is behind the attack."
  [[nodiscard]] std::optional<Charge> behind(TokenIndex at) const {
    if (t_.preposition_of(at) != "behind" || !t_.has_child(at, {R::cop})) return std::nullopt;
    auto subject = t_.child(at, {R::nsubj});
    if (!subject || has_no(*subject) || negated(at)) return std::nullopt;
    return made(subject, at, author);
  }

  // What `word` makes of `at`, which hangs on it and holds the deed.
  [[nodiscard]] std::optional<Charge> by(TokenIndex word, TokenIndex at) const {
    const std::string& lemma = t_[word].lemma;
    std::string preposition = t_.preposition_of(at);
    if (t_.is_verb(at)) {
      if (auto mark = t_.child(at, {R::mark})) preposition = t_[*mark].norm;
    }
    if (lemma == "responsible" && preposition == "for") {
      // "hold the army responsible for": of the verb's object.
      TokenIndex verb = t_[word].head;
      if (t_[word].relation == R::xcomp && among(t_[verb].lemma, {"hold", "find", "deem", "consider"}))
        return made(about(verb), word, laid);
      return made(t_.child(word, {R::nsubj}), word, author);
    }
    if (among(lemma, {"responsibility", "credit"}) && preposition == "for") {
      TokenIndex verb = t_[word].head;
      if (!t_.is_verb(verb) || t_.is_root(word)) return std::nullopt;
      if (among(t_[verb].lemma, {"claim", "admit", "assume", "accept", "acknowledge", "take"}))
        return made(subject_or_agent(verb), verb, admitted);
      if (among(t_[verb].lemma, {"attribute", "ascribe", "assign"}))
        return made(with(verb, "to"), verb, laid);
      return std::nullopt;
    }
    if (among(lemma, {"author", "perpetrator", "mastermind", "culprit", "organizer"}) &&
        preposition == "of") {
      if (!t_.has_child(word, {R::cop})) return std::nullopt;
      return made(t_.child(word, {R::nsubj}), word, author);
    }
    // "Five soldiers were involved in the murder", to the tagger a verb or an adjective.
    if (among(lemma, {"involve", "involved"}) && preposition == "in") {
      auto subject = t_.child(word, {R::nsubj, R::nsubj_pass});
      return made(subject ? subject : surface_subject(t_, word), word, laid);
    }
    if (!t_.is_verb(word)) return std::nullopt;
    R relation = t_[at].relation;
    bool object = relation == R::obj || relation == R::nsubj_pass;
    if (among(lemma, {"attribute", "ascribe", "impute"}) && object) return made(with(word, "to"), word, laid);
    if (among(lemma, {"blame", "pin"}) && object) return made(with(word, "on"), word, laid);
    bool content = among(preposition, {"for", "of", "with", "in"}) && !object;
    bool accuses =
        among(lemma, {"accuse", "blame", "suspect", "implicate", "indict", "convict", "incriminate"}) ||
        (lemma == "charge" && (preposition == "with" || preposition == "for"));
    if (accuses && content) return made(about(word), word, laid);
    return std::nullopt;
  }

  const Tree& t_;
};

}  // namespace

std::optional<Charge> charge_of(const Tree& tree, const Deed& deed) { return Finder(tree).find(deed); }

}  // namespace sitrep
