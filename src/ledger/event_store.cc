#include "ledger/event_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>
#include <unordered_set>

#include "base/clock.h"
#include "ledger/claim_filter.h"
#include "ledger/columns.h"
#include "ledger/impl.h"
#include "ledger/schema.h"
#include "ledger/words.h"

namespace sitrep {

namespace {

constexpr double ppm = 1e6;

enum Verb {
  without_happenings,
  find_unlinked,
  find_near_before,
  find_near_after,
  find_near_on,
  find_data,
  find_links,
  add_link,
  add_membership,
  find_event,
  find_members,
  find_report,
  find_range,
  find_decided,
  find_held,
  verb_count
};

constexpr std::array<const char*, verb_count> sqls = {
    "SELECT readings.n, reports.id FROM readings JOIN reports ON reports.n = report WHERE readings.n NOT IN "
    "(SELECT reading FROM reading_happenings) AND report NOT IN (SELECT report FROM erased) ORDER BY "
    "readings.n LIMIT ?",
    "SELECT * FROM happenings WHERE n > (SELECT coalesce(max(happening), 0) FROM memberships) AND data <> "
    "x'' ORDER BY n "
    "LIMIT ?",
    "SELECT happening, day FROM happening_keys WHERE key = ? AND day BETWEEN ? AND ? "
    "ORDER BY day DESC, happening DESC",
    "SELECT happening, day FROM happening_keys WHERE key = ? AND day BETWEEN ? AND ? ORDER BY day, happening",
    "SELECT happening FROM happening_keys WHERE key = ? AND day = ? AND happening < ? "
    "ORDER BY happening DESC LIMIT ?",
    "SELECT * FROM happenings WHERE n = ?",
    "SELECT * FROM links WHERE a = ?1 AND score_ppm > 0 UNION ALL SELECT * FROM links WHERE b = ?1 AND "
    "score_ppm > 0",
    "INSERT INTO links VALUES(?, ?, ?, ?, ?, ?)",
    "INSERT INTO memberships VALUES(?, ?, ?, ?, ?)",
    "SELECT * FROM memberships WHERE happening = ? AND learned_us <= ? ORDER BY n DESC LIMIT 1",
    "SELECT DISTINCT happening FROM memberships WHERE event = ? ORDER BY happening",
    "SELECT n FROM reports WHERE id = ?",
    "SELECT reading_happenings.* FROM readings JOIN reading_happenings ON reading = readings.n "
    "WHERE readings.report = ? ORDER BY readings.n DESC LIMIT 1",
    "SELECT EXISTS (SELECT 1 FROM claim_states WHERE claim BETWEEN ? AND ? AND learned_us <= ?)",
    "SELECT EXISTS (SELECT 1 FROM held WHERE membership = (SELECT max(n) FROM memberships WHERE happening = "
    "?))",
};

constexpr std::int64_t end_of_time = std::numeric_limits<std::int64_t>::max();

}  // namespace

struct EventStore::Impl {
  Ledger::Impl& ledger;
  std::array<Statement, verb_count> statements;
  std::int64_t next_link = 0, next_membership = 0;
  std::int64_t now = 0;
  std::int64_t data_version = 0;  // as SQLite counts other connections' commits
  bool others_wrote = false;
  bool reviewed = false;  // the ledger is of a version that keeps decisions

  [[nodiscard]] const Database& database() const { return ledger.database; }
  Statement& statement(Verb verb) { return statements[verb]; }
  [[nodiscard]] Error damaged(std::string_view table, std::int64_t n) const {
    return {ErrorCode::damaged_ledger, fmt::format("table {}, row {}: its checksum does not hold", table, n),
            database().path(), "`sitrep verify` says what is wrong; go back to a copy of the file"};
  }

  Result<bool> is_reviewed(const EventMember& member, std::int64_t by_us) {
    if (!reviewed) return false;
    std::int64_t last = member.first_claim + member.claims - 1;
    auto decided = statement(find_decided).bind(member.first_claim).bind(last).bind(by_us).one_integer();
    if (!decided) return fail(decided);
    return decided->value_or(0) != 0;
  }

