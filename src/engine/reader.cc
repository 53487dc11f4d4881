#include "engine/reader.h"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "claims/claims.h"
#include "codebook/codebook.h"
#include "engine/mentions.h"
#include "language/analysis.h"
#include "language/language.h"
#include "lexicon/gazetteer.h"
#include "mentions/place/place_finder.h"

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

// With the model's syntax, or by rules alone where there is no model.
Analysis analyse(const Document& document) {
  auto language = Language::english();
  return language ? (*language)->read(document) : Analysis(document);
}

Findings read_english(const Document& document, const Codebook& book, const ActorLexicon& actors) {
  Analysis analysis = analyse(document);
  Found found = find_all(analysis, actors);
  Findings findings = make_claims(analysis, found.mentions, found.discourse, book);
  for (const Note& note : analysis.notes()) findings.notes.push_back({document.id(), note});
  for (Note& note : notes_on_places(analysis, found.mentions.places)) {
    findings.notes.push_back({document.id(), std::move(note)});
  }
  return findings;
}

}  // namespace

std::vector<std::string_view> event_type_names() {
  std::vector<std::string_view> names;
  for (const EventType* type : Codebook::standard().types()) names.push_back(type->name);
  return names;
}

ReportReader::ReportReader(ReaderKind kind, std::shared_ptr<const Codebook> codebook,
                           std::shared_ptr<const ActorLexicon> actors)
    : kind_(kind),
      codebook_(codebook ? std::move(codebook) : Codebook::shared_standard()),
      actors_(std::move(actors)) {}

// Ours is loaded when a report is first read, not to tell a version.
const ActorLexicon& ReportReader::actors() const { return actors_ ? *actors_ : *ActorLexicon::standard(); }

Findings ReportReader::read(const Document& document) const {
  Findings findings;
  if (kind_ == ReaderKind::rules && in_english(document))
    findings = read_english(document, *codebook_, actors());
  std::vector<ReportNote> notes;
  for (const Note& note : document.notes()) notes.push_back({document.id(), note});
  findings.notes.insert(findings.notes.begin(), notes.begin(), notes.end());
  return findings;
}

std::vector<Mention> ReportReader::mentions(const Document& document) const {
  if (kind_ != ReaderKind::rules || !in_english(document)) return {};
  Analysis analysis = analyse(document);
  return mentions_of(analysis, find_all(analysis, actors()));
}

Reading ReportReader::identity() const {
  Reading reading;
  reading.program = std::string("sitrep ") + SITREP_VERSION;
  if (kind_ != ReaderKind::rules) return reading;
  reading.codebook = codebook_->identity();
  const auto& gazetteer = Gazetteer::world();
  if (gazetteer) reading.gazetteer = (*gazetteer)->identity();
  if (auto language = Language::english()) {
    const LanguageIdentity model = (*language)->identity();
    reading.model =
        fmt::format("{} {} (sha256 {}), {}", model.model, model.version, model.sha256, model.runtime);
  }
  return reading;
}

std::optional<Error> model_missing() {
  auto language = Language::english();
  return language ? std::nullopt : std::optional(language.error());
}

}  // namespace sitrep
