#include "lexicon/gazetteer.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "base/limits.h"
#include "lexicon/place_names.h"
#include "text/utf8.h"

namespace sitrep {
namespace {

namespace file = gazetteer_file;

// Names of one sound that are compared letter by letter for one look-up; heaviest places come first, so what
// is left out are hamlets.
constexpr std::size_t compared_max = 64;

// A skeleton of fewer letters is shared by too many names to say anything.
constexpr std::size_t skeleton_letters_min = 2;

std::string_view letters(const char* begin, std::size_t most) {
  std::size_t size = 0;
  while (size < most && begin[size] != 0) ++size;
  return {begin, size};
}

template <class Row>
std::pair<const Row*, const Row*> rows_of(const Row* rows, std::size_t count, std::uint32_t hash) {
  const Row* first = std::lower_bound(rows, rows + count, hash,
                                      [](const Row& row, std::uint32_t wanted) { return row.hash < wanted; });
  const Row* last = first;
  while (last != rows + count && last->hash == hash) ++last;
  return {first, last};
}

}  // namespace

Result<std::shared_ptr<const Gazetteer>> Gazetteer::open(const std::string& path) {
  int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    ErrorCode code = errno == ENOENT ? ErrorCode::not_found : ErrorCode::cannot_read;
    return fail(code, fmt::format("the gazetteer cannot be opened: {}", std::strerror(errno)), path);
  }
  struct stat about {};
  if (::fstat(descriptor, &about) != 0 || about.st_size <= 0 ||
      static_cast<std::size_t>(about.st_size) > limits::gazetteer_bytes_max) {
    ::close(descriptor);
    return fail(ErrorCode::malformed, "this is no gazetteer", path);
  }
  std::shared_ptr<Gazetteer> gazetteer(new Gazetteer);
  gazetteer->size_ = static_cast<std::size_t>(about.st_size);
  void* bytes = ::mmap(nullptr, gazetteer->size_, PROT_READ, MAP_PRIVATE, descriptor, 0);
  ::close(descriptor);
  if (bytes == MAP_FAILED) {
    return fail(ErrorCode::cannot_read, fmt::format("cannot be mapped: {}", std::strerror(errno)), path);
  }
  gazetteer->data_ = static_cast<const char*>(bytes);
  gazetteer->mapped_ = true;
  if (Done done = gazetteer->read(path); !done) return fail(done);
  return std::shared_ptr<const Gazetteer>(std::move(gazetteer));
}

Result<std::shared_ptr<const Gazetteer>> Gazetteer::parse(std::string bytes, const std::string& name) {
  std::shared_ptr<Gazetteer> gazetteer(new Gazetteer);
  gazetteer->held_ = std::move(bytes);
  gazetteer->data_ = gazetteer->held_.data();
  gazetteer->size_ = gazetteer->held_.size();
  if (Done done = gazetteer->read(name); !done) return fail(done);
  return std::shared_ptr<const Gazetteer>(std::move(gazetteer));
}

const Result<std::shared_ptr<const Gazetteer>>& Gazetteer::world() {
  static const Result<std::shared_ptr<const Gazetteer>> opened = open(gazetteer_path());
  return opened;
}

Gazetteer::~Gazetteer() {
  if (mapped_) ::munmap(const_cast<char*>(data_), size_);
}

