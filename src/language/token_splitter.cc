#include "language/token_splitter.h"

#include <algorithm>
#include <string>

#include "language/characters.h"
#include "language/splitter_words.h"

namespace sitrep {
namespace {

// Addresses longer than this are cut: the bound keeps a look at each token from looking far ahead.
constexpr std::size_t address_bytes_max = 2048;
constexpr std::size_t mail_name_bytes_max = 64;

class TokenSplitter {
 public:
  TokenSplitter(std::string_view text, Span within, std::vector<Span>& tokens)
      : text_(text.substr(0, within.end)), at_(within.begin), tokens_(tokens) {}

  void run() {
    while (at_ < text_.size()) {
      CharacterSeen first = look(at_);
      if (first.space) {
        at_ += first.bytes;
        continue;
      }
      chunk_ = at_;
      chunk_end_ = at_;
      bool at_sign = false;
      while (chunk_end_ < text_.size()) {
        CharacterSeen seen = look(chunk_end_);
        if (seen.space) break;
        at_sign = at_sign || seen.value == '@';
        chunk_end_ += seen.bytes;
      }
      has_at_sign_ = at_sign;
      while (at_ < chunk_end_) token();
    }
  }

 private:
  [[nodiscard]] CharacterSeen look(std::size_t at) const { return character_at(text_, at); }
  [[nodiscard]] bool starts(std::size_t at, std::string_view what) const {
    return text_.substr(at, what.size()) == what;
  }

  void emit(std::size_t end) {
    tokens_.push_back(make_span(at_, end));
    at_ = end;
  }

  void token() {
    if (std::size_t end = address_end(); end != 0) return emit(end);
    CharacterSeen first = look(at_);
    if (first.alnum()) return word(word_end());
    if ((first.value == '#' || first.value == '@') && look(at_ + 1).letter) {
      std::size_t end = at_ + 1;
      for (CharacterSeen seen = look(end); seen.alnum() || seen.value == '_'; seen = look(end))
        end += seen.bytes;
      return emit(end);
    }
    if (std::size_t bytes = apostrophe_bytes(text_, at_); bytes != 0) {
      if (std::size_t end = cut_word_end(bytes); end != 0) return emit(end);
    }
    if (std::size_t end = emoticon_end(); end != 0) return emit(end);
    bool fraction = first.value == '.' && at_ == chunk_ && look(at_ + 1).digit;  // ".50 calibre"
    if (fraction && !look(digits_end(at_ + 1)).alnum()) return emit(digits_end(at_ + 1));
    emit(mark_end(first));
  }

  // ---- addresses

  std::size_t address_end() const {
    if (at_ != chunk_ && look(at_ - 1).alnum()) return 0;
    bool web = lower_starts("http://") || lower_starts("https://") || lower_starts("www.");
    if (web) {
      std::size_t end = std::min(chunk_end_, at_ + address_bytes_max);
      while (end < chunk_end_ && (static_cast<unsigned char>(text_[end]) & 0xC0) == 0x80) ++end;
      return trim_address(end);
    }
    if (!has_at_sign_) return 0;
    auto in_name = [](char c) {
      c = ascii_lower(c);
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-' ||
             c == '+' || c == '%';
    };
    std::size_t sign = at_;
    while (sign < chunk_end_ && sign - at_ < mail_name_bytes_max && in_name(text_[sign])) ++sign;
    if (sign == at_ || sign >= chunk_end_ || text_[sign] != '@') return 0;
    std::size_t end = sign + 1;
    bool dot = false;
    while (end < chunk_end_ && end - sign < mail_name_bytes_max && in_name(text_[end]))
      dot = text_[end++] == '.' || dot;
    return dot ? trim_address(end) : 0;
  }

  [[nodiscard]] bool lower_starts(std::string_view what) const {
    if (text_.size() - at_ < what.size()) return false;
    for (std::size_t i = 0; i < what.size(); ++i) {
      if (ascii_lower(text_[at_ + i]) != what[i]) return false;
    }
    return true;
  }

