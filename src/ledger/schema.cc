#include "ledger/schema.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/sha256.h"
#include "ledger/schema_sql.h"
#include "ledger/words.h"

namespace sitrep {

namespace ledger_schema {

namespace {

// In the order of the versions that brought them.
constexpr std::array<std::string_view, 23> table_names = {"names",
                                                          "readers",
                                                          "reports",
                                                          "bytes",
                                                          "documents",
                                                          "texts",
                                                          "readings",
                                                          "superseded",
                                                          "claims",
                                                          "claim_texts",
                                                          "claim_actors",
                                                          "others",
                                                          "reading_happenings",
                                                          "happenings",
                                                          "happening_keys",
                                                          "links",
                                                          "memberships",
                                                          "reviews",
                                                          "claim_states",
                                                          "carried",
                                                          "held",
                                                          "erased",
                                                          "backups"};
// How many of them a version has.
constexpr std::array<std::size_t, 4> tables_of = {0, 12, 17, table_names.size()};

constexpr std::size_t version_of_words = 3;

std::string with_triggers(std::string out, std::span<const std::string_view> tables) {
  for (std::string_view table : tables) {
    for (std::string_view deed : {"update", "delete"}) {
      out += fmt::format(
          "CREATE TRIGGER {0}_no_{1} BEFORE {1} ON {0} BEGIN SELECT RAISE(ABORT, 'a ledger is append-only'); "
          "END;\n",
          table, deed);
    }
  }
  return out;
}

// What sqlite_schema says, in an order that does not depend on the order of making.
Result<std::string> described(const Database& database) {
  auto statement = database.prepare(
      "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name, tbl_name");
  if (!statement) return fail(statement);
  std::string out;
  for (;;) {
    auto row = statement->step();
    if (!row) return fail(row);
    if (!*row) return out;
    for (int column = 0; column < 4; ++column) {
      out += statement->text(column);
      out += '\0';
    }
    // A hostile file may hold a schema without end.
    if (out.size() > 4 * sql_from(0, version).size()) return out;
  }
}

}  // namespace

std::span<const std::string_view> tables(std::int64_t of_version) {
  return std::span(table_names).first(tables_of[static_cast<std::size_t>(of_version)]);
}

bool is_numbered(std::string_view table) {
  constexpr std::array<std::string_view, 6> not_numbered = {
      "superseded", "claim_actors", "reading_happenings", "happening_keys", "carried", "held"};
  return table != "erased" &&
         std::find(not_numbered.begin(), not_numbered.end(), table) == not_numbered.end();
}

std::string sql_from(std::int64_t from, std::int64_t to) {
  std::string out;
  for (auto each = static_cast<std::size_t>(from) + 1; each <= static_cast<std::size_t>(to); ++each) {
    auto fresh = std::span(table_names).subspan(tables_of[each - 1], tables_of[each] - tables_of[each - 1]);
    out += with_triggers(statements_of[each - 1], fresh);
    if (each == version_of_words) out += words_sql;
  }
  return out;
}

Done check(const Database& database, std::int64_t of_version) {
  auto ours = [&]() -> Result<std::string> {
    Database empty;
    if (auto done = empty.open_in_memory(); !done) return fail(done);
    if (auto done = empty.execute(sql_from(0, of_version).c_str()); !done) return fail(done);
    return described(empty);
  }();
  if (!ours) return fail(ours);
  auto found = described(database);
  if (!found) return fail(found);
  if (*found != *ours) {
    return fail(ErrorCode::damaged_ledger, "its tables are not those of a ledger of this version",
                database.path(), "go back to a copy of the file");
  }
  return {};
}

}  // namespace ledger_schema

namespace {

void append_number(std::string& out, std::uint64_t value) {
  for (unsigned shift = 0; shift < 64; shift += 8) out.push_back(static_cast<char>(value >> shift));
}

}  // namespace

void RowSum::sized(char tag, std::string_view value) {
  bytes_.push_back(tag);
  append_number(bytes_, value.size());
  bytes_ += value;
}

RowSum& RowSum::integer(std::int64_t value) {
  bytes_.push_back('i');
  append_number(bytes_, static_cast<std::uint64_t>(value));
  return *this;
}
RowSum& RowSum::text(std::string_view value) {
  sized('t', value);
  return *this;
}
RowSum& RowSum::blob(std::string_view value) {
  sized('b', value);
  return *this;
}
RowSum& RowSum::null() {
  bytes_.push_back('n');
  return *this;
}

std::int64_t short_hash(std::string_view bytes) {
  std::string hash = sha256_hex(bytes);
  std::uint64_t first = 0;
  std::from_chars(hash.data(), hash.data() + 16, first, 16);
  return static_cast<std::int64_t>(first);
}

namespace {

// Nothing where a column holds what no column may.
std::optional<std::int64_t> sum_if_known(const Statement& row, std::string_view table) {
  RowSum sum(table);
  int last = row.columns() - 1;
  for (int column = 0; column < last; ++column) {
    switch (row.type(column)) {
      case SQLITE_INTEGER:
        sum.integer(row.integer(column));
        break;
      case SQLITE_TEXT:
        sum.text(row.text(column));
        break;
      case SQLITE_BLOB:
        sum.blob(row.blob(column));
        break;
      case SQLITE_NULL:
        sum.null();
        break;
      default:  // no column holds fractions
        return std::nullopt;
    }
  }
  return sum.value();
}

}  // namespace

std::int64_t sum_of(const Statement& row, std::string_view table) {
  return sum_if_known(row, table).value_or(0);
}

bool sum_holds(const Statement& row, std::string_view table) {
  auto sum = sum_if_known(row, table);
  int last = row.columns() - 1;
  return sum && row.type(last) == SQLITE_INTEGER && row.integer(last) == *sum;
}

NewRow& NewRow::integer(std::int64_t value) {
  statement_.bind(value);
  sum_.integer(value);
  return *this;
}
NewRow& NewRow::text(std::string_view value) {
  statement_.bind(value);
  sum_.text(value);
  return *this;
}
NewRow& NewRow::blob(std::string_view value) {
  statement_.bind_blob(value);
  sum_.blob(value);
  return *this;
}
NewRow& NewRow::null() {
  statement_.bind_null();
  sum_.null();
  return *this;
}
Done NewRow::insert() {
  statement_.bind(sum_.value());
  return statement_.run();
}

}  // namespace sitrep
