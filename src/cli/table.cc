#include "cli/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <utility>

namespace sitrep {

namespace {

constexpr std::size_t gap = 2;         // blanks between columns
constexpr std::size_t indent = 3;      // of what stands below a row
constexpr std::size_t column_min = 9;  // narrower text under a row is not worth its indent
constexpr std::size_t word_max = 16;   // columns that a wrapped column keeps for its longest word

std::size_t longest_word(std::string_view text) {
  std::size_t longest = 0;
  while (!text.empty()) {
    std::size_t end = std::min(text.find(' '), text.size());
    longest = std::max(longest, display_width(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return std::min(longest, word_max);
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
  std::vector<std::size_t> least(headings_.size(), 0);  // what each column cannot do without
  auto measure = [&](std::size_t column, const std::string& cell) {
    widths_[column] = std::max(widths_[column], display_width(cell));
    least[column] = std::max(least[column], fit_ == Fit::wrap ? longest_word(cell) : 0);
  };
  std::size_t columns = 0;
  std::size_t room_least = 0;
  for (std::size_t i = 0; i < headings_.size(); ++i) {
    for (const Row& row : rows_) measure(i, row.cells[i]);
    if (widths_[i] == 0) continue;
    measure(i, headings_[i]);
    columns += 1;
    room_least += least[i];
  }
  if (layout_.width == 0 || columns == 0) return;
  std::size_t gaps = gap * (columns - 1);
  std::size_t room = layout_.width > gaps ? layout_.width - gaps : 0;
  stacked_ = room_least > room;
  if (stacked_) return;
  // The widest that columns may be so that all fit: narrow ones keep their width, no column gets less
  // than it needs, and the wide ones share what is left.
  std::size_t widest = *std::max_element(widths_.begin(), widths_.end());
  auto cut = [&](std::size_t column) { return std::max(least[column], std::min(widths_[column], widest)); };
  auto fits = [&] {
    std::size_t sum = 0;
    for (std::size_t i = 0; i < widths_.size(); ++i) sum += cut(i);
    return sum <= room;
  };
  while (widest > 1 && !fits()) --widest;
  for (std::size_t i = 0; i < widths_.size(); ++i) widths_[i] = cut(i);
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
