// What the ledger keeps of events: happenings, links between them, and the event each belongs to. The
// rules of linking are in events/; this stores and finds.
//
//   EventStore store(ledger);
//   store.begin();
//   for (auto& fresh : *store.unlinked(500)) { ... store.near(key) ... store.put_link(a, b, 0.9);
//                                              store.put_membership(fresh.n, event); }
//   store.commit();
//
// An event is named by the number of a happening of it, the one that founded it. A happening's event is
// the one of its latest membership; older ones stay, with the time when the ledger learned them.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "ledger/ledger.h"

namespace sitrep {

struct StoredHappening {
  std::int64_t n = 0;
  std::int64_t reading = 0;
  std::string data;  // as packed by events/
};

struct StoredLink {
  std::int64_t a = 0, b = 0;  // happenings, a < b
  double score = 0;           // 0 to 1, to a millionth
};

// What a list of events asks for; empty members ask nothing.
struct EventQuery {
  std::optional<Date> from, to;           // inclusive; a happening's time has to overlap
  std::optional<std::string> event_type;  // of any of its happenings
  std::optional<std::string> text;        // words of a report that tells it (ledger/words.h)
  std::optional<std::string> country;     // ISO 3166-1 alpha-2
  // Only what had been published by then (reports whose day is not known count as never), and only what
  // the ledger had learned by then.
  std::optional<Date> as_of;
  std::optional<std::int64_t> known_as_of_us;
  bool descending = false;  // by the happening's first day
};

// A happening of an event with the report that tells it.
struct EventMember {
  std::int64_t n = 0;
  std::string data;
  std::string report_id;
  std::optional<std::string> uri, outlet, headline, published;
  std::int64_t learned_us = 0;
  std::int64_t first_claim = 0, claims = 0;  // rows of its reading, for claims_of
  bool reviewed = false;                     // people have decided on claims of its reading
};

class EventStore {
 public:
  // `ledger` must outlive it and be of this version (a ledger of version 1 that was opened to be read
  // has no events: older_ledger). To write, the ledger must be open with Mode::write.
  static Result<EventStore> of(Ledger& ledger);
  EventStore(EventStore&&) noexcept;
  EventStore& operator=(EventStore&&) noexcept;
  ~EventStore();

  // ---- linking; between begin() and commit() nobody else writes
  Done begin();
  // Whether another connection wrote between the begin() before and this one.
  [[nodiscard]] bool others_wrote() const;
  Done commit();
  void rollback();
  // Readings whose happenings were not made yet, oldest first, with their reports' ids.
  struct UnmadeReading {
    std::int64_t reading = 0;
    std::string report_id;
  };
  Result<std::vector<UnmadeReading>> readings_without_happenings(std::size_t most);
  Done add_happenings(std::int64_t reading, const std::vector<Entry::HappeningRow>& happenings);
  // Happenings of no event yet, in the order learned. Those of readings that are superseded as well: they
  // were told, and an event as of then has them.
  Result<std::vector<StoredHappening>> unlinked(std::size_t most);
  // Of smaller number than `below`, with a key, within `reach` days of `day`; the nearest days first.
  Result<std::vector<std::int64_t>> near(std::int64_t key, std::int32_t day, std::int32_t reach,
                                         std::size_t most, std::int64_t below);
  Result<StoredHappening> happening(std::int64_t n);
  Result<std::vector<StoredLink>> links_of(std::int64_t happening);
  Done put_link(const StoredLink& link);
  Done put_membership(std::int64_t happening, std::int64_t event);
  // Whether a person put it where it is: linking leaves it there.
  Result<bool> is_held(std::int64_t happening);
  // All happenings whose event this is now, those of superseded readings among them.
  Result<std::vector<std::int64_t>> happenings_in(std::int64_t event);

  // ---- asking
  // Nothing where it was not linked yet, or not by then.
  Result<std::optional<std::int64_t>> event_of(std::int64_t happening,
                                               std::optional<std::int64_t> known_as_of_us = {});
  // The numbers of events, each once, by the first day of the first happening that fits. Streams.
  Done list(const EventQuery& query, const std::function<Result<bool>(std::int64_t event)>& take);
  // Its happenings, in the order learned, as far as `query` lets them be known (as_of, known_as_of), of
  // readings that count.
  Result<std::vector<EventMember>> members(std::int64_t event, const EventQuery& query);
  // The claims of a member's reading as people's decisions left them by then, without those rejected; those
  // of any reading as read. JSON lines.
  Result<std::vector<std::string>> claims_of(const EventMember& member,
                                             std::optional<std::int64_t> known_as_of_us = {});
  Result<std::vector<std::string>> claims_of_reading(std::int64_t reading);
  // Those of the latest reading of a report, by its whole id, in the text's order.
  Result<std::vector<StoredHappening>> happenings_of(const std::string& report_id);

 private:
  struct Impl;
  explicit EventStore(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace sitrep
