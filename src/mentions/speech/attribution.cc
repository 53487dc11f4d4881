#include "mentions/speech/attribution.h"

#include <algorithm>
#include <utility>

namespace sitrep {

using enum WordClass;

namespace {

// How far a cited source may stand from the word of saying.
constexpr WordIndex cited_words_max = 24;

bool cites(const SentenceWords& s, WordIndex i) {
  return s.is_any(i, "citing", "quoting") && s.is(i - 1, ",");
}

// "put the death toll at", "spoke of 28 injured": words that give a figure, and nothing else. One past
// the last word of saying.
std::optional<WordIndex> figure_cue(const SentenceWords& s, WordIndex i) {
  if (s.is_any(i, "put", "puts") && s.is_any(i + 1, "the", "its", "their")) {
    bool counted = false;
    for (WordIndex at = i + 2; at < i + 10; ++at) {
      counted = counted || s.is_any(at, "toll", "number", "figure", "losses", "count");
      if (counted && s.is(at, "at")) return i + 1;
      if (s.mark(at)) break;
    }
  }
  if (s.is_any(i, "spoke", "speaks", "spoken") && s.is(i + 1, "of")) {
    bool number = s.number(i + 2) || s.classes(i + 2).any(WordClass::number, vague) ||
                  s.is_any(i + 2, "at", "more", "about", "some", "around");
    if (number) return i + 2;
  }
  return std::nullopt;
}

// The carrier as the last station of what `found` already tells.
void add_carrier(Attribution& found, const SpeakerMention& carrier) {
  ChannelMention channel;
  channel.name = carrier.name.value_or(carrier.span);
  channel.span = carrier.span;
  found.tail.channels.push_back(channel);
}

}  // namespace

bool AttributionReader::may_say(WordIndex i) const {
  return s_.classes(i).any(say, say_participle) || s_.is(i, "according") || figure_cue(s_, i);
}

std::optional<Attribution> AttributionReader::read(WordIndex i, WordIndex left, const SpeechMention* before) {
  left_ = left;
  before_ = before;
  if (s_.is(i, "according")) return according_at(i);
  if (!s_.shouted() && s_.analysis().word(i).capital && i != s_.begin()) return std::nullopt;
  if (s_.classes(i).has(say) || !s_.classes(i).has(say_participle)) {
    if (auto found = finite_at(i)) return found;
  }
  return s_.classes(i).has(say_participle) ? participle_at(i) : std::nullopt;
}

std::optional<Attribution> AttributionReader::according_at(WordIndex i) const {
  if (!s_.is(i + 1, "to")) return std::nullopt;
  auto phrase = speaker_from(s_, i + 2, s_.end());
  if (!phrase) return std::nullopt;
  Attribution found;
  found.cue_last = i + 2;
  take(found, *phrase, i, phrase->next, false);
  return found;
}

std::optional<Attribution> AttributionReader::finite_at(WordIndex i) const {
  WordIndex group = i;
  while (group > left_ && (s_.classes(group - 1).has(adverb) || s_.is_any(group - 1, "has", "have", "had"))) {
    --group;
    // "has not said", "never said": nothing was said.
    if (s_.is_any(group, "not", "never")) return std::nullopt;
  }
  bool passive_or_modal = group > left_ && s_.classes(group - 1).has(auxiliary);
  if (passive_or_modal) return std::nullopt;
  Attribution found;
  auto figure = figure_cue(s_, i);
  found.kind = figure ? CueKind::says : cue_kind(s_.lower(i));
  found.cue_last = figure.value_or(i + 1);
  // "who asked not to be named": of the speaker, not what it says.
  bool withholds = group > left_ && s_.is(group - 1, "who") && anonymity_phrase(s_, group - 1, s_.end());
  if (withholds) return std::nullopt;
  if (relayed_before(group, i, found)) return found;
  if (auto phrase = subject_of(group, i)) {
    take(found, *phrase, i, found.cue_last, found.kind == CueKind::tells);
    found.first = phrase->speaker.first;
    told_ahead(found);
    relayed_behind(found);
    return found;
  }
  if (figure) return std::nullopt;
  if (auto joined = joined_at(i, group, found)) return joined;
  return group == i ? inverted_at(i, std::move(found)) : std::nullopt;
}

// “We stay,” said Holm. Who is blamed or told stands behind the word, too, and says nothing.
std::optional<Attribution> AttributionReader::inverted_at(WordIndex i, Attribution found) const {
  bool after_words = i > left_ && (s_.closes_quote(i - 1) || s_.is(i - 1, ","));
  bool turns = found.kind == CueKind::says || found.kind == CueKind::that;
  if (!after_words || !turns) return std::nullopt;
  bool quoted = found.kind == CueKind::says && quote_before(i) != nullptr;
  auto phrase = speaker_from(s_, i + 1, s_.end(), quoted ? Heads::anyone : Heads::listed);
  if (!phrase || !ends_inverted(*phrase)) return std::nullopt;
  take(found, *phrase, i, phrase->next, false);
  relayed_behind(found);
  return found;
}

// "said Holm" ends there or tells where and when; "said Holm would" speaks of Holm.
bool AttributionReader::ends_inverted(const SpeakerPhrase& phrase) const {
  WordIndex next = phrase.next;
  if (!s_.word(next) || s_.is(next - 1, ",")) return true;
  if (phrase.speaker.pronoun) return false;
  return s_.classes(next).any(preposition, adverb, weekday, conjunction) ||
         s_.is_any(next, "who", "last", "whose");
}

// "Holm visited the port and said that ...": the subject of the first verb.
std::optional<Attribution> AttributionReader::joined_at(WordIndex i, WordIndex group,
                                                        Attribution found) const {
  if (group == s_.begin() || !s_.is_any(group - 1, "and", "but")) return std::nullopt;
  auto subject = sentence_subject(group);
  if (!subject) return std::nullopt;
  take(found, *subject, i, i + 1, found.kind == CueKind::tells);
  WordIndex next = s_.is_any(found.tail.next, ",", ":") ? found.tail.next + 1 : found.tail.next;
  if (!s_.is(next, "that") && !s_.opens_quote(next)) return std::nullopt;
  found.first = group;
  return found;
}

// "the Harbour Post, quoting a doctor, said", "a diplomat quoted by Northwire said".
bool AttributionReader::relayed_before(WordIndex group, WordIndex cue, Attribution& found) const {
  WordIndex first = group > left_ + cited_words_max ? group - cited_words_max : left_;
  for (WordIndex at = group; at > first + 1; --at) {
    WordIndex verb = at - 1;
    bool passive = s_.is_any(verb, "quoted", "cited") && s_.is(verb + 1, "by");
    if (!passive && !cites(s_, verb)) continue;
    auto ahead = speaker_before(s_, left_, passive ? verb : verb - 1);
    if (!ahead) return false;
    WordIndex end = s_.is(group - 1, ",") ? group - 1 : group;
    auto behind = speaker_from(s_, passive ? verb + 2 : verb + 1, end);
    if (!behind || behind->speaker.last != end) return false;
    const SpeakerPhrase& said_it = passive ? *ahead : *behind;
    const SpeakerPhrase& carrier = passive ? *behind : *ahead;
    if (!carries(s_, carrier.speaker)) return false;
    take(found, said_it, cue, found.cue_last, found.kind == CueKind::tells);
    found.first = ahead->speaker.first;
    add_carrier(found, carrier.speaker);
    return true;
  }
  return false;
}

// "The Meridian reported that nine died, citing the agency, which in turn quoted a spokesman": the last
// one named said so; the others passed it on.
void AttributionReader::relayed_behind(Attribution& found) const {
  if (!carries(s_, found.speaker)) return;
  WordIndex at = found.tail.next;
  while (s_.has(at) && !cites(s_, at)) {
    if (s_.opens_quote(at)) return;
    ++at;
  }
  WordIndex comma = at;
  for (int station = 0; station < 3 && s_.has(at); ++station) {
    auto cited = speaker_from(s_, at + 1, s_.end());
    if (!cited || cited->speaker.pronoun) return;
    add_carrier(found, found.speaker);
    // Nearest to the speaker first.
    std::rotate(found.tail.channels.begin(), found.tail.channels.end() - 1, found.tail.channels.end());
    found.speaker = cited->speaker;
    found.anonymity = cited->requested_anonymity;
    if (station == 0) found.words_end = comma - 1;
    at = s_.is(cited->next, ",") ? cited->next + 1 : cited->next;
    if (!s_.is(at, "which")) return;
    ++at;
    while (s_.classes(at).has(adverb) || s_.is_any(at, "in", "turn")) ++at;
    if (!s_.is_any(at, "quoted", "cited")) return;
  }
}

// Who spoke before in the sentence, else the phrase it starts with.
std::optional<SpeakerPhrase> AttributionReader::sentence_subject(WordIndex end) const {
  if (before_ != nullptr && before_->speaker) {
    SpeakerPhrase phrase;
    phrase.speaker = *before_->speaker;
    return phrase;
  }
  auto subject = speaker_from(s_, skip_conjunction(s_.begin()), end);
  if (!subject || subject->speaker.pronoun || subject->next >= end || !s_.word(subject->next))
    return std::nullopt;
  return subject;
}

// Whether the words between a quotation and `group` are no more than a phrase.
bool AttributionReader::speaks_quote(WordIndex group) const {
  WordIndex at = group;
  while (at > left_ && at + 12 > group && (s_.word(at - 1) || s_.number(at - 1) || s_.genitive(at - 1))) --at;
  return quote_before(at) != nullptr;
}

// "In a statement on Monday, the army said ...": channel and day that open the sentence.
void AttributionReader::told_ahead(Attribution& found) const {
  WordIndex first = skip_conjunction(s_.begin());
  if (left_ != s_.begin() || found.first <= first) return;
  SpeechTail ahead = speech_tail(s_, first, false);
  WordIndex next = s_.is(ahead.next, ",") ? ahead.next + 1 : ahead.next;
  if (next != found.first || (ahead.channels.empty() && !ahead.said)) return;
  found.first = first;
  auto& channels = found.tail.channels;
  channels.insert(channels.begin(), ahead.channels.begin(), ahead.channels.end());
  if (!found.tail.said) found.tail.said = ahead.said;
}

std::optional<SpeakerPhrase> AttributionReader::subject_of(WordIndex group, WordIndex cue) const {
  if (!s_.is(group - 1, "who") || group == left_) {
    bool quoted = speaks_quote(group);
    auto phrase = speaker_before(s_, left_, group, quoted ? Heads::anyone : Heads::listed);
    // What is in no list may do other things than say: "the raid claimed nine lives".
    bool says = s_.is_any(cue, "said", "says", "announced", "confirmed");
    if (phrase || quoted || !says) return phrase;
    return speaker_before(s_, left_, group, Heads::unlisted);
  }
  WordIndex end = group - 1;
  if (end > left_ && s_.is(end - 1, ",")) --end;
  return speaker_before(s_, left_, end);
}

// "..., adding that ...": of the speaker before it in the sentence, or of its subject.
std::optional<Attribution> AttributionReader::participle_at(WordIndex i) const {
  if (i == s_.begin() || !s_.is(i - 1, ",")) return std::nullopt;
  Attribution found;
  found.cue_last = i + 1;
  found.kind = s_.is(i, "telling")                                        ? CueKind::tells
               : s_.is_any(i, "saying", "adding", "insisting", "stating") ? CueKind::says
                                                                          : CueKind::that;
  auto subject = sentence_subject(i);
  if (!subject) return std::nullopt;
  take(found, *subject, i, i + 1, found.kind == CueKind::tells);
  found.first = i;
  if (before_ != nullptr) {
    if (found.tail.channels.empty()) found.tail.channels = before_->channels;
    if (!found.tail.said) found.tail.said = before_->said;
  }
  return found;
}

void AttributionReader::take(Attribution& found, const SpeakerPhrase& phrase, WordIndex cue,
                             WordIndex tail_at, bool tells) const {
  found.speaker = phrase.speaker;
  found.cue = cue;
  found.tail = speech_tail(s_, tail_at, tells);
  found.first = cue;
  found.last = std::max(found.tail.next, found.cue_last);
  found.anonymity = phrase.requested_anonymity || found.tail.requested_anonymity;
}

const Quotation* AttributionReader::quote_before(WordIndex first) const {
  if (first == s_.begin()) return nullptr;
  WordIndex end = first - 1;
  bool comma = s_.is_any(end, ",", "–", "—", "-");
  if (comma && end > s_.begin()) --end;
  if (!s_.closes_quote(end)) return nullptr;
  const Quotation* quote = quotes_.at(end);
  if (quote == nullptr || quote->last != end + 1 || quotes_.used(*quote)) return nullptr;
  std::string_view final = end > quote->first ? s_.text(end - 1) : std::string_view{};
  bool ended =
      comma || final == "," || final == "!" || final == "?" || final == "…" || final.substr(0, 1) == ".";
  bool whole = quote->last - quote->first >= 5 && quote->first <= s_.begin();
  return ended || whole ? quote : nullptr;
}

WordIndex AttributionReader::skip_conjunction(WordIndex i) const {
  while (s_.is_any(i, "but", "and", ",", ";", "meanwhile", "however", "yet") && i + 1 < s_.end()) ++i;
  return i;
}

}  // namespace sitrep
