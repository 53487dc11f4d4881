#include "events/happening.h"

#include <algorithm>
#include <map>

#include "events/words.h"

namespace sitrep {
namespace {

constexpr std::size_t happenings_max = 400;
// Of the text around a happening that its words are taken from.
constexpr std::size_t own_words_max = 1200;

constexpr std::string_view not_linked[] = {"accusation", "apology",   "appeal",  "condemnation", "demand",
                                           "denial",     "offer",     "promise", "refusal",      "statement",
                                           "threat",     "ultimatum", "warning"};

// Types that say no more than that people came to harm, or that name a family rather than a kind.
int telling(std::string_view type) {
  if (type == "death" || type == "injury") return 0;
  if (type == "attack" || type == "killing" || type == "clash") return 1;
  return 2;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// A headline's span, or an empty one.
Span headline_of(const Report& report) {
  for (const Part& part : report.parts) {
    if (part.kind == PartKind::headline) return part.span;
  }
  return {};
}

// The first stretch of the story, headline left out.
std::string_view lead_of(const Report& report, std::size_t most) {
  std::string_view text = report.text;
  std::uint32_t begin = 0;
  for (const Part& part : report.parts) {
    if (part.kind == PartKind::body || part.kind == PartKind::quote) {
      begin = part.span.begin;
      break;
    }
  }
  return text.substr(std::min<std::size_t>(begin, text.size()), most);
}

void add_report(const Report& report, WordGatherer& words) {
  Span headline = headline_of(report);
  words.add(std::string_view(report.text).substr(headline.begin, headline.size()), 2);
  words.add(lead_of(report, own_words_max), 1);
}

void take_words(const WordGatherer& words, Happening& happening) {
  happening.words = words.words();
  happening.capitals = words.capitals();
  happening.names = words.names();
  happening.numbers = words.numbers();
}

// The paragraphs around a claim's evidence.
Span around(const Report& report, Span evidence) {
  std::string_view text = report.text;
  std::size_t begin = text.rfind('\n', evidence.begin);
  begin = begin == std::string_view::npos ? 0 : begin + 1;
  std::size_t end = text.find('\n', evidence.end);
  if (end == std::string_view::npos) end = text.size();
  constexpr std::size_t half = own_words_max / 2;
  if (evidence.begin > half) begin = std::max<std::size_t>(begin, evidence.begin - half);
  end = std::min<std::size_t>(end, evidence.end + half);
  return make_span(begin, end);
}

void add_time(const Claim& claim, Happening& happening) {
  if (!claim.time || !claim.time->earliest) return;
  std::int32_t first = claim.time->earliest->date.days();
  std::int32_t last = claim.time->latest ? claim.time->latest->date.days() : first;
  // The claim that tells the day best counts; a later, vaguer one says nothing new.
  bool better = !happening.earliest || last - first < *happening.latest - *happening.earliest;
  if (!better) return;
  happening.earliest = first;
  happening.latest = last;
}

void add_place(const Claim& claim, Happening& happening) {
  if (!claim.place) return;
  const Place& place = *claim.place;
  if (happening.place.empty()) happening.place = place.name.value_or(place.text.value_or(""));
  if (place.country && happening.country.empty()) happening.country = *place.country;
  if (!place.lat || !place.lon) return;
  std::int64_t uncertainty = place.uncertainty_m.value_or(10'000);
  if (happening.lat && happening.uncertainty_m <= uncertainty) return;
  happening.lat = place.lat;
  happening.lon = place.lon;
  happening.uncertainty_m = uncertainty;
  if (place.country) happening.country = *place.country;
}

void add_figures(const Claim& claim, Happening& happening) {
  if (claim.status.polarity != Polarity::affirmed) return;
  for (const Figure& figure : claim.figures) {
    if (figure.scope != FigureScope::happening || !figure.low) continue;
    std::optional<Count>* count = figure.measure == Measure::killed    ? &happening.killed
                                  : figure.measure == Measure::injured ? &happening.injured
                                                                       : nullptr;
    if (count == nullptr) continue;
    std::int64_t high = figure.high.value_or(*figure.low);
    if (!*count) *count = Count{*figure.low, high};
    (*count)->low = std::min((*count)->low, *figure.low);
    (*count)->high = std::max((*count)->high, high);
  }
}

// Joined by ", ", each once; three at most.
void add_name(const std::optional<std::string>& name, std::string& names) {
  constexpr std::ptrdiff_t most = 3;
  if (!name || name->empty() || names.find(*name) != std::string::npos) return;
  if (!names.empty() && std::count(names.begin(), names.end(), ',') + 1 >= most) return;
  names += (names.empty() ? "" : ", ") + *name;
}

void add_actors(const Claim& claim, Happening& happening) {
  for (const Actor& actor : claim.actors) {
    const std::optional<std::string>& name = actor.id ? actor.id : actor.name ? actor.name : actor.text;
    if (name) happening.actors.push_back(word_hash(lower(*name)));
    bool acts = actor.role == ActorRole::actor || actor.role == ActorRole::participant;
    add_name(actor.name ? actor.name : actor.text, acts ? happening.who : happening.whom);
  }
}

// What one claim tells of it: kind, day, place, figures, who.
void add_values(const Claim& claim, Happening& happening) {
  happening.claims.push_back(claim.id);
  if (happening.type.empty() || telling(claim.event.type) > telling(happening.type)) {
    happening.type = claim.event.type;
  }
  add_time(claim, happening);
  add_place(claim, happening);
  add_figures(claim, happening);
  add_actors(claim, happening);
}

void sort_actors(Happening& happening) {
  std::sort(happening.actors.begin(), happening.actors.end());
  happening.actors.erase(std::unique(happening.actors.begin(), happening.actors.end()),
                         happening.actors.end());
}

}  // namespace

void tell_anew(Happening& happening, const std::vector<Claim>& claims) {
  Happening told;
  for (const Claim& claim : claims) add_values(claim, told);
  sort_actors(told);
  happening.claims = std::move(told.claims);
  happening.type = std::move(told.type);
  happening.earliest = told.earliest;
  happening.latest = told.latest;
  happening.killed = told.killed;
  happening.injured = told.injured;
  happening.actors = std::move(told.actors);
  happening.who = std::move(told.who);
  happening.whom = std::move(told.whom);
  happening.place = std::move(told.place);
  if (happening.place_borrowed && !told.lat) return;
  happening.place_borrowed = false;
  happening.lat = told.lat;
  happening.lon = told.lon;
  happening.uncertainty_m = told.uncertainty_m;
  happening.country = std::move(told.country);
}

Happening happening_of_text(const Report& report) {
  Happening happening;
  happening.main = true;
  if (report.publication.published) happening.published = report.publication.published->date.days();
  WordGatherer words;
  add_report(report, words);
  take_words(words, happening);
  happening.shingles = shingles_of(report.text);
  return happening;
}

bool is_linked(std::string_view event_type) {
  return !std::binary_search(std::begin(not_linked), std::end(not_linked), event_type);
}

std::vector<Happening> happenings_of(const Report& report, const std::vector<Claim>& claims) {
  std::vector<Happening> happenings;
  std::vector<std::vector<const Claim*>> told;
  std::map<std::string_view, std::size_t> by_ref;
  for (const Claim& claim : claims) {
    if (!is_linked(claim.event.type)) continue;
    auto [at, fresh] = by_ref.try_emplace(claim.event.ref, happenings.size());
    if (fresh) {
      if (happenings.size() == happenings_max) {
        by_ref.erase(at);
        continue;
      }
      happenings.emplace_back().ref = claim.event.ref;
      told.emplace_back();
    }
    told[at->second].push_back(&claim);
  }
  if (happenings.empty()) return happenings;

  Span headline = headline_of(report);
  std::size_t main = 0;
  std::size_t main_claims = 0;
  bool main_in_headline = false;
  for (std::size_t i = 0; i < happenings.size(); ++i) {
    bool in_headline = std::any_of(told[i].begin(), told[i].end(), [&](const Claim* claim) {
      return !headline.empty() && headline.contains(claim->evidence);
    });
    bool better = in_headline != main_in_headline ? in_headline : told[i].size() > main_claims + 1;
    if (i > 0 && !better) continue;
    main = i;
    main_claims = told[i].size();
    main_in_headline = in_headline;
  }
  happenings[main].main = true;

  std::vector<std::uint32_t> shingles = shingles_of(report.text);
  for (std::size_t i = 0; i < happenings.size(); ++i) {
    Happening& happening = happenings[i];
    if (report.publication.published) happening.published = report.publication.published->date.days();
    if (!report.publication.credit.empty()) happening.credit = report.publication.credit.front();
    WordGatherer words;
    if (happening.main) add_report(report, words);
    Span gathered;
    for (const Claim* claim : told[i]) {
      add_values(*claim, happening);
      if (happening.main || gathered.size() > own_words_max) continue;
      Span own = around(report, claim->evidence);
      if (gathered.contains(own)) continue;
      words.add(std::string_view(report.text).substr(own.begin, own.size()), 1);
      gathered = gathered.empty() ? own : cover(gathered, own);
    }
    take_words(words, happening);
    sort_actors(happening);
    happening.shingles = shingles;
  }
  // Where the main one is told without a place, the place that the report tells best is nearer than none.
  if (!happenings[main].lat) {
    Happening elsewhere;
    for (const Claim& claim : claims) add_place(claim, elsewhere);
    happenings[main].place_borrowed = elsewhere.lat.has_value();
    happenings[main].lat = elsewhere.lat;
    happenings[main].lon = elsewhere.lon;
    happenings[main].uncertainty_m = elsewhere.uncertainty_m;
    if (elsewhere.lat) happenings[main].country = elsewhere.country;
  }
  return happenings;
}

}  // namespace sitrep
