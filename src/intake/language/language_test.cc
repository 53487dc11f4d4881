#include <gtest/gtest.h>

#include "intake/language/language_guess.h"

namespace sitrep {
namespace {

TEST(Language, Table) {
  const struct {
    std::string text;
    std::string tag;
    bool sure;
  } rows[] = {
      {"At least nine people were killed when shells hit the night market of Kalmar late on Saturday, the "
       "city's "
       "mayor said on Sunday, and more than thirty were taken to hospital.",
       "en", true},
      {"Au moins neuf personnes ont été tuées samedi soir lorsque des obus sont tombés sur le marché de nuit "
       "de "
       "Kalmar, a déclaré dimanche le maire de la ville.",
       "fr", true},
      {"Minst nio människor dödades när granater träffade nattmarknaden i Kalmar sent på lördagskvällen, "
       "säger "
       "stadens borgmästare, och fler än trettio fördes till sjukhus.",
       "sv", true},
      {"Щонайменше дев'ятеро людей загинули, коли снаряди влучили в нічний ринок у суботу ввечері, повідомив "
       "мер.",
       "uk", true},
      {"قتل تسعة أشخاص على الأقل عندما سقطت قذائف على السوق الليلية في وقت متأخر من مساء السبت، حسبما قال "
       "رئيس البلدية",
       "ar", true},
      {"The mayor said that nine were killed.", "en", false},
      {"", "", false},
      {"1234 5678", "", false},
  };
  for (const auto& row : rows) {
    auto guess = guess_language(row.text);
    EXPECT_EQ(guess ? guess->tag : "", row.tag) << row.text;
    EXPECT_EQ(guess && guess->sure, row.sure) << row.text;
  }
}

TEST(Language, Names) {
  EXPECT_EQ(language_name("fr"), "French");
  EXPECT_EQ(language_name("en-GB"), "English");
  EXPECT_EQ(language_name("xx"), "xx");
}

}  // namespace
}  // namespace sitrep
