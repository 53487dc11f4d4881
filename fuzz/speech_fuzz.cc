// Speech and silence: any text. Spans of speakers, cues, content and channels lie inside it; put together by
// discourse, those of the speakers that were carried over as well.
#include "discourse/discourse.h"
#include "fuzz/finder.h"
#include "mentions/figure/figure_finder.h"
#include "mentions/speech/silence_finder.h"
#include "mentions/speech/speech_finder.h"
#include "mentions/time/time_finder.h"

namespace {

using namespace sitrep;

void check_speech(const Analysis& analysis, const SpeechMention& m) {
  if (m.speaker) fuzz::check_speaker(analysis, *m.speaker);
  fuzz::check_span(analysis, m.cue);
  FUZZ_CHECK(!m.cue || m.cue_word < analysis.words().size());
  std::uint32_t begin = 0;
  for (Span piece : m.content) {
    fuzz::check_span(analysis, piece);
    FUZZ_CHECK(piece.begin >= begin);
    begin = piece.begin;
  }
  for (const ChannelMention& channel : m.channels) {
    fuzz::check_span(analysis, channel.span);
    fuzz::check_span(analysis, channel.name);
  }
  fuzz::check_span(analysis, m.said);
  FUZZ_CHECK(m.sentence < analysis.sentences().size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t count_max = 1000;
  auto document = fuzz::text_of(data, size);
  if (!document) return 0;
  Analysis analysis(*document);
  auto speech = find_speech(analysis, count_max);
  FUZZ_CHECK(speech.size() <= count_max);
  for (const SpeechMention& m : speech) check_speech(analysis, m);
  for (const SilenceMention& m : find_silences(analysis, count_max)) {
    if (m.who) fuzz::check_speaker(analysis, *m.who);
    fuzz::check_span(analysis, m.span);
  }
  auto times = find_times(analysis, Date::of(2031, 5, 5));
  auto figures = find_figures(analysis);
  Discourse discourse = put_together(analysis, times, figures, std::move(speech));
  for (const Utterance& u : discourse.utterances) {
    check_speech(analysis, u.speech);
    fuzz::check_span(analysis, u.speaker.name);
    fuzz::check_span(analysis, u.speaker.role);
    for (Span span : u.speaker.antecedent) fuzz::check_span(analysis, span);
  }
  FUZZ_CHECK(discourse.figure_utterance.size() == figures.size());
  for (std::uint32_t u : discourse.figure_utterance) {
    FUZZ_CHECK(u == no_utterance || u < discourse.utterances.size());
  }
  return 0;
}
