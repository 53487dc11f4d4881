#include "mentions/actor/heads.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "lexicon/words.h"

namespace sitrep {
namespace {

using enum DependencyRelation;
using Words = std::unordered_set<std::string_view>;

const Words& place_nouns() {
  static const Words words = {"school",    "university",   "college",   "hospital",      "clinic",
                              "mosque",    "church",       "embassy",   "consulate",     "court",
                              "bank",      "camp",         "village",   "community",     "prison",
                              "institute", "municipality", "household", "neighbourhood", "neighborhood"};
  return words;
}

// Verbs of moving and being somewhere: their objects are places.
bool is_motion(std::string_view lemma) {
  static const Words words = {"leave",    "enter", "reach", "visit",   "cross",  "flee",   "tour",
                              "approach", "quit",  "exit",  "inhabit", "circle", "overfly"};
  return words.count(lemma) != 0;
}

// What only people and bodies do.
bool is_mental(std::string_view lemma) {
  static const Words words = {
      "want",      "believe",   "hope",      "fear",      "think",    "know",        "accuse", "blame",
      "agree",     "refuse",    "decide",    "plan",      "vow",      "seek",        "demand", "reject",
      "support",   "back",      "send",      "deploy",    "impose",   "sign",        "recall", "expel",
      "recognise", "recognize", "welcome",   "condemn",   "threaten", "order",       "offer",  "urge",
      "call",      "consider",  "try",       "deny",      "say",      "announce",    "warn",   "insist",
      "claim",     "tell",      "declare",   "pledge",    "promise",  "approve",     "summon", "withdraw",
      "suspend",   "cut",       "arm",       "fund",      "supply",   "provide",     "give",   "ask",
      "respond",   "react",     "retaliate", "negotiate", "confirm",  "acknowledge", "view",   "see",
      "regard"};
  return words.count(lemma) != 0;
}

// "the wounded", "the missing".
bool is_people_told_by_adjective(const Syntax& syntax, TokenIndex t) {
  const Token& token = syntax.tokens[t];
  if (token.tag != WordTag::ADJ && token.tag != WordTag::VERB && token.tag != WordTag::X) return false;
  if (token.relation == amod || t == 0) return false;
  const Token& before = syntax.tokens[t - 1];
  return before.head == t && before.norm == "the";
}

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Of a seat of government: "Stockholm thanked its partners", not "Kabul fell".
bool takes_object(const PhraseTree& tree, TokenIndex verb) {
  if (tree.syntax().tokens[verb].lemma == "have") return false;
  return std::any_of(tree.begin(verb), tree.end(verb), [&](TokenIndex t) {
    DependencyRelation r = tree.syntax().tokens[t].relation;
    return r == obj || r == ccomp || r == xcomp;
  });
}

}  // namespace

std::vector<NounHead> find_agent_nouns(const Syntax& syntax, const ActorLexicon& lexicon) {
  std::vector<NounHead> found(syntax.tokens.size());
  std::string joined;
  for (const ReadSentence& sentence : syntax.sentences) {
    for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
      const Token& token = syntax.tokens[t];
      if (token.tag != WordTag::NOUN && token.tag != WordTag::PROPN &&
          !is_people_told_by_adjective(syntax, t))
        continue;
      std::size_t most = std::min<std::size_t>(lexicon.agent_words(token.norm), t - sentence.first + 1);
      joined.clear();
      TokenIndex first = t;
      for (std::size_t n = 1; n <= most; ++first, ++n) {
        TokenIndex at = t + 1 - static_cast<TokenIndex>(n);
        const Token& part = syntax.tokens[at];
        // Words of one noun hang on its last.
        if (n > 1 && part.head != t && part.relation != punct && part.relation != case_ &&
            syntax.tokens[part.head].head != t)
          break;
        joined.insert(0, n == 1 ? part.norm : part.norm + ' ');
        if (const AgentNoun* noun = lexicon.agent(joined)) {
          // The head of "member of parliament" is its first word.
          bool of = joined.find(" of ") != joined.npos;
          found[t] = {};
          found[of ? at : t] = {at, t + 1, noun};
        }
        if (at == sentence.first) break;
      }
      if (token.norm.starts_with("ex-") && most == 0) {
        if (const AgentNoun* noun = lexicon.agent(std::string_view(token.norm).substr(3)))
          found[t] = {t, t + 1, noun};
      }
    }
  }
  return found;
}

