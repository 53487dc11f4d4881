// An event as people ask for it: the reports that tell it, what each source says in order, who is
// independent of whom.
//
//   police (Harbour Post, Coast Daily)   4 May  7 killed;  5 May  9 killed (revised)
//   River Brigade (Northwire)            5 May  denies it
//   Harbour Post                         4 May  shelling in Kalmar
//
// A view is made anew each time from claims and happenings; it is stored nowhere.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/happening.h"
#include "record/record.h"

namespace sitrep {

// A report of an event, with its happening.
struct Telling {
  std::string report;  // id
  std::optional<std::string> uri, outlet, headline;
  std::optional<DateTime> published;
  std::int64_t learned_us = 0;
  Happening happening;
  std::vector<Claim> claims;  // of the happening, in the text's order
  // Filled by view_of:
  // The telling that this one is a near-copy of (half of their text in common), the first one published.
  std::optional<std::uint32_t> copy_of;
  // Whose news it is: the agency credited, else the outlet, of the telling that it copies.
  std::string origin;
};

// One thing said, and where.
struct Said {
  std::uint32_t telling = 0;
  std::uint32_t claim = 0;  // of the telling's claims
};

// All that one source says about the event, in the order of saying.
struct AccountView {
  std::string who;  // "police", "Ida Holm", "Harbour Post"
  Source source;    // as the first claim has it
  std::vector<Said> said;
  // Whether a later claim changes a figure that an earlier one told.
  bool revised = false;
  bool denies = false;  // the last word is a denial
};

struct EventView {
  std::int64_t event = 0;
  std::vector<Telling> tellings;      // by day of publication, then as learned
  std::vector<AccountView> accounts;  // by the day of their first word
  // Origins of tellings, each once: copies and relays of one agency count as one.
  std::uint32_t independent = 0;

  [[nodiscard]] const Claim& claim(Said said) const { return tellings[said.telling].claims[said.claim]; }
};

// "e17" and back. Nothing for what is no such name: at most nine digits, so that no report's short id is one.
std::string event_name(std::int64_t event);
std::optional<std::int64_t> parse_event_name(std::string_view name);

// The day when a claim was said: told, else of publication; nothing where neither is known.
std::optional<Date> said_day(const Claim& claim, const Telling& telling);

// Fills copy_of and origin, sorts, and groups claims by who says them. O(n^2) in tellings, of which the
// first 2,000 are held against each other.
EventView view_of(std::int64_t event, std::vector<Telling> tellings);

}  // namespace sitrep
