#include "mentions/place/surroundings.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <initializer_list>
#include <string>

#include "mentions/place/surrounding_words.h"

namespace sitrep {
namespace {

using enum WordClass;

// Words that a phrase may hold before the name.
constexpr int fillers_max = 12;

class Reader {
 public:
  Reader(const Analysis& analysis, const std::vector<Toponym>& toponyms, std::size_t i)
      : a_(analysis),
        toponyms_(toponyms),
        i_(i),
        s_(analysis.sentences()[analysis.sentence_of(toponyms[i].first)]),
        at_(toponyms[i].first) {
    found_.first = toponyms[i].first;
    found_.last = toponyms[i].last;
  }

  Surroundings read() {
    read_right();
    read_describers(true);
    read_tie();
    read_use();
    return found_;
  }

 private:
  // The word `back` before the cursor; empty before the sentence.
  [[nodiscard]] std::string_view before(WordIndex back = 1) const {
    return at_ >= s_.first + back ? a_.lower(at_ - back) : std::string_view();
  }
  [[nodiscard]] bool before_is(std::initializer_list<std::string_view> words, WordIndex back = 1) const {
    return std::find(words.begin(), words.end(), before(back)) != words.end();
  }
  void take(WordIndex words) {
    at_ -= words;
    found_.first = at_;
  }

  // "Kunduz province", "Kabul airport".
  void read_right() {
    if (found_.last < s_.last && !a_.word(found_.last).capital && is_site_noun(a_.lower(found_.last))) {
      if (is_border(a_.lower(found_.last))) found_.tie = PlaceTie::border;
      ++found_.last;
    }
  }

  // "the besieged southern city of", "Afghanistan's", "the Syrian town of": adjectives and what kind of place
  // it is. A direction right before the name is a part of it: "northern Kabul", "the northern city of
  // Kunduz".
  void read_describers(bool near_name) {
    for (int words = 0; words < fillers_max; ++words) {
      std::string_view w = before();
      if (w.empty()) return;
      if (auto bearing = bearing_of(w)) {
        if (near_name) {
          if (found_.tie == PlaceTie::at) found_.tie = PlaceTie::part;
          found_.bearing = bearing;
          take(1);
        } else {
          at_ -= 1;
        }
        continue;
      }
      if (near_name && before_is({"central", "downtown", "inner"})) {
        found_.tie = PlaceTie::part;
        take(1);
        continue;
      }
      // "troops occupied Goma", but "in occupied Goma"
      if (is_verb_of_attack(w) &&
          !before_is({"the", "a", "of", "in", "from", "to", "near", "into", "at", "'s", "’s", "inside",
                      "around", "outside", "towards", "toward", "through"},
                     2)) {
        return;
      }
      if (w == "the" || is_describer(w) || w.find("-held") != w.npos || w.find("-controlled") != w.npos ||
          w.find("-occupied") != w.npos || w.find("-run") != w.npos || w.find("-backed") != w.npos) {
        at_ -= 1;
        near_name = near_name && w == "the";
        continue;
      }
      if (before() == "of" && at_ >= s_.first + 2 && is_place_type(before(2))) {
        at_ -= 2;
        near_name = false;
        continue;
      }
      if (is_place_type(w)) {
        at_ -= 1;
        near_name = false;
        continue;
      }
      if (skip_owner()) {
        near_name = false;
        continue;
      }
      return;
    }
  }

  // "Afghanistan's" and "Afghan" before the name.
  bool skip_owner() {
    WordIndex end = before_is({"'s", "’s"}) ? at_ - 1 : before_is({"'", "’"}) ? at_ - 1 : at_;
    for (std::size_t j = i_; j > 0; --j) {
      const Toponym& t = toponyms_[j - 1];
      if (t.last < end) return false;
      if (t.last != end || t.first < s_.first) continue;
      if (end == at_ && !t.folk) return false;
      at_ = t.first;
      return true;
    }
    return false;
  }

