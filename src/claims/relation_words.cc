#include "claims/relation_words.h"

#include <algorithm>
#include <iterator>

namespace sitrep {
namespace {

using K = RelationKind;

struct Noun {
  std::string_view lemma;
  RelationKind kind;
};

// Sorted by lemma.
constexpr Noun nouns[] = {
    {"ally", K::ally_of},
    {"arm", K::part_of},
    {"battalion", K::part_of},
    {"boss", K::leads},
    {"branch", K::part_of},
    {"chairman", K::leads},
    {"chairperson", K::leads},
    {"chairwoman", K::leads},
    {"chief", K::leads},
    {"combatant", K::member_of},
    {"commander", K::leads},
    {"commandant", K::leads},
    {"component", K::part_of},
    {"daughter", K::child_of},
    {"director", K::leads},
    {"division", K::part_of},
    {"emir", K::leads},
    {"faction", K::part_of},
    {"fighter", K::member_of},
    {"governor", K::leads},
    {"guerrilla", K::member_of},
    {"head", K::leads},
    {"husband", K::spouse_of},
    {"lawmaker", K::member_of},
    {"leader", K::leads},
    {"mayor", K::leads},
    {"member", K::member_of},
    {"militant", K::member_of},
    {"militiaman", K::member_of},
    {"officer", K::member_of},
    {"official", K::member_of},
    {"operative", K::member_of},
    {"policeman", K::member_of},
    {"president", K::leads},
    {"ringleader", K::leads},
    {"soldier", K::member_of},
    {"son", K::child_of},
    {"spokesman", K::spokesperson_for},
    {"spokesperson", K::spokesperson_for},
    {"spokeswoman", K::spokesperson_for},
    {"spouse", K::spouse_of},
    {"unit", K::part_of},
    {"widow", K::spouse_of},
    {"wife", K::spouse_of},
    {"wing", K::part_of},
};

template <std::size_t size>
bool holds(const std::string_view (&words)[size], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

}  // namespace

std::optional<RelationKind> relation_of_noun(std::string_view lemma) {
  const auto* at =
      std::find_if(std::begin(nouns), std::end(nouns), [&](const Noun& noun) { return noun.lemma == lemma; });
  return at == std::end(nouns) ? std::nullopt : std::optional(at->kind);
}

bool is_office_of_place(std::string_view lemma) {
  static constexpr std::string_view words[] = {"governor", "mayor", "president"};
  return holds(words, lemma);
}

bool is_doubt(std::string_view word) {
  static constexpr std::string_view words[] = {
      "accused",  "alleged",  "apparent", "aspiring",  "future",   "likely",      "next",      "no",
      "neither",  "any",      "possible", "potential", "presumed", "prospective", "purported", "reputed",
      "reported", "rumoured", "rumored",  "suspected", "supposed", "would-be",    "wannabe",   "would"};
  return holds(words, word);
}

bool is_deputy(std::string_view word) {
  static constexpr std::string_view words[] = {"assistant", "deputy", "vice", "second"};
  return holds(words, word);
}

bool is_past(std::string_view word) {
  static constexpr std::string_view words[] = {"ex",       "ex-",    "former",    "late",    "onetime",
                                               "one-time", "ousted", "erstwhile", "deposed", "sacked"};
  return holds(words, word);
}

bool is_body_of_people(std::string_view lemma) {
  static constexpr std::string_view words[] = {
      "agency",     "alliance",   "army",         "assembly",     "battalion",  "brigade", "cabinet",
      "coalition",  "command",    "committee",    "congress",     "council",    "faction", "force",
      "forces",     "front",      "gang",         "government",   "group",      "guard",   "junta",
      "leadership", "legion",     "militia",      "military",     "ministry",   "mission", "movement",
      "navy",       "opposition", "organisation", "organization", "parliament", "party",   "police",
      "regime",     "regiment",   "resistance",   "senate",       "service",    "squad",   "troop",
      "union",      "unit"};
  return holds(words, lemma);
}

}  // namespace sitrep
