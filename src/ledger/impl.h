// What a Ledger holds; private to this folder.
#pragma once

#include "ledger/ledger.h"
#include "ledger/rows.h"
#include "ledger/sqlite.h"
#include "ledger/writer.h"

namespace sitrep {

struct Ledger::Impl {
  Database database;  // first: outlives the statements
  std::optional<Rows> rows;
  std::optional<Writer> writer;  // Mode::write
};

// One view of the ledger over several statements, while others write. Ends with the object; one
// inside another is the same view.
class Snapshot {
 public:
  Snapshot(const Database& database, Rows& rows)
      : database_(database), rows_(rows), outermost_(!database.in_transaction()) {
    if (outermost_) begun_ = database.execute("BEGIN");
  }
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  ~Snapshot() {
    if (!outermost_) return;
    rows_.reset();
    // Nothing was written: there is nothing to lose when the end fails.
    if (database_.in_transaction()) (void)database_.execute("ROLLBACK");
  }
  [[nodiscard]] const Done& begun() const { return begun_; }

 private:
  const Database& database_;
  Rows& rows_;
  bool outermost_;
  Done begun_;
};

}  // namespace sitrep
