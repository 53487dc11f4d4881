// Numbers with the noun phrase that belongs to them, before anything is known of what they count:
// "at least nine civilians", "a woman", "no one", "dozens of fighters of the River Front".
#pragma once

#include <cstdint>
#include <optional>
#include <utility>

#include "mentions/figure/harm.h"
#include "mentions/mention.h"

namespace sitrep {

// A number with the words that belong to it.
struct Group {
  WordIndex first = 0;   // with qualifier: "at" of "at least nine civilians"
  WordIndex number = 0;  // "nine"
  WordIndex number_last = 0;
  WordIndex np_last = 0;  // one past the noun phrase
  Bound bound = Bound::exact;
  std::optional<std::int64_t> low, high;
  std::optional<std::pair<WordIndex, WordIndex>> of;
  bool of_group = false;
  std::optional<std::pair<WordIndex, WordIndex>> belongs_to;  // "the Taliban" of "fighters of the Taliban"
  bool people = false;                                        // the noun is people, or there is none
  bool perhaps_people = false;                                // a plural of no list: "clerics"
  bool part = false;                                          // "including nine"
  bool article = false;                                       // "a woman"
  bool definite = false;                                      // "the woman": told before, or by office
  bool share = false;                                         // "three of the four"
  bool bare = false;                                          // "members": several, and no number
  const Harm* noun_harm = nullptr;                            // "nine deaths"
  WordIndex noun_at = 0;
};

// Reads the groups of one sentence. Keeps a reference to the analysis.
class GroupReader {
 public:
  GroupReader(const Analysis& analysis, const Sentence& sentence)
      : a_(analysis), begin_(sentence.first), end_(sentence.last), shouted_(sentence.shouted) {}

  // Whether a group starts at `i`; it ends at `np_last`.
  bool group_at(WordIndex i, Group& group) const;
  // A word that may stand between number and noun, or be the noun.
  bool nominal(WordIndex i) const;
  // Whether the object of a verb may start at `at`.
  bool object_starts(WordIndex at) const;
  bool number_starts(WordIndex at) const;

 protected:
  // All answers are "no" past the sentence's end.
  bool is(WordIndex i, std::string_view lower) const { return i < end_ && a_.is(i, lower); }
  WordClasses classes(WordIndex i) const { return i < end_ ? a_.word(i).classes : WordClasses{}; }
  bool word(WordIndex i) const { return i < end_ && a_.word(i).kind == WordKind::word; }

  const Analysis& a_;
  WordIndex begin_, end_;
  bool shouted_;

 private:
  std::optional<std::int64_t> number_at(WordIndex& i) const;
  Bound bound_at(WordIndex& i) const;
  bool none_group(WordIndex first, WordIndex last, Group& group) const;
  bool vague_at(WordIndex& at, Group& group) const;
  bool article_group(WordIndex at, Group& group) const;
  bool bare_group(WordIndex at, Group& group) const;
  WordIndex skip_age(WordIndex at) const;
  bool not_people(const Group& group) const;
  void finish_group(WordIndex at, Group& group) const;
  bool beasts(WordIndex i) const;
  bool counted_by_state(WordIndex at, Group& group) const;
  void find_body(WordIndex first, WordIndex last, Group& group) const;
};

}  // namespace sitrep
