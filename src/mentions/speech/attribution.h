// A word of saying with its speaker and what is told besides, before anything is known of the words it
// governs:
//
//   "Holm said on Monday"                      Holm, said, Monday
//   "said Ida Holm, the mayor,"                Ida Holm, behind the word
//   "the Harbour Post, quoting a doctor, said" a doctor, by way of the Harbour Post
//   "the port put the toll at"                 the port
#pragma once

#include <optional>

#include "mentions/mention.h"
#include "mentions/speech/channel.h"
#include "mentions/speech/cue.h"
#include "mentions/speech/quotes.h"
#include "mentions/speech/sentence_words.h"
#include "mentions/speech/speaker.h"

namespace sitrep {

// Words of one attribution, [first, last).
struct Attribution {
  WordIndex first = 0, last = 0;
  SpeakerMention speaker;
  WordIndex cue = 0, cue_last = 0;
  CueKind kind = CueKind::says;
  SpeechTail tail;
  bool anonymity = false;
  // Where words that it governs must end: at the comma of "..., citing a doctor".
  std::optional<WordIndex> words_end;
};

class AttributionReader {
 public:
  AttributionReader(const SentenceWords& s, const Quotes& quotes) : s_(s), quotes_(quotes) {}

  // Whether a word may be one of saying at all.
  [[nodiscard]] bool may_say(WordIndex i) const;

  // The attribution by the word at `i`. Words before `left` belong to somebody else; `before` is what
  // was said before in the sentence, or null.
  std::optional<Attribution> read(WordIndex i, WordIndex left, const SpeechMention* before);

  // The quotation that ends right before `first` and is speech: it ends like it, or is long.
  [[nodiscard]] const Quotation* quote_before(WordIndex first) const;
  // Past "But", "And", "Meanwhile,": not of what is said.
  [[nodiscard]] WordIndex skip_conjunction(WordIndex i) const;

 private:
  [[nodiscard]] std::optional<Attribution> according_at(WordIndex i) const;
  [[nodiscard]] std::optional<Attribution> finite_at(WordIndex i) const;
  [[nodiscard]] std::optional<Attribution> inverted_at(WordIndex i, Attribution found) const;
  [[nodiscard]] std::optional<Attribution> joined_at(WordIndex i, WordIndex group, Attribution found) const;
  [[nodiscard]] std::optional<Attribution> participle_at(WordIndex i) const;
  [[nodiscard]] bool relayed_before(WordIndex group, WordIndex cue, Attribution& found) const;
  void relayed_behind(Attribution& found) const;
  [[nodiscard]] std::optional<SpeakerPhrase> subject_of(WordIndex group, WordIndex cue) const;
  [[nodiscard]] std::optional<SpeakerPhrase> sentence_subject(WordIndex end) const;
  [[nodiscard]] bool ends_inverted(const SpeakerPhrase& phrase) const;
  [[nodiscard]] bool speaks_quote(WordIndex group) const;
  void told_ahead(Attribution& found) const;
  void take(Attribution& found, const SpeakerPhrase& phrase, WordIndex cue, WordIndex tail_at,
            bool tells) const;

  const SentenceWords& s_;
  const Quotes& quotes_;
  WordIndex left_ = 0;
  const SpeechMention* before_ = nullptr;
};

}  // namespace sitrep
