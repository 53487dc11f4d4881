// In two steps for each sentence: first all groups ("at least nine civilians", "a woman", "no one"),
// then for each the word of harm that governs it, looked for on its right ("nine civilians were
// killed"), on its left ("killed nine civilians", "a toll of nine"), then by coordination with a
// neighbour ("killed two soldiers and three civilians", "nine people, including two children").
#include "mentions/figure/figure_finder.h"

#include <algorithm>
#include <unordered_map>

namespace sitrep {
namespace {

using enum WordClass;

// How a word of harm may govern a number.
struct Harm {
  Counted measure;
  bool takes_object = false;  // "killed nine", "killing nine"
  bool of_subject = false;    // "nine (were) killed"
  bool state = false;         // "nine dead": may follow without a verb
  bool died = false;          // "nine died": always of its subject
  bool noun = false;          // "nine deaths"
};

const Harm* harm_of(std::string_view lower) {
  constexpr auto verb = [](Counted m) { return Harm{m, true, true, true, false, false}; };
  constexpr auto active = [](Counted m) { return Harm{m, true, false, false, false, false}; };
  constexpr auto state = [](Counted m) { return Harm{m, false, true, true, false, false}; };
  constexpr auto died = [](Counted m) { return Harm{m, false, true, true, true, false}; };
  constexpr auto noun = [](Counted m) { return Harm{m, false, false, false, false, true}; };
  using enum Counted;
  static const std::unordered_map<std::string_view, Harm> harms = {
      {"killed", verb(killed)},
      {"kill", active(killed)},
      {"kills", active(killed)},
      {"killing", active(killed)},
      {"slain", verb(killed)},
      {"massacred", verb(killed)},
      {"massacring", active(killed)},
      {"martyred", verb(killed)},
      {"executed", verb(killed)},
      {"executing", active(killed)},
      {"assassinated", verb(killed)},
      {"murdered", verb(killed)},
      {"beheaded", verb(killed)},
      {"slaughtered", verb(killed)},
      {"died", died(killed)},
      {"die", died(killed)},
      {"dies", died(killed)},
      {"perished", died(killed)},
      {"dead", state(killed)},
      {"deaths", noun(killed)},
      {"fatalities", noun(killed)},
      {"wounded", verb(injured)},
      {"wounding", active(injured)},
      {"injured", verb(injured)},
      {"injuring", active(injured)},
      {"injures", active(injured)},
      {"hurt", verb(injured)},
      {"hurting", active(injured)},
      {"maimed", verb(injured)},
      {"injuries", noun(injured)},
      {"casualties", noun(casualties)},
      {"missing", state(missing)},
      {"unaccounted", state(missing)},
      {"detained", verb(detained)},
      {"detaining", active(detained)},
      {"arrested", verb(detained)},
      {"arresting", active(detained)},
      {"arrests", noun(detained)},
      {"abducted", verb(abducted)},
      {"abducting", active(abducted)},
      {"kidnapped", verb(abducted)},
      {"kidnapping", active(abducted)},
      {"displaced", verb(displaced)},
      {"displacing", active(displaced)},
      {"released", verb(released)},
      {"freed", verb(released)},
      {"releasing", active(released)},
      {"freeing", active(released)},
      {"surrendered", died(surrendered)},
  };
  auto found = harms.find(lower);
  return found == harms.end() ? nullptr : &found->second;
}

// A number with the words that belong to it.
struct Group {
  WordIndex first = 0;   // with qualifier: "at" of "at least nine civilians"
  WordIndex number = 0;  // "nine"
  WordIndex number_last = 0;
  WordIndex np_last = 0;  // one past the noun phrase
  Bound bound = Bound::exact;
  std::optional<std::int64_t> low, high;
  std::optional<std::pair<WordIndex, WordIndex>> of;
  bool of_group = false;
  std::optional<std::pair<WordIndex, WordIndex>> belongs_to;  // "the Taliban" of "fighters of the Taliban"
  bool people = false;                                        // the noun is people, or there is none
  bool perhaps_people = false;                                // a plural of no list: "clerics"
  bool part = false;                                          // "including nine"
  bool article = false;                                       // "a woman"
  const Harm* noun_harm = nullptr;                            // "nine deaths"
  WordIndex noun_at = 0;
};

class SentenceFigures {
 public:
  SentenceFigures(const Analysis& analysis, const Sentence& sentence)
      : a_(analysis), begin_(sentence.first), end_(sentence.last), shouted_(sentence.shouted) {}

