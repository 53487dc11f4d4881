// Places that people name on the command line.
#pragma once

#include <string>

#include "base/result.h"

namespace sitrep {

struct Point {
  double lat = 0, lon = 0;  // degrees, WGS 84
};

// "LAT,LON" in degrees, or a name of the gazetteer: of several places the largest town, else the heaviest of
// the others. not_found with near names; bad_usage for degrees that are none; and the errors of
// Gazetteer::world.
Result<Point> point_of(const std::string& place);

}  // namespace sitrep
