// Reads tables of actors into a lexicon: lines, columns, words, dates, then what rows say of one another.
#pragma once

#include <string>
#include <string_view>

#include "lexicon/actors.h"

namespace sitrep {

class ActorTables {
 public:
  explicit ActorTables(ActorLexicon& into) : lexicon_(into) {}

  // A table of actors; later ones override earlier ones. Keeps views of `text`.
  Done add(std::string_view text, const std::string& name);
  // A table of nouns (our own: damage is an assert).
  void add_agents(std::string_view text);
  // Parents, other ids, names: once all tables are there.
  Done finish();

 private:
  struct Another {  // an id that is another word for `of`
    std::string_view id, of;
    std::uint32_t line;
  };
  void add_agents(std::string_view text, bool plurals);
  Done add_row(std::string_view line, std::uint32_t number);
  Done add_names(std::string_view aliases, ActorIndex actor);
  void add_name(std::string_view name, ActorNameUse use, ActorIndex actor);
  Done join_others();
  Done check_parents();
  [[nodiscard]] std::string near_ids(std::string_view id) const;
  [[nodiscard]] tl::unexpected<Error> bad(std::uint32_t line, std::string message,
                                          std::string hint = {}) const;

  ActorLexicon& lexicon_;
  std::string table_;          // its name
  std::size_t first_row_ = 0;  // of the table at hand
  std::vector<Another> others_;
  std::vector<std::string_view> aliases_;  // of each row
};

}  // namespace sitrep
