#include "discourse/names.h"

#include <algorithm>

#include "lexicon/gazetteer.h"

namespace sitrep {
namespace {

constexpr WordIndex name_words_max = 4;

// A word of no list, with a capital: "Holm". The lists hold offices, bodies, days, openers.
bool name_word(const Analysis& a, WordIndex i) {
  const Word& word = a.word(i);
  return word.kind == WordKind::word && word.capital && !word.all_caps && word.classes.empty();
}

}  // namespace

NameBook::NameBook(const Analysis& analysis, const std::vector<SpeechMention>& speech) : a_(analysis) {
  for (const SpeechMention& mention : speech) {
    if (!mention.speaker || mention.speaker->voice != Voice::named || !mention.speaker->name) continue;
    Span name = *mention.speaker->name;
    if (a_.text(name).find(' ') == std::string_view::npos) continue;
    add_full(name, last_word(name));
    speakers_.insert(last_word(name));
  }
  for (const Sentence& sentence : a_.sentences()) {
    if (sentence.shouted) continue;
    for (WordIndex i = sentence.first; i < sentence.last; ++i) {
      if (!name_word(a_, i)) continue;
      WordIndex last = i + 1;
      while (last < sentence.last && name_word(a_, last)) ++last;
      if (last - i >= 2 && last - i <= name_words_max) {
        Span run = a_.span(i, last);
        runs_.push_back(run);
        bool place = is_well_known_place(a_.text(last - 1));
        if (!place && sentence.part == PartKind::body) add_full(run, a_.text(last - 1));
      }
      i = last;
    }
  }
}

std::string_view NameBook::last_word(Span name) const {
  std::string_view text = a_.text(name);
  auto space = text.find_last_of(" \n\t");
  return space == std::string_view::npos ? text : text.substr(space + 1);
}

void NameBook::add_full(Span span, std::string_view last_word) {
  auto [found, fresh] = by_last_.try_emplace(last_word, Full{span, true});
  if (fresh) return;
  std::string_view known = a_.text(found->second.span);
  std::string_view more = a_.text(span);
  // "Commander Ida Holm" beside "Ida Holm" is the same name; "Ola Holm" is another.
  bool same = known == more || known.find(more) != std::string_view::npos ||
              more.find(known) != std::string_view::npos;
  if (!same) found->second.unique = false;
}

std::optional<Span> NameBook::fuller(Span name) const {
  if (a_.text(name).find(' ') != std::string_view::npos) return std::nullopt;
  auto found = by_last_.find(a_.text(name));
  if (found == by_last_.end() || !found->second.unique) return std::nullopt;
  return found->second.span;
}

// An office before it, or one who speaks elsewhere. "Kalmar Castle" has neither.
bool NameBook::of_person(Span run) const {
  if (speakers_.count(last_word(run)) != 0) return true;
  WordIndex first = a_.word_at(run.begin);
  if (first == 0) return false;
  WordIndex before = a_.is(first - 1, ".") && first >= 2 ? first - 2 : first - 1;
  WordClasses c = a_.word(before).classes;
  bool office = c.any(WordClass::title, WordClass::title_short, WordClass::person_one);
  return office && a_.sentence_of(before) == a_.sentence_of(first);
}

std::optional<Span> NameBook::only_person_in(Span stretch) const {
  auto at = std::lower_bound(runs_.begin(), runs_.end(), stretch.begin,
                             [](const Span& run, std::uint32_t byte) { return run.begin < byte; });
  std::optional<Span> only;
  for (; at != runs_.end() && at->end <= stretch.end; ++at) {
    // Whoever it may be, it is one more: two are meant by nobody.
    if (only && last_word(*at) != last_word(*only)) return std::nullopt;
    if (!of_person(*at)) return std::nullopt;
    only = *at;
  }
  return only;
}

bool NameBook::other_name_in(Span stretch, std::optional<Span> name) const {
  std::string_view known = name ? last_word(*name) : std::string_view{};
  auto at = std::lower_bound(runs_.begin(), runs_.end(), stretch.begin,
                             [](const Span& run, std::uint32_t byte) { return run.begin < byte; });
  for (; at != runs_.end() && at->end <= stretch.end; ++at) {
    if (known.empty() || last_word(*at) != known) return true;
  }
  return false;
}

}  // namespace sitrep
