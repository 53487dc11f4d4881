#include "mentions/figure/cues.h"

#include <cassert>
#include <string>
#include <unordered_map>

namespace sitrep {

namespace embedded {
extern const std::string_view figure_cues;  // data/figures/cues.tsv
}

namespace {

std::string_view cut(std::string_view& rest, char mark) {
  std::string_view head = rest.substr(0, rest.find(mark));
  rest.remove_prefix(std::min(rest.size(), head.size() + 1));
  return head;
}

struct Tables {
  std::unordered_map<std::string_view, Cue> verbs, adjectives, counted_nouns, deeds;
};

Tables read_tables() {
  Tables tables;
  std::string_view rest = embedded::figure_cues;
  while (!rest.empty()) {
    std::string_view line = cut(rest, '\n');
    if (line.starts_with('#')) continue;
    std::string_view word = cut(line, '\t');
    auto word_class = parse_enum<CueClass>(cut(line, '\t'));
    auto as = parse_enum<CountedAs>(cut(line, '\t'));
    auto measure = parse_enum<Counted>(cut(line, '\t'));
    assert(word_class && as && measure && "data/figures/cues.tsv has a word that no list knows");
    Cue cue{*word_class, *as, *measure, parse_enum<CountedKind>(line).value_or(CountedKind::any)};
    if (cue.word_class == CueClass::verb) {
      tables.verbs.emplace(word, cue);
    } else if (cue.word_class == CueClass::adjective) {
      tables.adjectives.emplace(word, cue);
    } else {
      (cue.as == CountedAs::itself ? tables.counted_nouns : tables.deeds).emplace(word, cue);
    }
  }
  return tables;
}

const Tables& tables() {
  static const Tables made = read_tables();
  return made;
}

const Cue* find(const std::unordered_map<std::string_view, Cue>& table, std::string_view word) {
  auto found = table.find(word);
  return found == table.end() ? nullptr : &found->second;
}

}  // namespace

const Cue* cue_of(std::string_view word, CueClass word_class) {
  return find(word_class == CueClass::verb ? tables().verbs : tables().adjectives, word);
}

const Cue* noun_cue(std::string_view lemma, CountedAs as) {
  return find(as == CountedAs::itself ? tables().counted_nouns : tables().deeds, lemma);
}

}  // namespace sitrep
