#include "language/roles.h"

#include <algorithm>

namespace sitrep {
namespace {

// Whether `token` hangs on `head`, directly or not, without passing `barrier`.
bool hangs_on(const std::vector<Token>& tokens, TokenIndex token, TokenIndex head, TokenIndex barrier) {
  while (token != head) {
    if (token == barrier || tokens[token].head == token) return false;
    token = tokens[token].head;
  }
  return true;
}

// What must be left out so that an argument does not hold its own predicate: the predicate itself or,
// where that hangs lower, the branch of the argument's head that leads to it.
TokenIndex barrier_of(const std::vector<Token>& tokens, TokenIndex head, TokenIndex predicate) {
  TokenIndex at = predicate;
  while (tokens[at].head != at) {
    if (tokens[at].head == head) return at;
    at = tokens[at].head;
  }
  return predicate;
}

void drop_repeated(std::vector<Argument>& arguments) {
  auto numbered = [](const Argument& a) {
    return a.label.form == RoleForm::plain && a.label.role >= Role::ARG0 && a.label.role <= Role::ARG5;
  };
  std::vector<Argument> kept;
  for (const Argument& argument : arguments) {
    bool beaten =
        numbered(argument) && std::any_of(arguments.begin(), arguments.end(), [&](const Argument& other) {
          return other.label == argument.label &&
                 (other.score > argument.score ||
                  (other.score == argument.score && other.head < argument.head));
        });
    if (!beaten) kept.push_back(argument);
  }
  arguments = std::move(kept);
}

}  // namespace

void complete_arguments(const std::vector<Token>& tokens, const ReadSentence& sentence,
                        Predicate& predicate) {
  drop_repeated(predicate.arguments);
  for (Argument& argument : predicate.arguments) {
    TokenIndex barrier = barrier_of(tokens, argument.head, predicate.token);
    auto belongs = [&](TokenIndex token) { return hangs_on(tokens, token, argument.head, barrier); };
    argument.first = argument.head;
    argument.last = argument.head + 1;
    while (argument.first > sentence.first && belongs(argument.first - 1)) --argument.first;
    while (argument.last < sentence.last && belongs(argument.last)) ++argument.last;
    while (argument.first < argument.head && tokens[argument.first].tag == WordTag::PUNCT) ++argument.first;
    while (argument.last > argument.head + 1 && tokens[argument.last - 1].tag == WordTag::PUNCT)
      --argument.last;
    argument.span = {tokens[argument.first].span.begin, tokens[argument.last - 1].span.end};
  }
}

}  // namespace sitrep
