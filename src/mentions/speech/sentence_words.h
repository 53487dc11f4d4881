// A sentence's words with the questions that the rules of speech ask about them. Cheap to copy.
#pragma once

#include <string_view>

#include "language/analysis.h"

namespace sitrep {

class SentenceWords {
 public:
  SentenceWords(const Analysis& analysis, const Sentence& sentence)
      : a_(&analysis), begin_(sentence.first), end_(sentence.last), shouted_(sentence.shouted) {}

  [[nodiscard]] const Analysis& analysis() const { return *a_; }
  [[nodiscard]] WordIndex begin() const { return begin_; }
  [[nodiscard]] WordIndex end() const { return end_; }
  [[nodiscard]] bool shouted() const { return shouted_; }

  // All answers are "no" past the sentence's ends.
  [[nodiscard]] bool has(WordIndex i) const { return i >= begin_ && i < end_; }
  [[nodiscard]] bool is(WordIndex i, std::string_view lower) const { return has(i) && a_->is(i, lower); }
  template <class... More>
  [[nodiscard]] bool is_any(WordIndex i, std::string_view first, More... more) const {
    return is(i, first) || (is(i, more) || ...);
  }
  [[nodiscard]] WordClasses classes(WordIndex i) const {
    return has(i) ? a_->word(i).classes : WordClasses{};
  }
  [[nodiscard]] bool word(WordIndex i) const { return has(i) && a_->word(i).kind == WordKind::word; }
  [[nodiscard]] bool number(WordIndex i) const { return has(i) && a_->word(i).kind == WordKind::number; }
  [[nodiscard]] bool mark(WordIndex i) const { return has(i) && a_->word(i).kind == WordKind::mark; }
  [[nodiscard]] bool closes_quote(WordIndex i) const {
    return has(i) && a_->word(i).kind == WordKind::close_quote;
  }
  [[nodiscard]] bool opens_quote(WordIndex i) const {
    return has(i) && a_->word(i).kind == WordKind::open_quote;
  }
  [[nodiscard]] std::string_view lower(WordIndex i) const {
    return has(i) ? a_->lower(i) : std::string_view{};
  }
  [[nodiscard]] std::string_view text(WordIndex i) const { return has(i) ? a_->text(i) : std::string_view{}; }

  // A word that may be (part of) a name. Where all is in capitals only words of no list may.
  [[nodiscard]] bool capital(WordIndex i) const {
    if (!word(i) || !a_->word(i).capital) return false;
    return !shouted_ || a_->word(i).classes.empty();
  }
  [[nodiscard]] bool acronym(WordIndex i) const { return !shouted_ && word(i) && a_->word(i).all_caps; }
  [[nodiscard]] bool genitive(WordIndex i) const { return is_any(i, "'s", "’s"); }
  // The stop of "Gen." or of "J.".
  [[nodiscard]] bool inner_stop(WordIndex i) const {
    return is(i, ".") && has(i - 1) && has(i + 1) && !a_->word(i).space_before && a_->word(i + 1).capital &&
           (classes(i - 1).any(WordClass::title_short, WordClass::abbreviation) || text(i - 1).size() == 1);
  }

 private:
  const Analysis* a_;
  WordIndex begin_, end_;
  bool shouted_;
};

}  // namespace sitrep
