#include "mentions/figure/quantity.h"

#include <algorithm>
#include <iterator>

#include "lexicon/words.h"
#include "mentions/figure/numbers.h"

namespace sitrep {

using enum WordClass;

namespace {

struct Phrase {
  std::string_view words[3];
  Bound bound;
};

// Longer ones first.
constexpr Phrase phrases[] = {
    {{"as", "many", "as"}, Bound::at_most},     {{"as", "few", "as"}, Bound::exact},
    {{"no", "fewer", "than"}, Bound::at_least}, {{"no", "less", "than"}, Bound::at_least},
    {{"not", "less", "than"}, Bound::at_least}, {{"not", "fewer", "than"}, Bound::at_least},
    {{"no", "more", "than"}, Bound::at_most},   {{"not", "more", "than"}, Bound::at_most},
    {{"in", "excess", "of"}, Bound::more_than}, {{"well", "more", "than"}, Bound::more_than},
    {{"a", "minimum", "of"}, Bound::at_least},  {{"a", "maximum", "of"}, Bound::at_most},
    {{"at", "least", ""}, Bound::at_least},     {{"at", "most", ""}, Bound::at_most},
    {{"more", "than", ""}, Bound::more_than},   {{"less", "than", ""}, Bound::less_than},
    {{"fewer", "than", ""}, Bound::less_than},  {{"up", "to", ""}, Bound::at_most},
    {{"well", "over", ""}, Bound::more_than},   {{"just", "over", ""}, Bound::more_than},
    {{"just", "under", ""}, Bound::less_than},  {{"upwards", "of", ""}, Bound::more_than},
    {{"close", "to", ""}, Bound::about},        {{"minimum", "of", ""}, Bound::at_least},
    {{"an", "estimated", ""}, Bound::about},    {{"over", "", ""}, Bound::more_than},
    {{"above", "", ""}, Bound::more_than},      {{"about", "", ""}, Bound::about},
    {{"around", "", ""}, Bound::about},         {{"some", "", ""}, Bound::about},
    {{"nearly", "", ""}, Bound::about},         {{"almost", "", ""}, Bound::about},
    {{"roughly", "", ""}, Bound::about},        {{"approximately", "", ""}, Bound::about},
    {{"circa", "", ""}, Bound::about},          {{"perhaps", "", ""}, Bound::about},
    {{"under", "", ""}, Bound::less_than},      {{"estimated", "", ""}, Bound::about},
};

bool currency(std::string_view mark) { return mark == "$" || mark == "€" || mark == "£" || mark == "¥"; }

class Reader {
 public:
  Reader(const Analysis& analysis, WordIndex end) : a_(analysis), end_(end) {}

  std::optional<Quantity> read(WordIndex at) const {
    Quantity q;
    q.first = at;
    if (auto none = nobody(at)) return none;
    at = openers(at, q);
    bool between = is(at, "between") || is(at, "from") || (is(at, "anywhere") && is(at + 1, "from"));
    if (between) {
      at += is(at, "anywhere") ? 2 : 1;
    } else {
      at = qualifier(at, q);
    }
    if (at < end_ && at > q.first && currency(a_.text(at))) ++at;  // "about £30,000"
    q.number = at;
    if (is(at, "both")) {
      q.low = q.high = 2;
      q.of_two = true;
      q.number_last = q.last = at + 1;
      return q;
    }
    // "a few dozen" is vague, "a couple of" is two
    if (is(at, "a") && is(at + 1, "couple")) {
      bool of = is(at + 2, "of");
      q.low = q.high = 2;
      if (of) q.bound = Bound::about;
      q.number_last = q.last = at + 2;
      return q;
    }
    if (!between && vague(at, q)) return q;
    auto number = written_number(a_, at, end_);
    if (!number) return std::nullopt;
    q.low = number->low;
    q.high = number->high;
    at = number->last;
    if (number->about && q.bound == Bound::exact) q.bound = Bound::about;
    if (number->low != number->high) q.bound = Bound::range;
    if (!range(at, between, q)) {
      if (between) return std::nullopt;
    }
    q.number_last = q.last = at;
    behind(q);
    open_ends(q);
    return q;
  }

 private:
  bool is(WordIndex i, std::string_view lower) const { return i < end_ && a_.is(i, lower); }
  WordClasses classes(WordIndex i) const { return i < end_ ? a_.word(i).classes : WordClasses{}; }

