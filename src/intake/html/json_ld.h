// JSON-LD: what a page's <script type="application/ld+json"> says of its article (schema.org).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::html {

struct LinkedData {
  std::string headline;
  std::string published;  // as written
  std::string modified;
  std::string publisher;
  std::string language;
  std::string url;
  std::vector<std::string> people;
  std::vector<std::string> bodies;  // authors that are organisations
};

// The first article that `scripts` tell of, with what a WebPage beside it adds. Scripts that are no
// JSON, too deep or too large are passed over. O(bytes).
std::optional<LinkedData> read_linked_data(const std::vector<std::string>& scripts);

}  // namespace sitrep::html