  [[nodiscard]] std::size_t trim_address(std::size_t end) const {
    while (end > at_ + 1) {
      if (std::string_view(".,;:!?)]}\"'>").find(text_[end - 1]) != std::string_view::npos) {
        --end;
      } else if (end >= at_ + 4 && (starts(end - 3, "”") || starts(end - 3, "’"))) {
        end -= 3;
      } else {
        break;
      }
    }
    return end;
  }

  // ---- words

  [[nodiscard]] std::string lower_of(std::size_t begin, std::size_t end) const {
    std::string word(text_.substr(begin, end - begin));
    for (char& c : word) c = ascii_lower(c);
    return word;
  }
  // The same, of a word that can be in a list; empty for longer ones.
  [[nodiscard]] std::string short_lower(std::size_t begin, std::size_t end) const {
    return end - begin > 12 ? std::string() : lower_of(begin, end);
  }

  // The end of the letters and digits that go on from `at`.
  [[nodiscard]] std::size_t run_end(std::size_t at) const {
    for (CharacterSeen seen = look(at); seen.alnum(); seen = look(at)) at += seen.bytes;
    return at;
  }
  [[nodiscard]] std::size_t digits_end(std::size_t at) const {
    while (at < text_.size() && text_[at] >= '0' && text_[at] <= '9') ++at;
    return at;
  }

  // The end of the word that starts at at_ with a letter or digit, clitics included.
  std::size_t word_end() {
    if (std::size_t end = number_end(); end != 0) return end;
    std::size_t at = at_;
    std::size_t segment = at_;  // since the last hyphen or inner stop
    bool dotted = false;
    while (at < chunk_end_) {
      CharacterSeen seen = look(at);
      if (seen.alnum() || seen.value == '_') {
        at += seen.bytes;
        continue;
      }
      std::size_t bytes = seen.bytes;
      CharacterSeen next = look(at + bytes);
      if (apostrophe_bytes(text_, at) != 0 || accent_for_apostrophe(at)) {
        if (!next.letter) break;
      } else if (seen.value == '.') {
        if (!next.alnum() || !dot_joins(at, segment)) {
          if (stop_belongs(at, segment, dotted)) ++at;
          break;
        }
        dotted = true;
        segment = at + 1;
      } else if (seen.value == '-' || seen.value == 0x2011) {
        bool joins = next.letter ? is_joining_prefix(short_lower(segment, at))
                                 : next.digit && is_prefix_of_times(short_lower(segment, at));
        if (!joins) break;
        segment = at + bytes;
      } else if (seen.value == '&') {
        if (!next.upper || !look(at - 1).upper) break;
      } else if (seen.value == '/') {
        // The path of an address without "www.".
        if (!dotted || at - segment < 2 || !is_ending_of_names(short_lower(segment, at))) break;
        return trim_address(std::min(chunk_end_, at_ + address_bytes_max));
      } else if (seen.value == '$') {
        std::string currency = short_lower(at_, at);
        if (next.letter ||
            (currency != "us" && currency != "hk" && currency != "a" && currency != "c" && currency != "nz"))
          break;
        return at + 1;
      } else {
        break;
      }
      at += bytes;
    }
    return at;
  }

  // "don`t", "she´s": an accent where an apostrophe was meant.
  [[nodiscard]] bool accent_for_apostrophe(std::size_t at) const {
    std::size_t bytes = accent_bytes(at);
    return bytes != 0 && is_clitic(short_lower(at + bytes, run_end(at + bytes)));
  }
  [[nodiscard]] std::size_t accent_bytes(std::size_t at) const {
    if (starts(at, "`")) return 1;
    return starts(at, "´") ? 2 : 0;
  }

