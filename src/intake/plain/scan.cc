#include "intake/plain/scan.h"

#include <algorithm>

#include "text/utf8.h"

namespace sitrep::plain {

namespace {

bool is_word_character(char32_t c) { return is_letter(c) || is_digit(c) || (c >= 0x300 && c < 0x370); }

// What holds a word together when letters stand on both sides.
bool is_joint(char32_t c) {
  return c == '\'' || c == 0x2019 || c == '-' || c == 0x2010 || c == 0x2011 || c == '.';
}

char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::optional<Word> word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  std::size_t letters = 0;
  Word word;
  bool lower_case = false;
  while (end < text.size()) {
    CodePoint c = decode_utf8(text, end);
    if (!is_word_character(c.value)) {
      if (end == at || !is_joint(c.value) || end + c.bytes >= text.size()) break;
      if (!is_word_character(decode_utf8(text, end + c.bytes).value)) break;
      end += c.bytes;
      continue;
    }
    if (is_letter(c.value)) {
      ++letters;
      bool upper = is_upper(c.value);
      if (end == at) word.capital = upper;
      lower_case = lower_case || !upper;
    } else if (end == at) {
      word.number = is_digit(c.value);
    }
    end += c.bytes;
  }
  if (end == at) return std::nullopt;
  word.span = make_span(at, end);
  word.text = text.substr(at, end - at);
  word.all_caps = letters >= 2 && !lower_case;
  return word;
}

std::vector<Word> words_of(std::string_view text, std::size_t most) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size() && words.size() < most;) {
    if (auto word = word_at(text, at)) {
      at = word->span.end;
      words.push_back(*word);
    } else {
      at += decode_utf8(text, at).bytes;
    }
  }
  return words;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    CodePoint c = decode_utf8(text, at);
    if (!is_space(c.value)) break;
    at += c.bytes;
  }
  return at;
}

std::size_t before(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

Span trim(std::string_view text, Span span) {
  std::string_view view = text.substr(0, span.end);
  std::size_t begin = skip_spaces(view, span.begin);
  std::size_t end = span.end;
  while (end > begin) {
    std::size_t last = before(view, end);
    if (!is_space(decode_utf8(view, last).value)) break;
    end = last;
  }
  return make_span(begin, end);
}

std::string_view trimmed(std::string_view text) {
  Span span = trim(text, make_span(0, text.size()));
  return text.substr(span.begin, span.size());
}

std::size_t dash_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size()) {
    CodePoint c = decode_utf8(text, end);
    bool dash = c.value == '-' || (c.value >= 0x2010 && c.value <= 0x2015) || c.value == 0x2212;
    if (!dash) break;
    end += c.bytes;
  }
  return end - at;
}

std::size_t bar_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  CodePoint c = decode_utf8(text, at);
  return c.value == '|' || c.value == '\t' || c.value == 0x2022 || c.value == 0xB7 ? c.bytes : 0;
}

QuoteAt double_quote_at(std::string_view text, std::size_t at) {
  char c = text[at];
  if (c == '"') return {QuoteMark::straight, 1};
  if (c == '`' && text.substr(at, 2) == "``") return {QuoteMark::opening, 2};
  if (c == '\'' && text.substr(at, 2) == "''") return {QuoteMark::closing, 2};
  if (static_cast<unsigned char>(c) < 0x80) return {};
  CodePoint point = decode_utf8(text, at);
  // Two single marks typed for a double one.
  if (text.substr(at, 6) == "\xE2\x80\x99\xE2\x80\x99") return {QuoteMark::closing, 6};
  if (text.substr(at, 6) == "\xE2\x80\x98\xE2\x80\x98") return {QuoteMark::opening, 6};
  switch (point.value) {
    case 0x201C:
    case 0x201E:
    case 0x201F:
    case 0xAB:
      return {QuoteMark::opening, point.bytes};
    case 0x201D:
    case 0xBB:
      return {QuoteMark::closing, point.bytes};
    default:
      return {};
  }
}

bool ends_sentence(std::string_view text) {
  std::size_t end = trim(text, make_span(0, text.size())).end;
  while (end > 0) {
    std::size_t last = before(text, end);
    char32_t c = decode_utf8(text, last).value;
    if (c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x061F || c == 0x3002) return true;
    bool closer = c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x2019 || c == 0x201D || c == 0xBB;
    if (!closer) return false;
    end = last;
    while (end > 0 && is_space(decode_utf8(text, before(text, end)).value)) end = before(text, end);
  }
  return false;
}

bool is_all_caps(std::string_view text) {
  constexpr std::size_t sample_bytes = 3000;
  std::size_t letters = 0;
  std::size_t upper = 0;
  for (std::size_t at = 0; at < std::min(text.size(), sample_bytes);) {
    CodePoint c = decode_utf8(text, at);
    if (is_letter(c.value)) {
      ++letters;
      if (is_upper(c.value)) ++upper;
    }
    at += c.bytes;
  }
  return letters > 0 && upper * 10 > letters * 9;
}

bool same_words(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t k = 0;
  auto next = [](std::string_view text, std::size_t& at) -> char32_t {
    while (at < text.size()) {
      CodePoint c = decode_utf8(text, at);
      at += c.bytes;
      if (is_word_character(c.value)) return c.value;
    }
    return 0;
  };
  while (true) {
    char32_t x = next(a, i);
    char32_t y = next(b, k);
    if (x != y) {
      std::string left;
      std::string right;
      append_utf8(left, x);
      append_utf8(right, y);
      if (x == 0 || y == 0 || lower(left) != lower(right)) return false;
    }
    if (x == 0) return true;
  }
}

bool starts_with_words(std::string_view text, std::string_view prefix) {
  if (text.size() < prefix.size()) return false;
  for (std::size_t i = 0; i < prefix.size(); ++i) {
    if (lower_ascii(text[i]) != prefix[i]) return false;
  }
  if (text.size() == prefix.size()) return true;
  if (!is_word_character(static_cast<unsigned char>(prefix.back()))) return true;
  return !is_word_character(decode_utf8(text, prefix.size()).value);
}

std::string one_line(std::string_view text) {
  std::string out;
  for (std::size_t at = skip_spaces(text, 0); at < text.size();) {
    CodePoint c = decode_utf8(text, at);
    if (is_space(c.value)) {
      at = skip_spaces(text, at);
      if (at < text.size()) out += ' ';
    } else {
      out += text.substr(at, c.bytes);
      at += c.bytes;
    }
  }
  return out;
}

}  // namespace sitrep::plain
