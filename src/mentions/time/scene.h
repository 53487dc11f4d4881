// Scene: the year that a chapter of a story is set in, as its heading tells it.
//
//   1905: the strike               the scene is 1905 ...
//   In March ... a decree of 1899
//   In June ...                    ... and so is this paragraph's, whatever year was told last
//
// Headings of several years ("1905-1907") set none, those without years ("The port") leave it. A line that
// opens behind a full stop opens a paragraph.
#pragma once

#include <optional>
#include <vector>

#include "mentions/time/expression.h"
#include "mentions/time/pieces.h"

namespace sitrep::timex {

class Scene {
 public:
  Scene(const Pieces& pieces, const std::vector<Expression>& expressions)
      : pieces_(pieces), expressions_(expressions) {}

  // Asked for each expression, in order. The year to count from on, where expression `i` is the first of a
  // paragraph below a heading with a year; nothing elsewhere. Linear over all calls.
  std::optional<int> returns_to(std::size_t i);

 private:
  [[nodiscard]] std::optional<std::size_t> heading_around(const Expression& e) const;

  const Pieces& pieces_;
  const std::vector<Expression>& expressions_;
  std::size_t read_to_ = 0;  // pieces before it were looked at for a paragraph's begin
  std::optional<int> year_;
};

}  // namespace sitrep::timex
