#include "lexicon/actor_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>

#include "base/limits.h"
#include "base/lines.h"
#include "base/near_names.h"
#include "lexicon/place_names.h"
#include "text/utf8.h"

namespace sitrep {
namespace {

constexpr std::string_view header =
    "#id\tname\taliases\tkind\tcountry\tparent\tside\trole\tstart\tend\tcameo\tplover\tacled\tinter\tucdp";
constexpr std::size_t columns = 15;

// Longer chains of parents are circles.
constexpr int parents_max = 32;

std::string_view next_line(std::string_view& rest) {
  std::string_view line = cut(rest, '\n');
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// At most `Most` fields; what is left over stays in the last.
template <std::size_t Most>
std::size_t split(std::string_view line, char mark, std::array<std::string_view, Most>& fields) {
  std::size_t count = 0;
  while (count < Most) {
    std::size_t end = count + 1 < Most ? line.find(mark) : line.npos;
    fields[count++] = line.substr(0, end);
    if (end == line.npos) break;
    line.remove_prefix(end + 1);
  }
  return count;
}

bool is_code(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' || c == '-';
  });
}

bool is_id(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) > ' ' && c != '|' && c != '=' &&
           static_cast<unsigned char>(c) != 127;
  });
}

bool in_capitals(std::string_view name) {
  std::size_t letters = 0;
  for (char c : name) {
    if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 128) return false;
    letters += c >= 'A' && c <= 'Z';
  }
  return letters > 0 && letters <= 6;
}

std::string plural_of(std::string_view noun) {
  auto ends = [&](std::string_view end) { return noun.size() > end.size() && noun.ends_with(end); };
  std::string stem(noun.substr(0, noun.size() - 1));
  if (ends("man") && !ends("human") && !ends("german"))
    return std::string(noun.substr(0, noun.size() - 2)) + "en";
  if (ends("person")) return std::string(noun.substr(0, noun.size() - 6)) + "people";
  if (ends("child")) return std::string(noun) + "ren";
  if (ends("wife")) return std::string(noun.substr(0, noun.size() - 2)) + "ves";
  if (ends("y") && !ends("ay") && !ends("ey") && !ends("oy")) return stem + "ies";
  if (ends("s") || ends("x") || ends("ch") || ends("sh")) return std::string(noun) + "es";
  return std::string(noun) + "s";
}

}  // namespace

tl::unexpected<Error> ActorTables::bad(std::uint32_t line, std::string message, std::string hint) const {
  return fail(ErrorCode::malformed, std::move(message), fmt::format("{}:{}", table_, line), std::move(hint));
}

Done ActorTables::add(std::string_view text, const std::string& name) {
  table_ = name;
  first_row_ = lexicon_.rows_.size();
  if (text.size() > limits::actor_table_bytes_max) {
    return fail(ErrorCode::over_limit,
                fmt::format("a table of actors may have {} MB", limits::actor_table_bytes_max >> 20), name);
  }
  if (!is_utf8(text)) return fail(ErrorCode::not_utf8, "a table of actors is UTF-8", name);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::uint32_t number = 0;
  bool headed = false;
  while (!text.empty()) {
    std::string_view line = next_line(text);
    ++number;
    if (line.empty()) continue;
    if (line == header) headed = true;
    if (line.front() == '#') continue;
    if (!headed)
      return bad(number, "a row before the columns are named", fmt::format("the first line is {}", header));
    if (Done done = add_row(line, number); !done) return done;
  }
  return {};
}

