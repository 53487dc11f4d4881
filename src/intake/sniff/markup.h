// What begins with "<": the first element behind declaration, comments and document type.
#pragma once

#include <string_view>

namespace sitrep::sniffing {

struct Markup {
  bool declared = false;     // "<?xml" stands in front
  std::string_view doctype;  // "html" of "<!DOCTYPE html ...>"; empty where none stands
  std::string_view element;  // the first element's name without its prefix; empty where none is seen
};

// O(n).
Markup read_markup_start(std::string_view head);

// Elements of HTML, case aside.
bool is_html_element(std::string_view name);

// A page that does not begin like one (a scraper's line in front): "<html" or the like is seen early.
bool holds_html_start(std::string_view head);

bool equal_ignoring_case(std::string_view a, std::string_view lower_case);

}  // namespace sitrep::sniffing
