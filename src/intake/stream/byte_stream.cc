#include "intake/stream/byte_stream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace sitrep {

namespace {

class FileStream final : public ByteStream {
 public:
  FileStream(int descriptor, bool owned) : descriptor_(descriptor), owned_(owned) {}
  ~FileStream() override {
    if (owned_) ::close(descriptor_);
  }

  Result<std::size_t> read(char* to, std::size_t size) override {
    ssize_t count = 0;
    do {
      count = ::read(descriptor_, to, size);
    } while (count < 0 && errno == EINTR);
    if (count < 0) return fail(ErrorCode::cannot_read, std::strerror(errno));
    taken_ += static_cast<std::uint64_t>(count);
    return static_cast<std::size_t>(count);
  }

  [[nodiscard]] std::uint64_t bytes_taken() const override { return taken_; }

 private:
  int descriptor_;
  bool owned_;
  std::uint64_t taken_ = 0;
};

class MemoryStream final : public ByteStream {
 public:
  explicit MemoryStream(std::string bytes) : bytes_(std::move(bytes)) {}

  Result<std::size_t> read(char* to, std::size_t size) override {
    std::size_t count = std::min(size, bytes_.size() - at_);
    std::memcpy(to, bytes_.data() + at_, count);
    at_ += count;
    return count;
  }

  [[nodiscard]] std::uint64_t bytes_taken() const override { return at_; }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

}  // namespace

Result<std::unique_ptr<ByteStream>> open_file(const std::string& path) {
  int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    ErrorCode code = errno == ENOENT || errno == ENOTDIR ? ErrorCode::not_found : ErrorCode::cannot_read;
    return fail(code, std::strerror(errno), path);
  }
  auto stream = std::make_unique<FileStream>(descriptor, true);
  struct stat about = {};
  if (::fstat(descriptor, &about) == 0 && S_ISDIR(about.st_mode)) {
    return fail(ErrorCode::cannot_read, "this is a folder", path, "name the files in it");
  }
  return std::unique_ptr<ByteStream>(std::move(stream));
}

std::unique_ptr<ByteStream> open_standard_input() {
  return std::make_unique<FileStream>(STDIN_FILENO, false);
}

std::unique_ptr<ByteStream> open_memory(std::string bytes) {
  return std::make_unique<MemoryStream>(std::move(bytes));
}

}  // namespace sitrep
