#include "mentions/place/earth.h"

#include <algorithm>
#include <cmath>

namespace sitrep {
namespace {

constexpr double radian = 0.017453292519943295;
constexpr double earth_radius_m = 6'371'009;

EarthPoint on_sphere(double x, double y, double z) {
  return {std::atan2(z, std::hypot(x, y)) / radian, std::atan2(y, x) / radian};
}

}  // namespace

EarthPoint point_from(EarthPoint start, double bearing, double metres) {
  double lat = start.lat * radian;
  double lon = start.lon * radian;
  double turn = bearing * radian;
  double arc = metres / earth_radius_m;
  double to_lat = std::asin(
      std::clamp(std::sin(lat) * std::cos(arc) + std::cos(lat) * std::sin(arc) * std::cos(turn), -1.0, 1.0));
  double to_lon = lon + std::atan2(std::sin(turn) * std::sin(arc) * std::cos(lat),
                                   std::cos(arc) - std::sin(lat) * std::sin(to_lat));
  return {to_lat / radian, std::remainder(to_lon / radian, 360.0)};
}

EarthPoint midway(EarthPoint a, EarthPoint b) {
  double x = 0;
  double y = 0;
  double z = 0;
  for (EarthPoint p : {a, b}) {
    x += std::cos(p.lat * radian) * std::cos(p.lon * radian);
    y += std::cos(p.lat * radian) * std::sin(p.lon * radian);
    z += std::sin(p.lat * radian);
  }
  if (std::hypot(x, y, z) < 1e-9) return a;
  return on_sphere(x, y, z);
}

std::uint32_t prio_grid_cell(EarthPoint point) {
  auto row = static_cast<int>(std::floor((point.lat + 90) * 2));
  auto column = static_cast<int>(std::floor((point.lon + 180) * 2));
  row = std::clamp(row, 0, 359);
  column = std::clamp(column, 0, 719);
  return static_cast<std::uint32_t>(row * 720 + column + 1);
}

}  // namespace sitrep
