// Word lists: which classes a word of English belongs to.
//
//   word_classes("resident").has(WordClass::person_one)   // true
//
// Lists hold forms, not lemmas ("said", "says"), in lower case. A word may be in several classes:
// "report" is a verb of saying and a document. Built once, on first use; then one hash look-up.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sitrep {

enum class WordClass : std::uint8_t {
  say,             // finite verbs of saying: said, told, insisted
  say_participle,  // saying, adding
  pronoun,         // he, they, who: may stand for a speaker
  speaker_word,    // another, others, one: a speaker without a noun
  determiner,
  possessive,  // his, their
  preposition,
  conjunction,
  subordinator,  // that, which, while: open a clause
  auxiliary,
  adverb,
  verb,         // finite verbs that end a noun phrase
  person_one,   // one person: resident, soldier
  person_many,  // several: residents, soldiers
  body,         // bodies that speak: ministry, army, police
  document,     // things written that "say": statement, report
  title,        // stands before a name: minister, general, mr
  title_short,  // the same, with a stop that ends no sentence: gen, mr
  former,       // former, ex, late
  weekday,
  month,
  number,  // seven, twenty
  vague,   // dozens, several
  unit,    // kilometres, years, percent: what a number before it does not count is people
  child,
  female,
  male,
  elderly,
  civilian,
  military,
  abbreviation,   // its stop ends no sentence
  medium,         // video, statement, interview: a form that words come in
  carrier,        // twitter, telegram: platforms
  organisation,   // names of bodies, of one word: taliban, nato
  name_particle,  // al, bin, van: inside names; the last one
};

class WordClasses {
 public:
  constexpr WordClasses() = default;
  constexpr explicit WordClasses(std::uint64_t bits) : bits_(bits) {}
  [[nodiscard]] constexpr bool has(WordClass c) const {
    return ((bits_ >> static_cast<unsigned>(c)) & 1U) != 0;
  }
  template <class... More>
  [[nodiscard]] constexpr bool any(WordClass c, More... more) const {
    return has(c) || (has(more) || ...);
  }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }

 private:
  std::uint64_t bits_ = 0;
};

static_assert(static_cast<unsigned>(WordClass::name_particle) < 64);

// `lower` in lower case (ASCII). O(length).
WordClasses word_classes(std::string_view lower);

// The value of a number word up to ninety, or of hundred, thousand, million: "twenty" is 20.
std::optional<std::int64_t> number_word(std::string_view lower);

// 0 Sunday .. 6 Saturday; 1 January .. 12 December. Short forms too ("wed", "sept").
std::optional<unsigned> weekday_of(std::string_view lower);
std::optional<unsigned> month_of(std::string_view lower);

}  // namespace sitrep
