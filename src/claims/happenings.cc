#include "claims/happenings.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace sitrep {
namespace {

// Below it a count says too little to be the same people.
constexpr std::int64_t telling_count_min = 3;
// Earlier happenings with the same count that a claim is held against.
constexpr std::size_t candidates_max = 8;
// Words of place that are held against each other.
constexpr std::size_t sites_max = 12;

struct Happening {
  std::string ref;
  bool headline = false;
  const Claim* first = nullptr;
  // What any of its claims tells, as views of the claims.
  std::string_view type, of, victim, place;
  std::vector<std::string_view> sites;
  const Time* time = nullptr;
};

bool bare(std::string_view type) { return type == "death" || type == "injury"; }

// Types whose happenings leave dead and injured; "arrest" does not.
bool harmful(std::string_view type) {
  static constexpr std::string_view types[] = {
      "air_strike", "ambush",  "assassination", "attack", "bombing", "clash", "death",    "execution",
      "injury",     "killing", "massacre",      "mine",   "raid",    "riot",  "shelling", "suicide_bombing"};
  return std::find(std::begin(types), std::end(types), type) != std::end(types);
}

// The figure that a happening is known by: of all of it, with a number. Null where there is none.
const Figure* lead_figure(const Claim& claim) {
  if (claim.status.polarity != Polarity::affirmed || claim.status.modality != Modality::actual)
    return nullptr;
  for (const Figure& figure : claim.figures) {
    bool counted = figure.low && *figure.low >= 2 && (!figure.high || *figure.high == *figure.low);
    if (figure.scope != FigureScope::part && counted) return &figure;
  }
  return nullptr;
}

std::string_view of_whom(const Figure& figure) { return figure.of ? *figure.of : std::string_view{}; }

// Words that say where, of no list of places: "night", "market" of "at the night market".
std::vector<std::string_view> sites_of(const Analysis& a, const Claim& claim) {
  std::vector<std::string_view> words;
  WordIndex last = a.word_at(claim.evidence.end);
  for (WordIndex i = a.word_at(claim.evidence.begin); i + 2 < last && words.size() < sites_max; ++i) {
    bool at = (a.is(i, "at") || a.is(i, "in") || a.is(i, "near") || a.is(i, "on")) && a.is(i + 1, "the");
    if (!at) continue;
    for (WordIndex w = i + 2; w < last && w < i + 5 && a.word(w).kind == WordKind::word; ++w) {
      if (a.word(w).classes.any(WordClass::preposition, WordClass::auxiliary, WordClass::conjunction)) break;
      words.push_back(a.lower(w));
    }
  }
  return words;
}

bool elsewhere(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  if (a.empty() || b.empty()) return false;
  return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) == a.end();
}

// The figures that both tell are the same, where they are of all of it.
bool same_figures(const Claim& a, const Claim& b, bool headline) {
  for (const Figure& mine : a.figures) {
    for (const Figure& theirs : b.figures) {
      if (mine.measure != theirs.measure || mine.scope == FigureScope::part ||
          theirs.scope == FigureScope::part || !mine.low || !theirs.low) {
        continue;
      }
      bool bounds = mine.qualifier == theirs.qualifier || mine.qualifier == Qualifier::at_least ||
                    theirs.qualifier == Qualifier::at_least;
      bool scopes = headline || mine.scope == theirs.scope;
      return mine.low == theirs.low && bounds && scopes;
    }
  }
  return true;
}

bool apart(const Time& a, const Time& b) {
  if (!a.earliest || !a.latest || !b.earliest || !b.latest) return false;
  return a.latest->date < b.earliest->date || b.latest->date < a.earliest->date;
}

bool differ(std::string_view a, std::string_view b) { return !a.empty() && !b.empty() && a != b; }

std::string_view victim_of(const Claim& claim) {
  for (const Actor& actor : claim.actors) {
    if (actor.role == ActorRole::victim && actor.name) return *actor.name;
  }
  return {};
}

std::string_view place_of(const Claim& claim) {
  return claim.place && claim.place->name ? std::string_view(*claim.place->name) : std::string_view{};
}

bool tells_again(const Analysis& a, const Claim& claim, const Figure& figure, const Happening& known) {
  if (!known.headline && *figure.low < telling_count_min) return false;
  std::string_view type = claim.event.type;
  bool types =
      type == known.type || ((bare(type) || bare(known.type)) && harmful(type) && harmful(known.type));
  return types && same_figures(*known.first, claim, known.headline) && !differ(of_whom(figure), known.of) &&
         !differ(victim_of(claim), known.victim) && !differ(place_of(claim), known.place) &&
         !elsewhere(sites_of(a, claim), known.sites) &&
         !(claim.time && known.time != nullptr && apart(*claim.time, *known.time));
}

void learn(const Analysis& a, const Claim& claim, const Figure& figure, Happening& known) {
  if (known.type.empty() || bare(known.type)) known.type = claim.event.type;
  if (known.of.empty()) known.of = of_whom(figure);
  if (known.victim.empty()) known.victim = victim_of(claim);
  if (known.place.empty()) known.place = place_of(claim);
  if (known.sites.empty()) known.sites = sites_of(a, claim);
  if (known.time == nullptr && claim.time) known.time = &*claim.time;
}

// Earlier claims that a noun may take up again.
constexpr std::size_t claims_back_max = 16;

