#include "mentions/time/time_finder.h"

#include <algorithm>
#include <string>

#include "mentions/time/anchor.h"
#include "mentions/time/pieces.h"
#include "mentions/time/recogniser.h"
#include "text/utf8.h"

namespace sitrep {
namespace {

// As many bytes as before: letters beyond ASCII stay as they are.
std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return out;
}

// Paragraphs of what is read, each cut up at once: a wrong end of a sentence ("9 p.m. EST") then cuts no time
// in two.
timex::Pieces pieces_of(const Analysis& analysis, std::string_view lower) {
  timex::Pieces pieces(analysis.document().text(), lower);
  const std::vector<Sentence>& sentences = analysis.sentences();
  for (std::size_t i = 0; i < sentences.size();) {
    std::size_t first = i;
    auto together = [&](const Sentence& s) {
      return s.paragraph == sentences[first].paragraph && s.part == sentences[first].part;
    };
    while (i < sentences.size() && together(sentences[i])) ++i;
    pieces.add({sentences[first].span.begin, sentences[i - 1].span.end});
  }
  return pieces;
}

// The day a dateline tells ("KALMAR, May 3"), where it is the day of publication or shortly before it.
std::optional<Date> dateline_day(const Document& document, std::string_view lower,
                                 std::optional<Date> published) {
  constexpr int days_before_max = 7;
  for (const Part& part : document.parts()) {
    if (part.kind != PartKind::dateline) continue;
    timex::Pieces pieces(document.text(), lower);
    pieces.add(part.span);
    auto expressions = timex::recognise(pieces);
    for (const timex::Anchored& time : timex::anchor(pieces, expressions, published)) {
      if (!time.days || time.days->first != time.days->second) continue;
      Date day = time.days->first;
      if (!published || (day <= *published && published->days() - day.days() <= days_before_max)) return day;
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<TimeMention> find_times(const Analysis& analysis, std::optional<Date> published) {
  std::string lower = ascii_lower(analysis.document().text());
  if (auto day = dateline_day(analysis.document(), lower, published)) published = day;
  timex::Pieces pieces = pieces_of(analysis, lower);
  std::vector<timex::Expression> expressions = timex::recognise(pieces);
  std::vector<timex::Anchored> anchored = timex::anchor(pieces, expressions, published);
  std::vector<TimeMention> found;
  found.reserve(expressions.size());
  const std::vector<Word>& words = analysis.words();
  WordIndex word = 0;
  for (std::size_t i = 0; i < expressions.size(); ++i) {
    timex::Anchored& time = anchored[i];
    if (!time.told) continue;
    TimeMention m;
    m.span = {pieces[expressions[i].first].span.begin, pieces[expressions[i].last - 1].span.end};
    while (word < words.size() && words[word].span.end <= m.span.begin) ++word;
    m.first = word;
    m.last = word;
    while (m.last < words.size() && words[m.last].span.begin < m.span.end) ++m.last;
    if (m.first == m.last) continue;  // between words: nothing to hang it on
    if (time.days) {
      m.earliest = time.days->first;
      m.latest = time.days->second;
    }
    m.minute_of_day = time.minute_of_day;
    m.grain = time.grain;
    m.type = time.type;
    m.value = std::move(time.value);
    m.mod = name_of(time.mod);
    m.rule = time.rule;
    m.days_from_event = time.days_from_event;
    found.push_back(std::move(m));
  }
  return found;
}

}  // namespace sitrep
