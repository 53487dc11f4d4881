#include "intake/sniff/markup.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace sitrep::sniffing {

namespace {

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool ends_name(char c) {
  return c == '>' || c == '/' || c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '[';
}

std::string_view name_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && !ends_name(text[end])) ++end;
  return text.substr(at, end - at);
}

// Behind "<!DOCTYPE ...>", whose internal subset may hold ">" inside "[ ]".
std::size_t behind_doctype(std::string_view text, std::size_t at) {
  bool inside = false;
  for (; at < text.size(); ++at) {
    if (text[at] == '[') inside = true;
    if (text[at] == ']') inside = false;
    if (text[at] == '>' && !inside) return at + 1;
  }
  return at;
}

std::size_t behind(std::string_view text, std::string_view mark, std::size_t at) {
  std::size_t found = text.find(mark, at);
  return found == std::string_view::npos ? text.size() : found + mark.size();
}

}  // namespace

bool equal_ignoring_case(std::string_view a, std::string_view lower_case) {
  return a.size() == lower_case.size() &&
         std::equal(a.begin(), a.end(), lower_case.begin(), [](char x, char y) { return lowered(x) == y; });
}

Markup read_markup_start(std::string_view head) {
  Markup out;
  std::size_t at = 0;
  for (;;) {
    at = std::min(head.find_first_not_of(" \t\r\n\f", at), head.size());
    std::string_view rest = head.substr(at);
    if (rest.starts_with("<?")) {
      out.declared = out.declared || rest.starts_with("<?xml");
      at = behind(head, "?>", at);
    } else if (rest.starts_with("<!--")) {
      at = behind(head, "-->", at);
    } else if (equal_ignoring_case(rest.substr(0, 9), "<!doctype")) {
      std::size_t name = std::min(head.find_first_not_of(" \t\r\n", at + 9), head.size());
      out.doctype = name_at(head, name);
      at = behind_doctype(head, name);
    } else {
      break;
    }
  }
  if (at + 1 < head.size() && head[at] == '<') {
    out.element = name_at(head, at + 1);
    std::size_t prefix = out.element.find(':');
    if (prefix != std::string_view::npos) out.element.remove_prefix(prefix + 1);
  }
  return out;
}

bool is_html_element(std::string_view name) {
  constexpr std::array<std::string_view, 43> names = {
      "a",       "article", "aside",  "b",     "base",   "blockquote", "body", "br", "center",
      "div",     "em",      "figure", "font",  "footer", "form",       "h1",   "h2", "h3",
      "h4",      "h5",      "h6",     "head",  "header", "hr",         "html", "i",  "iframe",
      "img",     "li",      "link",   "main",  "meta",   "nav",        "ol",   "p",  "script",
      "section", "span",    "strong", "style", "table",  "title",      "ul"};
  return std::any_of(names.begin(), names.end(),
                     [name](std::string_view known) { return equal_ignoring_case(name, known); });
}

bool holds_html_start(std::string_view head) {
  head = head.substr(0, 1024);
  for (std::size_t at = head.find('<'); at != std::string_view::npos; at = head.find('<', at + 1)) {
    std::string_view name = name_at(head, at + 1);
    if (equal_ignoring_case(name, "html") || equal_ignoring_case(name, "!doctype") ||
        equal_ignoring_case(name, "body")) {
      return true;
    }
  }
  return false;
}

}  // namespace sitrep::sniffing
