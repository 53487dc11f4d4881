#include "mentions/time/time_words.h"

#include <array>
#include <unordered_map>
#include <unordered_set>

namespace sitrep::timex {

std::string_view name_of(DayPart part) {
  static constexpr std::array<std::string_view, 8> names = {"", "MO", "MI", "AF", "EV", "NI", "DT", "DA"};
  return names[static_cast<std::size_t>(part)];
}

Hours hours_of(DayPart part) {
  switch (part) {
    case DayPart::MO:
      return {6, 12};
    case DayPart::MI:
      return {11, 14};
    case DayPart::AF:
      return {12, 18};
    case DayPart::EV:
      return {18, 22};
    case DayPart::NI:
      return {20, 30};
    case DayPart::DT:
      return {6, 20};
    case DayPart::DA:
      return {4, 7};
    case DayPart::none:
      break;
  }
  return {0, 24};
}

std::string_view name_of(Modifier mod) {
  static constexpr std::array<std::string_view, 11> names = {
      "",      "START",     "MID",       "END",           "APPROX",       "BEFORE",
      "AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"};
  return names[static_cast<std::size_t>(mod)];
}

namespace {

using Words = std::unordered_map<std::string_view, TimeWord>;

void add_units(Words& words) {
  struct Row {
    std::string_view one, many;
    Unit unit;
  };
  static constexpr Row rows[] = {
      {"second", "seconds", Unit::second},
      {"minute", "minutes", Unit::minute},
      {"hour", "hours", Unit::hour},
      {"night", "nights", Unit::night},
      {"day", "days", Unit::day},
      {"weekend", "weekends", Unit::weekend},
      {"week", "weeks", Unit::week},
      {"month", "months", Unit::month},
      {"quarter", "quarters", Unit::quarter},
      {"season", "seasons", Unit::season},
      {"year", "years", Unit::year},
      {"decade", "decades", Unit::decade},
      {"century", "centuries", Unit::century},
      {"millennium", "millennia", Unit::millennium},
      {"fortnight", "fortnights", Unit::week},  // counted twice by the recogniser
  };
  for (const Row& row : rows) {
    words[row.one].unit = row.unit;
    words[row.many].unit = row.unit;
    words[row.many].plural = true;
  }
  // "hrs", "mins": only behind a number, as every plural.
  for (auto [word, unit] : {std::pair{"hrs", Unit::hour}, {"mins", Unit::minute}, {"secs", Unit::second}}) {
    words[word].unit = unit;
    words[word].plural = true;
  }
}

void add_names(Words& words) {
  static constexpr std::string_view months[] = {"january",   "february", "march",    "april",
                                                "may",       "june",     "july",     "august",
                                                "september", "october",  "november", "december"};
  for (unsigned i = 0; i < 12; ++i) words[months[i]].month = i + 1;
  static constexpr std::pair<std::string_view, unsigned> short_months[] = {
      {"jan", 1}, {"feb", 2}, {"mar", 3},  {"apr", 4},  {"jun", 6},  {"jul", 7},
      {"aug", 8}, {"sep", 9}, {"sept", 9}, {"oct", 10}, {"nov", 11}, {"dec", 12}};
  for (auto [word, month] : short_months) {
    words[word].month = month;
    words[word].shortened = true;
  }
  static constexpr std::string_view days[] = {"sunday",   "monday", "tuesday", "wednesday",
                                              "thursday", "friday", "saturday"};
  static constexpr std::string_view many[] = {"sundays",   "mondays", "tuesdays", "wednesdays",
                                              "thursdays", "fridays", "saturdays"};
  for (unsigned i = 0; i < 7; ++i) {
    words[days[i]].weekday = i;
    words[many[i]].weekday = i;
    words[many[i]].plural = true;
  }
  static constexpr std::pair<std::string_view, unsigned> short_days[] = {
      {"sun", 0}, {"mon", 1},   {"tue", 2}, {"tues", 2}, {"wed", 3},
      {"thu", 4}, {"thurs", 4}, {"fri", 5}, {"sat", 6}};
  for (auto [word, day] : short_days) {
    words[word].weekday = day;
    words[word].shortened = true;
  }
  static constexpr std::pair<std::string_view, Season> seasons[] = {
      {"spring", Season::spring},     {"springtime", Season::spring}, {"summer", Season::summer},
      {"summertime", Season::summer}, {"autumn", Season::fall},       {"fall", Season::fall},
      {"winter", Season::winter},     {"wintertime", Season::winter}};
  for (auto [word, season] : seasons) words[word].season = season;
  for (auto [word, season] : {std::pair{"springs", Season::spring},
                              {"summers", Season::summer},
                              {"autumns", Season::fall},
                              {"winters", Season::winter}}) {
    words[word].season = season;
    words[word].plural = true;
  }
}

void add_parts_of_day(Words& words) {
  static constexpr std::pair<std::string_view, DayPart> parts[] = {
      {"morning", DayPart::MO}, {"afternoon", DayPart::AF}, {"evening", DayPart::EV},
      {"night", DayPart::NI},   {"daytime", DayPart::DT},   {"nighttime", DayPart::NI},
      {"dawn", DayPart::DA},    {"daybreak", DayPart::DA},  {"sunrise", DayPart::DA},
      {"dusk", DayPart::EV},    {"sunset", DayPart::EV},    {"nightfall", DayPart::EV},
      {"midday", DayPart::MI},  {"lunchtime", DayPart::MI}};
  for (auto [word, part] : parts) words[word].part = part;
  for (auto [word, part] : {std::pair{"mornings", DayPart::MO},
                            {"afternoons", DayPart::AF},
                            {"evenings", DayPart::EV},
                            {"nights", DayPart::NI}}) {
    words[word].part = part;
    words[word].plural = true;
  }
}

void add_numbers(Words& words) {
  static constexpr std::string_view small[] = {"zero",    "one",     "two",       "three",    "four",
                                               "five",    "six",     "seven",     "eight",    "nine",
                                               "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                                               "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
  for (int i = 0; i < 20; ++i) words[small[i]].number = i;
  static constexpr std::string_view ordinals[] = {
      "first",     "second",    "third",       "fourth",     "fifth",      "sixth",      "seventh",
      "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",    "thirteenth", "fourteenth",
      "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};
  for (int i = 0; i < 20; ++i) words[ordinals[i]].ordinal = i + 1;
  words["thirtieth"].ordinal = 30;
  static constexpr std::string_view tens[] = {"twenty", "thirty",  "forty",  "fifty",
                                              "sixty",  "seventy", "eighty", "ninety"};
  for (int i = 0; i < 8; ++i) words[tens[i]].number = 20 + 10 * i;
  words["dozen"].number = 12;
  words["hundred"].number = 100;
  words["thousand"].number = 1000;
}

void add_edges(Words& words) {
  static constexpr std::pair<std::string_view, Modifier> edges[] = {
      {"early", Modifier::START},  {"beginning", Modifier::START}, {"start", Modifier::START},
      {"outset", Modifier::START}, {"onset", Modifier::START},     {"late", Modifier::END},
      {"end", Modifier::END},      {"close", Modifier::END},       {"mid", Modifier::MID},
      {"middle", Modifier::MID}};
  for (auto [word, edge] : edges) words[word].edge = edge;
  for (std::string_view zone : {"gmt", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "bst",
                                "cet", "cest", "eet", "eest", "msk", "ist", "jst", "et"}) {
    words[zone].zone = true;
  }
}

Words make_words() {
  Words words;
  add_units(words);
  add_names(words);
  add_parts_of_day(words);
  add_numbers(words);
  add_edges(words);
  return words;
}

}  // namespace

const TimeWord* time_word(std::string_view lower) {
  static const Words words = make_words();
  auto found = words.find(lower);
  return found == words.end() ? nullptr : &found->second;
}

std::optional<Rhythm> rhythm_of(std::string_view lower) {
  static const std::unordered_map<std::string_view, Rhythm> rhythms = {
      {"hourly", {1, Unit::hour}},   {"daily", {1, Unit::day}},        {"nightly", {1, Unit::day}},
      {"weekly", {1, Unit::week}},   {"fortnightly", {2, Unit::week}}, {"biweekly", {2, Unit::week}},
      {"monthly", {1, Unit::month}}, {"yearly", {1, Unit::year}},      {"annually", {1, Unit::year}}};
  auto found = rhythms.find(lower);
  if (found == rhythms.end()) return std::nullopt;
  return found->second;
}

VerbTime verb_time(std::string_view lower) {
  static const std::unordered_set<std::string_view> future = {"will",  "'ll",   "’ll",
                                                              "shall", "won't", "won’t"};
  // Irregular forms; the regular ones end in -ed.
  static const std::unordered_set<std::string_view> past = {
      "was",    "were",   "had",    "did",    "said",    "told",   "went",     "came",   "took",
      "made",   "got",    "gave",   "found",  "held",    "left",   "met",      "won",    "lost",
      "fell",   "rose",   "began",  "broke",  "brought", "built",  "bought",   "caught", "chose",
      "cut",    "drove",  "fought", "flew",   "grew",    "hit",    "kept",     "knew",   "laid",
      "led",    "put",    "ran",    "saw",    "sent",    "set",    "shot",     "sank",   "spoke",
      "spent",  "stood",  "struck", "swept",  "thought", "threw",  "withdrew", "wrote",  "died",
      "sold",   "felt",   "heard",  "became", "paid",    "read",   "sat",      "slept",  "stole",
      "swore",  "taught", "tore",   "wore",   "beat",    "blew",   "burst",    "dealt",  "drew",
      "drank",  "fled",   "forgot", "hid",    "hurt",    "rode",   "sought",   "shook",  "showed",
      "shut",   "slid",   "split",  "spread", "sprang",  "stuck",  "swam",     "wound",  "been",
      "done",   "gone",   "given",  "taken",  "seen",    "shown",  "known",    "driven", "written",
      "fallen", "risen",  "begun",  "broken", "chosen",  "wasn't", "weren't",  "didn't", "hadn't",
      "arose",  "shelled"};
  if (future.count(lower) != 0) return VerbTime::future;
  if (past.count(lower) != 0) return VerbTime::past;
  bool regular =
      lower.size() > 4 && lower.substr(lower.size() - 2) == "ed" && lower.substr(lower.size() - 3) != "eed";
  return regular ? VerbTime::past : VerbTime::none;
}

}  // namespace sitrep::timex
