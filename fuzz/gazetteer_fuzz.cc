// The gazetteer's file: whatever its bytes, opening it gives an error, or all of it can be looked up. The
// checksum is put right first, or nothing but it would be tested.
#include <cstring>

#include "fuzz/fuzz.h"
#include "lexicon/gazetteer.h"
#include "lexicon/place_names.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sitrep;
  std::string bytes(reinterpret_cast<const char*>(data), size);
  gazetteer_file::Header header{};
  if (size >= sizeof header) {
    std::memcpy(&header, bytes.data(), sizeof header);
    header.file_bytes = size;
    header.checksum = gazetteer_file::checksum(std::string_view(bytes).substr(sizeof header));
    std::memcpy(bytes.data(), &header, sizeof header);
  }
  auto gazetteer = Gazetteer::parse(bytes, "fuzz");
  if (!gazetteer) return 0;
  const Gazetteer& g = **gazetteer;
  for (PlaceIndex i = 0; i < g.size() && i < 1000; ++i) {
    GazetteerPlace place = g.place(i);
    FUZZ_CHECK(is_utf8(g.id(i)) && is_utf8(place.code) && is_utf8(place.country));
    FUZZ_CHECK(place.province == no_place || place.province < g.size());
    for (std::size_t n = 0; n < place.names && n < 100; ++n) {
      FUZZ_CHECK(is_utf8(g.name(place, n).text));
      for (const PlaceCandidate& c : g.sounding(g.name(place, n).text, 0.8F)) FUZZ_CHECK(c.place < g.size());
    }
  }
  for (const CountryCodes& c : g.countries()) FUZZ_CHECK(c.place < g.size());
  // Any bytes are a name to look up.
  std::string_view name(reinterpret_cast<const char*>(data), std::min<std::size_t>(size, 200));
  (void)g.sounding(name, 1.0F);
  std::string folded = fold_place_name(name);
  FUZZ_CHECK(fold_place_name(folded) == folded);
  return 0;
}
