#include "text/utf8.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace sitrep {

CodePoint decode_utf8(std::string_view text, std::size_t at) {
  auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1};
  UChar32 value = 0;
  std::size_t next = at;
  U8_NEXT_OR_FFFD(text.data(), next, text.size(), value);
  return {static_cast<char32_t>(value), next - at};
}

std::size_t find_ill_formed(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    UChar32 value = 0;
    std::size_t next = at;
    U8_NEXT(bytes.data(), next, bytes.size(), value);
    if (value < 0) return at;
    at = next;
  }
  return std::string_view::npos;
}

void append_utf8(std::string& out, char32_t value) {
  char buffer[U8_MAX_LENGTH];
  std::size_t length = 0;
  UBool failed = false;
  U8_APPEND(buffer, length, std::size_t{U8_MAX_LENGTH}, static_cast<UChar32>(value), failed);
  if (failed != 0) return append_utf8(out, 0xFFFD);
  out.append(buffer, length);
}

bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0 || c == 0x200B || c == 0xFEFF;
}

// Most characters are ASCII; asking ICU about each costs a fifth of cutting a text into parts.
bool is_letter(char32_t c) {
  if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  return u_isalpha(static_cast<UChar32>(c)) != 0;
}
bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return u_isupper(static_cast<UChar32>(c)) != 0;
}
bool is_digit(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9';
  return u_isdigit(static_cast<UChar32>(c)) != 0;
}

std::string lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (char ascii = text[at]; static_cast<unsigned char>(ascii) < 0x80) {
      out += ascii >= 'A' && ascii <= 'Z' ? static_cast<char>(ascii - 'A' + 'a') : ascii;
      ++at;
      continue;
    }
    CodePoint c = decode_utf8(text, at);
    append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.value))));
    at += c.bytes;
  }
  return out;
}

}  // namespace sitrep
