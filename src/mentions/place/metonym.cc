#include "mentions/place/metonym.h"

#include <algorithm>

#include "language/syntax.h"
#include "mentions/place/surrounding_words.h"

namespace sitrep {
namespace {

// Subject of a verb of will, object of one of address.
bool tree_says(const Syntax& syntax, Span name) {
  auto token = std::lower_bound(syntax.tokens.begin(), syntax.tokens.end(), name.begin,
                                [](const Token& t, std::uint32_t byte) { return t.span.begin < byte; });
  // The word of the name that hangs on one outside of it.
  for (; token != syntax.tokens.end() && token->span.end <= name.end; ++token) {
    const Token& head = syntax.tokens[token->head];
    if (head.span.begin >= name.begin && head.span.end <= name.end) continue;
    switch (token->relation) {
      case DependencyRelation::nsubj:
        return is_verb_of_will(head.norm);
      case DependencyRelation::obj:
        return is_verb_of_address(head.norm);
      default:
        return false;
    }
  }
  return false;
}

}  // namespace

bool is_metonym(const Analysis& a, const PlaceMention& m) {
  if (m.folk || (m.located && m.tie != PlaceTie::at)) return false;
  bool governs = m.grain == PlaceGrain::country || m.grain == PlaceGrain::town ||
                 m.grain == PlaceGrain::province || m.grain == PlaceGrain::area;
  if (!governs) return false;
  const Sentence& s = a.sentences()[a.sentence_of(m.first)];
  // "in Kabul said" is about people in Kabul.
  bool bare = !m.use || *m.use == PlaceUse::about;
  if (!bare) return false;
  WordIndex after = m.last;
  while (after < s.last &&
         (a.word(after).classes.any(WordClass::auxiliary, WordClass::adverb) || a.is(after, "also") ||
          a.is(after, "has") || a.is(after, "have") || a.is(after, "had"))) {
    ++after;
  }
  std::string_view next = after < s.last ? a.lower(after) : std::string_view();
  std::string_view before = m.first > s.first ? a.lower(m.first - 1) : std::string_view();
  bool owner = m.last + 1 < s.last && (a.is(m.last, "'s") || a.is(m.last, "’s"));
  if (owner && is_noun_of_will(a.lower(m.last + 1))) return true;
  if (!m.use && (a.word(std::min(after, s.last - 1)).classes.has(WordClass::say) || is_verb_of_will(next)) &&
      (next != "called" || (after + 1 < s.last && (a.is(after + 1, "for") || a.is(after + 1, "on"))))) {
    return true;
  }
  if (m.first > s.first && is_verb_of_address(before)) return true;
  if ((before == "with" || before == "by" || before == "against") && m.first > s.first + 1) {
    std::string_view head = a.lower(m.first - 2);
    if (before == "by" ? is_verb_of_address(head) : is_noun_of_will(head)) return true;
  }
  return a.syntax() != nullptr && tree_says(*a.syntax(), m.span);
}

}  // namespace sitrep
