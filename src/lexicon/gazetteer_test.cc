// Names are rows of spelling and what it folds or sounds to; the gazetteer's rows are a name and the first
// place found, "Mariupol seat? UA/Donetsk". The file is the one that the build compiled.
#include "lexicon/gazetteer.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <iterator>

#include "base/sphere.h"
#include "lexicon/place_names.h"

namespace sitrep {
namespace {

const Gazetteer& whole() {
  static const auto opened = Gazetteer::open(gazetteer_path());
  if (!opened) ADD_FAILURE() << opened.error().message << ' ' << gazetteer_path();
  return **opened;
}

std::string dump(const Gazetteer& g, PlaceIndex index) {
  GazetteerPlace p = g.place(index);
  std::string out = fmt::format("{} {} {}", p.name, name_of(p.kind), p.country.empty() ? "-" : p.country);
  if (p.province != no_place && p.province != index) out += fmt::format("/{}", g.place(p.province).name);
  return out;
}

std::string first(const std::vector<PlaceCandidate>& found) {
  return found.empty() ? "" : dump(whole(), found.front().place);
}

TEST(PlaceNames, fold_case_accents_and_marks) {
  struct Row {
    const char* name;
    const char* folded;
  };
  const Row rows[] = {
      {"Mariupol", "mariupol"},
      {"Sana’a", "sanaa"},
      {"Sanʿā'", "sana"},
      {"São Paulo", "sao paulo"},
      {"St. Pölten", "saint polten"},
      {"Mt Hermon", "mount hermon"},
      {"Deir ez-Zor", "deir ez zor"},
      {"U.S.", "us"},
      {"Łódź", "lodz"},
      {"Straße", "strasse"},
      {"Ærø", "aero"},
      {"  Al -  Qaim ", "al qaim"},
      {"Đà Nẵng", "da nang"},
      {"e\xCC\x81", "e"},  // a combining accent
      {"Київ", ""},
      {"", ""},
      {"\xC3", ""},  // cut in a character
  };
  for (const Row& row : rows) EXPECT_EQ(fold_place_name(row.name), row.folded) << row.name;
}

TEST(PlaceNames, sound_alike_when_romanised_in_other_ways) {
  struct Row {
    const char* one;
    const char* other;
    float most;  // what the spelling may cost; above 1.2 it must cost more than that
  };
  const Row rows[] = {
      {"Panjshir", "Panchir", 0.1F},
      {"Panjshir", "Panjsher", 0.2F},
      {"Kharkiv", "Kharkov", 0.2F},
      {"Hodeidah", "Hudaydah", 0.7F},
      {"Al-Hasakah", "Hasaka", 0.2F},
      {"Deir ez-Zor", "Dayr az-Zawr", 0.6F},
      {"Kyiv", "Kiev", 0.4F},
      {"Qamishli", "Kamishly", 0.2F},
      {"Mogadishu", "Muqdisho", 1.0F},
      {"Sulaymaniyah", "Slemani", 1.2F},
      {"Goma", "Beni", 9},
      {"Aden", "Oslo", 9},
  };
  for (const Row& row : rows) {
    std::string one = place_sound(fold_place_name(row.one));
    std::string other = place_sound(fold_place_name(row.other));
    float cost = spelling_cost(one, other, 10);
    if (row.most > 2) {
      EXPECT_GT(cost, 1.2F) << row.one << " / " << row.other;
    } else {
      EXPECT_LE(cost, row.most) << one << " / " << other;
    }
    EXPECT_FLOAT_EQ(cost, spelling_cost(other, one, 10)) << row.one;
  }
}

TEST(Gazetteer, knows_places_by_their_names) {
  struct Row {
    const char* name;
    const char* place;
  };
  const Row rows[] = {
      {"Mariupol", "Mariupol town UA/Donetsk"},
      {"kabul", "Kabul capital AF/Kabul"},
      {"Germany", "Germany country DE"},
      {"Afghans", "Afghanistan country AF"},
      {"Panjshir", "Panjshir province AF"},
      {"UK", "United Kingdom country GB"},
      {"Khawak Pass", "Khawak Pass pass AF/Panjshir"},
      {"Azovstal steelworks", "Azovstal site UA/Donetsk"},
      {"Donbass", "Donbas region UA"},
      {"USSR", "Soviet Union former_country -"},
      {"Strait of Hormuz", "Strait of Hormuz strait -"},
      {"Rapides Parish", "Rapides Parish county US/Louisiana"},
      {"no such place at all", ""},
      {"", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(first(whole().named(row.name)), row.place) << row.name;
}

TEST(Gazetteer, knows_places_by_other_spellings) {
  struct Row {
    const char* name;
    const char* place;
  };
  const Row rows[] = {
      {"Panchir", "Panjshir province AF"},
      {"Hudaydah", "Al Ḩudaydah seat YE/Al Hudaydah"},
      {"Kharkow", "Kharkiv seat UA/Kharkiv"},
  };
  for (const Row& row : rows) {
    bool found = false;
    std::string all;
    for (const PlaceCandidate& c : whole().sounding(row.name, 0.8F)) {
      found |= dump(whole(), c.place) == row.place;
      all += dump(whole(), c.place) + "; ";
    }
    EXPECT_TRUE(found) << row.name << ": " << all;
  }
}

TEST(Gazetteer, gives_ids_codes_and_points) {
  const Gazetteer& g = whole();
  GazetteerPlace mariupol = g.place(g.named("Mariupol").front().place);
  EXPECT_EQ(g.id(mariupol.index), "geonames:701822");
  EXPECT_LT(kilometres_between(mariupol.lat, mariupol.lon, 47.095, 37.541), 1);
  EXPECT_GT(mariupol.population, 100'000U);
  const CountryCodes* germany = g.country("DE");
  ASSERT_NE(germany, nullptr);
  EXPECT_EQ(fmt::format("{} {} {} {} {}", germany->alpha3, germany->numeric, germany->fips, germany->cow,
                        germany->gw),
            "DEU 276 GM 255 260");
  EXPECT_EQ(g.country("XX"), nullptr);
  EXPECT_EQ(g.place(g.named("Panjshir").front().place).code, "AF-PAN");
  EXPECT_EQ(g.id(g.named("Khawak Pass").front().place), "sitrep:khawak-pass-af");
}

TEST(Gazetteer, finds_the_distance_of_towns) {
  EXPECT_NEAR(kilometres_between(50.45, 30.52, 49.99, 36.23), 411, 3);    // Kyiv and Kharkiv
  EXPECT_NEAR(kilometres_between(-16.5, 179.9, -16.5, -179.9), 21.3, 1);  // across the date line
}

TEST(Gazetteer, refuses_what_is_damaged) {
  std::ifstream stream(gazetteer_path(), std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  ASSERT_GT(bytes.size(), 1'000'000U);
  auto error = [](std::string damaged) {
    auto parsed = Gazetteer::parse(std::move(damaged), "test");
    return parsed ? std::string("taken") : parsed.error().message;
  };
  EXPECT_EQ(error(bytes), "taken");
  EXPECT_EQ(error(""), "this is no gazetteer");
  EXPECT_EQ(error(std::string(500, 'x')), "this is no gazetteer");
  EXPECT_NE(error(bytes.substr(0, bytes.size() / 2)).find("bytes instead of"), std::string::npos);
  std::string flipped = bytes;
  flipped[flipped.size() / 3] ^= 0x10;
  EXPECT_EQ(error(flipped), "the gazetteer is damaged: its checksum does not hold");
  std::string newer = bytes;
  newer[8] = 9;
  EXPECT_EQ(error(newer), "a gazetteer of format 9; this program reads format 1");
  // A wrong reference under a right checksum.
  gazetteer_file::Header header{};
  std::memcpy(&header, bytes.data(), sizeof header);
  std::string crossed = bytes;
  std::uint32_t far = 0x7FFFFFFF;
  std::memcpy(crossed.data() + header.places.offset + offsetof(gazetteer_file::PlaceRow, first_name), &far,
              4);
  header.checksum = gazetteer_file::checksum(std::string_view(crossed).substr(sizeof header));
  std::memcpy(crossed.data(), &header, sizeof header);
  EXPECT_EQ(error(crossed), "place 0 of the gazetteer is damaged");
  EXPECT_EQ(Gazetteer::open("/no/such/file").error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace sitrep
