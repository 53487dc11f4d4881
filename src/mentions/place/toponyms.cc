#include "mentions/place/toponyms.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_map>

#include "language/syntax.h"
#include "lexicon/place_names.h"
#include "mentions/place/toponym_words.h"

namespace sitrep {
namespace {

using enum WordClass;

constexpr WordIndex longest_name = 6;  // words: "Democratic Republic of the Congo"
constexpr std::size_t candidates_max = 48;

// Other spellings are looked for only of words that long, and only so far apart.
constexpr std::size_t respelled_letters_min = 5;
constexpr float respelling_cost_max = 0.4F;

// How much the place itself, before any context, speaks for a name being it, as log-odds. Chosen by hand.
double weight_of(const GazetteerPlace& place, NameUse use) {
  double weight = 0;
  switch (place.kind) {
    case PlaceKind::continent:
    case PlaceKind::country:
      return use == NameUse::alternate ? 3 : 4;
    case PlaceKind::former_country:
      return 3;
    case PlaceKind::province:
      return use == NameUse::alternate ? 0.3 : 2.5;
    case PlaceKind::county:
      // "Henry County" says so itself.
      return use == NameUse::alternate ? -0.5 : place.name.find(' ') == place.name.npos ? 0.5 : 2;
    case PlaceKind::capital:
      weight = 3;
      break;
    case PlaceKind::seat:
    case PlaceKind::town:
    case PlaceKind::district: {
      double people = place.population;
      weight = people > 500'000   ? 2.5
               : people > 100'000 ? 1.8
               : people > 20'000  ? 0.9
               : people > 5'000   ? 0.2
               : people == 0      ? 0.4  // not known: seats of administration mostly
                                  : -0.5;
      break;
    }
    default:
      weight = 2;
      break;
  }
  if (use == NameUse::alternate) weight -= place.population > 500'000 ? 0.5 : 1.5;
  return weight;
}

class Finder {
 public:
  Finder(const Analysis& analysis, const Gazetteer& gazetteer) : a_(analysis), g_(gazetteer) {}

  std::vector<Toponym> find() {
    note_people();
    note_dateline();
    for (const Sentence& s : a_.sentences()) scan(s);
    judge_together();
    return std::move(found_);
  }

 private:
  // Names that the report gives to people: "Maria Lincoln" makes every lone "Lincoln" a person.
  void note_people() {
    for (const Sentence& s : a_.sentences()) {
      for (WordIndex i = s.first + 1; i < s.last; ++i) {
        if (!capital(s, i)) continue;
        // "Mr. Lincoln", "John R. Lincoln"
        if (i >= s.first + 2 && a_.is(i - 1, ".")) {
          const Word& stopped = a_.word(i - 2);
          if (stopped.classes.has(title_short) || (stopped.span.size() == 1 && stopped.capital)) {
            people_.emplace(std::string(a_.lower(i)), true);
          }
        }
        if (!capital(s, i - 1)) continue;
        bool given = is_given_name(a_.lower(i - 1)) || a_.word(i - 1).classes.has(title_short) ||
                     (is_place_given_to_people(a_.lower(i - 1)) && is_surname(i));
        if (given) people_.emplace(std::string(a_.lower(i)), true);
      }
      for (WordIndex i = s.first; i < s.last; ++i) {
        if (!a_.word(i).capital && a_.word(i).kind == WordKind::word)
          lower_.emplace(std::string(a_.lower(i)), true);
      }
    }
  }

  // A capitalised word after "Paris", "Jordan": "Hilton", not "Police", "Valley", "President" or "Monday".
  [[nodiscard]] bool is_surname(WordIndex i) const {
    std::string_view word = a_.lower(i);
    return a_.word(i).classes.empty() && !is_body_noun(word) && !is_place_noun(word) && !is_way_noun(word) &&
           !is_feature_noun(word) && !is_direction(word) && !a_.word(i).all_caps;
  }

  // "kalmar" of "KALMAR, Sweden (Northwire)".
  void note_dateline() {
    const auto& dateline = a_.document().publication().dateline;
    if (!dateline || !dateline->place) return;
    std::string_view place = *dateline->place;
    dateline_ = fold_place_name(place.substr(0, place.find_first_of(",/(")));
  }

