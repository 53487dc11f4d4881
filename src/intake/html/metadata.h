// Metadata: what a page's head, its JSON-LD and its marked-up dates say of the report.
//
// Order of belief, by value: JSON-LD, OpenGraph and its kin, other <meta>, marked-up elements, the
// address. Every value taken leaves a Derivation. A date that no calendar has, or of the epoch, is none.
#pragma once

#include <string>
#include <vector>

#include "intake/html/tree.h"
#include "text/publication.h"

namespace sitrep::html {

struct Metadata {
  // uri, outlet, published, modified, byline, credit, language with their `because`; no headline.
  Publication publication;
  // Headlines as told, the most trusted first, each with its rule.
  struct Headline {
    std::string text;
    std::string rule;
  };
  std::vector<Headline> headlines;
};

Metadata read_metadata(const Tree& tree);

// The day of "/2031/05/04/" in an address; nothing where it tells none.
std::optional<Date> date_of_address(std::string_view address);

// White space collapsed, character references that were written twice resolved, ends trimmed; empty
// for values past limits::metadata_value_bytes_max.
std::string clean_value(std::string_view value);

}  // namespace sitrep::html
