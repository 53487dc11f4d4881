#include "intake/json/json_keys.h"

#include <algorithm>
#include <string>

namespace sitrep {

namespace {

struct Row {
  std::string_view key;  // without "_" and "-", in lower case
  JsonKey means;
};

using F = JsonField;

// Sorted by key.
constexpr Row rows[] = {
    {"article", {F::text, 6}},
    {"articlebody", {F::text, 4}},
    {"articletext", {F::text, 4}},
    {"author", {F::author, 1}},
    {"authors", {F::author, 0}},
    {"body", {F::text, 5}},
    {"bodyhtml", {F::text, 8, true}},
    {"byline", {F::author, 2}},
    {"canonicalurl", {F::uri, 1}},
    {"content", {F::text, 6}},
    {"contenthtml", {F::text, 7, true}},
    {"contenttext", {F::text, 2}},
    {"creator", {F::author, 3}},
    {"date", {F::published, 1}},
    {"datemodified", {F::modified, 0}},
    {"datemodify", {F::modified, 0}},
    {"datepublish", {F::published, 0}},
    {"datepublished", {F::published, 0}},
    {"datetime", {F::published, 2}},
    {"description", {F::text, 11}},
    {"domain", {F::outlet, 6}},
    {"eventtext", {F::text, 1}},
    {"externalurl", {F::uri, 4}},
    {"fulltext", {F::text, 3}},
    {"headline", {F::title, 1}},
    {"html", {F::text, 9, true}},
    {"lang", {F::language, 1}},
    {"language", {F::language, 0}},
    {"languagecode", {F::language, 1}},
    {"link", {F::uri, 2}},
    {"maintext", {F::text, 0}},
    {"modified", {F::modified, 1}},
    {"modifiedat", {F::modified, 1}},
    {"newspaper", {F::outlet, 3}},
    {"outlet", {F::outlet, 0}},
    {"permalink", {F::uri, 3}},
    {"pubdate", {F::published, 0}},
    {"publication", {F::outlet, 2}},
    {"publicationdate", {F::published, 0}},
    {"publicationname", {F::outlet, 2}},
    {"publishdate", {F::published, 0}},
    {"published", {F::published, 0}},
    {"publishedat", {F::published, 0}},
    {"publishedon", {F::published, 0}},
    {"publishedtime", {F::published, 0}},
    {"publisher", {F::outlet, 2}},
    {"seendate", {F::published, 4}},
    {"sitename", {F::outlet, 4}},
    {"source", {F::outlet, 1}},
    {"sourcedomain", {F::outlet, 5}},
    {"sourcename", {F::outlet, 1}},
    {"story", {F::text, 6}},
    {"summary", {F::text, 10}},
    {"text", {F::text, 0}},
    {"timestamp", {F::published, 3}},
    {"title", {F::title, 0}},
    {"updated", {F::modified, 2}},
    {"updatedat", {F::modified, 2}},
    {"uri", {F::uri, 1}},
    {"url", {F::uri, 0}},
};

constexpr bool is_sorted_by_key() {
  for (std::size_t i = 1; i < std::size(rows); ++i) {
    if (rows[i].key <= rows[i - 1].key) return false;
  }
  return true;
}
static_assert(is_sorted_by_key());

}  // namespace

std::optional<JsonKey> find_json_key(std::string_view key) {
  if (key.size() > 40) return std::nullopt;
  std::string plain;
  for (char c : key) {
    if (c == '_' || c == '-' || c == ' ') continue;
    plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  const Row* row = std::lower_bound(std::begin(rows), std::end(rows), std::string_view(plain),
                                    [](const Row& a, std::string_view b) { return a.key < b; });
  if (row == std::end(rows) || row->key != plain) return std::nullopt;
  return row->means;
}

}  // namespace sitrep
