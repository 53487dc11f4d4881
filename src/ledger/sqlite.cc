#include "ledger/sqlite.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <chrono>
#include <cstring>
#include <thread>

#include "base/limits.h"
#include "base/sphere.h"

namespace sitrep {

namespace {

static_assert(value_bytes_max > 6 * limits::text_bytes_max + limits::report_bytes_max);

ErrorCode code_of(int sqlite_code) {
  switch (sqlite_code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return ErrorCode::busy_ledger;
    case SQLITE_READONLY:
    case SQLITE_FULL:
    case SQLITE_PERM:
      return ErrorCode::cannot_write;
    case SQLITE_NOTADB:
      return ErrorCode::not_a_ledger;
    case SQLITE_CANTOPEN:
    case SQLITE_NOMEM:
    case SQLITE_INTERRUPT:
      return ErrorCode::cannot_read;
    case SQLITE_TOOBIG:
      return ErrorCode::over_limit;
    case SQLITE_IOERR:
      switch (sqlite_code) {
        case SQLITE_IOERR_CORRUPTFS:
        case SQLITE_IOERR_DATA:
        case SQLITE_IOERR_SHORT_READ:
          return ErrorCode::damaged_ledger;
        case SQLITE_IOERR_READ:
        case SQLITE_IOERR_FSTAT:
        case SQLITE_IOERR_ACCESS:
        case SQLITE_IOERR_NOMEM:
          return ErrorCode::cannot_read;
        default:
          return ErrorCode::cannot_write;
      }
    default:  // SQLITE_CORRUPT, and constraints that only a damaged file can break
      return ErrorCode::damaged_ledger;
  }
}

const char* hint_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::busy_ledger:
      return "another program is writing to it; try again when that is done";
    case ErrorCode::damaged_ledger:
      return "`sitrep verify` says what is wrong; go back to a copy of the file";
    default:
      return "";
  }
}

}  // namespace

// ------------------------------------------------------------------------------------- statements

