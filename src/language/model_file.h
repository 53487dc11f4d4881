// The model's file: one container with the vocabulary, the graphs and their labels. docs/model-format.md
// describes it byte by byte.
//
//   "SITREPM1" | format version | header length | header (JSON) | blobs, each at a multiple of 64 bytes
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"

namespace sitrep {

using StringTable = std::unordered_map<std::string, std::string>;

// Thread-safe once opened. The file is mapped, not read: blobs are views of it, and live as long as
// the ModelFile.
class ModelFile {
 public:
  // Errors: not_found; malformed when it is no model, of another format version, or a blob's hash is not
  // the one that its header names.
  static Result<std::shared_ptr<const ModelFile>> open(const std::string& path);
  // The same over bytes in memory (tests, fuzzers); `name` is used in messages.
  static Result<std::shared_ptr<const ModelFile>> parse(std::string bytes, const std::string& name);

  ModelFile(const ModelFile&) = delete;
  ModelFile& operator=(const ModelFile&) = delete;
  ~ModelFile();

  // Empty when there is none of that name.
  [[nodiscard]] std::string_view blob(std::string_view name) const;
  // The labels of a head ("xpos", "rels" ...), in the order of its scores; empty when there are none.
  [[nodiscard]] const std::vector<std::string>& labels(std::string_view head) const;

  // A blob that is a JSON object of strings ("exceptions", "senses"); empty when there is none. Malformed
  // when it is something else.
  [[nodiscard]] Result<StringTable> table(std::string_view name) const;

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::string& version() const { return version_; }
  // Hands the memory of the mapped file back; it is read again where it is needed.
  void release_memory() const;
  // Of the whole file, as sha256sum prints it. Worked out when first asked.
  [[nodiscard]] const std::string& sha256() const;

 private:
  ModelFile() = default;
  Done read(const std::string& where);

  std::string held_;  // when parsed from memory
  const char* data_ = nullptr;
  std::size_t size_ = 0;
  bool mapped_ = false;
  std::string name_;
  std::string version_;
  std::map<std::string, std::string_view, std::less<>> blobs_;
  std::map<std::string, std::vector<std::string>, std::less<>> labels_;
  struct Hash;
  std::unique_ptr<Hash> hash_;
};

}  // namespace sitrep
