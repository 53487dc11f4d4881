#include "codebook/codebook.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "codebook/reader.h"
#include "codebook/standard.h"

namespace sitrep {
namespace {

std::string words(const Trigger& trigger) { return fmt::format("{}", fmt::join(trigger.lemmas, " ")); }

TEST(Codebook, that_ships_is_right) {
  auto read = CodebookReader::read(standard_codebook());
  ASSERT_TRUE(read) << read.error().text();
}

TEST(Codebook, finds_every_type_by_its_name) {
  const Codebook& book = Codebook::standard();
  auto types = book.types();
  EXPECT_TRUE(std::is_sorted(types.begin(), types.end(),
                             [](const EventType* a, const EventType* b) { return a->name < b->name; }));
  for (const EventType* type : types) EXPECT_EQ(book.find(type->name), type) << type->name;
  EXPECT_EQ(book.find("shelling")->codes.cameo, "194");
  EXPECT_EQ(book.find(""), nullptr);
  EXPECT_EQ(book.find("no_such_type"), nullptr);
}

TEST(Codebook, gives_the_longest_trigger_of_a_word_first) {
  auto found = Codebook::standard().triggers_of("shoot");
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(words(found.back()), "shoot");
  EXPECT_EQ(found.back().type, "attack");
  EXPECT_EQ(found.back().subtype, "shooting");
  for (std::size_t i = 1; i < found.size(); ++i)
    EXPECT_LE(found[i].lemmas.size(), found[i - 1].lemmas.size());
  EXPECT_TRUE(Codebook::standard().triggers_of("kalmar").empty());
}

// What a user's text of some lines gives: the error, or "" where it is right.
std::string error_of(std::string_view text) {
  auto book = Codebook::load(text, "my.codebook");
  return book ? "" : book.error().text();
}

TEST(Codebook, tells_where_a_text_is_wrong_and_what_was_meant) {
  struct Row {
    std::string_view text, error;
  };
  const Row rows[] = {
      {"type flood\n  is: water\n", ""},
      {"tpye flood\n", "my.codebook:1: malformed: \"tpye\" begins nothing here\n  did you mean type?"},
      {"\n\ntype flood\n  iss: water\n",
       "my.codebook:4: malformed: a type has no \"iss\"\n  did you mean is?"},
      {"type shelling\n  frame: actr=subj\n",
       "my.codebook:2: malformed: \"actr\" is no role of a claim\n  did you mean actor?"},
      {"type shelling\n  frame: actor=subjct\n",
       "my.codebook:2: malformed: \"subjct\" is no slot of the syntax\n  did you mean subj?"},
      {"type shelling\n  verb mortr: lob\n",
       "my.codebook:2: malformed: shelling has no subtype \"mortr\"\n  did you mean mortar?"},
      {"type shelling\n  verb: lob {obj=wepon}\n",
       "my.codebook:2: malformed: \"wepon\" is no kind\n  did you mean weapon?"},
      {"type shelling\n  verb: lob {obj=weapon\n",
       "my.codebook:2: malformed: the brace in \"lob {obj=weapon\" is not closed"},
      {"type shelling\n  not atack: small arms\n",
       "my.codebook:2: malformed: \"atack\" is no type\n  did you mean attack?"},
      {"type shelling\n  without: shel\n",
       "my.codebook:2: malformed: shelling has no trigger \"shel\"\n  did you mean shell or shelling or "
       "shellfire?"},
      {"  is: water\n",
       "my.codebook:1: malformed: this line is of no type\n  a line of a type stands under \"type NAME\""},
      {"type shellin\n  verb: flood\n",
       "my.codebook:1: malformed: the type \"shellin\" does not say what it is\n  did you mean shelling?"},
      {"type flood\n  verb: flood\n", "my.codebook:1: malformed: the type \"flood\" does not say what it is"},
  };
  for (const Row& row : rows) EXPECT_EQ(error_of(row.text), row.error) << row.text;
}

TEST(Codebook, adds_a_users_text_to_the_standard_one) {
  auto book = Codebook::load(
      "type shelling\n  verb: splatter {obj=building; at!=any}? => target=at\n  without: pound\n"
      "type flood\n  is: water\n  frame: actor=subj\n  noun: flash flood\n"
      "type mine replaces\n  is: a hole in the ground\n",
      "my.codebook");
  ASSERT_TRUE(book) << book.error().text();
  auto found = (*book)->triggers_of("splatter");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].weak);
  EXPECT_EQ(found[0].type, "shelling");
  ASSERT_EQ(found[0].conditions.size(), 2U);
  EXPECT_TRUE(found[0].conditions[1].negated);
  // Its own slots first, then the type's.
  EXPECT_EQ(found[0].frame.front(), (FrameSlot{"at", ClaimSlot::target}));
  EXPECT_GT(found[0].frame.size(), 4U);
  EXPECT_EQ(std::count_if(found[0].frame.begin(), found[0].frame.end(),
                          [](const FrameSlot& s) { return s.slot == "at"; }),
            1);
  for (const Trigger& t : (*book)->triggers_of("pound")) EXPECT_NE(t.type, "shelling");
  EXPECT_EQ((*book)->triggers_of("flash").size(), 1U);
  EXPECT_EQ((*book)->find("mine")->is, "a hole in the ground");
  EXPECT_TRUE((*book)->find("mine")->frame.empty());
  for (const Trigger& t : (*book)->triggers()) EXPECT_NE(t.type, "mine");
  EXPECT_NE((*book)->identity(), Codebook::standard().identity());
  EXPECT_EQ((*book)->identity().rfind("sitrep-codebook 1 sha256:", 0), 0U);
}

}  // namespace
}  // namespace sitrep
