// What the tables hold of a record besides its JSON, so that it can be found and sorted. Made when a
// report is stored and made again by `verify`: the two must agree.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/ledger.h"
#include "record/record.h"

namespace sitrep {

// The first and last minute (local, since 1970-01-01T00:00) that a claim is about: the happening's
// time; where that is not known, the day of publication; nothing where neither is.
struct Minutes {
  std::int64_t first, last;  // inclusive
};
std::optional<Minutes> minutes_of(const Entry::ClaimRow& claim, const std::optional<DateTime>& published);

constexpr std::int64_t day_minutes = std::int64_t{24} * 60;
inline std::int64_t first_minute_of(Date day) { return day.days() * day_minutes; }
inline std::int64_t last_minute_of(Date day) { return day.days() * day_minutes + day_minutes - 1; }

// The ledger's indexes know claims that are about a longer time than this (claims_long), about a time
// past their publication (claims_ahead), or one that began earlier than this before it
// (claims_behind): all others that a date filter asks for stand in a stretch of days.
constexpr std::int64_t near_days = 31;
constexpr std::int64_t long_minutes = 32 * day_minutes;

// All but `json`. A name is the one resolved, else the words as written.
Entry::ClaimRow claim_row(const Claim& claim);

// A forged row may say anything and still have the right checksum. Rows numbered `first` to
// `first + count - 1`; a time of this era.
bool is_range(std::int64_t first, std::int64_t count);
bool is_clock_time(std::int64_t us);

// "sha256:<64 hexadecimal digits>" and the 32 bytes.
bool is_id(std::string_view id);
std::string id_of(std::string_view hash);
std::string hash_of(std::string_view id);
// Of lower-case hexadecimal digits.
std::string bytes_of_hex(std::string_view hex);

// A claim's line under the id of another one, of this report.
std::string as_claim(std::string_view line, std::string_view id, std::string_view report);

// Names are looked up by what is left when letter case is.
std::string folded(std::string_view name);

// A number for an address, so that its index is small: the first 8 bytes of its SHA-256.
std::int64_t uri_key(std::string_view uri);

}  // namespace sitrep
