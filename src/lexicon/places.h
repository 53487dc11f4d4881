// A short list of countries, capitals and towns that conflict news names often, with a country code
// and coordinates. A stand-in for the gazetteer: what is not in it stays unknown.
#pragma once

#include <span>
#include <string_view>

namespace sitrep {

struct KnownPlace {
  std::string_view name;
  std::string_view country;  // ISO 3166-1 alpha-2
  double lat;                // degrees, WGS 84; of a country, its middle
  double lon;
  enum class Kind { country, town, area } kind;
};

// The rows whose name starts with a word, longest names first; case matters. O(log rows).
std::span<const KnownPlace> places_starting_with(std::string_view first_word);

}  // namespace sitrep
