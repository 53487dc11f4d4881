#include "mentions/time/lengths.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace sitrep::timex {
namespace {

struct UnitCode {
  bool clock;
  std::string_view code;
};

UnitCode code_of(Unit unit) {
  switch (unit) {
    case Unit::second:
      return {true, "S"};
    case Unit::minute:
      return {true, "M"};
    case Unit::hour:
      return {true, "H"};
    case Unit::night:
    case Unit::day:
      return {false, "D"};
    case Unit::weekend:
      return {false, "WE"};
    case Unit::week:
      return {false, "W"};
    case Unit::month:
      return {false, "M"};
    case Unit::quarter:
      return {false, "Q"};
    case Unit::season:
    case Unit::year:
      return {false, "Y"};
    case Unit::decade:
      return {false, "DE"};
    case Unit::century:
      return {false, "CE"};
    case Unit::millennium:
      return {false, "ML"};
  }
  return {false, "D"};
}

// Half a unit in the next smaller one: half a year is 6 months.
std::string half_of(Unit unit) {
  if (unit == Unit::year) return "6M";
  if (unit == Unit::hour) return "30M";
  if (unit == Unit::minute) return "30S";
  if (unit == Unit::day) return "T12H";
  if (unit == Unit::decade) return "5Y";
  if (unit == Unit::century) return "50Y";
  return {};
}

}  // namespace

std::string length_value(Unit unit, const Amount& amount) {
  UnitCode code = code_of(unit);
  std::string head = code.clock ? "PT" : "P";
  if (!amount.count) return head + 'X' + std::string(code.code);
  double whole = std::floor(*amount.count);
  double rest = *amount.count - whole;
  std::string out = head;
  if (rest > 0.49 && rest < 0.51 && !half_of(unit).empty()) {
    if (whole > 0 && unit > Unit::year)
      return fmt::format("P{:g}Y", *amount.count * (unit == Unit::decade ? 10 : 100));
    if (whole > 0) out += fmt::format("{:.0f}{}", whole, code.code);
    return out + half_of(unit);
  }
  return out + fmt::format("{:g}", *amount.count) + std::string(code.code);
}

std::string set_value(const Expression& e) {
  static constexpr std::array<std::string_view, 4> seasons = {"SP", "SU", "FA", "WI"};
  std::string out;
  if (e.weekday) {
    out = fmt::format("XXXX-WXX-{}", *e.weekday == 0 ? 7 : *e.weekday);
  } else if (e.month) {
    return fmt::format("XXXX-{:02}", *e.month);
  } else if (e.season) {
    return "XXXX-" + std::string(seasons[static_cast<std::size_t>(*e.season)]);
  } else if (e.part != DayPart::none) {
    out = "XXXX-XX-XX";
  } else {
    return length_value(e.unit, e.amount);
  }
  if (e.part != DayPart::none) out += 'T' + std::string(name_of(e.part));
  return out;
}

}  // namespace sitrep::timex
