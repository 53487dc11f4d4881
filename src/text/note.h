// What a reader of a report should know about the reading: damage, doubts, limits.
#pragma once

#include <optional>
#include <string>

#include "base/enum.h"
#include "text/span.h"

namespace sitrep {

SITREP_ENUM(NoteKind, garbled, contradiction, suspicious_term, unclosed_quote, duplicate_sentence,
            date_mismatch, unresolved_place, no_date, not_english, cut_at_limit, encoding, damaged);

struct Note {
  NoteKind kind = NoteKind::garbled;
  std::string text;              // the words concerned, when there are some
  std::optional<Span> evidence;  // where they stand; absent for notes on the whole report
  std::string message;
  bool operator==(const Note&) const = default;
};

}  // namespace sitrep
