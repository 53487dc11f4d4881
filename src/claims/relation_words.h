// The nouns and words that tell of relations: "leader" leads, "fighter" is a member.
#pragma once

#include <optional>
#include <string_view>

#include "record/record.h"

namespace sitrep {

// What somebody is to somebody, by the lemma of the noun that says so; nothing for other nouns.
std::optional<RelationKind> relation_of_noun(std::string_view lemma);

// Offices that are held over places: "mayor", "governor".
bool is_office_of_place(std::string_view lemma);

// Words before such a noun that make it doubtful or another office ("alleged", "deputy"), or past
// ("former").
bool is_doubt(std::string_view word);
bool is_deputy(std::string_view word);
bool is_past(std::string_view word);

// Common nouns for bodies with members, leaders and spokespeople: "army", "ministry", "brigade".
bool is_body_of_people(std::string_view lemma);

}  // namespace sitrep
