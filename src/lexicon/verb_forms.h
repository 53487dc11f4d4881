// Lemmas of irregular verbs, for forms too rare for a model to have met.
#pragma once

#include <string>
#include <string_view>

namespace sitrep {

// The verb that a past form is of: "retook" -> "retake", "re-laid" -> "re-lay", "overthrew" -> "overthrow";
// empty where the table knows none. `fine_tag` is a Penn tag: of a form that is some verb's past alone
// ("laid") it may be any verb's, as taggers take rare ones for presents; of one that is a base form too
// ("fell", "saw") it must say so. O(log n).
std::string lemma_of_irregular_verb(std::string_view lower_form, std::string_view fine_tag);

}  // namespace sitrep
