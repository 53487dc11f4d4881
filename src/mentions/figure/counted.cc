#include "mentions/figure/counted.h"

#include <algorithm>
#include <iterator>

#include "lexicon/words.h"
#include "mentions/figure/cues.h"
#include "mentions/figure/numbers.h"

namespace sitrep {

using enum DependencyRelation;
using enum WordClass;

namespace {

template <std::size_t size>
bool among(const std::string_view (&list)[size], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

// Nouns whose people stand behind them: "a family of five", "a crowd of 2,000".
constexpr std::string_view collectives[] = {
    "family", "crowd", "group",    "force",    "contingent", "reinforcement", "team",       "crew",  "gang",
    "mob",    "band",  "convoy",   "column",   "patrol",     "party",         "couple",     "total", "people",
    "squad",  "unit",  "majority", "minority", "batch",      "host",          "detachment", "throng"};

constexpr std::string_view animals[] = {"animal", "horse",  "cow",    "goat",    "camel",
                                        "dog",    "donkey", "bird",   "pig",     "chicken",
                                        "mule",   "sheep",  "cattle", "buffalo", "elephant"};

constexpr std::string_view troop_nouns[] = {
    "troop",      "soldier",  "peacekeeper", "policeman",  "officer",   "man",
    "instructor", "adviser",  "advisor",     "marine",     "personnel", "guard",
    "battalion",  "brigade",  "company",     "division",   "regiment",  "force",
    "fighter",    "commando", "paratrooper", "serviceman", "ranger",    "mercenary",
    "reservist",  "gendarme", "tank",        "warship",    "police",    "reinforcement",
    "contingent", "monitor",  "observer",    "militiaman", "trooper",   "platoon"};

// Endings of nouns for people that no list has: "welder", "theologian".
bool person_ending(std::string_view noun) {
  static constexpr std::string_view endings[] = {"man", "woman", "ist", "ian", "eer", "ent", "ant",
                                                 "ee",  "or",    "er",  "nik", "ite", "ard"};
  static constexpr std::string_view things[] = {
      "water",      "paper",    "number",      "order",       "power",      "weather",    "river",
      "letter",     "centre",   "center",      "tower",       "helicopter", "freighter",  "ladder",
      "border",     "corner",   "quarter",     "matter",      "shelter",    "trailer",    "tractor",
      "tanker",     "bunker",   "mortar",      "cancer",      "fever",      "sector",     "factor",
      "motor",      "error",    "terror",      "door",        "floor",      "document",   "building",
      "event",      "moment",   "agreement",   "statement",   "apartment",  "government", "plant",
      "restaurant", "accident", "incident",    "container",   "computer",   "parliament", "movement",
      "regiment",   "weapon",   "transformer", "transmitter", "checkpoint", "standard",   "boulevard",
      "bulldozer",  "server",   "reactor",     "generator",   "armament",   "instrument", "document",
      "summer",     "winter",   "december",    "november",    "october",    "september",  "newspaper",
      "launcher",   "carrier",  "cruiser",     "destroyer",   "bomber",     "fighter",    "chopper",
      "flower",     "finger",   "shoulder",    "disaster",    "chapter",    "encounter",  "offer",
      "rocket",     "monument", "department",  "settlement",  "element",    "investment", "payment",
      "shipment",   "percent",  "cent",        "continent",   "tent",       "continent",  "site",
      "satellite",  "dynamite", "favor",       "favour",      "harbor",     "harbour",    "labor",
      "labour",     "card",     "yard",        "graveyard",   "vineyard",   "courtyard",  "record",
      "hazard",     "tree",     "committee",   "degree",      "fee",        "coffee",     "list",
      "mist",       "fist",     "career",      "beer",        "deer",       "unrest",     "warrant",
      "grant"};
  if (noun.ends_with("men") || noun.ends_with("women")) return true;
  if (noun.ends_with('s')) noun.remove_suffix(1);
  if (noun.size() < 5 || among(things, noun)) return false;
  return std::any_of(std::begin(endings), std::end(endings),
                     [&](std::string_view ending) { return noun.ends_with(ending); });
}

bool nominal(const Token& t) {
  return t.tag == WordTag::NOUN || t.tag == WordTag::PROPN || t.tag == WordTag::PRON || t.tag == WordTag::ADJ;
}

bool plural(const Token& t) {
  return t.fine_tag == FineTag::NNS || t.fine_tag == FineTag::NNPS || t.features.number == Number::plural;
}

}  // namespace

CountedPhrases::CountedPhrases(const Analysis& analysis, const SentenceTree& tree)
    : a_(analysis), tree_(tree), by_head_(tree.last() - tree.first(), -1) {
  WordIndex begin = tree.word_of(tree.first());
  WordIndex end = tree.word_of(tree.last() - 1) + 1;
  for (WordIndex i = begin; i < end;) {
    auto quantity = quantity_at(a_, i, end);
    if (!quantity) {
      ++i;
      continue;
    }
    i = quantity->last;
    place(*quantity);
    placed_.back().other = tells_other(a_, *quantity, begin, end);
  }
}

// Finds where in the tree a quantity's number hangs.
void CountedPhrases::place(const Quantity& quantity) {
  Placed p;
  p.quantity = quantity;
  TokenIndex from = tree_.token_at(quantity.first);
  TokenIndex number = tree_.token_at(quantity.number);
  TokenIndex to = tree_.token_behind(quantity.number_last - 1);
  p.core = to > tree_.first() ? to - 1 : tree_.first();
  for (TokenIndex t = number; t < to; ++t) {
    TokenIndex head = tree_.head(t);
    if (tree_.token(t).tag == WordTag::PUNCT) continue;
    if (tree_.root(t) || head < from || head >= to) {
      p.core = t;
      break;
    }
  }
  p.head = p.core;
  DependencyRelation relation = tree_.relation(p.core);
  TokenIndex above = tree_.head(p.core);
  bool modifies = relation == nummod || relation == det || relation == amod || relation == compound ||
                  relation == det_predet || relation == advmod || relation == nmod || relation == nmod_poss;
  // "nine civilians", "65 others", "two dead"; "hundreds of villagers" hang on nothing to their right
  if (modifies && above >= to && nominal(tree_.token(above)) && above < to + 12) {
    p.noun = p.head = above;
  } else if (quantity.bound == Bound::none && to < tree_.last() && tree_.token(to).tag == WordTag::NOUN) {
    while (to + 1 < tree_.last() && tree_.relation(to) == compound &&
           tree_.token(to + 1).tag == WordTag::NOUN)
      ++to;
    p.noun = p.head = to;
  } else {
    for (TokenIndex c = to; c < std::min(tree_.last(), to + 12); ++c) {
      bool of_number = !tree_.root(c) && tree_.head(c) >= number && tree_.head(c) < to;
      if (!of_number || !tree_.has_case(c, "of")) continue;
      bool definite = tree_.child_is(c, "the") || tree_.child_is(c, "those") || tree_.child_is(c, "these") ||
                      tree_.child(c, nmod_poss) || tree_.token(c).tag == WordTag::PRON ||
                      tree_.is(c, "those");
      bool vague = quantity.bound == Bound::vague && !definite;
      if (tree_.token(c).tag == WordTag::PRON || cue_of(tree_.token(c).norm, CueClass::adjective) ||
          tree_.is(c, "those")) {
        p.whole = c;
      } else {
        p.noun = c;
        if (!vague && definite && tree_.child(c, nummod)) p.whole = c;
      }
      break;
    }
    p.standing = !p.noun;
    // The tree hung it elsewhere: "between 8 and 12 soldiers", "a dozen or so teachers"
    if (p.standing && !p.whole) {
      TokenIndex at = quantity.last == quantity.number_last ? to : tree_.token_behind(quantity.last - 1);
      while (at + 1 < tree_.last() &&
             (tree_.token(at).tag == WordTag::ADJ || tree_.relation(at) == compound) &&
             tree_.token(at).tag != WordTag::VERB && at < to + 5 &&
             !cue_of(tree_.token(at).norm, CueClass::adjective)) {
        ++at;
      }
      if (at < tree_.last() && tree_.token(at).fine_tag == FineTag::NNS && by_head_[at - tree_.first()] < 0) {
        p.noun = p.head = at;
        p.standing = false;
      }
    }
  }
  // "16 of them civilians", however the tree joins the three
  bool of_them = tree_.is(to, "of") && (tree_.is(to + 1, "them") || tree_.is(to + 1, "whom"));
  if (of_them) {
    p.whole = to + 1;
    p.noun = std::nullopt;
    p.head = p.core;
    p.standing = true;
  }
  int& slot = by_head_[p.head - tree_.first()];
  // of two numbers at one noun the first counts, "3 155-millimetre guns" aside
  if (slot < 0 || placed_[static_cast<std::size_t>(slot)].other) slot = static_cast<int>(placed_.size());
  placed_.push_back(p);
}

bool CountedPhrases::collective(TokenIndex noun) const { return among(collectives, tree_.token(noun).lemma); }

bool CountedPhrases::person_noun(TokenIndex noun) const {
  const Token& t = tree_.token(noun);
  if (word_classes(t.norm).any(person_one, person_many)) return true;
  if (const Name* name = tree_.name_at(noun)) {
    if (name->kind == NameKind::person || name->kind == NameKind::group || name->kind == NameKind::title)
      return true;
    if (name->kind == NameKind::armed_group || name->kind == NameKind::organisation) return plural(t);
  }
  if (t.tag != WordTag::NOUN && !tree_.shouted()) return false;
  return collective(noun) || person_ending(t.norm) || t.lemma == "household" || t.lemma == "migrant";
}

bool CountedPhrases::civil_noun(TokenIndex noun) const {
  static constexpr std::string_view nouns[] = {
      "people", "resident", "villager", "family",  "civilian", "refugee", "person", "household", "inhabitant",
      "woman",  "child",    "local",    "citizen", "migrant",  "farmer",  "other",  "herder",    "worker"};
  return among(nouns, tree_.token(noun).lemma);
}

std::optional<Phrase> CountedPhrases::phrase_at(TokenIndex head) const {
  if (!tree_.has(head)) return std::nullopt;
  int at = by_head_[head - tree_.first()];
  if (at >= 0) {
    const Placed& placed = placed_[static_cast<std::size_t>(at)];
    if (placed.other) return std::nullopt;
    Phrase phrase;
    phrase.how = CountedHow::quantity;
    phrase.head = head;
    phrase.noun = placed.noun;
    phrase.quantity = static_cast<std::size_t>(at);
    return phrase;
  }
  // "a family of five", "a crowd of 2,000", "a group of nine villagers"
  if (collective(head)) {
    for (TokenIndex c : tree_.children(head)) {
      if (c < head || by_head_[c - tree_.first()] < 0) continue;
      if (!tree_.has_case(c, "of")) continue;
      if (auto phrase = phrase_at(c)) {
        phrase->head = head;
        return phrase;
      }
    }
  }
  return one_or_several(head);
}

std::optional<Phrase> CountedPhrases::one_or_several(TokenIndex head) const {
  const Token& t = tree_.token(head);
  Phrase phrase;
  phrase.head = head;
  phrase.noun = head;
  if (t.tag == WordTag::PRON) {
    bool one = t.norm == "he" || t.norm == "she" || t.norm == "him" || t.norm == "her";
    if (!one) return std::nullopt;
    phrase.how = CountedHow::pronoun;
    return phrase;
  }
  bool a = false;
  bool the = false;
  bool other_determiner = false;
  for (TokenIndex c : tree_.children(head)) {
    if (tree_.relation(c) == amod && is_ordinal(tree_.token(c).norm)) phrase.ordinal = true;
    if (tree_.relation(c) == nmod_poss) the = true;
    if (tree_.relation(c) != det) continue;
    const std::string& norm = tree_.token(c).norm;
    if (norm == "a" || norm == "an" || norm == "another" || norm == "one") {
      a = true;
    } else if (norm == "the" || norm == "this" || norm == "that") {
      the = true;
    } else {
      other_determiner = true;
    }
  }
  phrase.definite = the;
  if (other_determiner) return std::nullopt;
  bool another = t.norm == "another" || (is_ordinal(t.norm) && a);
  if (another) {
    phrase.noun = std::nullopt;
    phrase.ordinal = true;
    return phrase;
  }
  const Name* name = tree_.name_at(head);
  if (name != nullptr && name->kind == NameKind::person && !plural(t)) return phrase;
  if (t.tag != WordTag::NOUN && t.tag != WordTag::PROPN) return std::nullopt;
  if (plural(t)) {
    if (a || the || !word_classes(t.norm).has(person_many)) return std::nullopt;
    phrase.how = CountedHow::several;
    return phrase;
  }
  if (!a && !the && t.tag == WordTag::NOUN && !tree_.shouted()) {
    // "police captain Jorge Lemos", "taxi driver" of a headline: a noun with a name
    bool named = false;
    for (TokenIndex c : tree_.children(head)) {
      const Name* of_child = tree_.name_at(c);
      named = named || (of_child != nullptr && of_child->kind == NameKind::person);
    }
    if (!named) return std::nullopt;
  }
  if (t.tag == WordTag::PROPN && name != nullptr && name->kind != NameKind::person &&
      name->kind != NameKind::title)
    return std::nullopt;
  if (t.norm == "people" || t.norm == "police" || collective(head)) return std::nullopt;
  return phrase;
}

bool CountedPhrases::people(const Phrase& phrase) const {
  if (!phrase.noun) return true;
  return person_noun(*phrase.noun);
}

bool CountedPhrases::troops(const Phrase& phrase) const {
  if (!phrase.noun) return phrase.how == CountedHow::quantity;
  const Token& t = tree_.token(*phrase.noun);
  return among(troop_nouns, t.lemma) || word_classes(t.norm).has(military);
}

bool CountedPhrases::beasts(const Phrase& phrase) const {
  return phrase.noun && among(animals, tree_.token(*phrase.noun).lemma);
}

// The noun phrase from its first word that is neither number, article nor word of harm.
TokenIndex CountedPhrases::phrase_first(TokenIndex noun) const {
  TokenIndex first = noun;
  TokenIndex stop = tree_.first();
  for (const Placed& placed : placed_) {
    if (placed.head != noun && placed.noun != noun) continue;
    TokenIndex behind = tree_.token_behind(placed.quantity.last - 1);
    if (behind <= noun) stop = std::max(stop, behind);
  }
  for (TokenIndex t = noun; t > stop; --t) {
    TokenIndex before = t - 1;
    DependencyRelation relation = tree_.relation(before);
    bool inside = relation == amod || relation == compound || relation == nummod ||
                  relation == obl_unmarked || relation == flat || relation == punct || relation == advmod ||
                  relation == nmod || relation == nmod_desc;
    const Token& token = tree_.token(before);
    bool hyphen = relation == punct && (token.norm == "-" || token.norm == "–");
    if (!inside || (relation == punct && !hyphen) || !tree_.under(before, noun)) break;
    bool hyphenated = tree_.is(first, "-") || tree_.is(first, "–");
    if (token.tag == WordTag::NUM && !hyphenated && relation != compound) break;
    if (token.norm == "other" || token.norm == "more" || token.norm == "further" ||
        token.norm == "additional" || token.norm == "least" || token.norm == "most" || token.norm == "only" ||
        token.norm == "many" || token.norm == "several" || token.norm == "last" || token.norm == "all") {
      break;
    }
    const Cue* cue = cue_of(token.norm, CueClass::adjective);
    if (cue != nullptr && relation == amod) break;
    if (is_ordinal(token.norm) || token.tag == WordTag::PRON) break;
    first = before;
  }
  return first;
}

TokenIndex CountedPhrases::phrase_last(TokenIndex noun) const {
  TokenIndex last = noun + 1;
  while (last < tree_.last() && tree_.head(last) == noun &&
         (tree_.relation(last) == flat || tree_.relation(last) == compound)) {
    ++last;
  }
  return last;
}

std::optional<Span> CountedPhrases::of(const Phrase& phrase) const {
  if (!phrase.noun) return std::nullopt;
  TokenIndex noun = *phrase.noun;
  const Token& t = tree_.token(noun);
  if (t.norm == "others" || t.norm == "other" || t.norm == "more" || t.norm == "lives" ||
      t.tag == WordTag::PRON)
    return std::nullopt;
  if (t.lemma == "victim" || t.lemma == "loss") {
    bool none = phrase.how == CountedHow::quantity && placed_[phrase.quantity].quantity.bound == Bound::none;
    if (none) return std::nullopt;
  }
  if (cue_of(t.norm, CueClass::adjective) != nullptr || noun_cue(t.lemma, CountedAs::itself) != nullptr ||
      noun_cue(t.norm, CountedAs::itself) != nullptr)
    return std::nullopt;
  // A person's name stands for the person; a rank or an office before it is told elsewhere.
  if (phrase.how == CountedHow::one) {
    for (TokenIndex at = noun; at < std::min(tree_.last(), noun + 4); ++at) {
      if (at != noun && tree_.head(at) != noun) break;
      if (at != noun && tree_.relation(at) != flat && tree_.relation(at) != compound &&
          tree_.relation(at) != appos)
        break;
      const Name* name = tree_.name_at(at);
      if (name != nullptr && name->kind == NameKind::person) return name->span;
    }
    if (const Name* name = tree_.name_at(noun); name != nullptr && name->kind == NameKind::person)
      return name->span;
  }
  TokenIndex first = phrase_first(noun);
  TokenIndex last = phrase_last(noun);
  return Span{tree_.token(first).span.begin, tree_.token(last - 1).span.end};
}

// Whose people they are: "34 Taliban", "fighters of the River Front", "Council Guard members".
std::optional<Span> CountedPhrases::body(const Phrase& phrase) const {
  if (!phrase.noun) return std::nullopt;
  TokenIndex noun = *phrase.noun;
  auto body_name = [&](TokenIndex t) -> const Name* {
    const Name* name = tree_.name_at(t);
    bool is_body =
        name != nullptr && (name->kind == NameKind::organisation || name->kind == NameKind::armed_group);
    return is_body ? name : nullptr;
  };
  for (TokenIndex t = phrase_first(noun); t <= noun; ++t) {
    if (const Name* name = body_name(t)) return name->span;
  }
  for (TokenIndex c : tree_.children(noun)) {
    if (c < noun || tree_.relation(c) != nmod) continue;
    if (!tree_.has_case(c, "of") && !tree_.has_case(c, "from") && !tree_.has_case(c, "in")) continue;
    if (const Name* name = body_name(c)) return name->span;
    // "in the ranks of the River Front"
    if (auto inner = tree_.child_with_case(c, "of")) {
      if (const Name* name = body_name(*inner)) return name->span;
    }
  }
  return std::nullopt;
}

bool CountedPhrases::added(const Phrase& phrase) const {
  if (phrase.ordinal) return true;
  if (phrase.how == CountedHow::quantity) {
    const Quantity& q = placed_[phrase.quantity].quantity;
    if (q.added) return true;
    WordIndex next = q.last;
    const auto& words = a_.words();
    if (next < words.size() && (a_.is(next, "more") || a_.is(next, "others") || a_.is(next, "other") ||
                                a_.is(next, "additional") || a_.is(next, "further"))) {
      return true;
    }
  }
  if (!phrase.noun) return false;
  if (tree_.is(*phrase.noun, "others")) return true;
  return tree_.child_is(*phrase.noun, "other") || tree_.child_is(*phrase.noun, "another") ||
         tree_.child_is(*phrase.noun, "more");
}

std::pair<WordIndex, WordIndex> CountedPhrases::words(const Phrase& phrase) const {
  if (phrase.how == CountedHow::quantity) {
    const Quantity& q = placed_[phrase.quantity].quantity;
    if (q.bound == Bound::none && phrase.noun && *phrase.noun > placed_[phrase.quantity].core &&
        (a_.is(q.number, "no") || a_.is(q.number, "without"))) {
      return {q.first, tree_.word_of(*phrase.noun) + 1};
    }
    return {q.first, q.last};
  }
  TokenIndex noun = phrase.head;
  if (auto name = of(phrase); name && phrase.how == CountedHow::one) {
    const Name* person = tree_.name_at(tree_.token_at(a_.word_at(name->begin)));
    if (person != nullptr && person->kind == NameKind::person)
      return {a_.word_at(name->begin), tree_.word_of(person->last - 1) + 1};
  }
  TokenIndex first = phrase_first(noun);
  // with its article: "a woman"
  if (phrase.how == CountedHow::one) {
    while (first > tree_.first() && tree_.head(first - 1) == noun &&
           (tree_.relation(first - 1) == det || tree_.relation(first - 1) == amod ||
            tree_.relation(first - 1) == nmod_poss)) {
      --first;
    }
  }
  return {tree_.word_of(first), tree_.word_of(phrase_last(noun) - 1) + 1};
}

}  // namespace sitrep
