// Charsets: any bytes become well-formed UTF-8 with a map that covers it.
#include "fuzz/fuzz.h"
#include "intake/encoding/encoding.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sitrep;
  std::string bytes(reinterpret_cast<const char*>(data), size);
  constexpr const char* declared[] = {"",          "windows-1252", "utf-16le",
                                      "shift_jis", "gb18030",      "no-such-charset"};
  auto decoded = to_utf8(bytes, {"", declared[size % 6]});
  if (!decoded) return 0;
  FUZZ_CHECK(is_utf8(decoded->utf8));
  FUZZ_CHECK(decoded->map.target_bytes() == decoded->utf8.size());
  auto all = decoded->map.to_source(make_span(0, decoded->utf8.size()));
  FUZZ_CHECK(!all || all->end <= bytes.size());
  return 0;
}
