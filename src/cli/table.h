// Tables for people: columns as wide as they need to be and as the terminal lets them, cells wrapped
// or clipped, columns that hold nothing left out.
//
//   Table table({"what", "who"}, layout, Table::Fit::wrap);
//   table.row({"shelling", "River Brigade"}, "204:1  \"the words\"");   // a line of its own below
//   out.write(table.take());
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/terminal.h"

namespace sitrep {

class Table {
 public:
  enum class Fit {
    wrap,  // long cells take several lines
    clip,  // a row is a line; long cells end in "…"
  };

  Table(std::vector<std::string> headings, Layout layout, Fit fit);

  // Cells must be harmless; as many as there are headings. `below` stands indented under the row, wrapped.
  void row(std::vector<std::string> cells, std::string below = {});

  [[nodiscard]] std::size_t rows() const { return rows_.size(); }

  // What has come since the last call, drawn. The first call fixes the columns, from the rows it
  // has, and draws the headings; so a long list is drawn in pages that stand under each other.
  std::string take();

 private:
  struct Row {
    std::vector<std::string> cells;
    std::string below;
  };

  void fix_columns();
  void draw_cells(const std::vector<std::string>& cells, bool heading, std::string& out) const;
  void draw_stacked(const Row& row, std::string& out) const;
  void draw_below(const Row& row, std::string& out) const;

  std::vector<std::string> headings_;
  Layout layout_;
  Fit fit_;
  std::vector<Row> rows_;
  std::vector<std::size_t> widths_;  // 0: left out. Empty: not fixed yet
  bool stacked_ = false;             // too narrow for columns: "heading: cell", one below the other
};

}  // namespace sitrep