  void read_tie() {
    if (before() == "of") {
      if (read_direction_of() || read_part_of()) return;
    }
    if (before() == "from" || before_is({"outside", "off"})) {
      WordIndex at = at_;
      WordIndex first = found_.first;
      take(1);
      if (before() == "away") take(1);
      if (auto bearing = bearing_of(before())) {
        found_.bearing = bearing;
        take(1);
      }
      if (read_distance()) {
        found_.tie = PlaceTie::away;
        return;
      }
      if (a_.is(at - 1, "from") && before() == "far") {
        take(before(2) == "not" ? 2 : 1);
        found_.tie = PlaceTie::near;
        return;
      }
      found_.bearing.reset();
      at_ = at;
      found_.first = first;
    }
    if (before_is({"near", "nearby", "outside", "beside", "alongside"})) {
      found_.tie = PlaceTie::near;
      take(1);
      if (before_is({"just", "right", "immediately"})) take(1);
      if (before_is({"from"})) return;
      near_ = true;
      return;
    }
    if (before_is({"around"})) {
      // "in and around Goma" is in it.
      bool in_and = before(2) == "and" && before_is({"in", "inside", "at"}, 3);
      if (!in_and) found_.tie = PlaceTie::near;
      take(in_and ? 2 : 1);
      near_ = !in_and;
      return;
    }
    if (before_is({"to"}) && before_is({"close", "next", "adjacent", "closer", "nearer"}, 2)) {
      found_.tie = PlaceTie::near;
      take(2);
      if (before_is({"too", "so", "very"})) take(1);
      near_ = true;
      return;
    }
    if (before_is({"with", "to"}) && is_border(before(2))) {
      found_.tie = PlaceTie::border;
      take(2);
      read_describers(false);
      found_.first = at_;
    }
  }

  // "80 km north of", "just north of", "the north of", "north-east of".
  bool read_direction_of() {
    auto bearing = bearing_of(before(2));
    if (!bearing || is_adjective_of_direction(before(2))) return false;
    found_.bearing = bearing;
    if (before(3) == "the" && before(4) != "to") {
      found_.tie = PlaceTie::part;
      take(3);
      return true;
    }
    take(2);
    if (before() == "the" && before(2) == "to") take(2);
    if (before_is({"further", "farther"})) take(1);
    if (read_distance()) {
      found_.tie = PlaceTie::away;
      return true;
    }
    if (before_is({"just", "immediately", "directly", "due"})) {
      found_.tie = before() == "due" ? PlaceTie::off : PlaceTie::near;
      take(1);
    } else {
      found_.tie = PlaceTie::off;
    }
    near_ = true;
    return true;
  }

  // "the outskirts of", "the southern end of", "the border of", "the centre of", "within 5 km of".
  bool read_part_of() {
    std::string_view noun = before(2);
    // "the Bank of England"
    if (at_ >= s_.first + 2 && a_.word(at_ - 2).capital && !s_.shouted && at_ - 2 != s_.first) return false;
    if (is_unit_of_length(noun) || ends_in_unit(noun)) {
      WordIndex at = at_;
      WordIndex first = found_.first;
      take(1);
      if (read_distance()) {
        found_.tie = PlaceTie::away;
        if (before() == "within") {
          take(1);
          found_.tie = PlaceTie::near;
        }
        return true;
      }
      at_ = at;
      found_.first = first;
      return false;
    }
    if (is_edge_noun(noun)) {
      found_.tie = PlaceTie::edge;
    } else if (is_border(noun)) {
      found_.tie = PlaceTie::border;
    } else if (is_vicinity(noun)) {
      found_.tie = PlaceTie::near;
    } else if (is_part_noun(noun)) {
      found_.tie = PlaceTie::part;
    } else {
      return false;
    }
    take(2);
    if (auto bearing = bearing_of(before())) {
      found_.bearing = bearing;
      take(1);
    }
    if (before_is({"very", "far", "extreme", "immediate"})) take(1);
    if (before() == "the") at_ -= 1;
    return true;
  }

