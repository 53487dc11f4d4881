// The shapes of what is found in a report's words: times, places, figures, and who speaks. Finders
// make them, discourse and claims put them together. A mention knows only its own sentence (a time also
// the times told before it).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/enum.h"
#include "language/analysis.h"
#include "language/syntax.h"
#include "lexicon/actors.h"
#include "text/span.h"

namespace sitrep {

// These spell the words of record/words.h, which this folder may not see; claims/ checks that they
// are the same.
SITREP_ENUM(TimeGrain, minute, hour, part_of_day, day, week, month, season, year, decade, interval, unknown);
SITREP_ENUM(TimexType, DATE, TIME, DURATION, SET);
SITREP_ENUM(Counted, killed, injured, casualties, missing, detained, abducted, released, displaced,
            surrendered, deployed, participants, destroyed, amount);
SITREP_ENUM(Bound, exact, about, at_least, at_most, more_than, less_than, range, vague, none);
SITREP_ENUM(FigureReach, happening, part, cumulative);
SITREP_ENUM(Voice, named, unnamed, collective, body, outlet, written_record);
SITREP_ENUM(PlaceGrain, point, town, near, district, province, area, country, unknown);
SITREP_ENUM(PlaceUse, site, origin, destination, direction, about);
SITREP_ENUM(Silenced, no_comment, unreachable, could_not_verify);
// What a cue does besides saying; words of event.type, and what answers a claim.
SITREP_ENUM(SpeechAct, statement, denial, confirmation, doubt, accusation, condemnation, responsibility_claim,
            demand, warning, threat, promise, appeal, offer, refusal, apology);
// Whether words are said, or a belief, wish, plan or judgement of somebody is told: no claim's source.
SITREP_ENUM(SpeechTie, speech, attitude);

// How a phrase hangs on the place that it names: at it, a part of it ("southern Kabul"), its edge ("the
// outskirts of"), near it, a direction of it ("north of"), a distance ("80 km north of"), between two, on
// the road or the border of two.
SITREP_ENUM(PlaceTie, at, part, edge, near, off, away, between, road, border);

struct TimeMention {
  Span span;
  WordIndex first = 0, last = 0;
  std::optional<Date> earliest, latest;  // absent: relative to a publication date that is not known
  std::optional<int> minute_of_day;
  TimeGrain grain = TimeGrain::day;
  // As TIMEX3 writes it: "2031-05-03TNI", "P3W", "XXXX-WXX-5", "PAST_REF"; mod as "APPROX", or empty.
  TimexType type = TimexType::DATE;
  std::string value;
  std::string_view mod;
  std::string_view rule;
  // "two days after the raid": so many days from the raid's, which discourse may find
  // (discourse/event_times.h); the words behind the span name the raid.
  std::optional<std::int32_t> days_from_event;
  std::optional<Span> counted_from;  // the day told for it

