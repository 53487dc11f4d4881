#include "claims/clause.h"

namespace sitrep {
namespace {

bool opens_cause(const Analysis& a, WordIndex i) {
  return a.is(i, "when") || a.is(i, "after") || a.is(i, "as") || a.is(i, "following");
}

bool opens_clause(const Analysis& a, WordIndex i) {
  const Word& word = a.word(i);
  if (word.kind == WordKind::open_quote || word.kind == WordKind::close_quote) return false;
  if (word.kind == WordKind::mark) return a.is(i, ";") || a.is(i, ":");
  if (a.is(i, "that") || a.is(i, "than") || a.is(i, "so") || a.is(i, "as")) {
    // "as well as", "as many as", "more than", "so far" join, they do not part.
    return a.is(i, "that");
  }
  return word.classes.has(WordClass::subordinator) || opens_cause(a, i);
}

}  // namespace

Clause clause_around(const Analysis& a, WordIndex word, WordIndex begin, WordIndex end, bool with_cause) {
  Clause clause{begin, end};
  bool opened = false;  // by a word on its left: then a comma closes it
  auto timed = [&](WordIndex i) { return i > begin && a.word(i - 1).classes.has(WordClass::unit); };
  // ", including two children," goes on.
  auto with_next = [&](WordIndex i) {
    return i + 1 < end &&
           (a.is(i + 1, "including") || a.is(i + 1, "and") || a.word(i + 1).kind == WordKind::number);
  };
  for (WordIndex i = word; i > begin; --i) {
    WordIndex at = i - 1;
    if (!opens_clause(a, at)) continue;
    // "After the shelling, nine people were found dead": a cause that opens the sentence.
    if (with_cause && at == begin && opens_cause(a, at)) continue;
    clause.first = at + 1;
    opened = !a.is(at, ";") && !a.is(at, ":");
    if (at == begin && opens_cause(a, at)) {
      // Past the comma that ends the clause it opens.
      for (WordIndex j = at; j < word; ++j) {
        if (!a.is(j, ",")) continue;
        clause.first = j + 1;
        opened = false;
      }
    }
    break;
  }
  for (WordIndex i = word + 1; i < end; ++i) {
    // "..., the third to die in the attack": said of what stands before.
    bool apposed =
        a.is(i, ",") && i + 1 < end && (a.is(i + 1, "the") || a.is(i + 1, "a") || a.is(i + 1, "an"));
    bool closes = apposed || (opened && a.is(i, ",") && !with_next(i));
    if (!closes && !opens_clause(a, i)) continue;
    if (!closes && with_cause && opens_cause(a, i) && !timed(i)) continue;
    clause.last = i;
    break;
  }
  return clause;
}

}  // namespace sitrep
