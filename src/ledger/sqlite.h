// SQLite, as thin as it goes: statements that bind and read by position, and failures as Result.
//
//   auto statement = database.prepare("SELECT name FROM names WHERE kind = ?");
//   statement->bind("outlet");
//   for (;;) {
//     auto row = statement->step();
//     if (!row) return fail(row);
//     if (!*row) break;
//     use(statement->text(0));
//   }
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/limits.h"
#include "base/result.h"

namespace sitrep {

class Database;

// The longest value: a report's JSON, where each character may take six ("\\u0007").
inline constexpr std::size_t value_bytes_max = 128U << 20;

// A prepared statement. Values are bound from the first parameter on; `reset` starts over.
class Statement {
 public:
  Statement() = default;

  Statement& bind(std::int64_t value);
  Statement& bind(std::string_view text);
  Statement& bind(const char* text) { return bind(std::string_view(text)); }
  Statement& bind_blob(std::string_view bytes);
  Statement& bind_null();
  template <class T>
  Statement& bind(const std::optional<T>& value) {
    return value ? bind(*value) : bind_null();
  }

  // Whether there is a (further) row. After the last one the statement is reset.
  Result<bool> step();
  // For statements whose rows nobody reads.
  Done run();
  // The first column of the only row; nothing where there is no row or it is NULL.
  Result<std::optional<std::int64_t>> one_integer();
  void reset();

  // Columns of the present row, from 0. Views live until the next step.
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::string_view blob(int column) const;
  [[nodiscard]] std::optional<std::int64_t> optional_integer(int column) const;
  [[nodiscard]] std::optional<std::string> optional_text(int column) const;
  [[nodiscard]] int type(int column) const;  // SQLITE_INTEGER ...
  [[nodiscard]] int columns() const;

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  const Database* database_ = nullptr;
  int bound_ = 0;
};

// A connection; must outlive its statements and stay where it is.
class Database {
 public:
  Database() = default;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  // `path` as a user names it; `flags` of sqlite3_open_v2. Hardened against hostile files: schemas
  // are not trusted, cell sizes are checked, values are bounded.
  Done open(const std::string& path, int flags, bool immutable = false);
  Done open_in_memory();
  Result<Statement> prepare(std::string_view sql) const;
  Done execute(const char* sql) const;
  // For statements with one value as their answer, such as PRAGMA user_version.
  Result<std::int64_t> ask(std::string_view sql) const;

  // What the last failure was, in the project's words.
  [[nodiscard]] Error error() const;
  [[nodiscard]] bool in_transaction() const { return sqlite3_get_autocommit(database_) == 0; }
  [[nodiscard]] sqlite3* handle() const { return database_; }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  sqlite3* database_ = nullptr;
  std::string path_;
};

}  // namespace sitrep
