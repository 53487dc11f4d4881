// Charsets by their labels, as the WHATWG's Encoding Standard reads them: "latin1" means windows-1252.
#pragma once

#include <span>
#include <string_view>

namespace sitrep::encoding {

struct Charset {
  std::string_view name;       // WHATWG name: "windows-1252"
  std::string_view converter;  // ICU's name of the converter that reads it as browsers do
};

// The charset of a label, case and surrounding white space aside; null for unknown ones.
const Charset* find_charset(std::string_view label);

// All labels, for messages.
std::span<const std::string_view> charset_labels();

}  // namespace sitrep::encoding
