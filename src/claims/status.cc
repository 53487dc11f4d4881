#include "claims/status.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/among.h"

namespace sitrep {
namespace {

using R = DependencyRelation;

// Words above an event that are looked at; deeper nesting leaves the status to the nearest ones.
constexpr int steps_max = 12;

struct Turn {
  std::optional<Polarity> polarity;
  std::optional<Modality> modality;
};

// What a verb or adjective makes of the clause, infinitive or noun that it governs.
std::optional<Turn> turn_of_governor(std::string_view lemma) {
  if (among(lemma, {"deny", "refute", "disprove", "disclaim"})) return Turn{Polarity::denied, {}};
  if (among(lemma, {"fail", "refuse", "decline", "neglect", "unable", "refrain", "abstain"}))
    return Turn{Polarity::negated, {}};
  if (among(lemma, {"prevent", "avoid", "avert", "foil", "thwart", "forestall", "preempt", "pre-empt",
                    "cancel", "abort", "prohibit", "forbid", "ban"})) {
    return Turn{Polarity::negated, Modality::hypothetical};
  }
  if (among(lemma,
            {"plan",      "intend",    "prepare",  "prefer",     "aim",      "decide",  "mean",  "schedule",
             "plot",      "conspire",  "agree",    "vow",        "pledge",   "promise", "swear", "prepared",
             "ready",     "set",       "due",      "determined", "want",     "wish",    "hope",  "expect",
             "expected",  "scheduled", "propose",  "seek",       "consider", "poised",  "about", "resolve",
             "undertake", "commit",    "announce", "going"})) {
    return Turn{{}, Modality::planned};
  }
  if (among(lemma, {"threaten", "warn"})) return Turn{{}, Modality::threatened};
  if (among(lemma, {"demand", "call", "urge", "order", "ask", "appeal", "require", "request", "instruct",
                    "insist", "exhort", "press", "beg", "command", "beseech", "incite", "need", "must"})) {
    return Turn{{}, Modality::demanded};
  }
  if (among(lemma, {"offer", "invite", "willing"})) return Turn{{}, Modality::offered};
  if (among(lemma, {"fear", "believe", "suspect", "think", "appear", "seem", "presume", "doubt", "speculate",
                    "assume", "likely", "possible", "probable", "unlikely", "feared", "believed", "suspected",
                    "guess"})) {
    return Turn{{}, Modality::possible};
  }
  return std::nullopt;
}

// "a threat of attack", "plans for a raid", "no end to": nouns that hold the event in them.
std::optional<Turn> turn_of_noun(std::string_view lemma) {
  if (among(lemma, {"threat", "warning"})) return Turn{{}, Modality::threatened};
  if (among(lemma, {"plan", "plot", "preparation", "intention", "decision", "proposal", "promise", "plans",
                    "schedule", "conspiracy", "readiness", "search", "quest", "hope"})) {
    return Turn{{}, Modality::planned};
  }
  if (among(lemma, {"risk", "fear", "possibility", "danger", "likelihood", "prospect", "chance",
                    "probability", "suspicion", "rumor", "rumour", "hypothesis", "speculation"})) {
    return Turn{{}, Modality::possible};
  }
  if (among(lemma, {"call", "demand", "appeal", "order", "request", "ultimatum", "need"}))
    return Turn{{}, Modality::demanded};
  if (among(lemma, {"offer", "invitation"})) return Turn{{}, Modality::offered};
  if (among(lemma, {"lack", "absence", "prevention", "cancellation", "refusal"}))
    return Turn{Polarity::negated, {}};
  if (among(lemma, {"denial"})) return Turn{Polarity::denied, {}};
  return std::nullopt;
}

// "a possible attack", "the planned offensive".
std::optional<Turn> turn_of_modifier(std::string_view lemma) {
  if (among(lemma, {"possible", "potential", "likely", "suspected", "apparent", "feared"}))
    return Turn{{}, Modality::possible};
  if (among(lemma, {"planned", "imminent", "future", "upcoming", "forthcoming", "scheduled", "impending",
                    "proposed", "intended", "plan", "propose", "schedule"})) {
    return Turn{{}, Modality::planned};
  }
  if (among(lemma, {"threatened", "threaten"})) return Turn{{}, Modality::threatened};
  if (among(lemma, {"hypothetical", "imaginary", "fictional"})) return Turn{{}, Modality::hypothetical};
  if (among(lemma, {"foiled", "thwarted", "averted", "foil", "thwart", "avert"}))
    return Turn{Polarity::negated, {}};
  if (among(lemma, {"ongoing", "continuing", "continued", "continue"})) return Turn{{}, Modality::ongoing};
  return std::nullopt;
}

class Reader {
 public:
  explicit Reader(const Tree& tree) : t_(tree) {}

