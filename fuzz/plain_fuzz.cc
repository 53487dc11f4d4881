// Plain text: parts, notes and the first reading of it.
#include "fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sitrep;
  std::string bytes(reinterpret_cast<const char*>(data), size);
  RawReport raw;
  raw.bytes = std::move(bytes);
  raw.format = ReportFormat::text;
  if (size % 2 == 0) raw.hints.published = DateTime{*Date::of(2031, 5, 4), {}, {}};
  auto document = decode(std::move(raw), Overrides{});
  if (!document) return 0;
  fuzz::check_document(*document);
  fuzz::check_reading(*document);
  return 0;
}
