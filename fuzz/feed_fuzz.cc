// Feeds (RSS, Atom, JSON Feed): the prefix makes sure that the sniffer takes the bytes for one.
#include "fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sitrep;
  std::string bytes(reinterpret_cast<const char*>(data), size);
  fuzz::read_all(bytes);
  fuzz::read_all("<rss version=\"2.0\"><channel><title>t</title>" + bytes);
  fuzz::read_all("<feed xmlns=\"http://www.w3.org/2005/Atom\">" + bytes);
  fuzz::read_all("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[" + bytes);
  return 0;
}
