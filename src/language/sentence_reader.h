// Reads batches of sentences with the model's graphs, and makes trees, names and roles of the scores.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "language/encoded_text.h"
#include "language/lemmas.h"
#include "language/lost_case.h"
#include "language/model_file.h"
#include "language/names.h"
#include "language/runtime.h"
#include "language/syntax.h"
#include "language/word_pieces.h"

namespace sitrep {

// A text on its way to syntax. Sentences are read in any order, by any thread, each once; nothing else
// is written meanwhile.
struct TextAtWork {
  // What is found in a sentence and belongs to no single token.
  struct Found {
    std::vector<Name> names;
    std::vector<Predicate> predicates;
    bool case_lost = false;          // its names wait for the second reading
    bool case_restored = false;      // EncodedText::shape has the case that it seems to have had
    std::vector<float> name_scores;  // where case is lost: logarithms of the tags' probabilities
  };

  std::string_view text;
  Syntax syntax;  // with spans of tokens, and sentences' first, last, part and shouted
  EncodedText encoded;
  std::vector<Found> found;            // a row a sentence
  std::vector<NameEvidence> evidence;  // an entry a token, if a sentence's case is lost
};

struct SentenceAtWork {
  TextAtWork* text = nullptr;
  std::uint32_t sentence = 0;
};

// Thread-safe.
class SentenceReader {
 public:
  // Malformed when the file's graphs and labels do not fit each other: a first sentence is read to see.
  static Result<std::unique_ptr<SentenceReader>> load(std::shared_ptr<const ModelFile> file,
                                                      const RuntimeOptions& options);

  // Reads sentences that have the same padded length, at most batch_sentences_max of them.
  Done read(Session& session, std::span<const SentenceAtWork> batch) const;

  // The second reading of sentences whose case is lost (lost_case.h), after all of the text have been read:
  // restore_case, then read_names for each batch, then take_lost_names.
  void restore_case(TextAtWork& text) const;
  Done read_names(Session& session, std::span<const SentenceAtWork> batch) const;
  void take_lost_names(TextAtWork& text) const;

  [[nodiscard]] const WordPieces& word_pieces() const { return word_pieces_; }
  [[nodiscard]] std::unique_ptr<Session> session() const { return runtime_->session(); }
  [[nodiscard]] const std::vector<std::string>& bundles() const { return bundles_; }

 private:
  SentenceReader() = default;
  Done take_labels(const ModelFile& file);
  [[nodiscard]] Done fits(Session& session) const;
  Done read_tree(Session& session, std::span<const SentenceAtWork> batch) const;
  Done read_roles(Session& session, std::span<const SentenceAtWork> batch) const;
  struct PredicateAtWork {
    std::size_t row;  // of the batch
    Predicate predicate;
  };
  Done read_arguments(Session& session, std::span<const SentenceAtWork> batch,
                      std::span<PredicateAtWork> predicates) const;
  void tag(Session& session, std::span<const SentenceAtWork> batch) const;
  void find_names(Session& session, std::span<const SentenceAtWork> batch) const;
  void keep_evidence(Session& session, std::span<const SentenceAtWork> batch) const;
  void take_names(TextAtWork& text, std::uint32_t sentence, std::span<const float> scores) const;

  std::shared_ptr<const ModelFile> file_;  // the graphs' weights are views of it
  std::unique_ptr<Runtime> runtime_;
  WordPieces word_pieces_;
  std::vector<FineTag> fine_tags_;
  std::vector<WordTag> word_tags_;
  std::vector<std::string> bundles_;
  std::vector<Features> features_;  // of each bundle
  std::vector<DependencyRelation> relations_;
  std::vector<RoleLabel> roles_;
  std::optional<Lemmas> lemmas_;
  StringTable senses_;  // "lemma<tab>verb" or "lemma<tab>noun" -> sense
  std::optional<NameTags> name_tags_;
};

}  // namespace sitrep
