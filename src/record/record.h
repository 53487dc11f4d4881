// The record: what Sitrep keeps, as plain structs. The waist of the program: the reading half makes
// these, the keeping half stores them, and neither knows the other.
//
// An absent optional or an empty list means "not known"; nothing is ever 0 or "" for unknown. Spans
// are bytes of the report's text; record/json.h turns them into code points at the edge.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.h"
#include "record/words.h"
#include "text/document.h"
#include "text/note.h"
#include "text/part.h"
#include "text/publication.h"
#include "text/span.h"

namespace sitrep {

// The number of the contract that JSON readers rely on. Keys may be added under it; a key dropped
// or renamed needs a new one.
inline constexpr std::int64_t schema_version = 1;

// A local day, with the minute where a report tells it; never shifted to UTC.
struct TimePoint {
  Date date;
  std::optional<int> minute_of_day;  // 0..1439

  static std::optional<TimePoint> parse(std::string_view text);  // "2031-05-04", "2031-05-04T17:30"
  [[nodiscard]] std::string iso() const;
  bool operator==(const TimePoint&) const = default;
};

// One published item with its metadata and its text as read.
struct Report {
  std::int64_t schema = schema_version;
  std::string id;  // "sha256:" and the hash of the bytes received
  Publication publication;
  Provenance provenance;
  std::string text;
  std::vector<Part> parts;
  bool operator==(const Report&) const = default;
};

struct Codes {
  std::optional<std::string> cameo, plover, acled, ucdp, muc;
  bool operator==(const Codes&) const = default;
};

// What a claim is about: the type of happening and the words that tell it.
struct ClaimEvent {
  std::string type;                    // an entry of the codebook
  std::optional<std::string> subtype;  // a finer kind
  std::string text;
  Span span;
  std::string ref;                     // the happening, inside this report: "h2"
  std::optional<std::string> part_of;  // the happening this one is a part of
  std::optional<Codes> codes;
  bool operator==(const ClaimEvent&) const = default;
};

struct Status {
  Polarity polarity = Polarity::affirmed;
  Modality modality = Modality::actual;
  bool operator==(const Status&) const = default;
};

// An actor in other people's books.
struct CodesOfActor {
  std::optional<std::string> cameo;   // "AFGCOP"; "---REB" where the country is not told
  std::optional<std::string> plover;  // country and sector: "AFG COP"
  std::optional<std::string> acled;   // its name there
  std::optional<std::int64_t> inter;  // ACLED's type of actor, 1 to 8
  std::optional<std::string> ucdp;    // the kind of side: "government", "rebel", "civilians" ...
  bool operator==(const CodesOfActor&) const = default;
};

struct Actor {
  ActorRole role = ActorRole::actor;
  std::optional<std::string> name;  // as resolved
  std::optional<std::string> text;  // as written
  std::optional<std::string> id;    // in the lexicon of actors
  std::optional<ActorKind> kind;
  std::optional<Span> span;
  std::optional<std::string> country;  // ISO 3166-1 alpha-3: nationality, or whose body it is
  std::optional<std::string> side;     // the id of the actor on whose side it stands
  std::optional<CodesOfActor> codes;
  bool operator==(const Actor&) const = default;
};

struct Instrument {
  std::optional<std::string> kind, text;
  std::optional<Span> span;
  bool operator==(const Instrument&) const = default;
};

struct Time {
  std::optional<TimePoint> earliest, latest;  // inclusive
  std::optional<TimePrecision> precision;
  std::optional<std::string> text;
  std::optional<Span> span;
  bool operator==(const Time&) const = default;
};

// A place in other people's lists.
struct PlaceCodes {
  std::optional<std::string> alpha3, numeric, fips;  // of the country: ISO 3166-1 "AFG", "004"; FIPS 10-4
  std::optional<std::int64_t> cow, gw;               // of the country: Correlates of War, Gleditsch and Ward
  std::optional<std::string> iso_admin1;             // ISO 3166-2 of the province: "AF-KAB"
  std::optional<std::int64_t> geonames;
  std::optional<std::int64_t> prio_grid;  // 1 to 259,200
  bool operator==(const PlaceCodes&) const = default;
};

struct Place {
  std::optional<PlaceRole> role;
  std::optional<std::string> name, text;
  std::optional<double> lat, lon;             // degrees, WGS 84
  std::optional<std::int64_t> uncertainty_m;  // radius
  std::optional<PlacePrecision> precision;
  std::optional<std::string> country;  // ISO 3166-1 alpha-2
  std::optional<std::string> admin1, admin2, gazetteer_id;
  std::optional<PlaceCodes> codes;
  std::optional<double> score;          // 0..1
  std::vector<std::string> candidates;  // gazetteer ids, likeliest first, where none stands out
  std::optional<Span> span;
  bool operator==(const Place&) const = default;
};

struct Figure {
  Measure measure = Measure::killed;
  std::optional<std::string> of;  // whom: "civilians"
  std::optional<ActorRole> side;  // whose: the role of the actor they belong to
  std::optional<std::int64_t> low, high;
  Qualifier qualifier = Qualifier::exact;
  FigureScope scope = FigureScope::happening;
  std::optional<Sex> sex;
  std::optional<AgeGroup> age_group;
  std::optional<bool> civilian;
  std::string text;  // the very words
  Span span;
  bool operator==(const Figure&) const = default;
};

// What a source's words came through: a carrier (platform, broadcaster, agency) and a form.
struct Channel {
  std::optional<std::string> name;
  std::optional<std::string> medium;  // video, audio, post, statement, telephone, press conference ...
  std::optional<Date> date;
  std::optional<Span> span;
  bool operator==(const Channel&) const = default;
};

struct Source {
  SourceKind kind = SourceKind::outlet;
  std::optional<std::string> name, text, role, body, party;
  std::optional<Date> said;
  std::optional<Anonymity> anonymity;
  std::optional<Speech> speech;
  std::optional<std::string> cue;
  std::optional<Span> span;
  std::vector<Channel> channels;  // nearest to the speaker first
  bool operator==(const Source&) const = default;
};

struct Answer {
  std::string claim;
  AnswerKind how = AnswerKind::denies;
  bool operator==(const Answer&) const = default;
};

// One source saying, in one report, that one thing happened, did not, will, may or must happen.
struct Claim {
  std::string id;  // "c3": unique in its report
  std::string report;
  Span evidence;
  ClaimEvent event;
  Status status;
  std::vector<Actor> actors;
  std::optional<Instrument> instrument;
  std::optional<Time> time;
  std::optional<Place> place;
  std::vector<Place> places;
  std::vector<Figure> figures;
  Source source;
  std::vector<Answer> answers;
  std::optional<double> confidence;  // 0..1
  std::vector<Derivation> because;
  bool operator==(const Claim&) const = default;
};

// One end of a relation, or who kept silent.
struct Party {
  std::optional<std::string> name, text;
  std::optional<Span> span;
  bool operator==(const Party&) const = default;
};

struct Relation {
  std::string report;
  RelationKind kind = RelationKind::member_of;
  Party from, to;
  std::optional<std::int64_t> distance_m;
  Span evidence;
  std::vector<Derivation> because;
  bool operator==(const Relation&) const = default;
};

struct Silence {
  std::string report;
  Party who;
  SilenceKind kind = SilenceKind::no_comment;
  std::vector<std::string> about;  // claims
  Span evidence;
  std::vector<Derivation> because;
  bool operator==(const Silence&) const = default;
};

struct ReportNote {
  std::string report;
  Note note;
  bool operator==(const ReportNote&) const = default;
};

// Who an actor is, whatever its part in a happening.
struct ActorFacts {
  std::optional<std::string> id;  // in the lexicon of actors
  std::optional<ActorKind> kind;
  std::optional<std::string> country;  // ISO 3166-1 alpha-3
  std::optional<std::string> side;     // the id of the actor on whose side it is
  std::optional<std::string> office;   // of a person: "defence minister"
  std::optional<std::int64_t> count;   // how many people, where the words say so
  std::optional<std::int64_t> entity;  // in one report the same number for the same actor
  std::optional<CodesOfActor> codes;
  bool operator==(const ActorFacts&) const = default;
};

// A span that names a time, a place, an actor or a figure, or that holds a source's words.
struct Mention {
  std::string report;
  MentionKind kind = MentionKind::actor;
  std::string text;
  Span span;
  std::optional<std::string> value;  // normalised: a date, a name, a number; of words, who says them
  std::optional<std::string> type;   // of a time: TIMEX3's type; `value` is TIMEX3's too
  std::optional<std::string> mod;    // of a time: TIMEX3's modifier, "APPROX"
  // The same as in a claim; text and span are left to the mention where they are its own.
  std::optional<Time> time;
  std::optional<Place> place;
  std::optional<ActorFacts> actor;
  std::optional<Figure> figure;
  std::optional<Source> source;
  bool operator==(const Mention&) const = default;
};

// What one version of program, model and codebook read in a report.
struct Reading {
  std::string id;  // "r1": unique in its ledger
  std::string report;
  std::string program;  // "sitrep 0.1.0"
  std::optional<std::string> model, codebook, gazetteer;
  std::optional<std::string> read_at;  // UTC
  bool operator==(const Reading&) const = default;
};

struct ClaimRef {
  std::string report, claim;
  bool operator==(const ClaimRef&) const = default;
};

// A figure of an event: the lowest and the highest that any account gives.
struct EventFigure {
  Measure measure = Measure::killed;
  std::optional<std::int64_t> low, high;
  std::optional<std::int64_t> best;  // by the profile
  bool operator==(const EventFigure&) const = default;
};

// One happening in the world, as far as the ledger can tell: a view over claims.
struct Event {
  std::string id;  // "e17"
  std::string type;
  std::vector<ClaimRef> claims;
  std::optional<Time> time;
  std::optional<Place> place;
  std::vector<EventFigure> figures;
  std::optional<std::int64_t> reports, independent;  // how many tell it; of how many origins
  std::optional<std::string> profile;                // the rule that chose type, time, place and figures
  std::vector<Derivation> because;                   // why each value won, and what lost
  bool operator==(const Event&) const = default;
};

// All that one source says about one event.
struct Account {
  std::string event;
  std::optional<std::string> who;
  Source source;
  std::vector<ClaimRef> claims;  // in the order of saying
  std::optional<bool> revised;   // a later claim changes a figure
  bool operator==(const Account&) const = default;
};

// That a claim belongs to an event, and why.
struct Link {
  std::string id;
  std::string event;
  ClaimRef claim;
  std::optional<double> score;  // 0..1
  std::vector<Derivation> because;
  bool operator==(const Link&) const = default;
};

// A person's decision about a claim, a value or a link.
struct Review {
  std::string id;
  std::string reviewer;
  std::string made_at;  // UTC
  Decision decision = Decision::accept;
  std::optional<ClaimRef> claim;
  std::optional<ClaimRef> other;  // of a merge or split: the claim that it is or is not one event with
  std::optional<std::string> link, event;
  std::optional<std::string> field;  // JSON Pointer into the claim: "/figures/0/low"
  std::optional<std::string> value;  // JSON text of the new value
  std::optional<std::string> reason;
  std::optional<std::string> undoes;  // of an undo: the id of the review that it takes back
  bool operator==(const Review&) const = default;
};

// All that was read in one report, in the order it is printed.
struct Findings {
  std::vector<Claim> claims;
  std::vector<Relation> relations;
  std::vector<Silence> silences;
  std::vector<ReportNote> notes;
  bool operator==(const Findings&) const = default;
};

// The report of a document: everything but the bytes received and the way back to them.
Report report_of(const Document& document);

}  // namespace sitrep
