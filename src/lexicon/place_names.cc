#include "lexicon/place_names.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/fnv.h"
#include "text/utf8.h"

namespace sitrep {
namespace {

// The plain letter of U+00C0 to U+025F and U+1E00 to U+1EFF; a capital stands for two letters, a space for
// what is no letter.
constexpr std::string_view latin_low =
    "aaaaaaAceeeeiiiidnooooo ouuuuyTSaaaaaaAceeeeiiiidnooooo ouuuuyTy"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiIIjjkkklllllll"
    "lllnnnnnnnnnooooooOOrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
    "bb    o  dd   eeeffggh  kkl   n oo             uu  yyzz         "
    "    ZZZLLLNNNaaiioouuuuuuuuuueaaaaAA  ggkkoooo  jZZZgg  nnaaAA  "
    "aaaaeeeeiiiioooorrrruuuusstt  hh      aaeeooooooooyy            "
    "                   bo dd e e    ";
constexpr std::string_view latin_high =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwy s  S aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy      ";
static_assert(latin_low.size() == 0x260 - 0xC0 && latin_high.size() == 0x1F00 - 0x1E00);

constexpr std::string_view two_letters(char capital) {
  switch (capital) {
    case 'A':
      return "ae";
    case 'I':
      return "ij";
    case 'L':
      return "lj";
    case 'N':
      return "nj";
    case 'O':
      return "oe";
    case 'S':
      return "ss";
    case 'T':
      return "th";
    case 'Z':
      return "dz";
    default:
      return " ";
  }
}

// Apostrophes of all kinds, modifier letters and combining marks: said or not, written or not.
bool is_dropped(char32_t c) {
  return c == '\'' || c == '.' || c == '`' || c == 0xB4 || c == 0x2018 || c == 0x2019 || c == 0x201B ||
         (c >= 0x2B0 && c <= 0x2FF) || (c >= 0x300 && c <= 0x36F) || c == 0x200B || c == 0xAD;
}

constexpr bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

std::string_view in_full(std::string_view word) {
  if (word == "st") return "saint";
  if (word == "ste") return "sainte";
  if (word == "mt") return "mount";
  if (word == "ft") return "fort";
  return word;
}

// The Arabic article before a sun or moon letter, and its Persian and Turkish spellings.
bool is_article(std::string_view word) {
  constexpr std::array<std::string_view, 20> articles = {"ad", "al",  "an", "ar", "as", "ash", "at",
                                                         "az", "ed",  "el", "en", "er", "es",  "esh",
                                                         "et", "eth", "ez", "il", "ul", "ech"};
  return std::find(articles.begin(), articles.end(), word) != articles.end();
}

struct Sound {
  std::string_view written;
  std::string_view said;
};

// Longest first. $ is any of sh, ch, j, zh; x is kh.
constexpr Sound digraphs[] = {
    {"shch", "$"}, {"dsch", "$"}, {"tsch", "$"}, {"jsh", "$"}, {"dzh", "$"}, {"djch", "$"},
    {"sch", "$"},  {"tch", "$"},  {"dj", "$"},   {"sh", "$"},  {"ch", "$"},  {"zh", "$"},
    {"kh", "x"},   {"gh", "g"},   {"dh", "d"},   {"th", "t"},  {"ph", "f"},  {"ck", "k"},
    {"ou", "u"},   {"oo", "u"},   {"ee", "i"},   {"ts", "ts"}, {"qu", "ku"},
};

void say(std::string_view word, std::string& out) {
  for (std::size_t i = 0; i < word.size();) {
    std::string_view rest = word.substr(i);
    auto said = std::find_if(std::begin(digraphs), std::end(digraphs),
                             [&](const Sound& d) { return rest.starts_with(d.written); });
    if (said != std::end(digraphs)) {
      for (char c : said->said) {
        if (out.empty() || out.back() != c) out += c;
      }
      i += said->written.size();
      continue;
    }
    char c = word[i];
    char next = i + 1 < word.size() ? word[i + 1] : ' ';
    bool after_vowel = !out.empty() && is_vowel(out.back());
    switch (c) {
      case 'q':
        c = 'k';
        break;
      case 'c':
        c = next == 'e' || next == 'i' || next == 'y' ? 's' : 'k';
        break;
      case 'j':
        c = '$';
        break;
      case 'y':
        c = 'i';
        break;
      case 'w':
        c = after_vowel && next != ' ' ? 'u' : 'v';
        break;
      default:
        break;
    }
    if (out.empty() || out.back() != c) out += c;
    ++i;
  }
}

// Costs in hundredths of a letter. What stands for what in spellings of one name.
constexpr int vowel_for_vowel = 15;
constexpr int whole_letter = 100;

struct Kin {
  char a, b;
  std::uint8_t cost;
};
constexpr Kin kin[] = {{'$', 'g', 40}, {'$', 's', 35}, {'$', 'z', 30}, {'$', 'x', 40}, {'b', 'p', 50},
                       {'b', 'v', 40}, {'d', 't', 50}, {'d', 'z', 40}, {'f', 'v', 20}, {'g', 'k', 30},
                       {'g', 'x', 40}, {'h', 'x', 25}, {'k', 'x', 20}, {'s', 'z', 20}, {'u', 'v', 30},
                       {'g', 'h', 40}, {'s', 't', 50}, {'m', 'n', 50}};

constexpr int omission(char c) {
  if (is_vowel(c)) return 25;
  if (c == 'h') return 15;
  if (c == ' ') return 10;
  return whole_letter;
}

// Sounds have only letters, digits, '$' and spaces.
struct Costs {
  std::array<std::array<std::uint8_t, 128>, 128> exchange{};
  std::array<std::uint8_t, 128> omit{};
  constexpr Costs() {
    for (std::size_t a = 0; a < 128; ++a) {
      omit[a] = static_cast<std::uint8_t>(omission(static_cast<char>(a)));
      for (std::size_t b = 0; b < 128; ++b) {
        bool vowels = is_vowel(static_cast<char>(a)) && is_vowel(static_cast<char>(b));
        exchange[a][b] = static_cast<std::uint8_t>(a == b ? 0 : vowels ? vowel_for_vowel : whole_letter);
      }
    }
    for (const Kin& k : kin) {
      auto a = static_cast<unsigned char>(k.a);
      auto b = static_cast<unsigned char>(k.b);
      exchange[a][b] = k.cost;
      exchange[b][a] = k.cost;
    }
  }
};
constexpr Costs costs;

}  // namespace

std::string fold_place_name(std::string_view name) {
  std::string plain;
  plain.reserve(name.size() + 8);
  for (std::size_t at = 0; at < name.size();) {
    CodePoint c = decode_utf8(name, at);
    at += c.bytes;
    char32_t v = c.value;
    if ((v >= 'a' && v <= 'z') || (v >= '0' && v <= '9')) {
      plain += static_cast<char>(v);
    } else if (v >= 'A' && v <= 'Z') {
      plain += static_cast<char>(v + ('a' - 'A'));
    } else if (is_dropped(v)) {
      continue;
    } else {
      char letter = v >= 0xC0 && v < 0x260      ? latin_low[v - 0xC0]
                    : v >= 0x1E00 && v < 0x1F00 ? latin_high[v - 0x1E00]
                                                : ' ';
      if (letter >= 'A' && letter <= 'Z') {
        plain += two_letters(letter);
      } else if (letter != ' ' || (!plain.empty() && plain.back() != ' ')) {
        plain += letter;
      }
    }
  }
  std::string folded;
  folded.reserve(plain.size());
  for (std::size_t begin = 0; begin < plain.size();) {
    std::size_t end = std::min(plain.find(' ', begin), plain.size());
    if (end > begin) {
      if (!folded.empty()) folded += ' ';
      folded += in_full(std::string_view(plain).substr(begin, end - begin));
    }
    begin = end + 1;
  }
  return folded;
}

std::string place_sound(std::string_view folded) {
  std::string sound;
  sound.reserve(folded.size());
  for (std::size_t begin = 0; begin < folded.size();) {
    std::size_t end = std::min(folded.find(' ', begin), folded.size());
    std::string_view word = folded.substr(begin, end - begin);
    // An article is one only before another word.
    if (!(end < folded.size() && is_article(word))) {
      if (!sound.empty()) sound += ' ';
      say(word, sound);
    }
    begin = end + 1;
  }
  return sound;
}

std::string sound_skeleton(std::string_view sound) {
  std::string bones;
  for (std::size_t i = 0; i < sound.size(); ++i) {
    char c = sound[i];
    if (is_vowel(c) || c == ' ' || (c == 'h' && i != 0)) {
      // A name that begins with a vowel keeps that, so that "Ankara" is not looked for among "Nkr".
      if (i == 0 && is_vowel(c)) bones += 'a';
      continue;
    }
    switch (c) {
      case 'g':
      case 'k':
      case 'x':
        c = 'k';
        break;
      case '$':
      case 's':
      case 'z':
        c = 's';
        break;
      case 'f':
      case 'v':
      case 'b':
      case 'p':
        c = 'v';
        break;
      case 'd':
      case 't':
        c = 't';
        break;
      case 'm':
      case 'n':
        c = 'n';
        break;
      default:
        break;
    }
    if (bones.empty() || bones.back() != c || (i > 0 && is_vowel(sound[i - 1]))) bones += c;
  }
  return bones;
}

float spelling_cost(std::string_view sound, std::string_view other, float most) {
  if (sound == other) return 0;
  constexpr std::size_t longest = 63;
  sound = sound.substr(0, longest);
  other = other.substr(0, longest);
  auto index = [](char c) { return static_cast<std::size_t>(c) & 127; };
  std::array<int, longest + 1> row;
  row[0] = 0;
  for (std::size_t j = 0; j < other.size(); ++j) row[j + 1] = row[j] + costs.omit[index(other[j])];
  int limit = static_cast<int>(most * whole_letter);
  for (char c : sound) {
    const auto& exchange = costs.exchange[index(c)];
    int gone = costs.omit[index(c)];
    int diagonal = row[0];
    row[0] += gone;
    int least = row[0];
    for (std::size_t j = 0; j < other.size(); ++j) {
      std::size_t o = index(other[j]);
      int best = std::min({diagonal + exchange[o], row[j + 1] + gone, row[j] + costs.omit[o]});
      diagonal = row[j + 1];
      row[j + 1] = best;
      least = std::min(least, best);
    }
    if (least > limit) return static_cast<float>(least) / whole_letter;
  }
  return static_cast<float>(row[other.size()]) / whole_letter;
}

std::uint32_t place_name_hash(std::string_view text) { return fnv1a_32(text); }

}  // namespace sitrep
