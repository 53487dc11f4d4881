// Analysis: a document's text cut into words, sentences and quotations by rules. The first reading step;
// the trained model's tags, trees and names stand beside it (language/syntax.h), when there is a model.
//
//   "He left. “It is over,” said Ida Holm."
//    words      He left . “ It is over , ” said Ida Holm .
//    sentences  [He left.] [“It is over,” said Ida Holm.]
//    quotations [“It is over,”]
//
// Words hold spans of the text and their classes (lexicon/words.h). Everything lies inside one part;
// bylines, credits, datelines and boilerplate are not cut up. Linear in the text.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/words.h"
#include "text/document.h"
#include "text/note.h"
#include "text/part.h"
#include "text/span.h"

namespace sitrep {

struct Syntax;  // language/syntax.h; most who read words need no trees

// A word's place in Analysis::words(). Plain numbers, since rules count on from them a lot.
using WordIndex = std::uint32_t;

enum class WordKind : std::uint8_t { word, number, mark, open_quote, close_quote };

struct Word {
  Span span;
  WordKind kind = WordKind::word;
  bool capital = false;   // starts with an upper-case letter
  bool all_caps = false;  // two letters or more, all upper-case
  bool space_before = false;
  WordClasses classes;
};

struct Sentence {
  Span span;
  WordIndex first = 0;  // [first, last)
  WordIndex last = 0;
  PartKind part = PartKind::body;
  std::uint32_t paragraph = 0;  // numbers grow with the text; a crosshead does not part a paragraph
  // Whether capitals mean nothing here: a headline in capitals, an old wire report.
  bool shouted = false;
};

struct Quotation {
  Span span;            // marks included
  WordIndex first = 0;  // the opening mark
  WordIndex last = 0;   // one past the closing mark
  bool closed = true;   // false: its end is where the paragraph or sentence ends
};

// Longer ones are cut: nobody writes them, and rules may then look back and forth in a sentence
// without becoming quadratic.
inline constexpr std::uint32_t sentence_words_max = 300;

class Analysis {
 public:
  // Keeps a reference to `document`, which must outlive it.
  explicit Analysis(const Document& document);

  [[nodiscard]] const Document& document() const { return *document_; }
  [[nodiscard]] const std::vector<Word>& words() const { return words_; }
  [[nodiscard]] const std::vector<Sentence>& sentences() const { return sentences_; }
  [[nodiscard]] const std::vector<Quotation>& quotations() const { return quotations_; }

  [[nodiscard]] const Word& word(WordIndex i) const { return words_[i]; }
  [[nodiscard]] std::string_view text(WordIndex i) const { return document_->view(words_[i].span); }
  // In lower case as far as ASCII goes, with ’ as written.
  [[nodiscard]] std::string_view lower(WordIndex i) const {
    return std::string_view(lower_).substr(words_[i].span.begin, words_[i].span.size());
  }
  [[nodiscard]] bool is(WordIndex i, std::string_view lower_word) const { return lower(i) == lower_word; }
  // From the first word's begin to the last one's end; `last` is one past, and `first < last`.
  [[nodiscard]] Span span(WordIndex first, WordIndex last) const {
    return {words_[first].span.begin, words_[last - 1].span.end};
  }
  [[nodiscard]] std::string_view text(Span span) const { return document_->view(span); }

  // What the model read; null when none was loaded, or the text is not English (Language::read sets it).
  [[nodiscard]] const Syntax* syntax() const { return syntax_.get(); }
  [[nodiscard]] const std::vector<Note>& notes() const { return notes_; }
  void set_syntax(std::shared_ptr<const Syntax> syntax) { syntax_ = std::move(syntax); }
  void add_note(Note note) { notes_.push_back(std::move(note)); }

  // The sentence a word stands in; the quotation it stands in (marks included), or null. O(log n).
  [[nodiscard]] std::uint32_t sentence_of(WordIndex word) const;
  [[nodiscard]] const Quotation* quotation_of(WordIndex word) const;
  // The first word that begins at or after a byte.
  [[nodiscard]] WordIndex word_at(std::uint32_t byte) const;

 private:
  void cut_words(const Part& part);
  void pair_quotes(WordIndex first, WordIndex last);
  void cut_sentences(const Part& part, WordIndex first, WordIndex last);

  const Document* document_;
  std::string lower_;
  std::vector<Word> words_;
  std::vector<Sentence> sentences_;
  std::vector<Quotation> quotations_;
  std::uint32_t paragraph_ = 0;
  std::shared_ptr<const Syntax> syntax_;
  std::vector<Note> notes_;
};

}  // namespace sitrep
