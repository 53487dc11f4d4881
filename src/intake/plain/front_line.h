// What a line above the body says about the report, each kind recognised for itself:
//
//   By Ida Holm | 3 May 2031 14:05 GMT
//   Photo: Ola Berg / AP
//   2031-05-03 Coastwire via Getty Images Nine dead as shells hit Kalmar market (Photo of ...)
//
// Dates, bylines, credits and bracketed captions are peeled off both ends; what none of the rules
// knows is left as `rest`: in the last line the headline, in others nothing or the whole line.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "intake/plain/credits.h"
#include "intake/plain/dates.h"
#include "intake/plain/names.h"
#include "text/part.h"
#include "text/span.h"

namespace sitrep::plain {

struct FrontLine {
  struct FoundSpan {
    FoundDate date;
    Span span;
  };
  std::vector<Part> pieces;  // in order; spans of the line, as all below
  std::optional<FoundSpan> published;
  std::optional<FoundSpan> modified;
  std::vector<Person> byline;
  std::vector<Span> credit;
  bool photo = false;  // a credit among the pieces is a picture's
  Span rest;           // empty when the pieces took all

  [[nodiscard]] bool all_known() const { return !pieces.empty() && rest.empty(); }
};

// Lines of more than 600 bytes are paragraphs: nothing is peeled off them.
FrontLine read_front_line(std::string_view line);

}  // namespace sitrep::plain
