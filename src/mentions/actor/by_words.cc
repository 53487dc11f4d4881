#include "mentions/actor/by_words.h"

#include "lexicon/place_names.h"

namespace sitrep {
namespace {

class Rough {
 public:
  Rough(const Analysis& analysis, const ActorLexicon& lexicon) : a_(analysis), l_(lexicon) {}

  Syntax make() {
    const auto& words = a_.words();
    s_.bundles.emplace_back("_");
    s_.tokens.resize(words.size());
    for (WordIndex w = 0; w < words.size(); ++w) {
      Token& token = s_.tokens[w];
      token.span = words[w].span;
      token.head = w;
      token.relation = DependencyRelation::root;
      token.norm = std::string(a_.lower(w));
      token.lemma = token.norm;
      token.tag = tag_of(w);
      if (token.tag == WordTag::NUM) token.fine_tag = FineTag::CD;
    }
    for (const Sentence& sentence : a_.sentences()) {
      ReadSentence read;
      read.span = sentence.span;
      read.first = sentence.first;
      read.last = sentence.last;
      read.root = sentence.first;
      read.part = sentence.part;
      read.shouted = sentence.shouted;
      s_.sentences.push_back(read);
      for (WordIndex w = sentence.first; w < sentence.last; ++w) {
        if (s_.tokens[w].tag == WordTag::NOUN) hang_before(sentence, w);
      }
    }
    return std::move(s_);
  }

 private:
  [[nodiscard]] WordTag tag_of(WordIndex w) const {
    const Word& word = a_.word(w);
    if (word.kind == WordKind::number || word.classes.has(WordClass::number)) return WordTag::NUM;
    if (word.kind != WordKind::word) return WordTag::PUNCT;
    if (word.classes.has(WordClass::determiner)) return WordTag::DET;
    if (word.classes.any(WordClass::preposition, WordClass::conjunction, WordClass::subordinator,
                         WordClass::auxiliary, WordClass::pronoun, WordClass::possessive)) {
      return WordTag::ADP;
    }
    if (l_.agent(a_.lower(w)) != nullptr) return WordTag::NOUN;
    if (word.capital) return WordTag::PROPN;
    return WordTag::X;
  }

  // "two Afghan soldiers": all hang on the last.
  void hang_before(const Sentence& sentence, WordIndex noun) {
    for (WordIndex w = noun; w-- > sentence.first;) {
      Token& token = s_.tokens[w];
      DependencyRelation relation;
      if (token.tag == WordTag::DET) {
        relation = DependencyRelation::det;
      } else if (token.tag == WordTag::NUM) {
        relation = DependencyRelation::nummod;
      } else if (token.tag == WordTag::NOUN || token.tag == WordTag::PROPN) {
        relation = DependencyRelation::compound;
      } else {
        return;
      }
      token.head = noun;
      token.relation = relation;
      if (token.tag == WordTag::DET) return;
    }
  }

  const Analysis& a_;
  const ActorLexicon& l_;
  Syntax s_;
};

}  // namespace

Syntax rough_syntax(const Analysis& analysis, const ActorLexicon& lexicon) {
  return Rough(analysis, lexicon).make();
}

}  // namespace sitrep
