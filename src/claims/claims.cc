#include "claims/claims.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "base/limits.h"
#include "claims/happenings.h"
#include "claims/source.h"
#include "claims/toll.h"
#include "codebook/codebook.h"

namespace sitrep {
namespace {

constexpr double outlet_confidence = 0.8;

// What a word of saying does besides saying.
std::string_view act_of(std::string_view cue) {
  if (cue == "denied" || cue == "denies" || cue == "deny") return "denial";
  // What is rejected beside a word of saying is a report, a claim (mentions/speech).
  if (cue == "rejected" || cue == "rejects" || cue == "dismissed" || cue == "dismisses") return "denial";
  if (cue == "condemned" || cue == "condemns" || cue == "condemn") return "condemnation";
  if (cue == "accused" || cue == "accuses" || cue == "accuse") return "accusation";
  if (cue == "blamed" || cue == "blames" || cue == "blame") return "accusation";
  return "statement";
}

std::optional<Codes> codes_of(std::string_view type, std::string_view subtype = {}) {
  const EventType* entry = Codebook::standard().find(type);
  if (entry == nullptr) return std::nullopt;
  auto code = [](const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); };
  const EventCodes& of = entry->codes_of(subtype);
  Codes codes{code(of.cameo), code(of.plover), code(of.acled), code(of.ucdp), code(of.muc)};
  return codes == Codes{} ? std::nullopt : std::optional(codes);
}

class ClaimMaker {
 public:
  ClaimMaker(const Analysis& analysis, const Mentions& mentions, const Discourse& discourse)
      : a_(analysis), mentions_(mentions), discourse_(discourse) {}

  Findings make() {
    std::vector<bool> told(discourse_.utterances.size(), false);
    add_tolls(told);
    for (std::uint32_t u = 0; u < told.size(); ++u) {
      if (!told[u]) add_statement(discourse_.utterances[u]);
    }
    finish();
    add_silences();
    return std::move(findings_);
  }

 private:
  // Figures of one sentence and one source make one claim.
  void add_tolls(std::vector<bool>& told) {
    const auto& figures = mentions_.figures;
    // Past the bound nothing would be kept: what comes later in the text is cut off first.
    for (std::size_t i = 0; i < figures.size() && findings_.claims.size() <= limits::claims_per_report_max;) {
      std::uint32_t sentence = a_.sentence_of(figures[i].first);
      std::uint32_t utterance = discourse_.figure_utterance[i];
      TollPassage passage = passage_of(sentence, utterance, figures[i].span);
      std::size_t next = i;
      while (next < figures.size() && discourse_.figure_utterance[next] == utterance &&
             figures[next].first < passage.last) {
        passage.figures.push_back(&figures[next++]);
      }
      i = std::max(next, i + 1);
      if (passage.figures.empty()) continue;
      if (utterance == no_utterance && of_hearsay(a_, passage, passage.figures.front()->cue)) continue;
      Claim claim;
      claim.evidence = a_.span(passage.first, passage.last);
      if (!tell_toll(a_, mentions_, passage, claim)) continue;
      if (utterance == no_utterance) {
        claim.source = outlet_source(claim.because);
        claim.confidence = outlet_confidence;
      } else {
        const Utterance& from = discourse_.utterances[utterance];
        told[utterance] = true;
        if (!from.speech.continues) claim.evidence = cover(claim.evidence, from.speech.attribution);
        attribute(from, claim);
        if (act_of_cue(from) == "denial") claim.status.polarity = Polarity::denied;
      }
      findings_.claims.push_back(std::move(claim));
    }
  }

  // The words of the sentence that are the source's own: a piece of what it says, or for the outlet
  // what stands between the words of others.
  [[nodiscard]] TollPassage passage_of(std::uint32_t sentence, std::uint32_t utterance, Span figure) const {
    const Sentence& s = a_.sentences()[sentence];
    TollPassage passage{s.first, s.last, {}};
    auto narrow = [&](Span span) {
      passage.first = std::max(passage.first, a_.word_at(span.begin));
      passage.last = std::min(passage.last, a_.word_at(span.end));
    };
    if (utterance != no_utterance) {
      for (Span piece : discourse_.utterances[utterance].speech.content) {
        if (piece.contains(figure)) narrow(piece);
      }
      return passage;
    }
    // Utterances are in order, and none of another sentence lies in this one.
    auto at = std::partition_point(discourse_.utterances.begin(), discourse_.utterances.end(),
                                   [&](const Utterance& u) { return u.speech.sentence < sentence; });
    for (; at != discourse_.utterances.end() && at->speech.sentence == sentence; ++at) {
      exclude(at->speech.attribution, figure, passage);
      for (Span piece : at->speech.content) exclude(piece, figure, passage);
    }
    // The marks that part the words from those of others belong to neither.
    auto joint = [&](WordIndex i) {
      return a_.is(i, ",") || a_.is(i, ":") || a_.is(i, ";") || a_.is(i, "–");
    };
    while (passage.first < passage.last && joint(passage.first)) ++passage.first;
    while (passage.first < passage.last && joint(passage.last - 1)) --passage.last;
    return passage;
  }

