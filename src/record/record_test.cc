#include "record/record.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "record/json.h"
#include "record/schema.h"

namespace sitrep {
namespace {

// Every field of every type set, over a text with characters of one to four bytes.
const std::string text = "Mörsergranaten 🔥 in Kalmar: «nine dead», said Ida Holm.";

Date day(const char* iso) { return *Date::parse(iso); }

Report full_report() {
  Report x;
  x.id = "sha256:00";
  x.publication.uri = "https://harbour-post.example/7";
  x.publication.outlet = "Harbour Post";
  x.publication.headline = "Nine dead";
  x.publication.published = DateTime{day("2031-05-04"), 36600, 120};
  x.publication.modified = DateTime{day("2031-05-05"), {}, {}};
  x.publication.dateline =
      Dateline{"KALMAR", day("2031-05-04"), "Northwire", "KALMAR (Northwire) -", Span{0, 6}};
  x.publication.byline = {"I. Moreno"};
  x.publication.credit = {"Northwire"};
  x.publication.language = "en";
  x.publication.because = {{"published", "time element", {}}, {"headline", "h1", {{0, 6}}}};
  x.provenance = {"a.html", "text/html", "UTF-8", "<urn:1>", "2031-05-04T00:00:00Z", "sha1:AA"};
  x.text = text;
  x.parts = {{PartKind::headline, {0, 15}}, {PartKind::body, {16, static_cast<std::uint32_t>(text.size())}}};
  return x;
}

Claim full_claim() {
  Claim x;
  x.id = "c1";
  x.report = "sha256:00";
  x.evidence = {0, static_cast<std::uint32_t>(text.size())};
  x.event = {"shelling",
             "mortar",
             "Mörsergranaten",
             {0, 15},
             "h2",
             "h1",
             Codes{"194", "ASSAULT", "a", "1", "ATTACK"}};
  x.status = {Polarity::denied, Modality::possible};
  x.actors = {{ActorRole::actor, "River Brigade", "brigade", "org:river", ActorKind::rebel_group, Span{0, 1},
               "SWE", "gov:SWE", CodesOfActor{"SWEREB", "SWE REB", "River Brigade", 2, "rebel"}}};
  x.instrument = Instrument{"mortar", "Mörser", Span{0, 7}};
  x.time = Time{TimePoint{day("2031-05-03"), 1050}, TimePoint{day("2031-05-04"), {}}, TimePrecision::interval,
                "then", Span{0, 1}};
  Place& site = x.place.emplace();
  site.role = PlaceRole::site;
  site.name = site.text = site.admin1 = site.admin2 = "Kalmar";
  site.lat = 56.66;
  site.lon = 16.36;
  site.uncertainty_m = 400;
  site.precision = PlacePrecision::point;
  site.country = "SE";
  site.gazetteer_id = "geonames:1";
  site.codes = PlaceCodes{"SWE", "752", "SW", 380, 380, "SE-H", 1, 210993};
  site.score = 0.9;
  site.candidates = {"geonames:2", "sitrep:kalmar-se"};
  site.span = Span{24, 30};
  Place& origin = x.places.emplace_back();
  origin.role = PlaceRole::origin;
  origin.name = "Oland";
  x.figures = {{Measure::killed,
                "civilians",
                ActorRole::target,
                9,
                9,
                Qualifier::at_least,
                FigureScope::part,
                Sex::female,
                AgeGroup::child,
                true,
                "nine",
                {34, 38}}};
  x.source = {SourceKind::named, "Ida Holm",
              "Ida Holm",        "mayor",
              "Kalmar city",     "civil",
              day("2031-05-04"), Anonymity::none,
              Speech::indirect,  "said",
              Span{52, 60},      {{"Northwire", "telephone", day("2031-05-04"), Span{0, 1}}}};
  x.answers = {{"c0", AnswerKind::denies}};
  x.confidence = 0.83;
  x.because = {{"time", "weekday", {{0, 1}}}, {"confidence", "none", {}}};
  return x;
}

std::vector<Record> one_of_each() {
  Derivation because{"kind", "a rule", {{0, 1}}};
  return {
      full_report(),
      full_claim(),
      Relation{"sha256:00",
               RelationKind::distance_from,
               {"a", "A", Span{0, 1}},
               {"b", "B", {}},
               80'000,
               {0, 1},
               {because}},
      Silence{
          "sha256:00", {{}, "The brigade", Span{0, 1}}, SilenceKind::unreachable, {"c1"}, {0, 1}, {because}},
      ReportNote{"sha256:00", {NoteKind::garbled, "shlls", Span{0, 1}, "perhaps shells"}},
      ReportNote{"sha256:00", {NoteKind::no_date, "", {}, "no date"}},
      Mention{"sha256:00",
              MentionKind::figure,
              "nine",
              {34, 38},
              "9",
              "DATE",
              "APPROX",
              full_claim().time,
              full_claim().place,
              ActorFacts{"org:river", ActorKind::rebel_group, "SWE", "gov:SWE", "commander", 9, 3,
                         full_claim().actors[0].codes},
              full_claim().figures[0],
              full_claim().source},
      Reading{"r1", "sha256:00", "sitrep 0.1.0", "m", "c", "g", "2031-05-04T00:00:00Z"},
      Event{"e1",
            "shelling",
            {{"sha256:00", "c1"}},
            full_claim().time,
            full_claim().place,
            {{Measure::killed, 7, 9, 8}},
            3,
            2,
            "ucdp",
            {because}},
      Account{"e1", "police", full_claim().source, {{"sha256:00", "c1"}}, true},
      Link{"l1", "e1", {"sha256:00", "c1"}, 0.5, {because}},
      Review{"v1", "ida", "2031-05-04T00:00:00Z", Decision::change, ClaimRef{"sha256:00", "c1"},
             ClaimRef{"sha256:01", "c2"}, "l1", "e1", "/figures/0/low", "8", "typo", "v0"}};
}

TEST(Record, every_field_of_every_type_survives_the_round_trip) {
  Positions positions(text);
  RecordReader reader;
  for (const Record& record : one_of_each()) {
    std::string line = json_line(record, positions);
    auto back = reader.read(line);
    ASSERT_TRUE(back) << back.error().text() << "\n" << line;
    EXPECT_TRUE(*back == record) << line;
    EXPECT_EQ(json_line(*back, positions), line);
  }
}

TEST(Record, spans_are_code_points_in_json) {
  Claim claim = full_claim();
  std::string line = json_line(claim, Positions(text));
  // "Mörsergranaten" is 15 bytes and 14 code points; the flame before Kalmar is 4 bytes and 1.
  EXPECT_NE(line.find(R"("text":"Mörsergranaten","begin":0,"end":14)"), std::string::npos) << line;
}

TEST(Record, unknown_is_left_out_never_null) {
  Claim claim;
  claim.id = "c1";
  claim.report = "sha256:00";
  claim.event.type = "clash";
  claim.event.text = "fighting";
  claim.event.ref = "h1";
  EXPECT_EQ(
      json_line(claim, Positions("")),
      R"({"type":"claim","data":{"id":"c1","report":"sha256:00","evidence":{"begin":0,"end":0},)"
      R"("event":{"type":"clash","text":"fighting","begin":0,"end":0,"ref":"h1"},)"
      R"("status":{"polarity":"affirmed","modality":"actual"},"source":{"kind":"outlet"},"because":[]}})");
}

TEST(Record, faults_are_named_with_their_place) {
  struct Row {
    const char* line;
    const char* message;
  };
  const Row rows[] = {
      {"", "parse error"},
      {"[1]", "wants {\"type\""},
      {R"({"type":"claim"})", "wants {\"type\""},
      {R"({"type":"clam","data":{}})", "/type \"clam\""},
      {R"({"type":"claim","data":[]})", "/data wants an object"},
      {R"({"type":"claim","data":{}})", "lacks \"id\""},
      {R"({"type":"silence","data":{"report":"r","who":{},"kind":"shy","evidence":{"begin":0,"end":1}}})",
       "/data/kind wants one of no_comment"},
      {R"({"type":"silence","data":{"report":"r","who":{},"kind":"no_comment","evidence":{"begin":0,"end":9}}})",
       "/data/evidence has the span 0-9, outside the text of 3 characters"},
      {R"({"type":"silence","data":{"report":"r","who":{},"kind":"no_comment","evidence":{"begin":2,"end":1}}})",
       "/data/evidence has the span"},
      {R"({"type":"silence","data":{"report":"r","who":{},"kind":"no_comment","evidence":{"begin":-1,"end":1}}})",
       "from 0 up"},
      {R"({"type":"reading","data":{"id":"r1","report":1,"program":"p"}})", "/data/report wants a string"},
  };
  for (const Row& row : rows) {
    auto read = RecordReader(Positions("abc")).read(row.line);
    ASSERT_FALSE(read) << row.line;
    EXPECT_NE(read.error().message.find(row.message), std::string::npos)
        << row.line << ": " << read.error().message;
  }
  // A span before any report has nothing to lie in.
  EXPECT_FALSE(RecordReader().read(rows[7].line));
}

TEST(Record, unknown_keys_of_newer_programs_are_passed_over) {
  auto read =
      RecordReader().read(R"({"type":"reading","data":{"id":"r1","report":"x","program":"p","new":[1]}})");
  ASSERT_TRUE(read);
  EXPECT_EQ(std::get<Reading>(*read).program, "p");
}

TEST(Record, deep_nesting_is_an_error_not_a_crash) {
  std::string deep = R"({"type":"claim","data":)" + std::string(100'000, '[');
  EXPECT_FALSE(RecordReader().read(deep));
  EXPECT_FALSE(RecordReader().read(deep + std::string(100'000, ']') + "}"));
}

TEST(Record, the_schema_file_is_what_the_program_makes) {
  std::string path = std::string(SITREP_SOURCE_DIR) + "/docs/record.schema.json";
  if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << record_schema();
  std::ifstream file(path, std::ios::binary);
  std::string kept((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  EXPECT_EQ(kept, record_schema()) << "run with UPDATE_GOLDEN=1 and look at the difference";
}

}  // namespace
}  // namespace sitrep
