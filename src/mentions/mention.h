// The shapes of what is found in a report's words: times, places, figures, and who speaks. Finders
// make them, discourse and claims put them together. A mention knows only its own sentence (a time also
// the times told before it).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/enum.h"
#include "language/analysis.h"
#include "text/span.h"

namespace sitrep {

// These spell the words of record/words.h, which this folder may not see; claims/ checks that they
// are the same.
SITREP_ENUM(TimeGrain, minute, hour, part_of_day, day, week, month, season, year, decade, interval, unknown);
SITREP_ENUM(TimexType, DATE, TIME, DURATION, SET);
SITREP_ENUM(Counted, killed, injured, casualties, missing, detained, abducted, released, displaced,
            surrendered, deployed);
SITREP_ENUM(Bound, exact, about, at_least, at_most, more_than, less_than, range, vague, none);
SITREP_ENUM(FigureReach, happening, part, cumulative);
SITREP_ENUM(Voice, named, unnamed, collective, body, outlet, written_record);
SITREP_ENUM(Silenced, no_comment, unreachable, could_not_verify);
// What a cue does besides saying; words of event.type, and what answers a claim.
SITREP_ENUM(SpeechAct, statement, denial, confirmation, doubt, accusation, condemnation, responsibility_claim,
            demand, warning, threat, promise, appeal, offer, refusal, apology);
// Whether words are said, or a belief, wish, plan or judgement of somebody is told: no claim's source.
SITREP_ENUM(SpeechTie, speech, attitude);

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

  // Whether it says when something is: a day, a year, "the past three weeks"; not "three weeks", "daily" or
  // "now".
  [[nodiscard]] bool tells_when() const {
    return earliest || ((type == TimexType::DATE || type == TimexType::TIME) && grain != TimeGrain::unknown);
  }
};

struct PlaceMention {
  Span span;
  WordIndex first = 0, last = 0;
  std::string_view name;     // as the list writes it, else as the text does
  std::string_view country;  // ISO 3166-1 alpha-2; empty for a place that the dateline alone tells
  double lat = 0, lon = 0;   // degrees, WGS 84; known where the country is
  bool is_country = false, is_area = false;
  bool located = false;  // "in", "at", "near" ... stands before it
  bool near = false;
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
  WordIndex cue = 0;     // the word that says what is counted: "killed"
  bool passive = false;  // what is counted stands before the cue
};

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
