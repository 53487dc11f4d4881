#include "cli/terminal.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "text/utf8.h"

namespace sitrep {

namespace {

constexpr char32_t replacement = 0xFFFD;

unsigned width_of(char32_t c) {
  if (c < 0x300) return 1;
  auto character = static_cast<UChar32>(c);
  switch (u_charType(character)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
      return 0;
    default:
      break;
  }
  int east_asian = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
  return east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
}

// Embeddings, overrides and isolates reorder what follows them; plain marks (U+200E, U+200F) do not.
bool reorders(char32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    CodePoint c = decode_utf8(text, at);
    columns += width_of(c.value);
    at += c.bytes;
  }
  return columns;
}

std::string harmless(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool blank = false;  // a run of white space waits
  for (std::size_t at = 0; at < text.size();) {
    CodePoint c = decode_utf8(text, at);
    at += c.bytes;
    if (c.value == ' ' || (c.value >= '\t' && c.value <= '\r') || c.value == 0x2028 || c.value == 0x2029) {
      blank = true;
      continue;
    }
    if (blank && !out.empty()) out += ' ';
    blank = false;
    if (c.value < 0x20) {
      append_utf8(out, 0x2400 + c.value);  // the block of control pictures
    } else if (c.value == 0x7F) {
      append_utf8(out, 0x2421);
    } else if (is_control(c.value) || reorders(c.value)) {
      append_utf8(out, replacement);
    } else {
      append_utf8(out, c.value);
    }
  }
  return out;
}

std::string harmless_json(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (std::size_t at = 0; at < json.size(); ++at) {
    auto byte = static_cast<unsigned char>(json[at]);
    auto next = at + 1 < json.size() ? static_cast<unsigned char>(json[at + 1]) : 0;
    if (byte == 0x7F) {
      out += "\\u007f";
    } else if (byte == 0xC2 && next >= 0x80 && next < 0xA0) {  // U+0080 to U+009F
      out += fmt::format("\\u00{:02x}", next);
      ++at;
    } else {
      out += json[at];
    }
  }
  return out;
}

std::string clip(std::string_view text, std::size_t columns) {
  if (columns == 0 || display_width(text) <= columns) return std::string(text);
  std::size_t used = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    CodePoint c = decode_utf8(text, at);
    if (used + width_of(c.value) > columns - 1) break;
    used += width_of(c.value);
    at += c.bytes;
  }
  return std::string(text.substr(0, at)) + "…";
}

std::string pad(std::string_view text, std::size_t columns) {
  std::size_t used = display_width(text);
  return std::string(text) + std::string(used < columns ? columns - used : 0, ' ');
}

std::vector<std::string> wrap(std::string_view text, std::size_t columns) {
  if (columns == 0) return {std::string(text)};
  std::vector<std::string> lines;
  std::size_t line_begin = 0;
  std::size_t used = 0;      // columns from line_begin
  std::size_t break_at = 0;  // where the line may end; line_begin: nowhere yet
  auto end_line = [&](std::size_t at) {
    std::string_view line = text.substr(line_begin, at - line_begin);
    while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
    lines.emplace_back(line);
    line_begin = at;
    while (line_begin < text.size() && text[line_begin] == ' ') ++line_begin;
  };
  for (std::size_t at = 0; at < text.size();) {
    CodePoint c = decode_utf8(text, at);
    unsigned width = width_of(c.value);
    if (used + width > columns && at > line_begin && c.value != ' ') {
      if (break_at > line_begin) {
        end_line(break_at);
        used = display_width(text.substr(line_begin, at - line_begin));
      } else {
        end_line(at);
        used = 0;
      }
      break_at = line_begin;
    }
    used += width;
    at += c.bytes;
    if (c.value == ' ' || width == 2) break_at = at;
  }
  if (line_begin < text.size() || lines.empty()) end_line(text.size());
  return lines;
}

std::string Style::wrapped(std::string_view code, std::string_view text) const {
  if (!on_ || text.empty()) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
}

}  // namespace sitrep
