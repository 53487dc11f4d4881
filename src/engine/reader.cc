#include "engine/reader.h"

#include <string>

#include "base/limits.h"
#include "claims/claims.h"
#include "codebook/codebook.h"
#include "discourse/discourse.h"
#include "language/analysis.h"
#include "mentions/figure/figure_finder.h"
#include "mentions/place/place_finder.h"
#include "mentions/speech/silence_finder.h"
#include "mentions/speech/speech_finder.h"
#include "mentions/time/time_finder.h"

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
  std::optional<Date> published;
  if (document.publication().published) published = document.publication().published->date;
  Mentions mentions;
  mentions.times = find_times(analysis, published);
  mentions.places = find_places(analysis);
  mentions.figures = find_figures(analysis);
  mentions.silences = find_silences(analysis, limits::claims_per_report_max);
  // One more than may become claims, so that make_claims sees that some are cut off.
  std::vector<SpeechMention> speech = find_speech(analysis, limits::claims_per_report_max + 1);
  Discourse discourse = put_together(analysis, mentions.times, mentions.figures, std::move(speech));
  return make_claims(analysis, mentions, discourse);
}

}  // namespace

std::vector<std::string_view> event_type_names() {
  std::vector<std::string_view> names;
  for (const EventType& type : event_types()) names.push_back(type.name);
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

Reading ReportReader::identity() const {
  Reading reading;
  reading.program = std::string("sitrep ") + SITREP_VERSION;
  if (kind_ == ReaderKind::rules) reading.codebook = std::string(codebook_name);
  return reading;
}

}  // namespace sitrep
