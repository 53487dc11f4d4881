#include "language/sentence_splitter.h"

#include <algorithm>
#include <string>

#include "language/characters.h"
#include "language/splitter_words.h"

namespace sitrep {
namespace {

class SentenceSplitter {
 public:
  SentenceSplitter(std::string_view text, std::span<const Span> tokens, std::vector<std::uint32_t>& ends)
      : text_(text), tokens_(tokens), ends_(ends) {}

  void run() {
    auto count = static_cast<std::uint32_t>(tokens_.size());
    for (std::uint32_t i = 0; i < count; ++i) {
      if (i > begin_ && (line_parts(i) || is_credit(i))) close(i);
      if (!is_stop(i)) continue;
      std::uint32_t next = i + 1;
      while (next < count && closes(next)) ++next;
      next = past_references(next);
      if (next < count && !has_blank_line(next) && !opens(i, next)) continue;
      close(next);
      i = next - 1;
    }
    close(count);
  }

 private:
  [[nodiscard]] std::string_view token(std::uint32_t i) const {
    return text_.substr(tokens_[i].begin, tokens_[i].size());
  }
  [[nodiscard]] std::string_view gap_before(std::uint32_t i) const {
    return i == 0 ? std::string_view()
                  : text_.substr(tokens_[i - 1].end, tokens_[i].begin - tokens_[i - 1].end);
  }
  [[nodiscard]] CharacterSeen first(std::uint32_t i) const { return character_at(text_, tokens_[i].begin); }

  [[nodiscard]] bool has_blank_line(std::uint32_t i) const {
    std::string_view gap = gap_before(i);
    auto line = gap.find('\n');
    return line != std::string_view::npos && gap.find('\n', line + 1) != std::string_view::npos;
  }

  // Whether the line break before a token ends a sentence by itself.
  [[nodiscard]] bool line_parts(std::uint32_t i) const {
    std::string_view gap = gap_before(i);
    if (gap.find('\n') == std::string_view::npos) return false;
    if (has_blank_line(i)) return true;
    std::string_view bullet = token(i);
    return bullet == "*" || bullet == "•" || bullet == "-" || bullet == "–" || bullet == "·" || bullet == "▪";
  }

  // "... on the quay Image: Ida Holm." : the credit of a picture, glued to its caption.
  [[nodiscard]] bool is_credit(std::uint32_t i) const {
    return i + 1 < tokens_.size() && token(i + 1) == ":" && is_picture(lower(token(i))) &&
           token(i - 1) != "(" && token(i - 1) != "[";
  }

  // "... in July. [6] [7 - 9] He left": numbers in brackets after a stop are notes to what stands before.
  [[nodiscard]] std::uint32_t past_references(std::uint32_t next) const {
    constexpr std::uint32_t inside_max = 8;
    while (next < tokens_.size() && token(next) == "[" && !has_blank_line(next)) {
      std::uint32_t at = next + 1;
      while (at < tokens_.size() && at - next <= inside_max && is_of_reference(at)) ++at;
      if (at == next + 1 || at == tokens_.size() || token(at) != "]") break;
      next = at + 1;
    }
    return next;
  }
  [[nodiscard]] bool is_of_reference(std::uint32_t i) const {
    std::string_view t = token(i);
    return first(i).digit || t == "-" || t == "–" || t == ",";
  }

  [[nodiscard]] bool is_stop(std::uint32_t i) const {
    std::string_view t = token(i);
    if (t == "…" || t == "。" || t == "؟" || t == "।") return true;
    char last = t.back();
    return last == '.' || last == '!' || last == '?';
  }

  [[nodiscard]] static std::string lower(std::string_view word) {
    if (word.size() > 12) return {};  // longer than any word of the lists
    std::string out(word);
    for (char& c : out) c = ascii_lower(c);
    return out;
  }

  // Marks that belong to the sentence whose stop stands before them.
  [[nodiscard]] bool closes(std::uint32_t i) const {
    std::string_view t = token(i);
    bool glued = gap_before(i).empty();
    if (t == "“")
      return glued && i + 1 < tokens_.size() && !gap_before(i + 1).empty();  // the wrong way round
    if (t == ")" || t == "]" || t == "”" || t == "’" || t == "»" || t == "''" || t == "’’")
      return glued || t == ")" || t == "”";
    if (t == "\"" || t == "'")
      return glued && (i + 1 == tokens_.size() || !gap_before(i + 1).empty() || closes_more(i + 1));
    return glued && is_stop(i) && !first(i).alnum();
  }
  // `.")`: a straight quote before another closing mark.
  [[nodiscard]] bool closes_more(std::uint32_t i) const {
    std::string_view t = token(i);
    return t == ")" || t == "]" || t == "'" || t == "\"";
  }

