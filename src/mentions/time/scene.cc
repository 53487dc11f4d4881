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
  auto heading = heading_around(e);
  if (!heading) return year_;
  std::optional<int> year;
  bool several = false;
  for (std::size_t i = at; i < expressions_.size() && expressions_[i].first < *heading; ++i) {
    const Expression& in_heading = expressions_[i];
    bool tells_year = in_heading.kind == Expression::Kind::calendar && in_heading.year &&
                      in_heading.era == CalendarTime::Grain::year && !in_heading.two_digits;
    if (!tells_year) continue;
    several |= year && *year != *in_heading.year;
    year = in_heading.year;
  }
  if (!year) return year_;
  year_ = several ? std::nullopt : year;
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
