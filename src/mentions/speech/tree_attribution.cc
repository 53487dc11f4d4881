#include "mentions/speech/tree_attribution.h"

#include <algorithm>
#include <utility>

#include "mentions/speech/cue_source.h"
#include "mentions/speech/cue_words.h"

namespace sitrep {
namespace {

using enum DependencyRelation;

class Finder {
 public:
  Finder(const SpeechTree& tree, const TreeQuotes& quotes) : tree_(tree), quotes_(quotes) {}

  std::vector<TreeAttribution> find() {
    for (TokenIndex t = 0; t < tree_.size(); ++t) {
      auto found = at(t);
      if (!found) continue;
      if (found->source) found->source_tokens = source_phrase(tree_, *found->source, t);
      found_.push_back(std::move(*found));
    }
    for (TreeAttribution& inner : found_) draw_out(inner);
    return std::move(found_);
  }

 private:
  // "Holm said the road was open, adding that ...", "said he had left and added that ...": the parser hangs
  // the second cue on the words of the first, but the same speaker goes on. "..., while officials warned that
  // ...": another one does.
  void draw_out(TreeAttribution& inner) {
    TokenIndex cue = inner.cue;
    if (inner.content.empty() || quotes_.at(cue)) return;
    TokenIndex begin = tree_.extent(cue).first;
    bool behind_comma = tree_.is(begin, ",") || (begin > 0 && tree_.is(begin - 1, ","));
    bool participle = tree_[cue].fine_tag == FineTag::VBG && cue > 0 && tree_.is(cue - 1, ",");
    bool own = tree_.child(cue, {nsubj}).has_value();
    bool finite = tree_[cue].features.verb_form == VerbForm::finite;
    bool joined = tree_.relation(cue) == conj && finite && tree_.child(cue, {ccomp}) && !own;
    bool apart =
        own && finite && inner.tie == SpeechTie::speech &&
        (tree_.relation(cue) == conj ||
         (tree_.relation(cue) == advcl && (tree_.leader(cue) == "while" || tree_.leader(cue) == "whereas")) ||
         tree_.relation(cue) == parataxis) &&
        (behind_comma || tree_.relation(cue) == conj);
    if (!participle && !joined && !apart) return;
    if (inner.tie != SpeechTie::speech && tree_.lemma(cue) != "cite" && tree_.lemma(cue) != "quote") return;
    TreeAttribution* outer = nullptr;
    for (TreeAttribution& other : found_) {
      if (other.cue >= cue || other.tie != SpeechTie::speech || !other.source) continue;
      if (std::binary_search(other.content.begin(), other.content.end(), cue)) outer = &other;
    }
    if (outer == nullptr) return;
    if (joined || (apart && tree_.relation(cue) == conj)) {
      auto clause = tree_.child(outer->cue, {ccomp});
      if (!clause || tree_.head(cue) != *clause) return;
    }
    // What the cue itself governs of the outer one's words ("Nine died, police said, but ...") is no part of
    // it.
    if (apart && std::binary_search(inner.content.begin(), inner.content.end(), outer->cue)) return;
    std::vector<TokenIndex> words = tree_.hanging(cue, {});
    std::vector<TokenIndex> left;
    std::set_difference(outer->content.begin(), outer->content.end(), words.begin(), words.end(),
                        std::back_inserter(left));
    if (left.empty()) return;
    outer->content = std::move(left);
    if (apart) return;
    inner.source = outer->source;
    inner.source_tokens = outer->source_tokens;
  }

  std::optional<TreeAttribution> at(TokenIndex t) {
    const Token& token = tree_[t];
    if (tree_.is(t, "according")) return according(t);
    switch (token.tag) {
      case WordTag::VERB:
        return verb(t);
      case WordTag::NOUN:
        return noun(t, CueClass::noun);
      case WordTag::ADJ:
        return noun(t, CueClass::adjective);
      case WordTag::ADV:
        return adverb(t);
      case WordTag::PUNCT:
        return tree_.is(t, ":") ? colon(t) : std::nullopt;
      default:
        return std::nullopt;
    }
  }

