// Places in texts, for the kit `geoparse`: what bench/predict runs.
//
//   geoparse_places INPUT.jsonl    a line {"id", "toponyms": [{"start", "end", "lat", "lon", "score",
//   "geonameid"}]} for each
//                                  line {"id", "text"}; start and end count code points
//
// Nothing else of a line is looked at. $SITREP_GAZETTEER names another gazetteer.
#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "mentions/place/toponyms.h"
#include "text/document.h"

namespace {

using namespace sitrep;

Document document_of(std::string text) {
  DocumentContent content;
  content.received = text;
  content.map = OffsetMap::identity(static_cast<std::uint32_t>(text.size()));
  // A line is a part: names do not run over its end.
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) content.parts.push_back({PartKind::body, make_span(begin, end)});
    begin = end + 1;
  }
  content.text = std::move(text);
  return Document(std::move(content));
}

nlohmann::json line_of(const std::string& id, const Document& document, const Gazetteer& gazetteer) {
  Analysis analysis(document);
  nlohmann::json found = nlohmann::json::array();
  for (const Toponym& t : find_toponyms(analysis, gazetteer)) {
    nlohmann::json row = {{"start", document.positions().code_points(t.span.begin)},
                          {"end", document.positions().code_points(t.span.end)}};
    if (t.place != no_place) {
      GazetteerPlace place = gazetteer.place(t.place);
      row["lat"] = place.lat;
      row["lon"] = place.lon;
      row["score"] = t.score;
      if (place.geonames != 0) row["geonameid"] = std::to_string(place.geonames);
    }
    found.push_back(std::move(row));
  }
  return {{"id", id}, {"toponyms", std::move(found)}};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: geoparse_places INPUT.jsonl\n");
    return 2;
  }
  auto gazetteer = Gazetteer::open(gazetteer_path());
  if (!gazetteer) {
    fmt::print(stderr, "geoparse_places: {}: {}\n", gazetteer.error().where, gazetteer.error().message);
    return 2;
  }
  try {
    std::ifstream lines(argv[1]);
    for (std::string line; std::getline(lines, line);) {
      if (line.empty()) continue;
      auto row = nlohmann::json::parse(line);
      Document document = document_of(row.at("text").get<std::string>());
      std::cout << line_of(row.at("id").get<std::string>(), document, **gazetteer).dump() << '\n';
    }
  } catch (const std::exception& error) {
    fmt::print(stderr, "geoparse_places: {}\n", error.what());
    return 2;
  }
  return 0;
}
