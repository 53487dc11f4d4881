// How fast the gazetteer opens and answers, in processor time: what bench/RESULTS.md quotes.
//
//   gazetteer_speed [FILE]    milliseconds to open and check the file (mean of 20), microseconds for a name
//   looked up
//                             as it is, and with other spellings forgiven: every 23rd place's name, and the
//                             same names with letters changed
#include <fmt/format.h>

#include <ctime>
#include <string>
#include <vector>

#include "lexicon/gazetteer.h"

namespace {

using namespace sitrep;

double seconds_since(std::clock_t start) {
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

// Another spelling of a name: vowels moved on by one.
std::string respelled(std::string name) {
  for (char& c : name) {
    switch (c) {
      case 'a':
        c = 'e';
        break;
      case 'e':
        c = 'i';
        break;
      case 'o':
        c = 'u';
        break;
      default:
        break;
    }
  }
  return name;
}

}  // namespace

int main(int argc, char** argv) {
  std::string path = argc > 1 ? argv[1] : gazetteer_path();
  constexpr int openings = 20;
  std::clock_t start = std::clock();
  for (int i = 0; i < openings; ++i) {
    if (auto opened = Gazetteer::open(path); !opened) {
      fmt::print(stderr, "gazetteer_speed: {}: {}\n", opened.error().where, opened.error().message);
      return 2;
    }
  }
  double open_ms = seconds_since(start) * 1e3 / openings;

  auto gazetteer = Gazetteer::open(path);
  const Gazetteer& g = **gazetteer;
  std::vector<std::string> names;
  for (PlaceIndex i = 0; i < g.size(); i += 23) {
    names.emplace_back(g.place(i).name);
    names.push_back(respelled(names.back()));
  }
  std::size_t found = 0;
  start = std::clock();
  for (const std::string& name : names) found += g.named(name).size();
  double named_us = seconds_since(start) * 1e6 / static_cast<double>(names.size());
  start = std::clock();
  for (const std::string& name : names) found += g.sounding(name, 0.8F).size();
  double sounding_us = seconds_since(start) * 1e6 / static_cast<double>(names.size());
  fmt::print(
      "{} places; open {:.1f} ms; as written {:.2f} us; spellings forgiven {:.2f} us ({} names, {} found)\n",
      g.size(), open_ms, named_us, sounding_us, names.size(), found);
  return 0;
}