  // Whether it says when something is: a day, a year, "the past three weeks"; not "three weeks", "daily" or
  // "now".
  [[nodiscard]] bool tells_when() const {
    return earliest || ((type == TimexType::DATE || type == TimexType::TIME) && grain != TimeGrain::unknown);
  }
};

// A place that a name may mean. Views live as long as the gazetteer.
struct PlaceSense {
  std::uint32_t row = 0;            // of the gazetteer
  std::string id;                   // "geonames:1138958"
  std::string_view name;            // as the gazetteer shows it
  std::string_view country;         // ISO 3166-1 alpha-2; empty for seas and what lies in several countries
  std::string_view admin1, admin2;  // names of its province and county; empty: none, or not known
  double score = 0;                 // 0 to 1
};

// A place's names in other lists; empty or 0 where it has none.
struct PlaceCodeSet {
  std::string_view alpha3, fips;     // of its country: ISO 3166-1, FIPS 10-4
  int numeric = 0, cow = 0, gw = 0;  // of its country: ISO 3166-1, Correlates of War, Gleditsch and Ward
  std::string_view admin1;           // ISO 3166-2: "AF-KAB"
  std::uint32_t geonames = 0;
  std::uint32_t prio_grid = 0;  // the cell of its point, where it is known finely enough to have one
};

// A name of a place with what stands around it. Views live as long as the gazetteer and the document.
struct PlaceMention {
  Span span;  // the name alone: "Kabul"
  WordIndex first = 0, last = 0;
  Span phrase;  // with the words that place it: "80 km north of Kabul"
  WordIndex phrase_first = 0, phrase_last = 0;
  std::string_view name;            // as the gazetteer shows it, else as written
  std::string_view country;         // ISO 3166-1 alpha-2; empty: not known, or none
  std::string_view admin1, admin2;  // names of province and county; empty: not known
  std::string gazetteer_id;         // "geonames:1138958"; empty: which place it is was not told
  PlaceCodeSet codes;
  bool has_point = false;    // lat, lon and uncertainty_m are known
  double lat = 0, lon = 0;   // degrees, WGS 84; of the phrase: 80 km north of Kabul's point
  double uncertainty_m = 0;  // radius around it
  PlaceGrain grain = PlaceGrain::unknown;
  PlaceTie tie = PlaceTie::at;
  double distance_m = 0;          // of PlaceTie::away: as told
  std::optional<double> bearing;  // degrees clockwise from north: "north of", "southern end of"
  std::optional<PlaceUse> use;    // what the words before it say; absent: nothing
  bool located = false;           // something is said to be there: "in Kabul", "shelled Kabul"
  bool folk = false;              // "Afghan": a demonym or adjective
  bool metonym = false;           // "Kabul said": those who govern there
  // The number of the place in the list that this one is said of: Bagram in "Bagram, north of Kabul",
  // Kunduz in "Kunduz, Afghanistan".
  std::optional<std::uint32_t> about;
  std::uint32_t row = ~std::uint32_t{0};  // of the gazetteer; all ones: not told
  double score = 0;                       // 0 to 1: how likely that place is the one meant
  std::vector<PlaceSense> candidates;     // likeliest first, at most five

