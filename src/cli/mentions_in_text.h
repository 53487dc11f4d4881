// A report's text with what was found in it, drawn for people.
//
//   in colour     the words in the colour of their kind, a source's words underlined, values dim behind
//   without       Nine died [on Tuesday](time 2031-05-06) in [Kalmar](place), [[nine](figure 9) ...](source)
#pragma once

#include <string>
#include <vector>

#include "cli/terminal.h"
#include "record/record.h"

namespace sitrep {

// `mentions` in the text's order, the longer before those inside it (engine/mentions.h). One that begins
// inside another and ends behind it is drawn as ending with it.
std::string draw_mentions(const Report& report, const std::vector<Mention>& mentions, const Layout& layout);

}  // namespace sitrep
