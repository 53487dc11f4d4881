#include "ledger/columns.h"

#include <algorithm>
#include <cassert>

#include "ledger/schema.h"
#include "text/utf8.h"

namespace sitrep {

namespace {

constexpr std::string_view id_prefix = "sha256:";

std::optional<std::string> first_of(const std::optional<std::string>& name,
                                    const std::optional<std::string>& text) {
  return name ? name : text;
}

}  // namespace

std::optional<Minutes> minutes_of(const Entry::ClaimRow& claim, const std::optional<DateTime>& published) {
  // Where a report tells one end only ("since Monday"), the claim is listed under that day.
  std::optional<TimePoint> first = claim.earliest ? claim.earliest : claim.latest;
  std::optional<TimePoint> last = claim.latest ? claim.latest : claim.earliest;
  if (!first && published) first = last = TimePoint{published->date, {}};
  if (!first) return std::nullopt;
  Minutes minutes{first_minute_of(first->date) + first->minute_of_day.value_or(0),
                  first_minute_of(last->date) + last->minute_of_day.value_or(day_minutes - 1)};
  minutes.last = std::max(minutes.first, minutes.last);
  return minutes;
}

Entry::ClaimRow claim_row(const Claim& claim) {
  Entry::ClaimRow row;
  row.id = claim.id;
  row.event_type = claim.event.type;
  if (claim.time) {
    row.earliest = claim.time->earliest;
    row.latest = claim.time->latest;
  }
  row.said = claim.source.said;
  if (claim.place) {
    row.place = first_of(claim.place->name, claim.place->text);
    row.country = claim.place->country;
  }
  row.source_name = first_of(claim.source.name, claim.source.text);
  for (const Actor& actor : claim.actors) {
    auto name = first_of(actor.name, actor.text);
    if (name && std::find(row.actors.begin(), row.actors.end(), *name) == row.actors.end()) {
      row.actors.push_back(*name);
    }
  }
  return row;
}

bool is_range(std::int64_t first, std::int64_t count) {
  constexpr std::int64_t most = std::int64_t{1} << 60;
  return first >= 1 && first <= most && count >= 0 && count <= most;
}

bool is_clock_time(std::int64_t us) {
  constexpr std::int64_t year_10000_us = 253'402'300'800 * 1'000'000;
  return us >= 0 && us < year_10000_us;
}

bool is_id(std::string_view id) {
  if (!id.starts_with(id_prefix) || id.size() != id_prefix.size() + 64) return false;
  return id.find_first_not_of("0123456789abcdef", id_prefix.size()) == std::string_view::npos;
}

std::string id_of(std::string_view hash) {
  constexpr char digits[] = "0123456789abcdef";
  std::string id(id_prefix);
  id.reserve(id.size() + 2 * hash.size());
  for (char c : hash) {
    auto byte = static_cast<unsigned char>(c);
    id.push_back(digits[byte >> 4]);
    id.push_back(digits[byte & 15]);
  }
  return id;
}

std::string hash_of(std::string_view id) {
  assert(is_id(id));
  return bytes_of_hex(id.substr(id_prefix.size()));
}

std::string bytes_of_hex(std::string_view hex) {
  auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  std::string bytes;
  bytes.reserve(hex.size() / 2);
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes.push_back(static_cast<char>(digit(hex[i]) << 4 | digit(hex[i + 1])));
  }
  return bytes;
}

std::string as_claim(std::string_view line, std::string_view id, std::string_view report) {
  constexpr std::string_view before = R"({"type":"claim","data":{"id":")";
  constexpr std::string_view between = R"(","report":")";
  assert(line.starts_with(before));
  std::size_t at = line.find(between, before.size());
  assert(at != std::string_view::npos);
  std::size_t end = line.find('"', at + between.size());
  std::string out(before);
  out.append(id).append(between).append(report).append(line.substr(end));
  return out;
}

std::string folded(std::string_view name) { return lower(name); }

std::int64_t uri_key(std::string_view uri) { return short_hash(uri); }

}  // namespace sitrep
