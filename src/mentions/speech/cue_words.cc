#include "mentions/speech/cue_words.h"

#include <algorithm>
#include <utility>

#include "mentions/speech/cue_source.h"

namespace sitrep {
namespace {

using enum DependencyRelation;

void append(std::vector<TokenIndex>& to, const std::vector<TokenIndex>& more) {
  to.insert(to.end(), more.begin(), more.end());
}

// In order, each once.
void settle(std::vector<TokenIndex>& tokens) {
  std::sort(tokens.begin(), tokens.end());
  tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
}

// Quotations that the words reach into belong to them whole, but for one that the cue stands in.
void complete_quotes(const TreeQuotes& quotes, TokenIndex cue, std::vector<TokenIndex>& tokens) {
  std::vector<std::uint32_t> touched;
  for (TokenIndex t : tokens) {
    auto q = quotes.at(t);
    if (q && (touched.empty() || touched.back() != *q)) touched.push_back(*q);
  }
  for (std::uint32_t q : touched) {
    TokenRange range = quotes.whole(q);
    if (range.has(cue)) continue;
    for (TokenIndex t = range.first; t < range.last; ++t) tokens.push_back(t);
  }
  settle(tokens);
}

class VerbWords {
 public:
  VerbWords(const SpeechTree& tree, const TreeQuotes& quotes, TokenIndex verb, const CueEntry& entry,
            std::optional<TokenIndex> source)
      : tree_(tree), quotes_(quotes), verb_(verb), entry_(entry), source_(source) {}

  std::optional<GovernedWords> read() {
    passive_ = is_passive(tree_, verb_);
    if (clause() || quotation_beside() || clause_about() || infinitive() || object() || phrase()) {
      finish();
      if (!found_.tokens.empty()) return std::move(found_);
    }
    return std::nullopt;
  }

 private:
  bool take(Frame frame) {
    auto tie = entry_.tie(frame);
    if (!tie) return false;
    found_.tie = *tie;
    return true;
  }
  bool take_clause(bool quoted) { return take(Frame::that) || (quoted && take(Frame::quote)); }

  void add(TokenIndex top) { append(found_.tokens, tree_.hanging(top, without_)); }

  [[nodiscard]] bool in_quotes(TokenIndex t) const {
    return quotes_.at(t) && quotes_.at(t) != quotes_.at(verb_);
  }

  // "said that the road was open", “We stay,” said Holm.
  bool clause() {
    std::vector<TokenIndex> clauses;
    for (TokenIndex c : tree_.children(verb_)) {
      DependencyRelation r = tree_.relation(c);
      bool spoken = r == parataxis && (in_quotes(c) || (tree_.is_root(verb_) && c < verb_ && source_));
      // "said to leave", “No,” she said: what no clause is, but stands where one does.
      bool odd = (r == dep || r == xcomp || r == obj || r == advcl || r == discourse || r == obl) &&
                 in_quotes(c) && wholly_quoted(c);
      if (r == ccomp || spoken || odd) clauses.push_back(c);
    }
    // "said in a statement that ...": the parser may hang the clause on the statement.
    for (TokenIndex c : tree_.children(verb_)) {
      if (!clauses.empty() || c < verb_ || tree_.relation(c) != obl) continue;
      for (TokenIndex inner : tree_.children(c)) {
        DependencyRelation r = tree_.relation(inner);
        bool stated = (r == acl || r == acl_relcl || r == ccomp) && tree_.leader(inner) == "that";
        if (stated) clauses.push_back(inner);
      }
    }
    if (clauses.empty()) return false;
    bool quoted = std::any_of(clauses.begin(), clauses.end(), [&](TokenIndex c) { return in_quotes(c); });
    if (!take_clause(quoted)) return false;
    for (TokenIndex c : clauses) {
      // Beside a quotation a clause without "that" is none: "in a message to people and posted on ...".
      bool apart =
          quoted && !in_quotes(c) && c > verb_ && clauses.front() < verb_ && tree_.leader(c) != "that";
      if (!apart) add(c);
    }
    // "Of the 34 injured, three remain in care, Ek said": what opens the sentence belongs to the words.
    for (TokenIndex c : tree_.children(verb_)) {
      bool opens = c < clauses.front() && clauses.front() < verb_ && source_ && *source_ > clauses.front();
      DependencyRelation r = tree_.relation(c);
      if (opens && (r == obl || r == advcl || r == obl_unmarked) && !quotes_.at(c)) add(c);
    }
    return true;
  }

