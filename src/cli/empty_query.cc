#include "cli/empty_query.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/near_names.h"
#include "engine/reader.h"
#include "text/utf8.h"

namespace sitrep {

namespace {

// Near names are sought without letter case, and told as they are written, each way once.
std::string near_among(const std::string& wanted, const std::vector<std::string>& known) {
  std::map<std::string, std::set<std::string>> written;  // by what is left without letter case
  for (const std::string& name : known) written[lower(name)].insert(name);
  std::vector<std::string_view> lowered;
  lowered.reserve(written.size());
  for (const auto& [name, ways] : written) lowered.push_back(name);
  std::string near;
  for (const std::string& name : near_names(lower(wanted), lowered)) {
    for (const std::string& way : written[name]) {
      near += fmt::format("{}\"{}\"", near.empty() ? "" : " or ", way);
    }
  }
  return near.empty() ? "" : fmt::format("\n  did you mean {}?", near);
}

bool holds(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

void say_nothing_found(Context& context, Ledger& ledger) {
  const Query& query = context.options.query;
  std::string line = fmt::format("{}: nothing matches", context.options.ledger);
  std::string hints;
  // A ledger that cannot tell its names has said so when it was asked for rows.
  if (auto outlets = ledger.names(LedgerName::outlet); query.outlet && outlets) {
    bool known = std::any_of(outlets->begin(), outlets->end(),
                             [&](const std::string& name) { return lower(name) == lower(*query.outlet); });
    if (!known) {
      line += fmt::format("; it has no outlet \"{}\"", *query.outlet);
      hints += near_among(*query.outlet, *outlets);
    }
  }
  // A ledger may hold types of a codebook that is not this program's.
  if (auto types = ledger.names(LedgerName::event_type); query.event_type && types) {
    for (std::string_view name : event_type_names()) types->emplace_back(name);
    if (!holds(*types, *query.event_type)) {
      line += fmt::format("; there is no event type \"{}\"", *query.event_type);
      hints += near_among(*query.event_type, *types);
    }
  }
  context.messages.say(line + hints);
}

}  // namespace sitrep
