#include "engine/events.h"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

#include "base/limits.h"
#include "record/json.h"

namespace sitrep {
namespace {

Error damaged(const Error& error, const std::string& report) {
  return {ErrorCode::damaged_ledger, "a stored record cannot be read: " + error.message, "report " + report,
          "sitrep verify names all that is wrong"};
}

// The claims of one happening, out of all of its reading.
Result<std::vector<Claim>> claims_of(EventStore& store, const EventMember& member, const Happening& happening,
                                     std::optional<std::int64_t> known_as_of_us) {
  auto lines = store.claims_of(member, known_as_of_us);
  if (!lines) return fail(lines);
  RecordReader reader(Positions::of_ascii(static_cast<std::uint32_t>(limits::text_bytes_max)));
  std::vector<Claim> claims;
  for (const std::string& line : *lines) {
    auto record = reader.read(line);
    if (!record) return fail(damaged(record.error(), member.report_id));
    auto* claim = std::get_if<Claim>(&*record);
    if (claim == nullptr) return fail(damaged({ErrorCode::bad_record, "it is no claim"}, member.report_id));
    const auto& ids = happening.claims;
    if (std::find(ids.begin(), ids.end(), claim->id) != ids.end()) claims.push_back(std::move(*claim));
  }
  return claims;
}

}  // namespace

Result<EventView> event_view(EventStore& store, std::int64_t event, const EventQuery& query,
                             bool with_claims) {
  auto members = store.members(event, query);
  if (!members) return fail(members);
  std::vector<Telling> tellings;
  for (EventMember& member : *members) {
    auto happening = unpack_happening(member.data);
    if (!happening) {
      return fail(damaged({ErrorCode::bad_record, fmt::format("happening {} does not unpack", member.n)},
                          member.report_id));
    }
    Telling telling;
    if (with_claims || member.reviewed) {
      auto claims = claims_of(store, member, *happening, query.known_as_of_us);
      if (!claims) return fail(claims);
      if (claims->empty() && member.reviewed) continue;  // all of them were rejected
      if (member.reviewed) tell_anew(*happening, *claims);
      if (with_claims) telling.claims = std::move(*claims);
    }
    telling.report = member.report_id;
    telling.uri = std::move(member.uri);
    telling.outlet = std::move(member.outlet);
    telling.headline = std::move(member.headline);
    if (member.published) telling.published = DateTime::parse(*member.published);
    telling.learned_us = member.learned_us;
    telling.happening = std::move(*happening);
    tellings.push_back(std::move(telling));
  }
  return view_of(event, std::move(tellings));
}

}  // namespace sitrep