  [[nodiscard]] bool resolved() const { return row != ~std::uint32_t{0}; }
};

struct FigureMention {
  Span span;  // the number with its qualifier: "at least nine"
  WordIndex first = 0, last = 0;
  Counted measure = Counted::killed;
  Bound bound = Bound::exact;
  FigureReach reach = FigureReach::happening;
  std::optional<std::int64_t> low, high;
  std::optional<Span> of;  // whom: "civilians"
  bool of_group = false;   // `of` is a name: "Taliban"
  std::optional<Span>
      group;  // the body they belong to: "Taliban", "River Brigade" of "men of the River Brigade"
  bool child = false, female = false, male = false, elderly = false, civilian = false, military = false;
  WordIndex cue = 0;       // the word that says what is counted: "killed"
  bool passive = false;    // what is counted stands before the cue
  bool added = false;      // to what was told before: "another five", "three others", "two more"
  bool anaphoric = false;  // a pronoun: somebody told before
  bool negated = false;    // "were not killed"; the number itself may still be none
  bool unreal = false;     // may, will, threatened to, "if"; an attempt, a plot
};

// An actor's codes in others' books; empty where there is none.
struct ActorCodes {
  std::string cameo;           // "AFGCOP", "NGAREBBKH"; "---REB" for rebels of no country told
  std::string plover_country;  // "AFG", "IGO"
  std::string plover_sector;   // "COP"
  std::string acled;           // "Police Forces of Afghanistan"
  int inter = 0;               // ACLED's actor type, 1 to 8
  UcdpSide ucdp = UcdpSide::none;
};

// A person, a body or a crowd: "at least 200 protesters", "Afghan police", "mayor Ida Holm", and what a word
// for a country or its seat does ("Moscow said", "an Israeli air strike").
struct ActorMention {
  Span span;                       // with article, count and what hangs on it by "of", "for", "from"
  TokenIndex head = 0;             // in Syntax::tokens; the place in Analysis::words where there is no syntax
  TokenIndex first = 0, last = 0;  // [first, last), in the same
  std::optional<Span> name;        // the proper name in it: "Ida Holm"
  std::string label;  // the lexicon's name; else the fullest name in the report; else its own words
  ActorSort kind = ActorSort::unknown;
  std::string_view id;    // in the lexicon, and as long as it; empty: not known
  std::string country;    // ISO 3166-1 alpha-3; empty: not told
  std::string_view side;  // the id of the actor whose side it is on; empty: not known
  std::string role;       // "defence minister", "commander": of a person, lower case
  std::optional<std::int64_t> count;
  Bound bound = Bound::exact;
  bool plural = false;       // several people, or a body of them
  bool collective = false;   // a body or crowd told by one noun: "police", "the crowd"
  bool named = false;        // by a proper name, or by a country's and a noun ("Afghan police")
  bool modifier = false;     // stands before a noun that is no actor: "Israeli" of "Israeli air strike"
  bool place = false;        // names a country or seat of government
  bool pronoun = false;      // known only by whom it refers to
  std::uint32_t entity = 0;  // those of one number are the same actor; 0: mentioned once
  ActorCodes codes;
};

// The mention whose head is this token, or null. `mentions` as find_actors gives them: in order of heads.
// O(log n).
const ActorMention* actor_at(std::span<const ActorMention> mentions, TokenIndex head);
// The innermost mention that the token stands in, or null. O(log n) and a few.
const ActorMention* actor_around(std::span<const ActorMention> mentions, TokenIndex token);

// Someone who says something, as written beside a word of saying.
struct SpeakerMention {
  Voice voice = Voice::unnamed;
  Span span;  // all of it: "senior Taliban official Amir Khan Muttaqi"
  WordIndex first = 0, last = 0;
  std::optional<Span> name;              // "Amir Khan Muttaqi"
  std::optional<Span> role;              // "senior Taliban official"
  std::optional<Span> body;              // "the FNR", where the role tells it
  std::optional<std::string> role_noun;  // "official", lower case
  bool pronoun = false;                  // "he", "him"
  bool definite = false;                 // "the minister": someone told before
  bool other = false;                    // "another": of the kind told before
  bool unlisted = false;                 // its noun is in no list: what it is was told by its ending
};

struct ChannelMention {
  std::optional<Span> name;                // "Twitter"
  std::optional<std::string_view> medium;  // "video"
  std::optional<Date> date;
  Span span;
};

// One attribution: who, by which word, what.
struct SpeechMention {
  SpeechTie tie = SpeechTie::speech;
  SpeechAct act = SpeechAct::statement;
  bool negated = false;  // "did not say that"
  // Absent where nobody is told ("reportedly", "is said to be"), and where a quotation goes on.
  std::optional<SpeakerMention> speaker;
  // Who says so, as the clause writes it: "who" where the speaker is what a relative clause belongs to.
  std::optional<Span> source;
  std::optional<Span> cue;
  WordIndex cue_word = 0;
  std::vector<Span> content;  // pieces, in order
  bool quoted = false;        // some of the content stands in quotation marks
  bool unquoted = false;      // some does not
  bool requested_anonymity = false;
  std::optional<Span> anonymity_reason;  // "because they were not allowed to speak"
  bool continues = false;                // a quotation without a cue, of the speaker before
  Span attribution;                      // speaker, cue, channels
  std::vector<ChannelMention> channels;
  std::optional<Span> said;  // where the day of speaking stands; resolved by discourse
  std::uint32_t sentence = 0;
};

// Someone who did not speak, or something that could not be checked.
struct SilenceMention {
  Silenced kind = Silenced::no_comment;
  std::optional<SpeakerMention> who;  // absent: the report itself ("could not be verified")
  Span span;
  std::uint32_t sentence = 0;
};

}  // namespace sitrep
