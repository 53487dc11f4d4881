#include "intake/plain/names.h"

#include <algorithm>
#include <array>
#include <string>

#include "intake/plain/credits.h"
#include "intake/plain/dates.h"
#include "intake/plain/scan.h"
#include "text/utf8.h"

namespace sitrep::plain {

namespace {

// Small words inside names. Origin: general knowledge. Sorted.
constexpr auto name_particles = std::to_array<std::string_view>({
    "abu", "al",  "bin", "bint", "da", "de",  "del", "den", "der", "di",  "do",  "dos", "du",
    "el",  "ibn", "la",  "le",   "of", "ten", "ter", "the", "und", "van", "von", "y",   "zu",
});
static_assert(std::is_sorted(name_particles.begin(), name_particles.end()));

// Words of a job or a group, not of a name. Origin: general knowledge. Sorted.
constexpr auto job_words = std::to_array<std::string_view>({
    "agencies",  "associated", "bureau",  "chief",     "contributor", "correspondent", "correspondents",
    "desk",      "editor",     "editors", "freelance", "journalist",  "newsroom",      "reporter",
    "reporters", "reports",    "senior",  "special",   "staff",       "writer",        "writers",
});
static_assert(std::is_sorted(job_words.begin(), job_words.end()));

constexpr auto byline_labels = std::to_array<std::string_view>({
    "author:",
    "by:",
    "by",
    "posted by",
    "story by",
    "text by",
    "words by",
    "words:",
    "written by",
});

bool has_job_word(std::string_view text) {
  for (const Word& word : words_of(text, 8)) {
    if (std::binary_search(job_words.begin(), job_words.end(), lower(word.text))) return true;
  }
  return false;
}

}  // namespace

bool is_name_like(std::string_view text) {
  text = trimmed(text);
  if (text.empty() || text.size() > 80) return false;
  auto words = words_of(text, 8);
  if (words.empty() || words.size() > 6 || words.front().span.begin != 0) return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string small = lower(words[i].text);
    bool particle = std::binary_search(name_particles.begin(), name_particles.end(), small) ||
                    small.starts_with("al-") || small.starts_with("el-");
    if (!words[i].capital && !(particle && (i > 0 || words.size() > 1))) return false;
    // Between words only spaces and the stops of initials.
    std::size_t end = i + 1 < words.size() ? words[i + 1].span.begin : text.size();
    std::string_view gap = text.substr(words[i].span.end, end - words[i].span.end);
    if (gap.find_first_of(",;:!?()[]/|\"") != std::string_view::npos) return false;
    bool initial = words[i].text.size() <= 3;
    if (gap.find('.') != std::string_view::npos && !initial) return false;
  }
  return true;
}

std::vector<Person> people_in(std::string_view text) {
  std::vector<Person> people;
  std::size_t begin = skip_spaces(text, 0);
  bool more = true;
  while (more && begin < text.size() && people.size() < 12) {
    // To the next joint: a comma, "and", "&", ";", or to "in", "for", "of", where the names end.
    std::size_t at = begin;
    std::size_t next = text.size();
    std::size_t name_end = 0;  // where "in Kalmar" began
    more = false;
    while (at < text.size()) {
      char c = text[at];
      if (c == ',' || c == ';' || c == '&' || c == '/') {
        next = at + 1;
        more = true;
        break;
      }
      if (auto word = word_at(text, at)) {
        if (word->text == "and" || word->text == "AND" || word->text == "with") {
          next = word->span.end;
          more = true;
          break;
        }
        if (word->text == "in" || word->text == "IN" || word->text == "for" || word->text == "at" ||
            word->text == "reports") {
          if (name_end == 0) name_end = at;
        }
        at = word->span.end;
      } else {
        at += decode_utf8(text, at).bytes;
      }
    }
    Span span = trim(text, make_span(begin, name_end > 0 ? name_end : at));
    while (!span.empty() && text[span.end - 1] == '.' &&
           words_of(text.substr(span.begin, span.size()), 8).size() > 1) {
      --span.end;
    }
    std::string_view name = text.substr(span.begin, span.size());
    bool agency = looks_like_agency(name);
    // Behind a name a word in capitals is a house ("Ida Holm, DW"), another word a place or a section.
    auto words = words_of(name, 2);
    bool one_word = !people.empty() && words.size() == 1;
    if (one_word && words.front().all_caps && words.front().text.size() <= 5 && !is_all_caps(text))
      agency = true;
    if (is_name_like(name) && (agency || !(one_word || has_job_word(name)))) {
      people.push_back({span, agency});
    } else if (!name.empty() && !one_word && !has_job_word(name)) {
      break;
    }
    begin = skip_spaces(text, next);
  }
  return people;
}