  void exclude(Span other, Span figure, TollPassage& passage) const {
    if (other.empty()) return;
    if (other.end <= figure.begin) passage.first = std::max(passage.first, a_.word_at(other.end));
    if (other.begin >= figure.end) passage.last = std::min(passage.last, a_.word_at(other.begin));
  }

  [[nodiscard]] std::string_view act_of_cue(const Utterance& utterance) const {
    return utterance.speech.cue ? act_of(a_.lower(utterance.speech.cue_word)) : "statement";
  }

  void add_statement(const Utterance& utterance) {
    const SpeechMention& speech = utterance.speech;
    Claim claim;
    claim.evidence = speech.content.front();
    for (Span piece : speech.content) claim.evidence = cover(claim.evidence, piece);
    if (!speech.continues) claim.evidence = cover(claim.evidence, speech.attribution);
    claim.event.type = std::string(act_of_cue(utterance));
    claim.event.span = speech.cue.value_or(speech.content.front());
    claim.event.text = std::string(a_.text(claim.event.span));
    claim.because.push_back({"event.type", "the word of saying", {claim.event.span}});
    if (claim.event.type == "denial") claim.status.polarity = Polarity::denied;
    attribute(utterance, claim);
    if (claim.event.type != "statement") add_utterer(claim);
    findings_.claims.push_back(std::move(claim));
  }

  void attribute(const Utterance& utterance, Claim& claim) const {
    claim.source = source_of(a_, utterance, claim.because);
    claim.confidence = utterance.speaker.confidence;
  }

  // Of a verbal act who utters it is the actor.
  static void add_utterer(Claim& claim) {
    const Source& source = claim.source;
    bool known = source.kind == SourceKind::named || source.kind == SourceKind::body;
    if (!known || !source.name || !source.span) return;
    Actor actor;
    actor.role = ActorRole::actor;
    actor.name = source.name;
    actor.text = source.text;
    actor.span = source.span;
    claim.actors.push_back(std::move(actor));
    claim.because.push_back({"actors", "who utters the act", {*source.span}});
  }

  // Order, ids, refs, codes; the bound.
  void finish() {
    auto& claims = findings_.claims;
    std::stable_sort(claims.begin(), claims.end(),
                     [](const Claim& a, const Claim& b) { return a.evidence < b.evidence; });
    const std::string& report = a_.document().id();
    if (claims.size() > limits::claims_per_report_max) {
      claims.resize(limits::claims_per_report_max);
      Note note;
      note.kind = NoteKind::cut_at_limit;
      note.evidence = claims.back().evidence;
      note.message = fmt::format("more than {} claims: the rest was left out", limits::claims_per_report_max);
      findings_.notes.push_back({report, std::move(note)});
    }
    for (std::size_t i = 0; i < claims.size(); ++i) {
      claims[i].id = fmt::format("c{}", i + 1);
      claims[i].report = report;
      claims[i].event.codes = codes_of(claims[i].event.type);
    }
    name_happenings(a_, claims);
  }

  void add_silences() {
    for (const SilenceMention& m : mentions_.silences) {
      Silence silence;
      silence.report = a_.document().id();
      silence.kind = *parse_enum<SilenceKind>(name_of(m.kind));
      silence.evidence = m.span;
      silence.because.push_back({"kind", "words of silence", {m.span}});
      if (m.who) {
        silence.who.text = std::string(a_.text(m.who->span));
        if (m.who->name) silence.who.name = std::string(a_.text(*m.who->name));
        silence.who.span = m.who->span;
      } else if (const auto& outlet = a_.document().publication().outlet) {
        silence.who.name = *outlet;
        silence.because.push_back({"who", "the report's own outlet", {}});
      }
      if (m.kind == Silenced::could_not_verify) silence.about = claim_before(m);
      findings_.silences.push_back(std::move(silence));
    }
  }

  // What could not be verified is what was claimed last, in this sentence or the one before.
  [[nodiscard]] std::vector<std::string> claim_before(const SilenceMention& m) const {
    const auto& claims = findings_.claims;
    auto after = std::partition_point(claims.begin(), claims.end(),
                                      [&](const Claim& c) { return c.evidence.begin < m.span.begin; });
    if (after == claims.begin()) return {};
    const Claim& last = *std::prev(after);
    WordIndex end = a_.word_at(last.evidence.end);
    if (end == 0 || a_.sentence_of(end - 1) + 1 < m.sentence) return {};
    return {last.id};
  }

  const Analysis& a_;
  const Mentions& mentions_;
  const Discourse& discourse_;
  Findings findings_;
};

}  // namespace

Findings make_claims(const Analysis& analysis, const Mentions& mentions, const Discourse& discourse) {
  return ClaimMaker(analysis, mentions, discourse).make();
}

}  // namespace sitrep
