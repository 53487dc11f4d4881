#include "cli/inputs.h"

#include <algorithm>
#include <filesystem>

namespace sitrep {

namespace fs = std::filesystem;

namespace {

// Whether `name` in `folder` is the ledger or one of its side files.
bool is_ledger(const fs::path& folder, const std::string& name, const fs::path& ledger) {
  std::string own = ledger.filename().string();
  if (own.empty() || (name != own && name != own + "-wal" && name != own + "-shm")) return false;
  std::error_code error;
  return fs::equivalent(folder, ledger.parent_path(), error);
}

void collect(const fs::path& folder, const fs::path& except, FolderFiles& found) {
  std::error_code error;
  std::vector<fs::directory_entry> entries;
  for (auto at = fs::directory_iterator(folder, error); !error && at != fs::directory_iterator();
       at.increment(error)) {
    if (at->path().filename().native()[0] != '.') entries.push_back(*at);
  }
  if (error) found.unreadable.push_back({ErrorCode::cannot_read, error.message(), folder.string()});
  std::sort(entries.begin(), entries.end(), [](const fs::directory_entry& a, const fs::directory_entry& b) {
    return a.path().native() < b.path().native();
  });
  for (const fs::directory_entry& entry : entries) {
    if (entry.is_directory(error) && !entry.is_symlink(error)) {
      collect(entry.path(), except, found);
    } else if (entry.is_regular_file(error) && !is_ledger(folder, entry.path().filename().string(), except)) {
      found.files.push_back(entry.path().string());
    }
  }
}

}  // namespace

bool is_folder(const std::string& operand) {
  std::error_code error;
  return fs::is_directory(operand, error);
}

FolderFiles files_of(const std::string& folder, const std::string& except) {
  std::error_code error;
  FolderFiles found;
  collect(folder, except.empty() ? fs::path() : fs::absolute(except, error), found);
  if (found.files.empty() && found.unreadable.empty()) {
    found.unreadable.push_back({ErrorCode::not_found, "the folder holds no files", folder});
  }
  return found;
}

std::optional<std::uint64_t> total_bytes(const std::vector<std::string>& inputs) {
  std::uint64_t total = 0;
  for (const std::string& input : inputs) {
    std::error_code error;
    if (!fs::is_regular_file(input, error)) return std::nullopt;
    total += fs::file_size(input, error);
    if (error) return std::nullopt;
  }
  return total;
}

}  // namespace sitrep
