// What the keys of JSON reports mean, over the habits of many programs: "pub_date", "pubDate",
// "date_publish" and "publishedAt" are all the day of publication.
#pragma once

#include <optional>
#include <string_view>

namespace sitrep {

enum class JsonField { uri, title, published, modified, outlet, author, language, text };

struct JsonKey {
  JsonField field;
  int rank;           // of two keys for the same field the lower one is believed
  bool html = false;  // the key says that its value is HTML
};

// Case, "_" and "-" make no difference.
std::optional<JsonKey> find_json_key(std::string_view key);

}  // namespace sitrep