  void find(std::vector<FigureMention>& out) {
    bool harm = false;
    for (WordIndex i = begin_; i < end_; ++i) {
      harm = harm || harm_of(a_.lower(i)) != nullptr || is(i, "toll") || is(i, "lives") || is(i, "death");
    }
    if (!harm) return;
    for (WordIndex i = begin_; i < end_;) {
      Group group;
      if (group_at(i, group)) {
        groups_.push_back(group);
        i = group.np_last;
      } else {
        ++i;
      }
    }
    bind();
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      if (bound_[g]) out.push_back(mention(g));
    }
  }

 private:
  struct Tie {
    const Harm* harm;
    WordIndex cue;
    bool passive;
  };

  bool is(WordIndex i, std::string_view word) const { return i < end_ && a_.is(i, word); }
  WordClasses classes(WordIndex i) const { return i < end_ ? a_.word(i).classes : WordClasses{}; }
  bool word(WordIndex i) const { return i < end_ && a_.word(i).kind == WordKind::word; }

  // "34", "1,200", "seven", "twenty-five", "two hundred". Moves `i` past it.
  std::optional<std::int64_t> number_at(WordIndex& i) const {
    if (i >= end_) return std::nullopt;
    std::int64_t value = 0;
    WordIndex at = i;
    if (a_.word(at).kind == WordKind::number) {
      std::size_t digits = 0;
      for (char c : a_.text(at)) {
        if (c == ',') continue;
        if (c < '0' || c > '9' || ++digits > 9) return std::nullopt;
        value = value * 10 + (c - '0');
      }
      if (digits == 0) return std::nullopt;
      ++at;
    } else if (auto first = small_number(a_.lower(at)); first && word(at)) {
      value = *first;
      ++at;
      // "twenty five"
      if (value >= 20 && value < 100) {
        if (auto ones = at < end_ ? number_word(a_.lower(at)) : std::nullopt;
            ones && *ones > 0 && *ones < 10) {
          value += *ones;
          ++at;
        }
      }
    } else {
      return std::nullopt;
    }
    // "two hundred", "3 thousand", "two hundred and fifty", "a dozen"
    while (at < end_ && value > 0 && value < 1'000'000) {
      auto factor = number_word(a_.lower(at));
      if (!factor || (*factor != 12 && *factor < 100) || (is(at, "twelve"))) break;
      value *= *factor;
      ++at;
      WordIndex rest = is(at, "and") ? at + 1 : at;
      if (*factor == 100 && rest < end_) {
        if (auto more = small_number(a_.lower(rest)); more && *more < 100 && *more > 0) {
          value += *more;
          at = rest + 1;
        }
      }
    }
    i = at;
    return value;
  }

  static std::optional<std::int64_t> small_number(std::string_view lower) {
    if (auto value = number_word(lower)) return value;
    auto hyphen = lower.find('-');
    if (hyphen == std::string_view::npos) return std::nullopt;
    auto tens = number_word(lower.substr(0, hyphen));
    auto ones = number_word(lower.substr(hyphen + 1));
    if (tens && ones && *tens >= 20 && *tens < 100 && *ones > 0 && *ones < 10) return *tens + *ones;
    return std::nullopt;
  }

