// Where data goes: standard output, or a file that is written whole or not at all.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace sitrep {

// Buffered writing to a file descriptor. The first failure is kept, and what comes after it is
// dropped, so that commands write on and look only where stopping early saves work.
class Output {
 public:
  explicit Output(int descriptor);
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void write(std::string_view bytes);
  // A line of JSON and its line break; harmless where a terminal shows it.
  void write_json(std::string_view line);
  void flush();

  // Nobody reads any more (`sitrep list reports | head`): no failure, but nothing is left to do.
  [[nodiscard]] bool closed() const { return closed_; }
  // Full, or otherwise refused. Not set when closed().
  [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }
  [[nodiscard]] bool usable() const { return !closed_ && !failure_; }
  [[nodiscard]] bool is_terminal() const { return terminal_; }

 private:
  int descriptor_;
  bool terminal_;
  std::string buffer_;
  bool closed_ = false;
  std::optional<Error> failure_;
};

// A file that appears under its name only when commit() succeeds; until then, and on every failure,
// what was there before stays. What is no regular file (/dev/null, a pipe) is written directly.
class OutputFile {
 public:
  static Result<std::unique_ptr<OutputFile>> create(const std::string& path);
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile();

  [[nodiscard]] Output& output() { return output_; }
  Done commit();

 private:
  OutputFile(int descriptor, std::string path, std::string temporary);

  int descriptor_;
  std::string path_;
  std::string temporary_;  // empty: written directly
  Output output_;
};

}  // namespace sitrep
