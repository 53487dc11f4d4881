#include "mentions/time/counts.h"

namespace sitrep::timex {
namespace {

constexpr std::int64_t number_max = 9'999;

std::optional<int> word_number(const Pieces& p, std::size_t i) {
  return p[i].time != nullptr ? p[i].time->number : std::nullopt;
}

// "twenty-five", "seven": below a hundred.
std::optional<int> below_hundred(const Pieces& p, std::size_t& at) {
  auto first = word_number(p, at);
  if (!first || *first >= 100 || p.is(at, "dozen")) return std::nullopt;
  ++at;
  if (*first < 20) return first;
  std::size_t next = p.dash(at) && p[at].glued ? at + 1 : at;
  auto second = word_number(p, next);
  if (second && *second >= 1 && *second < 10) {
    at = next + 1;
    return *first + *second;
  }
  return first;
}

// "1/2", "½"
std::optional<double> fraction(const Pieces& p, std::size_t& at) {
  if (p.is(at, "½")) return ++at, 0.5;
  if (p.is(at, "¼")) return ++at, 0.25;
  bool slashed = p[at].kind == Piece::Kind::number && p.is(at + 1, "/", "⁄") && p[at + 1].glued &&
                 p[at + 2].kind == Piece::Kind::number && p[at + 2].glued;
  if (!slashed || p[at + 2].value < 2 || p[at + 2].value > 9 || p[at].value < 1 ||
      p[at].value >= p[at + 2].value) {
    return std::nullopt;
  }
  double value = static_cast<double>(p[at].value) / static_cast<double>(p[at + 2].value);
  at += 3;
  return value;
}

// One side of a range: digits with a fraction or decimals, or words.
std::optional<double> one_count(const Pieces& p, std::size_t& at) {
  if (p[at].kind == Piece::Kind::number) {
    if (p[at].value > number_max || p[at].digits > 5 || p[at].lower.size() > 8) return std::nullopt;
    if (auto part = fraction(p, at)) return part;
    auto value = static_cast<double>(p[at].value);
    if (p[at].decimal) {
      double scale = 1;
      std::string_view text = p[at].lower;
      for (char c : text.substr(text.find('.') + 1, 4)) value += (c - '0') * (scale /= 10);
    }
    ++at;
    std::size_t next = p.dash(at) && p[at].glued ? at + 1 : at;
    if (auto part = fraction(p, next)) {
      at = next;
      return value + *part;
    }
    return value;
  }
  if (auto number = read_number(p, at)) {
    if (p.is(at, "and") && p.is(at + 1, "a") && p.is(at + 2, "half")) {
      at += 3;
      return *number + 0.5;
    }
    return *number;
  }
  return std::nullopt;
}

}  // namespace

std::optional<int> read_number(const Pieces& p, std::size_t& at) {
  if (p[at].kind == Piece::Kind::number) {
    if (p[at].decimal || p[at].digits > 5 || p[at].value > number_max) return std::nullopt;
    return static_cast<int>(p[at++].value);
  }
  std::size_t i = at;
  if (p.is(i, "a", "an") && (p.is(i + 1, "hundred", "thousand", "dozen"))) ++i;
  std::optional<int> value;
  if (p.is(i, "dozen")) {
    at = i + 1;
    return 12;
  }
  if (p.is(i, "hundred", "thousand")) {
    value = 1;
  } else {
    value = below_hundred(p, i);
    if (!value) return std::nullopt;
  }
  if (p.is(i, "thousand") && *value < 10) {
    ++i;
    value = *value * 1000;
  }
  if (p.is(i, "hundred") && *value < 100) {
    ++i;
    value = *value * 100;
  }
  if (*value >= 100) {
    std::size_t next = p.is(i, "and") ? i + 1 : i;
    if (auto rest = below_hundred(p, next)) {
      i = next;
      value = *value + *rest;
    }
  }
  if (*value > number_max) return std::nullopt;
  at = i;
  return value;
}

std::optional<Amount> read_amount(const Pieces& p, std::size_t& at) {
  Amount amount;
  std::size_t i = at;
  if (p.is(i, "half") && p.is(i + 1, "a", "an")) {
    at = i + 2;
    return Amount{0.5, {}, true};
  }
  if (p.is(i, "half") && p.dash(i + 1)) {
    at = i + 2;
    return Amount{0.5, {}, true};
  }
  bool article = p.is(i, "a", "an");
  std::size_t vague = article ? i + 1 : i;
  if (p.is(vague, "couple") || (article && p.is(vague, "few", "number")) ||
      (!article &&
       p.is(vague, "several", "few", "many", "some", "dozens", "hundreds", "numerous", "countless"))) {
    if (p.is(vague, "some") && (p[vague + 1].kind == Piece::Kind::number || word_number(p, vague + 1)))
      return std::nullopt;
    bool couple = p.is(vague, "couple");
    i = vague + 1;
    if (p.is(i, "of")) ++i;
    at = i;
    return Amount{couple ? std::optional(2.0) : std::nullopt, {}, false};
  }
  if (auto count = one_count(p, i)) {
    amount.count = count;
    std::size_t next = i;
    bool joined = p.is(next, "to", "or") || p.dash(next);
    if (joined) {
      bool hyphens = p.dash(next);
      ++next;
      if (hyphens && (p.is(next, "to", "or"))) next += p.dash(next + 1) ? 2 : 1;  // "two-to-three-year"
      auto most = one_count(p, next);
      if (most && *most > *count) {
        amount.most = most;
        i = next;
      }
    }
    at = i;
    return amount;
  }
  if (article || p.is(i, "another")) {
    at = i + 1;
    return Amount{1.0, {}, true};
  }
  return std::nullopt;
}

std::optional<int> read_ordinal(const Pieces& p, std::size_t& at) {
  if (p[at].kind == Piece::Kind::number) {
    bool marked = p[at + 1].glued && p.is(at + 1, "st", "nd", "rd", "th");
    if (!marked || p[at].decimal || p[at].digits > 2) return std::nullopt;
    int value = static_cast<int>(p[at].value);
    at += 2;
    return value;
  }
  if (p[at].time == nullptr) return std::nullopt;
  if (auto ordinal = p[at].time->ordinal) return ++at, ordinal;
  auto tens = p[at].time->number;
  if (tens && *tens >= 20 && *tens < 100) {
    std::size_t next = p.dash(at + 1) ? at + 2 : at + 1;
    auto ones = p[next].time != nullptr ? p[next].time->ordinal : std::nullopt;
    if (ones && *ones < 10) {
      at = next + 1;
      return *tens + *ones;
    }
  }
  return std::nullopt;
}

}  // namespace sitrep::timex