  // Whether a quotation holds nothing beside what hangs on `t`, and stands beside the verb as speech does.
  [[nodiscard]] bool wholly_quoted(TokenIndex t) const {
    TokenRange quote = quotes_.tokens(*quotes_.at(t));
    TokenRange extent = tree_.extent(t);
    bool covers = extent.first <= quote.first + 1 && extent.last + 2 >= quote.last;
    if (!covers) return false;
    bool before = quote.last <= verb_;
    if (before) return ends_as_speech(quote);
    return quote.first > 0 && (tree_.is(quote.first - 1, ",") || tree_.is(quote.first - 1, ":"));
  }

  // Ends with a mark, or its comma stands behind it.
  [[nodiscard]] bool ends_as_speech(TokenRange quote) const {
    if (quote.last - quote.first < 3) return false;
    TokenIndex last = quote.last - 1;
    if (quotes_.closes(last) && tree_.mark(last)) --last;
    bool inner = tree_.mark(last) && !tree_.is(last, ")");
    bool outer = quote.last < tree_.size() && (tree_.is(quote.last, ",") || tree_.is(quote.last, "-"));
    return inner || outer || quote.last - quote.first >= 8;
  }

  // The verb with what stands beside it and is none of its words: its source, auxiliaries, adverbs, phrases.
  [[nodiscard]] TokenRange own_stretch() const {
    std::vector<TokenIndex> without;
    for (TokenIndex c : tree_.children(verb_)) {
      DependencyRelation r = tree_.relation(c);
      if (r == ccomp || r == parataxis || r == conj || r == cc || r == punct || r == advcl)
        without.push_back(c);
    }
    std::vector<TokenIndex> own = tree_.hanging(verb_, without);
    if (source_) append(own, source_phrase(tree_, *source_, verb_));
    settle(own);
    auto at = std::lower_bound(own.begin(), own.end(), verb_);
    auto first = at;
    auto last = at + 1;
    auto near = [&](TokenIndex from, TokenIndex to) {
      for (TokenIndex t = from + 1; t < to; ++t) {
        if (!tree_.mark(t) || quotes_.at(t)) return false;
      }
      return !quotes_.at(from) || quotes_.at(from) == quotes_.at(to);
    };
    while (first != own.begin() && near(*(first - 1), *first)) --first;
    while (last != own.end() && near(*(last - 1), *last)) ++last;
    return {*first, *(last - 1) + 1};
  }

  // A quotation right before or behind the verb's own stretch.
  bool quotation_beside() {
    if (passive_ || quotes_.at(verb_)) return false;
    if (!entry_.tie(Frame::that) && !entry_.tie(Frame::quote)) return false;
    TokenRange own = own_stretch();
    const ReadSentence& sentence = tree_.syntax().sentence_of(verb_);
    std::optional<std::uint32_t> before;
    std::optional<std::uint32_t> behind;
    // “Are you mad?” he asked: a sentence of its own to the splitter, where nothing else stands in it.
    bool alone = own.first == sentence.first && own.last + 1 >= sentence.last && source_;
    if (own.first > sentence.first || (alone && own.first > 0)) {
      TokenIndex at = own.first - 1;
      while (at > sentence.first && (tree_.is(at, ",") || tree_.is(at, "-")) && !quotes_.at(at)) --at;
      if (quotes_.at(at) && quotes_.closes(at) && ends_as_speech(quotes_.tokens(*quotes_.at(at)))) {
        before = quotes_.at(at);
      }
    }
    TokenIndex at = own.last;
    bool colon = false;
    for (; at < tree_.size() && at < own.last + 2 && (tree_.is(at, ",") || tree_.is(at, ":")); ++at) {
      colon = colon || tree_.is(at, ":");
    }
    bool same = at < sentence.last || colon;
    if (at < tree_.size() && same && quotes_.opens(at) && (at > own.last || !before)) behind = quotes_.at(at);
    // "told the “Morning Hour.”" names whom it told.
    if (behind && at == own.last && own.last > verb_ + 1 && before) behind.reset();
    if ((!before && !behind) || !take_clause(true)) return false;
    for (auto q : {before, behind}) {
      if (!q) continue;
      TokenRange range = quotes_.whole(*q);
      for (TokenIndex t = range.first; t < range.last; ++t) found_.tokens.push_back(t);
    }
    return true;
  }

