#include "mentions/time/dates.h"

#include "mentions/time/clock.h"
#include "mentions/time/counts.h"

namespace sitrep::timex {
namespace {

using Grain = CalendarTime::Grain;

const TimeWord& word(const Pieces& p, std::size_t i) {
  static const TimeWord none;
  return p[i].time != nullptr ? *p[i].time : none;
}

bool plain_number(const Pieces& p, std::size_t i, std::uint32_t least, std::uint32_t most) {
  const Piece& piece = p[i];
  return piece.kind == Piece::Kind::number && !piece.decimal && !piece.grouped && piece.digits >= least &&
         piece.digits <= most;
}

// "BC", "B.C.", "BCE": how many pieces, 0 for none. `negative` tells BC from AD.
std::size_t era_at(const Pieces& p, std::size_t i, bool& negative) {
  negative = p.is(i, "bc", "bce") || p.is(i, "b");
  if (p.is(i, "bc", "bce", "ad", "ce") && p.text(i).front() != 'a' && p.text(i).front() != 'c') return 1;
  bool dotted = p.is(i, "b", "a") && p.is(i + 1, ".") && p.is(i + 2, "c", "d") && p[i + 2].glued;
  if (!dotted || p.is(i, "b") != p.is(i + 2, "c")) return 0;
  return p.is(i + 3, ".") && p[i + 3].glued ? 4 : 3;
}

bool is_year_number(const Pieces& p, std::size_t i) {
  return plain_number(p, i, 4, 4) && p[i].value >= 1000 && p[i].value <= 2199;
}

void skip_stop(const Pieces& p, std::size_t& at) {
  if (p.is(at, ".") && p[at].glued && p[at + 1].kind != Piece::Kind::gap) ++at;
}

// A month's name, with its stop if it is shortened.
std::optional<unsigned> read_month(const Pieces& p, std::size_t& at) {
  const TimeWord& w = word(p, at);
  if (!w.month || !p[at].capital) return std::nullopt;
  ++at;
  if (w.shortened) skip_stop(p, at);
  return w.month;
}

std::optional<unsigned> read_day_number(const Pieces& p, std::size_t& at) {
  std::size_t i = at;
  if (auto ordinal = read_ordinal(p, i)) {
    if (*ordinal < 1 || *ordinal > 31) return std::nullopt;
    at = i;
    return static_cast<unsigned>(*ordinal);
  }
  if (!plain_number(p, at, 1, 2) || p[at].value < 1 || p[at].value > 31) return std::nullopt;
  // "3.5 million", "12:30", "20 %" are no days.
  if ((p.is(at + 1, ":") && p[at + 2].glued && p[at + 2].kind == Piece::Kind::number) || p.is(at + 1, "%") ||
      (p.is(at + 1, "/") && p[at + 1].glued))
    return std::nullopt;
  return static_cast<unsigned>(p[at++].value);
}

// ", 2031", "of 2031", "2031", "of that year" behind a month or a day.
void read_its_year(const Pieces& p, std::size_t& at, Expression& e) {
  std::size_t i = at;
  if (p.is(i, ",")) ++i;
  std::size_t number = p.is(i, "of") ? i + 1 : i;
  bool negative = false;
  if (is_year_number(p, number) ||
      (plain_number(p, number, 1, 4) && p[number].value > 0 && era_at(p, number + 1, negative) != 0)) {
    i = number;
    if (read_year(p, i, e)) {
      at = i;
      return;
    }
  }
  if (p.is(number, "'", "’", "‘") && p[number + 1].glued && plain_number(p, number + 1, 2, 2)) {
    i = number;
    if (read_year(p, i, e)) at = i;
    return;
  }
  read_year_relation(p, at, e);
}

// "2031-05-03", "3/5/2031", "3.5.2031": as written in one go.
bool read_numeric(const Pieces& p, std::size_t& at, Expression& e) {
  for (std::size_t i = at; i <= at + 4; ++i) {
    bool number = (i - at) % 2 == 0;
    if (i > at && !p[i].glued) return false;
    if (number && !plain_number(p, i, 1, 4)) return false;
    if (!number && !p.is(i, "-", "/", ".")) return false;
  }
  if (p[at + 1].lower != p[at + 3].lower || (p[at + 5].glued && p.is(at + 5, "-", "/"))) return false;
  std::int64_t a = p[at].value;
  std::int64_t b = p[at + 2].value;
  std::int64_t c = p[at + 4].value;
  std::int64_t year = c;
  std::int64_t month = a;
  std::int64_t day = b;
  if (p[at].digits == 4 && p[at + 2].digits <= 2 && p[at + 4].digits <= 2) {
    year = a;
    month = b;
    day = c;
  } else if (p[at].digits > 2 || p[at + 2].digits > 2 || (p[at + 4].digits != 2 && p[at + 4].digits != 4)) {
    return false;
  } else {
    // Points mean the day first, as in most of Europe; strokes the month, unless it cannot be one.
    if (p.is(at + 1, ".") || a > 12) std::swap(month, day);
    if (p[at + 4].digits == 2) year += year < 50 ? 2000 : 1900;
  }
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  if (!day_exists(static_cast<int>(year), static_cast<unsigned>(month), static_cast<unsigned>(day)))
    return false;
  e.year = static_cast<int>(year);
  e.month = static_cast<unsigned>(month);
  e.day = static_cast<unsigned>(day);
  e.rule = "date in digits";
  at += 5;
  return true;
}

// "9/11": the one day known by its digits.
bool read_day_of_attacks(const Pieces& p, std::size_t& at, Expression& e) {
  bool written =
      p.is(at, "9") && p.is(at + 1, "/") && p.is(at + 2, "11") && p[at + 1].glued && p[at + 2].glued;
  if (!written || p.is(at + 3, "/") || (at > 0 && p.is(at - 1, "/") && p[at].glued)) return false;
  e.year = 2001;
  e.month = 9;
  e.day = 11;
  e.rule = "named day";
  at += 3;
  return true;
}

// "on the 20th": of the month told before.
bool read_day_of_month(const Pieces& p, std::size_t& at, Expression& e) {
  if (at == 0 || !p.is(at - 1, "on") || !p.is(at, "the")) return false;
  std::size_t i = at + 1;
  bool digits = p[i].kind == Piece::Kind::number;
  auto day = read_ordinal(p, i);
  bool noun =
      p[i].kind == Piece::Kind::word && !p.is(i, "and", "the", "he", "they", "a", "in", "at", "when", "was");
  if (!digits || !day || *day < 1 || *day > 31 || noun || p.dash(i)) return false;
  e.day = static_cast<unsigned>(*day);
  e.rule = "day of the month told before";
  at = i;
  return true;
}

// Months alone: "may" and "march" need a word before them that months stand behind.
bool month_stands(const Pieces& p, std::size_t i) {
  if (word(p, i).shortened) return false;
  // "31 February" is no day, and then no month either.
  bool numbered =
      (i > 0 && plain_number(p, i - 1, 1, 2)) || (plain_number(p, i + 1, 1, 2) && !p[i + 1].glued);
  if (numbered) return false;
  if (!p.is(i, "may", "march", "august", "april", "june")) return true;
  bool named = p[i + 1].kind == Piece::Kind::word && p[i + 1].capital && p[i + 1].time == nullptr;
  if (p.is(i, "august", "april", "june")) return !named;
  return i > 0 && (p.is(i - 1, "in", "of", "since", "by", "until", "till", "last", "next", "this") ||
                   p.is(i - 1, "early", "late", "mid", "-", "during", "from", "through", "each", "every") ||
                   p.is(i - 1, "between", "before", "after", "previous", "following"));
}

// "3 May", "the 3rd of May 2031", "May 3, 2031", "3 and 4 May", "May 2031", "May".
bool read_any_month_date(const Pieces& p, std::size_t& at, Expression& e) {
  std::size_t i = at;
  std::size_t start = i;
  if (p.is(i, "the")) ++i;
  if (auto day = read_day_number(p, i)) {
    // "3 and 4 May", "3-5 May"
    std::optional<unsigned> until;
    std::size_t next = i;
    if (p.is(next, "and", "to", "or") || p.dash(next)) {
      ++next;
      if (p.is(next, "the")) ++next;
      until = read_day_number(p, next);
      if (until && *until > *day)
        i = next;
      else
        until = std::nullopt;
    }
    if (p.is(i, "of")) ++i;
    if (p.dash(i) && p[i].glued && p[i + 1].glued) ++i;  // "03-May-2031"
    auto month = read_month(p, i);
    if (!month || !day_exists({}, *month, until.value_or(*day))) return false;
    e.month = month;
    e.day = day;
    e.until_day = until;
    e.rule = "day and month";
    if (p.dash(i) && p[i].glued && p[i + 1].glued && is_year_number(p, i + 1)) ++i;
    read_its_year(p, i, e);
    at = i;
    return true;
  }
  i = start;
  bool alone = month_stands(p, i);
  auto month = read_month(p, i);
  if (!month) return false;
  std::size_t behind = i;
  if (p.is(behind, "the")) ++behind;
  bool day_first_of_next =
      plain_number(p, behind, 1, 2) && word(p, behind + 1).month && p[behind + 1].capital;
  if (auto day = day_first_of_next ? std::nullopt : read_day_number(p, behind)) {
    // "in May 12 people": a day needs no noun behind it; kept simple, as "May 12 people" is rare.
    if (!day_exists({}, *month, *day)) return false;
    e.month = month;
    e.day = day;
    e.rule = "day and month";
    i = behind;
    std::size_t next = i;
    if ((p.is(next, "and", "to", "or") || p.dash(next)) && plain_number(p, next + 1, 1, 2)) {
      ++next;
      auto until = read_day_number(p, next);
      bool count = p[next].kind == Piece::Kind::word && !p[next].capital && p[next].lower.size() > 3;
      if (until && *until > *day && day_exists({}, *month, *until) && !count && !word(p, next).month) {
        e.until_day = until;
        i = next;
      }
    }
    read_its_year(p, i, e);
    at = i;
    return true;
  }
  e.month = month;
  e.rule = "month";
  std::size_t before_year = i;
  read_its_year(p, i, e);
  if (before_year == i && !alone) {
    e.month = std::nullopt;
    return false;
  }
  at = i;
  return true;
}

// A day that does not exist is no date: 29 February 2029.
bool read_month_date(const Pieces& p, std::size_t& at, Expression& e) {
  Expression made = e;
  std::size_t i = at;
  if (!read_any_month_date(p, i, made)) return false;
  bool whole_year = made.year && !made.two_digits && *made.year >= 1;
  if (whole_year && made.day && !day_exists(made.year, *made.month, made.until_day.value_or(*made.day)))
    return false;
  e = made;
  at = i;
  return true;
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
    if (!told || (!relation && p.is(i, "of", "in", "from", "to"))) return false;
  }
  if (before == i && !told) return false;
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
  if (relation) {
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

bool read_year(const Pieces& p, std::size_t& at, Expression& e) {
  bool negative = false;
  if (p[at].kind == Piece::Kind::number) {
    if (plain_number(p, at, 1, 4) && p[at].value > 0) {
      if (std::size_t era = era_at(p, at + 1, negative); era != 0) {
        e.year = static_cast<int>(negative ? 1 - p[at].value : p[at].value);
        e.rule = "year";
        at += 1 + era;
        return true;
      }
    }
    if (!is_year_number(p, at)) {
      // "the 480s BC"
      bool tens = plain_number(p, at, 2, 3) && p[at].value % 10 == 0 && p.is(at + 1, "s") && p[at + 1].glued;
      std::size_t era = tens ? era_at(p, at + 2, negative) : 0;
      // "the 70s", "the late 80s"
      bool decade = tens && era == 0 && p[at].digits == 2 && p[at].value >= 20 && at > 0 &&
                    p.is(at - 1, "the", "early", "late", "mid", "-", "and");
      if (decade && !p[at + 2].glued) {
        e.year = static_cast<int>(p[at].value);
        e.two_digits = true;
        e.era = Grain::decade;
        e.rule = "decade";
        at += 2;
        return true;
      }
      if (era == 0) return false;
      e.year = static_cast<int>(negative ? 1 - p[at].value : p[at].value);
      e.era = Grain::decade;
      e.rule = "decade";
      at += 2 + era;
      return true;
    }
    int year = static_cast<int>(p[at].value);
    std::size_t i = at + 1;
    bool apostrophe = p.is(i, "'", "’") && p[i].glued && p.is(i + 1, "s") && p[i + 1].glued && year % 10 == 0;
    if (apostrophe) ++i;
    if (year % 10 == 0 && p.is(i, "s") && p[i].glued) {
      e.era = year % 100 == 0 && year < 2000 ? Grain::century : Grain::decade;
      ++i;
      e.rule = "decade";
    } else {
      i = at + 1;
      if (p[i].glued && p[i].kind == Piece::Kind::word) return false;  // "1500km"
      e.rule = "year";
    }
    e.year = year;
    at = i;
    return true;
  }
  if (p.is(at, "'", "’", "‘") && plain_number(p, at + 1, 2, 2) && p[at + 1].glued && p[at + 1].value >= 10) {
    std::size_t i = at + 2;
    e.year = static_cast<int>(p[at + 1].value);
    e.two_digits = true;
    e.rule = "year of two digits";
    if (p.is(i, "s") && p[i].glued && *e.year % 10 == 0) {
      e.era = Grain::decade;
      ++i;
    }
    at = i;
    return true;
  }
  // "nineteen ninety-six", "the nineties"
  static constexpr std::string_view decades[] = {"twenties", "thirties",  "forties",  "fifties",
                                                 "sixties",  "seventies", "eighties", "nineties"};
  for (int i = 0; i < 8; ++i) {
    if (!p.is(at, decades[i]) || at == 0 || !p.is(at - 1, "the", "early", "late", "mid", "-")) continue;
    e.year = 20 + 10 * i;
    e.two_digits = true;
    e.era = Grain::decade;
    e.rule = "decade";
    ++at;
    return true;
  }
  if (p.is(at, "nineteen", "eighteen", "seventeen", "sixteen", "twenty")) {
    int hundreds = *word(p, at).number;
    std::size_t i = at + 1;
    if (p.is(i, "hundred")) return false;
    auto ones = p[i].glued ? std::nullopt : read_number(p, i);
    if (ones && *ones >= 10 && *ones < 100 && p[i - 1].kind == Piece::Kind::word) {
      e.year = hundreds * 100 + *ones;
      e.rule = "year in words";
      at = i;
      return true;
    }
  }
  return false;
}

bool read_year_relation(const Pieces& p, std::size_t& at, Expression& e) {
  std::size_t i = at;
  if (p.is(i, "of")) ++i;
  auto relation = read_relation(p, i);
  if (!relation || !p.is(i, "year")) return false;
  if (p.is(i + 1, "'", "’")) return false;
  e.year_relation = relation;
  at = i + 1;
  return true;
}

std::optional<Relation> read_relation(const Pieces& p, std::size_t& at) {
  struct Row {
    std::string_view first, second;
    Relation relation;
  };
  static constexpr Row rows[] = {{"this", "past", Relation::last},
                                 {"this", "last", Relation::last},
                                 {"this", "coming", Relation::next},
                                 {"this", "next", Relation::next},
                                 {"this", "same", Relation::that},
                                 {"this", "current", Relation::now},
                                 {"this", "very", Relation::now},
                                 {"that", "same", Relation::that},
                                 {"that", "very", Relation::that},
                                 {"the", "same", Relation::that},
                                 {"the", "next", Relation::following},
                                 {"the", "following", Relation::following},
                                 {"the", "subsequent", Relation::following},
                                 {"the", "coming", Relation::next},
                                 {"the", "upcoming", Relation::next},
                                 {"the", "last", Relation::last},
                                 {"the", "past", Relation::last},
                                 {"the", "latest", Relation::last},
                                 {"the", "previous", Relation::previous},
                                 {"the", "preceding", Relation::previous},
                                 {"the", "prior", Relation::previous},
                                 {"the", "current", Relation::now},
                                 {"the", "present", Relation::now},
                                 {"this", "", Relation::now},
                                 {"last", "", Relation::last},
                                 {"past", "", Relation::last},
                                 {"next", "", Relation::next},
                                 {"coming", "", Relation::next},
                                 {"that", "", Relation::that},
                                 {"following", "", Relation::following},
                                 {"previous", "", Relation::previous},
                                 {"current", "", Relation::now}};
  for (const Row& row : rows) {
    if (!p.is(at, row.first)) continue;
    if (row.second.empty()) return ++at, row.relation;
    if (p.is(at + 1, row.second)) return at += 2, row.relation;
  }
  return std::nullopt;
}

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
