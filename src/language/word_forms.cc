#include "language/word_forms.h"

#include <unicode/uchar.h>

#include <array>

#include "text/span.h"
#include "text/utf8.h"

namespace sitrep {
namespace {

struct Letters {
  std::uint32_t upper = 0;
  std::uint32_t lower = 0;
  bool digit = false;
  bool first_upper = false;
};

Letters letters_of(std::string_view word) {
  Letters seen;
  for (std::size_t at = 0; at < word.size();) {
    CodePoint c = decode_utf8(word, at);
    at += c.bytes;
    auto value = static_cast<UChar32>(c.value);
    if (u_isUUppercase(value) != 0) {
      if (seen.upper + seen.lower == 0) seen.first_upper = true;
      ++seen.upper;
    } else if (u_isULowercase(value) != 0) {
      ++seen.lower;
    } else if (c.value >= '0') {
      int type = u_getIntPropertyValue(value, UCHAR_NUMERIC_TYPE);
      seen.digit = seen.digit || type == U_NT_DECIMAL || type == U_NT_DIGIT;
    }
  }
  return seen;
}

struct Norm {
  std::string_view word;
  std::string_view norm;
};
constexpr std::array<Norm, 17> norms = {{{"“", "\""},
                                         {"”", "\""},
                                         {"„", "\""},
                                         {"«", "\""},
                                         {"»", "\""},

                                         {"''", "\""},
                                         {"–", "-"},
                                         {"—", "-"},
                                         {"‑", "-"},
                                         {"--", "-"},
                                         {"…", "..."},
                                         {"n't", "not"},
                                         {"nt", "not"},
                                         {"'m", "am"},
                                         {"'re", "are"},
                                         {"'ve", "have"},
                                         {"'ll", "will"}}};

struct WordCounts {
  std::size_t with_letters = 0;
  std::size_t with_capitals = 0;
  std::size_t in_capitals = 0;
};

WordCounts count_words(std::string_view text, std::span<const Span> words) {
  WordCounts seen;
  for (Span span : words) {
    Letters letters = letters_of(text.substr(span.begin, span.size()));
    if (letters.upper + letters.lower == 0) continue;
    ++seen.with_letters;
    seen.with_capitals += letters.upper > 0 ? 1 : 0;
    seen.in_capitals += letters.lower == 0 ? 1 : 0;
  }
  return seen;
}

std::string with_plain_apostrophes(std::string_view word) {
  std::string plain;
  while (!word.empty()) {
    bool curly = word.starts_with("’") || word.starts_with("‘");
    plain += curly || word[0] == '`' ? '\'' : word[0];
    word.remove_prefix(curly ? 3 : 1);
  }
  return plain;
}

}  // namespace

LetterCase letter_case(std::string_view word) {
  Letters seen = letters_of(word);
  if (seen.digit) return LetterCase::digits;
  if (seen.upper + seen.lower == 0) return LetterCase::none;
  if (seen.upper == 0) return LetterCase::lower;
  if (seen.lower == 0 && seen.upper >= 2) return LetterCase::capitals;
  return seen.first_upper && seen.upper == 1 ? LetterCase::capitalised : LetterCase::mixed;
}

bool is_shouted(std::string_view text, std::span<const Span> words) {
  WordCounts seen = count_words(text, words);
  return seen.with_letters >= 4 && seen.in_capitals * 10 > seen.with_letters * 7;
}

bool is_case_lost(std::string_view text, std::span<const Span> words) {
  WordCounts seen = count_words(text, words);
  return seen.with_letters >= 4 && (seen.in_capitals * 10 > seen.with_letters * 7 || seen.with_capitals == 0);
}

std::string norm_of(std::string_view word, std::string_view next) {
  std::string norm = with_plain_apostrophes(lower(word));
  for (const Norm& known : norms) {
    if (norm == known.word) return std::string(known.norm);
  }
  if (norm == "ca" || norm == "wo" || norm == "sha") {
    std::string after = next.size() <= 5 ? lower(next) : std::string();
    if (after == "n't" || after == "n’t" || after == "nt") {
      return norm == "ca" ? "can" : norm == "wo" ? "will" : "shall";
    }
  }
  return norm;
}

}  // namespace sitrep
