#include "claims/notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/limits.h"
#include "claims/garbled.h"
#include "claims/tree.h"
#include "lexicon/gazetteer.h"

namespace sitrep {
namespace {

// Shorter sentences are said twice on purpose: "He denied it."
constexpr WordIndex repeated_words_min = 7;

// A day told without its year is of the year that it is nearest in, if it is as near as this.
constexpr int undated_days_max = 90;

bool is_told(const Sentence& s) { return s.part == PartKind::body || s.part == PartKind::quote; }

class DoubtFinder {
 public:
  DoubtFinder(const Analysis& analysis, const Mentions& mentions, const std::vector<Claim>& claims)
      : a_(analysis), mentions_(mentions), claims_(claims) {}

  std::vector<Note> find() {
    for (Garbled& g : find_garbled(a_)) add(NoteKind::garbled, g.span, std::move(g.message));
    find_repeated();
    find_weekdays();
    find_future();
    find_terms();
    find_parts();
    std::stable_sort(notes_.begin(), notes_.end(),
                     [](const Note& a, const Note& b) { return *a.evidence < *b.evidence; });
    if (notes_.size() > limits::doubts_per_report_max) notes_.resize(limits::doubts_per_report_max);
    return std::move(notes_);
  }

 private:
  void add(NoteKind kind, Span span, std::string message) {
    notes_.push_back({kind, std::string(a_.text(span)), span, std::move(message)});
  }

  void find_repeated() {
    std::unordered_map<std::string, bool> seen;
    for (const Sentence& s : a_.sentences()) {
      if (!is_told(s) || s.last - s.first < repeated_words_min) continue;
      std::string words;
      for (WordIndex i = s.first; i < s.last; ++i) (words += a_.lower(i)) += ' ';
      if (!seen.emplace(std::move(words), true).second) {
        add(NoteKind::duplicate_sentence, s.span, "the same sentence stands in the report before");
      }
    }
  }

  [[nodiscard]] std::optional<unsigned> number(WordIndex i, unsigned most) const {
    std::string_view word = i < a_.words().size() ? a_.lower(i) : std::string_view();
    for (std::string_view suffix : {"st", "nd", "rd", "th"}) {
      if (word.size() > 2 && word.ends_with(suffix)) word.remove_suffix(2);
    }
    bool digits = !word.empty() && word.size() <= 4 &&
                  std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits) return std::nullopt;
    unsigned value = 0;
    for (char c : word) value = value * 10 + static_cast<unsigned>(c - '0');
    return value >= 1 && value <= most ? std::optional(value) : std::nullopt;
  }

  // "Wednesday, September 1", "Wednesday 1 September 2021".
  void find_weekdays() {
    const auto count = static_cast<WordIndex>(a_.words().size());
    for (WordIndex i = 0; i + 2 < count; ++i) {
      auto weekday = a_.word(i).capital ? weekday_of(a_.lower(i)) : std::nullopt;
      if (!weekday) continue;
      WordIndex at = i + 1;
      auto skip = [&](std::string_view mark) { at += at < count && a_.is(at, mark) ? 1 : 0; };
      skip(".");
      skip(",");
      skip("the");
      std::optional<unsigned> month;
      std::optional<unsigned> day = number(at, 31);
      if (day) {
        ++at;
        skip("of");
        month = at < count && a_.word(at).capital ? month_of(a_.lower(at)) : std::nullopt;
        ++at;
      } else if (at < count && a_.word(at).capital && (month = month_of(a_.lower(at)))) {
        ++at;
        skip(".");
        day = number(at++, 31);
      }
      if (!month || !day || at > count) continue;
      WordIndex last = at;
      skip(",");
      std::optional<unsigned> year = number(at, 9999);
      bool told = year && *year >= 1900 && *year <= 2200;
      auto date = told ? Date::of(static_cast<int>(*year), *month, *day) : nearest(*month, *day);
      if (told) last = at + 1;
      if (!date || date->weekday() == *weekday) continue;
      static constexpr std::string_view names[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                   "Thursday", "Friday", "Saturday"};
      add(NoteKind::date_mismatch, a_.span(i, last),
          fmt::format("{} is a {}", date->iso(), names[date->weekday()]));
    }
  }

  // The day of that month and number next to the day of publication; nothing where that is far.
  [[nodiscard]] std::optional<Date> nearest(unsigned month, unsigned day) const {
    const auto& published = a_.document().publication().published;
    if (!published) return std::nullopt;
    std::optional<Date> best;
    for (int year = published->date.year() - 1; year <= published->date.year() + 1; ++year) {
      auto date = Date::of(year, month, day);
      auto far = [&](Date d) { return std::abs(d.days() - published->date.days()); };
      if (date && (!best || far(*date) < far(*best))) best = date;
    }
    bool sure = best && std::abs(best->days() - published->date.days()) <= undated_days_max;
    return sure ? best : std::nullopt;
  }

