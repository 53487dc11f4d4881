#include "language/lemmas.h"

#include <fmt/format.h>

#include <charconv>
#include <limits>

#include "language/scores.h"
#include "lexicon/verb_forms.h"
#include "text/utf8.h"

namespace sitrep {
namespace {

constexpr int scripts_tried = 8;

// Tags of forms that differ from their lemmas by an ending, as a rule.
bool is_inflected(std::string_view fine_tag) {
  return fine_tag == "VBD" || fine_tag == "VBN" || fine_tag == "VBG" || fine_tag == "VBZ" ||
         fine_tag == "NNS";
}

}  // namespace

Result<Lemmas> Lemmas::from_scripts(const std::vector<std::string>& scripts, StringTable exceptions) {
  Lemmas made;
  for (const std::string& text : scripts) {
    Script script;
    if (text.starts_with('=')) {
      script.whole = true;
      script.add = text.substr(1);
    } else {
      std::size_t bar = text.find('|', 2);
      bool good = text.size() >= 4 && (text[0] == 'l' || text[0] == 'k') && text[1] == '|' &&
                  bar != std::string::npos;
      if (good) {
        auto [end, error] = std::from_chars(text.data() + 2, text.data() + bar, script.drop);
        good = error == std::errc() && end == text.data() + bar;
      }
      if (!good) return fail(ErrorCode::malformed, fmt::format("no script of a lemma: {}", text));
      script.keep_case = text[0] == 'k';
      script.add = text.substr(bar + 1);
    }
    made.scripts_.push_back(std::move(script));
  }
  made.exceptions_ = std::move(exceptions);
  return made;
}

std::string Lemmas::lemma(std::string_view word, std::string_view fine_tag, std::span<const float> scores,
                          const WordPieces& usual) const {
  std::string lowered = lower(word);
  if (!exceptions_.empty()) {
    auto found = exceptions_.find(fmt::format("{}\t{}", lowered, fine_tag));
    if (found != exceptions_.end()) return found->second;
  }
  // "retook", "overthrew": past forms that were too rare to be learnt.
  if (std::string verb = lemma_of_irregular_verb(lowered, fine_tag); !verb.empty()) return verb;
  // "gunmen", "servicemen": new ones are made every day.
  if (fine_tag == "NNS" && lowered.size() > 3 && lowered.ends_with("men")) {
    return lowered.substr(0, lowered.size() - 2) + "an";
  }
  std::size_t best = best_of(scores);
  std::string lemma = apply(scripts_[best], word, lowered);
  if (!is_inflected(fine_tag) || usual.is_word(lemma)) return lemma;
  std::vector<float> left(scores.begin(), scores.end());
  for (int tried = 1; tried < scripts_tried; ++tried) {
    left[best_of(left)] = -std::numeric_limits<float>::infinity();
    const Script& script = scripts_[best_of(left)];
    if (script.whole) continue;  // another word altogether
    std::string other = apply(script, word, lowered);
    if (other != lowered && usual.is_word(other)) return other;
  }
  return lemma;
}

std::string Lemmas::apply(const Script& script, std::string_view word, std::string_view lowered) {
  if (script.whole) return script.add;
  std::string lemma(script.keep_case ? word : lowered);
  for (std::size_t dropped = 0; dropped < script.drop && !lemma.empty(); ++dropped) {
    while (lemma.size() > 1 && (static_cast<unsigned char>(lemma.back()) & 0xC0) == 0x80) lemma.pop_back();
    lemma.pop_back();
  }
  lemma += script.add;
  // A script made for longer words may leave nothing.
  return lemma.empty() ? std::string(word) : lemma;
}

}  // namespace sitrep