  // The words from `first` on that are the name in the dateline: a place, whether the gazetteer has it or
  // not.
  std::optional<Toponym> of_dateline(const Sentence& s, WordIndex first) const {
    if (dateline_.empty()) return std::nullopt;
    for (WordIndex last = first + 1; last <= std::min(s.last, first + longest_name); ++last) {
      if (fold_place_name(a_.text(a_.span(first, last))) != dateline_) continue;
      Toponym t;
      t.first = first;
      t.last = last;
      t.span = a_.span(first, last);
      t.found = 1;
      return t;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool capital(const Sentence& s, WordIndex i) const {
    return i >= s.first && i < s.last && a_.word(i).capital && a_.word(i).kind == WordKind::word;
  }

  // "d'Ivoire", "ez-Zor": the last words of names.
  [[nodiscard]] bool inner_capital(WordIndex i) const {
    std::string_view word = a_.text(i);
    for (std::size_t at = 1; at + 1 < word.size() && at < 4; ++at) {
      bool joint = word[at] == '-' || word[at] == '\'' || static_cast<unsigned char>(word[at]) == 0x99;  // ’
      if (joint && word[at + 1] >= 'A' && word[at + 1] <= 'Z') return true;
    }
    return false;
  }

  void scan(const Sentence& s) {
    for (WordIndex i = s.first; i < s.last;) {
      WordIndex next = i + 1;
      if (capital(s, i)) {
        std::optional<Toponym> t = longest(s, i);
        if (auto street = unlisted(s, i); street && (!t || street->last > t->last)) t = std::move(street);
        if (!t && take_parts(s, i)) {
          i = next;
          continue;
        }
        if (!t) t = of_dateline(s, i);
        if (!t) t = respelled(s, i);
        if (t) {
          next = t->last;
          found_.push_back(std::move(*t));
        }
      }
      i = next;
    }
  }

  std::optional<Toponym> longest(const Sentence& s, WordIndex first) const {
    for (WordIndex n = std::min(longest_name, s.last - first); n > 0; --n) {
      if (auto t = named(s, first, first + n)) return t;
    }
    return std::nullopt;
  }

  // The words as one name, when the gazetteer has it and it can be one.
  std::optional<Toponym> named(const Sentence& s, WordIndex first, WordIndex last) const {
    if (!a_.word(last - 1).capital && !inner_capital(last - 1) && a_.word(last - 1).kind != WordKind::number)
      return std::nullopt;
    for (WordIndex i = first + 1; i < last; ++i) {
      const Word& w = a_.word(i);
      bool stop = w.kind == WordKind::mark && a_.is(i, ".") && a_.word(i - 1).span.size() <= 3;
      if (w.kind != WordKind::word && w.kind != WordKind::number && !stop) return std::nullopt;
      if (a_.is(i, "'s") || a_.is(i, "’s") || a_.is(i, "and")) return std::nullopt;
    }
    Toponym t;
    t.span = a_.span(first, last);
    t.first = first;
    t.last = last;
    if (!look_up(t, a_.text(t.span))) return std::nullopt;
    take_stop(t);
    t.found = static_cast<float>(around(s, t));
    return t;
  }

  // "U.S.", "Ill.": the last stop belongs to what is listed with one.
  void take_stop(Toponym& t) const {
    std::string_view text = a_.document().text();
    if (t.span.end >= text.size() || text[t.span.end] != '.') return;
    std::string with_stop(text.substr(t.span.begin, t.span.size() + 1));
    for (const PlaceCandidate& c : t.candidates) {
      if (c.use != NameUse::code) continue;
      GazetteerPlace place = g_.place(c.place);
      for (std::size_t i = 0; i < place.names; ++i) {
        if (g_.name(place, i).text == with_stop) {
          ++t.span.end;
          return;
        }
      }
    }
  }

  // "Darby Street", "Flat Creek": the gazetteer has no point for it, but it is a place.
  std::optional<Toponym> unlisted(const Sentence& s, WordIndex first) const {
    constexpr WordIndex words_max = 4;
    for (WordIndex last = first + 1; last < s.last && last - first < words_max && capital(s, last); ++last) {
      if (!is_way_noun(a_.lower(last)) && !is_feature_noun(a_.lower(last))) continue;
      if (a_.word(first).classes.any(determiner, preposition, possessive, title, title_short))
        return std::nullopt;
      Toponym t;
      t.first = first;
      t.last = last + 1;
      t.span = a_.span(t.first, t.last);
      t.found = 1;
      add_respelled(t, a_.lower(last));
      return t;
    }
    return std::nullopt;
  }

  // "Panchir Valley": the valley of that sound.
  void add_respelled(Toponym& t, std::string_view noun) const {
    for (const PlaceCandidate& c : g_.sounding(a_.text(t.span), respelling_cost_max)) {
      GazetteerPlace place = g_.place(c.place);
      for (std::size_t i = 0; i < place.names; ++i) {
        if (!fold_place_name(g_.name(place, i).text).ends_with(noun)) continue;
        t.candidates.push_back(c);
        break;
      }
    }
  }

  // "in Panchir", "off Dayr az-Zawr": another spelling of a place that is known, where a place is to be
  // expected.
  std::optional<Toponym> respelled(const Sentence& s, WordIndex first) const {
    std::string_view before = first > s.first ? a_.lower(first - 1) : std::string_view();
    bool expected = is_locating(before) || before == "off" || before == "reached" || before == "entered";
    if (!expected && !model_has_place(a_.word(first).span)) return std::nullopt;
    WordIndex last = first + 1;
    while (last < s.last && last - first < 3 && (capital(s, last) || inner_capital(last))) ++last;
    if (capital(s, last)) return std::nullopt;
    std::string_view name = a_.text(a_.span(first, last));
    if (name.size() < respelled_letters_min || word_classes(a_.lower(first)).has(title)) return std::nullopt;
    Toponym t;
    t.first = first;
    t.last = last;
    t.span = a_.span(first, last);
    for (const PlaceCandidate& c : g_.sounding(name, respelling_cost_max)) {
      GazetteerPlace place = g_.place(c.place);
      // Hamlets sound like anything.
      bool known = place.population > 20'000 || place.geonames == 0 || place.kind == PlaceKind::province ||
                   place.kind == PlaceKind::country;
      if (known && place.kind != PlaceKind::county) t.candidates.push_back(c);
    }
    if (t.candidates.empty()) return std::nullopt;
    t.found = static_cast<float>(around(s, t)) - 1 - 2 * t.candidates.front().cost;
    return t;
  }

  // "Paris-based", "US-led", "Arab-Israeli", "Kabul-Kandahar": parts of a word of several.
  bool take_parts(const Sentence& s, WordIndex i) {
    std::string_view word = a_.text(i);
    std::size_t hyphen = word.find('-');
    if (hyphen == std::string_view::npos) return false;
    bool any = false;
    for (auto [begin, end] : {std::pair(std::size_t{0}, hyphen), std::pair(hyphen + 1, word.size())}) {
      if (end - begin < 2 || word[begin] < 'A' || word[begin] > 'Z') continue;
      Toponym t;
      t.first = i;
      t.last = i + 1;
      t.span = {a_.word(i).span.begin + static_cast<std::uint32_t>(begin),
                a_.word(i).span.begin + static_cast<std::uint32_t>(end)};
      if (!look_up(t, a_.text(t.span))) continue;
      t.found = static_cast<float>(around(s, t));
      found_.push_back(std::move(t));
      any = true;
    }
    return any;
  }

  // Whether a code is written as it is listed, stops aside: "US" is one, "Us" and "I'll" are none.
  [[nodiscard]] bool is_written(PlaceIndex index, std::string_view name) const {
    auto letters = [](std::string_view text) {
      std::string out(text);
      std::erase(out, '.');
      std::erase(out, ' ');
      return out;
    };
    GazetteerPlace place = g_.place(index);
    for (std::size_t i = 0; i < place.names; ++i) {
      PlaceName listed = g_.name(place, i);
      if (listed.use == NameUse::code && letters(listed.text) == letters(name)) return true;
    }
    return false;
  }

  bool look_up(Toponym& t, std::string_view name) const {
    for (const PlaceCandidate& c : g_.named(name, candidates_max)) {
      if (c.use == NameUse::code ? !is_written(c.place, name) : name.size() < 3) continue;
      t.candidates.push_back(c);
    }
    add_with_article(t, name);
    t.folk =
        !t.candidates.empty() && std::all_of(t.candidates.begin(), t.candidates.end(),
                                             [](const PlaceCandidate& c) { return c.use == NameUse::folk; });
    if (!t.candidates.empty() && t.candidates.front().use == NameUse::folk) t.folk = true;
    return !t.candidates.empty();
  }

  // "Qamishli" of "Al Qamishli": news leaves the article away.
  void add_with_article(Toponym& t, std::string_view name) const {
    constexpr std::size_t letters_min = 5;
    constexpr float cost = 0.1F;
    if (name.size() < letters_min || name.find(' ') != std::string_view::npos) return;
    constexpr std::size_t places_max = 4;
    for (const PlaceCandidate& c : g_.named("al " + std::string(name), places_max)) {
      bool known = std::any_of(t.candidates.begin(), t.candidates.end(),
                               [&](const PlaceCandidate& other) { return other.place == c.place; });
      constexpr std::uint32_t people_min = 20'000;
      if (!known && g_.place(c.place).population >= people_min)
        t.candidates.push_back({c.place, c.use, cost});
    }
  }

  [[nodiscard]] double best_weight(const Toponym& t) const {
    double best = -9;
    for (const PlaceCandidate& c : t.candidates) best = std::max(best, weight_of(g_.place(c.place), c.use));
    return best;
  }

  // What a comma's far side says: "Paris, Texas", "Kunduz, Afghanistan", "Athens, Ga."
  [[nodiscard]] bool contained_by_next(const Sentence& s, const Toponym& t) const {
    WordIndex comma = t.last;
    if (comma + 1 >= s.last || !a_.is(comma, ",") || !a_.word(comma + 1).capital) return false;
    for (WordIndex n = std::min<WordIndex>(3, s.last - comma - 1); n > 0; --n) {
      for (const PlaceCandidate& c : g_.named(a_.text(a_.span(comma + 1, comma + 1 + n)), candidates_max)) {
        GazetteerPlace outer = g_.place(c.place);
        if (outer.kind != PlaceKind::country && outer.kind != PlaceKind::province) continue;
        for (const PlaceCandidate& own : t.candidates) {
          GazetteerPlace inner = g_.place(own.place);
          if (inner.province == c.place ||
              (outer.kind == PlaceKind::country && inner.country == outer.country))
            return true;
        }
      }
    }
    return false;
  }

  double around(const Sentence& s, const Toponym& t) const {
    bool one_word = t.last - t.first == 1;
    if (!dateline_.empty() && fold_place_name(a_.text(t.span)) == dateline_) return 4;
    // A part of a word stands for itself: the US of "US-led".
    std::string_view word = a_.lower(t.first).substr(t.span.begin - a_.word(t.first).span.begin);
    if (one_word) word = word.substr(0, t.span.size());
    double score = best_weight(t);
    bool strong = score >= 3;
    if (!one_word) score += 0.7;
    bool at_start = t.first == s.first || (t.first > 0 && a_.word(t.first - 1).kind == WordKind::open_quote);
    bool contained = contained_by_next(s, t);
    if (contained) score += 3.5;

    // The word itself.
    bool code = t.candidates.front().use == NameUse::code;
    if (one_word && !t.folk) {
      if (is_common_word(word) && !code) score -= 3;
      if (is_given_name(word) && !strong) score -= 2;
      if (a_.word(t.first).classes.any(weekday, month, title, title_short, pronoun, person_one, person_many))
        score -= 5;
      if (at_start && !strong) score -= 0.7;
      bool in_it = t.first > s.first && is_locating(a_.lower(t.first - 1));
      if (people_.contains(std::string(word)) && !contained) score -= strong && in_it ? 1 : strong ? 5 : 3;
      if (is_place_given_to_people(word) && capital(s, t.last) && is_surname(t.last) && !contained && !in_it)
        score -= 5;
      if (lower_.contains(std::string(word)) && !code) score -= 2;
      // A lone abbreviation of a state stands after a town.
      if (code && t.span.size() < 3 && word != "us" && word != "uk" && !after_comma_of_place(s, t))
        score -= 6;
    }

    // Saints have churches and days everywhere.
    if (word == "st" || word == "saint") score -= t.last < s.last && a_.lower(t.last).ends_with("s") ? 3 : 1;

    // To the left.
    if (t.first > s.first) {
      WordIndex before = t.first - 1;
      std::string_view left = a_.lower(before);
      if (is_locating(left)) {
        score += 1.8;
      } else if (is_direction(left)) {
        score += 1;
      } else if (is_perhaps_locating(left)) {
        score += 0.6;
      } else if (left == "," && after_comma_of_place(s, t)) {
        score += 1.5;
      } else if (a_.word(before).classes.any(title, title_short) && !strong) {
        score -= 2;
      } else if (capital(s, before) && !ends_place(before + 1)) {
        if (is_given_name(left)) {
          score -= 4;
        } else if (before != s.first && !is_body_noun(left)) {
          score -= t.folk || strong ? 0.8 : 2.2;
        }
      } else if (left == "." && before > s.first && !strong) {
        // "John R. Lincoln", "Mr. Lincoln"
        const Word& stopped = a_.word(before - 1);
        if (stopped.classes.has(title_short)) score -= 4;
        if (stopped.span.size() == 1) score -= 3;
      }
    }

    // To the right.
    if (t.last < s.last) {
      std::string_view right = a_.lower(t.last);
      if (is_way_noun(right) && a_.word(t.last).capital) {
        score -= 4;
      } else if (capital(s, t.last)) {
        if (is_body_noun(right) || is_place_noun(right)) {
          score -= 0.3;
        } else if (!t.folk && !is_direction(right)) {
          score -= strong ? 0.8 : 2;
        }
      } else if (a_.word(t.last).classes.has(say) && !strong) {
        score -= 1.5;
      }
    }
    return score + model_says(t);
  }

  [[nodiscard]] bool ends_place(WordIndex last) const {
    return !found_.empty() && found_.back().last == last && found_.back().found > 0;
  }

  // "Kunduz, Afghanistan": the name before the comma is a place too.
  [[nodiscard]] bool after_comma_of_place(const Sentence& s, const Toponym& t) const {
    return t.first >= s.first + 2 && a_.is(t.first - 1, ",") && ends_place(t.first - 1);
  }

  [[nodiscard]] bool model_has_place(Span span) const {
    if (a_.syntax() == nullptr) return false;
    const auto& names = a_.syntax()->names;
    auto name = std::lower_bound(names.begin(), names.end(), span.begin,
                                 [](const Name& n, std::uint32_t begin) { return n.span.end <= begin; });
    return name != names.end() && name->span.begin < span.end && name->kind == NameKind::place;
  }

  // The model's names, where there is one: it has read the sentence.
  [[nodiscard]] double model_says(const Toponym& t) const {
    const Syntax* syntax = a_.syntax();
    if (syntax == nullptr || t.folk) return 0;
    // Names stand in the text's order and do not overlap.
    auto name = std::lower_bound(syntax->names.begin(), syntax->names.end(), t.span.begin,
                                 [](const Name& n, std::uint32_t begin) { return n.span.end <= begin; });
    if (name == syntax->names.end() || name->span.begin >= t.span.end) return -1;
    if (name->kind == NameKind::place) return 2.5 * name->score;
    if (name->kind == NameKind::person) return -4 * name->score;
    return -name->score;
  }

  // One name has one sense: the surest mention speaks for the others, a doubtful majority against.
  void judge_together() {
    std::unordered_map<std::string, float> best;
    auto key = [&](const Toponym& t) { return fold_place_name(a_.text(t.span)); };
    for (const Toponym& t : found_) {
      float& b = best.try_emplace(key(t), t.found).first->second;
      b = std::max(b, t.found);
    }
    for (Toponym& t : found_) {
      float b = best[key(t)];
      if (b > 2.5F) t.found += std::min(1.5F, (b - 2.5F) * 0.7F + 0.5F);
    }
    std::erase_if(found_, [](const Toponym& t) { return t.found <= 0; });
  }

  const Analysis& a_;
  const Gazetteer& g_;
  std::vector<Toponym> found_;
  std::unordered_map<std::string, bool> people_;
  std::unordered_map<std::string, bool> lower_;
  std::string dateline_;  // folded; empty: none
};

}  // namespace

std::vector<Toponym> find_toponyms(const Analysis& analysis, const Gazetteer& gazetteer) {
  std::vector<Toponym> found = Finder(analysis, gazetteer).find();
  resolve_toponyms(analysis, gazetteer, found);
  return found;
}

}  // namespace sitrep
