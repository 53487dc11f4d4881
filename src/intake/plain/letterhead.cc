#include "intake/plain/letterhead.h"

#include <algorithm>
#include <array>
#include <string>

#include "intake/plain/credits.h"
#include "intake/plain/names.h"
#include "intake/plain/scan.h"
#include "text/utf8.h"

namespace sitrep::plain {

namespace {

// What statements call themselves. Origin: general knowledge. Sorted.
constexpr auto document_labels = std::to_array<std::string_view>({
    "alert",
    "briefing note",
    "bulletin",
    "communique",
    "communiqu\xC3\xA9",
    "flash update",
    "for immediate release",
    "media release",
    "media statement",
    "news release",
    "press briefing",
    "press communique",
    "press note",
    "press release",
    "press statement",
    "public statement",
    "sitrep",
    "situation report",
    "situation update",
    "statement",
    "urgent action",
});

// Words that name a body by what it is. Origin: general knowledge. Sorted.
constexpr auto body_nouns = std::to_array<std::string_view>({
    "agency",       "alliance",     "army",       "assembly",     "association", "authority",   "brigade",
    "brigades",     "bureau",       "center",     "centre",       "channel",     "command",     "commission",
    "committee",    "corps",        "council",    "directorate",  "embassy",     "federation",  "foundation",
    "front",        "government",   "guard",      "headquarters", "institute",   "league",      "ministry",
    "mission",      "monitor",      "movement",   "network",      "news",        "observatory", "office",
    "organisation", "organization", "parliament", "party",        "police",      "post",        "presidency",
    "press",        "radio",        "resistance", "secretariat",  "service",     "services",    "society",
    "staff",        "telegraph",    "times",      "tribune",      "union",       "voice",       "watch",
    "wire",
});
static_assert(std::is_sorted(body_nouns.begin(), body_nouns.end()));

constexpr std::size_t name_words_max = 8;

}  // namespace

bool is_document_label(std::string_view line) {
  constexpr std::size_t line_bytes_max = 80;
  if (line.size() > line_bytes_max) return false;
  std::size_t longest = 0;
  for (std::string_view label : document_labels) {
    if (label.size() > longest && starts_with_words(line, label)) longest = label.size();
  }
  if (longest == 0) return false;
  std::string_view behind = line.substr(longest);
  auto words = words_of(behind, name_words_max);
  if (words.size() == name_words_max) return false;
  return std::all_of(words.begin(), words.end(), [](const Word& word) {
    std::string small = lower(word.text);
    bool number = std::any_of(small.begin(), small.end(), [](char c) { return c >= '0' && c <= '9'; });
    return number || (word.all_caps && word.text.size() <= 5) || small == "no" || small == "nr" ||
           small == "number" || small == "ref" || small == "reference";
  });
}

bool names_body(std::string_view name) {
  if (!is_name_like(name)) return false;
  auto words = words_of(name, name_words_max);
  return words.size() >= 2 && std::any_of(words.begin(), words.end(), [](const Word& word) {
           return std::binary_search(body_nouns.begin(), body_nouns.end(), lower(word.text));
         });
}

bool is_names_only(std::string_view text) {
  text = trimmed(text);
  if (text.empty() || words_of(text, name_words_max).size() == name_words_max) return false;
  while (true) {
    std::size_t comma = text.find(',');
    if (!is_name_like(text.substr(0, comma))) return false;
    if (comma == std::string_view::npos) return true;
    text = trimmed(text.substr(comma + 1));
  }
}

bool is_name_beside_date(const FrontLine& front, std::string_view rest) {
  if (!front.published && !front.modified) return false;
  if (!is_names_only(rest)) return false;
  return words_of(rest, 2).size() == 1 || rest.find(',') != std::string_view::npos || names_body(rest) ||
         looks_like_agency(rest);
}

}  // namespace sitrep::plain
