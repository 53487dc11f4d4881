// Profiles: named rules that turn the accounts of an event into one row, and say why each value won.
//
//   name: acled-lowest
//   count: lowest            police 7, ministry 9  ->  killed 7; lost: ministry 9
//   vague dozens: 12 12      "dozens"              ->  12
//
// A profile is a text of `key: value` lines that anyone can read and write; those of data/profiles/ are
// built in. The same accounts and profile give the same row.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum.h"
#include "base/result.h"
#include "events/event_view.h"

namespace sitrep {

enum class CountRule : std::uint8_t { none, lowest, highest, latest, most_independent, official_first };
enum class ValueRule : std::uint8_t { most_precise, most_told, latest, first };

struct VagueWord {
  std::string word;
  std::int64_t low = 0, high = 0;
};

struct Profile {
  std::string name, about, source;
  CountRule count = CountRule::most_independent;
  bool range_of_all = true;  // low and high of all accounts; else those of the account chosen
  ValueRule time = ValueRule::most_precise, place = ValueRule::most_precise, type = ValueRule::most_told;
  bool missing_is_zero = false;  // no figure told: 0, where nothing else is said of it
  std::vector<VagueWord> vague;
};

// `name` is told in errors: the file's. malformed with its line, the keys or rules that were near, and what
// is missing.
Result<Profile> parse_profile(std::string_view text, const std::string& name);

// Those built in, by name.
std::span<const Profile> standard_profiles();
const Profile* find_profile(std::string_view name);

// A value of a row: whose it is and what lost against it.
struct Choice {
  struct Other {
    std::string who, value;
  };
  std::string field;  // "killed", "time", "place", "type"
  std::string value;
  std::string who;   // empty where no account was chosen
  std::string rule;  // "the lowest of 3 accounts"
  std::vector<Other> lost;
};

struct Estimate {
  std::optional<std::int64_t> best, low, high;
};

// One row a happening.
struct EventRow {
  std::int64_t event = 0;
  std::string type;
  std::optional<Date> earliest, latest;
  std::optional<TimePrecision> time_precision;
  std::optional<Place> place;
  std::vector<Actor> actors;  // each once, in the order of telling
  Estimate killed, injured, civilians_killed;
  std::vector<Choice> choices;
};

// O(claims log claims).
EventRow row_of(const EventView& view, const Profile& profile);

// The same as a record, for JSON.
Event event_record(const EventView& view, const EventRow& row, const Profile& profile);

// "9, said by police: the lowest, of 4 accounts; lost: 12 (defence ministry)"
std::string in_words(const Choice& choice);

}  // namespace sitrep
