#include "engine/linker.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <thread>
#include <unordered_map>
#include <utility>

#include "base/fnv.h"
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
constexpr std::size_t regrouped_max = 1000;
// Events of so many happenings are not grouped anew for a new one all of whose links lead into them.
constexpr std::size_t settled_min = 12;
// And on average with so many of them that grouping would not part it from them.
constexpr double settled_score_min = 0.5;
// Unpacked happenings that are kept at hand: those of some days of news; and rows of links and memberships.
constexpr std::size_t at_hand_max = 20'000;
constexpr std::size_t rows_at_hand_max = 100'000;

struct Known {
  std::int64_t reading = 0;
  std::uint64_t order = 0;  // of its bytes: does not depend on when it came
  Happening happening;
};

// The event that a happening is in, and whether a person put it there.
struct Seat {
  std::optional<std::int64_t> event;
  bool held = false;
};

class Linker {
 public:
  explicit Linker(EventStore& store) : store_(store) {}

  [[nodiscard]] const LinkCounts& counts() const { return counts_; }

  // What another program wrote since makes what is at hand old.
  void forget_rows() {
    links_.clear();
    seats_.clear();
    sizes_.clear();
  }

  Done link(const StoredHappening& fresh) {
    auto known = take(fresh);
    if (!known) return fail(known);
    auto first = first_of_report(fresh);
    if (!first) return fail(first);
    auto found = candidates(*first, (*known)->happening);
    if (!found) return fail(found);
    Happening mine = (*known)->happening;
    std::vector<StoredLink> links;
    for (std::int64_t other : *found) {
      auto theirs = known_at(other);
      if (!theirs) return fail(theirs);
      double score = compare((*theirs)->happening, mine).score;
      if (score < link_score_min) continue;
      links.push_back({other, fresh.n, score});
      if (auto done = put_link(links.back()); !done) return done;
    }
    counts_.links += links.size();
    counts_.happenings += 1;
    if (links.empty()) return sit(fresh.n, fresh.n);
    auto settled = settled_event(fresh, links);
    if (!settled) return fail(settled);
    if (*settled) return sit(fresh.n, **settled);
    auto together = hanging_together(fresh.n);
    if (!together) return fail(together);
    return together->size() > regrouped_max ? join_best(fresh.n, links) : regroup(fresh.n, *together);
  }

 private:
  // Happenings of one report stand together, and it tells them apart: they are no candidates, and do not
  // crowd others out where a report tells hundreds.
  Result<std::int64_t> first_of_report(const StoredHappening& fresh) {
    std::int64_t first = fresh.n;
    if (fresh.reading == last_reading_ && last_first_ < first) return last_first_;
    while (first > 1) {
      auto before = known_at(first - 1);
      if (!before) return fail(before);
      if ((*before)->reading != fresh.reading) break;
      --first;
    }
    last_reading_ = fresh.reading;
    return last_first_ = first;
  }

  // The one event that all links lead into, where it is large and they are strong: grouping anew would
  // find the same. Reports of one event by the thousand cost no more each than a few.
  Result<std::optional<std::int64_t>> settled_event(const StoredHappening& fresh,
                                                    const std::vector<StoredLink>& links) {
    std::optional<std::int64_t> event;
    double sum = 0;
    for (const StoredLink& link : links) {
      auto seat = seat_of(link.a);
      if (!seat) return fail(seat);
      if (!seat->event || (event && *event != *seat->event)) return std::optional<std::int64_t>();
      event = seat->event;
      sum += link.score;
    }
    // As clusters_of counts: of at most eight pairs.
    if (links.size() < 8 || sum / static_cast<double>(links.size()) < settled_score_min) {
      return std::optional<std::int64_t>();
    }
    auto size = size_of(*event);
    if (!size) return fail(size);
    if (*size < settled_min) return std::optional<std::int64_t>();
    // Another happening of the report may be in that event.
    auto first = first_of_report(fresh);
    if (!first) return fail(first);
    for (std::int64_t n = *first; n < fresh.n; ++n) {
      auto seat = seat_of(n);
      if (!seat) return fail(seat);
      if (seat->event == event) return std::optional<std::int64_t>();
    }
    return event;
  }

  // The happenings that are linked with one another, from `n` on; one more than regrouped_max at most.
  Result<std::set<std::int64_t>> hanging_together(std::int64_t n) {
    std::set<std::int64_t> seen{n};
    std::vector<std::int64_t> to_see{n};
    while (!to_see.empty() && seen.size() <= regrouped_max) {
      std::int64_t at = to_see.back();
      to_see.pop_back();
      auto links = links_of(at);
      if (!links) return fail(links);
      for (const StoredLink& link : **links) {
        std::int64_t other = link.a == at ? link.b : link.a;
        if (link.score >= link_score_min && seen.insert(other).second) to_see.push_back(other);
        if (seen.size() > regrouped_max) break;
      }
    }
    return seen;
  }

