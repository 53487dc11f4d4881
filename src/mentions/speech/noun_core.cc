#include "mentions/speech/noun_core.h"

#include <algorithm>
#include <iterator>

#include "mentions/speech/nouns.h"

namespace sitrep {
namespace {

using enum WordClass;

// A person's name ends the phrase: "police general Ola Berg" gives Ola. `last` where none does.
WordIndex name_start(const SentenceWords& s, WordIndex begin, WordIndex last) {
  WordIndex at = last;
  while (at > begin &&
         (s.capital(at - 1) || s.inner_stop(at - 1) || (at < last && s.classes(at - 1).has(name_particle)))) {
    --at;
  }
  WordIndex name = at;
  for (WordIndex i = at; i < last; ++i) {
    // "Defence Minister", "Gen.", "UN"
    bool before_name = is_office(s, i) || (s.acronym(i) && i + 1 < last) ||
                       (s.is(i, ".") && i > at && s.classes(i - 1).has(title_short));
    if (before_name) name = i + 1;
  }
  while (name < last && (s.is(name, ".") || !s.word(name))) ++name;
  // A lone sentence opener of some list ("Yesterday", "Killing") is no name.
  if (name + 1 == last && name == s.begin() && !s.classes(name).empty() &&
      !s.classes(name).any(body, organisation)) {
    return last;
  }
  return name;
}

bool names_body(const SentenceWords& s, WordIndex first, WordIndex last) {
  for (WordIndex i = first; i < last; ++i) {
    if (bodily(s, i)) return true;
  }
  return is_place(s, first, last);
}

// What a phrase without a person's name is, by its last word.
std::optional<Voice> head_voice(const SentenceWords& s, WordIndex begin, WordIndex last) {
  WordIndex head = last - 1;
  WordClasses c = s.classes(head);
  if (s.is_any(head, "dead", "wounded", "injured", "dozens", "hundreds", "thousands")) return std::nullopt;
  if (c.any(body, organisation) || s.acronym(head)) return Voice::body;
  if (s.is_any(head, "radio", "television") && last - begin >= 2) return Voice::body;
  // "the Coast Guard", "the Free Fighters" are names of bodies; "the Foreign Minister" is a person.
  bool name_of_body =
      s.capital(head) && !c.has(title) && last - begin >= 2 && s.capital(last - 2) && s.is(begin - 1, "the");
  if (name_of_body) return Voice::body;
  if (c.has(person_many) || of_several_bodies(s, head)) return Voice::collective;
  if (c.any(person_one, title)) return Voice::unnamed;
  if (c.has(document)) return Voice::written_record;
  if (s.capital(head) && last - begin >= 2 && names_body(s, begin, last)) return Voice::body;
  return std::nullopt;
}

// A noun of no list: "survey", "ferryman", "port".
std::optional<Voice> unlisted_voice(const SentenceWords& s, WordIndex head) {
  std::string_view lower = s.lower(head);
  if (!s.classes(head).empty() || s.capital(head) || lower.size() < 4 || lower.back() == 's')
    return std::nullopt;
  return voice_by_ending(lower);
}

}  // namespace

std::optional<NounCore> noun_core(const SentenceWords& s, WordIndex first, WordIndex end, Heads heads) {
  NounCore core;
  core.first = core.begin = first;
  if (s.classes(first).any(determiner, possessive) && !s.is_any(first, "every", "each", "no")) {
    core.definite = s.is(first, "the");
    core.other = s.is(first, "another");
    ++core.begin;
    if (s.classes(first).has(speaker_word) && s.is(core.begin, "of")) return std::nullopt;
  }
  WordIndex at = core.begin;
  WordIndex genitive_end = core.begin;
  WordIndex stop = std::min(end, core.begin + core_words_max);
  while (at < stop) {
    if (s.genitive(at) && at > core.begin && nominal(s, at + 1)) {
      genitive_end = ++at;
    } else if (nominal(s, at) || (at > core.begin && (s.inner_stop(at) || name_particle_between(s, at)))) {
      ++at;
    } else {
      break;
    }
  }
  if (at == core.begin) return std::nullopt;
  core.last = at;
  core.name = name_start(s, std::max(core.begin, genitive_end), at);
  if (core.name < at) {
    bool plural_or_thing = core.definite && core.name == core.begin;
    core.voice = plural_or_thing || names_body(s, core.name, at) ? Voice::body : Voice::named;
    if (core.voice == Voice::body) core.name = at;
    return core;
  }
  auto voice = head_voice(s, core.begin, at);
  if (!voice && heads == Heads::anyone && core.begin > core.first && s.word(at - 1)) voice = Voice::unnamed;
  // "the port", "their charity"; "the day" is none, and neither is "his car"
  if (!voice && heads == Heads::unlisted && (core.definite || s.is_any(first, "its", "their"))) {
    voice = unlisted_voice(s, at - 1);
    core.unlisted = true;
  }
  if (!voice) return std::nullopt;
  core.voice = *voice;
  return core;
}

}  // namespace sitrep
