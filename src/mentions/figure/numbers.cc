#include "mentions/figure/numbers.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "lexicon/words.h"

namespace sitrep {
namespace {

// Fifteen digits: more than there are of anything that reports count.
constexpr std::size_t digits_max = 15;
constexpr std::int64_t value_max = 1'000'000'000'000'000;

struct Scale {
  std::string_view word;
  std::int64_t value;
};
constexpr Scale scales[] = {
    {"hundred", 100},
    {"thousand", 1000},
    {"million", 1'000'000},
    {"billion", 1'000'000'000},
    {"trillion", 1'000'000'000'000},
    {"lakh", 100'000},
    {"lakhs", 100'000},
    {"crore", 10'000'000},
    {"crores", 10'000'000},
    {"dozen", 12},
};

std::optional<std::int64_t> scale_of(std::string_view lower) {
  for (const Scale& scale : scales) {
    if (scale.word == lower) return scale.value;
  }
  return std::nullopt;
}

bool digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view text) {
  return !text.empty() && text.size() <= digits_max && std::all_of(text.begin(), text.end(), digit);
}

std::int64_t value_of(std::string_view digits) {
  std::int64_t value = 0;
  for (char c : digits) value = value * 10 + (c - '0');
  return value;
}

// "34", "1,200", "1.200.000" with thousands parted by `mark`.
std::optional<std::int64_t> grouped(std::string_view text, char mark) {
  if (text.empty() || text.size() > 2 * digits_max) return std::nullopt;
  std::int64_t value = 0;
  std::size_t digits = 0;
  std::size_t since_mark = 0;
  bool marked = false;
  for (char c : text) {
    if (c == mark) {
      bool first_ok = !marked && since_mark >= 1 && since_mark <= 3;
      if (!first_ok && !(marked && since_mark == 3)) return std::nullopt;
      marked = true;
      since_mark = 0;
      continue;
    }
    if (!digit(c) || ++digits > digits_max) return std::nullopt;
    value = value * 10 + (c - '0');
    ++since_mark;
  }
  if (marked && since_mark != 3) return std::nullopt;
  return value;
}

// "seven", "twenty-five", "fifty-odd".
std::optional<WrittenNumber> in_letters(std::string_view lower) {
  auto simple = [](std::string_view w) -> std::optional<std::int64_t> {
    auto value = number_word(w);
    return value && *value < 100 && w != "dozen" ? value : std::nullopt;
  };
  if (auto value = simple(lower)) return WrittenNumber{*value, *value, false, 0};
  auto hyphen = lower.find('-');
  if (hyphen == std::string_view::npos) return std::nullopt;
  auto tens = simple(lower.substr(0, hyphen));
  std::string_view rest = lower.substr(hyphen + 1);
  if (!tens) return std::nullopt;
  if (rest == "odd") return WrittenNumber{*tens, *tens, true, 0};
  auto ones = simple(rest);
  if (!ones) return std::nullopt;
  if (*tens >= 20 && *ones > 0 && *ones < 10) return WrittenNumber{*tens + *ones, *tens + *ones, false, 0};
  if (*ones > *tens) return WrittenNumber{*tens, *ones, false, 0};  // "two-three"
  return std::nullopt;
}

// A number that may have a fraction, in thousandths: "1.2" is 1200.
struct Decimal {
  std::int64_t thousandths;
  WordIndex last;
};

class Reader {
 public:
  Reader(const Analysis& analysis, WordIndex end) : a_(analysis), end_(end) {}

  std::optional<WrittenNumber> read(WordIndex at) const {
    if (at >= end_) return std::nullopt;
    // "half a dozen", "a dozen", "a hundred", "half a million"
    if (is(at, "half") && (is(at + 1, "a") || is(at + 1, "an"))) {
      auto scale = at + 2 < end_ ? scale_of(a_.lower(at + 2)) : std::nullopt;
      if (!scale) return std::nullopt;
      return WrittenNumber{*scale / 2, *scale / 2, false, at + 3};
    }
    if (is(at, "a") || is(at, "an")) {
      auto scale = at + 1 < end_ ? scale_of(a_.lower(at + 1)) : std::nullopt;
      if (!scale) return std::nullopt;
      return scaled({1, 1, false, at + 1}, value_max);
    }
    if (auto decimal = decimal_at(at)) {
      auto scale = decimal->last < end_ ? scale_of(a_.lower(decimal->last)) : std::nullopt;
      if (!scale || *scale < 1000) return std::nullopt;
      if (decimal->thousandths > value_max / *scale) return std::nullopt;
      std::int64_t value = decimal->thousandths * *scale / 1000;
      return WrittenNumber{value, value, false, decimal->last + 1};
    }
    std::optional<WrittenNumber> number = plain(at);
    if (!number) return std::nullopt;
    return scaled(*number, value_max);
  }

 private:
  bool is(WordIndex i, std::string_view lower) const { return i < end_ && a_.is(i, lower); }
  bool touches(WordIndex i) const { return i < end_ && !a_.word(i).space_before; }

  // "1.2 million", "1,2 million"; not "1.200", which some write for 1,200.
  std::optional<Decimal> decimal_at(WordIndex at) const {
    auto make = [](std::string_view whole, std::string_view part, WordIndex last) -> std::optional<Decimal> {
      if (!all_digits(whole) || !all_digits(part) || part.size() > 2 || whole.size() > 9) return std::nullopt;
      std::int64_t scale = part.size() == 1 ? 100 : 10;
      return Decimal{value_of(whole) * 1000 + value_of(part) * scale, last};
    };
    std::string_view text = a_.text(at);
    if (auto stop = text.find('.'); stop != std::string_view::npos)
      return make(text.substr(0, stop), text.substr(stop + 1), at + 1);
    if (is(at + 1, ",") && touches(at + 1) && touches(at + 2)) return make(text, a_.text(at + 2), at + 3);
    return std::nullopt;
  }

  std::optional<WrittenNumber> plain(WordIndex at) const {
    std::string_view text = a_.text(at);
    if (text.empty()) return std::nullopt;
    if (!digit(text[0])) {
      auto number = in_letters(a_.lower(at));
      if (!number) return std::nullopt;
      number->last = at + 1;
      // "twenty five"
      if (number->low == number->high && number->low >= 20 && number->low % 10 == 0 && at + 1 < end_) {
        auto ones = number_word(a_.lower(at + 1));
        if (ones && *ones > 0 && *ones < 10) {
          number->low = number->high = number->low + *ones;
          ++number->last;
        }
      }
      return number;
    }
    auto dash = text.find('-');
    if (dash != std::string_view::npos) {
      auto low = grouped(text.substr(0, dash), ',');
      std::string_view rest = text.substr(dash + 1);
      if (low && rest == "odd") return WrittenNumber{*low, *low, true, at + 1};
      auto high = grouped(rest, ',');
      if (!low || !high || *high <= *low) return std::nullopt;
      return WrittenNumber{*low, *high, false, at + 1};
    }
    auto value = grouped(text, ',');
    if (!value) value = grouped(text, '.');
    if (!value) return std::nullopt;
    WordIndex last = at + 1;
    // "12 000", and "1,00,000" as India writes it, which words cut after the first comma
    bool spaced = all_digits(text) && text.size() <= 3 && *value > 0;
    while (spaced && last < end_ && a_.text(last).size() == 3 && all_digits(a_.text(last)) &&
           a_.word(last).space_before && *value < value_max / 1000) {
      value = *value * 1000 + value_of(a_.text(last));
      ++last;
    }
    if (last == at + 1 && is(last, ",") && touches(last) && touches(last + 1)) {
      std::string_view rest = a_.text(last + 1);
      if (rest.size() == 6 && rest[2] == ',' && all_digits(rest.substr(0, 2)) && all_digits(rest.substr(3))) {
        value = *value * 100'000 + value_of(rest.substr(0, 2)) * 1000 + value_of(rest.substr(3));
        last += 2;
      }
    }
    return WrittenNumber{*value, *value, false, last};
  }

  // "two hundred", "3 thousand", "two hundred and fifty thousand"
  WrittenNumber scaled(WrittenNumber number, std::int64_t below) const {
    while (number.last < end_ && number.low > 0) {
      auto scale = scale_of(a_.lower(number.last));
      if (!scale || *scale > below || number.high > value_max / *scale) break;
      number.low *= *scale;
      number.high *= *scale;
      ++number.last;
      WordIndex rest = is(number.last, "and") ? number.last + 1 : number.last;
      if (*scale < 100 || number.low != number.high || rest >= end_) continue;
      // what follows a scale is smaller than it: "two thousand three hundred"
      auto more = plain(rest);
      if (!more || more->low != more->high || more->low <= 0 || digit(a_.text(rest)[0])) continue;
      WrittenNumber part = *more;
      if (*scale > 100) part = scaled(part, *scale / 10);
      if (part.low >= *scale) continue;
      number.low += part.low;
      number.high = number.low;
      number.last = part.last;
    }
    return number;
  }

  const Analysis& a_;
  WordIndex end_;
};

}  // namespace

std::optional<WrittenNumber> written_number(const Analysis& analysis, WordIndex at, WordIndex end) {
  return Reader(analysis, end).read(at);
}

bool is_ordinal(std::string_view lower) {
  static constexpr std::string_view words[] = {
      "first",     "second",    "third",       "fourth",     "fifth",      "sixth",      "seventh",
      "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",    "thirteenth", "fourteenth",
      "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};
  if (std::find(std::begin(words), std::end(words), lower) != std::end(words)) return true;
  std::string_view end = lower.size() > 2 ? lower.substr(lower.size() - 2) : std::string_view{};
  bool of_digits = end == "th" || end == "st" || end == "nd" || end == "rd";
  return of_digits && digit(lower[0]);
}

}  // namespace sitrep
