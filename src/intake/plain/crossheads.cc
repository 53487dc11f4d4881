#include "intake/plain/crossheads.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "intake/plain/scan.h"
#include "intake/plain/speech_words.h"
#include "text/utf8.h"

namespace sitrep::plain {

namespace {

constexpr std::size_t crosshead_words_max = 12;
constexpr std::size_t crosshead_bytes_max = 120;

// Words that open a sentence and can neither speak nor go on a phrase. Origin: general knowledge.
constexpr auto openers = std::to_array<std::string_view>({
    "after",    "also",         "although", "amid",   "and",     "at",        "because",   "before",
    "but",      "by",           "despite",  "during", "earlier", "elsewhere", "following", "for",
    "from",     "however",      "if",       "in",     "instead", "last",      "later",     "meanwhile",
    "moreover", "nevertheless", "on",       "once",   "over",    "since",     "so",        "still",
    "then",     "there",        "though",   "under",  "until",   "when",      "where",     "while",
    "with",     "within",       "yet",
});
static_assert(std::is_sorted(openers.begin(), openers.end()));
// Words that open a sentence and may be its speaker ("The minister said"). Origin: general knowledge.
constexpr auto subjects = std::to_array<std::string_view>({
    "a",     "all",    "an",       "another", "both",      "each",  "every", "few", "he",
    "her",   "his",    "hundreds", "it",      "its",       "many",  "most",  "no",  "none",
    "one",   "others", "our",      "several", "she",       "some",  "that",  "the", "their",
    "these", "they",   "this",     "those",   "thousands", "three", "two",   "we",
});
static_assert(std::is_sorted(subjects.begin(), subjects.end()));
// Short words that a phrase cannot end with. Origin: general knowledge.
constexpr auto no_last_words = std::to_array<std::string_view>({
    "a",
    "an",
    "and",
    "at",
    "by",
    "for",
    "from",
    "in",
    "into",
    "of",
    "on",
    "or",
    "the",
    "to",
    "with",
});
static_assert(std::is_sorted(no_last_words.begin(), no_last_words.end()));

template <class List>
bool in(const List& list, std::string_view word) {
  return std::binary_search(list.begin(), list.end(), lower(word));
}

// A sentence that starts at `at`, judged by its first clause: up to its first comma or stop, at most
// fourteen words.
struct Clause {
  Word first;
  std::optional<Word> second;
  std::size_t words = 0;
  bool speaks = false;      // holds a verb of saying
  bool lower_case = false;  // holds a word that is no name
};
std::optional<Clause> clause_at(std::string_view text, std::size_t at) {
  auto first = word_at(text, at);
  if (!first) return std::nullopt;
  Clause clause{*first, std::nullopt, 1, false, false};
  std::size_t end = first->span.end;
  while (clause.words < 14 && end < text.size()) {
    std::size_t next = skip_spaces(text, end);
    auto word = next > end ? word_at(text, next) : std::nullopt;
    if (!word) break;
    ++clause.words;
    if (clause.words == 2) clause.second = word;
    clause.lower_case = clause.lower_case || (!word->capital && !word->number);
    clause.speaks = clause.speaks || is_speech_verb(word->text);
    end = word->span.end;
  }
  return clause;
}

// What follows a quoted phrase starts a sentence of its own, and is not who said it.
bool new_sentence_after_quote(std::string_view text, std::size_t at, bool phrase_like) {
  auto clause = clause_at(text, at);
  if (!clause || !clause->first.capital || clause->words < 3) return false;
  bool caps = clause->first.all_caps && clause->first.text.size() > 1;
  if (caps && clause->second && clause->second->all_caps) return false;
  if (in(openers, clause->first.text)) return true;
  if (clause->speaks || starts_with_words(text.substr(at), "according to")) return false;
  if (in(subjects, clause->first.text)) return true;
  // A name starts the sentence: it must be one, and not just who is quoted.
  return phrase_like && clause->lower_case && clause->words >= 5 &&
         text.substr(at, 400).find_first_of(".!?") != std::string_view::npos;
}

// The phrase says something ("We want peace") and is no title of a work ("Game of Thrones").
bool is_phrase(const std::vector<Word>& words) {
  if (words.size() < 3) return false;
  return std::any_of(words.begin() + 1, words.end(),
                     [](const Word& word) { return !word.capital && !word.number && word.text.size() >= 4; });
}

// The quotation mark that closes one opened at `open`, if it closes within a crosshead's length.
std::optional<Span> short_quotation(std::string_view text, std::size_t open) {
  CodePoint mark = decode_utf8(text, open);
  bool straight = mark.value == '"' || mark.value == '\'';
  char32_t close = mark.value == 0x201C || mark.value == 0x201E ? 0x201D
                   : mark.value == 0x2018                       ? 0x2019
                   : mark.value == 0xAB                         ? 0xBB
                   : straight                                   ? mark.value
                                                                : 0;
  if (close == 0) return std::nullopt;
  std::size_t limit = std::min(text.size(), open + crosshead_bytes_max);
  for (std::size_t at = open + mark.bytes; at < limit;) {
    CodePoint c = decode_utf8(text, at);
    std::size_t end = at + c.bytes;
    bool inside_word =
        (close == 0x2019 || close == '\'') && end < text.size() && is_letter(decode_utf8(text, end).value);
    if (c.value == '\n' || c.value == 0x201C || c.value == 0xAB) return std::nullopt;
    if (c.value == close && !inside_word) return make_span(open, end);
    at = end;
  }
  return std::nullopt;
}

std::optional<Span> quoted_crosshead(std::string_view text, std::size_t open) {
  auto quotation = short_quotation(text, open);
  if (!quotation) return std::nullopt;
  std::size_t mark = decode_utf8(text, open).bytes;
  std::size_t close = before(text, quotation->end);
  std::string_view inner = text.substr(open + mark, close - open - mark);
  auto words = words_of(inner, crosshead_words_max + 1);
  if (words.empty() || words.size() > crosshead_words_max || words.size() < 2) return std::nullopt;
  if (words.front().span.begin != 0 || !words.front().capital) return std::nullopt;
  if (words.back().span.end != inner.size()) return std::nullopt;  // ends in a mark: speech
  if (inner.find_first_of(".!?;") != std::string_view::npos) return std::nullopt;
  std::size_t next = skip_spaces(text, quotation->end);
  if (next == quotation->end) return std::nullopt;
  if (!new_sentence_after_quote(text, next, is_phrase(words))) return std::nullopt;
  return quotation;
}

// "FIGHTING GOES ON The army ...": at least two words in capitals, two of them long, before a
// sentence in mixed case.
std::optional<Span> capitals_crosshead(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  std::size_t end = begin;
  std::size_t words = 0;
  std::size_t long_words = 0;
  while (words <= crosshead_words_max) {
    auto word = word_at(text, at);
    if (!word) return std::nullopt;
    bool short_number = word->number && words > 0;
    if (!word->all_caps && !short_number) {
      bool article = word->text == "A" && words > 0;
      if (!word->capital || (!article && word->text.size() < 2)) return std::nullopt;
      break;
    }
    ++words;
    if (word->text.size() >= 4) ++long_words;
    end = word->span.end;
    at = skip_spaces(text, end);
    if (at == end) return std::nullopt;  // a comma, a colon, a bracket: something else
  }
  if (words < 2 || words > crosshead_words_max || long_words < 2) return std::nullopt;
  auto clause = clause_at(text, at);
  if (!clause || clause->words < 4 || clause->speaks || !clause->second || clause->second->capital) {
    return std::nullopt;
  }
  if (!in(openers, clause->first.text) && !in(subjects, clause->first.text)) return std::nullopt;
  return make_span(begin, end);
}

// "Resist against the new masters In recent weeks ...": after a few words without any mark a word
// that can only open a sentence stands with a capital.
std::optional<Span> bare_crosshead(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  std::size_t end = begin;
  std::optional<Word> last;
  bool plain_word = false;
  for (std::size_t words = 0; words <= 8; ++words) {
    auto word = word_at(text, at);
    if (!word) return std::nullopt;
    if (words >= 3 && word->capital && !word->all_caps && in(openers, word->text)) {
      auto clause = clause_at(text, at);
      bool sentence = clause && clause->words >= 5 && clause->second &&
                      (!clause->second->capital || clause->second->text.size() > 2);
      bool whole = last && !in(no_last_words, last->text) && !is_speech_verb(last->text) && plain_word;
      // A capital is no proof among capitals: names of works and bodies ("Doctors Without Borders").
      if (!sentence || !whole || last->capital || clause->second->capital) return std::nullopt;
      return make_span(begin, end);
    }
    if (is_speech_verb(word->text)) return std::nullopt;
    plain_word = plain_word || (!word->capital && word->text.size() >= 4);
    last = word;
    end = word->span.end;
    at = skip_spaces(text, end);
    if (at == end) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

bool is_crosshead_line(std::string_view line) {
  line = trimmed(line);
  if (line.empty() || line.size() > crosshead_bytes_max || line.find('\n') != std::string_view::npos)
    return false;
  auto words = words_of(line, crosshead_words_max + 1);
  if (words.empty() || words.size() > crosshead_words_max) return false;
  std::size_t first = words.front().span.begin;
  bool quoted =
      double_quote_at(line, 0).mark != QuoteMark::none || line[0] == '\'' || line.starts_with("\xE2\x80\x98");
  if (first > 0 && !quoted) return false;
  if (!words.front().capital && !words.front().number) return false;
  // Figures in front make a list's item or a result more often than a heading.
  if (words.front().number && words.size() < 3) return false;
  std::size_t last = before(line, line.size());
  char32_t end = decode_utf8(line, last).value;
  if (end == '?' || end == '!') return words.size() >= 2;
  if (quoted) {
    bool closed = double_quote_at(line, last).mark != QuoteMark::none || end == '\'' || end == 0x2019;
    return closed && words.back().span.end == last;
  }
  // "Video: ...", "Case number: ..."
  if (line.find(": ") != std::string_view::npos && !quoted) return false;
  if (end == ')' || words.back().span.end != line.size()) return false;
  if (line.find_first_of("@|/\t[]{}<>=*") != std::string_view::npos) return false;
  if (line.find("http") != std::string_view::npos || line.find("www.") != std::string_view::npos)
    return false;
  return !in(no_last_words, words.back().text);
}

std::vector<Span> glued_crossheads(std::string_view paragraph) {
  std::vector<Span> found;
  std::string_view text = paragraph;
  bool caps = is_all_caps(text);
  // The starts of sentences: of the paragraph, and behind a stop with what closes behind it.
  for (std::size_t at = skip_spaces(text, 0); at < text.size();) {
    QuoteAt quote = double_quote_at(text, at);
    std::optional<Span> crosshead;
    bool single = text[at] == '\'' || text.substr(at, 3) == "\xE2\x80\x98";
    if (quote.mark == QuoteMark::opening || quote.mark == QuoteMark::straight || single) {
      crosshead = quoted_crosshead(text, at);
    } else if (!caps) {
      crosshead = capitals_crosshead(text, at);
      if (!crosshead) crosshead = bare_crosshead(text, at);
    }
    // A crosshead needs a sentence behind it; in front, the paragraph's start will do.
    if (crosshead) {
      found.push_back(*crosshead);
      at = skip_spaces(text, crosshead->end);
    }
    // On to the next start.
    bool ended = false;
    while (at < text.size()) {
      CodePoint c = decode_utf8(text, at);
      bool stop = c.value == '.' || c.value == '!' || c.value == '?' || c.value == 0x2026;
      at += c.bytes;
      if (!stop) continue;
      while (at < text.size()) {
        CodePoint closer = decode_utf8(text, at);
        bool closes = closer.value == '"' || closer.value == 0x201D || closer.value == 0x2019 ||
                      closer.value == ')' || closer.value == ']' || closer.value == 0xBB ||
                      closer.value == '.' || closer.value == '\'';
        if (!closes) break;
        at += closer.bytes;
      }
      std::size_t next = skip_spaces(text, at);
      if (next == at) continue;
      // "enough ”." and its like: a closing mark behind a blank still closes.
      if (next < text.size() && double_quote_at(text, next).mark == QuoteMark::closing) {
        next = skip_spaces(text, next + double_quote_at(text, next).bytes);
      }
      at = next;
      ended = true;
      break;
    }
    if (!ended) break;
  }
  return found;
}

}  // namespace sitrep::plain
