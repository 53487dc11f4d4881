#include "mentions/figure/phrasal.h"

#include <algorithm>
#include <iterator>

#include "lexicon/words.h"

namespace sitrep {

using enum DependencyRelation;

namespace {

template <std::size_t size>
bool among(const std::string_view (&list)[size], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

constexpr std::string_view wounds[] = {"injury",     "wound",  "burn",      "fracture",
                                       "concussion", "bruise", "inhalation"};
constexpr std::string_view captives[] = {"hostage", "hostages", "captive", "captives"};
constexpr std::string_view prisoners[] = {"prisoner", "prisoners"};
constexpr std::string_view jails[] = {"custody", "detention", "jail", "prison"};

// The verb that governs `t`, some steps up.
std::optional<TokenIndex> verb_above(const SentenceTree& tree, TokenIndex t) {
  for (int i = 0; i < 3 && !tree.root(t); ++i) {
    t = tree.head(t);
    if (tree.token(t).tag == WordTag::VERB) return t;
  }
  return std::nullopt;
}

bool has_particle(const SentenceTree& tree, TokenIndex verb, std::string_view particle) {
  for (TokenIndex c : tree.children(verb)) {
    if (tree.token(c).norm != particle) continue;
    if (tree.relation(c) == compound_prt || tree.relation(c) == advmod || tree.relation(c) == obl ||
        tree.token(c).fine_tag == FineTag::RP) {
      return true;
    }
  }
  return tree.is(verb + 1, particle) && tree.token(verb + 1).fine_tag == FineTag::RP;
}

PhrasalCue object_of(TokenIndex verb, TokenIndex cue, Counted measure, CountedKind kind = CountedKind::any) {
  return {PhrasalCue::Counts::object, verb, 0, cue, measure, kind, false, false};
}
PhrasalCue subject_of(TokenIndex verb, TokenIndex cue, Counted measure, CountedKind kind = CountedKind::any) {
  return {PhrasalCue::Counts::subject, verb, 0, cue, measure, kind, false, false};
}
PhrasalCue itself(TokenIndex token, TokenIndex cue, Counted measure, CountedKind kind = CountedKind::any) {
  return {PhrasalCue::Counts::token, cue, token, cue, measure, kind, false, false};
}

// "claimed the lives of nine", "claimed nine lives", "lost their lives", "cost three workers their lives".
std::optional<PhrasalCue> lives(const SentenceTree& tree, TokenIndex t) {
  if (!tree.lemma(t, "life")) return std::nullopt;
  auto verb = verb_above(tree, t);
  if (auto of = tree.child_with_case(t, "of"); of && *of > t) {
    bool taken = verb && (tree.lemma(*verb, "claim") || tree.lemma(*verb, "take") ||
                          tree.lemma(*verb, "cost") || tree.lemma(*verb, "lose"));
    if (taken) return itself(*of, t, Counted::killed, CountedKind::people);
  }
  if (!verb || tree.relation(t) != obj) return std::nullopt;
  bool owned = tree.child(t, nmod_poss).has_value();
  if (tree.lemma(*verb, "lose") || tree.lemma(*verb, "give")) {
    if (owned) return subject_of(*verb, t, Counted::killed, CountedKind::people);
    return itself(t, t, Counted::killed, CountedKind::any);
  }
  if (tree.lemma(*verb, "claim") || tree.lemma(*verb, "take") || tree.lemma(*verb, "cost")) {
    if (owned && tree.child(*verb, iobj)) return itself(*tree.child(*verb, iobj), t, Counted::killed);
    if (!owned) return itself(t, t, Counted::killed, CountedKind::any);
  }
  return std::nullopt;
}

// "beaten to death", "burned alive", "shot dead a teacher".
std::optional<PhrasalCue> to_death(const SentenceTree& tree, TokenIndex t) {
  bool death = tree.is(t, "death") && tree.has_case(t, "to");
  auto verb = verb_above(tree, t);
  bool alive =
      tree.is(t, "alive") && verb && *verb < t && (tree.lemma(*verb, "burn") || tree.lemma(*verb, "bury"));
  bool shot_dead = tree.is(t, "dead") && tree.relation(t) == advmod && !tree.root(t) &&
                   tree.token(tree.head(t)).tag == WordTag::VERB;
  if (shot_dead) return object_of(tree.head(t), t, Counted::killed);
  if (!death && !alive) return std::nullopt;
  if (!verb) return std::nullopt;
  bool done_to = tree.passive(*verb) || tree.object(*verb);
  return done_to ? object_of(*verb, t, Counted::killed, CountedKind::any)
                 : subject_of(*verb, t, Counted::killed, CountedKind::any);
}

// "taken hostage", "holding 16 foreigners captive", "in custody", "taken prisoner".
std::optional<PhrasalCue> captivity(const SentenceTree& tree, TokenIndex t) {
  const std::string& norm = tree.token(t).norm;
  bool hostage = among(captives, norm);
  bool prisoner = among(prisoners, norm);
  bool jail = among(jails, norm) && (tree.has_case(t, "in") || tree.has_case(t, "into"));
  if (!hostage && !prisoner && !jail) return std::nullopt;
  if (jail) {
    if (tree.child(t, cop)) return subject_of(t, t, Counted::detained, CountedKind::people);
    auto verb = verb_above(tree, t);
    if (!verb) return std::nullopt;
    if (tree.lemma(*verb, "remain") || tree.lemma(*verb, "be"))
      return subject_of(*verb, t, Counted::detained, CountedKind::people);
    bool into = tree.lemma(*verb, "take") || tree.lemma(*verb, "hold") || tree.lemma(*verb, "keep");
    if (!into) return std::nullopt;
    return object_of(*verb, t, Counted::detained, CountedKind::people);
  }
  // "six others hostage": the noun has no number of its own
  if (tree.child(t, nummod) || tree.child(t, det)) return std::nullopt;
  auto verb = verb_above(tree, t);
  if (!verb || *verb > t) return std::nullopt;
  bool holds = tree.lemma(*verb, "take") || tree.lemma(*verb, "hold") || tree.lemma(*verb, "seize") ||
               tree.lemma(*verb, "keep");
  if (!holds) return std::nullopt;
  Counted measure = hostage ? Counted::abducted : Counted::detained;
  // the object may have become the noun's own: "taken [six others hostage]"
  if (tree.relation(t) == obj && !tree.passive(*verb)) {
    for (TokenIndex c : tree.children(t)) {
      if (c < t && (tree.relation(c) == compound || tree.relation(c) == nmod ||
                    tree.relation(c) == nmod_unmarked || tree.relation(c) == nmod_poss)) {
        return itself(c, t, measure, CountedKind::people);
      }
    }
  }
  return object_of(*verb, t, measure, CountedKind::people);
}

// Verbs that tell with their object, particle or place.
std::optional<PhrasalCue> verb_phrase(const SentenceTree& tree, TokenIndex t) {
  if (tree.token(t).tag != WordTag::VERB) return std::nullopt;
  const std::string& lemma = tree.token(t).lemma;
  auto object = tree.object(t);
  auto object_is = [&](std::string_view noun) { return object && tree.lemma(*object, noun); };
  auto with = [&](std::string_view preposition, std::string_view noun) {
    for (TokenIndex c : tree.children(t)) {
      if (tree.lemma(c, noun) && tree.has_case(c, preposition)) return true;
    }
    return false;
  };
  using Kind = CountedKind;
  if ((lemma == "suffer" || lemma == "sustain" || lemma == "receive") && object &&
      among(wounds, tree.token(*object).lemma)) {
    return subject_of(t, *object, Counted::injured, Kind::any);
  }
  if (lemma == "treat") {
    for (TokenIndex c : tree.children(t)) {
      if (tree.has_case(c, "for") && among(wounds, tree.token(c).lemma))
        return object_of(t, c, Counted::injured);
    }
  }
  bool moved = lemma == "take" || lemma == "rush" || lemma == "bring" || lemma == "admit" ||
               lemma == "transport" || lemma == "hospitalize";
  if (moved && (with("to", "hospital") || with("to", "clinic"))) {
    PhrasalCue cue = object_of(t, t, Counted::injured, Kind::number);
    return cue;
  }
  if ((lemma == "gun" || lemma == "mow" || tree.is(t, "gunned") || tree.is(t, "gunning")) &&
      has_particle(tree, t, "down"))
    return object_of(t, t, Counted::killed);
  if (lemma == "wipe" && has_particle(tree, t, "out")) return object_of(t, t, Counted::killed, Kind::number);
  if (lemma == "blow" && has_particle(tree, t, "up")) {
    bool reflexive = object && (tree.is(*object, "himself") || tree.is(*object, "herself") ||
                                tree.is(*object, "themselves") || tree.is(*object, "itself"));
    if (reflexive) return subject_of(t, t, Counted::killed, Kind::any);
    return object_of(t, t, Counted::destroyed, Kind::things);
  }
  if ((lemma == "shoot" || lemma == "bring") && has_particle(tree, t, "down"))
    return object_of(t, t, Counted::destroyed, Kind::things);
  if (lemma == "set" && (with("on", "fire") || tree.child_is(t, "ablaze") || tree.child_is(t, "alight") ||
                         tree.child_is(t, "afire"))) {
    return object_of(t, t, Counted::destroyed, Kind::things);
  }
  if (lemma == "set" && object_is("fire")) {
    // "set fire to 20 cars"
    for (TokenIndex c : tree.children(t)) {
      if (tree.has_case(c, "to")) return itself(c, t, Counted::destroyed, Kind::things);
    }
    if (auto to = tree.child_with_case(*object, "to"))
      return itself(*to, t, Counted::destroyed, Kind::things);
  }
  if (lemma == "lose" && object && !tree.lemma(*object, "life")) {
    const Token& noun = tree.token(*object);
    static constexpr std::string_view machines[] = {
        "vehicle", "tank", "aircraft", "helicopter", "plane", "ship", "drone", "truck", "jet", "boat", "gun"};
    if (among(machines, noun.lemma)) return object_of(t, t, Counted::destroyed, Kind::things);
    return object_of(t, t, Counted::killed, Kind::number);
  }
  if (lemma == "round" && has_particle(tree, t, "up"))
    return object_of(t, t, Counted::detained, Kind::people);
  if ((lemma == "lay" || tree.is(t, "laid")) && object_is("arm"))
    return subject_of(t, t, Counted::surrendered, Kind::people);
  if (lemma == "give" && has_particle(tree, t, "up") &&
      (tree.child_is(t, "themselves") || tree.child_is(t, "himself")))
    return subject_of(t, t, Counted::surrendered, Kind::people);
  if ((lemma == "leave" || lemma == "abandon") &&
      (object_is("home") || object_is("house") || object_is("village")))
    return subject_of(t, t, Counted::displaced, Kind::number);
  if ((lemma == "force" || lemma == "drive") && (with("from", "home") || with("from", "house"))) {
    PhrasalCue cue = object_of(t, t, Counted::displaced, Kind::number);
    return cue;
  }
  if ((lemma == "draw" || lemma == "attract") && object)
    return object_of(t, t, Counted::participants, Kind::number);
  if ((lemma == "take" && object_is("part")) || lemma == "participate" || lemma == "attend") {
    PhrasalCue cue = subject_of(t, t, Counted::participants);
    cue.numbered = true;
    return cue;
  }
  bool carried_out = lemma == "carry" && has_particle(tree, t, "out") && tree.passive(t);
  if (carried_out)
    return PhrasalCue{PhrasalCue::Counts::agent, t, 0, t, Counted::participants, Kind::number, true, true};
  if (lemma == "move" && tree.passive(t)) return object_of(t, t, Counted::deployed, Kind::troops);
  return std::nullopt;
}

}  // namespace

std::optional<PhrasalCue> phrasal_cue(const SentenceTree& tree, TokenIndex t) {
  // "Bomb kills 9, wounds 20": a verb of a headline that the tree takes for something else
  const Token& token = tree.token(t);
  if (token.tag != WordTag::VERB && t + 1 < tree.last() && tree.token(t + 1).tag == WordTag::NUM) {
    const Cue* cue =
        token.norm == "wounds" ? cue_of("wound", CueClass::verb) : cue_of(token.norm, CueClass::verb);
    bool active = !token.norm.ends_with("ed");
    if (cue != nullptr && cue->as == CountedAs::object && active)
      return itself(t + 1, t, cue->measure, CountedKind::any);
  }
  if (auto cue = lives(tree, t)) return cue;
  if (auto cue = to_death(tree, t)) return cue;
  if (auto cue = captivity(tree, t)) return cue;
  return verb_phrase(tree, t);
}

std::optional<TollWords> toll_at(const SentenceTree& tree, TokenIndex t) {
  const Token& token = tree.token(t);
  if (token.norm == "toll") {
    bool injury = t > tree.first() && (tree.is(t - 1, "injury") || tree.is(t - 1, "injured"));
    bool tax = t > tree.first() && (tree.is(t - 1, "road") || tree.is(t - 1, "bridge"));
    if (tax) return std::nullopt;
    return TollWords{t, t, injury ? Counted::injured : Counted::killed, true};
  }
  static constexpr std::string_view sums[] = {"number", "estimate", "count", "tally", "total", "figure"};
  if (!among(sums, token.lemma)) return std::nullopt;
  auto of = tree.child_with_case(t, "of");
  if (!of) return std::nullopt;
  bool cumulative = token.lemma != "estimate" && token.lemma != "figure";
  const Token& noun = tree.token(*of);
  TokenIndex last = *of;
  if (const Cue* cue = cue_of(noun.norm, CueClass::adjective))
    return TollWords{*of, last, cue->measure, cumulative};
  if (const Cue* cue = noun_cue(noun.lemma, CountedAs::itself))
    return TollWords{*of, last, cue->measure, cumulative};
  // "the number of people killed in the quake", "of wounded soldiers"
  for (TokenIndex c : tree.children(*of)) {
    if (tree.relation(c) != acl && tree.relation(c) != amod && tree.relation(c) != acl_relcl) continue;
    const Cue* cue = cue_of(tree.token(c).norm, CueClass::adjective);
    if (cue == nullptr && tree.token(c).tag == WordTag::VERB)
      cue = cue_of(tree.token(c).lemma, CueClass::verb);
    if (cue != nullptr) return TollWords{c, std::max(c, *of), cue->measure, cumulative};
  }
  if (noun.lemma == "victim") return TollWords{*of, last, Counted::killed, cumulative};
  return std::nullopt;
}

std::optional<Span> unit_of_amount(const Analysis& a, const Quantity& q, WordIndex begin, WordIndex end) {
  static constexpr std::string_view currencies[] = {
      "dollar",  "dollars", "euro",     "euros",     "pound",  "pounds",   "rouble",    "roubles", "ruble",
      "rubles",  "rupee",   "rupees",   "franc",     "francs", "shilling", "shillings", "afghani", "afghanis",
      "riyal",   "riyals",  "peso",     "pesos",     "dinar",  "dinars",   "lira",      "liras",   "yen",
      "yuan",    "hryvnia", "hryvnias", "naira",     "rand",   "dirham",   "dirhams",   "shekel",  "shekels",
      "colones", "intis",   "cordobas", "quetzales", "usd",    "eur",      "gbp"};
  static constexpr std::string_view weights[] = {
      "tonne", "tonnes", "ton",    "tons",   "kilogram", "kilograms", "kilo", "kilos",
      "kg",    "litre",  "litres", "liters", "barrels",  "sacks",     "bags", "truckloads"};
  static constexpr std::string_view marks[] = {"$", "€", "£", "¥", "₹", "₽", "₦"};
  if (!q.low && !q.high && q.bound != Bound::vague) return std::nullopt;
  if (q.number > begin && among(marks, a.text(q.number - 1))) return a.word(q.number - 1).span;
  WordIndex next = q.last;
  if (next < end && a.is(next, "us")) ++next;
  if (next < end && a.is(next, "of")) ++next;
  if (next >= end) return std::nullopt;
  if (among(currencies, a.lower(next)) || among(marks, a.text(next))) return a.word(next).span;
  if (!among(weights, a.lower(next))) return std::nullopt;
  // "a 500 kg bomb" has a weight, it is no amount
  bool of_goods = next + 1 >= end || a.is(next + 1, "of") || a.word(next + 1).kind != WordKind::word ||
                  a.word(next + 1).classes.any(WordClass::preposition, WordClass::conjunction);
  if (!of_goods) return std::nullopt;
  return a.word(next).span;
}

bool summed_up(const Analysis& a, WordIndex begin, WordIndex end, WordIndex first, WordIndex cue) {
  auto is = [&](WordIndex i, std::string_view lower) { return i >= begin && i < end && a.is(i, lower); };
  for (WordIndex i = begin; i < first; ++i) {
    if ((is(i, "in") && is(i + 1, "total")) || is(i, "overall") || is(i, "altogether") ||
        (is(i, "so") && is(i + 1, "far")))
      return true;
  }
  auto since = [&](WordIndex i) {
    return is(i, "since") && i + 1 < end &&
           (is(i + 1, "the") || a.word(i + 1).classes.any(WordClass::month, WordClass::weekday) ||
            a.word(i + 1).kind == WordKind::number || is(i + 1, "a") || is(i + 1, "fighting") ||
            is(i + 1, "last"));
  };
  auto past = [&](WordIndex i) {
    return (is(i, "over") || is(i, "in") || is(i, "during")) && is(i + 1, "the") &&
           (is(i + 2, "past") || is(i + 2, "last")) && (is(i + 3, "three") || i + 3 < end) &&
           (a.word(i + 3).classes.any(WordClass::number) || a.word(i + 3).kind == WordKind::number ||
            is(i + 3, "few") || is(i + 3, "several") || is(i + 3, "year") || is(i + 3, "month"));
  };
  if (since(begin) || past(begin)) return true;
  WordIndex stop = std::min(end, std::max(first, cue) + 14);
  for (WordIndex i = first; i < stop; ++i) {
    if ((is(i, "in") && is(i + 1, "total")) || (is(i, "so") && is(i + 1, "far")) ||
        (is(i, "to") && is(i + 1, "date")) || since(i) || past(i)) {
      return true;
    }
    if (is(i, ";")) break;
  }
  return false;
}

}  // namespace sitrep
