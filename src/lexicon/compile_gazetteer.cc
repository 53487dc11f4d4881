// Compiles tables of places into the one file that lexicon/gazetteer.h maps. Runs in the build.
//
//   compile_gazetteer OUT TABLE ...
//
// Tables are TSV, plain or gzip; which kind one is tells the first line that starts with "#id" (made by
// tools/make-gazetteer), "#name" (the project's own places), "#of" (further names of places of the tables
// before) or "#alpha2" (codes of countries). docs/gazetteer-format.md describes them.
#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/sphere.h"
#include "lexicon/gazetteer.h"
#include "lexicon/place_names.h"

namespace {

using namespace sitrep;
namespace file = gazetteer_file;

struct Error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

using Fields = std::vector<std::string_view>;

Fields split(std::string_view line, char at) {
  Fields fields;
  while (true) {
    std::size_t end = line.find(at);
    fields.push_back(line.substr(0, end));
    if (end == std::string_view::npos) return fields;
    line.remove_prefix(end + 1);
  }
}

std::string read_whole(const std::string& path) {
  gzFile in = gzopen(path.c_str(), "rb");
  if (in == nullptr) throw Error(path + ": cannot be opened");
  std::string bytes;
  std::vector<char> buffer(1U << 18);
  int read = 0;
  while ((read = gzread(in, buffer.data(), static_cast<unsigned>(buffer.size()))) > 0) {
    bytes.append(buffer.data(), static_cast<std::size_t>(read));
  }
  gzclose(in);
  if (read < 0) throw Error(path + ": cannot be unpacked");
  return bytes;
}

template <class Number>
Number number(std::string_view text, Number otherwise = {}) {
  if (text.empty()) return otherwise;
  Number value{};
  auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failed != std::errc() || end != text.data() + text.size())
    throw Error(fmt::format("'{}' is no number", text));
  return value;
}

