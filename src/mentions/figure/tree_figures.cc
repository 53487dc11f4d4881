// In four steps: cues give what they count (frames: object, subject, state ...); those coordinated with it
// are counted too; "including two children" and "12 of them children" are parts of what was counted before;
// numbers of money and goods are amounts wherever they stand.
#include "mentions/figure/tree_figures.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <string>

#include "lexicon/words.h"
#include "mentions/figure/counted.h"
#include "mentions/figure/cues.h"
#include "mentions/figure/numbers.h"
#include "mentions/figure/phrasal.h"
#include "mentions/figure/standing.h"

namespace sitrep {

using enum DependencyRelation;

namespace {

// Of one list of victims: a text that lists more is read in part.
constexpr std::size_t listed_max = 64;

class TreeFigures {
 public:
  TreeFigures(const Analysis& analysis, const ReadSentence& sentence)
      : a_(analysis), tree_(analysis, sentence), phrases_(analysis, tree_) {}

  void find(std::vector<FigureMention>& out) {
    // What is said of people comes before what describes them: "two wounded men died".
    for (TokenIndex t = tree_.first(); t < tree_.last(); ++t) bind_phrasal(t);
    for (TokenIndex t = tree_.first(); t < tree_.last(); ++t) bind_predicate(t);
    for (TokenIndex t = tree_.first(); t < tree_.last(); ++t) bind_noun(t);
    bind_tolls();
    coordinate();
    join_beside();
    for (TokenIndex t = tree_.first(); t < tree_.last(); ++t) bind_described(t);
    bind_adjacent();
    bind_parts();
    coordinate();
    bind_amounts();
    for (const Bound_& b : bound_) out.push_back(mention(b));
    std::stable_sort(out.end() - static_cast<std::ptrdiff_t>(bound_.size()), out.end(),
                     [](const FigureMention& x, const FigureMention& y) { return x.span < y.span; });
  }

 private:
  struct Bound_ {
    Phrase phrase;
    Counted measure;
    TokenIndex cue;
    bool part = false;
    bool cumulative = false;
  };

  // Whether `phrase` may be counted by `cue`; adds it then.
  bool add(const Phrase& phrase, Counted measure, CountedKind kind, TokenIndex cue, bool part = false) {
    bool numbered = phrase.how == CountedHow::quantity;
    switch (kind) {
      case CountedKind::any:
        if (phrases_.beasts(phrase)) return false;
        if (!numbered && phrase.how != CountedHow::pronoun && !phrases_.people(phrase)) return false;
        break;
      case CountedKind::number:
        if (!numbered || !phrases_.people(phrase)) return false;
        break;
      case CountedKind::people:
        if (phrase.how != CountedHow::pronoun && !phrases_.people(phrase)) return false;
        break;
      case CountedKind::things:
        if (!phrase.noun || phrases_.people(phrase) || phrase.how == CountedHow::pronoun) return false;
        if (!numbered && (phrase.how != CountedHow::one || phrase.definite)) return false;
        break;
      case CountedKind::troops:
        if (!numbered || !phrases_.troops(phrase)) return false;
        break;
    }
    bool missing_thing =
        measure == Counted::missing && phrase.how != CountedHow::pronoun && !phrases_.people(phrase);
    if (missing_thing) return false;
    for (Bound_& b : bound_) {
      if (b.phrase.head != phrase.head) continue;
      if (b.measure == measure) return true;
      // "nobody was killed or injured" tells two things, "nine were killed or injured" one
      bool none = numbered && phrases_.quantities()[phrase.quantity].quantity.bound == Bound::none;
      if (none) continue;
      bool harm = measure == Counted::killed || measure == Counted::injured;
      bool harm_before = b.measure == Counted::killed || b.measure == Counted::injured;
      if (harm && harm_before && tree_.relation(cue) == conj && tree_.head(cue) == b.cue &&
          joined_by_or(cue)) {
        b.measure = Counted::casualties;
        return true;
      }
    }
    if (bound_.size() < listed_max + phrases_.quantities().size())
      bound_.push_back({phrase, measure, cue, part});
    return true;
  }

  bool joined_by_or(TokenIndex t) const {
    for (TokenIndex c : tree_.children(t)) {
      if (tree_.relation(c) == cc && tree_.is(c, "or")) return true;
    }
    return false;
  }

  bool bound(TokenIndex head) const {
    return std::any_of(bound_.begin(), bound_.end(), [&](const Bound_& b) { return b.phrase.head == head; });
  }

  bool add_at(std::optional<TokenIndex> head, Counted measure, CountedKind kind, TokenIndex cue) {
    if (!head) return false;
    auto phrase = phrases_.phrase_at(*head);
    if (!phrase) return add_named(*head, measure, cue);
    if (!phrase_fits(*phrase, cue)) return false;
    return add(*phrase, measure, kind, cue);
  }

