#include "cli/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <string_view>

#include "base/clock.h"
#include "formats/formats.h"

namespace sitrep {

namespace {

struct Row {
  const Claim& claim;
  const Report& report;
  const Positions& positions;
  std::int64_t learned_us;
};

void join(std::string& out, std::string_view more) {
  if (more.empty()) return;
  if (!out.empty()) out += "; ";
  out += more;
}

std::string text(const std::optional<std::string>& value) { return csv_cell(value.value_or("")); }

std::string called(const std::optional<std::string>& name, const std::optional<std::string>& as_written) {
  return name ? *name : as_written.value_or("");
}

template <class Number>
std::string number(const std::optional<Number>& value) {
  return value ? fmt::format("{}", *value) : "";
}

template <WireEnum E>
std::string word(const std::optional<E>& value) {
  return value ? std::string(name_of(*value)) : "";
}

template <class Day>
std::string day(const std::optional<Day>& value) {
  return value ? value->iso() : "";
}

std::string actors(const Claim& claim, std::initializer_list<ActorRole> roles) {
  std::string out;
  for (const Actor& actor : claim.actors) {
    if (std::find(roles.begin(), roles.end(), actor.role) == roles.end()) continue;
    std::string name = called(actor.name, actor.text);
    join(out, name.empty() ? word(actor.kind) : name);
  }
  return csv_cell(out);
}

// The first count of a measure: of the happening itself where there is one, else a part or a sum.
const Figure* figure(const Claim& claim, Measure measure) {
  const Figure* found = nullptr;
  for (const Figure& f : claim.figures) {
    if (f.measure != measure) continue;
    if (f.scope == FigureScope::happening) return &f;
    if (found == nullptr) found = &f;
  }
  return found;
}

std::string low(const Claim& claim, Measure measure) {
  const Figure* found = figure(claim, measure);
  return found == nullptr ? "" : number(found->low);
}

std::string high(const Claim& claim, Measure measure) {
  const Figure* found = figure(claim, measure);
  return found == nullptr ? "" : number(found->high);
}

std::string figures(const Claim& claim) {
  std::string out;
  for (const Figure& f : claim.figures) {
    join(out, fmt::format("{} {}: {}", name_of(f.scope), name_of(f.measure), f.text));
  }
  return csv_cell(out);
}

std::string places(const Claim& claim) {
  std::string out;
  for (const Place& place : claim.places) {
    std::string role = word(place.role);
    join(out, (role.empty() ? "" : role + ": ") + called(place.name, place.text));
  }
  return csv_cell(out);
}

std::string channels(const Claim& claim) {
  std::string out;
  for (const Channel& channel : claim.source.channels) {
    std::string one = channel.name.value_or("");
    if (channel.medium) one += one.empty() ? *channel.medium : fmt::format(" ({})", *channel.medium);
    join(out, one);
  }
  return csv_cell(out);
}

std::string evidence(const Row& r) {
  Span span = r.claim.evidence;
  return csv_cell(std::string_view(r.report.text).substr(span.begin, span.size()));
}

const Time& time_of(const Claim& claim) {
  static const Time none;
  return claim.time ? *claim.time : none;
}

const Place& place_of(const Claim& claim) {
  static const Place none;
  return claim.place ? *claim.place : none;
}

struct Column {
  const char* name;
  std::string (*value)(const Row&);
};

// In the order of the file; new ones are added at the end. docs/csv.md says what each is.
constexpr Column columns[] = {
    {"report", [](const Row& r) { return r.report.id; }},
    {"claim", [](const Row& r) { return csv_cell(r.claim.id); }},
    {"outlet", [](const Row& r) { return text(r.report.publication.outlet); }},
    {"published",
     [](const Row& r) {
       return r.report.publication.published ? r.report.publication.published->date.iso() : "";
     }},
    {"uri", [](const Row& r) { return text(r.report.publication.uri); }},
    {"headline", [](const Row& r) { return text(r.report.publication.headline); }},
    {"event_type", [](const Row& r) { return csv_cell(r.claim.event.type); }},
    {"event_subtype", [](const Row& r) { return text(r.claim.event.subtype); }},
    {"event_text", [](const Row& r) { return csv_cell(r.claim.event.text); }},
    {"event_ref", [](const Row& r) { return csv_cell(r.claim.event.ref); }},
    {"part_of", [](const Row& r) { return text(r.claim.event.part_of); }},
    {"polarity", [](const Row& r) { return std::string(name_of(r.claim.status.polarity)); }},
    {"modality", [](const Row& r) { return std::string(name_of(r.claim.status.modality)); }},
    {"actors",
     [](const Row& r) {
       return actors(r.claim, {ActorRole::actor, ActorRole::participant});
     }},
    {"targets",
     [](const Row& r) {
       return actors(r.claim, {ActorRole::target, ActorRole::victim});
     }},
    {"other_actors",
     [](const Row& r) {
       return actors(r.claim, {ActorRole::mediator, ActorRole::beneficiary});
     }},
    {"instrument",
     [](const Row& r) {
       return r.claim.instrument ? csv_cell(called(r.claim.instrument->kind, r.claim.instrument->text)) : "";
     }},
    {"earliest", [](const Row& r) { return day(time_of(r.claim).earliest); }},
    {"latest", [](const Row& r) { return day(time_of(r.claim).latest); }},
    {"time_precision", [](const Row& r) { return word(time_of(r.claim).precision); }},
    {"time_text", [](const Row& r) { return text(time_of(r.claim).text); }},
    {"place", [](const Row& r) { return csv_cell(called(place_of(r.claim).name, place_of(r.claim).text)); }},
    {"place_text", [](const Row& r) { return text(place_of(r.claim).text); }},
    {"lat", [](const Row& r) { return number(place_of(r.claim).lat); }},
    {"lon", [](const Row& r) { return number(place_of(r.claim).lon); }},
    {"uncertainty_m", [](const Row& r) { return number(place_of(r.claim).uncertainty_m); }},
    {"place_precision", [](const Row& r) { return word(place_of(r.claim).precision); }},
    {"country", [](const Row& r) { return text(place_of(r.claim).country); }},
    {"admin1", [](const Row& r) { return text(place_of(r.claim).admin1); }},
    {"places", [](const Row& r) { return places(r.claim); }},
    {"killed_low", [](const Row& r) { return low(r.claim, Measure::killed); }},
    {"killed_high", [](const Row& r) { return high(r.claim, Measure::killed); }},
    {"injured_low", [](const Row& r) { return low(r.claim, Measure::injured); }},
    {"injured_high", [](const Row& r) { return high(r.claim, Measure::injured); }},
    {"figures", [](const Row& r) { return figures(r.claim); }},
    {"source_kind", [](const Row& r) { return std::string(name_of(r.claim.source.kind)); }},
    {"source", [](const Row& r) { return csv_cell(called(r.claim.source.name, r.claim.source.text)); }},
    {"source_text", [](const Row& r) { return text(r.claim.source.text); }},
    {"source_role", [](const Row& r) { return text(r.claim.source.role); }},
    {"source_body", [](const Row& r) { return text(r.claim.source.body); }},
    {"source_party", [](const Row& r) { return text(r.claim.source.party); }},
    {"said", [](const Row& r) { return day(r.claim.source.said); }},
    {"anonymity", [](const Row& r) { return word(r.claim.source.anonymity); }},
    {"speech", [](const Row& r) { return word(r.claim.source.speech); }},
    {"cue", [](const Row& r) { return text(r.claim.source.cue); }},
    {"channels", [](const Row& r) { return channels(r.claim); }},
    {"confidence", [](const Row& r) { return number(r.claim.confidence); }},
    {"evidence", evidence},
    {"begin",
     [](const Row& r) { return fmt::format("{}", r.positions.code_points(r.claim.evidence.begin)); }},
    {"end", [](const Row& r) { return fmt::format("{}", r.positions.code_points(r.claim.evidence.end)); }},
    {"learned", [](const Row& r) { return utc_iso(r.learned_us); }},
};

}  // namespace

std::string csv_heading() {
  std::string out;
  for (const Column& column : columns) out += (out.empty() ? "" : ",") + std::string(column.name);
  return out + "\r\n";
}

std::string csv_row(const Claim& claim, const Report& report, const Positions& positions,
                    std::int64_t learned_us) {
  Row row{claim, report, positions, learned_us};
  std::string out;
  for (const Column& column : columns) {
    if (&column != columns) out += ',';
    out += column.value(row);
  }
  return out + "\r\n";
}

}  // namespace sitrep