  // What stands before the number from `i` on: "at least", "more than", "some". Moves `i` past it.
  Bound bound_at(WordIndex& i) const {
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
  bool nominal(WordIndex i) const {
    if (!word(i)) return false;
    WordClasses c = classes(i);
    if (c.any(person_one, person_many)) return true;
    if (c.any(determiner, possessive, preposition, conjunction, subordinator, auxiliary, verb, say,
              pronoun)) {
      return is(i, "other") || is(i, "such") || is(i, "more");
    }
    if (harm_of(a_.lower(i)) != nullptr) return false;
    if (c.has(adverb) && !is(i, "very")) return false;
    return true;
  }

  bool group_at(WordIndex i, Group& group) const {
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
    if (article && scale < end_ && (is(scale, "dozen") || is(scale, "hundred") || is(scale, "thousand"))) {
      ++at;
      article = false;
    }
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
    } else if (!qualified && !between && article_group(at, group)) {
      return true;
    } else {
      return false;
    }
    group.number_last = at;
    if (not_people(group)) return false;
    finish_group(at, group);
    return true;
  }

  bool none_group(WordIndex first, WordIndex last, Group& group) const {
    group.first = group.number = first;
    group.number_last = group.np_last = last;
    group.bound = Bound::none;
    group.low = group.high = 0;
    group.people = true;
    return true;
  }

