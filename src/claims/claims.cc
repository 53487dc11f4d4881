#include "claims/claims.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "base/limits.h"
#include "claims/deed_claim.h"
#include "claims/deeds.h"
#include "claims/happenings.h"
#include "claims/notes.h"
#include "claims/passages.h"
#include "claims/relations.h"
#include "claims/source.h"
#include "claims/toll.h"
#include "claims/values.h"
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

std::optional<Codes> codes_of(const Codebook& book, std::string_view type, std::string_view subtype) {
  const EventType* entry = book.find(type);
  if (entry == nullptr) return std::nullopt;
  auto code = [](const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); };
  const EventCodes& of = entry->codes_of(subtype);
  Codes codes{code(of.cameo), code(of.plover), code(of.acled), code(of.ucdp), code(of.muc)};
  return codes == Codes{} ? std::nullopt : std::optional(codes);
}

class ClaimMaker {
 public:
  ClaimMaker(const Analysis& analysis, const Mentions& mentions, const Discourse& discourse,
             const Codebook& book)
      : a_(analysis), mentions_(mentions), discourse_(discourse), book_(book) {}

  Findings make() {
    std::vector<bool> told(discourse_.utterances.size(), false);
    std::vector<bool> acted(discourse_.utterances.size(), false);
    std::vector<bool> counted(mentions_.figures.size(), false);
    if (a_.syntax() != nullptr) add_deeds(told, acted, counted);
    add_tolls(told, counted);
    for (std::uint32_t u = 0; u < told.size(); ++u) {
      // What somebody is accused of or condemned for is told besides the words that do so.
      std::string_view act = act_of_cue(discourse_.utterances[u]);
      bool besides = !acted[u] && (act == "accusation" || act == "condemnation");
      if (!told[u] || besides) add_statement(discourse_.utterances[u]);
    }
    finish();
    add_silences();
    findings_.relations = find_relations(a_, mentions_);
    for (Note& note : find_doubts(a_, mentions_, findings_.claims)) {
      findings_.notes.push_back({a_.document().id(), std::move(note)});
    }
    return std::move(findings_);
  }

 private:
  // What the codebook's words tell of, with the figures that are counted there.
  void add_deeds(std::vector<bool>& told, std::vector<bool>& acted, std::vector<bool>& counted) {
    Tree tree(*a_.syntax());
    std::vector<Deed> deeds = find_deeds(tree, book_);
    DeedContext context{a_, tree, book_, mentions_, deeds};
    Passages passages(discourse_);
    std::vector<std::vector<std::uint32_t>> figures = figures_of_deeds(tree, mentions_.figures, deeds, a_);
    for (std::size_t d = 0; d < deeds.size() && findings_.claims.size() <= limits::claims_per_report_max;
         ++d) {
      const Deed& deed = deeds[d];
      std::uint32_t utterance = passages.of(tree[deed.token()].span);
      bool cue = false;
      if (auto at = passages.with_cue(tree[deed.token()].span); at != no_utterance) {
        utterance = at;
        cue = true;
      }
      if (!is_told(tree, passages, deeds, d, cue, utterance)) continue;
      Claim claim;
      const Utterance* from = utterance == no_utterance ? nullptr : &discourse_.utterances[utterance];
      // The day of speaking dates the act of speech itself, and no deed told of.
      tell_deed(context, deed, from != nullptr && !cue ? from->said_span : std::nullopt, claim);
      bool not_wanted =
          deed.main.trigger->lemmas.front() == "want" && claim.status.polarity == Polarity::negated;
      if (not_wanted) continue;  // who does not want something demands or offers nothing by that
      add_figures(figures[d], counted, claim);
      if (from == nullptr) {
        claim.source = outlet_source(claim.because);
        claim.confidence = outlet_confidence;
      } else {
        told[utterance] = true;
        if (cue) acted[utterance] = true;
        if (!from->speech.continues) claim.evidence = cover(claim.evidence, from->speech.attribution);
        attribute(*from, claim);
        if (!cue && act_of_cue(*from) == "denial") claim.status.polarity = Polarity::denied;
        if (cue && claim.actors.empty()) add_utterer(claim);
        if (from->speech.quoted) name_first_person(claim);
      }
      findings_.claims.push_back(std::move(claim));
    }
  }

  // Whether a deed is a claim of its own. What somebody denies, accuses of or claims is told by the deed
  // inside, where there is one; crossheads repeat what the text tells.
  [[nodiscard]] bool is_told(const Tree& tree, const Passages& passages, const std::vector<Deed>& deeds,
                             std::size_t d, bool cue, std::uint32_t utterance) const {
    const Deed& deed = deeds[d];
    const std::string& type = deed.main.trigger->type;
    PartKind part = tree.syntax().sentence_of(deed.token()).part;
    if (part == PartKind::crosshead || part == PartKind::byline || part == PartKind::credit) return false;
    if (type == "statement") return false;
    if (asks_for_anonymity(tree[deed.token()].span)) return false;
    if (utterance == no_utterance && of_hearsay(tree, deed.carrier())) return false;
    if (!cue || type != "denial") return true;
    return std::none_of(deeds.begin(), deeds.end(), [&](const Deed& other) {
      return &other != &deed && passages.of(tree[other.token()].span) == utterance;
    });
  }

