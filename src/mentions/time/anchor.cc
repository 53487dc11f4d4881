#include "mentions/time/anchor.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "mentions/time/lengths.h"
#include "mentions/time/scene.h"
#include "mentions/time/tense.h"
#include "mentions/time/years.h"

namespace sitrep::timex {
namespace {

using Kind = Expression::Kind;
using Grain = CalendarTime::Grain;

// So many pieces after a quarter is told, "a year earlier" still means the same quarter.
constexpr std::size_t quarter_reach = 150;
// So many pieces after a day is told, "at 9 a.m." still means that day.
constexpr std::size_t day_reach = 60;

int whole(const Amount& amount) { return static_cast<int>(std::lround(std::abs(amount.count.value_or(0)))); }

bool names_day(const Expression& e) {
  return e.day || e.weekday || e.holiday != nullptr || e.kind == Kind::shift || e.week_of;
}

// A story counts from its own times: it tells years, many, and of the past, and hardly a weekday.
bool is_story(const std::vector<Expression>& expressions, std::optional<Date> published) {
  if (!published) return true;
  std::size_t years = 0;
  std::size_t old = 0;
  std::size_t anchored = 0;
  for (const Expression& e : expressions) {
    if (e.kind == Kind::calendar && e.year && !e.two_digits) {
      ++years;
      old += *e.year < published->year() ? 1 : 0;
    }
    bool counted_from_now =
        e.kind == Kind::shift && (e.relation == Relation::ago || e.relation == Relation::ahead ||
                                  e.relation == Relation::last || e.relation == Relation::next);
    if ((e.kind == Kind::calendar && e.weekday && !e.month) || counted_from_now) ++anchored;
  }
  return years >= 8 && old * 10 >= years * 6 && years >= 3 * anchored;
}

class Anchoring {
 public:
  Anchoring(const Pieces& pieces, const std::vector<Expression>& expressions, std::optional<Date> published)
      : pieces_(pieces),
        expressions_(expressions),
        published_(published),
        story_(is_story(expressions, published)) {}

  std::vector<Anchored> all() {
    std::vector<Anchored> out;
    out.reserve(expressions_.size());
    for (at_ = 0; at_ < expressions_.size(); ++at_) {
      if (story_) return_to_scene();
      out.push_back(one(expressions_[at_]));
    }
    return out;
  }

 private:
  // Now: the day of publication; in a story the time told last.
  [[nodiscard]] CalendarTime now() const {
    if (!story_) return CalendarTime::of(*published_);
    return memory_.told.value_or(CalendarTime{});
  }
  // The time told before; in a report the day of publication where none was.
  [[nodiscard]] CalendarTime told() const { return memory_.told ? *memory_.told : now(); }

  // Under the heading "1905: the strike" each paragraph begins in 1905 again, wherever the one before got to.
  void return_to_scene() {
    auto year = scene_.returns_to(at_);
    if (!year || !memory_.told || memory_.told->year == year) return;
    memory_.told = CalendarTime::of_year(*year);
    memory_.year = year;
  }

  Anchored one(const Expression& e) {
    tense_ = story_ ? VerbTime::past : tense_around(pieces_, e.first, e.last);
    switch (e.kind) {
      case Kind::calendar:
        return dated(e, calendar(e));
      case Kind::shift:
        return shift(e);
      case Kind::duration:
        return duration(e);
      case Kind::set:
        return plain(e, TimexType::SET, set_value(e));
      case Kind::reference:
        break;
    }
    if (e.reference == Reference::told) {
      CalendarTime spoken_of = told();
      spoken_of.part = DayPart::none;
      spoken_of.hour = spoken_of.minute = std::nullopt;
      return plain(e, TimexType::DATE, spoken_of.year ? spoken_of.value() : "PRESENT_REF");
    }
    std::string_view value = e.reference == Reference::present ? "PRESENT_REF"
                             : e.reference == Reference::past  ? "PAST_REF"
                                                               : "FUTURE_REF";
    Anchored a = plain(e, TimexType::DATE, std::string(value));
    a.told = story_ || !e.of_story;
    return a;
  }