  // The numbers in the first column of all rows.
  static Result<std::vector<std::int64_t>> numbers(Statement& statement) {
    std::vector<std::int64_t> found;
    for (;;) {
      auto row = statement.step();
      if (!row) return fail(row);
      if (!*row) return found;
      found.push_back(statement.integer(0));
    }
  }
};

EventStore::EventStore(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
EventStore::EventStore(EventStore&&) noexcept = default;
EventStore& EventStore::operator=(EventStore&&) noexcept = default;
EventStore::~EventStore() = default;

Result<EventStore> EventStore::of(Ledger& ledger) {
  std::unique_ptr<Impl> impl(new Impl{*ledger.impl_, {}});
  auto version = impl->database().ask("PRAGMA user_version");
  if (!version) return fail(version);
  if (*version < 2) {
    return fail(ErrorCode::older_ledger, fmt::format("of version {}, which knows no events", *version),
                impl->database().path(), "`sitrep link` brings it up to date and links its claims");
  }
  impl->reviewed = *version >= 3;
  for (std::size_t i = 0; i < sqls.size(); ++i) {
    if (!impl->reviewed && (i == find_decided || i == find_held || i == without_happenings)) continue;
    auto statement = impl->database().prepare(sqls[i]);
    if (!statement) return fail(statement);
    impl->statements[i] = std::move(*statement);
  }
  return EventStore(std::move(impl));
}

// ------------------------------------------------------------------------------------------- linking

Done EventStore::begin() {
  if (auto begun = impl_->database().execute("BEGIN IMMEDIATE"); !begun) return begun;
  impl_->now = now_us();
  for (auto [sql, next] :
       {std::pair{"SELECT coalesce(max(n), 0) FROM links", &impl_->next_link},
        std::pair{"SELECT coalesce(max(n), 0) FROM memberships", &impl_->next_membership}}) {
    auto last = impl_->database().ask(sql);
    if (!last) {
      rollback();
      return fail(last);
    }
    *next = *last + 1;
  }
  auto version = impl_->database().ask("PRAGMA data_version");
  if (!version) {
    rollback();
    return fail(version);
  }
  impl_->others_wrote = *version != impl_->data_version;
  impl_->data_version = *version;
  return {};
}

bool EventStore::others_wrote() const { return impl_->others_wrote; }

Done EventStore::commit() {
  // A read that is not over would hold the next transaction back.
  impl_->ledger.rows->reset();
  auto done = impl_->database().execute("COMMIT");
  if (!done) rollback();
  return done;
}

void EventStore::rollback() {
  for (Statement& statement : impl_->statements) statement.reset();
  impl_->ledger.rows->reset();
  if (impl_->database().in_transaction()) (void)impl_->database().execute("ROLLBACK");
}

Result<std::vector<EventStore::UnmadeReading>> EventStore::readings_without_happenings(std::size_t most) {
  Statement& find = impl_->statement(without_happenings).bind(static_cast<std::int64_t>(most));
  std::vector<UnmadeReading> found;
  for (;;) {
    auto row = find.step();
    if (!row) return fail(row);
    if (!*row) return found;
    found.push_back({find.integer(0), id_of(find.blob(1))});
  }
}

Done EventStore::add_happenings(std::int64_t reading, const std::vector<Entry::HappeningRow>& happenings) {
  assert(impl_->ledger.writer);  // opened with Mode::write
  return impl_->ledger.writer->add_happenings(reading, happenings);
}

Result<std::vector<StoredHappening>> EventStore::unlinked(std::size_t most) {
  Statement& find = impl_->statement(find_unlinked).bind(static_cast<std::int64_t>(most));
  std::vector<StoredHappening> found;
  for (;;) {
    auto row = find.step();
    if (!row) return fail(row);
    if (!*row) return found;
    if (!sum_holds(find, "happenings")) return fail(impl_->damaged("happenings", find.integer(0)));
    found.push_back({find.integer(0), find.integer(1), std::string(find.blob(7))});
  }
}

Result<std::vector<std::int64_t>> EventStore::near(std::int64_t key, std::int32_t day, std::int32_t reach,
                                                   std::size_t most, std::int64_t below) {
  struct Found {
    std::int64_t happening, days;
  };
  std::vector<Found> found;
  // Rows of a key come day by day, away from `day`. Where very many reports of a day are waiting to be linked
  // after this one, the rest of that day is skipped: those before them are looked up by themselves.
  constexpr std::size_t skipped_max = 64;
  auto look = [&](Verb verb, std::int64_t from, std::int64_t to) -> Done {
    bool backward = verb == find_near_before;
    std::size_t taken = 0;
    while (from <= to && taken < most) {
      Statement& find = impl_->statement(verb).bind(key).bind(from).bind(to);
      std::size_t skipped = 0;
      std::optional<std::int64_t> crowded;
      while (taken < most && !crowded) {
        auto row = find.step();
        if (!row) return fail(row);
        if (!*row) return {};
        std::int64_t at = find.integer(1);
        if (find.integer(0) < below) {
          found.push_back({find.integer(0), std::abs(at - day)});
          ++taken;
        } else if (++skipped > skipped_max) {
          crowded = at;
        }
      }
      find.reset();
      if (!crowded) return {};
      // Forward, those before it came first.
      if (backward) {
        auto limit = static_cast<std::int64_t>(most);
        Statement& of_day = impl_->statement(find_near_on).bind(key).bind(*crowded).bind(below).bind(limit);
        for (;;) {
          auto row = of_day.step();
          if (!row) return fail(row);
          if (!*row) break;
          found.push_back({of_day.integer(0), std::abs(*crowded - day)});
          ++taken;
        }
      }
      (backward ? to : from) = *crowded + (backward ? -1 : 1);
    }
    return {};
  };
  if (auto done = look(find_near_before, day - reach, day); !done) return fail(done);
  if (auto done = look(find_near_after, day + 1, day + reach); !done) return fail(done);
  std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    return a.days != b.days ? a.days < b.days : a.happening > b.happening;
  });
  if (found.size() > most) found.resize(most);
  std::vector<std::int64_t> numbers;
  for (const Found& each : found) numbers.push_back(each.happening);
  return numbers;
}

