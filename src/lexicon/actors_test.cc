#include "lexicon/actors.h"

#include <gtest/gtest.h>

#include "lexicon/place_names.h"

namespace sitrep {
namespace {

const ActorLexicon& ours() { return *ActorLexicon::standard(); }

std::string who(std::string_view name) {
  std::string out;
  for (const ActorName& n : ours().named(name)) {
    if (!out.empty()) out += ' ';
    out += ours().row(n.actor).id;
    if (n.use != ActorNameUse::full) out += '/' + std::string(name_of(n.use));
  }
  return out;
}

TEST(Actors, tables_are_sound) {
  auto read = ActorLexicon::with({}, {});
  ASSERT_TRUE(read) << read.error().text();
}

TEST(Actors, are_known_by_many_names) {
  EXPECT_GE(ours().size(), 6000U);
  EXPECT_EQ(who("Afghanistan"), "gov:AFG");
  EXPECT_EQ(who("Afghans"), "gov:AFG/folk");
  EXPECT_EQ(who("Kabul"), "gov:AFG/seat");
  EXPECT_EQ(who("U.S."), "gov:USA");
  EXPECT_EQ(who("no such actor"), "");
  EXPECT_EQ(who(""), "");
}

TEST(Actors, nouns_are_known_in_both_numbers) {
  ASSERT_NE(ours().agent("gunman"), nullptr);
  ASSERT_NE(ours().agent("gunmen"), nullptr);
  EXPECT_EQ(ours().agent("gunmen")->form, AgentNoun::Form::many);
  EXPECT_EQ(ours().agent("policeman")->cameo, "COP");
  EXPECT_GE(ours().agent_words("minister"), 3U);
  EXPECT_EQ(ours().agent("stone"), nullptr);
}

constexpr const char* header =
    "#id\tname\taliases\tkind\tcountry\tparent\tside\trole\tstart\tend\tcameo\tplover\tacled\tinter\tucdp\n";

std::string row(const char* id, const char* name, const char* more) {
  return std::string(id) + '\t' + name + '\t' + more + '\n';
}

TEST(Actors, of_a_user_go_before_ours) {
  std::string table =
      header +
      row("org:river-brigade", "River Brigade", "RB|Men of the River\trebel_group\tSWE\t\t\t\t\t\t\t\t\t\t") +
      row("gov:AFG", "Afghanistan", "\tgovernment\tAFG\t\t\t\t\t\tXYZ\t\t\t\t");
  auto lexicon = ActorLexicon::with(table, "mine.tsv");
  ASSERT_TRUE(lexicon) << lexicon.error().text();
  const ActorLexicon& l = **lexicon;
  ASSERT_EQ(l.named("men of the river").size(), 1U);
  EXPECT_EQ(cameo_of(l.row(l.named("RB")[0].actor)), "SWEREB");
  EXPECT_EQ(l.row(l.find("gov:AFG")).cameo, "XYZ");
  EXPECT_TRUE(l.named("Kabul").empty());  // the row replaces ours with its names
}

TEST(Actors, office_depends_on_the_day) {
  std::string table =
      header +
      row("person:ida-holm", "Ida Holm",
          "Holm\tgovernment\tSWE\t\t\tmayor\t2020-01-01\t2023-12-31\t\t\t\t\t") +
      row("person:ida-holm", "Ida Holm",
          "\tgovernment\tSWE\t\t\tdefence minister\t2024-01-01\t2026-05-31\tSWEGOVMIL\t\t\t\t");
  auto lexicon = ActorLexicon::only(table, "mine.tsv");
  ASSERT_TRUE(lexicon) << lexicon.error().text();
  const ActorLexicon& l = **lexicon;
  auto role = [&](const char* day) { return l.in_force(l.find("person:ida-holm"), Date::parse(day)).role; };
  EXPECT_EQ(role("2019-05-01"), "");
  EXPECT_EQ(role("2020-01-01"), "mayor");
  EXPECT_EQ(role("2024-01-01"), "defence minister");
  EXPECT_EQ(role("2026-06-01"), "");
}

TEST(Actors, a_damaged_table_is_told_with_its_line) {
  struct Row {
    std::string table;
    const char* error;
  };
  const std::string nine = "\t\t\t\t\t\t\t\t\t\t";
  const Row rows[] = {
      {"org:a\tA\n", "t.tsv:1: malformed: a row before the columns are named"},
      {header + std::string("org:a\tA\n"), "t.tsv:2: malformed: a row has 15 columns, parted by tabs"},
      {header + row("org:a", "A", ("\trebel_grup\t" + nine).c_str()),
       "t.tsv:2: malformed: \"rebel_grup\" is no kind of actor\n  did you mean rebel_group?"},
      {header + row("org:a", "A", ("\tparty\tAfghanistan" + nine).c_str()),
       "t.tsv:2: malformed: a country is its ISO 3166-1 code of three letters: AFG"},
      {header + row("org:a", "=org:b", ("\t\t" + nine).c_str()) +
           row("org:b", "=org:a", ("\t\t" + nine).c_str()),
       "t.tsv:2: malformed: org:a is, by other names, itself"},
      {header + row("org:a", "A", "\tparty\t\torg:b\t\t\t\t\t\t\t\t\t") +
           row("org:b", "B", "\tparty\t\torg:a\t\t\t\t\t\t\t\t\t"),
       "t.tsv:2: malformed: the parents of org:a go round"},
      {header + row("org:alpha", "A", "\tparty\t\torg:alphb\t\t\t\t\t\t\t\t\t"),
       "t.tsv:2: malformed: there is no org:alphb, which org:alpha is of\n  did you mean org:alpha?"},
      {header + row("org:a", "A", "\tparty\t\t\t\t\t2031-02-30\t\t\t\t\t\t"),
       "t.tsv:2: malformed: a day is written 2021-08-15"},
      {header + row("org:a", "A", "\tparty\t\t\t\t\t2031-02-03\t2030-01-01\t\t\t\t\t"),
       "t.tsv:2: malformed: it ends before it starts"},
  };
  for (const Row& r : rows) {
    auto lexicon = ActorLexicon::only(r.table, "t.tsv");
    ASSERT_FALSE(lexicon) << r.error;
    EXPECT_EQ(lexicon.error().text().substr(0, std::string(r.error).size()), r.error);
  }
}

}  // namespace
}  // namespace sitrep
