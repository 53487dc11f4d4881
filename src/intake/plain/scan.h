// Characters, words and marks of plain text, for the rules of this folder.
//
// All functions take a view and answer in byte offsets of that view. Words are runs of letters and
// digits with the apostrophes, hyphens and inner stops that hold them together: "don't", "al-Qaeda",
// "U.S".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace sitrep::plain {

struct Word {
  Span span;
  std::string_view text;
  bool capital = false;   // starts with an upper-case letter
  bool all_caps = false;  // at least two letters, none in lower case
  bool number = false;    // starts with a digit
};

// The word that starts at `at`, if one does.
std::optional<Word> word_at(std::string_view text, std::size_t at);

// All words of `text`, at most `most`.
std::vector<Word> words_of(std::string_view text, std::size_t most);

// First offset from `at` on that holds no white space.
std::size_t skip_spaces(std::string_view text, std::size_t at);

// `span` without the white space at its ends.
Span trim(std::string_view text, Span span);
std::string_view trimmed(std::string_view text);

// Bytes of the dash that starts at `at` ("-", "--", "–", "—" ...), 0 where none does.
std::size_t dash_at(std::string_view text, std::size_t at);

// Bytes of a mark that parts pieces of a line ("|", "•", "·", tab), 0 where none starts.
std::size_t bar_at(std::string_view text, std::size_t at);

// Double quotation marks by shape. `straight` ones open and close.
enum class QuoteMark { none, opening, closing, straight };
struct QuoteAt {
  QuoteMark mark = QuoteMark::none;
  std::size_t bytes = 0;
};
QuoteAt double_quote_at(std::string_view text, std::size_t at);

// Whether a sentence ends at the end of `text`: a stop, perhaps behind closing quotes or brackets.
bool ends_sentence(std::string_view text);

// The start of the character before `at` (0 stays 0).
std::size_t before(std::string_view text, std::size_t at);

// Whether nearly all letters of the start of `text` are upper-case: the old wire style.
bool is_all_caps(std::string_view text);

// Equal in letters and digits, case and everything between them aside.
bool same_words(std::string_view a, std::string_view b);

// Whether `text` starts with `prefix` (lower-case ASCII), case aside, at a word's end.
bool starts_with_words(std::string_view text, std::string_view prefix);

// "\n" and runs of white space as single spaces: a value that stood on several lines.
std::string one_line(std::string_view text);

}  // namespace sitrep::plain
