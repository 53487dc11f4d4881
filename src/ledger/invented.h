// Reports and readings made up by a seeded generator, for tests and benchmarks of the ledger: some
// years of news from many outlets about happenings of many types in many places.
//
//   Invented news({.seed = 7});
//   Invented::Item item = news.next();
//   ledger.add({prepare(item.document, item.findings, invented_reading()), ...});
#pragma once

#include <cstdint>
#include <random>
#include <string>

#include "record/record.h"

namespace sitrep {

struct InventedNews {
  std::uint64_t seed = 1;
  unsigned outlets = 200;
  unsigned places = 3000;
  unsigned actors = 2000;
  unsigned days = 5 * 365;   // from 2031-01-01 on
  unsigned claims_most = 7;  // of one report; 0 to this many
};

// The same seed gives the same reports, on every machine.
class Invented {
 public:
  struct Item {
    Document document;
    Findings findings;
  };

  explicit Invented(const InventedNews& news) : news_(news), random_(news.seed) {}
  Item next();

 private:
  std::uint64_t below(std::uint64_t bound) { return random_() % bound; }
  // As in life, a few of the many make most of the news.
  unsigned few_of(unsigned count);
  bool once_in(unsigned times) { return below(times) == 0; }
  Claim claim(const Document& document, Span sentence, unsigned number, std::optional<Date> published);

  InventedNews news_;
  std::mt19937_64 random_;
  std::uint64_t made_ = 0;
};

std::string invented_place(unsigned n);
std::string invented_actor(unsigned n);
std::string invented_outlet(unsigned n);
std::string_view invented_type(unsigned n);
inline constexpr unsigned invented_types = 24;

// A report of one body part, published by an outlet on a day.
Document document_told(std::string text, std::string_view day, std::string outlet);
// One claim over all of a report's text, told by its first bytes.
Claim claim_over_all(const Document& document, std::string type, std::uint32_t event_size);

// What reads them.
Reading invented_reading(const std::string& program = "invented 1");

}  // namespace sitrep