  // "the peasants Juan Soto and Pedro Ruiz": those that a noun in the plural names.
  bool add_named(TokenIndex head, Counted measure, TokenIndex cue) {
    if (tree_.token(head).tag != WordTag::NOUN) return false;
    for (TokenIndex c : tree_.children(head)) {
      if (c < head || (tree_.relation(c) != appos && tree_.relation(c) != flat)) continue;
      const Name* name = tree_.name_at(c);
      if (name == nullptr || name->kind != NameKind::person) continue;
      if (auto phrase = phrases_.phrase_at(c)) return add(*phrase, measure, CountedKind::people, cue);
    }
    return false;
  }

  // "the man killed in the raid" was told before; "soldiers are killed every day" tells of no day.
  bool phrase_fits(const Phrase& phrase, TokenIndex cue) const {
    if (phrase.how == CountedHow::quantity) return true;
    DependencyRelation relation = tree_.relation(cue);
    bool hung = relation == acl || relation == amod || relation == acl_relcl;
    if (hung && phrase.definite && tree_.head(cue) == phrase.head) {
      const Name* name = tree_.name_at(phrase.head);
      return name != nullptr && name->kind == NameKind::person;
    }
    if (phrase.how != CountedHow::several) return true;
    return !hung && past(cue);
  }

  // Happened once, as far as the verb tells.
  bool past(TokenIndex cue) const {
    const Token& t = tree_.token(cue);
    if (t.fine_tag == FineTag::VBD) return true;
    for (TokenIndex c : tree_.children(cue)) {
      if (tree_.relation(c) != aux && tree_.relation(c) != aux_pass && tree_.relation(c) != cop) continue;
      const std::string& norm = tree_.token(c).norm;
      if (norm == "was" || norm == "were" || norm == "been" || norm == "had" || norm == "has" ||
          norm == "have")
        return true;
    }
    return tree_.relation(cue) == conj && tree_.head(cue) < cue && past_simple(tree_.head(cue));
  }
  bool past_simple(TokenIndex t) const {
    return tree_.token(t).fine_tag == FineTag::VBD || tree_.child_is(t, "were") || tree_.child_is(t, "was");
  }

  // Those that a verb is done to: its object, or its subject where it is passive.
  std::optional<TokenIndex> undergoer(TokenIndex verb) const {
    bool passive = tree_.passive(verb);
    if (auto object = tree_.object(verb); object && !(passive && tree_.child(verb, nsubj_pass)))
      return object;
    if (passive) return tree_.subject(verb);
    const Token& t = tree_.token(verb);
    DependencyRelation relation = tree_.relation(verb);
    if (relation == conj) {
      TokenIndex first = tree_.head(verb);
      // "were shot and killed"
      bool participle = t.fine_tag == FineTag::VBN || t.fine_tag == FineTag::JJ || t.fine_tag == FineTag::VBD;
      bool own = tree_.child(verb, nsubj) || tree_.child(verb, nsubj_pass);
      // "three were killed and ten others, two of them guards, injured"
      if (participle && !own) {
        std::optional<TokenIndex> nearest;
        for (TokenIndex c : tree_.children(first)) {
          if (tree_.relation(c) != conj || c >= verb) continue;
          auto phrase = phrases_.phrase_at(c);
          if (phrase && phrase->how == CountedHow::quantity && phrases_.people(*phrase)) nearest = c;
        }
        if (nearest) return nearest;
      }
      if (participle && !own && (tree_.passive(first) || tree_.token(first).tag == WordTag::ADJ))
        return tree_.subject(first);
      if (own && t.fine_tag != FineTag::VBG) return tree_.subject(verb);  // "and 65 others injured"
    }
    // "killed and wounded 20": the object stands with one of them
    if (relation == conj && !tree_.child(verb, nsubj) && verb <= tree_.head(verb) + 3) {
      TokenIndex first = tree_.head(verb);
      bool alike = tree_.token(first).fine_tag == t.fine_tag;
      if (auto object = tree_.object(first); alike && object && *object > verb) return object;
    }
    for (TokenIndex c : tree_.children(verb)) {
      if (tree_.relation(c) != conj || c < verb) continue;
      if (tree_.token(c).tag != WordTag::VERB || tree_.child(c, nsubj)) continue;
      if (tree_.token(c).fine_tag != t.fine_tag) continue;
      bool adjacent = c <= verb + 3;
      if (auto object = tree_.object(c); object && adjacent) return object;
    }
    // A participle without any verb beside it: "3 killed", "65 others injured"
    bool bare = t.fine_tag == FineTag::VBN || t.fine_tag == FineTag::JJ || t.tag == WordTag::ADJ;
    if (bare || t.fine_tag == FineTag::VBD) {
      auto subject = tree_.child(verb, nsubj);
      bool intransitive = !tree_.child(verb, obj) && subject;
      if (intransitive) {
        auto phrase = phrases_.phrase_at(*subject);
        if (phrase && phrase->how == CountedHow::quantity && phrases_.people(*phrase)) return subject;
      }
    }
    return std::nullopt;
  }

