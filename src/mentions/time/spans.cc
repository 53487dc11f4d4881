#include "mentions/time/spans.h"

#include "mentions/time/counts.h"
#include "mentions/time/dates.h"
#include "mentions/time/year_patterns.h"

namespace sitrep::timex {
namespace {

using Kind = Expression::Kind;

// A unit that is counted, with what tells how long it is: "full years", "trading days".
bool read_unit(const Pieces& p, std::size_t& at, Expression& e) {
  std::size_t i = at;
  if (p.dash(i) && p[i].glued && p[i + 1].glued) ++i;
  // Up to two describing words: "two more full years".
  for (int skipped = 0; skipped < 2 && !word(p, i).unit; ++skipped) {
    if (!p.is(i, "more", "full", "whole", "additional", "further", "consecutive", "straight", "successive",
              "long") &&
        !p.is(i, "short", "single", "entire", "extra", "other", "calendar", "fiscal", "trading", "working") &&
        !p.is(i, "previous", "preceding", "following", "next", "past", "last") &&
        !p.is(i, "business", "solid", "bloody", "intense", "good", "mere", "brutal", "tense", "difficult")) {
      return false;
    }
    ++i;
  }
  const TimeWord& w = word(p, i);
  if (!w.unit) return false;
  // "a second attack": the second of a row, not a length.
  if (p.is(i, "second") && !p.dash(i - 1)) return false;
  e.unit = *w.unit;
  if (p.is(i, "fortnight", "fortnights") && e.amount.count) e.amount.count = *e.amount.count * 2;
  at = i + 1;
  return true;
}

bool is_clock_unit(Unit unit) { return unit == Unit::hour || unit == Unit::minute || unit == Unit::second; }

// Whether a date may begin here: "the 3rd of May", "May 3", "Saturday".
bool time_behind(const Pieces& p, std::size_t i) {
  Expression e;
  return read_date(p, i, e);
}

// "ago", "earlier", "from now" ... behind an amount makes a point of time of it.
void read_direction(const Pieces& p, std::size_t& at, Expression& e) {
  struct Row {
    std::string_view first, second;
    Relation relation;
  };
  static constexpr Row rows[] = {{"ago", "", Relation::ago},
                                 {"from", "now", Relation::ahead},
                                 {"hence", "", Relation::ahead},
                                 {"earlier", "", Relation::earlier},
                                 {"before", "that", Relation::earlier},
                                 {"previously", "", Relation::earlier},
                                 {"beforehand", "", Relation::earlier},
                                 {"prior", "", Relation::earlier},
                                 {"later", "", Relation::later},
                                 {"afterwards", "", Relation::later},
                                 {"afterward", "", Relation::later},
                                 {"after", "that", Relation::later},
                                 {"thereafter", "", Relation::later},
                                 {"on", ",", Relation::later},
                                 {"back", "", Relation::ago}};
  std::size_t i = at;
  if (p.is(i, "or") && p.is(i + 1, "so")) {
    e.mod = Modifier::APPROX;
    at = i += 2;
  }
  if (p.is(i, "'", "’") || (p.is(i, "s") && p[i].glued)) return;
  for (const Row& row : rows) {
    if (!p.is(i, row.first) || (!row.second.empty() && !p.is(i + 1, row.second))) continue;
    // "two days prior to", "a year previously held": only where the amount ends.
    e.kind = Kind::shift;
    e.relation = row.relation;
    e.rule = row.relation == Relation::ago || row.relation == Relation::ahead
                 ? "counted from publication"
                 : "counted from the time told before";
    at = i + (row.second.empty() || row.second == "," ? 1 : 2);
    return;
  }
  // "two days after the raid", "a week before the vote": hangs on what follows.
  bool follows = p.is(i, "after", "before", "following", "since") && p[i + 1].kind != Piece::Kind::gap;
  if (follows && !p.is(i, "since") && e.amount.count) {
    bool ends = p[i + 1].kind == Piece::Kind::mark;
    e.kind = Kind::shift;
    bool earlier = p.is(i, "before");
    e.relation = ends ? (earlier ? Relation::earlier : Relation::later) : Relation::of_event;
    if (!ends && earlier) e.amount.count = -*e.amount.count;
    e.rule = ends ? "counted from the time told before" : "hangs on an event";
    // "after" belongs to a time only where one stands behind it, or nothing does.
    if (ends || time_behind(p, i + 1)) at = i + 1;
  }
}

// "first", "past", "next", "last": before an amount, they say which.
bool read_which(const Pieces& p, std::size_t& at, Expression& e) {
  std::size_t i = at;
  bool the = p.is(i, "the", "these", "those", "this", "its", "their", "his", "her") || p.is(i, "our");
  if (the) ++i;
  if (p.is(i, "last", "past", "recent", "previous", "preceding", "final", "latest")) {
    e.relation = p.is(i, "previous", "preceding") ? Relation::previous
                 : p.is(i, "final")               ? Relation::none
                                                  : Relation::last;
    at = i + 1;
    return true;
  }
  if (p.is(i, "next", "coming", "following", "upcoming", "ensuing", "subsequent")) {
    e.relation = p.is(i, "following", "ensuing", "subsequent") ? Relation::following : Relation::next;
    at = i + 1;
    return true;
  }
  if (p.is(i, "first", "opening", "closing", "early", "remaining", "intervening")) {
    at = i + 1;
    return true;
  }
  if (p.is(at, "the", "these", "those")) {
    at = i;
    return true;
  }
  return false;
}

}  // namespace

bool read_span(const Pieces& p, std::size_t& at, Expression& e) {
  std::size_t i = at;
  Expression made = e;
  made.kind = Kind::duration;
  made.rule = "length of time";
  bool which = read_which(p, i, made);
  auto amount = read_amount(p, i);
  if (amount) {
    made.amount = *amount;
    if (which && amount->article) return false;
    if (!read_unit(p, i, made)) return false;
    bool plural = word(p, i - 1).plural;
    bool hyphen = p.dash(i - 2);
    // "one of the days": a number below is no amount; "2 day": written so in headlines.
    if (amount->article && plural) return false;
    if (!amount->count && !plural && !hyphen) return false;
    // A night or a weekend is counted, not measured, where there is one: "a night".
    if (made.unit == Unit::season || (made.unit == Unit::night && amount->article)) return false;
    // "three-quarters of", "two quarters": parts of anything.
    if (made.unit == Unit::quarter && (hyphen || (!which && amount->count))) return false;
    if (made.unit == Unit::quarter && (amount->article || !plural)) return false;  // "the 1988 quarter"
    if (p.is(i, "and") && p.is(i + 1, "a") && p.is(i + 2, "half")) {
      made.amount.count = made.amount.count.value_or(1) + 0.5;
      i += 3;
    }
    // "10-year-old", "30 years old", "aged": an age is a length too.
    // Ages are no times: "a six-year-old", "30 years old".
    if (p.is(p.dash(i) && p[i].glued ? i + 1 : i, "old") || (p.is(i, "of") && p.is(i + 1, "age")))
      return false;
    if (p.dash(i) && p.is(i + 1, "earlier", "ago")) return false;
    if (hyphen && p.dash(i) && p.is(i + 1, "long")) i += 2;
    read_direction(p, i, made);
    if (made.kind == Kind::shift && which) made.relation = Relation::none, made.kind = Kind::duration;
  } else {
    // "recent weeks", "the past weeks", "weeks ago", "years", "the coming months", "decades-long".
    const TimeWord& w = word(p, i);
    // "30 years old": the number before was read, and is no length.
    if (at > 0 && (p[at - 1].kind == Piece::Kind::number || word(p, at - 1).number) && i == at) return false;
    if (!w.unit || !w.plural || *w.unit == Unit::season || *w.unit == Unit::quarter ||
        *w.unit == Unit::night || *w.unit == Unit::second) {
      return false;
    }
    if (*w.unit == Unit::weekend) return false;
    made.unit = *w.unit;
    ++i;
    std::size_t bare = i;
    read_direction(p, i, made);
    bool long_one = p.dash(i) && p.is(i + 1, "long");
    if (long_one) i += 2;
    // "these days": the present.
    if (p.is(at, "these") && p.is(at + 1, "days")) {
      made.kind = Kind::reference;
      made.reference = Reference::present;
      made.rule = "no day told";
    } else if (made.kind == Kind::duration && !long_one && made.relation == Relation::none) {
      if (bare == at + 1 && is_clock_unit(made.unit) && !(at > 0 && p.is(at - 1, "for", "of", "within")))
        return false;
    }
  }
  e = made;
  at = i;
  return true;
}

bool read_related_unit(const Pieces& p, std::size_t& at, Expression& e) {
  std::size_t i = at;
  Expression made = e;
  made.kind = Kind::shift;
  made.amount.count = 1;
  // "a year-earlier period", "the year-ago quarter"
  std::size_t year = p.is(i, "the", "a") ? i + 1 : i;
  if (p.is(year, "year") && p.dash(year + 1) && p.is(year + 2, "earlier", "ago")) {
    made.unit = Unit::year;
    made.relation = p.is(year + 2, "ago") ? Relation::ago : Relation::earlier;
    made.rule = "counted from publication";
    i = year + 3;
    if (p.is(i, "period", "quarter"))
      ++i;
    else if (year != at)
      return false;
    e = made;
    at = i;
    return true;
  }
  // "year-end", "the year's end"
  std::size_t end = year + 1;
  if (p.is(end, "'", "’") && p.is(end + 1, "s"))
    end += 2;
  else if (p.dash(end))
    ++end;
  if (p.is(year, "year") && p.is(end, "end") && !p.is(end + 1, "of")) {
    made.unit = Unit::year;
    made.amount.count = 0;
    made.relation = Relation::now;
    made.mod = Modifier::END;
    made.rule = "counted from publication";
    e = made;
    at = end + 1;
    return true;
  }
  if (p.is(i, "the") && p.is(i + 1, "day", "week", "month", "year", "night", "morning")) {
    // "the day before", "the year after": told before; "the week", "the month": the present one.
    const TimeWord& w = word(p, i + 1);
    made.unit = w.unit.value_or(Unit::day);
    made.part = w.part;
    bool before = p.is(i + 2, "before");
    bool after = p.is(i + 2, "after");
    if (before || after) {
      // Before what? Only where the clause ends is it the time told before.
      bool ends = p[i + 3].kind == Piece::Kind::mark || p[i + 3].kind == Piece::Kind::gap;
      made.relation = ends ? (before ? Relation::previous : Relation::following) : Relation::of_event;
      if (!ends && before) made.amount.count = -1;
      made.beside = true;
      made.rule = ends ? "counted from the time told before" : "hangs on an event";
      e = made;
      at = i + 3;
      return true;
    }
    bool whole = p.is(i + 1, "week", "month", "year") && p[i + 2].kind != Piece::Kind::number;
    // "the year ended 31 March": a length.
    if (p.is(i + 1, "year") && p.is(i + 2, "ended", "ending", "to")) {
      made.kind = Kind::duration;
      made.rule = "length of time";
      e = made;
      at = i + 2;
      return true;
    }
    // "later in the day", "for the day."
    whole = whole || (p.is(i + 1, "day") && p[i + 2].kind != Piece::Kind::word && !p.dash(i + 2) && i > 0 &&
                      p.is(i - 1, "in", "of", "for", "during", "on"));
    if (!whole) return false;
    made.amount.count = 0;
    made.relation = Relation::that;
    made.rule = "the one spoken of";
    i += 2;
    if (p.is(i, "'", "’") && p.is(i + 1, "s")) return false;
    e = made;
    at = i;
    return true;
  }
  if (p.is(i, "the") && p.is(i + 1, "weekend", "quarter")) {
    made.unit = *word(p, i + 1).unit;
    made.amount.count = 0;
    made.relation = Relation::that;
    made.rule = "the one spoken of";
    e = made;
    at = i + 2;
    return true;
  }
  auto relation = read_relation(p, i);
  if (!relation) return false;
  if (p.is(i, "fiscal", "calendar", "whole", "entire", "full")) ++i;
  const TimeWord& w = word(p, i);
  if (p.is(i, "period") && relation == Relation::last && p.is(at, "the")) {
    made.unit = Unit::quarter;
  } else {
    if (!w.unit || w.plural || p.is(i, "second")) return false;
    made.unit = *w.unit;
  }
  if (made.unit == Unit::season || made.unit == Unit::minute ||
      (made.unit == Unit::hour && *relation == Relation::now))
    return false;
  // "the last day of", "the last week of May": the last of a row, not the one before.
  std::size_t next = i + 1;
  if (*relation == Relation::last && p.is(next, "of")) return false;
  made.relation = *relation;
  // "the past decade": the ten years until now, not the calendar's.
  if (*relation == Relation::last && (made.unit == Unit::decade || made.unit == Unit::century) &&
      (p.is(i - 1, "past") || p.is(at, "the"))) {
    made.kind = Kind::duration;
    made.amount.count = 1;
    made.rule = "length of time";
    e = made;
    at = next;
    return true;
  }
  made.amount.count = *relation == Relation::now || *relation == Relation::that ? 0 : 1;
  made.rule = "counted from publication";
  if (*relation == Relation::that || *relation == Relation::previous || *relation == Relation::following) {
    made.rule = "counted from the time told before";
  }
  if (made.unit == Unit::night) made.part = DayPart::NI;
  e = made;
  at = next;
  return true;
}

bool read_set(const Pieces& p, std::size_t& at, Expression& e) {
  std::size_t i = at;
  Expression made = e;
  made.kind = Kind::set;
  made.rule = "again and again";
  made.amount.count = 1;
  if (auto rhythm = rhythm_of(p[i].lower)) {
    made.unit = rhythm->unit;
    made.amount.count = rhythm->count;
    e = made;
    at = i + 1;
    return true;
  }
  bool each = p.is(i, "every", "each");
  bool per = p.is(i, "per");
  // "twice a week", "40 miles an hour", "$5 a day": "a" behind a number, its unit or a word of times.
  auto counted_before = [&] {
    if (p[i - 1].kind == Piece::Kind::number) return true;
    bool plural = p[i - 1].kind == Piece::Kind::word && p[i - 1].lower.back() == 's' &&
                  word(p, i - 1).unit == std::nullopt;
    constexpr std::size_t noun_phrase = 4;
    for (std::size_t back = 2; plural && back <= noun_phrase && back <= i; ++back) {
      if (p[i - back].kind == Piece::Kind::number || word(p, i - back).number) return true;
    }
    return false;
  };
  bool rate = p.is(i, "a", "an") && i > 0 && word(p, i + 1).unit && counted_before();
  rate = rate || (p.is(i, "a", "an") && i > 0 &&
                  (p.is(i - 1, "once", "twice", "times", "percent", "%", "dollars", "barrels", "people",
                        "tons", "tonnes")));
  if (each || per || rate) {
    ++i;
    if (each && p.is(i, "other", "second")) {
      made.amount.count = 2;
      ++i;
    } else if (each) {
      std::size_t number = i;
      if (auto count = read_number(p, number)) {
        made.amount.count = *count;
        i = number;
      }
    }
    const TimeWord& w = word(p, i);
    if (w.weekday && each && p[i].capital) {
      made.weekday = w.weekday;
      ++i;
      if (word(p, i).part != DayPart::none) made.part = word(p, i++).part;
    } else if (w.month && each && p[i].capital && !w.shortened) {
      made.month = w.month;
      ++i;
    } else if (w.season && each) {
      made.season = w.season;
      ++i;
    } else if (w.part != DayPart::none && each) {
      made.part = w.part;
      ++i;
    } else if (w.unit && !(p.is(i, "second"))) {
      made.unit = *w.unit;
      ++i;
    } else {
      return false;
    }
    e = made;
    at = i;
    return true;
  }
  // "Fridays", "Tuesday nights"
  const TimeWord& w = word(p, i);
  if (!w.weekday || !p[i].capital || w.shortened) return false;
  bool nights = word(p, i + 1).part != DayPart::none && word(p, i + 1).plural;
  if (!w.plural && !nights) return false;
  made.weekday = w.weekday;
  ++i;
  if (word(p, i).part != DayPart::none) made.part = word(p, i++).part;
  e = made;
  at = i;
  return true;
}

// "during this time", "at that time", "this period": the one spoken of.
bool read_time_spoken_of(const Pieces& p, std::size_t& at, Expression& e) {
  if (!p.is(at, "this", "that")) return false;
  bool period = p.is(at + 1, "period") && !p.is(at + 2, "of");
  bool placed =
      at > 0 && (p.is(at - 1, "during", "throughout", "around", "by", "until", "from", "since", "before") ||
                 p.is(at - 1, "at", "after", "about"));
  if (!period && !(placed && p.is(at + 1, "time"))) return false;
  e.kind = Kind::reference;
  e.reference = Reference::told;
  if (p.is(at, "this") && at > 0 && p.is(at - 1, "at")) e.reference = Reference::present;
  e.rule = "the one spoken of";
  at += 2;
  return true;
}

bool read_reference(const Pieces& p, std::size_t& at, Expression& e) {
  struct Row {
    std::string_view first, second;
    Reference reference;
  };
  static constexpr Row rows[] = {
      {"right", "now", Reference::present},   {"now", "", Reference::present},
      {"currently", "", Reference::present},  {"nowadays", "", Reference::present},
      {"at", "present", Reference::present},  {"to", "date", Reference::present},
      {"presently", "", Reference::present},  {"current", "", Reference::present},
      {"present", "day", Reference::present}, {"more", "recently", Reference::past},
      {"most", "recently", Reference::past},  {"recently", "", Reference::past},
      {"recent", "", Reference::past},        {"lately", "", Reference::past},
      {"long", "ago", Reference::past},       {"the", "past", Reference::past},
      {"the", "future", Reference::future},   {"in", "future", Reference::future}};
  for (const Row& row : rows) {
    if (!p.is(at, row.first) || (!row.second.empty() && !p.is(at + 1, row.second))) continue;
    std::size_t last = at + (row.second.empty() ? 1 : 2);
    // "the past few days", "the future of": "the past" and "the future" by themselves only.
    bool alone = p[last].kind != Piece::Kind::word && p[last].kind != Piece::Kind::number;
    bool goes_on = p.is(last, "and", "but", "or", "to", "is", "was", "that") ||
                   p.is(last, "as", "when", "has", "have", "had", "he", "it", "they");
    if (row.first == "to" && !(p[last].kind != Piece::Kind::word || p.is(last, "the", "and", "have", "has")))
      return false;
    if (row.first == "the" && !alone && !goes_on) return false;
    if (p[at].capital && at > 0 && p[at - 1].kind == Piece::Kind::word) return false;  // in a name
    e.kind = Kind::reference;
    e.reference = row.reference;
    e.rule = "no day told";
    at = last;
    return true;
  }
  if (p.is(at, "the") && p.is(at + 1, "time") && p.is(at + 2, "being")) {
    e.kind = Kind::reference;
    e.reference = Reference::present;
    e.rule = "no day told";
    at += 3;
    return true;
  }
  if (p.is(at, "present") && p.dash(at + 1) && p[at + 1].glued && p.is(at + 2, "day")) {
    e.kind = Kind::reference;
    e.reference = Reference::present;
    e.rule = "no day told";
    at += 3;
    return true;
  }
  if (p.is(at, "the") && p.is(at + 1, "near", "short", "long") && p.is(at + 2, "term") &&
      p[at + 3].kind != Piece::Kind::word) {
    e.kind = Kind::reference;
    e.reference = Reference::future;
    e.rule = "no day told";
    at += 3;
    return true;
  }
  if (read_time_spoken_of(p, at, e)) return true;
  // "the former president", "future attacks"; not "the city's future", which is no time.
  bool before_noun = p[at + 1].kind == Piece::Kind::word &&
                     !p.is(at + 1, "of", "in", "for", "is", "and", "as", "with", "to");
  if ((p.is(at, "former") || (p.is(at, "future") && before_noun)) && !p[at].capital) {
    e.kind = Kind::reference;
    e.reference = p.is(at, "former") ? Reference::past : Reference::future;
    e.of_story = true;
    e.rule = "no day told";
    ++at;
    return true;
  }
  if (p.is(at, "the") && p.is(at + 1, "near", "foreseeable", "distant", "immediate") &&
      p.is(at + 2, "future", "past")) {
    e.kind = Kind::reference;
    e.reference = p.is(at + 2, "past") ? Reference::past : Reference::future;
    e.rule = "no day told";
    at += 3;
    return true;
  }
  return false;
}

}  // namespace sitrep::timex
