#include "language/analysis.h"

#include <algorithm>

#include "text/utf8.h"

namespace sitrep {
namespace {

bool is_read(PartKind kind) {
  switch (kind) {
    case PartKind::headline:
    case PartKind::subheadline:
    case PartKind::caption:
    case PartKind::crosshead:
    case PartKind::body:
    case PartKind::quote:
      return true;
    default:
      return false;
  }
}

bool ascii_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// Bytes of the apostrophe at `at` (' or ’), 0 where none stands.
std::size_t apostrophe_at(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '\'') return 1;
  return text.substr(at, 3) == "’" ? 3 : 0;
}

struct Seen {
  bool letter = false, digit = false, upper = false;
  std::size_t bytes = 1;
};

Seen look(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) {
    bool upper = byte >= 'A' && byte <= 'Z';
    return {upper || (byte >= 'a' && byte <= 'z'), byte >= '0' && byte <= '9', upper, 1};
  }
  CodePoint c = decode_utf8(text, at);
  // Marks (U+0300..) belong to the letter before them.
  bool mark = (c.value >= 0x300 && c.value < 0x370);
  return {is_letter(c.value) || mark, is_digit(c.value), is_upper(c.value), c.bytes};
}

// The end of the word that starts at `at` with a letter or digit.
std::size_t word_end(std::string_view text, std::size_t at) {
  std::size_t letters = 0;  // since the last inner stop
  bool digits_only = true;
  while (at < text.size()) {
    Seen seen = look(text, at);
    if (seen.letter || seen.digit) {
      digits_only = digits_only && seen.digit;
      ++letters;
      at += seen.bytes;
      continue;
    }
    std::size_t bytes = apostrophe_at(text, at);
    if (bytes == 0 && (text[at] == '-' || text[at] == '.' || text[at] == ',')) bytes = 1;
    if (bytes == 0 && text.substr(at, 3) == "‑") bytes = 3;
    if (bytes == 0) break;
    Seen next = look(text, at + bytes);
    if (!next.letter && !next.digit) break;
    char mark = text[at];
    if (mark == '.') {
      bool initials = letters == 1 && next.letter && !look(text, at + 1 + next.bytes).letter;
      if (!initials && !(digits_only && next.digit)) break;
      letters = 0;
    } else if (mark == ',') {
      // "1,200" but not "in 2020,200 men" nor "3,4".
      bool thousands = digits_only && next.digit && look(text, at + 2).digit && look(text, at + 3).digit &&
                       !look(text, at + 4).digit;
      if (!thousands) break;
    } else if (apostrophe_at(text, at) != 0) {
      // The 's of a genitive is a word of its own.
      if ((text[at + bytes] | 0x20) == 's' && !look(text, at + bytes + 1).letter) break;
    }
    at += bytes;
  }
  return at;
}

enum class QuoteFamily : std::uint8_t { none, curly, guillemet, straight, single };

QuoteFamily family_of(std::string_view mark) {
  if (mark == "“" || mark == "”" || mark == "„" || mark == "‟") return QuoteFamily::curly;
  if (mark == "«" || mark == "»") return QuoteFamily::guillemet;
  if (mark == "\"" || mark == "''" || mark == "``") return QuoteFamily::straight;
  if (mark == "‘" || mark == "’" || mark == "'") return QuoteFamily::single;
  return QuoteFamily::none;
}

// Whether a mark opens or closes, by its shape or by what stands beside it.
WordKind quote_kind(std::string_view text, std::size_t at, std::size_t bytes) {
  std::string_view mark = text.substr(at, bytes);
  if (mark == "“" || mark == "„" || mark == "«" || mark == "‘" || mark == "‟") return WordKind::open_quote;
  if (mark == "”" || mark == "»" || mark == "’") return WordKind::close_quote;
  if (mark == "``") return WordKind::open_quote;
  bool after_gap = at == 0 || ascii_space(text[at - 1]) || text[at - 1] == '(' || text[at - 1] == '[';
  bool before_gap = at + bytes >= text.size() || ascii_space(text[at + bytes]);
  return after_gap && !before_gap ? WordKind::open_quote : WordKind::close_quote;
}

bool all_upper(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    Seen seen = look(text, at);
    if (seen.letter && !seen.upper) return false;
    letters += seen.letter ? 1 : 0;
    at += seen.bytes;
  }
  return letters >= 2;
}

