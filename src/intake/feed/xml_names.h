// Names of XML elements, without namespaces: an entry cut from its feed has lost the declarations of
// its prefixes, and the prefixes that feeds use are always the same.
#pragma once

#include <string_view>

namespace sitrep::feed {

inline std::string_view local_name(std::string_view name) {
  std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

inline std::string_view prefix_of(std::string_view name) {
  std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
}

}  // namespace sitrep::feed