Done Gazetteer::read(const std::string& where) {
  auto bad = [&](std::string message) {
    return fail(ErrorCode::malformed, std::move(message), where, "build Sitrep again to make it anew");
  };
  file::Header header{};
  if (size_ < sizeof header) return bad("this is no gazetteer");
  std::memcpy(&header, data_, sizeof header);
  if (header.magic != file::magic || header.byte_order != 0x01020304) return bad("this is no gazetteer");
  if (header.format != file::format) {
    return bad(
        fmt::format("a gazetteer of format {}; this program reads format {}", header.format, file::format));
  }
  if (header.file_bytes != size_) {
    return bad(fmt::format("the gazetteer has {} bytes instead of {}", size_, header.file_bytes));
  }
  if (header.checksum != file::checksum({data_ + sizeof header, size_ - sizeof header})) {
    return bad("the gazetteer is damaged: its checksum does not hold");
  }
  checksum_ = header.checksum;
  auto inside = [&](const file::Section& s, std::size_t row_bytes) {
    return s.offset % 8 == 0 && s.offset <= size_ && s.count <= (size_ - s.offset) / row_bytes;
  };
  if (!inside(header.places, sizeof(file::PlaceRow)) || !inside(header.names, sizeof(file::NameRow)) ||
      !inside(header.by_hash, sizeof(file::IndexRow)) || !inside(header.by_sound, sizeof(file::SoundRow)) ||
      !inside(header.countries, sizeof(file::CountryRow)) || !inside(header.texts, 1)) {
    return bad("a section of the gazetteer is cut off");
  }
  place_rows_ = reinterpret_cast<const file::PlaceRow*>(data_ + header.places.offset);
  places_ = header.places.count;
  name_rows_ = reinterpret_cast<const file::NameRow*>(data_ + header.names.offset);
  names_ = header.names.count;
  by_hash_ = reinterpret_cast<const file::IndexRow*>(data_ + header.by_hash.offset);
  by_hash_rows_ = header.by_hash.count;
  by_sound_ = reinterpret_cast<const file::SoundRow*>(data_ + header.by_sound.offset);
  by_sound_rows_ = header.by_sound.count;
  texts_ = {data_ + header.texts.offset, header.texts.count};
  if (Done done = check(where); !done) return done;

  const auto* rows = reinterpret_cast<const file::CountryRow*>(data_ + header.countries.offset);
  for (std::size_t i = 0; i < header.countries.count; ++i) {
    const file::CountryRow& row = rows[i];
    if (row.place >= places_ || (i > 0 && !(rows[i - 1].alpha2 < row.alpha2)))
      return bad("a country's row is damaged");
    countries_.push_back({letters(row.alpha2.data(), 2), letters(row.alpha3.data(), 3),
                          letters(row.fips.data(), 2), row.numeric, row.cow, row.gw, row.place});
  }
  provinces_.resize(countries_.size());
  for (std::size_t i = 0; i < places_; ++i) {
    if (static_cast<PlaceKind>(place_rows_[i].kind) != PlaceKind::province) continue;
    const CountryCodes* own = country(letters(place_rows_[i].country.data(), 2));
    if (own == nullptr) continue;
    provinces_[static_cast<std::size_t>(own - countries_.data())].push_back(static_cast<PlaceIndex>(i));
  }
  return {};
}

std::string Gazetteer::identity() const { return fmt::format("places {:016x}", checksum_); }

// Every reference of every row, once, so that look-ups need not ask.
Done Gazetteer::check(const std::string& where) const {
  auto bad = [&](const char* what, std::size_t row) {
    return fail(ErrorCode::malformed, fmt::format("{} {} of the gazetteer is damaged", what, row), where,
                "build Sitrep again to make it anew");
  };
  // Texts are a byte of length and the bytes; lengths below 128 keep the whole of it UTF-8.
  if (!is_utf8(texts_)) return bad("a text", 0);
  auto is_text = [&](std::uint32_t offset) {
    if (offset >= texts_.size()) return false;
    auto size = static_cast<unsigned char>(texts_[offset]);
    if (size >= 128 || offset + 1 + size > texts_.size()) return false;
    auto starts = [&](std::size_t at) {
      return at == texts_.size() || (static_cast<unsigned char>(texts_[at]) & 0xC0) != 0x80;
    };
    return starts(offset + 1) && starts(offset + 1 + size);
  };
  auto is_place = [&](std::uint32_t row) { return row == file::none || row < places_; };
  for (std::size_t i = 0; i < places_; ++i) {
    const file::PlaceRow& row = place_rows_[i];
    bool sound = row.kind < enum_names<PlaceKind>().size() && row.lat >= -9'000'000 && row.lat <= 9'000'000 &&
                 row.lon >= -18'000'000 && row.lon <= 18'000'000 && is_place(row.province) &&
                 is_place(row.county) && row.names > 0 && row.first_name < names_ &&
                 row.names <= names_ - row.first_name && (row.code == file::none || is_text(row.code)) &&
                 static_cast<unsigned char>(row.country[0]) < 128 &&
                 static_cast<unsigned char>(row.country[1]) < 128;
    if (!sound) return bad("place", i);
  }
  for (std::size_t i = 0; i < names_; ++i) {
    if (!is_text(name_rows_[i].text) || name_rows_[i].place >= places_ ||
        name_rows_[i].use >= enum_names<NameUse>().size()) {
      return bad("name", i);
    }
  }
  auto sorted = [&](const auto* rows, std::size_t i) {
    return rows[i].name < names_ && (i == 0 || rows[i - 1].hash <= rows[i].hash);
  };
  for (std::size_t i = 0; i < by_hash_rows_; ++i) {
    if (!sorted(by_hash_, i)) return bad("index row", i);
  }
  for (std::size_t i = 0; i < by_sound_rows_; ++i) {
    if (!sorted(by_sound_, i) || !is_text(by_sound_[i].sound)) return bad("sound", i);
  }
  return {};
}

std::string_view Gazetteer::text(std::uint32_t offset) const {
  return texts_.substr(offset + 1, static_cast<unsigned char>(texts_[offset]));
}

GazetteerPlace Gazetteer::place(PlaceIndex index) const {
  const file::PlaceRow& row = place_rows_[index];
  GazetteerPlace place;
  place.index = index;
  place.name = text(name_rows_[row.first_name].text);
  place.kind = static_cast<PlaceKind>(row.kind);
  place.lat = row.lat / 1e5;
  place.lon = row.lon / 1e5;
  place.radius_m = row.radius_m;
  place.population = row.population;
  place.geonames = row.geonames;
  place.country = letters(row.country.data(), 2);
  place.province = row.province;
  place.county = row.county;
  if (row.code != file::none) place.code = text(row.code);
  place.names = row.names;
  return place;
}

