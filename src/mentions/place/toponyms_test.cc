// A row is a text and its places: "Paris US/Texas" is the town, "Afghan AF folk" a demonym, "Darby Street ?"
// a place that the gazetteer has no point for.
#include "mentions/place/toponyms.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "language/document_for_tests.h"
#include "mentions/place/toponym_words.h"

namespace sitrep {
namespace {

const Gazetteer& gazetteer() {
  static const auto opened = Gazetteer::open(gazetteer_path());
  if (!opened) ADD_FAILURE() << opened.error().message << ' ' << gazetteer_path();
  return **opened;
}

std::string dump(std::string text) {
  Document document = document_of(std::move(text));
  Analysis analysis(document);
  std::string out;
  for (const Toponym& t : find_toponyms(analysis, gazetteer())) {
    if (!out.empty()) out += "; ";
    out += analysis.text(t.span);
    if (t.place == no_place) {
      out += " ?";
      continue;
    }
    GazetteerPlace place = gazetteer().place(t.place);
    out += ' ' + std::string(place.country.empty() ? "-" : place.country);
    if (place.province != no_place && place.kind != PlaceKind::province) {
      out += '/' + std::string(gazetteer().place(place.province).name);
    }
    if (t.folk) out += " folk";
  }
  return out;
}

struct Row {
  const char* text;
  const char* places;
};

TEST(Toponyms, are_found_and_parted_from_other_names) {
  const Row rows[] = {
      {"Shells fell in Mariupol.", "Mariupol UA/Donetsk"},
      {"Fighters reached Bazarak in the Panjshir Valley.",
       "Bazarak AF/Panjshir; Panjshir Valley AF/Panjshir"},
      {"Afghan troops left Kunduz.", "Afghan AF folk; Kunduz AF/Kunduz"},
      {"Ukrainians fled Kharkov.", "Ukrainians UA folk; Kharkov UA/Kharkiv"},
      {"The U.S. sent aid.", "U.S. US"},
      {"The US sent aid to the UK.", "US US; UK GB"},
      {"They told us so.", ""},
      {"I'll go, and I'd pay.", ""},
      {"Nice of you to come.", ""},
      {"It was a nice day for reading.", ""},
      {"Maria Lincoln spoke. Lincoln said no more.", ""},
      {"Mr. Lincoln did not answer.", ""},
      {"A Paris-based group said so.", "Paris FR/Île-de-France"},
      {"The US-led force left.", "US US"},
      {"The house on Darby Street burned.", "Darby Street ?"},
      {"He flew to St. Petersburg.", "St. Petersburg RU/St.-Petersburg"},
      {"Azovstal was shelled.", "Azovstal UA/Donetsk"},
      {"Fighters were seen in Pandjchir.", "Pandjchir AF"},
      {"The port is near Hudaydeh.", "Hudaydeh YE/Al Hudaydah"},
      {"They believed in Gxqwvtr.", ""},
      {"They crossed the Strait of Hormuz.", "Strait of Hormuz -"},
      {"", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(dump(row.text), row.places) << row.text;
}

TEST(Toponyms, are_told_apart_by_the_rest_of_the_report) {
  const Row rows[] = {
      {"A fire broke out in Paris.", "Paris FR/Île-de-France"},
      {"A fire broke out in Paris, Texas.", "Paris US/Texas; Texas US"},
      {"Police in Paris, Texas, came. Paris was quiet.", "Paris US/Texas; Texas US; Paris US/Texas"},
      {"A storm hit Athens, Ga.", "Athens US/Georgia; Ga. US"},
      {"He was held in Tripoli. Lebanon and Beirut were quiet.",
       "Tripoli LB/North Lebanon; Lebanon LB; Beirut LB/Beirut"},
      {"He was held in Tripoli. Libya and Benghazi were quiet.",
       "Tripoli LY/Tripoli; Libya LY; Benghazi LY/Banghazi"},
      {"Georgia said Tbilisi was safe.", "Georgia GE; Tbilisi GE/Tbilisi"},
      {"In Georgia, Atlanta and Savannah were safe.", "Georgia US; Atlanta US/Georgia; Savannah US/Georgia"},
  };
  for (const Row& row : rows) EXPECT_EQ(dump(row.text), row.places) << row.text;
}

TEST(Toponyms, lie_in_the_text_in_order_and_apart) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "In Kabul, Paris Hilton met Jordan Reading of Of, Is and Mobile. ";
  Document document = document_of(text);
  Analysis analysis(document);
  std::uint32_t end = 0;
  for (const Toponym& t : find_toponyms(analysis, gazetteer())) {
    EXPECT_LE(end, t.span.begin);
    EXPECT_LT(t.span.begin, t.span.end);
    EXPECT_LE(t.span.end, text.size());
    EXPECT_TRUE(t.place == no_place ||
                std::any_of(t.candidates.begin(), t.candidates.end(),
                            [&](const PlaceCandidate& c) { return c.place == t.place; }));
    EXPECT_GE(t.score, 0);
    EXPECT_LE(t.score, 1.0001F);
    end = t.span.end;
  }
  EXPECT_GT(end, 0U);
}

TEST(ToponymWords, know_the_last_word_of_their_lists) {
  EXPECT_TRUE(is_given_name("aaron"));
  EXPECT_TRUE(is_given_name("zachary"));
  EXPECT_FALSE(is_given_name("kabul"));
  EXPECT_FALSE(is_given_name(""));
  EXPECT_TRUE(is_common_word("of"));
  EXPECT_TRUE(is_common_word("your"));
}

}  // namespace
}  // namespace sitrep
