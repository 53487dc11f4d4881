#include "intake/plain/dateline.h"

#include <algorithm>
#include <array>
#include <string>

#include "intake/plain/credits.h"
#include "intake/plain/scan.h"
#include "text/utf8.h"

namespace sitrep::plain {

namespace {

constexpr std::size_t dateline_bytes_max = 240;
constexpr int place_words_max = 8;

// First words in capitals before a colon or dash that are no places. Origin: general knowledge. Sorted.
constexpr auto no_places = std::to_array<std::string_view>({
    "advisory", "afp",       "alert",   "analysis", "ap",        "breaking",  "correction",
    "editor's", "editorial", "eds",     "eu",       "exclusive", "explainer", "fact",
    "factbox",  "file",      "flash",   "icrc",     "images",    "interview", "just",
    "live",     "nato",      "news",    "note",     "obituary",  "opinion",   "osce",
    "photo",    "photos",    "police",  "q",        "recap",     "refile",    "related",
    "report",   "review",    "special", "summary",  "timeline",  "un",        "unhcr",
    "update",   "updated",   "urgent",  "video",    "watch",     "what",      "why",
});
static_assert(std::is_sorted(no_places.begin(), no_places.end()));

// Words inside a place's name or beside it. Origin: general knowledge. Sorted.
constexpr auto place_particles = std::to_array<std::string_view>({
    "al",
    "at",
    "da",
    "de",
    "del",
    "do",
    "el",
    "in",
    "la",
    "near",
    "of",
    "on",
    "outside",
    "the",
    "upon",
});
static_assert(std::is_sorted(place_particles.begin(), place_particles.end()));

bool is_place_word(const Word& word) {
  if (word.number) return false;
  if (word.capital || word.all_caps) return true;
  std::string small = lower(word.text);
  return std::binary_search(place_particles.begin(), place_particles.end(), small) ||
         small.starts_with("al-") || small.starts_with("el-") || small.starts_with("an-") ||
         small.starts_with("ar-") || small.starts_with("as-");
}

class Finder {
 public:
  Finder(std::string_view text, bool all_caps) : text_(text), all_caps_(all_caps) {}

  std::optional<FoundDateline> find() {
    at_ = skip_spaces(text_, 0);
    if (at_ >= text_.size()) return std::nullopt;
    take_leading_agency();
    take_place();
    while (take_date() || take_agency() || take_region()) {
    }
    if (!take_end()) return std::nullopt;
    out_.span = make_span(skip_spaces(text_, 0), at_);
    if (!sentence_follows()) return std::nullopt;
    return out_;
  }

 private:
  // "AFP, Kabul —"
  void take_leading_agency() {
    auto agency = agency_at(text_, at_);
    if (!agency || agency->end >= text_.size() || text_[agency->end] != ',') return;
    std::size_t next = skip_spaces(text_, agency->end + 1);
    auto word = word_at(text_, next);
    if (!word || !word->capital) return;
    out_.agency = *agency;
    at_ = next;
  }

  // Capitalised words with blanks, stops of abbreviations ("ST. LOUIS") and slashes between them.
  void take_place() {
    if (date_at(text_, at_)) return;
    std::size_t begin = at_;
    std::size_t end = at_;
    std::size_t at = at_;
    for (int count = 0; count < place_words_max; ++count) {
      auto word = word_at(text_, at);
      if (!word || !is_place_word(*word)) break;
      // "BREAKING", "EDITOR'S NOTE", "LIVE UPDATE"
      std::string small = lower(word->text);
      bool label = std::binary_search(no_places.begin(), no_places.end(), small);
      if (label && (count == 0 || small == "note" || small == "update" || small == "alert")) return;
      if (count == 0) first_all_caps_ = word->all_caps;
      if (count > 0 && date_at(text_, at)) break;
      if (word->capital || word->all_caps) {
        end = word->span.end;
        mixed_ = mixed_ || (!word->all_caps && !all_caps_word(*word));
        ++place_words_;
      }
      at = word->span.end;
      if (at < text_.size() && text_[at] == '.' && word->text.size() <= 4) {
        ++at;
        if (end == at - 1) end = at;
      }
      if (at < text_.size() && text_[at] == '/') {
        ++at;
        continue;
      }
      std::size_t next = skip_spaces(text_, at);
      if (next == at) break;
      at = next;
    }
    if (end == begin) return;
    out_.place = make_span(begin, end);
    at_ = end;
    take_country_bracket();
  }

