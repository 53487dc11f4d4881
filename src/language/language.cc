#include "language/language.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <thread>

#include "base/limits.h"
#include "language/characters.h"
#include "language/places_of_files.h"
#include "language/references.h"
#include "language/sentence_reader.h"
#include "language/sentence_splitter.h"
#include "language/token_splitter.h"
#include "language/word_forms.h"

namespace sitrep {
namespace {

// What a document is told to be written in, or seems to be: most of its letters are Latin.
bool reads_as_english(const Document& document) {
  if (const auto& language = document.publication().language) return is_english(*language);
  std::size_t latin = 0;
  std::size_t other = 0;
  std::string_view text = document.text();
  for (std::size_t at = 0; at < text.size();) {
    CharacterSeen seen = character_at(text, at);
    if (seen.letter) ++(seen.value < 0x250 ? latin : other);
    at += seen.bytes;
  }
  return latin >= other;
}

// Links and notices of the page are no part of the report; datelines and bylines hold names.
bool is_read(PartKind kind, Reach reach) {
  return reach == Reach::everything || kind != PartKind::boilerplate;
}

void add_sentences(TextAtWork& at, std::span<const Span> tokens, std::span<const std::uint32_t> ends,
                   PartKind part) {
  auto first = static_cast<TokenIndex>(at.syntax.tokens.size());
  TokenIndex begin = 0;
  for (std::uint32_t end : ends) {
    ReadSentence sentence;
    sentence.first = first + begin;
    sentence.last = first + end;
    sentence.span = {tokens[begin].begin, tokens[end - 1].end};
    sentence.part = part;
    sentence.shouted = is_shouted(at.text, tokens.subspan(begin, end - begin));
    at.syntax.sentences.push_back(sentence);
    at.found.emplace_back().case_lost = is_case_lost(at.text, tokens.subspan(begin, end - begin));
    begin = end;
  }
  for (Span span : tokens) at.syntax.tokens.emplace_back().span = span;
}

void note_cut(TextAtWork& at, Span rest, std::size_t most, std::string_view what) {
  at.syntax.notes.push_back(
      {NoteKind::cut_at_limit, "", rest,
       fmt::format("the syntax of this and what follows was not read: more than {} {}", most, what)});
}

// Cuts the document's parts into tokens and sentences, and these into pieces.
void prepare(const Document& document, Reach reach, const SentenceReader& reader, TextAtWork& at) {
  at.text = document.text();
  std::vector<Span> all;
  std::vector<std::uint32_t> part_ends;
  std::vector<PartKind> kinds;
  for (const Part& part : document.parts()) {
    if (!is_read(part.kind, reach)) continue;
    std::size_t before = all.size();
    split_tokens(at.text, part.span, all);
    if (all.size() > limits::read_tokens_max) {
      Span rest = {all[limits::read_tokens_max].begin, part.span.end};
      all.resize(limits::read_tokens_max);
      note_cut(at, rest, limits::read_tokens_max, "words");
    }
    if (all.size() == before) continue;
    part_ends.push_back(static_cast<std::uint32_t>(all.size()));
    kinds.push_back(part.kind);
    if (all.size() == limits::read_tokens_max) break;
  }
  at.encoded = encode(reader.word_pieces(), at.text, all);
  std::uint32_t begin = 0;
  for (std::size_t i = 0; i < part_ends.size(); ++i) {
    std::span<const Span> tokens = std::span<const Span>(all).subspan(begin, part_ends[i] - begin);
    std::vector<std::uint32_t> ends;
    split_sentences(at.text, tokens, ends);
    EncodedText part;  // places of this part's pieces only: cut_by_pieces counts from its first token
    part.begin.assign(at.encoded.begin.begin() + begin, at.encoded.begin.begin() + part_ends[i] + 1);
    ends = cut_by_pieces(at.text, tokens, part, ends);
    std::size_t room = limits::read_sentences_max - at.syntax.sentences.size();
    if (ends.size() > room) {
      std::size_t kept = room == 0 ? 0 : ends[room - 1];
      note_cut(at, {tokens[kept].begin, tokens.back().end}, limits::read_sentences_max, "sentences");
      ends.resize(room);
      add_sentences(at, tokens.first(kept), ends, kinds[i]);
      break;
    }
    add_sentences(at, tokens, ends, kinds[i]);
    begin = part_ends[i];
  }
}

void finish(TextAtWork& at) {
  for (TextAtWork::Found& found : at.found) {
    at.syntax.names.insert(at.syntax.names.end(), found.names.begin(), found.names.end());
    std::move(found.predicates.begin(), found.predicates.end(), std::back_inserter(at.syntax.predicates));
  }
  at.found.clear();
  at.syntax.references = find_references(at.syntax, at.text);
}

// Sentences of one padded length each, the longest first, so that the threads end at about the same time.
// `sentences` is put into that order; the batches are views of it.
std::vector<std::span<const SentenceAtWork>> put_into_batches(std::vector<SentenceAtWork>& sentences) {
  auto length_of = [](const SentenceAtWork& at) {
    const ReadSentence& sentence = at.text->syntax.sentences[at.sentence];
    const auto& begin = at.text->encoded.begin;
    return padded_length(begin[sentence.last] - begin[sentence.first] + 2);
  };
  auto longer = [&](const SentenceAtWork& a, const SentenceAtWork& b) { return length_of(a) > length_of(b); };
  std::stable_sort(sentences.begin(), sentences.end(), longer);
  std::vector<std::span<const SentenceAtWork>> batches;
  for (std::size_t begin = 0; begin < sentences.size();) {
    auto first = sentences.begin() + static_cast<std::ptrdiff_t>(begin);
    auto end = std::upper_bound(first, sentences.end(), *first, longer);
    std::size_t size = batch_sentences(length_of(*first), static_cast<std::size_t>(end - first));
    batches.push_back(std::span<const SentenceAtWork>(sentences).subspan(begin, size));
    begin += size;
  }
  return batches;
}

LanguageIdentity identity_of(const ModelFile& file) {
  return {file.name(), file.version(), file.sha256(), runtime_version(), processor_features()};
}

tl::unexpected<Error> no_model(Error error) {
  if (error.code == ErrorCode::not_found) {
    error.message = "there is no English model";
    error.hint =
        "reports are read by rules alone; training/train makes the model, SITREP_MODEL names another file";
  }
  return fail(std::move(error));
}

}  // namespace

Result<std::shared_ptr<const Language>> Language::english() {
  static const Result<std::shared_ptr<const Language>> loaded =
      open({english_model_path(), 0, cache_folder()});
  return loaded;
}

Result<std::shared_ptr<const Language>> Language::open(const LanguageOptions& options) {
  auto file = ModelFile::open(options.model);
  if (!file) return no_model(file.error());
  RuntimeOptions runtime;
  runtime.threads =
      options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
  runtime.cache_folder = options.cache_folder;
  auto reader = SentenceReader::load(*file, runtime);
  if (!reader) return fail(Error(reader.error()).at(options.model));
  std::shared_ptr<Language> language(new Language);
  language->file_ = std::move(*file);
  language->reader_ = std::move(*reader);
  language->threads_ = runtime.threads;
  language->file_->release_memory();
  return std::shared_ptr<const Language>(std::move(language));
}

Language::~Language() = default;

Analysis Language::read(const Document& document, Reach reach) const {
  const Document* one = &document;
  return std::move(read_all(std::span(&one, 1), 0, reach).front());
}

std::vector<Analysis> Language::read_all(std::span<const Document* const> documents, unsigned threads,
                                         Reach reach) const {
  std::vector<Analysis> analyses;
  std::vector<TextAtWork> texts;
  std::vector<std::size_t> whose;
  analyses.reserve(documents.size());
  for (const Document* document : documents) {
    analyses.emplace_back(*document);
    if (!reads_as_english(*document)) {
      analyses.back().add_note({NoteKind::not_english, "", std::nullopt, "only English is read"});
      continue;
    }
    prepare(*document, reach, *reader_, texts.emplace_back());
    whose.push_back(analyses.size() - 1);
  }
  Done done = read_texts(texts, threads);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    Analysis& analysis = analyses[whose[i]];
    if (!done) {
      analysis.add_note({NoteKind::damaged, "", std::nullopt, done.error().message});
      continue;
    }
    for (const Note& note : texts[i].syntax.notes) analysis.add_note(note);
    analysis.set_syntax(std::make_shared<const Syntax>(std::move(texts[i].syntax)));
  }
  return analyses;
}

