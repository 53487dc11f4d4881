// Records as JSON Lines, both ways: one object a line, {"type": ..., "data": ...}.
//
// Spans are bytes in the structs and Unicode code points in the JSON, so every line but `report`
// needs the positions of its report's text. Writing cannot fail; reading checks types, closed
// lists and that spans lie in the text, ignores keys it does not know (newer programs add some),
// and names the place of what is wrong as a JSON Pointer.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"
#include "record/record.h"
#include "text/positions.h"

namespace sitrep {

using Record = std::variant<Report, Claim, Relation, Silence, ReportNote, Mention, Reading, Event, Account,
                            Link, Review>;

// One line without its line break. `positions` are of the report's text (of the report itself for a
// Report; ignored by types without spans).
std::string json_line(const Report& report, const Positions& positions);
std::string json_line(const Claim& claim, const Positions& positions);
std::string json_line(const Record& record, const Positions& positions);

// The report's line, then claims, relations, silences and notes; each ends in a line break.
std::string json_lines(const Report& report, const Findings& findings, const Positions& positions);

// The report's line, then mentions and notes.
std::string json_lines(const Report& report, const std::vector<Mention>& mentions,
                       const std::vector<ReportNote>& notes, const Positions& positions);

// Reads lines in the order written: spans are of the last report read. Types with spans before any
// report are an error (bad_record).
class RecordReader {
 public:
  RecordReader() = default;
  // For lines whose report is not in the stream.
  explicit RecordReader(Positions positions) : positions_(std::move(positions)) {}

  Result<Record> read(std::string_view line);

 private:
  std::optional<Positions> positions_;
};

}  // namespace sitrep
