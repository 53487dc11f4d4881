// A happening as bytes: a format number, then its values in order. Numbers are LEB128 (signed ones zigzag),
// hashes four bytes, little-endian, texts and lists with their length before them.
#include <cmath>
#include <cstring>

#include "events/happening.h"

namespace sitrep {
namespace {

constexpr std::uint64_t format = 1;
// Of any text or list; unpacking hostile bytes must not ask for more than they can hold.
constexpr std::uint64_t length_max = 1U << 16;

class Packer {
 public:
  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) out_.push_back(static_cast<char>(value | 0x80));
    out_.push_back(static_cast<char>(value));
  }
  void whole(std::int64_t value) {
    number((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
  }
  template <class T>
  void maybe(const std::optional<T>& value) {
    number(value ? 1 : 0);
    if (value) whole(*value);
  }
  void text(std::string_view value) {
    number(value.size());
    out_ += value;
  }
  void hash(std::uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8) out_.push_back(static_cast<char>(value >> shift));
  }
  void hashes(const std::vector<std::uint32_t>& values) {
    number(values.size());
    for (std::uint32_t value : values) hash(value);
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

// Reads what Packer wrote; past a fault everything is 0 and `sound` false.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

  [[nodiscard]] bool sound() const { return sound_; }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (rest_.empty()) break;
      auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return value;
    }
    sound_ = false;
    return 0;
  }
  std::int64_t whole() {
    std::uint64_t value = number();
    return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
  }
  template <class T>
  std::optional<T> maybe() {
    if (number() == 0) return std::nullopt;
    return static_cast<T>(whole());
  }
  std::uint64_t length(std::size_t bytes_each) {
    std::uint64_t value = number();
    if (value <= length_max && value * bytes_each <= rest_.size()) return value;
    sound_ = false;
    return 0;
  }
  std::string text() {
    std::uint64_t size = length(1);
    std::string value(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return value;
  }
  std::uint32_t hash() {
    std::uint32_t value = 0;
    if (rest_.size() < 4) {
      sound_ = false;
      return 0;
    }
    for (unsigned i = 0; i < 4; ++i) value |= std::uint32_t{static_cast<unsigned char>(rest_[i])} << (8 * i);
    rest_.remove_prefix(4);
    return value;
  }
  std::vector<std::uint32_t> hashes() {
    std::vector<std::uint32_t> values(length(4));
    for (std::uint32_t& value : values) value = hash();
    return values;
  }

 private:
  std::string_view rest_;
  bool sound_ = true;
};

// Degrees to a hundred-thousandth: a metre.
constexpr double degree_steps = 100'000;

std::optional<std::int64_t> steps(const std::optional<double>& degrees) {
  return degrees ? std::optional(std::llround(*degrees * degree_steps)) : std::nullopt;
}
std::optional<double> degrees(const std::optional<std::int64_t>& value) {
  return value ? std::optional(static_cast<double>(*value) / degree_steps) : std::nullopt;
}

void pack_words(Packer& out, const std::vector<WeightedWord>& words, float steps) {
  out.number(words.size());
  for (const WeightedWord& word : words) {
    out.hash(word.hash);
    out.number(static_cast<std::uint64_t>(std::lround(word.weight * steps)));
  }
}

std::vector<WeightedWord> unpack_words(Unpacker& in, float steps) {
  std::vector<WeightedWord> words(in.length(5));
  for (WeightedWord& word : words) {
    word.hash = in.hash();
    word.weight = static_cast<float>(in.number()) / steps;
  }
  return words;
}

void pack_count(Packer& out, const std::optional<Count>& count) {
  out.maybe(count ? std::optional(count->low) : std::nullopt);
  if (count) out.whole(count->high);
}

std::optional<Count> unpack_count(Unpacker& in) {
  auto low = in.maybe<std::int64_t>();
  if (!low) return std::nullopt;
  return Count{*low, in.whole()};
}

}  // namespace

std::string pack(const Happening& happening) {
  Packer out;
  out.number(format);
  out.text(happening.ref);
  out.text(happening.type);
  out.number(happening.claims.size());
  for (const std::string& claim : happening.claims) out.text(claim);
  out.number(happening.main ? 1 : 0);
  out.maybe(happening.published);
  out.maybe(happening.earliest);
  out.maybe(happening.latest);
  out.maybe(steps(happening.lat));
  out.maybe(steps(happening.lon));
  out.number(happening.place_borrowed ? 1 : 0);
  out.whole(happening.uncertainty_m);
  out.text(happening.country);
  pack_words(out, happening.words, vector_steps);
  pack_words(out, happening.capitals, rarity_steps);
  pack_words(out, happening.names, rarity_steps);
  out.hashes(happening.actors);
  out.hashes(happening.numbers);
  pack_count(out, happening.killed);
  pack_count(out, happening.injured);
  out.hashes(happening.shingles);
  for (const auto* text : {&happening.place, &happening.who, &happening.whom, &happening.credit})
    out.text(*text);
  return out.take();
}

std::optional<Happening> unpack_happening(std::string_view bytes) {
  Unpacker in(bytes);
  if (in.number() != format) return std::nullopt;
  Happening happening;
  happening.ref = in.text();
  happening.type = in.text();
  happening.claims.resize(in.length(1));
  for (std::string& claim : happening.claims) claim = in.text();
  happening.main = in.number() != 0;
  happening.published = in.maybe<std::int32_t>();
  happening.earliest = in.maybe<std::int32_t>();
  happening.latest = in.maybe<std::int32_t>();
  happening.lat = degrees(in.maybe<std::int64_t>());
  happening.lon = degrees(in.maybe<std::int64_t>());
  happening.place_borrowed = in.number() != 0;
  happening.uncertainty_m = in.whole();
  happening.country = in.text();
  happening.words = unpack_words(in, vector_steps);
  happening.capitals = unpack_words(in, rarity_steps);
  happening.names = unpack_words(in, rarity_steps);
  happening.actors = in.hashes();
  happening.numbers = in.hashes();
  happening.killed = unpack_count(in);
  happening.injured = unpack_count(in);
  happening.shingles = in.hashes();
  for (auto* text : {&happening.place, &happening.who, &happening.whom, &happening.credit}) *text = in.text();
  if (!in.sound() || !in.at_end()) return std::nullopt;
  return happening;
}

}  // namespace sitrep