  std::optional<TreeAttribution> verb(TokenIndex t) {
    if (tree_.relation(t) == amod || tree_.relation(t) == case_ || tree_.relation(t) == compound)
      return std::nullopt;
    if (auto clear = made_clear(t)) return clear;
    if (auto figure = told_figure(t)) return figure;
    const CueEntry* entry = find_cue(tree_.lemma(t), CueClass::verb);
    if (entry == nullptr) return std::nullopt;
    auto source = source_of_verb(tree_, quotes_, t);
    auto words = words_of_verb(tree_, quotes_, t, *entry, source);
    if (!words) return std::nullopt;
    TreeAttribution found;
    found.cue = t;
    found.cue_words = {t, t + 1};
    if (auto particle = tree_.child(t, {compound_prt}); particle && *particle == t + 1)
      ++found.cue_words.last;
    found.tie = words->tie;
    found.act = entry->act;
    found.source = source;
    found.content = std::move(words->tokens);
    // "claimed responsibility for the raid": a deed owned up to.
    bool owns_up = tree_.lemma(t) == "claim" && tree_.lemma(found.content.front()) == "responsibility";
    if (owns_up) found.act = SpeechAct::responsibility_claim;
    found.tells = entry->says.has(Frame::objto) && tree_.child(t, {obj, iobj});
    status(t, found);
    return found;
  }

  // "made clear that", "made it clear that".
  std::optional<TreeAttribution> made_clear(TokenIndex t) {
    if (tree_.lemma(t) != "make") return std::nullopt;
    auto complement = tree_.child(t, {xcomp});
    if (!complement || !tree_.is(*complement, "clear")) return std::nullopt;
    auto clause = tree_.child(t, {ccomp});
    if (!clause) clause = tree_.child(*complement, {ccomp, csubj});
    if (!clause) return std::nullopt;
    TreeAttribution found;
    found.cue = t;
    found.cue_words = {t, *complement + 1};
    found.source = source_of_verb(tree_, quotes_, t);
    found.content = tree_.hanging(*clause, {});
    status(t, found);
    return found;
  }

  // "put the death toll at 14", "spoke of 28 injured": words that give a figure, and nothing else.
  std::optional<TreeAttribution> told_figure(TokenIndex t) {
    TreeAttribution found;
    found.cue = t;
    found.cue_words = {t, t + 1};
    found.source = source_of_verb(tree_, quotes_, t);
    if (!found.source) return std::nullopt;
    std::vector<TokenIndex> words;
    if (tree_.lemma(t) == "put") {
      auto counted = tree_.child(t, {obj});
      if (!counted || !counts(tree_.lemma(*counted))) return std::nullopt;
      words = tree_.hanging(*counted, {});
      for (TokenIndex c : tree_.children(t)) {
        if (c > *counted && tree_.leader(c) == "at") {
          std::vector<TokenIndex> more = tree_.hanging(c, {});
          words.insert(words.end(), more.begin(), more.end());
        }
      }
    } else if (tree_.lemma(t) == "speak") {
      for (TokenIndex c : tree_.children(t)) {
        bool number = tree_[c].tag == WordTag::NUM || tree_.child(c, {nummod});
        if (tree_.relation(c) != obl || tree_.leader(c) != "of" || !number) continue;
        found.cue_words.last = tree_.extent(c).first + 1;
        for (TokenIndex w = found.cue_words.last; w < tree_.extent(t).last; ++w) words.push_back(w);
        break;
      }
    }
    bool number =
        std::any_of(words.begin(), words.end(), [&](TokenIndex w) { return tree_[w].tag == WordTag::NUM; });
    if (!number) return std::nullopt;
    std::sort(words.begin(), words.end());
    found.content = std::move(words);
    status(t, found);
    return found;
  }
  static bool counts(std::string_view lemma) {
    return lemma == "toll" || lemma == "number" || lemma == "figure" || lemma == "loss" || lemma == "count" ||
           lemma == "total";
  }

  void status(TokenIndex t, TreeAttribution& found) const {
    for (TokenIndex c : tree_.children(t)) {
      if (tree_.relation(c) == advmod && (tree_.is(c, "not") || tree_.is(c, "never"))) found.negated = true;
      if (tree_.relation(c) == aux && tree_[c].fine_tag == FineTag::MD) found.actual = false;
    }
    if (tree_.leader(t) == "to" || tree_.leader(t) == "if" || tree_.leader(t) == "whether")
      found.actual = false;
  }