Result<Syntax> Language::read_tokens(std::string_view text, std::span<const Span> tokens,
                                     std::span<const std::uint32_t> ends, unsigned threads) const {
  TextAtWork at;
  at.text = text;
  at.encoded = encode(reader_->word_pieces(), text, tokens);
  add_sentences(at, tokens, cut_by_pieces(text, tokens, at.encoded, ends), PartKind::body);
  if (Done done = read_texts(std::span(&at, 1), threads); !done) return fail(done);
  return std::move(at.syntax);
}

// All sentences are read; then those whose case is lost are read again, for their names.
Done Language::read_texts(std::span<TextAtWork> texts, unsigned threads) const {
  std::vector<SentenceAtWork> all;
  std::vector<SentenceAtWork> lost;
  for (TextAtWork& at : texts) {
    at.syntax.bundles = reader_->bundles();
    std::size_t before = lost.size();
    for (std::uint32_t i = 0; i < at.syntax.sentences.size(); ++i) {
      all.push_back({&at, i});
      if (at.found[i].case_lost) lost.push_back({&at, i});
    }
    if (lost.size() > before) at.evidence.resize(at.syntax.tokens.size());
  }
  if (Done done = read_sentences(std::move(all), threads, &SentenceReader::read); !done) return done;
  for (TextAtWork& at : texts) reader_->restore_case(at);
  if (Done done = read_sentences(std::move(lost), threads, &SentenceReader::read_names); !done) return done;
  for (TextAtWork& at : texts) {
    reader_->take_lost_names(at);
    finish(at);
  }
  return {};
}

