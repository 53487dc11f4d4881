// A row is a sentence, published on Monday, 5 May 2031, and its times:
//   "on Saturday" -> "2031-05-03 day 'Saturday'"
#include "mentions/time/time_finder.h"

#include <gtest/gtest.h>

#include "language/document_for_tests.h"

namespace sitrep {
namespace {

std::string dump(std::string text, std::string_view published = "2031-05-05") {
  Document document = document_of(std::move(text), published);
  Analysis analysis(document);
  std::optional<Date> day = Date::parse(published);
  std::string out;
  for (const TimeMention& m : find_times(analysis, day)) {
    if (!out.empty()) out += "; ";
    out += m.earliest ? m.earliest->iso() : "?";
    if (m.latest != m.earliest) out += ".." + m.latest->iso();
    out += ' ' + std::string(name_of(m.grain)) + " '" + std::string(analysis.text(m.span)) + "'";
    EXPECT_FALSE(m.rule.empty()) << text;
  }
  return out;
}

TEST(TimeFinder, counts_from_the_day_of_publication) {
  struct Row {
    const char* text;
    const char* times;
  };
  const Row rows[] = {
      {"It began on Saturday.", "2031-05-03 day 'Saturday'"},
      {"It began on Monday.", "2031-05-05 day 'Monday'"},
      {"It began last Monday.", "2031-04-28 day 'last Monday'"},
      {"Talks will resume on Friday.", "2031-05-09 day 'Friday'"},
      {"Talks resume next Monday.", "2031-05-12 day 'next Monday'"},
      {"It began on 3 May.", "2031-05-03 day '3 May'"},
      {"It began on May 3.", "2031-05-03 day 'May 3'"},
      {"It began on Sept. 2.", "2030-09-02 day 'Sept. 2'"},
      {"It began on the 3rd of May 2029.", "2029-05-03 day 'the 3rd of May 2029'"},
      {"It began on May 3, 2029, at dawn.", "2029-05-03 day 'May 3, 2029'; 2029-05-03 part_of_day 'dawn'"},
      {"It began on Saturday, 3 May.", "2031-05-03 day 'Saturday, 3 May'"},
      {"It began on 2031-04-30.", "2031-04-30 day '2031-04-30'"},
      {"It fell in May 2029.", "2029-05-01..2029-05-31 month 'May 2029'"},
      {"It fell in 2014.", "2014-01-01..2014-12-31 year '2014'"},
      {"It began yesterday.", "2031-05-04 day 'yesterday'"},
      {"It began two days ago.", "2031-05-03 day 'two days ago'"},
      {"It began last week.", "2031-04-28..2031-05-04 week 'last week'"},
      {"It began last month.", "2031-04-01..2031-04-30 month 'last month'"},
      {"It began this year.", "2031-01-01..2031-12-31 year 'this year'"},
      {"It began on Saturday evening.", "2031-05-03 part_of_day 'Saturday evening'"},
      {"It began late on Saturday.", "2031-05-03 part_of_day 'late on Saturday'"},
      {"It began on the night of 3 May.", "2031-05-03 part_of_day 'the night of 3 May'"},
      {"It began last night.", "2031-05-04 part_of_day 'last night'"},
      {"It fell on 3 and 4 May.", "2031-05-03..2031-05-04 interval '3 and 4 May'"},
      {"On 30 December shells fell.", "2030-12-30 day '30 December'"},
      {"On Saturday and Sunday shells fell.", "2031-05-03 day 'Saturday'; 2031-05-04 day 'Sunday'"},
  };
  for (const Row& row : rows) EXPECT_EQ(dump(row.text), row.times) << row.text;
}

TEST(TimeFinder, finds_no_time_in_other_words) {
  const char* rows[] = {
      "They may leave.",
      "The march went on.",
      "In 2000 soldiers' names stand there.",
      "He paid 2014 dollars.",
      "He sat down in the sun.",
      "The 31 people left.",
      "On 31 February shells fell.",
      "He is 30.",
  };
  for (const char* text : rows) {
    EXPECT_EQ(dump(text), "") << text;
  }
}

TEST(TimeFinder, leaves_days_open_without_a_day_of_publication) {
  EXPECT_EQ(dump("It began on Saturday.", ""), "? day 'Saturday'");
  EXPECT_EQ(dump("It began on 3 May.", ""), "? day '3 May'");
  EXPECT_EQ(dump("It began on 3 May 2029.", ""), "2029-05-03 day '3 May 2029'");
}

}  // namespace
}  // namespace sitrep
