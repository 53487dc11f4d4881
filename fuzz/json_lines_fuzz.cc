// JSON Lines and single JSON objects.
#include "fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sitrep;
  std::string bytes(reinterpret_cast<const char*>(data), size);
  fuzz::read_all(bytes);
  fuzz::read_all("{\"title\":\"t\",\"text\":\"" + bytes);
  fuzz::read_all("{\"text\":\"A first line.\"}\n" + bytes);
  return 0;
}
