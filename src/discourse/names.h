// The names of persons in a report: where they stand, and the fullest form of a short one.
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mentions/mention.h"

namespace sitrep {

class NameBook {
 public:
  NameBook(const Analysis& analysis, const std::vector<SpeechMention>& speech);

  // "Holm" gives "Ida Holm" where the report names one Holm only; nothing where it names none or two.
  [[nodiscard]] std::optional<Span> fuller(Span name) const;

  // Whether a name of several words, of somebody else than `name`, stands in a stretch outside
  // quotations. O(log names + names in it).
  [[nodiscard]] bool other_name_in(Span stretch, std::optional<Span> name) const;

 private:
  struct Full {
    Span span;
    bool unique = true;
  };
  void add_full(Span span, std::string_view last_word);
  [[nodiscard]] std::string_view last_word(Span name) const;

  const Analysis& a_;
  std::vector<Span> runs_;  // two capitalised words or more, in order
  std::unordered_map<std::string_view, Full> by_last_;
};

}  // namespace sitrep