  static Anchored plain(const Expression& e, TimexType type, std::string value) {
    Anchored a;
    a.type = type;
    a.value = std::move(value);
    a.mod = e.mod;
    a.rule = e.rule;
    return a;
  }

  Anchored dated(const Expression& e, const CalendarTime& time) {
    Anchored a = plain(e, time.clock() ? TimexType::TIME : TimexType::DATE, time.value());
    a.days = time.days();
    a.grain = time.time_grain();
    // "late on Saturday" is a part of it.
    if (a.grain == TimeGrain::day &&
        (e.mod == Modifier::START || e.mod == Modifier::END || e.mod == Modifier::MID)) {
      a.grain = TimeGrain::part_of_day;
    }
    if (time.hour) a.minute_of_day = *time.hour % 24 * 60 + time.minute.value_or(0);
    if (e.until_day && time.year && time.month) {
      CalendarTime until = time;
      until.day = e.until_day;
      auto last = until.days();
      if (a.days && last) {
        a.days->second = last->second;
        a.grain = TimeGrain::interval;
      }
    }
    if (e.holiday != nullptr && time.year && time.grain == Grain::day) {
      auto days = days_of(*e.holiday, *time.year);
      if (days && days->first != days->second) {
        a.days = days;
        a.grain = TimeGrain::interval;
      }
    }
    remember(e, time);
    return a;
  }

  // In a story a lone year amid a sentence ("declassified in 2005", "planned for 1976") does not move it: one
  // far from those told, or one ahead of a month told in the same paragraph.
  [[nodiscard]] bool year_aside(const Expression& e, const CalendarTime& time) const {
    constexpr int near = 3;
    bool lone = story_ && memory_.told && e.kind == Kind::calendar && e.year && time.grain == Grain::year;
    if (!lone || opens_sentence(e)) return false;
    int told_year = memory_.told->year.value_or(*time.year);
    if (std::abs(*time.year - told_year) > near) return true;
    return *time.year > told_year && memory_.told->month && same_paragraph(memory_.told_at, e.first);
  }

  [[nodiscard]] bool same_paragraph(std::size_t from, std::size_t to) const {
    constexpr std::size_t reach = 400;
    if (to - from > reach) return false;
    for (std::size_t i = from; i < to; ++i) {
      if (pieces_[i].kind == Piece::Kind::gap) return false;
    }
    return true;
  }

  // What later times are counted from: no plans ("next summer", "by 2040"), no looks aside ("two years ago";
  // in a story "a year earlier", and what stands in brackets).
  [[nodiscard]] bool counts_on(const Expression& e, const CalendarTime& time) const {
    bool plan = e.relation == Relation::next || (published_ && *time.year > published_->year());
    bool backwards = e.relation == Relation::ago || e.relation == Relation::ahead ||
                     e.relation == Relation::last ||
                     (story_ && (e.relation == Relation::earlier || e.relation == Relation::previous));
    bool aside = e.kind == Kind::shift && e.unit >= Unit::week && backwards;
    return !plan && !aside && !year_aside(e, time) && !(story_ && memory_.told && in_brackets(e));
  }

  // "In 1916 ...", "Early in the spring of 1916": sets the scene; "a plan drawn up in 1905", "The estates of
  // 1614" do not.
  [[nodiscard]] bool opens_sentence(const Expression& e) const {
    constexpr std::size_t opening = 4;
    for (std::size_t back = 1; back <= opening; ++back) {
      if (back > e.first) return true;
      std::size_t i = e.first - back;
      if (pieces_[i].kind == Piece::Kind::gap || pieces_.is(i, ".")) return true;
      if (pieces_.is(i, "of", "since", "until", "after", "before")) return false;
    }
    return false;
  }

  // "(as of May 1905)", "on 7 May (the 8th in the east)": beside what is told.
  [[nodiscard]] bool in_brackets(const Expression& e) const {
    constexpr std::size_t reach = 12;
    std::size_t first = e.first > reach ? e.first - reach : 0;
    for (std::size_t i = e.first; i > first; --i) {
      if (pieces_[i - 1].kind == Piece::Kind::gap || pieces_.is(i - 1, ".", ";", ")")) return false;
      if (pieces_.is(i - 1, "(")) return true;
    }
    return false;
  }