Done ActorTables::add_row(std::string_view line, std::uint32_t number) {
  std::array<std::string_view, columns> f;
  if (split(line, '\t', f) != columns || f.back().find('\t') != line.npos) {
    return bad(number, fmt::format("a row has {} columns, parted by tabs", columns),
               fmt::format("empty ones too: {}", header));
  }
  auto [id, name, aliases, kind, country, parent, side, role, start, end, cameo, plover, acled, inter, ucdp] =
      f;
  if (!is_id(id)) return bad(number, "an id is a word like org:river-brigade");
  if (name.starts_with('=')) {
    others_.push_back({id, name.substr(1), number});
    return {};
  }
  if (name.empty() && lexicon_.by_id_.count(id) == 0) return bad(number, fmt::format("{} has no name", id));

  ActorRow row;
  row.id = id;
  row.name = name;
  row.country = country;
  row.parent = parent;
  row.side = side;
  row.role = role;
  row.cameo = cameo;
  row.plover = plover;
  row.acled = acled;
  row.line = number;
  auto sort = parse_enum<ActorSort>(kind);
  if (!sort) {
    return bad(number, fmt::format("{:?} is no kind of actor", std::string(kind)),
               did_you_mean(kind, enum_names<ActorSort>()));
  }
  row.kind = *sort;
  row.ucdp = ucdp_of(row.kind);
  if (!ucdp.empty()) {
    auto word = parse_enum<UcdpSide>(ucdp);
    if (!word) {
      return bad(number, fmt::format("{:?} is no kind of side", std::string(ucdp)),
                 did_you_mean(ucdp, enum_names<UcdpSide>()));
    }
    row.ucdp = *word;
  }
  row.inter = static_cast<std::uint8_t>(inter_of(row.kind));
  if (!inter.empty()) {
    if (inter.size() != 1 || inter[0] < '1' || inter[0] > '8')
      return bad(number, "inter is a digit from 1 to 8");
    row.inter = static_cast<std::uint8_t>(inter[0] - '0');
  }
  if (!country.empty() && (country.size() != 3 || !is_code(country))) {
    return bad(number, "a country is its ISO 3166-1 code of three letters: AFG");
  }
  if (!is_code(cameo) || !is_code(plover)) return bad(number, "a code has capitals and digits only");
  auto day = [&](std::string_view text, std::optional<Date>& into) {
    if (!text.empty()) into = Date::parse(text);
    return text.empty() || into.has_value();
  };
  if (!day(start, row.start) || !day(end, row.end)) {
    return bad(number, "a day is written 2021-08-15", "leave it empty where it is not known");
  }
  if (row.start && row.end && *row.end < *row.start) return bad(number, "it ends before it starts");

  auto index = static_cast<ActorIndex>(lexicon_.rows_.size());
  auto [known, first] = lexicon_.by_id_.emplace(id, index);
  if (!first && known->second < first_row_) {
    known->second = index;  // a later table's row: what was told before no longer holds
    first = true;
  }
  if (!first) {
    ActorIndex last = known->second;
    if (name.empty()) row.name = lexicon_.rows_[last].name;
    while (lexicon_.rows_[last].next != no_actor) last = lexicon_.rows_[last].next;
    lexicon_.rows_[last].next = index;
  }
  lexicon_.rows_.push_back(row);
  aliases_.push_back(aliases);
  return {};
}

void ActorTables::add_name(std::string_view name, ActorNameUse use, ActorIndex actor) {
  std::string folded = fold_place_name(name);
  if (folded.empty()) return;
  ActorLexicon::NameEntry entry;
  entry.hash = place_name_hash(folded);
  entry.text = static_cast<std::uint32_t>(lexicon_.folded_.size());
  entry.size = static_cast<std::uint32_t>(folded.size());
  entry.actor = actor;
  entry.use = use;
  entry.acronym = in_capitals(name);
  auto words = static_cast<std::uint8_t>(
      std::min<std::ptrdiff_t>(255, 1 + std::count(folded.begin(), folded.end(), ' ')));
  auto& most = lexicon_.words_from_[place_name_hash(std::string_view(folded).substr(0, folded.find(' ')))];
  most = std::max(most, words);
  lexicon_.folded_ += folded;
  lexicon_.names_.push_back(entry);
}

Done ActorTables::add_names(std::string_view aliases, ActorIndex actor) {
  while (!aliases.empty()) {
    std::string_view name = aliases.substr(0, aliases.find('|'));
    aliases.remove_prefix(std::min(aliases.size(), name.size() + 1));
    ActorNameUse use = ActorNameUse::full;
    if (name.starts_with('~')) use = ActorNameUse::folk;
    if (name.starts_with('^')) use = ActorNameUse::seat;
    if (use != ActorNameUse::full) name.remove_prefix(1);
    add_name(name, use, actor);
  }
  return {};
}

