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

#include "language/language.h"
#include "mentions/speech/tree_attribution.h"
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

nlohmann::json line_of(const std::string& id, const Analysis& analysis) {
  const Document& document = analysis.document();
  Tree tree(*analysis.syntax());
  TreeQuotes quotes(analysis, tree);
  auto found = find_tree_attributions(tree, quotes);
  std::vector<bool> nested(found.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (std::size_t j = 0; j < found.size() && !nested[i]; ++j) {
      if (i == j || nested[j]) continue;
      const auto& c = found[j].content;
      if (found[i].content.size() >= c.size()) continue;
      nested[i] = std::binary_search(c.begin(), c.end(), found[i].cue);
    }
  }
  nlohmann::json out = nlohmann::json::array();
  auto spans = [&](const std::vector<TokenIndex>& tokens) {
    nlohmann::json list = nlohmann::json::array();
    for (std::size_t k = 0; k < tokens.size();) {
      std::size_t last = k + 1;
      while (last < tokens.size() && tokens[last] == tokens[last - 1] + 1) ++last;
      list.push_back({document.positions().code_points(tree[tokens[k]].span.begin),
                      document.positions().code_points(tree[tokens[last - 1]].span.end)});
      k = last;
    }
    return list;
  };
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (nested[i]) continue;
    std::vector<TokenIndex> cue;
    for (TokenIndex t = found[i].cue_words.first; t < found[i].cue_words.last; ++t) cue.push_back(t);
    out.push_back({{"source", spans(found[i].source_tokens)},
                   {"cue", spans(cue)},
                   {"content", spans(found[i].content)}});
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
