#include "events/profile.h"

#include <gtest/gtest.h>

#include "events/testing.h"

namespace sitrep {
namespace {

// Police: 7, a day later 9; the ministry: 12, of them 4 civilians; residents: dozens; Northwire twice: 9.
EventView example() {
  auto toll = [](const char* id, std::int64_t dead, SourceKind kind, const char* name) {
    Claim claim = said_by(made_up_claim(id, "h1", "shelling"), kind, name);
    claim.figures = {killed(dead, dead)};
    return claim;
  };
  Claim ministry = toll("c2", 12, SourceKind::body, "defence ministry");
  Figure civilians = killed(4, 4);
  civilians.scope = FigureScope::part;
  civilians.civilian = true;
  ministry.figures.push_back(civilians);
  Claim residents = made_up_claim("c3", "h1", "death");
  residents.source.kind = SourceKind::collective;
  residents.source.text = "residents";
  Figure dozens;
  dozens.qualifier = Qualifier::vague;
  dozens.text = "dozens";
  residents.figures = {dozens};
  auto told = [](const char* outlet, const char* day, const char* text, std::vector<Claim> claims) {
    Report report = made_up_report(text, outlet, day);
    report.id = std::string("sha256:") + outlet + day;
    return telling_of(report, std::move(claims));
  };
  return view_of(5, {told("Harbour Post", "2031-05-04", "a",
                          {toll("c1", 7, SourceKind::body, "police"), ministry, residents}),
                     told("Coast Daily", "2031-05-05", "b", {toll("c1", 9, SourceKind::body, "police")}),
                     told("Northwire", "2031-05-04", "c", {toll("c1", 9, SourceKind::outlet, "")})});
}

TEST(Profile, each_rule_chooses_as_it_says) {
  struct Row {
    const char* profile;
    std::optional<std::int64_t> best, low, high;
  };
  const Row rows[] = {
      {"ucdp", 9, 9, 96},         // two origins say nine; the residents' dozens are 24 to 96
      {"acled-lowest", 9, 9, 9},  // police 9, ministry 12, dozens as 12
      {"latest", 9, 9, 12},       // without a vague word read
      {"official-first", 9, 9, 12}, {"most-independent", 9, 9, 12}, {"all", std::nullopt, 9, 12},
  };
  EventView view = example();
  for (const Row& row : rows) {
    const Profile* profile = find_profile(row.profile);
    ASSERT_NE(profile, nullptr) << row.profile;
    EventRow out = row_of(view, *profile);
    EXPECT_EQ(out.killed.best, row.best) << row.profile;
    EXPECT_EQ(out.killed.low, row.low) << row.profile;
    EXPECT_EQ(out.killed.high, row.high) << row.profile;
    EXPECT_EQ(out.type, "shelling") << "death says less";
  }
}

TEST(Profile, says_why_and_what_lost) {
  EventRow row = row_of(example(), *find_profile("acled-lowest"));
  const Choice* killed_choice = nullptr;
  for (const Choice& choice : row.choices) {
    if (choice.field == "killed") killed_choice = &choice;
  }
  ASSERT_NE(killed_choice, nullptr);
  EXPECT_EQ(killed_choice->value, "9");
  EXPECT_EQ(killed_choice->who, "police");
  EXPECT_EQ(killed_choice->rule, "the lowest, of 4 accounts");
  ASSERT_EQ(killed_choice->lost.size(), 2U);
  EXPECT_EQ(killed_choice->lost[0].who, "defence ministry");
  EXPECT_EQ(killed_choice->lost[0].value, "12");
  EXPECT_EQ(row.civilians_killed.best, 4);
}

TEST(Profile, where_nothing_is_told_the_profile_says_what_that_is) {
  EventView view = view_of(1, {telling_of(made_up_report("x"), {made_up_claim("c1", "h1", "clash")})});
  EXPECT_EQ(row_of(view, *find_profile("acled-lowest")).killed.best, 0);
  EXPECT_EQ(row_of(view, *find_profile("ucdp")).killed.best, std::nullopt);
  EXPECT_EQ(row_of(view, *find_profile("ucdp")).earliest, Date::parse("2031-05-04"));
}

TEST(Profile, those_built_in_are_sound) {
  EXPECT_EQ(standard_profiles().size(), 6U);
  for (const Profile& profile : standard_profiles()) {
    EXPECT_FALSE(profile.about.empty()) << profile.name;
    EXPECT_EQ(find_profile(profile.name), &profile);
  }
  EXPECT_EQ(find_profile("no-such"), nullptr);
}

TEST(Profile, errors_name_the_line_and_what_was_near) {
  struct Row {
    const char* text;
    const char* where;
    const char* message;
    const char* hint;
  };
  const Row rows[] = {
      {"name: x\ncount: lowst\n", "my.profile:2", "no such rule: lowst", "did you mean lowest?"},
      {"name: x\ncuont: lowest\n", "my.profile:2", "no such key: cuont", "did you mean count?"},
      {"name: x\n\n# y\nz\n", "my.profile:4", "a line is `key: value`", ""},
      {"count: lowest\n", "my.profile", "it has no name", "begin with a line such as `name: my-rule`"},
      {"name: x\nvague dozens: 12\n", "my.profile:2", "vague dozens wants its lowest and highest number",
       "vague dozens: 24 96"},
      {"name: x\nvague dozens: 9 3\n", "my.profile:2", "vague dozens wants its lowest and highest number",
       "vague dozens: 24 96"},
      {"name: x\ncount:\n", "my.profile:2", "count has no value", ""},
      {"name: x\nmissing: zzzzzz\n", "my.profile:2", "no such rule: zzzzzz", "one of none, zero"},
  };
  for (const Row& row : rows) {
    auto profile = parse_profile(row.text, "my.profile");
    ASSERT_FALSE(profile) << row.text;
    EXPECT_EQ(profile.error().where, row.where);
    EXPECT_EQ(profile.error().message, row.message);
    EXPECT_EQ(profile.error().hint, row.hint);
  }
  auto mine =
      parse_profile("# mine\r\nname: mine\r\ncount: highest\r\n vague scores: 20  40\r\n", "my.profile");
  ASSERT_TRUE(mine) << mine.error().text();
  EXPECT_EQ(mine->count, CountRule::highest);
  EXPECT_EQ(mine->vague.at(0).high, 40);
}

}  // namespace
}  // namespace sitrep
