#include "claims/source.h"

#include <string>

namespace sitrep {
namespace {

// mentions/ may not see record/, so it spells these words itself; here they are held to be the same.
template <class Here, class There>
constexpr bool spelled_alike() {
  constexpr auto here = enum_names<Here>();
  constexpr auto there = enum_names<There>();
  if (here.size() > there.size()) return false;
  for (std::size_t i = 0; i < here.size(); ++i) {
    if (here[i] != there[i]) return false;
  }
  return true;
}
static_assert(spelled_alike<Counted, Measure>());
static_assert(spelled_alike<Bound, Qualifier>());
static_assert(spelled_alike<FigureReach, FigureScope>());
static_assert(spelled_alike<TimeGrain, TimePrecision>());
static_assert(spelled_alike<Silenced, SilenceKind>());

SourceKind kind_of(Voice voice) {
  auto kind = parse_enum<SourceKind>(name_of(voice));
  return kind.value_or(SourceKind::outlet);
}

}  // namespace

Source source_of(const Analysis& analysis, const Utterance& utterance, std::vector<Derivation>& because) {
  const ResolvedSpeaker& speaker = utterance.speaker;
  const SpeechMention& speech = utterance.speech;
  auto words = [&](const std::optional<Span>& span) {
    return span ? std::optional(std::string(analysis.text(*span))) : std::nullopt;
  };
  Source source;
  source.kind = kind_of(speaker.voice);
  source.name = words(speaker.name);
  source.text = words(speaker.text);
  source.span = speaker.text;
  source.role = words(speaker.role);
  source.body = words(speaker.body);
  if (!speech.continues) source.cue = words(speech.cue);
  source.speech = !speech.quoted ? Speech::indirect : speech.unquoted ? Speech::mixed : Speech::direct;
  if (speech.requested_anonymity) {
    source.anonymity = Anonymity::requested;
  } else if (speaker.voice == Voice::named) {
    source.anonymity = Anonymity::none;
  } else if (speaker.voice == Voice::unnamed &&
             (!speech.speaker || !speech.speaker->pronoun || speaker.role)) {
    source.anonymity = Anonymity::unnamed;
  }
  source.said = utterance.said;
  for (const ChannelMention& mention : speech.channels) {
    Channel channel;
    channel.name = words(mention.name);
    if (mention.medium) channel.medium = std::string(*mention.medium);
    channel.date = mention.date;
    channel.span = mention.span;
    source.channels.push_back(std::move(channel));
  }

  std::vector<Span> at;
  if (speaker.text) at.push_back(*speaker.text);
  if (speech.cue && !speech.continues) at.push_back(*speech.cue);
  because.push_back(
      {"source", speech.continues ? "a quotation that goes on" : "speaker beside the word of saying", at});
  if (!speaker.rule.empty())
    because.push_back({"source.name", std::string(speaker.rule), speaker.antecedent});
  if (speaker.role) because.push_back({"source.role", "words of office beside the name", {*speaker.role}});
  if (speaker.body) because.push_back({"source.body", "named by the office", {*speaker.body}});
  if (utterance.said) {
    because.push_back({"source.said", std::string(utterance.said_rule), {*utterance.said_span}});
  }
  for (const Channel& channel : source.channels) {
    because.push_back({"source.channels", "told beside the word of saying", {*channel.span}});
  }
  return source;
}

Source outlet_source(std::vector<Derivation>& because) {
  Source source;
  source.kind = SourceKind::outlet;
  source.speech = Speech::none;
  because.push_back({"source", "no word of saying governs the sentence", {}});
  return source;
}

}  // namespace sitrep
