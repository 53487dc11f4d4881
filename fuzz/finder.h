// What the targets of the finders share: bytes as a plain text, cut into words by rules (the model would be
// most of the time, and is fuzzed by itself), and what holds for every mention.
#pragma once

#include <optional>

#include "fuzz/fuzz.h"
#include "language/analysis.h"
#include "mentions/mention.h"

namespace sitrep::fuzz {

inline std::optional<Document> text_of(const std::uint8_t* data, std::size_t size) {
  RawReport raw;
  raw.bytes.assign(reinterpret_cast<const char*>(data), size);
  raw.format = ReportFormat::text;
  auto document = decode(std::move(raw), Overrides{});
  if (!document) return std::nullopt;
  return std::move(*document);
}

// Inside the document, not empty, no character cut in two.
inline void check_span(const Analysis& analysis, Span span) {
  FUZZ_CHECK(span.begin < span.end && span.end <= analysis.document().text().size());
  FUZZ_CHECK(is_utf8(analysis.text(span)));
}

inline void check_span(const Analysis& analysis, const std::optional<Span>& span) {
  if (span) check_span(analysis, *span);
}

inline void check_words(const Analysis& analysis, WordIndex first, WordIndex last) {
  FUZZ_CHECK(first < last && last <= analysis.words().size());
}

inline void check_speaker(const Analysis& analysis, const SpeakerMention& speaker) {
  check_span(analysis, speaker.span);
  check_span(analysis, speaker.name);
  check_span(analysis, speaker.role);
  check_span(analysis, speaker.body);
  check_words(analysis, speaker.first, speaker.last);
}

}  // namespace sitrep::fuzz
