// Makes a ledger of invented reports, and says how fast.
//
//   make_ledger FILE CLAIMS [SEED]
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>

#include "ledger/invented.h"
#include "ledger/ledger.h"

namespace {

double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

int failed(const sitrep::Error& error) {
  fmt::print(stderr, "make_ledger: {}\n", error.text());
  return 2;
}

}  // namespace

int main(int count, char** words) {
  if (count < 3) {
    fmt::print(stderr, "make_ledger FILE CLAIMS [SEED]\n");
    return 2;
  }
  std::uint64_t wanted = std::strtoull(words[2], nullptr, 10);
  sitrep::InventedNews news;
  if (count > 3) news.seed = std::strtoull(words[3], nullptr, 10);
  auto ledger = sitrep::Ledger::open(words[1], sitrep::Ledger::Mode::write);
  if (!ledger) return failed(ledger.error());

  sitrep::Invented invented(news);
  constexpr std::size_t batch_size = 1000;
  std::uint64_t claims = 0;
  std::uint64_t reports = 0;
  double preparing = 0;
  double adding = 0;
  while (claims < wanted) {
    std::vector<sitrep::Invented::Item> items;
    for (std::size_t i = 0; i < batch_size && claims < wanted; ++i) {
      items.push_back(invented.next());
      claims += items.back().findings.claims.size();
    }
    double start = now();
    std::vector<sitrep::Entry> entries;
    entries.reserve(items.size());
    for (const auto& item : items) {
      entries.push_back(sitrep::prepare(item.document, item.findings, sitrep::invented_reading()));
    }
    double prepared = now();
    auto added = ledger->add(entries);
    if (!added) return failed(added.error());
    preparing += prepared - start;
    adding += now() - prepared;
    reports += items.size();
  }
  fmt::print(
      "{} reports, {} claims: prepared in {:.1f} s, added in {:.1f} s ({:.0f} reports/s, {:.0f} claims/s)\n",
      reports, claims, preparing, adding, reports / adding, claims / adding);
  return 0;
}
