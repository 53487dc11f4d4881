#include "language/candidates.h"

#include <algorithm>
#include <array>

#include "language/characters.h"
#include "lexicon/words.h"

namespace sitrep {
namespace {

template <std::size_t N>
using Words = std::array<std::string_view, N>;

template <std::size_t N>
bool among(const Words<N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Nouns (lemmas) of people and bodies, beyond those of the lexicon.
constexpr Words<86> person_nouns = {
    "man",        "woman",    "person",     "boy",       "girl",        "child",        "kid",
    "friend",     "father",   "mother",     "son",       "daughter",    "brother",      "sister",
    "wife",       "husband",  "parent",     "student",   "teacher",     "professor",    "author",
    "writer",     "artist",   "actor",      "actress",   "singer",      "player",       "captain",
    "coach",      "leader",   "president",  "minister",  "premier",     "chancellor",   "king",
    "queen",      "prince",   "princess",   "mayor",     "governor",    "senator",      "candidate",
    "politician", "official", "officer",    "spokesman", "spokeswoman", "spokesperson", "director",
    "manager",    "founder",  "owner",      "chairman",  "chief",       "head",         "commander",
    "general",    "soldier",  "fighter",    "gunman",    "attacker",    "suspect",      "victim",
    "witness",    "resident", "villager",   "civilian",  "refugee",     "prisoner",     "doctor",
    "lawyer",     "judge",    "journalist", "reporter",  "scientist",   "researcher",   "expert",
    "member",     "worker",   "citizen",    "user",      "customer",    "patient",      "defector",
    "guy",        "lady"};
constexpr Words<60> body_nouns = {
    "group",      "organisation",   "organization", "company",    "government",  "army",       "military",
    "police",     "force",          "party",        "ministry",   "agency",      "council",    "committee",
    "commission", "court",          "union",        "university", "college",     "school",     "team",
    "club",       "band",           "church",       "bank",       "corporation", "firm",       "department",
    "institute",  "association",    "federation",   "alliance",   "coalition",   "parliament", "congress",
    "senate",     "administration", "regime",       "brigade",    "militia",     "movement",   "front",
    "navy",       "guard",          "unit",         "network",    "newspaper",   "foundation", "society",
    "office",     "country",        "state",        "nation",     "community",   "board",      "crew",
    "staff",      "family",         "campaign",     "enemy"};
constexpr Words<8> many_nouns = {"people", "police", "men", "women", "troops", "children", "staff", "crew"};

struct Pronoun {
  std::string_view word;
  std::uint8_t person;
  Number number;
  Gender gender;
};
constexpr std::array<Pronoun, 34> pronouns = {{
    {"i", 1, Number::singular, Gender::unknown},         {"me", 1, Number::singular, Gender::unknown},
    {"my", 1, Number::singular, Gender::unknown},        {"mine", 1, Number::singular, Gender::unknown},
    {"myself", 1, Number::singular, Gender::unknown},    {"we", 1, Number::plural, Gender::unknown},
    {"us", 1, Number::plural, Gender::unknown},          {"our", 1, Number::plural, Gender::unknown},
    {"ours", 1, Number::plural, Gender::unknown},        {"ourselves", 1, Number::plural, Gender::unknown},
    {"you", 2, Number::unknown, Gender::unknown},        {"your", 2, Number::unknown, Gender::unknown},
    {"yours", 2, Number::unknown, Gender::unknown},      {"yourself", 2, Number::singular, Gender::unknown},
    {"yourselves", 2, Number::plural, Gender::unknown},  {"he", 3, Number::singular, Gender::masculine},
    {"him", 3, Number::singular, Gender::masculine},     {"his", 3, Number::singular, Gender::masculine},
    {"himself", 3, Number::singular, Gender::masculine}, {"she", 3, Number::singular, Gender::feminine},
    {"her", 3, Number::singular, Gender::feminine},      {"hers", 3, Number::singular, Gender::feminine},
    {"herself", 3, Number::singular, Gender::feminine},  {"it", 3, Number::singular, Gender::neuter},
    {"its", 3, Number::singular, Gender::neuter},        {"itself", 3, Number::singular, Gender::neuter},
    {"they", 3, Number::plural, Gender::unknown},        {"them", 3, Number::plural, Gender::unknown},
    {"their", 3, Number::plural, Gender::unknown},       {"theirs", 3, Number::plural, Gender::unknown},
    {"themselves", 3, Number::plural, Gender::unknown},  {"themself", 3, Number::singular, Gender::unknown},
    {"'em", 3, Number::plural, Gender::unknown},         {"'s", 1, Number::plural, Gender::unknown},
}};

const Pronoun* pronoun_of(const Token& token) {
  if (token.tag != WordTag::PRON) return nullptr;
  auto found =
      std::find_if(pronouns.begin(), pronouns.end(), [&](const Pronoun& p) { return p.word == token.norm; });
  return found == pronouns.end() ? nullptr : &*found;
}

// Relations whose branches are no part of what a phrase names: what stands beside it, not in it.
bool is_outside(const Token& token, TokenIndex head) {
  switch (token.relation) {
    case DependencyRelation::appos:
    case DependencyRelation::conj:
    case DependencyRelation::cc:
    case DependencyRelation::parataxis:
    case DependencyRelation::punct:
    case DependencyRelation::mark:
    case DependencyRelation::cop:
    case DependencyRelation::nsubj:
    case DependencyRelation::nsubj_pass:
    case DependencyRelation::advmod:
    case DependencyRelation::discourse:
    case DependencyRelation::orphan:
    case DependencyRelation::aux:
    case DependencyRelation::advcl:
    case DependencyRelation::list:
    case DependencyRelation::vocative:
      return true;
    case DependencyRelation::case_:
      return token.head == head && token.fine_tag != FineTag::POS;
    default:
      return false;
  }
}

class Finder {
 public:
  Finder(const Syntax& syntax, std::string_view text) : syntax_(syntax), text_(text) {
    name_at_.assign(syntax.tokens.size(), nullptr);
    for (const Name& name : syntax.names) {
      for (TokenIndex i = name.first; i < name.last; ++i) name_at_[i] = &name;
    }
  }

  std::vector<Candidate> run() {
    for (std::uint32_t s = 0; s < syntax_.sentences.size(); ++s) {
      const ReadSentence& sentence = syntax_.sentences[s];
      for (TokenIndex i = sentence.first; i < sentence.last; ++i) {
        Candidate candidate;
        candidate.sentence = s;
        candidate.head = i;
        if (const Pronoun* pronoun = pronoun_of(token(i))) {
          fill(candidate, *pronoun);
        } else if (!fill_noun(candidate, sentence)) {
          continue;
        }
        DependencyRelation relation = token(i).relation;
        candidate.subject =
            relation == DependencyRelation::nsubj || relation == DependencyRelation::nsubj_pass;
        candidate.possessive = relation == DependencyRelation::nmod_poss;
        found_.push_back(std::move(candidate));
      }
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] const Token& token(TokenIndex i) const { return syntax_.tokens[i]; }

  void fill(Candidate& candidate, const Pronoun& pronoun) {
    candidate.kind = CandidateKind::pronoun;
    candidate.first = candidate.head;
    candidate.last = candidate.head + 1;
    candidate.person = pronoun.person;
    candidate.number = pronoun.number;
    candidate.gender = pronoun.gender;
    candidate.reflexive = pronoun.word.ends_with("self") || pronoun.word.ends_with("selves");
    bool neuter = pronoun.gender == Gender::neuter;
    candidate.meaning.person = !neuter && pronoun.number != Number::plural;
    candidate.meaning.body = neuter || pronoun.number == Number::plural;
    candidate.meaning.people = pronoun.number == Number::plural;
  }

  bool fill_noun(Candidate& candidate, const ReadSentence& sentence) {
    const Token& head = token(candidate.head);
    bool noun = head.tag == WordTag::NOUN || head.tag == WordTag::PROPN ||
                (head.tag == WordTag::ADJ && head.fine_tag == FineTag::NNP);
    if (!noun) return false;
    switch (head.relation) {  // a part of a larger name, or no phrase of its own
      case DependencyRelation::flat:
      case DependencyRelation::fixed:
      case DependencyRelation::goeswith:
      case DependencyRelation::amod:
      case DependencyRelation::nmod_desc:
        return false;
      case DependencyRelation::compound:
        if (name_at_[candidate.head] == nullptr || name_at_[candidate.head]->head != candidate.head)
          return false;
        break;
      default:
        break;
    }
    const Name* name = name_at_[candidate.head];
    bool named = name != nullptr && name->head == candidate.head &&
                 (name->kind == NameKind::person || name->kind == NameKind::organisation ||
                  name->kind == NameKind::armed_group || name->kind == NameKind::place ||
                  name->kind == NameKind::group);
    set_span(candidate, sentence);
    candidate.number = head.features.number;
    if (named) {
      candidate.kind = CandidateKind::name;
      candidate.name = name;
      candidate.definite = true;
      candidate.meaning.person = name->kind == NameKind::person;
      candidate.meaning.body = name->kind != NameKind::person;
      candidate.meaning.people = name->kind == NameKind::group;
      for (TokenIndex i = name->first; i < name->last; ++i) add_word(candidate, token(i).norm);
      candidate.gender = gender_beside(candidate);
      return true;
    }
    return fill_description(candidate, head);
  }

  bool fill_description(Candidate& candidate, const Token& head) {
    WordClasses classes = word_classes(head.norm);
    std::string lemma = lower(head.lemma);
    bool one = classes.any(WordClass::person_one, WordClass::title) || among(person_nouns, lemma) ||
               word_classes(lemma).has(WordClass::person_one);
    bool many = classes.has(WordClass::person_many) || among(many_nouns, head.norm);
    bool body = classes.has(WordClass::body) || among(body_nouns, lemma);
    bool plural = candidate.number == Number::plural;
    candidate.meaning.person = one && !plural;
    candidate.meaning.people = many || (one && plural);
    candidate.meaning.body = body && !candidate.meaning.person;
    if (classes.has(WordClass::male) ||
        among(Words<9>{"man", "father", "son", "brother", "husband", "king", "prince", "boy", "spokesman"},
              lemma)) {
      candidate.gender = Gender::masculine;
    }
    if (classes.has(WordClass::female) || among(Words<9>{"woman", "mother", "daughter", "sister", "wife",
                                                         "queen", "princess", "girl", "spokeswoman"},
                                                lemma)) {
      candidate.gender = Gender::feminine;
    }
    for (TokenIndex i = candidate.first; i < candidate.last; ++i) {
      const Token& part = token(i);
      if (part.head == candidate.head && i != candidate.head) {
        std::string_view norm = part.norm;
        if (norm == "the" || norm == "this" || norm == "that" || norm == "these" || norm == "those" ||
            part.relation == DependencyRelation::nmod_poss) {
          candidate.definite = true;
        }
        bool content =
            part.relation == DependencyRelation::amod || part.relation == DependencyRelation::compound ||
            part.relation == DependencyRelation::nmod || part.relation == DependencyRelation::nmod_poss ||
            part.relation == DependencyRelation::nummod;
        if (content) add_word(candidate, lower(part.lemma));
      }
    }
    add_word(candidate, lemma);
    return true;
  }

  static std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = ascii_lower(c);
    return out;
  }

  static void add_word(Candidate& candidate, std::string word) {
    if (word != "the" && word != "of" && word != "a" && word != "'s" && word != "-") {
      candidate.words.push_back(std::move(word));
    }
  }

  // What hangs on the head and is in the phrase, unbroken.
  void set_span(Candidate& candidate, const ReadSentence& sentence) const {
    auto belongs = [&](TokenIndex i) {
      while (i != candidate.head) {
        const Token& at = token(i);
        if (at.head == i) return false;
        // Lists and clauses further down belong to what they hang on.
        if (at.head == candidate.head && is_outside(at, candidate.head)) {
          bool inner_mark = at.relation == DependencyRelation::punct && at.fine_tag == FineTag::HYPH;
          if (!inner_mark) return false;
        }
        i = at.head;
      }
      return true;
    };
    candidate.first = candidate.head;
    candidate.last = candidate.head + 1;
    while (candidate.first > sentence.first && belongs(candidate.first - 1)) --candidate.first;
    while (candidate.last < sentence.last && belongs(candidate.last)) ++candidate.last;
    auto marks = [&](TokenIndex i) { return token(i).tag == WordTag::PUNCT; };
    while (candidate.first < candidate.head && marks(candidate.first)) ++candidate.first;
    while (candidate.last > candidate.head + 1 && marks(candidate.last - 1)) --candidate.last;
  }

  // "Mr", "Mrs", "Queen": told by a title inside or right before the name.
  [[nodiscard]] Gender gender_beside(const Candidate& candidate) const {
    TokenIndex from = candidate.first > 0 ? candidate.first - 1 : 0;
    for (TokenIndex i = from; i < candidate.last; ++i) {
      std::string_view norm = token(i).norm;
      if (among(Words<8>{"mr", "mr.", "sir", "king", "prince", "father", "brother", "lord"}, norm))
        return Gender::masculine;
      if (among(Words<9>{"mrs", "mrs.", "ms", "ms.", "miss", "queen", "princess", "sister", "lady"}, norm)) {
        return Gender::feminine;
      }
    }
    return Gender::unknown;
  }

  const Syntax& syntax_;
  std::string_view text_;
  std::vector<const Name*> name_at_;
  std::vector<Candidate> found_;
};

}  // namespace

std::vector<Candidate> find_candidates(const Syntax& syntax, std::string_view text) {
  return Finder(syntax, text).run();
}

}  // namespace sitrep
