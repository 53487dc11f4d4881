#include "language/references.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "language/candidates.h"
#include "lexicon/words.h"

namespace sitrep {
namespace {

// How far a phrase looks back, in candidates; enough for three sentences of a pronoun and some pages of a
// description.
constexpr std::size_t pronoun_reach = 80;
constexpr std::size_t description_reach = 400;
constexpr std::size_t name_reach = 4000;

constexpr std::uint32_t pronoun_sentences = 3;

// So many of "I" outside of quotations, and half as many of "you", make an interview.
constexpr std::size_t interview_pronouns = 6;

constexpr std::size_t none = ~std::size_t{0};

class Linker {
 public:
  Linker(const Syntax& syntax, std::string_view text)
      : syntax_(syntax), candidates_(find_candidates(syntax, text)), parent_(candidates_.size()) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    genders_.resize(candidates_.size());
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      genders_[i] = candidates_[i].gender;
      by_head_[candidates_[i].head] = i;
    }
    bool inside = false;
    for (const Token& token : syntax.tokens) {
      if (token.fine_tag == FineTag::open_quote) inside = true;
      if (token.fine_tag == FineTag::close_quote) inside = false;
      quoted_.push_back(inside);
    }
  }

  std::vector<Reference> run() {
    each_earlier(name_reach,
                 [&](std::size_t later, std::size_t earlier) { return same_name(later, earlier); });
    join_appositions();
    each_earlier(description_reach,
                 [&](std::size_t later, std::size_t earlier) { return same_description(later, earlier); });
    join_speakers();
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (candidates_[i].kind == CandidateKind::pronoun && candidates_[i].person == 3) join_pronoun(i);
    }
    return references();
  }

 private:
  std::size_t entity(std::size_t i) {
    while (parent_[i] != i) {
      parent_[i] = parent_[parent_[i]];
      i = parent_[i];
    }
    return i;
  }

  void join(std::size_t later, std::size_t earlier) {
    std::size_t a = entity(earlier);
    std::size_t b = entity(later);
    if (a == b) return;
    if (b < a) std::swap(a, b);
    parent_[b] = a;
    if (genders_[a] == Gender::unknown) genders_[a] = genders_[b];
  }

  // Joins each candidate with the nearest earlier one that `same` accepts.
  template <class Same>
  void each_earlier(std::size_t reach, Same same) {
    for (std::size_t later = 1; later < candidates_.size(); ++later) {
      std::size_t last = later > reach ? later - reach : 0;
      for (std::size_t earlier = later; earlier-- > last;) {
        if (!same(later, earlier)) continue;
        join(later, earlier);
        break;
      }
    }
  }

  static bool contains(const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  }

  static bool is_subset(const std::vector<std::string>& few, const std::vector<std::string>& many) {
    return std::all_of(few.begin(), few.end(), [&](const std::string& word) { return contains(many, word); });
  }

  // "ndf" of "national defence front".
  static bool is_acronym(const std::vector<std::string>& one, const std::vector<std::string>& of) {
    if (one.size() != 1 || of.size() < 2) return false;
    std::string letters;
    for (char c : one[0]) {
      if (c != '.') letters += c;
    }
    if (letters.size() != of.size()) return false;
    for (std::size_t i = 0; i < of.size(); ++i) {
      if (of[i].empty() || of[i][0] != letters[i]) return false;
    }
    return true;
  }

  bool same_name(std::size_t later, std::size_t earlier) {
    const Candidate& a = candidates_[later];
    const Candidate& b = candidates_[earlier];
    if (a.kind == CandidateKind::pronoun || b.kind != CandidateKind::name || a.words.empty()) return false;
    if (a.kind == CandidateKind::description) {
      // "the Front" of "the National Defence Front".
      return a.definite && a.words.size() == 1 && b.words.size() >= 2 && a.meaning.body && b.meaning.body &&
             a.words[0] == b.words.back() && syntax_.tokens[a.head].tag == WordTag::PROPN;
    }
    if (a.words == b.words) return true;
    if (clash(entity(later), entity(earlier))) return false;
    if (is_acronym(a.words, b.words) || is_acronym(b.words, a.words)) return true;
    if (a.meaning.person != b.meaning.person) return false;
    if (a.meaning.person) {
      // "Ek" of "Lars Ek", "Lars" of "Lars Ek"; not "Ida Holm" of "Ola Holm".
      return (is_subset(a.words, b.words) || is_subset(b.words, a.words));
    }
    // "the Front" of "the National Defence Front".
    return a.words.size() < b.words.size() && a.words.back() == b.words.back() &&
           is_subset(a.words, b.words) && a.name->kind != NameKind::place && b.name->kind != NameKind::place;
  }

  bool clash(std::size_t a, std::size_t b) const {
    return genders_[a] != Gender::unknown && genders_[b] != Gender::unknown && genders_[a] != genders_[b];
  }

  void join_appositions() {
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const Token& token = syntax_.tokens[candidates_[i].head];
      if (token.relation != DependencyRelation::appos) continue;
      auto other = by_head_.find(token.head);
      if (other != by_head_.end() && fits(candidates_[i], candidates_[other->second])) join(i, other->second);
    }
  }

  static bool fits(const Candidate& a, const Candidate& b) {
    bool meaning = (a.meaning.person && b.meaning.person) || (a.meaning.body && b.meaning.body) ||
                   (a.meaning.people && b.meaning.people);
    return meaning;
  }

  bool same_description(std::size_t later, std::size_t earlier) {
    const Candidate& a = candidates_[later];
    const Candidate& b = candidates_[earlier];
    if (a.kind != CandidateKind::description || b.kind == CandidateKind::pronoun || !a.definite) return false;
    if (b.words.empty() || a.words.empty() || a.words.back() != b.words.back()) return false;
    if (a.number != b.number && a.number != Number::unknown && b.number != Number::unknown) return false;
    if (b.first <= a.head && a.head < b.last) return false;  // one inside the other
    return is_subset(a.words, b.words);
  }

  // Inside a quotation "I" is who speaks it, where the sentence tells; outside, and where it does not, all
  // of "I" are one, and all of "we" and all of "you". Where many of both stand outside of quotations it is
  // an interview: "you" is who says "I", and the person named most.
  void join_speakers() {
    std::map<std::pair<int, Number>, std::vector<std::size_t>> outside;
    std::map<std::pair<int, Number>, std::size_t> last;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const Candidate& candidate = candidates_[i];
      if (candidate.kind != CandidateKind::pronoun || candidate.person == 3) continue;
      std::pair<int, Number> key(candidate.person,
                                 candidate.person == 2 ? Number::unknown : candidate.number);
      bool quoted = quoted_[candidate.head];
      if (!quoted) outside[key].push_back(i);
      if (quoted && key == std::pair<int, Number>(1, Number::singular)) {
        if (std::size_t speaker = speaker_of(candidate); speaker != none) {
          join(i, speaker);
          last[key] = i;
          continue;
        }
      }
      auto [at, first] = last.emplace(key, i);
      if (!first) join(i, at->second);
      at->second = i;
    }
    const auto& ours = outside[{1, Number::singular}];
    const auto& yours = outside[{2, Number::unknown}];
    if (ours.size() < interview_pronouns || yours.size() < interview_pronouns / 2) return;
    join(yours.front(), ours.front());
    if (std::size_t named = most_named(); named != none) join(ours.front(), named);
  }

  // The subject of a verb of saying outside the quotation.
  std::size_t speaker_of(const Candidate& quoted) const {
    const ReadSentence& sentence = syntax_.sentences[quoted.sentence];
    auto at = by_head_.lower_bound(sentence.first);
    for (; at != by_head_.end() && at->first < sentence.last; ++at) {
      const Candidate& other = candidates_[at->second];
      if (!other.subject || quoted_[other.head] || !other.meaning.person) continue;
      if (word_classes(syntax_.tokens[syntax_.tokens[other.head].head].norm).has(WordClass::say))
        return at->second;
    }
    return none;
  }

  // The first candidate of the person who is named most often.
  std::size_t most_named() {
    std::map<std::size_t, std::size_t> count;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (candidates_[i].kind == CandidateKind::name && candidates_[i].meaning.person) ++count[entity(i)];
    }
    std::size_t best = none;
    for (const auto& [root, times] : count) {
      if (best == none || times > count[best]) best = root;
    }
    return best;
  }

  void join_pronoun(std::size_t i) {
    const Candidate& pronoun = candidates_[i];
    if (is_filler(pronoun)) return;
    std::size_t best = i;
    double best_score = 0;
    std::size_t last = i > pronoun_reach ? i - pronoun_reach : 0;
    for (std::size_t earlier = i; earlier-- > last;) {
      const Candidate& other = candidates_[earlier];
      if (pronoun.sentence - other.sentence > pronoun_sentences) break;
      double score = score_of(pronoun, other, earlier, i);
      if (score > best_score) {
        best = earlier;
        best_score = score;
      }
    }
    if (best != i) join(i, best);
  }

  // "it rains", "it is clear that".
  bool is_filler(const Candidate& pronoun) const {
    return syntax_.tokens[pronoun.head].relation == DependencyRelation::expl;
  }

  double score_of(const Candidate& pronoun, const Candidate& other, std::size_t earlier, std::size_t later) {
    if (other.person != 3) return 0;
    if (!can_mean(pronoun, other, earlier)) return 0;
    if (other.first <= pronoun.head && pronoun.head < other.last) return 0;  // "his brother" is not he
    double score = 10;
    std::uint32_t apart = pronoun.sentence - other.sentence;
    score -= 2.5 * apart;
    // Among those of one sentence, the subject; of the same clause only the reflexive may.
    if (other.subject) score += 3;
    if (other.kind == CandidateKind::name) score += 1;
    if (other.kind == CandidateKind::pronoun) score += 2;
    if (other.possessive) score -= 1;
    score -= 0.06 * static_cast<double>(later - earlier);
    bool same_clause = apart == 0 && syntax_.tokens[pronoun.head].head == syntax_.tokens[other.head].head;
    if (same_clause && !pronoun.possessive && !pronoun.reflexive) return 0;
    if (apart == 0 && pronoun.subject && other.subject) score += 1;
    return score > 0.1 ? score : 0.1;
  }

  bool can_mean(const Candidate& pronoun, const Candidate& other, std::size_t earlier) {
    Gender gender = genders_[entity(earlier)];
    if (pronoun.gender == Gender::neuter) {
      if (other.kind == CandidateKind::pronoun) return other.gender == Gender::neuter;
      return ((other.meaning.body && !other.meaning.people) || other.meaning.thing()) &&
             other.number != Number::plural;
    }
    if (pronoun.number == Number::plural) {
      if (other.kind == CandidateKind::pronoun) return other.number == Number::plural;
      if (other.meaning.thing()) return other.number == Number::plural;
      return other.meaning.people || (other.meaning.body && other.kind == CandidateKind::description) ||
             (other.meaning.body && other.name->kind != NameKind::place);
    }
    if (other.kind == CandidateKind::pronoun) return other.gender == pronoun.gender;
    bool agrees = gender == Gender::unknown || gender == pronoun.gender;
    return other.meaning.person && agrees;
  }

  // Entities of people and bodies with two references at least.
  std::vector<Reference> references() {
    std::map<std::size_t, std::vector<std::size_t>> members;
    for (std::size_t i = 0; i < candidates_.size(); ++i) members[entity(i)].push_back(i);
    std::vector<Reference> found;
    std::uint32_t number = 0;
    for (const auto& [root, all] : members) {
      if (all.size() < 2 || !is_someone(all)) continue;
      ++number;
      for (std::size_t i : all) {
        const Candidate& candidate = candidates_[i];
        Span span = {syntax_.tokens[candidate.first].span.begin, syntax_.tokens[candidate.last - 1].span.end};
        found.push_back({span, candidate.first, candidate.last, candidate.head, number});
      }
    }
    std::sort(found.begin(), found.end(),
              [](const Reference& a, const Reference& b) { return a.head < b.head; });
    return found;
  }

  // Whether an entity is a person or a body: places alone and "it" alone are not.
  bool is_someone(const std::vector<std::size_t>& all) const {
    return std::any_of(all.begin(), all.end(), [&](std::size_t i) {
      const Candidate& candidate = candidates_[i];
      if (candidate.kind == CandidateKind::pronoun) return candidate.meaning.person || candidate.person != 3;
      if (candidate.kind == CandidateKind::description) return !candidate.meaning.thing();
      return candidate.name->kind != NameKind::place;
    });
  }

  const Syntax& syntax_;
  std::vector<Candidate> candidates_;
  std::vector<std::size_t> parent_;
  std::map<TokenIndex, std::size_t> by_head_;
  std::vector<bool> quoted_;     // of each token: whether it stands in a quotation
  std::vector<Gender> genders_;  // of entities, at their first candidate
};

}  // namespace

std::vector<Reference> find_references(const Syntax& syntax, std::string_view text) {
  return Linker(syntax, text).run();
}

}  // namespace sitrep
