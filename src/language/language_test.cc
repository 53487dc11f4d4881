// The model's file, and the whole of reading with it. Without a model the latter are skipped.

#include "language/language.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

#include "base/limits.h"
#include "base/sha256.h"
#include "language/document_for_tests.h"
#include "language/model_file.h"
#include "language/places_of_files.h"
#include "text/utf8.h"

namespace sitrep {
namespace {

std::string little_endian(std::uint32_t value) {
  std::string bytes;
  for (int i = 0; i < 4; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFF);
  return bytes;
}

std::string container(std::uint32_t version, const std::string& header, const std::string& blob) {
  std::string bytes =
      "SITREPM1" + little_endian(version) + little_endian(static_cast<std::uint32_t>(header.size())) + header;
  bytes.resize((bytes.size() + 63) / 64 * 64, '\0');
  return bytes + blob;
}

std::string header_for(const std::string& blob, std::size_t offset, std::size_t size) {
  return R"({"name": "small", "version": "7", "labels": {"upos": ["NOUN", "VERB"]}, "blobs": {"vocab": {"offset": )" +
         std::to_string(offset) + R"(, "size": )" + std::to_string(size) + R"(, "sha256": ")" +
         sha256_hex(blob) + "\"}}}";
}

TEST(ModelFile, GivesItsBlobsAndLabels) {
  auto file =
      ModelFile::parse(container(1, header_for("word", 256, 4), std::string(64, ' ') + "word"), "small");
  ASSERT_FALSE(file);  // the blob stands elsewhere
  std::string header = header_for("word", 256, 4);
  std::string bytes = container(1, header, "");
  bytes.resize(256, '\0');
  auto good = ModelFile::parse(bytes + "word", "small");
  ASSERT_TRUE(good) << good.error().text();
  EXPECT_EQ((*good)->blob("vocab"), "word");
  EXPECT_EQ((*good)->blob("other"), "");
  EXPECT_EQ((*good)->labels("upos").size(), 2U);
  EXPECT_EQ((*good)->version(), "7");
  EXPECT_EQ((*good)->sha256(), sha256_hex(bytes + "word"));
}

TEST(ModelFile, DamageIsAnErrorThatSaysWhat) {
  std::string bytes = container(1, header_for("word", 256, 4), "");
  bytes.resize(256, '\0');
  bytes += "word";
  for (std::size_t cut : {0U, 7U, 15U, 40U, 255U, 259U})
    EXPECT_FALSE(ModelFile::parse(bytes.substr(0, cut), "cut")) << cut;
  std::string flipped = bytes;
  flipped[257] ^= 1;
  auto damaged = ModelFile::parse(flipped, "small");
  ASSERT_FALSE(damaged);
  EXPECT_EQ(damaged.error().message, "blob vocab is damaged");
  auto newer = ModelFile::parse(container(2, "{}", ""), "small");
  ASSERT_FALSE(newer);
  EXPECT_EQ(newer.error().message, "a language model of format 2; this program reads format 1");
  EXPECT_FALSE(ModelFile::parse(container(1, "{", ""), "small"));
  EXPECT_FALSE(ModelFile::parse(container(1, R"({"blobs": {"a": {"offset": -1, "size": 1}}})", ""), "small"));
  EXPECT_FALSE(ModelFile::parse(
      container(1, R"({"blobs": {"a": {"offset": 18446744073709551615, "size": 2}}})", ""), "small"));
}

TEST(Language, WithoutAModelSaysSo) {
  auto language = Language::open({"/nonexistent/english.model", 1, ""});
  ASSERT_FALSE(language);
  EXPECT_EQ(language.error().code, ErrorCode::not_found);
  EXPECT_FALSE(language.error().hint.empty());
}

class Reading : public testing::Test {
 protected:
  void SetUp() override {
    auto language = Language::english();
    if (!language) GTEST_SKIP() << language.error().text();
    language_ = *language;
  }
  std::shared_ptr<const Language> language_;
};

void expect_whole(const Document& document, const Syntax& syntax) {
  std::uint32_t at = 0;
  for (const Token& token : syntax.tokens) {
    ASSERT_LE(at, token.span.begin);
    ASSERT_LT(token.span.begin, token.span.end);
    ASSERT_FALSE(token.lemma.empty()) << document.view(token.span);
    at = token.span.end;
  }
  TokenIndex first = 0;
  for (const ReadSentence& sentence : syntax.sentences) {
    ASSERT_EQ(sentence.first, first);
    ASSERT_LT(first, sentence.last);
    std::size_t roots = 0;
    for (TokenIndex i = sentence.first; i < sentence.last; ++i) {
      TokenIndex head = i;
      for (std::size_t steps = 0; syntax.tokens[head].head != head; ++steps) {
        head = syntax.tokens[head].head;
        ASSERT_LE(steps, sentence.last - sentence.first) << "a circle";
        ASSERT_TRUE(head >= sentence.first && head < sentence.last);
      }
      ASSERT_EQ(head, sentence.root);
      roots += syntax.is_root(i) ? 1 : 0;
      ASSERT_EQ(syntax.is_root(i), syntax.tokens[i].relation == DependencyRelation::root);
    }
    ASSERT_EQ(roots, 1U);
    first = sentence.last;
  }
  ASSERT_EQ(first, syntax.tokens.size());
  for (const Name& name : syntax.names) {
    ASSERT_LT(name.first, name.last);
    ASSERT_TRUE(name.head >= name.first && name.head < name.last);
  }
  for (const Predicate& predicate : syntax.predicates) {
    for (const Argument& argument : predicate.arguments) {
      ASSERT_TRUE(argument.first <= argument.head && argument.head < argument.last);
      ASSERT_FALSE(argument.first <= predicate.token && predicate.token < argument.last);
    }
  }
}

TEST_F(Reading, TextsOfAnyShapeGiveTrees) {
  std::string long_word(3000, 'x');
  std::string list;
  for (int i = 0; i < 2000; ++i) list += "Kalmar " + std::to_string(i) + " ";
  for (const std::string& text :
       {std::string("Gunmen killed nine villagers near Kalmar on Monday, Ida Holm said."), std::string("x"),
        std::string("."), std::string(20'000, '\n'), long_word, list,
        std::string("🚀🚀 👩‍👩‍👧 \xE2\x80\x8B\x01 a"), std::string("مرحبا Holm 会议 said"),
        std::string("SHELLS HIT MARKET IN KALMAR. NINE DEAD"), std::string("")}) {
    Document document = document_of(text);
    Analysis analysis = language_->read(document);
    if (analysis.syntax() == nullptr) continue;
    expect_whole(document, *analysis.syntax());
    if (HasFatalFailure()) FAIL() << text.substr(0, 80);
  }
}

TEST_F(Reading, BoilerplateIsReadWhereAllIsAskedFor) {
  Document document = document_of("Monday, 5 May 2031", "2031-05-05", PartKind::boilerplate);
  EXPECT_TRUE(language_->read(document).syntax()->tokens.empty());
  EXPECT_EQ(language_->read(document, Reach::everything).syntax()->tokens.size(), 5U);
}

TEST_F(Reading, OtherLanguagesGetANote) {
  DocumentContent content;
  content.text = content.received = "Männen dödade nio bybor.";
  content.map = OffsetMap::identity(static_cast<std::uint32_t>(content.text.size()));
  content.parts.push_back({PartKind::body, make_span(0, content.text.size())});
  content.publication.language = "sv";
  Document document(std::move(content));
  Analysis analysis = language_->read(document);
  EXPECT_EQ(analysis.syntax(), nullptr);
  ASSERT_EQ(analysis.notes().size(), 1U);
  EXPECT_EQ(analysis.notes()[0].kind, NoteKind::not_english);
  Document russian = document_of("Боевики убили девять жителей деревни.");
  EXPECT_EQ(language_->read(russian).syntax(), nullptr);
}

std::string dump(const Syntax& syntax) {
  std::string out;
  for (const Token& t : syntax.tokens) {
    out += std::to_string(t.head) + " " + wire_name(t.relation) + " " + std::string(name_of(t.fine_tag)) +
           " " + t.lemma + " " + syntax.bundles[t.bundle] + "\n";
  }
  for (const Name& n : syntax.names) {
    out += std::to_string(n.first) + "-" + std::to_string(n.last) + " " + std::string(name_of(n.kind)) + "\n";
  }
  for (const Predicate& p : syntax.predicates) {
    out += std::to_string(p.token) + " " + p.sense;
    for (const Argument& a : p.arguments) out += " " + wire_name(a.label) + ":" + std::to_string(a.head);
    out += "\n";
  }
  return out;
}

// One at a time, all together, by one thread or many: what is read in a report is the same.
TEST_F(Reading, IsTheSameInAnyCompany) {
  std::vector<std::string> sentences = {
      "Gunmen killed nine villagers near Kalmar on Monday, Ida Holm said.",
      "The army denied it.",
      "“We will not leave the bridge until the brigade has handed over its mortars,” the mayor told "
      "reporters.",
      "Shells fell.",
      "He left.",
      "Two of the wounded, among them a child of six, died on the way to the hospital in Borgholm."};
  std::mt19937 random(4);
  std::vector<Document> documents;
  for (int i = 0; i < 24; ++i) {
    std::string text;
    for (std::size_t n = 1 + random() % 9; n > 0; --n) text += sentences[random() % sentences.size()] + " ";
    documents.push_back(document_of(text));
  }
  std::vector<std::string> alone;
  std::vector<const Document*> all;
  for (const Document& document : documents) {
    alone.push_back(dump(*language_->read(document).syntax()));
    all.push_back(&document);
  }
  for (unsigned threads : {1U, 2U, 4U}) {
    std::vector<Analysis> together = language_->read_all(all, threads);
    ASSERT_EQ(together.size(), documents.size());
    for (std::size_t i = 0; i < documents.size(); ++i) EXPECT_EQ(dump(*together[i].syntax()), alone[i]) << i;
  }
  std::vector<std::string> beside(documents.size());
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      for (std::size_t i = t; i < documents.size(); i += 4)
        beside[i] = dump(*language_->read(documents[i]).syntax());
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(beside, alone);
}

TEST_F(Reading, ACacheThatCannotBeWrittenCostsNothingElse) {
  auto language = Language::open({english_model_path(), 1, "/proc/nothing/here"});
  ASSERT_TRUE(language) << language.error().text();
  Document document = document_of("He left.");
  EXPECT_EQ((*language)->read(document).syntax()->tokens.size(), 3U);
}

TEST_F(Reading, SentencesPastTheLimitAreNotedAndNotRead) {
  auto language = Language::open({english_model_path(), 1, {}});
  ASSERT_TRUE(language) << language.error().text();
  std::string text;
  for (std::size_t i = 0; i < limits::read_sentences_max + 10; ++i) text += "Fire. ";
  Analysis analysis = (*language)->read(document_of(text));
  EXPECT_EQ(analysis.syntax()->sentences.size(), limits::read_sentences_max);
  EXPECT_EQ(analysis.syntax()->tokens.size(), 2 * limits::read_sentences_max);
  std::vector<Span> cut;
  for (const Note& note : analysis.notes()) {
    if (note.kind == NoteKind::cut_at_limit && note.evidence) cut.push_back(*note.evidence);
  }
  ASSERT_EQ(cut.size(), 1U);
  EXPECT_EQ(cut[0].begin, 6 * limits::read_sentences_max);
}

}  // namespace
}  // namespace sitrep