  // "MAPUTO (MOZAMBIQUE), 3 MAY": a bracket before a comma belongs to the place.
  void take_country_bracket() {
    std::size_t begin = skip_spaces(text_, at_);
    if (begin >= text_.size() || text_[begin] != '(') return;
    std::size_t close = text_.find(')', begin);
    if (close == std::string_view::npos || close - begin > 40) return;
    if (close + 1 >= text_.size() || text_[close + 1] != ',') return;
    std::string_view inner = text_.substr(begin + 1, close - begin - 1);
    if (looks_like_agency(inner)) return;
    out_.place->end = static_cast<std::uint32_t>(close + 1);
    at_ = close + 1;
  }

  static bool all_caps_word(const Word& word) {
    // "D.C" and single letters are capitals all the same.
    return std::none_of(word.text.begin(), word.text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }

  // Past blanks and a comma; the offset of what follows.
  [[nodiscard]] std::size_t behind_comma() const {
    std::size_t at = skip_spaces(text_, at_);
    if (at < text_.size() && text_[at] == ',') at = skip_spaces(text_, at + 1);
    return at;
  }

  bool take_date() {
    if (out_.date || out_.agency_closed) return false;
    std::size_t at = behind_comma();
    bool bracket = at < text_.size() && text_[at] == '(';
    if (bracket) ++at;
    auto word = word_at(text_, at);
    auto date = date_at(text_, at);
    if (!date) {
      // "NO DATE", and a bare weekday, stand where the date stands.
      if (out_.place && word && starts_with_words(text_.substr(at), "no date") && !bracket) {
        at_ = at + 7;
        dated_ = true;
        return true;
      }
      return false;
    }
    std::size_t end = date->end;
    if (bracket && (end >= text_.size() || text_[end] != ')')) return false;
    if (bracket) ++end;
    out_.date = date;
    out_.date_span = make_span(at, date->end);
    at_ = end;
    return true;
  }

  // "(Northwire)", "/Northwire/", or a known agency behind a comma or dash that a dash follows.
  bool take_agency() {
    if (out_.agency) return false;
    std::size_t at = behind_comma();
    // "MOSCOW, May 4. /Northwire/."
    bool stop = at < text_.size() && text_[at] == '.';
    if (std::size_t next = stop ? skip_spaces(text_, at + 1) : at;
        next < text_.size() && text_[next] == '/') {
      at = next;
    }
    if (at >= text_.size()) return false;
    char open = text_[at];
    if (open == '(' || open == '/' || open == '[') {
      char close = open == '(' ? ')' : open == '[' ? ']' : '/';
      std::size_t end = text_.find(close, at + 1);
      if (end == std::string_view::npos || end - at > 60) return false;
      Span inner = trim(text_, make_span(at + 1, end));
      std::string_view name = text_.substr(inner.begin, inner.size());
      auto words = words_of(name, 7);
      if (words.empty() || words.size() > 6 || (!words[0].capital && words[0].text != "dpa")) return false;
      known_agency_ = looks_like_agency(name);
      // Between mixed-case words a bracket may as well hold a country.
      bool plain_place = mixed_ || !first_all_caps_ || all_caps_;
      if (!known_agency_ && !out_.date && !dated_ && plain_place) return false;
      out_.agency = inner;
      out_.agency_closed = true;
      at_ = end + 1;
      return true;
    }
    if (!out_.place && !out_.date) return false;
    if (std::size_t dash = dash_at(text_, at)) at = skip_spaces(text_, at + dash);
    auto agency = agency_at(text_, at);
    if (!agency) return false;
    std::size_t end = skip_spaces(text_, agency->end);
    if (end >= text_.size() || (dash_at(text_, end) == 0 && text_[end] != ':')) return false;
    known_agency_ = true;
    out_.agency = agency;
    at_ = agency->end;
    return true;
  }

  // ", Ukraine", ", Pitt County": further words of the place behind a comma.
  bool take_region() {
    if (!out_.place || out_.date || out_.agency || regions_ >= 3) return false;
    std::size_t comma = skip_spaces(text_, at_);
    if (comma >= text_.size() || text_[comma] != ',') return false;
    std::size_t at = skip_spaces(text_, comma + 1);
    std::size_t end = at;
    for (int count = 0; count < 4; ++count) {
      auto word = word_at(text_, at);
      if (!word || !word->capital || date_at(text_, at)) break;
      end = word->span.end;
      if (end < text_.size() && text_[end] == '.') ++end;
      at = skip_spaces(text_, end);
      if (at == end) break;
    }
    if (end <= comma + 1 || end == skip_spaces(text_, comma + 1)) return false;
    ++regions_;
    out_.place->end = static_cast<std::uint32_t>(end);
    at_ = end;
    return true;
  }

  // The dash or colon; a bracketed agency may do without.
  bool take_end() {
    std::size_t at = skip_spaces(text_, at_);
    if (at >= text_.size()) return false;
    bool anchored = out_.date || out_.agency || dated_;
    if (!out_.place && !anchored) return false;
    // Without a place, date and agency must both speak for it, or a known agency in brackets.
    if (!out_.place && !(known_agency_ || (out_.date && out_.agency))) return false;
    bool caps_place = out_.place && first_all_caps_ && !all_caps_ && capitals_outweigh();
    // "KALMAR. - The ...": state agencies close the place with a stop.
    if (text_[at] == '.' && (anchored || caps_place)) {
      std::size_t next = skip_spaces(text_, at + 1);
      if (dash_at(text_, next) > 0) at = next;
    }
    if (text_[at] == ':') {
      if (!anchored && !(caps_place && place_words_ <= 3)) return false;
      at_ = at + 1;
      return true;
    }
    if (std::size_t dash = dash_at(text_, at)) {
      bool long_dash = dash > 1;
      bool blank_before = at > at_;
      bool blank_after = at + dash < text_.size() && skip_spaces(text_, at + dash) > at + dash;
      if (!long_dash && !blank_before && !blank_after) return false;
      if (!anchored && !caps_place) {
        // "Kalmar, Sweden — The ...": a mixed-case place must be short and well set off.
        bool short_place = place_words_ <= 2 && (regions_ == 1 || all_caps_);
        if (!short_place || !blank_before || !blank_after || !long_dash) return false;
      }
      at_ = at + dash;
      return true;
    }
    bool closed =
        out_.agency_closed && (known_agency_ || caps_place) && out_.place && (caps_place || all_caps_);
    if (closed && text_[at_] == '.') ++at_;
    return closed;
  }

  // Of a place such as "KYIV" or "ABOARD THE Aquarius" most words are in capitals.
  [[nodiscard]] bool capitals_outweigh() const { return !mixed_; }

  // A dateline opens a sentence: a capital, a figure, a quotation mark or a bracket comes next.
  [[nodiscard]] bool sentence_follows() const {
    std::size_t at = skip_spaces(text_, at_);
    if (at >= text_.size()) return false;
    CodePoint c = decode_utf8(text_, at);
    if (is_upper(c.value) || is_digit(c.value) || c.value == '[' || c.value == '(') return true;
    if (c.value == '\'' || c.value == 0x2018 || c.value == '.' || c.value == 0x2026) return true;
    if (double_quote_at(text_, at).mark != QuoteMark::none) return true;
    // Garbled texts lose capitals; a date or agency vouches for the dateline all the same.
    return is_letter(c.value) && (known_agency_ || (out_.date && out_.agency));
  }

  struct Out : FoundDateline {
    bool agency_closed = false;
  };

  std::string_view text_;
  bool all_caps_;
  std::size_t at_ = 0;
  Out out_;
  bool first_all_caps_ = false;
  bool mixed_ = false;
  bool dated_ = false;
  bool known_agency_ = false;
  int place_words_ = 0;
  int regions_ = 0;
};

}  // namespace

std::optional<FoundDateline> find_dateline(std::string_view paragraph, bool all_caps) {
  return Finder(paragraph.substr(0, dateline_bytes_max), all_caps).find();
}

}  // namespace sitrep::plain
