// What words around a name say about it.
#pragma once

#include <string_view>

namespace sitrep {

bool is_given_name(std::string_view lower);             // "maria", "ahmed": the next name is a person's
bool is_place_given_to_people(std::string_view lower);  // "paris", "jordan": a place's name, and a first name
bool is_direction(std::string_view lower);              // "northern", "south"
bool is_place_noun(std::string_view lower);             // "lake", "fort": part of a longer name of a place
bool is_body_noun(std::string_view lower);     // "university", "police": a body that bears the place's name
bool is_way_noun(std::string_view lower);      // "street", "avenue"
bool is_feature_noun(std::string_view lower);  // "river", "park": ends the name of one
bool is_locating(std::string_view lower);      // "in", "near": a place follows
bool is_perhaps_locating(std::string_view lower);  // "from", "to", "of"
bool is_common_word(std::string_view lower);       // names of towns that are words: "of", "nice", "mobile"

}  // namespace sitrep