  // "3 dead, 12 hurt": the quantity right before a word that the tree hung elsewhere.
  std::optional<TokenIndex> right_before(TokenIndex cue) const {
    TokenIndex t = cue;
    while (t > tree_.first() && tree_.token(t - 1).tag == WordTag::ADV) --t;
    if (t == tree_.first()) return std::nullopt;
    --t;
    for (const auto& placed : phrases_.quantities()) {
      if (!placed.other && placed.head == t) return t;
    }
    return std::nullopt;
  }

  void bind_predicate(TokenIndex t) {
    const Token& token = tree_.token(t);
    if (token.tag == WordTag::VERB) {
      const Cue* cue = cue_of(token.lemma, CueClass::verb);
      if (cue == nullptr) cue = cue_of(token.norm, CueClass::verb);
      if (cue != nullptr) bind_verb(t, *cue);
    } else if (token.tag == WordTag::ADJ || (token.tag == WordTag::NOUN && token.norm != "dead")) {
      const Cue* cue = cue_of(token.norm, CueClass::adjective);
      if (cue == nullptr || tree_.relation(t) == amod) return;
      bind_state(t, *cue);
    }
  }

  void bind_verb(TokenIndex t, const Cue& cue) {
    if (cue.as == CountedAs::subject) {
      auto who = tree_.subject(t);
      bool transitive = cue.measure == Counted::killed && tree_.child(t, obj);
      if (who && !transitive) {
        if (cue.kind == CountedKind::people && cue.measure == Counted::displaced && !civil(*who)) return;
        add_at(who, cue.measure, cue.kind, t);
      }
      return;
    }
    auto who = undergoer(t);
    if (!who && tree_.token(t).fine_tag != FineTag::VBG) who = right_before(t);
    if (who) add_at(who, cue.measure, cue.kind, t);
  }

  bool civil(TokenIndex head) const {
    auto phrase = phrases_.phrase_at(head);
    return phrase && phrase->how != CountedHow::one &&
           (!phrase->noun || phrases_.civil_noun(*phrase->noun)) && phrase->noun;
  }

  void bind_state(TokenIndex t, const Cue& cue) {
    // "nine dead" as a noun: counted itself
    if (auto phrase = phrases_.phrase_at(t); phrase && phrase->how == CountedHow::quantity) {
      add(*phrase, cue.measure, CountedKind::any, t);
      return;
    }
    if (tree_.child_is(t, "the") && !tree_.child(t, cop)) return;  // "among the dead"
    auto who = right_before(t);
    if (!who) who = tree_.subject(t);
    if (who) add_at(who, cue.measure, cue.kind, t);
  }

  // "two wounded soldiers", "13 missing hikers": described only, if nothing else was said of them.
  void bind_described(TokenIndex t) {
    const Token& token = tree_.token(t);
    if (tree_.relation(t) != amod && token.norm != "dead") return;
    const Cue* cue = cue_of(token.norm, CueClass::adjective);
    if (cue == nullptr) return;
    TokenIndex noun = tree_.relation(t) == amod ? tree_.head(t) : t;
    if (noun < t || bound(noun)) {
      if (noun >= t || bound(noun)) return;
    }
    auto phrase = phrases_.phrase_at(noun);
    if (phrase && phrase->how == CountedHow::quantity) add(*phrase, cue->measure, cue->kind, t);
  }

  // What the tree hung elsewhere: "... killed at least 150 persons", "nine killed".
  void bind_adjacent() {
    for (const auto& q : phrases_.quantities()) {
      if (q.other || bound(q.head) || q.quantity.bound == Bound::none || q.whole) continue;
      auto phrase = phrases_.phrase_at(q.head);
      if (!phrase || !phrases_.people(*phrase)) continue;
      TokenIndex first = tree_.token_at(q.quantity.first);
      if (first > tree_.first()) {
        TokenIndex before = first - 1;
        const Token& verb = tree_.token(before);
        const Cue* cue = verb.tag == WordTag::VERB || verb.tag == WordTag::ADJ
                             ? cue_of(verb.lemma, CueClass::verb)
                             : nullptr;
        bool be = before > tree_.first() && tree_.token(before - 1).tag == WordTag::AUX;
        if (cue != nullptr && cue->as == CountedAs::object && !be) {
          add(*phrase, cue->measure, cue->kind, before);
          continue;
        }
      }
      TokenIndex behind = q.head + 1;
      if (behind >= tree_.last()) continue;
      const Token& token = tree_.token(behind);
      bool participle = token.fine_tag == FineTag::VBN || token.tag == WordTag::ADJ;
      const Cue* cue = participle ? cue_of(token.norm, CueClass::adjective) : nullptr;
      if (cue != nullptr) add(*phrase, cue->measure, cue->kind, behind);
    }
  }

