#include "engine/mentions.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <tuple>

#include "base/limits.h"
#include "claims/source.h"
#include "claims/values.h"
#include "discourse/event_times.h"
#include "mentions/actor/actor_finder.h"
#include "mentions/figure/figure_finder.h"
#include "mentions/place/place_finder.h"
#include "mentions/speech/silence_finder.h"
#include "mentions/speech/speech_finder.h"
#include "mentions/time/time_finder.h"

namespace sitrep {
namespace {

Mention mention_at(const Analysis& analysis, MentionKind kind, Span span) {
  Mention mention;
  mention.report = analysis.document().id();
  mention.kind = kind;
  mention.text = std::string(analysis.text(span));
  mention.span = span;
  return mention;
}

void add_times(const Analysis& analysis, const std::vector<TimeMention>& times, std::vector<Mention>& out) {
  for (const TimeMention& m : times) {
    Mention mention = mention_at(analysis, MentionKind::time, m.span);
    mention.value = m.value;
    mention.type = std::string(name_of(m.type));
    if (!m.mod.empty()) mention.mod = std::string(m.mod);
    Time time = time_of(analysis, m);
    time.text.reset();  // the mention's own, as is the span
    time.span.reset();
    mention.time = std::move(time);
    out.push_back(std::move(mention));
  }
}

void add_places(const Analysis& analysis, const std::vector<PlaceMention>& places,
                std::vector<Mention>& out) {
  for (const PlaceMention& m : places) {
    Mention mention = mention_at(analysis, MentionKind::place, m.span);
    mention.value = std::string(m.name);
    Place place = place_of(analysis, m);
    place.text.reset();
    place.span.reset();
    mention.place = std::move(place);
    out.push_back(std::move(mention));
  }
}

void add_actors(const Analysis& analysis, const std::vector<ActorMention>& actors,
                std::vector<Mention>& out) {
  for (const ActorMention& m : actors) {
    Mention mention = mention_at(analysis, MentionKind::actor, m.span);
    mention.value = m.label;
    mention.actor = facts_of(m);
    out.push_back(std::move(mention));
  }
}

// "9", "30-40", ">=9", "0"; nothing for "dozens".
std::optional<std::string> count_in_digits(const FigureMention& m) {
  if (m.low && m.high) {
    return *m.low == *m.high ? fmt::format("{}", *m.low) : fmt::format("{}-{}", *m.low, *m.high);
  }
  if (m.low) return fmt::format(">={}", *m.low);
  if (m.high) return fmt::format("<={}", *m.high);
  return std::nullopt;
}

void add_figures(const Analysis& analysis, const std::vector<FigureMention>& figures,
                 std::vector<Mention>& out) {
  for (const FigureMention& m : figures) {
    Mention mention = mention_at(analysis, MentionKind::figure, m.span);
    mention.value = count_in_digits(m);
    mention.figure = figure_of(analysis, m);
    out.push_back(std::move(mention));
  }
}

// Each piece of a source's words is a mention of its own: "We stay," / she said, / "come what may."
void add_sources(const Analysis& analysis, const std::vector<Utterance>& utterances,
                 std::vector<Mention>& out) {
  for (const Utterance& utterance : utterances) {
    std::vector<Derivation> because;
    Source source = source_of(analysis, utterance, because);
    for (Span piece : utterance.speech.content) {
      if (piece.begin >= piece.end) continue;
      Mention mention = mention_at(analysis, MentionKind::source, piece);
      mention.value = source.name ? source.name : source.text;
      mention.source = source;
      out.push_back(std::move(mention));
    }
  }
}

}  // namespace

Found find_all(const Analysis& analysis, const ActorLexicon& actors) {
  Found found;
  std::optional<Date> published;
  if (analysis.document().publication().published)
    published = analysis.document().publication().published->date;
  found.mentions.times = find_times(analysis, published);
  date_times_of_events(analysis, found.mentions.times);
  found.mentions.places = find_places(analysis);
  found.mentions.actors = find_actors(analysis, actors, published);
  found.mentions.figures = find_figures(analysis);
  found.mentions.silences = find_silences(analysis, limits::claims_per_report_max);
  // One more than may become claims, so that make_claims sees that some are cut off.
  std::vector<SpeechMention> speech = find_speech(analysis, limits::claims_per_report_max + 1);
  found.discourse = put_together(analysis, found.mentions.times, found.mentions.figures, std::move(speech));
  return found;
}

std::vector<Mention> mentions_of(const Analysis& analysis, const Found& found) {
  std::vector<Mention> out;
  add_times(analysis, found.mentions.times, out);
  add_places(analysis, found.mentions.places, out);
  add_actors(analysis, found.mentions.actors, out);
  add_figures(analysis, found.mentions.figures, out);
  add_sources(analysis, found.discourse.utterances, out);
  // Of those with the same span the source's words come first, since they hold the others.
  auto key = [](const Mention& m) {
    return std::make_tuple(m.span.begin, ~m.span.end, m.kind != MentionKind::source);
  };
  std::stable_sort(out.begin(), out.end(),
                   [&](const Mention& a, const Mention& b) { return key(a) < key(b); });
  return out;
}

}  // namespace sitrep
