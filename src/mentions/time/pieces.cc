#include "mentions/time/pieces.h"

#include "text/utf8.h"

namespace sitrep::timex {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

// The value counts this many digits: more than any number of years, and far from overflow.
constexpr std::uint32_t value_digits_max = 12;

}  // namespace

// "1,200" and "2.5" are one number; "3.5.2031" and "3,4" are not.
std::size_t Pieces::add_number(std::size_t at, std::size_t end) {
  Piece piece;
  piece.kind = Piece::Kind::number;
  std::size_t begin = at;
  auto take = [&] {
    while (at < end && digit(text_[at])) {
      if (piece.digits < value_digits_max) piece.value = piece.value * 10 + (text_[at] - '0');
      ++piece.digits;
      ++at;
    }
  };
  auto digits_at = [&](std::size_t i) {
    std::size_t count = 0;
    while (i + count < end && count < 4 && digit(text_[i + count])) ++count;
    return count;
  };
  take();
  while (piece.digits <= value_digits_max && at < end && text_[at] == ',' &&
         at - begin <= 3 + piece.digits / 3 && digits_at(at + 1) == 3 &&
         (piece.grouped || piece.digits <= 3)) {
    piece.grouped = true;
    ++at;
    take();
  }
  bool point = at < end && text_[at] == '.' && digits_at(at + 1) > 0;
  if (point && (begin == 0 || text_[begin - 1] != '.')) {
    std::size_t after = at + 1;
    while (after < end && digit(text_[after])) ++after;
    bool another = after < end && text_[after] == '.' && digits_at(after + 1) > 0;
    if (!another) {
      piece.decimal = true;
      at = after;
    }
  }
  piece.span = make_span(begin, at);
  pieces_.push_back(piece);
  return at;
}

void Pieces::add(Span span) {
  std::size_t at = span.begin;
  bool space = true;
  bool line = true;
  while (at < span.end) {
    char c = text_[at];
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
      space = true;
      line = line || c == '\n';
      ++at;
      continue;
    }
    std::size_t begin = at;
    if (digit(c)) {
      at = add_number(at, span.end);
    } else {
      CodePoint first = decode_utf8(text_, at);
      if (first.bytes > 1 && is_space(first.value)) {
        space = true;
        at += first.bytes;
        continue;
      }
      Piece piece;
      if (is_letter(first.value)) {
        piece.kind = Piece::Kind::word;
        piece.capital = is_upper(first.value);
        while (at < span.end) {
          CodePoint next = decode_utf8(text_, at);
          if (!is_letter(next.value)) break;
          at += next.bytes;
        }
      } else {
        at += first.bytes;
      }
      piece.span = make_span(begin, at);
      pieces_.push_back(piece);
    }
    Piece& piece = pieces_.back();
    piece.lower = lower_.substr(begin, at - begin);
    piece.glued = !space;
    piece.opens_line = line;
    if (piece.kind == Piece::Kind::word) piece.time = time_word(piece.lower);
    space = false;
    line = false;
  }
  if (pieces_.empty() || pieces_.back().kind == Piece::Kind::gap) return;
  Piece gap = none_;
  gap.span = make_span(span.end, span.end);
  pieces_.push_back(gap);
}

}  // namespace sitrep::timex
