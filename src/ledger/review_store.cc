#include "ledger/review_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/clock.h"
#include "ledger/columns.h"
#include "ledger/impl.h"
#include "ledger/schema.h"
#include "record/json.h"

namespace sitrep {
namespace {

enum Verb {
  find_claim,
  find_carried,
  find_next,
  find_reviews,
  find_review,
  find_all,
  find_all_carried,
  find_number,
  add_review,
  add_state,
  add_held,
  find_held,
  find_before,
  find_latest,
  verb_count
};

constexpr std::array<const char*, verb_count> sqls = {
    // The latest reading's; a copy's is not asked for.
    "SELECT claim_texts.claim FROM reports JOIN readings ON readings.report = reports.n JOIN claim_texts ON "
    "claim_texts.claim BETWEEN first_claim AND first_claim + readings.claims - 1 WHERE reports.id = ?1 AND "
    "claim_texts.id = ?2 AND readings.n = (SELECT max(n) FROM readings WHERE report = reports.n)",
    "SELECT * FROM carried WHERE claim = ?",
    "SELECT max(claim) FROM carried WHERE of = ?",
    "SELECT * FROM reviews WHERE claim = ? ORDER BY n",
    "SELECT * FROM reviews WHERE id = ?",
    "SELECT * FROM reviews ORDER BY n",
    "SELECT carried.claim, reports.id FROM carried JOIN claims ON claims.n = carried.claim JOIN readings ON "
    "readings.n = claims.reading JOIN reports ON reports.n = readings.report WHERE NOT EXISTS (SELECT 1 FROM "
    "superseded WHERE superseded.reading = readings.n) ORDER BY carried.claim",
    "SELECT n FROM reviews WHERE id = ?",
    "INSERT INTO reviews VALUES(?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO claim_states VALUES(?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO held VALUES(?, ?, ?)",
    "SELECT membership FROM held WHERE review = ? ORDER BY membership",
    "SELECT event FROM memberships WHERE happening = ? AND n < ? ORDER BY n DESC LIMIT 1",
    "SELECT n, happening, event FROM memberships WHERE happening = (SELECT happening FROM memberships WHERE "
    "n = ?) "
    "ORDER BY n DESC LIMIT 1",
};

// A claim is carried at most so often: once a re-reading.
constexpr int readings_max = 10'000;

}  // namespace

struct ReviewStore::Impl {
  Ledger::Impl& ledger;
  std::array<Statement, verb_count> statements;
  std::int64_t next_review = 0, next_state = 0, now = 0;

  Statement& statement(Verb verb) { return statements[verb]; }
  [[nodiscard]] Error damaged(std::string_view table, std::int64_t n) const {
    return {ErrorCode::damaged_ledger, fmt::format("table {}, row {}: its checksum does not hold", table, n),
            ledger.database.path(), "`sitrep verify` says what is wrong; go back to a copy of the file"};
  }

  Result<Review> review_of(const Statement& row) const {
    if (!sum_holds(row, "reviews")) return fail(damaged("reviews", row.integer(0)));
    RecordReader reader(Positions(""));
    auto record = reader.read(row.text(4));
    if (!record) return fail(record);
    auto* review = std::get_if<Review>(&*record);
    if (review == nullptr) return fail(damaged("reviews", row.integer(0)));
    return std::move(*review);
  }

  Done add_reviews_of(std::int64_t claim, std::vector<Review>& reviews) {
    Statement& find = statement(find_reviews).bind(claim);
    for (;;) {
      auto row = find.step();
      if (!row) return fail(row);
      if (!*row) return {};
      auto review = review_of(find);
      if (!review) return fail(review);
      reviews.push_back(std::move(*review));
    }
  }