  Status read(TokenIndex word, TokenIndex carrier) {
    own(word);
    if (carrier != word) own(carrier);
    // Between the noun and the verb that carries it: "carried out a plan of attack".
    TokenIndex at = carrier;
    if (carrier == word || !t_.below(word, carrier)) at = word;
    climb(at == word ? word : carrier);
    return {polarity_.value_or(Polarity::affirmed), modality_.value_or(Modality::actual)};
  }

  [[nodiscard]] const std::vector<Span>& spans() const { return spans_; }

 private:
  void take(const Turn& turn, TokenIndex why) {
    bool told = false;
    if (turn.polarity) {
      if (!polarity_) {
        polarity_ = turn.polarity;
        told = true;
      }
    }
    if (turn.modality && !modality_) {
      modality_ = turn.modality;
      told = true;
    }
    if (told) spans_.push_back(t_[why].span);
  }

  [[nodiscard]] std::optional<TokenIndex> negation_of(TokenIndex i) const {
    for (TokenIndex c : t_.children(i)) {
      const Token& token = t_[c];
      bool adverb = token.relation == R::advmod &&
                    (token.norm == "not" || token.norm == "never" || token.norm == "n't");
      bool determiner = (token.relation == R::det || token.relation == R::advmod) &&
                        (token.norm == "no" || token.norm == "neither");
      bool without = token.relation == R::case_ && token.norm == "without";
      bool marked = token.relation == R::mark && token.norm == "without";
      if (adverb || determiner || without || marked) return c;
    }
    if (t_.is_verb(i)) {
      for (TokenIndex c : t_.children(i)) {
        bool subject =
            t_[c].relation == R::nsubj || t_[c].relation == R::nsubj_pass || t_[c].relation == R::obj;
        if (!subject) continue;
        if (among(t_[c].norm, {"nobody", "none", "no-one", "nothing"})) return c;
        if (auto no = t_.child(c, {R::det}); no && t_[*no].norm == "no") return no;
      }
    }
    return std::nullopt;
  }

  // What stands at a verb or noun itself: "not", "will", "no", "possible".
  void own(TokenIndex i) {
    if (auto no = negation_of(i)) take({Polarity::negated, {}}, *no);
    for (TokenIndex c : t_.children(i)) {
      const Token& token = t_[c];
      if (token.relation == R::amod || token.relation == R::compound) {
        if (auto turn = turn_of_modifier(token.lemma)) take(*turn, c);
        if (auto turn = turn_of_modifier(token.norm)) take(*turn, c);
      } else if (token.relation == R::aux) {
        modal(token.norm, c);
      } else if (token.relation == R::det && token.norm == "any" && !polarity_) {
        take({{}, Modality::hypothetical}, c);  // "resist any offensive"
      } else if (token.relation == R::mark && t_[i].relation == R::advcl) {
        if (among(token.norm, {"if", "unless"})) take({{}, Modality::conditional}, c);
      }
    }
    if (!t_.is_verb(i)) return;
    doubt_of(i);
    progressive(i);
    condition_of(i);
    bool imperative = t_.is_root(i) && t_[i].fine_tag == FineTag::VB &&
                      !t_.has_child(i, {R::nsubj, R::nsubj_pass, R::aux, R::mark, R::expl});
    if (imperative) take({{}, Modality::demanded}, i);
    const ReadSentence& sentence = t_.syntax().sentence_of(i);
    if (t_.is_root(i) && sentence.last > sentence.first) {
      for (TokenIndex c : t_.children(i)) {
        if (t_[c].norm == "?") take({{}, Modality::hypothetical}, c);
      }
    }
  }

  // "Maybe they wanted to try", "perhaps they attacked".
  void doubt_of(TokenIndex verb) {
    for (TokenIndex c : t_.children(verb)) {
      bool doubts = t_[c].relation == R::advmod &&
                    among(t_[c].norm, {"maybe", "perhaps", "possibly", "probably", "presumably"});
      if (doubts) take({{}, Modality::possible}, c);
    }
  }

