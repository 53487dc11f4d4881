#include "intake/language/language_guess.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>

namespace sitrep {

namespace {

constexpr std::size_t looked_at_bytes = 8U << 10;
// Letters and the blanks between them. Below, names alone can make a sentence look foreign.
constexpr int sure_bytes = 100;

std::size_t character_start(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return at;
}

}  // namespace

std::optional<LanguageGuess> guess_language(std::string_view utf8) {
  std::string_view text = utf8.substr(0, character_start(utf8, std::min(utf8.size(), looked_at_bytes)));
  CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  CLD2::Language languages[3] = {CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE};
  int percents[3] = {};
  double scores[3] = {};
  int letters = 0;
  bool reliable = false;
  CLD2::Language found = CLD2::ExtDetectLanguageSummary(
      text.data(), static_cast<int>(text.size()), /*is_plain_text=*/true, &hints,
      /*flags=*/0, languages, percents, scores, nullptr, &letters, &reliable);
  if (found == CLD2::UNKNOWN_LANGUAGE) return std::nullopt;
  LanguageGuess out;
  out.tag = CLD2::LanguageCode(found);
  out.name = language_name(out.tag);
  out.sure = reliable && letters >= sure_bytes;
  return out;
}

std::string language_name(std::string_view tag) {
  std::string primary(tag.substr(0, tag.find('-')));
  CLD2::Language language = CLD2::GetLanguageFromName(primary.c_str());
  if (language == CLD2::UNKNOWN_LANGUAGE) return std::string(tag);
  std::string name = CLD2::LanguageName(language);  // "FRENCH"
  bool starts_word = true;
  for (char& c : name) {
    if (!starts_word && c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    starts_word = c < 'A' || c > 'z';
    if (c == '_') c = ' ';
  }
  return name;
}

}  // namespace sitrep
