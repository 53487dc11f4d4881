// Figures in sentences that the model has read: tests/tables/figures.tsv, a sentence and its figures a line,
// by phenomenon ("# parts"). UPDATE_GOLDEN=1 rewrites the table; `git diff` is the review.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "language/document_for_tests.h"
#include "language/language.h"
#include "mentions/figure/figure_dump_for_tests.h"
#include "mentions/figure/figure_finder.h"

namespace sitrep {
namespace {

struct Row {
  std::string text, figures;  // a heading has no figures
  bool heading = false;
};

std::vector<Row> rows_of(const std::string& path) {
  std::vector<Row> rows;
  std::ifstream lines(path);
  for (std::string line; std::getline(lines, line);) {
    auto tab = line.find('\t');
    bool heading = line.starts_with('#');
    rows.push_back({line.substr(0, tab), tab == std::string::npos ? "" : line.substr(tab + 1), heading});
  }
  return rows;
}

TEST(TreeFigures, reads_the_table) {
  auto language = Language::english();
  ASSERT_TRUE(language);
  std::string path = SITREP_SOURCE_DIR "/tests/tables/figures.tsv";
  std::vector<Row> rows = rows_of(path);
  ASSERT_GT(rows.size(), 150U) << path;
  std::vector<std::unique_ptr<Document>> documents;
  std::vector<const Document*> given;
  for (const Row& row : rows) {
    if (row.heading) continue;
    documents.push_back(std::make_unique<Document>(document_of(row.text)));
    given.push_back(documents.back().get());
  }
  std::vector<Analysis> read = (*language)->read_all(given, 0);
  std::size_t at = 0;
  for (Row& row : rows) {
    if (row.heading) continue;
    std::string found = dump_of(read[at], find_figures(read[at]));
    ++at;
    if (std::getenv("UPDATE_GOLDEN") != nullptr) {
      row.figures = found;
    } else {
      EXPECT_EQ(found, row.figures) << row.text;
    }
  }
  if (std::getenv("UPDATE_GOLDEN") == nullptr) return;
  std::ofstream out(path);
  for (const Row& row : rows) out << row.text << (row.heading ? "" : "\t") << row.figures << '\n';
}

// Numbers that nobody can mean, and text that no grammar has.
TEST(TreeFigures, survives_numbers_and_nests_without_end) {
  auto language = Language::english();
  ASSERT_TRUE(language);
  std::string digits(10'000, '7');
  std::string list = "Gunmen killed";
  for (int i = 0; i < 2'000; ++i) list += " a farmer and";
  std::string groups;
  for (int i = 0; i < 3'000; ++i) groups += "1,";
  for (const std::string& text :
       {"The blast killed " + digits + " people.", "A toll of " + digits + "-" + digits + " was given.",
        list + " a priest.", "It killed " + groups + "000 men.",
        std::string("killed killed killed of of of")}) {
    Document document = document_of(text);
    Analysis analysis = (*language)->read(document);
    for (const FigureMention& m : find_figures(analysis)) {
      EXPECT_LE(m.span.end, text.size());
      EXPECT_LT(m.span.begin, m.span.end);
    }
  }
}

}  // namespace
}  // namespace sitrep
