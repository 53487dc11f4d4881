// The lexicon of actors: states, governments, armed groups, bodies, outlets and people in office, with their
// other names, dates and codes; and the nouns that say what people are ("gunman", "police").
//
//   const ActorLexicon& lexicon = *ActorLexicon::standard();
//   lexicon.named("Taliban")                 org:taliban, by one of its names
//   lexicon.in_force(actor, published)       the row that holds on that day: office, kind, codes
//   lexicon.agent("policeman")               what the noun means: state_force, COP
//
// data/actors/ holds the tables, docs/actors-format.md their columns; users' own (--actors FILE.tsv) are of
// the same format and are added to ours: a row of theirs replaces all rows of ours with its id.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "base/enum.h"
#include "base/result.h"

namespace sitrep {

// What an actor is; spells the words of record/words.h, which this folder may not see.
SITREP_ENUM(ActorSort, state_force, government, rebel_group, political_militia, identity_militia, rioters,
            protesters, civilians, external_force, international_body, media, party, company, unknown);

// The kind of side that UCDP would take it for; none: no organised actor.
SITREP_ENUM(UcdpSide, none, government, rebel, formal_group, informal_group, communal_group, civilians);

// How a name is its actor's.
SITREP_ENUM(ActorNameUse, full, folk, seat);  // folk: "Afghan", "Afghans"; seat: "Kabul" for its government

using ActorIndex = std::uint32_t;
inline constexpr ActorIndex no_actor = ~ActorIndex{0};

// One row: what an actor is from one day to another. Views are of the table.
struct ActorRow {
  std::string_view id, name;
  std::string_view country;        // ISO 3166-1 alpha-3; empty: none, or several
  std::string_view parent, side;   // ids; empty: none told
  std::string_view role;           // office of a person: "defence minister"
  std::string_view cameo, plover;  // "AFGREBTAL"; "AFG REB". Empty: those of country and kind
  std::string_view acled;          // empty: the name
  std::optional<Date> start, end;  // inclusive
  ActorSort kind = ActorSort::unknown;
  UcdpSide ucdp = UcdpSide::none;
  std::uint8_t inter = 0;      // ACLED's 1 to 8; 0: none
  ActorIndex next = no_actor;  // the next row of the same id
  std::uint32_t line = 0;      // in its table, for messages
  bool former = false;         // out of office on the day asked for
};

struct ActorName {
  ActorIndex actor = no_actor;  // the first row of its id
  ActorNameUse use = ActorNameUse::full;
  bool acronym = false;  // written in capitals only: "US", "WHO"
};

// A noun for people or bodies.
struct AgentNoun {
  std::string_view noun;    // singular, lower case; may be of several words
  std::string_view cameo;   // "COP", "GOVMIL"; behind the country's code
  std::string_view sector;  // PLOVER's
  ActorSort kind = ActorSort::unknown;
  enum class Form : std::uint8_t { one, many, body } form = Form::one;
};

class ActorLexicon {
 public:
  // Ours. Parsed when first asked for, in some 30 ms.
  static const std::shared_ptr<const ActorLexicon>& standard();
  // Ours and a user's table. Errors: malformed (a column too few, an unknown word, an id that is none,
  // parents or aliases that go round), over_limit; all with `name` and the line.
  static Result<std::shared_ptr<const ActorLexicon>> with(std::string table, const std::string& name);
  // Ours and a user's file; not_found or cannot_read besides.
  static Result<std::shared_ptr<const ActorLexicon>> with_file(const std::string& path);
  // Without ours.
  static Result<std::shared_ptr<const ActorLexicon>> only(std::string table, const std::string& name);

  ActorLexicon(const ActorLexicon&) = delete;
  ActorLexicon& operator=(const ActorLexicon&) = delete;

  // Different ids.
  [[nodiscard]] std::size_t size() const { return by_id_.size(); }
  [[nodiscard]] std::size_t names() const { return names_.size(); }
  [[nodiscard]] const ActorRow& row(ActorIndex index) const { return rows_[index]; }
  // The first row of an id, or of the id that it is another word for; no_actor for one that is none.
  [[nodiscard]] ActorIndex find(std::string_view id) const;
  // The row of an actor that holds on a day: the last that began by then, if it has not ended; of a person
  // whose offices are all over, a row without office. Without a day the last row.
  [[nodiscard]] ActorRow in_force(ActorIndex first_row, std::optional<Date> day) const;
  // The actor that a body or person belongs to in the end: the top of its parents, or the side told.
  [[nodiscard]] std::string_view side_of(const ActorRow& row) const;

  // Who bears a name, folded by fold_place_name. A user's come first.
  [[nodiscard]] std::vector<ActorName> named(std::string_view name) const;
  [[nodiscard]] std::vector<ActorName> named_folded(std::string_view folded) const;
  // The most words that a name beginning with this folded word has; 0: none begins so.
  [[nodiscard]] std::size_t words_from(std::string_view folded_word) const;

  // The meaning of a noun, singular or plural, lower case.
  [[nodiscard]] const AgentNoun* agent(std::string_view noun) const;
  // The most words that a noun ending with this word has; 0: none ends so.
  [[nodiscard]] std::size_t agent_words(std::string_view last_word) const;

 private:
  friend class ActorTables;
  ActorLexicon() = default;

  struct NameEntry {
    std::uint32_t hash = 0, text = 0, size = 0;  // of the folded name
    ActorIndex actor = no_actor;
    std::uint32_t next = 0;  // plus one, in the same bucket; 0: none
    ActorNameUse use = ActorNameUse::full;
    bool acronym = false;
  };

  std::deque<std::string> held_;  // tables of users, plurals; a deque, as views of them must stay
  std::vector<ActorRow> rows_;
  std::unordered_map<std::string_view, ActorIndex> by_id_;
  std::vector<NameEntry> names_;
  std::vector<std::uint32_t> buckets_;
  std::string folded_;
  std::unordered_map<std::uint32_t, std::uint8_t> words_from_;
  std::unordered_map<std::string_view, AgentNoun> agents_;
  std::unordered_map<std::string_view, std::uint8_t> agent_words_;
};

// The codes of an actor as its table has them, and what follows from kind and country where it has none.
std::string cameo_of(const ActorRow& row);
std::string plover_of(const ActorRow& row);  // "AFG REB"
int inter_of(ActorSort kind);                // ACLED's; 0: none
UcdpSide ucdp_of(ActorSort kind);
std::string_view cameo_sector_of(ActorSort kind);  // "GOV"; empty: none

}  // namespace sitrep
