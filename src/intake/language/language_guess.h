// Which language a text is in, by CLD2.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sitrep {

struct LanguageGuess {
  std::string tag;    // BCP 47: "en", "fr"
  std::string name;   // "French"
  bool sure = false;  // enough text, and CLD2 found it reliable
};

// Looks at the first 8 KB. Nothing for texts that CLD2 cannot tell. Thread-safe; 10 µs for a
// sentence, 100 µs for 8 KB.
std::optional<LanguageGuess> guess_language(std::string_view utf8);

// "French" for "fr"; the tag itself where it is not known.
std::string language_name(std::string_view tag);

}  // namespace sitrep
