// The gazetteer: 232,000 places with points and 524,000 names, in one mapped file.
//
//   auto gazetteer = Gazetteer::open(gazetteer_path());
//   (*gazetteer)->named("Mariupol")            places of exactly that name, folded: the largest first
//   (*gazetteer)->sounding("Hudaydah", 0.8F)   also those spelled another way, with what the spelling costs
//
// docs/gazetteer-format.md says what is in it and where it comes from. Look-up only: which of the places
// of a name is meant is for mentions/place to tell.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum.h"
#include "base/result.h"
#include "lexicon/gazetteer_file.h"

namespace sitrep {

SITREP_ENUM(PlaceKind, continent, country, former_country, province, county, capital, seat, town, district,
            region, front, pass, valley, range, mountain, plateau, plain, desert, forest, wetland, river,
            lake, sea, gulf, strait, channel, cape, peninsula, island, crossing, base, prison, airport, port,
            camp, oilfield, dam, power_plant, mine, road, bridge, site);

// What a name is to its place.
SITREP_ENUM(NameUse, primary, alternate, folk, code);  // folk: "Afghan", "Afghans"; code: "Tex.", "DRC"

// A place's row in the file; grows with nothing but the file.
using PlaceIndex = std::uint32_t;
inline constexpr PlaceIndex no_place = gazetteer_file::none;

struct GazetteerPlace {
  PlaceIndex index = no_place;
  std::string_view name;  // the one to show
  PlaceKind kind = PlaceKind::town;
  double lat = 0, lon = 0;  // degrees, WGS 84
  std::uint32_t radius_m = 0;
  std::uint32_t population = 0;  // 0: not known
  std::uint32_t geonames = 0;    // 0: none
  std::string_view country;      // ISO 3166-1 alpha-2; empty for seas and what lies in several countries
  PlaceIndex province = no_place, county = no_place;
  std::string_view code;  // ISO 3166-2 of a province
  std::size_t names = 0;
};

struct PlaceName {
  std::string_view text;
  NameUse use = NameUse::primary;
};

struct PlaceCandidate {
  PlaceIndex place = no_place;
  NameUse use = NameUse::primary;  // of the name that matched
  float cost = 0;                  // 0: the same when folded; else what the other spelling costs
};

struct CountryCodes {
  std::string_view alpha2, alpha3, fips;  // empty: none
  int numeric = 0, cow = 0, gw = 0;       // 0: none
  PlaceIndex place = no_place;
};

// Thread-safe once opened. Views live as long as the Gazetteer.
class Gazetteer {
 public:
  // Maps the file and checks all of it, so that no look-up needs to: some 20 ms. Errors: not_found;
  // cannot_read; malformed when it is no gazetteer, of another format, cut off or damaged.
  static Result<std::shared_ptr<const Gazetteer>> open(const std::string& path);
  // The same over bytes in memory (tests, fuzzers); `name` is used in messages.
  static Result<std::shared_ptr<const Gazetteer>> parse(std::string bytes, const std::string& name);

  // That of gazetteer_path(), opened once a process, when first asked for; its failure is remembered too.
  static const Result<std::shared_ptr<const Gazetteer>>& world();

  Gazetteer(const Gazetteer&) = delete;
  Gazetteer& operator=(const Gazetteer&) = delete;
  ~Gazetteer();

  // "places 5F0C..." with the checksum of the file: what a reading says that it was made with.
  [[nodiscard]] std::string identity() const;
  [[nodiscard]] std::size_t size() const { return places_; }
  // `index` < size().
  [[nodiscard]] GazetteerPlace place(PlaceIndex index) const;
  // `i` < place.names; the first is the one to show.
  [[nodiscard]] PlaceName name(const GazetteerPlace& place, std::size_t i) const;
  // "geonames:701822", or "sitrep:khawak-pass-af" for the project's own.
  [[nodiscard]] std::string id(PlaceIndex index) const;

  // Places that bear the name: at most `most`, heaviest first (countries, provinces, then by people). Under
  // a microsecond.
  [[nodiscard]] std::vector<PlaceCandidate> named(std::string_view name, std::size_t most = 64) const;
  [[nodiscard]] bool is_name(std::string_view name) const;
  // Whether most readers would take the name for a place without being told: countries, provinces, capitals,
  // regions, towns of 100,000 people.
  [[nodiscard]] bool is_well_known(std::string_view name) const;
  // And those whose names are spelled otherwise by no more than `cost`, cheapest first. Under 20 us.
  [[nodiscard]] std::vector<PlaceCandidate> sounding(std::string_view name, float cost,
                                                     std::size_t most = 16) const;

  // By alpha-2 code; null for a code that is none.
  [[nodiscard]] const CountryCodes* country(std::string_view alpha2) const;
  [[nodiscard]] const std::vector<CountryCodes>& countries() const { return countries_; }
  // Of a country by its alpha-2 code, in the file's order. Empty for a code that is none.
  [[nodiscard]] const std::vector<PlaceIndex>& provinces(std::string_view alpha2) const;

 private:
  Gazetteer() = default;
  Done read(const std::string& where);
  Done check(const std::string& where) const;
  [[nodiscard]] std::string_view text(std::uint32_t offset) const;

  std::string held_;  // when parsed from memory
  const char* data_ = nullptr;
  std::size_t size_ = 0;
  bool mapped_ = false;
  std::size_t places_ = 0;
  const gazetteer_file::PlaceRow* place_rows_ = nullptr;
  const gazetteer_file::NameRow* name_rows_ = nullptr;
  std::size_t names_ = 0;
  const gazetteer_file::IndexRow* by_hash_ = nullptr;
  std::size_t by_hash_rows_ = 0;
  const gazetteer_file::SoundRow* by_sound_ = nullptr;
  std::size_t by_sound_rows_ = 0;
  std::string_view texts_;
  std::vector<CountryCodes> countries_;
  std::vector<std::vector<PlaceIndex>> provinces_;  // of each of countries_
  std::uint64_t checksum_ = 0;
};

// Whether world() knows it well; false where it could not be opened.
bool is_well_known_place(std::string_view name);

// $SITREP_GAZETTEER if set; else share/sitrep/places.gazetteer beside the program's bin/; else that of the
// build. The file may be missing.
std::string gazetteer_path();

}  // namespace sitrep