PlaceName Gazetteer::name(const GazetteerPlace& place, std::size_t i) const {
  const file::NameRow& row = name_rows_[place_rows_[place.index].first_name + i];
  return {text(row.text), static_cast<NameUse>(row.use)};
}

std::string Gazetteer::id(PlaceIndex index) const {
  GazetteerPlace p = place(index);
  if (p.geonames != 0) return fmt::format("geonames:{}", p.geonames);
  std::string slug = fold_place_name(p.name);
  if (!p.country.empty()) {
    slug += ' ';
    for (char c : p.country) slug += static_cast<char>(c | 0x20);
  }
  std::replace(slug.begin(), slug.end(), ' ', '-');
  return "sitrep:" + slug;
}

std::vector<PlaceCandidate> Gazetteer::named(std::string_view name, std::size_t most) const {
  std::vector<PlaceCandidate> found;
  std::string folded = fold_place_name(name);
  if (folded.empty()) return found;
  auto [first, last] = rows_of(by_hash_, by_hash_rows_, place_name_hash(folded));
  for (const file::IndexRow* row = first; row != last && found.size() < most; ++row) {
    const file::NameRow& named = name_rows_[row->name];
    if (fold_place_name(text(named.text)) != folded) continue;  // another name of the same hash
    found.push_back({named.place, static_cast<NameUse>(named.use), 0});
  }
  return found;
}

bool Gazetteer::is_name(std::string_view name) const { return !named(name, 1).empty(); }

bool Gazetteer::is_well_known(std::string_view name) const {
  constexpr std::uint32_t people_min = 100'000;
  // The heaviest come first.
  for (const PlaceCandidate& c : named(name, 4)) {
    if (c.use == NameUse::folk) continue;
    const file::PlaceRow& row = place_rows_[c.place];
    switch (static_cast<PlaceKind>(row.kind)) {
      case PlaceKind::continent:
      case PlaceKind::country:
      case PlaceKind::former_country:
      case PlaceKind::province:
      case PlaceKind::capital:
      case PlaceKind::region:
        return true;
      default:
        if (row.population >= people_min) return true;
    }
  }
  return false;
}

std::vector<PlaceCandidate> Gazetteer::sounding(std::string_view name, float cost, std::size_t most) const {
  std::vector<PlaceCandidate> found = named(name, most);
  std::string folded = fold_place_name(name);
  std::string sound = place_sound(folded);
  std::string bones = sound_skeleton(sound);
  if (bones.size() < skeleton_letters_min) return found;
  auto [first, last] = rows_of(by_sound_, by_sound_rows_, place_name_hash(bones));
  std::size_t compared = 0;
  for (const file::SoundRow* row = first; row != last && compared < compared_max; ++row, ++compared) {
    const file::NameRow& named = name_rows_[row->name];
    // The same sound written otherwise is still another spelling.
    float apart = 0.05F + spelling_cost(sound, text(row->sound), cost);
    if (apart > cost) continue;
    auto same =
        std::find_if(found.begin(), found.end(), [&](const auto& c) { return c.place == named.place; });
    if (same == found.end()) {
      found.push_back({named.place, static_cast<NameUse>(named.use), apart});
    } else if (apart < same->cost) {
      *same = {named.place, static_cast<NameUse>(named.use), apart};
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.cost < b.cost; });
  if (found.size() > most) found.resize(most);
  return found;
}

const CountryCodes* Gazetteer::country(std::string_view alpha2) const {
  auto found = std::lower_bound(countries_.begin(), countries_.end(), alpha2,
                                [](const CountryCodes& c, std::string_view code) { return c.alpha2 < code; });
  return found != countries_.end() && found->alpha2 == alpha2 ? &*found : nullptr;
}

const std::vector<PlaceIndex>& Gazetteer::provinces(std::string_view alpha2) const {
  static const std::vector<PlaceIndex> none;
  const CountryCodes* found = country(alpha2);
  return found == nullptr ? none : provinces_[static_cast<std::size_t>(found - countries_.data())];
}

bool is_well_known_place(std::string_view name) {
  const auto& world = Gazetteer::world();
  return world && (*world)->is_well_known(name);
}

std::string gazetteer_path() {
  if (const char* named = std::getenv("SITREP_GAZETTEER"); named != nullptr && *named != 0) return named;
  std::error_code failed;
  std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", failed);
  if (!failed) {
    std::filesystem::path installed =
        program.parent_path().parent_path() / "share" / "sitrep" / "places.gazetteer";
    if (std::filesystem::exists(installed, failed)) return installed.string();
  }
  return SITREP_GAZETTEER_FILE;
}

}  // namespace sitrep
