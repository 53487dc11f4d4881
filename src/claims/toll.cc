#include "claims/toll.h"

#include <algorithm>
#include <string>

#include "claims/trigger.h"
#include "claims/values.h"

namespace sitrep {
namespace {

// The type of a happening that is told by its toll alone.
std::string_view bare_type(Counted measure) {
  switch (measure) {
    case Counted::killed:
      return "death";
    case Counted::injured:
    case Counted::casualties:
      return "injury";
    case Counted::detained:
      return "arrest";
    case Counted::abducted:
      return "abduction";
    case Counted::released:
      return "release";
    case Counted::displaced:
      return "displacement";
    case Counted::surrendered:
      return "surrender";
    default:
      return {};
  }
}

// An act that is told in the same clause but did not befall those counted: "arrested after protests".
bool trigger_fits(std::string_view type, Counted measure) {
  bool harm = measure == Counted::killed || measure == Counted::injured || measure == Counted::casualties ||
              measure == Counted::missing;
  return harm && !type.empty();
}

struct Hedge {
  Polarity polarity = Polarity::affirmed;
  Modality modality = Modality::actual;
  std::optional<WordIndex> word;
};

// "were not killed", "may have been killed", "feared dead": what stands just before the cue.
Hedge hedge_before(const Analysis& a, WordIndex cue, WordIndex begin) {
  Hedge hedge;
  WordIndex stop = cue > begin + 5 ? cue - 5 : begin;
  for (WordIndex i = cue; i > stop; --i) {
    WordIndex at = i - 1;
    WordClasses c = a.word(at).classes;
    bool of_verb = c.any(WordClass::auxiliary, WordClass::adverb) || a.is(at, "to") || a.is(at, "feared") ||
                   a.is(at, "believed") || a.is(at, "presumed") || a.is(at, "reported") ||
                   a.is(at, "thought");
    bool month = a.is(at, "may") && a.word(at).capital && !a.word(at).all_caps;
    if (a.word(at).kind != WordKind::word || !of_verb || month) break;
    if (a.is(at, "not") || a.is(at, "never") || a.is(at, "didn't") || a.is(at, "wasn't") ||
        a.is(at, "weren't")) {
      hedge.polarity = Polarity::negated;
      hedge.word = at;
    } else if (a.is(at, "may") || a.is(at, "might") || a.is(at, "could") || a.is(at, "feared") ||
               a.is(at, "believed") || a.is(at, "presumed")) {
      hedge.modality = Modality::possible;
      hedge.word = at;
    } else if (a.is(at, "would") || a.is(at, "should")) {
      hedge.modality = Modality::hypothetical;
      hedge.word = at;
    } else if (a.is(at, "will")) {
      hedge.modality = Modality::planned;
      hedge.word = at;
    }
  }
  return hedge;
}

// "The toll rose to three on Thursday": of its telling, not of those who died.
bool tells_of_the_count(const Analysis& a, const FigureMention& figure) {
  if (figure.reach != FigureReach::cumulative || figure.passive) return false;
  if (a.is(figure.cue, "toll")) return true;
  for (WordIndex i = figure.cue; i > 0 && i + 5 > figure.cue; --i) {
    if (a.is(i - 1, "number")) return true;
  }
  return false;
}

void add_time(const Analysis& a, const Mentions& mentions, const Clause& clause, Claim& claim) {
  auto at = std::lower_bound(mentions.times.begin(), mentions.times.end(), clause.first,
                             [](const TimeMention& t, WordIndex word) { return t.first < word; });
  const TimeMention* only = nullptr;
  // "at dawn on 3 May": of two times, one within the other, the finer.
  auto within = [](const TimeMention& inner, const TimeMention& outer) {
    return inner.earliest && outer.earliest && *inner.earliest >= *outer.earliest &&
           *inner.latest <= *outer.latest;
  };
  for (; at != mentions.times.end() && at->first < clause.last; ++at) {
    if (!at->tells_when()) continue;
    bool finer = only != nullptr && within(*at, *only) && at->grain <= only->grain;
    bool coarser = only != nullptr && within(*only, *at) && only->grain <= at->grain;
    // Two others: which is the happening's cannot be told from words alone.
    if (only != nullptr && !finer && !coarser) return;
    if (!coarser) only = &*at;
  }
  if (only == nullptr || only->last > clause.last) return;
  claim.time = time_of(a, *only);
  std::vector<Span> read_from{only->span};
  if (only->counted_from) read_from.push_back(*only->counted_from);
  claim.because.push_back({"time", std::string(only->rule), std::move(read_from)});
}

void add_place(const Analysis& a, const Mentions& mentions, const Clause& clause, Claim& claim) {
  auto at = std::lower_bound(mentions.places.begin(), mentions.places.end(), clause.first,
                             [](const PlaceMention& p, WordIndex word) { return p.first < word; });
  const PlaceMention* only = nullptr;
  for (; at != mentions.places.end() && at->last <= clause.last; ++at) {
    if (!at->located) continue;
    if (only != nullptr) return;
    only = &*at;
  }
  if (only == nullptr) return;
  Place place = place_of(a, *only);
  place.role = PlaceRole::site;
  claim.place = std::move(place);
  claim.because.push_back(
      {"place", "the only place of the clause that something is said to be in", {only->phrase}});
}

}  // namespace

void add_victim(const Analysis& a, const FigureMention& m, Claim& claim) {
  if (!m.group || m.measure == Counted::surrendered) return;
  std::string name(a.text(*m.group));
  for (const Actor& known : claim.actors) {
    if (known.name == name) return;
  }
  Actor victim;
  victim.role = ActorRole::victim;
  victim.name = name;
  victim.text = name;
  victim.span = m.group;
  claim.actors.push_back(std::move(victim));
  claim.because.push_back({"actors", "those counted", {*m.group}});
}

bool of_hearsay(const Analysis& a, const TollPassage& passage, WordIndex cue) {
  static constexpr std::string_view nouns[] = {
      "claim",     "claims",     "allegation", "allegations", "rumour",  "rumours",
      "rumor",     "rumors",     "accusation", "accusations", "reports", "report",
      "assertion", "suggestion", "fears",      "statement",   "word"};
  static constexpr std::string_view verbs[] = {"said",      "says",    "saying",  "told",
                                               "claimed",   "claims",  "stated",  "announced",
                                               "maintains", "insists", "insisted"};
  auto among = [](const auto& list, std::string_view word) {
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
  };
  auto noun_before = [&](WordIndex i) {
    if (i > passage.first && a.is(i - 1, ",")) --i;
    return i > passage.first && among(nouns, a.lower(i - 1));
  };
  WordIndex lead = std::min(cue, passage.figures.empty() ? cue : passage.figures.front()->first);
  bool nearest = true;
  for (WordIndex i = cue; i > passage.first; --i) {
    WordIndex at = i - 1;
    if (nearest && a.is(at, "that")) {
      if (noun_before(at)) return true;
      nearest = false;
    }
    if (a.is(at, "of") && noun_before(at)) return true;
    // A word of saying whose speaker could not be told.
    if (at < lead && among(verbs, a.lower(at))) return true;
  }
  return false;
}

bool tell_toll(const Analysis& a, const Mentions& mentions, const TollPassage& passage, Claim& claim) {
  // What befell people tells the happening; crowds, wreckage and money beside it are figures of it.
  auto told = std::find_if(passage.figures.begin(), passage.figures.end(), [](const FigureMention* m) {
    return !m->anaphoric && !bare_type(m->measure).empty();
  });
  if (told == passage.figures.end()) return false;
  const FigureMention& lead = **told;
  Clause cause = clause_around(a, lead.cue, passage.first, passage.last, true);
  auto trigger = trigger_near(a, cause, lead.cue);
  bool fits = trigger && trigger_fits(trigger->type, lead.measure);
  std::string_view type = fits ? trigger->type : bare_type(lead.measure);
  if (type.empty()) return false;
  Hedge hedge = hedge_before(a, lead.cue, cause.first);
  bool nobody = std::all_of(passage.figures.begin(), passage.figures.end(),
                            [](const FigureMention* m) { return m->bound == Bound::none; });
  claim.event.type = std::string(type);
  if (fits) {
    if (!trigger->subtype.empty()) claim.event.subtype = std::string(trigger->subtype);
    claim.event.span = a.span(trigger->first, trigger->last);
  } else {
    claim.event.span = a.span(lead.cue, lead.cue + 1);
  }
  claim.event.text = std::string(a.text(claim.event.span));
  claim.because.push_back(
      {"event.type",
       fits ? "word of a happening in the figure's clause" : "what is counted, the act not being told",
       {claim.event.span}});
  claim.status = {hedge.polarity, hedge.modality};
  if (nobody && !fits) claim.status.polarity = Polarity::negated;
  if (hedge.word)
    claim.because.push_back(
        {"status", "word of doubt or denial before the verb", {a.word(*hedge.word).span}});
  Derivation figures{"figures", "numbers governed by words of harm", {}};
  std::optional<Span> last_cue;
  for (const FigureMention* m : passage.figures) {
    if (m->anaphoric) continue;  // "he was killed": who is known, and counted where he is named
    claim.figures.push_back(figure_of(a, *m));
    figures.spans.push_back(m->span);
    Span cue = a.word(m->cue).span;
    if (last_cue != cue) figures.spans.push_back(cue);
    last_cue = cue;
    add_victim(a, *m, claim);
  }
  claim.because.push_back(std::move(figures));
  // "were killed when shells hit Kalmar on Monday": time and place of the shelling are the toll's.
  Clause own = fits ? cause : clause_around(a, lead.cue, passage.first, passage.last, false);
  bool counting = std::all_of(passage.figures.begin(), passage.figures.end(),
                              [&](const FigureMention* m) { return tells_of_the_count(a, *m); });
  if (!counting) add_time(a, mentions, own, claim);
  add_place(a, mentions, own, claim);
  return true;
}

}  // namespace sitrep