  // Days after publication that are told as past.
  void find_future() {
    const auto& published = a_.document().publication().published;
    if (!published || a_.syntax() == nullptr) return;
    Tree tree(*a_.syntax());
    for (const TimeMention& m : mentions_.times) {
      std::string_view words = a_.text(m.span);
      bool spelled = words.find_first_of("0123456789") != std::string_view::npos;
      // A day more, for places east of where a report is dated.
      bool later = m.earliest && m.grain == TimeGrain::day && *m.earliest > published->date.plus_days(1);
      if (!spelled || !later || m.type != TimexType::DATE) continue;
      auto head = tree.head_of(m.span);
      if (!head || tree.is_root(*head)) continue;
      std::string preposition = tree.preposition_of(*head);
      TokenIndex verb = tree[*head].head;
      bool simple = tree[verb].fine_tag == FineTag::VBD && !tree.has_child(verb, {DependencyRelation::xcomp});
      static constexpr std::string_view deeds[] = {"arrest",  "attack", "bomb",   "capture", "die",
                                                   "explode", "hit",    "kidnap", "kill",    "seize",
                                                   "shell",   "shoot",  "strike", "storm",   "wound"};
      bool passive =
          tree[verb].fine_tag == FineTag::VBN && tree.has_child(verb, {DependencyRelation::aux_pass});
      bool was = false;
      for (TokenIndex c : tree.children(verb)) was = was || tree[c].norm == "was" || tree[c].norm == "were";
      bool deed = std::find(std::begin(deeds), std::end(deeds), tree[verb].lemma) != std::end(deeds);
      if (!deed || !(simple || (passive && was)) || (!preposition.empty() && preposition != "on")) continue;
      add(NoteKind::date_mismatch, m.span,
          fmt::format("told as past, but after the day of publication, {}", published->date.iso()));
    }
  }

  // "anti-X" with a people or country that the report is not about, where a party it is about looks alike.
  void find_terms() {
    const auto& gazetteer = Gazetteer::world();
    if (!gazetteer) return;
    for (WordIndex i = 0; i < a_.words().size(); ++i) {
      std::string_view word = a_.lower(i);
      std::size_t prefix = word.starts_with("anti-") ? 5 : word.starts_with("pro-") ? 4 : 0;
      std::string_view rest = a_.text(i).substr(std::min(prefix, a_.text(i).size()));
      if (prefix == 0 || rest.size() < 5 || rest.front() < 'A' || rest.front() > 'Z') continue;
      std::string_view country = country_of(**gazetteer, rest);
      if (country.empty()) continue;
      bool elsewhere = std::any_of(
          mentions_.places.begin(), mentions_.places.end(),
          [&](const PlaceMention& m) { return m.country == country && !a_.word(i).span.contains(m.span); });
      if (elsewhere) continue;
      if (auto like = party_like(i, a_.lower(i).substr(prefix))) {
        add(NoteKind::suspicious_term, a_.word(i).span,
            fmt::format("nothing else here is about {}; meant may be {}", rest, a_.text(*like)));
      }
    }
  }

  [[nodiscard]] static std::string_view country_of(const Gazetteer& gazetteer, std::string_view people) {
    for (const PlaceCandidate& c : gazetteer.named(people, 4)) {
      GazetteerPlace place = gazetteer.place(c.place);
      if (c.use == NameUse::folk || place.kind == PlaceKind::country) return place.country;
    }
    return {};
  }

  // A capitalised word that the report has twice or more, two letters from the given one at most.
  [[nodiscard]] std::optional<WordIndex> party_like(WordIndex self, std::string_view lower) const {
    std::unordered_map<std::string_view, int> uses;
    for (WordIndex i = 0; i < a_.words().size(); ++i) {
      std::string_view word = a_.lower(i);
      bool near = a_.word(i).capital && i != self && word.size() >= 5 && word != lower &&
                  std::abs(static_cast<int>(word.size()) - static_cast<int>(lower.size())) <= 2;
      if (near && ++uses[word] == 2 && letters_between(word, lower) <= 2) return i;
    }
    return std::nullopt;
  }

  // A part that is more than its whole.
  void find_parts() {
    for (const Claim& claim : claims_) {
      for (const Figure& part : claim.figures) {
        if (part.scope != FigureScope::part || !part.low) continue;
        for (const Figure& whole : claim.figures) {
          bool bounded = whole.qualifier == Qualifier::exact || whole.qualifier == Qualifier::at_most ||
                         whole.qualifier == Qualifier::range;
          if (whole.scope == FigureScope::part || whole.measure != part.measure || !bounded) continue;
          // The nearest whole before is the one it is a part of.
          if (!whole.high || whole.span.begin > part.span.begin || *part.low <= *whole.high) continue;
          add(NoteKind::contradiction, cover(whole.span, part.span),
              fmt::format("{} of {} {}", *part.low, *whole.high, name_of(part.measure)));
        }
      }
    }
  }

  const Analysis& a_;
  const Mentions& mentions_;
  const std::vector<Claim>& claims_;
  std::vector<Note> notes_;
};

}  // namespace

std::vector<Note> find_doubts(const Analysis& analysis, const Mentions& mentions,
                              const std::vector<Claim>& claims) {
  return DoubtFinder(analysis, mentions, claims).find();
}

}  // namespace sitrep
