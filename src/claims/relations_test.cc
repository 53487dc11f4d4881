// A row is a text and its relations, over the trees of the real model. Without a model these are skipped.
//
//   The River Brigade is led by Ola Berg.   "Ola Berg leads River Brigade"
//
// An end is its name, or its words in brackets where it has none.
#include "claims/relations.h"

#include <gtest/gtest.h>

#include <string>

#include "language/document_for_tests.h"
#include "language/language.h"
#include "mentions/place/place_finder.h"

namespace sitrep {
namespace {

std::string dump(const Party& party) {
  return party.name ? *party.name : '[' + party.text.value_or("") + ']';
}

class Relations : public testing::Test {
 protected:
  void SetUp() override {
    auto language = Language::english();
    if (!language) GTEST_SKIP() << language.error().text();
    language_ = *language;
  }

  std::vector<Relation> read(const Document& document) const {
    Analysis analysis = language_->read(document);
    Mentions mentions;
    mentions.places = find_places(analysis);
    return find_relations(analysis, mentions);
  }

  struct Row {
    const char* text;
    const char* relations;
  };
  void expect(std::initializer_list<Row> rows) const {
    for (const Row& row : rows) {
      Document document = document_of(row.text);
      std::string out;
      for (const Relation& r : read(document)) {
        out +=
            (out.empty() ? "" : "; ") + dump(r.from) + ' ' + std::string(name_of(r.kind)) + ' ' + dump(r.to);
        if (r.distance_m) out += ' ' + std::to_string(*r.distance_m) + " m";
      }
      EXPECT_EQ(out, row.relations) << row.text;
    }
  }

