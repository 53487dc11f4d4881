#include "events/summary.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace sitrep {
namespace {

// Said most often; among equals the one said first.
class Votes {
 public:
  void add(const std::string& value) {
    if (value.empty()) return;
    auto [at, fresh] = counts_.try_emplace(value, order_.size(), 0);
    if (fresh) order_.push_back(value);
    at->second.second += 1;
  }
  [[nodiscard]] std::string winner() const {
    std::string best;
    int most = 0;
    for (const std::string& value : order_) {
      int count = counts_.at(value).second;
      if (count > most) best = value;
      most = std::max(most, count);
    }
    return best;
  }

 private:
  std::map<std::string, std::pair<std::size_t, int>> counts_;
  std::vector<std::string> order_;
};

void widen(std::optional<Count>& range, const std::optional<Count>& count) {
  if (!count) return;
  if (!range) range = count;
  range->low = std::min(range->low, count->low);
  range->high = std::max(range->high, count->high);
}

bool says_little(const std::string& type) { return type == "death" || type == "injury"; }

}  // namespace

EventSummary summary_of(const EventView& view) {
  EventSummary out;
  out.event = view.event;
  std::set<std::string> reports;
  for (const Telling& telling : view.tellings) reports.insert(telling.report);
  out.reports = static_cast<std::uint32_t>(reports.size());
  out.independent = view.independent;
  Votes types;
  Votes bare_types;
  Votes places;
  Votes countries;
  std::int32_t best_span = std::numeric_limits<std::int32_t>::max();
  std::optional<Date> published;
  for (const Telling& telling : view.tellings) {
    const Happening& happening = telling.happening;
    (says_little(happening.type) ? bare_types : types).add(happening.type);
    places.add(happening.place);
    countries.add(happening.country);
    if (happening.earliest && *happening.latest - *happening.earliest < best_span) {
      best_span = *happening.latest - *happening.earliest;
      out.earliest = Date::from_days(*happening.earliest);
      out.latest = Date::from_days(*happening.latest);
    }
    if (!published && telling.published) published = telling.published->date;
    if (happening.lat && (!out.lat || happening.uncertainty_m < out.uncertainty_m)) {
      out.lat = happening.lat;
      out.lon = happening.lon;
      out.uncertainty_m = happening.uncertainty_m;
    }
    if (out.who.empty()) out.who = happening.who;
    if (out.whom.empty()) out.whom = happening.whom;
    widen(out.killed, happening.killed);
    widen(out.injured, happening.injured);
  }
  if (!out.earliest) out.earliest = out.latest = published;
  out.type = types.winner();
  if (out.type.empty()) out.type = bare_types.winner();
  out.place = places.winner();
  out.country = countries.winner();
  return out;
}

Event event_record(const EventView& view) {
  EventSummary summary = summary_of(view);
  Event event;
  event.id = event_name(view.event);
  event.type = summary.type;
  for (const Telling& telling : view.tellings) {
    for (const std::string& claim : telling.happening.claims) event.claims.push_back({telling.report, claim});
  }
  if (summary.earliest) {
    Time time;
    time.earliest = TimePoint{*summary.earliest, {}};
    time.latest = TimePoint{*summary.latest, {}};
    event.time = std::move(time);
  }
  if (!summary.place.empty() || !summary.country.empty()) {
    Place place;
    if (!summary.place.empty()) place.name = summary.place;
    if (!summary.country.empty()) place.country = summary.country;
    place.lat = summary.lat;
    place.lon = summary.lon;
    if (summary.lat) place.uncertainty_m = summary.uncertainty_m;
    event.place = std::move(place);
  }
  auto add = [&](Measure measure, const std::optional<Count>& count) {
    if (count) event.figures.push_back({measure, count->low, count->high, {}});
  };
  add(Measure::killed, summary.killed);
  add(Measure::injured, summary.injured);
  event.reports = summary.reports;
  event.independent = summary.independent;
  return event;
}

std::vector<Account> account_records(const EventView& view) {
  std::vector<Account> accounts;
  for (const AccountView& each : view.accounts) {
    Account account;
    account.event = event_name(view.event);
    account.who = each.who;
    account.source = each.source;
    for (Said said : each.said)
      account.claims.push_back({view.tellings[said.telling].report, view.claim(said).id});
    if (each.revised) account.revised = true;
    accounts.push_back(std::move(account));
  }
  return accounts;
}

}  // namespace sitrep
