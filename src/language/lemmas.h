// Lemmas, from the edit script that the model chooses for a word.
//
//   "l|2|y"  lower-case, drop two characters, add y:     cities -> city
//   "k|1|"   keep case, drop one:                         Kurds -> Kurd
//   "=be"    the lemma itself:                            was -> be
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "language/model_file.h"
#include "language/word_pieces.h"

namespace sitrep {

class Lemmas {
 public:
  // `scripts` in the order of the model's scores. `exceptions` goes from "form<tab>fine tag", the form in
  // lower case, to the lemma, for words whose script is too rare to be learnt. Malformed when a script is
  // none.
  static Result<Lemmas> from_scripts(const std::vector<std::string>& scripts, StringTable exceptions);

  // The lemma of a word: by the exceptions for its tag, else by the best-scored script. Of an inflected form
  // the model often takes a neighbouring script ("kille" of "killed"): where the result is no usual word,
  // the best of the next few whose result is one is taken.
  [[nodiscard]] std::string lemma(std::string_view word, std::string_view fine_tag,
                                  std::span<const float> scores, const WordPieces& usual) const;

  [[nodiscard]] std::size_t size() const { return scripts_.size(); }

 private:
  struct Script {
    bool whole = false;
    bool keep_case = false;
    std::size_t drop = 0;  // characters
    std::string add;
  };
  [[nodiscard]] static std::string apply(const Script& script, std::string_view word,
                                         std::string_view lowered);

  std::vector<Script> scripts_;
  StringTable exceptions_;
};

}  // namespace sitrep
