// A list of reports, and all that is stored of one.
#include <fmt/format.h>

#include <algorithm>

#include "base/clock.h"
#include "base/limits.h"
#include "base/sha256.h"
#include "ledger/claim_filter.h"
#include "ledger/columns.h"
#include "ledger/impl.h"
#include "ledger/packed.h"
#include "ledger/words.h"

namespace sitrep {

namespace {

Error damaged(const Database& database, std::string message) {
  return {ErrorCode::damaged_ledger, std::move(message), database.path(),
          "`sitrep verify` says what is wrong; go back to a copy of the file"};
}

// Reports are listed by their latest readings; those are told apart only where there are others.
Result<Sql> only_latest(const Database& database) {
  auto some = database.ask("SELECT EXISTS (SELECT 1 FROM superseded)");
  if (!some) return fail(some);
  if (*some == 0) return Sql();
  auto version = database.ask("PRAGMA user_version");
  if (!version) return fail(version);
  return Sql(*version < 3 ? "" : " AND readings.report NOT IN (SELECT report FROM erased)")
      .add(
          " AND NOT EXISTS (SELECT 1 FROM readings AS later WHERE later.report = readings.report AND "
          "later.n > readings.n)");
}

// Statements whose rows, one statement after the other, are the numbers of the latest readings of the
// reports that fit, in order.
Result<std::vector<Sql>> report_order(const Database& database, const Query& query) {
  auto latest = only_latest(database);
  if (!latest) return fail(latest);
  Sql filter;
  if (query.outlet) filter.add(" AND +readings.outlet IN ").add(names_equal("outlet", *query.outlet));
  if (query.text) {
    filter.add(" AND readings.document IN (SELECT rowid FROM report_words WHERE report_words MATCH ?)")
        .bind(search_expression(*query.text));
  }
  if (query.event_type || query.place || query.actor || query.source || query.side || query.status ||
      query.near || query.country) {
    Query of_claims = query;
    of_claims.text.reset();
    Sql conditions = claim_conditions(of_claims, false, false);
    auto few = gathering(database, of_claims, false, false);
    if (!few) return fail(few);
    if (*few) {
      filter.add(" AND readings.n IN (SELECT claims.reading ").add((*few)->from).add(conditions).add(")");
    } else {
      filter
          .add(
              " AND EXISTS (SELECT 1 FROM claims NOT INDEXED WHERE claims.n BETWEEN readings.first_claim AND "
              "readings.first_claim + readings.claims - 1")
          .add(conditions)
          .add(")");
    }
  }
  filter.add(*latest);
  std::string direction = query.descending ? " DESC" : "";

  std::vector<Sql> statements;
  auto walk = [&](std::string_view index, const Sql& range, const std::string& order) {
    Sql sql("SELECT readings.n FROM readings INDEXED BY ");
    statements.push_back(sql.add(index).add(" WHERE ").add(range).add(filter).add(order));
  };
  Sql days("published_day IS NOT NULL");
  if (query.from) days.add(" AND published_day >= ?").bind(query.from->days());
  if (query.to) days.add(" AND published_day <= ?").bind(query.to->days());
  bool undated = !query.from && !query.to;
  if (query.sort == Query::Sort::learned) {
    walk("readings_by_report", undated ? Sql("true") : days,
         " ORDER BY readings.report" + direction + ", readings.n" + direction);
    return statements;
  }
  walk("readings_by_published", days, " ORDER BY published_day" + direction + ", readings.n" + direction);
  if (undated)
    walk("readings_by_published", Sql("published_day IS NULL"), " ORDER BY readings.n" + direction);
  return statements;
}

Result<ReportRow> report_row(const Database& database, Rows& rows, std::int64_t reading_n) {
  ReportRow row;
  auto reading = rows.reading(reading_n);
  if (!reading) return fail(reading);
  row.claims = static_cast<std::uint64_t>((*reading)->integer(7));
  auto document = rows.get(Rows::documents, (*reading)->integer(2));
  if (!document) return fail(document);
  row.uri = (*document)->optional_text(2);
  row.outlet = (*document)->optional_text(4);
  row.headline = (*document)->optional_text(5);
  row.language = (*document)->optional_text(6);
  row.published = (*document)->optional_text(7);
  auto report = rows.get(Rows::reports, (*reading)->integer(1));
  if (!report) return fail(report);
  row.id = id_of((*report)->blob(1));
  row.learned_us = (*report)->integer(3);
  if (!is_clock_time(row.learned_us))
    return fail(damaged(database, row.id + " was learned at no possible time"));
  if (auto revised = (*report)->optional_integer(2)) {
    auto before = rows.get(Rows::reports, *revised);
    if (!before) return fail(before);
    row.revises = id_of((*before)->blob(1));
  }
  return row;
}

Result<Reading> reading_of(Rows& rows, std::int64_t n, const std::string& report) {
  auto row = rows.reading(n);
  if (!row) return fail(row);
  auto reader = rows.get(Rows::readers, (*row)->integer(3));
  if (!reader) return fail(reader);
  return Reading{fmt::format("r{}", n),           report,
                 std::string((*reader)->text(1)), (*reader)->optional_text(2),
                 (*reader)->optional_text(3),     (*reader)->optional_text(4),
                 utc_iso((*row)->integer(10))};
}

Error no_such_report(const Database& database, const std::string& id) {
  return {ErrorCode::not_found, fmt::format("no report {}", id), database.path(),
          "`sitrep list reports` shows them"};
}

Result<std::int64_t> number_of(const Database& database, const std::string& id) {
  if (!is_id(id)) return fail(no_such_report(database, id));
  auto find = database.prepare("SELECT n FROM reports WHERE id = ?");
  if (!find) return fail(find);
  auto n = find->bind_blob(hash_of(id)).one_integer();
  if (!n) return fail(n);
  if (!*n) return fail(no_such_report(database, id));
  auto version = database.ask("PRAGMA user_version");
  if (!version) return fail(version);
  if (*version < 3) return **n;
  auto erased = database.prepare("SELECT reason, erased_us FROM erased WHERE report = ?");
  if (!erased) return fail(erased);
  auto row = erased->bind(**n).step();
  if (!row) return fail(row);
  if (!*row) return **n;
  return fail(
      ErrorCode::not_found,
      fmt::format("{} was erased on {}: {}", id, utc_iso(erased->integer(1)).substr(0, 10), erased->text(0)),
      database.path());
}

}  // namespace

Done Ledger::list_reports(const Query& query, const std::function<bool(const ReportRow&)>& row) {
  if (query.from && query.to && *query.from > *query.to) return {};
  Snapshot snapshot(impl_->database, *impl_->rows);
  if (!snapshot.begun()) return snapshot.begun();
  if (auto asks = can_ask(impl_->database, query); !asks) return asks;
  auto statements = report_order(impl_->database, query);
  if (!statements) return fail(statements);
  Page page(query, [&](std::int64_t n) -> Result<bool> {
    auto found = report_row(impl_->database, *impl_->rows, n);
    if (!found) return fail(found);
    return row(*found);
  });
  return each_number(impl_->database, *statements, [&](std::int64_t n) { return page.offer(n); });
}

Result<std::string> Ledger::resolve_id(const std::string& beginning) {
  constexpr std::size_t digits_min = 6;
  std::string_view digits = beginning;
  if (digits.starts_with("sha256:")) digits.remove_prefix(7);
  std::string hex(digits);
  for (char& c : hex) c = static_cast<char>(c >= 'A' && c <= 'F' ? c + ('a' - 'A') : c);
  if (hex.size() < digits_min || hex.size() > 64 ||
      hex.find_first_not_of("0123456789abcdef") != std::string::npos) {
    return fail(ErrorCode::bad_usage, fmt::format("\"{}\" is no report's id", beginning),
                impl_->database.path(),
                "give the id, or its first digits, at least 6: `sitrep list reports` shows them");
  }
  auto find = impl_->database.prepare("SELECT id FROM reports WHERE id BETWEEN ? AND ? LIMIT 2");
  if (!find) return fail(find);
  find->bind_blob(bytes_of_hex(hex + std::string(64 - hex.size(), '0')));
  find->bind_blob(bytes_of_hex(hex + std::string(64 - hex.size(), 'f')));
  std::vector<std::string> found;
  for (;;) {
    auto row = find->step();
    if (!row) return fail(row);
    if (!*row) break;
    found.push_back(id_of(find->blob(0)));
  }
  if (found.empty()) return fail(no_such_report(impl_->database, beginning));
  if (found.size() > 1) {
    return fail(ErrorCode::bad_usage, fmt::format("several reports begin with {}", beginning),
                impl_->database.path(), "give more digits");
  }
  return found[0];
}

Result<StoredReport> Ledger::report(const std::string& id) {
  Snapshot snapshot(impl_->database, *impl_->rows);
  if (!snapshot.begun()) return fail(snapshot.begun());
  Rows& rows = *impl_->rows;
  auto n = number_of(impl_->database, id);
  if (!n) return fail(n);
  StoredReport stored;
  auto readings = impl_->database.prepare("SELECT n FROM readings WHERE report = ? ORDER BY n");
  if (!readings) return fail(readings);
  readings->bind(*n);
  std::int64_t latest = 0;
  for (;;) {
    auto row = readings->step();
    if (!row) return fail(row);
    if (!*row) break;
    latest = readings->integer(0);
    auto reading = reading_of(rows, latest, id);
    if (!reading) return fail(reading);
    stored.readings.push_back(std::move(*reading));
  }
  if (stored.readings.empty()) return fail(damaged(impl_->database, id + " has no reading"));
  auto row = report_row(impl_->database, rows, latest);
  if (!row) return fail(row);
  stored.row = std::move(*row);
  if (stored.row.id != id)
    return fail(damaged(impl_->database, "the reading of " + id + " is another report's"));

  auto reading = rows.reading(latest);
  if (!reading) return fail(reading);
  auto text = rows.get(Rows::texts, (*reading)->integer(2));
  if (!text) return fail(text);
  auto json = unpack((*text)->blob(3), (*text)->integer(2), value_bytes_max);
  if (!json) return fail(damaged(impl_->database, "the text of " + id + " does not unpack"));
  stored.report_json = std::move(*json);

  // Checked against its checksum just now, so the numbers are those that were written.
  std::int64_t first_claim = (*reading)->integer(6);
  std::int64_t claims = (*reading)->integer(7);
  std::int64_t first_other = (*reading)->integer(8);
  std::int64_t others = (*reading)->integer(9);
  for (std::int64_t claim = first_claim; claim < first_claim + claims; ++claim) {
    auto line = rows.claim_line(claim);
    if (!line) return fail(line);
    if (*line) stored.claims.push_back(std::move(**line));
  }
  for (std::int64_t other = first_other; other < first_other + others; ++other) {
    auto line = rows.get(Rows::others, other);
    if (!line) return fail(line);
    stored.others.emplace_back((*line)->text(2));
  }
  return stored;
}

Result<std::string> Ledger::received(const std::string& id) {
  Snapshot snapshot(impl_->database, *impl_->rows);
  if (!snapshot.begun()) return fail(snapshot.begun());
  auto n = number_of(impl_->database, id);
  if (!n) return fail(n);
  auto row = impl_->rows->get(Rows::bytes, *n);
  if (!row) return fail(row);
  auto bytes = unpack((*row)->blob(2), (*row)->integer(1), limits::report_bytes_max);
  if (!bytes || "sha256:" + sha256_hex(*bytes) != id) {
    return fail(damaged(impl_->database, "the bytes received of " + id + " are not those it is named for"));
  }
  return std::move(*bytes);
}

Result<std::vector<std::string>> Ledger::names(LedgerName kind) {
  auto find = impl_->database.prepare("SELECT name FROM names WHERE kind = ? ORDER BY folded, name");
  if (!find) return fail(find);
  find->bind(name_of(kind));
  std::vector<std::string> names;
  for (;;) {
    auto row = find->step();
    if (!row) return fail(row);
    if (!*row) return names;
    names.emplace_back(find->text(0));
  }
}

}  // namespace sitrep
