// UTF-8, one character at a time (RFC 3629; the work is ICU's).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sitrep {

// The character that starts at `at`, and how many bytes it takes. Ill-formed bytes give U+FFFD and
// the length of the maximal ill-formed part (at least 1), as the Unicode Standard recommends.
struct CodePoint {
  char32_t value = 0;
  std::size_t bytes = 1;
};
CodePoint decode_utf8(std::string_view text, std::size_t at);

// The first byte that is not well-formed UTF-8, or npos.
std::size_t find_ill_formed(std::string_view bytes);
inline bool is_utf8(std::string_view bytes) { return find_ill_formed(bytes) == std::string_view::npos; }

void append_utf8(std::string& out, char32_t value);

bool is_space(char32_t c);   // White_Space, and the zero-width and no-break ones
bool is_letter(char32_t c);  // General_Category L
bool is_upper(char32_t c);
bool is_digit(char32_t c);                 // Nd
std::string lower(std::string_view text);  // simple lower-casing, character by character

}  // namespace sitrep
