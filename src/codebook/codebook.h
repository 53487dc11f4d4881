// The codebook: the types of events that a reader may give, the words that tell each, who does what in
// them, and what each type is in other people's codebooks.
//
//   const Codebook& book = Codebook::standard();
//   book.find("shelling")->codes.cameo                          // "194"
//   for (const Trigger& t : book.triggers_of("open")) ...        // "open fire on": attack; actor subj,
//   target on
//
// It is text that people write (docs/codebook.md has the form); the one that ships, data/codebook/, is
// built into the program. Read-only once loaded, so safe to use from many threads.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum.h"
#include "base/result.h"

namespace sitrep {

// Empty where the other codebook has no single code for the type: ACLED and UCDP ask who the parties are.
struct EventCodes {
  std::string cameo;        // CAMEO 1.1b3: root and third digit, "194"
  std::string plover;       // PLOVER event type, "ASSAULT"
  std::string plover_mode;  // PLOVER mode, "heavy-weapons"
  std::string acled;        // ACLED event type and sub-event type, "Battles: Armed clash"
  std::string ucdp;         // UCDP type of violence, "one-sided violence"
  std::string muc;          // MUC-4 incident type, "BOMBING"
  bool operator==(const EventCodes&) const = default;
};

// What a phrase may be in a claim. The first six are the roles of actors in the record, then those of
// places; `instrument` is what it was done with, `content` what a verbal act is about.
SITREP_ENUM(ClaimSlot, actor, target, victim, mediator, beneficiary, participant, site, origin, destination,
            direction, about, instrument, content);

// Which phrase of the syntax fills which slot of the claim. Syntactic slots are
//   subj  who does it: the subject; of a passive, "by"
//   obj   who or what undergoes it: the object; of a passive, the subject
//   iobj  the indirect object
//   comp  the clause or infinitive that is said, demanded, planned
//   poss compound adj   before a noun: "the army's attack", "rebel attack", "Israeli strikes"
//   and any preposition by its name: "on", "against", "of", "between" ...
struct FrameSlot {
  std::string slot;
  ClaimSlot fills = ClaimSlot::actor;
  bool operator==(const FrameSlot&) const = default;
};
using Frame = std::vector<FrameSlot>;

// What must hold of a slot for a trigger to count: "{obj=weapon|shot}", "{obj=none}", "{subj!=animal}".
struct Condition {
  std::string slot;
  bool negated = false;
  bool any = false;                 // the slot is filled, by whatever
  bool none = false;                // it is not
  std::vector<std::string> kinds;   // its head is of one of these kinds (Codebook::is_of_kind) ...
  std::vector<std::string> lemmas;  // ... or has one of these lemmas
  bool operator==(const Condition&) const = default;
};

SITREP_ENUM(TriggerClass, verb, noun, adjective, phrase);

// A word or words that tell of an event.
struct Trigger {
  // Of a verb: its lemma, then words that must hang on it, not always next to it: a particle, an object,
  // a preposition with its noun ("take hostage", "set on fire"). Of a noun: the noun last, what stands
  // before it first ("air strike"). Of a phrase: words as written, one after the other.
  std::vector<std::string> lemmas;
  TriggerClass word_class = TriggerClass::verb;
  std::string type;                   // an EventType's name
  std::string subtype;                // one of its subtypes, or empty
  Frame frame;                        // its own slots, then those of its type that it does not name
  std::vector<Condition> conditions;  // all must hold
  // Too common a word to count alone: only with an armed, official or crowd party in a slot, or
  // in a report that tells of conflict besides.
  bool weak = false;
  std::uint32_t line = 0;  // where it was read, for `because` and for errors
};

// Verbs that lend a noun its sentence: "carried out an attack", "came under attack", "fighting erupted".
SITREP_ENUM(LightKind, does, undergoes, happens);

struct LightVerb {
  std::vector<std::string> lemmas;  // "carry", "out"
  // does: its subject is the noun's actor, the noun its object; undergoes: its subject is the noun's
  // target; happens: the noun is its subject.
  LightKind kind = LightKind::does;
};

struct Subtype {
  std::string name;
  std::string is;    // what it is, in a few words
  EventCodes codes;  // its own, with the type's where it has none
};

// A sentence that shows a type, and what must be read in it; or one that must not be read as the type.
struct Example {
  std::string sentence;
  bool shows = true;  // false: the sentence must give no claim of the type
  std::string subtype;
  std::string instead;  // the type that it is, where it does not show this one; or empty
  std::vector<std::pair<std::string, std::string>>
      values;  // "actor" "The River Brigade"; "polarity" "denied"
  std::uint32_t line = 0;
  std::string file;
};

struct EventType {
  std::string name;
  std::string family;
  std::string is;                                         // what it is
  std::vector<std::pair<std::string, std::string>> not_;  // the type it is then, and when
  EventCodes codes;
  // A word that is said rather than a deed: its modality is this, "demanded"; or empty for a deed.
  std::string modality;
  bool verbal = false;  // an act of speech: its utterer is the actor, its addressee the target
  Frame frame;
  std::string where;  // where it was first told: "my.codebook:12"
  std::vector<Subtype> subtypes;
  std::vector<Example> examples;