bool happened(const Claim& claim) {
  return claim.status.polarity == Polarity::affirmed &&
         (claim.status.modality == Modality::actual || claim.status.modality == Modality::ongoing);
}

// "the attack", "this raid", "the fighting": told before. Not "another offensive", "the second attack".
bool takes_up_again(const Analysis& a, const Claim& claim) {
  WordIndex at = a.word_at(claim.event.span.begin);
  for (int i = 0; i < 3 && at > 0; ++i) {
    --at;
    if (a.word(at).kind != WordKind::word) return false;
    if (a.is(at, "the") || a.is(at, "this") || a.is(at, "these") || a.is(at, "that")) return true;
    if (a.is(at, "another") || a.is(at, "new") || a.is(at, "first") || a.is(at, "second") ||
        a.is(at, "third") || a.is(at, "other") || a.is(at, "previous") || a.is(at, "latest") ||
        a.is(at, "of")) {
      return false;
    }
  }
  return false;
}

std::vector<std::string_view> sufferers_of(const Claim& claim) {
  std::vector<std::string_view> names;
  for (const Actor& actor : claim.actors) {
    bool suffers = actor.role == ActorRole::target || actor.role == ActorRole::victim;
    if (suffers && actor.name) names.push_back(*actor.name);
  }
  return names;
}

// "the bishop", "a mayor": one person or thing, not named. Its last word; empty for others.
std::string_view single_of(const Claim& claim) {
  for (const Actor& actor : claim.actors) {
    bool suffers = actor.role == ActorRole::target || actor.role == ActorRole::victim;
    if (!suffers || !actor.text) continue;
    std::string_view text = *actor.text;
    std::size_t blank = text.find_last_of(" \n\t");
    if (actor.name || blank == std::string_view::npos) return {};
    std::string_view last = text.substr(blank + 1);
    char end = last.back();
    return end == 's' || end == 'S' ? std::string_view{} : last;
  }
  return {};
}

// A general word for violence stands for any kind of it: "the attack" for a bombing told before.
bool may_name(const Claim& again, const Claim& before) {
  if (again.event.type == before.event.type) return true;
  bool general = again.event.type == "attack" || bare(again.event.type);
  if (again.event.type == "clash") return before.event.type == "attack";
  return general && harmful(before.event.type) && harmful(again.event.type);
}

bool compatible(const Claim& claim, const Claim& before) {
  bool times = claim.time && before.time && apart(*claim.time, *before.time);
  return !times && !differ(place_of(claim), place_of(before)) && same_figures(before, claim, false);
}

// The earlier claim of the same happening, for a noun that takes it up or a person who suffers it again.
const Claim* told_before(const Analysis& a, const std::vector<Claim>& claims, std::size_t i) {
  const Claim& claim = claims[i];
  if (!harmful(claim.event.type) || !happened(claim)) return nullptr;
  bool again = takes_up_again(a, claim);
  std::vector<std::string_view> names = sufferers_of(claim);
  if (!again && names.empty()) return nullptr;
  for (std::size_t back = 1; back <= claims_back_max && back <= i; ++back) {
    const Claim& before = claims[i - back];
    if (!happened(before) || !harmful(before.event.type) || !compatible(claim, before)) continue;
    std::vector<std::string_view> others = sufferers_of(before);
    bool same = std::find_first_of(names.begin(), names.end(), others.begin(), others.end()) != names.end();
    bool types = may_name(claim, before) || may_name(before, claim);
    if (same && types) return &before;
    bool elsewhom =
        (!names.empty() && !others.empty() && !same) || differ(single_of(claim), single_of(before));
    if (again && may_name(claim, before) && !elsewhom && !before.event.span.overlaps(claim.event.span))
      return &before;
  }
  return nullptr;
}

}  // namespace

void name_happenings(const Analysis& analysis, std::vector<Claim>& claims) {
  std::map<std::pair<Measure, std::int64_t>, std::vector<Happening>> by_count;
  std::size_t names = 0;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    Claim& claim = claims[i];
    const Figure* figure = lead_figure(claim);
    if (const Claim* before = told_before(analysis, claims, i)) {
      claim.event.ref = before->event.ref;
      claim.because.push_back({"event.ref", "taken up again", {before->event.span, claim.event.span}});
      continue;
    }
    if (figure == nullptr) {
      claim.event.ref = fmt::format("h{}", ++names);
      continue;
    }
    auto& candidates = by_count[{figure->measure, *figure->low}];
    auto told = std::find_if(candidates.begin(), candidates.end(), [&](const Happening& known) {
      return tells_again(analysis, claim, *figure, known);
    });
    if (told == candidates.end()) {
      claim.event.ref = fmt::format("h{}", ++names);
      if (candidates.size() == candidates_max) continue;
      Happening fresh;
      fresh.ref = claim.event.ref;
      WordIndex word = analysis.word_at(claim.evidence.begin);
      const Sentence& sentence = analysis.sentences()[analysis.sentence_of(word)];
      fresh.headline = sentence.part == PartKind::headline || sentence.part == PartKind::subheadline;
      fresh.first = &claim;
      told = candidates.insert(candidates.end(), std::move(fresh));
    } else {
      claim.event.ref = told->ref;
      Span before = lead_figure(*told->first)->span;
      claim.because.push_back({"event.ref", "the same toll told before", {before, figure->span}});
    }
    learn(analysis, claim, *figure, *told);
  }
}

}  // namespace sitrep
