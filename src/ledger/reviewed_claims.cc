#include "ledger/reviewed_claims.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <variant>

#include "base/limits.h"
#include "base/sphere.h"
#include "ledger/columns.h"
#include "ledger/schema.h"
#include "ledger/words.h"
#include "record/json.h"

namespace sitrep {
namespace {

constexpr std::int64_t unknown = std::numeric_limits<std::int64_t>::max();

bool holds(const std::optional<std::string>& text, const std::string& part) {
  return text && folded(*text).find(folded(part)) != std::string::npos;
}

bool equals(const std::optional<std::string>& text, const std::string& name) {
  return text && folded(*text) == folded(name);
}

// Whether the place of a claim lies within the circle asked for.
bool is_near(const Query::Near& near, const std::optional<Place>& place) {
  if (!place || !place->lat || !place->lon) return false;
  return kilometres_between(*place->lat, *place->lon, near.lat, near.lon) <= near.km;
}

bool has_status(const std::string& wanted, const Claim& claim, ReviewState state) {
  if (parse_enum<ReviewState>(wanted)) return wanted == name_of(state);
  return wanted == name_of(claim.status.polarity) || wanted == name_of(claim.status.modality);
}

// Whether its words are those asked for; they are kept as it was read.
Result<bool> has_words(const Database& database, const std::string& text, std::int64_t claim) {
  auto find =
      database.prepare("SELECT EXISTS (SELECT 1 FROM claim_words WHERE claim_words MATCH ? AND rowid = ?)");
  if (!find) return fail(find);
  auto found = find->bind(search_expression(text)).bind(claim).one_integer();
  if (!found) return fail(found);
  return found->value_or(0) != 0;
}

// Whether a changed claim is one that the list asks for, by its columns.
bool fits(const Query& query, const Entry::ClaimRow& claim, const std::optional<Minutes>& minutes,
          const std::optional<std::string>& outlet) {
  if (query.source && !holds(claim.source_name, *query.source)) return false;
  if (query.country && claim.country != query.country) return false;
  if (query.event_type && claim.event_type != *query.event_type) return false;
  if (query.outlet && !equals(outlet, *query.outlet)) return false;
  if (query.place && !holds(claim.place, *query.place)) return false;
  if (query.from && (!minutes || minutes->last < first_minute_of(*query.from))) return false;
  if (query.to && (!minutes || minutes->first > last_minute_of(*query.to))) return false;
  auto is_actor = [&](const std::string& name) { return holds(name, *query.actor); };
  return !query.actor || std::any_of(claim.actors.begin(), claim.actors.end(), is_actor);
}

// Those changed or rejected: of readings that count, or of the latest reading of the report asked for.
Result<Sql> decided_claims(const Database& database, const Query& query) {
  Sql sql(
      "SELECT claim_states.claim FROM claim_states JOIN claims ON claims.n = claim_states.claim WHERE "
      "state <> 'open' AND ");
  sql.add(ledger_schema::is_latest_state)
      .add(" AND ")
      .add(query.rejected_too || query.status == "rejected" ? "state <> 'rejected' AND json IS NOT NULL"
                                                            : "(state = 'rejected' OR json IS NOT NULL)");
  if (!query.report) {
    return sql.add(" AND NOT EXISTS (SELECT 1 FROM superseded WHERE superseded.reading = claims.reading)");
  }
  auto find = database.prepare(
      "SELECT max(readings.n) FROM readings JOIN reports ON reports.n = report WHERE id = ?");
  if (!find) return fail(find);
  auto reading = find->bind_blob(is_id(*query.report) ? hash_of(*query.report) : "").one_integer();
  if (!reading) return fail(reading);
  return sql.add(" AND claims.reading = ?").bind(reading->value_or(0));
}

// Days and minutes of a claim's row that the order goes by; unknown ones come last, so both ways.
std::int64_t key_of(const Query& query, std::int64_t n, std::optional<std::int64_t> day,
                    std::optional<std::int64_t> minute) {
  switch (query.sort) {
    case Query::Sort::published:
      return day.value_or(unknown);
    case Query::Sort::time:
      return minute.value_or(unknown);
    case Query::Sort::learned:
      break;
  }
  return n;
}

bool comes_before(const Query& query, const ReviewedClaims::Place& a, const ReviewedClaims::Place& b) {
  if ((a.first == unknown) != (b.first == unknown)) return b.first == unknown;
  return query.descending ? a > b : a < b;
}

}  // namespace

Result<ReviewedClaims> ReviewedClaims::make(const Database& database, Rows& rows, const Query& query) {
  ReviewedClaims reviewed;
  auto version = database.ask("PRAGMA user_version");
  if (!version) return fail(version);
  if (*version < 3) return reviewed;
  auto sql = decided_claims(database, query);
  if (!sql) return fail(sql);
  auto find = sql->prepare(database);
  if (!find) return fail(find);
  for (;;) {
    auto more = find->step();
    if (!more) return fail(more);
    if (!*more) break;
    std::int64_t n = find->integer(0);
    auto line = rows.claim_line(n);
    if (!line) return fail(line);
    std::string& kept = reviewed.apart_[n];
    if (!*line) continue;
    kept = std::move(**line);
    RecordReader reader(Positions::of_ascii(static_cast<std::uint32_t>(limits::text_bytes_max)));
    auto record = reader.read(kept);
    if (!record) return fail(record);
    const auto* claim = std::get_if<Claim>(&*record);
    auto row = rows.get(Rows::claims, n);
    if (!row) return fail(row);
    if (claim == nullptr) continue;  // verify names it
    Entry::ClaimRow columns = claim_row(*claim);
    std::optional<std::int64_t> day = (*row)->optional_integer(6);
    std::optional<DateTime> published;
    if (day) published = DateTime::parse(Date::from_days(static_cast<std::int32_t>(*day)).iso());
    auto minutes = minutes_of(columns, published);
    std::optional<std::string> outlet;
    if (auto name = (*row)->optional_integer(7)) {
      auto named = rows.get(Rows::names, *name);
      if (!named) return fail(named);
      outlet = std::string((*named)->text(2));
    }
    auto state = rows.state(n);
    if (!state) return fail(state);
    if (!fits(query, columns, minutes, outlet)) continue;
    if (query.side && claim->source.party != query.side) continue;
    if (query.status && *state && !has_status(*query.status, *claim, (*state)->state)) continue;
    if (query.near && !is_near(*query.near, claim->place)) continue;
    auto worded = query.text ? has_words(database, *query.text, n) : Result<bool>(true);
    if (!worded) return fail(worded);
    if (!*worded) continue;
    std::optional<std::int64_t> minute;
    if (minutes) minute = minutes->first;
    reviewed.fitting_.emplace_back(key_of(query, n, day, minute), n);
  }
  std::sort(reviewed.fitting_.begin(), reviewed.fitting_.end(),
            [&](const Place& a, const Place& b) { return comes_before(query, a, b); });
  return reviewed;
}

const std::string* ReviewedClaims::line(std::int64_t claim) const {
  auto found = apart_.find(claim);
  return found == apart_.end() || found->second.empty() ? nullptr : &found->second;
}

Done each_claim(const Database& database, const std::vector<Sql>& statements, const Query& query, Rows& rows,
                const ReviewedClaims& reviewed, const std::function<Result<bool>(std::int64_t)>& take) {
  Page page(query, take);
  auto fitting = reviewed.fitting().begin();
  auto last = reviewed.fitting().end();
  bool more = true;
  auto done = each_number(database, statements, [&](std::int64_t n) -> Result<bool> {
    if (reviewed.is_apart(n)) return true;
    if (fitting != last) {
      auto row = rows.get(Rows::claims, n);
      if (!row) return fail(row);
      ReviewedClaims::Place here{key_of(query, n, (*row)->optional_integer(6), (*row)->optional_integer(3)),
                                 n};
      for (; fitting != last && comes_before(query, *fitting, here); ++fitting) {
        auto go_on = page.offer(fitting->second);
        if (!go_on) return go_on;
        more = *go_on;
        if (!more) return false;
      }
    }
    auto go_on = page.offer(n);
    if (go_on) more = *go_on;
    return go_on;
  });
  for (; done && more && fitting != last; ++fitting) {
    auto go_on = page.offer(fitting->second);
    if (!go_on) return fail(go_on);
    more = *go_on;
  }
  return done;
}

}  // namespace sitrep
