// Verbs of saying, as they stand beside a quotation.
#pragma once

#include <string_view>

namespace sitrep::plain {

// In any of the forms news uses ("said", "says", "told"), case aside.
bool is_speech_verb(std::string_view word);

}  // namespace sitrep::plain