  // "no one", "nobody", "none", "no": nought. "no fewer than" is left to the qualifiers.
  std::optional<Quantity> nobody(WordIndex at) const {
    std::size_t words = 0;
    if (is(at, "no") && is(at + 1, "one")) {
      words = 2;
    } else if (is(at, "nobody") || is(at, "none") || is(at, "no-one")) {
      words = 1;
    } else if (is(at, "no") && !is(at + 1, "fewer") && !is(at + 1, "less") && !is(at + 1, "more") &&
               !is(at + 1, "longer")) {
      words = 1;
    } else if (is(at, "without")) {
      // "without any casualties"; "without water" counts nothing, and nothing will count it
      words = is(at + 1, "any") ? 2 : 1;
    }
    if (words == 0) return std::nullopt;
    Quantity q;
    q.first = q.number = at;
    q.number_last = q.last = at + static_cast<WordIndex>(words);
    q.bound = Bound::none;
    q.low = q.high = 0;
    return q;
  }

  // "a total of", "another", "a further", "an additional", "only": past them.
  WordIndex openers(WordIndex at, Quantity& q) const {
    for (int i = 0; i < 3; ++i) {
      if ((is(at, "a") || is(at, "the")) && is(at + 1, "total") && is(at + 2, "of")) {
        q.total = true;
        at += 3;
      } else if (is(at, "another") && starts(at + 1)) {
        q.added = true;
        at += 1;
      } else if (is(at, "a") && (is(at + 1, "further") || is(at + 1, "record")) && starts(at + 2)) {
        q.added = is(at + 1, "further");
        at += 2;
      } else if (is(at, "an") && (is(at + 1, "additional") || is(at + 1, "extra")) && starts(at + 2)) {
        q.added = true;
        at += 2;
      } else if ((is(at, "exactly") || is(at, "precisely")) && starts(at + 1)) {
        at += 1;
      } else {
        break;
      }
    }
    return at;
  }

  bool starts(WordIndex at) const {
    Quantity q;
    WordIndex past = qualifier(at, q);
    return written_number(a_, past, end_) || classes(past).has(WordClass::vague);
  }

  WordIndex qualifier(WordIndex at, Quantity& q) const {
    for (const Phrase& phrase : phrases) {
      WordIndex past = at;
      bool all = true;
      for (std::string_view word : phrase.words) {
        if (word.empty()) break;
        all = all && is(past, word);
        ++past;
      }
      if (!all) continue;
      q.bound = phrase.bound;
      // "up to some 40", "more than about 20"
      if (is(past, "about") || is(past, "some") || is(past, "around")) ++past;
      return past;
    }
    return at;
  }

  // "dozens", "several hundred", "tens of thousands", "a number". Whether it is one; fills `q`.
  bool vague(WordIndex at, Quantity& q) const {
    WordIndex past = at;
    bool counted_noun = is(at, "a") && (is(at + 1, "number") || is(at + 1, "handful")) && is(at + 2, "of");
    bool large = is(at, "a") && (is(at + 1, "large") || is(at + 1, "unknown") || is(at + 1, "small")) &&
                 is(at + 2, "number") && is(at + 3, "of");
    if (counted_noun) {
      past = at + 2;
    } else if (large) {
      past = at + 3;
    } else if (is(at, "a") && is(at + 1, "few")) {
      past = at + 2;
    } else if (classes(at).has(WordClass::vague)) {
      past = at + 1;
    } else {
      return false;
    }
    auto scale_word = [&](WordIndex i) {
      return is(i, "hundred") || is(i, "thousand") || is(i, "dozen") || is(i, "million") ||
             (classes(i).has(WordClass::vague) && !is(i, "several") && !is(i, "many"));
    };
    for (int i = 0; i < 2; ++i) {
      if (scale_word(past)) {
        ++past;
      } else if (is(past, "of") && scale_word(past + 1)) {
        past += 2;
      }
    }
    q.bound = Bound::vague;
    q.low = q.high = std::nullopt;
    q.number_last = q.last = past;
    return true;
  }

  // "20 to 25", "seven or eight", "30 and 40" behind "between". Moves `at` past it.
  bool range(WordIndex& at, bool between, Quantity& q) const {
    bool joint = is(at, "or") || is(at, "to") || is(at, "-") || is(at, "–") || (between && is(at, "and"));
    if (!joint) return false;
    WordIndex second = at + 1;
    if (is(second, "possibly") || is(second, "perhaps") || is(second, "even")) ++second;
    if (is(second, "up") && is(second + 1, "to")) second += 2;
    auto high = written_number(a_, second, end_);
    if (!high || high->high <= *q.high) return false;
    // "2 to 3 million"
    bool scaled = high->low >= 1000 && *q.low < 100 && high->low % 1000 == 0 && high->last > second + 1;
    if (scaled) {
      std::int64_t factor = 1000;
      while (high->low % (factor * 1000) == 0) factor *= 1000;
      q.low = *q.low * factor;
      if (*q.low >= high->high) return false;
    }
    q.high = high->high;
    q.bound = Bound::range;
    at = high->last;
    return true;
  }

