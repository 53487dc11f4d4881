#include "mentions/place/place_finder.h"

#include <algorithm>
#include <string>

#include "lexicon/places.h"
#include "text/utf8.h"

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

// The name that opens a dateline, in lower case: "kalmar" of "KALMAR, Sweden". Empty where none does.
std::string dateline_place(const Document& document) {
  const auto& dateline = document.publication().dateline;
  if (!dateline || !dateline->place) return {};
  return lower(dateline->place->substr(0, dateline->place->find_first_of(",/(")));
}

// The last word of a name in lower case when it starts at `first`; nothing where it does not.
std::optional<WordIndex> match_lower(const Analysis& a, const Sentence& s, WordIndex first,
                                     std::string_view name) {
  WordIndex at = first;
  while (!name.empty()) {
    std::string_view word = name.substr(0, name.find(' '));
    if (at >= s.last || lower(a.text(at)) != word) return std::nullopt;
    ++at;
    name.remove_prefix(std::min(name.size(), word.size() + 1));
  }
  return at == first ? std::nullopt : std::optional(at);
}

// Whether the words are all of a name: not "Kabul University", "Washington Post".
bool stands_alone(const Analysis& a, const Sentence& s, WordIndex first, WordIndex last) {
  if (s.shouted) return true;
  bool longer = last < s.last && a.word(last).capital && a.word(last).kind == WordKind::word &&
                !a.word(last).classes.any(weekday, month);
  bool before = first > s.first && a.word(first - 1).capital && first - 1 > s.first &&
                !a.word(first - 1).classes.any(preposition, weekday, month);
  return !longer && !before;
}

}  // namespace

std::vector<PlaceMention> find_places(const Analysis& analysis) {
  std::vector<PlaceMention> found;
  const std::string of_dateline = dateline_place(analysis.document());
  for (const Sentence& sentence : analysis.sentences()) {
    for (WordIndex i = sentence.first; i < sentence.last; ++i) {
      if (!analysis.word(i).capital) continue;
      PlaceMention m;
      m.first = i;
      for (const KnownPlace& place : places_starting_with(as_listed(analysis, sentence, i))) {
        auto last = match(analysis, sentence, i, place.name);
        if (!last) continue;
        m.last = *last;
        m.name = place.name;
        m.country = place.country;
        m.lat = place.lat;
        m.lon = place.lon;
        m.is_country = place.kind == KnownPlace::Kind::country;
        m.is_area = place.kind == KnownPlace::Kind::area;
        break;
      }
      if (m.last == 0) {
        auto last = match_lower(analysis, sentence, i, of_dateline);
        if (!last) continue;
        m.last = *last;
        m.name = analysis.text(analysis.span(i, *last));
      }
      m.span = analysis.span(m.first, m.last);
      if (stands_alone(analysis, sentence, m.first, m.last)) locate(analysis, sentence, m);
      found.push_back(m);
      i = m.last - 1;
    }
  }
  return found;
}

}  // namespace sitrep
