// Other people's tables and documents, made of events: ACLED-shaped, UCDP-shaped, GeoJSON ...
//
//   const Format* format = find_format("ucdp-ged");
//   auto writer = format->make();
//   out.write(writer->begin());
//   for (...) out.write(writer->event({view, row, profile, ...}));
//   out.write(writer->end());
//
// Rows are shaped like those projects' data, and are not their data. Each format is pinned to a version
// and says what it cannot hold. Unknown values are empty cells and absent keys, never 0 or "unknown",
// but where the format itself asks for one.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "events/event_view.h"
#include "events/profile.h"
#include "record/record.h"

namespace sitrep {

// One event with what a format may need of it.
struct FormatEvent {
  const EventView& view;
  const EventRow& row;
  const Profile& profile;
  // Program, model, codebook and gazetteer, as the first report's reading names them.
  const Reading& reading;
  // The text of a telling's report, for quoted evidence; may fail.
  std::function<Result<std::string>(const Telling&)> text;
};

class FormatWriter {
 public:
  virtual ~FormatWriter() = default;
  virtual std::string begin() { return {}; }
  // The event's rows; nothing where the format has no place for it (rejected() then says why).
  virtual Result<std::string> event(const FormatEvent& event) = 0;
  virtual std::string end() { return {}; }

  // Events that the format cannot hold, with the reason, in order.
  struct Rejected {
    std::int64_t event = 0;
    std::string why;
  };
  [[nodiscard]] const std::vector<Rejected>& rejected() const { return rejected_; }

 protected:
  void reject(std::int64_t event, std::string why) { rejected_.push_back({event, std::move(why)}); }

 private:
  std::vector<Rejected> rejected_;
};

struct Format {
  std::string_view name;                      // "ucdp-ged"
  std::string_view version;                   // "UCDP GED 23.1"
  std::string_view is;                        // what it is, in a line
  std::string_view profile;                   // the profile that it is made with where none is asked for
  std::vector<std::string_view> cannot_hold;  // what is lost
  std::unique_ptr<FormatWriter> (*make)();
};

std::span<const Format> formats();
const Format* find_format(std::string_view name);

// ---- for the formats themselves

// One cell of comma-separated text (RFC 4180). A spreadsheet takes a cell that begins with = + - @ or a
// tab for a formula, and reports are written by strangers: such texts get an apostrophe in front.
std::string csv_cell(std::string_view text);

// A table's columns, each a name and what of an event it holds.
struct FormatColumn {
  std::string_view name;
  std::string (*value)(const FormatEvent& event);
};

// Rows of cells: comma-separated with CRLF, or tab-separated (tabs and breaks in cells become spaces).
enum class Separator : std::uint8_t { comma, tab };
std::string table_heading(std::span<const FormatColumn> columns, Separator separator);
std::string table_row(std::span<const FormatColumn> columns, const FormatEvent& event, Separator separator);

}  // namespace sitrep
