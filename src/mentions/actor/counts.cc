#include "mentions/actor/counts.h"

#include <algorithm>
#include <string_view>

#include "lexicon/words.h"

namespace sitrep {
namespace {

constexpr std::int64_t most = 100'000'000'000;

// "1,200", "200"; nothing for what is no whole number or too large to be people.
std::optional<std::int64_t> digits(std::string_view text) {
  std::int64_t value = 0;
  if (text.empty() || text.front() < '0' || text.front() > '9') return std::nullopt;
  for (char c : text) {
    if (c == ',') continue;
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
    if (value > most) return std::nullopt;
  }
  return value;
}

std::optional<std::int64_t> value_of(std::string_view norm) {
  if (auto number = digits(norm)) return number;
  return number_word(norm);
}

bool has(const Syntax& s, TokenIndex first, TokenIndex last, std::string_view word) {
  for (TokenIndex t = first; t < last; ++t) {
    if (s.tokens[t].norm == word) return true;
  }
  return false;
}

}  // namespace

bool is_vague_count(std::string_view word) {
  constexpr std::string_view words[] = {"several",  "many",      "few",      "some",      "dozens", "scores",
                                        "hundreds", "thousands", "numerous", "countless", "tens"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

PeopleCount count_of(const PhraseTree& tree, TokenIndex head, TokenIndex first) {
  const Syntax& s = tree.syntax();
  PeopleCount count;
  for (const TokenIndex* c = tree.begin(head); c != tree.end(head) && *c < head; ++c) {
    const Token& token = s.tokens[*c];
    if (is_vague_count(token.norm)) count.bound = Bound::vague;
    if (token.relation != DependencyRelation::nummod) continue;
    count.number = value_of(token.norm);
    // "1.2 million people", "two thousand": the parts hang on the last.
    for (TokenIndex part = tree.leftmost(*c); part < *c; ++part) {
      auto number = value_of(s.tokens[part].norm);
      if (number && count.number && *number < 1000 && *count.number >= 100) *count.number *= *number;
    }
    TokenIndex from = std::min(first, tree.leftmost(*c));
    auto said = [&](std::string_view word) { return has(s, from, *c, word); };
    if (said("least") || (said("fewer") && said("no"))) {
      count.bound = Bound::at_least;
    } else if (said("most") || said("to") || said("maximum")) {
      count.bound = Bound::at_most;
    } else if (said("more") || said("over") || said("above")) {
      count.bound = Bound::more_than;
    } else if (said("less") || said("fewer") || said("under") || said("nearly") || said("almost")) {
      count.bound = said("nearly") || said("almost") ? Bound::about : Bound::less_than;
    } else if (said("about") || said("some") || said("around") || said("approximately") || said("roughly")) {
      count.bound = Bound::about;
    } else {
      count.bound = Bound::exact;
    }
  }
  return count;
}

}  // namespace sitrep
