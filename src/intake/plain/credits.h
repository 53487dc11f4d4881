// Credits: whose report or picture it is. "Reuters", "Anadolu Agency via Getty Images",
// "Photo: Ida Holm / AP", "Source: Northwire", "(Reporting by Ida Holm; Editing by Ola Berg)".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace sitrep::plain {

// The known agency whose name starts at `at`; the longest one.
std::optional<Span> agency_at(std::string_view text, std::size_t at);

// Whether the whole of `name` is, or by its form must be, an agency or outlet ("Coast News Agency").
bool looks_like_agency(std::string_view name);

struct Credit {
  Span span;                 // from the label or first name to the last
  std::vector<Span> names;   // as written, in order
  std::vector<Span> people;  // of "Reporting by": who wrote the report
  bool photo = false;        // of a picture, not of the report
  bool labelled = false;     // "Source:", "Photo by"
};

// Agencies joined by "via", "/", "and", "&", starting at `at`: "AFP via Getty Images". One unknown
// name may stand before a "via" or "/" that leads to an agency, known or so by its form.
std::optional<Credit> agency_chain_at(std::string_view text, std::size_t at);

// A label with its names, up to the end of `text`: "Source: AFP, Reuters", "Photo by Ida Holm/AP".
std::optional<Credit> labelled_credit(std::string_view text);

// `text` as a whole is a credit, brackets round it allowed.
std::optional<Credit> whole_credit(std::string_view text);

// `text` starts with, or is, words that speak of a picture: "Photo of ...", "File photo".
bool speaks_of_picture(std::string_view text);

}  // namespace sitrep::plain
