// A report's reading as one line, for the tables of the tests:
//
//   headline[Nine dead] dateline[KALMAR:] body[...] | headline=Nine dead place=KALMAR
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "intake/plain/plain.h"

namespace sitrep {

inline DocumentContent read_plain(std::string_view text, Publication known = {}) {
  TextBuilder builder;
  DocumentContent content;
  content.publication = std::move(known);
  append_plain_text(text, OffsetMap::identity(static_cast<std::uint32_t>(text.size())), builder,
                    content.publication, content.notes);
  TextBuilder::Built built = builder.take();
  content.text = std::move(built.text);
  content.map = std::move(built.map);
  content.parts = std::move(built.parts);
  refine_parts(content);
  return content;
}

inline std::string plain_dump(const DocumentContent& content) {
  std::string out;
  for (const Part& part : content.parts) {
    if (!out.empty()) out += ' ';
    out +=
        std::string(name_of(part.kind)) + '[' + content.text.substr(part.span.begin, part.span.size()) + ']';
  }
  std::string told;
  auto tell = [&told](const char* key, const std::string& value) {
    told += told.empty() ? " | " : " ";
    told += std::string(key) + '=' + value;
  };
  const Publication& publication = content.publication;
  if (publication.outlet) tell("outlet", *publication.outlet);
  if (publication.headline) tell("headline", *publication.headline);
  if (publication.published) tell("published", publication.published->iso());
  if (publication.modified) tell("modified", publication.modified->iso());
  for (const std::string& name : publication.byline) tell("byline", name);
  for (const std::string& name : publication.credit) tell("credit", name);
  if (publication.dateline) {
    if (publication.dateline->place) tell("place", *publication.dateline->place);
    if (publication.dateline->date) tell("date", publication.dateline->date->iso());
    if (publication.dateline->agency) tell("agency", *publication.dateline->agency);
  }
  for (const Note& note : content.notes) tell(std::string(name_of(note.kind)).c_str(), note.text);
  return out + told;
}

inline std::string plain_dump(std::string_view text) { return plain_dump(read_plain(text)); }

}  // namespace sitrep
