// In two steps for each sentence: first all groups ("at least nine civilians", "a woman", "no one"),
// then for each the word of harm that governs it, looked for on its right ("nine civilians were
// killed"), on its left ("killed nine civilians", "a toll of nine"), then by coordination with a
// neighbour ("killed two soldiers and three civilians", "nine people, including two children").
#include "mentions/figure/word_rules.h"

#include <algorithm>

#include "mentions/figure/groups.h"

namespace sitrep {
namespace {

using enum WordClass;

class SentenceFigures : private GroupReader {
 public:
  SentenceFigures(const Analysis& analysis, const Sentence& sentence) : GroupReader(analysis, sentence) {}

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

  void bind() {
    bound_.assign(groups_.size(), std::nullopt);
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      Group& group = groups_[g];
      if (!group.people && !group.perhaps_people) continue;
      mark_part(g);
      if (group.noun_harm != nullptr) {
        bound_[g] = Tie{group.noun_harm, group.noun_at, false};
      } else if (auto right = bind_right(g)) {
        if (!group.bare || befell_once(right->cue)) bound_[g] = right;
      } else if (group.bare) {
        continue;
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
    // "members loyal to the mayor were killed" does not speak of the mayor; of "three of the four who
    // were abducted" four were.
    if (group.article && group.first > begin_ && classes(group.first - 1).has(preposition) &&
        !classes(group.first - 1).has(subordinator)) {
      return std::nullopt;
    }
    if (group.share && (is(at, "who") || is(at, "that"))) return std::nullopt;
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

  // Whether the word at `cue` is something that befell the subject that stands before it.
  std::optional<Tie> subject_of(WordIndex cue, bool aux, std::size_t g) const {
    if (cue >= end_) return std::nullopt;
    // "lost their lives", "gave his life"
    if ((is(cue, "lost") || is(cue, "gave")) && classes(cue + 1).has(possessive) &&
        (is(cue + 2, "lives") || is(cue + 2, "life"))) {
      return Tie{harm_of("dead"), cue, true};
    }
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
      if (is(at, "number") && is(at + 1, "of") && (is(before, "to") || is(before, "at"))) {
        // "bringing the number of people killed to 12"
        for (WordIndex i = at + 2; i < before; ++i) {
          const Harm* harm = harm_of(a_.lower(i));
          if (harm != nullptr && (harm->state || harm->noun)) return Tie{harm, i, false};
        }
      }
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

  // "civilians were killed", not "civilians are killed every day".
  bool befell_once(WordIndex cue) const {
    WordIndex at = cue;
    while (at > begin_ && classes(at - 1).has(adverb)) --at;
    return at > begin_ && (is(at - 1, "was") || is(at - 1, "were") || is(at - 1, "been"));
  }

  // Groups that stand beside a bound one without a word of harm of their own.
  void coordinate() {
    for (std::size_t g = 1; g < groups_.size(); ++g) {
      if (bound_[g] || !bound_[g - 1] || !groups_[g].people || groups_[g].bare || ends_in_verb(g)) continue;
      if (groups_[g].article && groups_[g].np_last < end_ && is(groups_[g].np_last, "of")) continue;
      // "19 injured, the mayor said": who is known adds nothing to a count.
      if (groups_[g].definite || hangs_on(g)) continue;
      const Group& left = groups_[g - 1];
      WordIndex gap_begin =
          std::max(left.np_last, bound_[g - 1]->passive ? bound_[g - 1]->cue + 1 : left.np_last);
      if (groups_[g].first < gap_begin) gap_begin = left.np_last;
      if (joins(gap_begin, groups_[g].first, groups_[g].part)) bound_[g] = bound_[g - 1];
    }
    // "two soldiers and three civilians were killed": backwards from the last one.
    for (std::size_t g = groups_.size(); g-- > 1;) {
      if (!bound_[g] || bound_[g - 1] || !groups_[g - 1].people || !bound_[g]->passive) continue;
      if (groups_[g - 1].bare) continue;
      WordIndex from = groups_[g - 1].np_last;
      WordIndex to = groups_[g].first;
      if (to > from + 1 && classes(to - 1).has(possessive)) --to;  // "a woman and her two sons"
      WordIndex joint = is(from, ",") && to == from + 2 ? from + 1 : from;
      bool near = to == joint + 1 &&
                  (is(joint, "and") || is(joint, ",") || is(joint, "or") || is(joint, "including"));
      if (near && !groups_[g - 1].definite && !hangs_on(g - 1)) bound_[g - 1] = bound_[g];
    }
  }

  // "relatives of nine of them", "a doctor from two hospitals": of another phrase.
  bool hangs_on(std::size_t g) const {
    if (groups_[g].first == begin_) return false;
    WordIndex before = groups_[g].first - 1;
    return is(before, "of") || is(before, "to") || is(before, "from") || is(before, "by") ||
           is(before, "for");
  }

  // "nine were killed, a doctor said", "..., a doctor, Ana Costa, said": of another verb.
  bool ends_in_verb(std::size_t g) const {
    WordIndex at = groups_[g].np_last;
    if (is(at, ",")) {
      WordIndex stop = std::min<WordIndex>(end_, at + 9);
      WordIndex second = at + 1;
      while (second < stop && !is(second, ",")) ++second;
      return is(second, ",") && classes(second + 1).has(say);
    }
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
    m.last = group.number_last;  // with the noun, where an article counts one
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
    for (WordIndex i = tie.cue; i + 6 > tie.cue && i > begin_; --i) {
      if (is(i - 1, "number") && is(i, "of") && group.first > tie.cue) return true;
    }
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

  std::vector<Group> groups_;
  std::vector<std::optional<Tie>> bound_;
};

}  // namespace

void find_figures_by_words(const Analysis& analysis, const Sentence& sentence,
                           std::vector<FigureMention>& out) {
  SentenceFigures(analysis, sentence).find(out);
}

}  // namespace sitrep