  // "The road, Holm said, was open"; "as Holm said".
  bool clause_about() {
    if (passive_ || !source_ || tree_.is_root(verb_)) return false;
    DependencyRelation r = tree_.relation(verb_);
    bool loose = r == parataxis || (r == appos && tree_[verb_].features.verb_form == VerbForm::finite);
    bool aside = loose && !tree_.child(verb_, {obj});
    bool as = r == advcl && tree_.leader(verb_) == "as" && !tree_.child(verb_, {obj, ccomp, xcomp});
    if (!aside && !as) return false;
    // A clause behind a semicolon or a colon stands for itself.
    TokenRange own = tree_.extent(verb_);
    bool apart = own.first > 0 && (tree_.is(own.first - 1, ";") || tree_.is(own.first - 1, ":"));
    if (apart || !take(Frame::that)) return false;
    found_.tokens = clause_around(tree_, quotes_, verb_);
    return true;
  }

  [[nodiscard]] std::optional<TokenIndex> object_child() const {
    if (passive_) return tree_.child(verb_, {nsubj_pass});
    auto object = tree_.child(verb_, {obj, iobj});
    return object != source_ ? object : std::nullopt;
  }

  // "vowed to fight", "urged them to leave", "called it a crime", "is expected to fall".
  bool infinitive() {
    auto complement = tree_.child(verb_, {xcomp});
    auto object = object_child();
    if (!complement && object && entry_.tie(Frame::objto)) {
      for (TokenIndex c : tree_.children(verb_)) {
        if (tree_.relation(c) == advcl && tree_.leader(c) == "to" && c > verb_) complement = c;
      }
    }
    if (!complement && !object && entry_.tie(Frame::to)) {
      for (TokenIndex c : tree_.children(verb_)) {
        if (tree_.relation(c) == advcl && tree_.leader(c) == "to" && c > verb_) complement = c;
      }
    }
    if (!complement) return false;
    bool to = tree_.leader(*complement) == "to";
    bool ing = tree_[*complement].fine_tag == FineTag::VBG && !to;
    Frame frame = to ? (object ? Frame::objto : Frame::to) : ing ? Frame::ing : Frame::pred;
    if (passive_ && to && entry_.tie(Frame::pass)) frame = Frame::pass;
    if (!take(frame)) return false;
    if (object) add(*object);
    add(*complement);
    return true;
  }

  // "condemned the raid", "described it as a crime"; "a plan that he announced".
  bool object() {
    auto object = object_child();
    if (!object) {
      bool gap = tree_.relation(verb_) == acl_relcl && source_ && !passive_ && entry_.tie(Frame::obj) &&
                 !tree_.child(verb_, {xcomp, ccomp, obl, advcl});
      if (!gap || !take(Frame::obj)) return false;
      TokenIndex without[] = {verb_};
      append(found_.tokens, tree_.hanging(tree_.head(verb_), without));
      return !(found_.tokens.size() == 1 && tree_.is(found_.tokens.front(), "what"));
    }
    if (tree_[*object].features.reflexive) return false;
    if (passive_ && !source_ && !entry_.tie(Frame::pass) && !entry_.says.has(Frame::obj)) return false;
    // "rejected a report that ...": what is rejected is what somebody said.
    const CueEntry* said =
        entry_.act == SpeechAct::denial ? find_cue(tree_.lemma(*object), CueClass::noun) : nullptr;
    if (!take(Frame::obj)) return false;
    if (said != nullptr && said->says.has(Frame::that)) found_.tie = SpeechTie::speech;
    bool relative = tree_.relation(verb_) == acl_relcl && *object < verb_ &&
                    tree_[*object].tag == WordTag::PRON && !tree_.is(*object, "what");
    if (relative) {
      append(found_.tokens, source_phrase(tree_, tree_.head(verb_), verb_));
    } else {
      add(*object);
    }
    add_complements(*object);
    return true;
  }

  // "blamed the army for the raid": what goes on behind the object.
  void add_complements(TokenIndex object) {
    for (TokenIndex c : tree_.children(verb_)) {
      if (c <= std::max(object, verb_)) continue;
      DependencyRelation r = tree_.relation(c);
      if (r != obl && r != advcl && r != xcomp) continue;
      std::string_view leader = tree_.leader(c);
      auto frame = frame_of_preposition(leader);
      bool goes_on =
          r == xcomp || leader == "as" || leader == "for" || leader == "of" || (frame && entry_.tie(*frame));
      if (goes_on) add(c);
    }
  }

  // "called for a truce", "spoke of losses".
  bool phrase() {
    for (TokenIndex c : tree_.children(verb_)) {
      DependencyRelation r = tree_.relation(c);
      if ((r != obl && r != advcl) || c < verb_) continue;
      auto frame = frame_of_preposition(tree_.leader(c));
      if (!frame || !take(*frame)) continue;
      // "accused the army of ..."; but "told residents of ..." names whom it told.
      bool told = entry_.act == SpeechAct::statement && entry_.says.has(Frame::objto);
      if (auto object = object_child(); object && !told) add(*object);
      std::vector<TokenIndex> words = tree_.hanging(c, without_);
      // The preposition belongs to the cue.
      if (!words.empty() && tree_.relation(words.front()) == case_) words.erase(words.begin());
      append(found_.tokens, words);
      return true;
    }
    return false;
  }

