// An HTTP response as a crawler kept it: its status, what it says of its body, and the body.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace sitrep::warc {

struct HttpResponse {
  int status = 0;
  std::string media_type;  // "text/html"; empty when untold
  std::string charset;
  std::string body;  // chunks joined, content codings (gzip, deflate, brotli, zstd) undone
};

// Some writers keep the header of a coding that they have undone: a body that does not begin as its
// header says is taken as it is. `malformed` without a status line; `not_a_report` for a coding that
// is not read ("compress"); `over_limit` for a body over limits::report_bytes_max.
Result<HttpResponse> read_http_response(std::string_view message);

}  // namespace sitrep::warc
