#include "cli/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <utility>

namespace sitrep {

namespace {

constexpr std::size_t gap = 2;         // blanks between columns
constexpr std::size_t indent = 3;      // of what stands below a row
constexpr std::size_t column_min = 9;  // narrower columns are harder to read than stacked values

// The widest that columns may be so that all fit into `room`: narrow ones keep their width, the wide
// ones share what is left.
std::size_t fair_width(const std::vector<std::size_t>& natural, std::size_t room) {
  std::vector<std::size_t> sorted;
  for (std::size_t width : natural) {
    if (width > 0) sorted.push_back(width);
  }
  std::sort(sorted.begin(), sorted.end());
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    std::size_t share = room / (sorted.size() - i);
    if (sorted[i] > share) return share;
    room -= sorted[i];
  }
  return sorted.empty() ? 0 : sorted.back();
}

}  // namespace

Table::Table(std::vector<std::string> headings, Layout layout, Fit fit)
    : headings_(std::move(headings)), layout_(layout), fit_(fit) {}

void Table::row(std::vector<std::string> cells, std::string below) {
  assert(cells.size() == headings_.size());
  rows_.push_back({std::move(cells), std::move(below)});
}

void Table::fix_columns() {
  widths_.assign(headings_.size(), 0);
  for (const Row& row : rows_) {
    for (std::size_t i = 0; i < headings_.size(); ++i) {
      widths_[i] = std::max(widths_[i], display_width(row.cells[i]));
    }
  }
  std::size_t columns = 0;
  for (std::size_t i = 0; i < headings_.size(); ++i) {
    if (widths_[i] == 0) continue;
    widths_[i] = std::max(widths_[i], display_width(headings_[i]));
    columns += 1;
  }
  if (layout_.width == 0 || columns == 0) return;
  std::size_t gaps = gap * (columns - 1);
  std::size_t widest = fair_width(widths_, layout_.width > gaps ? layout_.width - gaps : 0);
  std::size_t needed = *std::max_element(widths_.begin(), widths_.end());
  stacked_ = fit_ == Fit::wrap && widest < std::min(column_min, needed);
  for (std::size_t& width : widths_) width = std::min(width, std::max<std::size_t>(widest, 1));
}

void Table::draw_cells(const std::vector<std::string>& cells, bool heading, std::string& out) const {
  Style style(layout_.colour);
  std::vector<std::vector<std::string>> wrapped(cells.size());
  std::size_t lines = 1;
  std::size_t last = 0;  // the last column that is there
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (widths_[i] == 0) continue;
    last = i;
    if (fit_ == Fit::clip) {
      wrapped[i] = {clip(cells[i], layout_.width == 0 ? 0 : widths_[i])};
    } else {
      wrapped[i] = wrap(cells[i], layout_.width == 0 ? 0 : widths_[i]);
    }
    lines = std::max(lines, wrapped[i].size());
  }
  for (std::size_t line = 0; line < lines; ++line) {
    std::string drawn;
    for (std::size_t i = 0; i <= last; ++i) {
      if (widths_[i] == 0) continue;
      std::string cell = line < wrapped[i].size() ? wrapped[i][line] : "";
      drawn += pad(cell, i == last ? 0 : widths_[i] + gap);
    }
    drawn.erase(drawn.find_last_not_of(' ') + 1);
    out += (heading ? style.bold(drawn) : drawn) + "\n";
  }
}

void Table::draw_stacked(const Row& row, std::string& out) const {
  bool first = true;
  for (std::size_t i = 0; i < headings_.size(); ++i) {
    if (row.cells[i].empty()) continue;
    std::string text =
        headings_[i].empty() ? row.cells[i] : fmt::format("{}: {}", headings_[i], row.cells[i]);
    for (const std::string& line : wrap(text, layout_.width > indent ? layout_.width - indent : 1)) {
      out += (first ? "" : std::string(indent, ' ')) + line + "\n";
      first = false;
    }
  }
}

void Table::draw_below(const Row& row, std::string& out) const {
  if (row.below.empty()) return;
  std::size_t room = layout_.width > indent + column_min ? layout_.width - indent : layout_.width;
  for (const std::string& line : wrap(row.below, room)) {
    out += std::string(indent, ' ') + Style(layout_.colour).dim(line) + "\n";
  }
}

std::string Table::take() {
  std::string out;
  if (rows_.empty()) return out;
  if (widths_.empty()) {
    fix_columns();
    if (!stacked_) draw_cells(headings_, true, out);
  }
  for (const Row& row : rows_) {
    if (stacked_) {
      draw_stacked(row, out);
    } else {
      draw_cells(row.cells, false, out);
    }
    draw_below(row, out);
  }
  rows_.clear();
  return out;
}

}  // namespace sitrep