  // "nine deaths", "the killing of nine", "Ida Holm's death".
  void bind_noun(TokenIndex t) {
    const Token& token = tree_.token(t);
    bool noun = token.tag == WordTag::NOUN || token.fine_tag == FineTag::VBG;
    if (!noun && token.norm != "dead" && token.norm != "wounded" && token.norm != "injured") return;
    if (token.norm == "dead" || token.norm == "wounded" || token.norm == "injured") {
      const Cue* cue = cue_of(token.norm, CueClass::adjective);
      auto phrase = phrases_.phrase_at(t);
      if (phrase && phrase->how == CountedHow::quantity && tree_.relation(t) != amod)
        add(*phrase, cue->measure, CountedKind::any, t);
      return;
    }
    if (token.lemma == "victim" || token.lemma == "loss") {
      auto phrase = phrases_.phrase_at(t);
      bool none = phrase && phrase->how == CountedHow::quantity &&
                  phrases_.quantities()[phrase->quantity].quantity.bound == Bound::none;
      if (none) bound_.push_back({*phrase, Counted::casualties, t});
      return;
    }
    const Cue* counted = noun_cue(token.lemma, CountedAs::itself);
    if (counted == nullptr) counted = noun_cue(token.norm, CountedAs::itself);
    if (const Cue* cue = counted) {
      auto phrase = phrases_.phrase_at(t);
      if (phrase && phrase->how == CountedHow::quantity) {
        add(*phrase, cue->measure, CountedKind::any, t);
        return;
      }
      if (token.lemma == "body" || token.lemma == "corpse" || token.lemma == "remains") {
        // "the bodies of two hunters"
        if (auto of = tree_.child_with_case(t, "of")) add_at(of, cue->measure, CountedKind::people, t);
        return;
      }
    }
    const Cue* deed = noun_cue(token.lemma, CountedAs::deed);
    if (deed == nullptr || cue_of(token.lemma, CueClass::verb) != nullptr) {
      if (deed == nullptr) return;
    }
    if (token.tag == WordTag::VERB && tree_.child(t, obj)) return;
    CountedKind kind = deed->kind == CountedKind::any ? CountedKind::people : deed->kind;
    for (TokenIndex c : tree_.children(t)) {
      bool of = c > t && tree_.has_case(c, "of") && !unit(c);
      bool whose = tree_.relation(c) == nmod_poss && c < t;
      if (!of && !whose) continue;
      auto phrase = phrases_.phrase_at(c);
      if (!phrase || phrase->how == CountedHow::several || phrase->how == CountedHow::pronoun) continue;
      add(*phrase, deed->measure, kind, t);
    }
  }

  bool unit(TokenIndex t) const { return word_classes(tree_.token(t).norm).has(WordClass::unit); }

  void bind_phrasal(TokenIndex t) {
    auto found = phrasal_cue(tree_, t);
    if (!found) return;
    std::optional<TokenIndex> who;
    switch (found->counted) {
      case PhrasalCue::Counts::object:
        who = undergoer(found->verb);
        break;
      case PhrasalCue::Counts::subject:
        who = tree_.subject(found->verb);
        break;
      case PhrasalCue::Counts::agent:
        who = tree_.child(found->verb, obl_agent);
        if (!who) who = tree_.child_with_case(found->verb, "by");
        break;
      case PhrasalCue::Counts::token:
        who = found->token;
        break;
    }
    if (!who) return;
    if (found->measure == Counted::displaced && !found->any && !civil(*who)) return;
    auto phrase = phrases_.phrase_at(*who);
    if (!phrase) add_named(*who, found->measure, found->cue);
    if (!phrase || !phrase_fits(*phrase, found->cue)) return;
    if (found->numbered && phrase->how != CountedHow::quantity) return;
    add(*phrase, found->measure, found->kind, found->cue);
  }

  // "the toll rose to 56", "a toll of nine", "the number of wounded at between 50 and 80", "estimates of the
  // dead".
  void bind_tolls() {
    for (TokenIndex t = tree_.first(); t < tree_.last(); ++t) {
      auto toll = toll_at(tree_, t);
      if (!toll) continue;
      for (std::size_t i = 0; i < phrases_.quantities().size(); ++i) {
        const auto& q = phrases_.quantities()[i];
        if (q.core <= toll->last || q.other || q.core > toll->last + 14) continue;
        if (bound(q.head) || q.quantity.bound == Bound::none) continue;
        if (!states_toll(toll->last, tree_.token_at(q.quantity.first))) break;
        if (q.quantity.bound == Bound::range && toll->cumulative && grew(toll->last, q.core))
          grown_.push_back(i);
        auto phrase = phrases_.phrase_at(q.head);
        if (!phrase || !phrases_.people(*phrase)) break;
        bound_.push_back({*phrase, toll->measure, toll->cue, false, toll->cumulative});
        break;
      }
    }
  }

