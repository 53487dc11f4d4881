// The names of persons in a report: where they stand, and the fullest form of a short one.
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "mentions/mention.h"

namespace sitrep {

class NameBook {
 public:
  NameBook(const Analysis& analysis, const std::vector<SpeechMention>& speech);

  // Whether a single word ends some full name of a person in the report.
  [[nodiscard]] bool knows(std::string_view last_word) const { return by_last_.count(last_word) != 0; }

  // The only person that a stretch names: with an office before the name ("Colonel Henrik Stahl") or
  // known to speak elsewhere in the report. Nothing where it names several, or somebody else.
  [[nodiscard]] std::optional<Span> only_person_in(Span stretch) const;

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
  [[nodiscard]] bool of_person(Span run) const;
  void add_full(Span span, std::string_view last_word);
  [[nodiscard]] std::string_view last_word(Span name) const;

  const Analysis& a_;
  std::vector<Span> runs_;  // two capitalised words or more, in order
  std::unordered_map<std::string_view, Full> by_last_;
  std::unordered_set<std::string_view> speakers_;  // last words of the names of those who speak
};

}  // namespace sitrep
