// Language: reads a document's sentences, words, syntax, names and roles with the trained model.
//
//   auto language = Language::english();           // loaded once a process, when first asked for
//   if (!language) return fail(language);          // no model file: the rules alone still read
//   Analysis analysis = (*language)->read(document);
//   for (const Name& name : analysis.syntax()->names) ...
//
// Reading is deterministic: the same with any number of threads, and whatever else is read beside it.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "language/analysis.h"
#include "language/syntax.h"

namespace sitrep {

class SentenceReader;
class Session;
class ModelFile;
struct TextAtWork;
struct SentenceAtWork;

// What makes a reading what it is, for `sitrep version` and for the record.
struct LanguageIdentity {
  std::string model;      // "english"
  std::string version;    // of the model, as its file says
  std::string sha256;     // of the file
  std::string runtime;    // "OpenVINO 2026.4.1..."
  std::string processor;  // what of it the runtime can use: "AVX2, AVX-512, VNNI, BF16"
};

struct LanguageOptions {
  std::string model;         // the file
  unsigned threads = 0;      // that read at the same time; 0: one a core
  std::string cache_folder;  // see RuntimeOptions
};

// How much of a document is read: the report, or also what intake holds for boilerplate (date lines, notices,
// links).
enum class Reach { report, everything };

// Thread-safe.
class Language {
 public:
  // The English model that ships. Loading takes some 0.3 s (longer on a machine's first start), and its
  // failure is remembered too: not_found when the file is missing, malformed when it is damaged.
  static Result<std::shared_ptr<const Language>> english();
  static Result<std::shared_ptr<const Language>> open(const LanguageOptions& options);
  Language(const Language&) = delete;
  Language& operator=(const Language&) = delete;
  ~Language();

  // The rules' analysis with the model's syntax; on all cores that are idle. Documents in other languages
  // have no syntax but a note (in Analysis::notes); so has the rest of one that is longer than
  // limits::read_tokens_max or read_sentences_max.
  [[nodiscard]] Analysis read(const Document& document, Reach reach = Reach::report) const;

  // The same for many documents, quicker: sentences of like length are read together, by up to `threads`
  // threads (0: all that are idle). Memory grows with all the documents; give it some hundred at a time.
  [[nodiscard]] std::vector<Analysis> read_all(std::span<const Document* const> documents, unsigned threads,
                                               Reach reach = Reach::report) const;

  // Text whose tokens and sentences are known already; `ends` has one past the last token of each.
  [[nodiscard]] Result<Syntax> read_tokens(std::string_view text, std::span<const Span> tokens,
                                           std::span<const std::uint32_t> ends, unsigned threads = 1) const;

  [[nodiscard]] LanguageIdentity identity() const;

 private:
  Language() = default;
  Done read_texts(std::span<TextAtWork> texts, unsigned threads) const;
  using ReadBatch = Done (SentenceReader::*)(Session&, std::span<const SentenceAtWork>) const;
  Done read_sentences(std::vector<SentenceAtWork> sentences, unsigned threads, ReadBatch read_batch) const;
  std::unique_ptr<Session> borrow_session() const;
  void give_back(std::unique_ptr<Session> session) const;

  std::shared_ptr<const ModelFile> file_;
  std::unique_ptr<SentenceReader> reader_;
  unsigned threads_ = 1;
  mutable std::atomic<unsigned> active_ = 0;  // threads that read now
  mutable std::mutex mutex_;
  mutable std::vector<std::unique_ptr<Session>> sessions_;  // those that nobody uses now
};

// Of the English model that ships, without loading its graphs; nothing when there is none.
std::optional<LanguageIdentity> language_identity();

}  // namespace sitrep
