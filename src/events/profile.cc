#include "events/profile.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/number_of.h"
#include "events/summary.h"

namespace sitrep {
namespace {

// What one account gives for one measure, at last.
struct Given {
  std::string who;
  std::int64_t low = 0, high = 0;
  std::int32_t day = 0;  // of saying; 0: not known
  int rank = 0;          // how official its source is; the most official first
  std::set<std::string> origins;

  [[nodiscard]] std::string text() const {
    return low == high ? fmt::format("{}", low) : fmt::format("{} to {}", low, high);
  }
};

int rank_of(SourceKind kind) {
  switch (kind) {
    case SourceKind::body:
    case SourceKind::written_record:
      return 0;
    case SourceKind::named:
      return 1;
    case SourceKind::outlet:
      return 2;
    case SourceKind::collective:
    case SourceKind::unnamed:
      break;
  }
  return 3;
}

// A figure in numbers: as told, or as the profile reads a vague word. Nothing where it has none.
std::optional<Count> numbers_of(const Figure& figure, const Profile& profile) {
  if (figure.low) return Count{*figure.low, figure.high.value_or(*figure.low)};
  if (figure.high) return Count{0, *figure.high};
  if (figure.qualifier != Qualifier::vague) return std::nullopt;
  for (const VagueWord& vague : profile.vague) {
    if (figure.text.find(vague.word) != std::string::npos) return Count{vague.low, vague.high};
  }
  return std::nullopt;
}

// Of a claim, for the whole happening: figures of several groups (soldiers, civilians) add up.
std::optional<Count> total_of(const Claim& claim, Measure measure, bool civilians, const Profile& profile) {
  if (claim.status.polarity != Polarity::affirmed) return std::nullopt;
  std::optional<Count> total;
  for (const Figure& figure : claim.figures) {
    if (figure.measure != measure || figure.scope == FigureScope::cumulative) continue;
    if (civilians ? !figure.civilian.value_or(false) : figure.scope == FigureScope::part) continue;
    auto count = numbers_of(figure, profile);
    if (!count) continue;
    if (!total) total = Count{0, 0};
    total->low += count->low;
    total->high += count->high;
  }
  return total;
}

std::vector<Given> given_of(const EventView& view, Measure measure, bool civilians, const Profile& profile) {
  std::vector<Given> all;
  for (const AccountView& account : view.accounts) {
    Given given;
    bool told = false;
    for (Said said : account.said) {
      const Claim& claim = view.claim(said);
      auto total = total_of(claim, measure, civilians, profile);
      if (!total) continue;
      const Telling& telling = view.tellings[said.telling];
      told = true;
      given.low = total->low;
      given.high = total->high;
      auto day = said_day(claim, telling);
      given.day = day ? day->days() : 0;
      given.origins.insert(telling.origin);
    }
    if (!told) continue;
    given.who = account.who;
    given.rank = rank_of(account.source.kind);
    all.push_back(std::move(given));
  }
  return all;
}

// How many independent origins give this very figure.
std::size_t origins_of(const std::vector<Given>& all, const Given& given) {
  std::set<std::string> origins;
  for (const Given& each : all) {
    if (each.low == given.low && each.high == given.high)
      origins.insert(each.origins.begin(), each.origins.end());
  }
  return origins.size();
}

// Whether `a` wins over `b`; where neither does, the one said first stays.
bool wins(const Given& a, const Given& b, const std::vector<Given>& all, CountRule rule) {
  switch (rule) {
    case CountRule::lowest:
      return a.low < b.low;
    case CountRule::highest:
      return a.high > b.high;
    case CountRule::latest:
      return a.day > b.day;
    case CountRule::most_independent: {
      std::size_t of_a = origins_of(all, a);
      std::size_t of_b = origins_of(all, b);
      return of_a != of_b ? of_a > of_b : a.day > b.day;
    }
    case CountRule::official_first:
      return a.rank != b.rank ? a.rank < b.rank : a.day > b.day;
    case CountRule::none:
      break;
  }
  return false;
}

std::string_view words_of(CountRule rule) {
  switch (rule) {
    case CountRule::lowest:
      return "the lowest";
    case CountRule::highest:
      return "the highest";
    case CountRule::latest:
      return "the latest";
    case CountRule::most_independent:
      return "what most independent origins give, the latest among equals";
    case CountRule::official_first:
      return "the most official source, the latest among equals";
    case CountRule::none:
      break;
  }
  return "no choice";
}

Estimate estimate(const EventView& view, std::string field, Measure measure, bool civilians,
                  const Profile& profile, std::vector<Choice>& choices) {
  std::vector<Given> all = given_of(view, measure, civilians, profile);
  Estimate out;
  if (all.empty()) {
    if (profile.missing_is_zero && !civilians) {
      out.best = out.low = out.high = 0;
      choices.push_back(
          {std::move(field), "0", "", "no account gives a figure, which this profile codes as 0", {}});
    }
    return out;
  }
  const Given* best = &all.front();
  for (const Given& each : all) {
    if (wins(each, *best, all, profile.count)) best = &each;
  }
  out.low = best->low;
  out.high = best->high;
  if (profile.range_of_all) {
    for (const Given& each : all) {
      out.low = std::min(*out.low, each.low);
      out.high = std::max(*out.high, each.high);
    }
  }
  bool chosen = profile.count != CountRule::none;
  if (chosen) out.best = best->low;
  Choice choice;
  choice.field = std::move(field);
  choice.value = chosen ? best->text() : fmt::format("{} to {}", *out.low, *out.high);
  choice.rule = fmt::format("{}, of {}", words_of(profile.count), number_of(all.size(), "account"));
  if (chosen) choice.who = best->who;
  for (const Given& each : all) {
    bool other = !chosen || (&each != best && (each.low != best->low || each.high != best->high));
    if (other) choice.lost.push_back({each.who, each.text()});
  }
  choices.push_back(std::move(choice));
  return out;
}

// ------------------------------------------------------------------------------- time, place and type

struct Value {
  std::string who, text;
  double spread = 0;     // days or metres: less is more precise
  std::int32_t day = 0;  // of saying
  std::size_t at = 0;    // of its claim
  std::size_t told = 0;  // by how many claims
};

std::string_view words_of(ValueRule rule) {
  switch (rule) {
    case ValueRule::most_precise:
      return "the most precise, then told most often";
    case ValueRule::most_told:
      return "told most often";
    case ValueRule::latest:
      return "said last";
    case ValueRule::first:
      break;
  }
  return "said first";
}

bool wins(const Value& a, const Value& b, ValueRule rule) {
  switch (rule) {
    case ValueRule::most_precise:
      return a.spread != b.spread ? a.spread < b.spread : a.told > b.told;
    case ValueRule::most_told:
      return a.told > b.told;
    case ValueRule::latest:
      return a.day > b.day;
    case ValueRule::first:
      break;
  }
  return false;
}

// The claims in the order of their accounts, and the choice among the values that `value_of` finds.
class Chooser {
 public:
  Chooser(const EventView& view, std::vector<Choice>& choices) : choices_(choices) {
    for (const AccountView& account : view.accounts) {
      for (Said said : account.said) {
        const Claim& claim = view.claim(said);
        auto day = said_day(claim, view.tellings[said.telling]);
        said_.push_back({&claim, &account.who, day ? day->days() : 0});
      }
    }
  }

