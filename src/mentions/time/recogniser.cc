#include "mentions/time/recogniser.h"

#include <algorithm>

#include "mentions/time/counts.h"
#include "mentions/time/dates.h"
#include "mentions/time/spans.h"
#include "mentions/time/year_patterns.h"

namespace sitrep::timex {
namespace {

using Kind = Expression::Kind;
using Grain = CalendarTime::Grain;

// Whether a bare number of four digits is a year: words before it that years stand behind, or nothing
// behind it that it could count ("1500 men").
bool year_stands(const Pieces& p, std::size_t first, std::size_t last) {
  if (p[last].kind == Piece::Kind::mark && p.is(last, "%", "°", "€", "£", "/", "$")) return false;
  if (first > 0 && p.is(first - 1, "$", "€", "£", "/", ".", "#", "№", "+") && (p[first].glued)) return false;
  if (first > 0 && p[first - 1].kind == Piece::Kind::number && !p.dash(first - 1)) return false;
  // "Resolution 1701", "Article 1483": a number that is a name.
  if (first > 0 &&
      p.is(first - 1, "resolution", "resolutions", "article", "decree", "flight", "unscr", "paragraph"))
    return false;
  if (first > 0 && p.is(first - 1, "than", "some", "least", "nearly", "over", "almost") &&
      p[last].kind == Piece::Kind::word && !p.is(last, "and", "to", "when", "but", "or")) {
    return false;
  }
  const Piece& behind = p[last];
  if (behind.kind != Piece::Kind::word || behind.capital) return true;
  bool counted =
      p.is(last, "men", "people", "women", "children", "troops", "soldiers", "fighters", "dead") ||
      p.is(last, "wounded", "prisoners", "civilians", "km", "kilometers", "kilometres", "miles", "metres") ||
      p.is(last, "meters", "m", "feet", "tons", "tonnes", "dollars", "pounds", "euros", "aircraft") ||
      p.is(last, "tanks", "casualties", "members", "workers", "jobs", "homes", "houses", "percent", "of") ||
      word(p, last).unit.has_value();
  if (!counted) {
    bool preposition = first > 0 && p.is(first - 1, "in", "since", "by", "until", "till", "from", "of", "to",
                                         "during", "after", "before");
    bool noun = behind.lower.size() > 3 && behind.lower.back() == 's' &&
                !p.is(last, "this", "was", "has", "is", "as", "towards", "versus");
    return preposition || !noun || first == 0 ||
           p.is(first - 1, "the", "late", "early", "mid", "-", "and", "or", ",", "(");
  }
  return p.is(last, "of") && first > 0 && p.is(first - 1, "in", "since", "by");
}

// "early", "the end of", "mid-", "later in", "earlier": before a date or a unit.
std::optional<Modifier> read_edge(const Pieces& p, std::size_t& at) {
  std::size_t i = at;
  if (p.is(i, "the")) ++i;
  if (p.is(i, "very")) ++i;
  if (p.is(i, "first", "second", "latter", "early", "later", "better", "good", "last", "final") &&
      p.is(i + 1, "part", "days", "weeks", "months") && p.is(i + 2, "of")) {
    if (p.is(i + 1, "days", "weeks", "months") && !p.is(i, "early", "last", "final")) return std::nullopt;
    Modifier mod = p.is(i, "first", "early")   ? Modifier::START
                   : p.is(i, "better", "good") ? Modifier::none
                                               : Modifier::END;
    at = i + 3;
    return mod;
  }
  if (p.is(i, "rest", "remainder", "whole", "course") && p.is(i + 1, "of")) {
    at = i + 2;
    return Modifier::none;
  }
  if (p.is(i, "earlier", "later")) {
    Modifier mod = p.is(i, "earlier") ? Modifier::START : Modifier::END;
    ++i;
    if (p.is(i, "in", "on")) ++i;
    at = i;
    return mod;
  }
  Modifier edge = word(p, i).edge;
  if (edge == Modifier::none) return std::nullopt;
  bool noun = p.is(i, "beginning", "start", "outset", "onset", "end", "close", "middle");
  ++i;
  if (noun) {
    if (!p.is(i, "of")) return std::nullopt;
    at = i + 1;
    return edge;
  }
  if ((p.dash(i) && p[i].glued) || p.is(i, "in", "on")) ++i;
  at = i;
  return edge;
}

// "about", "nearly", "more than": before amounts, years and clock times.
std::optional<Modifier> read_approximation(const Pieces& p, std::size_t& at) {
  struct Row {
    std::string_view first, second;
    Modifier mod;
  };
  static constexpr Row rows[] = {{"about", "", Modifier::APPROX},
                                 {"around", "", Modifier::APPROX},
                                 {"approximately", "", Modifier::APPROX},
                                 {"roughly", "", Modifier::APPROX},
                                 {"circa", "", Modifier::APPROX},
                                 {"ca", ".", Modifier::APPROX},
                                 {"c", ".", Modifier::APPROX},
                                 {"some", "", Modifier::APPROX},
                                 {"nearly", "", Modifier::EQUAL_OR_LESS},
                                 {"almost", "", Modifier::LESS_THAN},
                                 {"close", "to", Modifier::LESS_THAN},
                                 {"under", "", Modifier::LESS_THAN},
                                 {"less", "than", Modifier::LESS_THAN},
                                 {"fewer", "than", Modifier::LESS_THAN},
                                 {"more", "than", Modifier::MORE_THAN},
                                 {"over", "", Modifier::MORE_THAN},
                                 {"at", "least", Modifier::EQUAL_OR_MORE},
                                 {"at", "most", Modifier::EQUAL_OR_LESS},
                                 {"up", "to", Modifier::EQUAL_OR_LESS},
                                 {"well", "over", Modifier::MORE_THAN}};
  std::size_t i = at;
  bool no = p.is(i, "no", "not");
  if (no) ++i;
  for (const Row& row : rows) {
    if (!p.is(i, row.first) || (!row.second.empty() && !p.is(i + 1, row.second))) continue;
    if (no && row.second != "than") return std::nullopt;
    at = i + (row.second.empty() ? 1 : 2);
    if (!no) return row.mod;
    return row.mod == Modifier::MORE_THAN ? Modifier::EQUAL_OR_LESS : Modifier::EQUAL_OR_MORE;
  }
  return std::nullopt;
}

using Reader = bool (*)(const Pieces&, std::size_t&, Expression&);

bool lone_year(const Pieces& p, std::size_t& at, Expression& e) {
  std::size_t i = at;
  if (p.is(i, "the")) ++i;
  if (i > at && p.is(i, "year"))
    ++i;
  else if (p.is(i, "fiscal"))
    i += p.is(i + 1, "year") ? 2 : 1;
  bool named = i > at + 1 || (i == at + 1 && !p.is(at, "the"));
  std::size_t number = i;
  Expression made = e;
  // "499-493 BC", "264 to 241 BC": the first of the two.
  bool range = p[i].kind == Piece::Kind::number && !p[i].decimal && p[i].digits >= 2 && p[i].digits <= 4 &&
               (p.dash(i + 1) || p.is(i + 1, "to", "and")) && p[i + 2].kind == Piece::Kind::number;
  if (range) {
    Expression second;
    std::size_t end = i + 2;
    if (read_year(p, end, second) && second.era == Grain::year && *second.year <= 0 && end > i + 3) {
      made.year = static_cast<int>(1 - p[i].value);
      made.rule = "year";
      e = made;
      at = i + 1;
      return p[i].value > 0;
    }
  }
  if (read_year(p, i, made)) {
    bool digits = made.era == Grain::year && p[number].kind == Piece::Kind::number && i == number + 1;
    if (p.is(at, "the") && !named && digits) return false;  // "the 1989 campaign"
    if (digits && !named && !year_stands(p, number, i)) return false;
    e = made;
    at = i;
    return true;
  }
  // "the year two thousand"
  if (named && p.is(i - 1, "year")) {
    auto spoken = p[i].kind == Piece::Kind::word ? read_number(p, i) : std::nullopt;
    if (!spoken || *spoken < 1000) return false;
    made.year = spoken;
    made.rule = "year in words";
    e = made;
    at = i;
    return true;
  }
  // "the 19th century", "eighteenth-century", "the fifth century BC"
  auto ordinal = read_ordinal(p, i);
  if (!ordinal || *ordinal > 21) return false;
  if (p.dash(i) && p[i].glued) ++i;
  if (!p.is(i, "century", "centuries")) return false;
  ++i;
  bool before_christ = p.is(i, "bc", "bce");
  if (before_christ) {
    ++i;
  } else if (p.is(i, "b") && p.is(i + 1, ".") && p.is(i + 2, "c")) {
    before_christ = true;
    i += p.is(i + 3, ".") ? 4 : 3;
  }
  // A century BC holds the years that begin with its number less one, as one after does.
  int hundreds = (*ordinal - 1) * 100;
  made.year = before_christ ? 1 - hundreds : std::max(hundreds, 1);
  made.era = Grain::century;
  made.rule = "century";
  e = made;
  at = i;
  return true;
}

// The longest of what fits; the first of those as long.
bool read_core(const Pieces& p, std::size_t& at, Expression& e) {
  static constexpr Reader readers[] = {read_set,          read_date, read_span,
                                       read_related_unit, lone_year, read_reference};
  std::size_t longest = at;
  for (Reader reader : readers) {
    std::size_t i = at;
    Expression made;
    if (!reader(p, i, made) || i <= longest) continue;
    longest = i;
    e = made;
  }
  if (longest == at) return false;
  at = longest;
  return true;
}

bool edge_fits(const Expression& e, bool comparative) {
  if (e.kind == Kind::calendar)
    return !comparative || e.year || e.weekday || e.month || e.season || e.part != DayPart::none ||
           e.relation != Relation::none;
  return e.kind == Kind::shift && e.relation != Relation::of_event && e.relation != Relation::earlier &&
         e.relation != Relation::later;
}

bool read_expression(const Pieces& p, std::size_t& at, Expression& e) {
  std::size_t i = at;
  if (auto edge = read_edge(p, i)) {
    Expression made;
    bool comparative = p.is(at, "earlier", "later");
    if (read_core(p, i, made) && edge_fits(made, comparative)) {
      if (*edge != Modifier::none) made.mod = *edge;
      e = made;
      at = i;
      return true;
    }
  }
  i = at;
  if (auto mod = read_approximation(p, i)) {
    Expression made;
    bool counted = false;
    if (read_core(p, i, made)) {
      counted = made.kind == Kind::duration || (made.kind == Kind::shift && made.amount.count) || made.hour ||
                (made.kind == Kind::calendar && made.relation == Relation::none);
      if (made.kind == Kind::calendar && p.is(at, "some", "over", "under", "more", "less", "up"))
        counted = false;
      // "over the past week": a preposition, not "more than".
      if (made.relation != Relation::none && made.kind == Kind::duration) counted = false;
      if (p.is(at, "over") && (made.kind == Kind::shift && made.relation != Relation::ago)) counted = false;
    }
    if (counted) {
      made.mod = *mod;
      e = made;
      at = i;
      return true;
    }
  }
  return read_core(p, at, e);
}

// "1914-18", "2006-08": the second year of a range, as soon as the first is read.
bool read_range_end(const Pieces& p, std::size_t& at, const Expression& from, Expression& e) {
  bool year = from.kind == Kind::calendar && from.year && from.era == Grain::year && !from.two_digits &&
              *from.year >= 1000;
  if (!year || p[at - 1].kind != Piece::Kind::number || p[at - 1].digits != 4) return false;
  const Piece& end = p[at + 1];
  bool joined = p.dash(at) && p[at].glued && end.glued && end.kind == Piece::Kind::number && end.digits == 2;
  if (!joined || end.value <= *from.year % 100 || p.dash(at + 2)) return false;
  e.year = *from.year / 100 * 100 + static_cast<int>(end.value);
  e.rule = "year";
  at += 2;
  return true;
}

// Where years before Christ are told, a short number behind "in" is one more: "in 479".
bool read_ancient_year(const Pieces& p, std::size_t& at, Expression& e) {
  const Piece& number = p[at];
  bool short_number =
      number.kind == Piece::Kind::number && !number.decimal && number.digits >= 2 && number.digits <= 3;
  if (!short_number || at == 0 ||
      !p.is(at - 1, "in", "of", "since", "until", "by", "from", "during", "late", "early"))
    return false;
  const Piece& behind = p[at + 1];
  bool counts = behind.kind == Piece::Kind::word &&
                !p.is(at + 1, "and", "to", "the", "when", "after", "with", "he", "they", "it", "she", "this",
                      "his", "a", "an") &&
                !p.is(at + 1, "their", "its", "but", "as", "by", "in", "until");
  if (counts || number.value == 0) return false;
  e.year = static_cast<int>(1 - number.value);
  e.rule = "year before Christ, as those told before";
  ++at;
  return true;
}

}  // namespace

std::vector<Expression> recognise(const Pieces& pieces) {
  std::vector<Expression> found;
  bool ancient = false;
  auto keep = [&](Expression e, std::size_t first, std::size_t last) {
    e.first = first;
    e.last = last;
    if (e.kind == Kind::calendar && e.year && !e.two_digits) ancient = *e.year <= 0;
    found.push_back(e);
  };
  for (std::size_t i = 0; i < pieces.size();) {
    std::size_t at = i;
    Expression e;
    bool read = pieces[i].kind != Piece::Kind::gap && read_expression(pieces, at, e);
    if (!read && !(ancient && read_ancient_year(pieces, at, e))) {
      ++i;
      continue;
    }
    keep(e, i, at);
    i = at;
    Expression end;
    if (read_range_end(pieces, at, e, end)) {
      keep(end, i + 1, at);
      i = at;
    }
  }
  return found;
}

}  // namespace sitrep::timex
