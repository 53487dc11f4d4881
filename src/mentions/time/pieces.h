// Pieces: a stretch of text cut finer than words, since times hide inside them.
//
//   "mid-1990s"   mid - 1990 s          "10am"   10 am
//   "three-week"  three - week          "2031-05-03"  2031 - 05 - 03
//
// A paragraph's break is a piece of its own that nothing matches, so that no pattern runs across it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mentions/time/time_words.h"
#include "text/span.h"

namespace sitrep::timex {

struct Piece {
  enum class Kind : std::uint8_t { word, number, mark, gap };
  Span span;
  Kind kind = Kind::mark;
  bool capital = false;
  bool glued = false;       // no space before it
  bool opens_line = false;  // a line break before it
  std::string_view lower;
  const TimeWord* time = nullptr;  // null: no word of time
  std::int64_t value = 0;          // of a number; digits past the twelfth are not counted in
  std::uint32_t digits = 0;        // before the decimal point, separators of thousands left out
  bool decimal = false;
  bool grouped = false;  // "1,200"
};

class Pieces {
 public:
  // Reads nothing yet. `text` and `lower` (the same in lower case) must outlive it.
  Pieces(std::string_view text, std::string_view lower) : text_(text), lower_(lower) {}

  // Cuts `span` up and appends a gap. Linear in it.
  void add(Span span);

  [[nodiscard]] std::size_t size() const { return pieces_.size(); }
  // Past the end stands a gap.
  [[nodiscard]] const Piece& operator[](std::size_t i) const {
    return i < pieces_.size() ? pieces_[i] : none_;
  }
  [[nodiscard]] bool is(std::size_t i, std::string_view lower) const { return (*this)[i].lower == lower; }
  template <class... More>
  [[nodiscard]] bool is(std::size_t i, std::string_view lower, More... more) const {
    return is(i, lower) || is(i, more...);
  }
  [[nodiscard]] bool dash(std::size_t i) const { return is(i, "-", "–", "—", "‑"); }
  [[nodiscard]] std::string_view text(std::size_t i) const {
    return text_.substr((*this)[i].span.begin, (*this)[i].span.size());
  }

 private:
  std::size_t add_number(std::size_t at, std::size_t end);

  std::string_view text_, lower_;
  std::vector<Piece> pieces_;
  Piece none_{{}, Piece::Kind::gap, false, false, false, "\n", nullptr, 0, 0, false, false};
};

// What the word may tell of a time; an empty one for those that tell nothing.
inline const TimeWord& word(const Pieces& p, std::size_t i) {
  static const TimeWord none;
  const TimeWord* told = p[i].time;
  return told != nullptr ? *told : none;
}

// A whole number of so many digits, without separators.
inline bool plain_number(const Pieces& p, std::size_t i, std::uint32_t least, std::uint32_t most) {
  const Piece& piece = p[i];
  return piece.kind == Piece::Kind::number && !piece.decimal && !piece.grouped && piece.digits >= least &&
         piece.digits <= most;
}

// The full stop of a shortened word: "Sept. 2".
inline void skip_stop(const Pieces& p, std::size_t& at) {
  if (p.is(at, ".") && p[at].glued && p[at + 1].kind != Piece::Kind::gap) ++at;
}

}  // namespace sitrep::timex
