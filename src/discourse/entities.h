// The names of whom a report means again and again, by the language layer's references.
//
//   "Colonel Ola Berg ... he said ... the colonel"   each of them: Ola Berg
#pragma once

#include <optional>
#include <vector>

#include "language/analysis.h"
#include "language/syntax.h"

namespace sitrep {

class Entities {
 public:
  // Keeps a reference to `analysis`. Knows nothing where it has no syntax. O(references + names).
  explicit Entities(const Analysis& analysis);

  struct Named {
    Span name;
    NameKind kind = NameKind::person;
  };
  // The fullest name of whom the words at `span` mean; nothing where no reference stands there, or the one
  // that does is never named. O(log references).
  [[nodiscard]] std::optional<Named> name_of(Span span) const;

 private:
  const Syntax* syntax_;
  std::vector<std::optional<Named>> names_;  // by entity
};

}  // namespace sitrep
