// Words that stand around names of places. All in lower case.
#pragma once

#include <string_view>

namespace sitrep {

bool is_place_type(std::string_view lower);   // "city", "province": "the city of Aden"
bool is_describer(std::string_view lower);    // "besieged", "nearby"
bool is_spot(std::string_view lower);         // "village", "checkpoint": what lies 12 km north of somewhere
bool is_site_noun(std::string_view lower);    // "province", "airport" after a name
bool is_ground_noun(std::string_view lower);  // "island", "river", "road": something may be on it
bool is_edge_noun(std::string_view lower);    // "outskirts", "suburb"
bool is_part_noun(std::string_view lower);    // "end", "centre", "parts"
bool is_vicinity(std::string_view lower);
bool is_border(std::string_view lower);
bool is_way(std::string_view lower);  // "road", "highway", "railway"

bool is_adjective_of_direction(std::string_view lower);  // "northern"
bool is_unit_of_length(std::string_view lower);          // "km", "miles"
double unit_metres(std::string_view lower);              // 0 for what is no unit of length
bool ends_in_unit(std::string_view lower);               // "80km", "80-kilometre"

bool is_verb_of_attack(std::string_view lower);   // "shelled", "captured": it happens there
bool is_verb_of_leaving(std::string_view lower);  // "left", "fled"
bool is_verb_of_coming(std::string_view lower);   // "reached", "entered"
bool is_attack_noun(std::string_view lower);      // "siege", "fall": of, on, in a place
bool is_falling(std::string_view lower);          // "fell", "rained": on a place
bool is_march(std::string_view lower);            // "march", "advance": on a place
bool is_quarrel(std::string_view lower);          // "dispute": over a place
bool is_dealing(std::string_view lower);          // "talks", "war": between those who govern

// Words after a name that say that those who govern there act: "said", "wants", "accused".
bool is_verb_of_will(std::string_view lower);
// Words before a name that address those who govern there: "urged", "accused", "backed by".
bool is_verb_of_address(std::string_view lower);
// Nouns of those who govern: "Moscow's demands", "relations with Tehran".
bool is_noun_of_will(std::string_view lower);

}  // namespace sitrep
