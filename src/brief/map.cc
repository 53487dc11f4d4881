// The map of a brief, as SVG: plate carrée, stretched by the cosine of its middle's latitude.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/lines.h"
#include "brief/brief.h"
#include "brief/page.h"

namespace sitrep {

namespace embedded {
extern const std::string_view outlines;  // data/outlines/countries.tsv
}

namespace {

constexpr double width = 680;
constexpr double least_span = 4;  // degrees: nearer, the outlines show nothing

struct Window {
  double west = 180, east = -180, south = 90, north = -90, stretch = 1;
  [[nodiscard]] double height() const { return width * (north - south) / ((east - west) * stretch); }
  [[nodiscard]] double x(double lon) const { return width * (lon - west) / (east - west); }
  [[nodiscard]] double y(double lat) const { return height() * (north - lat) / (north - south); }
};

Window window_of(const Brief& brief) {
  Window window;
  for (const BriefItem& item : brief.items) {
    if (!item.lat || !item.lon) continue;
    window.west = std::min(window.west, *item.lon);
    window.east = std::max(window.east, *item.lon);
    window.south = std::min(window.south, *item.lat);
    window.north = std::max(window.north, *item.lat);
  }
  double lon = (window.west + window.east) / 2;
  double lat = (window.south + window.north) / 2;
  constexpr double radian = 3.14159265358979323846 / 180;
  window.stretch = std::max(0.2, std::cos(lat * radian));
  constexpr double height_of_width = 0.62;  // as a page likes it
  double tall = (window.north - window.south) / (window.stretch * height_of_width);
  double span = std::max({window.east - window.west, tall, least_span}) * 1.3;
  window.west = lon - span / 2;
  window.east = lon + span / 2;
  double up = span * window.stretch * height_of_width;
  window.south = lat - up / 2;
  window.north = lat + up / 2;
  return window;
}

// "2035,4283 12,3 1,9": the points of a ring as a path; nothing where it lies outside.
std::string path_of(std::string_view ring, const Window& window) {
  std::string path;
  double lon = 0;
  double lat = 0;
  double west = 999;
  double east = -999;
  double south = 999;
  double north = -999;
  constexpr double step = 0.01;
  for (const char *at = ring.data(), *end = ring.data() + ring.size(); at < end; ++at) {
    int dx = 0;
    int dy = 0;
    auto [comma, bad_x] = std::from_chars(at, end, dx);
    if (bad_x != std::errc() || comma == end) break;
    auto [next, bad_y] = std::from_chars(comma + 1, end, dy);
    if (bad_y != std::errc()) break;
    lon += dx * step;
    lat += dy * step;
    west = std::min(west, lon);
    east = std::max(east, lon);
    south = std::min(south, lat);
    north = std::max(north, lat);
    path += fmt::format("{}{:.1f} {:.1f}", path.empty() ? "M" : "L", window.x(lon), window.y(lat));
    at = next;
  }
  bool outside = east < window.west || west > window.east || north < window.south || south > window.north;
  return outside || path.empty() ? std::string() : path + "Z";
}

}  // namespace

std::string brief_map(const Brief& brief) {
  bool any = std::any_of(brief.items.begin(), brief.items.end(),
                         [](const BriefItem& item) { return item.lat && item.lon; });
  if (!any) return {};
  Window window = window_of(brief);
  std::string out = fmt::format(
      "<svg class=\"map\" viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" aria-label=\"Map of the events\">\n"
      "<rect class=\"sea\" width=\"100%\" height=\"100%\"/>\n",
      width, window.height());
  for (std::string_view rest = embedded::outlines; !rest.empty();) {
    std::string_view line = cut(rest, '\n');
    if (line.starts_with('#')) continue;
    cut(line, '\t');  // the country's code
    std::string_view name = cut(line, '\t');
    std::string path;
    while (!line.empty()) path += path_of(cut(line, '\t'), window);
    if (path.empty()) continue;
    out += fmt::format("<path class=\"land\" d=\"{}\"><title>{}</title></path>\n", path, escaped(name));
  }
  // The heavy ones first, so that none hides another.
  for (const BriefItem& item : brief.items) {
    if (!item.lat || !item.lon) continue;
    out += fmt::format(
        "<a href=\"#{0}\"><circle class=\"event\" cx=\"{1:.1f}\" cy=\"{2:.1f}\" r=\"{3:.1f}\"><title>{4}, "
        "{5}, {6}</title>"
        "</circle></a>\n",
        escaped(item.id), window.x(*item.lon), window.y(*item.lat), 4 + 2 * std::sqrt(item.weight),
        escaped(item.headline), escaped(item.where), escaped(item.when));
  }
  return out + "</svg>\n";
}

}  // namespace sitrep
