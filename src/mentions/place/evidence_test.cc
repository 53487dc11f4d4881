#include "mentions/place/evidence.h"

#include <gtest/gtest.h>

#include "language/document_for_tests.h"
#include "mentions/place/place_finder.h"

namespace sitrep {
namespace {

TEST(Evidence, knows_the_outlets_country) {
  struct Row {
    const char* outlet;
    const char* uri;
    const char* country;
  };
  const Row rows[] = {
      {"The Kampala Courier", "", "UG"},
      {"Northern Kenyan Herald", "", "KE"},
      {"Harbour Post", "https://harbour-post.co.ke/7", "KE"},
      {"Harbour Post", "http://www.harbour-post.uk", "GB"},
      {"Harbour Post", "https://harbour-post.example/7", ""},
      {"Harbour Post", "https://harbour-post.io", ""},
      {"Harbour Post", "https://harbour-post.zz", ""},
      {"Sudan Voice", "https://voice.de", "SD"},
      {"", "", ""},
      {"", "no address", ""},
  };
  for (const Row& row : rows) {
    Publication publication;
    if (*row.outlet != 0) publication.outlet = row.outlet;
    if (*row.uri != 0) publication.uri = row.uri;
    EXPECT_EQ(outlet_country(publication, **Gazetteer::world()), row.country) << row.outlet << ' ' << row.uri;
  }
}

// Which Tripoli, Hyderabad or Georgia is meant.
TEST(Evidence, of_dateline_and_outlet_tells_places_apart) {
  struct Row {
    const char* text;
    const char* dateline;
    const char* outlet;
    const char* places;
  };
  const Row rows[] = {
      {"He was held in Tripoli.", "", "", "Tripoli LY in"},
      {"He was held in Tripoli.", "BEIRUT, Lebanon", "", "Tripoli LB/North Lebanon in"},
      {"He was held in Tripoli.", "TRIPOLI, Lebanon", "", "Tripoli LB/North Lebanon in"},
      {"He was held in Hyderabad.", "KARACHI", "", "Hyderabad PK/Sindh in"},
      {"He was held in Springfield.", "SPRINGFIELD, Missouri", "", "Springfield US/Missouri in"},
      {"He was held in Georgia.", "ATLANTA", "", "Georgia US province in"},
      {"He was held in Georgia.", "TBILISI", "", "Georgia GE country in"},
  };
  for (const Row& row : rows) {
    Document document = document_of(row.text, "2031-05-05", PartKind::body, row.dateline);
    Analysis analysis(document);
    auto places = find_places(analysis);
    ASSERT_EQ(places.size(), 1U) << row.text;
    EXPECT_EQ(dump_line(places[0]), row.places) << row.dateline;
  }
}

}  // namespace
}  // namespace sitrep