  void remember(const Expression& e, const CalendarTime& time) {
    if (!time.year) return;
    if (e.year) memory_.year_named = time.year;
    if (!counts_on(e, time)) return;
    if (time.grain == Grain::quarter) {
      memory_.quarter = time;
      memory_.quarter_at = e.last;
    }
    // An age long past ("the 18th century") anchors nothing.
    if (time.grain == Grain::century || time.grain == Grain::unknown) return;
    CalendarTime day = time;
    day.part = DayPart::none;
    day.hour = day.minute = std::nullopt;
    memory_.told = day;
    memory_.told_at = e.last;
    if (e.year) memory_.year = time.year;
  }

  // ---- years

  std::optional<int> related_year(Relation relation) const {
    CalendarTime base =
        relation == Relation::that || relation == Relation::previous || relation == Relation::following
            ? told()
            : now();
    if (!base.year) return std::nullopt;
    int step = relation == Relation::last || relation == Relation::previous    ? -1
               : relation == Relation::next || relation == Relation::following ? 1
                                                                               : 0;
    return *base.year + step;
  }

  // "'98": in a report the nearest such year that is not far ahead; in a story the century told.
  std::optional<int> full_year(int two) const {
    CalendarTime base = now();
    if (!base.year) return 1900 + two;
    int year = *base.year / 100 * 100 + two;
    return story_ || year <= *base.year + 5 ? year : year - 100;
  }

  std::optional<int> year_of(const Expression& e, const DaysInYear& days) const {
    if (e.year) return e.two_digits ? full_year(*e.year) : e.year;
    if (e.year_relation) return related_year(*e.year_relation);
    if (auto year = year_of_range(e)) return year;
    if (e.relation == Relation::that && memory_.told && memory_.told->year)
      return story_ && memory_.year_named ? memory_.year_named : memory_.told->year;
    if (!story_) return year_near(days, *published_, e.relation, tense_);
    return year_in_story(e);
  }

  // "March and April 1918", "from October to March 1945": the year behind holds for both.
  [[nodiscard]] std::optional<int> year_of_range(const Expression& e) const {
    if (!e.month || e.relation != Relation::none || at_ + 1 >= expressions_.size()) return std::nullopt;
    const Expression& next = expressions_[at_ + 1];
    bool joined =
        next.first == e.last + 1 && (pieces_.is(e.last, "and", "to", "or", ",") || pieces_.dash(e.last));
    if (!joined || !next.month || !next.year || next.two_digits || next.kind != Kind::calendar)
      return std::nullopt;
    return *e.month > *next.month ? *next.year - 1 : *next.year;
  }

  // The year told last, or the next one where the months have turned: "In November ... In January".
  std::optional<int> year_in_story(const Expression& e) const {
    CalendarTime base = told();
    if (!base.year) return std::nullopt;
    unsigned month = e.month.value_or(e.season ? static_cast<unsigned>(*e.season) * 3 + 3 : 0);
    bool turned = base.month && month != 0 && month + 6 <= *base.month && base.year == memory_.year;
    if (e.relation == Relation::following || e.relation == Relation::next) {
      return base.month && month > *base.month ? base.year : *base.year + 1;
    }
    if (e.relation == Relation::previous || e.relation == Relation::last) {
      return base.month && month != 0 && month < *base.month ? base.year : *base.year - 1;
    }
    return turned ? *base.year + 1 : *base.year;
  }

  // ---- calendar times

  CalendarTime calendar(const Expression& e) {
    CalendarTime time = day_or_more(e);
    time.part = e.part;
    time.hour = e.hour;
    time.minute = e.minute;
    time.utc = e.zone_minutes == 0;
    // Midnight ends the day that it is told of.
    if (e.hour && *e.hour == 24 && e.minute.value_or(0) != 0) time.hour = 0;
    return time;
  }

