// A report and what was read in it, drawn for people.
#pragma once

#include <string>

#include "cli/terminal.h"
#include "record/record.h"
#include "text/positions.h"

namespace sitrep {

// Headline, date, outlet; the table of claims, each with the words it was read from and where they
// stand; relations, silences and notes.
std::string draw_report(const Report& report, const Findings& findings, const Positions& positions,
                        const Layout& layout);

// The claims alone, in the same table.
std::string draw_claims(const std::vector<Claim>& claims, const Report& report, const Positions& positions,
                        const Layout& layout);

// How the text was cut up: a row a part, with its kind, its place (line:column) and its whole text.
std::string draw_parts(const Report& report, const Positions& positions, const Layout& layout);

// Words of the report and where they stand (line:column): "12:5  “the words”". Words that begin or end
// with quotation marks of their own get no others.
std::string quoted(const Report& report, Span span, const Positions& positions);

// The headline, with a line of date, outlet, authors, language and id, and the address.
std::string draw_heading(const Report& report, const Layout& layout);

}  // namespace sitrep