  // Whether a sentence begins at `next`, after the stop at `stop`.
  [[nodiscard]] bool opens(std::uint32_t stop, std::uint32_t next) const {
    std::string_view mark = token(stop);
    CharacterSeen after = first(next);
    bool abbreviation = first(stop).alnum();  // the stop is part of the word
    if (abbreviation) {
      if (first(stop).digit) return false;  // "1." before its item
      if (is_title(lower(mark.substr(0, mark.size() - 1)))) return false;
      bool initial = mark.size() == 2;
      if (initial) return false;
      if (opens_quote(next)) return true;
      return after.upper && opener_at(next);
    }
    if (stop == begin_ + 1 && first(begin_).digit && tokens_[begin_].size() <= 2)
      return false;  // "2. Go on."
    if (after.letter && !after.upper && has_case(after)) {
      if (mark == "?") return next == stop + 1;
      // Text without capitals, or a stop in the middle: only a full stop ends a sentence here, and only
      // where the whole sentence has no capital.
      return mark == "." && !saw_capital(begin_, stop) && stop > begin_ + 2;
    }
    if (after.digit && next == stop + 1 && gap_before(next).empty()) return false;  // "A/73/PV.6"
    if (after.alnum()) return true;
    if (opens_quote(next) || token(next) == "(" || token(next) == "[" || token(next) == "-" ||
        token(next) == "–" || token(next) == "--" || token(next) == "—" || token(next) == "*" ||
        token(next) == "•" || token(next) == "#" || token(next) == "@" || token(next) == "$" ||
        token(next) == "<") {
      return opens_after_marks(next);
    }
    // Signs, emoji: a sentence where a space parts them from the stop.
    std::string_view t = token(next);
    return !gap_before(next).empty() && std::string_view(",;:)]}%&/").find(t[0]) == std::string_view::npos;
  }

  // After an opening mark: whether what it opens looks like a sentence.
  [[nodiscard]] bool opens_after_marks(std::uint32_t next) const {
    for (std::uint32_t i = next; i < tokens_.size() && i < next + 4; ++i) {
      CharacterSeen seen = first(i);
      if (seen.alnum()) return !(seen.letter && !seen.upper && has_case(seen));
    }
    return true;
  }

  [[nodiscard]] bool opens_quote(std::uint32_t i) const {
    std::string_view t = token(i);
    if (t == "“" || t == "«" || t == "‘" || t == "``" || t == "„") return true;
    return (t == "\"" || t == "'") && !gap_before(i).empty();
  }

  [[nodiscard]] static bool has_case(const CharacterSeen& seen) { return seen.value < 0x590; }

  [[nodiscard]] bool saw_capital(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i < end; ++i) {
      if (first(i).upper) return true;
    }
    return false;
  }

  [[nodiscard]] bool opener_at(std::uint32_t i) const { return is_opener(lower(token(i))); }

  void close(std::uint32_t end) {
    while (end - begin_ > sentence_tokens_max) {
      std::uint32_t cut = sensible_cut(text_, tokens_, begin_, begin_ + sentence_tokens_max);
      ends_.push_back(cut);
      begin_ = cut;
    }
    if (end > begin_) ends_.push_back(end);
    begin_ = end;
  }

  std::string_view text_;
  std::span<const Span> tokens_;
  std::vector<std::uint32_t>& ends_;
  std::uint32_t begin_ = 0;  // of the sentence not yet closed
};

}  // namespace

void split_sentences(std::string_view text, std::span<const Span> tokens, std::vector<std::uint32_t>& ends) {
  SentenceSplitter(text, tokens, ends).run();
}

std::uint32_t sensible_cut(std::string_view text, std::span<const Span> tokens, std::uint32_t begin,
                           std::uint32_t limit) {
  std::uint32_t half = begin + (limit - begin) / 2;
  std::uint32_t comma = 0;
  std::uint32_t conjunction = 0;
  for (std::uint32_t i = limit; i-- > half + 1;) {
    std::string_view t = text.substr(tokens[i].begin, tokens[i].size());
    if (t == ";" || t == "|") return std::min(i + 1, limit);
    if (comma == 0 && t == ",") comma = i + 1;
    if (conjunction == 0 && (t == "and" || t == "or" || t == "but")) conjunction = i;
  }
  if (comma != 0) return comma;
  return conjunction != 0 ? conjunction : limit;
}

}  // namespace sitrep
