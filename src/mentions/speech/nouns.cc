#include "mentions/speech/nouns.h"

#include <algorithm>
#include <iterator>

#include "lexicon/gazetteer.h"

namespace sitrep {

using enum WordClass;

namespace {

// Words that make a capitalised name the name of a body.
bool of_bodies(std::string_view lower) {
  static constexpr std::string_view words[] = {
      "watch",   "international", "rights",     "news",     "times",      "post",         "national",
      "front",   "united",        "nations",    "red",      "cross",      "crescent",     "university",
      "radio",   "television",    "tv",         "press",    "union",      "league",       "congress",
      "house",   "office",        "border",     "borders",  "society",    "service",      "journal",
      "gazette", "herald",        "tribune",    "daily",    "media",      "channel",      "bank",
      "state",   "states",        "department", "brigades", "liberation", "relief",       "aid",
      "guards",  "corps",         "defenders",  "monitor",  "voice",      "broadcasting", "jazeera",
      "wire",    "islamic",       "people's",   "republic", "democratic", "security",     "general-staff"};
  return std::find(std::begin(words), std::end(words), lower) != std::end(words);
}

}  // namespace

bool hangs_next(const SentenceWords& s, WordIndex i) {
  return s.is_any(i, "close", "familiar", "based", "involved", "present", "loyal", "allied") &&
         s.classes(i + 1).has(preposition);
}

bool nominal(const SentenceWords& s, WordIndex i) {
  if (s.number(i)) return true;
  if (!s.word(i) || s.genitive(i)) return false;
  // "a tally based on", "a diplomat close to": an adjective that hangs the next phrase on.
  if (hangs_next(s, i)) return false;
  WordClasses c = s.classes(i);
  bool noun =
      c.any(person_one, person_many, body, title, title_short, document, former, organisation, civilian);
  // "may" and "will" are not names, but "May" inside "Theresa May" is.
  bool inner_name = s.capital(i) && i > s.begin();
  if (inner_name && s.is(i, "per") && s.capital(i + 1)) return true;  // "Per Lindqvist"
  if (c.any(determiner, possessive, preposition, conjunction, subordinator, auxiliary, pronoun)) {
    return (noun && !c.any(preposition, auxiliary, pronoun)) || (inner_name && s.acronym(i));
  }
  if (c.any(weekday, month)) return false;
  if (c.any(say, say_participle, verb, adverb)) return noun || inner_name;
  return true;
}

bool name_particle_between(const SentenceWords& s, WordIndex i) {
  return s.classes(i).has(name_particle) && s.word(i) && s.capital(i - 1) && s.has(i + 1);
}

bool is_office(const SentenceWords& s, WordIndex i) {
  return s.classes(i).any(title, title_short, person_one, person_many, former) && !s.acronym(i);
}

bool bodily(const SentenceWords& s, WordIndex i) {
  return s.classes(i).any(body, organisation) || of_bodies(s.lower(i)) || s.acronym(i);
}

Voice voice_by_ending(std::string_view lower) {
  static constexpr std::string_view written[] = {
      "survey",    "study",   "poll",       "paper",     "article", "book",     "email",     "sign",
      "map",       "notice",  "indictment", "complaint", "ruling",  "text",     "plan",      "poster",
      "newspaper", "lawsuit", "tweet",      "post",      "report",  "letter",   "statement", "record",
      "log",       "file",    "memo",       "leaflet",   "website", "affidavit"};
  static constexpr std::string_view agent[] = {"er",  "or",  "man", "woman", "person",
                                               "ist", "ian", "ant", "ee"};
  if (std::find(std::begin(written), std::end(written), lower) != std::end(written))
    return Voice::written_record;
  for (std::string_view end : agent) {
    if (lower.size() > end.size() + 1 && lower.ends_with(end)) return Voice::unnamed;
  }
  return Voice::body;
}

bool of_several_bodies(const SentenceWords& s, WordIndex i) {
  static constexpr std::string_view words[] = {
      "parties",   "sides",     "governments", "groups",   "armies",    "ministries",   "agencies",
      "factions",  "militias",  "unions",      "councils", "hospitals", "delegations",  "organisations",
      "embassies", "charities", "companies",   "courts",   "brigades",  "organizations"};
  return std::find(std::begin(words), std::end(words), s.lower(i)) != std::end(words);
}

bool is_place(const SentenceWords& s, WordIndex first, WordIndex last) {
  return s.capital(first) && is_well_known_place(s.analysis().text(s.analysis().span(first, last)));
}

}  // namespace sitrep