  CalendarTime day_or_more(const Expression& e) {
    if (e.holiday != nullptr) return on_holiday(e);
    if (e.month) return in_month(e);
    if (e.day) return day_of_month(e);
    if (e.weekday) return on_weekday(e);
    if (e.season) return in_season(e);
    if (e.quarter || e.half) return in_quarter(e);
    if (e.year) {
      CalendarTime time =
          CalendarTime::of_year(e.two_digits ? full_year(*e.year).value_or(*e.year) : *e.year);
      time.grain = e.era;
      return time;
    }
    return within_day(e);
  }

  CalendarTime in_month(const Expression& e) const {
    auto days = [&](int year) -> std::optional<Days> {
      CalendarTime time = CalendarTime::of_month(year, *e.month);
      if (e.day) {
        time.grain = Grain::day;
        time.day = e.day;
      }
      return time.days();
    };
    CalendarTime time;
    time.grain = e.day ? Grain::day : Grain::month;
    time.month = e.month;
    time.day = e.day;
    time.year = year_of(e, days);
    // 29 February: of the year beside, where the one told has none.
    if (time.year && e.day && !e.year && !day_exists(time.year, *e.month, *e.day)) {
      for (int beside : {1, -1}) {
        if (!day_exists(*time.year + beside, *e.month, *e.day)) continue;
        *time.year += beside;
        break;
      }
    }
    return time;
  }

  CalendarTime day_of_month(const Expression& e) const {
    CalendarTime time;
    time.grain = Grain::day;
    time.day = e.day;
    time.year = told().year;
    time.month = told().month;
    if (time.month && !day_exists(time.year, *time.month, *e.day)) time.month = std::nullopt;
    return time;
  }

  CalendarTime on_holiday(const Expression& e) const {
    auto days = [&](int year) { return days_of(*e.holiday, year); };
    CalendarTime time;
    time.grain = Grain::day;
    time.year = year_of(e, days);
    auto found = time.year ? days(*time.year) : std::nullopt;
    if (!found) {
      if (e.holiday->kind == Holiday::Kind::fixed) {
        time.month = e.holiday->month;
        time.day = e.holiday->day;
      }
      return time;
    }
    time = CalendarTime::of(found->first);
    if (found->first != found->second) time.day = std::nullopt;
    return time;
  }

  CalendarTime in_season(const Expression& e) const {
    CalendarTime time;
    time.grain = Grain::season;
    time.index = static_cast<int>(*e.season);
    auto days = [&](int year) {
      CalendarTime of_year = time;
      of_year.year = year;
      return of_year.days();
    };
    time.year = year_of(e, days);
    return time;
  }

  CalendarTime in_quarter(const Expression& e) const {
    CalendarTime time;
    time.grain = e.quarter ? Grain::quarter : Grain::half;
    time.index = e.quarter ? e.quarter : e.half;
    if (e.year || e.year_relation || story_) {
      time.year = e.year ? e.year : e.year_relation ? related_year(*e.year_relation) : told().year;
      return time;
    }
    // Business reports speak of the quarter that ended last, or runs.
    time.year = published_->year();
    if (time.days()->first > *published_ && tense_ != VerbTime::future) --*time.year;
    return time;
  }

  CalendarTime on_weekday(const Expression& e) const {
    CalendarTime time;
    time.grain = Grain::day;
    time.weekday = e.weekday;
    bool from_told = story_ || e.relation == Relation::following || e.relation == Relation::previous ||
                     e.relation == Relation::that;
    auto base = from_told ? told().date() : published_;
    if (!base) return time;
    int back = static_cast<int>((base->weekday() + 7 - *e.weekday) % 7);
    int forth = (7 - back) % 7;
    bool ahead = e.relation == Relation::next || e.relation == Relation::following ||
                 (e.relation == Relation::now && tense_ != VerbTime::past) ||
                 (e.relation == Relation::none && (story_ || tense_ == VerbTime::future));
    bool other_day = e.relation == Relation::next || e.relation == Relation::last ||
                     e.relation == Relation::following || e.relation == Relation::previous;
    int step = ahead ? forth : -back;
    if (step == 0 && other_day) step = ahead ? 7 : -7;
    return CalendarTime::of(base->plus_days(step));
  }