  // Whether the words between a toll and a number say that the number is the toll.
  bool states_toll(TokenIndex from, TokenIndex to) const {
    if (to <= from) return false;
    const std::string& before = tree_.token(to - 1).norm;
    static constexpr std::string_view joints[] = {
        "to",     "at",    "of",     ":",      "is",     "was",    "reached",  "reaches", "reach",
        "stands", "stood", "hits",   "hit",    "passed", "passes", "exceeded", "exceeds", "topped",
        "tops",   "range", "ranges", "ranged", "were",   "are",    "by",       "as",      "than"};
    bool joint = std::find(std::begin(joints), std::end(joints), before) != std::end(joints);
    bool range_from = tree_.token(to).norm == "from" || tree_.token(to).norm == "between";
    if (!joint && !range_from) return false;
    // no other number's words between, no new clause
    for (TokenIndex t = from + 1; t + 1 < to; ++t) {
      const Token& token = tree_.token(t);
      if (token.norm == ";" || token.norm == "while" || token.norm == "but") return false;
    }
    return before != "by" ? true : false;
  }

  // "rose from 20 to 31": the toll is the latter.
  bool grew(TokenIndex from, TokenIndex to) const {
    static constexpr std::string_view verbs[] = {"rose",    "risen",  "rises",     "climbed",
                                                 "grew",    "jumped", "increased", "went",
                                                 "revised", "raised", "rising"};
    for (TokenIndex t = from; t < to; ++t) {
      if (std::find(std::begin(verbs), std::end(verbs), tree_.token(t).norm) != std::end(verbs)) return true;
    }
    return false;
  }

  // Those coordinated with one counted, where nothing else is said of them.
  void coordinate() {
    for (std::size_t i = 0; i < bound_.size() && bound_.size() < listed_max * 4; ++i) {
      Bound_ first = bound_[i];
      for (TokenIndex c : tree_.children(first.phrase.head)) {
        if (tree_.relation(c) != conj || bound(c) || said_otherwise(c, first)) continue;
        auto phrase = phrases_.phrase_at(c);
        if (!phrase || phrase->how == CountedHow::several || phrase->how == CountedHow::pronoun) continue;
        if (phrase->how == CountedHow::one && !phrases_.people(*phrase)) {
          if (first.measure != Counted::destroyed) continue;
        }
        CountedKind kind = first.measure == Counted::destroyed ? CountedKind::things : CountedKind::people;
        if (phrase->how == CountedHow::quantity && first.measure != Counted::destroyed)
          kind = CountedKind::any;
        if (first.measure == Counted::participants || first.measure == Counted::deployed)
          kind = CountedKind::number;
        if (add(*phrase, first.measure, kind, first.cue, first.part))
          bound_.back().cumulative = first.cumulative;
      }
    }
  }

  // "nine soldiers were killed, as well as one or two fighters": joined by words that trees hang anywhere.
  void join_beside() {
    for (const auto& q : phrases_.quantities()) {
      if (q.other || bound(q.head) || !beside(begin_of(q.head))) continue;
      const Bound_* before = nearest_before(q.head, bound_.size());
      if (before == nullptr) continue;
      Bound_ first = *before;
      bool harm = first.measure == Counted::killed || first.measure == Counted::injured;
      if (!harm || said_otherwise(q.head, first)) continue;
      auto phrase = phrases_.phrase_at(q.head);
      if (phrase) add(*phrase, first.measure, CountedKind::people, first.cue, first.part);
    }
  }

  // Whether "as well as", "along with", "together with" or "in addition to" stands before a token.
  bool beside(TokenIndex begin) const {
    auto ends = [&](std::initializer_list<std::string_view> words) {
      if (begin < tree_.first() + words.size()) return false;
      TokenIndex at = begin - static_cast<TokenIndex>(words.size());
      return std::all_of(words.begin(), words.end(),
                         [&](std::string_view word) { return tree_.is(at++, word); });
    };
    return ends({"as", "well", "as"}) || ends({"along", "with"}) || ends({"together", "with"}) ||
           ends({"in", "addition", "to"});
  }

  // "nine killed and 20 injured": the second has its own word.
  bool said_otherwise(TokenIndex t, const Bound_& first) const {
    for (TokenIndex c : tree_.children(t)) {
      if (tree_.relation(c) != acl && tree_.relation(c) != amod && tree_.relation(c) != acl_relcl) continue;
      const Cue* cue = cue_of(tree_.token(c).norm, CueClass::adjective);
      if (cue != nullptr && cue->measure != first.measure) return true;
    }
    return cue_of(tree_.token(t).norm, CueClass::adjective) != nullptr;
  }

