// How many of the figures of annotated sentences are found: bench/own/figures.tsv.
//
//   figure_sentences [--errors] SENTENCES.tsv
//   figure_sentences --words SENTENCES.tsv     the rules alone, without the model
//
// A line is a sentence, a tab, and its figures parted by " | ": measure, qualifier, low..high (one number
// where they are the same), of whom, and /part or /cumulative: "killed at_least 34.. civilians /part". A
// figure is right if all of these are; of whom by its last word. Prints how many sentences and figures are
// right.
#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "language/language.h"
#include "mentions/figure/figure_finder.h"
#include "text/document.h"

namespace {

using namespace sitrep;

std::string last_word(const std::string& text) {
  auto space = text.rfind(' ');
  return space == std::string::npos ? text : text.substr(space + 1);
}

struct Figure {
  std::string numbers;  // "killed at_least 34.."
  std::string of, scope;
  bool operator==(const Figure& other) const {
    return numbers == other.numbers && scope == other.scope && last_word(of) == last_word(other.of);
  }
  [[nodiscard]] std::string line() const {
    return numbers + (of.empty() ? "" : " " + of) + (scope.empty() ? "" : " /" + scope);
  }
};

Figure parsed(std::string text) {
  Figure figure;
  if (auto slash = text.rfind(" /"); slash != std::string::npos) {
    figure.scope = text.substr(slash + 2);
    text.resize(slash);
  }
  std::size_t at = 0;
  for (int i = 0; i < 3; ++i) at = std::min(text.find(' ', at), text.size() - 1) + 1;
  figure.numbers = text.substr(0, at);
  while (!figure.numbers.empty() && figure.numbers.back() == ' ') figure.numbers.pop_back();
  if (figure.numbers.find("vague") == std::string::npos && figure.numbers.ends_with(".."))
    figure.numbers.resize(figure.numbers.size() - 2);
  figure.of = text.substr(at);
  return figure;
}

std::vector<Figure> parsed_list(const std::string& cell) {
  std::vector<Figure> figures;
  for (std::size_t at = 0; at < cell.size();) {
    std::size_t end = std::min(cell.find(" | ", at), cell.size());
    figures.push_back(parsed(cell.substr(at, end - at)));
    at = end + 3;
  }
  return figures;
}

Figure made(const Analysis& analysis, const FigureMention& m) {
  Figure figure;
  figure.numbers = std::string(name_of(m.measure)) + ' ' + std::string(name_of(m.bound)) + ' ';
  if (m.low) figure.numbers += std::to_string(*m.low);
  if (m.low.has_value() == m.high.has_value() && m.low != m.high) figure.numbers += "..";
  if (!m.low && !m.high) figure.numbers += "..";
  if (m.high && m.high != m.low) figure.numbers += std::to_string(*m.high);
  if (m.of) figure.of = std::string(analysis.text(*m.of));
  if (m.reach != FigureReach::happening) figure.scope = std::string(name_of(m.reach));
  return figure;
}

std::unique_ptr<Document> document_of(const std::string& text) {
  DocumentContent content;
  content.text = content.received = text;
  content.map = OffsetMap::identity(static_cast<std::uint32_t>(text.size()));
  content.parts.push_back({PartKind::body, make_span(0, text.size())});
  return std::make_unique<Document>(std::move(content));
}

int score(const std::string& path, bool errors, bool words_only) {
  std::ifstream lines(path);
  if (!lines) {
    fmt::print(stderr, "figure_sentences: cannot read {}\n", path);
    return 2;
  }
  std::vector<std::unique_ptr<Document>> documents;
  std::vector<std::vector<Figure>> truths;
  for (std::string line; std::getline(lines, line);) {
    auto tab = line.find('\t');
    documents.push_back(document_of(line.substr(0, tab)));
    truths.push_back(tab == std::string::npos ? std::vector<Figure>{} : parsed_list(line.substr(tab + 1)));
  }
  std::vector<const Document*> given;
  given.reserve(documents.size());
  for (const auto& document : documents) given.push_back(document.get());
  std::vector<Analysis> read;
  if (words_only) {
    for (const Document* document : given) read.emplace_back(*document);
  } else {
    auto language = Language::english();
    if (!language) {
      fmt::print(stderr, "figure_sentences: no model\n");
      return 2;
    }
    read = (*language)->read_all(given, 0);
  }
  std::size_t right = 0, gold = 0, found = 0, whole = 0;
  for (std::size_t i = 0; i < read.size(); ++i) {
    std::vector<Figure> figures;
    for (const FigureMention& m : find_figures(read[i])) {
      if (!m.anaphoric) figures.push_back(made(read[i], m));  // a pronoun tells no figure of its own
    }
    std::vector<Figure> left = figures;
    std::size_t hits = 0;
    for (const Figure& truth : truths[i]) {
      auto hit = std::find(left.begin(), left.end(), truth);
      if (hit == left.end()) continue;
      ++hits;
      left.erase(hit);
    }
    right += hits;
    gold += truths[i].size();
    found += figures.size();
    bool all = hits == truths[i].size() && left.empty();
    whole += all ? 1 : 0;
    if (errors && !all) {
      std::cout << documents[i]->text() << "\n  asked ";
      for (const Figure& f : truths[i]) std::cout << "[" << f.line() << "] ";
      std::cout << "\n  found ";
      for (const Figure& f : figures) std::cout << "[" << f.line() << "] ";
      std::cout << "\n";
    }
  }
  auto share = [](std::size_t a, std::size_t b) {
    return b == 0 ? 0.0 : static_cast<double>(a) / static_cast<double>(b);
  };
  fmt::print("sentences {} right {:.3f}; figures {} recall {:.3f} precision {:.3f} F1 {:.3f}\n", read.size(),
             share(whole, read.size()), gold, share(right, gold), share(right, found),
             share(2 * right, gold + found));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> args(argv + 1, argv + argc);
  bool errors = false;
  bool words_only = false;
  while (args.size() > 1) {
    errors = errors || args.front() == "--errors";
    words_only = words_only || args.front() == "--words";
    args.erase(args.begin());
  }
  if (args.empty()) {
    fmt::print(stderr, "usage: figure_sentences [--errors] [--words] SENTENCES.tsv\n");
    return 2;
  }
  return score(args.front(), errors, words_only);
}
