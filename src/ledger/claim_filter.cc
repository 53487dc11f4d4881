#include "ledger/claim_filter.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "ledger/columns.h"
#include "ledger/schema.h"
#include "ledger/words.h"

namespace sitrep {

Sql& Sql::add(const Sql& other) {
  text_ += other.text_;
  values_.insert(values_.end(), other.values_.begin(), other.values_.end());
  return *this;
}

Result<Statement> Sql::prepare(const Database& database) const {
  auto statement = database.prepare(text_);
  if (!statement) return statement;
  for (const auto& value : values_) {
    std::visit([&](const auto& x) { statement->bind(x); }, value);
  }
  return statement;
}

Sql names_like(std::string_view kind, const std::string& part) {
  Sql sql("(SELECT n FROM names WHERE kind = ? AND instr(folded, ?) > 0)");
  return sql.bind(std::string(kind)).bind(folded(part));
}

Sql names_equal(std::string_view kind, const std::string& name) {
  Sql sql("(SELECT n FROM names WHERE kind = ? AND folded = ?)");
  return sql.bind(std::string(kind)).bind(folded(name));
}

namespace {

// Types are words of a closed list: letter case counts.
Sql type_number(const std::string& type) {
  Sql sql("(SELECT n FROM names WHERE kind = 'event_type' AND folded = ? AND name = ?)");
  return sql.bind(folded(type)).bind(type);
}

}  // namespace

Sql claim_conditions(const Query& query, bool with_dates, bool with_outlet) {
  Sql sql;
  if (query.event_type) sql.add(" AND claims.type = ").add(type_number(*query.event_type));
  if (with_dates && query.from) sql.add(" AND claims.last_minute >= ?").bind(first_minute_of(*query.from));
  if (with_dates && query.to) sql.add(" AND claims.first_minute <= ?").bind(last_minute_of(*query.to));
  if (with_outlet && query.outlet) {
    sql.add(" AND claims.outlet IN ").add(names_equal("outlet", *query.outlet));
  }
  if (query.place) sql.add(" AND claims.place IN ").add(names_like("place", *query.place));
  // The plus keeps SQLite from seeking each of many names for each claim.
  if (query.actor) {
    sql.add(
           " AND EXISTS (SELECT 1 FROM claim_actors WHERE claim_actors.claim = claims.n AND "
           "+claim_actors.actor IN ")
        .add(names_like("actor", *query.actor))
        .add(")");
  }
  if (query.text) {
    sql.add(" AND claims.n IN (SELECT rowid FROM claim_words WHERE claim_words MATCH ?)")
        .bind(search_expression(*query.text));
  }
  if (query.source) sql.add(" AND claims.source IN ").add(names_like("source", *query.source));
  if (query.country) sql.add(" AND claims.country = ?").bind(*query.country);
  if (auto state = query.status ? parse_enum<ReviewState>(*query.status) : std::nullopt) {
    sql.add(*state == ReviewState::open ? " AND claims.n NOT IN " : " AND claims.n IN ")
        .add("(SELECT claim FROM claim_states WHERE ")
        .add(ledger_schema::is_latest_state)
        .add(" AND state ")
        .add(*state == ReviewState::open ? "<> 'open')" : "= ?)");
    if (*state != ReviewState::open) sql.bind(std::string(name_of(*state)));
  }
  // What the columns do not tell is asked of the claim itself.
  auto told = [&](std::string_view condition) -> Sql& {
    return sql.add(" AND EXISTS (SELECT 1 FROM claim_texts WHERE claim_texts.claim = claims.n AND ")
        .add(condition)
        .add(")");
  };
  if (query.side) told("json_extract(json, '$.data.source.party') = ?").bind(*query.side);
  if (query.status && !parse_enum<ReviewState>(*query.status)) {
    told("? IN (json_extract(json, '$.data.status.polarity'), json_extract(json, '$.data.status.modality'))")
        .bind(*query.status);
  }
  if (query.near) {
    // In millionths of a degree and metres: whole numbers.
    constexpr double ppm = 1e6;
    constexpr double metres = 1e3;
    told(
        "metres_between(json_extract(json, '$.data.place.lat'), json_extract(json, '$.data.place.lon'), ?, "
        "?) <= ?")
        .bind(std::llround(query.near->lat * ppm))
        .bind(std::llround(query.near->lon * ppm))
        .bind(std::llround(query.near->km * metres));
  }
  return sql;
}

Done can_ask(const Database& database, const Query& query) {
  bool state = query.status && parse_enum<ReviewState>(*query.status);
  if (!query.text && !state) return {};
  auto version = database.ask("PRAGMA user_version");
  if (!version) return fail(version);
  if (*version < 3) {
    return fail(ErrorCode::older_ledger,
                fmt::format("of version {}, which has no index of words and no decisions", *version),
                database.path(), "`sitrep link` brings it up to date");
  }
  if (query.text && search_expression(*query.text).empty()) {
    return fail(ErrorCode::bad_usage, fmt::format("\"{}\" names no word to look for", *query.text), {},
                "words, \"a phrase\", begin*, one OR other, -without");
  }
  return {};
}

Result<Sql> not_superseded(const Database& database, const Query& query) {
  if (query.report) return Sql();
  auto some = database.ask("SELECT EXISTS (SELECT 1 FROM superseded)");
  if (!some) return fail(some);
  if (*some == 0) return Sql();
  return Sql(" AND NOT EXISTS (SELECT 1 FROM superseded WHERE superseded.reading = claims.reading)");
}

Result<std::optional<Gathering>> gathering(const Database& database, const Query& query, bool with_dates,
                                           bool with_outlet) {
  // The latest reading of one report, whether it counts or a copy's does.
  if (query.report) {
    auto find = database.prepare(
        "SELECT max(readings.n) FROM readings JOIN reports ON reports.n = report WHERE id = ?");
    if (!find) return fail(find);
    auto reading = find->bind_blob(is_id(*query.report) ? hash_of(*query.report) : "").one_integer();
    if (!reading) return fail(reading);
    Sql from(
        "FROM readings NOT INDEXED CROSS JOIN claims NOT INDEXED ON claims.n BETWEEN readings.first_claim "
        "AND "
        "readings.first_claim + readings.claims - 1 WHERE readings.n = ?");
    return Gathering{from.bind(reading->value_or(0)), reading->has_value() ? 1 : 0};
  }
  auto claims = database.ask("SELECT max(n) FROM claims");
  if (!claims) return fail(claims);
  std::int64_t most_in_index = std::min(gathered_max, *claims / 8);
  std::int64_t most_in_table = std::min(gathered_max / 4, *claims / 8);
  std::optional<Gathering> best;
  auto offer = [&](const Sql& counted, const Sql& from, std::int64_t most) -> Done {
    Sql limited = counted;
    limited.bind(most + 1);
    auto statement = limited.prepare(database);
    if (!statement) return fail(statement);
    auto count = statement->one_integer();
    if (!count) return fail(count);
    std::int64_t n = count->value_or(0);
    if (n <= most && (!best || n < best->count)) best = Gathering{from, n};
    return {};
  };
  auto counted = [](const Sql& rows) {
    return Sql("SELECT count(*) FROM (SELECT 1 ").add(rows).add(" LIMIT ?)");
  };

  Done done;
  if (query.event_type) {
    Sql from("FROM claims INDEXED BY claims_by_type WHERE claims.type = ");
    from.add(type_number(*query.event_type));
    done = offer(counted(from), from, most_in_index);
  }
  if (done && query.text && with_outlet) {
    Sql rows("FROM claim_words WHERE claim_words MATCH ?");
    rows.bind(search_expression(*query.text));
    Sql from("FROM claims NOT INDEXED WHERE claims.n IN (SELECT rowid ");
    done = offer(counted(rows), from.add(rows).add(")"), most_in_table);
  }
  if (done && query.place) {
    Sql from("FROM claims INDEXED BY claims_by_place WHERE claims.place IN ");
    from.add(names_like("place", *query.place));
    done = offer(counted(from), from, most_in_table);
  }
  if (done && query.actor) {
    Sql rows("FROM claim_actors INDEXED BY claim_actors_by_actor WHERE actor IN ");
    rows.add(names_like("actor", *query.actor));
    Sql from("FROM claims NOT INDEXED WHERE claims.n IN (SELECT claim ");
    done = offer(counted(rows), from.add(rows).add(")"), most_in_table);
  }
  if (done && with_outlet && query.outlet) {
    Sql outlets = names_equal("outlet", *query.outlet);
    Sql count(
        "SELECT sum(claims) FROM (SELECT claims FROM readings INDEXED BY readings_by_outlet WHERE outlet "
        "IN ");
    Sql from(
        "FROM readings INDEXED BY readings_by_outlet CROSS JOIN claims NOT INDEXED ON claims.n BETWEEN "
        "readings.first_claim AND readings.first_claim + readings.claims - 1 WHERE readings.outlet IN ");
    done = offer(count.add(outlets).add(" LIMIT ?)"), from.add(outlets), most_in_table);
  }
  // A walk in the order of time begins and ends with the days asked for; others soon find a page of
  // them where they are not few.
  std::int64_t most_by_days =
      query.sort == Query::Sort::time ? 0 : std::min(most_in_table, gathered_max / 16);
  if (done && with_dates && most_by_days > 0 && (query.from || query.to)) {
    Sql rows("FROM claims INDEXED BY claims_by_time WHERE true");
    if (query.event_type) {
      rows = Sql("FROM claims INDEXED BY claims_by_type_time WHERE claims.type = ");
      rows.add(type_number(*query.event_type));
    }
    rows.add(" AND claims.first_minute >= ? AND claims.first_minute <= ?");
    // A claim of a long time may have begun earlier: those few have an index of their own.
    std::int64_t first = query.from ? first_minute_of(*query.from) - long_minutes : INT64_MIN;
    rows.bind(first).bind(query.to ? last_minute_of(*query.to) : INT64_MAX);
    Sql from("FROM claims NOT INDEXED WHERE claims.n IN (SELECT n ");
    from.add(rows)
        .add(
            " UNION ALL SELECT n FROM claims INDEXED BY claims_long WHERE last_minute - first_minute >= 32 * "
            "1440 "
            "AND first_minute < ? AND last_minute >= ?)")
        .bind(first)
        .bind(first);
    done = offer(counted(rows), from, most_by_days);
  }
  if (!done) return fail(done);
  return best;
}

Done each_number(const Database& database, const std::vector<Sql>& statements,
                 const std::function<Result<bool>(std::int64_t)>& take) {
  for (const Sql& sql : statements) {
    auto numbers = sql.prepare(database);
    if (!numbers) return fail(numbers);
    for (;;) {
      auto step = numbers->step();
      if (!step) return fail(step);
      if (!*step) break;
      auto go_on = take(numbers->integer(0));
      if (!go_on) return fail(go_on);
      if (!*go_on) return {};
    }
  }
  return {};
}

}  // namespace sitrep
