// Record JSON: what can be read can be written and read again, the same.
#include "fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sitrep;
  std::string bytes(reinterpret_cast<const char*>(data), size);
  const Positions positions("A text of forty characters, more or less");
  RecordReader reader(positions);
  auto record = reader.read(bytes);
  if (!record) return 0;
  // A report brings its own text, and with it its own positions.
  const auto* report = std::get_if<Report>(&*record);
  const Positions own = report != nullptr ? Positions(report->text) : positions;
  auto again = RecordReader(own).read(json_line(*record, own));
  FUZZ_CHECK(again.has_value());
  FUZZ_CHECK(*again == *record);
  return 0;
}