  std::optional<TreeAttribution> noun(TokenIndex t, CueClass cue_class) {
    const CueEntry* entry = find_cue(tree_.lemma(t), cue_class);
    if (entry == nullptr) return std::nullopt;
    bool adjective = cue_class == CueClass::adjective;
    auto source = adjective ? source_of_adjective(t) : source_of_noun(tree_, quotes_, t);
    auto words = words_of_noun(tree_, quotes_, t, *entry, source);
    if (!words) return std::nullopt;
    TreeAttribution found;
    found.cue = t;
    found.cue_words = {t, t + 1};
    found.tie = words->tie;
    found.act = entry->act;
    found.source = source;
    found.content = std::move(words->tokens);
    if (auto light = light_verb_of(tree_, t)) status(*light, found);
    return found;
  }

  [[nodiscard]] std::optional<TokenIndex> source_of_adjective(TokenIndex t) const {
    if (tree_.child(t, {expl})) return std::nullopt;
    if (auto subject = tree_.child(t, {nsubj, nsubj_outer})) return subject;
    if (tree_.relation(t) == acl || tree_.relation(t) == amod) return tree_.head(t);
    if (tree_.relation(t) == conj || tree_.relation(t) == xcomp || tree_.relation(t) == advcl) {
      return source_of_verb(tree_, quotes_, tree_.head(t));
    }
    return std::nullopt;
  }

  // "according to residents"
  std::optional<TreeAttribution> according(TokenIndex t) {
    if (tree_.relation(t) != case_ || t + 1 >= tree_.size() || !tree_.is(t + 1, "to")) return std::nullopt;
    TreeAttribution found;
    found.cue = t;
    found.cue_words = {t, t + 2};
    found.source = tree_.head(t);
    if (tree_.is_root(*found.source)) return std::nullopt;
    found.content = clause_around(tree_, quotes_, *found.source);
    return found;
  }

  std::optional<TreeAttribution> adverb(TokenIndex t) {
    const CueEntry* entry = find_cue(tree_.lemma(t), CueClass::adverb);
    if (entry == nullptr || tree_.relation(t) != advmod) return std::nullopt;
    TreeAttribution found;
    found.cue = t;
    found.cue_words = {t, t + 1};
    found.content = clause_around(tree_, quotes_, t);
    return found;
  }

  // "Holm: “We stay.”" where the sentence begins with who speaks.
  std::optional<TreeAttribution> colon(TokenIndex t) {
    const ReadSentence& sentence = tree_.syntax().sentence_of(t);
    if (t == sentence.first || t - sentence.first > 8 || t + 1 >= tree_.size()) return std::nullopt;
    TokenIndex head = t - 1;
    while (!tree_.is_root(head) && tree_.head(head) >= sentence.first && tree_.head(head) < t)
      head = tree_.head(head);
    if (tree_.extent(head).first > sentence.first) return std::nullopt;
    for (TokenIndex i = sentence.first; i < t; ++i) {
      bool nominal = tree_[i].tag != WordTag::VERB && tree_[i].tag != WordTag::AUX && !quotes_.at(i);
      if (!nominal) return std::nullopt;
    }
    bool speaks = tree_[head].tag == WordTag::PROPN || tree_[head].tag == WordTag::NOUN;
    if (!speaks) return std::nullopt;
    bool quoted = quotes_.opens(t + 1);
    bool person =
        std::any_of(tree_.syntax().names.begin(), tree_.syntax().names.end(), [&](const Name& name) {
          return name.first >= sentence.first && name.last <= t && name.kind == NameKind::person;
        });
    if (!quoted && !(person && t + 1 < sentence.last)) return std::nullopt;
    TreeAttribution found;
    found.cue = t;
    found.cue_words = {t, t + 1};
    found.source = head;
    TokenRange words{t + 1, sentence.last};
    if (quoted) words = quotes_.whole(*quotes_.at(t + 1));
    for (TokenIndex i = words.first; i < words.last; ++i) found.content.push_back(i);
    return found;
  }

  const SpeechTree& tree_;
  const TreeQuotes& quotes_;
  std::vector<TreeAttribution> found_;
};

}  // namespace

std::vector<TreeAttribution> find_tree_attributions(const SpeechTree& tree, const TreeQuotes& quotes) {
  return Finder(tree, quotes).find();
}

}  // namespace sitrep
