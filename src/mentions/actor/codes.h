// The codes of an actor from what is known of it: its row, its country, the noun that names it.
#pragma once

#include <optional>
#include <string_view>

#include "lexicon/actors.h"
#include "mentions/mention.h"

namespace sitrep {

// Of a named actor as its row has them; of people of an armed group, as the group has them on that day.
ActorCodes codes_of_row(const ActorLexicon& lexicon, const ActorRow& row, std::optional<Date> day);

// Of people or a body told by a noun: "police" of AFG is AFGCOP. `name` is what ACLED may call them by.
ActorCodes codes_of_noun(const ActorLexicon& lexicon, std::string_view country, ActorSort kind,
                         std::string_view cameo, std::string_view sector);

// Of a named body that no table has.
ActorCodes codes_of_unlisted(std::string_view name, std::string_view country, ActorSort kind);

// What of a state a body or crowd of it is: "air force" is "airforce" (gov:UKR/airforce), "government" is the
// state itself (""); nothing for those that are no whole organ ("a delegation", "officials"). `noun` as the
// lexicon has it.
std::optional<std::string_view> organ_of_state(std::string_view noun);

// What a name that no table has tells of itself by its nouns: "Front", "Police", "Party"; unknown where it
// tells nothing. `armed`: the model takes it for an armed group.
ActorSort kind_of_name(std::string_view name, bool armed);

}  // namespace sitrep
