// Deeds and the claims that they make, over the trees of the real model. Without a model these are skipped.
#include <gtest/gtest.h>

#include <string>

#include "claims/claims.h"
#include "language/document_for_tests.h"
#include "language/language.h"
#include "mentions/figure/figure_finder.h"
#include "mentions/place/place_finder.h"
#include "mentions/speech/silence_finder.h"
#include "mentions/speech/speech_finder.h"
#include "mentions/time/time_finder.h"

namespace sitrep {
namespace {

std::string dump(const Claim& claim) {
  std::string out = claim.event.type;
  if (claim.event.subtype) out += '/' + *claim.event.subtype;
  if (claim.status.polarity != Polarity::affirmed) out += ' ' + std::string(name_of(claim.status.polarity));
  if (claim.status.modality != Modality::actual) out += ' ' + std::string(name_of(claim.status.modality));
  for (const Actor& actor : claim.actors) {
    out += ' ' + std::string(name_of(actor.role)) + "=" + actor.text.value_or("?");
    if (actor.name && actor.name != actor.text) out += " (" + *actor.name + ")";
  }
  if (claim.instrument) out += " with=" + *claim.instrument->text;
  for (const Figure& f : claim.figures) {
    out += ' ' + std::string(name_of(f.measure)) + ' ' + (f.low ? std::to_string(*f.low) : "?");
  }
  if (claim.time) out += " @" + (claim.time->earliest ? claim.time->earliest->iso() : "?");
  if (claim.place) out += " @" + claim.place->name.value_or("?");
  for (const Place& place : claim.places) {
    out += ' ' + std::string(name_of(place.role.value_or(PlaceRole::site))) + ':' + place.name.value_or("?");
  }
  if (claim.source.kind != SourceKind::outlet) out += " | " + claim.source.text.value_or("?");
  return out;
}

class Deeds : public testing::Test {
 protected:
  void SetUp() override {
    auto language = Language::english();
    if (!language) GTEST_SKIP() << language.error().text();
    language_ = *language;
  }

  std::string dump_of(std::string text) const {
    Document document = document_of(std::move(text));
    Analysis analysis = language_->read(document);
    Mentions mentions;
    mentions.times = find_times(analysis, Date::parse("2031-05-05"));
    mentions.places = find_places(analysis);
    mentions.figures = find_figures(analysis);
    mentions.silences = find_silences(analysis, 100);
    Discourse discourse =
        put_together(analysis, mentions.times, mentions.figures, find_speech(analysis, 100));
    std::string out;
    for (const Claim& claim : make_claims(analysis, mentions, discourse).claims)
      out += (out.empty() ? "" : "; ") + dump(claim);
    return out;
  }

  struct Row {
    const char* text;
    const char* claims;
  };
  void expect(std::initializer_list<Row> rows) const {
    for (const Row& row : rows) EXPECT_EQ(dump_of(row.text), row.claims) << row.text;
  }