  // Whether the dot between letters or digits at `at` is inside a word: "U.S", "p.m", "post.example.com".
  [[nodiscard]] bool dot_joins(std::size_t at, std::size_t segment) const {
    std::size_t next_end = run_end(at + 1);
    std::size_t before = at - segment;
    std::size_t after = next_end - at - 1;
    if (look(at + 1).digit && look(at - 1).digit) return true;
    if (before <= 2 && after <= 2 && look(at + 1).letter && (before == 1 || after == 1)) {
      // "U.S", "Ph.D", but not "it.I".
      return before == 1 || look(segment).upper;
    }
    if (look(at + 1).upper && !look(at - 1).upper) return false;  // a space is missing after a stop
    if (after > 5 || after < 2) return false;
    std::string ending = short_lower(at + 1, next_end);
    if (is_ending_of_names(ending)) return ending != "in" && ending != "de" && ending != "co";
    // "harbour.co.uk": what comes after the next dot tells.
    return next_end < chunk_end_ && text_[next_end] == '.' &&
           is_ending_of_names(short_lower(next_end + 1, run_end(next_end + 1)));
  }

  // Whether the stop at `at`, after the word from at_, is part of it.
  [[nodiscard]] bool stop_belongs(std::size_t at, std::size_t segment, bool dotted) const {
    if (at + 1 < text_.size() && text_[at + 1] == '.') return false;  // an ellipsis
    if (dotted && at - segment <= 2 && look(segment).letter) return true;
    std::size_t next = at + 1;
    bool glued = next < chunk_end_;
    while (next < text_.size() && look(next).space) next += look(next).bytes;
    CharacterSeen after = look(next);
    std::string word = short_lower(segment, at);
    if (word.size() == 1 && segment == at_) {
      if (!look(at_).letter) return false;
      // An initial: "J. Holm", "George W. Holm"; "p. 12", "c. 1790". Not "plan B." nor "it was I. He".
      if (look(at_).upper) {
        if (after.value == ']' || after.value == ')' || after.digit) return follows_initial(next);
        return word != "i" && after.upper && (glued || initial_is_likely(next));
      }
      return after.digit || (word == "v" && after.upper);
    }
    if (is_title(word)) return true;
    if (is_abbreviation(word)) return true;
    if (word == "co") return look(segment).upper;
    if (word == "etc") return after.value != 0 && !after.upper;
    if (is_abbreviation_beside_numbers(word)) {
      bool digit_before =
          !tokens_.empty() && look(tokens_.back().begin).digit && !ends_a_line(tokens_.back().end, at_);
      return after.digit ||
             (look(segment).upper && word != "no" && word != "may" && digit_before && word.size() >= 3);
    }
    return false;
  }

  [[nodiscard]] bool ends_a_line(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin).find('\n') != std::string_view::npos;
  }

  // Whether the capital at at_ goes on a row of initials or of a name, what stands at `next` being no word:
  // "[George W.] Bush", "H. R. 1280".
  [[nodiscard]] bool follows_initial(std::size_t next) const {
    if (tokens_.empty() || ends_a_line(tokens_.back().end, at_)) return false;
    Span before = tokens_.back();
    bool initial = before.size() == 2 && text_[before.begin + 1] == '.';
    return look(before.begin).upper && (initial || !look(next).digit);
  }

  // Whether a capital with a stop stands where initials stand: after a name, another initial, or at
  // the start of its line.
  [[nodiscard]] bool initial_is_likely(std::size_t next) const {
    if (tokens_.empty() || ends_a_line(tokens_.back().end, at_)) return true;
    CharacterSeen before = look(tokens_.back().begin);
    if (before.upper || !before.alnum()) return true;
    // "the writer L. Holm", but "vitamin C. The".
    return !is_opener(short_lower(next, run_end(next)));
  }

