// Fetching one address that a person named, by libcurl, bounded in every way.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/limits.h"
#include "base/result.h"

namespace sitrep {

struct Fetched {
  std::string bytes;
  std::string uri;         // where it was found, after redirects
  std::string media_type;  // "text/html"; empty when untold
  std::string charset;
};

struct FetchOptions {
  // Addresses of this machine and of private networks; checked for each connection once names are
  // resolved, so that neither redirects nor name servers lead around it.
  bool allow_private_addresses = false;
  std::size_t bytes_max = limits::fetch_bytes_max;
  int seconds_max = limits::fetch_seconds_max;
};

// "scheme://..." of any scheme: no file is called so.
bool is_address(std::string_view name);

// http and https only, at most limits::fetch_redirects_max redirects; no cookies, no netrc, and the
// environment's proxies are not used (through one, no address could be checked). `refused_address`
// for other schemes and private addresses, `over_limit` for more bytes, `fetch_failed` for the rest.
Result<Fetched> fetch(const std::string& address, const FetchOptions& options);

}  // namespace sitrep