  std::shared_ptr<const Language> language_;
};

TEST_F(Relations, tell_who_leads) {
  expect({
      {"The River Brigade, led by Ola Berg, shelled the port.", "Ola Berg leads River Brigade"},
      {"The River Brigade is led by Ola Berg.", "Ola Berg leads River Brigade"},
      {"The River Brigade fled. Its leader, Ola Berg, was shot.", "Ola Berg leads River Brigade"},
      {"Ola Berg, the head of the River Brigade, fled.", "Ola Berg leads River Brigade"},
      {"Ola Berg, commander of the River Brigade, was killed on Monday.", "Ola Berg leads River Brigade"},
      {"Ida Holm commands the River Brigade.", "Ida Holm leads River Brigade"},
      {"Ola Berg, who commands the River Brigade, fled.", "Ola Berg leads River Brigade"},
      {"Ida Holm is the leader of the River Brigade.", "Ida Holm leads River Brigade"},
      {"Taliban leader Ola Berg met envoys.", "Ola Berg leads Taliban"},
      {"Army chief Ola Berg resigned.", "Ola Berg leads [Army]"},
      {"Ida Holm, mayor of Kalmar, left.", "Ida Holm leads Kalmar"},
  });
}

TEST_F(Relations, tell_who_belongs_to_whom) {
  expect({
      {"Ida Holm, a member of the River Brigade, left.", "Ida Holm member_of River Brigade"},
      {"Ida Holm and Ola Berg, members of the River Brigade, left.",
       "Ida Holm member_of River Brigade; Ola Berg member_of River Brigade"},
      {"Taliban fighter Tom Ek was shot.", "Tom Ek member_of Taliban"},
      {"Tom Ek, a Taliban fighter, was shot.", "Tom Ek member_of Taliban"},
      {"Senior Taliban official Amir Noor spoke.", "Amir Noor member_of Taliban"},
      {"Tom Ek, a soldier in the army, was shot.", "Tom Ek member_of [the army]"},
      {"Ida Holm is a member of the River Brigade.", "Ida Holm member_of River Brigade"},
      {"The National River Front (NRF) fell. Ida Holm, a member of the NRF, fled.",
       "NRF alias_of National River Front; Ida Holm member_of National River Front"},
      {"Tom Ek belongs to the River Brigade.", "Tom Ek member_of River Brigade"},
      {"Ida Holm, vice-president of the ousted government, fled.",
       "Ida Holm member_of [the ousted government]"},
      {"Former Taliban fighter Per Dahl spoke.", "Per Dahl former_member_of Taliban"},
      {"Ida Holm, a former member of the River Brigade, spoke.", "Ida Holm former_member_of River Brigade"},
      {"It is made of former members of the Afghan security forces.",
       "[former members] former_member_of Afghan security forces"},
      {"Ida Holm, former leader of the River Brigade, spoke.", "Ida Holm former_member_of River Brigade"},
      {"Ida Holm, deputy leader of the River Brigade, spoke.", "Ida Holm member_of River Brigade"},
      {"The Hill Battalion, a unit of the River Brigade, fired.", "Hill Battalion part_of River Brigade"},
      {"The Hill Battalion, the armed wing of the River Front, fired.", "Hill Battalion part_of River Front"},
  });
}

TEST_F(Relations, tell_kin_and_friends) {
  expect({
      {"Ahmad Noor, son of Commander Shah Noor, spoke.", "Ahmad Noor child_of Shah Noor"},
      {"Ida Holm, the daughter of Per Holm, spoke.", "Ida Holm child_of Per Holm"},
      {"Ola Berg fled with his wife Eva Berg.", "Eva Berg spouse_of Ola Berg"},
      {"Eva Berg, the wife of Ola Berg, fled.", "Eva Berg spouse_of Ola Berg"},
      {"Eva Berg, who is married to Ola Dahl, fled.", "Eva Berg spouse_of Ola Dahl"},
      {"The River Brigade is allied with the Taliban.", "River Brigade ally_of Taliban"},
      {"The River Brigade, allied to the Taliban, fired.", "River Brigade ally_of Taliban"},
      {"The River Brigade, an ally of the Taliban, fired.", "River Brigade ally_of Taliban"},
  });
}

TEST_F(Relations, tell_who_speaks_for_whom) {
  expect({
      {"Taliban spokesman Amir Noor denied it.", "Amir Noor spokesperson_for Taliban"},
      {"Amir Noor, a spokesman for the Taliban, denied it.", "Amir Noor spokesperson_for Taliban"},
      {"Ida Holm, spokeswoman for the interior ministry, spoke.",
       "Ida Holm spokesperson_for [the interior ministry]"},
      {"Army spokesman Colonel Ola Berg spoke.", "Ola Berg spokesperson_for [Army]"},
      {"The Taliban denied it. Their spokesman, Amir Noor, spoke.", "Amir Noor spokesperson_for Taliban"},
  });
}

TEST_F(Relations, tell_other_names) {
  expect({
      {"The National River Front (NRF) fired.", "NRF alias_of National River Front"},
      {"The National Resistance Front (FNR) fired.", "FNR alias_of National Resistance Front"},
      {"The NRF (National River Front) fired.", "NRF alias_of National River Front"},
      {"“The mujahedin (Taliban) came,” Ida Holm said.", "mujahedin alias_of Taliban"},
      {"Ola Berg, also known as Abu Omar, fled.", "Abu Omar alias_of Ola Berg"},
      {"Ola Berg, better known as Abu Omar, fled.", "Ola Berg alias_of Abu Omar"},
      {"Ola Berg, alias Abu Omar, fled.", "Abu Omar alias_of Ola Berg"},
      {"Ola Berg, whose nom de guerre is Abu Omar, fled.", "Abu Omar alias_of Ola Berg"},
      {"GUNMEN FROM THE NATIONAL RIVER FRONT (NRF) FIRED.", "NRF alias_of NATIONAL RIVER FRONT"},
      {"The Islamic State in Iraq and Syria (ISIS) fired.", "ISIS alias_of Islamic State in Iraq and Syria"},
      {"The mayor (41) left.", ""},
      {"Ida Holm (Kalmar) left.", ""},
      {"There are still people inside (the valley).", ""},
  });
}

TEST_F(Relations, tell_where_places_lie) {
  expect({
      {"Shells fell on Kunduz, 250 km north of Kabul.", "Kunduz distance_from Kabul 250000 m"},
      {"Shells fell on Kunduz, in northern Afghanistan.", "Kunduz located_in Afghanistan"},
      {"Kunduz is about 250 km north of Kabul.", "Kunduz distance_from Kabul 250000 m"},
      {"Kunduz is not 250 km north of Kabul.", ""},
  });
}

TEST_F(Relations, are_none_where_doubted_negated_asked_or_supposed) {
  expect({
      {"Ola Berg is not a member of the River Brigade.", ""},
      {"Is Ola Berg a member of the River Brigade?", ""},
      {"If Ola Berg is a member of the River Brigade, he must leave.", ""},
      {"Ola Berg may be a member of the River Brigade.", ""},
      {"Police held suspected Taliban member Ola Berg.", ""},
      {"Ola Berg, an alleged member of the River Brigade, was held.", ""},
      {"Ola Berg led the charge.", ""},
      {"Ola Berg led the race by two minutes.", ""},
      {"No member of the River Brigade spoke.", ""},
      {"Ola Berg had led the River Brigade until May.", ""},
      {"Its leader spoke.", ""},
      {"Residents and members of the resistance spoke.", ""},
      {"A London spokesman left.", ""},
  });
}

TEST_F(Relations, are_told_once_with_words_and_reasons) {
  Document document = document_of(
      "Ola Berg, head of the River Brigade, fled. Berg leads the River Brigade. He is its leader.");
  std::vector<Relation> found = read(document);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].report, document.id());
  EXPECT_EQ(found[0].from.text, "Ola Berg");
  EXPECT_EQ(document.view(found[0].evidence), "Ola Berg, head of the River Brigade");
  ASSERT_EQ(found[0].because.size(), 1U);
  EXPECT_EQ(document.view(found[0].because[0].spans[0]), "head");
}

}  // namespace
}  // namespace sitrep
