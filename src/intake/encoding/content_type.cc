#include "intake/encoding/content_type.h"

#include <algorithm>

#include "text/utf8.h"

namespace sitrep {

namespace {

std::string_view without(std::string_view characters, std::string_view text) {
  std::size_t begin = std::min(text.find_first_not_of(characters), text.size());
  text.remove_prefix(begin);
  return text.substr(0, text.find_last_not_of(characters) + 1);
}

constexpr std::string_view blanks = " \t\r\n";

}  // namespace

std::string media_type_of(std::string_view content_type) {
  return lower(without(blanks, content_type.substr(0, content_type.find(';'))));
}

std::string charset_of(std::string_view content_type) {
  std::size_t at = content_type.find(';');
  while (at != std::string_view::npos) {
    std::size_t end = content_type.find(';', at + 1);
    std::string_view parameter = content_type.substr(at + 1, end - at - 1);
    std::size_t equals = parameter.find('=');
    if (equals != std::string_view::npos &&
        lower(without(blanks, parameter.substr(0, equals))) == "charset") {
      return std::string(without(" \t\r\n\"'", parameter.substr(equals + 1)).substr(0, 64));
    }
    at = end;
  }
  return {};
}

}  // namespace sitrep
