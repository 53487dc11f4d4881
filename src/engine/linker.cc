#include "engine/linker.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <thread>
#include <unordered_map>
#include <utility>

#include "events/clusters.h"
#include "events/happening.h"
#include "events/keys.h"
#include "events/pair.h"
#include "record/json.h"

namespace sitrep {
namespace {

constexpr std::size_t transaction_happenings = 500;
// A transaction ends earlier when it has taken so long, and a gap follows in which another writer of the
// ledger gets its turn. What is linked does not depend on where transactions end.
constexpr std::chrono::milliseconds transaction_time{200};
constexpr std::chrono::milliseconds gap{6};
// Happenings that hang together are grouped anew while they are no more than this; past it a new one joins
// the event that it is linked with best, and what is there stays.
constexpr std::size_t regrouped_max = 200;
// Unpacked happenings that are kept at hand: those of some days of news.
constexpr std::size_t at_hand_max = 20'000;

struct Known {
  std::int64_t reading = 0;
  Happening happening;
};

class Linker {
 public:
  explicit Linker(EventStore& store) : store_(store) {}

  [[nodiscard]] const LinkCounts& counts() const { return counts_; }

  Done link(const StoredHappening& fresh) {
    auto known = take(fresh);
    if (!known) return fail(known);
    auto found = candidates(fresh.n, (*known)->happening);
    if (!found) return fail(found);
    Happening mine = (*known)->happening;
    std::vector<StoredLink> links;
    for (std::int64_t other : *found) {
      auto theirs = known_at(other);
      if (!theirs) return fail(theirs);
      if ((*theirs)->reading == fresh.reading) continue;  // a report tells them apart
      double score = compare((*theirs)->happening, mine).score;
      if (score < link_score_min) continue;
      links.push_back({other, fresh.n, score});
      if (auto done = store_.put_link(links.back()); !done) return done;
    }
    counts_.links += links.size();
    counts_.happenings += 1;
    if (links.empty()) return store_.put_membership(fresh.n, fresh.n);
    auto together = hanging_together(fresh.n);
    if (!together) return fail(together);
    return together->size() > regrouped_max ? join_best(fresh.n, links) : regroup(fresh.n, *together);
  }

 private:
  // The happenings that are linked with one another, from `n` on; one more than regrouped_max at most.
  Result<std::set<std::int64_t>> hanging_together(std::int64_t n) {
    std::set<std::int64_t> seen{n};
    std::vector<std::int64_t> to_see{n};
    while (!to_see.empty() && seen.size() <= regrouped_max) {
      std::int64_t at = to_see.back();
      to_see.pop_back();
      auto links = store_.links_of(at);
      if (!links) return fail(links);
      for (const StoredLink& link : *links) {
        std::int64_t other = link.a == at ? link.b : link.a;
        if (link.score >= link_score_min && seen.insert(other).second) to_see.push_back(other);
      }
    }
    return seen;
  }

  Done regroup(std::int64_t fresh, const std::set<std::int64_t>& together) {
    // In an order that does not depend on when they came, as ties go to the first.
    std::vector<std::pair<std::string, std::int64_t>> order;
    for (std::int64_t n : together) {
      auto known = known_at(n);
      if (!known) return fail(known);
      order.emplace_back(pack((*known)->happening), n);
    }
    std::sort(order.begin(), order.end());
    std::map<std::int64_t, std::uint32_t> place;
    std::vector<std::uint32_t> reports;
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      place[order[i].second] = i;
      auto known = known_at(order[i].second);
      if (!known) return fail(known);
      reports.push_back(static_cast<std::uint32_t>((*known)->reading));
    }
    std::vector<ScoredLink> links;
    for (std::int64_t n : together) {
      auto of_this = store_.links_of(n);
      if (!of_this) return fail(of_this);
      for (const StoredLink& link : *of_this) {
        if (link.a == n) links.push_back({place.at(link.a), place.at(link.b), link.score});
      }
    }
    auto first = clusters_of(reports, links);
    // An event is named by the smallest number in it.
    std::vector<std::int64_t> name(order.size(), fresh);
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      name[first[i]] = std::min(name[first[i]], order[i].second);
    }
    // What a person put somewhere stays there, and draws the others of its group.
    for (auto [n, i] : place) {
      auto held = store_.is_held(n);
      if (!held) return fail(held);
      auto event = *held ? store_.event_of(n) : Result<std::optional<std::int64_t>>(std::nullopt);
      if (!event) return fail(event);
      if (*event) name[first[i]] = **event;
    }
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      if (auto done = put(order[i].second, name[first[i]], fresh); !done) return done;
    }
    return {};
  }

  Done join_best(std::int64_t fresh, const std::vector<StoredLink>& links) {
    std::map<std::int64_t, double> sums;
    for (const StoredLink& link : links) {
      auto event = store_.event_of(link.a);
      if (!event) return fail(event);
      if (*event) sums[**event] += link.score;
    }
    auto best = std::max_element(sums.begin(), sums.end(),
                                 [](const auto& a, const auto& b) { return a.second < b.second; });
    bool enough = best != sums.end() && best->second >= 8 * group_score_min;
    return store_.put_membership(fresh, enough ? best->first : fresh);
  }

  Done put(std::int64_t happening, std::int64_t event, std::int64_t fresh) {
    auto now = store_.event_of(happening);
    if (!now) return fail(now);
    if (*now == event) return {};
    auto held = store_.is_held(happening);
    if (!held) return fail(held);
    if (*held) return {};
    if (happening != fresh) counts_.moved += 1;
    return store_.put_membership(happening, event);
  }

  // Those that share most keys with it.
  Result<std::vector<std::int64_t>> candidates(std::int64_t n, const Happening& happening) {
    std::unordered_map<std::int64_t, std::size_t> shared;
    for (const LinkKey& key : keys_of(happening)) {
      auto near = store_.near(key.key, key.day, key.reach, candidates_of_key_max, n);
      if (!near) return fail(near);
      for (std::int64_t other : *near) ++shared[other];
    }
    std::vector<std::pair<std::size_t, std::int64_t>> best;
    best.reserve(shared.size());
    for (auto [other, keys] : shared) best.emplace_back(keys, other);
    std::sort(best.rbegin(), best.rend());
    if (best.size() > candidates_max) best.resize(candidates_max);
    std::vector<std::int64_t> found;
    for (auto [keys, other] : best) found.push_back(other);
    return found;
  }

  Result<const Known*> take(const StoredHappening& stored) {
    auto happening = unpack_happening(stored.data);
    if (!happening) {
      return fail(ErrorCode::damaged_ledger, fmt::format("happening {} does not unpack", stored.n), {},
                  "`sitrep verify` says what is wrong; go back to a copy of the file");
    }
    if (at_hand_.size() >= at_hand_max) at_hand_.clear();
    Known& known = at_hand_[stored.n];
    known = {stored.reading, std::move(*happening)};
    return &known;
  }

  Result<const Known*> known_at(std::int64_t n) {
    if (auto found = at_hand_.find(n); found != at_hand_.end()) return &found->second;
    auto stored = store_.happening(n);
    if (!stored) return fail(stored);
    return take(*stored);
  }

  EventStore& store_;
  LinkCounts counts_;
  std::unordered_map<std::int64_t, Known> at_hand_;
};

