// CoNLL-U: syntax as tables for other programs (universaldependencies.org/format.html).
//
//   # sent_id = 1
//   # text = Gunmen killed nine villagers.
//   1  Gunmen  gunman  NOUN  NNS  Number=Plur  2  nsubj  _  TokenRange=0:6
//   2  killed  kill    VERB  VBD  ...          0  root   _  TokenRange=7:13|Pred=kill.01|Args=ARG0:1,ARG1:4
//
// In MISC: TokenRange, code points of the document's text; Name, with B-, I-, E- or S- and the kind; Pred,
// the sense of a predicate ("_": not known); Args, its arguments as role:word; Entity, who is meant again.
#pragma once

#include <string>
#include <string_view>

#include "language/syntax.h"
#include "text/positions.h"

namespace sitrep {

// `text` and its `positions` are those of the document. Sentences are numbered from `first_number`.
std::string conllu(const Syntax& syntax, std::string_view text, const Positions& positions,
                   std::size_t first_number = 1);

}  // namespace sitrep
