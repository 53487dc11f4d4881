#include <fmt/format.h>

#include <filesystem>
#include <thread>

#include "base/clock.h"
#include "ledger/erase.h"
#include "ledger/impl.h"
#include "ledger/schema.h"

namespace sitrep {
namespace {

namespace fs = std::filesystem;

// Pages copied in one go: 4 MB; writers get their turn between.
constexpr int pages_at_once = 1024;

Done copy(const Database& from, Database& to) {
  sqlite3_backup* backup = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
  if (backup == nullptr) return fail(to.error());
  int code = SQLITE_OK;
  while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED) {
    code = sqlite3_backup_step(backup, pages_at_once);
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  sqlite3_backup_finish(backup);
  if (code != SQLITE_DONE) return fail(to.error());
  return {};
}

Done note(const Database& database, const std::string& path) {
  auto last = database.ask("SELECT coalesce(max(n), 0) FROM backups");
  if (!last) return fail(last);
  auto add = database.prepare("INSERT INTO backups VALUES(?, ?, ?, ?)");
  if (!add) return fail(add);
  return NewRow(*add, "backups").integer(*last + 1).text(path).integer(now_us()).insert();
}

}  // namespace

Done back_up(Ledger& ledger, const std::string& to, bool noted) {
  std::error_code failed;
  if (fs::exists(to, failed)) {
    return fail(ErrorCode::cannot_write, "there is a file of this name already", to,
                "a backup writes over nothing");
  }
  const Database& database = ledger.impl_->database;
  std::string temporary = to + ".unfinished";
  fs::remove(temporary, failed);
  auto copied = [&]() -> Done {
    Database copy_of;
    if (auto done = copy_of.open(temporary, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE); !done) return done;
    // One view of the ledger, so that writers cannot make the copy begin anew.
    Snapshot snapshot(database, *ledger.impl_->rows);
    if (!snapshot.begun()) return snapshot.begun();
    if (auto seen = database.ask("SELECT count(*) FROM sqlite_schema"); !seen) return fail(seen);
    if (auto done = copy(database, copy_of); !done) return done;
    return copy_of.execute("PRAGMA wal_checkpoint(TRUNCATE)");
  }();
  if (copied) {
    fs::rename(temporary, to, failed);
    if (failed) copied = fail(ErrorCode::cannot_write, failed.message(), to);
  }
  for (const char* rest : {"", "-wal", "-shm"}) fs::remove(temporary + rest, failed);
  if (!copied || !noted) return copied;
  return note(database, fs::absolute(to, failed).string());
}

}  // namespace sitrep