Done Language::read_sentences(std::vector<SentenceAtWork> sentences, unsigned threads,
                              ReadBatch read_batch) const {
  std::vector<std::span<const SentenceAtWork>> batches = put_into_batches(sentences);
  std::atomic<std::size_t> next = 0;
  std::mutex failure_mutex;
  Done failure;
  auto work = [&] {
    ++active_;
    std::unique_ptr<Session> session = borrow_session();
    for (std::size_t i = next++; i < batches.size(); i = next++) {
      Done done = (reader_.get()->*read_batch)(*session, batches[i]);
      if (done) continue;
      std::lock_guard lock(failure_mutex);
      failure = done;
    }
    give_back(std::move(session));
    --active_;
  };
  // As many as are asked for, there is work for, and cores are idle: many callers do not add up to more
  // threads than the runtime was given.
  unsigned others = active_;
  unsigned idle = threads_ > others ? threads_ - others : 1;
  unsigned most = threads == 0 ? idle : std::min(threads, idle);
  auto helpers = static_cast<unsigned>(std::min<std::size_t>(most, batches.size()));
  std::vector<std::thread> helping;
  for (unsigned i = 1; i < helpers; ++i) helping.emplace_back(work);
  if (!batches.empty()) work();
  for (std::thread& helper : helping) helper.join();
  return failure;
}

std::unique_ptr<Session> Language::borrow_session() const {
  {
    std::lock_guard lock(mutex_);
    if (!sessions_.empty()) {
      std::unique_ptr<Session> session = std::move(sessions_.back());
      sessions_.pop_back();
      return session;
    }
  }
  return reader_->session();
}

void Language::give_back(std::unique_ptr<Session> session) const {
  std::lock_guard lock(mutex_);
  sessions_.push_back(std::move(session));
}

LanguageIdentity Language::identity() const { return identity_of(*file_); }

std::optional<LanguageIdentity> language_identity() {
  auto file = ModelFile::open(english_model_path());
  if (!file) return std::nullopt;
  return identity_of(**file);
}

}  // namespace sitrep
