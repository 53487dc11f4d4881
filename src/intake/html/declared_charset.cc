#include "intake/html/declared_charset.h"

#include <cstddef>

namespace sitrep::html {

namespace {

// Browsers look at 1024 bytes; pages that open with long comments mean their charset all the same.
constexpr std::size_t looked_at_bytes = 4096;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

}  // namespace

std::string declared_charset(std::string_view page) {
  std::string head(page.substr(0, looked_at_bytes));
  for (char& c : head) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  std::string_view rest = head;
  while (true) {
    std::size_t tag = rest.find('<');
    if (tag == std::string_view::npos) return {};
    rest.remove_prefix(tag);
    if (rest.starts_with("<!--")) {
      std::size_t end = rest.find("-->");
      if (end == std::string_view::npos) return {};
      rest.remove_prefix(end);
      continue;
    }
    std::string_view inside = rest.substr(0, rest.find('>'));
    rest.remove_prefix(1);
    if (!inside.starts_with("<meta")) continue;
    std::size_t at = inside.find("charset");
    if (at == std::string_view::npos) continue;
    at += 7;
    while (at < inside.size() && is_blank(inside[at])) ++at;
    if (at >= inside.size() || inside[at] != '=') continue;
    ++at;
    while (at < inside.size() && (is_blank(inside[at]) || inside[at] == '"' || inside[at] == '\'')) ++at;
    std::size_t end = at;
    while (end < inside.size() && !is_blank(inside[end]) && inside[end] != '"' && inside[end] != '\'' &&
           inside[end] != ';' && inside[end] != '/') {
      ++end;
    }
    if (end > at) return std::string(inside.substr(at, end - at));
  }
}

}  // namespace sitrep::html
