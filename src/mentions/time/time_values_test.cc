// Every kind of time by its wording: a sentence, published on Monday, 5 May 2031, and its times as TIMEX3
// has them: type, value, modifier, extent.
#include <gtest/gtest.h>

#include "language/document_for_tests.h"
#include "mentions/time/time_finder.h"

namespace sitrep {
namespace {

struct Row {
  const char* text;
  const char* times;
};

std::string dump(std::string text, std::string_view published) {
  Document document = document_of(std::move(text), published);
  Analysis analysis(document);
  std::string out;
  for (const TimeMention& m : find_times(analysis, Date::parse(published))) {
    if (!out.empty()) out += "; ";
    out += std::string(name_of(m.type)) + ' ' + m.value;
    if (!m.mod.empty()) out += ' ' + std::string(m.mod);
    out += " '" + std::string(analysis.text(m.span)) + "'";
  }
  return out;
}

template <std::size_t n>
void expect(const Row (&rows)[n], std::string_view published = "2031-05-05") {
  for (const Row& row : rows) EXPECT_EQ(dump(row.text, published), row.times) << row.text;
}

TEST(TimeValues, reads_dates_with_a_year) {
  expect({
      {"The treaty was signed on 3 May 2029.", "DATE 2029-05-03 '3 May 2029'"},
      {"The treaty was signed on May 3, 2029.", "DATE 2029-05-03 'May 3, 2029'"},
      {"The treaty was signed on the 3rd of May, 2029.", "DATE 2029-05-03 'the 3rd of May, 2029'"},
      {"The treaty was signed on May 3rd, 2029.", "DATE 2029-05-03 'May 3rd, 2029'"},
      {"The treaty was signed on 2029-05-03.", "DATE 2029-05-03 '2029-05-03'"},
      {"The treaty was signed on 03/05/2029.", "DATE 2029-03-05 '03/05/2029'"},
      {"The treaty was signed on 23/05/2029.", "DATE 2029-05-23 '23/05/2029'"},
      {"The treaty was signed on 3.5.2029.", "DATE 2029-05-03 '3.5.2029'"},
      {"The treaty was signed on 03-May-2029.", "DATE 2029-05-03 '03-May-2029'"},
      {"The treaty was signed on Sunday, 3 June 2029.", "DATE 2029-06-03 'Sunday, 3 June 2029'"},
      {"The treaty was signed in May 2029.", "DATE 2029-05 'May 2029'"},
      {"The treaty was signed in May of 2029.", "DATE 2029-05 'May of 2029'"},
      {"The treaty was signed in May, 2029.", "DATE 2029-05 'May, 2029'"},
      {"The treaty was signed in early May 2029.", "DATE 2029-05 START 'early May 2029'"},
      {"The treaty was signed in mid-May 2029.", "DATE 2029-05 MID 'mid-May 2029'"},
      {"The treaty was signed at the end of May 2029.", "DATE 2029-05 END 'the end of May 2029'"},
      {"The leap day was Feb. 29, 2028.", "DATE 2028-02-29 'Feb. 29, 2028'"},
      {"They fought from 3 to 5 May 2029.", "DATE 2029-05-03 '3 to 5 May 2029'"},
      {"They fought on May 3-5, 2029.", "DATE 2029-05-03 'May 3-5, 2029'"},
  });
}

TEST(TimeValues, reads_years_decades_centuries) {
  expect({
      {"The ferry was built in 1998.", "DATE 1998 '1998'"},
      {"The ferry was built in the 1990s.", "DATE 199 'the 1990s'"},
      {"The ferry was built in the early 1990s.", "DATE 199 START 'the early 1990s'"},
      {"The ferry was built in the '90s.", "DATE 199 'the '90s'"},
      {"The ferry was built in the nineties.", "DATE 199 'the nineties'"},
      {"The ferry was built in nineteen ninety-six.", "DATE 1996 'nineteen ninety-six'"},
      {"The ferry was built in the year two thousand.", "DATE 2000 'the year two thousand'"},
      {"The fort fell in 480 BC.", "DATE BC0480 '480 BC'"},
      {"The fort fell in 70 AD.", "DATE 0070 '70 AD'"},
      {"The fort fell in 264 B.C.", "DATE BC0264 '264 B.C.'"},
      {"The fort dates from the 5th century BC.", "DATE BC04 'the 5th century BC'"},
      {"The fort dates from the 19th century.", "DATE 18 'the 19th century'"},
      {"It is an eighteenth-century fort.", "DATE 17 'eighteenth-century'"},
      {"They fought from 1914 to 1918.", "DATE 1914 '1914'; DATE 1918 '1918'"},
      {"The war of 1914-18 was long.", "DATE 1914 '1914'; DATE 1918 '18'"},
      {"The war lasted from 499-493 BC.", "DATE BC0499 '499'; DATE BC0493 '493 BC'"},
      {"It closed in late 2027.", "DATE 2027 END 'late 2027'"},
      {"It closed in mid-2027.", "DATE 2027 MID 'mid-2027'"},
      {"It closed at the end of 2027.", "DATE 2027 END 'the end of 2027'"},
      {"It was about 1910 that it closed.", "DATE 1910 APPROX 'about 1910'"},
      {"In 1500 men fought there.", ""},
      {"Some 1500 men fought there.", ""},
      {"The 2029 campaign failed.", "DATE 2029 '2029'"},
      {"It closed in January nineteen ninety-seven.", "DATE 1997-01 'January nineteen ninety-seven'"},
      {"Resolution 1701 was read out.", ""},
  });
}

TEST(TimeValues, reads_dates_without_a_year) {
  expect({
      {"Shelling began on 3 May.", "DATE 2031-05-03 '3 May'"},
      {"Shelling began on April 28.", "DATE 2031-04-28 'April 28'"},
      {"Shelling began on Dec. 30.", "DATE 2030-12-30 'Dec. 30'"},
      {"The vote was set for 3 June.", "DATE 2031-06-03 '3 June'"},
      {"Talks will resume on 12 June.", "DATE 2031-06-12 '12 June'"},
      {"Shelling began in April.", "DATE 2031-04 'April'"},
      {"Talks will resume in July.", "DATE 2031-07 'July'"},
      {"Shelling began last June.", "DATE 2030-06 'last June'"},
      {"The vote is next March.", "DATE 2032-03 'next March'"},
      {"They left in May.", "DATE 2031-05 'May'"},
      {"They may leave in June.", "DATE 2031-06 'June'"},
      {"On the march, they sang in March.", "DATE 2031-03 'March'"},
      {"The Jan. 14 deadline passed.", "DATE 2031-01-14 'Jan. 14'"},
      {"They must leave by May 20.", "DATE 2031-05-20 'May 20'"},
      {"Shelling began in early April.", "DATE 2031-04 START 'early April'"},
      {"The road was shut at the beginning of April.", "DATE 2031-04 START 'the beginning of April'"},
      {"It fell on 3 and 4 May.", "DATE 2031-05-03 '3 and 4 May'"},
      {"The May elections were put off.", "DATE 2031-05 'May'"},
      {"It began with a March operation in the hills.", "DATE 2031-03 'March'"},
      {"They camped there from October to March.", "DATE 2030-10 'October'; DATE 2031-03 'March'"},
      {"In late April Swedish troops left.", "DATE 2031-04 END 'late April'"},
      {"The vote is due this September.", "DATE 2031-09 'this September'"},
  });
}

TEST(TimeValues, reads_weekdays) {
  expect({
      {"Shells fell on Sunday, residents said.", "DATE 2031-05-04 'Sunday'"},
      {"The vote, due on Sunday, was put off.", "DATE 2031-05-11 'Sunday'"},
      {"Shells fell on Saturday.", "DATE 2031-05-03 'Saturday'"},
      {"Shells fell on Monday.", "DATE 2031-05-05 'Monday'"},
      {"Shells fell last Monday.", "DATE 2031-04-28 'last Monday'"},
      {"Talks will resume on Friday.", "DATE 2031-05-09 'Friday'"},
      {"Talks resume next Monday.", "DATE 2031-05-12 'next Monday'"},
      {"Talks resume this Friday.", "DATE 2031-05-09 'this Friday'"},
      {"Talks resume this coming Friday.", "DATE 2031-05-09 'this coming Friday'"},
      {"Shells fell this past Friday.", "DATE 2031-05-02 'this past Friday'"},
      {"The truce holds until Friday.", "DATE 2031-05-09 'Friday'"},
      {"They could leave as soon as Thursday.", "DATE 2031-05-08 'Thursday'"},
      {"The envoy is scheduled to arrive Wednesday.", "DATE 2031-05-07 'Wednesday'"},
      {"He said on Friday that talks will resume.", "DATE 2031-05-02 'Friday'"},
      {"Shells fell on Saturday evening.", "TIME 2031-05-03TEV 'Saturday evening'"},
      {"Shells fell early on Saturday.", "DATE 2031-05-03 START 'early on Saturday'"},
      {"Shells fell late Saturday.", "DATE 2031-05-03 END 'late Saturday'"},
      {"Shells fell Saturday at dawn.", "DATE 2031-05-03 'Saturday'; TIME 2031-05-03TMO 'dawn'"},
      {"Shells fell on Saturday, 3 May.", "DATE 2031-05-03 'Saturday, 3 May'"},
      {"Black Friday brought crowds.", ""},
      {"“Shells will greet them.” On Friday the army left.", "DATE 2031-05-02 'Friday'"},
      {"The army planned a parade on Friday.", "DATE 2031-05-09 'Friday'"},
      {"The envoys are to meet in Visby on Friday.", "DATE 2031-05-09 'Friday'"},
      {"By Friday they had left the town.", "DATE 2031-05-02 'Friday'"},
      {"He flew to the United States on Friday.", "DATE 2031-05-02 'Friday'"},
      {"Neither of them could be reached on Friday.", "DATE 2031-05-02 'Friday'"},
  });
}

TEST(TimeValues, reads_counted_from_publication) {
  expect({
      {"Shells fell yesterday.", "DATE 2031-05-04 'yesterday'"},
      {"Shells fell yesterday morning.", "TIME 2031-05-04TMO 'yesterday morning'"},
      {"Shells fell the day before yesterday.", "DATE 2031-05-03 'the day before yesterday'"},
      {"Talks resume tomorrow.", "DATE 2031-05-06 'tomorrow'"},
      {"Talks resume the day after tomorrow.", "DATE 2031-05-07 'the day after tomorrow'"},
      {"Talks go on today.", "DATE 2031-05-05 'today'"},
      {"Talks go on tonight.", "TIME 2031-05-05TNI 'tonight'"},
      {"Shells fell last night.", "TIME 2031-05-04TNI 'last night'"},
      {"Shells fell this morning.", "TIME 2031-05-05TMO 'this morning'"},
      {"Shells fell last week.", "DATE 2031-W18 'last week'"},
      {"Shells fell this week.", "DATE 2031-W19 'this week'"},
      {"Talks resume next week.", "DATE 2031-W20 'next week'"},
      {"Shells fell last month.", "DATE 2031-04 'last month'"},
      {"Shells fell earlier this month.", "DATE 2031-05 START 'earlier this month'"},
      {"Shells fell late last month.", "DATE 2031-04 END 'late last month'"},
      {"Shells fell last year.", "DATE 2030 'last year'"},
      {"It will end next year.", "DATE 2032 'next year'"},
      {"It will end late next year.", "DATE 2032 END 'late next year'"},
      {"Shells fell last weekend.", "DATE 2031-W18-WE 'last weekend'"},
      {"Shells fell over the weekend.", "DATE 2031-W18-WE 'the weekend'"},
      {"Shells fell last summer.", "DATE 2030-SU 'last summer'"},
      {"It will end this summer.", "DATE 2031-SU 'this summer'"},
      {"Shells fell two days ago.", "DATE 2031-05-03 'two days ago'"},
      {"Shells fell three weeks ago.", "DATE 2031-W16 'three weeks ago'"},
      {"Shells fell four months ago.", "DATE 2031-01 'four months ago'"},
      {"Shells fell ten years ago.", "DATE 2021 'ten years ago'"},
      {"Shells fell a year ago.", "DATE 2030 'a year ago'"},
      {"Shells fell nearly two years ago.", "DATE 2029 EQUAL_OR_LESS 'nearly two years ago'"},
      {"Shells fell several years ago.", "DATE PAST_REF 'several years ago'"},
      {"It will end two years from now.", "DATE 2033 'two years from now'"},
      {"Shells fell a decade ago.", "DATE 2021 'a decade ago'"},
      {"They met in June last year.", "DATE 2030-06 'June last year'"},
      {"They meet in June next year.", "DATE 2032-06 'June next year'"},
      {"The current year is a bad one.", "DATE 2031 'The current year'"},
      {"A decade ago it was a ferry.", "DATE 2021 'A decade ago'"},
      {"Two decades ago it was a ferry.", "DATE 201 'Two decades ago'"},
  });
}

TEST(TimeValues, reads_counted_from_what_was_told) {
  expect({
      {"On 3 March the camp fell. The next day they fled.",
       "DATE 2031-03-03 '3 March'; DATE 2031-03-04 'The next day'"},
      {"On 3 March the camp fell. Two days later they fled.",
       "DATE 2031-03-03 '3 March'; DATE 2031-03-05 'Two days later'"},
      {"On 3 March the camp fell. Two weeks later they fled.",
       "DATE 2031-03-03 '3 March'; DATE 2031-W12 'Two weeks later'"},
      {"On 3 March the camp fell. The following month they fled.",
       "DATE 2031-03-03 '3 March'; DATE 2031-04 'The following month'"},
      {"On 3 March the camp fell. That night they fled.",
       "DATE 2031-03-03 '3 March'; TIME 2031-03-03TNI 'That night'"},
      {"On 3 March the camp fell. The next morning they fled.",
       "DATE 2031-03-03 '3 March'; TIME 2031-03-04TMO 'The next morning'"},
      {"On 3 March the camp fell. That same day they fled.",
       "DATE 2031-03-03 '3 March'; DATE 2031-03-03 'That same day'"},
      {"On 3 March the camp fell. At 9 a.m. they fled.",
       "DATE 2031-03-03 '3 March'; TIME 2031-03-03T09:00 '9 a.m.'"},
      {"On 3 March the camp fell. They had come a day earlier.",
       "DATE 2031-03-03 '3 March'; DATE 2031-03-02 'a day earlier'"},
      {"On 3 March the camp fell. They had come the day before.",
       "DATE 2031-03-03 '3 March'; DATE 2031-03-02 'the day before'"},
      {"On 3 March the camp fell, two days after they came.",
       "DATE 2031-03-03 '3 March'; DURATION P2D 'two days'"},
      {"The camp fell two days after 3 March.",
       "DATE 2031-03-05 'two days after'; DATE 2031-03-03 '3 March'"},
      {"The camp fell a week before Saturday.", "DATE 2031-W17 'a week before'; DATE 2031-05-03 'Saturday'"},
  });
}

TEST(TimeValues, reads_times_of_the_clock) {
  expect({
      {"Shells fell at 12:30 a.m. on Saturday.",
       "TIME 2031-05-03T00:30 '12:30 a.m.'; DATE 2031-05-03 'Saturday'"},
      {"Shells fell between 1:20 and 3:40.", "TIME 2031-05-05T01:20 '1:20'; TIME 2031-05-05T03:40 '3:40'"},
      {"Shells fell at 9 p.m. EST Friday.", "TIME 2031-05-02T21:00 '9 p.m. EST Friday'"},
      {"Shells fell at 9 a.m. on Saturday.", "TIME 2031-05-03T09:00 '9 a.m.'; DATE 2031-05-03 'Saturday'"},
      {"Shells fell at 9:30 p.m. Saturday.", "TIME 2031-05-03T21:30 '9:30 p.m. Saturday'"},
      {"Shells fell at 10:35 GMT on Saturday.",
       "TIME 2031-05-03T10:35Z '10:35 GMT'; DATE 2031-05-03 'Saturday'"},
      {"Shells fell at 1500 GMT.", "TIME 2031-05-05T15:00Z '1500 GMT'"},
      {"Shells fell at 12 a.m. yesterday.", "TIME 2031-05-04T00:00 '12 a.m. yesterday'"},
      {"Shells fell at noon.", "TIME 2031-05-05T12:00 'noon'"},
      {"Shells fell at midnight on Friday.", "TIME 2031-05-02T24:00 'midnight'; DATE 2031-05-02 'Friday'"},
      {"Shells fell at three o'clock.", "TIME 2031-05-05T03:00 'three o'clock'"},
      {"Shells fell at 4 in the morning.", "TIME 2031-05-05T04:00 '4 in the morning'"},
      {"Shells fell around 7:15 p.m. local time.",
       "TIME 2031-05-05T19:15 APPROX 'around 7:15 p.m. local time'"},
      {"Shells fell at 06:40.", "TIME 2031-05-05T06:40 '06:40'"},
      {"Shells fell at 9.30 p.m. on Saturday.",
       "TIME 2031-05-03T21:30 '9.30 p.m.'; DATE 2031-05-03 'Saturday'"},
  });
}

TEST(TimeValues, reads_parts_of_days) {
  expect({
      {"Shells fell on the night of 3 May.", "TIME 2031-05-03TNI 'the night of 3 May'"},
      {"Shells fell in the early hours of Saturday.",
       "TIME 2031-05-03TMO START 'the early hours of Saturday'"},
      {"Shells fell on the evening of Saturday.", "TIME 2031-05-03TEV 'the evening of Saturday'"},
      {"Shells fell in the morning.", "TIME 2031-05-05TMO 'the morning'"},
      {"Shells fell at dawn.", "TIME 2031-05-05TMO 'dawn'"},
      {"Shells fell overnight.", "TIME 2031-05-05TNI 'overnight'"},
      {"Shells fell on Saturday night.", "TIME 2031-05-03TNI 'Saturday night'"},
  });
}

TEST(TimeValues, reads_seasons_quarters_halves) {
  expect({
      {"The siege began in the summer of 2029.", "DATE 2029-SU 'the summer of 2029'"},
      {"The siege began in summer 2029.", "DATE 2029-SU 'summer 2029'"},
      {"The siege began in late summer 2029.", "DATE 2029-SU END 'late summer 2029'"},
      {"The siege began last winter.", "DATE 2030-WI 'last winter'"},
      {"The siege began in the spring.", "DATE 2031-SP 'the spring'"},
      {"The fall of the town was quick.", ""},
      {"The siege began last fall.", "DATE 2030-FA 'last fall'"},
      {"Exports rose in the third quarter of 2029.", "DATE 2029-Q3 'the third quarter of 2029'"},
      {"Exports rose in the first quarter.", "DATE 2031-Q1 'the first quarter'"},
      {"Exports rose in the second half of 2029.", "DATE 2029-H2 'the second half of 2029'"},
      {"Exports rose in fiscal 2029.", "DATE 2029 'fiscal 2029'"},
      {"Exports rose in the fourth quarter from a year earlier.",
       "DATE 2030-Q4 'the fourth quarter'; DATE 2029-Q4 'a year earlier'"},
      {"The army prepared a spring offensive.", "DATE 2031-SP 'spring'"},
      {"They drank spring water.", ""},
      {"Trade fell in the last half of 2029.", "DATE 2029-H2 'the last half of 2029'"},
  });
}

TEST(TimeValues, reads_lengths) {
  expect({
      {"The siege lasted three days.", "DURATION P3D 'three days'"},
      {"The siege lasted two and a half years.", "DURATION P2Y6M 'two and a half years'"},
      {"The siege lasted 2 1/2 years.", "DURATION P2Y6M '2 1/2 years'"},
      {"The siege lasted half an hour.", "DURATION PT30M 'half an hour'"},
      {"The siege lasted 90 minutes.", "DURATION PT90M '90 minutes'"},
      {"The siege lasted several weeks.", "DURATION PXW 'several weeks'"},
      {"The siege lasted a couple of months.", "DURATION P2M 'a couple of months'"},
      {"The siege lasted about a week.", "DURATION P1W APPROX 'about a week'"},
      {"The siege lasted more than three years.", "DURATION P3Y MORE_THAN 'more than three years'"},
      {"The siege lasted at least 72 hours.", "DURATION PT72H EQUAL_OR_MORE 'at least 72 hours'"},
      {"The siege lasted two to three weeks.", "DURATION P2W 'two to three weeks'"},
      {"It was a three-week siege.", "DURATION P3W 'three-week'"},
      {"It was a decades-long feud.", "DURATION PXDE 'decades-long'"},
      {"It was a 30-year feud.", "DURATION P30Y '30-year'"},
      {"The siege lasted twenty-five days.", "DURATION P25D 'twenty-five days'"},
      {"Forty people died in the past three weeks.", "DURATION P3W 'the past three weeks'"},
      {"Nobody came in the last two days.", "DURATION P2D 'the last two days'"},
      {"It will last for the next six months.", "DURATION P6M 'the next six months'"},
      {"The first nine months of 2029 were calm.", "DURATION P9M 'The first nine months'; DATE 2029 '2029'"},
      {"Years of war emptied the town.", "DURATION PXY 'Years'"},
      {"The 6-year-old boy was found.", ""},
      {"He is 30 years old.", ""},
      {"He lived there for half a century.", "DURATION P50Y 'half a century'"},
      {"It was shut for the past decade.", "DURATION P1DE 'the past decade'"},
      {"It lost money in the past two quarters.", "DURATION P2Q 'the past two quarters'"},
  });
}

TEST(TimeValues, reads_again_and_again) {
  expect({
      {"Patrols pass daily.", "SET P1D 'daily'"},
      {"Patrols pass every day.", "SET P1D 'every day'"},
      {"Patrols pass every Friday.", "SET XXXX-WXX-5 'every Friday'"},
      {"Patrols pass every other week.", "SET P2W 'every other week'"},
      {"Patrols pass on Fridays.", "SET XXXX-WXX-5 'Fridays'"},
      {"Patrols pass on Tuesday nights.", "SET XXXX-WXX-2TNI 'Tuesday nights'"},
      {"Patrols pass twice a week.", "SET P1W 'a week'"},
      {"Patrols pass once per month.", "SET P1M 'per month'"},
      {"Forty shells a day fell there.", "SET P1D 'a day'"},
      {"It is held each March.", "SET XXXX-03 'each March'"},
      {"It is held annually.", "SET P1Y 'annually'"},
  });
}

TEST(TimeValues, reads_vague_times) {
  expect({
      {"They are now in the town.", "DATE PRESENT_REF 'now'"},
      {"They have recently left.", "DATE PAST_REF 'recently'"},
      {"There was no word at present.", "DATE PRESENT_REF 'at present'"},
      {"It is a thing of the past.", "DATE PAST_REF 'the past'"},
      {"He fears for the future.", "DATE FUTURE_REF 'the future'"},
      {"They left long ago.", "DATE PAST_REF 'long ago'"},
      {"It is the worst raid to date.", "DATE PRESENT_REF 'to date'"},
      {"He came to date her.", ""},
      {"For the time being the bridge is shut.", "DATE PRESENT_REF 'the time being'"},
      {"It lies in present-day Sweden.", "DATE PRESENT_REF 'present-day'"},
      {"It will pay in the long term.", "DATE FUTURE_REF 'the long term'"},
      {"The former mayor spoke.", ""},
      {"They fear future attacks.", ""},
      {"The city's future is in doubt.", ""},
      {"At this time nobody knows.", "DATE PRESENT_REF 'this time'"},
      {"The truce held in April 2029. During that time nobody was hurt.",
       "DATE 2029-04 'April 2029'; DATE 2029-04 'that time'"},
      {"This time they stayed.", ""},
  });
}

TEST(TimeValues, reads_named_days) {
  expect({
      {"They met on Orthodox Easter 2030.", "DATE 2030-04-28 'Orthodox Easter 2030'"},
      {"They met on Easter 2030.", "DATE 2030-04-21 'Easter 2030'"},
      {"They met on Easter Monday 2024.", "DATE 2024-04-01 'Easter Monday 2024'"},
      {"They met on Ash Wednesday 2029.", "DATE 2029-02-14 'Ash Wednesday 2029'"},
      {"They met on Memorial Day 2029.", "DATE 2029-05-28 'Memorial Day 2029'"},
      {"Eid al-Adha 2030 was calm.", "DATE 2030-04-14 'Eid al-Adha 2030'"},
      {"They met on Nowruz 2029.", "DATE 2029-03-21 'Nowruz 2029'"},
      {"He works on Christmas Island.", ""},
      {"They met on Easter Sunday.", "DATE 2031-04-13 'Easter Sunday'"},
      {"They met at Christmas.", "DATE 2030-12-25 'Christmas'"},
      {"They met on Christmas Eve 2029.", "DATE 2029-12-24 'Christmas Eve 2029'"},
      {"They met on Good Friday.", "DATE 2031-04-11 'Good Friday'"},
      {"They met last Thanksgiving.", "DATE 2030-11-28 'last Thanksgiving'"},
      {"They met on New Year's Eve.", "DATE 2030-12-31 'New Year's Eve'"},
      {"They met on Orthodox Easter.", "DATE 2031-04-13 'Orthodox Easter'"},
      {"The attacks of 9/11 are recalled.", "DATE 2001-09-11 '9/11'"},
      {"They met on Labor Day.", "DATE 2030-09-02 'Labor Day'"},
      {"Ramadan 2030 was calm.", "DATE 2030-01-XX 'Ramadan 2030'"},
      {"They met on Eid al-Fitr.", "DATE 2031-01-25 'Eid al-Fitr'"},
      {"They met on Bastille Day 2029.", "DATE 2029-07-14 'Bastille Day 2029'"},
  });
}

TEST(TimeValues, finds_none_in_other_words) {
  expect({
      {"The quarter's houses burned.", ""},
      {"They fired 60 rounds.", ""},
      {"It weighed 1,200 kg.", ""},
      {"Version 1.2.3 was shipped.", ""},
      {"The river Mar. flows there.", ""},
      {"They may leave.", ""},
      {"The march went on.", ""},
      {"He paid 2014 dollars.", ""},
      {"He sat down in the sun.", ""},
      {"The 31 people left.", ""},
      {"On 31 February shells fell.", ""},
      {"On February 31 shells fell.", ""},
      {"In 2000 soldiers' names stand there.", ""},
      {"It cost $1999.", ""},
      {"A second attack failed.", ""},
      {"The quarter was cordoned off by a fence.", ""},
      {"Chapter 12 was cut.", ""},
      {"A score of 3-2 was kept.", ""},
      {"The ratio was 1:20.", ""},
      {"The ceasefire broke down.", ""},
      {"Spring water ran dry.", ""},
      {"He drew 1998% more.", ""},
  });
}

TEST(TimeValues, survives_what_cannot_be) {
  expect({
      {"It was 99:99 there.", ""},
      {"It was 31 June 2029.", "DATE 2029-06 'June 2029'"},
      {"It was 25:00 GMT.", ""},
      {"It was the year 0.", ""},
      {"It was 0 BC.", ""},
      {"It was 00/00/0000.", ""},
      {"It was 13/13/2031.", ""},
      {"It was 29 February 2029.", "DATE 2029-02 'February 2029'"},
      {"It was 29 February 2028.", "DATE 2028-02-29 '29 February 2028'"},
      {"It was 99999999999999999999 days ago.", ""},
      {"It was 9999 years ago.", "DATE BC7969 '9999 years ago'"},
      {"It was 9999 centuries ago.", "DATE XX '9999 centuries ago'"},
  });
}

// Without a day of publication, and in a story: the times told before are what counts.
TEST(TimeValues, counts_from_the_text_itself) {
  expect(
      {
          {"In August 1914 the fleet left. In October it came back.",
           "DATE 1914-08 'August 1914'; DATE 1914-10 'October'"},
          {"In August 1914 the fleet left. In January it came back.",
           "DATE 1914-08 'August 1914'; DATE 1915-01 'January'"},
          {"In March 1915 the siege began. Two months later the town fell.",
           "DATE 1915-03 'March 1915'; DATE 1915-05 'Two months later'"},
          {"The league was founded in 480 BC. In 431 it broke up.",
           "DATE BC0480 '480 BC'; DATE BC0431 '431'"},
          {"The league was founded in 480 BC. A year later it broke up.",
           "DATE BC0480 '480 BC'; DATE BC0479 'A year later'"},
          {"The fort fell on 3 May 1915. The next day it was burned.",
           "DATE 1915-05-03 '3 May 1915'; DATE 1915-05-04 'The next day'"},
          {"The fort fell on 3 May 1915. At 9 a.m. the flag was lowered.",
           "DATE 1915-05-03 '3 May 1915'; TIME 1915-05-03T09:00 '9 a.m.'"},
          {"The fort fell in the winter of 1915. In the spring it was retaken.",
           "DATE 1915-WI 'the winter of 1915'; DATE 1915-SP 'the spring'"},
          {"They met between March and April 1918.", "DATE 1918-03 'March'; DATE 1918-04 'April 1918'"},
          {"They met on 3 May 1915. Talks broke down on the 20th.",
           "DATE 1915-05-03 '3 May 1915'; DATE 1915-05-20 'the 20th'"},
          {"The fort fell on Saturday.", "DATE XXXX-WXX-6 'Saturday'"},
          {"The fort fell on 3 May.", "DATE XXXX-05-03 '3 May'"},
          {"The fort fell yesterday.", "DATE XXXX-XX-XX 'yesterday'"},
          {"The fort fell in 1915. The following year it was retaken.",
           "DATE 1915 '1915'; DATE 1916 'The following year'"},
          {"The former fort fell in 1915.", "DATE PAST_REF 'former'; DATE 1915 '1915'"},
      },
      "");
}

// Told by many years of the past and hardly a weekday, whatever the day of publication.
// A story tells its years once, in headings and first sentences; what stands aside moves none of them.
TEST(TimeValues, keeps_the_years_of_a_storys_chapters) {
  expect(
      {
          {"1905: The strike\n\nThe port was shut in March. A treaty of August 1898 was read out.\nIn April "
           "the "
           "port opened.",
           "DATE 1905 '1905'; DATE 1905-03 'March'; DATE 1898-08 'August 1898'; DATE 1905-04 'April'"},
          {"1905\n\nIt began in March.\n\n1906\n\nIt ended in March.",
           "DATE 1905 '1905'; DATE 1905-03 'March'; DATE 1906 '1906'; DATE 1906-03 'March'"},
          {"1905\n\nIt began in March.\n\nThe siege (May - June 1906)\n\nIt ended in June.",
           "DATE 1905 '1905'; DATE 1905-03 'March'; DATE 1906-05 'May'; DATE 1906-06 'June 1906'; DATE "
           "1906-06 "
           "'June'"},
          {"The former governor fell in 1905. The future of the port was dark, future wars near.",
           "DATE PAST_REF 'former'; DATE 1905 '1905'; DATE FUTURE_REF 'future'"},
          {"1905-1907\n\nIt began in March 1905 and ended in May 1907.\nIn June he left.",
           "DATE 1905 '1905'; DATE 1907 '1907'; DATE 1905-03 'March 1905'; DATE 1907-05 'May 1907'; DATE "
           "1907-06 "
           "'June'"},
          {"The fort fell on 3 May 1905 (a copy was found in July 1931). On 9 May it was sold.",
           "DATE 1905-05-03 '3 May 1905'; DATE 1931-07 'July 1931'; DATE 1905-05-09 '9 May'"},
          {"In May 1905 it fell, as it had two years earlier. In June it was sold.",
           "DATE 1905-05 'May 1905'; DATE 1903 'two years earlier'; DATE 1905-06 'June'"},
      },
      "");
}

TEST(TimeValues, tells_a_story_from_a_report) {
  std::string story =
      "The isles fought in 1914, 1915, 1916 and 1917. In May 1914 the fort fell, in June 1915 the port, in "
      "July 1916 the "
      "bridge and in August 1917 the mill. In October they made peace.";
  std::string times = dump(story, "2031-05-05");
  EXPECT_NE(times.find("DATE 1917-10 'October'"), std::string::npos) << times;
}

// A number of 10,000 digits is no year, day, hour or amount.
TEST(TimeValues, reads_over_endless_numbers) {
  std::string digits(10'000, '7');
  for (std::string text :
       {"In " + digits + " it fell.", "It fell " + digits + " years ago.", "At " + digits + " GMT.",
        "On May " + digits + " it fell.", "It was " + digits + " BC.", "1." + digits + " days"}) {
    std::string times = dump(text, "2031-05-05");
    EXPECT_EQ(times.find("77"), std::string::npos) << times.substr(0, 200);
  }
}

}  // namespace
}  // namespace sitrep