Result<StoredHappening> EventStore::happening(std::int64_t n) {
  Statement& find = impl_->statement(find_data).bind(n);
  auto row = find.step();
  if (!row) return fail(row);
  if (!*row || !sum_holds(find, "happenings")) return fail(impl_->damaged("happenings", n));
  StoredHappening happening{n, find.integer(1), std::string(find.blob(7))};
  find.reset();
  return happening;
}

Result<std::vector<StoredLink>> EventStore::links_of(std::int64_t happening) {
  Statement& find = impl_->statement(find_links).bind(happening);
  std::vector<StoredLink> links;
  for (;;) {
    auto row = find.step();
    if (!row) return fail(row);
    if (!*row) return links;
    if (!sum_holds(find, "links")) return fail(impl_->damaged("links", find.integer(0)));
    links.push_back({find.integer(1), find.integer(2), static_cast<double>(find.integer(3)) / ppm});
  }
}

Done EventStore::put_link(const StoredLink& link) {
  return NewRow(impl_->statement(add_link), "links")
      .integer(impl_->next_link++)
      .integer(link.a)
      .integer(link.b)
      .integer(std::llround(link.score * ppm))
      .integer(impl_->now)
      .insert();
}

Done EventStore::put_membership(std::int64_t happening, std::int64_t event) {
  return NewRow(impl_->statement(add_membership), "memberships")
      .integer(impl_->next_membership++)
      .integer(happening)
      .integer(event)
      .integer(impl_->now)
      .insert();
}

Result<bool> EventStore::is_held(std::int64_t happening) {
  if (!impl_->reviewed) return false;
  auto held = impl_->statement(find_held).bind(happening).one_integer();
  if (!held) return fail(held);
  return held->value_or(0) != 0;
}

Result<std::vector<std::int64_t>> EventStore::happenings_in(std::int64_t event) {
  auto candidates = Impl::numbers(impl_->statement(find_members).bind(event));
  if (!candidates) return fail(candidates);
  std::vector<std::int64_t> found;
  for (std::int64_t n : *candidates) {
    auto now = event_of(n);
    if (!now) return fail(now);
    if (*now == event) found.push_back(n);
  }
  return found;
}

