#include "formats/formats.h"

namespace sitrep {

std::string csv_cell(std::string_view text) {
  std::string cell(text);
  if (!cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos) {
    cell.insert(cell.begin(), '\'');
  }
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

namespace {

// A number may begin with a minus and is no formula.
bool is_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos;
}

std::string cell_of(std::string_view text, Separator separator) {
  if (separator == Separator::comma) return is_number(text) ? std::string(text) : csv_cell(text);
  std::string cell(text);
  for (char& c : cell) {
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  }
  return cell;
}

template <class Cell>
std::string line(std::span<const FormatColumn> columns, Separator separator, Cell cell) {
  std::string out;
  for (const FormatColumn& column : columns) {
    if (!out.empty() || &column != columns.data()) out += separator == Separator::comma ? ',' : '\t';
    out += cell_of(cell(column), separator);
  }
  return out + (separator == Separator::comma ? "\r\n" : "\n");
}

}  // namespace

std::string table_heading(std::span<const FormatColumn> columns, Separator separator) {
  return line(columns, separator, [](const FormatColumn& column) { return column.name; });
}

std::string table_row(std::span<const FormatColumn> columns, const FormatEvent& event, Separator separator) {
  return line(columns, separator, [&](const FormatColumn& column) { return column.value(event); });
}

}  // namespace sitrep
