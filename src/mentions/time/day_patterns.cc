#include "mentions/time/day_patterns.h"

#include <utility>

#include "mentions/time/counts.h"
#include "mentions/time/year_patterns.h"

namespace sitrep::timex {
namespace {

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

// Months alone: "may" and "march" need a word before them that months stand behind.
bool month_stands(const Pieces& p, std::size_t i) {
  if (word(p, i).shortened) return false;
  // "31 February" is no day, and then no month either.
  bool numbered =
      (i > 0 && plain_number(p, i - 1, 1, 2)) || (plain_number(p, i + 1, 1, 2) && !p[i + 1].glued);
  if (numbered) return false;
  if (!p.is(i, "may", "march", "august", "april", "june")) return true;
  bool placed = i > 0 && (p.is(i - 1, "in", "since", "by", "until", "till", "last", "next", "this") ||
                          p.is(i - 1, "early", "late", "mid", "-", "during", "through", "each", "every") ||
                          p.is(i - 1, "previous", "following"));
  if (placed) return true;
  bool named = p[i + 1].kind == Piece::Kind::word && p[i + 1].capital && p[i + 1].time == nullptr;
  if (p.is(i, "august", "april", "june")) return !named;
  if (i == 0) return false;
  // "of May", "between March and May", "from October to March", "March-June".
  if (p.is(i - 1, "of", "from", "between", "before", "after")) return true;
  bool joined_before = (p.is(i - 1, "to", "and", "or") || p.dash(i - 1)) && i > 1 && word(p, i - 2).month;
  bool joined_behind =
      (p.is(i + 1, "to", "and", "or") || p.dash(i + 1)) && word(p, i + 2).month && p[i + 2].capital;
  if (joined_before || joined_behind) return true;
  // "a March operation", "the May elections".
  return p.is(i - 1, "a", "the", "its", "their", "his", "her") && p[i + 1].kind == Piece::Kind::word &&
         !p[i + 1].capital;
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

}  // namespace

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

}  // namespace sitrep::timex
