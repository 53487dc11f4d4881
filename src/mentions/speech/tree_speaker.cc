#include "mentions/speech/tree_speaker.h"

#include <algorithm>
#include <string>
#include <vector>

#include "mentions/speech/cue_source.h"
#include "mentions/speech/nouns.h"
#include "mentions/speech/sentence_words.h"

namespace sitrep {
namespace {

using enum DependencyRelation;

class Reader {
 public:
  Reader(const Analysis& analysis, const SpeechTree& tree, TokenIndex head, TokenIndex cue)
      : a_(analysis), tree_(tree), head_(head), cue_(cue) {}

  std::optional<SpeakerMention> read() {
    TokenIndex whose = head_;
    head_ = meant_by_relative(tree_, head_);
    phrase_ = source_phrase(tree_, head_, head_ == whose ? cue_ : whose);
    drop_relative();
    set_span(phrase_.front(), phrase_.back() + 1);
    if (tree_[head_].tag == WordTag::PRON || tree_[head_].tag == WordTag::DET) return pronoun();
    for (TokenIndex c : tree_.children(head_)) {
      if (tree_.relation(c) == det) m_.definite = tree_.is(c, "the");
      if (tree_.is(c, "another") || (tree_.is(c, "other") && tree_.relation(c) == amod)) m_.other = true;
    }
    if (!several() && !person() && !body()) plain();
    if (!m_.body && m_.voice != Voice::body) find_body();
    return m_;
  }

 private:
  [[nodiscard]] Span span(TokenIndex first, TokenIndex last) const {
    return cover(tree_[first].span, tree_[last - 1].span);
  }
  void set_span(TokenIndex first, TokenIndex last) {
    m_.span = span(first, last);
    m_.first = a_.word_at(m_.span.begin);
    m_.last = std::max(a_.word_at(m_.span.end), m_.first + 1);
  }

  // "a doctor who said", "Dahl, whose sister was killed,": a clause tells more than who.
  void drop_relative() {
    std::vector<TokenIndex> kept;
    for (TokenIndex t : phrase_) {
      bool behind = false;
      for (TokenIndex c : tree_.children(head_)) {
        behind = behind || (tree_.relation(c) == acl_relcl && tree_.extent(c).has(t));
      }
      if (!behind) kept.push_back(t);
    }
    while (kept.size() > 1 && tree_.mark(kept.back())) kept.pop_back();
    if (!kept.empty()) phrase_ = std::move(kept);
  }

  [[nodiscard]] WordClasses classes(TokenIndex t) const {
    WordIndex word = a_.word_at(tree_[t].span.begin);
    return word < a_.words().size() ? a_.word(word).classes : WordClasses{};
  }

  std::optional<SpeakerMention> pronoun() {
    if (tree_.is(head_, "i") || tree_.is(head_, "we") || tree_.is(head_, "you") || tree_.is(head_, "us") ||
        tree_.is(head_, "me") || tree_.is(head_, "my") || tree_.is(head_, "our")) {
      return std::nullopt;
    }
    auto is = [&](std::string_view word) { return tree_.is(head_, word); };
    if (is("he") || is("she") || is("him") || is("her") || is("his") || is("it") || is("its") || is("they") ||
        is("them") || is("their")) {
      m_.pronoun = true;
      bool one = !is("it") && !is("its") && !is("they") && !is("them") && !is("their");
      m_.voice = one ? Voice::unnamed : is("it") || is("its") ? Voice::body : Voice::collective;
      return m_;
    }
    m_.other = is("another") || is("others") || is("other");
    bool one = is("another") || is("one") || is("someone") || is("somebody") || is("each");
    m_.voice = one ? Voice::unnamed : Voice::collective;
    if (is("that") || is("this") || is("which") || is("what") || is("nobody") || is("none"))
      return std::nullopt;
    return m_;
  }

