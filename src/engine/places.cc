#include "engine/places.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>

#include "lexicon/gazetteer.h"

namespace sitrep {
namespace {

std::optional<double> degrees(std::string_view text, double most) {
  double value = 0;
  auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failed != std::errc() || end != text.data() + text.size() || !(std::abs(value) <= most))
    return std::nullopt;
  return value;
}

}  // namespace

Result<Point> point_of(const std::string& place) {
  constexpr double lat_max = 90;
  constexpr double lon_max = 180;
  std::size_t comma = place.find(',');
  bool numbers = place.find_first_not_of("0123456789.,-+eE") == std::string::npos;
  if (comma != std::string::npos && numbers) {
    auto lat = degrees(std::string_view(place).substr(0, comma), lat_max);
    auto lon = degrees(std::string_view(place).substr(comma + 1), lon_max);
    if (lat && lon) return Point{*lat, *lon};
    return fail(ErrorCode::bad_usage, fmt::format("\"{}\" are no degrees", place), {},
                "LAT,LON such as 56.66,16.36");
  }
  const auto& world = Gazetteer::world();
  if (!world) return fail(world);
  auto found = (*world)->named(place);
  constexpr float spelled_otherwise = 1;
  if (found.empty()) {
    std::string near;
    for (const PlaceCandidate& each : (*world)->sounding(place, spelled_otherwise, 3)) {
      near += (near.empty() ? "did you mean " : " or ") + std::string((*world)->place(each.place).name);
    }
    return fail(ErrorCode::not_found, fmt::format("no place \"{}\" in the gazetteer", place), {},
                near.empty() ? "LAT,LON tells a point in degrees" : near + "?");
  }
  // A town is what one is near to, rather than the province that is called after it; and one that bears the
  // name rather than one that is called so elsewhere (Kalmar, not Colmar).
  std::optional<GazetteerPlace> best;
  for (NameUse use : {NameUse::primary, NameUse::alternate}) {
    for (const PlaceCandidate& each : found) {
      GazetteerPlace known = (*world)->place(each.place);
      bool town =
          known.kind == PlaceKind::capital || known.kind == PlaceKind::seat || known.kind == PlaceKind::town;
      if (each.use == use && town && (!best || known.population > best->population)) best = known;
    }
    if (best) break;
  }
  GazetteerPlace known = best ? *best : (*world)->place(found.front().place);
  return Point{known.lat, known.lon};
}

}  // namespace sitrep
