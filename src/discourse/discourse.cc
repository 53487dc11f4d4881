#include "discourse/discourse.h"

#include <algorithm>

#include "discourse/names.h"
#include "discourse/speakers.h"

namespace sitrep {
namespace {

// The time that stands where the day of speaking does.
const TimeMention* time_in(const std::vector<TimeMention>& times, Span span) {
  auto at = std::lower_bound(times.begin(), times.end(), span.begin,
                             [](const TimeMention& t, std::uint32_t byte) { return t.span.end <= byte; });
  return at != times.end() && at->span.overlaps(span) ? &*at : nullptr;
}

// What was told of a quotation holds for the one that goes on with it.
void carry_on(const Utterance& before, SpeechMention& mention) {
  mention.cue = before.speech.cue;
  mention.cue_word = before.speech.cue_word;
  mention.channels = before.speech.channels;
  mention.said = before.speech.said;
  mention.requested_anonymity = before.speech.requested_anonymity;
}

void date_speech(const std::vector<TimeMention>& times, Utterance& utterance) {
  if (utterance.speech.said) {
    const TimeMention* time = time_in(times, *utterance.speech.said);
    if (time != nullptr && time->earliest && time->earliest == time->latest) {
      utterance.said = time->earliest;
      utterance.said_span = time->span;
      utterance.said_rule = time->rule;
    }
  }
  for (ChannelMention& channel : utterance.speech.channels) {
    bool released_then = utterance.said_span && channel.span.overlaps(*utterance.said_span);
    if (released_then) channel.date = utterance.said;
  }
}

struct Piece {
  Span span;
  std::uint32_t utterance;
};

// Figures in the words of somebody; pieces of different utterances do not overlap.
std::vector<std::uint32_t> place_figures(const std::vector<FigureMention>& figures,
                                         const std::vector<Utterance>& utterances) {
  std::vector<Piece> pieces;
  for (std::uint32_t u = 0; u < utterances.size(); ++u) {
    for (Span span : utterances[u].speech.content) pieces.push_back({span, u});
  }
  std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.span < b.span; });
  std::vector<std::uint32_t> placed;
  placed.reserve(figures.size());
  for (const FigureMention& figure : figures) {
    auto after = std::upper_bound(pieces.begin(), pieces.end(), figure.span.begin,
                                  [](std::uint32_t byte, const Piece& p) { return byte < p.span.begin; });
    bool inside = after != pieces.begin() && std::prev(after)->span.contains(figure.span);
    placed.push_back(inside ? std::prev(after)->utterance : no_utterance);
  }
  return placed;
}

}  // namespace

Discourse put_together(const Analysis& analysis, const std::vector<TimeMention>& times,
                       const std::vector<FigureMention>& figures, std::vector<SpeechMention> speech) {
  Discourse discourse;
  NameBook names(analysis, speech);
  SpeakerTrack track(analysis, names);
  discourse.utterances.reserve(speech.size());
  for (SpeechMention& mention : speech) {
    auto speaker = track.resolve(mention);
    if (!speaker) continue;
    if (mention.continues && !discourse.utterances.empty()) carry_on(discourse.utterances.back(), mention);
    Utterance utterance;
    utterance.speech = std::move(mention);
    utterance.speaker = std::move(*speaker);
    date_speech(times, utterance);
    discourse.utterances.push_back(std::move(utterance));
  }
  discourse.figure_utterance = place_figures(figures, discourse.utterances);
  return discourse;
}

}  // namespace sitrep
