// A happening as linking sees it: what one report tells of one `event.ref`, boiled down to what can be
// compared with another report's telling.
//
//   "Nine dead as shells hit Kalmar market" ... h2: c3 (shelling, 9 killed, mayor), c4 (denied, army)
//     type shelling, 2031-05-03, 56.66 N 16.36 E, killed 9..9, "river brigade", words, names, numbers
//
// Plain data, a few hundred bytes; the ledger keeps it packed, so that a new report is compared
// without reading the old ones again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/record.h"

namespace sitrep {

// FNV-1a over the bytes, folded to 32 bits: what words and names are compared by.
std::uint32_t word_hash(std::string_view bytes);

struct WeightedWord {
  std::uint32_t hash = 0;
  float weight = 0;  // in steps, which a packed happening keeps
};
inline constexpr float vector_steps = 65535;  // to 1, of a vector of length 1
inline constexpr float rarity_steps = 16;     // to 1, of a rarity

struct Count {
  std::int64_t low = 0, high = 0;
};

struct Happening {
  std::string ref;                               // in its report: "h2"
  std::string type;                              // of the codebook: the most telling one of its claims
  std::vector<std::string> claims;               // ids, in the text's order
  bool main = false;                             // what the report is about: told in the headline, or first
  std::optional<std::int32_t> published;         // day since 1970
  std::optional<std::int32_t> earliest, latest;  // days; told by the claims
  std::optional<double> lat, lon;
  bool place_borrowed = false;         // the point and country are of another happening of the report
  std::int64_t uncertainty_m = 0;      // of the place
  std::string country;                 // ISO 3166-1 alpha-2
  std::vector<WeightedWord> words;     // a vector of length 1; by hash
  std::vector<WeightedWord> capitals;  // capitalised words with their rarity; by hash
  std::vector<WeightedWord> names;     // two capitalised words in a row with their rarity; by hash
  std::vector<std::uint32_t> actors;   // resolved or written names in lower case; sorted
  std::vector<std::uint32_t> numbers;  // ages and figures of three to five digits; sorted
  std::optional<Count> killed, injured;
  // For lists: the place and up to three actors and targets by name, the agency that the report credits.
  std::string place, who, whom, credit;
  // Smallest hashes of the report's runs of five words (Broder 1997): equal shares tell near-copies.
  std::vector<std::uint32_t> shingles;
};

// Whether claims of this type are of something that happens in the world, so that other reports may
// tell it too; not of mere statements, condemnations and the like.
bool is_linked(std::string_view event_type);

// The happenings of one report, in the order of their first claims. Claims that link nothing (is_linked)
// make none. O(text + claims log claims); the first 400 happenings of a report.
std::vector<Happening> happenings_of(const Report& report, const std::vector<Claim>& claims);

// A report as one happening of no type, from its words alone: for reports that tell of something that no
// claim was made of.
Happening happening_of_text(const Report& report);

// Takes what a happening tells (kind, days, place, figures, who) from these claims of it, as people's
// decisions left them; words and names, which link it, stay as they were read. `claims` must not be empty.
void tell_anew(Happening& happening, const std::vector<Claim>& claims);

// Bytes and back; nothing where they are not of this shape. A format number stands first.
std::string pack(const Happening& happening);
std::optional<Happening> unpack_happening(std::string_view bytes);

// The estimated share of the runs of words that two reports have in common, 0 to 1.
double shared_text(const Happening& a, const Happening& b);

}  // namespace sitrep
