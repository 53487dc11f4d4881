// The files that operands stand for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace sitrep {

bool is_folder(const std::string& operand);

// Regular files of a folder and of those inside, sorted by name, folder by folder; hidden ones and
// `except` (a ledger and its side files) left out. Links to files are followed, links to folders are
// not, so that there is no way round in circles. A folder that cannot be read is an error for itself
// (cannot_read); not_found where there are no files at all.
struct FolderFiles {
  std::vector<std::string> files;
  std::vector<Error> unreadable;
};
FolderFiles files_of(const std::string& folder, const std::string& except);

// Bytes of all inputs together; nothing when one of them cannot tell (standard input, an address).
std::optional<std::uint64_t> total_bytes(const std::vector<std::string>& inputs);

}  // namespace sitrep