// Metres around the point when a row says nothing: what a reader would call "in" the place.
std::uint32_t usual_radius_m(PlaceKind kind, std::uint32_t population) {
  switch (kind) {
    case PlaceKind::capital:
    case PlaceKind::seat:
    case PlaceKind::town:
      return static_cast<std::uint32_t>(
          std::clamp(40.0 * std::sqrt(static_cast<double>(population)), 1000.0, 40'000.0));
    case PlaceKind::district:
      return 2000;
    case PlaceKind::bridge:
    case PlaceKind::crossing:
    case PlaceKind::prison:
    case PlaceKind::power_plant:
    case PlaceKind::site:
      return 1000;
    case PlaceKind::airport:
    case PlaceKind::base:
    case PlaceKind::camp:
    case PlaceKind::dam:
    case PlaceKind::port:
      return 3000;
    case PlaceKind::pass:
    case PlaceKind::mine:
    case PlaceKind::oilfield:
    case PlaceKind::mountain:
    case PlaceKind::cape:
      return 10'000;
    case PlaceKind::valley:
    case PlaceKind::island:
    case PlaceKind::lake:
    case PlaceKind::strait:
    case PlaceKind::channel:
      return 30'000;
    default:
      return 100'000;
  }
}

// What comes first among places of one name.
double weight(const file::PlaceRow& row) {
  switch (static_cast<PlaceKind>(row.kind)) {
    case PlaceKind::continent:
    case PlaceKind::country:
      return 1e12;
    case PlaceKind::former_country:
    case PlaceKind::region:
    case PlaceKind::sea:
      return 1e9;
    case PlaceKind::province:
      return 1e8;
    case PlaceKind::county:
      return 2e4;
    case PlaceKind::capital:
      return 1e8 + row.population;
    default:
      return row.geonames == 0 ? 1e6 : row.population;
  }
}

class Compiler {
 public:
  void add(const std::string& path) {
    std::string bytes = read_whole(path);
    std::size_t at = 0;
    std::size_t line_number = 0;
    std::string kind;
    while (at < bytes.size()) {
      std::size_t end = std::min(bytes.find('\n', at), bytes.size());
      std::string_view line(bytes.data() + at, end - at);
      at = end + 1;
      ++line_number;
      try {
        if (line.empty()) continue;
        if (line[0] == '#') {
          if (kind.empty() && line.find('\t') != std::string_view::npos)
            kind = line.substr(1, line.find('\t') - 1);
          continue;
        }
        Fields f = split(line, '\t');
        if (kind == "id" && f.size() == 11) {
          add_made(f);
        } else if (kind == "name" && f.size() == 8) {
          add_own(f);
        } else if (kind == "of" && f.size() == 2) {
          add_names(f);
        } else if (kind == "alpha2" && f.size() == 3) {
          add_codes(f);
        } else {
          throw Error(fmt::format("{} fields do not make a row of '{}'", f.size(), kind));
        }
      } catch (const Error& error) {
        throw Error(fmt::format("{}:{}: {}", path, line_number, error.what()));
      }
    }
  }

  void write(const std::string& path) {
    std::vector<file::NameRow> names;
    for (std::size_t i = 0; i < places_.size(); ++i) {
      places_[i].first_name = static_cast<std::uint32_t>(names.size());
      places_[i].names = static_cast<std::uint16_t>(names_[i].size());
      for (auto [text, use] : names_[i]) {
        names.push_back({text, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(use)});
      }
    }
    std::vector<file::IndexRow> by_hash;
    std::vector<file::SoundRow> by_sound;
    index(names, by_hash, by_sound);
    std::vector<file::CountryRow> countries;
    for (auto& [code, row] : countries_) countries.push_back(row);

    file::Header header{};
    header.magic = file::magic;
    header.format = file::format;
    header.byte_order = 0x01020304;
    std::string out(sizeof header, '\0');
    auto append = [&](const auto& rows, file::Section& section) {
      out.resize((out.size() + 7) / 8 * 8);
      section = {out.size(), rows.size()};
      out.append(reinterpret_cast<const char*>(rows.data()), rows.size() * sizeof(rows[0]));
    };
    append(places_, header.places);
    append(names, header.names);
    append(by_hash, header.by_hash);
    append(by_sound, header.by_sound);
    append(countries, header.countries);
    append(texts_, header.texts);
    header.file_bytes = out.size();
    header.checksum = file::checksum(std::string_view(out).substr(sizeof header));
    std::memcpy(out.data(), &header, sizeof header);

    // Renamed into place: a program that has the old file mapped keeps it.
    std::string fresh = path + ".new";
    std::ofstream stream(fresh, std::ios::binary);
    stream << out;
    stream.close();
    if (!stream || std::rename(fresh.c_str(), path.c_str()) != 0) throw Error(path + ": cannot be written");
    fmt::print("{} places, {} names, {} bytes\n", places_.size(), names.size(), out.size());
  }

 private:
  // Parts "Afghanistan|~Afghan|=AFG" and adds what is new to the place.
  void name_place(std::size_t place, std::string_view list) {
    for (std::string_view name : split(list, '|')) {
      NameUse use = names_[place].empty() ? NameUse::primary : NameUse::alternate;
      if (name.starts_with('~')) use = NameUse::folk;
      if (name.starts_with('=')) use = NameUse::code;
      if (use == NameUse::folk || use == NameUse::code) name.remove_prefix(1);
      if (name.empty() || name.size() > 127)
        throw Error(fmt::format("'{}' is empty or too long for a name", list));
      if (fold_place_name(name).empty()) throw Error(fmt::format("'{}' has no Latin letter", name));
      // What another table took for a name is known better here: "Ga." is a code.
      std::uint32_t written = text(name);
      auto& names = names_[place];
      auto same = std::find_if(names.begin(), names.end(), [&](const auto& n) { return n.first == written; });
      if (same == names.end()) {
        names.emplace_back(written, use);
      } else if (same != names.begin() && use != NameUse::alternate) {
        same->second = use;
      }
    }
  }

  std::size_t new_place(std::string_view kind, std::string_view lat, std::string_view lon) {
    auto parsed = parse_enum<PlaceKind>(kind);
    if (!parsed) throw Error(fmt::format("'{}' is no kind of place", kind));
    file::PlaceRow row{};
    row.kind = static_cast<std::uint8_t>(*parsed);
    row.lat = static_cast<std::int32_t>(std::lround(number<double>(lat) * 1e5));
    row.lon = static_cast<std::int32_t>(std::lround(number<double>(lon) * 1e5));
    row.province = row.county = row.code = file::none;
    places_.push_back(row);
    names_.emplace_back();
    return places_.size() - 1;
  }

  void set_country(file::PlaceRow& row, std::string_view code) {
    if (code.size() != 2) throw Error(fmt::format("'{}' is no country code", code));
    row.country = {code[0], code[1]};
  }

  void add_made(const Fields& f) {
    std::size_t i = new_place(f[1], f[5], f[6]);
    file::PlaceRow& row = places_[i];
    auto kind = static_cast<PlaceKind>(row.kind);
    set_country(row, f[2]);
    if (f[0].starts_with('g')) row.geonames = number<std::uint32_t>(f[0].substr(1));
    row.population = number<std::uint32_t>(f[8]);
    row.radius_m = number<std::uint32_t>(f[7], usual_radius_m(kind, row.population));
    std::string province = std::string(f[2]) + '.' + std::string(f[3]);
    std::string county = province + '.' + std::string(f[4]);
    if (auto found = by_code_.find(province); found != by_code_.end()) row.province = found->second;
    if (auto found = by_code_.find(county); !f[4].empty() && found != by_code_.end())
      row.county = found->second;
    name_place(i, f[10]);
    auto number_of = static_cast<std::uint32_t>(i);
    if (kind == PlaceKind::province) {
      by_code_[province] = number_of;
      // A province's own name before another's further one: Washington is not the District of Columbia.
      bool own = true;
      for (std::string_view name : split(f[10], '|')) {
        auto [found, is_new] = by_code_.emplace(std::string(f[2]) + ':' + fold_place_name(name), number_of);
        if (own && !is_new) found->second = number_of;
        own = false;
      }
      if (!f[9].empty()) row.code = text(f[9]);
    } else if (kind == PlaceKind::county) {
      by_code_[county] = number_of;
    } else if (kind == PlaceKind::country) {
      by_code_[std::string(f[2])] = number_of;
      Fields codes = split(f[9], ',');
      file::CountryRow& country = countries_[std::string(f[2])];
      country.alpha2 = row.country;
      country.place = number_of;
      if (codes.size() == 3) {
        std::copy_n(codes[0].begin(), std::min<std::size_t>(3, codes[0].size()), country.alpha3.begin());
        country.numeric = number<std::uint16_t>(
            codes[1].substr(std::min(codes[1].find_first_not_of('0'), codes[1].size())));
        std::copy_n(codes[2].begin(), std::min<std::size_t>(2, codes[2].size()), country.fips.begin());
      }
    } else {
      by_code_[std::string(f[0])] = number_of;
      for (std::string_view name : split(f[10], '|')) {
        towns_.emplace(std::string(f[2]) + ':' + fold_place_name(name), number_of);
      }
    }
  }

  // A town of the made tables that has the name and lies where an own row says: the row brings names only.
  std::uint32_t same_town(const Fields& f, std::string_view names) const {
    constexpr double same_km = 15;
    double lat = number<double>(f[4]);
    double lon = number<double>(f[5]);
    for (std::string_view name : split(names, '|')) {
      auto [first, last] = towns_.equal_range(std::string(f[2]) + ':' + fold_place_name(name));
      for (auto town = first; town != last; ++town) {
        const file::PlaceRow& row = places_[town->second];
        if (kilometres_between(lat, lon, row.lat / 1e5, row.lon / 1e5) <= same_km) return town->second;
      }
    }
    return file::none;
  }

  // name kind country province lat lon radius_km aliases
  void add_own(const Fields& f) {
    std::string list(f[0]);
    if (!f[7].empty()) list += '|' + std::string(f[7]);
    if (!own_.insert(fold_place_name(f[0]) + '.' + std::string(f[2])).second) {
      throw Error(fmt::format("'{}' stands twice for '{}'", f[0], f[2]));
    }
    if (f[1] == "town") {
      if (std::uint32_t town = same_town(f, list); town != file::none) {
        name_place(town, list);
        return;
      }
    }
    std::size_t i = new_place(f[1], f[4], f[5]);
    file::PlaceRow& row = places_[i];
    auto kind = static_cast<PlaceKind>(row.kind);
    // What lies in several countries belongs to none of them.
    if (f[2].size() == 2) set_country(row, f[2]);
    row.radius_m =
        f[6].empty() ? usual_radius_m(kind, 0) : static_cast<std::uint32_t>(1000 * number<double>(f[6]));
    if (!f[3].empty()) {
      auto found = by_code_.find(std::string(f[2]) + ':' + fold_place_name(f[3]));
      if (found == by_code_.end()) throw Error(fmt::format("{} has no province '{}'", f[2], f[3]));
      row.province = found->second;
    }
    name_place(i, list);
  }

  // A country "GB", a province "US.TX" or a town "g703448", and further names.
  void add_names(const Fields& f) {
    auto found = by_code_.find(std::string(f[0]));
    if (found == by_code_.end()) throw Error(fmt::format("there is no place '{}'", f[0]));
    name_place(found->second, f[1]);
  }

  // alpha2 cow gw
  void add_codes(const Fields& f) {
    auto found = countries_.find(std::string(f[0]));
    if (found == countries_.end()) throw Error(fmt::format("there is no country '{}'", f[0]));
    found->second.cow = number<std::uint16_t>(f[1]);
    found->second.gw = number<std::uint16_t>(f[2]);
  }

  std::uint32_t text(std::string_view text) {
    auto [found, is_new] = text_at_.emplace(std::string(text), static_cast<std::uint32_t>(texts_.size()));
    if (is_new) {
      texts_ += static_cast<char>(text.size());
      texts_ += text;
    }
    return found->second;
  }

  void index(const std::vector<file::NameRow>& names, std::vector<file::IndexRow>& by_hash,
             std::vector<file::SoundRow>& by_sound) {
    std::vector<std::string> folds;
    std::vector<std::string> sounds;
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (i == 0 || names[i].place != names[i - 1].place) {
        folds.clear();
        sounds.clear();
      }
      const char* at = texts_.data() + names[i].text;
      std::string folded = fold_place_name({at + 1, static_cast<unsigned char>(*at)});
      auto number = static_cast<std::uint32_t>(i);
      if (std::find(folds.begin(), folds.end(), folded) != folds.end()) continue;
      by_hash.push_back({place_name_hash(folded), number});
      folds.push_back(folded);
      // Demonyms and codes are spelled in one way.
      if (names[i].use == static_cast<std::uint32_t>(NameUse::code) ||
          names[i].use == static_cast<std::uint32_t>(NameUse::folk)) {
        continue;
      }
      std::string sound = place_sound(folded);
      std::string bones = sound_skeleton(sound);
      if (bones.size() < 2 || std::find(sounds.begin(), sounds.end(), sound) != sounds.end()) continue;
      sounds.push_back(sound);
      by_sound.push_back({place_name_hash(bones), number, text(sound)});
    }
    auto heavier = [&](const auto& a, const auto& b) {
      if (a.hash != b.hash) return a.hash < b.hash;
      const file::PlaceRow& place = places_[names[a.name].place];
      const file::PlaceRow& other = places_[names[b.name].place];
      double difference = weight(place) - weight(other);
      return difference != 0 ? difference > 0 : a.name < b.name;
    };
    std::sort(by_hash.begin(), by_hash.end(), heavier);
    std::sort(by_sound.begin(), by_sound.end(), heavier);
  }

  std::vector<file::PlaceRow> places_;
  std::vector<std::vector<std::pair<std::uint32_t, NameUse>>> names_;
  std::map<std::string, file::CountryRow> countries_;
  // "UA", "UA.05", "UA.05.1414", "g701822", and "UA:donetsk" for a province by its name.
  std::unordered_map<std::string, std::uint32_t> by_code_;
  std::unordered_multimap<std::string, std::uint32_t> towns_;  // "UA:mariupol"
  std::unordered_set<std::string> own_;
  std::unordered_map<std::string, std::uint32_t> text_at_;
  std::string texts_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "usage: compile_gazetteer OUT TABLE ...\n");
    return 2;
  }
  try {
    Compiler compiler;
    for (int i = 2; i < argc; ++i) compiler.add(argv[i]);
    compiler.write(argv[1]);
  } catch (const std::exception& error) {
    fmt::print(stderr, "compile_gazetteer: {}\n", error.what());
    return 2;
  }
  return 0;
}
