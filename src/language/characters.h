// What the splitters ask of a character; ASCII without a look-up.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/utf8.h"

namespace sitrep {

struct CharacterSeen {
  char32_t value = 0;
  std::size_t bytes = 1;
  bool letter = false;  // marks count as letters: they belong to the letter before them
  bool digit = false;
  bool upper = false;
  bool space = false;
  [[nodiscard]] bool alnum() const { return letter || digit; }
};

// The character at a byte; one of no kind, value 0, at the end.
inline CharacterSeen character_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  auto byte = static_cast<unsigned char>(text[at]);
  CharacterSeen seen;
  if (byte < 0x80) {
    seen.value = byte;
    seen.upper = byte >= 'A' && byte <= 'Z';
    seen.letter = seen.upper || (byte >= 'a' && byte <= 'z');
    seen.digit = byte >= '0' && byte <= '9';
    seen.space = byte == ' ' || (byte >= '\t' && byte <= '\r');
    return seen;
  }
  CodePoint c = decode_utf8(text, at);
  seen.value = c.value;
  seen.bytes = c.bytes;
  bool mark = (c.value >= 0x300 && c.value < 0x370) || c.value == 0xFE0F || c.value == 0x200D;
  seen.letter = mark || is_letter(c.value);
  seen.upper = seen.letter && is_upper(c.value);
  seen.digit = !seen.letter && is_digit(c.value);
  seen.space = !mark && is_space(c.value);
  return seen;
}

// ASCII letters in lower case; the rest as it is.
inline char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

// Bytes of the apostrophe at `at` (' or ’), 0 where none stands.
inline std::size_t apostrophe_bytes(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '\'') return 1;
  return text.substr(at < text.size() ? at : text.size(), 3) == "’" ? 3 : 0;
}

}  // namespace sitrep
