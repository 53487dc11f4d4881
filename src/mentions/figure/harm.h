// Words of harm: which word counts what, and where it looks for its number.
#pragma once

#include <string_view>

#include "mentions/mention.h"

namespace sitrep {

// How a word of harm may govern a number.
struct Harm {
  Counted measure;
  bool takes_object = false;  // "killed nine", "killing nine"
  bool of_subject = false;    // "nine (were) killed"
  bool state = false;         // "nine dead": may follow without a verb
  bool died = false;          // "nine died": always of its subject
  bool noun = false;          // "nine deaths"
};

// Null for a word (in lower case) that is none.
const Harm* harm_of(std::string_view lower);

}  // namespace sitrep
