// The reader: a document in, claims and their kin out. The one place that knows the order of the
// reading steps. Thread-safe once made.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "codebook/codebook.h"
#include "lexicon/actors.h"
#include "record/record.h"

namespace sitrep {

// What reads a report: `rules` is the reader of this version; `none` keeps the report and reads
// nothing (intake's notes stay).
SITREP_ENUM(ReaderKind, rules, none);

// The types of event that a claim may be about, in order: the words of the codebook.
std::vector<std::string_view> event_type_names();

class ReportReader {
 public:
  // `codebook`, `actors` null: those that ship.
  explicit ReportReader(ReaderKind kind, std::shared_ptr<const Codebook> codebook = {},
                        std::shared_ptr<const ActorLexicon> actors = {});

  // Claims, relations, silences and notes in the text's order, ids and refs given, deterministic.
  // Documents that are not English get notes only.
  [[nodiscard]] Findings read(const Document& document) const;

  // What the finders found, in the text's order, with the help of the language model where there is one.
  // Nothing in documents that are not English.
  [[nodiscard]] std::vector<Mention> mentions(const Document& document) const;

  // Program, model, codebook versions; `report` is filled in by the caller of prepare(). Loads the model
  // when that was not done yet (0.3 s), so that it names the one that reads, or none.
  [[nodiscard]] Reading identity() const;

 private:
  [[nodiscard]] const ActorLexicon& actors() const;

  ReaderKind kind_;
  std::shared_ptr<const Codebook> codebook_;
  std::shared_ptr<const ActorLexicon> actors_;
};

// Why reports are read by rules alone; nothing where the language model reads them. Loads it when that
// was not done yet.
std::optional<Error> model_missing();

}  // namespace sitrep
