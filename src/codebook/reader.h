// Reads a codebook's text; docs/codebook.md shows its form.
//
//   type shelling
//     is: artillery, mortars or rockets fired at people or places
//     frame: actor=subj,poss; target=obj,on
//     verb: shell, pound {obj=place|building}
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "codebook/codebook.h"

namespace sitrep {

// Of the form; a codebook's identity begins with it.
inline constexpr int codebook_version = 1;

inline constexpr std::size_t trigger_words_max = 4;

struct CodebookText {
  std::string_view name;  // for errors
  std::string_view text;
};

class CodebookReader {
 public:
  // One codebook of many texts, a later one adding to those before. malformed, at name:line. O(n log n).
  static Result<std::shared_ptr<const Codebook>> read(std::span<const CodebookText> texts);

 private:
  explicit CodebookReader(Codebook& book) : book_(book) {}

  Done read_text(const CodebookText& text);
  Done read_line(std::string_view line);
  Done read_top(std::string_view key, std::string_view rest, std::string_view value);
  Done read_of_type(std::string_view key, std::string_view rest, std::string_view value);
  Done begin_type(std::string_view rest);
  Done read_codes(EventCodes& codes, std::string_view value);
  Result<Frame> read_frame(std::string_view value);
  Done read_triggers(TriggerClass word_class, std::string_view subtype, std::string_view value);
  Result<Trigger> read_trigger(std::string_view item);
  Result<Condition> read_condition(std::string_view text);
  Done read_example(bool shows, std::string_view subtype, std::string_view value);
  Done drop_triggers(std::string_view value);
  Done check_kinds();
  Done finish();
  [[nodiscard]] tl::unexpected<Error> wrong(std::string message, std::string hint = {}) const;

  Codebook& book_;
  std::string_view name_;
  std::uint32_t line_ = 0;
  std::string family_;
  EventType* type_ = nullptr;  // that lines are about now
  // Kinds and types that are named, to be looked up at the end: they may be told after their use.
  struct Named {
    std::string name;
    std::string where;
  };
  std::vector<Named> named_kinds_;
  std::vector<Named> named_types_;
};

}  // namespace sitrep
