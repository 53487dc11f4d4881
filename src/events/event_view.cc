#include "events/event_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>
#include <set>
#include <tuple>

#include "events/pair.h"

namespace sitrep {
namespace {

constexpr double copy_share_min = 0.5;
constexpr std::size_t compared_max = 2000;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::string outlet_of(const Telling& telling) {
  if (telling.outlet) return *telling.outlet;
  if (telling.uri) {
    // "https://news.example/7": its host.
    std::string_view uri = *telling.uri;
    if (auto at = uri.find("://"); at != std::string_view::npos) uri.remove_prefix(at + 3);
    return std::string(uri.substr(0, uri.find('/')));
  }
  return "a report without an outlet";
}

void find_copies(std::vector<Telling>& tellings) {
  std::size_t compared = std::min(tellings.size(), compared_max);
  for (std::uint32_t i = 0; i < tellings.size(); ++i) {
    for (std::uint32_t j = 0; j < std::min<std::size_t>(i, compared) && !tellings[i].copy_of; ++j) {
      if (tellings[j].copy_of) continue;
      bool copies = shared_text(tellings[i].happening, tellings[j].happening) >= copy_share_min;
      if (copies) tellings[i].copy_of = j;
    }
  }
}

// An agency that a claim came through is the origin of what it says; a report credits one as a whole.
std::string origin_of(const Telling& telling) {
  if (!telling.happening.credit.empty()) return telling.happening.credit;
  return outlet_of(telling);
}

// What tells one source from another, and how people call it. Unnamed voices are known by their role and the
// report that quotes them: two doctors of two reports may be two.
struct Identity {
  std::string key, name;
};

Identity identity_of(const Claim& claim, const std::vector<Telling>& tellings, std::uint32_t at) {
  const Source& source = claim.source;
  std::uint32_t original = tellings[at].copy_of.value_or(at);
  std::string own = source.name ? *source.name : source.text.value_or("");
  switch (source.kind) {
    case SourceKind::outlet: {
      const std::string& origin = tellings[at].origin;
      return {"outlet " + lower(origin), origin};
    }
    case SourceKind::named:
    case SourceKind::body:
    case SourceKind::written_record:
      if (source.name) return {"name " + lower(*source.name), *source.name};
      [[fallthrough]];
    case SourceKind::unnamed:
    case SourceKind::collective:
      break;
  }
  std::string body = source.body ? " " + lower(*source.body) : "";
  return {"voice " + lower(source.role.value_or(own)) + body + " " + tellings[original].report, own};
}

// The count that a claim gives for the whole happening.
std::optional<std::int64_t> count_of(const Claim& claim, Measure measure) {
  for (const Figure& figure : claim.figures) {
    if (figure.measure == measure && figure.scope != FigureScope::part && figure.low) return figure.low;
  }
  return std::nullopt;
}

bool revises(const Claim& later, const Claim& earlier) {
  for (Measure measure : {Measure::killed, Measure::injured, Measure::casualties, Measure::missing}) {
    auto before = count_of(earlier, measure);
    auto after = count_of(later, measure);
    if (before && after && before != after) return true;
  }
  return false;
}

}  // namespace

std::string event_name(std::int64_t event) { return fmt::format("e{}", event); }

std::optional<std::int64_t> parse_event_name(std::string_view name) {
  if (name.size() < 2 || name.size() > 10 || name.front() != 'e') return std::nullopt;
  name.remove_prefix(1);
  std::int64_t event = 0;
  auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), event);
  if (error != std::errc() || end != name.data() + name.size() || event < 1) return std::nullopt;
  return event;
}

std::optional<Date> said_day(const Claim& claim, const Telling& telling) {
  if (claim.source.said) return claim.source.said;
  if (telling.published) return telling.published->date;
  return std::nullopt;
}

EventView view_of(std::int64_t event, std::vector<Telling> tellings) {
  auto first_day = [](const Telling& telling) {
    return telling.published ? telling.published->date.days() : std::numeric_limits<std::int32_t>::max();
  };
  std::stable_sort(tellings.begin(), tellings.end(), [&](const Telling& a, const Telling& b) {
    auto key = [&](const Telling& t) { return std::tuple(first_day(t), t.learned_us, t.report); };
    return key(a) < key(b);
  });
  find_copies(tellings);
  std::set<std::string> origins;
  for (Telling& telling : tellings) {
    telling.origin = origin_of(telling.copy_of ? tellings[*telling.copy_of] : telling);
    origins.insert(lower(telling.origin));
  }

  EventView view;
  view.event = event;
  view.independent = static_cast<std::uint32_t>(origins.size());
  std::map<std::string, std::size_t> by_key;
  for (std::uint32_t t = 0; t < tellings.size(); ++t) {
    for (std::uint32_t c = 0; c < tellings[t].claims.size(); ++c) {
      const Claim& claim = tellings[t].claims[c];
      Identity identity = identity_of(claim, tellings, t);
      auto [at, fresh] = by_key.try_emplace(identity.key, view.accounts.size());
      if (fresh) view.accounts.push_back({identity.name, claim.source, {}, false, false});
      view.accounts[at->second].said.push_back({t, c});
    }
  }
  view.tellings = std::move(tellings);
  auto day_of = [&](Said said) {
    auto day = said_day(view.claim(said), view.tellings[said.telling]);
    return day ? day->days() : std::numeric_limits<std::int32_t>::max();
  };
  for (AccountView& account : view.accounts) {
    std::stable_sort(account.said.begin(), account.said.end(),
                     [&](Said a, Said b) { return day_of(a) < day_of(b); });
    for (std::size_t i = 1; i < account.said.size(); ++i) {
      account.revised |= revises(view.claim(account.said[i]), view.claim(account.said[i - 1]));
    }
    account.denies = view.claim(account.said.back()).status.polarity == Polarity::denied;
  }
  std::stable_sort(view.accounts.begin(), view.accounts.end(),
                   [&](const AccountView& a, const AccountView& b) {
                     return day_of(a.said.front()) < day_of(b.said.front());
                   });
  return view;
}

}  // namespace sitrep
