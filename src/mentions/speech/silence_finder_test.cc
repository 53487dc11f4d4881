// A row is a sentence and its silences: "The army declined to comment" -> "no_comment The army".
#include "mentions/speech/silence_finder.h"

#include <gtest/gtest.h>

#include "language/document_for_tests.h"

namespace sitrep {
namespace {

std::string dump(std::string text) {
  Document document = document_of(std::move(text));
  Analysis a(document);
  std::string out;
  for (const SilenceMention& m : find_silences(a, 100)) {
    if (!out.empty()) out += "; ";
    out += std::string(name_of(m.kind)) + ' ' + (m.who ? std::string(a.text(m.who->span)) : "-");
  }
  return out;
}

TEST(SilenceFinder, finds_who_did_not_speak) {
  struct Row {
    const char* text;
    const char* silences;
  };
  const Row rows[] = {
      {"The Taliban have not commented on the raid.", "no_comment The Taliban"},
      {"The army declined to comment.", "no_comment The army"},
      {"The ministry has yet to comment.", "no_comment The ministry"},
      {"Ida Holm did not respond to a request for comment.", "no_comment Ida Holm"},
      {"The mayor's office did not immediately reply to emailed questions.", "no_comment The mayor's office"},
      {"The ministry made no immediate comment.", "no_comment The ministry"},
      {"There was no comment from the army.", "no_comment the army"},
      {"The governor was not available for comment.", "no_comment The governor"},
      {"A spokesman for the River Front could not be reached.",
       "unreachable A spokesman for the River Front"},
      {"The governor could not immediately be reached for comment.", "unreachable The governor"},
      {"The toll could not be independently verified.", "could_not_verify -"},
      {"Reuters could not independently verify the report.", "could_not_verify Reuters"},
      {"AFP was unable to verify the footage.", "could_not_verify AFP"},
      {"An agreement could not be reached.", ""},
      {"The army has commented on it.", ""},
      {"“We have not commented,” the army said.", ""},
      {"The road could not be opened.", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(dump(row.text), row.silences) << row.text;
}

}  // namespace
}  // namespace sitrep