  // "3 or more", "a dozen or so", "nine at least"
  void behind(Quantity& q) const {
    WordIndex at = q.last;
    if (is(at, "or") && is(at + 1, "more")) {
      q.bound = Bound::at_least;
      q.last = at + 2;
    } else if (is(at, "or") && (is(at + 1, "so") || is(at + 1, "thereabouts"))) {
      q.bound = Bound::about;
      q.last = at + 2;
    } else if (is(at, "or") && (is(at + 1, "fewer") || is(at + 1, "less"))) {
      q.bound = Bound::at_most;
      q.last = at + 2;
    } else if (is(at, ",") && (is(at + 1, "possibly") || is(at + 1, "perhaps") || is(at + 1, "maybe"))) {
      // "at least 8, possibly 10, people"
      auto more = written_number(a_, at + 2, end_);
      if (more && is(more->last, ",")) q.last = more->last + 1;
    }
  }

  static void open_ends(Quantity& q) {
    if (q.bound == Bound::at_least || q.bound == Bound::more_than) q.high = std::nullopt;
    if (q.bound == Bound::at_most || q.bound == Bound::less_than) q.low = std::nullopt;
  }

  const Analysis& a_;
  WordIndex end_;
};

}  // namespace

std::optional<Quantity> quantity_at(const Analysis& analysis, WordIndex at, WordIndex end) {
  if (at >= end || analysis.text(at).empty()) return std::nullopt;
  return Reader(analysis, end).read(at);
}

bool tells_other(const Analysis& a, const Quantity& q, WordIndex begin, WordIndex end) {
  auto is = [&](WordIndex i, std::string_view lower) { return i >= begin && i < end && a.is(i, lower); };
  auto classes = [&](WordIndex i) { return i < end ? a.word(i).classes : WordClasses{}; };
  if (q.bound == Bound::none || q.bound == Bound::vague) {
    // "several years", "a few hours"
    WordIndex next = is(q.last, "of") ? q.last + 1 : q.last;
    return classes(next).has(unit) && !classes(next).any(person_one, person_many);
  }
  WordIndex next = q.last;
  if (is(next, "more")) ++next;
  if (classes(next).has(unit) && !is(next, "local") && !classes(next).any(person_one, person_many))
    return true;
  if (is(next, "per") && is(next + 1, "cent")) return true;
  bool digits = a.word(q.number).kind == WordKind::number;
  if (next < end && a.word(next).kind == WordKind::mark && !a.word(next).space_before) {
    std::string_view mark = a.text(next);
    if (mark == "%" || mark == ":" || mark == "/" || mark == "-" || mark == "°") return true;
  }
  if (classes(next).has(month) && (a.word(next).capital || a.is(next, "may") == false) && digits &&
      (a.word(next).capital || a.word(next).all_caps)) {
    return true;
  }
  if (q.number == begin) return false;
  WordIndex before = q.number - 1;
  std::string_view mark = a.text(before);
  if (mark == "." || mark == ":" || mark == "#" || mark == "/") {
    return !a.word(q.number).space_before || mark == "#";
  }
  bool day_or_year = q.low && (*q.low <= 31 || (*q.low >= 1000 && *q.low < 3000));
  if (classes(before).has(month) && digits && q.first == q.number && a.word(before).capital && day_or_year)
    return true;
  if (is(before, "aged") || (is(before, "age") && q.first == q.number)) return true;
  if ((is(before, "no") || is(before, "number") || is(before, "room") || is(before, "flight") ||
       is(before, "article") || is(before, "chapter") || is(before, "resolution") || is(before, "highway") ||
       is(before, "route") || is(before, "page") || is(before, "paragraph")) &&
      q.first == q.number) {
    return true;
  }
  // "Ida Holm, 34, was", "a woman (64)"
  bool bracket = mark == "(" && is(next, ")");
  if (bracket) return true;
  bool comma = mark == "," && q.first == q.number && digits &&
               (is(next, ",") || is(next, ".") || is(next, ";") || is(next, "and") || next >= end);
  if (comma && before > begin) {
    bool person = a.word(before - 1).capital || classes(before - 1).any(person_one);
    bool below = *q.low > 0 && *q.low < 110;
    if (person && below && !a.word(before - 1).classes.has(month)) return true;
  }
  // a year: "in 2014", "since 1998"
  bool year = q.low && q.low == q.high && *q.low >= 1900 && *q.low <= 2100 && digits &&
              a.text(q.number).find(',') == std::string_view::npos;
  if (year && (classes(before).any(preposition, month, subordinator) || mark == "," || is(before, "early") ||
               is(before, "late") || is(before, "mid"))) {
    return true;
  }
  // "a woman of 64 died"
  return is(before, "of") && before > begin && classes(before - 1).has(person_one) && digits &&
         (next >= end || !classes(next).any(person_one, person_many));
}

}  // namespace sitrep
