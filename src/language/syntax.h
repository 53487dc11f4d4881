// Syntax: what the model reads in a document. Sentences of tokens in a tree; names; who does what to
// whom; who is meant again.
//
//   "Gunmen killed nine villagers."
//     killed <- root; Gunmen <- nsubj of killed; nine <- nummod of villagers; villagers <- obj of killed
//     names       nine (number)
//     predicates  killed: ARG0 Gunmen, ARG1 nine villagers
//
// A token is a word of syntax: "don't" is two, "cease-fire" three. Everything holds spans of the
// document's text. Plain data; safe to read from many threads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/tags.h"
#include "text/note.h"
#include "text/part.h"
#include "text/span.h"

namespace sitrep {

// A token's place in Syntax::tokens.
using TokenIndex = std::uint32_t;

struct Token {
  Span span;
  TokenIndex head = 0;  // itself for the root of its sentence
  DependencyRelation relation = DependencyRelation::dep;
  WordTag tag = WordTag::X;
  FineTag fine_tag = FineTag::XX;
  std::uint16_t bundle = 0;  // of features, in Syntax::bundles
  Features features;
  float head_score = 0;  // how sure the head is, 0 to 1
  std::string norm;      // lower case; plain quotes and dashes; clitics in full: "not" for "n't"
  std::string lemma;
};

struct ReadSentence {
  Span span;
  TokenIndex first = 0;  // [first, last)
  TokenIndex last = 0;
  TokenIndex root = 0;
  PartKind part = PartKind::body;
  bool shouted = false;  // capitals mean nothing here
  float score = 0;       // how sure its tree is: the geometric mean of its heads' scores
};

struct Name {
  Span span;
  TokenIndex first = 0;  // [first, last)
  TokenIndex last = 0;
  TokenIndex head = 0;  // the token whose head lies outside the name
  NameKind kind = NameKind::person;
  float score = 0;
};

struct Argument {
  RoleLabel label;
  TokenIndex head = 0;
  TokenIndex first = 0;  // [first, last): what hangs on the head, without the predicate
  TokenIndex last = 0;
  Span span;
  float score = 0;
};

struct Predicate {
  TokenIndex token = 0;
  std::string sense;     // the most usual one of its lemma, PropBank's "kill.01"; empty: not known
  bool nominal = false;  // an event noun or adjective: "the killing of ..."
  float score = 0;
  std::vector<Argument> arguments;  // in the text's order
};

// A phrase that means a person, a body or a group of them.
struct Reference {
  Span span;
  TokenIndex first = 0;  // [first, last)
  TokenIndex last = 0;
  TokenIndex head = 0;
  std::uint32_t entity = 0;  // references with the same number mean the same
};

struct Syntax {
  std::vector<Token> tokens;  // in order, never overlapping
  std::vector<ReadSentence> sentences;
  std::vector<Name> names;            // in order, never overlapping
  std::vector<Predicate> predicates;  // in order
  std::vector<Reference> references;  // in order of their heads
  std::vector<std::string> bundles;   // "Number=Sing|Tense=Past"; the first is "_"
  std::vector<Note> notes;            // not English, cut at a limit

  // The sentence that a token stands in. O(log n).
  [[nodiscard]] const ReadSentence& sentence_of(TokenIndex token) const;
  [[nodiscard]] bool is_root(TokenIndex token) const { return tokens[token].head == token; }
};

}  // namespace sitrep
