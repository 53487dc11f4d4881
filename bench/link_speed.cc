// How fast happenings are linked, what a new report costs as a ledger grows, and how far the outcome hangs on
// the order of arrival.
//
//   link_speed grow FILE CLAIMS [STEP]   invented reports, linked STEP claims at a time; a line a step
//   link_speed alike FILE REPORTS        nearly alike reports of one event, linked 1,000 at a time
//   link_speed list FILE [ROUNDS]        as-of pages of one country's events
//   link_speed order HAPPENINGS DOCS     ten random orders of the first DOCS that linking_incidents --read
//   wrote
#include <fmt/format.h>
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "engine/events.h"
#include "engine/linker.h"
#include "events/keys.h"
#include "ledger/invented.h"

namespace sitrep {
namespace {

double now_s() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// Of all threads: what the work costs on a machine that does other work too.
double cpu_s() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

[[noreturn]] void fall(const Error& error) {
  fmt::print(stderr, "link_speed: {}\n", error.text());
  std::exit(2);
}

template <class T>
T must(Result<T> result) {
  if (!result) fall(result.error());
  return std::move(*result);
}

// Invented places are in one country; forty make a world.
void spread(std::vector<Claim>& claims) {
  for (Claim& claim : claims) {
    if (!claim.place || !claim.place->name) continue;
    std::uint32_t which = word_hash(*claim.place->name) % 40;
    claim.place->country =
        std::string{static_cast<char>('A' + which / 20), static_cast<char>('A' + which % 20)};
  }
}

Entry entry_of(const Document& document, const Findings& findings) {
  Entry entry = prepare(document, findings, invented_reading());
  entry.happenings = happening_rows(report_of(document), findings.claims);
  return entry;
}

struct Spent {
  double wall, cpu;
  LinkCounts counts;
};
Spent link(Ledger& ledger) {
  double wall = now_s();
  double cpu = cpu_s();
  LinkCounts counts = must(link_new(ledger, [](const LinkCounts&) { return true; }));
  return {now_s() - wall, cpu_s() - cpu, counts};
}

void grow(const std::string& path, std::uint64_t wanted, std::uint64_t step) {
  Ledger ledger = must(Ledger::open(path, Ledger::Mode::write));
  Invented invented({.seed = 11});
  std::uint64_t claims = 0;
  while (claims < wanted) {
    std::uint64_t before = claims;
    while (claims < before + step) {
      std::vector<Entry> entries;
      for (int i = 0; i < 1000; ++i) {
        Invented::Item item = invented.next();
        spread(item.findings.claims);
        claims += item.findings.claims.size();
        entries.push_back(entry_of(item.document, item.findings));
      }
      must(ledger.add(entries));
    }
    Spent spent = link(ledger);
    auto fresh = static_cast<double>(claims - before);
    fmt::print(
        "{} claims: {:.0f} linked in {:.1f} s, {:.0f}/s; {:.0f}/s of CPU time; {} happenings, {} links, {} "
        "moved\n",
        claims, fresh, spent.wall, fresh / spent.wall, fresh / spent.cpu, spent.counts.happenings,
        spent.counts.links, spent.counts.moved);
    std::fflush(stdout);
  }
}

Entry alike(std::mt19937& random, int number) {
  std::string text = fmt::format(
      "Shells killed nine people at the night market of Kalmar on Saturday, mayor Ida Holm said. The River "
      "Brigade, which holds the hills above the town, did not answer calls. {} stalls burned and the bridge "
      "to "
      "Oland was shut for {} hours, a harbour pilot told dispatch {}.",
      random() % 90, random() % 40, number);
  Document document =
      document_told(std::move(text), "2031-05-04", invented_outlet(static_cast<unsigned>(number % 400)));
  Findings findings;
  findings.claims = {claim_over_all(document, "shelling", 6)};
  return entry_of(document, findings);
}

void pile(const std::string& path, int wanted) {
  Ledger ledger = must(Ledger::open(path, Ledger::Mode::write));
  std::mt19937 random(3);
  for (int made = 0; made < wanted;) {
    std::vector<Entry> entries;
    for (int i = 0; i < 1000; ++i) entries.push_back(alike(random, made++));
    must(ledger.add(entries));
    Spent spent = link(ledger);
    fmt::print("{} reports: {:.1f} s, {:.1f} s of CPU time for 1,000; {} links, {} moved\n", made, spent.wall,
               spent.cpu, spent.counts.links, spent.counts.moved);
    std::fflush(stdout);
  }
  std::map<std::int64_t, int> events;
  EventStore store = must(EventStore::of(ledger));
  for (std::int64_t n = 1; n <= wanted; ++n) ++events[must(store.event_of(n)).value_or(0)];
  fmt::print("{} events\n", events.size());
}

void list(const std::string& path, int rounds) {
  Ledger ledger = must(Ledger::open(path, Ledger::Mode::read));
  EventStore store = must(EventStore::of(ledger));
  std::mt19937 random(5);
  for (std::size_t page : {100U, 100'000U}) {
    std::vector<double> times;
    std::size_t events = 0;
    for (int i = 0; i < rounds; ++i) {
      EventQuery query;
      std::uint32_t which = random() % 40;
      query.country = std::string{static_cast<char>('A' + which / 20), static_cast<char>('A' + which % 20)};
      query.as_of = Date::of(2031, 6, 1)->plus_days(static_cast<std::int32_t>(random() % 1500));
      query.descending = true;
      double start = now_s();
      events = 0;
      auto done = store.list(query, [&](std::int64_t event) -> Result<bool> {
        if (page == 100) must(event_view(store, event, query, false));
        return ++events < page;
      });
      if (!done) fall(done.error());
      times.push_back(1000 * (now_s() - start));
    }
    std::sort(times.begin(), times.end());
    fmt::print("{}: median {:.0f} ms, slowest {:.0f} ms (the last: {} events)\n",
               page == 100 ? "a page of 100 events with their reports" : "the numbers of all events",
               times[times.size() / 2], times.back(), events);
  }
}

// For each happening the smallest of its group.
std::vector<std::size_t> groups_of(const std::vector<std::string>& packed,
                                   const std::vector<std::size_t>& order, const std::string& path) {
  std::filesystem::remove(path);
  Ledger ledger = must(Ledger::open(path, Ledger::Mode::write));
  std::vector<Entry> entries;
  for (std::size_t i : order) {
    Happening happening = *unpack_happening(packed[i]);
    DocumentContent content;
    content.text = content.received = std::to_string(i);
    content.map = OffsetMap::identity(static_cast<std::uint32_t>(content.text.size()));
    Entry entry = prepare(Document(std::move(content)), {}, invented_reading());
    Entry::HappeningRow row;
    row.event_type = happening.type.empty() ? "attack" : happening.type;
    row.data = packed[i];
    for (const LinkKey& key : keys_of(happening)) row.keys.push_back({key.key, key.day});
    entry.happenings = {row};
    entries.push_back(std::move(entry));
  }
  must(ledger.add(entries));
  link(ledger);
  EventStore store = must(EventStore::of(ledger));
  std::map<std::int64_t, std::size_t> smallest;
  std::vector<std::int64_t> events(packed.size());
  for (std::size_t at = 0; at < order.size(); ++at) {
    events[order[at]] = must(store.event_of(static_cast<std::int64_t>(at) + 1)).value_or(0);
  }
  std::vector<std::size_t> groups;
  for (std::size_t i = 0; i < packed.size(); ++i)
    groups.push_back(smallest.try_emplace(events[i], i).first->second);
  return groups;
}

void orders(const std::string& path, std::size_t most) {
  std::vector<std::string> packed;
  std::ifstream lines(path);
  for (std::string line; packed.size() < most && std::getline(lines, line);) {
    auto hex = nlohmann::json::parse(line).at("packed").get<std::string>();
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
      bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    }
    packed.push_back(std::move(bytes));
  }
  std::vector<std::size_t> order(packed.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::mt19937 random(9);
  std::map<std::pair<std::size_t, std::size_t>, int> together;
  constexpr int runs = 10;
  for (int run = 0; run < runs; ++run) {
    std::shuffle(order.begin(), order.end(), random);
    auto groups = groups_of(packed, order, path + ".ledger");
    std::map<std::size_t, std::vector<std::size_t>> members;
    for (std::size_t i = 0; i < groups.size(); ++i) members[groups[i]].push_back(i);
    for (const auto& [first, all] : members) {
      for (std::size_t a = 0; a < all.size(); ++a) {
        for (std::size_t b = a + 1; b < all.size(); ++b) ++together[{all[a], all[b]}];
      }
    }
  }
  auto differ =
      std::count_if(together.begin(), together.end(), [](const auto& pair) { return pair.second < runs; });
  fmt::print("{} of {} pairs that are ever one event are not so in all {} orders: {:.2f} %\n", differ,
             together.size(), runs,
             100.0 * static_cast<double>(differ) / static_cast<double>(together.size()));
}

}  // namespace
}  // namespace sitrep

int main(int count, char** words) {
  std::string what = count > 2 ? words[1] : "";
  std::uint64_t number = count > 3 ? std::strtoull(words[3], nullptr, 10) : 0;
  if (what == "grow" && number > 0) {
    sitrep::grow(words[2], number, count > 4 ? std::strtoull(words[4], nullptr, 10) : 10'000);
  } else if (what == "alike" && number > 0) {
    sitrep::pile(words[2], static_cast<int>(number));
  } else if (what == "list") {
    sitrep::list(words[2], number > 0 ? static_cast<int>(number) : 20);
  } else if (what == "order" && number > 0) {
    sitrep::orders(words[2], number);
  } else {
    fmt::print(stderr, "link_speed grow|alike|order FILE NUMBER [STEP] | list FILE [ROUNDS]\n");
    return 2;
  }
  return 0;
}
