#include "mentions/place/place_finder.h"

#include <string>

#include "lexicon/places.h"

namespace sitrep {
namespace {

using enum WordClass;

// A word as the list would write it: "GOMA" is "Goma" where all is in capitals.
std::string as_listed(const Analysis& a, const Sentence& s, WordIndex i) {
  std::string_view text = a.text(i);
  if (!s.shouted || !a.word(i).all_caps) return std::string(text);
  std::string listed(a.lower(i));
  listed[0] = text[0];
  return listed;
}

// The last word of `name` when it starts at `first` of the sentence; nothing where it does not.
std::optional<WordIndex> match(const Analysis& a, const Sentence& s, WordIndex first, std::string_view name) {
  WordIndex at = first;
  while (true) {
    std::string_view word = name.substr(0, name.find(' '));
    if (at >= s.last || as_listed(a, s, at) != word) return std::nullopt;
    ++at;
    if (word.size() == name.size()) return at;
    name.remove_prefix(word.size() + 1);
  }
}

// "in", "near the town of", "in the southern city of": what stands before a place where something is.
void locate(const Analysis& a, const Sentence& s, PlaceMention& m) {
  WordIndex at = m.first;
  for (int words = 0; at > s.first && words < 7; ++words) {
    --at;
    std::string_view w = a.lower(at);
    if (w == "in" || w == "at" || w == "near" || w == "on" || w == "outside" || w == "around" ||
        w == "inside" || w == "across" || w == "over") {
      m.located = true;
      m.near = w == "near" || w == "outside" || w == "around";
      return;
    }
    bool filler = w == "the" || w == "of" || w == "city" || w == "town" || w == "village" || w == "capital" ||
                  w == "port" || w == "province" || w == "region" || w == "district" || w == "northern" ||
                  w == "southern" || w == "eastern" || w == "western" || w == "central" || w == "north" ||
                  w == "south" || w == "east" || w == "west" || w == "central" || w == "nearby" ||
                  w == "besieged" || w == "occupied" || w == "coastal" || w == "downtown" || w == "," ||
                  w == "-" || w.find("-held") != std::string_view::npos ||
                  w.find("ern") != std::string_view::npos;
    if (!filler) return;
  }
}

}  // namespace

std::vector<PlaceMention> find_places(const Analysis& analysis) {
  std::vector<PlaceMention> found;
  for (const Sentence& sentence : analysis.sentences()) {
    for (WordIndex i = sentence.first; i < sentence.last; ++i) {
      if (!analysis.word(i).capital) continue;
      for (const KnownPlace& place : places_starting_with(as_listed(analysis, sentence, i))) {
        auto last = match(analysis, sentence, i, place.name);
        if (!last) continue;
        // "Washington Post", "Kabul University": a part of another name.
        bool longer = *last < sentence.last && analysis.word(*last).capital &&
                      analysis.word(*last).kind == WordKind::word && !sentence.shouted &&
                      !analysis.word(*last).classes.any(weekday, month);
        bool before = i > sentence.first && analysis.word(i - 1).capital && i - 1 > sentence.first &&
                      !analysis.word(i - 1).classes.any(preposition, weekday, month) && !sentence.shouted;
        PlaceMention m;
        m.first = i;
        m.last = *last;
        m.span = analysis.span(i, *last);
        m.name = place.name;
        m.country = place.country;
        m.lat = place.lat;
        m.lon = place.lon;
        m.is_country = place.kind == KnownPlace::Kind::country;
        m.is_area = place.kind == KnownPlace::Kind::area;
        if (!longer && !before) locate(analysis, sentence, m);
        found.push_back(m);
        i = *last - 1;
        break;
      }
    }
  }
  return found;
}

}  // namespace sitrep