bool has_blank_line(std::string_view gap) {
  auto first = gap.find('\n');
  return first != std::string_view::npos && gap.find('\n', first + 1) != std::string_view::npos;
}

}  // namespace

Analysis::Analysis(const Document& document) : document_(&document), lower_(document.text()) {
  for (char& c : lower_) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  std::uint32_t read_to = 0;
  for (const Part& part : document.parts()) {
    if (!is_read(part.kind)) continue;
    std::string_view gap = document.text().substr(read_to, part.span.begin - read_to);
    if (gap.find('\n') != std::string_view::npos) ++paragraph_;
    read_to = part.span.end;
    auto first = static_cast<WordIndex>(words_.size());
    cut_words(part);
    auto last = static_cast<WordIndex>(words_.size());
    cut_sentences(part, first, last);
    pair_quotes(first, last);
  }
}

void Analysis::cut_words(const Part& part) {
  std::string_view all = document_->text().substr(0, part.span.end);
  bool space = true;
  for (std::size_t at = part.span.begin; at < all.size();) {
    if (ascii_space(all[at])) {
      space = true;
      ++at;
      continue;
    }
    Seen seen = look(all, at);
    Word word;
    word.space_before = space;
    std::size_t end = at + seen.bytes;
    if (seen.letter || seen.digit) {
      end = word_end(all, at);
      word.kind = seen.digit ? WordKind::number : WordKind::word;
      word.capital = seen.upper;
      word.all_caps = seen.upper && all_upper(all.substr(at, end - at));
    } else if (std::size_t bytes = apostrophe_at(all, at);
               bytes != 0 && !space && (look(all, at + bytes).upper || look(all, at + bytes).letter) &&
               (all[at + bytes] | 0x20) == 's' && !look(all, at + bytes + 1).letter) {
      end = at + bytes + 1;  // the 's of a genitive
    } else if (seen.bytes > 1 && is_space(decode_utf8(all, at).value)) {
      space = true;
      at = end;
      continue;
    } else {
      while (all[at] == '.' && end < all.size() && all[end] == '.') ++end;  // an ellipsis is one mark
      // Two apostrophes, or two accents, stand for a quotation mark.
      bool doubled = (all[at] == '\'' || all[at] == '`') && end < all.size() && all[end] == all[at];
      if (doubled) ++end;
      word.kind = family_of(all.substr(at, end - at)) == QuoteFamily::none ? WordKind::mark
                                                                           : quote_kind(all, at, end - at);
    }
    word.span = make_span(at, end);
    if (word.kind == WordKind::word || word.kind == WordKind::number) {
      word.classes = word_classes(std::string_view(lower_).substr(at, end - at));
    }
    words_.push_back(word);
    space = false;
    at = end;
  }
}

void Analysis::cut_sentences(const Part& part, WordIndex first, WordIndex last) {
  auto gap_before = [&](WordIndex i) {
    return document_->text().substr(words_[i - 1].span.end, words_[i].span.begin - words_[i - 1].span.end);
  };
  auto close = [&](WordIndex begin, WordIndex end) {
    if (begin == end) return;
    Sentence sentence{span(begin, end), begin, end, part.kind, paragraph_, false};
    std::uint32_t capitals = 0;
    std::uint32_t words = 0;
    for (WordIndex i = begin; i < end; ++i) {
      if (words_[i].kind != WordKind::word || words_[i].span.size() < 2) continue;
      ++words;
      capitals += words_[i].all_caps ? 1 : 0;
    }
    sentence.shouted = words >= 3 && capitals * 10 > words * 7;
    sentences_.push_back(sentence);
  };
  // Whether the stop at `i` ends a sentence that goes on with the word at `next`.
  auto ends = [&](WordIndex i, WordIndex next) {
    if (next >= last) return true;
    const Word& after = words_[next];
    bool opens = after.capital || after.kind == WordKind::number || after.kind == WordKind::open_quote;
    if (!opens) return false;
    std::string_view stop = text(i);
    if (stop == "." && i > first && !words_[i].space_before) {
      const Word& before = words_[i - 1];
      if (before.kind == WordKind::number && after.kind == WordKind::number && !after.space_before)
        return false;
      if (next == i + 1 && before.classes.has(WordClass::abbreviation) && !is(i - 1, "no")) return false;
      if (next == i + 1 && is(i - 1, "no") && after.kind == WordKind::number) return false;
      // An initial: "J. Holm"; but "it was I. He".
      bool initial = before.capital && before.span.size() == 1 && !is(i - 1, "i");
      if (next == i + 1 && initial) return false;
    }
    // "…" inside a quotation that goes on is a cut by the outlet, not an end, but parts it all the same.
    return true;
  };

  WordIndex begin = first;
  for (WordIndex i = first; i < last; ++i) {
    if (i > first && has_blank_line(gap_before(i))) {
      close(begin, i);
      begin = i;
      ++paragraph_;
    }
    std::string_view mark = text(i);
    bool stop = words_[i].kind == WordKind::mark &&
                (mark[0] == '.' || mark == "!" || mark == "?" || mark == "…" || mark == "。");
    if (!stop) {
      if (i + 1 - begin >= sentence_words_max) {
        close(begin, i + 1);
        begin = i + 1;
      }
      continue;
    }
    WordIndex next = i + 1;
    while (next < last && !has_blank_line(gap_before(next)) &&
           (words_[next].kind == WordKind::close_quote ||
            (words_[next].kind == WordKind::mark &&
             (is(next, ")") || is(next, "]") || text(next)[0] == '.' || is(next, "!") || is(next, "?"))))) {
      ++next;
    }
    if (ends(i, next)) {
      close(begin, next);
      begin = next;
      i = next - 1;
    }
  }
  close(begin, last);
}

