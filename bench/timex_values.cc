// Time expressions with their TIMEX3 types and values, for the kit `timex`: what bench/predict runs.
//
//   timex_values INPUT.jsonl              a line {"id", "timexes"} for each line {"id", "text", "dct"}
//   timex_values --seconds 5 INPUT.jsonl  all documents cut into words first, then read over and over for
//                                         that long (of processor time) by one thread; prints MB a second
//
// `dct` is the day of publication, "2031-05-04" with or without a clock time, and may be absent. Offsets of
// "timexes" count Unicode characters.
#include <fmt/format.h>

#include <ctime>
#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "language/analysis.h"
#include "mentions/time/time_finder.h"
#include "text/document.h"

namespace {

using namespace sitrep;

struct Row {
  std::string id;
  std::optional<Date> published;
  std::unique_ptr<Document> document;
  std::unique_ptr<Analysis> analysis;
};

std::vector<Row> read_rows(const std::string& path) {
  std::ifstream lines(path);
  if (!lines) throw std::runtime_error("cannot read " + path);
  std::vector<Row> rows;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) continue;
    auto given = nlohmann::json::parse(line);
    DocumentContent content;
    content.text = given.at("text").get<std::string>();
    content.received = content.text;
    content.map = OffsetMap::identity(static_cast<std::uint32_t>(content.text.size()));
    content.parts.push_back({PartKind::body, make_span(0, content.text.size())});
    Row row;
    row.id = given.at("id").get<std::string>();
    row.published = Date::parse(given.value("dct", std::string()).substr(0, 10));
    row.document = std::make_unique<Document>(std::move(content));
    row.analysis = std::make_unique<Analysis>(*row.document);
    rows.push_back(std::move(row));
  }
  return rows;
}

nlohmann::json predicted(const Row& row) {
  std::string_view text = row.document->text();
  nlohmann::json timexes = nlohmann::json::array();
  std::size_t byte = 0;
  std::size_t character = 0;
  auto character_at = [&](std::size_t to) {
    for (; byte < to; ++byte) character += (static_cast<unsigned char>(text[byte]) & 0xC0U) != 0x80U ? 1 : 0;
    return character;
  };
  for (const TimeMention& m : find_times(*row.analysis, row.published)) {
    std::size_t start = character_at(m.span.begin);
    std::size_t end = character_at(m.span.end);
    timexes.push_back({{"start", start}, {"end", end}, {"type", name_of(m.type)}, {"value", m.value}});
    if (!m.mod.empty()) timexes.back()["mod"] = m.mod;
  }
  return {{"id", row.id}, {"timexes", timexes}};
}

void measure(const std::vector<Row>& rows, double seconds) {
  std::size_t bytes = 0;
  std::size_t found = 0;
  std::clock_t start = std::clock();
  double passed = 0;
  do {
    for (const Row& row : rows) {
      found += find_times(*row.analysis, row.published).size();
      bytes += row.document->text().size();
    }
    passed = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  } while (passed < seconds);
  fmt::print("{{\"megabytes_per_second\": {:.1f}, \"times_per_second\": {:.0f}}}\n",
             static_cast<double>(bytes) / passed / 1e6, static_cast<double>(found) / passed);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> args(argv + 1, argv + argc);
  bool timed = args.size() == 3 && args[0] == "--seconds";
  if (args.size() != 1 && !timed) {
    fmt::print(stderr, "usage: timex_values [--seconds N] INPUT.jsonl\n");
    return 2;
  }
  try {
    std::vector<Row> rows = read_rows(args.back());
    if (timed) {
      measure(rows, std::stod(args[1]));
      return 0;
    }
    for (const Row& row : rows) std::cout << predicted(row).dump() << '\n';
  } catch (const std::exception& error) {
    fmt::print(stderr, "timex_values: {}\n", error.what());
    return 2;
  }
  return 0;
}
