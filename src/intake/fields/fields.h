// What the fields of containers hold (a JSON object's members, a feed's elements): how their values
// are read as metadata, and how titles and bodies become parts. The containers only know the names
// of their fields.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/document.h"
#include "text/offset_map.h"
#include "text/text_builder.h"

namespace sitrep::fields {

// Characters of a field, with the way back to the report's bytes.
struct FieldText {
  std::string utf8;
  OffsetMap map;
};

// A value on one line, without white space at its ends, at most limits::metadata_value_bytes_max
// bytes, cut at a character's start.
std::string value_of(std::string_view text);

// An http or https address, bounded; nothing for anything else.
std::optional<std::string> address_of(std::string_view text);

// ISO 8601, RFC 5322, a date in words ("May 3, 2031"), "20310504", seconds or milliseconds since
// 1970. Nothing for days that two readings fit ("03/05/2031").
std::optional<DateTime> date_of(std::string_view text);

// The names in "Ida Holm", "By Ida Holm and Ola Berg", "desk@post.example (Ida Holm)".
std::vector<std::string> names_of(std::string_view text);

// "en", "en-GB" as they are, "EN_gb" as "en-GB", "English" and "eng" as "en"; nothing for what is no
// language.
std::optional<std::string> language_of(std::string_view text);

// Whether text that does not say what it is holds tags of HTML.
bool holds_html(std::string_view text);

// The title as headline: a part of its own, and publication.headline.
void add_title(const FieldText& title, bool html, DocumentContent& content, TextBuilder& out);

// The body, cut into parts. Past limits::text_bytes_max it is cut, with a note.
void add_body(const FieldText& body, bool html, DocumentContent& content, TextBuilder& out);

// The first limits::text_bytes_max bytes of `utf8`, less what a character needs; with a note when
// something was cut.
std::string_view within_limit(std::string_view utf8, std::vector<Note>& notes);

}  // namespace sitrep::fields
