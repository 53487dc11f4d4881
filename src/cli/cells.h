// A claim in words for people: the cells of a table's row. All are harmless for a terminal.
//
//   what_of    "shelling (mortar), denied"        figures_of  "at least 9 civilians killed; dozens injured"
//   who_of     "River Brigade"                    says_of     "mayor Ida Holm, told by telephone via
//   Northwire"
#pragma once

#include <string>

#include "record/record.h"

namespace sitrep {

std::string what_of(const Claim& claim);
std::string who_of(const Claim& claim);   // actors, participants, mediators
std::string whom_of(const Claim& claim);  // targets, victims, beneficiaries
std::string where_of(const Claim& claim);
std::string when_of(const Claim& claim);
std::string figures_of(const Claim& claim);
std::string says_of(const Claim& claim);

}  // namespace sitrep
