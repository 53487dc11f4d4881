// The figures of texts, for the kit `casualties`: bench/casualties totals them, as the kit's analysts did.
//
//   casualty_figures INPUT.jsonl    a line {"id", "sentences", "figures"} for each line {"id", "text"}
//
// A figure has what mentions/mention.h says of it, the number of its sentence and paragraph, and its words.
#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "language/language.h"
#include "language/syntax.h"
#include "mentions/figure/figure_finder.h"
#include "text/document.h"

namespace {

using namespace sitrep;

constexpr std::size_t batch = 50;

std::unique_ptr<Document> document_of(std::string text) {
  DocumentContent content;
  content.received = text;
  content.map = OffsetMap::identity(static_cast<std::uint32_t>(text.size()));
  content.parts.push_back({PartKind::body, make_span(0, text.size())});
  content.text = std::move(text);
  return std::make_unique<Document>(std::move(content));
}

// Whether `of` is a person's name.
bool named(const Analysis& analysis, const FigureMention& m) {
  if (analysis.syntax() == nullptr || !m.of) return false;
  for (const Name& name : analysis.syntax()->names) {
    if (name.span == *m.of) return name.kind == NameKind::person;
  }
  return false;
}

nlohmann::json figure_line(const Analysis& a, const FigureMention& m) {
  nlohmann::json line = {{"measure", name_of(m.measure)},
                         {"bound", name_of(m.bound)},
                         {"reach", name_of(m.reach)},
                         {"text", a.text(m.span)},
                         {"begin", m.span.begin},
                         {"cue", a.lower(m.cue)},
                         {"cue_word", m.cue},
                         {"sentence", a.sentence_of(m.first)},
                         {"paragraph", a.sentences()[a.sentence_of(m.first)].paragraph},
                         {"added", m.added},
                         {"anaphoric", m.anaphoric},
                         {"negated", m.negated},
                         {"unreal", m.unreal},
                         {"named", named(a, m)},
                         {"child", m.child},
                         {"female", m.female},
                         {"male", m.male},
                         {"military", m.military}};
  if (m.low) line["low"] = *m.low;
  if (m.high) line["high"] = *m.high;
  if (m.of) line["of"] = a.text(*m.of);
  if (m.group) line["group"] = a.text(*m.group);
  return line;
}

void print_figures(const std::vector<std::string>& ids,
                   const std::vector<std::unique_ptr<Document>>& documents, const Language& language) {
  std::vector<const Document*> given;
  given.reserve(documents.size());
  for (const auto& document : documents) given.push_back(document.get());
  std::vector<Analysis> read = language.read_all(given, 0);
  for (std::size_t i = 0; i < read.size(); ++i) {
    nlohmann::json figures = nlohmann::json::array();
    for (const FigureMention& m : find_figures(read[i])) figures.push_back(figure_line(read[i], m));
    nlohmann::json sentences = nlohmann::json::array();
    for (const Sentence& s : read[i].sentences()) sentences.push_back(read[i].text(s.span));
    nlohmann::json line = {{"id", ids[i]}, {"sentences", sentences}, {"figures", figures}};
    std::cout << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: casualty_figures INPUT.jsonl\n");
    return 2;
  }
  try {
    std::ifstream lines(argv[1]);
    if (!lines) throw std::runtime_error(std::string("cannot read ") + argv[1]);
    auto language = Language::english();
    if (!language) throw std::runtime_error("no language model");
    std::vector<std::string> ids;
    std::vector<std::unique_ptr<Document>> documents;
    auto flush = [&] {
      print_figures(ids, documents, **language);
      ids.clear();
      documents.clear();
    };
    for (std::string line; std::getline(lines, line);) {
      if (line.empty()) continue;
      auto row = nlohmann::json::parse(line);
      ids.push_back(row.at("id").get<std::string>());
      documents.push_back(document_of(row.at("text").get<std::string>()));
      if (ids.size() == batch) flush();
    }
    flush();
  } catch (const std::exception& error) {
    fmt::print(stderr, "casualty_figures: {}\n", error.what());
    return 2;
  }
  return 0;
}
