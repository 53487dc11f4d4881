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

// How many utterances back and forth one may stand whose words hold another's.
constexpr std::uint32_t window = 24;

bool stands_in(const SpeechMention& inner, const SpeechMention& outer) {
  if (!inner.cue || outer.continues) return false;
  return std::any_of(outer.content.begin(), outer.content.end(),
                     [&](Span piece) { return piece.contains(*inner.cue); });
}

// For each: the one whose words it stands in, the narrowest; mentions' own number where there is none.
std::vector<std::uint32_t> outer_ones(const std::vector<SpeechMention>& speech) {
  auto width = [&](std::uint32_t i) {
    std::uint32_t sum = 0;
    for (Span piece : speech[i].content) sum += static_cast<std::uint32_t>(piece.size());
    return sum;
  };
  auto count = static_cast<std::uint32_t>(speech.size());
  std::vector<std::uint32_t> outer(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    outer[i] = i;
    for (std::uint32_t j = i > window ? i - window : 0; j < std::min(count, i + window); ++j) {
      if (j == i || !stands_in(speech[i], speech[j]) || stands_in(speech[j], speech[i])) continue;
      if (outer[i] == i || width(j) < width(outer[i])) outer[i] = j;
    }
  }
  return outer;
}

// Figures in the words of somebody; where words stand within words, the innermost.
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
    const Piece* inside = nullptr;
    for (std::uint32_t back = 0; back < window && after != pieces.begin(); ++back) {
      --after;
      if (!after->span.contains(figure.span)) continue;
      if (inside == nullptr || after->span.size() < inside->span.size()) inside = &*after;
    }
    placed.push_back(inside != nullptr ? inside->utterance : no_utterance);
  }
  return placed;
}

}  // namespace

Discourse put_together(const Analysis& analysis, const std::vector<TimeMention>& times,
                       const std::vector<FigureMention>& figures, std::vector<SpeechMention> speech) {
  Discourse discourse;
  NameBook names(analysis, speech);
  SpeakerTrack track(analysis, names);
  std::vector<std::uint32_t> outer = outer_ones(speech);
  std::vector<std::uint32_t> kept(speech.size(), no_utterance);
  discourse.utterances.reserve(speech.size());
  for (std::uint32_t i = 0; i < speech.size(); ++i) {
    SpeechMention& mention = speech[i];
    auto speaker = track.resolve(mention, outer[i] != i);
    if (!speaker) continue;
    if (mention.continues && !discourse.utterances.empty()) carry_on(discourse.utterances.back(), mention);
    kept[i] = static_cast<std::uint32_t>(discourse.utterances.size());
    Utterance utterance;
    utterance.speech = std::move(mention);
    utterance.speaker = std::move(*speaker);
    date_speech(times, utterance);
    discourse.utterances.push_back(std::move(utterance));
  }
  for (std::uint32_t i = 0; i < speech.size(); ++i) {
    if (kept[i] != no_utterance && outer[i] != i) discourse.utterances[kept[i]].within = kept[outer[i]];
  }
  discourse.figure_utterance = place_figures(figures, discourse.utterances);
  return discourse;
}

}  // namespace sitrep
