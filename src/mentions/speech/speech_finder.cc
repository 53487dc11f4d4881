#include "mentions/speech/speech_finder.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "mentions/speech/quotes.h"
#include "mentions/speech/tree_speech.h"
#include "mentions/speech/word_speech.h"

namespace sitrep {
namespace {

// A quotation that is a sentence of its own, or several, without a word of saying.
std::optional<SpeechMention> bare_quotation(const Analysis& a, const Quotation& quote) {
  if (quote.last < quote.first + 5) return std::nullopt;
  std::uint32_t number = a.sentence_of(quote.first);
  const Sentence& first = a.sentences()[number];
  const Sentence& last = a.sentences()[a.sentence_of(quote.last - 1)];
  if (first.part != PartKind::body && first.part != PartKind::quote) return std::nullopt;
  bool opens = quote.first == first.first ||
               (quote.first == first.first + 1 && a.word(first.first).classes.has(WordClass::conjunction));
  bool ends = quote.last + 1 >= last.last;
  if (!opens || !ends) return std::nullopt;
  SpeechMention mention;
  mention.continues = mention.quoted = true;
  mention.content.push_back(quote.span);
  mention.attribution = {quote.span.begin, quote.span.begin};
  mention.sentence = number;
  return mention;
}

std::uint32_t start_of(const SpeechMention& mention) {
  return std::min(mention.attribution.begin, mention.content.front().begin);
}

std::vector<SpeechMention> find(const Analysis& analysis, std::size_t count_max, bool all) {
  std::vector<SpeechMention> found;
  Quotes quotes(analysis);
  if (analysis.syntax() != nullptr) {
    find_speech_by_trees(analysis, quotes, count_max, all, found);
  } else {
    find_speech_by_words(analysis, quotes, count_max, found);
  }
  for (const Quotation& quote : analysis.quotations()) {
    if (found.size() >= count_max) break;
    if (quotes.used(quote)) continue;
    if (auto bare = bare_quotation(analysis, quote)) found.push_back(std::move(*bare));
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const SpeechMention& a, const SpeechMention& b) { return start_of(a) < start_of(b); });
  return found;
}

}  // namespace

std::vector<SpeechMention> find_speech(const Analysis& analysis, std::size_t count_max) {
  return find(analysis, count_max, false);
}

std::vector<SpeechMention> find_attributions(const Analysis& analysis, std::size_t count_max) {
  return find(analysis, count_max, true);
}

}  // namespace sitrep