std::optional<Byline> byline_at(std::string_view text, std::size_t at) {
  std::string_view rest = text.substr(at);
  std::size_t label = 0;
  for (std::string_view known : byline_labels) {
    if (known.size() > label && starts_with_words(rest, known)) label = known.size();
  }
  if (label == 0) return std::nullopt;
  // The names go on to a bar, a spaced dash, a bracket or a date.
  std::size_t begin = at + label;
  std::size_t end = begin;
  while (end < text.size() && end - begin < 200) {
    if (bar_at(text, end) > 0 || text[end] == '(' || text[end] == ':' || text[end] == '\n') break;
    std::size_t dash = dash_at(text, end);
    if (dash > 0 && (end == begin || is_space(decode_utf8(text, before(text, end)).value))) break;
    if (end > begin && skip_spaces(text, end) > end) {
      std::size_t word = skip_spaces(text, end);
      if (date_at(text, word) || starts_with_words(text.substr(word), "published") ||
          starts_with_words(text.substr(word), "updated") || starts_with_words(text.substr(word), "posted")) {
        break;
      }
    }
    auto word = word_at(text, end);
    end = word ? word->span.end : end + decode_utf8(text, end).bytes;
  }
  Span names = trim(text, make_span(begin, end));
  while (!names.empty() && text[names.end - 1] == ',')
    names = trim(text, make_span(names.begin, names.end - 1));
  if (names.empty()) return std::nullopt;
  std::string_view view = text.substr(names.begin, names.size());
  // All of it must be names, jobs and places: a sentence that starts with "By" is none.
  std::size_t lower_case = 0;
  auto words = words_of(view, 30);
  for (const Word& word : words) {
    std::string small = lower(word.text);
    bool known = std::binary_search(name_particles.begin(), name_particles.end(), small) ||
                 std::binary_search(job_words.begin(), job_words.end(), small) || small == "and" ||
                 small == "in" || small == "for" || small == "with" || small == "our" || small == "at";
    if (!word.capital && !known) ++lower_case;
  }
  if (words.empty() || words.size() > 24 || lower_case > 0 || !words.front().capital) return std::nullopt;
  if (ends_sentence(view) && words.size() > 6) return std::nullopt;
  Byline byline;
  byline.span = make_span(at, names.end);
  for (Person person : people_in(view)) {
    person.span = {person.span.begin + names.begin, person.span.end + names.begin};
    byline.people.push_back(person);
  }
  return byline;
}

std::optional<Byline> signature(std::string_view text) {
  constexpr std::size_t signature_bytes_max = 100;
  text = trimmed(text);
  std::size_t comma = text.find(',');
  if (text.size() > signature_bytes_max || comma == std::string_view::npos) return std::nullopt;
  std::string_view name = text.substr(0, comma);
  std::string_view house = trimmed(text.substr(comma + 1));
  if (!is_name_like(name) || words_of(name, 2).size() < 2 || looks_like_agency(name)) return std::nullopt;
  if (!is_name_like(house) || !(looks_like_agency(house) || has_job_word(house))) return std::nullopt;
  Byline byline;
  byline.span = make_span(0, text.size());
  byline.people = people_in(text);
  return byline;
}

}  // namespace sitrep::plain