  // Only a part of a day or a clock time: of which day?
  CalendarTime within_day(const Expression& e) {
    switch (e.relation) {
      case Relation::now:
      case Relation::next:
        return now().holding(Unit::day);
      case Relation::last:
        return now().plus(Unit::day, -1);
      case Relation::following:
        return told().plus(Unit::day, 1);
      case Relation::previous:
        return told().plus(Unit::day, -1);
      case Relation::that:
        return told().holding(Unit::day);
      default:
        break;
    }
    // "at 9 a.m. on 3 May", "the night before Friday": the day stands behind.
    if (at_ + 1 < expressions_.size()) {
      const Expression& next = expressions_[at_ + 1];
      bool joined = next.first == e.last + 1 && pieces_.is(e.last, "on", "of", ",");
      if (joined && names_day(next) && next.kind == Kind::calendar && !next.until_day) {
        return day_or_more(next);
      }
    }
    bool near = memory_.told && memory_.told->date() && e.first <= memory_.told_at + day_reach;
    if (near || story_) return told().holding(Unit::day);
    return now();
  }

  // ---- shifts

  Anchored shift(const Expression& e) {
    if (e.relation == Relation::of_event) return from_event(e);
    bool from_now = e.relation == Relation::ago || e.relation == Relation::ahead ||
                    e.relation == Relation::now || e.relation == Relation::last ||
                    e.relation == Relation::next;
    bool back = e.relation == Relation::ago || e.relation == Relation::earlier ||
                e.relation == Relation::last || e.relation == Relation::previous;
    if (!e.amount.count) {
      Reference reference = back ? Reference::past : Reference::future;
      return plain(e, TimexType::DATE, reference == Reference::past ? "PAST_REF" : "FUTURE_REF");
    }
    // "today" in a story is the day it was written.
    if (story_ && e.unit == Unit::day && e.relation == Relation::ahead && whole(e.amount) == 0 &&
        e.part == DayPart::none) {
      return plain(e, TimexType::DATE, "PRESENT_REF");
    }
    int count = back ? -whole(e.amount) : whole(e.amount);
    if (e.unit == Unit::year && whole(e.amount) == 1 && back && memory_.quarter &&
        e.first <= memory_.quarter_at + quarter_reach &&
        (e.relation == Relation::ago || e.relation == Relation::earlier)) {
      CalendarTime time = *memory_.quarter;
      --*time.year;
      return not_remembered(e, time);
    }
    // "two days later" counts from the time told; in a report "a year earlier" from now, where none is near.
    bool told_near = memory_.told && e.first <= memory_.told_at + day_reach;
    CalendarTime base = from_now || (!story_ && !told_near) ? now() : told();
    if (e.unit == Unit::weekend) return dated(e, weekend(e, base, count));
    if (e.unit == Unit::quarter && e.relation == Relation::that && memory_.quarter)
      return not_remembered(e, *memory_.quarter);
    if (e.unit == Unit::quarter && e.relation == Relation::that) {
      // "The quarter was cordoned off": one of a town, where none of a year is told.
      Anchored a = plain(e, TimexType::DATE, "PRESENT_REF");
      a.told = false;
      return a;
    }
    // "A decade ago" means some year then, not the calendar's decade.
    bool ten_years = e.unit == Unit::decade && std::abs(count) == 1 &&
                     (e.relation == Relation::ago || e.relation == Relation::earlier);
    CalendarTime time = ten_years ? base.plus(Unit::year, 10 * count) : base.plus(e.unit, count);
    if (e.part != DayPart::none) time.part = e.part;
    time.hour = e.hour;
    time.minute = e.minute;
    if (e.unit == Unit::hour || e.unit == Unit::minute || e.unit == Unit::second) {
      Anchored a = dated(e, time);
      a.type = TimexType::TIME;
      a.grain = TimeGrain::part_of_day;
      return a;
    }
    return from_now && whole(e.amount) > 1 ? not_remembered(e, time) : dated(e, time);
  }

