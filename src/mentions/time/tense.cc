#include "mentions/time/tense.h"

namespace sitrep::timex {
namespace {

// Clauses are shorter; what stands further off speaks of something else.
constexpr std::size_t look_back = 25;
constexpr std::size_t look_ahead = 12;

bool sentence_end(const Pieces& p, std::size_t i) {
  if (p[i].kind == Piece::Kind::gap) return true;
  if (!p.is(i, ".", "!", "?")) return false;
  // Marks of quotation stand between: 'welcome them.” On Monday', 'he said. “On Monday'.
  std::size_t next = i + 1;
  while (p[next].glued && p.is(next, "”", "’", "\"", "'", ")")) ++next;
  if (p[next].glued) return false;
  if (p.is(next, "“", "‘", "\"", "'", "(")) ++next;
  return p[next].capital;
}

// "had" in the same clause, or behind a comma.
bool pluperfect_near(const Pieces& p, std::size_t first, std::size_t last) {
  constexpr std::size_t reach = 8;
  for (std::size_t back = 1; back <= reach && back <= first && !sentence_end(p, first - back); ++back) {
    if (p.is(first - back, "had", "hadn")) return true;
  }
  for (std::size_t i = last; i < last + reach && !sentence_end(p, i); ++i) {
    if (p.is(i, "had", "hadn")) return true;
  }
  return false;
}

// "planned a march on Saturday", "has scheduled a news conference Thursday": what is planned lies ahead.
bool plans(const Pieces& p, std::size_t i) {
  return p.is(i, "planned", "scheduled", "slated") &&
         p.is(i + 1, "a", "an", "the", "its", "their", "another", "more");
}

// "is due to", "expected to", "plans to meet": what follows "to" is still to come.
bool announces(const Pieces& p, std::size_t i) {
  return p.is(i + 1, "to") &&
         p.is(i, "due", "scheduled", "expected", "set", "planned", "plans", "plan", "hopes", "intends") &&
         p[i + 2].kind == Piece::Kind::word;
}

VerbTime verb_at(const Pieces& p, std::size_t i) {
  if (p[i].kind != Piece::Kind::word) return VerbTime::none;
  if (announces(p, i) || plans(p, i) ||
      p.is(i, "will", "shall", "ll", "upcoming", "would", "may", "might", "can") ||
      (p.is(i, "won") && p.is(i + 1, "'", "’"))) {
    return VerbTime::future;
  }
  if (p.is(i, "scheduled", "due") && p.is(i + 1, "for", "on", "by", "in")) return VerbTime::future;
  // "is to meet on Friday".
  if (p.is(i, "is", "are") && p.is(i + 1, "to") && p[i + 2].kind == Piece::Kind::word)
    return VerbTime::future;
  // A name that ends as a verb does: "the United States".
  if (p[i].capital && i > 0 && !sentence_end(p, i - 1) && p.is(i, "united", "allied")) return VerbTime::none;
  return verb_time(p[i].lower);
}

}  // namespace

VerbTime tense_around(const Pieces& p, std::size_t first, std::size_t last) {
  // "until Friday", "by Friday", "as soon as Friday": ends are still to come; but "by Friday they had left".
  if (first > 0 && p.is(first - 1, "until", "till", "by", "through"))
    return pluperfect_near(p, first, last) ? VerbTime::past : VerbTime::future;
  if (first > 2 && p.is(first - 1, "as") && p.is(first - 2, "soon", "early", "late")) return VerbTime::future;
  for (std::size_t back = 1; back <= look_back && back <= first; ++back) {
    std::size_t i = first - back;
    if (sentence_end(p, i)) break;
    VerbTime time = verb_at(p, i);
    // "expected to meet Monday" is read at "expected", before the bare "expected" is.
    if (time == VerbTime::past && i > 0 && p.is(i + 1, "to") && p.is(i, "set", "scheduled", "expected"))
      time = VerbTime::future;
    // "will be named": the participle tells nothing.
    bool participle = time == VerbTime::past && i > 0 && p.is(i - 1, "be", "being");
    if (time != VerbTime::none && !participle) return time;
  }
  for (std::size_t i = last; i < last + look_ahead && !sentence_end(p, i); ++i) {
    VerbTime time = verb_at(p, i);
    if (time != VerbTime::none) return time;
  }
  return VerbTime::none;
}

}  // namespace sitrep::timex
