#include "cli/inputs.h"

#include <algorithm>
#include <filesystem>

namespace sitrep {

namespace fs = std::filesystem;

namespace {

Done collect(const fs::path& folder, const fs::path& except, std::vector<std::string>& files) {
  std::error_code error;
  std::vector<fs::directory_entry> entries;
  for (auto at = fs::directory_iterator(folder, error); !error && at != fs::directory_iterator();
       at.increment(error)) {
    if (at->path().filename().native()[0] != '.') entries.push_back(*at);
  }
  if (error) return fail(ErrorCode::cannot_read, error.message(), folder.string());
  std::sort(entries.begin(), entries.end(), [](const fs::directory_entry& a, const fs::directory_entry& b) {
    return a.path().native() < b.path().native();
  });
  for (const fs::directory_entry& entry : entries) {
    if (entry.is_directory(error) && !entry.is_symlink(error)) {
      Done inside = collect(entry.path(), except, files);
      if (!inside) return inside;
    } else if (entry.is_regular_file(error)) {
      std::string name = entry.path().filename().string();
      bool excepted = !except.empty() && fs::equivalent(folder, except.parent_path(), error) &&
                      (name == except.filename() || name == except.filename().string() + "-wal" ||
                       name == except.filename().string() + "-shm");
      if (!excepted) files.push_back(entry.path().string());
    }
  }
  return {};
}

}  // namespace

bool is_address(const std::string& operand) {
  return operand.starts_with("http://") || operand.starts_with("https://");
}

bool is_folder(const std::string& operand) {
  std::error_code error;
  return fs::is_directory(operand, error);
}

Result<std::vector<std::string>> files_of(const std::string& folder, const std::string& except) {
  std::error_code error;
  std::vector<std::string> files;
  Done done = collect(folder, except.empty() ? fs::path() : fs::absolute(except, error), files);
  if (!done) return fail(done);
  return files;
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
