// Taking a report's content out of a ledger, where the law or somebody's safety asks for it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "ledger/ledger.h"

namespace sitrep {

struct Erased {
  std::uint64_t claims = 0;  // of all readings of it
  bool before = false;       // it had been erased already
  bool others_read = false;  // another program holds old pages of the file open: erase again when it is done
  std::vector<std::string> backups;  // copies made of this ledger, which hold it still
};

// All that the report says goes: its bytes, text, address, headline, claims, other findings, words of the
// index, what linking kept of it, what people decided about it, and names that only it has. What stays is its
// row with the hash that it was named for, and why and when it was erased; `verify` finds nothing wrong, and
// adding the same bytes again adds nothing. The file is written anew, so that no free page holds it
// (secure_delete, VACUUM, the log cut off): that takes time and room of the size of the ledger. `id` whole;
// Mode::write. not_found, and the errors of Ledger::add.
Result<Erased> erase_report(Ledger& ledger, const std::string& id, const std::string& reason);

// A copy of the ledger as of one moment, while others read and write it (SQLite's online backup). The ledger
// notes the copy where `noted` (Mode::write). cannot_write; nothing is left of a copy that failed. An
// existing file is never written over.
Done back_up(Ledger& ledger, const std::string& to, bool noted);

}  // namespace sitrep