  Done regroup(std::int64_t fresh, const std::set<std::int64_t>& together) {
    // In an order that does not depend on when they came, as ties go to the first.
    struct Place {
      std::uint64_t order;
      std::int64_t n;
      std::uint32_t reading;
    };
    std::vector<Place> order;
    for (std::int64_t n : together) {
      auto known = known_at(n);
      if (!known) return fail(known);
      order.push_back({(*known)->order, n, static_cast<std::uint32_t>((*known)->reading)});
    }
    std::sort(order.begin(), order.end(), [](const Place& a, const Place& b) {
      return a.order != b.order ? a.order < b.order : a.n < b.n;
    });
    std::unordered_map<std::int64_t, std::uint32_t> place;
    std::vector<std::uint32_t> reports;
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      place[order[i].n] = i;
      reports.push_back(order[i].reading);
    }
    std::vector<ScoredLink> links;
    for (std::int64_t n : together) {
      auto of_this = links_of(n);
      if (!of_this) return fail(of_this);
      for (const StoredLink& link : **of_this) {
        if (link.a == n) links.push_back({place.at(link.a), place.at(link.b), link.score});
      }
    }
    auto first = clusters_of(reports, links);
    // An event is named by the smallest number in it.
    std::vector<std::int64_t> name(order.size(), fresh);
    for (std::uint32_t i = 0; i < order.size(); ++i) name[first[i]] = std::min(name[first[i]], order[i].n);
    // What a person put somewhere stays there, and draws the others of its group.
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      auto seat = seat_of(order[i].n);
      if (!seat) return fail(seat);
      if (seat->held && seat->event) name[first[i]] = *seat->event;
    }
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      auto seat = seat_of(order[i].n);
      if (!seat) return fail(seat);
      if (seat->held || seat->event == name[first[i]]) continue;
      if (order[i].n != fresh) counts_.moved += 1;
      if (auto done = sit(order[i].n, name[first[i]]); !done) return done;
    }
    return {};
  }

  Done join_best(std::int64_t fresh, const std::vector<StoredLink>& links) {
    std::map<std::int64_t, double> sums;
    for (const StoredLink& link : links) {
      auto seat = seat_of(link.a);
      if (!seat) return fail(seat);
      if (seat->event) sums[*seat->event] += link.score;
    }
    auto best = std::max_element(sums.begin(), sums.end(),
                                 [](const auto& a, const auto& b) { return a.second < b.second; });
    bool enough = best != sums.end() && best->second >= 8 * group_score_min;
    return sit(fresh, enough ? best->first : fresh);
  }

  // ---- rows of the ledger, read once while nobody else writes

  Done put_link(const StoredLink& link) {
    if (auto done = store_.put_link(link); !done) return done;
    for (std::int64_t n : {link.a, link.b}) {
      if (auto at = links_.find(n); at != links_.end()) at->second.push_back(link);
    }
    return {};
  }

  Result<const std::vector<StoredLink>*> links_of(std::int64_t n) {
    if (auto found = links_.find(n); found != links_.end()) return &found->second;
    auto links = store_.links_of(n);
    if (!links) return fail(links);
    if (links_.size() >= rows_at_hand_max) links_.clear();
    return &(links_[n] = std::move(*links));
  }

  Result<Seat> seat_of(std::int64_t n) {
    if (auto found = seats_.find(n); found != seats_.end()) return found->second;
    auto event = store_.event_of(n);
    if (!event) return fail(event);
    auto held = store_.is_held(n);
    if (!held) return fail(held);
    if (seats_.size() >= rows_at_hand_max) seats_.clear();
    return seats_[n] = Seat{*event, *held};
  }

  Result<std::size_t> size_of(std::int64_t event) {
    if (auto found = sizes_.find(event); found != sizes_.end()) return found->second;
    auto members = store_.happenings_in(event);
    if (!members) return fail(members);
    if (sizes_.size() >= rows_at_hand_max) sizes_.clear();
    return sizes_[event] = members->size();
  }

  Done sit(std::int64_t happening, std::int64_t event) {
    auto before = seat_of(happening);
    if (!before) return fail(before);
    if (before->event) {
      if (auto size = sizes_.find(*before->event); size != sizes_.end()) --size->second;
    }
    if (auto size = sizes_.find(event); size != sizes_.end()) ++size->second;
    seats_[happening] = {event, false};
    return store_.put_membership(happening, event);
  }

  // Those before `first` that share most keys with it; a key that few have counts for more.
  Result<std::vector<std::int64_t>> candidates(std::int64_t first, const Happening& happening) {
    std::unordered_map<std::int64_t, double> shared;
    for (const LinkKey& key : keys_of(happening)) {
      auto near = store_.near(key.key, key.day, key.reach, candidates_of_key_max, first);
      if (!near) return fail(near);
      for (std::int64_t other : *near) shared[other] += 1.0 / static_cast<double>(near->size());
    }
    std::vector<std::pair<double, std::int64_t>> best;
    best.reserve(shared.size());
    for (auto [other, keys] : shared) best.emplace_back(keys, other);
    std::size_t kept = std::min(best.size(), candidates_max);
    std::partial_sort(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(kept), best.end(),
                      std::greater<>());
    best.resize(kept);
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
    known = {stored.reading, fnv1a(stored.data), std::move(*happening)};
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
  std::int64_t last_reading_ = 0, last_first_ = 0;  // of the report that was linked last
  std::unordered_map<std::int64_t, Known> at_hand_;
  std::unordered_map<std::int64_t, std::vector<StoredLink>> links_;
  std::unordered_map<std::int64_t, Seat> seats_;
  std::unordered_map<std::int64_t, std::size_t> sizes_;  // of events
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
    if (store->others_wrote()) linker.forget_rows();
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
