// Without a model: the words alone. A row is a sentence and its figures (figure_dump_for_tests.h):
//   "At least nine civilians died" -> "killed at_least 9.. civilians 'At least nine'"
#include "mentions/figure/figure_finder.h"

#include <gtest/gtest.h>

#include "language/document_for_tests.h"
#include "mentions/figure/figure_dump_for_tests.h"

namespace sitrep {
namespace {

std::string dump(std::string text) {
  Document document = document_of(std::move(text));
  Analysis analysis(document);
  return dump_of(analysis, find_figures(analysis));
}

struct Row {
  const char* text;
  const char* figures;
};

TEST(FigureFinder, counts_what_a_word_of_harm_governs) {
  const Row rows[] = {
      {"Nine people were killed.", "killed exact 9 people 'Nine'"},
      {"Shells killed nine civilians and wounded 14.",
       "killed exact 9 civilians 'nine'; injured exact 14 '14'"},
      {"At least 34 civilians were killed and 65 others injured.",
       "killed at_least 34.. civilians 'At least 34'; injured exact 65 '65'"},
      {"Seven or eight Taliban were killed in the fighting, as well as one or two fighters in the ranks of "
       "the FNR.",
       "killed range 7..8 Taliban /Taliban 'Seven or eight'; killed range 1..2 fighters /FNR 'one or two'"},
      {"In total, 34 Taliban were killed and 65 others injured.",
       "killed exact 34 Taliban /Taliban cumulative '34'; injured exact 65 cumulative '65'"},
      {"More than 1,200 people have died since January.",
       "killed more_than 1200.. people cumulative 'More than 1,200'"},
      {"Dozens of villagers were wounded.", "injured vague .. villagers 'Dozens'"},
      {"Between 20 and 30 rebels were captured, and 12 soldiers died.", "killed exact 12 soldiers '12'"},
      {"Two hundred and fifty people are missing.", "missing exact 250 people 'Two hundred and fifty'"},
      {"Twenty-five men were abducted.", "abducted exact 25 men 'Twenty-five'"},
      {"The attack left nine dead and 20 wounded.", "killed exact 9 'nine'; injured exact 20 '20'"},
      {"A shell killed a woman and her two sons.",
       "killed exact 1 woman 'a woman'; killed exact 2 sons 'two'"},
      {"The death toll rose to 19.", "killed exact 19 cumulative '19'"},
      {"The blast claimed nine lives.", "killed exact 9 'nine'"},
      {"Twelve people, including three children, were killed.",
       "killed exact 12 people 'Twelve'; killed exact 3 children part 'three'"},
      {"Nine people were killed, two of them children.",
       "killed exact 9 people 'Nine'; killed exact 2 children part 'two'"},
      {"Two soldiers and three civilians were killed.",
       "killed exact 2 soldiers 'Two'; killed exact 3 civilians 'three'"},
      {"Nine people on board the bus were killed.", "killed exact 9 people 'Nine'"},
      {"Some 40 fighters surrendered.", "surrendered about 40 fighters 'Some 40'"},
      {"Police arrested 12 protesters.", "detained exact 12 protesters '12'"},
      {"Up to 40,000 people were displaced.", "displaced at_most ..40000 people 'Up to 40,000'"},
      {"The army said 30 rebels had been killed.", "killed exact 30 rebels '30'"},
      {"MORE THAN 20 PEOPLE WERE KILLED.", "killed more_than 20.. PEOPLE 'MORE THAN 20'"},
      {"12 men of the River Front were killed.", "killed exact 12 men /River Front '12'"},
      {"The battle ended with 31 deaths.", "killed exact 31 '31'"},
      {"10 men were shot to death and two others became injured.",
       "killed exact 10 men '10'; injured exact 2 'two'"},
      {"He stabbed four people to death.", "killed exact 4 people 'four'"},
      {"Four clerics were killed, and seven others injured.",
       "killed exact 4 clerics 'Four'; injured exact 7 'seven'"},
      {"The raid led to the death of two men and the wounding of five others.",
       "killed exact 2 men 'two'; injured exact 5 'five'"},
      {"Three of the dead were children.", "killed exact 3 part 'Three'"},
      {"Three of those killed were children.", "killed exact 3 part 'Three'"},
      {"Two members of the Council Guard were killed.", "killed exact 2 members /Council Guard 'Two'"},
      {"14 civilian casualties were reported.", "casualties exact 14 '14'"},
      {"A woman of 64 died, bringing the number of people killed there to 12.",
       "killed exact 1 woman 'A woman'; killed exact 12 cumulative '12'"},
      {"A man, 34, died in the fire.", "killed exact 1 man 'A man'"},
      {"Three guards lost their lives.", "killed exact 3 guards 'Three'"},
      {"Two gave their lives and seven were wounded.", "killed exact 2 'Two'; injured exact 7 'seven'"},
      {"Three of four hostages were freed.", "released exact 3 hostages 'Three'"},
      {"Three of the four hostages were freed.", "released exact 3 hostages 'Three'"},
      {"A shell killed two men and a boy, police said.",
       "killed exact 2 men 'two'; killed exact 1 boy 'a boy'"},
      {"The student was killed.", "killed exact 1 student 'The student'"},
  };
  for (const Row& row : rows) EXPECT_EQ(dump(row.text), row.figures) << row.text;
}

TEST(FigureFinder, counts_one_only_where_one_is_harmed) {
  const Row rows[] = {
      {"Nine people were killed and 19 injured, the mayor, Ida Holm, said.",
       "killed exact 9 people 'Nine'; injured exact 19 '19'"},
      {"Nine people were killed, a doctor, Ana Costa, said.", "killed exact 9 people 'Nine'"},
      {"It said, citing the mayor, that 19 people had been injured.", "injured exact 19 people '19'"},
      {"MEMBERS OF THE COAST GUARD WERE ALSO KILLED.", "killed vague .. MEMBERS 'MEMBERS'"},
      {"Members of the Council Guard were also killed.", "killed vague .. Members /Council Guard 'Members'"},
      {"Nine people including women and children were killed.", "killed exact 9 people 'Nine'"},
      {"The soldiers were killed.", ""},
      {"Soldiers killed in the raid were buried.", ""},
      {"Relatives of soldiers were killed.", "killed vague .. Relatives 'Relatives'"},
      {"Civilians are killed here every day.", ""},
      {"Friends of the mayor were killed.", "killed vague .. Friends 'Friends'"},
      {"Members loyal to the mayor were killed.", ""},
      {"A student of 19 died, the third person to be killed by the bomb.",
       "killed exact 1 student 'A student'"},
      {"Police detained 13 men, according to relatives of nine of them.", "detained exact 13 men '13'"},
      {"Three of the four hostages who were abducted on Tuesday were freed.", ""},
      {"The death of a soldier was confirmed.", "killed exact 1 soldier 'a soldier'"},
  };
  for (const Row& row : rows) EXPECT_EQ(dump(row.text), row.figures) << row.text;
}

TEST(FigureFinder, tells_nobody_from_somebody) {
  const Row rows[] = {
      {"No one was killed.", "killed none 0 'No one'"},
      {"There were no casualties.", "casualties none 0 'no casualties'"},
      {"Nobody was hurt.", "injured none 0 'Nobody'"},
      {"No soldiers were killed.", "killed none 0 'No soldiers'"},
      {"The raid ended without casualties.", "casualties none 0 'without casualties'"},
      {"No fewer than nine people were killed.", "killed at_least 9.. people 'No fewer than nine'"},
  };
  for (const Row& row : rows) EXPECT_EQ(dump(row.text), row.figures) << row.text;
}

TEST(FigureFinder, leaves_other_numbers_alone) {
  const char* rows[] = {
      "The 34-year-old farmer was killed.",
      "Ida Holm, 34, was killed.",
      "He was killed on 12 May.",
      "They were killed in 2014.",
      "He was killed 20 kilometres away.",
      "The killing cost 300 dollars.",
      "The army has 12 tanks.",
      "Nine people voted.",
      "She was killed at 9:30.",
      "12% of the dead were never found.",
      "Three gunmen fled.",
      "Twelve horses were killed.",
      "He was killed two days later.",
      "The road claimed one of the lives.",
  };
  for (const char* text : rows) EXPECT_EQ(dump(text), "") << text;
}

}  // namespace
}  // namespace sitrep
