// What is counted: a noun phrase with its quantity, or one person or thing without any number.
//
//   "at least nine Afghan civilians"   quantity at_least 9, noun "civilians"
//   "dozens of villagers"              quantity vague, noun "villagers", stands in the clause as "dozens"
//   "a woman", "Ida Holm"              one
//   "soldiers"                         several, nobody says how many
#pragma once

#include <optional>
#include <vector>

#include "mentions/figure/quantity.h"
#include "mentions/figure/sentence_tree.h"

namespace sitrep {

enum class CountedHow : std::uint8_t { quantity, one, several, pronoun };

struct Phrase {
  CountedHow how = CountedHow::one;
  TokenIndex head = 0;  // what stands in the clause: "civilians", "dozens", "nine" where no noun does
  std::optional<TokenIndex> noun;  // "civilians", "villagers"
  std::size_t quantity = 0;        // in CountedPhrases::quantities, where how is `quantity`
  bool definite = false;           // "the man", "his wife": told before, or by office
  bool ordinal = false;            // "a second victim"
};

// The quantities of a sentence and the phrases they belong to. Keeps references.
class CountedPhrases {
 public:
  CountedPhrases(const Analysis& analysis, const SentenceTree& tree);

  struct Placed {
    Quantity quantity;
    TokenIndex core = 0;  // the number's token that governs its others
    TokenIndex head = 0;  // as of Phrase
    std::optional<TokenIndex> noun;
    std::optional<TokenIndex> whole;  // "dead" of "three of the dead", "them" of "two of them"
    bool other = false;               // age, date, money, distance ...
    bool standing = false;            // what is counted is not said with it: "killed nine"
  };
  [[nodiscard]] const std::vector<Placed>& quantities() const { return placed_; }

  // What is counted where `head` stands in a clause; nothing for pronouns in the plural, "the soldiers",
  // things of which nobody says how many.
  [[nodiscard]] std::optional<Phrase> phrase_at(TokenIndex head) const;

  [[nodiscard]] bool people(const Phrase& phrase) const;
  [[nodiscard]] bool troops(const Phrase& phrase) const;
  [[nodiscard]] bool beasts(const Phrase& phrase) const;
  // Whether a noun means a person or people. Civil ones flee, gunmen only run.
  [[nodiscard]] bool person_noun(TokenIndex noun) const;
  [[nodiscard]] bool civil_noun(TokenIndex noun) const;

  // Span of the words that say how many, and of the noun phrase without them.
  [[nodiscard]] std::pair<WordIndex, WordIndex> words(const Phrase& phrase) const;
  [[nodiscard]] std::optional<Span> of(const Phrase& phrase) const;
  [[nodiscard]] std::optional<Span> body(const Phrase& phrase) const;
  [[nodiscard]] bool added(const Phrase& phrase) const;

 private:
  void place(const Quantity& quantity);
  [[nodiscard]] std::optional<Phrase> one_or_several(TokenIndex head) const;
  [[nodiscard]] bool collective(TokenIndex noun) const;
  [[nodiscard]] TokenIndex phrase_first(TokenIndex noun) const;
  [[nodiscard]] TokenIndex phrase_last(TokenIndex noun) const;

  const Analysis& a_;
  const SentenceTree& tree_;
  std::vector<Placed> placed_;
  std::vector<int> by_head_;  // of each token of the sentence: the quantity whose head it is, or -1
};

}  // namespace sitrep
