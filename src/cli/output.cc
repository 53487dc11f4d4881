#include "cli/output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "cli/terminal.h"

namespace sitrep {

namespace {

constexpr std::size_t buffer_bytes = 64U << 10;

Error cannot_write(const std::string& where) {
  return {ErrorCode::cannot_write, std::strerror(errno), where, {}};
}

// What open() would give a new file.
mode_t new_file_mode() {
  mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

}  // namespace

Output::Output(int descriptor) : descriptor_(descriptor), terminal_(isatty(descriptor) == 1) {}

void Output::write(std::string_view bytes) {
  if (!usable()) return;
  buffer_ += bytes;
  if (buffer_.size() >= buffer_bytes) flush();
}

void Output::write_json(std::string_view line) {
  write(terminal_ ? harmless_json(line) : std::string(line));
  write("\n");
}

void Output::flush() {
  for (std::size_t done = 0; usable() && done < buffer_.size();) {
    ssize_t count = ::write(descriptor_, buffer_.data() + done, buffer_.size() - done);
    if (count >= 0) {
      done += static_cast<std::size_t>(count);
    } else if (errno == EPIPE) {
      closed_ = true;
    } else if (errno != EINTR) {
      failure_ = cannot_write(descriptor_ == STDOUT_FILENO ? "standard output" : "");
    }
  }
  buffer_.clear();
}

OutputFile::OutputFile(int descriptor, std::string path, std::string temporary)
    : descriptor_(descriptor),
      path_(std::move(path)),
      temporary_(std::move(temporary)),
      output_(descriptor) {}

Result<std::unique_ptr<OutputFile>> OutputFile::create(const std::string& path) {
  std::string target = path;
  struct stat status {};
  bool exists = stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) {
    return fail(ErrorCode::cannot_write, "is a folder", path, "name a file");
  }
  if (exists && !S_ISREG(status.st_mode)) {
    int descriptor = open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) return fail(cannot_write(path));
    return std::unique_ptr<OutputFile>(new OutputFile(descriptor, path, ""));
  }
  if (exists) {  // behind a link: the link stays, the file it leads to is replaced
    if (char* real = realpath(path.c_str(), nullptr)) {
      target = real;
      std::free(real);
    }
  }
  std::string temporary = target + ".XXXXXX";
  int descriptor = mkostemp(temporary.data(), O_CLOEXEC);
  if (descriptor < 0) return fail(cannot_write(path));
  if (fchmod(descriptor, exists ? status.st_mode & 07777 : new_file_mode()) != 0) {
    Error error = cannot_write(path);
    close(descriptor);
    unlink(temporary.c_str());
    return fail(std::move(error));
  }
  return std::unique_ptr<OutputFile>(new OutputFile(descriptor, target, temporary));
}

OutputFile::~OutputFile() {
  if (descriptor_ >= 0) close(descriptor_);
  if (!temporary_.empty()) unlink(temporary_.c_str());
}

Done OutputFile::commit() {
  output_.flush();
  if (output_.failure()) return fail(Error(*output_.failure()).at(path_));
  bool whole = temporary_.empty() || fsync(descriptor_) == 0;
  whole = close(std::exchange(descriptor_, -1)) == 0 && whole;
  if (whole && !temporary_.empty()) whole = std::rename(temporary_.c_str(), path_.c_str()) == 0;
  if (!whole) return fail(cannot_write(path_));
  temporary_.clear();
  return {};
}

}  // namespace sitrep