// Binding fails only for positions that do not exist (our bug) and values past the bound, which
// `step` then tells.
Statement& Statement::bind(std::int64_t value) {
  [[maybe_unused]] int rc = sqlite3_bind_int64(statement_.get(), ++bound_, value);
  assert(rc == SQLITE_OK);
  return *this;
}
Statement& Statement::bind(std::string_view text) {
  const char* data = text.data() == nullptr ? "" : text.data();
  [[maybe_unused]] int rc =
      sqlite3_bind_text64(statement_.get(), ++bound_, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  assert(rc != SQLITE_RANGE && rc != SQLITE_MISUSE);
  return *this;
}
Statement& Statement::bind_blob(std::string_view bytes) {
  const char* data = bytes.data() == nullptr ? "" : bytes.data();
  [[maybe_unused]] int rc =
      sqlite3_bind_blob64(statement_.get(), ++bound_, data, bytes.size(), SQLITE_TRANSIENT);
  assert(rc != SQLITE_RANGE && rc != SQLITE_MISUSE);
  return *this;
}
Statement& Statement::bind_null() {
  sqlite3_bind_null(statement_.get(), ++bound_);
  return *this;
}

Result<bool> Statement::step() {
  int rc = sqlite3_step(statement_.get());
  if (rc == SQLITE_ROW) return true;
  if (rc == SQLITE_DONE) {
    reset();
    return false;
  }
  Error error = database_->error();
  reset();
  return fail(std::move(error));
}

Done Statement::run() {
  for (;;) {
    auto row = step();
    if (!row) return fail(row);
    if (!*row) return {};
  }
}

Result<std::optional<std::int64_t>> Statement::one_integer() {
  auto row = step();
  if (!row) return fail(row);
  std::optional<std::int64_t> value;
  if (*row) value = optional_integer(0);
  reset();
  return value;
}

void Statement::reset() {
  sqlite3_reset(statement_.get());
  bound_ = 0;
}

bool Statement::is_null(int column) const { return type(column) == SQLITE_NULL; }
std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
std::string_view Statement::text(int column) const {
  const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  if (data == nullptr) return {};
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}
std::string_view Statement::blob(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  if (data == nullptr) return {};
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}
std::optional<std::int64_t> Statement::optional_integer(int column) const {
  if (is_null(column)) return std::nullopt;
  return integer(column);
}
std::optional<std::string> Statement::optional_text(int column) const {
  if (is_null(column)) return std::nullopt;
  return std::string(text(column));
}
int Statement::type(int column) const { return sqlite3_column_type(statement_.get(), column); }
int Statement::columns() const { return sqlite3_column_count(statement_.get()); }

// --------------------------------------------------------------------------------------- database

namespace {

// Asks every other millisecond, where SQLite's own wait soon asks but ten times a second: a writer that
// works in many transactions leaves a gap of some milliseconds after each, and this finds it.
int wait_for_writer(void*, int asked) {
  constexpr int pause_ms = 2;
  if (asked >= limits::ledger_wait_ms / pause_ms) return 0;
  std::this_thread::sleep_for(std::chrono::milliseconds(pause_ms));
  return 1;
}

// metres_between(lat, lon, other lat and lon in millionths of a degree); NULL where one is.
void metres_between(sqlite3_context* context, int, sqlite3_value** values) {
  if (sqlite3_value_type(values[0]) == SQLITE_NULL || sqlite3_value_type(values[1]) == SQLITE_NULL) return;
  constexpr double ppm = 1e6;
  double km =
      kilometres_between(sqlite3_value_double(values[0]), sqlite3_value_double(values[1]),
                         sqlite3_value_double(values[2]) / ppm, sqlite3_value_double(values[3]) / ppm);
  sqlite3_result_double(context, 1000 * km);
}

}  // namespace

Database::~Database() { sqlite3_close(database_); }

Done Database::open(const std::string& path, int flags, bool immutable) {
  sqlite3_close(database_);
  database_ = nullptr;
  path_ = path;
  // "file:x" and ":memory:" mean something else to SQLite; "./file:x" is always a file.
  std::string name = path.starts_with('/') ? path : "./" + path;
  if (immutable) {
    std::string uri = "file:";
    for (char c : name) {
      if (c == '?' || c == '#' || c == '%') {
        uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
      } else {
        uri += c;
      }
    }
    name = uri + "?immutable=1";
    flags |= SQLITE_OPEN_URI;
  }
  if (sqlite3_open_v2(name.c_str(), &database_, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                      nullptr) != SQLITE_OK) {
    return fail(error());
  }
  sqlite3_busy_handler(database_, wait_for_writer, nullptr);
  sqlite3_limit(database_, SQLITE_LIMIT_LENGTH, static_cast<int>(value_bytes_max));
  sqlite3_limit(database_, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_db_config(database_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(database_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_create_function_v2(database_, "metres_between", 4,
                             SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nullptr, metres_between,
                             nullptr, nullptr, nullptr);
  // A reader must not touch the file, not even to tidy it up.
  if ((flags & SQLITE_OPEN_READONLY) != 0) {
    sqlite3_db_config(database_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  }
  return execute("PRAGMA cell_size_check = ON; PRAGMA cache_size = -16000; PRAGMA foreign_keys = ON");
}

Done Database::open_in_memory() {
  if (sqlite3_open(":memory:", &database_) != SQLITE_OK) return fail(error());
  return {};
}

Result<Statement> Database::prepare(std::string_view sql) const {
  Statement statement;
  sqlite3_stmt* made = nullptr;
  int rc = sqlite3_prepare_v3(database_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                              &made, nullptr);
  if (rc != SQLITE_OK) return fail(error());
  statement.statement_.reset(made);
  statement.database_ = this;
  return statement;
}

Done Database::execute(const char* sql) const {
  if (sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) return fail(error());
  return {};
}

Result<std::int64_t> Database::ask(std::string_view sql) const {
  auto statement = prepare(sql);
  if (!statement) return fail(statement);
  auto value = statement->one_integer();
  if (!value) return fail(value);
  return value->value_or(0);
}

Error Database::error() const {
  int sqlite_code = sqlite3_extended_errcode(database_);
  ErrorCode code = code_of(sqlite_code);
  std::string message = sqlite3_errmsg(database_);
  int system_code = sqlite3_system_errno(database_);
  bool of_system = (sqlite_code & 0xFF) == SQLITE_IOERR || (sqlite_code & 0xFF) == SQLITE_CANTOPEN;
  if (of_system && system_code != 0) message += fmt::format(" ({})", std::strerror(system_code));
  return {code, std::move(message), path_, hint_of(code)};
}

}  // namespace sitrep
