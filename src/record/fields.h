// The one description of every record type: its JSON keys, in order, and what each means.
//
// `Fields<T>::visit(value, visitor)` calls the visitor once a key. From this one table come the
// writer and the reader (record/json.cc), the JSON Schema (record/schema.cc) and the table in
// docs/record-format.md; they cannot drift apart.
//
// A visitor has
//   v(key, value, meaning)          optional and vector values are left out when they hold nothing
//   v.always(key, vector, meaning)  a list that is there even when it is empty
//   v.range(span)                   "begin" and "end" of the value itself
#pragma once

#include "record/record.h"

namespace sitrep {

template <class T>
struct Fields;

template <>
struct Fields<Part> {
  static constexpr std::string_view name = "part";
  static void visit(auto& x, auto& v) {
    v("kind", x.kind, "what this stretch of the text is");
    v.range(x.span);
  }
};

template <>
struct Fields<Derivation> {
  static constexpr std::string_view name = "because";
  static void visit(auto& x, auto& v) {
    v("value", x.value, "the key that is explained, dotted: \"source.said\"");
    v("rule", x.rule, "the rule that gave it, in words");
    v.always("spans", x.spans, "where it was read from; empty for what stood outside the text");
  }
};

template <>
struct Fields<Dateline> {
  static constexpr std::string_view name = "dateline";
  static void visit(auto& x, auto& v) {
    v("place", x.place, "as written");
    v("date", x.date, "as told by the dateline");
    v("agency", x.agency, "the agency named in it");
    v("text", x.text, "the whole dateline as written");
    v.range(x.span);
  }
};

template <>
struct Fields<Report> {
  static constexpr std::string_view name = "report";
  static void visit(auto& x, auto& v) {
    auto& p = x.publication;
    v("schema", x.schema, "number of this contract");
    v("id", x.id, "\"sha256:\" and the hash of the bytes received");
    v("uri", p.uri, "the address it was published under");
    v("outlet", p.outlet, "who published it");
    v("headline", p.headline, "its headline");
    v.date_time("published", p.published, "the local day of publication");
    v.date_time("modified", p.modified, "the local day of the last change");
    v("dateline", p.dateline, "the place and date that open a dispatch");
    v("byline", p.byline, "authors");
    v("credit", p.credit, "agencies and photographers credited");
    v("language", p.language, "BCP 47 tag of the text's language");
    v.unless_empty("path", x.provenance.path, "where it was received from");
    v.unless_empty("media_type", x.provenance.media_type, "what the bytes received are");
    v.unless_empty("encoding", x.provenance.encoding, "the charset they were read in");
    v("warc_record", x.provenance.warc_record, "WARC-Record-ID");
    v("warc_date", x.provenance.warc_date, "WARC-Date");
    v("warc_digest", x.provenance.warc_digest, "WARC-Payload-Digest");
    v("text", x.text, "the text as read; all spans are of it");
    v.always("parts", x.parts, "how the text is cut up, in order");
    v("because", p.because, "why the metadata is what it is");
  }
};

template <>
struct Fields<Codes> {
  static constexpr std::string_view name = "codes";
  static void visit(auto& x, auto& v) {
    v("cameo", x.cameo, "CAMEO event code");
    v("plover", x.plover, "PLOVER event type");
    v("acled", x.acled, "ACLED event and sub-event type");
    v("ucdp", x.ucdp, "UCDP type of violence");
    v("muc", x.muc, "MUC-4 incident type");
  }
};

template <>
struct Fields<ClaimEvent> {
  static constexpr std::string_view name = "claim_event";
  static void visit(auto& x, auto& v) {
    v("type", x.type, "an entry of the codebook");
    v("subtype", x.subtype, "a finer kind");
    v("text", x.text, "the words that tell it");
    v.range(x.span);
    v("ref", x.ref, "the happening, inside this report");
    v("part_of", x.part_of, "the happening it is a part of");
    v("codes", x.codes, "its codes in other codebooks");
  }
};

template <>
struct Fields<Status> {
  static constexpr std::string_view name = "status";
  static void visit(auto& x, auto& v) {
    v("polarity", x.polarity, "whether the source says that it happened");
    v("modality", x.modality, "deed, plan, threat, demand ...");
  }
};

template <>
struct Fields<CodesOfActor> {
  static constexpr std::string_view name = "actor_codes";
  static void visit(auto& x, auto& v) {
    v("cameo", x.cameo, "CAMEO actor code; begins with --- where no country is told");
    v("plover", x.plover, "PLOVER country and sector");
    v("acled", x.acled, "ACLED's name of the actor");
    v("inter", x.inter, "ACLED's type of actor, 1 to 8");
    v("ucdp", x.ucdp, "the kind of side that UCDP would take it for");
  }
};

template <>
struct Fields<Actor> {
  static constexpr std::string_view name = "actor";
  static void visit(auto& x, auto& v) {
    v("role", x.role, "its part in the happening");
    v("name", x.name, "as resolved");
    v("text", x.text, "as written");
    v("id", x.id, "in the lexicon of actors");
    v("kind", x.kind, "what it is");
    v("country", x.country, "ISO 3166-1 alpha-3: nationality, or whose body it is");
    v("side", x.side, "the id of the actor on whose side it stands");
    v("codes", x.codes, "in other people's books");
    v.range(x.span);
  }
};

template <>
struct Fields<Instrument> {
  static constexpr std::string_view name = "instrument";
  static void visit(auto& x, auto& v) {
    v("kind", x.kind, "what was used");
    v("text", x.text, "as written");
    v.range(x.span);
  }
};

template <>
struct Fields<Time> {
  static constexpr std::string_view name = "time";
  static void visit(auto& x, auto& v) {
    v("earliest", x.earliest, "first local day (minute) it can have been");
    v("latest", x.latest, "last, inclusive");
    v("precision", x.precision, "how finely it is told");
    v("text", x.text, "as written");
    v.range(x.span);
  }
};

template <>
struct Fields<PlaceCodes> {
  static constexpr std::string_view name = "place_codes";
  static void visit(auto& x, auto& v) {
    v("alpha3", x.alpha3, "ISO 3166-1 alpha-3 of the country");
    v("numeric", x.numeric, "ISO 3166-1 numeric of the country, three digits");
    v("fips", x.fips, "FIPS 10-4 of the country");
    v("cow", x.cow, "Correlates of War state number");
    v("gw", x.gw, "Gleditsch and Ward state number");
    v("iso_admin1", x.iso_admin1, "ISO 3166-2 of the province");
    v("geonames", x.geonames, "GeoNames id");
    v("prio_grid", x.prio_grid, "PRIO-GRID cell of the point, where the uncertainty is no more than a cell");
  }
};

template <>
struct Fields<Place> {
  static constexpr std::string_view name = "place";
  static void visit(auto& x, auto& v) {
    v("role", x.role, "how it concerns the happening");
    v("name", x.name, "as resolved");
    v("text", x.text, "as written");
    v("lat", x.lat, "degrees north, WGS 84");
    v("lon", x.lon, "degrees east, WGS 84");
    v("uncertainty_m", x.uncertainty_m, "radius in metres");
    v("precision", x.precision, "how finely it is told");
    v("country", x.country, "ISO 3166-1 alpha-2");
    v("admin1", x.admin1, "province");
    v("admin2", x.admin2, "county or district");
    v("gazetteer_id", x.gazetteer_id, "for example geonames:2702261");
    v("codes", x.codes, "its codes in other lists");
    v("score", x.score, "0 to 1: how likely this place is the one meant");
    v("candidates", x.candidates, "gazetteer ids, likeliest first, where none stands out");
    v.range(x.span);
  }
};

template <>
struct Fields<Figure> {
  static constexpr std::string_view name = "figure";
  static void visit(auto& x, auto& v) {
    v("measure", x.measure, "what is counted");
    v("of", x.of, "of whom");
    v("side", x.side, "the role of the actor they belong to");
    v("low", x.low, "at least so many");
    v("high", x.high, "at most so many");
    v("qualifier", x.qualifier, "how the number is hedged");
    v("scope", x.scope, "the happening's count, a part of it, or a sum over several");
    v("sex", x.sex, "where told");
    v("age_group", x.age_group, "where told");
    v("civilian", x.civilian, "where told");
    v("text", x.text, "the very words");
    v.range(x.span);
  }
};

template <>
struct Fields<Channel> {
  static constexpr std::string_view name = "channel";
  static void visit(auto& x, auto& v) {
    v("name", x.name, "a carrier: platform, broadcaster, agency");
    v("medium", x.medium, "its form: video, audio, post, statement, telephone ...");
    v("date", x.date, "the day it was released");
    v.range(x.span);
  }
};

template <>
struct Fields<Source> {
  static constexpr std::string_view name = "source";
  static void visit(auto& x, auto& v) {
    v("kind", x.kind, "who speaks: a named person, an unnamed voice, a body ...");
    v("name", x.name, "as resolved");
    v("text", x.text, "as written");
    v("role", x.role, "office or function");
    v("body", x.body, "the body spoken for");
    v("party", x.party, "the side it stands on");
    v("said", x.said, "the day of speaking, else of release");
    v("anonymity", x.anonymity, "whether the name is withheld");
    v("speech", x.speech, "quoted or reported");
    v("cue", x.cue, "the word of saying");
    v.range(x.span);
    v("channels", x.channels, "what the words came through, nearest to the speaker first");
  }
};

template <>
struct Fields<Answer> {
  static constexpr std::string_view name = "answer";
  static void visit(auto& x, auto& v) {
    v("claim", x.claim, "the claim answered");
    v("how", x.how, "in which sense");
  }
};

template <>
struct Fields<Claim> {
  static constexpr std::string_view name = "claim";
  static void visit(auto& x, auto& v) {
    v("id", x.id, "unique in its report");
    v("report", x.report, "the report it stands in");
    v("evidence", x.evidence, "the clauses and quoted words it was read from");
    v("event", x.event, "what it is about");
    v("status", x.status, "whether and how it is said to be so");
    v("actors", x.actors, "who took part");
    v("instrument", x.instrument, "with what");
    v("time", x.time, "when");
    v("place", x.place, "where it happened");
    v("places", x.places, "further places");
    v("figures", x.figures, "how many");
    v("source", x.source, "who says so");
    v("answers", x.answers, "claims that it denies, confirms, corrects or doubts");
    v("confidence", x.confidence, "0 to 1");
    v.always("because", x.because, "why each value is what it is");
  }
};

template <>
struct Fields<Party> {
  static constexpr std::string_view name = "party";
  static void visit(auto& x, auto& v) {
    v("name", x.name, "as resolved");
    v("text", x.text, "as written");
    v.range(x.span);
  }
};

template <>
struct Fields<Relation> {
  static constexpr std::string_view name = "relation";
  static void visit(auto& x, auto& v) {
    v("report", x.report, "the report it stands in");
    v("kind", x.kind, "`from` KIND `to`");
    v("from", x.from, "one end");
    v("to", x.to, "the other");
    v("distance_m", x.distance_m, "metres, for distance_from");
    v("evidence", x.evidence, "where it was read");
    v("because", x.because, "why");
  }
};

template <>
struct Fields<Silence> {
  static constexpr std::string_view name = "silence";
  static void visit(auto& x, auto& v) {
    v("report", x.report, "the report it stands in");
    v("who", x.who, "who kept silent");
    v("kind", x.kind, "in which way");
    v("about", x.about, "the claims it is about");
    v("evidence", x.evidence, "where it was read");
    v("because", x.because, "why");
  }
};

template <>
struct Fields<ReportNote> {
  static constexpr std::string_view name = "note";
  static void visit(auto& x, auto& v) {
    v("report", x.report, "the report it stands in");
    v("kind", x.note.kind, "what is to be noted");
    v.unless_empty("text", x.note.text, "the words concerned");
    v("evidence", x.note.evidence, "where they stand");
    v("message", x.note.message, "for people");
  }
};

template <>
struct Fields<ActorFacts> {
  static constexpr std::string_view name = "actor_facts";
  static void visit(auto& x, auto& v) {
    v("id", x.id, "in the lexicon of actors");
    v("kind", x.kind, "what it is");
    v("country", x.country, "ISO 3166-1 alpha-3");
    v("side", x.side, "the id of the actor on whose side it is");
    v("office", x.office, "of a person, in lower case: \"defence minister\"");
    v("count", x.count, "how many people");
    v("entity", x.entity, "in one report the same number for the same actor");
    v("codes", x.codes, "in other people's books");
  }
};

template <>
struct Fields<Mention> {
  static constexpr std::string_view name = "mention";
  static void visit(auto& x, auto& v) {
    v("report", x.report, "the report it stands in");
    v("kind", x.kind, "what it names");
    v("text", x.text, "as written");
    v.range(x.span);
    v("value", x.value, "normalised: TIMEX3's value of a time, a name, a number; of words, who says them");
    v("type", x.type, "of a time: DATE, TIME, DURATION or SET, as TIMEX3 has them");
    v("mod", x.mod, "of a time: TIMEX3's modifier, such as APPROX");
    v("time", x.time, "the days it means");
    v("place", x.place, "the place it means");
    v("actor", x.actor, "who it is");
    v("figure", x.figure, "what is counted");
    v("source", x.source, "who says these words");
  }
};

template <>
struct Fields<Reading> {
  static constexpr std::string_view name = "reading";
  static void visit(auto& x, auto& v) {
    v("id", x.id, "unique in its ledger");
    v("report", x.report, "the report read");
    v("program", x.program, "name and version");
    v("model", x.model, "name and hash of the weights");
    v("codebook", x.codebook, "name and version");
    v("gazetteer", x.gazetteer, "name and version");
    v("read_at", x.read_at, "UTC");
  }
};

template <>
struct Fields<ClaimRef> {
  static constexpr std::string_view name = "claim_ref";
  static void visit(auto& x, auto& v) {
    v("report", x.report, "a report");
    v("claim", x.claim, "a claim of it");
  }
};

template <>
struct Fields<EventFigure> {
  static constexpr std::string_view name = "event_figure";
  static void visit(auto& x, auto& v) {
    v("measure", x.measure, "what is counted");
    v("low", x.low, "the lowest figure that any account gives");
    v("high", x.high, "the highest");
    v("best", x.best, "the one that the profile chose");
  }
};

template <>
struct Fields<Event> {
  static constexpr std::string_view name = "event";
  static void visit(auto& x, auto& v) {
    v("id", x.id, "unique in its ledger");
    v("type", x.type, "an entry of the codebook");
    v.always("claims", x.claims, "the claims about it");
    v("time", x.time, "when");
    v("place", x.place, "where");
    v("figures", x.figures, "what all accounts give together");
    v("reports", x.reports, "how many reports tell it");
    v("independent", x.independent, "of how many origins: near-copies and an agency's relays count as one");
    v("profile", x.profile, "the named rule that chose type, time, place and figures");
    v("because", x.because, "why each value won, and what lost");
  }
};

template <>
struct Fields<Account> {
  static constexpr std::string_view name = "account";
  static void visit(auto& x, auto& v) {
    v("event", x.event, "the event");
    v("who", x.who, "whose account it is, in a word");
    v("source", x.source, "the same, as the first claim has it");
    v.always("claims", x.claims, "what it says, in the order of saying");
    v("revised", x.revised, "whether a later claim changes a figure");
  }
};

template <>
struct Fields<Link> {
  static constexpr std::string_view name = "link";
  static void visit(auto& x, auto& v) {
    v("id", x.id, "unique in its ledger");
    v("event", x.event, "the event");
    v("claim", x.claim, "the claim that is about it");
    v("score", x.score, "0 to 1");
    v("because", x.because, "why");
  }
};

template <>
struct Fields<Review> {
  static constexpr std::string_view name = "review";
  static void visit(auto& x, auto& v) {
    v("id", x.id, "unique in its ledger");
    v("reviewer", x.reviewer, "who decided");
    v("made_at", x.made_at, "UTC");
    v("decision", x.decision, "what was decided");
    v("claim", x.claim, "about which claim");
    v("other", x.other, "the claim that it is, or is not, of one event with");
    v("link", x.link, "about which link");
    v("event", x.event, "about which event");
    v("field", x.field, "JSON Pointer of the value concerned");
    v("value", x.value, "the new value, as JSON text");
    v("reason", x.reason, "why");
    v("undoes", x.undoes, "the review that it takes back");
  }
};

}  // namespace sitrep