std::string ActorTables::near_ids(std::string_view id) const {
  std::vector<std::string_view> ids;
  // Only those of the same sort ("org:"): all of 20,000 would be slow for nothing.
  std::string_view sort = id.substr(0, id.find(':') + 1);
  for (const auto& [known, row] : lexicon_.by_id_) {
    if (known.starts_with(sort) && known.size() + 4 > id.size() && id.size() + 4 > known.size())
      ids.push_back(known);
  }
  std::sort(ids.begin(), ids.end());
  if (id.size() > 64 || ids.size() > 20'000) return {};
  return did_you_mean(id, ids);
}

Done ActorTables::finish() {
  if (Done done = join_others(); !done) return done;
  if (Done done = check_parents(); !done) return done;
  lexicon_.folded_.reserve(lexicon_.rows_.size() * 40);
  // The last table's names first, so that a user's win.
  for (std::size_t i = lexicon_.rows_.size(); i-- > 0;) {
    const ActorRow& row = lexicon_.rows_[i];
    ActorIndex first = lexicon_.by_id_.at(row.id);
    if (i < first) continue;  // replaced by a later table
    if (i == first) add_name(row.name, ActorNameUse::full, first);
    if (Done done = add_names(aliases_[i], first); !done) return done;
  }
  lexicon_.buckets_.assign(std::size_t{1} << 17, 0);
  auto& names = lexicon_.names_;
  for (std::size_t i = names.size(); i-- > 0;) {
    std::uint32_t& bucket = lexicon_.buckets_[names[i].hash & (lexicon_.buckets_.size() - 1)];
    names[i].next = bucket;
    bucket = static_cast<std::uint32_t>(i + 1);
  }
  return {};
}

// "org:front-b  =org:front-a": one actor under two ids.
Done ActorTables::join_others() {
  std::unordered_map<std::string_view, const Another*> other;
  for (const Another& a : others_) {
    other[a.id] = &a;
    lexicon_.by_id_.erase(a.id);
  }
  for (const Another& a : others_) {
    const Another* at = &a;
    std::size_t steps = 0;
    for (auto next = other.find(at->of); next != other.end(); next = other.find(at->of)) {
      at = next->second;
      if (++steps > others_.size()) {
        return bad(a.line, fmt::format("{} is, by other names, itself", a.id),
                   "one of the ids needs a row of its own");
      }
    }
    auto found = lexicon_.by_id_.find(at->of);
    if (found == lexicon_.by_id_.end())
      return bad(at->line, fmt::format("there is no {}", at->of), near_ids(at->of));
  }
  // All ends are known now; entries are added last so that none is an end for another.
  std::vector<std::pair<std::string_view, ActorIndex>> joined;
  for (const Another& a : others_) {
    std::string_view of = a.of;
    for (auto next = other.find(of); next != other.end(); next = other.find(of)) of = next->second->of;
    joined.emplace_back(a.id, lexicon_.by_id_.at(of));
  }
  for (const auto& [id, index] : joined) lexicon_.by_id_[id] = index;
  return {};
}

Done ActorTables::check_parents() {
  auto& rows = lexicon_.rows_;
  // Governments and forces are their state's where nothing else is told.
  for (ActorRow& row : rows) {
    bool of_state = row.kind == ActorSort::government || row.kind == ActorSort::state_force;
    if (!row.parent.empty() || row.country.empty() || !of_state) continue;
    auto state = lexicon_.by_id_.find("gov:" + std::string(row.country));
    if (state != lexicon_.by_id_.end() && state->first != row.id) row.parent = state->first;
  }
  for (std::size_t i = first_row_; i < rows.size(); ++i) {
    for (std::string_view up : {rows[i].parent, rows[i].side}) {
      if (!up.empty() && lexicon_.find(up) == no_actor) {
        return bad(rows[i].line, fmt::format("there is no {}, which {} is of", up, rows[i].id), near_ids(up));
      }
    }
    int steps = 0;
    for (ActorIndex at = lexicon_.find(rows[i].id); !rows[at].parent.empty();) {
      at = lexicon_.find(rows[at].parent);
      if (at == no_actor) break;  // a row of an earlier table that lost its parent
      if (++steps > parents_max) {
        return bad(rows[i].line, fmt::format("the parents of {} go round", rows[i].id),
                   "a parent is what an actor is a part of");
      }
    }
  }
  return {};
}

void ActorTables::add_agents(std::string_view text) {
  // Plurals as they are listed go before those that are made.
  add_agents(text, false);
  add_agents(text, true);
}

void ActorTables::add_agents(std::string_view text, bool plurals) {
  while (!text.empty()) {
    std::string_view line = next_line(text);
    if (line.empty() || line.front() == '#') continue;
    std::array<std::string_view, 5> f;
    [[maybe_unused]] std::size_t count = split(line, '\t', f);
    assert(count == 5);
    AgentNoun noun{f[0], f[3], f[4], *parse_enum<ActorSort>(f[2]), AgentNoun::Form::one};
    bool body = f[1] == "body";
    if (body) noun.form = AgentNoun::Form::body;
    if (f[1] == "many") noun.form = AgentNoun::Form::many;
    auto add = [&](std::string_view form, AgentNoun meaning) {
      lexicon_.agents_.emplace(form, meaning);
      std::string_view last = form.substr(form.rfind(' ') + 1);
      auto words = static_cast<std::uint8_t>(1 + std::count(form.begin(), form.end(), ' '));
      auto& most = lexicon_.agent_words_[last];
      most = std::max(most, words);
    };
    if (!plurals) add(noun.noun, noun);
    if (!plurals || f[1] == "many") continue;
    lexicon_.held_.push_back(plural_of(noun.noun));
    if (!body) noun.form = AgentNoun::Form::many;
    add(lexicon_.held_.back(), noun);
  }
}

}  // namespace sitrep
