// A row is a text and its notes: kind and words.
#include "claims/notes.h"

#include <gtest/gtest.h>

#include <string>

#include "claims/garbled.h"
#include "language/document_for_tests.h"
#include "language/language.h"
#include "mentions/figure/figure_finder.h"
#include "mentions/place/place_finder.h"
#include "mentions/speech/speech_finder.h"
#include "mentions/time/time_finder.h"

namespace sitrep {
namespace {

struct Row {
  const char* text;
  const char* notes;
};

std::string dump(const Analysis& analysis, const Document& document) {
  Mentions mentions;
  mentions.times = find_times(analysis, Date::parse("2031-05-05"));
  mentions.places = find_places(analysis);
  mentions.figures = find_figures(analysis);
  Findings found =
      make_claims(analysis, mentions,
                  put_together(analysis, mentions.times, mentions.figures, find_speech(analysis, 100)));
  std::string out;
  for (const ReportNote& n : found.notes) {
    EXPECT_EQ(document.view(*n.note.evidence), n.note.text);
    EXPECT_FALSE(n.note.message.empty());
    out += (out.empty() ? "" : "; ") + std::string(name_of(n.note.kind)) + ": " + n.note.text;
  }
  return out;
}

TEST(Notes, tell_words_that_nobody_wrote) {
  const Row rows[] = {
      {"The picture came ervia Kalmar Press.", "garbled: ervia"},
      {"The shlls fell at night.", "garbled: shlls"},
      {"Nine soliders were killed.", "garbled: soliders"},
      {"Nine people were killled.", "garbled: killled"},
      {"The mayor ofthe town left.", "garbled: ofthe"},
      {"The framers of the law met.", ""},
      {"The mujahedin fired at the madrasa.", ""},
      {"The muezzin and the imam left for the wadi.", ""},
      {"Trivia and salvia, the lathe and the eland.", ""},
      {"Shlls is a village in Kalmar.", ""},
      {"The shlls fell. More shlls fell. Then shlls again.", ""},
  };
  for (const Row& row : rows) {
    Document document = document_of(row.text);
    EXPECT_EQ(dump(Analysis(document), document), row.notes) << row.text;
  }
}

TEST(Notes, tell_days_that_cannot_be) {
  const Row rows[] = {
      {"They met on Wednesday, May 7.", ""},
      {"They met on Monday, May 7.", "date_mismatch: Monday, May 7"},
      {"They met on Monday, 7 May.", "date_mismatch: Monday, 7 May"},
      {"They met on Wednesday, September 1, 2021.", ""},
      {"They met on Tuesday, September 1, 2021.", "date_mismatch: Tuesday, September 1, 2021"},
      {"They met on Wednesday the 7th of May.", ""},
      {"They met on Wednesday 31 December.", ""},
      {"On Monday, 12 men left.", ""},
  };
  for (const Row& row : rows) {
    Document document = document_of(row.text);
    EXPECT_EQ(dump(Analysis(document), document), row.notes) << row.text;
  }
  Document undated = document_of("They met on Monday, May 7.", "");
  EXPECT_EQ(dump(Analysis(undated), undated), "");
}

TEST(Notes, tell_sentences_told_twice) {
  const Row rows[] = {
      {"The army sent tanks to the old port. It was dark. The army sent tanks to the old port.",
       "duplicate_sentence: The army sent tanks to the old port."},
      {"He left. He left.", ""},
      {"The army sent tanks to the old port. The army sent tanks to the new port.", ""},
  };
  for (const Row& row : rows) {
    Document document = document_of(row.text);
    EXPECT_EQ(dump(Analysis(document), document), row.notes) << row.text;
  }
}

TEST(Notes, tell_terms_that_do_not_fit) {
  const Row rows[] = {
      {"The Taliban took Kabul. Then the Taliban left. The anti-Italian militias of Afghanistan came.",
       "suspicious_term: anti-Italian"},
      {"The Taliban took Kabul. Then the Taliban left Italy. The anti-Italian militias came.", ""},
      {"The rebels took Kabul. The anti-Italian militias came.", ""},
      {"The Taliban took Kabul. Then the Taliban left. The anti-Taliban militias came.", ""},
  };
  for (const Row& row : rows) {
    Document document = document_of(row.text);
    EXPECT_EQ(dump(Analysis(document), document), row.notes) << row.text;
  }
}

TEST(Notes, tell_parts_that_exceed_their_whole) {
  const Row rows[] = {
      {"Five people were killed, 12 of them children.", "contradiction: Five people were killed, 12"},
      {"Twelve people were killed, five of them children.", ""},
      {"At least five people were killed, 12 of them children.", ""},
  };
  for (const Row& row : rows) {
    Document document = document_of(row.text);
    EXPECT_EQ(dump(Analysis(document), document), row.notes) << row.text;
  }
}

TEST(Notes, tell_deeds_of_days_to_come) {
  auto language = Language::english();
  if (!language) GTEST_SKIP() << language.error().text();
  const Row rows[] = {
      {"Rebels attacked the port on 12 June 2031.", "date_mismatch: 12 June 2031"},
      {"Rebels attacked the port on 2 May 2031.", ""},
      {"Rebels will attack the port on 12 June 2031.", ""},
      {"The talks were set for 12 June 2031.", ""},
  };
  for (const Row& row : rows) {
    Document document = document_of(row.text);
    EXPECT_EQ(dump((*language)->read(document), document), row.notes) << row.text;
  }
}

TEST(Garbled, letters_between_counts_changes) {
  EXPECT_EQ(letters_between("italian", "taliban"), 2);
  EXPECT_EQ(letters_between("", "abc"), 3);
  EXPECT_EQ(letters_between("same", "same"), 0);
}

}  // namespace
}  // namespace sitrep
