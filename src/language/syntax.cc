#include "language/syntax.h"

#include <algorithm>

namespace sitrep {

const ReadSentence& Syntax::sentence_of(TokenIndex token) const {
  auto after = std::upper_bound(sentences.begin(), sentences.end(), token,
                                [](TokenIndex t, const ReadSentence& s) { return t < s.first; });
  return *(after - 1);
}

}  // namespace sitrep