  // The end of a number and what stays joined to it; 0 when the word at at_ is none.
  [[nodiscard]] std::size_t number_end() const {
    if (!look(at_).digit) return 0;
    std::size_t end = digits_end(at_);
    if (end == at_) return 0;  // digits of another script are read as letters are
    if (std::size_t grouped = digit_groups_end(end); grouped != 0) return grouped;
    while (end + 1 < chunk_end_) {
      std::size_t next = digits_end(end + 1);
      std::size_t digits = next - end - 1;
      char mark = text_[end];
      if (digits == 0) break;
      bool joins = mark == '.' || (mark == ',' && digits == 3) || (mark == ':' && digits <= 2);
      if (!joins) break;
      end = next;
    }
    if (look(end).letter) {
      std::size_t letters_end = end;
      while (look(letters_end).letter) letters_end += look(letters_end).bytes;
      if (!look(letters_end).digit) {
        std::string unit = short_lower(end, letters_end);
        if (is_unit(unit)) return end;
        bool dimension = unit == "x";
        if (dimension) return end;
      } else if (text_[end] == 'x' && letters_end == end + 1) {
        return end;  // "4x4"
      }
      return 0;  // "1980s", "3rd", "2D", "47th": read on as a word
    }
    if (apostrophe_bytes(text_, end) != 0 && look(end + apostrophe_bytes(text_, end)).letter) return 0;
    // "1." opens an item of a list.
    bool opens_line = tokens_.empty() || ends_a_line(tokens_.back().end, at_);
    if (opens_line && end + 1 == chunk_end_ && text_[end] == '.' && end - at_ <= 3) return end + 1;
    return end;
  }

  // Groups of digits that are one number: 555-0142, 713-555-0142, 03/11/2031, 9/11. A range is not:
  // 3-4, 2019-2020.
  [[nodiscard]] std::size_t digit_groups_end(std::size_t first_end) const {
    if (first_end >= chunk_end_ || (text_[first_end] != '-' && text_[first_end] != '/')) return 0;
    char mark = text_[first_end];
    std::size_t end = first_end;
    std::size_t groups = 1;
    std::size_t last = first_end - at_;
    std::size_t longest = last;
    while (end + 1 < chunk_end_ && text_[end] == mark && digits_end(end + 1) > end + 1) {
      last = digits_end(end + 1) - end - 1;
      longest = std::max(longest, last);
      end = digits_end(end + 1);
      ++groups;
    }
    if (groups == 1 || look(end).letter) return 0;
    if (mark == '/') return (groups == 2 && longest <= 2) || (groups == 3 && longest <= 4) ? end : 0;
    bool telephone = groups == 2 && last == 4 && (first_end - at_ == 3 || first_end - at_ == 5);
    return groups >= 3 || telephone ? end : 0;
  }

  // Emits the word [at_, end), its clitics apart.
  void word(std::size_t end) {
    std::size_t begin = at_;
    for (int clitics = 0; clitics < 3; ++clitics) {
      std::size_t cut = clitic_begin(begin, end);
      if (cut == end) break;
      cuts_.push_back(cut);
      end = cut;
    }
    if (cuts_.empty()) {
      std::string lower = short_lower(begin, end);
      std::size_t second = second_word_of(lower);
      bool cased = lower.size() <= 3 && look(begin).upper;  // "Im", "Ive" are names as well
      if (second != 0 && !cased) {
        std::size_t whole = end;
        emit(begin + second);
        return emit(whole);
      }
    }
    emit(end);
    while (!cuts_.empty()) {
      cuts_.pop_back();
      emit(cuts_.empty() ? word_end_of_clitic() : cuts_.back());
    }
  }

  // The clitic that starts at at_ ends where its letters end.
  [[nodiscard]] std::size_t word_end_of_clitic() const {
    std::size_t at = at_;
    while (at < chunk_end_) {
      CharacterSeen seen = look(at);
      std::size_t bytes = std::max(apostrophe_bytes(text_, at), accent_bytes(at));
      if (!seen.letter && bytes == 0) break;
      if (bytes != 0 && !look(at + bytes).letter) break;
      at += seen.bytes;
    }
    return at;
  }

