// Events for people.
#pragma once

#include <string>
#include <vector>

#include "cli/terminal.h"
#include "events/profile.h"
#include "events/summary.h"

namespace sitrep {

// A row of `list events`, after its headings.
std::vector<std::string> event_headings();
std::vector<std::string> event_cells(const EventSummary& summary);

// "7", "7 to 9"; empty where nothing is told.
std::string range_of(const std::optional<Count>& count);

// The same, with the values that a profile chose.
std::vector<std::string> event_cells(const EventSummary& summary, const EventRow& row);

// The heading, each account with what it says in order, and the reports.
std::string draw_event(const EventView& view, Layout layout);

// What the profile chose, why, and what lost.
std::string draw_choices(const EventRow& row, const Profile& profile, Layout layout);

}  // namespace sitrep
