#include "intake/plain/dates.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include "intake/plain/scan.h"
#include "text/utf8.h"

namespace sitrep::plain {

namespace {

constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                     "may",       "june",     "july",     "august",
                                                     "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> weekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                      "friday", "saturday", "sunday"};

// A name, or three letters or more of its start ("Sept", "Thurs").
template <std::size_t N>
std::optional<unsigned> name_index(const std::array<std::string_view, N>& names, std::string_view word) {
  if (word.size() < 3 || word.size() > 9) return std::nullopt;
  std::string small = lower(word);
  for (unsigned i = 0; i < N; ++i) {
    if (names[i].substr(0, small.size()) == small) return i;
  }
  return std::nullopt;
}

bool digit(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

// Takes pieces of a date from left to right; `at` moves only past what was taken.
struct Reader {
  std::string_view text;
  std::size_t at;

  void skip(std::string_view set) {
    while (at < text.size()) {
      CodePoint c = decode_utf8(text, at);
      bool in_set = c.value < 0x80 && set.find(static_cast<char>(c.value)) != std::string_view::npos;
      bool blank = is_space(c.value) && c.value != '\n' && c.value != '\r';
      if (!in_set && !blank) return;
      at += c.bytes;
    }
  }

  bool take(char c) {
    if (at >= text.size() || text[at] != c) return false;
    ++at;
    return true;
  }

  // A number of `least` to `most` digits that no further digit follows.
  std::optional<int> number(std::size_t least, std::size_t most) {
    std::size_t count = 0;
    int value = 0;
    while (count <= most && digit(text, at + count)) value = value * 10 + (text[at + count++] - '0');
    if (count < least || count > most) return std::nullopt;
    at += count;
    return value;
  }

  std::string_view letters() {
    std::size_t end = at;
    auto letter = [&](std::size_t i) {
      return i < text.size() && ((text[i] >= 'a' && text[i] <= 'z') || (text[i] >= 'A' && text[i] <= 'Z'));
    };
    while (letter(end)) ++end;
    // Part of a longer word ("Mayor", "Märzen") is no name of a month.
    if (end < text.size() && is_letter(decode_utf8(text, end).value)) return {};
    std::string_view word = text.substr(at, end - at);
    return word;
  }

  std::optional<unsigned> month() {
    std::string_view word = letters();
    auto index = name_index(months, word);
    if (!index) return std::nullopt;
    at += word.size();
    take('.');
    return *index + 1;
  }

  void ordinal() {
    std::string_view word = letters();
    std::string small = lower(word);
    if (small == "st" || small == "nd" || small == "rd" || small == "th") at += word.size();
  }
};

std::optional<FoundDate> iso_date(Reader read) {
  FoundDate found;
  auto year = read.number(4, 4);
  if (!year || *year < 1000) return std::nullopt;
  char mark = read.at < read.text.size() ? read.text[read.at] : ' ';
  if ((mark != '-' && mark != '/' && mark != '.') || !read.take(mark)) return std::nullopt;
  auto month = read.number(1, 2);
  if (!month || !read.take(mark)) return std::nullopt;
  auto day = read.number(1, 2);
  if (!day) return std::nullopt;
  found.year = year;
  found.month = static_cast<unsigned>(*month);
  found.day = static_cast<unsigned>(*day);
  found.iso = true;
  found.end = read.at;
  return found;
}

// "27/5/2031", "27.05.2031", "05/27/2031": only where the day can be told from the month. With stops
// the day comes first everywhere.
std::optional<FoundDate> figures_date(Reader read) {
  FoundDate found;
  auto first = read.number(1, 2);
  if (!first) return std::nullopt;
  char mark = read.at < read.text.size() ? read.text[read.at] : ' ';
  if ((mark != '/' && mark != '.' && mark != '-') || !read.take(mark)) return std::nullopt;
  auto second = read.number(1, 2);
  if (!second || !read.take(mark)) return std::nullopt;
  auto year = read.number(4, 4);
  if (!year || *year < 1000) return std::nullopt;
  bool day_first = mark == '.' || *first > 12 || *first == *second;
  if (!day_first && *second <= 12) return std::nullopt;
  found.year = year;
  found.day = static_cast<unsigned>(day_first ? *first : *second);
  found.month = static_cast<unsigned>(day_first ? *second : *first);
  found.end = read.at;
  return found;
}

// A year after a named month. Two digits count only after "4 FEB" and not before a colon.
std::optional<int> take_year(Reader& read, bool day_first) {
  Reader ahead = read;
  ahead.skip(",");
  auto year = ahead.number(4, 4);
  if (year && *year >= 1000) {
    read = ahead;
    return year;
  }
  ahead = read;
  ahead.skip("");
  if (!day_first) return std::nullopt;
  ahead.take('\'');
  year = ahead.number(2, 2);
  if (!year || (ahead.at < ahead.text.size() && (ahead.text[ahead.at] == ':' || ahead.text[ahead.at] == '.')))
    return std::nullopt;
  Reader behind = ahead;
  behind.skip("");
  if (!behind.letters().empty()) return std::nullopt;  // "3 May 12 people"
  read = ahead;
  return year;
}

std::optional<FoundDate> named_date(Reader read) {
  FoundDate found;
  if (auto day = read.number(1, 2)) {
    read.ordinal();
    read.skip("-");
    if (read.letters() == "of") read.at += 2, read.skip("");
    auto month = read.month();
    if (!month) return std::nullopt;
    Reader ahead = read;
    if (ahead.take('-')) read = ahead;  // "03-May-2031"
    found.day = static_cast<unsigned>(*day);
    found.month = *month;
    found.year = take_year(read, true);
  } else {
    auto month = read.month();
    if (!month) return std::nullopt;
    read.skip("");
    auto day_after = read.number(1, 2);
    if (!day_after) return std::nullopt;
    read.ordinal();
    found.day = static_cast<unsigned>(*day_after);
    found.month = *month;
    found.year = take_year(read, false);
  }
  found.end = read.at;
  return found;
}

std::optional<int> take_zone(Reader& read) {
  Reader ahead = read;
  ahead.skip("(");
  std::string_view word = ahead.letters();
  std::string small = lower(word);
  if (small == "gmt" || small == "utc" || small == "z") {
    ahead.at += word.size();
    ahead.take(')');
    read = ahead;
  } else if (ahead.at >= ahead.text.size() || (ahead.text[ahead.at] != '+' && ahead.text[ahead.at] != '-')) {
    return std::nullopt;
  }
  Reader shift = read;
  if (word.empty()) shift.skip("(");
  bool west = shift.at < shift.text.size() && shift.text[shift.at] == '-';
  if (!shift.take('+') && !shift.take('-')) return 0;
  auto hours = shift.number(1, 2);
  int minutes = 0;
  if (hours && shift.take(':')) {
    minutes = shift.number(2, 2).value_or(0);
  } else if (!hours) {
    hours = shift.number(4, 4);
    if (hours) {
      minutes = *hours % 100;
      *hours /= 100;
    }
  }
  if (!hours || *hours > 15 || minutes > 59) return word.empty() ? std::nullopt : std::optional<int>(0);
  shift.take(')');
  read = shift;
  int total = *hours * 60 + minutes;
  return west ? -total : total;
}

// "14:05", "14:05:30", "2.05 pm", "2 pm", "1405 GMT", led in by "T", a comma, "at", a dash or a bar.
void take_time(Reader& read, FoundDate& found) {
  Reader ahead = read;
  if (!(ahead.take('T') && digit(ahead.text, ahead.at))) {
    ahead = read;
    ahead.skip(",|-");
    if (lower(ahead.letters()) == "at") ahead.at += 2, ahead.skip("");
  }
  int hour = 0;
  int minute = 0;
  int second = 0;
  bool needs_half = false;
  bool needs_zone = false;
  if (auto packed = ahead.number(4, 4)) {
    // "1405 GMT": the zone's name must follow ("2031-05" is no time and zone).
    Reader behind = ahead;
    behind.skip("");
    if (behind.letters().empty()) return;
    hour = *packed / 100;
    minute = *packed % 100;
    needs_zone = true;
  } else {
    auto hours = ahead.number(1, 2);
    if (!hours) return;
    hour = *hours;
    if (ahead.take(':') || (digit(ahead.text, ahead.at + 1) && ahead.take('.'))) {
      auto minutes = ahead.number(2, 2);
      if (!minutes) return;
      minute = *minutes;
      if (ahead.at < ahead.text.size() && ahead.text[ahead.at] == '.' && digit(ahead.text, ahead.at + 1)) {
        return;  // "03.05.2031"
      }
      if (ahead.take(':')) {
        second = ahead.number(2, 2).value_or(0);
        if (ahead.take('.')) {
          while (digit(ahead.text, ahead.at)) ++ahead.at;
        }
      }
    } else {
      needs_half = true;
    }
  }
  Reader half = ahead;
  half.skip("");
  std::size_t start = half.at;
  std::string_view word = half.letters();
  std::string small = lower(word);
  if (small == "am" || small == "pm") {
    half.at += word.size();
  } else if ((small == "a" || small == "p") && half.text.substr(start + 1, 2) == ".m") {
    half.at += 3;
    half.take('.');
  } else {
    if (needs_half) return;
    half = ahead;
    small.clear();
  }
  if (!small.empty()) {
    if (hour < 1 || hour > 12) return;
    hour = hour % 12 + (small[0] == 'p' ? 12 : 0);
    ahead = half;
  } else if (lower(word) == "h" || lower(word) == "hrs") {
    ahead = half;
    ahead.skip("");
    ahead.at += word.size();
  }
  if (hour > 23 || minute > 59 || second > 60) return;
  Reader zoned = ahead;
  auto zone = take_zone(zoned);
  if (needs_zone && !zone) return;
  if (zone) ahead = zoned;
  // A zone that is a word we do not turn into an offset ("EST", "local time") goes with the time.
  if (!zone) {
    Reader tail = ahead;
    tail.skip("(");
    std::string_view name = tail.letters();
    bool zone_name = name.size() >= 3 && name.size() <= 4 && name.back() == 'T' &&
                     std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (zone_name || name == "ET" || name == "PT" || name == "CT") {
      tail.at += name.size();
      tail.take(')');
      ahead = tail;
    }
  }
  found.second_of_day = std::min(hour * 3600 + minute * 60 + second, 86399);
  found.offset_minutes = zone;
  read = ahead;
}

}  // namespace

std::optional<FoundDate> date_at(std::string_view text, std::size_t at) {
  Reader read{text.substr(0, std::min(text.size(), at + 120)), at};
  // "Saturday, 3 May"; "14:05 GMT, 3 May 2031" has its time in front.
  FoundDate in_front;
  if (digit(text, at)) {
    Reader ahead = read;
    take_time(ahead, in_front);
    if (in_front.second_of_day) {
      ahead.skip(",|-");
      read = ahead;
    }
  }
  std::string_view first = read.letters();
  if (name_index(weekdays, first)) {
    read.at += first.size();
    read.skip(",.");
  }
  auto found = iso_date(read);
  if (!found) found = named_date(read);
  if (!found) found = figures_date(read);
  if (!found || found->day < 1 || found->day > 31 || found->month < 1 || found->month > 12) {
    return std::nullopt;
  }
  if (found->end < text.size() && digit(text, found->end)) return std::nullopt;
  if (in_front.second_of_day) {
    found->second_of_day = in_front.second_of_day;
    found->offset_minutes = in_front.offset_minutes;
    return found;
  }
  Reader after{read.text, found->end};
  take_time(after, *found);
  if (found->second_of_day) found->end = after.at;
  return found;
}

std::optional<Date> complete(const FoundDate& found, std::optional<Date> near) {
  auto nearest = [&](std::initializer_list<int> years) {
    std::optional<Date> best;
    for (int year : years) {
      auto date = Date::of(year, found.month, found.day);
      if (!date) continue;
      if (!best || std::abs(date->days() - near->days()) < std::abs(best->days() - near->days())) best = date;
    }
    return best;
  };
  if (found.year && *found.year >= 100) return Date::of(*found.year, found.month, found.day);
  if (found.year && near) {
    int century = near->year() / 100 * 100 + *found.year;
    return nearest({century - 100, century, century + 100});
  }
  if (found.year) {
    return Date::of(*found.year + (*found.year >= 70 ? 1900 : 2000), found.month, found.day);
  }
  if (!near) return std::nullopt;
  constexpr int years_back = 8;  // 29 February
  constexpr int days_ahead = 7;
  for (int year = near->plus_days(days_ahead).year(); year > near->year() - years_back; --year) {
    auto date = Date::of(year, found.month, found.day);
    if (date && *date <= near->plus_days(days_ahead)) return date;
  }
  return std::nullopt;
}

std::optional<DateTime> complete_time(const FoundDate& found) {
  auto date = complete(found, std::nullopt);
  if (!date) return std::nullopt;
  DateTime out{*date, found.second_of_day, std::nullopt};
  if (found.second_of_day) out.offset_minutes = found.offset_minutes;
  return out;
}

}  // namespace sitrep::plain
