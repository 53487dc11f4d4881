// How well actors are found in annotated sentences: spans, kinds, identities.
//
//   actor_sentences bench/own/actors.txt [--errors]
//
// A line is a sentence with {words|kind|identity or -}, nested where one actor stands in another. Each is
// read as a report of its own, published on 6 May 2024. Articles and counts before the noun do not matter;
// pronouns are left out.
#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "language/document_for_tests.h"
#include "language/language.h"
#include "lexicon/words.h"
#include "mentions/actor/actor_finder.h"

namespace {

using namespace sitrep;

struct Told {
  std::string words, kind, id;
  bool operator<(const Told& other) const {
    return std::tie(words, kind, id) < std::tie(other.words, other.kind, other.id);
  }
};

// "at least 200 protesters" and "the protesters" are "protesters".
std::string without_count(const std::string& words) {
  std::size_t begin = 0;
  while (true) {
    std::size_t end = words.find(' ', begin);
    if (end == words.npos) break;
    std::string word = words.substr(begin, end - begin);
    for (char& c : word) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    bool number =
        word.find_first_of("0123456789") != word.npos && word.find_first_not_of("0123456789,.") == word.npos;
    static const std::set<std::string> small = {
        "a",    "an",      "the",    "at",     "least",    "more",      "than",    "about",
        "some", "another", "dozens", "scores", "hundreds", "thousands", "several", "of"};
    if (!number && small.count(word) == 0 && !number_word(word)) break;
    begin = end + 1;
  }
  return words.substr(begin);
}

struct Annotated {
  std::string text;
  std::multiset<Told> told;
};

Annotated parse(const std::string& line) {
  Annotated out;
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '{') {
      open.push_back(out.text.size());
    } else if (line[i] == '|' && !open.empty()) {
      std::size_t end = line.find('}', i);
      std::size_t bar = line.find('|', i + 1);
      std::string id = line.substr(bar + 1, end - bar - 1);
      out.told.insert({without_count(out.text.substr(open.back())), line.substr(i + 1, bar - i - 1),
                       id == "-" ? "" : id});
      open.pop_back();
      i = end;
    } else {
      out.text += line[i];
    }
  }
  return out;
}

struct Score {
  std::size_t right = 0, found = 0, told = 0;
  void add(const std::multiset<std::string>& f, const std::multiset<std::string>& t) {
    found += f.size();
    told += t.size();
    for (const std::string& one : std::set<std::string>(f.begin(), f.end()))
      right += std::min(f.count(one), t.count(one));
  }
  [[nodiscard]] std::string show() const {
    double p = found ? 100.0 * static_cast<double>(right) / static_cast<double>(found) : 0;
    double r = told ? 100.0 * static_cast<double>(right) / static_cast<double>(told) : 0;
    return fmt::format("P {:.1f} R {:.1f} F1 {:.1f} ({} of {} found, {} told)", p, r,
                       p + r > 0 ? 2 * p * r / (p + r) : 0, right, found, told);
  }
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  bool errors = argc > 2;
  auto language = Language::english();
  if (!language) return 2;
  std::ifstream in(argv[1]);
  Score span, kind, whole, identity;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    Annotated gold = parse(line);
    Document document = document_of(gold.text, "2024-05-06");
    Analysis analysis = (*language)->read(document);
    std::multiset<Told> found;
    for (const ActorMention& m :
         find_actors(analysis, *ActorLexicon::standard(), document.publication().published->date)) {
      if (m.pronoun) continue;
      found.insert({without_count(std::string(analysis.text(m.span))), std::string(name_of(m.kind)),
                    std::string(m.id)});
    }
    auto keys = [](const std::multiset<Told>& all, int parts, bool named_only) {
      std::multiset<std::string> out;
      for (const Told& t : all) {
        if (named_only && t.id.empty()) continue;
        out.insert(t.words + (parts > 1 ? "|" + t.kind : "") + (parts > 2 ? "|" + t.id : ""));
      }
      return out;
    };
    span.add(keys(found, 1, false), keys(gold.told, 1, false));
    kind.add(keys(found, 2, false), keys(gold.told, 2, false));
    whole.add(keys(found, 3, false), keys(gold.told, 3, false));
    identity.add(keys(found, 3, true), keys(gold.told, 3, true));
    if (!errors) continue;
    std::string wrong;
    for (const Told& t : gold.told) {
      if (found.count(t) < gold.told.count(t)) wrong += fmt::format("  - {}|{}|{}\n", t.words, t.kind, t.id);
    }
    for (const Told& t : found) {
      if (gold.told.count(t) < found.count(t)) wrong += fmt::format("  + {}|{}|{}\n", t.words, t.kind, t.id);
    }
    if (!wrong.empty()) fmt::print("{}\n{}", gold.text, wrong);
  }
  fmt::print(
      "span                    {}\nspan, kind              {}\nspan, kind, identity    {}\nthose with an "
      "identity  {}\n",
      span.show(), kind.show(), whole.show(), identity.show());
}
