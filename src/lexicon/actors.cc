#include "lexicon/actors.h"

#include <array>
#include <cassert>
#include <fstream>

#include "base/limits.h"
#include "lexicon/actor_tables.h"
#include "lexicon/place_names.h"

namespace sitrep {

namespace embedded {
#define ACTOR_TABLE(name) extern const std::string_view actors_##name;
#include "lexicon/actor_tables.def"
#undef ACTOR_TABLE
extern const std::string_view actor_agents;  // data/actors/agents.tsv
}  // namespace embedded

namespace {

struct OfKind {
  int inter;
  UcdpSide ucdp;
  std::string_view sector;
};

// ACLED's actor types 1 to 8; UCDP's sides; CAMEO's and PLOVER's role codes. In the order of ActorSort.
constexpr std::array<OfKind, 14> of_kind = {{
    {1, UcdpSide::government, "MIL"},      // state_force
    {1, UcdpSide::government, "GOV"},      // government
    {2, UcdpSide::rebel, "REB"},           // rebel_group
    {3, UcdpSide::formal_group, "UAF"},    // political_militia
    {4, UcdpSide::communal_group, "UAF"},  // identity_militia
    {5, UcdpSide::informal_group, "OPP"},  // rioters
    {6, UcdpSide::none, "CVL"},            // protesters
    {7, UcdpSide::civilians, "CVL"},       // civilians
    {8, UcdpSide::government, "MIL"},      // external_force
    {8, UcdpSide::none, "IGO"},            // international_body
    {7, UcdpSide::civilians, "MED"},       // media
    {7, UcdpSide::informal_group, "PTY"},  // party
    {7, UcdpSide::civilians, "BUS"},       // company
    {0, UcdpSide::none, ""},               // unknown
}};
static_assert(of_kind.size() == enum_names<ActorSort>().size());

const OfKind& of(ActorSort kind) { return of_kind[static_cast<std::size_t>(kind)]; }

}  // namespace

int inter_of(ActorSort kind) { return of(kind).inter; }
UcdpSide ucdp_of(ActorSort kind) { return of(kind).ucdp; }
std::string_view cameo_sector_of(ActorSort kind) { return of(kind).sector; }

std::string cameo_of(const ActorRow& row) {
  if (!row.cameo.empty()) return std::string(row.cameo);
  std::string_view sector = row.former ? "ELI" : of(row.kind).sector;
  if (row.kind == ActorSort::international_body) return std::string(sector);
  return std::string(row.country) + std::string(sector);
}

std::string plover_of(const ActorRow& row) {
  if (!row.plover.empty()) return std::string(row.plover);
  std::string_view sector = row.former ? "ELI" : of(row.kind).sector;
  if (row.kind == ActorSort::international_body) return std::string(sector);
  std::string code(row.country.empty() ? "---" : row.country);
  if (!sector.empty()) code.append(" ").append(sector);
  return code;
}

const std::shared_ptr<const ActorLexicon>& ActorLexicon::standard() {
  static const std::shared_ptr<const ActorLexicon> ours = [] {
    auto made = with({}, {});
    assert(made);  // a test reads the tables; they are part of the program
    return *made;
  }();
  return ours;
}

Result<std::shared_ptr<const ActorLexicon>> ActorLexicon::with(std::string table, const std::string& name) {
  std::shared_ptr<ActorLexicon> lexicon(new ActorLexicon);
  ActorTables tables(*lexicon);
  struct Ours {
    const char* name;
    std::string_view text;
  };
  const Ours ours[] = {
#define ACTOR_TABLE(name) {"data/actors/" #name ".tsv", embedded::actors_##name},
#include "lexicon/actor_tables.def"
#undef ACTOR_TABLE
  };
  for (const Ours& one : ours) {
    if (Done done = tables.add(one.text, one.name); !done) return fail(done);
  }
  tables.add_agents(embedded::actor_agents);
  if (!name.empty()) {
    lexicon->held_.push_back(std::move(table));
    if (Done done = tables.add(lexicon->held_.back(), name); !done) return fail(done);
  }
  if (Done done = tables.finish(); !done) return fail(done);
  return std::shared_ptr<const ActorLexicon>(std::move(lexicon));
}

Result<std::shared_ptr<const ActorLexicon>> ActorLexicon::with_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return fail(ErrorCode::not_found, "there is no such table of actors, or it may not be read", path);
  std::string text(limits::actor_table_bytes_max + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (in.bad()) return fail(ErrorCode::cannot_read, "the table of actors could not be read to its end", path);
  return with(std::move(text), path);
}

Result<std::shared_ptr<const ActorLexicon>> ActorLexicon::only(std::string table, const std::string& name) {
  std::shared_ptr<ActorLexicon> lexicon(new ActorLexicon);
  ActorTables tables(*lexicon);
  tables.add_agents(embedded::actor_agents);
  lexicon->held_.push_back(std::move(table));
  if (Done done = tables.add(lexicon->held_.back(), name); !done) return fail(done);
  if (Done done = tables.finish(); !done) return fail(done);
  return std::shared_ptr<const ActorLexicon>(std::move(lexicon));
}

ActorIndex ActorLexicon::find(std::string_view id) const {
  auto found = by_id_.find(id);
  return found == by_id_.end() ? no_actor : found->second;
}

ActorRow ActorLexicon::in_force(ActorIndex first_row, std::optional<Date> day) const {
  const ActorRow& first = rows_[first_row];
  const ActorRow* last = &first;
  const ActorRow* best = nullptr;
  const ActorRow* past = nullptr;
  for (ActorIndex at = first_row; at != no_actor; at = rows_[at].next) {
    const ActorRow& row = rows_[at];
    last = &row;
    if (!day) continue;
    if (row.start && *day < *row.start) continue;
    past = &row;
    if (row.end && *row.end < *day) continue;
    // Of two that hold, the one that began later.
    if (best == nullptr || (row.start && (!best->start || *best->start < *row.start))) best = &row;
  }
  if (!day) return *last;
  if (best != nullptr) return *best;
  if (past == nullptr) past = &first;
  ActorRow over = *past;
  if (!over.role.empty()) {
    // Nobody's officer any more, or not yet.
    over.role = {};
    if (over.kind == ActorSort::government || over.kind == ActorSort::state_force) {
      over.kind = ActorSort::civilians;
      over.ucdp = UcdpSide::civilians;
      over.inter = 7;
      over.cameo = {};
      over.plover = {};
      over.former = true;
    }
  }
  return over;
}

std::string_view ActorLexicon::side_of(const ActorRow& row) const {
  const ActorRow* at = &row;
  for (int steps = 0; steps < 32; ++steps) {
    if (!at->side.empty()) return at->side;
    if (at->parent.empty()) break;
    ActorIndex up = find(at->parent);
    if (up == no_actor) break;
    at = &rows_[up];
  }
  return at->id;
}

std::vector<ActorName> ActorLexicon::named(std::string_view name) const {
  return named_folded(fold_place_name(name));
}

std::vector<ActorName> ActorLexicon::named_folded(std::string_view folded) const {
  std::vector<ActorName> found;
  if (folded.empty() || buckets_.empty()) return found;
  std::uint32_t hash = place_name_hash(folded);
  for (std::uint32_t at = buckets_[hash & (buckets_.size() - 1)]; at != 0; at = names_[at - 1].next) {
    const NameEntry& entry = names_[at - 1];
    if (entry.hash != hash || std::string_view(folded_).substr(entry.text, entry.size) != folded) continue;
    bool again = false;
    for (const ActorName& known : found) again |= known.actor == entry.actor;
    if (!again) found.push_back({entry.actor, entry.use, entry.acronym});
  }
  return found;
}

std::size_t ActorLexicon::words_from(std::string_view folded_word) const {
  auto found = words_from_.find(place_name_hash(folded_word));
  return found == words_from_.end() ? 0 : found->second;
}

const AgentNoun* ActorLexicon::agent(std::string_view noun) const {
  auto found = agents_.find(noun);
  return found == agents_.end() ? nullptr : &found->second;
}

std::size_t ActorLexicon::agent_words(std::string_view last_word) const {
  auto found = agent_words_.find(last_word);
  return found == agent_words_.end() ? 0 : found->second;
}

}  // namespace sitrep