  // "including two children", "12 of them children", "among them a doctor", "three of the dead were women".
  void bind_parts() {
    std::size_t wholes = bound_.size();
    for (const auto& q : phrases_.quantities()) {
      if (q.other || bound(q.head)) continue;
      auto phrase = phrases_.phrase_at(q.head);
      if (!phrase) continue;
      if (q.whole && part_of_whole(q, *phrase)) continue;
      if (among_those(q.head, *phrase)) continue;
      if (q.quantity.of_two) continue;
      if (phrase->noun && !phrases_.people(*phrase)) continue;
      if (included(q.head) && part_of_nearest(*phrase, wholes)) continue;
      if (of_the_eighteen(*phrase, wholes)) continue;
      if (!phrase->noun && badly(q) && harmed_before(q.head)) part_of_nearest(*phrase, wholes);
    }
    // one without a number: "including a doctor"
    for (TokenIndex t = tree_.first(); t < tree_.last(); ++t) {
      if (bound(t) || !included(t)) continue;
      auto phrase = phrases_.phrase_at(t);
      if (!phrase || phrase->how != CountedHow::one || !phrases_.people(*phrase)) continue;
      part_of_nearest(*phrase, wholes);
    }
    for (TokenIndex t = tree_.first(); t < tree_.last(); ++t) bind_named_dead(t);
    // Parts that their own word of harm counted: "two of them were killed", "including three who died"
    for (Bound_& b : bound_) {
      if (b.phrase.how == CountedHow::quantity) {
        const auto& q = phrases_.quantities()[b.phrase.quantity];
        bool share = q.whole && (tree_.is(*q.whole, "them") || tree_.is(*q.whole, "whom") ||
                                 tree_.is(*q.whole, "those"));
        if (share || (q.whole && q.noun))
          b.part = b.part || (q.quantity.bound != Bound::none && !singular_share(q));
      }
      if (included(b.phrase.head)) b.part = true;
    }
  }

  // "Among the dead were a doctor and two nurses", "the wounded include four students", "the dead were named
  // as".
  void bind_named_dead(TokenIndex t) {
    const Token& token = tree_.token(t);
    const Cue* state = cue_of(token.norm, CueClass::adjective);
    bool victims = token.norm == "victims";
    if ((state == nullptr && !victims) || !tree_.child_is(t, "the")) return;
    Counted measure = victims ? Counted::killed : state->measure;
    TokenIndex from = t;
    if (tree_.has_case(t, "among")) {
      auto who = tree_.child(t, nsubj);
      if (!who && !tree_.root(t)) who = tree_.child(tree_.head(t), nsubj);
      if (!who && !tree_.root(t) && tree_.head(t) > t) who = tree_.head(t);
      if (who && *who != t) name_dead(*who, measure, t);
      return;
    }
    if (tree_.root(t) || (tree_.relation(t) != nsubj && tree_.relation(t) != nsubj_pass)) return;
    from = tree_.head(t);
    const std::string& verb = tree_.token(from).norm;
    bool names = verb == "include" || verb == "included" || verb == "includes" || verb == "identified" ||
                 verb == "named" || verb == "were" || verb == "are";
    if (names) {
      for (TokenIndex c : tree_.children(from)) {
        bool named =
            c > from && (tree_.relation(c) == obj || tree_.relation(c) == obl || tree_.relation(c) == xcomp);
        if (named) name_dead(c, measure, t);
      }
    } else if (tree_.child(from, cop) && tree_.token(from).tag != WordTag::VERB) {
      name_dead(from, measure, t, false);  // "the dead were 12 farmers"
    }
  }

  void name_dead(TokenIndex who, Counted measure, TokenIndex cue, bool part = true) {
    auto phrase = phrases_.phrase_at(who);
    if (phrase && phrase->how != CountedHow::several && phrases_.people(*phrase)) {
      for (Bound_& b : bound_) {
        if (b.phrase.head == who && b.measure == measure) b.part = part;
      }
      if (!bound(who)) bound_.push_back({*phrase, measure, cue, part});
    }
    for (TokenIndex c : tree_.children(who)) {
      if (tree_.relation(c) == conj && bound_.size() < listed_max) name_dead(c, measure, cue, part);
    }
  }

  // "one of the guards" is one man, whoever the others are.
  static bool singular_share(const CountedPhrases::Placed& q) {
    return q.quantity.low == 1 && q.quantity.high == 1;
  }

  // "6 children were among 21 people killed"
  bool among_those(TokenIndex head, const Phrase& phrase) {
    if (tree_.relation(head) != nsubj) return false;
    TokenIndex whole = tree_.head(head);
    if (!tree_.has_case(whole, "among")) return false;
    const Cue* state = cue_of(tree_.token(whole).norm, CueClass::adjective);
    for (const Bound_& b : bound_) {
      if (b.phrase.head != whole) continue;
      bound_.push_back({phrase, b.measure, b.cue, true});
      return true;
    }
    if (state == nullptr) return false;
    bound_.push_back({phrase, state->measure, whole, true});
    return true;
  }

