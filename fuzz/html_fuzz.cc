// Web pages: any bytes read as HTML.
#include "fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sitrep;
  std::string bytes(reinterpret_cast<const char*>(data), size);
  RawReport raw;
  raw.bytes = std::move(bytes);
  raw.format = ReportFormat::html;
  auto document = decode(std::move(raw), Overrides{});
  if (!document) return 0;
  fuzz::check_document(*document);
  fuzz::check_reading(*document);
  return 0;
}