// Of readings that were stored without: their report and claims are read back.
Done make_missing(Ledger& ledger, EventStore& store) {
  for (;;) {
    auto missing = store.readings_without_happenings(transaction_happenings);
    if (!missing) return fail(missing);
    if (missing->empty()) return {};
    for (const EventStore::UnmadeReading& unmade : *missing) {
      auto stored = ledger.report(unmade.report_id);
      if (!stored) return fail(stored);
      auto lines = store.claims_of_reading(unmade.reading);
      if (!lines) return fail(lines);
      RecordReader reader;
      auto report = reader.read(stored->report_json);
      if (!report) return fail(report);
      std::vector<Claim> claims;
      for (const std::string& line : *lines) {
        auto claim = reader.read(line);
        if (!claim) return fail(claim);
        if (auto* told = std::get_if<Claim>(&*claim)) claims.push_back(std::move(*told));
      }
      auto done = store.add_happenings(unmade.reading, happening_rows(std::get<Report>(*report), claims));
      if (!done) return done;
    }
  }
}

}  // namespace

std::vector<Entry::HappeningRow> happening_rows(const Report& report, const std::vector<Claim>& claims) {
  std::vector<Entry::HappeningRow> rows;
  for (const Happening& happening : happenings_of(report, claims)) {
    Entry::HappeningRow row;
    row.event_type = happening.type;
    row.first_day = happening.earliest ? happening.earliest : happening.published;
    row.last_day = happening.latest ? happening.latest : happening.published;
    if (!happening.country.empty()) row.country = happening.country;
    row.data = pack(happening);
    for (const LinkKey& key : keys_of(happening)) row.keys.push_back({key.key, key.day});
    rows.push_back(std::move(row));
  }
  return rows;
}

Result<LinkCounts> link_new(Ledger& ledger, const std::function<bool(const LinkCounts&)>& go_on) {
  auto store = EventStore::of(ledger);
  if (!store) return fail(store);
  if (auto done = make_missing(ledger, *store); !done) return fail(done);
  Linker linker(*store);
  for (;;) {
    auto waiting = store->unlinked(1);
    if (!waiting) return fail(waiting);
    if (waiting->empty()) return linker.counts();
    if (auto begun = store->begin(); !begun) return fail(begun);
    auto start = std::chrono::steady_clock::now();
    auto long_enough = [&] { return std::chrono::steady_clock::now() - start > transaction_time; };
    auto linked = [&]() -> Done {
      // Asked again: another program may have linked some meanwhile.
      auto fresh = store->unlinked(transaction_happenings);
      if (!fresh) return fail(fresh);
      for (const StoredHappening& each : *fresh) {
        if (auto done = linker.link(each); !done) return done;
        if (long_enough()) break;
      }
      return store->commit();
    }();
    if (!linked) {
      store->rollback();
      return fail(linked);
    }
    if (!go_on(linker.counts())) return linker.counts();
    if (long_enough()) std::this_thread::sleep_for(gap);
  }
}

}  // namespace sitrep