  bool part_of_whole(const CountedPhrases::Placed& q, const Phrase& phrase) {
    TokenIndex whole = *q.whole;
    const Token& token = tree_.token(whole);
    std::optional<Counted> measure;
    TokenIndex cue = whole;
    if (const Cue* state = cue_of(token.norm, CueClass::adjective)) {
      measure = state->measure;
    } else if (token.norm == "victims" || token.norm == "casualties") {
      measure = token.norm == "victims" ? Counted::killed : Counted::casualties;
    } else if (token.norm == "those") {
      for (TokenIndex c : tree_.children(whole)) {
        const Cue* done = cue_of(tree_.token(c).norm, CueClass::adjective);
        if (done == nullptr && tree_.token(c).tag == WordTag::VERB)
          done = cue_of(tree_.token(c).lemma, CueClass::verb);
        if (done != nullptr) measure = done->measure, cue = c;
      }
    } else if (token.norm == "them" || token.norm == "whom" || token.norm == "these") {
      const Bound_* nearest = nearest_before(phrase.head, bound_.size());
      if (nearest == nullptr) return false;
      measure = nearest->measure;
      cue = nearest->cue;
    }
    if (!measure) return false;
    Phrase part = phrase;
    part.noun = described_as(phrase, whole);
    // "many of them elderly" counts nobody
    if (!part.noun && q.quantity.bound == Bound::vague && tree_.token(whole).tag == WordTag::PRON)
      return false;
    bound_.push_back({part, *measure, cue, true});
    return true;
  }

  // "12 of them children", "three of the dead were women", "11 of whom were members": the noun of the part.
  std::optional<TokenIndex> described_as(const Phrase& phrase, TokenIndex whole) const {
    auto person = [&](TokenIndex t) {
      return phrases_.person_noun(t) && tree_.token(t).tag == WordTag::NOUN;
    };
    TokenIndex above = tree_.head(phrase.head);
    if (above > whole && person(above) && tree_.relation(phrase.head) == nsubj) return above;
    TokenIndex stop = std::min(tree_.last(), whole + 8);
    for (TokenIndex t = whole + 1; t < stop; ++t) {
      const Token& token = tree_.token(t);
      bool filler = token.tag == WordTag::AUX || token.tag == WordTag::ADV || token.tag == WordTag::ADJ ||
                    token.tag == WordTag::DET;
      if (person(t)) return t;
      if (token.tag == WordTag::NOUN && t + 1 < stop && tree_.token(t + 1).tag == WordTag::NOUN) continue;
      if (!filler && token.norm != "killed" && token.norm != "wounded" && token.norm != "injured") break;
    }
    return std::nullopt;
  }

  const Bound_* nearest_before(TokenIndex head, std::size_t among) const {
    const Bound_* nearest = nullptr;
    const Bound_* first_behind = nullptr;
    for (std::size_t i = 0; i < among; ++i) {
      const Bound_& b = bound_[i];
      if (b.measure == Counted::amount) continue;
      if (b.phrase.head < head) {
        if (!b.part && (nearest == nullptr || b.phrase.head > nearest->phrase.head)) nearest = &b;
      } else if (b.phrase.head > head &&
                 (first_behind == nullptr || b.phrase.head < first_behind->phrase.head)) {
        first_behind = &b;
      }
    }
    return nearest != nullptr ? nearest : first_behind;
  }

  // Whether "including", "among them" stands before a noun, or before what it is coordinated with.
  bool included(TokenIndex head) const {
    TokenIndex t = head;
    for (int i = 0; i < 8; ++i) {
      for (TokenIndex c : tree_.children(t)) {
        const std::string& norm = tree_.token(c).norm;
        if (c < t && (norm == "including" || norm == "included" || norm == "inclusive")) return true;
        if (c < t && norm == "among" && t != head) return false;
        if (c < t && (norm == "them" || norm == "whom") && tree_.has_case(c, "among")) return true;
      }
      if (!tree_.root(t)) {
        TokenIndex above = tree_.head(t);
        bool object_of = tree_.relation(t) == obj || tree_.relation(t) == nmod || tree_.relation(t) == obl;
        if (object_of && tree_.lemma(above, "include")) return true;
      }
      TokenIndex phrase = begin_of(t);
      if (phrase > tree_.first()) {
        TokenIndex before = phrase - 1;
        if (tree_.is(before, "including") || tree_.is(before, "included")) return true;
        bool them = tree_.is(before, "them") || tree_.is(before, "whom");
        if (them && before > tree_.first() && tree_.is(before - 1, "among")) return true;
      }
      if (tree_.relation(t) != conj && tree_.relation(t) != appos) return false;
      t = tree_.head(t);
    }
    return false;
  }

  TokenIndex begin_of(TokenIndex t) const {
    TokenIndex begin = t;
    for (TokenIndex c : tree_.children(t)) {
      if (tree_.relation(c) == case_ || tree_.relation(c) == punct || tree_.relation(c) == cc) continue;
      begin = std::min(begin, c);
    }
    // with "at least", which hangs on the number
    for (const auto& q : phrases_.quantities()) {
      if (q.head == t) begin = std::min(begin, tree_.token_at(q.quantity.first));
    }
    return begin;
  }

  bool part_of_nearest(const Phrase& phrase, std::size_t wholes) {
    const Bound_* whole = nearest_before(phrase.head, wholes);
    if (whole == nullptr) return false;
    bound_.push_back({phrase, whole->measure, whole->cue, true});
    return true;
  }

  // "Of the 18 wounded, five are in critical condition."
  bool of_the_eighteen(const Phrase& phrase, std::size_t wholes) {
    if (phrase.noun || !tree_.is(tree_.first(), "of")) return false;
    DependencyRelation relation = tree_.relation(phrase.head);
    if (relation != nsubj && relation != nsubj_pass) return false;
    return part_of_nearest(phrase, wholes);
  }

