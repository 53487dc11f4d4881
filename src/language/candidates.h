// Phrases that may mean a person, a body or a group of people: what references are made of.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/syntax.h"

namespace sitrep {

enum class CandidateKind : std::uint8_t { name, description, pronoun };

// What a phrase may mean; several may hold. Where none does it is a thing, and a candidate only so that "it"
// and "they" may mean it.
struct Meaning {
  [[nodiscard]] bool thing() const { return !person && !body && !people; }
  bool person = false;
  bool body = false;    // organisations, armed groups, states
  bool people = false;  // several persons
};

struct Candidate {
  CandidateKind kind = CandidateKind::description;
  TokenIndex head = 0;
  TokenIndex first = 0;  // [first, last)
  TokenIndex last = 0;
  std::uint32_t sentence = 0;
  Meaning meaning;
  Number number = Number::unknown;
  Gender gender = Gender::unknown;
  std::uint8_t person = 3;
  bool definite = false;
  bool subject = false;
  bool possessive = false;
  bool reflexive = false;
  std::vector<std::string> words;  // of a name or description: its content words in lower case, head last
  const Name* name = nullptr;
};

// In order of their heads.
std::vector<Candidate> find_candidates(const Syntax& syntax, std::string_view text);

}  // namespace sitrep