  // The claim that the decisions on `claim` were carried from.
  Result<std::optional<std::int64_t>> carried_from(std::int64_t claim) {
    Statement& find = statement(find_carried).bind(claim);
    auto row = find.step();
    if (!row) return fail(row);
    if (!*row) return std::optional<std::int64_t>();
    if (!sum_holds(find, "carried")) return fail(damaged("carried", claim));
    std::optional<std::int64_t> of = find.integer(1);
    find.reset();
    return of;
  }
};

ReviewStore::ReviewStore(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ReviewStore::ReviewStore(ReviewStore&&) noexcept = default;
ReviewStore& ReviewStore::operator=(ReviewStore&&) noexcept = default;
ReviewStore::~ReviewStore() = default;

Result<ReviewStore> ReviewStore::of(Ledger& ledger) {
  std::unique_ptr<Impl> impl(new Impl{*ledger.impl_, {}});
  const Database& database = ledger.impl_->database;
  auto version = database.ask("PRAGMA user_version");
  if (!version) return fail(version);
  if (*version < 3) {
    return fail(ErrorCode::older_ledger, fmt::format("of version {}, which knows no reviews", *version),
                database.path(), "`sitrep link` brings it up to date");
  }
  for (std::size_t i = 0; i < sqls.size(); ++i) {
    auto statement = database.prepare(sqls[i]);
    if (!statement) return fail(statement);
    impl->statements[i] = std::move(*statement);
  }
  return ReviewStore(std::move(impl));
}

// -------------------------------------------------------------------------------------------- asking

Result<ReviewedClaim> ReviewStore::claim(const ClaimRef& ref) {
  Snapshot snapshot(impl_->ledger.database, *impl_->ledger.rows);
  if (!snapshot.begun()) return fail(snapshot.begun());
  auto n = impl_->statement(find_claim)
               .bind_blob(is_id(ref.report) ? hash_of(ref.report) : "")
               .bind(ref.claim)
               .one_integer();
  if (!n) return fail(n);
  if (!*n) {
    return fail(ErrorCode::not_found, fmt::format("no claim {}#{}", ref.report, ref.claim),
                impl_->ledger.database.path(), "`sitrep list claims` shows them");
  }
  return claim_at(**n);
}

Result<ReviewedClaim> ReviewStore::claim_of(const std::string& review) {
  Snapshot snapshot(impl_->ledger.database, *impl_->ledger.rows);
  if (!snapshot.begun()) return fail(snapshot.begun());
  Statement& find = impl_->statement(find_review).bind(review);
  auto row = find.step();
  if (!row) return fail(row);
  std::optional<std::int64_t> n;
  if (*row) n = find.optional_integer(2);
  find.reset();
  if (!n) return fail(ErrorCode::not_found, fmt::format("no review {} of a claim", review));
  // To the newest reading that it was carried to.
  for (int i = 0; i < readings_max; ++i) {
    auto next = impl_->statement(find_next).bind(*n).one_integer();
    if (!next) return fail(next);
    if (!*next || **next <= *n) break;
    n = **next;
  }
  return claim_at(*n);
}

Result<ReviewedClaim> ReviewStore::claim_at(std::int64_t n) {
  ReviewedClaim claim;
  claim.n = n;
  Rows& rows = *impl_->ledger.rows;
  auto row = rows.get(Rows::claims, n);
  if (!row) return fail(row);
  auto reading = rows.reading((*row)->integer(1));
  if (!reading) return fail(reading);
  auto report = rows.get(Rows::reports, (*reading)->integer(1));
  if (!report) return fail(report);
  claim.ref.report = id_of((*report)->blob(1));
  auto text = rows.get(Rows::claim_texts, claim.n);
  if (!text) return fail(text);
  claim.ref.claim = std::string((*text)->text(1));
  claim.as_read = std::string((*text)->text(2));
  claim.as_decided = claim.as_read;
  auto state = rows.state(claim.n);
  if (!state) return fail(state);
  if (*state) claim.state = (*state)->state;
  std::vector<std::int64_t> line{claim.n};
  for (int i = 0; i < readings_max; ++i) {
    auto before = impl_->carried_from(line.back());
    if (!before) return fail(before);
    if (!*before || **before >= line.back()) break;
    line.push_back(**before);
  }
  for (auto each = line.rbegin(); each != line.rend(); ++each) {
    std::size_t known = claim.reviews.size();
    if (auto done = impl_->add_reviews_of(*each, claim.reviews); !done) return fail(done);
    if (known > 0 || claim.reviews.empty() || *each == claim.n) continue;
    auto decided = rows.get(Rows::claim_texts, *each);
    if (!decided) return fail(decided);
    claim.as_decided = as_claim((*decided)->text(2), claim.ref.claim, claim.ref.report);
  }
  return claim;
}

Result<std::optional<Review>> ReviewStore::review(const std::string& id) {
  Statement& find = impl_->statement(find_review).bind(id);
  auto row = find.step();
  if (!row) return fail(row);
  if (!*row) return std::optional<Review>();
  auto review = impl_->review_of(find);
  find.reset();
  if (!review) return fail(review);
  return std::optional(std::move(*review));
}

Done ReviewStore::list(const std::function<bool(const Review&)>& take) {
  Snapshot snapshot(impl_->ledger.database, *impl_->ledger.rows);
  if (!snapshot.begun()) return snapshot.begun();
  Statement& find = impl_->statement(find_all);
  for (;;) {
    auto row = find.step();
    if (!row) return fail(row);
    if (!*row) return {};
    auto review = impl_->review_of(find);
    if (!review || !take(*review)) {
      find.reset();
      return review ? Done() : fail(review);
    }
  }
}

Done ReviewStore::carried(const std::function<bool(const CarriedClaim&)>& take) {
  Snapshot snapshot(impl_->ledger.database, *impl_->ledger.rows);
  if (!snapshot.begun()) return snapshot.begun();
  Statement& find = impl_->statement(find_all_carried);
  Rows& rows = *impl_->ledger.rows;
  for (;;) {
    auto row = find.step();
    if (!row) return fail(row);
    if (!*row) return {};
    CarriedClaim carried;
    carried.report = id_of(find.blob(1));
    std::int64_t n = find.integer(0);
    auto state = rows.state(n);
    if (!state) return fail(state);
    auto text = rows.get(Rows::claim_texts, n);
    if (!text) return fail(text);
    if (!*state || (*state)->state == ReviewState::open || !(*state)->json) continue;
    carried.claim = std::string((*text)->text(1));
    carried.newer = std::string((*text)->text(2));
    carried.state = (*state)->state;
    carried.stands = *(*state)->json;
    if (carried.stands == carried.newer) continue;
    if (!take(carried)) break;
  }
  find.reset();
  return {};
}

// ------------------------------------------------------------------------------------------- writing

Done ReviewStore::start() {
  const Database& database = impl_->ledger.database;
  for (auto [sql, next] : {std::pair{"SELECT coalesce(max(n), 0) FROM reviews", &impl_->next_review},
                           std::pair{"SELECT coalesce(max(n), 0) FROM claim_states", &impl_->next_state}}) {
    auto last = database.ask(sql);
    if (!last) return fail(last);
    *next = *last + 1;
  }
  // A clock that was set back must not put what is decided now before what it decides about.
  auto latest = database.ask(
      "SELECT coalesce(max(learned_us), 0) FROM (SELECT learned_us FROM reviews ORDER BY n "
      "DESC LIMIT 1)");
  if (!latest) return fail(latest);
  impl_->now = std::max(now_us(), *latest + 1);
  return {};
}

std::int64_t ReviewStore::now() const { return impl_->now; }

Result<bool> ReviewStore::put(const Review& review, std::optional<std::int64_t> claim) {
  auto known = impl_->statement(find_number).bind(review.id).one_integer();
  if (!known) return fail(known);
  if (*known) return false;
  auto done = NewRow(impl_->statement(add_review), "reviews")
                  .integer(impl_->next_review++)
                  .text(review.id)
                  .integer(claim)
                  .text(review.reviewer)
                  .text(json_line(Record(review), Positions("")))
                  .integer(impl_->now)
                  .insert();
  if (!done) return fail(done);
  return true;
}

Done ReviewStore::put_state(std::int64_t claim, const std::string& review, ReviewState state,
                            const std::optional<std::string>& json) {
  auto number = impl_->statement(find_number).bind(review).one_integer();
  if (!number) return fail(number);
  return NewRow(impl_->statement(add_state), "claim_states")
      .integer(impl_->next_state++)
      .integer(claim)
      .integer(number->value_or(0))
      .text(name_of(state))
      .text(json)
      .integer(impl_->now)
      .insert();
}

Done ReviewStore::hold(std::int64_t happening, const std::string& review) {
  auto number = impl_->statement(find_number).bind(review).one_integer();
  if (!number) return fail(number);
  auto membership = impl_->ledger.database.ask(
      fmt::format("SELECT max(n) FROM memberships WHERE happening = {}", happening));
  if (!membership) return fail(membership);
  return NewRow(impl_->statement(add_held), "held")
      .integer(*membership)
      .integer(number->value_or(0))
      .insert();
}

Result<std::vector<ReviewStore::Held>> ReviewStore::held_by(const std::string& review) {
  std::vector<Held> held;
  auto number = impl_->statement(find_number).bind(review).one_integer();
  if (!number) return fail(number);
  std::vector<std::int64_t> memberships;
  Statement& find = impl_->statement(find_held).bind(number->value_or(0));
  for (;;) {
    auto row = find.step();
    if (!row) return fail(row);
    if (!*row) break;
    memberships.push_back(find.integer(0));
  }
  for (std::int64_t membership : memberships) {
    Statement& latest = impl_->statement(find_latest).bind(membership);
    auto row = latest.step();
    if (!row) return fail(row);
    if (!*row) continue;
    Held each{latest.integer(1), latest.integer(2), latest.integer(1)};
    bool still = latest.integer(0) == membership;
    latest.reset();
    if (!still) continue;  // decided otherwise since
    auto before = impl_->statement(find_before).bind(each.happening).bind(membership).one_integer();
    if (!before) return fail(before);
    if (*before) each.before = **before;
    held.push_back(each);
  }
  return held;
}

}  // namespace sitrep
