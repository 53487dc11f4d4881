// Distances on the earth.
#pragma once

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sitrep {

// Kilometres between two points in degrees, on a sphere of the earth's mean radius (haversine): within 0.5 %
// of the ellipsoid's.
inline double kilometres_between(double lat, double lon, double other_lat, double other_lon) {
  constexpr double radius_km = 6371;
  constexpr double radian = std::numbers::pi / 180;
  double north = std::sin((other_lat - lat) * radian / 2);
  double east = std::sin((other_lon - lon) * radian / 2);
  double chord = north * north + std::cos(lat * radian) * std::cos(other_lat * radian) * east * east;
  return 2 * radius_km * std::asin(std::min(1.0, std::sqrt(chord)));
}

}  // namespace sitrep