  // "80 km", "80km", "12 kilometres (7 miles)", "a few miles", "some twenty kilometres" to the left.
  bool read_distance() {
    WordIndex at = at_;
    // "(50 miles)"
    if (before() == ")") {
      for (WordIndex back = 2; back <= 5 && at_ >= s_.first + back; ++back) {
        if (before(back) != "(") continue;
        at_ -= back;
        break;
      }
    }
    auto give_up = [&] {
      at_ = at;
      return false;
    };
    std::string_view unit_word = before();
    double unit = unit_metres(unit_word);
    double number = 0;
    WordIndex words = 0;
    if (unit > 0) {
      number = number_before(2, words);
      if (number <= 0) return give_up();
      words += 1;
    } else if (ends_in_unit(unit_word)) {
      std::size_t digits = unit_word.find_first_not_of("0123456789.,");
      unit = unit_metres(unit_word.substr(digits + (unit_word[digits] == '-' ? 1 : 0)));
      number = value_of(unit_word.substr(0, digits));
      if (unit <= 0 || number <= 0) return give_up();
      words = 1;
    } else {
      return give_up();
    }
    take(words);
    while (before_is({"some", "about", "around", "roughly", "approximately", "nearly", "almost", "over",
                      "only", "just", "least", "at", "than", "more", "less", "a", "the"})) {
      // "at" leads to "at least" only.
      if (before() == "at" && a_.lower(at_) != "least") break;
      take(1);
    }
    found_.distance_m = number * unit;
    constexpr double around_the_world = 20'000'000;
    if (!(found_.distance_m <= around_the_world)) {
      found_.distance_m = 0;
      return give_up();
    }
    return true;
  }

  static double value_of(std::string_view digits) {
    std::string plain;
    for (char c : digits) {
      if (c != ',') plain += c;
    }
    double value = 0;
    auto [end, failed] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    return failed == std::errc() && end == plain.data() + plain.size() ? value : 0;
  }

  // The number that ends `back` words before the cursor; `words` is how many it takes.
  double number_before(WordIndex back, WordIndex& words) const {
    words = 1;
    std::string_view w = before(back);
    if (w.empty()) return 0;
    if (a_.word(at_ - back).kind == WordKind::number) return value_of(w);
    if (auto value = number_word(w)) {
      if (*value == 100 && before(back + 1) == "a") words = 2;
      if (*value == 100 && words == 1) {
        if (auto times = number_word(before(back + 1)); times && *times < 10) {
          words = 2;
          return 100.0 * static_cast<double>(*times);
        }
      }
      return static_cast<double>(*value);
    }
    std::size_t hyphen = w.find('-');
    if (hyphen != w.npos) {
      auto tens = number_word(w.substr(0, hyphen));
      auto ones = number_word(w.substr(hyphen + 1));
      if (tens && ones && *tens >= 20 && *tens < 100 && *ones < 10) return static_cast<double>(*tens + *ones);
    }
    if (w == "dozen") return words = before(back + 1) == "a" ? 2 : 1, 12;
    if (w == "few") return words = before(back + 1) == "a" ? 2 : 1, 3;
    if (w == "several") return 5;
    if (w == "couple" || (w == "of" && before(back + 1) == "couple")) return words = w == "of" ? 3 : 2, 2;
    if (w == "half" || w == "quarter") return 0;
    if (w == "a" || w == "an" || w == "one") return 1;
    return 0;
  }

  void read_use() {
    bool tied = found_.tie != PlaceTie::at && found_.tie != PlaceTie::part;
    WordIndex phrase = at_;
    // "a village 12 km north of", "the area around": what is there stands before the phrase.
    if (tied && before() == ",") {
      found_.located = near_ || found_.tie == PlaceTie::away;
      if (found_.located) found_.use = PlaceUse::site;
      return;
    }
    for (int words = 0; words < fillers_max && tied; ++words) {
      std::string_view w = before();
      if (w.empty() || !(is_place_type(w) || is_describer(w) || is_spot(w) || w == "the" || w == "a" ||
                         w == "an" || w == "located" || w == "situated" || bearing_of(w))) {
        break;
      }
      at_ -= 1;
    }
    std::string_view p = before();
    if (auto use = use_of(p)) {
      found_.use = use;
      found_.located = use == PlaceUse::site;
    } else if (tied) {
      found_.use = PlaceUse::site;
      found_.located = true;
    } else if (phrase > s_.first && before_verb(p)) {
      return;
    }
  }

  // "shelled Kharkiv", "left Goma", "reached Aden".
  bool before_verb(std::string_view verb) {
    if (is_verb_of_attack(verb)) {
      found_.use = PlaceUse::site;
      found_.located = true;
    } else if (is_verb_of_leaving(verb)) {
      found_.use = PlaceUse::origin;
    } else if (is_verb_of_coming(verb)) {
      found_.use = PlaceUse::destination;
    }
    return found_.use.has_value();
  }

