// Points on the earth: what lies 80 km north of a point, or between two; and the cell of PRIO-GRID.
#pragma once

#include <cstdint>

namespace sitrep {

struct EarthPoint {
  double lat = 0, lon = 0;  // degrees, WGS 84
};

// On a sphere, along the great circle that starts at `bearing` degrees clockwise from north. Longitudes stay
// within [-180, 180].
EarthPoint point_from(EarthPoint start, double bearing, double metres);

// Half-way along the great circle; the first one for antipodes.
EarthPoint midway(EarthPoint a, EarthPoint b);

// The cell of the 0.5-degree grid of PRIO-GRID (Tollefsen, Strand and Buhaug 2012): 1 at the south-west
// corner, then eastwards, row by row, to 259,200. A point on an edge lies north or east of it.
std::uint32_t prio_grid_cell(EarthPoint point);

}  // namespace sitrep
