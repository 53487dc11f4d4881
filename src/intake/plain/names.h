// Names of people as bylines write them: "Ida Holm", "I. Moreno", "Ola van den Berg".
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace sitrep::plain {

// Up to six words, each capitalised, an initial or one of "de", "van", "bin" ...
bool is_name_like(std::string_view text);

struct Person {
  Span span;
  bool agency = false;  // an agency or outlet written among the people
};

// The people of "Ida Holm and Ola Berg, Northwire" or "Ida Holm in Kalmar", as far as they read as
// names from the start; titles ("Staff Writer") and places ("in Kalmar") are passed over.
std::vector<Person> people_in(std::string_view text);

// A byline that starts at `at` with "By" or the like.
struct Byline {
  Span span;
  std::vector<Person> people;
};
std::optional<Byline> byline_at(std::string_view text, std::size_t at);

// All of `text` is a name with its house or job: "Ida Holm, Northwire", "Ida Holm, Staff Writer".
std::optional<Byline> signature(std::string_view text);

}  // namespace sitrep::plain