  // "If they attack, we will answer": the answer hangs on the condition.
  void condition_of(TokenIndex i) {
    for (TokenIndex c : t_.children(i)) {
      if (t_[c].relation != R::advcl) continue;
      auto mark = t_.child(c, {R::mark});
      bool open = modality_ == Modality::planned || modality_ == Modality::hypothetical;
      if (!mark || !open || !among(t_[*mark].norm, {"if", "unless"})) continue;
      modality_ = Modality::conditional;
      spans_.push_back(t_[*mark].span);
    }
  }

  void modal(std::string_view word, TokenIndex at) {
    if (among(word, {"may", "might", "could", "can"})) {
      take({{}, Modality::possible}, at);
    } else if (among(word, {"would", "should"})) {
      take({{}, word == "would" ? Modality::hypothetical : Modality::demanded}, at);
    } else if (among(word, {"will", "shall", "wo", "'ll"})) {
      take({{}, Modality::planned}, at);
    } else if (among(word, {"must", "ought"})) {
      take({{}, Modality::demanded}, at);
    }
  }

  void progressive(TokenIndex verb) {
    if (t_[verb].fine_tag != FineTag::VBG) return;
    for (TokenIndex c : t_.children(verb)) {
      if (t_[c].relation == R::aux && among(t_[c].norm, {"is", "are", "am", "'s", "'re"})) {
        take({{}, Modality::ongoing}, c);
      }
    }
  }

  void climb(TokenIndex at) {
    for (int i = 0; i < steps_max && !t_.is_root(at); ++i) {
      const Token& token = t_[at];
      TokenIndex head = token.head;
      bool same_clause =
          token.relation == R::xcomp || token.relation == R::advcl || token.relation == R::conj;
      if (same_clause && t_.is_verb(head)) doubt_of(head);
      switch (token.relation) {
        case R::xcomp:
        case R::ccomp:
        case R::csubj:
        case R::csubj_pass:
          // "It's up to you to talk to them".
          if (token.relation == R::csubj && t_[head].norm == "up") take({{}, Modality::demanded}, head);
          governed(head, token.relation == R::ccomp);
          break;
        case R::advcl:
          if (token.features.verb_form == VerbForm::infinitive) {
            if (!turn_of_governor(t_[head].lemma)) {
              if (t_[head].lemma != "use") take({{}, Modality::planned}, at);
            }
            governed(head, false);
          } else if (auto mark = t_.child(at, {R::mark}); mark && t_[*mark].norm == "than") {
            take({Polarity::negated, Modality::hypothetical}, *mark);  // "rather than fight"
          } else if (mark && among(t_[*mark].norm, {"when", "while", "as"})) {
            return;
          } else if (auto when = t_.child(at, {R::advmod}); when && t_[*when].norm == "when" && !mark) {
            return;  // "was about to enter when he was shot"
          } else if (mark && !among(t_[*mark].norm, {"if", "by"})) {
            return;  // "after rebels attacked": a clause of its own; "by attacking" is how it was done
          }
          break;
        case R::acl:
          if (token.features.verb_form == VerbForm::infinitive) {
            if (auto turn = turn_of_noun(t_[head].lemma)) take(*turn, head);
          }
          break;
        case R::obj:
        case R::obl:
        case R::nsubj_pass:
          if (t_.is_verb(head) || t_[head].tag == WordTag::ADJ) {
            bool asked = token.relation != R::obl ||
                         among(t_.preposition_of(at), {"for", "to", "from", "against", "on", "of"});
            if (asked) argument(at, head);
          }
          break;
        case R::nsubj:
          // What is doubted of a thing that happened leaves it: "the attack did not kill anyone". Of what is
          // not there yet it does not: "then the battlefield will be there".
          if (!t_.is_verb(at) && is_to_be(head)) subject_of(head);
          return;
        case R::nmod:
          if (auto turn = turn_of_noun(t_[head].lemma)) take(*turn, head);
          break;
        case R::conj:
          // "to negotiate rather than fight".
          if (auto instead = t_.child(at, {R::cc});
              instead && among(t_[*instead].norm, {"rather", "instead"}))
            take({Polarity::negated, Modality::hypothetical}, *instead);
          // What the first verb of several has for an auxiliary holds of the others.
          if (t_.is_verb(at) && !t_.has_child(at, {R::nsubj, R::nsubj_pass, R::aux})) own_auxiliaries(head);
          break;
        case R::acl_relcl:
        case R::parataxis:
          return;
        default:
          break;
      }
      at = head;
    }
  }

