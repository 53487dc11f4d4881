// The sniffer: what bytes are, told by how they begin. File names are never asked.
#pragma once

#include <string_view>

namespace sitrep {

enum class Container {
  text,       // one report; what nothing else claims, if it is text at all
  html,       // one report
  json,       // objects: a line each, one after another, or in an array
  json_feed,  // one object that holds the reports
  feed,       // RSS, RDF (RSS 1.0), Atom
  warc,
  unreadable,  // of a kind that holds no report, or none that Sitrep reads
};

struct Sniffed {
  Container container = Container::text;
  std::string_view what;  // for unreadable ones: "a PDF file"
  std::string_view hint;  // for unreadable ones: what to do
};

// How many bytes are worth looking at.
inline constexpr std::size_t sniffed_bytes = 8192;

// `head`: the first bytes, unpacked; all of them when there are fewer than `sniffed_bytes`.
Sniffed sniff(std::string_view head);

}  // namespace sitrep