  // "Holm and Berg", "residents and both parties": with one voice.
  bool several() {
    for (TokenIndex c : phrase_) {
      bool beside = tree_.relation(c) == conj &&
                    (tree_.head(c) == head_ ||
                     (tree_.relation(tree_.head(c)) == appos && tree_.head(tree_.head(c)) == head_));
      bool noun = tree_[c].tag == WordTag::NOUN || tree_[c].tag == WordTag::PROPN;
      if (!beside || !noun) continue;
      // "the mayor, a doctor and former teacher,": one person still.
      if (tree_.head(c) != head_ && !names_somebody(c)) continue;
      // "Marks and Sons" is one name.
      const Name* name = name_at(head_);
      if (name != nullptr && c < name->last) continue;
      m_.voice = Voice::collective;
      return true;
    }
    return false;
  }

  [[nodiscard]] bool names_somebody(TokenIndex t) const {
    if (tree_.child(t, {det}) && tree_.is(*tree_.child(t, {det}), "the")) return true;
    const Name* name = name_at(t);
    return name != nullptr && name->kind == NameKind::person;
  }

  [[nodiscard]] const Name* name_at(TokenIndex t) const {
    const auto& names = tree_.syntax().names;
    auto after = std::upper_bound(names.begin(), names.end(), t,
                                  [](TokenIndex token, const Name& name) { return token < name.first; });
    if (after == names.begin() || std::prev(after)->last <= t) return nullptr;
    return &*std::prev(after);
  }
  [[nodiscard]] static bool bodily(NameKind kind) {
    return kind == NameKind::organisation || kind == NameKind::armed_group || kind == NameKind::place;
  }

  // A person's name at the head, or beside the office that is: "the mayor, Ida Holm,".
  bool person() {
    const Name* name = name_at(head_);
    TokenIndex office = head_;
    if (name != nullptr && name->kind != NameKind::person && name->kind != NameKind::title) return false;
    if (name == nullptr || name->kind == NameKind::title) {
      name = nullptr;
      for (TokenIndex c : tree_.children(head_)) {
        DependencyRelation r = tree_.relation(c);
        if (r != appos && r != flat && r != nmod_desc && r != compound) continue;
        if (const Name* beside = name_at(c); beside != nullptr && beside->kind == NameKind::person)
          name = beside;
      }
      if (name == nullptr || !may_be_person(head_)) return false;
    }
    m_.voice = Voice::named;
    m_.name = span(name->first, name->last);
    if (!name_holds(*name, office)) {
      set_role(office, name->first > office ? name->first : office + 1);
    } else if (name->first > phrase_.front()) {
      set_role_words(phrase_.front(), name->first);
    }
    if (m_.role) return true;
    for (TokenIndex c : tree_.children(head_)) {
      bool apposed = tree_.relation(c) == appos && c > name->last && c <= phrase_.back();
      if (!apposed || (tree_[c].tag != WordTag::NOUN && tree_[c].tag != WordTag::PROPN)) continue;
      set_role(c, tree_.extent(c).last);
      break;
    }
    return true;
  }

  [[nodiscard]] bool may_be_person(TokenIndex t) const {
    WordClasses c = classes(t);
    return !c.any(WordClass::body, WordClass::document) && tree_[t].features.number != Number::plural;
  }
  [[nodiscard]] static bool name_holds(const Name& name, TokenIndex t) {
    return t >= name.first && t < name.last;
  }

  // The office at `noun` with what belongs to it: "mayor of Kalmar", without article, up to `end`.
  void set_role(TokenIndex noun, TokenIndex end) {
    TokenIndex first = std::max(tree_.extent(noun).first, phrase_.front());
    TokenIndex last = std::max(office_end(noun), noun + 1);
    if (noun < end) last = std::min(last, std::max(end, noun + 1));
    set_role_words(first, last);
    m_.role_noun = lower_of(noun);
  }

