// What every reading holds to, whatever the rules find: order, ids, notes, the same output twice.
#include "engine/reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "base/limits.h"
#include "codebook/codebook.h"
#include "language/document_for_tests.h"
#include "record/json.h"

namespace sitrep {
namespace {

constexpr const char* two_sources =
    "At least nine people were killed in Goma on Saturday, the mayor said. “We stay,” said Ida Holm. Nine "
    "people were killed in Goma, a doctor said. The army denied it. The army declined to comment.";

Document document_with(std::string text, std::optional<std::string> language, std::vector<Note> notes) {
  DocumentContent content;
  content.received = text;
  content.map = OffsetMap::identity(static_cast<std::uint32_t>(text.size()));
  content.parts.push_back({PartKind::body, make_span(0, text.size())});
  content.text = std::move(text);
  content.publication.language = std::move(language);
  content.notes = std::move(notes);
  return Document(std::move(content));
}

std::string lines_of(const Document& document, const Findings& findings) {
  return json_lines(report_of(document), findings, document.positions());
}

TEST(Reader, reads_english_only) {
  struct Row {
    const char* language;
    bool read;
  };
  const Row rows[] = {{"en", true},  {"en-GB", true}, {"EN", true},  {nullptr, true},
                      {"sv", false}, {"eng", false},  {"enm", false}};
  ReportReader reader(ReaderKind::rules);
  for (const Row& row : rows) {
    auto language = row.language != nullptr ? std::optional<std::string>(row.language) : std::nullopt;
    Document document = document_with("Nine people were killed, police said.", language, {});
    EXPECT_EQ(reader.read(document).claims.size(), row.read ? 1U : 0U) << language.value_or("not told");
  }
}

TEST(Reader, gives_no_more_than_notes_where_the_text_is_not_english) {
  Note note;
  note.kind = NoteKind::not_english;
  note.message = "the text is in Swedish";
  Document document = document_with(two_sources, std::nullopt, {note});
  Findings found = ReportReader(ReaderKind::rules).read(document);
  EXPECT_TRUE(found.claims.empty());
  EXPECT_TRUE(found.silences.empty());
  EXPECT_TRUE(found.relations.empty());
  ASSERT_EQ(found.notes.size(), 1U);
  EXPECT_EQ(found.notes[0].report, document.id());
  EXPECT_EQ(found.notes[0].note.kind, NoteKind::not_english);
}

TEST(Reader, reads_nothing_when_told_to_and_keeps_the_notes) {
  Note note;
  note.kind = NoteKind::garbled;
  Document document = document_with(two_sources, "en", {note});
  Findings found = ReportReader(ReaderKind::none).read(document);
  EXPECT_TRUE(found.claims.empty());
  EXPECT_TRUE(found.silences.empty());
  ASSERT_EQ(found.notes.size(), 1U);
  EXPECT_EQ(found.notes[0].note.kind, NoteKind::garbled);
}

TEST(Reader, says_what_it_is) {
  Reading rules = ReportReader(ReaderKind::rules).identity();
  EXPECT_EQ(rules.program.rfind("sitrep ", 0), 0U);
  EXPECT_GT(rules.program.size(), std::string("sitrep ").size());
  EXPECT_EQ(rules.codebook, Codebook::standard().identity());
  Reading none = ReportReader(ReaderKind::none).identity();
  EXPECT_EQ(none.program, rules.program);
  EXPECT_NE(none, rules);
}

TEST(Reader, numbers_claims_and_happenings_in_the_texts_order) {
  Document document = document_of(two_sources);
  Findings found = ReportReader(ReaderKind::rules).read(document);
  ASSERT_EQ(found.claims.size(), 4U);
  EXPECT_TRUE(std::is_sorted(found.claims.begin(), found.claims.end(), [](const Claim& a, const Claim& b) {
    return a.evidence.begin < b.evidence.begin;
  }));
  std::size_t happenings = 0;
  for (std::size_t i = 0; i < found.claims.size(); ++i) {
    const Claim& claim = found.claims[i];
    EXPECT_EQ(claim.id, "c" + std::to_string(i + 1));
    EXPECT_EQ(claim.report, document.id());
    // A ref is the next one, or one that was given before.
    std::size_t ref = std::stoul(claim.event.ref.substr(1));
    EXPECT_EQ(claim.event.ref[0], 'h');
    EXPECT_LE(ref, happenings + 1);
    happenings = std::max(happenings, ref);
  }
  EXPECT_EQ(happenings, 3U) << "the mayor and the doctor tell of the same nine";
  ASSERT_EQ(found.silences.size(), 1U);
}

TEST(Reader, reads_the_same_twice) {
  Document document = document_of(two_sources);
  Document again = document_of(two_sources);
  ReportReader reader(ReaderKind::rules);
  std::string first = lines_of(document, reader.read(document));
  EXPECT_EQ(lines_of(document, reader.read(document)), first);
  EXPECT_EQ(lines_of(again, ReportReader(ReaderKind::rules).read(again)), first);
}

TEST(Reader, bounds_its_claims_and_says_so) {
  std::string text;
  for (std::size_t i = 0; i <= limits::claims_per_report_max; ++i) text += "Nine people were killed. ";
  Document document = document_of(std::move(text));
  Findings found = ReportReader(ReaderKind::rules).read(document);
  EXPECT_EQ(found.claims.size(), limits::claims_per_report_max);
  // Of the claims; the syntax of so long a text is cut off too, where a model reads it.
  ASSERT_GE(found.notes.size(), 1U);
  for (const ReportNote& note : found.notes) EXPECT_EQ(note.note.kind, NoteKind::cut_at_limit);
}

TEST(Reader, mentions_stand_in_the_texts_order) {
  ReportReader reader(ReaderKind::rules);
  Document document = document_with(two_sources, "en", {});
  std::vector<Mention> mentions = reader.mentions(document);
  ASSERT_FALSE(mentions.empty());
  bool of_kind[enum_names<MentionKind>().size()] = {};
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Mention& m = mentions[i];
    of_kind[static_cast<std::size_t>(m.kind)] = true;
    EXPECT_EQ(m.report, document.id());
    EXPECT_EQ(m.text, document.view(m.span));
    if (i == 0) continue;
    const Mention& before = mentions[i - 1];
    EXPECT_TRUE(before.span.begin < m.span.begin ||
                (before.span.begin == m.span.begin && before.span.end >= m.span.end))
        << before.text << " / " << m.text;
  }
  for (MentionKind kind : {MentionKind::time, MentionKind::place, MentionKind::figure, MentionKind::source}) {
    EXPECT_TRUE(of_kind[static_cast<std::size_t>(kind)]) << name_of(kind);
  }
  EXPECT_TRUE(reader.mentions(document_with(two_sources, "sv", {})).empty());
  EXPECT_TRUE(ReportReader(ReaderKind::none).mentions(document).empty());
}

}  // namespace
}  // namespace sitrep