// Outermost quotations only. One whose end is missing ends with its sentence; one that the next
// paragraph takes up again with an opening mark ends with its paragraph, and the next one goes on.
void Analysis::pair_quotes(WordIndex first, WordIndex last) {
  constexpr WordIndex none = ~WordIndex{0};
  WordIndex open = none;
  QuoteFamily family = QuoteFamily::none;
  auto give_up = [&](WordIndex at) {
    // `at` opens again, or the paragraph is over.
    bool goes_on = at < last && words_[at].kind == WordKind::open_quote && family_of(text(at)) == family &&
                   at > open &&
                   has_blank_line(document_->text().substr(words_[at - 1].span.end,
                                                           words_[at].span.begin - words_[at - 1].span.end));
    WordIndex end = goes_on ? at : std::min(at, sentences_[sentence_of(open)].last);
    if (family != QuoteFamily::single && end > open + 1) {
      quotations_.push_back({span(open, end), open, end, goes_on});
    }
    open = none;
  };
  for (WordIndex i = first; i < last; ++i) {
    if (open != none && i > open &&
        has_blank_line(document_->text().substr(words_[i - 1].span.end,
                                                words_[i].span.begin - words_[i - 1].span.end))) {
      give_up(i);
    }
    WordKind kind = words_[i].kind;
    if (kind != WordKind::open_quote && kind != WordKind::close_quote) continue;
    QuoteFamily here = family_of(text(i));
    if (open == none) {
      if (kind == WordKind::open_quote) {
        open = i;
        family = here;
      }
    } else if (here == family && kind == WordKind::close_quote) {
      // A single quotation of one letter or none, or the ’ of a plural: no quotation.
      if (i > open + 1) quotations_.push_back({span(open, i + 1), open, i + 1, true});
      open = none;
    } else if (here == family) {
      give_up(i);
      open = i;
    } else if (family == QuoteFamily::single && kind == WordKind::open_quote) {
      open = i;  // “ inside ‘: the outer one was an apostrophe, or will be told by the inner one's words
      family = here;
    }
  }
  if (open != none) give_up(last);
}

std::uint32_t Analysis::sentence_of(WordIndex word) const {
  auto after = std::upper_bound(sentences_.begin(), sentences_.end(), word,
                                [](WordIndex w, const Sentence& s) { return w < s.first; });
  return static_cast<std::uint32_t>(after - sentences_.begin()) - 1;
}

const Quotation* Analysis::quotation_of(WordIndex word) const {
  auto after = std::upper_bound(quotations_.begin(), quotations_.end(), word,
                                [](WordIndex w, const Quotation& q) { return w < q.first; });
  if (after == quotations_.begin()) return nullptr;
  --after;
  return word < after->last ? &*after : nullptr;
}

WordIndex Analysis::word_at(std::uint32_t byte) const {
  auto found = std::lower_bound(words_.begin(), words_.end(), byte,
                                [](const Word& w, std::uint32_t b) { return w.span.begin < b; });
  return static_cast<WordIndex>(found - words_.begin());
}

}  // namespace sitrep
