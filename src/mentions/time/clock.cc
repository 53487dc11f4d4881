#include "mentions/time/clock.h"

#include "mentions/time/counts.h"

namespace sitrep::timex {
namespace {

// "a.m.", "am", "p.m", "PM": how many pieces.
std::size_t meridiem(const Pieces& p, std::size_t i, bool& afternoon) {
  afternoon = p.is(i, "pm", "p");
  if (p.is(i, "am", "pm")) return 1;
  if (!p.is(i, "a", "p") || !p.is(i + 1, ".") || !p.is(i + 2, "m") || !p[i + 2].glued) return 0;
  return p.is(i + 3, ".") && p[i + 3].glued ? 4 : 3;
}

// "GMT", "local time", "Eastern Standard Time", "(0800 GMT)" is left out.
void read_zone(const Pieces& p, std::size_t& at) {
  if (p[at].time != nullptr && p[at].time->zone && p.text(at).front() < 'a') {
    ++at;
  } else if ((p.is(at, "local") || (p[at].capital && p[at].kind == Piece::Kind::word)) &&
             p.is(at + 1, "time")) {
    at += 2;
  } else if (p.is(at, "eastern", "central", "mountain", "pacific") && p[at].capital) {
    std::size_t i = at + 1;
    if (p.is(i, "standard", "daylight")) ++i;
    if (p.is(i, "time")) at = i + 1;
  }
}

}  // namespace

bool read_clock(const Pieces& p, std::size_t& at, Expression& e) {
  std::size_t i = at;
  std::optional<int> hour;
  std::optional<int> minute;
  bool afternoon = false;
  bool sure = false;  // nothing else looks like this
  if (p.is(i, "noon", "midday", "midnight")) {
    hour = p.is(i, "midnight") ? 24 : 12;
    minute = 0;
    sure = true;
    ++i;
  } else if (p[i].kind == Piece::Kind::number && !p[i].grouped && p[i].digits <= 4) {
    const Piece& number = p[i];
    bool colon = number.digits <= 2 && !number.decimal && p.is(i + 1, ":") && p[i + 1].glued &&
                 p[i + 2].kind == Piece::Kind::number && p[i + 2].glued && p[i + 2].digits == 2;
    if (colon) {
      if (i > 0 && p[i].glued && p.is(i - 1, ":", "/")) return false;
      hour = static_cast<int>(number.value);
      minute = static_cast<int>(p[i + 2].value);
      i += 3;
      if (p.is(i, ":") && p[i].glued) {  // seconds
        if (p[i + 1].kind != Piece::Kind::number || p[i + 1].digits != 2) return false;
        i += 2;
      }
      // "a score of 10:30" is not told apart; a ratio as "1:20" is, but for "at 1:20".
      bool placed = at > 0 && (p.is(at - 1, "at", "by", "until", "around", "about", "from", "to", "before",
                                    "after", "since", "between", "and") ||
                               p.dash(at - 1));
      sure = number.digits == 2 || placed;
    } else if (number.digits == 4 && !number.decimal) {
      bool zone = p[i + 1].time != nullptr && p[i + 1].time->zone && p[i + 1].capital;
      if (!zone && !(p.is(i + 1, "hours", "hrs") && number.value % 100 < 60 && number.lower[0] < '3'))
        return false;
      hour = static_cast<int>(number.value / 100);
      minute = static_cast<int>(number.value % 100);
      ++i;
      if (p.is(i, "hours", "hrs")) ++i;
      sure = true;
    } else if (number.decimal && number.digits <= 2 && number.lower.size() == number.digits + 3) {
      bool marked = meridiem(p, i + 1, afternoon) != 0;  // "9.30 p.m."
      if (!marked) return false;
      hour = static_cast<int>(number.value);
      minute = (number.lower[number.digits + 1] - '0') * 10 + (number.lower[number.digits + 2] - '0');
      ++i;
    } else if (!number.decimal && number.digits <= 2) {
      hour = static_cast<int>(number.value);
      ++i;
    } else {
      return false;
    }
  } else {
    auto number = read_number(p, i);
    if (!number) return false;
    hour = number;
  }
  if (*hour > 24 || minute.value_or(0) > 59) return false;
  if (std::size_t marks = meridiem(p, i, afternoon); marks != 0 && *hour <= 12) {
    if (afternoon && *hour < 12) *hour += 12;
    if (!afternoon && *hour == 12) *hour = 0;
    sure = true;
    i += marks;
  } else if (p.is(i, "o") && p.is(i + 1, "'", "’") && p.is(i + 2, "clock")) {
    sure = true;
    i += 3;
  }
  if (p.is(i, "in") && p.is(i + 1, "the") && p.is(i + 2, "morning", "afternoon", "evening") && *hour <= 12) {
    if (!p.is(i + 2, "morning") && *hour < 12) *hour += 12;
    sure = true;
    i += 3;
  } else if (p.is(i, "at") && p.is(i + 1, "night") && *hour >= 6 && *hour < 12 && sure) {
    *hour += 12;
    i += 2;
  }
  if (!sure) return false;
  if (p.is(i, "gmt", "utc") && p[i].capital) e.zone_minutes = 0;
  read_zone(p, i);
  e.hour = hour;
  e.minute = minute;
  e.rule = "time of the clock";
  at = i;
  return true;
}

}  // namespace sitrep::timex
