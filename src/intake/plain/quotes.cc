#include "intake/plain/quotes.h"

#include "intake/plain/scan.h"
#include "intake/plain/speech_words.h"
#include "text/utf8.h"

namespace sitrep::plain {

namespace {

constexpr std::size_t evidence_bytes_max = 240;

// From the mark to the end of its sentence, or of `text`.
Span sentence_from(std::string_view text, std::size_t open) {
  std::size_t at = open;
  std::size_t last_word = open;
  while (at < text.size() && at - open < evidence_bytes_max) {
    CodePoint c = decode_utf8(text, at);
    at += c.bytes;
    if (!is_space(c.value)) last_word = at;
    bool stop = c.value == '.' || c.value == '!' || c.value == '?';
    if (stop && skip_spaces(text, at) > at) break;
  }
  return make_span(open, last_word);
}

enum class Turn { opens, closes, neither };

Turn turn_of(std::string_view text, std::size_t at, QuoteAt quote, bool open) {
  bool blank_before = at == 0;
  bool figure_before = false;
  bool bracket_before = false;
  if (at > 0) {
    char32_t c = decode_utf8(text, before(text, at)).value;
    blank_before = is_space(c);
    figure_before = is_digit(c);
    bracket_before = c == '(' || c == '[' || c == '-' || (c >= 0x2010 && c <= 0x2015) || c == '/' ||
                     c == '\'' || c == 0x2018;
  }
  std::size_t next = at + quote.bytes;
  bool end_after = next >= text.size();
  bool word_after =
      !end_after && (is_letter(decode_utf8(text, next).value) || is_digit(decode_utf8(text, next).value));
  switch (quote.mark) {
    case QuoteMark::opening: {
      // “ that closes: „so“, or a wrong key behind a word.
      bool blank_after = end_after || is_space(decode_utf8(text, next).value);
      if (open && !bracket_before && (blank_after || (!blank_before && !word_after))) return Turn::closes;
      return blank_after && !blank_before ? Turn::neither : Turn::opens;
    }
    case QuoteMark::closing:
      if (open) return Turn::closes;
      return blank_before && word_after ? Turn::opens : Turn::neither;
    case QuoteMark::straight:
      if (!open) {
        if (figure_before) return Turn::neither;  // inches
        if (blank_before || bracket_before) return Turn::opens;
        return word_after ? Turn::opens : Turn::neither;
      }
      if (!blank_before || !word_after) return bracket_before && word_after ? Turn::opens : Turn::closes;
      // `worry, "said the mayor`: the blank slipped to the wrong side.
      if (auto word = word_at(text, next); word && !word->capital && is_speech_verb(word->text))
        return Turn::closes;
      return Turn::opens;
    case QuoteMark::none:
      break;
  }
  return Turn::neither;
}

bool is_single_quote(std::string_view text, std::size_t at) {
  return text[at] == '\'' || (text[at] == '\xE2' &&
                              (text.substr(at, 3) == "\xE2\x80\x98" || text.substr(at, 3) == "\xE2\x80\x99"));
}

bool opens_word(std::string_view text, std::size_t at) {
  if (text.substr(at, 3) == "\xE2\x80\x98") return true;
  return text[at] == '\'' && (at == 0 || is_space(decode_utf8(text, before(text, at)).value));
}

bool closes_clause(std::string_view text, std::size_t at) {
  std::size_t next = at + (text[at] == '\'' ? 1 : 3);
  bool blank_after = next >= text.size() || is_space(decode_utf8(text, next).value);
  return at > 0 && blank_after && std::string_view(".,!?").find(text[at - 1]) != std::string_view::npos;
}

}  // namespace

bool opens_with_quote(std::string_view paragraph) {
  std::size_t at = skip_spaces(paragraph, 0);
  if (at >= paragraph.size()) return false;
  QuoteMark mark = double_quote_at(paragraph, at).mark;
  return mark != QuoteMark::none;
}

std::vector<Span> unclosed_quotes(std::string_view paragraph, bool goes_on) {
  std::vector<Span> unclosed;
  constexpr std::size_t none = std::string_view::npos;
  std::size_t open = none;
  bool inner = false;  // a single mark stands open inside
  for (std::size_t at = 0; at < paragraph.size();) {
    QuoteAt quote = double_quote_at(paragraph, at);
    if (quote.mark == QuoteMark::none) {
      // A single mark behind a stop closes what a double one opened, unless it closes one of its own.
      if (open != none && is_single_quote(paragraph, at)) {
        if (opens_word(paragraph, at)) {
          inner = true;
        } else if (closes_clause(paragraph, at)) {
          if (!inner) open = none;
          inner = false;
        }
      }
      ++at;
      continue;
    }
    inner = false;
    switch (turn_of(paragraph, at, quote, open != none)) {
      case Turn::opens:
        if (open != none) unclosed.push_back(sentence_from(paragraph.substr(0, at), open));
        open = at;
        break;
      case Turn::closes:
        open = none;
        break;
      case Turn::neither:
        break;
    }
    at += quote.bytes;
  }
  if (open != none && !goes_on) unclosed.push_back(sentence_from(paragraph, open));
  return unclosed;
}

}  // namespace sitrep::plain