// -------------------------------------------------------------------------------------------- asking

Result<std::optional<std::int64_t>> EventStore::event_of(std::int64_t happening,
                                                         std::optional<std::int64_t> known_as_of_us) {
  Statement& find = impl_->statement(find_event).bind(happening).bind(known_as_of_us.value_or(end_of_time));
  auto row = find.step();
  if (!row) return fail(row);
  if (!*row) return std::optional<std::int64_t>();
  if (!sum_holds(find, "memberships")) return fail(impl_->damaged("memberships", find.integer(0)));
  std::optional<std::int64_t> event = find.integer(2);
  find.reset();
  return event;
}

namespace {

// " AND ..." of what a happening must be, and of the reading that tells it.
Sql conditions(const EventQuery& query, bool superseded) {
  Sql sql;
  if (query.from) sql.add(" AND last_day >= ?").bind(query.from->days());
  if (query.to) sql.add(" AND first_day <= ?").bind(query.to->days());
  if (query.event_type) {
    sql.add(" AND type IN ").add(names_equal("event_type", *query.event_type));
  }
  if (query.text) {
    sql.add(
           " AND happenings.reading IN (SELECT readings.n FROM readings WHERE readings.document IN (SELECT "
           "rowid FROM "
           "report_words WHERE report_words MATCH ?))")
        .bind(search_expression(*query.text));
  }
  if (query.as_of) sql.add(" AND happenings.published_day <= ?").bind(query.as_of->days());
  if (query.known_as_of_us) sql.add(" AND happenings.learned_us <= ?").bind(*query.known_as_of_us);
  if (!superseded) return sql;
  sql.add(
      " AND NOT EXISTS (SELECT 1 FROM superseded JOIN readings AS later ON later.n = superseded.by "
      "WHERE superseded.reading = happenings.reading");
  if (query.known_as_of_us) sql.add(" AND later.learned_us <= ?").bind(*query.known_as_of_us);
  return sql.add(")");
}

}  // namespace

Done EventStore::list(const EventQuery& query, const std::function<Result<bool>(std::int64_t)>& take) {
  Snapshot snapshot(impl_->database(), *impl_->ledger.rows);
  if (!snapshot.begun()) return snapshot.begun();
  if (query.text) {
    Query words;
    words.text = query.text;
    if (auto asks = can_ask(impl_->database(), words); !asks) return asks;
  }
  auto some = impl_->database().ask("SELECT EXISTS (SELECT 1 FROM superseded)");
  if (!some) return fail(some);
  std::string direction = query.descending ? " DESC" : "";
  std::unordered_set<std::int64_t> seen;
  bool more = true;
  // Those whose day is not known come last.
  for (const char* dated : {"first_day IS NOT NULL", "first_day IS NULL"}) {
    bool undated = dated != std::string_view("first_day IS NOT NULL");
    if (undated && (query.from || query.to)) break;
    Sql sql("SELECT n FROM happenings INDEXED BY ");
    if (query.country) {
      sql.add("happenings_by_country WHERE country = ?").bind(*query.country).add(" AND ");
    } else {
      sql.add("happenings_by_day WHERE ");
    }
    sql.add(dated)
        .add(conditions(query, *some != 0))
        .add(" ORDER BY first_day" + direction + ", n" + direction);
    auto find = sql.prepare(impl_->database());
    if (!find) return fail(find);
    while (more) {
      auto row = find->step();
      if (!row) return fail(row);
      if (!*row) break;
      auto event = event_of(find->integer(0), query.known_as_of_us);
      if (!event) return fail(event);
      if (!*event || !seen.insert(**event).second) continue;
      auto go_on = take(**event);
      if (!go_on) return fail(go_on);
      more = *go_on;
    }
  }
  return {};
}

