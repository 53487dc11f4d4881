#include "engine/reader.h"

#include <string>

#include "claims/claims.h"
#include "codebook/codebook.h"
#include "engine/mentions.h"
#include "language/analysis.h"
#include "language/language.h"

namespace sitrep {
namespace {

// Told to be, or nothing told and no note that it is another.
bool in_english(const Document& document) {
  for (const Note& note : document.notes()) {
    if (note.kind == NoteKind::not_english) return false;
  }
  const auto& language = document.publication().language;
  return !language || is_english(*language);
}

Findings read_english(const Document& document) {
  Analysis analysis(document);
  Found found = find_all(analysis);
  return make_claims(analysis, found.mentions, found.discourse);
}

}  // namespace

std::vector<std::string_view> event_type_names() {
  std::vector<std::string_view> names;
  for (const EventType* type : Codebook::standard().types()) names.push_back(type->name);
  return names;
}

ReportReader::ReportReader(ReaderKind kind) : kind_(kind) {}

Findings ReportReader::read(const Document& document) const {
  Findings findings;
  if (kind_ == ReaderKind::rules && in_english(document)) findings = read_english(document);
  std::vector<ReportNote> notes;
  for (const Note& note : document.notes()) notes.push_back({document.id(), note});
  findings.notes.insert(findings.notes.begin(), notes.begin(), notes.end());
  return findings;
}

std::vector<Mention> ReportReader::mentions(const Document& document) const {
  if (kind_ != ReaderKind::rules || !in_english(document)) return {};
  auto language = Language::english();
  Analysis analysis = language ? (*language)->read(document) : Analysis(document);
  return mentions_of(analysis, find_all(analysis));
}

Reading ReportReader::identity() const {
  Reading reading;
  reading.program = std::string("sitrep ") + SITREP_VERSION;
  if (kind_ == ReaderKind::rules) reading.codebook = Codebook::standard().identity();
  return reading;
}

}  // namespace sitrep