  // Where the clitic at the end of [begin, end) starts; `end` when there is none.
  [[nodiscard]] std::size_t clitic_begin(std::size_t begin, std::size_t end) const {
    // The last apostrophe is 1 or 2 letters before the end.
    for (std::size_t letters = 1; letters <= 2 && end - begin > letters + 1; ++letters) {
      std::size_t after = end - letters;
      std::size_t mark_bytes = 0;
      if (text_[after - 1] == '\'' || text_[after - 1] == '`') {
        mark_bytes = 1;
      } else if (after >= begin + 2 && starts(after - 2, "´")) {
        mark_bytes = 2;
      } else if (after >= begin + 3 && starts(after - 3, "’")) {
        mark_bytes = 3;
      }
      if (mark_bytes == 0) continue;
      std::size_t mark = after - mark_bytes;
      if (mark == begin) return end;
      std::string clitic = lower_of(after, end);
      if (clitic == "t" && ascii_lower(text_[mark - 1]) == 'n' && mark - 1 > begin) return mark - 1;
      return clitic != "t" && is_clitic(clitic) ? mark : end;
    }
    return end;
  }

  // Words that lost their beginning: 's, '90s, 'em. 0 when the apostrophe at at_ opens none.
  [[nodiscard]] std::size_t cut_word_end(std::size_t bytes) const {
    std::size_t begin = at_ + bytes;
    std::size_t end = run_end(begin);
    if (end == begin) return 0;
    std::string word = short_lower(begin, end);
    bool decade = word.size() == 3 && word[2] == 's' && look(begin).digit && look(begin + 1).digit;
    if (decade) return end;
    if (!is_cut_word(word)) return 0;
    if (apostrophe_bytes(text_, end) != 0 && word != "n") return 0;  // a quotation of one short word
    return end;
  }

  // ---- marks

  [[nodiscard]] std::size_t emoticon_end() const {
    if (at_ != chunk_ || chunk_end_ - at_ < 2) return 0;
    if (std::string_view(":;=").find(text_[at_]) == std::string_view::npos) return 0;
    std::size_t at = at_ + 1;
    if (text_[at] == '-' || text_[at] == '\'') ++at;
    if (at >= chunk_end_ || std::string_view("()DPp/|*").find(text_[at]) == std::string_view::npos) return 0;
    ++at;
    return look(at).alnum() ? 0 : at;
  }

  [[nodiscard]] std::size_t mark_end(const CharacterSeen& first) const {
    std::size_t end = at_ + first.bytes;
    auto go_on = [&](std::string_view marks) {
      while (end < chunk_end_ && marks.find(text_[end]) != std::string_view::npos) ++end;
    };
    switch (first.value) {
      case '!':
      case '?':
        go_on("!?");
        break;
      case '.':
        go_on(".");
        if (end == at_ + 1) go_on("!?");  // ".?" is one slip of the hand
        break;
      case '-':
      case '*':
      case '=':
      case '+':
      case '~':
      case '_':
      case '<':
      case '>':
      case '|':
      case '`':
        go_on(text_.substr(at_, 1));
        break;
      case '\'':
        if (starts(at_, "''")) return at_ + 2;
        break;
      default:
        if (starts(at_, "’’") || starts(at_, "‘‘")) return at_ + 6;
        // Marks, selectors and joiners belong to the sign before them: one flag, one face.
        while (end < chunk_end_) {
          CharacterSeen seen = look(end);
          bool modifier = (seen.value >= 0x300 && seen.value < 0x370) || seen.value == 0xFE0F ||
                          seen.value == 0x200D || (seen.value >= 0x1F3FB && seen.value <= 0x1F3FF);
          if (!modifier) break;
          end += seen.bytes;
          if (seen.value == 0x200D && end < chunk_end_) end += look(end).bytes;
        }
    }
    return end;
  }

  std::string_view text_;
  std::size_t at_;
  std::vector<Span>& tokens_;
  std::size_t chunk_ = 0;  // what stands between two spaces
  std::size_t chunk_end_ = 0;
  bool has_at_sign_ = false;
  std::vector<std::size_t> cuts_;
};

}  // namespace

void split_tokens(std::string_view text, Span within, std::vector<Span>& tokens) {
  TokenSplitter(text, within, tokens).run();
}

}  // namespace sitrep