Result<std::vector<EventMember>> EventStore::members(std::int64_t event, const EventQuery& query) {
  Snapshot snapshot(impl_->database(), *impl_->ledger.rows);
  if (!snapshot.begun()) return fail(snapshot.begun());
  auto candidates = Impl::numbers(impl_->statement(find_members).bind(event));
  if (!candidates) return fail(candidates);
  EventQuery known;
  known.as_of = query.as_of;
  known.known_as_of_us = query.known_as_of_us;
  std::vector<EventMember> members;
  Rows& rows = *impl_->ledger.rows;
  for (std::int64_t n : *candidates) {
    auto now = event_of(n, query.known_as_of_us);
    if (!now) return fail(now);
    if (*now != event) continue;
    Sql counts =
        Sql("SELECT happenings.reading FROM happenings WHERE n = ?").bind(n).add(conditions(known, true));
    auto find = counts.prepare(impl_->database());
    if (!find) return fail(find);
    auto reading_n = find->one_integer();
    if (!reading_n) return fail(reading_n);
    if (!*reading_n) continue;
    EventMember member;
    member.n = n;
    auto stored = happening(n);
    if (!stored) return fail(stored);
    member.data = std::move(stored->data);
    auto reading = rows.reading(**reading_n);
    if (!reading) return fail(reading);
    member.first_claim = (*reading)->integer(6);
    member.claims = (*reading)->integer(7);
    member.learned_us = (*reading)->integer(10);
    std::int64_t document_n = (*reading)->integer(2);
    auto report = rows.get(Rows::reports, (*reading)->integer(1));
    if (!report) return fail(report);
    member.report_id = id_of((*report)->blob(1));
    auto document = rows.get(Rows::documents, document_n);
    if (!document) return fail(document);
    member.uri = (*document)->optional_text(2);
    member.outlet = (*document)->optional_text(4);
    member.headline = (*document)->optional_text(5);
    member.published = (*document)->optional_text(7);
    auto reviewed = impl_->is_reviewed(member, query.known_as_of_us.value_or(end_of_time));
    if (!reviewed) return fail(reviewed);
    member.reviewed = *reviewed;
    members.push_back(std::move(member));
  }
  return members;
}

Result<std::vector<std::string>> EventStore::claims_of(const EventMember& member,
                                                       std::optional<std::int64_t> known_as_of_us) {
  Snapshot snapshot(impl_->database(), *impl_->ledger.rows);
  if (!snapshot.begun()) return fail(snapshot.begun());
  std::vector<std::string> lines;
  for (std::int64_t n = member.first_claim; n < member.first_claim + member.claims; ++n) {
    auto line = impl_->ledger.rows->claim_line(n, known_as_of_us);
    if (!line) return fail(line);
    if (*line) lines.push_back(std::move(**line));
  }
  return lines;
}

Result<std::vector<std::string>> EventStore::claims_of_reading(std::int64_t reading) {
  Snapshot snapshot(impl_->database(), *impl_->ledger.rows);
  if (!snapshot.begun()) return fail(snapshot.begun());
  auto row = impl_->ledger.rows->reading(reading);
  if (!row) return fail(row);
  EventMember member;
  member.first_claim = (*row)->integer(6);
  member.claims = (*row)->integer(7);
  // As read: these are for linking.
  std::vector<std::string> lines;
  for (std::int64_t n = member.first_claim; n < member.first_claim + member.claims; ++n) {
    auto line = impl_->ledger.rows->get(Rows::claim_texts, n);
    if (!line) return fail(line);
    lines.emplace_back((*line)->text(2));
  }
  return lines;
}

Result<std::vector<StoredHappening>> EventStore::happenings_of(const std::string& report_id) {
  std::vector<StoredHappening> found;
  auto report = impl_->statement(find_report).bind_blob(hash_of(report_id)).one_integer();
  if (!report) return fail(report);
  if (!*report) return found;
  Statement& find = impl_->statement(find_range).bind(**report);
  auto row = find.step();
  if (!row) return fail(row);
  if (!*row) return found;
  if (!sum_holds(find, "reading_happenings"))
    return fail(impl_->damaged("reading_happenings", find.integer(0)));
  std::int64_t first = find.integer(1);
  std::int64_t count = find.integer(2);
  find.reset();
  for (std::int64_t n = first; n < first + count; ++n) {
    auto stored = happening(n);
    if (!stored) return fail(stored);
    found.push_back(std::move(*stored));
  }
  return found;
}

}  // namespace sitrep