  // "dozens of", "several", "a number of", "scores". Moves `at` past the words of quantity.
  bool vague_at(WordIndex& at, Group& group) const {
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

  // "a woman", "his brother", "the mayor": one person. "the fighter's car" is none.
  bool article_group(WordIndex at, Group& group) const {
    bool opens =
        is(at, "a") || is(at, "an") || is(at, "the") || is(at, "another") || classes(at).has(possessive);
    if (!opens) return false;
    WordIndex noun = at + 1;
    while (noun < end_ && noun < at + 6 && nominal(noun) &&
           !(classes(noun).has(person_one) && !nominal(noun + 1))) {
      ++noun;
    }
    if (word(noun) && a_.word(noun).capital && !shouted_) return false;  // "the Coast Guard"
    if (!classes(noun).has(person_one) || is(noun + 1, "'s") || is(noun + 1, "’s")) return false;
    group.number = at;
    group.number_last = noun + 1;
    group.np_last = noun + 1;
    group.of = std::pair{at + 1, noun + 1};
    group.low = group.high = 1;
    group.people = true;
    group.article = true;
    return true;
  }

  // Ages, dates, money, distances, clock times, ordinals, "one of the".
  bool not_people(const Group& group) const {
    WordIndex next = group.number_last;
    if (classes(next).has(unit) && !is(next, "local") && !classes(next).any(person_one, person_many))
      return true;
    if (next < end_ && a_.word(next).kind == WordKind::mark && !a_.word(next).space_before) {
      std::string_view mark = a_.text(next);
      if (mark == "%" || mark == ":" || mark == "/" || mark == "-" || mark == "°") return true;
    }
    if (classes(next).has(month) && a_.word(next).capital) return true;
    if (is(next, "of") && !is(next + 1, "them") && !is(next + 1, "whom") && !is(next + 1, "its") &&
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
      // "Ida Holm, 34, was"
      if (a_.is(before, ",") && is(next, ",") && before > begin_ && a_.word(before - 1).capital &&
          group.first == group.number && !harm_of(a_.lower(before - 1))) {
        return true;
      }
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
  void finish_group(WordIndex at, Group& group) const {
    group.people = true;
    if (is(at, "of") && (is(at + 1, "them") || is(at + 1, "whom"))) {
      group.part = true;
      at += 2;
    } else if (is(at, "of")) {
      group.part = is(at + 1, "the") && classes(at + 2).has(person_many);
      at += 2;  // "of the dead", "of its soldiers"
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

  bool beasts(WordIndex i) const {
    static constexpr std::string_view words[] = {"animals", "horses",    "cows",     "goats", "camels",
                                                 "dogs",    "donkeys",   "birds",    "pigs",  "chickens",
                                                 "mules",   "elephants", "buffaloes"};
    return std::find(std::begin(words), std::end(words), a_.lower(i)) != std::end(words);
  }

  // "nine dead", "20 others wounded" has its words of harm right behind; "nine dead soldiers" is a phrase.
  bool counted_by_state(WordIndex at, Group& group) const {
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
  void find_body(WordIndex first, WordIndex last, Group& group) const {
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
  void bind() {
    bound_.assign(groups_.size(), std::nullopt);
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      Group& group = groups_[g];
      if (!group.people && !group.perhaps_people) continue;
      mark_part(g);
      if (group.noun_harm != nullptr) {
        bound_[g] = Tie{group.noun_harm, group.noun_at, false};
      } else if (auto right = bind_right(g)) {
        bound_[g] = right;
      } else if (auto left = bind_left(g)) {
        bound_[g] = left;
      }
      // Only what befalls living beings tells that clerics, not dreams, were counted.
      if (bound_[g] && group.perhaps_people && !of_the_living(bound_[g]->cue)) bound_[g].reset();
      group.people = group.people || bound_[g].has_value();
    }
    coordinate();
  }

  bool of_the_living(WordIndex cue) const {
    return is(cue, "killed") || is(cue, "wounded") || is(cue, "injured") || is(cue, "died") ||
           is(cue, "slain") || is(cue, "executed") || is(cue, "massacred") || is(cue, "arrested") ||
           is(cue, "abducted") || is(cue, "kidnapped") || is(cue, "detained");
  }

  void mark_part(std::size_t g) {
    Group& group = groups_[g];
    if (group.first == begin_) return;
    WordIndex before = group.first - 1;
    if (is(before, "including") || is(before, "included") || is(before, "includes") ||
        (before > begin_ && is(before - 1, "among") && (is(before, "them") || is(before, "whom")))) {
      group.part = true;
    }
  }

  // Past "was", "have been", "reportedly": what may stand between subject and participle.
  WordIndex skip_auxiliaries(WordIndex at, bool& any) const {
    while (at < end_ &&
           (classes(at).any(auxiliary, adverb) || is(at, "feared") || is(at, "confirmed") ||
            is(at, "believed") || is(at, "reported") || is(at, "shot") || is(at, "gunned") ||
            is(at, "stabbed") || is(at, "beaten") || is(at, "burned") || is(at, "became") || is(at, "down") ||
            is(at, "presumed") || is(at, "left") || is(at, "found") || is(at, "said") || is(at, "listed") ||
            is(at, "pronounced") || is(at, "declared") || is(at, "critically") || is(at, "seriously") ||
            is(at, "badly") || is(at, "as") || (is(at, "to") && any))) {
      any = any || classes(at).has(auxiliary) || is(at, "left") || is(at, "feared") || is(at, "reported") ||
            is(at, "confirmed") || is(at, "shot") || is(at, "became");
      ++at;
    }
    return at;
  }

  std::optional<Tie> bind_right(std::size_t g) const {
    const Group& group = groups_[g];
    WordIndex at = group.np_last;
    bool aux = false;
    WordIndex cue = skip_auxiliaries(at, aux);
    if (auto tie = subject_of(cue, aux, g)) return tie;
    if (aux) return std::nullopt;
    // "nine people on board the bus were killed", "nine people, two of them children, were killed"
    WordIndex stop = std::min<WordIndex>(end_, at + 16);
    bool comma = false;
    std::size_t others = g;
    for (; at < stop; ++at) {
      WordClasses c = classes(at);
      if (is(at, ",")) {
        if (comma) {  // the second comma closes what the first one opened
          bool verb_next = false;
          WordIndex next = skip_auxiliaries(at + 1, verb_next);
          return verb_next ? subject_of(next, true, g) : std::nullopt;
        }
        bool inserted = is(at + 1, "including") || is(at + 1, "mostly") || is(at + 1, "most") ||
                        is(at + 1, "among") || is(at + 1, "all") || is(at + 1, "many") ||
                        is(at + 1, "some") || number_starts(at + 1) || is(at + 1, "mainly");
        if (!inserted) return std::nullopt;
        comma = true;
        continue;
      }
      if (c.has(auxiliary)) {
        if (comma) continue;
        bool verb_next = false;
        WordIndex next = skip_auxiliaries(at, verb_next);
        return subject_of(next, true, g);
      }
      if (comma) continue;
      if (at == group.np_last && !c.has(preposition) && !is(at, "who") && !is(at, "including"))
        return std::nullopt;
      if (is(at, "and") || is(at, "or")) {
        // "two soldiers in the square and three civilians were killed" is left to coordinate().
        if (others + 1 < groups_.size() && groups_[others + 1].first <= at + 1) return std::nullopt;
      }
      if (a_.word(at).kind != WordKind::word && a_.word(at).kind != WordKind::number) return std::nullopt;
      if (c.any(verb, say) && !c.any(preposition, person_many)) {
        if (is(at, "including")) continue;
        const Harm* harm = harm_of(a_.lower(at));
        if (harm == nullptr || !harm->died) return std::nullopt;
      }
      if (const Harm* harm = harm_of(a_.lower(at)); harm != nullptr && at > group.np_last) {
        return harm->died ? subject_of(at, false, g) : std::nullopt;
      }
    }
    return std::nullopt;
  }

  bool number_starts(WordIndex at) const {
    WordIndex moved = at;
    return number_at(moved).has_value();
  }

  // Whether the word at `cue` is something that befell the subject that stands before it.
  std::optional<Tie> subject_of(WordIndex cue, bool aux, std::size_t g) const {
    if (cue >= end_) return std::nullopt;
    // "were shot to death"
    if (is(cue, "death") && is(cue - 1, "to") && aux) return Tie{harm_of("dead"), cue, true};
    const Harm* harm = harm_of(a_.lower(cue));
    if (harm == nullptr || !(harm->of_subject || harm->died)) return std::nullopt;
    // "nine dead bodies", "dead on arrival" aside, "nine wounded soldiers" is a noun phrase.
    if (!aux && !harm->died) {
      if (!harm->state) return std::nullopt;
      // With an object behind it the verb is active: "three gunmen killed two soldiers".
      if (harm->takes_object && object_starts(cue + 1)) return std::nullopt;
      if (!harm->takes_object && nominal(cue + 1) && classes(cue + 1).any(person_one, person_many)) {
        return std::nullopt;
      }
    }
    // "have killed two soldiers" has an object: active.
    if (aux && harm->takes_object && active_auxiliary(cue) && object_starts(cue + 1)) return std::nullopt;
    if (groups_[g].article && !aux && !harm->died) return std::nullopt;  // "the man killed in the raid"
    return Tie{harm, cue, true};
  }

  // The verb before `cue` is has, have, had (or did, will) without a been.
  bool active_auxiliary(WordIndex cue) const {
    for (WordIndex at = cue; at > begin_ && at + 4 > cue;) {
      --at;
      if (is(at, "been") || is(at, "was") || is(at, "were") || is(at, "is") || is(at, "are") ||
          is(at, "being") || is(at, "be")) {
        return false;
      }
      if (is(at, "has") || is(at, "have") || is(at, "had") || is(at, "did")) return true;
    }
    return false;
  }

  bool object_starts(WordIndex at) const {
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

  std::optional<Tie> bind_left(std::size_t g) const {
    const Group& group = groups_[g];
    if (group.first == begin_) return std::nullopt;
    WordIndex before = group.first - 1;
    // "stabbed four people to death"
    if (is(group.np_last, "to") && is(group.np_last + 1, "death"))
      return Tie{harm_of("dead"), group.np_last + 1, false};
    // "including" and "of" may stand between: "killed, including", "the deaths of nine".
    if (const Harm* harm = harm_of(a_.lower(before)); harm != nullptr) {
      bool shot_dead = is(before, "dead") && before > begin_ && is(before - 1, "shot");
      if (shot_dead || (harm->takes_object && !befell_subject(before))) return Tie{harm, before, false};
      return std::nullopt;
    }
    if (is(before, "of") && before > begin_) {
      WordIndex noun = before - 1;
      const Harm* harm = harm_of(a_.lower(noun));
      if (is(noun, "lives") && before >= begin_ + 2) return Tie{harm_of("dead"), noun, false};
      if (is(noun, "death") && !group.article) return Tie{harm_of("dead"), noun, false};
      if (is(noun, "killing") || is(noun, "deaths") || is(noun, "arrest") || is(noun, "abduction") ||
          is(noun, "massacre") || is(noun, "death") || is(noun, "wounding") || is(noun, "injuring")) {
        static constexpr Harm detained_of{Counted::detained};
        static constexpr Harm abducted_of{Counted::abducted};
        if (is(noun, "arrest")) return Tie{&detained_of, noun, false};
        if (is(noun, "abduction")) return Tie{&abducted_of, noun, false};
        return Tie{harm != nullptr ? harm : harm_of("dead"), noun, false};
      }
    }
    // "the death toll rose to nine", "a toll of nine", "death toll: nine"
    for (WordIndex at = group.first; at > begin_ && at + 9 > group.first;) {
      --at;
      if (is(at, "toll")) return Tie{harm_of("dead"), at, false};
      bool numbered = a_.word(at).kind == WordKind::number && is(at + 1, "to");
      if (a_.word(at).kind != WordKind::word && !is(at, ":") && !numbered) break;
    }
    // "claimed nine lives"
    if (is(group.np_last - 1, "lives") && classes(before).has(say))
      return Tie{harm_of("dead"), before, false};
    return std::nullopt;
  }

  // "were killed 20 km away": a participle behind a form of "be" takes no object.
  bool befell_subject(WordIndex cue) const {
    if (cue == begin_) return false;
    WordIndex at = cue - 1;
    while (at > begin_ && classes(at).has(adverb)) --at;
    return is(at, "was") || is(at, "were") || is(at, "been") || is(at, "be") || is(at, "is") ||
           is(at, "are") || is(at, "being");
  }

  // Groups that stand beside a bound one without a word of harm of their own.
  void coordinate() {
    for (std::size_t g = 1; g < groups_.size(); ++g) {
      if (bound_[g] || !bound_[g - 1] || !groups_[g].people || ends_in_verb(g)) continue;
      if (groups_[g].article && groups_[g].np_last < end_ && is(groups_[g].np_last, "of")) continue;
      const Group& left = groups_[g - 1];
      WordIndex gap_begin =
          std::max(left.np_last, bound_[g - 1]->passive ? bound_[g - 1]->cue + 1 : left.np_last);
      if (groups_[g].first < gap_begin) gap_begin = left.np_last;
      if (joins(gap_begin, groups_[g].first, groups_[g].part)) bound_[g] = bound_[g - 1];
    }
    // "two soldiers and three civilians were killed": backwards from the last one.
    for (std::size_t g = groups_.size(); g-- > 1;) {
      if (!bound_[g] || bound_[g - 1] || !groups_[g - 1].people || !bound_[g]->passive) continue;
      WordIndex from = groups_[g - 1].np_last;
      WordIndex to = groups_[g].first;
      bool near = to > from && to - from <= 2 && (is(from, "and") || is(from, ",") || is(from, "or"));
      if (near) bound_[g - 1] = bound_[g];
    }
  }

  bool ends_in_verb(std::size_t g) const {
    WordIndex at = groups_[g].np_last;
    return at < end_ && classes(at).any(auxiliary, verb, say) && !is(at, "including");
  }

  // Whether [from, to) does no more than join: "and", ", ", "as well as", "including", with at most a
  // short phrase ("in the fighting") before it.
  bool joins(WordIndex from, WordIndex to, bool part) const {
    if (to <= from || to - from > 12) return false;
    WordIndex at = to;
    auto back = [&](std::string_view w) { return at > from && is(at - 1, w); };
    if (part) {
      for (WordIndex i = from; i < to; ++i) {
        if (is(i, ";") || is(i, "while")) return false;
      }
      return true;
    }
    bool strong = false;
    if (at > from + 1 && classes(at - 1).has(possessive)) --at;  // "a woman and her two sons"
    if (at >= from + 3 && is(at - 3, "as") && is(at - 2, "well") && is(at - 1, "as")) {
      at -= 3;
      strong = true;
    } else if (at >= from + 2 && ((is(at - 2, "along") && is(at - 1, "with")) ||
                                  (is(at - 2, "together") && is(at - 1, "with")) ||
                                  (is(at - 2, "addition") && is(at - 1, "to")))) {
      at -= 2;
      strong = true;
    } else if (back("and") || back("or") || back("plus")) {
      --at;
    } else if (!back(",")) {
      return false;
    }
    if (back(",")) --at;
    if (at == from) return true;
    // A phrase between is safe only before words that can do nothing but add.
    if (!strong) return false;
    for (WordIndex i = from; i < at; ++i) {
      if (a_.word(i).kind != WordKind::word || classes(i).any(auxiliary, subordinator)) return false;
    }
    return true;
  }

  FigureMention mention(std::size_t g) const {
    const Group& group = groups_[g];
    const Tie& tie = *bound_[g];
    FigureMention m;
    m.first = group.first;
    m.last = group.article ? group.np_last : group.number_last;
    if (group.bound == Bound::none) m.last = group.np_last;
    if (group.bound == Bound::vague) {
      while (m.last > m.first + 1 && is(m.last - 1, "of")) --m.last;
    }
    m.span = a_.span(m.first, m.last);
    m.measure = tie.harm->measure;
    m.bound = group.bound;
    m.low = group.low;
    m.high = group.high;
    switch (group.bound) {
      case Bound::at_least:
      case Bound::more_than:
        m.high = std::nullopt;
        break;
      case Bound::at_most:
      case Bound::less_than:
        m.low = std::nullopt;
        break;
      default:
        break;
    }
    m.cue = tie.cue;
    m.passive = tie.passive;
    m.reach = group.part               ? FigureReach::part
              : cumulative(group, tie) ? FigureReach::cumulative
                                       : FigureReach::happening;
    if (group.of) {
      m.of = a_.span(group.of->first, group.of->second);
      m.of_group = group.of_group;
      if (group.belongs_to) m.group = a_.span(group.belongs_to->first, group.belongs_to->second);
      for (WordIndex i = group.of->first; i < group.of->second; ++i) {
        WordClasses c = classes(i);
        m.child |= c.has(child);
        m.female |= c.has(female);
        m.male |= c.has(male);
        m.elderly |= c.has(elderly);
        m.civilian |= c.has(civilian);
        m.military |= c.has(military);
      }
    }
    return m;
  }

  bool cumulative(const Group& group, const Tie& tie) const {
    if (is(tie.cue, "toll")) return true;
    for (WordIndex i = begin_; i < group.first; ++i) {
      if ((is(i, "in") && is(i + 1, "total")) || is(i, "overall") || is(i, "altogether") ||
          (is(i, "total") && is(i + 1, "of") && i + 4 > group.first) || is(i, "toll")) {
        return true;
      }
    }
    WordIndex stop = std::min<WordIndex>(end_, tie.cue + 12);
    for (WordIndex i = group.np_last; i < stop; ++i) {
      if ((is(i, "in") && is(i + 1, "total")) || (is(i, "so") && is(i + 1, "far")) ||
          (is(i, "since") && i + 1 < end_ &&
           (is(i + 1, "the") || classes(i + 1).any(month, weekday) ||
            a_.word(i + 1).kind == WordKind::number))) {
        return true;
      }
    }
    return false;
  }

  const Analysis& a_;
  WordIndex begin_, end_;
  bool shouted_;
  std::vector<Group> groups_;
  std::vector<std::optional<Tie>> bound_;
};

}  // namespace

std::vector<FigureMention> find_figures(const Analysis& analysis) {
  std::vector<FigureMention> found;
  for (const Sentence& sentence : analysis.sentences()) SentenceFigures(analysis, sentence).find(found);
  return found;
}

}  // namespace sitrep
