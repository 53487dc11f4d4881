#include "mentions/place/evidence.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "mentions/place/toponym_words.h"
#include "text/utf8.h"

namespace sitrep {
namespace {

// Bounds of what is looked at: words of a name, letters of an address.
constexpr std::size_t words_max = 12;
constexpr std::size_t phrase_words_max = 3;

// Country codes of the Internet that are sold without regard to the country.
bool is_sold(std::string_view label) {
  static constexpr std::string_view sold[] = {"ac", "ag", "ai", "bz", "cc", "co", "fm", "gg", "gl", "im",
                                              "io", "is", "la", "ly", "me", "mn", "ms", "nu", "pw", "sc",
                                              "sh", "st", "su", "tk", "to", "tv", "vc", "ws"};
  return std::find(std::begin(sold), std::end(sold), label) != std::end(sold);
}

std::string by_address(std::string_view uri, const Gazetteer& gazetteer) {
  std::size_t scheme = uri.find("://");
  if (scheme != uri.npos) uri.remove_prefix(scheme + 3);
  uri = uri.substr(0, uri.find_first_of("/?#:"));
  std::size_t dot = uri.rfind('.');
  if (dot == uri.npos || uri.size() - dot != 3) return {};
  std::string label;
  for (char c : uri.substr(dot + 1)) label += static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
  if (is_sold(label)) return {};
  if (label == "uk") return "GB";
  for (char& c : label) c = static_cast<char>(c & ~0x20);
  return gazetteer.country(label) == nullptr ? std::string() : label;
}

std::string by_name(std::string_view outlet, const Gazetteer& gazetteer) {
  std::vector<std::string_view> words;
  while (!outlet.empty() && words.size() < words_max) {
    std::size_t end = std::min(outlet.find(' '), outlet.size());
    if (end > 0) words.push_back(outlet.substr(0, end));
    outlet.remove_prefix(std::min(outlet.size(), end + 1));
  }
  for (std::size_t first = 0; first < words.size(); ++first) {
    for (std::size_t n = std::min(phrase_words_max, words.size() - first); n > 0; --n) {
      const char* begin = words[first].data();
      const char* end = words[first + n - 1].data() + words[first + n - 1].size();
      std::string_view name(begin, static_cast<std::size_t>(end - begin));
      std::string lower_name = lower(name);
      // "Northern Herald", "Morning Star"
      if (is_direction(lower_name) || is_common_word(lower_name)) continue;
      if (name.size() < 4 || *begin < 'A' || *begin > 'Z') continue;
      for (const PlaceCandidate& c : gazetteer.named(name, 1)) {
        GazetteerPlace place = gazetteer.place(c.place);
        bool folk = c.use == NameUse::folk && place.kind == PlaceKind::country;
        if (!place.country.empty() && (folk || gazetteer.is_well_known(name)))
          return std::string(place.country);
      }
    }
  }
  return {};
}

}  // namespace

std::string outlet_country(const Publication& publication, const Gazetteer& gazetteer) {
  std::string country;
  if (publication.outlet) country = by_name(*publication.outlet, gazetteer);
  if (country.empty() && publication.uri) country = by_address(*publication.uri, gazetteer);
  return country;
}

}  // namespace sitrep
