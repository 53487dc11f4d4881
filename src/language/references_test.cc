// Who is meant again, in small trees made by hand.

#include "language/references.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

namespace sitrep {
namespace {

// A token: word, fine tag, head (0: root), relation, and the kind of name that it begins or goes on ("PER").
struct Row {
  const char* word;
  const char* tag;
  TokenIndex head;
  const char* relation;
  const char* kind = "";
};

WordTag word_tag(std::string_view fine) {
  if (fine == "NNP") return WordTag::PROPN;
  if (fine == "NN" || fine == "NNS") return WordTag::NOUN;
  if (fine == "PRP" || fine == "PRP$") return WordTag::PRON;
  return fine == "DT" ? WordTag::DET : fine == "." || fine == "," ? WordTag::PUNCT : WordTag::VERB;
}

// The entities, each as its phrases: "Ida Holm, She; ..." of sentences that are given as rows.
std::string entities(const std::vector<std::vector<Row>>& sentences) {
  Syntax syntax;
  std::string text;
  for (const std::vector<Row>& rows : sentences) {
    ReadSentence sentence;
    sentence.first = static_cast<TokenIndex>(syntax.tokens.size());
    const char* before = "";
    for (const Row& row : rows) {
      Token token;
      token.span = make_span(text.size(), text.size() + std::string(row.word).size());
      text += std::string(row.word) + " ";
      auto here = static_cast<TokenIndex>(syntax.tokens.size());
      token.head = row.head == 0 ? here : sentence.first + row.head - 1;
      token.relation = relation_of(row.relation);
      token.fine_tag = fine_tag_of(row.tag);
      token.tag = word_tag(row.tag);
      token.features.number = std::string(row.tag) == "NNS" ? Number::plural : Number::singular;
      token.norm = row.word;
      for (char& c : token.norm) c = static_cast<char>(std::tolower(c));
      token.lemma = token.norm;
      bool goes_on = *row.kind != 0 && std::string(before) == row.kind;
      if (goes_on) {
        syntax.names.back().last = here + 1;
      } else if (*row.kind != 0) {
        Name name;
        name.first = name.head = here;
        name.last = here + 1;
        name.kind = *name_kind_of(row.kind);
        syntax.names.push_back(name);
      }
      if (*row.kind != 0 && token.relation != DependencyRelation::flat &&
          token.relation != DependencyRelation::compound) {
        syntax.names.back().head = here;
      }
      before = row.kind;
      syntax.tokens.push_back(token);
    }
    sentence.last = static_cast<TokenIndex>(syntax.tokens.size());
    syntax.sentences.push_back(sentence);
  }
  std::map<std::uint32_t, std::string> phrases;
  for (const Reference& reference : find_references(syntax, text)) {
    std::string& all = phrases[reference.entity];
    all += (all.empty() ? "" : ", ") + text.substr(reference.span.begin, reference.span.size());
  }
  std::string out;
  for (const auto& [entity, all] : phrases) out += (out.empty() ? "" : "; ") + all;
  return out;
}

TEST(References, NamesWithTheirShortFormsAndPronouns) {
  EXPECT_EQ(
      entities(
          {{{"Ida", "NNP", 3, "nsubj", "PER"}, {"Holm", "NNP", 1, "flat", "PER"}, {"left", "VBD", 0, "root"}},
           {{"Holm", "NNP", 2, "nsubj", "PER"},
            {"said", "VBD", 0, "root"},
            {"she", "PRP", 4, "nsubj"},
            {"stayed", "VBD", 2, "ccomp"}}}),
      "Ida Holm, Holm, she");
}

TEST(References, PeopleOfOneSurnameAreTwo) {
  EXPECT_EQ(
      entities(
          {{{"Ida", "NNP", 3, "nsubj", "PER"}, {"Holm", "NNP", 1, "flat", "PER"}, {"left", "VBD", 0, "root"}},
           {{"Ola", "NNP", 3, "nsubj", "PER"},
            {"Holm", "NNP", 1, "flat", "PER"},
            {"stayed", "VBD", 0, "root"}}}),
      "");
}

TEST(References, AcronymsAndDescriptionsOfBodies) {
  EXPECT_EQ(entities({{{"Kalmar", "NNP", 3, "compound", "ARMED"},
                       {"River", "NNP", 3, "compound", "ARMED"},
                       {"Brigade", "NNP", 4, "nsubj", "ARMED"},
                       {"fled", "VBD", 0, "root"}},
                      {{"KRB", "NNP", 2, "nsubj", "ARMED"},
                       {"denied", "VBD", 0, "root"},
                       {"its", "PRP$", 4, "nmod:poss"},
                       {"flight", "NN", 2, "obj"}}}),
            "Kalmar River Brigade, KRB, its");
  EXPECT_EQ(entities({{{"a", "DT", 2, "det"}, {"group", "NN", 3, "nsubj"}, {"fired", "VBD", 0, "root"}},
                      {{"the", "DT", 2, "det"}, {"group", "NN", 3, "nsubj"}, {"fled", "VBD", 0, "root"}}}),
            "a group, the group");
}

TEST(References, ItMayMeanAThingAndIsThenLeftOut) {
  EXPECT_EQ(entities({{{"The", "DT", 2, "det"}, {"bridge", "NN", 3, "nsubj"}, {"stands", "VBZ", 0, "root"}},
                      {{"It", "PRP", 2, "nsubj"}, {"holds", "VBZ", 0, "root"}}}),
            "");
}

TEST(References, HeIsNotShe) {
  EXPECT_EQ(entities({{{"Mrs", "NNP", 2, "compound"},
                       {"Holm", "NNP", 3, "nsubj", "PER"},
                       {"met", "VBD", 0, "root"},
                       {"Berg", "NNP", 3, "obj", "PER"}},
                      {{"He", "PRP", 2, "nsubj"}, {"left", "VBD", 0, "root"}}}),
            "Berg, He");
}

}  // namespace
}  // namespace sitrep