  template <class ValueOf>
  const Claim* choose(std::string field, ValueRule rule, ValueOf value_of) {
    std::vector<Value> values;
    std::map<std::string, std::size_t> by_text;
    for (std::size_t i = 0; i < said_.size(); ++i) {
      auto found = value_of(*said_[i].claim);
      if (!found) continue;
      auto [at, fresh] = by_text.try_emplace(found->text, values.size());
      if (fresh) values.push_back({*said_[i].who, found->text, found->spread, said_[i].day, i, 0});
      values[at->second].told += 1;
      values[at->second].day = std::max(values[at->second].day, said_[i].day);
    }
    if (values.empty()) return nullptr;
    const Value* best = &values.front();
    for (const Value& each : values) {
      if (wins(each, *best, rule)) best = &each;
    }
    Choice choice{std::move(field), best->text, best->who, std::string(words_of(rule)), {}};
    for (const Value& each : values) {
      if (&each != best) choice.lost.push_back({each.who, each.text});
    }
    choices_.push_back(std::move(choice));
    return said_[best->at].claim;
  }

  template <class Take>
  void each(Take take) const {
    for (const Spoken& spoken : said_) take(*spoken.claim);
  }

 private:
  struct Spoken {
    const Claim* claim;
    const std::string* who;
    std::int32_t day;
  };
  std::vector<Choice>& choices_;
  std::vector<Spoken> said_;
};

struct Found {
  std::string text;
  double spread = 0;
};

std::optional<Found> time_in(const Claim& claim) {
  if (!claim.time || !claim.time->earliest) return std::nullopt;
  const TimePoint& last = claim.time->latest ? *claim.time->latest : *claim.time->earliest;
  std::string text = claim.time->earliest->date.iso();
  if (last.date != claim.time->earliest->date) text += " to " + last.date.iso();
  return Found{text, static_cast<double>(last.date.days() - claim.time->earliest->date.days())};
}

std::optional<Found> place_in(const Claim& claim) {
  if (!claim.place) return std::nullopt;
  const auto& name = claim.place->name ? claim.place->name : claim.place->text;
  if (!name) return std::nullopt;
  constexpr double of_a_name_alone = 1e7;
  return Found{*name, claim.place->lat ? static_cast<double>(claim.place->uncertainty_m.value_or(10'000))
                                       : of_a_name_alone};
}

// "death" says less than any act that caused it.
std::optional<Found> type_in(const Claim& claim) {
  bool bare = claim.event.type == "death" || claim.event.type == "injury";
  return Found{claim.event.type, bare ? 1.0 : 0.0};
}

}  // namespace

EventRow row_of(const EventView& view, const Profile& profile) {
  EventRow row;
  row.event = view.event;
  Chooser chooser(view, row.choices);
  bool acts = false;
  chooser.each([&](const Claim& claim) { acts = acts || type_in(claim)->spread == 0; });
  const Claim* type = chooser.choose("type", profile.type, [&](const Claim& claim) {
    auto found = type_in(claim);
    return acts && found->spread > 0 ? std::nullopt : found;
  });
  if (type != nullptr) row.type = type->event.type;
  if (const Claim* told = chooser.choose("time", profile.time, time_in)) {
    row.earliest = told->time->earliest->date;
    row.latest = told->time->latest ? told->time->latest->date : row.earliest;
    row.time_precision = told->time->precision;
  } else if (!view.tellings.empty() && view.tellings.front().published) {
    row.earliest = row.latest = view.tellings.front().published->date;
    row.choices.push_back(
        {"time", row.earliest->iso(), "", "no account tells the day: that of the first report", {}});
  }
  if (const Claim* told = chooser.choose("place", profile.place, place_in)) row.place = told->place;
  row.killed = estimate(view, "killed", Measure::killed, false, profile, row.choices);
  row.injured = estimate(view, "injured", Measure::injured, false, profile, row.choices);
  row.civilians_killed = estimate(view, "civilians_killed", Measure::killed, true, profile, row.choices);
  std::set<std::pair<ActorRole, std::string>> seen;
  chooser.each([&](const Claim& claim) {
    for (const Actor& actor : claim.actors) {
      const auto& name = actor.name ? actor.name : actor.text;
      if (name && seen.emplace(actor.role, *name).second) row.actors.push_back(actor);
    }
  });
  return row;
}

std::string in_words(const Choice& choice) {
  std::string out = choice.value;
  if (!choice.who.empty()) out += ", said by " + choice.who;
  out += ": " + choice.rule;
  for (std::size_t i = 0; i < choice.lost.size(); ++i) {
    out += fmt::format("{}{} ({})", i == 0 ? "; lost: " : ", ", choice.lost[i].value, choice.lost[i].who);
  }
  return out;
}

Event event_record(const EventView& view, const EventRow& row, const Profile& profile) {
  Event event = event_record(view);
  event.profile = profile.name;
  if (!row.type.empty()) event.type = row.type;
  if (row.earliest) {
    Time time;
    time.earliest = TimePoint{*row.earliest, {}};
    time.latest = TimePoint{*row.latest, {}};
    time.precision = row.time_precision;
    event.time = std::move(time);
  }
  if (row.place) event.place = row.place;
  event.figures.clear();
  auto add = [&](Measure measure, const Estimate& estimate) {
    if (estimate.low) event.figures.push_back({measure, estimate.low, estimate.high, estimate.best});
  };
  add(Measure::killed, row.killed);
  add(Measure::injured, row.injured);
  for (const Choice& choice : row.choices) event.because.push_back({choice.field, in_words(choice), {}});
  return event;
}

}  // namespace sitrep
