#include "mentions/time/time_finder.h"

#include <algorithm>

namespace sitrep {
namespace {

using enum WordClass;

class SentenceTimes {
 public:
  SentenceTimes(const Analysis& analysis, const Sentence& sentence, std::optional<Date> published)
      : a_(analysis), begin_(sentence.first), end_(sentence.last), published_(published) {}

  void find(std::vector<TimeMention>& out) {
    for (WordIndex i = begin_; i < end_;) {
      TimeMention m;
      m.first = i;
      if (time_at(i, m)) {
        m.span = a_.span(m.first, m.last);
        out.push_back(m);
        i = m.last;
      } else {
        ++i;
      }
    }
  }

 private:
  bool is(WordIndex i, std::string_view word) const { return i < end_ && a_.is(i, word); }
  bool capital(WordIndex i) const { return i < end_ && a_.word(i).capital; }
  std::string_view lower(WordIndex i) const { return i < end_ ? a_.lower(i) : std::string_view{}; }

  std::optional<int> digits(WordIndex i, std::size_t least, std::size_t most) const {
    if (i >= end_ || a_.word(i).kind != WordKind::number) return std::nullopt;
    std::string_view text = a_.text(i);
    std::size_t count = 0;
    int value = 0;
    for (char c : text) {
      if (c < '0' || c > '9') break;
      if (++count > most) return std::nullopt;
      value = value * 10 + (c - '0');
    }
    if (count < least) return std::nullopt;
    std::string_view rest = text.substr(count);
    bool ordinal = rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
    return ordinal ? std::optional<int>(value) : std::nullopt;
  }

  static void day(TimeMention& m, std::optional<Date> date, std::string_view rule) {
    m.earliest = m.latest = date;
    m.grain = TimeGrain::day;
    m.rule = rule;
  }
  static void days(TimeMention& m, Date from, Date to, TimeGrain grain, std::string_view rule) {
    m.earliest = from;
    m.latest = to;
    m.grain = grain;
    m.rule = rule;
  }

  // The sentence speaks of what will be.
  bool future() const {
    for (WordIndex i = begin_; i < end_; ++i) {
      if (is(i, "will") || is(i, "scheduled") || (is(i, "due") && is(i + 1, "to")) ||
          (is(i, "expected") && is(i + 1, "to")) || (is(i, "set") && is(i + 1, "to"))) {
        return true;
      }
    }
    return false;
  }

  // "3 and 4 May", "3-4 May", "from 3 to 5 May": from the first day to the last.
  bool days_at(WordIndex i, TimeMention& m) const {
    auto first = digits(i, 1, 2);
    bool joined = is(i + 1, "and") || is(i + 1, "to") || is(i + 1, "or") || is(i + 1, "-") || is(i + 1, "–");
    if (!first || !joined || !digits(i + 2, 1, 2) || !date_at(i + 2, m)) return false;
    if (!m.latest) return true;
    auto from = Date::of(m.latest->year(), m.latest->month(), static_cast<unsigned>(*first));
    if (!from || *from >= *m.latest) return false;
    m.earliest = from;
    m.grain = TimeGrain::interval;
    return true;
  }

  bool time_at(WordIndex i, TimeMention& m) const {
    if (days_at(i, m)) return true;
    if (date_at(i, m) || weekday_at(i, m) || relative_at(i, m) || year_at(i, m)) {
      part_of_day(m);
      return true;
    }
    return false;
  }

