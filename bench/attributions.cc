// Attributions in articles, for the kit `attribution`: what bench/predict runs.
//
//   attributions INPUT.jsonl    a line {"id", "attributions": [{"source", "cue", "content"}]} for each line
//                               {"id", "text"}; each part is a list of spans [begin, end) in code points
//
// The kit's marking differs from ours: nothing is nested, so that what stands within the words of another is
// left out; a quotation that goes on belongs to the attribution before it.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "base/limits.h"
#include "language/language.h"
#include "mentions/speech/speech_finder.h"
#include "text/document.h"

namespace {

using namespace sitrep;

Document document_of(std::string text) {
  DocumentContent content;
  content.received = text;
  content.map = OffsetMap::identity(static_cast<std::uint32_t>(text.size()));
  content.parts.push_back({PartKind::body, make_span(0, text.size())});
  content.text = std::move(text);
  return Document(std::move(content));
}

// Whether the cue of one stands in the words of the other.
bool stands_in(const SpeechMention& inner, const SpeechMention& outer) {
  return std::any_of(outer.content.begin(), outer.content.end(),
                     [&](Span piece) { return piece.contains(*inner.cue); });
}

std::size_t size_of(const SpeechMention& mention) {
  std::size_t size = 0;
  for (Span piece : mention.content) size += piece.size();
  return size;
}

// Those that stand in nobody else's words; quotations that go on are added to what they go on from.
std::vector<SpeechMention> outermost(std::vector<SpeechMention> found, const Analysis& analysis) {
  std::vector<SpeechMention> kept;
  std::vector<bool> nested(found.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i].continues) continue;
    for (std::size_t j = 0; j < found.size() && !nested[i]; ++j) {
      bool wider = j != i && !nested[j] && !found[j].continues && size_of(found[j]) > size_of(found[i]);
      nested[i] = wider && stands_in(found[i], found[j]);
    }
  }
  auto paragraph = [&](const SpeechMention& m) { return analysis.sentences()[m.sentence].paragraph; };
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (!found[i].continues) {
      if (!nested[i]) kept.push_back(std::move(found[i]));
      continue;
    }
    auto before = std::find_if(kept.rbegin(), kept.rend(), [](const SpeechMention& m) { return m.quoted; });
    if (before != kept.rend() && paragraph(*before) == paragraph(found[i])) {
      before->content.push_back(found[i].content.front());
    }
  }
  return kept;
}

nlohmann::json line_of(const std::string& id, const Analysis& analysis) {
  auto span = [&](Span s) {
    const Positions& positions = analysis.document().positions();
    return nlohmann::json{positions.code_points(s.begin), positions.code_points(s.end)};
  };
  nlohmann::json out = nlohmann::json::array();
  for (const SpeechMention& m :
       outermost(find_attributions(analysis, limits::claims_per_report_max), analysis)) {
    nlohmann::json source = nlohmann::json::array();
    nlohmann::json content = nlohmann::json::array();
    if (m.source) source.push_back(span(*m.source));
    for (Span piece : m.content) content.push_back(span(piece));
    out.push_back({{"source", source}, {"cue", nlohmann::json::array({span(*m.cue)})}, {"content", content}});
  }
  return {{"id", id}, {"attributions", std::move(out)}};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: attributions INPUT.jsonl\n");
    return 2;
  }
  auto language = Language::english();
  if (!language) {
    fmt::print(stderr, "attributions: {}\n", language.error().text());
    return 2;
  }
  try {
    std::ifstream lines(argv[1]);
    for (std::string line; std::getline(lines, line);) {
      if (line.empty()) continue;
      auto row = nlohmann::json::parse(line);
      Document document = document_of(row.at("text").get<std::string>());
      Analysis analysis = (*language)->read(document);
      std::cout << line_of(row.at("id").get<std::string>(), analysis).dump() << '\n';
    }
  } catch (const std::exception& error) {
    fmt::print(stderr, "attributions: {}\n", error.what());
    return 2;
  }
  return 0;
}