  void finish() {
    settle(found_.tokens);
    // "Nine died, police said; a first count had told of ten": behind a semicolon the report goes on.
    if (!found_.tokens.empty() && found_.tokens.front() < verb_) {
      auto behind = std::upper_bound(found_.tokens.begin(), found_.tokens.end(), verb_);
      bool parted = false;
      TokenIndex end = behind != found_.tokens.end() ? *behind + 1 : verb_;
      for (TokenIndex t = verb_ + 1; t < end; ++t) parted = parted || (tree_.is(t, ";") && !quotes_.at(t));
      if (parted) found_.tokens.erase(behind, found_.tokens.end());
    }
    // “It is over,” said Holm, who lost a brother: what follows who speaks is not said.
    if (source_ && *source_ > verb_ && !found_.tokens.empty() && found_.tokens.front() < verb_) {
      std::erase_if(found_.tokens, [&](TokenIndex t) { return t > *source_ && !quotes_.at(t); });
    }
    complete_quotes(quotes_, verb_, found_.tokens);
    if (!source_) return;
    // Never the source's own words, where the parser hung one on the other.
    std::vector<TokenIndex> own = source_phrase(tree_, *source_, verb_);
    own.push_back(verb_);
    std::sort(own.begin(), own.end());
    std::vector<TokenIndex> left;
    std::set_difference(found_.tokens.begin(), found_.tokens.end(), own.begin(), own.end(),
                        std::back_inserter(left));
    found_.tokens = std::move(left);
  }

  const SpeechTree& tree_;
  const TreeQuotes& quotes_;
  TokenIndex verb_;
  const CueEntry& entry_;
  std::optional<TokenIndex> source_;
  bool passive_ = false;
  std::vector<TokenIndex> without_;
  GovernedWords found_;
};

}  // namespace

std::optional<GovernedWords> words_of_verb(const SpeechTree& tree, const TreeQuotes& quotes, TokenIndex verb,
                                           const CueEntry& entry, std::optional<TokenIndex> source) {
  return VerbWords(tree, quotes, verb, entry, source).read();
}

std::optional<GovernedWords> words_of_noun(const SpeechTree& tree, const TreeQuotes& quotes, TokenIndex noun,
                                           const CueEntry& entry, std::optional<TokenIndex> source) {
  GovernedWords found;
  for (TokenIndex c : tree.children(noun)) {
    if (c == source || c < noun) continue;
    DependencyRelation r = tree.relation(c);
    std::string_view leader = tree.leader(c);
    std::optional<Frame> frame;
    if (r == ccomp || r == csubj || ((r == acl || r == acl_relcl || r == advcl) && leader == "that")) {
      frame = leader == "to" ? Frame::to : Frame::that;
    } else if ((r == acl || r == xcomp || r == advcl) && leader == "to") {
      frame = Frame::to;
    } else if (r == nmod || r == obl || r == acl || r == advcl) {
      frame = frame_of_preposition(leader);
    }
    if (!frame) continue;
    auto tie = entry.tie(*frame);
    if (!tie) continue;
    found.tie = *tie;
    found.tokens = tree.hanging(c, {});
    if (*frame >= Frame::of && !found.tokens.empty() && tree.relation(found.tokens.front()) == case_) {
      found.tokens.erase(found.tokens.begin());
    }
    complete_quotes(quotes, noun, found.tokens);
    return found;
  }
  return std::nullopt;
}

std::vector<TokenIndex> clause_around(const SpeechTree& tree, const TreeQuotes& quotes, TokenIndex phrase) {
  TokenIndex top = tree.head(phrase);
  // Up to the clause: "nine of them, according to police, ..." speaks of all that is told there.
  for (int ascents = 0; ascents < 8 && !tree.is_root(top); ++ascents) {
    bool clause = tree[top].tag == WordTag::VERB || tree.child(top, {cop, nsubj, nsubj_pass});
    DependencyRelation r = tree.relation(top);
    if (clause && r != xcomp && r != conj) break;
    if (clause && r == conj && tree.child(top, {nsubj, nsubj_pass})) break;
    top = tree.head(top);
  }
  TokenIndex without[] = {phrase};
  std::vector<TokenIndex> words = tree.hanging(top, without);
  complete_quotes(quotes, phrase, words);
  return words;
}

}  // namespace sitrep