  // "3 May", "May 3, 2031", "the 3rd of May", "May 2031", "2031-05-03"; a weekday before it belongs to it.
  bool date_at(WordIndex i, TimeMention& m) const {
    WordIndex at = i;
    if (at < end_ && weekday_of(lower(at)) && capital(at)) {
      ++at;
      if (is(at, ",")) ++at;
      if (at == end_) return false;
    }
    if (at == i && iso_at(i, m)) return true;
    if (auto month = capital(at) ? month_of(lower(at)) : std::nullopt) {
      WordIndex next = at + 1;
      if (is(next, ".") && !a_.word(next).space_before) ++next;
      if (auto d = digits(next, 1, 2); d && *d >= 1 && *d <= 31) {
        ++next;
        WordIndex year_word = is(next, ",") ? next + 1 : next;
        auto year = digits(year_word, 4, 4);
        if (year && *year >= 1800 && *year < 2200)
          next = year_word + 1;
        else
          year = std::nullopt;
        return finish_date(m, year, *month, *d, next);
      }
      // "May 2031"
      if (auto year = digits(next, 4, 4); year && *year >= 1800 && *year < 2200 && at == i) {
        auto first = Date::of(*year, *month, 1);
        days(m, *first, *Date::of(*year, *month, days_in_month(*year, *month)), TimeGrain::month,
             "month and year");
        m.last = next + 1;
        return true;
      }
      return false;
    }
    if (is(at, "the") && digits(at + 1, 1, 2)) ++at;
    if (auto d = digits(at, 1, 2); d && *d >= 1 && *d <= 31) {
      WordIndex next = at + 1;
      if (is(next, "of")) ++next;
      auto month = capital(next) ? month_of(lower(next)) : std::nullopt;
      if (!month) return false;
      ++next;
      if (is(next, ".") && next + 1 < end_ && !a_.word(next).space_before) ++next;
      WordIndex year_word = is(next, ",") ? next + 1 : next;
      auto year = digits(year_word, 4, 4);
      if (year && *year >= 1800 && *year < 2200)
        next = year_word + 1;
      else
        year = std::nullopt;
      return finish_date(m, year, *month, *d, next);
    }
    return false;
  }

  bool iso_at(WordIndex i, TimeMention& m) const {
    if (i >= end_ || a_.word(i).kind != WordKind::number) return false;
    auto date = Date::parse(a_.text(i));
    if (!date) return false;
    day(m, date, "ISO date");
    m.last = i + 1;
    return true;
  }

  bool finish_date(TimeMention& m, std::optional<int> year, unsigned month, int d, WordIndex next) const {
    m.last = next;
    if (year) {
      day(m, Date::of(*year, month, static_cast<unsigned>(d)), "date");
      return m.earliest.has_value();
    }
    if (!published_) {
      m.rule = "date without a year, no date of publication";
      return true;
    }
    // The nearest one not after publication, unless the future is spoken of; a few days ahead is
    // the same year all the same.
    std::optional<Date> best;
    for (int y = published_->year() - 1; y <= published_->year() + 1; ++y) {
      auto date = Date::of(y, month, static_cast<unsigned>(d));
      if (!date) continue;
      int ahead = date->days() - published_->days();
      if (ahead > (future() ? 200 : 45)) continue;
      if (!best || *date > *best) best = date;
    }
    day(m, best, "date without a year, nearest to publication");
    return best.has_value();
  }

  // "Monday", "last Monday", "next Monday".
  bool weekday_at(WordIndex i, TimeMention& m) const {
    WordIndex at = i;
    bool last = is(at, "last");
    bool next = is(at, "next");
    bool coming = is(at, "this") || is(at, "coming");
    if (last || next || coming) ++at;
    if (at >= end_ || !capital(at) || lower(at).size() < 5) return false;
    auto weekday = weekday_of(lower(at));
    if (!weekday) return false;
    m.last = at + 1;
    m.rule = "weekday, no date of publication";
    if (!published_) return true;
    bool ahead = next || (!last && future());
    int back = static_cast<int>((published_->weekday() + 7 - *weekday) % 7);
    if (ahead) {
      int forth = (7 - back) % 7;
      day(m, published_->plus_days(next && forth == 0 ? 7 : forth), "weekday after publication, future");
    } else {
      if (last && back == 0) back = 7;
      day(m, published_->plus_days(-back), "weekday before publication");
    }
    return true;
  }

