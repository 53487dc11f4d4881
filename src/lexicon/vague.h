// What words of quantity without a number stand for, where a table needs one.
//
//   vague_amount("dozens")   // 12 to 99
//
// A figure keeps its word; profiles turn it into a number with this (data/figures/README.md).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sitrep {

struct VagueAmount {
  std::int64_t low = 0;
  std::optional<std::int64_t> high;  // absent: open
  std::string_view source;           // whose rule or meaning this is
};

// Of the words as written in a figure ("dozens", "tens of thousands", "Several"), whatever their case;
// nothing for words that the table lacks. "plural" stands for a plural without any word of quantity. O(log
// n).
std::optional<VagueAmount> vague_amount(std::string_view words);

}  // namespace sitrep
