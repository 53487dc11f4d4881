#include "mentions/figure/groups.h"

#include <algorithm>
#include <iterator>

#include "mentions/figure/numbers.h"

namespace sitrep {

using enum WordClass;

namespace {

// Nouns of harm that name those harmed behind "of": "the death of a man".
bool is_harm_noun(std::string_view lower) {
  static constexpr std::string_view words[] = {
      "death",    "killing",  "murder",   "assassination", "execution", "arrest",  "abduction",
      "wounding", "injuring", "massacre", "lives",         "detention", "release", "kidnapping"};
  return std::find(std::begin(words), std::end(words), lower) != std::end(words);
}

}  // namespace

std::optional<std::int64_t> GroupReader::number_at(WordIndex& i) const {
  if (i < end_ && (is(i, "a") || is(i, "an"))) return std::nullopt;
  auto number = written_number(a_, i, end_);
  if (!number || number->low != number->high) return std::nullopt;
  i = number->last;
  return number->low;
}

// What stands before the number from `i` on: "at least", "more than", "some". Moves `i` past it.
Bound GroupReader::bound_at(WordIndex& i) const {
  struct Phrase {
    std::string_view one, two, three;
    Bound bound;
  };
  static constexpr Phrase phrases[] = {
      {"as", "many", "as", Bound::at_most},    {"at", "least", "", Bound::at_least},
      {"at", "most", "", Bound::at_most},      {"no", "fewer", "than", Bound::at_least},
      {"no", "less", "than", Bound::at_least}, {"not", "less", "than", Bound::at_least},
      {"no", "more", "than", Bound::at_most},  {"more", "than", "", Bound::more_than},
      {"up", "to", "", Bound::at_most},        {"less", "than", "", Bound::less_than},
      {"fewer", "than", "", Bound::less_than}, {"over", "", "", Bound::more_than},
      {"above", "", "", Bound::more_than},     {"about", "", "", Bound::about},
      {"around", "", "", Bound::about},        {"some", "", "", Bound::about},
      {"nearly", "", "", Bound::about},        {"almost", "", "", Bound::about},
      {"roughly", "", "", Bound::about},       {"approximately", "", "", Bound::about},
      {"under", "", "", Bound::less_than},     {"minimum", "of", "", Bound::at_least},
  };
  for (const Phrase& phrase : phrases) {
    if (!is(i, phrase.one)) continue;
    if (!phrase.two.empty() && !is(i + 1, phrase.two)) continue;
    if (!phrase.three.empty() && !is(i + 2, phrase.three)) continue;
    i += phrase.two.empty() ? 1 : phrase.three.empty() ? 2 : 3;
    return phrase.bound;
  }
  return Bound::exact;
}

// A word that may stand between number and noun, or be the noun.
bool GroupReader::nominal(WordIndex i) const {
  if (!word(i)) return false;
  WordClasses c = classes(i);
  if (c.any(person_one, person_many)) return true;
  if (c.any(determiner, possessive, preposition, conjunction, subordinator, auxiliary, verb, say, pronoun)) {
    return is(i, "other") || is(i, "such") || is(i, "more");
  }
  if (harm_of(a_.lower(i)) != nullptr) return false;
  if (c.has(adverb) && !is(i, "very")) return false;
  return true;
}

bool GroupReader::group_at(WordIndex i, Group& group) const {
  if (!word(i) && a_.word(i).kind != WordKind::number) return false;
  group.first = i;
  WordIndex at = i;
  // "no casualties", "no one", "nobody", "none"
  if (is(at, "no") && is(at + 1, "one")) return none_group(at, at + 2, group);
  if (is(at, "nobody") || is(at, "none")) return none_group(at, at + 1, group);
  if ((is(at, "no") && !is(at + 1, "fewer") && !is(at + 1, "less") && !is(at + 1, "more")) ||
      is(at, "without")) {
    WordIndex noun = at + 1;
    while (noun < end_ && noun < at + 4 && nominal(noun) && !classes(noun).any(person_one, person_many))
      ++noun;
    const Harm* harm = noun < end_ ? harm_of(a_.lower(noun)) : nullptr;
    if (harm != nullptr && harm->noun) {
      none_group(at, noun + 1, group);
      group.noun_harm = harm;
      group.noun_at = noun;
      return true;
    }
    if (is(at, "no") && classes(noun).any(person_one, person_many)) return none_group(at, noun + 1, group);
    return false;
  }
  bool between = is(at, "between") || is(at, "from");
  if (between) ++at;
  group.bound = between ? Bound::exact : bound_at(at);
  bool qualified = at > i && !between;
  group.number = at;
  // "a dozen", "a hundred"
  bool article = is(at, "a") || is(at, "an");
  WordIndex scale = at + 1;
  if (article && scale < end_ && (is(scale, "dozen") || is(scale, "hundred") || is(scale, "thousand"))) ++at;
  if (auto value = number_at(at)) {
    group.low = group.high = value;
    bool joined = is(at, "or") || is(at, "to") || is(at, "-") || is(at, "–") || (between && is(at, "and"));
    if (joined) {
      WordIndex second = at + 1;
      if (auto high = number_at(second); high && *high > *value) {
        group.high = high;
        group.bound = Bound::range;
        at = second;
      } else if (between) {
        return false;
      }
    } else if (between) {
      return false;
    }
    // "3 or more", "nine at least"
    if (is(at, "or") && is(at + 1, "more")) {
      group.bound = Bound::at_least;
      at += 2;
    }
  } else if (vague_at(at, group)) {
    if (group.bound == Bound::exact || group.bound == Bound::about) group.bound = Bound::vague;
    if (group.bound != Bound::vague) group.low = group.high = std::nullopt, group.bound = Bound::vague;
  } else if (!qualified && !between && (article_group(at, group) || bare_group(at, group))) {
    return true;
  } else {
    return false;
  }
  group.number_last = at;
  if (not_people(group)) return false;
  finish_group(at, group);
  return true;
}

bool GroupReader::none_group(WordIndex first, WordIndex last, Group& group) const {
  group.first = group.number = first;
  group.number_last = group.np_last = last;
  group.bound = Bound::none;
  group.low = group.high = 0;
  group.people = true;
  return true;
}

// "dozens of", "several", "a number of", "scores". Moves `at` past the words of quantity.
bool GroupReader::vague_at(WordIndex& at, Group& group) const {
  if (is(at, "a") && (is(at + 1, "number") || is(at + 1, "handful") || is(at + 1, "few")) &&
      (is(at + 2, "of") || is(at + 1, "few"))) {
    at += is(at + 1, "few") ? 2 : 3;
    return true;
  }
  if (!classes(at).has(vague)) return false;
  ++at;
  if (is(at, "of")) ++at;
  if (at < end_ && classes(at).has(vague)) {  // "tens of thousands of", "many hundreds"
    ++at;
    if (is(at, "of")) ++at;
  }
  group.low = group.high = std::nullopt;
  return true;
}

// Past the age behind a person: "of 64", "aged 64", ", 64,".
WordIndex GroupReader::skip_age(WordIndex at) const {
  bool comma = is(at, ",");
  WordIndex number = is(at, "of") || is(at, "aged") || comma ? at + 1 : at;
  if (number == at || number >= end_ || a_.word(number).kind != WordKind::number) return at;
  if (comma) return is(number + 1, ",") ? number + 2 : at;
  return nominal(number + 1) ? at : number + 1;
}

// "a woman", "his brother", "the mayor": one person. "the fighter's car" is none, and neither is the
// last of "friends of the mayor", nor "the third victim" (two are counted elsewhere).
bool GroupReader::article_group(WordIndex at, Group& group) const {
  bool opens =
      is(at, "a") || is(at, "an") || is(at, "the") || is(at, "another") || classes(at).has(possessive);
  if (!opens) return false;
  bool hung_on = at > begin_ + 1 && is(at - 1, "of");
  if (hung_on && harm_of(a_.lower(at - 2)) == nullptr && !is_harm_noun(a_.lower(at - 2))) return false;
  WordIndex noun = at + 1;
  if (noun < end_ && is_ordinal(a_.lower(noun))) return false;
  while (noun < end_ && noun < at + 6 && nominal(noun) &&
         !(classes(noun).has(person_one) && !nominal(noun + 1))) {
    ++noun;
  }
  if (word(noun) && a_.word(noun).capital && !shouted_) return false;  // "the Coast Guard"
  if (!classes(noun).has(person_one) || is(noun + 1, "'s") || is(noun + 1, "’s")) return false;
  group.number = at;
  group.number_last = noun + 1;
  group.np_last = skip_age(noun + 1);
  group.of = std::pair{at + 1, noun + 1};
  group.definite = is(at, "the");
  group.low = group.high = 1;
  group.people = true;
  group.article = true;
  return true;
}

// "members of the Coast Guard": nobody says how many. What is known already ("the members") or hangs on
// another phrase ("friends of members") is no count.
bool GroupReader::bare_group(WordIndex at, Group& group) const {
  WordClasses c = classes(at);
  if (!c.has(person_many) || c.any(verb, vague, body) || is(at, "others") || is(at, "elderly")) return false;
  if (harm_of(a_.lower(at)) != nullptr || is(at, "dead")) return false;
  for (WordIndex i = at; i > begin_ && i + 8 > at; --i) {
    if (classes(i - 1).any(determiner, possessive, preposition, number, vague) ||
        a_.word(i - 1).kind == WordKind::number || is(i - 1, "'s") || is(i - 1, "’s")) {
      return false;
    }
    // "nine people, including women and children": of those counted.
    if (is(i - 1, "including") || is(i - 1, "mostly") || is(i - 1, "mainly")) return false;
    if (!nominal(i - 1) && !is(i - 1, "and") && !is(i - 1, "or") && !is(i - 1, ",")) break;
  }
  group.number = at;
  group.number_last = group.np_last = at + 1;
  group.of = std::pair{at, at + 1};
  group.low = group.high = std::nullopt;
  group.bound = Bound::vague;
  group.people = group.bare = true;
  find_body(at, at + 1, group);
  return true;
}

// Ages, dates, money, distances, clock times, ordinals, "one of the".
bool GroupReader::not_people(const Group& group) const {
  WordIndex next = group.number_last;
  if (classes(next).has(unit) && !is(next, "local") && !classes(next).any(person_one, person_many))
    return true;
  if (next < end_ && a_.word(next).kind == WordKind::mark && !a_.word(next).space_before) {
    std::string_view mark = a_.text(next);
    if (mark == "%" || mark == ":" || mark == "/" || mark == "-" || mark == "°") return true;
  }
  if (classes(next).has(month) && a_.word(next).capital) return true;
  bool share = is(next, "of") && number_starts(next + 1);  // "three of four"
  if (is(next, "of") && !share && !is(next + 1, "them") && !is(next + 1, "whom") && !is(next + 1, "its") &&
      !is(next + 1, "his") && !is(next + 1, "their") && !is(next + 1, "the") && !is(next + 1, "those")) {
    return true;
  }
  if (is(next, "of") && is(next + 1, "the") && group.low == 1) return true;
  if (group.number > begin_) {
    WordIndex before = group.number - 1;
    std::string_view mark = a_.text(before);
    if (mark == "$" || mark == "€" || mark == "£" || mark == "¥" || mark == "." || mark == ":" ||
        mark == "#") {
      return true;
    }
    if (classes(before).has(month) && a_.word(before).capital && group.first == group.number) return true;
    if (is(before, "aged") || is(before, "no") || is(before, "number")) return true;
    // "Ida Holm, 34, was", "a woman, 64, died", "a woman of 64 died"
    bool person = before > begin_ && (a_.word(before - 1).capital || classes(before - 1).has(person_one));
    if (a_.is(before, ",") && is(next, ",") && person && group.first == group.number &&
        !harm_of(a_.lower(before - 1))) {
      return true;
    }
    bool aged = is(before, "of") && before > begin_ && classes(before - 1).has(person_one) &&
                a_.word(group.number).kind == WordKind::number && !nominal(next);
    if (aged) return true;
  }
  // A year: "in 2014 killed".
  if (group.low && *group.low >= 1900 && *group.low <= 2100 &&
      a_.word(group.number).kind == WordKind::number &&
      a_.text(group.number).find(',') == std::string_view::npos && group.number > begin_ &&
      classes(group.number - 1).any(preposition, month)) {
    return true;
  }
  return false;
}

// The noun phrase behind the number: "civilians", "Taliban", "other people", "of them children".
void GroupReader::finish_group(WordIndex at, Group& group) const {
  group.people = true;
  if (is(at, "of") && (is(at + 1, "them") || is(at + 1, "whom"))) {
    group.part = true;
    at += 2;
  } else if (is(at, "of")) {
    WordIndex whole = number_starts(at + 1) ? at + 1 : at + 2;
    bool those_harmed = is(at + 1, "those") && whole < end_ && harm_of(a_.lower(whole)) != nullptr;
    group.part = (is(at + 1, "the") && classes(whole).has(person_many)) || those_harmed;
    group.share = number_at(whole).has_value();
    at = whole;  // "of the dead", "of its soldiers", "of the four", "of four"
  }
  WordIndex first = at;
  if (counted_by_state(at, group)) return;
  // "34 dead" are counted by a noun; in "34 people dead" the word says what befell them.
  while (at < end_ && at < first + 7 && nominal(at) &&
         !(harm_of(a_.lower(at)) != nullptr && !(at == first && classes(at).has(person_many)))) {
    // "34 Taliban Northwire said" has no comma, but a person ends the phrase.
    bool person = classes(at).any(person_one, person_many);
    ++at;
    if (person && !(nominal(at) && classes(at).any(person_one, person_many))) break;
  }
  group.np_last = at;
  if (at < end_) {
    const Harm* harm = harm_of(a_.lower(at));
    if (harm != nullptr && harm->noun) {
      group.noun_harm = harm;
      group.noun_at = at;
      group.np_last = at + 1;
    }
  }
  if (at == first) return;
  WordIndex head = at - 1;
  bool lives = is(head, "lives");
  bool person = classes(head).any(person_one, person_many) || is(head, "more") || lives;
  // A name of a people or a body: "34 Taliban", "five Palestinians".
  bool name = a_.word(head).capital && !shouted_;
  group.people = person || name || group.noun_harm != nullptr;
  group.perhaps_people =
      !group.people && classes(head).empty() && a_.lower(head).back() == 's' && !beasts(head);
  group.of_group = name && !person;
  while (first < at && (is(first, "other") || is(first, "more"))) ++first;
  if (first < at && !is(head, "others") && !is(head, "more") && !lives && group.noun_harm == nullptr) {
    group.of = std::pair{first, at};
  }
  find_body(first, at, group);
}

bool GroupReader::beasts(WordIndex i) const {
  static constexpr std::string_view words[] = {"animals", "horses",    "cows",     "goats", "camels",
                                               "dogs",    "donkeys",   "birds",    "pigs",  "chickens",
                                               "mules",   "elephants", "buffaloes"};
  return std::find(std::begin(words), std::end(words), a_.lower(i)) != std::end(words);
}

// "nine dead", "20 others wounded" has its words of harm right behind; "nine dead soldiers" is a phrase.
bool GroupReader::counted_by_state(WordIndex at, Group& group) const {
  if (is(at, "others") || is(at, "more") || is(at, "other")) ++at;
  const Harm* harm = at < end_ ? harm_of(a_.lower(at)) : nullptr;
  if (harm == nullptr || !harm->state || harm->died || object_starts(at + 1)) return false;
  bool participle = at > begin_ && harm->takes_object;  // "12 wounded", but "34 killed" is left to bind()
  if (participle && !classes(at).has(person_many)) return false;
  group.noun_harm = harm;
  group.noun_at = at;
  group.np_last = at + 1;
  return true;
}

// Whose people they are: "34 Taliban", "Taliban fighters", "fighters in the ranks of the River Front".
void GroupReader::find_body(WordIndex first, WordIndex last, Group& group) const {
  if (shouted_) return;
  for (WordIndex i = first; i < last; ++i) {
    bool named = a_.word(i).all_caps || classes(i).has(organisation) || (group.of_group && i + 1 == last);
    if (named) group.belongs_to = std::pair{i, i + 1};
  }
  if (group.belongs_to) return;
  WordIndex at = last;
  if (is(at, "in") && is(at + 1, "the") && is(at + 2, "ranks") && is(at + 3, "of")) {
    at += 4;
  } else if (is(at, "from") || is(at, "of") ||
             ((is(at, "loyal") || is(at, "belonging")) && is(at + 1, "to"))) {
    at += is(at, "from") || is(at, "of") ? 1 : 2;
  } else {
    return;
  }
  if (is(at, "the")) ++at;
  WordIndex begin = at;
  while (word(at) && a_.word(at).capital && !classes(at).any(weekday, month)) ++at;
  bool body_name =
      at > begin && (a_.word(begin).all_caps || at - begin >= 2 || classes(begin).any(organisation, body));
  // "villagers of Kalmar" come from a place, "men of the River Front" belong to a body.
  if (body_name &&
      (is(begin - 1, "the") || classes(at - 1).any(organisation, body) || a_.word(begin).all_caps)) {
    group.belongs_to = std::pair{begin, at};
  }
}

bool GroupReader::number_starts(WordIndex at) const {
  WordIndex moved = at;
  return number_at(moved).has_value();
}

bool GroupReader::object_starts(WordIndex at) const {
  if (at >= end_) return false;
  if (a_.word(at).kind == WordKind::number) return true;
  if (!word(at)) return false;
  WordClasses c = classes(at);
  if (is(at, "at") && (is(at + 1, "least") || is(at + 1, "most"))) return true;
  if (is(at, "in") || is(at, "on")) return false;
  if (c.any(preposition, conjunction, subordinator, auxiliary, say, verb)) return false;
  if (c.any(weekday, month)) return false;
  if (c.any(determiner, possessive, number, vague, person_one, person_many)) return true;
  return nominal(at) && !c.has(adverb);
}

}  // namespace sitrep