  bool relative_at(WordIndex i, TimeMention& m) const {
    struct Day {
      std::string_view word;
      int offset;
    };
    static constexpr Day words[] = {{"yesterday", -1}, {"today", 0}, {"tomorrow", 1}, {"tonight", 0}};
    for (const Day& word : words) {
      if (!is(i, word.word)) continue;
      if (is(i + 1, "'s") || is(i + 1, "’s")) return false;
      m.last = i + 1;
      m.rule = "day counted from publication";
      if (published_) day(m, published_->plus_days(word.offset), "day counted from publication");
      if (is(i, "tonight")) m.grain = TimeGrain::part_of_day;
      return true;
    }
    if (is(i, "last") && is(i + 1, "night")) {
      m.last = i + 2;
      m.rule = "night before publication";
      if (published_) day(m, published_->plus_days(-1), "night before publication");
      m.grain = TimeGrain::part_of_day;
      return true;
    }
    bool last = is(i, "last");
    bool next = is(i, "next");
    bool now = is(i, "this");
    if ((last || next || now) && (is(i + 1, "week") || is(i + 1, "month") || is(i + 1, "year"))) {
      m.last = i + 2;
      m.rule = "counted from publication";
      m.grain = is(i + 1, "week") ? TimeGrain::week : is(i + 1, "month") ? TimeGrain::month : TimeGrain::year;
      if (!published_) return true;
      int step = last ? -1 : next ? 1 : 0;
      if (m.grain == TimeGrain::week) {
        // Weeks run from Monday.
        Date monday = published_->plus_days(-static_cast<int>((published_->weekday() + 6) % 7) + 7 * step);
        days(m, monday, monday.plus_days(6), TimeGrain::week, "week counted from publication");
      } else if (m.grain == TimeGrain::month) {
        int index = published_->year() * 12 + static_cast<int>(published_->month()) - 1 + step;
        auto month = static_cast<unsigned>(index % 12 + 1);
        auto first = Date::of(index / 12, month, 1);
        if (!first) return false;
        days(m, *first, first->plus_days(static_cast<int>(days_in_month(index / 12, month)) - 1),
             TimeGrain::month, "month counted from publication");
      } else {
        auto first = Date::of(published_->year() + step, 1, 1);
        auto end = Date::of(published_->year() + step, 12, 31);
        if (!first || !end) return false;
        days(m, *first, *end, TimeGrain::year, "year counted from publication");
      }
      return true;
    }
    // "two days ago", "3 days earlier" is relative to something else and left alone.
    WordIndex at = i;
    std::optional<std::int64_t> count = number_word(lower(at));
    if (!count) {
      if (auto value = digits(at, 1, 2)) count = *value;
    }
    if (!count && (is(at, "a") || is(at, "an"))) count = 1;
    if (count && *count <= 99 && (is(at + 1, "days") || is(at + 1, "day")) && is(at + 2, "ago")) {
      m.last = at + 3;
      m.rule = "days before publication";
      if (published_) day(m, published_->plus_days(-static_cast<int>(*count)), "days before publication");
      return true;
    }
    return false;
  }

  // "in 2001"
  bool year_at(WordIndex i, TimeMention& m) const {
    if (i == begin_) return false;
    auto year = digits(i, 4, 4);
    if (!year || *year < 1800 || *year > 2100 || a_.text(i).size() != 4) return false;
    if (!is(i - 1, "in") && !is(i - 1, "since") && !is(i - 1, "of") && !is(i - 1, "during")) return false;
    if (i + 1 < end_ && a_.word(i + 1).kind == WordKind::word && !a_.word(i + 1).classes.empty() &&
        a_.word(i + 1).classes.any(person_one, person_many, unit)) {
      return false;
    }
    auto first = Date::of(*year, 1, 1);
    auto last = Date::of(*year, 12, 31);
    days(m, *first, *last, TimeGrain::year, "year");
    m.last = i + 1;
    return true;
  }

  // "evening" behind or "late on" before makes it a part of the day.
  void part_of_day(TimeMention& m) const {
    static constexpr std::string_view parts[] = {"morning", "afternoon", "evening", "night",    "midnight",
                                                 "dawn",    "noon",      "midday",  "mornings", "nights"};
    for (std::string_view part : parts) {
      if (is(m.last, part)) {
        ++m.last;
        m.grain = TimeGrain::part_of_day;
        return;
      }
    }
    WordIndex before = m.first;
    if (before > begin_ && is(before - 1, "on")) --before;
    if (before > begin_ && (is(before - 1, "late") || is(before - 1, "early")) && m.grain == TimeGrain::day) {
      m.first = before - 1;
      m.grain = TimeGrain::part_of_day;
      return;
    }
    // "the night of 3 May", "on the evening of Saturday"
    if (before > begin_ + 1 && is(before - 1, "of")) {
      for (std::string_view part : parts) {
        if (is(before - 2, part)) {
          m.first = before - 2;
          m.grain = TimeGrain::part_of_day;
          return;
        }
      }
    }
  }

  const Analysis& a_;
  WordIndex begin_, end_;
  std::optional<Date> published_;
};

}  // namespace

std::vector<TimeMention> find_times(const Analysis& analysis, std::optional<Date> published) {
  std::vector<TimeMention> found;
  for (const Sentence& sentence : analysis.sentences())
    SentenceTimes(analysis, sentence, published).find(found);
  return found;
}

}  // namespace sitrep
