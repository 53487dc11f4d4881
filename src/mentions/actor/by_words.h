// A rough tree where no model read the text: each run of capitals a name, each noun for people with what
// stands right before it.
#pragma once

#include "language/analysis.h"
#include "language/syntax.h"
#include "lexicon/actors.h"

namespace sitrep {

// Tokens are the analysis' words, of the same numbers; most hang on nothing. Linear.
Syntax rough_syntax(const Analysis& analysis, const ActorLexicon& lexicon);

}  // namespace sitrep