  // "three seriously", "two in critical condition": behind those injured.
  bool badly(const CountedPhrases::Placed& q) const {
    static constexpr std::string_view words[] = {"seriously", "critically", "severely", "badly",
                                                 "gravely",   "slightly",   "lightly",  "fatally"};
    TokenIndex next = q.core + 1;
    if (next >= tree_.last()) return false;
    const std::string& norm = tree_.token(next).norm;
    bool condition = norm == "in" && (tree_.is(next + 1, "critical") || tree_.is(next + 1, "serious") ||
                                      tree_.is(next + 2, "critical") || tree_.is(next + 2, "serious"));
    return condition || std::find(std::begin(words), std::end(words), norm) != std::end(words);
  }
  bool harmed_before(TokenIndex head) const {
    return std::any_of(bound_.begin(), bound_.end(), [&](const Bound_& b) {
      return b.measure == Counted::injured && b.phrase.head < head;
    });
  }

  // Money and goods by weight.
  void bind_amounts() {
    for (std::size_t i = 0; i < phrases_.quantities().size(); ++i) {
      const auto& q = phrases_.quantities()[i];
      if (q.quantity.bound == Bound::none || bound(q.head)) continue;
      if (!amount_unit(q)) continue;
      Phrase phrase;
      phrase.how = CountedHow::quantity;
      phrase.head = q.core;
      phrase.quantity = i;
      bound_.push_back({phrase, Counted::amount, q.core});
    }
  }

  std::optional<Span> amount_unit(const CountedPhrases::Placed& q) const {
    return unit_of_amount(a_, q.quantity, tree_.word_of(tree_.first()), tree_.word_of(tree_.last() - 1) + 1);
  }

  bool cumulative(const Bound_& b, WordIndex first) const {
    if (b.cumulative) return true;
    if (b.part) return false;
    if (b.phrase.how != CountedHow::quantity) return false;
    if (phrases_.quantities()[b.phrase.quantity].quantity.total) return true;
    WordIndex begin = tree_.word_of(tree_.first());
    WordIndex end = tree_.word_of(tree_.last() - 1) + 1;
    return summed_up(a_, begin, end, first, tree_.word_of(b.cue));
  }

  FigureMention mention(const Bound_& b) const {
    FigureMention m;
    auto [first, last] = phrases_.words(b.phrase);
    m.first = first;
    m.last = last;
    m.span = a_.span(first, last);
    m.measure = b.measure;
    if (b.phrase.how == CountedHow::quantity) {
      const auto& placed = phrases_.quantities()[b.phrase.quantity];
      m.bound = placed.quantity.bound;
      m.low = placed.quantity.low;
      m.high = placed.quantity.high;
      if (std::find(grown_.begin(), grown_.end(), b.phrase.quantity) != grown_.end()) {
        m.bound = Bound::exact;
        m.low = m.high;
      }
    } else if (b.phrase.how == CountedHow::several) {
      m.bound = Bound::vague;
    } else {
      m.low = m.high = 1;
    }
    m.anaphoric = b.phrase.how == CountedHow::pronoun;
    m.added = phrases_.added(b.phrase);
    m.cue = tree_.word_of(b.cue);
    Standing standing = standing_of(tree_, b.cue);
    m.negated = standing.negated;
    m.unreal = standing.unreal;
    m.passive = b.phrase.head < b.cue;
    m.reach = b.part                 ? FigureReach::part
              : cumulative(b, first) ? FigureReach::cumulative
                                     : FigureReach::happening;
    if (b.measure == Counted::amount) {
      m.of = amount_unit(phrases_.quantities()[b.phrase.quantity]);
      return m;
    }
    m.of = phrases_.of(b.phrase);
    m.group = phrases_.body(b.phrase);
    if (m.of && b.phrase.noun) {
      m.of_group = m.group == m.of;
      WordIndex of_last = a_.word_at(m.of->end);
      for (WordIndex i = a_.word_at(m.of->begin); i < of_last; ++i) {
        WordClasses c = a_.word(i).classes;
        m.child |= c.has(WordClass::child);
        m.female |= c.has(WordClass::female);
        m.male |= c.has(WordClass::male);
        m.elderly |= c.has(WordClass::elderly);
        m.civilian |= c.has(WordClass::civilian);
        m.military |= c.has(WordClass::military);
      }
    }
    return m;
  }

  const Analysis& a_;
  SentenceTree tree_;
  CountedPhrases phrases_;
  std::vector<Bound_> bound_;
  std::vector<std::size_t> grown_;  // quantities "from 20 to 31" that end at the latter
};

}  // namespace

void find_figures_in_tree(const Analysis& analysis, const ReadSentence& sentence,
                          std::vector<FigureMention>& out) {
  if (sentence.first < sentence.last) TreeFigures(analysis, sentence).find(out);
}

}  // namespace sitrep