  // Behind the noun only what "of", "for", "in" hang on, no clause and no other apposition.
  [[nodiscard]] TokenIndex office_end(TokenIndex noun) const {
    TokenIndex end = noun + 1;
    for (TokenIndex c : tree_.children(noun)) {
      DependencyRelation r = tree_.relation(c);
      if (c > noun && (r == nmod || r == compound || r == flat || r == conj))
        end = std::max(end, tree_.extent(c).last);
      if (c > noun && (r == appos || r == acl || r == acl_relcl)) break;
    }
    return std::min(end, phrase_.back() + 1);
  }

  void set_role_words(TokenIndex first, TokenIndex last) {
    while (first < last &&
           (tree_.relation(first) == det || tree_.relation(first) == case_ || tree_.mark(first) ||
            (tree_.relation(first) == nmod_poss && tree_[first].tag == WordTag::PRON))) {
      ++first;
    }
    auto edge = [&](TokenIndex t) { return tree_.mark(t) || tree_.is(t, "'s") || tree_.is(t, "’s"); };
    while (last > first && edge(last - 1)) --last;
    if (first >= last) return;
    m_.role = span(first, last);
    // "Gen." is told without its stop, as the rules do.
    std::string_view text = a_.text(*m_.role);
    if (text.ends_with('.')) m_.role->end -= 1;
    m_.role_noun = lower_of(last - 1);
    role_ = {first, last};
  }

  [[nodiscard]] std::string lower_of(TokenIndex t) const {
    std::string lower(a_.text(tree_[t].span));
    for (char& c : lower) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    }
    if (lower.ends_with('.')) lower.pop_back();
    return lower;
  }

  bool body() {
    const Name* name = name_at(head_);
    WordClasses c = classes(head_);
    bool named = name != nullptr && bodily(name->kind);
    // "police" is many, and one body.
    bool plural = tree_[head_].features.number == Number::plural && tree_[head_].tag == WordTag::NOUN &&
                  lower_of(head_) != tree_[head_].lemma;
    bool listed = c.any(WordClass::body, WordClass::organisation) && !plural;
    bool station = tree_.is(head_, "radio") || tree_.is(head_, "television") || tree_.is(head_, "tv");
    if (named && name->head != head_ && plural) return false;
    if (!named && !listed && !station) return false;
    m_.voice = Voice::body;
    if (named && tree_[head_].tag == WordTag::NOUN && c.any(WordClass::person_one, WordClass::person_many))
      return false;
    TokenIndex first = phrase_.front();
    while (first < head_ && (tree_.relation(first) == det || tree_.relation(first) == case_ ||
                             (tree_.relation(first) == nmod_poss && tree_[first].tag == WordTag::PRON))) {
      ++first;
    }
    TokenIndex last = head_ + 1;
    for (TokenIndex child : tree_.children(head_)) {
      DependencyRelation r = tree_.relation(child);
      std::string_view leader = tree_.leader(child);
      bool hung = r == flat || r == compound || (r == nmod && (leader == "of" || leader == "for"));
      if (child > head_ && hung && child <= phrase_.back()) last = std::max(last, tree_.extent(child).last);
    }
    if (named) last = std::max(last, name->last);
    m_.name = span(first, std::min(last, phrase_.back() + 1));
    // "their charity, Coast Relief,": the name is the body's.
    if (!named) {
      for (TokenIndex child : tree_.children(head_)) {
        const Name* beside = tree_.relation(child) == appos ? name_at(child) : nullptr;
        if (beside != nullptr && bodily(beside->kind)) m_.name = span(beside->first, beside->last);
      }
    }
    return true;
  }