  Anchored not_remembered(const Expression& e, const CalendarTime& time) {
    Memory before = memory_;
    Anchored a = dated(e, time);
    memory_ = before;
    return a;
  }

  CalendarTime weekend(const Expression& e, const CalendarTime& base, int count) const {
    auto day = base.date();
    bool plain_one =
        e.relation == Relation::that || e.relation == Relation::now || e.relation == Relation::last;
    if (!day || !plain_one) return base.plus(Unit::weekend, count);
    bool inside = day->weekday() == 0 || day->weekday() == 6;
    bool before = e.relation == Relation::last ||
                  (e.relation == Relation::that && !inside && tense_ != VerbTime::future);
    return base.plus(Unit::weekend, before ? -1 : 0);
  }

  // "two days after 3 May" is counted; "two days after the raid" waits for the raid's day.
  Anchored from_event(const Expression& e) {
    int count = static_cast<int>(std::lround(*e.amount.count));
    if (at_ + 1 < expressions_.size() && expressions_[at_ + 1].first == e.last) {
      const Expression& next = expressions_[at_ + 1];
      if (next.kind == Kind::calendar) return not_remembered(e, calendar(next).plus(e.unit, count));
    }
    // "the day before the vote": in a story likely beside the day told.
    bool told_near = memory_.told && memory_.told->date() && e.first <= memory_.told_at + day_reach;
    if (e.unit == Unit::day && e.beside && told_near) return dated(e, told().plus(Unit::day, count));
    Anchored a = e.beside ? dated(e, CalendarTime{}.plus(e.unit, count))
                          : plain(e, TimexType::DURATION,
                                  length_value(e.unit, Amount{std::abs(*e.amount.count), {}, false}));
    if (e.beside) a.grain = TimeGrain::unknown;
    constexpr int count_max = 1000;
    bool by_days = e.unit == Unit::day || e.unit == Unit::week;
    if (by_days && std::abs(count) <= count_max) a.days_from_event = count * (e.unit == Unit::week ? 7 : 1);
    return a;
  }

  // ---- durations

  Anchored duration(const Expression& e) {
    Anchored a = plain(e, TimexType::DURATION, length_value(e.unit, e.amount));
    bool counted = e.amount.count && *e.amount.count >= 1 && *e.amount.count <= 10'000;
    bool day_or_longer =
        e.unit == Unit::day || e.unit == Unit::week || e.unit == Unit::month || e.unit == Unit::year;
    if (story_ || !counted || !day_or_longer) return a;
    if (e.relation != Relation::last && e.relation != Relation::next) return a;
    // "the past three weeks": from then to publication.
    int size = e.unit == Unit::day ? 1 : e.unit == Unit::week ? 7 : e.unit == Unit::month ? 30 : 365;
    int days = std::min(whole(e.amount) * size, 36'500);
    bool back = e.relation == Relation::last;
    if (published_->year() < 200 || published_->year() > 9800) return a;
    a.days = back ? Days{published_->plus_days(-days), *published_}
                  : Days{*published_, published_->plus_days(days)};
    a.grain = TimeGrain::interval;
    return a;
  }

  const Pieces& pieces_;
  const std::vector<Expression>& expressions_;
  std::optional<Date> published_;
  bool story_;
  std::size_t at_ = 0;
  VerbTime tense_ = VerbTime::none;
  Scene scene_{pieces_, expressions_};

  // What was told before: the last time of all, the last quarter, and behind which piece.
  struct Memory {
    std::optional<CalendarTime> told, quarter;
    std::size_t told_at = 0, quarter_at = 0;
    std::optional<int> year_named;  // the last one of any time
    std::optional<int> year;        // the last one that the text itself told
  };
  Memory memory_;
};

}  // namespace

std::vector<Anchored> anchor(const Pieces& pieces, const std::vector<Expression>& expressions,
                             std::optional<Date> published) {
  return Anchoring(pieces, expressions, published).all();
}

}  // namespace sitrep::timex