bool acts_as_body(const PhraseTree& tree, TokenIndex t, bool seat) {
  const Syntax& s = tree.syntax();
  const Token& token = s.tokens[t];
  if (token.head == t) return false;
  const Token& up = s.tokens[token.head];
  switch (token.relation) {
    case nsubj:
    case nsubj_outer: {
      if (up.tag != WordTag::VERB) return false;
      if (word_classes(up.norm).has(WordClass::say) || is_mental(up.lemma)) return true;
      if (one_of(up.lemma, {"lie", "become", "remain", "see", "fall", "border", "host", "witness", "suffer"}))
        return false;
      return !seat || takes_object(tree, token.head);
    }
    case nsubj_pass:
      return !seat && up.tag == WordTag::VERB && !is_motion(up.lemma) &&
             !one_of(up.lemma, {"hit", "shell", "bomb", "locate", "rock", "shake"});
    case obl_agent:
      return true;
    case obj:
    case iobj:
      return up.tag == WordTag::VERB && (is_mental(up.lemma) || (!seat && !is_motion(up.lemma)));
    case nmod_poss:
      return !seat;
    case obl:
    case nmod: {
      std::string_view preposition = tree.preposition(t);
      if (one_of(preposition, {"with", "against", "by", "between", "toward", "towards"})) return true;
      if (seat) return false;
      // "the attack on Israel", "aid to Ukraine", "support for Iran", "ambassador of Chad", "demand from
      // Israel"
      if (one_of(preposition, {"on", "to", "for", "of"})) {
        return preposition == "of" ? up.tag == WordTag::NOUN
                                   : !one_of(up.lemma, {"go", "travel", "fly", "return", "flee", "come",
                                                        "move", "drive", "flight", "trip", "visit", "leave",
                                                        "head", "escape", "get", "way", "road"});
      }
      return false;
    }
    case conj:
      return acts_as_body(tree, token.head, seat);
    case appos:
      return false;
    default:
      return false;
  }
}

bool is_deed_or_weapon(const Syntax& syntax, TokenIndex t) {
  static const Words words = {"warplane",
                              "plane",
                              "jet",
                              "drone",
                              "missile",
                              "rocket",
                              "shell",
                              "bomb",
                              "tank",
                              "artillery",
                              "helicopter",
                              "gunfire",
                              "fire",
                              "shelling",
                              "bombardment",
                              "strike",
                              "airstrike",
                              "raid",
                              "attack",
                              "offensive",
                              "operation",
                              "assault",
                              "incursion",
                              "invasion",
                              "airspace",
                              "fighter",
                              "aircraft",
                              "gunboat",
                              "warship",
                              "ship",
                              "ambush",
                              "bombing",
                              "siege",
                              "blockade",
                              "advance",
                              "withdrawal",
                              "retaliation",
                              "counter-offensive",
                              "counteroffensive",
                              "mortar",
                              "bullet",
                              "threat",
                              "demand",
                              "statement",
                              "claim",
                              "proposal",
                              "sanction",
                              "support",
                              "aid",
                              "pressure",
                              "intervention",
                              "occupation",
                              "presence",
                              "position",
                              "base",
                              "convoy",
                              "vehicle",
                              "stronghold",
                              "checkpoint",
                              "decision",
                              "response",
                              "offer",
                              "denial",
                              "warning",
                              "crackdown",
                              "campaign"};
  if (words.count(syntax.tokens[t].lemma) != 0) return true;
  auto found = std::lower_bound(syntax.predicates.begin(), syntax.predicates.end(), t,
                                [](const Predicate& p, TokenIndex token) { return p.token < token; });
  return found != syntax.predicates.end() && found->token == t && found->nominal;
}

bool is_place_noun(const AgentNoun& noun) { return place_nouns().count(noun.noun) != 0; }

}  // namespace sitrep
