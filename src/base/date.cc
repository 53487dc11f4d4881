#include "base/date.h"

#include <fmt/format.h>

#include <array>
#include <cctype>
#include <chrono>

namespace sitrep {

namespace chrono = std::chrono;

namespace {

chrono::year_month_day civil(std::int32_t days) {
  return chrono::year_month_day{chrono::sys_days{chrono::days{days}}};
}

// Reads text from left to right; every step says whether it could be taken.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool done() const { return rest_.empty(); }

  bool take(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool take_any(std::string_view set) {
    if (rest_.empty() || set.find(rest_.front()) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }

  // Between `least` and `most` digits.
  std::optional<int> digits(std::size_t least, std::size_t most) {
    std::size_t count = 0;
    int value = 0;
    while (count < most && count < rest_.size() && rest_[count] >= '0' && rest_[count] <= '9') {
      value = value * 10 + (rest_[count++] - '0');
    }
    if (count < least) return std::nullopt;
    rest_.remove_prefix(count);
    return value;
  }

  void skip_digits() {
    while (!rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9') rest_.remove_prefix(1);
  }

  void skip_spaces() {
    while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
  }

  std::string_view letters() {
    std::size_t count = 0;
    while (count < rest_.size() && std::isalpha(static_cast<unsigned char>(rest_[count])) != 0) ++count;
    std::string_view word = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return word;
  }

 private:
  std::string_view rest_;
};

// "Z", "+02:00", "+0200", "-05", "GMT", "UTC"; minutes east of UTC.
std::optional<int> take_zone(Scanner& scan) {
  if (scan.take_any("Zz")) return 0;
  bool west = false;
  if (scan.take('-')) {
    west = true;
  } else if (!scan.take('+')) {
    std::string_view word = scan.letters();
    if (word == "GMT" || word == "UTC" || word == "UT") return 0;
    return std::nullopt;
  }
  auto hours = scan.digits(2, 2);
  if (!hours || *hours > 15) return std::nullopt;
  scan.take(':');
  int minutes = scan.digits(2, 2).value_or(0);
  if (minutes > 59) return std::nullopt;
  int total = *hours * 60 + minutes;
  return west ? -total : total;
}

// "10:22", "10:22:05", "102205", "10:22:05.123"; seconds of the day.
std::optional<int> take_time(Scanner& scan) {
  auto hour = scan.digits(1, 2);
  if (!hour) return std::nullopt;
  scan.take(':');
  auto minute = scan.digits(2, 2);
  if (!minute) return std::nullopt;
  scan.take(':');
  int second = scan.digits(2, 2).value_or(0);
  if (scan.take_any(".,")) scan.skip_digits();
  if (*hour > 23 || *minute > 59 || second > 60) return std::nullopt;
  return std::min(*hour * 3600 + *minute * 60 + second, 86399);
}

std::optional<unsigned> month_of(std::string_view word) {
  constexpr std::array<std::string_view, 12> names = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};
  if (word.size() < 3) return std::nullopt;
  for (unsigned i = 0; i < names.size(); ++i) {
    bool same = true;
    for (std::size_t k = 0; k < 3; ++k) {
      same = same && std::tolower(static_cast<unsigned char>(word[k])) == names[i][k];
    }
    if (same) return i + 1;
  }
  return std::nullopt;
}

std::optional<DateTime> parse_iso(std::string_view text) {
  Scanner scan(text);
  auto year = scan.digits(4, 4);
  if (!year) return std::nullopt;
  bool dashed = scan.take('-') || scan.take('/');
  auto month = scan.digits(dashed ? 1 : 2, 2);
  if (!month) return std::nullopt;
  if (dashed && !scan.take('-') && !scan.take('/')) return std::nullopt;
  auto day = scan.digits(dashed ? 1 : 2, 2);
  if (!day) return std::nullopt;
  auto date = Date::of(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
  if (!date) return std::nullopt;
  DateTime out{*date, {}, {}};
  if (scan.done()) return out;
  if (!scan.take_any("Tt ")) return std::nullopt;
  out.second_of_day = take_time(scan);
  if (!out.second_of_day) return std::nullopt;
  scan.skip_spaces();
  if (scan.done()) return out;
  out.offset_minutes = take_zone(scan);
  if (!out.offset_minutes || !scan.done()) return std::nullopt;
  return out;
}

std::optional<DateTime> parse_rfc5322(std::string_view text) {
  Scanner scan(text);
  scan.letters();  // the weekday, optional
  scan.take(',');
  scan.skip_spaces();
  auto day = scan.digits(1, 2);
  if (!day) return std::nullopt;
  scan.take_any(" -");
  auto month = month_of(scan.letters());
  if (!month) return std::nullopt;
  scan.take_any(" -");
  auto year = scan.digits(4, 4);
  if (!year) return std::nullopt;
  auto date = Date::of(*year, *month, static_cast<unsigned>(*day));
  if (!date) return std::nullopt;
  DateTime out{*date, {}, {}};
  scan.skip_spaces();
  if (scan.done()) return out;
  out.second_of_day = take_time(scan);
  if (!out.second_of_day) return std::nullopt;
  scan.skip_spaces();
  if (scan.done()) return out;
  out.offset_minutes = take_zone(scan);
  // Zone names such as "EST" are ambiguous; the local time stays, the zone does not.
  return out;
}

}  // namespace

std::optional<Date> Date::of(int year, unsigned month, unsigned day) {
  if (year < 1 || year > 9999) return std::nullopt;
  chrono::year_month_day civil{chrono::year{year}, chrono::month{month}, chrono::day{day}};
  if (!civil.ok()) return std::nullopt;
  return Date(static_cast<std::int32_t>(chrono::sys_days{civil}.time_since_epoch().count()));
}

std::optional<Date> Date::parse(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  auto parsed = parse_iso(iso);
  if (!parsed) return std::nullopt;
  return parsed->date;
}

Date Date::from_days(std::int32_t days_since_1970) {
  constexpr std::int32_t first = -719162;  // 0001-01-01
  constexpr std::int32_t last = 2932896;   // 9999-12-31
  return Date(std::min(std::max(days_since_1970, first), last));
}

int Date::year() const { return static_cast<int>(civil(days_).year()); }
unsigned Date::month() const { return static_cast<unsigned>(civil(days_).month()); }
unsigned Date::day() const { return static_cast<unsigned>(civil(days_).day()); }
unsigned Date::weekday() const { return chrono::weekday{chrono::sys_days{chrono::days{days_}}}.c_encoding(); }

std::string Date::iso() const {
  auto ymd = civil(days_);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                     static_cast<unsigned>(ymd.day()));
}

unsigned days_in_month(int year, unsigned month) {
  chrono::year_month_day_last last{chrono::year{year}, chrono::month_day_last{chrono::month{month}}};
  return static_cast<unsigned>(last.day());
}

std::optional<DateTime> DateTime::parse(std::string_view text) {
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())) != 0) text.remove_prefix(1);
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0) text.remove_suffix(1);
  if (text.empty()) return std::nullopt;
  if (auto iso = parse_iso(text)) return iso;
  return parse_rfc5322(text);
}

std::string DateTime::iso() const {
  std::string out = date.iso();
  if (!second_of_day) return out;
  out +=
      fmt::format("T{:02}:{:02}:{:02}", *second_of_day / 3600, *second_of_day / 60 % 60, *second_of_day % 60);
  if (!offset_minutes) return out;
  if (*offset_minutes == 0) return out + "Z";
  int size = *offset_minutes < 0 ? -*offset_minutes : *offset_minutes;
  return out + fmt::format("{}{:02}:{:02}", *offset_minutes < 0 ? '-' : '+', size / 60, size % 60);
}

}  // namespace sitrep
