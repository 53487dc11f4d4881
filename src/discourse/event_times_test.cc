// A row is a text published on Monday, 5 May 2031, and the values of its times once those that hang on a
// happening were counted.
#include "discourse/event_times.h"

#include <gtest/gtest.h>

#include "language/document_for_tests.h"
#include "mentions/time/time_finder.h"

namespace sitrep {
namespace {

struct Row {
  const char* text;
  const char* values;
};

TEST(EventTimes, dates_what_hangs_on_a_dated_happening) {
  const Row rows[] = {
      {"The raid on Kalmar began on 20 April. Two days after the raid, the port was shut.",
       "2031-04-20; 2031-04-22"},
      {"Two weeks after the withdrawal from Kalmar, talks began. The army withdrew on 1 March.",
       "2031-03-15; 2031-03-01"},
      {"Rebels attacked the base on 20 April. The day before the attack on the base, he left.",
       "2031-04-20; 2031-04-19"},
      {"The long-feared bombing came on 20 April. A day after the heavy bombing, it rained.",
       "2031-04-20; 2031-04-21"},
      // Nobody told when the raid was; or two days are told; or it is no noun.
      {"It rained on 20 April. Two days after the raid, the port was shut.", "2031-04-20; P2D"},
      {"A raid began on 20 April. Another raid began on 22 April. Two days after the raid, it rained.",
       "2031-04-20; 2031-04-22; P2D"},
      {"The raid began on 20 April or on 21 April. Two days after the raid, it rained.",
       "2031-04-20; 2031-04-21; P2D"},
      {"He left on 20 April. Two days after he left, it rained.", "2031-04-20; P2D"},
      {"Two days after the", "P2D"},
      {"Two days after", "P2D"},
  };
  for (const Row& row : rows) {
    Document document = document_of(row.text);
    Analysis a(document);
    std::vector<TimeMention> times = find_times(a, Date::parse("2031-05-05"));
    date_times_of_events(a, times);
    std::string values;
    for (const TimeMention& m : times) {
      values += (values.empty() ? "" : "; ") + m.value;
      EXPECT_EQ(m.counted_from.has_value(), m.days_from_event.has_value() && m.earliest.has_value())
          << row.text;
    }
    EXPECT_EQ(values, row.values) << row.text;
  }
}

}  // namespace
}  // namespace sitrep