  [[nodiscard]] bool is_to_be(TokenIndex head) const {
    bool there = t_[head].tag == WordTag::ADV && t_.has_child(head, {R::cop});
    return there || (t_[head].lemma == "be" && t_.has_child(head, {R::expl}));
  }

  void subject_of(TokenIndex head) {
    if (auto no = negation_of(head)) take({Polarity::negated, {}}, *no);
    modals_of(head);
    condition_of(head);
  }

  void own_auxiliaries(TokenIndex verb) {
    for (TokenIndex c : t_.children(verb)) {
      if (t_[c].relation == R::aux) modal(t_[c].norm, c);
    }
  }

  // A verb or adjective above the event's clause.
  void governed(TokenIndex head, bool clause) {
    auto no = negation_of(head);
    auto turn = turn_of_governor(t_[head].lemma);
    if (clause && turn && turn->modality == Modality::planned && t_[head].lemma != "expect" &&
        t_[head].lemma != "hope") {
      turn.reset();  // "announced that", "decided that"
    }
    if (turn && turn->polarity && no) return;  // "did not deny"
    if (turn) take(*turn, head);
    if (no && !(turn && turn->polarity)) {
      // "did not say that": nothing is told of it; "did not try to": it was not.
      if (clause) {
        take({{}, Modality::hypothetical}, *no);
      } else {
        take({Polarity::negated, {}}, *no);
      }
    }
    if (!clause || !modality_ || *modality_ != Modality::hypothetical) modals_of(head);
    // "said it would attack": what was to come, seen from then.
    if (clause && modality_ == Modality::hypothetical && t_[head].fine_tag == FineTag::VBD) {
      modality_ = Modality::planned;
    }
  }

  void modals_of(TokenIndex head) {
    for (TokenIndex c : t_.children(head)) {
      if (t_[c].relation == R::aux) modal(t_[c].norm, c);
    }
  }

  // A verb whose argument the event noun is: "planned an attack", "called for talks", "rejected talks".
  void argument(TokenIndex noun, TokenIndex verb) {
    const std::string& lemma = t_[verb].lemma;
    std::string preposition = t_[noun].relation == R::obl ? t_.preposition_of(noun) : std::string();
    auto no = negation_of(verb);
    if (!preposition.empty()) {
      if (preposition == "for" && among(lemma, {"call", "appeal", "ask", "press", "plead", "push"}))
        take({{}, Modality::demanded}, verb);
      if (preposition == "for" && among(lemma, {"prepare", "plan", "ready"}))
        take({{}, Modality::planned}, verb);
      if (preposition == "of" && among(lemma, {"warn"})) take({{}, Modality::threatened}, verb);
      if (preposition == "to" && among(lemma, {"agree", "ready"})) take({{}, Modality::planned}, verb);
      if (preposition == "from" && among(lemma, {"refrain", "desist"})) take({Polarity::negated, {}}, verb);
      return;
    }
    if (among(lemma, {"reject", "refuse", "dismiss", "rule"})) {
      if (!no) take({Polarity::negated, {}}, verb);
      return;
    }
    static constexpr std::string_view weighs[] = {
        "plan",   "plot",    "threaten", "demand",  "offer",    "propose", "deny",   "prevent",
        "avoid",  "avert",   "foil",     "thwart",  "prepare",  "fear",    "expect", "seek",
        "cancel", "request", "want",     "promise", "consider", "suspect", "urge",   "need"};
    bool turns = among(lemma, weighs);
    auto turn = turn_of_governor(lemma);
    if (turns && turn && !(no && turn->polarity)) take(*turn, verb);
  }

  const Tree& t_;
  std::optional<Polarity> polarity_;
  std::optional<Modality> modality_;
  std::vector<Span> spans_;
};

}  // namespace

Status status_of(const Tree& tree, TokenIndex word, TokenIndex carrier, std::vector<Derivation>& because) {
  Reader reader(tree);
  Status status = reader.read(word, carrier);
  if (!reader.spans().empty()) because.push_back({"status", "words that govern the event", reader.spans()});
  return status;
}

}  // namespace sitrep