  std::optional<PlaceUse> use_of(std::string_view p) {
    if (p == "in" || p == "at" || p == "inside" || p == "within" || p == "across" || p == "throughout" ||
        p == "along" || p == "through" || p == "past" || p == "via" || p == "amid" || p == "beneath") {
      // "interest in Syria" and the like are rare enough.
      return PlaceUse::site;
    }
    if (p == "on") {
      std::string_view head = before(2);
      if (found_.tie != PlaceTie::at) return PlaceUse::site;
      if (is_march(head)) return PlaceUse::direction;
      if (is_attack_noun(head) || is_falling(head)) return PlaceUse::site;
      return is_ground() ? std::optional(PlaceUse::site) : std::optional(PlaceUse::about);
    }
    if (p == "of") return is_attack_noun(before(2)) ? std::optional(PlaceUse::site) : std::nullopt;
    if (p == "over") {
      return is_ground() || !is_quarrel(before(2)) ? std::optional(PlaceUse::site)
                                                   : std::optional(PlaceUse::about);
    }
    if (p == "from") return PlaceUse::origin;
    if (p == "into" || p == "onto") return PlaceUse::destination;
    if (p == "to") {
      if (before_is(
              {"according", "due", "thanks", "said", "loyal", "belonging", "support", "aid", "ambassador",
               "envoy", "threat", "relation", "sold", "told", "compared", "similar", "weapons", "arms"},
              2)) {
        return PlaceUse::about;
      }
      return PlaceUse::destination;
    }
    if (p == "towards" || p == "toward") return PlaceUse::direction;
    if (p == "for") {
      bool going = before_is({"left", "leave", "leaving", "bound", "headed", "heading", "departed", "fled",
                              "embarked", "sailed", "destined"},
                             2) ||
                   leaves_before();
      return going ? std::optional(PlaceUse::destination) : std::nullopt;
    }
    if (p == "off") return PlaceUse::site;
    if (p == "against" || p == "with" || p == "about" || p == "regarding" || p == "concerning" || p == "by") {
      return PlaceUse::about;
    }
    return std::nullopt;
  }

  // "left Goma for": a place between the verb and "for".
  bool leaves_before() const {
    if (i_ == 0) return false;
    const Toponym& t = toponyms_[i_ - 1];
    return t.last + 1 == at_ && t.first > s_.first && is_verb_of_leaving(a_.lower(t.first - 1));
  }

  // "on Snake Island", "on the Golan Heights".
  [[nodiscard]] bool is_ground() const {
    const Toponym& t = toponyms_[i_];
    std::string_view last = a_.lower(t.last - 1);
    for (std::string_view noun : {"island", "islands", "peninsula", "heights", "mount", "coast", "river",
                                  "lake", "plateau", "bank", "sea", "strip", "road", "highway", "street"}) {
      if (last == noun || a_.lower(t.first) == noun) return true;
    }
    return found_.last > t.last && is_ground_noun(a_.lower(found_.last - 1));
  }

  const Analysis& a_;
  const std::vector<Toponym>& toponyms_;
  std::size_t i_;
  const Sentence& s_;
  WordIndex at_;
  bool near_ = false;
  Surroundings found_;
};

}  // namespace

std::optional<double> bearing_of(std::string_view lower) {
  if (lower.ends_with("ern")) lower.remove_suffix(3);
  if (lower.ends_with("most")) return std::nullopt;
  std::string plain;
  for (char c : lower) {
    if (c != '-') plain += c;
  }
  static constexpr std::string_view names[] = {"north", "northeast", "east", "southeast",
                                               "south", "southwest", "west", "northwest"};
  for (std::size_t i = 0; i < std::size(names); ++i) {
    if (plain == names[i]) return 45.0 * static_cast<double>(i);
  }
  return std::nullopt;
}

bool between_places(const Analysis& analysis, const Sentence& sentence, WordIndex between) {
  WordIndex at = between;
  if (at > sentence.first && (analysis.is(at - 1, "halfway") || analysis.is(at - 1, "midway"))) return true;
  // The noun that "between" hangs on: "the main road between", "heavy fighting between".
  if (at == sentence.first) return true;
  std::string_view head = analysis.lower(at - 1);
  if (is_way(head) || is_border(head) || is_place_type(head) || is_spot(head)) return true;
  return !is_dealing(head);
}

Surroundings surroundings_of(const Analysis& analysis, const std::vector<Toponym>& toponyms, std::size_t i) {
  return Reader(analysis, toponyms, i).read();
}

}  // namespace sitrep