  [[nodiscard]] const Subtype* find_subtype(std::string_view subtype) const;
  // Those of the subtype, else of the type.
  [[nodiscard]] const EventCodes& codes_of(std::string_view subtype) const;
};

class Codebook {
 public:
  // The one that ships.
  static const Codebook& standard() { return *shared_standard(); }
  static const std::shared_ptr<const Codebook>& shared_standard();

  // The standard one with `text` added, in the form of docs/codebook.md; `name` is for errors
  // ("my.codebook"). What it says of a type that is there already is added to it, or stands in its place
  // ("replaces"). malformed, at name:line, with near names, where the text is not right.
  static Result<std::shared_ptr<const Codebook>> load(std::string_view text, std::string_view name);
  // The same from a file; cannot_read or not_found where there is none.
  static Result<std::shared_ptr<const Codebook>> load_file(const std::string& path);

  Codebook(const Codebook&) = delete;
  Codebook& operator=(const Codebook&) = delete;

  // Null for names that the codebook does not know. O(log types).
  [[nodiscard]] const EventType* find(std::string_view type) const;
  // All, sorted by name.
  [[nodiscard]] std::span<const EventType* const> types() const { return sorted_; }
  // All triggers, sorted by their first lemma; of one lemma the longest first, then those with most
  // conditions, then as written.
  [[nodiscard]] std::span<const Trigger> triggers() const { return triggers_; }
  // Triggers that begin with a lemma (of nouns and phrases: the first word). O(log triggers).
  [[nodiscard]] std::span<const Trigger> triggers_of(std::string_view first_lemma) const;
  [[nodiscard]] std::span<const LightVerb> light_verbs() const { return light_verbs_; }

  // Whether a lemma is of a kind that conditions name: "weapon", "building" ... Kinds that words cannot
  // tell are the matcher's: "person", "place", "organisation" hold of names too.
  [[nodiscard]] bool is_of_kind(std::string_view lemma, std::string_view kind) const;
  [[nodiscard]] bool has_kind(std::string_view kind) const { return kinds_.contains(kind); }

  // What it is, for Reading::codebook: "sitrep-codebook 1 sha256:4f0c..."; the hash is of all its text.
  [[nodiscard]] const std::string& identity() const { return identity_; }

 private:
  friend class CodebookReader;
  Codebook() = default;

  std::string identity_;
  std::map<std::string, EventType, std::less<>> types_;
  std::vector<const EventType*> sorted_;
  std::vector<Trigger> triggers_;
  std::vector<LightVerb> light_verbs_;
  std::map<std::string, std::vector<std::string>, std::less<>> kinds_;  // sorted lemmas
};

}  // namespace sitrep
