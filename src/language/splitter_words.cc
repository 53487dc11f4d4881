#include "language/splitter_words.h"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

template <std::size_t N>
using Words = std::array<std::string_view, N>;

template <std::size_t N>
constexpr bool is_sorted(const Words<N>& words) {
  return std::is_sorted(words.begin(), words.end());
}

template <std::size_t N>
bool among(const Words<N>& words, std::string_view word) {
  return std::binary_search(words.begin(), words.end(), word);
}

constexpr Words<26> prefixes = {"anti",   "arch",  "co",    "counter", "cross", "e",   "ex",
                                "inter",  "intra", "macro", "mega",    "micro", "mid", "mini",
                                "multi",  "neo",   "non",   "over",    "post",  "pre", "pro",
                                "pseudo", "re",    "semi",  "socio",   "sub"};
static_assert(is_sorted(prefixes));

constexpr Words<3> prefixes_of_times = {"mid", "post", "pre"};
static_assert(is_sorted(prefixes_of_times));

constexpr Words<7> clitics = {"d", "ll", "m", "re", "s", "t", "ve"};
static_assert(is_sorted(clitics));

constexpr Words<31> units = {"am", "b",   "bn",   "cm", "f",  "ft",  "g",   "gb", "ha", "hp",  "hrs",
                             "hz", "in",  "k",    "kb", "kg", "km",  "kph", "kw", "lb", "lbs", "m",
                             "mb", "min", "mins", "mm", "mn", "mph", "mw",  "pm", "tn"};
static_assert(is_sorted(units));

constexpr Words<31> endings_of_names = {"ac",   "au",   "biz", "ca",  "co",  "com", "de",  "doc",
                                        "docx", "edu",  "eu",  "exe", "fr",  "gov", "htm", "html",
                                        "in",   "info", "int", "io",  "jpg", "mil", "net", "org",
                                        "pdf",  "php",  "ru",  "tv",  "txt", "uk",  "xls"};
static_assert(is_sorted(endings_of_names));

constexpr Words<60> titles = {"adm",  "amb",  "attn", "brig", "bros",   "capt", "cmdr", "col",  "cpl", "det",
                              "dir",  "dr",   "drs",  "eds",  "eng",    "esp",  "fr",   "ft",   "gen", "gov",
                              "hon",  "insp", "lt",   "maj",  "messrs", "mlle", "mme",  "mr",   "mrs", "ms",
                              "mss",  "mt",   "nos",  "ph",   "pp",     "pres", "prof", "pte",  "pvt", "rep",
                              "reps", "ret",  "rev",  "sen",  "sens",   "sgt",  "spc",  "spec", "sq",  "ssgt",
                              "st",   "sta",  "ste",  "supt", "univ",   "viz",  "vol",  "vols", "vs",  "wm"};
static_assert(is_sorted(titles));

constexpr Words<30> abbreviations = {"al",   "approx", "assn", "ave", "blvd", "ca",  "cf",   "corp",
                                     "dept", "dist",   "div",  "ed",  "esq",  "est", "ext",  "inc",
                                     "jr",   "lb",     "lbs",  "ltd", "mfg",  "mtn", "natl", "oz",
                                     "plc",  "pty",    "rd",   "sr",  "tel",  "yr"};
static_assert(is_sorted(abbreviations));

constexpr Words<28> dated = {"apr", "art",  "aug", "dec", "feb",  "fig",   "figs", "fri",  "jan", "jul",
                             "jun", "mar",  "may", "mon", "no",   "nov",   "oct",  "para", "sat", "sec",
                             "sep", "sept", "sun", "thu", "thur", "thurs", "tue",  "wed"};
static_assert(is_sorted(dated));

constexpr Words<14> cut_words = {"bout", "cause", "d", "em", "ll",  "m",   "n",
                                 "re",   "round", "s", "t",  "til", "tis", "ve"};
static_assert(is_sorted(cut_words));

constexpr Words<5> pictures = {"image", "photo", "photograph", "picture", "video"};
static_assert(is_sorted(pictures));

constexpr Words<60> openers = {
    "a",     "according", "after", "all",   "also",      "although", "an",      "and",   "another", "as",
    "at",    "both",      "but",   "by",    "during",    "each",     "earlier", "every", "few",     "for",
    "from",  "he",        "her",   "his",   "how",       "however",  "i",       "if",    "in",      "instead",
    "it",    "its",       "last",  "many",  "meanwhile", "more",     "most",    "my",    "no",      "on",
    "one",   "our",       "she",   "since", "so",        "some",     "that",    "the",   "their",   "then",
    "there", "these",     "they",  "this",  "we",        "what",     "when",    "while", "with",    "you"};
static_assert(is_sorted(openers));

// Written together, read as two: where the second begins.
struct Contraction {
  std::string_view word;
  std::size_t second;
};
constexpr std::array<Contraction, 29> contractions = {{
    {"aint", 2},   {"arent", 3},    {"cannot", 3},  {"cant", 2},   {"couldnt", 5}, {"didnt", 3},
    {"doesnt", 4}, {"dont", 2},     {"gimme", 3},   {"gonna", 3},  {"gotta", 3},   {"hadnt", 3},
    {"hasnt", 3},  {"havent", 4},   {"im", 1},      {"isnt", 2},   {"ive", 1},     {"lemme", 3},
    {"outta", 3},  {"shouldnt", 6}, {"theres", 5},  {"theyre", 4}, {"wanna", 3},   {"wasnt", 3},
    {"werent", 4}, {"wont", 2},     {"wouldnt", 5}, {"youre", 3},  {"youve", 3},
}};

}  // namespace

bool is_joining_prefix(std::string_view lower) { return among(prefixes, lower); }
bool is_prefix_of_times(std::string_view lower) { return among(prefixes_of_times, lower); }
bool is_clitic(std::string_view lower) { return among(clitics, lower); }
bool is_unit(std::string_view lower) { return among(units, lower); }
bool is_ending_of_names(std::string_view lower) { return among(endings_of_names, lower); }
bool is_title(std::string_view lower) { return among(titles, lower); }
bool is_abbreviation(std::string_view lower) { return among(abbreviations, lower); }
bool is_abbreviation_beside_numbers(std::string_view lower) { return among(dated, lower); }
bool is_cut_word(std::string_view lower) { return among(cut_words, lower); }
bool is_picture(std::string_view lower) { return among(pictures, lower); }
bool is_opener(std::string_view lower) { return among(openers, lower); }

std::size_t second_word_of(std::string_view lower) {
  auto found = std::lower_bound(contractions.begin(), contractions.end(), lower,
                                [](const Contraction& c, std::string_view w) { return c.word < w; });
  return found != contractions.end() && found->word == lower ? found->second : 0;
}

}  // namespace sitrep
