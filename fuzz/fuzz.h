// What the fuzz targets share: reading bytes all the way to findings and JSON, with the properties
// that must hold for any bytes.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "engine/reader.h"
#include "intake/decode.h"
#include "intake/source.h"
#include "record/json.h"
#include "text/utf8.h"

#define FUZZ_CHECK(what)                                                             \
  do {                                                                               \
    if (!(what)) {                                                                   \
      std::fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #what); \
      std::abort();                                                                  \
    }                                                                                \
  } while (false)

namespace sitrep::fuzz {

// Holds for every document, whatever it was read from.
inline void check_document(const Document& document) {
  std::string_view text = document.text();
  FUZZ_CHECK(is_utf8(text));
  std::uint32_t end = 0;
  for (const Part& part : document.parts()) {
    FUZZ_CHECK(part.span.begin >= end && part.span.begin <= part.span.end && part.span.end <= text.size());
    end = part.span.end;
    auto back = document.received_span(part.span);
    FUZZ_CHECK(!back || back->end <= document.received().size());
  }
  for (const Note& note : document.notes()) {
    FUZZ_CHECK(!note.evidence ||
               (note.evidence->begin <= note.evidence->end && note.evidence->end <= text.size()));
  }
}

// Reads a document and its JSON back: what is printed is what was read.
inline void check_reading(const Document& document) {
  static const ReportReader reader(ReaderKind::rules);
  Findings findings = reader.read(document);
  Report report = report_of(document);
  std::string lines = json_lines(report, findings, document.positions());
  RecordReader back;
  std::size_t begin = 0;
  while (begin < lines.size()) {
    std::size_t end = lines.find('\n', begin);
    auto record = back.read(std::string_view(lines).substr(begin, end - begin));
    FUZZ_CHECK(record.has_value());
    begin = end + 1;
  }
}

// Bytes of any container, to the end. Reports per input are bounded so that a target stays quick.
inline void read_all(std::string bytes) {
  auto source = open_bytes(std::move(bytes), "fuzz");
  for (int count = 0; count < 50; ++count) {
    auto raw = source->next();
    if (!raw) return;
    if (!*raw) continue;
    auto document = decode(std::move(**raw), Overrides{});
    if (!document) continue;
    check_document(*document);
    check_reading(*document);
  }
}

}  // namespace sitrep::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
