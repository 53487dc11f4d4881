#include "mentions/time/dates.h"

#include "mentions/time/clock.h"
#include "mentions/time/counts.h"
#include "mentions/time/day_patterns.h"
#include "mentions/time/year_patterns.h"

namespace sitrep::timex {
namespace {

// "a spring offensive", "spring fighting": what is told by its season.
bool season_of_war(const Pieces& p, std::size_t noun) {
  return p.is(noun, "offensive", "offensives", "campaign", "campaigns", "fighting", "operation",
              "operations") ||
         p.is(noun, "attacks", "advance", "thaw", "rains", "harvest", "elections", "session");
}

// "the summer of 1914", "summer 1914", "last summer", "in spring".
bool read_season(const Pieces& p, std::size_t& at, Expression& e) {
  std::size_t i = at;
  auto relation = read_relation(p, i);
  bool the = !relation && p.is(i, "the");
  if (the) ++i;
  const TimeWord& w = word(p, i);
  if (!w.season || w.plural) return false;
  bool told = relation || the || p.is(i, "summer", "winter", "autumn") ||
              (i > 0 && p.is(i - 1, "in", "of", "early", "late", "mid", "by", "this", "since", "until"));
  std::size_t season = i++;
  Expression with_year = e;
  std::size_t before = i;
  read_its_year(p, i, with_year);
  if (p.is(season, "fall", "spring") && before == i) {
    // "the fall of Kalmar", "a fall in prices", "spring water": verbs and other nouns.
    if (!(told || season_of_war(p, i)) || (!relation && p.is(i, "of", "in", "from", "to"))) return false;
  }
  if (before == i && !told && !season_of_war(p, i)) return false;
  e = with_year;
  e.season = w.season;
  if (relation) e.relation = *relation;
  e.rule = "season";
  at = i;
  return true;
}

// "the third quarter of 2030", "third-quarter", "2030 third quarter", "the first half of 1989".
bool read_quarter(const Pieces& p, std::size_t& at, Expression& e) {
  std::size_t i = at;
  Expression made = e;
  if (p.is(i, "the")) ++i;
  auto relation = read_relation(p, i);  // "next year's first quarter", "this year's"
  if (relation && p.is(i - 1, "last") && p.is(i, "half", "quarter") && p.is(i + 1, "of")) {
    --i;  // "the last half of 2031"
  } else if (relation) {
    if (!p.is(i, "year") || !p.is(i + 1, "'", "’") || !p.is(i + 2, "s")) return false;
    made.year_relation = relation;
    i += 3;
  } else if (is_year_number(p, i)) {
    made.year = static_cast<int>(p[i].value);
    i += p.is(i + 1, "'", "’") && p.is(i + 2, "s") ? 3 : 1;
  }
  if (p.is(i, "fiscal")) i += p.dash(i + 1) ? 2 : 1;
  auto ordinal = read_ordinal(p, i);
  if (!ordinal && p.is(i, "final", "last") && p.is(i + 1, "quarter") && p.is(i + 2, "of")) {
    ordinal = 4;
    ++i;
  }
  if (!ordinal && p.is(i, "latter", "last") && p.is(i + 1, "half")) {
    ordinal = 2;
    ++i;
  }
  if (!ordinal || *ordinal < 1 || *ordinal > 4) return false;
  if (p.is(i, "fiscal")) ++i;
  if (p.dash(i) && p[i].glued) ++i;
  bool quarter = p.is(i, "quarter");
  bool half = p.is(i, "half") && *ordinal <= 2;
  if (!quarter && !half) return false;
  ++i;
  if (!made.year && !made.year_relation) {
    std::size_t year = i;
    if (p.is(year, "of") && p.is(year + 1, "fiscal")) {
      std::size_t number = year + (p.is(year + 2, "year") ? 3 : 2);
      if (is_year_number(p, number)) {
        made.year = static_cast<int>(p[number].value);
        i = number + 1;
      }
    }
    if (!made.year) read_its_year(p, i, made);
  }
  // A half of what? "the first half of the match" is no time.
  if (half && !made.year && !made.year_relation) return false;
  (quarter ? made.quarter : made.half) = *ordinal;
  made.rule = "quarter";
  e = made;
  at = i;
  return true;
}

bool read_holiday(const Pieces& p, std::size_t& at, Expression& e) {
  std::size_t i = at;
  auto relation = read_relation(p, i);
  if (!p[i].capital) return false;
  for (const Holiday& holiday : holidays()) {
    std::string_view rest = holiday.name;
    std::size_t next = i;
    while (!rest.empty()) {
      std::size_t space = rest.find(' ');
      std::string_view piece = rest.substr(0, space);
      bool same = p.is(next, piece) || (piece == "'" && p.is(next, "’")) || (piece == "-" && p.dash(next));
      if (!same) break;
      ++next;
      rest = space == std::string_view::npos ? std::string_view{} : rest.substr(space + 1);
    }
    if (!rest.empty()) continue;
    // "Christmas Island", "Easter Rising": names of other things.
    if (p[next].capital && !word(p, next).weekday && word(p, next).part == DayPart::none &&
        !p.is(next, "day"))
      return false;
    if (p.is(next, "day") && p[next].capital) ++next;
    e.holiday = &holiday;
    if (relation) e.relation = *relation;
    e.rule = "named day";
    read_its_year(p, next, e);
    at = next;
    return true;
  }
  return false;
}

// "Saturday", "last Saturday", "this coming Friday, 3 May", "Wed. 3 May".
bool read_weekday(const Pieces& p, std::size_t& at, Expression& e) {
  std::size_t i = at;
  auto relation = read_relation(p, i);
  const TimeWord& w = word(p, i);
  if (!w.weekday || w.plural || !p[i].capital) return false;
  std::size_t day = i++;
  if (w.shortened) skip_stop(p, i);
  std::size_t date = i;
  if (p.is(date, ",")) ++date;
  Expression made = e;
  if (!relation || p.is(at, "this")) {
    std::size_t behind = date;
    if ((p[behind].kind == Piece::Kind::number || word(p, behind).month || p.is(behind, "the")) &&
        read_month_date(p, behind, made) && made.day) {
      made.weekday = w.weekday;
      e = made;
      at = behind;
      return true;
    }
  }
  if (w.shortened) return false;
  // "Holy Saturday Agreement", "Black Friday": a day in a name that is no day's.
  if (day > 0 && p.is(day - 1, "black", "bloody") && p[day - 1].capital) return false;
  e.weekday = w.weekday;
  if (relation) e.relation = *relation;
  e.rule = "weekday";
  at = i;
  return true;
}

// "today", "yesterday", "tomorrow", "the day before yesterday".
bool read_deictic(const Pieces& p, std::size_t& at, Expression& e) {
  struct Row {
    std::string_view word;
    int days;
  };
  static constexpr Row rows[] = {
      {"today", 0}, {"yesterday", -1}, {"tomorrow", 1}, {"tonight", 0}, {"overnight", 0}};
  std::size_t i = at;
  int more = 0;
  if (p.is(i, "the")) ++i;
  if (p.is(i, "day") && p.is(i + 1, "before") && p.is(i + 2, "yesterday")) {
    more = -1;
    i += 2;
  } else if (p.is(i, "day") && p.is(i + 1, "after") && p.is(i + 2, "tomorrow")) {
    more = 1;
    i += 2;
  } else if (i != at) {
    return false;
  }
  for (const Row& row : rows) {
    if (!p.is(i, row.word)) continue;
    int days = row.days + more;
    e.kind = Expression::Kind::shift;
    e.unit = Unit::day;
    e.amount.count = std::abs(days);
    e.relation = days < 0 ? Relation::ago : Relation::ahead;
    if (row.word == "tonight" || row.word == "overnight") e.part = DayPart::NI;
    e.rule = "day counted from publication";
    at = i + 1;
    return true;
  }
  return false;
}

// Whatever names one day or more, without a part of the day.
bool read_plain_date(const Pieces& p, std::size_t& at, Expression& e) {
  return read_numeric(p, at, e) || read_day_of_attacks(p, at, e) || read_weekday(p, at, e) ||
         read_holiday(p, at, e) || read_quarter(p, at, e) || read_month_date(p, at, e) ||
         read_season(p, at, e) || read_deictic(p, at, e) || read_day_of_month(p, at, e);
}

// "last June", "this May": a relation before a month.
bool read_related_month(const Pieces& p, std::size_t& at, Expression& e) {
  std::size_t i = at;
  auto relation = read_relation(p, i);
  if (!relation || !word(p, i).month || word(p, i).shortened) return false;
  if (!read_month_date(p, i, e)) return false;
  e.relation = *relation;
  at = i;
  return true;
}

// A day's part behind it: "Saturday evening", "3 May at dawn" has two.
void read_part_behind(const Pieces& p, std::size_t& at, Expression& e) {
  bool names_day = e.day || e.weekday || e.holiday != nullptr || e.kind == Expression::Kind::shift;
  if (!names_day || e.until_day) return;
  std::size_t i = at;
  if (p.is(i, "early", "late")) ++i;
  const TimeWord& w = word(p, i);
  if (w.part == DayPart::none || w.plural) return;
  if (i > at) e.mod = p.is(at, "early") ? Modifier::START : Modifier::END;
  e.part = w.part;
  at = i + 1;
}

// A day behind a clock time or a part of a day: " Friday", ", 3 May", "of 3 May".
bool read_day_behind(const Pieces& p, std::size_t& at, Expression& e, bool of_only) {
  std::size_t i = at;
  if (p.is(i, "of") || (!of_only && p.is(i, ",")))
    ++i;
  else if (of_only && !p.is(i, "yesterday", "today", "tomorrow"))
    return false;
  Expression day = e;
  std::size_t end = i;
  if (!(read_numeric(p, end, day) || read_weekday(p, end, day) || read_holiday(p, end, day) ||
        read_month_date(p, end, day) || read_deictic(p, end, day))) {
    return false;
  }
  bool names_day = day.day || day.weekday || day.holiday != nullptr || day.kind == Expression::Kind::shift;
  if (!names_day || day.until_day) return false;
  DayPart part = e.part;
  e = day;
  e.part = part;
  at = end;
  return true;
}

// "the morning of 3 May", "last night", "the next morning", "this afternoon", "mid-afternoon yesterday".
bool read_part_of_day(const Pieces& p, std::size_t& at, Expression& e) {
  std::size_t i = at;
  auto relation = read_relation(p, i);
  bool the = !relation && p.is(i, "the");
  if (the) ++i;
  Modifier edge = Modifier::none;
  if (p.is(i, "early", "late", "mid")) {
    edge = word(p, i).edge;
    i += p.dash(i + 1) ? 2 : 1;
  } else if (p.is(i, "small") && p.is(i + 1, "hours")) {
    edge = Modifier::START;
    ++i;
  }
  // "the early hours of Saturday"
  bool hours = p.is(i, "hours") && p.is(i + 1, "of") && (edge == Modifier::START || p.is(i - 1, "small"));
  const TimeWord& w = word(p, i);
  if (!hours && (w.part == DayPart::none || w.plural)) return false;
  ++i;
  if (p.is(i, "hours")) ++i;
  Expression made = e;
  made.part = hours ? DayPart::MO : w.part;
  made.rule = "part of a day";
  bool day = read_day_behind(p, i, made, true);
  // "night" alone says when only behind a word that days' parts stand behind.
  bool placed = at > 0 && (p.is(at - 1, "at", "by", "before", "until", "since", "after", "in", "during"));
  if (hours && !day) return false;
  if (!day && !relation && !(the && p.is(at - (at > 0 ? 1 : 0), "in", "during", "of")) && !placed)
    return false;
  if (relation) made.relation = *relation;
  if (!day && relation == Relation::last && w.part != DayPart::NI) return false;
  if (edge != Modifier::none) made.mod = edge;
  e = made;
  at = i;
  return true;
}

bool read_clock_date(const Pieces& p, std::size_t& at, Expression& e) {
  std::size_t i = at;
  Expression made = e;
  if (!read_clock(p, i, made)) return false;
  read_day_behind(p, i, made, false);
  e = made;
  at = i;
  return true;
}

}  // namespace

bool read_date(const Pieces& p, std::size_t& at, Expression& e) {
  Expression made = e;
  std::size_t i = at;
  if (read_clock_date(p, i, made) || read_part_of_day(p, i, made)) {
    e = made;
    at = i;
    return true;
  }
  if (!read_plain_date(p, i, made) && !read_related_month(p, i, made)) return false;
  read_part_behind(p, i, made);
  e = made;
  at = i;
  return true;
}

}  // namespace sitrep::timex
