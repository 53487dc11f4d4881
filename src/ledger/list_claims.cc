// A list of claims, page by page or whole, in the order asked for.
#include <algorithm>

#include "ledger/claim_filter.h"
#include "ledger/columns.h"
#include "ledger/impl.h"
#include "ledger/reviewed_claims.h"

namespace sitrep {

namespace {

// The condition of each partial index must stand word for word in a statement that uses it.
constexpr std::string_view is_ahead = "last_minute >= (published_day + 1) * 1440";
constexpr std::string_view is_behind = "first_minute < (published_day - 31) * 1440";
constexpr std::string_view is_long = "last_minute - first_minute >= 32 * 1440";
static_assert(near_days == 31 && long_minutes == 32 * day_minutes);

// Statements whose rows, one statement after the other, are the numbers of the claims in order.
class ClaimOrder {
 public:
  ClaimOrder(const Database& database, const Query& query) : database_(database), query_(query) {}

  Result<std::vector<Sql>> statements() {
    auto current = not_superseded(database_, query_);
    if (!current) return fail(current);
    filter_ = claim_conditions(query_, true, true);
    filter_.add(*current);
    auto few = gathering(database_, query_, true, true);
    if (!few) return fail(few);
    if (*few && (*few)->count == 0) return std::vector<Sql>();
    if (*few) {
      gather((*few)->from);
    } else if (query_.sort == Query::Sort::published) {
      walk_published();
    } else if (query_.sort == Query::Sort::time) {
      walk_time();
    } else {
      statements_.push_back(Sql("SELECT claims.n FROM claims NOT INDEXED WHERE true"));
      statements_.back().add(filter_).add(by("claims.n"));
    }
    return std::move(statements_);
  }

 private:
  [[nodiscard]] std::string by(const std::string& column) const {
    const char* direction = query_.descending ? " DESC" : "";
    std::string order = " ORDER BY " + column + direction;
    if (column != "claims.n") order += std::string(", claims.n") + direction;
    return order;
  }

  void gather(const Sql& from) {
    std::string column = query_.sort == Query::Sort::published ? "claims.published_day"
                         : query_.sort == Query::Sort::time    ? "claims.first_minute"
                                                               : "claims.n";
    Sql sql("SELECT claims.n ");
    sql.add(from).add(filter_);
    std::string order = by(column);
    // Unknown days come last either way.
    order.replace(0, 10, " ORDER BY " + column + " IS NULL, ");
    statements_.push_back(sql.add(order));
  }

  // A stretch of an index, in its order.
  void walk(std::string_view index, const Sql& range, const std::string& order) {
    Sql sql("SELECT claims.n FROM claims INDEXED BY ");
    statements_.push_back(sql.add(index).add(" WHERE ").add(range).add(filter_).add(order));
  }

  // Stretches are given from early to late.
  void turn_if_descending() {
    if (query_.descending) std::reverse(statements_.begin(), statements_.end());
  }

  // Claims are about days that end with their day of publication and begin in the month before it, but
  // for a few. So those that a date filter lets through stand between `from` and the month after `to`;
  // before it only claims that look ahead, after it only such as look far behind.
  void walk_published() {
    const char* index = query_.event_type ? "claims_by_type" : "claims_by_published";
    std::string order = by("claims.published_day");
    Sql range("published_day IS NOT NULL");
    if (query_.from) {
      std::int64_t first = query_.from->days();
      walk("claims_ahead", Sql(is_ahead).add(" AND published_day < ?").bind(first), order);
      range.add(" AND published_day >= ?").bind(first);
    }
    std::int64_t last = query_.to ? query_.to->days() + near_days : 0;
    if (query_.to) range.add(" AND published_day <= ?").bind(last);
    walk(index, range, order);
    if (query_.to) walk("claims_behind", Sql(is_behind).add(" AND published_day > ?").bind(last), order);
    turn_if_descending();
    walk(index, Sql("published_day IS NULL"), by("claims.n"));
  }

  void walk_time() {
    const char* index = query_.event_type ? "claims_by_type_time" : "claims_by_time";
    std::string order = by("claims.first_minute");
    Sql range("first_minute IS NOT NULL");
    if (query_.from) {
      std::int64_t first = first_minute_of(*query_.from) - long_minutes;
      walk("claims_long", Sql(is_long).add(" AND first_minute < ?").bind(first), order);
      range.add(" AND first_minute >= ?").bind(first);
    }
    walk(index, range, order);
    turn_if_descending();
    if (!query_.from && !query_.to) walk(index, Sql("first_minute IS NULL"), by("claims.n"));
  }

  const Database& database_;
  const Query& query_;
  Sql filter_;
  std::vector<Sql> statements_;
};

// What the claims of one reading share; lists often show several of a reading in a row.
struct OfReading {
  std::int64_t n = 0;
  std::string report_id;
  std::optional<std::string> outlet, published;
  std::int64_t learned_us = 0;
};

Done find_reading(Rows& rows, std::int64_t n, OfReading& of) {
  if (of.n == n) return {};
  auto reading = rows.reading(n);
  if (!reading) return fail(reading);
  auto report = rows.get(Rows::reports, (*reading)->integer(1));
  if (!report) return fail(report);
  auto document = rows.get(Rows::documents, (*reading)->integer(2));
  if (!document) return fail(document);
  of = {n, id_of((*report)->blob(1)), (*document)->optional_text(4), (*document)->optional_text(7),
        (*reading)->integer(10)};
  return {};
}

}  // namespace

Done Ledger::list_claims(const Query& query, const std::function<bool(const ClaimRow&)>& row) {
  if (query.from && query.to && *query.from > *query.to) return {};
  Snapshot snapshot(impl_->database, *impl_->rows);
  if (!snapshot.begun()) return snapshot.begun();
  if (auto asks = can_ask(impl_->database, query); !asks) return asks;
  auto statements = ClaimOrder(impl_->database, query).statements();
  if (!statements) return fail(statements);
  Rows& rows = *impl_->rows;
  auto decided = ReviewedClaims::make(impl_->database, rows, query);
  if (!decided) return fail(decided);
  OfReading of;
  return each_claim(impl_->database, *statements, query, rows, *decided, [&](std::int64_t n) -> Result<bool> {
    auto claim = rows.get(Rows::claims, n);
    if (!claim) return fail(claim);
    if (auto found = find_reading(rows, (*claim)->integer(1), of); !found) return fail(found);
    auto text = rows.get(Rows::claim_texts, n);
    if (!text) return fail(text);
    const std::string* changed = decided->line(n);
    return row({of.report_id, std::string((*text)->text(1)),
                changed != nullptr ? *changed : std::string((*text)->text(2)), of.outlet, of.published,
                of.learned_us});
  });
}

}  // namespace sitrep
