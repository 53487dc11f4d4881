// Which first line is a headline. Lines without a stop above a body are; those with one must look
// like a title, stand above a byline or dateline, or tell in short what the body tells again.
#pragma once

#include <string>
#include <string_view>

namespace sitrep::plain {

struct Below {
  std::string_view next;      // the paragraph under the line; empty when there is none
  std::string_view after;     // the one under that
  bool front_matter = false;  // `next` is a date, byline or credit of the report, or opens with a dateline
  bool all_caps = false;      // the whole text is
};

bool reads_as_headline(std::string_view line, const Below& below);

// Headline and subheadline known, is this line above the body a subheadline?
bool reads_as_subheadline(std::string_view line, const Below& below);

// The words of a headline as a value: on one line, without a final stop that ends no abbreviation.
std::string headline_value(std::string_view line);

}  // namespace sitrep::plain
