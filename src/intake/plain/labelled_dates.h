// Whole dates with what is written before them: "Published: 3 May 2031", "Last updated on ...",
// "(4 May 2031)".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "intake/plain/dates.h"
#include "text/span.h"

namespace sitrep::plain {

struct LabelledDate {
  FoundDate date;
  Span span;              // label and brackets included
  bool modified = false;  // the label says so: "Updated"
  bool labelled = false;
};

// The date with its year that starts at `at`, behind its label or in brackets.
std::optional<LabelledDate> labelled_date_at(std::string_view line, std::size_t at);

// The whole date at the end of a statement's last line: "Issued on the Alvar, 7 May 2031", "Kalmar,
// 7 May 2031". Sentences, lines of more than 100 bytes or with more than eight words before it have none.
std::optional<LabelledDate> closing_date(std::string_view line);

}  // namespace sitrep::plain
