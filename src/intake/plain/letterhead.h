// The letterhead of a statement: who speaks and what kind of paper it is, above its headline.
//
//   BALTIC OBSERVER MISSION          a body
//   Press release BOM/31/22          a document's label
//   Visby, 7 May 2031                place and date
//   Mission completes inspection     the headline
#pragma once

#include <string_view>

#include "intake/plain/front_line.h"

namespace sitrep::plain {

// "Press release BOM/31/22", "Statement 14/2031", "For immediate release": a label with at most a
// number behind it ("Statement on the events in Kalmar" is a headline).
bool is_document_label(std::string_view line);

// `name` is the name of a body that publishes: "Kalmar Sound Monitor", "Ministry of Defence".
bool names_body(std::string_view name);

// Names with commas between them and nothing else: "Visby, Gotland", "Council Press Service".
bool is_names_only(std::string_view text);

// What stands beside the date of a line such as "Council Press Service | 4 May 2031" or "Visby,
// 7 May 2031" is an outlet or a place, no headline.
bool is_name_beside_date(const FrontLine& front, std::string_view rest);

}  // namespace sitrep::plain
