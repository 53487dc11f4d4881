#include "mentions/time/scene.h"

namespace sitrep::timex {

std::optional<int> Scene::returns_to(std::size_t at) {
  const Expression& e = expressions_[at];
  bool opens = false;
  for (; read_to_ <= e.first; ++read_to_) {
    opens |= read_to_ == 0 || pieces_[read_to_ - 1].kind == Piece::Kind::gap ||
             (pieces_[read_to_].opens_line && pieces_.is(read_to_ - 1, "."));
  }
  if (!opens) return std::nullopt;
  bool year = e.kind == Expression::Kind::calendar && e.year && e.era == CalendarTime::Grain::year;
  auto heading = year ? heading_around(e) : std::nullopt;
  if (!heading) return year_;
  bool alone = at + 1 == expressions_.size() || expressions_[at + 1].first >= *heading;
  year_ = alone && !e.two_digits ? e.year : std::nullopt;
  return std::nullopt;
}

// The end of the heading that a time stands in: a short paragraph without a full stop.
std::optional<std::size_t> Scene::heading_around(const Expression& e) const {
  constexpr std::size_t pieces_max = 12;
  std::size_t begin = e.first;
  while (begin > 0 && pieces_[begin - 1].kind != Piece::Kind::gap) {
    if (e.first - --begin > pieces_max) return std::nullopt;
  }
  std::size_t end = e.last;
  while (pieces_[end].kind != Piece::Kind::gap) {
    if (++end - begin > pieces_max) return std::nullopt;
  }
  if (pieces_.is(end - 1, ".", "!", "?", "”", "\"")) return std::nullopt;
  return end;
}

}  // namespace sitrep::timex
