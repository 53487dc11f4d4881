// How fast a ledger takes reports and gives pages of claims.
//
//   ledger_bench add FILE [REPORTS]     one-sentence reports with nothing read in them, into a new ledger
//   ledger_bench pages FILE [ROUNDS]    pages of 100 claims, over queries of many kinds; `make_ledger` makes
//   FILE
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string_view>

#include "ledger/invented.h"
#include "ledger/ledger.h"

namespace sitrep {
namespace {

double now_ms() {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

// Of this thread: what the work costs on a machine that does other work too.
double cpu_ms() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

int failed(const Error& error) {
  fmt::print(stderr, "ledger_bench: {}\n", error.text());
  return 2;
}

long memory_peak_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

// As a JSON line would give it.
Document sentence(std::size_t number) {
  DocumentContent content;
  std::string where = invented_place(static_cast<unsigned>(number * 7919 % 3000));
  std::string what(invented_type(static_cast<unsigned>(number % invented_types)));
  content.text = fmt::format("The army said on Monday that {} people were hurt in the {} near {}.",
                             number % 90, what, where);
  std::string date = Date::of(2031, 1, 1)->plus_days(static_cast<std::int32_t>(number / 60)).iso();
  std::string uri = fmt::format("https://news-{}.example/{}", number % 200, number);
  std::string before = fmt::format(R"({{"id":"{}","date":"{}","url":"{}","text":")", number, date, uri);
  content.received = before + content.text + "\"}";
  content.map.add_verbatim(static_cast<std::uint32_t>(content.text.size()),
                           static_cast<std::uint32_t>(before.size()));
  content.parts = {{PartKind::body, {0, static_cast<std::uint32_t>(content.text.size())}}};
  content.publication.uri = uri;
  content.publication.published = DateTime::parse(date);
  content.publication.language = "en";
  content.provenance = {fmt::format("sentences.jsonl#{}", number), "application/jsonl", "UTF-8", {}, {}, {}};
  return Document(std::move(content));
}

int bench_add(const std::string& path, std::size_t reports) {
  if (std::filesystem::exists(path)) {
    fmt::print(stderr, "ledger_bench: {} is there already\n", path);
    return 2;
  }
  auto ledger = Ledger::open(path, Ledger::Mode::write);
  if (!ledger) return failed(ledger.error());
  constexpr std::size_t batch_size = 1000;
  double preparing = 0;
  double adding = 0;
  double adding_cpu = 0;
  for (std::size_t first = 0; first < reports; first += batch_size) {
    std::vector<Document> documents;
    for (std::size_t i = first; i < std::min(reports, first + batch_size); ++i)
      documents.push_back(sentence(i));
    double start = cpu_ms();
    std::vector<Entry> entries;
    for (const Document& document : documents) entries.push_back(prepare(document, {}, invented_reading()));
    preparing += cpu_ms() - start;
    double prepared = now_ms();
    double prepared_cpu = cpu_ms();
    auto added = ledger->add(entries);
    if (!added) return failed(added.error());
    adding += now_ms() - prepared;
    adding_cpu += cpu_ms() - prepared_cpu;
  }
  double count = static_cast<double>(reports);
  fmt::print("{} reports: prepare {:.1f} us of CPU each; add {:.0f} reports/s, {:.1f} us of CPU each\n",
             reports, 1000 * preparing / count, 1000 * count / adding, 1000 * adding_cpu / count);
  fmt::print("{:.0f} bytes each on disk, peak memory {} MB\n",
             static_cast<double>(std::filesystem::file_size(path)) / count, memory_peak_mb());
  return 0;
}

struct Kind {
  const char* name;
  void (*make)(Query&, std::mt19937_64&);
};

void some_days(Query& query, std::mt19937_64& random, unsigned most) {
  query.from = Date::of(2031, 1, 1)->plus_days(static_cast<std::int32_t>(random() % (5 * 365)));
  query.to = query.from->plus_days(static_cast<std::int32_t>(random() % most));
}

void some_type(Query& query, std::mt19937_64& random) {
  query.event_type = invented_type(static_cast<unsigned>(random() % invented_types));
}

void some_place(Query& query, std::mt19937_64& random) {
  query.place = invented_place(static_cast<unsigned>(random() % 3000));
}

const Kind kinds[] = {
    {"days and type", [](Query& q, std::mt19937_64& r) { some_days(q, r, 90), some_type(q, r); }},
    {"days (years) and type", [](Query& q, std::mt19937_64& r) { some_days(q, r, 1500), some_type(q, r); }},
    {"days and type, deep",
     [](Query& q, std::mt19937_64& r) { some_days(q, r, 1500), some_type(q, r), q.offset = r() % 5000; }},
    {"all", [](Query&, std::mt19937_64&) {}},
    {"all, deep", [](Query& q, std::mt19937_64& r) { q.offset = r() % 1'000'000; }},
    {"type", some_type},
    {"days", [](Query& q, std::mt19937_64& r) { some_days(q, r, 90); }},
    {"place", some_place},
    {"place, days and type",
     [](Query& q, std::mt19937_64& r) { some_place(q, r), some_days(q, r, 500), some_type(q, r); }},
    {"outlet and days",
     [](Query& q, std::mt19937_64& r) {
       some_days(q, r, 500), q.outlet = invented_outlet(static_cast<unsigned>(r() % 200));
     }},
    {"actor",
     [](Query& q, std::mt19937_64& r) { q.actor = invented_actor(static_cast<unsigned>(r() % 2000)); }},
    {"actor (a common word) and days",
     [](Query& q, std::mt19937_64& r) { q.actor = "ministry", some_days(q, r, 90); }},
};

// So that the next read of it goes to the disk.
void forget_file(const std::string& path) {
  int file = open(path.c_str(), O_RDONLY);
  if (file < 0) return;
  posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
  close(file);
}

struct Times {
  double wall, cpu;
};

Result<Times> page(Ledger& ledger, const Query& query) {
  std::size_t bytes = 0;
  Times before{now_ms(), cpu_ms()};
  auto done = ledger.list_claims(query, [&](const ClaimRow& row) {
    bytes += row.json.size();
    return true;
  });
  if (!done) return fail(done);
  return Times{now_ms() - before.wall, cpu_ms() - before.cpu};
}

int bench_pages(const std::string& path, int rounds) {
  std::mt19937_64 random(1);
  fmt::print("pages of 100 claims, ms\n{:32} {:>8} {:>8} {:>8} {:>8} {:>8} {:>8}\n", "", "cold", "least",
             "median", "most", "CPU med.", "CPU most");
  for (const Kind& kind : kinds) {
    forget_file(path);
    auto ledger = Ledger::open(path, Ledger::Mode::read);
    if (!ledger) return failed(ledger.error());
    double cold = 0;
    std::vector<double> walls;
    std::vector<double> cpus;
    for (int round = 0; round <= rounds; ++round) {
      Query query;
      query.limit = 100;
      query.sort = static_cast<Query::Sort>(round % 3);
      query.descending = round % 2 == 1;
      kind.make(query, random);
      auto times = page(*ledger, query);
      if (!times) return failed(times.error());
      if (round == 0) {
        cold = times->wall;
        // What the disk gives next is no longer cold, and not yet warm.
        for (int i = 0; i < rounds / 2; ++i) {
          Query other = query;
          kind.make(other, random);
          if (auto warmed = page(*ledger, other); !warmed) return failed(warmed.error());
        }
        continue;
      }
      walls.push_back(times->wall);
      cpus.push_back(times->cpu);
    }
    std::sort(walls.begin(), walls.end());
    std::sort(cpus.begin(), cpus.end());
    std::size_t middle = walls.size() / 2;
    fmt::print("{:32} {:8.1f} {:8.1f} {:8.1f} {:8.1f} {:8.1f} {:8.1f}\n", kind.name, cold, walls.front(),
               walls[middle], walls.back(), cpus[middle], cpus.back());
  }
  fmt::print("file {:.0f} MB, peak memory {} MB\n",
             static_cast<double>(std::filesystem::file_size(path)) / 1e6, memory_peak_mb());
  return 0;
}

}  // namespace
}  // namespace sitrep

int main(int count, char** words) {
  std::string_view what = count > 2 ? words[1] : "";
  if (what == "add")
    return sitrep::bench_add(words[2], count > 3 ? std::strtoull(words[3], nullptr, 10) : 100'000);
  if (what == "pages") return sitrep::bench_pages(words[2], count > 3 ? std::atoi(words[3]) : 60);
  fmt::print(stderr, "ledger_bench add FILE [REPORTS] | pages FILE [ROUNDS]\n");
  return 2;
}
