#include "base/error.h"

#include <utility>

namespace sitrep {

namespace {

struct CodeRow {
  std::string_view wire;
  int exit_status;
  int http_status;
};

constexpr CodeRow rows[] = {
#define ERROR_CODE(code, wire, exit_status, http_status) {wire, exit_status, http_status},
#include "base/error_codes.def"
#undef ERROR_CODE
};

const CodeRow& row(ErrorCode code) { return rows[static_cast<std::size_t>(code)]; }

}  // namespace

std::string_view wire_name(ErrorCode code) { return row(code).wire; }
int exit_status(ErrorCode code) { return row(code).exit_status; }
int http_status(ErrorCode code) { return row(code).http_status; }

std::string Error::text() const {
  std::string out;
  if (!where.empty()) out.append(where).append(": ");
  out.append(wire_name(code)).append(": ").append(message);
  if (!hint.empty()) out.append("\n  ").append(hint);
  return out;
}

Error Error::at(std::string_view outer) && {
  where.insert(0, outer);
  return std::move(*this);
}

}  // namespace sitrep
