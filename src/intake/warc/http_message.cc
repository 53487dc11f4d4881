#include "intake/warc/http_message.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "intake/encoding/content_type.h"
#include "intake/stream/unpack.h"
#include "intake/warc/headers.h"

namespace sitrep::warc {

namespace {

// The size at the start of a chunk, and the bytes of its line.
struct ChunkHead {
  std::size_t size = 0;
  std::size_t line = 0;
};

std::optional<ChunkHead> chunk_head(std::string_view text) {
  ChunkHead out;
  std::size_t end = text.substr(0, 256).find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  std::size_t digits = 0;
  for (; digits < end && digits < 8; ++digits) {
    char c = text[digits];
    int value = c >= '0' && c <= '9'   ? c - '0'
                : c >= 'a' && c <= 'f' ? c - 'a' + 10
                : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                       : -1;
    if (value < 0) break;
    out.size = out.size * 16 + static_cast<std::size_t>(value);
  }
  // Behind the size stand blanks, the extensions of chunks, or the line's end.
  bool clean = digits > 0 && std::string_view(" \t;\r\n").find(text[digits]) != std::string_view::npos;
  if (!clean) return std::nullopt;
  out.line = end + 1;
  return out;
}

// The chunks joined; nothing where `body` is not chunked. A cut last chunk is kept as far as it goes.
std::optional<std::string> joined_chunks(std::string_view body) {
  std::string out;
  bool any = false;
  while (!body.empty()) {
    auto head = chunk_head(body);
    if (!head) return any ? std::optional(std::move(out)) : std::nullopt;
    any = true;
    body.remove_prefix(head->line);
    if (head->size == 0) break;
    std::size_t size = std::min(head->size, body.size());
    out += body.substr(0, size);
    body.remove_prefix(size);
    if (body.starts_with("\r\n")) {
      body.remove_prefix(2);
    } else if (body.starts_with('\n')) {
      body.remove_prefix(1);
    }
  }
  return out;
}

// The codings of a header, in the order they were put on.
std::vector<std::string> codings_of(std::string_view header) {
  constexpr std::size_t codings_max = 4;
  std::vector<std::string> out;
  while (!header.empty() && out.size() < codings_max) {
    std::size_t end = std::min(header.find(','), header.size());
    std::string one = media_type_of(header.substr(0, end));
    if (!one.empty() && one != "identity" && one != "none") out.push_back(std::move(one));
    header.remove_prefix(std::min(end + 1, header.size()));
  }
  return out;
}

Result<std::string> without_coding(std::string body, const std::string& coding) {
  Packing packing = packing_of(body);
  if (coding == "deflate" && packing == Packing::none) {
    packing = Packing::deflate;
  } else if (coding == "br") {
    packing = Packing::brotli;
  } else if (coding == "compress") {
    return fail(ErrorCode::not_a_report, "a page packed as \"" + coding + "\", which is not read", {},
                "crawl it with gzip, or with no packing");
  }
  if (packing == Packing::none) return body;  // undone by the crawler, or not known
  Unpacked unpacked = unpack(body, packing, limits::report_bytes_max);
  if (!unpacked.failure) return std::move(unpacked.bytes);
  if (unpacked.failure->code == ErrorCode::over_limit) return fail(std::move(*unpacked.failure));
  // Crawlers cut long pages. Without a single byte the label was wrong.
  if (!unpacked.bytes.empty()) return std::move(unpacked.bytes);
  if (packing == Packing::deflate || packing == Packing::brotli) return body;
  return fail(std::move(*unpacked.failure));
}

}  // namespace

Result<HttpResponse> read_http_response(std::string_view message) {
  // "HTTP/1.1 200 OK"
  std::size_t space = message.find(' ');
  std::optional<std::uint64_t> status;
  if (message.starts_with("HTTP/") && space < 12) status = number_of(message.substr(space + 1, 3));
  if (!status) return fail(ErrorCode::malformed, "a response without an HTTP status line");
  HttpResponse out;
  out.status = static_cast<int>(*status);

  std::size_t block = header_block_size(message.substr(0, limits::header_bytes_max));
  if (block == std::string_view::npos) {
    if (message.size() > limits::header_bytes_max) {
      return fail(ErrorCode::over_limit,
                  "an HTTP header of more than " + std::to_string(limits::header_bytes_max >> 10) + " KB");
    }
    block = message.size();
  }
  Headers headers = Headers::parse(message.substr(0, block));
  if (auto type = headers.find("Content-Type")) {
    out.media_type = media_type_of(*type);
    out.charset = charset_of(*type);
  }
  std::string_view body = message.substr(block);
  std::vector<std::string> transfer = codings_of(headers.find("Transfer-Encoding").value_or(""));
  std::optional<std::string> joined;
  if (!transfer.empty() && transfer.back() == "chunked") {
    joined = joined_chunks(body);
    transfer.pop_back();
  }
  out.body = joined ? std::move(*joined) : std::string(body);

  std::vector<std::string> codings = codings_of(headers.find("Content-Encoding").value_or(""));
  codings.insert(codings.end(), transfer.begin(), transfer.end());
  for (auto coding = codings.rbegin(); coding != codings.rend(); ++coding) {
    auto plain = without_coding(std::move(out.body), *coding);
    if (!plain) return fail(plain);
    out.body = std::move(*plain);
  }
  return out;
}

}  // namespace sitrep::warc
