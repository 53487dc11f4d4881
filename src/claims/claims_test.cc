// A row is a text and its claims, as they would stand in the record:
//
//   Nine people died in the shelling of Goma, police said.
//   -> "shelling killed 9 @Goma | body police"
//
// type (denied, negated, possible), figures, @time, @place | source kind, name or words.
#include "claims/claims.h"

#include <gtest/gtest.h>

#include "base/limits.h"
#include "language/document_for_tests.h"
#include "mentions/figure/figure_finder.h"
#include "mentions/place/place_finder.h"
#include "mentions/speech/silence_finder.h"
#include "mentions/speech/speech_finder.h"
#include "mentions/time/time_finder.h"

namespace sitrep {
namespace {

Findings read(const Document& document) {
  Analysis a(document);
  Mentions mentions;
  mentions.times = find_times(a, Date::parse("2031-05-05"));
  mentions.places = find_places(a);
  mentions.figures = find_figures(a);
  mentions.silences = find_silences(a, 100);
  auto speech = find_speech(a, limits::claims_per_report_max + 1);
  return make_claims(a, mentions, put_together(a, mentions.times, mentions.figures, std::move(speech)));
}

std::string dump(const Claim& claim) {
  std::string out = claim.event.type;
  if (claim.event.subtype) out += '/' + *claim.event.subtype;
  if (claim.status.polarity != Polarity::affirmed) out += ' ' + std::string(name_of(claim.status.polarity));
  if (claim.status.modality != Modality::actual) out += ' ' + std::string(name_of(claim.status.modality));
  for (const Figure& f : claim.figures) {
    out += ' ' + std::string(name_of(f.measure)) + ' ';
    if (f.low) out += std::to_string(*f.low);
    if (f.low != f.high || !f.low) out += "..";
    if (f.high && f.high != f.low) out += std::to_string(*f.high);
    if (f.scope != FigureScope::happening) out += ' ' + std::string(name_of(f.scope));
    if (f.side) out += " of the " + std::string(name_of(*f.side));
  }
  for (const Actor& actor : claim.actors) out += ' ' + std::string(name_of(actor.role)) + ':' + *actor.name;
  if (claim.time) out += " @" + (claim.time->earliest ? claim.time->earliest->iso() : "?");
  if (claim.place) out += " @" + *claim.place->name;
  out += " | " + std::string(name_of(claim.source.kind));
  if (claim.source.name) {
    out += ' ' + *claim.source.name;
  } else if (claim.source.text) {
    out += ' ' + *claim.source.text;
  }
  return out;
}

std::string dump(std::string text) {
  Document document = document_of(std::move(text));
  std::string out;
  for (const Claim& claim : read(document).claims) out += (out.empty() ? "" : "; ") + dump(claim);
  return out;
}

struct Row {
  const char* text;
  const char* claims;
};

TEST(Claims, give_tolls_to_who_tells_them) {
  const Row rows[] = {
      {"Nine people died in the shelling of Goma, police said.", "shelling killed 9 @Goma | body police"},
      {"Two soldiers were wounded on Saturday.", "injury injured 2 @2031-05-03 | outlet"},
      {"Nine people were killed in Goma.", "death killed 9 @Goma | outlet"},
      {"Nine people were killed when shells hit a market in Goma on Saturday.",
       "shelling killed 9 @2031-05-03 @Goma | outlet"},
      {"“Nine people died,” said Ida Holm on Saturday.", "death killed 9 | named Ida Holm"},
      {"In total, 34 Taliban were killed and 65 others injured, Ida Holm said.",
       "death killed 34 cumulative of the victim injured 65 cumulative victim:Taliban | named Ida Holm"},
      {"Police said nine people died; the army said two did.",
       "death killed 9 | body Police; statement | body army"},
      {"A drone strike killed nine people.", "air_strike/drone killed 9 | outlet"},
      {"A suicide bomber killed nine people.", "suicide_bombing killed 9 | outlet"},
      {"Police arrested 12 men after protests.", "arrest detained 12 | outlet"},
      {"No one was killed in the attack.", "attack killed 0 | outlet"},
      {"No one was killed.", "death negated killed 0 | outlet"},
      {"Nine people may have been killed.", "death possible killed 9 | outlet"},
      {"The army denied that it had killed 12 civilians.",
       "death denied killed 12 of the victim | body army"},
      {"A day after an attack on the port, nine people died in a bus crash.", "death killed 9 | outlet"},
      {"A day after shells killed nine people in Goma, drones struck Aden on Sunday.",
       "shelling killed 9 @Goma | outlet"},
      {"Observers could not confirm the claim that six fighters were killed.", ""},
      {"Nine people were killed in two attacks on 3 and 4 May.", "attack killed 9 @2031-05-03 | outlet"},
      {"Nine people are missing.", ""},
      {"Holm rejected a report that nine people had been killed.", "death denied killed 9 | body Holm"},
      {"The council's claim that nine people were killed was rejected.", ""},
      {"It is false, as the paper wrote, that reports of nine deaths were ignored.", ""},
      {"I heard it said on their radio that nine people had been killed.", ""},
      {"The brigade's first statement, that none of its fighters was hurt, was false.", ""},
      {"The army still speaks of 14 guards killed.", "death killed 14 | body army"},
      {"The army put the number of guards killed at 14.", "death killed 14 cumulative | body army"},
      {"The death toll of the bombing rose to 19 on Monday.", "bombing killed 19 cumulative | outlet"},
      {"On 2 May, police arrested 12 men.", "arrest detained 12 @2031-05-02 | outlet"},
      {"A man died on Sunday, the third victim of the bombing.", "death killed 1 @2031-05-04 | outlet"},
      {"The army could confirm the deaths of four guards.", "death killed 4 | outlet"},
  };
  for (const Row& row : rows) EXPECT_EQ(dump(row.text), row.claims) << row.text;
}

TEST(Claims, give_every_attributed_passage_one) {
  const Row rows[] = {
      {"“We stay,” said Ida Holm.", "statement | named Ida Holm"},
      {"“We stay,” said Ida Holm. “Nobody leaves this town.”",
       "statement | named Ida Holm; statement | named Ida Holm"},
      {"The army denied that it had shelled Goma.", "denial denied actor:army | body army"},
      {"The council blamed the army for the raid.", "accusation actor:council | body council"},
      {"The UN condemned the raid.", "condemnation actor:UN | body UN"},
      {"Nobody spoke.", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(dump(row.text), row.claims) << row.text;
}

TEST(Claims, leave_time_and_place_out_where_the_clause_has_two) {
  const Row rows[] = {
      {"Nine people were killed on Saturday and Sunday.", "death killed 9 | outlet"},
      {"Nine people were killed in Goma and near Bukavu.", "death killed 9 | outlet"},
      {"Nine people were killed, police in Goma said on Saturday.", "death killed 9 | body police"},
      {"After talks in Kinshasa, nine people were killed.", "death killed 9 | outlet"},
  };
  for (const Row& row : rows) EXPECT_EQ(dump(row.text), row.claims) << row.text;
}

// A row is a text and the refs of its claims.
TEST(Claims, share_a_happening_only_where_the_toll_is_plainly_the_same) {
  const Row rows[] = {
      {"Nine people were killed in Goma. It was night. Nine people were killed, police said.", "h1 h1"},
      {"Nine people were killed. At least nine died in the shelling, police said.", "h1 h1"},
      {"Nine people were killed in Goma. Nine people were killed in Aden.", "h1 h2"},
      {"Nine people were killed on Saturday. Nine people were killed on Sunday.", "h1 h2"},
      {"Nine people were killed at the market. Nine people were killed at the bridge.", "h1 h2"},
      {"Nine people were killed at the night market. Nine people died at the market.", "h1 h1"},
      {"Nine people were killed. Nine fighters were killed.", "h1 h2"},
      {"Nine soldiers were killed. Nine civilians were killed.", "h1 h2"},
      {"Nine people were killed and 12 injured. Nine people were injured.", "h1 h2"},
      {"Two people were killed. Two people were killed.", "h1 h2"},
      {"Nine people were killed. Ten people were killed.", "h1 h2"},
      {"Nine people were arrested. Nine people were killed. Nine people were arrested.", "h1 h2 h1"},
      {"Nine people were killed. The army denied that nine people were killed.", "h1 h2"},
      {"More than nine people were killed. Nine people were killed.", "h1 h2"},
      {"“We stay,” said Ida Holm. “We stay,” said Ida Holm.", "h1 h2"},
  };
  for (const Row& row : rows) {
    Document document = document_of(row.text);
    std::string out;
    for (const Claim& claim : read(document).claims) out += (out.empty() ? "" : " ") + claim.event.ref;
    EXPECT_EQ(out, row.claims) << row.text;
  }
}

TEST(Claims, join_what_a_headline_tells) {
  DocumentContent content;
  content.text = "Two dead in raid\n\nTwo soldiers were killed on Sunday.";
  content.received = content.text;
  content.map = OffsetMap::identity(static_cast<std::uint32_t>(content.text.size()));
  content.parts.push_back({PartKind::headline, make_span(0, 16)});
  content.parts.push_back({PartKind::body, make_span(18, content.text.size())});
  Document document(std::move(content));
  Findings found = read(document);
  ASSERT_EQ(found.claims.size(), 2U);
  EXPECT_EQ(found.claims[0].event.ref, "h1");
  EXPECT_EQ(found.claims[1].event.ref, "h1");
  EXPECT_EQ(found.claims[1].because.back().value, "event.ref");
  EXPECT_EQ(found.claims[1].because.back().spans.size(), 2U);
}

TEST(Claims, carry_spans_ids_refs_and_reasons) {
  Document document = document_of(
      "Ida Holm, the mayor, said in a video on Saturday that nine people were killed in the attack. “We "
      "stay,” she said.");
  Findings found = read(document);
  ASSERT_EQ(found.claims.size(), 2U);
  const Claim& claim = found.claims[0];
  EXPECT_EQ(claim.id, "c1");
  EXPECT_EQ(claim.event.ref, "h1");
  EXPECT_EQ(found.claims[1].id, "c2");
  EXPECT_EQ(claim.report, document.id());
  EXPECT_EQ(document.view(claim.event.span), "attack");
  EXPECT_EQ(claim.event.codes->acled, std::nullopt);
  EXPECT_EQ(claim.event.codes->cameo, "190");
  EXPECT_EQ(document.view(*claim.source.span), "Ida Holm, the mayor");
  EXPECT_EQ(claim.source.said, Date::parse("2031-05-03"));
  EXPECT_EQ(claim.source.speech, Speech::indirect);
  EXPECT_TRUE(claim.evidence.contains(claim.figures[0].span));
  EXPECT_TRUE(claim.evidence.contains(*claim.source.span));
  std::string told;
  for (const Derivation& d : claim.because) told += d.value + ' ';
  EXPECT_EQ(told, "event.type figures source source.role source.said source.channels ");
  const Claim& second = found.claims[1];
  EXPECT_EQ(second.source.name, "Ida Holm");
  EXPECT_EQ(second.source.text, "she");
  EXPECT_LT(*second.confidence, *claim.confidence);
}

TEST(Claims, tell_silences) {
  Document document = document_of(
      "Nine people died, police said. The toll could not be independently verified. The army declined to "
      "comment.");
  Findings found = read(document);
  ASSERT_EQ(found.silences.size(), 2U);
  EXPECT_EQ(found.silences[0].kind, SilenceKind::could_not_verify);
  EXPECT_EQ(found.silences[0].about, std::vector<std::string>{"c1"});
  EXPECT_EQ(found.silences[1].kind, SilenceKind::no_comment);
  EXPECT_EQ(found.silences[1].who.text, "The army");
}

TEST(Claims, stop_at_their_bound_and_say_so) {
  std::string text;
  for (std::size_t i = 0; i <= limits::claims_per_report_max; ++i) text += "Holm said it was over. ";
  Document document = document_of(text);
  Findings found = read(document);
  EXPECT_EQ(found.claims.size(), limits::claims_per_report_max);
  ASSERT_EQ(found.notes.size(), 1U);
  EXPECT_EQ(found.notes[0].note.kind, NoteKind::cut_at_limit);
}

}  // namespace
}  // namespace sitrep
