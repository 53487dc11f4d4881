#include "language/model_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <mutex>
#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "base/sha256.h"

namespace sitrep {
namespace {

using Json = nlohmann::json;

constexpr std::string_view magic = "SITREPM1";
constexpr std::uint32_t format_version = 1;
constexpr std::size_t prologue_bytes = 16;

std::uint32_t little_endian(const char* bytes) {
  std::uint32_t value = 0;
  for (int i = 3; i >= 0; --i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

std::string text_of(const Json& object, const char* key) {
  auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

struct ModelFile::Hash {
  std::once_flag once;
  std::string hex;
};

Result<std::shared_ptr<const ModelFile>> ModelFile::open(const std::string& path) {
  int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    ErrorCode code = errno == ENOENT ? ErrorCode::not_found : ErrorCode::cannot_read;
    return fail(code, fmt::format("the language model cannot be opened: {}", std::strerror(errno)), path);
  }
  struct stat about {};
  if (::fstat(file, &about) != 0 || about.st_size <= 0 ||
      static_cast<std::size_t>(about.st_size) > limits::model_bytes_max) {
    ::close(file);
    return fail(ErrorCode::malformed, "this is no language model", path);
  }
  std::shared_ptr<ModelFile> model(new ModelFile);
  model->size_ = static_cast<std::size_t>(about.st_size);
  void* bytes = ::mmap(nullptr, model->size_, PROT_READ, MAP_PRIVATE, file, 0);
  ::close(file);
  if (bytes == MAP_FAILED) {
    return fail(ErrorCode::cannot_read, fmt::format("cannot be mapped: {}", std::strerror(errno)), path);
  }
  model->data_ = static_cast<const char*>(bytes);
  model->mapped_ = true;
  if (Done done = model->read(path); !done) return fail(done);
  return std::shared_ptr<const ModelFile>(std::move(model));
}

Result<std::shared_ptr<const ModelFile>> ModelFile::parse(std::string bytes, const std::string& name) {
  std::shared_ptr<ModelFile> model(new ModelFile);
  model->held_ = std::move(bytes);
  model->data_ = model->held_.data();
  model->size_ = model->held_.size();
  if (Done done = model->read(name); !done) return fail(done);
  return std::shared_ptr<const ModelFile>(std::move(model));
}

ModelFile::~ModelFile() {
  if (mapped_) ::munmap(const_cast<char*>(data_), size_);
}

void ModelFile::release_memory() const {
  if (mapped_) ::madvise(const_cast<char*>(data_), size_, MADV_DONTNEED);
}

Done ModelFile::read(const std::string& where) {
  hash_ = std::make_unique<Hash>();
  auto bad = [&](std::string message) { return fail(ErrorCode::malformed, std::move(message), where); };
  std::string_view all(data_, size_);
  if (size_ < prologue_bytes || all.substr(0, magic.size()) != magic) return bad("this is no language model");
  std::uint32_t version = little_endian(data_ + 8);
  if (version != format_version) {
    return bad(
        fmt::format("a language model of format {}; this program reads format {}", version, format_version));
  }
  std::size_t header_bytes = little_endian(data_ + 12);
  if (header_bytes > size_ - prologue_bytes) return bad("the header is cut off");
  Json header = Json::parse(all.substr(prologue_bytes, header_bytes), nullptr, false);
  if (!header.is_object()) return bad("the header is no JSON object");
  name_ = text_of(header, "name");
  version_ = text_of(header, "version");

  auto blobs = header.find("blobs");
  if (blobs == header.end() || !blobs->is_object()) return bad("the header names no blobs");
  for (const auto& [name, blob] : blobs->items()) {
    if (!blob.is_object() || !blob.contains("offset") || !blob["offset"].is_number_unsigned() ||
        !blob.contains("size") || !blob["size"].is_number_unsigned()) {
      return bad(fmt::format("blob {} has no offset and size", name));
    }
    auto offset = blob["offset"].get<std::uint64_t>();
    auto size = blob["size"].get<std::uint64_t>();
    if (offset > size_ || size > size_ - offset) return bad(fmt::format("blob {} is cut off", name));
    std::string_view content = all.substr(offset, size);
    if (sha256_hex(content) != text_of(blob, "sha256")) return bad(fmt::format("blob {} is damaged", name));
    blobs_.emplace(name, content);
  }
  if (auto heads = header.find("labels"); heads != header.end() && heads->is_object()) {
    for (const auto& [head, list] : heads->items()) {
      if (!list.is_array()) continue;
      std::vector<std::string>& labels = labels_[head];
      for (const Json& label : list) {
        if (!label.is_string()) return bad(fmt::format("a label of {} is no string", head));
        labels.push_back(label.get<std::string>());
      }
    }
  }
  return {};
}

std::string_view ModelFile::blob(std::string_view name) const {
  auto found = blobs_.find(name);
  return found == blobs_.end() ? std::string_view() : found->second;
}

const std::vector<std::string>& ModelFile::labels(std::string_view head) const {
  static const std::vector<std::string> none;
  auto found = labels_.find(head);
  return found == labels_.end() ? none : found->second;
}

Result<StringTable> ModelFile::table(std::string_view name) const {
  std::string_view bytes = blob(name);
  StringTable table;
  if (bytes.empty()) return table;
  Json object = Json::parse(bytes, nullptr, false);
  if (!object.is_object()) return fail(ErrorCode::malformed, fmt::format("blob {} is no JSON object", name));
  for (const auto& [key, value] : object.items()) {
    if (!value.is_string()) return fail(ErrorCode::malformed, fmt::format("blob {} holds no strings", name));
    table.emplace(key, value.get<std::string>());
  }
  return table;
}

const std::string& ModelFile::sha256() const {
  std::call_once(hash_->once, [&] { hash_->hex = sha256_hex(std::string_view(data_, size_)); });
  return hash_->hex;
}

}  // namespace sitrep
