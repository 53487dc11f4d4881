#include "mentions/time/year_patterns.h"

#include "mentions/time/counts.h"

namespace sitrep::timex {
namespace {

using Grain = CalendarTime::Grain;

// "BC", "B.C.", "BCE": how many pieces, 0 for none. `negative` tells BC from AD.
std::size_t era_at(const Pieces& p, std::size_t i, bool& negative) {
  negative = p.is(i, "bc", "bce") || p.is(i, "b");
  if (p.is(i, "bc", "bce", "ad", "ce") && p.text(i).front() != 'a' && p.text(i).front() != 'c') return 1;
  bool dotted = p.is(i, "b", "a") && p.is(i + 1, ".") && p.is(i + 2, "c", "d") && p[i + 2].glued;
  if (!dotted || p.is(i, "b") != p.is(i + 2, "c")) return 0;
  return p.is(i + 3, ".") && p[i + 3].glued ? 4 : 3;
}

}  // namespace

bool is_year_number(const Pieces& p, std::size_t i) {
  return plain_number(p, i, 4, 4) && p[i].value >= 1000 && p[i].value <= 2199;
}

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
  // "January nineteen ninety-seven", "the winter of nineteen ninety-four": as broadcasts say it.
  if (p.is(number, "nineteen", "eighteen", "twenty")) {
    i = number;
    if (read_year(p, i, e)) {
      at = i;
      return;
    }
  }
  read_year_relation(p, at, e);
}

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

}  // namespace sitrep::timex