  // A noun without a name.
  void plain() {
    WordClasses c = classes(head_);
    const Token& token = tree_[head_];
    const Name* name = name_at(head_);
    bool plural = token.features.number == Number::plural;
    if (token.tag == WordTag::NUM || token.tag == WordTag::ADJ) {
      bool one = tree_.is(head_, "one") || tree_.is(head_, "another");
      m_.voice = one ? Voice::unnamed : Voice::collective;
      m_.other = m_.other || tree_.is(head_, "other") || tree_.is(head_, "another");
      return;
    }
    if (c.has(WordClass::document) && !plural) {
      m_.voice = Voice::written_record;
      return;
    }
    if (name != nullptr && name->kind == NameKind::group) plural = true;
    if (plural || c.has(WordClass::person_many)) {
      m_.voice = Voice::collective;
      return;
    }
    if (c.any(WordClass::person_one, WordClass::title) ||
        (name != nullptr && name->kind == NameKind::title)) {
      m_.voice = Voice::unnamed;
    } else if (token.tag == WordTag::PROPN) {
      // A lone name that the model holds for none: whose it is, discourse tells.
      m_.voice = Voice::named;
      m_.name = span(head_, head_ + 1);
      return;
    } else {
      unlisted();
      if (m_.voice != Voice::unnamed) return;
    }
    set_role(head_, phrase_.back() + 1);
  }

  // What a noun of no list is, by what it means or how it ends: "survey", "ferryman", "port".
  void unlisted() {
    m_.unlisted = true;
    m_.voice = voice_by_ending(tree_[head_].lemma);
    if (m_.voice != Voice::body) return;
    TokenIndex first = phrase_.front();
    while (first < head_ && tree_.relation(first) == det) ++first;
    m_.name = span(first, head_ + 1);
  }

  // "who leads the council": whose the council is, is not told.
  [[nodiscard]] bool in_clause(TokenIndex t) const {
    for (; t != head_ && !tree_.is_root(t); t = tree_.head(t)) {
      if (tree_.relation(t) == acl || tree_.relation(t) == acl_relcl) return true;
    }
    return false;
  }

  // "the FNR" of "a member of the FNR", "Taliban" of "a Taliban official".
  void find_body() {
    if (m_.voice == Voice::written_record || m_.pronoun) return;
    TokenRange where = role_;
    if (where.empty()) {
      if (m_.voice == Voice::collective && tree_[head_].tag == WordTag::NOUN) return;
      where = {phrase_.front(), phrase_.back() + 1};
    }
    for (TokenIndex t = where.first; t < where.last; ++t) {
      if ((m_.name && tree_[t].span.overlaps(*m_.name)) || in_clause(t)) continue;
      const Name* name = name_at(t);
      if (name != nullptr && (name->kind == NameKind::organisation || name->kind == NameKind::armed_group)) {
        m_.body = span(name->first, name->last);
        return;
      }
      bool noun =
          tree_[t].tag == WordTag::NOUN || tree_[t].tag == WordTag::PROPN || tree_[t].tag == WordTag::ADJ;
      if (t != head_ && noun && classes(t).any(WordClass::body, WordClass::organisation)) {
        TokenIndex first = t;
        while (first > where.first &&
               (tree_.relation(first - 1) == compound || tree_.relation(first - 1) == amod) &&
               tree_.head(first - 1) == t) {
          --first;
        }
        m_.body = span(first, t + 1);
        return;
      }
    }
  }

  const Analysis& a_;
  const SpeechTree& tree_;
  TokenIndex head_, cue_;
  std::vector<TokenIndex> phrase_;
  TokenRange role_;
  SpeakerMention m_;
};

}  // namespace

TokenIndex meant_by_relative(const SpeechTree& tree, TokenIndex head) {
  bool relative = tree[head].fine_tag == FineTag::WP || tree[head].fine_tag == FineTag::WDT;
  for (TokenIndex t = head; relative && !tree.is_root(t); t = tree.head(t)) {
    if (tree.relation(t) == acl_relcl) return tree.head(t);
  }
  return head;
}

std::optional<SpeakerMention> tree_speaker(const Analysis& analysis, const SpeechTree& tree, TokenIndex head,
                                           TokenIndex cue) {
  return Reader(analysis, tree, head, cue).read();
}

}  // namespace sitrep