  std::shared_ptr<const Language> language_;
};

TEST_F(Deeds, are_found_whatever_the_form_of_the_clause) {
  expect({
      {"Rebels attacked the barracks in Goma on Saturday.",
       "attack actor=Rebels target=the barracks @2031-05-03 @Goma"},
      {"The barracks were attacked by rebels.", "attack actor=rebels target=The barracks"},
      {"Rebels carried out an attack on the barracks.", "attack actor=Rebels target=the barracks"},
      {"The barracks came under attack.", "attack target=The barracks"},
      {"An attack by rebels on the barracks failed.", "attack actor=rebels target=the barracks"},
      {"The rebels who attacked the barracks fled.", "attack actor=The rebels target=the barracks"},
      {"Troops were ordered to attack the barracks.", "attack demanded actor=Troops target=the barracks"},
  });
}

TEST_F(Deeds, hold_what_came_of_them) {
  expect({
      {"Rebels attacked the barracks, killing 12 people.",
       "attack actor=Rebels target=the barracks victim=12 people killed 12"},
      {"Nine people were killed when shells hit a market in Goma on Saturday.",
       "shelling victim=Nine people target=a market with=shells killed 9 @2031-05-03 @Goma"},
  });
}

TEST_F(Deeds, are_laid_to_whom_the_sentence_lays_them) {
  const Row rows[] = {
      {"The Red Cell claimed responsibility for the attack on the bank.",
       "responsibility_claim actor=The Red Cell (Red Cell) | The Red Cell; attack target=the bank actor=The "
       "Red Cell (Red Cell) | The Red Cell"},
      {"Officials blamed the rebels for the murder of the bishop.",
       "accusation actor=Officials target=the rebels | Officials; killing/murder target=the bishop actor=the "
       "rebels killed 1 | Officials"},
      {"The government accused the army of killing the priests.",
       "accusation actor=The government target=the army | The government; killing actor=the army target=the "
       "priests | The government"},
      {"Police arrested two men for killing a judge.",
       "arrest actor=Police target=two men detained 2; assassination actor=two men target=a judge killed 1"},
      {"The murder of the bishop was attributed to the rebels.",
       "killing/murder target=the bishop actor=the rebels killed 1"},
      {"The rebels are responsible for the murder of the bishop.",
       "killing/murder target=the bishop actor=The rebels killed 1"},
      {"Five soldiers were involved in the murder of the bishop.",
       "killing/murder target=the bishop actor=Five soldiers killed 1"},
      {"No one has claimed responsibility for the bombing of the bank.",
       "responsibility_claim negated actor=No one | No one; bombing target=the bank | No one"},
      {"The school has been the target of bomb attacks.", "bombing target=The school with=bomb"},
      {"The attack killed nine people, including union leader Ida Holm.",
       "attack victim=nine people victim=union leader Ida Holm (Ida Holm) killed 9 killed 1"},
      {"Rebels used mortars to attack a police post.",
       "attack actor=Rebels target=a police post with=mortars"},
      {"Rebels hurled dynamite sticks at a school.",
       "bombing actor=Rebels target=a school with=dynamite sticks"},
      {"A judge was about to enter a shop when he was shot.", "attack/shooting target=he"},
      {"Two bombs were placed in a store.", "bombing target=a store with=Two bombs"},
  };
  for (const Row& row : rows) EXPECT_EQ(dump_of(row.text), row.claims) << row.text;
}

TEST_F(Deeds, know_whether_they_happened) {
  expect({
      {"The army did not attack the village.", "attack negated actor=The army target=the village"},
      {"Rebels threatened to attack the village.", "threat/force threatened actor=Rebels | Rebels"},
      {"The army may attack the village.", "attack possible actor=The army target=the village"},
      {"Maybe they tried their luck by attacking the village.",
       "attack possible actor=they target=the village"},
      {"It is up to you to talk to the rebels.", "talks demanded participant=the rebels"},
      {"The search for an agreement has fizzled out.", "talks_breakdown"},
      {"Peace talks between Sava and the rebels collapsed.",
       "talks_breakdown participant=Sava participant=the rebels"},
  });
}

TEST_F(Deeds, are_not_made_of_what_is_only_named) {
  expect({
      {"The rebels preferred to negotiate rather than fight.", "talks/negotiation planned actor=The rebels"},
      {"Those who want to fight should stay.", ""},
      {"The people do not want the dispute to be settled.", ""},
      {"The army held an exercise, a show of force, in Goma.", "exercise actor=The army @Goma"},
      {"The town is one of the last pockets of resistance to the new regime.", ""},
  });
}

TEST_F(Deeds, know_what_a_quantity_counts_and_who_says_we) {
  expect({
      {"The army sent hundreds of men to Goma.",
       "deployment actor=The army target=hundreds of men deployed ? destination:Goma"},
      {"\"We attacked the barracks,\" said the River Brigade.",
       "attack actor=We (River Brigade) target=the barracks | the River Brigade"},
  });
}

}  // namespace
}  // namespace sitrep
