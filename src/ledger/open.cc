// Opening and making a ledger's file.
#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <thread>

#include "base/limits.h"
#include "ledger/impl.h"
#include "ledger/schema.h"
#include "ledger/words.h"

namespace sitrep {

namespace {

namespace fs = std::filesystem;

Error not_a_ledger(const std::string& path, std::string why) {
  return {ErrorCode::not_a_ledger, std::move(why), path, "name the file that `sitrep add` made"};
}

// What a file is, before its tables are looked at.
enum class Content { empty, older_ledger, ledger };

Result<Content> content_of(const Database& database) {
  auto application = database.ask("PRAGMA application_id");
  if (!application) return fail(application);
  auto objects = database.ask("SELECT count(*) FROM sqlite_schema");
  if (!objects) return fail(objects);
  if (*application == 0 && *objects == 0) return Content::empty;
  if (*application != ledger_schema::application_id) {
    return fail(not_a_ledger(database.path(), "a database, but none of Sitrep's"));
  }
  auto version = database.ask("PRAGMA user_version");
  if (!version) return fail(version);
  if (*version > ledger_schema::version) {
    return fail(ErrorCode::newer_ledger,
                fmt::format("of version {}; this program knows up to {}", *version, ledger_schema::version),
                database.path(), "read it with the Sitrep that wrote it, or a newer one");
  }
  if (*version < 1) {
    return fail(ErrorCode::damaged_ledger, fmt::format("of version {}, which never was", *version),
                database.path(), "go back to a copy of the file");
  }
  if (auto checked = ledger_schema::check(database, *version); !checked) return fail(checked);
  return *version == ledger_schema::version ? Content::ledger : Content::older_ledger;
}

// In one transaction: another program sees an empty file or a ledger, and a crash leaves one of them. An
// older ledger is brought up to date the same way: until all is done, it is the older ledger.
Done make_tables(const Database& database) {
  if (auto done = database.execute("BEGIN IMMEDIATE"); !done) return done;
  auto made = [&]() -> Done {
    auto content = content_of(database);
    if (!content) return fail(content);
    if (*content == Content::ledger) return {};  // somebody was quicker
    if (*content == Content::older_ledger) {
      auto from = database.ask("PRAGMA user_version");
      if (!from) return fail(from);
      std::string number = fmt::format("PRAGMA user_version = {};", ledger_schema::version);
      auto done = database.execute((number + ledger_schema::sql_from(*from, ledger_schema::version)).c_str());
      return done ? index_all(database) : done;
    }
    std::string header = fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};",
                                     ledger_schema::application_id, ledger_schema::version);
    return database.execute((header + ledger_schema::sql_from(0, ledger_schema::version)).c_str());
  }();
  if (made) made = database.execute("COMMIT");
  if (!made && database.in_transaction()) (void)database.execute("ROLLBACK");
  return made;
}

Done open_to_write(Database& database, const std::string& path) {
  auto opened = database.open(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  if (opened && sqlite3_db_readonly(database.handle(), "main") == 1) {
    return fail(ErrorCode::cannot_write, "the file is read-only", path, "name another with --ledger");
  }
  // What follows reads the file for the first time. The log may grow to 32 MB before it is copied into
  // the file, and pages of 48 MB are kept: reports come in any order, and so each page of an index is
  // read and written less often.
  Result<Content> content = Content::empty;
  if (opened)
    opened = database.execute(
        "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 8000; PRAGMA cache_size = -48000");
  if (opened) content = content_of(database);
  if (opened && !content) opened = fail(content);
  if (opened && *content == Content::empty) {
    opened = database.execute("PRAGMA journal_mode = WAL");
    if (opened) opened = make_tables(database);
  } else if (opened && *content == Content::older_ledger) {
    opened = make_tables(database);
  }
  if (opened) return {};
  Error error = opened.error();
  if (error.code == ErrorCode::cannot_read) error.code = ErrorCode::cannot_write;
  if (error.code == ErrorCode::cannot_write && error.hint.empty()) {
    error.hint = "see that the folder can be written and its disk has room, or name another with --ledger";
  }
  return fail(std::move(error));
}

bool is_empty_or_missing(const std::string& path) {
  std::error_code failed;
  auto size = fs::file_size(path, failed);
  return failed || size == 0;
}

// Whether files can be made beside it.
bool folder_can_be_written(const std::string& path) {
  std::string folder = fs::path(path).parent_path().string();
  return ::access(folder.empty() ? "." : folder.c_str(), W_OK) == 0;
}

// Readers of a log need a file beside the ledger, which a read-only folder cannot take. There nobody
// writes, and the ledger can be read as it lies.
Done open_unchanging(Database& database, const std::string& path) {
  if (!is_empty_or_missing(path + "-wal")) {
    return fail(
        ErrorCode::cannot_read,
        "its latest reports are in the file beside it, -wal, which needs a folder that can be written", path,
        "copy both files to such a folder");
  }
  return database.open(path, SQLITE_OPEN_READONLY, true);
}

Done open_to_read(Database& database, const std::string& path) {
  auto look = [&]() -> Result<Content> {
    if (auto done = database.execute("PRAGMA query_only = ON"); !done) return fail(done);
    return content_of(database);
  };
  // Read-only connections leave the log's files behind; others tidy up. But they would also move
  // what a crash left in the log into the ledger, and reading must not change it.
  auto opened = database.open(path, SQLITE_OPEN_READWRITE);
  if (opened && !is_empty_or_missing(path + "-wal")) {
    sqlite3_db_config(database.handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  }
  Result<Content> content = opened ? look() : Result<Content>(fail(opened));
  bool refused = !content && (content.error().code == ErrorCode::cannot_read ||
                              content.error().code == ErrorCode::cannot_write);
  if (refused && !folder_can_be_written(path)) {
    if (auto done = open_unchanging(database, path); !done) return done;
    content = look();
  }
  // An empty file: another program may be about to make the ledger.
  constexpr int step_ms = 20;
  for (int waited = 0; content && *content == Content::empty && waited < 1000; waited += step_ms) {
    std::this_thread::sleep_for(std::chrono::milliseconds(step_ms));
    content = look();
  }
  if (!content) return fail(content);
  if (*content == Content::empty) return fail(not_a_ledger(path, "an empty file"));
  return {};
}

}  // namespace

Result<Ledger> Ledger::open(const std::string& path, Mode mode) {
  std::error_code failed;
  auto status = fs::status(path, failed);
  if (mode == Mode::read && status.type() == fs::file_type::not_found) {
    return fail(ErrorCode::not_found, "no such ledger", path,
                "`sitrep add` makes one; --ledger names another");
  }
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    return fail(not_a_ledger(path, "not a file"));
  }
  auto impl = std::make_unique<Impl>();
  auto opened =
      mode == Mode::write ? open_to_write(impl->database, path) : open_to_read(impl->database, path);
  if (!opened) return fail(opened);
  auto rows = Rows::make(impl->database);
  if (!rows) return fail(rows);
  impl->rows = std::move(*rows);
  if (mode == Mode::write) {
    auto writer = Writer::make(impl->database);
    if (!writer) return fail(writer);
    impl->writer = std::move(*writer);
  }
  return Ledger(std::move(impl));
}

Ledger::Ledger(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger& Ledger::operator=(Ledger&&) noexcept = default;
Ledger::~Ledger() = default;

}  // namespace sitrep
