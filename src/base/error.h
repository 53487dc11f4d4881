// Failures that are the caller's, the disk's or the network's. Our own bugs are asserts; text that
// cannot be read is no error but a weaker record or a note.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sitrep {

enum class ErrorCode {
#define ERROR_CODE(code, wire, exit_status, http_status) code,
#include "base/error_codes.def"
#undef ERROR_CODE
};

std::string_view wire_name(ErrorCode code);
int exit_status(ErrorCode code);
int http_status(ErrorCode code);

// What went wrong, where, and what to do next.
struct Error {
  ErrorCode code;
  std::string message;     // what: "byte 0xC3 starts a character that never ends"
  std::string where = {};  // a path, with :line:column or #record when known
  std::string hint = {};   // what to do next: "try --encoding windows-1252"

  // "feed.html:12:7: not_utf8: byte ...\n  try ..."; no trailing newline.
  [[nodiscard]] std::string text() const;

  // The same error, its place put in front of the place known so far ("a.warc" + "#3" -> "a.warc#3").
  [[nodiscard]] Error at(std::string_view outer) &&;

  bool operator==(const Error&) const = default;
};

}  // namespace sitrep
