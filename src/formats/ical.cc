// A timeline for calendars: iCalendar (RFC 5545), a day event a happening.
#include <fmt/format.h>

#include "base/clock.h"
#include "formats/all.h"
#include "formats/parts.h"

namespace sitrep {
namespace {

// Text values escape backslashes, commas, semicolons and line breaks.
std::string escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '\r') continue;
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '\\' || c == ',' || c == ';') out += '\\';
    out += c;
  }
  return out;
}

// Lines are folded at 75 octets, never inside a character.
std::string folded(const std::string& line) {
  constexpr std::size_t octets = 74;
  std::string out;
  std::size_t in_line = 0;
  for (std::size_t i = 0; i < line.size();) {
    std::size_t length = 1;
    while (i + length < line.size() && (static_cast<unsigned char>(line[i + length]) & 0xC0U) == 0x80U)
      ++length;
    if (in_line + length > octets) {
      out += "\r\n ";
      in_line = 1;
    }
    out += line.substr(i, length);
    in_line += length;
    i += length;
  }
  return out + "\r\n";
}

std::string digits(std::string_view iso) {
  std::string out;
  for (char c : iso) {
    if (c >= '0' && c <= '9') out += c;
  }
  return out;
}

class IcalWriter : public FormatWriter {
 public:
  std::string begin() override {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Sitrep//timeline//EN\r\nCALSCALE:GREGORIAN\r\n";
  }
  Result<std::string> event(const FormatEvent& event) override {
    if (!event.row.earliest) {
      reject(event.view.event, "no day is known");
      return std::string();
    }
    std::string summary = event.row.type;
    if (!place_name(event).empty()) summary += ", " + place_name(event);
    if (event.row.killed.best) summary += fmt::format(", {} killed", *event.row.killed.best);
    std::string stamp =
        digits(utc_iso(event.view.tellings.front().learned_us).substr(0, 19)).insert(8, "T") + "Z";
    std::string out = "BEGIN:VEVENT\r\n";
    out += folded(fmt::format("UID:{}@sitrep", event_name(event.view.event)));
    out += folded("DTSTAMP:" + stamp);
    out += folded("DTSTART;VALUE=DATE:" + digits(event.row.earliest->iso()));
    // The end is the first day after it.
    out += folded("DTEND;VALUE=DATE:" + digits(event.row.latest->plus_days(1).iso()));
    out += folded("SUMMARY:" + escaped(summary));
    out += folded("DESCRIPTION:" + escaped(notes_of(event) + "\n" + made_with(event)));
    if (!place_name(event).empty()) out += folded("LOCATION:" + escaped(place_name(event)));
    if (event.row.place && event.row.place->lat) {
      out += folded(fmt::format("GEO:{:.5f};{:.5f}", *event.row.place->lat, *event.row.place->lon));
    }
    return out + "END:VEVENT\r\n";
  }
  std::string end() override { return "END:VCALENDAR\r\n"; }
};

}  // namespace

std::unique_ptr<FormatWriter> make_ical() { return std::make_unique<IcalWriter>(); }

}  // namespace sitrep
