// WARC records, plain; and gzip of anything.
#include "fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sitrep;
  std::string bytes(reinterpret_cast<const char*>(data), size);
  fuzz::read_all(bytes);
  fuzz::read_all("WARC/1.1\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: " +
                 std::to_string(bytes.size()) + "\r\n\r\n" + bytes);
  return 0;
}
