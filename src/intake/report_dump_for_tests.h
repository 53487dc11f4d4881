// What intake makes of bytes, as lines for the tables of the tests: one a report,
//
//   in#1 headline[Nine dead] body[...] | published=2031-05-04 outlet=Harbour Post uri=... no_date
//   ERR malformed in#2: at byte 3: ...
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "intake/decode.h"
#include "intake/source.h"
#include "text/utf8.h"

namespace sitrep {

inline std::string error_dump(const Error& error) {
  return "ERR " + std::string(wire_name(error.code)) + " " + error.where + ": " + error.message;
}

inline std::string report_dump(const Document& document) {
  std::string out = document.provenance().path;
  for (const Part& part : document.parts()) {
    out += " " + std::string(name_of(part.kind)) + "[" + std::string(document.view(part.span)) + "]";
  }
  out += " |";
  const Publication& publication = document.publication();
  auto tell = [&out](const char* key, const std::optional<std::string>& value) {
    if (value) out += " " + std::string(key) + "=" + *value;
  };
  auto iso = [](const std::optional<DateTime>& date) {
    return date ? std::optional(date->iso()) : std::nullopt;
  };
  tell("headline", publication.headline);
  tell("published", iso(publication.published));
  tell("modified", iso(publication.modified));
  tell("outlet", publication.outlet);
  tell("uri", publication.uri);
  tell("language", publication.language);
  for (const std::string& name : publication.byline) tell("byline", name);
  for (const Note& note : document.notes()) out += " " + std::string(name_of(note.kind));
  return out;
}

// Every character of the text leads back to bytes of the report, save line breaks that were put in;
// a letter or digit that was made of one byte is that byte.
inline void check_way_back(const Document& document) {
  std::string_view text = document.text();
  for (std::size_t at = 0; at < text.size();) {
    CodePoint c = decode_utf8(text, at);
    auto back = document.received_span(make_span(at, at + c.bytes));
    if (!back) {
      ASSERT_TRUE(is_space(c.value)) << "at " << at << " of " << document.provenance().path;
    } else {
      ASSERT_LT(back->begin, back->end);
      ASSERT_LE(back->end, document.received().size());
      bool plain = c.value < 0x80 && (is_letter(c.value) || is_digit(c.value)) && back->size() == 1;
      if (plain) {
        ASSERT_EQ(document.received()[back->begin], text[at])
            << "at " << at << " of " << document.provenance().path;
      }
    }
    at += c.bytes;
  }
}

// The lines of all reports of a source; each document is checked as above.
inline std::string source_dump(ReportSource& source, const Overrides& overrides = {}) {
  std::string out;
  while (auto raw = source.next()) {
    if (!out.empty()) out += '\n';
    if (!*raw) {
      out += error_dump(raw->error());
      continue;
    }
    auto document = decode(std::move(**raw), overrides);
    if (!document) {
      out += error_dump(document.error());
      continue;
    }
    check_way_back(*document);
    out += report_dump(*document);
  }
  return out;
}

inline std::string bytes_dump(std::string bytes, const Overrides& overrides = {}) {
  return source_dump(*open_bytes(std::move(bytes), "in"), overrides);
}

}  // namespace sitrep