  // "..., who requested anonymity": told of the source, not of the world.
  [[nodiscard]] bool asks_for_anonymity(Span span) const {
    auto after =
        std::partition_point(discourse_.utterances.begin(), discourse_.utterances.end(),
                             [&](const Utterance& u) { return u.speech.attribution.begin <= span.begin; });
    if (after == discourse_.utterances.begin()) return false;
    const Utterance& last = *std::prev(after);
    if (!last.speech.requested_anonymity) return false;
    WordIndex end = a_.word_at(last.speech.attribution.end);
    return last.speech.attribution.contains(span) ||
           (end > 0 && a_.sentence_of(end - 1) == a_.sentence_of(a_.word_at(span.begin)));
  }

  void add_figures(const std::vector<std::uint32_t>& which, std::vector<bool>& counted, Claim& claim) const {
    if (which.empty()) return;
    Derivation why{"figures", "numbers governed by the words of the event", {}};
    bool nobody = true;
    for (std::uint32_t f : which) {
      const FigureMention& mention = mentions_.figures[f];
      counted[f] = true;
      claim.figures.push_back(figure_of(a_, mention));
      claim.evidence = cover(claim.evidence, mention.span);
      why.spans.push_back(mention.span);
      add_victim(a_, mention, claim);
      nobody = nobody && mention.bound == Bound::none;
    }
    claim.because.push_back(std::move(why));
    // "No one was killed" denies the killing; "no one was killed in the attack" leaves the attack.
    bool outcome_alone = is_outcome(claim.event.type);
    if (nobody) claim.status.polarity = outcome_alone ? Polarity::negated : Polarity::affirmed;
  }

  // Figures of one sentence and one source make one claim.
  void add_tolls(std::vector<bool>& told, const std::vector<bool>& counted) {
    const auto& figures = mentions_.figures;
    // Past the bound nothing would be kept: what comes later in the text is cut off first.
    for (std::size_t i = 0; i < figures.size() && findings_.claims.size() <= limits::claims_per_report_max;) {
      std::uint32_t sentence = a_.sentence_of(figures[i].first);
      std::uint32_t utterance = discourse_.figure_utterance[i];
      TollPassage passage = passage_of(sentence, utterance, figures[i].span);
      std::size_t next = i;
      while (next < figures.size() && discourse_.figure_utterance[next] == utterance &&
             figures[next].first < passage.last) {
        if (!counted[next]) passage.figures.push_back(&figures[next]);
        ++next;
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

  // The actor whose phrase a stretch is, or holds: the first that begins there.
  [[nodiscard]] const ActorMention* mentioned_in(Span stretch) const {
    if (a_.syntax() == nullptr) return nullptr;
    const auto& tokens = a_.syntax()->tokens;
    auto at = std::partition_point(tokens.begin(), tokens.end(),
                                   [&](const Token& t) { return t.span.end <= stretch.begin; });
    for (; at != tokens.end() && at->span.begin < stretch.end; ++at) {
      const auto* m = actor_at(mentions_.actors, static_cast<TokenIndex>(at - tokens.begin()));
      if (m != nullptr && !m->modifier) return m;
    }
    return nullptr;
  }

  // Of a verbal act who utters it is the actor.
  void add_utterer(Claim& claim) const {
    const Source& source = claim.source;
    bool known = source.kind == SourceKind::named || source.kind == SourceKind::body;
    if (!known || !source.name || !source.span) return;
    Actor actor;
    actor.role = ActorRole::actor;
    actor.name = source.name;
    actor.text = source.text;
    actor.span = source.span;
    if (const ActorMention* m = mentioned_in(*source.span)) identify(*m, actor);
    claim.actors.push_back(std::move(actor));
    claim.because.push_back({"actors", "who utters the act", {*source.span}});
  }

  // In quoted words "I" is who speaks, and "we" the body that they speak for.
  static void name_first_person(Claim& claim) {
    const Source& source = claim.source;
    bool named = source.kind == SourceKind::named;
    bool body = source.kind == SourceKind::body || source.kind == SourceKind::collective;
    for (Actor& actor : claim.actors) {
      if (actor.name || !actor.text) continue;
      const std::string& text = *actor.text;
      bool one = text == "I" || text == "me" || text == "Me";
      bool several = text == "we" || text == "We" || text == "us" || text == "Us";
      std::optional<std::string> who;
      if (one && named) who = source.name;
      if (several && body) who = source.name ? source.name : source.text;
      if (several && !body) who = source.body;
      if (!who || !source.span) continue;
      actor.name = std::move(who);
      claim.because.push_back({"actors", "who speaks, in the first person", {*actor.span, *source.span}});
    }
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
      claims[i].event.codes = codes_of(book_, claims[i].event.type, claims[i].event.subtype.value_or(""));
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
  const Codebook& book_;
  Findings findings_;
};

}  // namespace

Findings make_claims(const Analysis& analysis, const Mentions& mentions, const Discourse& discourse,
                     const Codebook& book) {
  return ClaimMaker(analysis, mentions, discourse, book).make();
}

}  // namespace sitrep
