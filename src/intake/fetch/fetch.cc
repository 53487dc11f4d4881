#include "intake/fetch/fetch.h"

#include <curl/curl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <memory>
#include <utility>

#include "intake/encoding/content_type.h"
#include "intake/fetch/private_address.h"

namespace sitrep {

namespace {

constexpr const char* schemes = "http,https";
constexpr long connect_seconds_max = 10;

// What the callbacks of one fetch share.
struct Transfer {
  const FetchOptions& options;
  std::string bytes;
  bool refused = false;
  bool too_long = false;
};

std::size_t take_bytes(char* data, std::size_t size, std::size_t count, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  std::size_t total = size * count;
  transfer.too_long = total > transfer.options.bytes_max - transfer.bytes.size();
  if (transfer.too_long) return CURL_WRITEFUNC_ERROR;
  transfer.bytes.append(data, total);
  return total;
}

// The one gate to the network: asked for each connection, with the address it will go to.
curl_socket_t open_socket(void* user, curlsocktype /*purpose*/, curl_sockaddr* address) {
  auto& transfer = *static_cast<Transfer*>(user);
  if (!transfer.options.allow_private_addresses && is_private_address(address->addr)) {
    transfer.refused = true;
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

bool start_library() {
  static const bool started = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
  return started;
}

Error what_failed(CURLcode code, const Transfer& transfer, const std::string& address) {
  if (transfer.refused) {
    return Error{ErrorCode::refused_address, "it leads to this machine or into a private network", address,
                 "allow it with --allow-private if you trust the address"};
  }
  if (transfer.too_long || code == CURLE_FILESIZE_EXCEEDED) {
    return Error{ErrorCode::over_limit,
                 "more than " + std::to_string(transfer.options.bytes_max >> 20) + " MB came", address,
                 "download it yourself, then name the file"};
  }
  switch (code) {
    case CURLE_UNSUPPORTED_PROTOCOL:
      return Error{ErrorCode::refused_address, "only http and https are fetched", address,
                   "download it yourself, then name the file"};
    case CURLE_URL_MALFORMAT:
      return Error{ErrorCode::bad_usage, "no address that can be read", address};
    case CURLE_TOO_MANY_REDIRECTS:
      return Error{ErrorCode::fetch_failed,
                   "more than " + std::to_string(limits::fetch_redirects_max) + " redirects", address};
    case CURLE_OPERATION_TIMEDOUT:
      return Error{ErrorCode::fetch_failed,
                   "it took more than " + std::to_string(transfer.options.seconds_max) + " s", address,
                   "try again later, or download it yourself and name the file"};
    default:
      return Error{ErrorCode::fetch_failed, curl_easy_strerror(code), address};
  }
}

}  // namespace

bool is_address(std::string_view name) {
  std::size_t colon = name.find("://");
  if (colon == std::string_view::npos || colon == 0) return false;
  auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (!is_letter(name.front())) return false;
  for (char c : name.substr(0, colon)) {
    if (!is_letter(c) && (c < '0' || c > '9') && c != '+' && c != '-' && c != '.') return false;
  }
  return true;
}

Result<Fetched> fetch(const std::string& address, const FetchOptions& options) {
  std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(start_library() ? curl_easy_init() : nullptr,
                                                           curl_easy_cleanup);
  if (!curl) return fail(ErrorCode::fetch_failed, "libcurl does not start", address);
  Transfer transfer{options, {}, false, false};
  CURL* easy = curl.get();
  curl_easy_setopt(easy, CURLOPT_URL, address.c_str());
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, schemes);
  curl_easy_setopt(easy, CURLOPT_REDIR_PROTOCOLS_STR, schemes);
  curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 1L);
  curl_easy_setopt(easy, CURLOPT_MAXREDIRS, static_cast<long>(limits::fetch_redirects_max));
  curl_easy_setopt(easy, CURLOPT_TIMEOUT, static_cast<long>(options.seconds_max));
  curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT, connect_seconds_max);
  curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(options.bytes_max));
  curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");  // all that libcurl can undo
  curl_easy_setopt(easy, CURLOPT_USERAGENT, "sitrep");
  curl_easy_setopt(easy, CURLOPT_PROXY, "");  // none, whatever the environment says
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_bytes);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, &transfer);
  curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open_socket);
  curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, &transfer);

  CURLcode code = curl_easy_perform(easy);
  if (code != CURLE_OK) return fail(what_failed(code, transfer, address));
  long status = 0;
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
  if (status < 200 || status > 299) {
    return fail(ErrorCode::fetch_failed, "the server answered with status " + std::to_string(status),
                address);
  }
  Fetched out;
  out.bytes = std::move(transfer.bytes);
  const char* uri = nullptr;
  curl_easy_getinfo(easy, CURLINFO_EFFECTIVE_URL, &uri);
  out.uri = uri != nullptr ? uri : address;
  const char* type = nullptr;
  curl_easy_getinfo(easy, CURLINFO_CONTENT_TYPE, &type);
  if (type != nullptr) {
    out.media_type = media_type_of(type);
    out.charset = charset_of(type);
  }
  return out;
}

}  // namespace sitrep
