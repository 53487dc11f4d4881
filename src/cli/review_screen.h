// What a reviewer sees: one claim, its evidence lit in the text around it, and the keys that decide.
#pragma once

#include <string>

#include "cli/terminal.h"
#include "record/record.h"
#include "text/positions.h"

namespace sitrep {

struct ReviewScreen {
  const Report& report;
  const Claim& claim;  // as the reviewer has left it
  ReviewState state;   // by the reviewer's own decisions
  std::string reviewer;
  std::string event;                    // "e17, told by 3 reports"; empty where it is of none
  std::uint64_t others = 0;             // other people who decided on it
  std::uint64_t number = 0, count = 0;  // of the queue
  std::string message;                  // what the last key did
};

// Lines of at most layout.width columns, about `rows` of them. Pure.
std::string draw_review(const ReviewScreen& screen, const Layout& layout, std::size_t rows);

// The words of the text around a span, those of the span lit: reversed where there is colour, else in [ ].
std::string lit(std::string_view text, Span span, const Layout& layout, std::size_t rows);

}  // namespace sitrep
