#include "language/sentence_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>

#include "language/roles.h"
#include "language/scores.h"
#include "language/tree.h"
#include "language/word_forms.h"
#include "text/utf8.h"

namespace sitrep {
namespace {

// The classes of predicates: none, a verb, a noun or adjective that tells an event.
constexpr std::size_t predicate_classes = 3;
constexpr std::size_t nominal_class = 2;

constexpr std::size_t roles_at_once = 16;

const ReadSentence& sentence_of(const SentenceAtWork& at) { return at.text->syntax.sentences[at.sentence]; }

std::size_t piece_count(const SentenceAtWork& at) {
  const ReadSentence& sentence = sentence_of(at);
  const auto& begin = at.text->encoded.begin;
  return begin[sentence.last] - begin[sentence.first] + 2;
}

// `least`, or that times a power of two, so that `count` fits. The runtime keeps memory for every shape
// that it has met; rows beyond `count` are read and left alone.
std::size_t round_size(std::size_t count, std::size_t least) {
  while (least < count) least *= 2;
  return least;
}

// Sizes of a batch: sentences, pieces and words, the latter two padded.
struct Sizes {
  std::size_t sentences;
  std::size_t pieces;
  std::size_t words;
};

Sizes sizes_of(std::span<const SentenceAtWork> batch) {
  std::size_t pieces = padded_length(piece_count(batch.front()));
  return {batch.size(), pieces, pieces - 2};
}

void fill_inputs(Session& session, const WordPieces& word_pieces, std::span<const SentenceAtWork> batch) {
  Sizes sizes = sizes_of(batch);
  std::array<std::size_t, 2> by_piece = {sizes.sentences, sizes.pieces};
  std::array<std::size_t, 2> by_word = {sizes.sentences, sizes.words};
  auto cleared = [&](std::string_view name, std::span<const std::size_t> of, std::int32_t with) {
    std::span<std::int32_t> all = session.ints(Graph::reader, name, of);
    std::fill(all.begin(), all.end(), with);
    return all;
  };
  auto pieces = cleared("pieces", by_piece, word_pieces.pad());
  auto piece_mask = cleared("piece_mask", by_piece, 0);
  auto first = cleared("first", by_word, 0);
  auto last = cleared("last", by_word, 0);
  auto shape = cleared("shape", by_word, 0);
  auto word_mask = cleared("word_mask", by_word, 0);
  for (std::size_t b = 0; b < batch.size(); ++b) {
    const ReadSentence& sentence = sentence_of(batch[b]);
    const EncodedText& encoded = batch[b].text->encoded;
    std::size_t piece = b * sizes.pieces;
    std::size_t word = b * sizes.words;
    bool hushed = sentence.shouted && !batch[b].text->found[batch[b].sentence].case_restored;
    pieces[piece] = word_pieces.begin();
    std::int32_t at = 1;
    for (TokenIndex token = sentence.first; token < sentence.last; ++token, ++word) {
      first[word] = at;
      for (std::uint32_t p = encoded.begin[token]; p < encoded.begin[token + 1]; ++p, ++at) {
        pieces[piece + static_cast<std::size_t>(at)] = encoded.pieces[p];
      }
      last[word] = at - 1;
      shape[word] = hushed ? 0 : encoded.shape[token];
      word_mask[word] = 1;
    }
    pieces[piece + static_cast<std::size_t>(at)] = word_pieces.end();
    std::fill_n(piece_mask.begin() + static_cast<std::ptrdiff_t>(piece), at + 1, 1);
  }
}

}  // namespace

Result<std::unique_ptr<SentenceReader>> SentenceReader::load(std::shared_ptr<const ModelFile> file,
                                                             const RuntimeOptions& options) {
  std::unique_ptr<SentenceReader> reader(new SentenceReader);
  if (Done done = reader->take_labels(*file); !done) return fail(done);
  std::vector<GraphBytes> graphs;
  for (auto [graph, name] : {std::pair(Graph::reader, "reader"), std::pair(Graph::labels, "labels"),
                             std::pair(Graph::roles, "roles")}) {
    GraphBytes bytes{graph, file->blob(fmt::format("{}.xml", name)), file->blob(fmt::format("{}.bin", name))};
    if (bytes.xml.empty() || bytes.weights.empty()) {
      return fail(ErrorCode::malformed, fmt::format("the language model has no graph {}", name));
    }
    graphs.push_back(bytes);
  }
  auto runtime = Runtime::load(graphs, options);
  if (!runtime) return fail(runtime);
  reader->runtime_ = std::move(*runtime);
  reader->file_ = std::move(file);
  if (Done done = reader->fits(*reader->session()); !done) return fail(done);
  return reader;
}

Done SentenceReader::take_labels(const ModelFile& file) {
  auto word_pieces = WordPieces::from_vocabulary(file.blob("vocab"));
  if (!word_pieces) return fail(word_pieces);
  word_pieces_ = std::move(*word_pieces);
  for (const std::string& label : file.labels("xpos")) fine_tags_.push_back(fine_tag_of(label));
  for (const std::string& label : file.labels("upos")) {
    word_tags_.push_back(parse_enum<WordTag>(label).value_or(WordTag::X));
  }
  bundles_ = file.labels("feats");
  for (const std::string& bundle : bundles_) features_.push_back(features_of(bundle));
  for (const std::string& label : file.labels("rels")) relations_.push_back(relation_of(label));
  for (const std::string& label : file.labels("roles")) roles_.push_back(role_of(label));
  auto exceptions = file.table("exceptions");
  if (!exceptions) return fail(exceptions);
  auto senses = file.table("senses");
  if (!senses) return fail(senses);
  senses_ = std::move(*senses);
  auto lemmas = Lemmas::from_scripts(file.labels("lemmas"), std::move(*exceptions));
  if (!lemmas) return fail(lemmas);
  lemmas_ = std::move(*lemmas);
  auto name_tags = NameTags::from_labels(file.labels("names"));
  if (!name_tags) return fail(name_tags);
  name_tags_ = std::move(*name_tags);
  return {};
}

// Reads one sentence and compares each output's width with its labels.
Done SentenceReader::fits(Session& session) const {
  TextAtWork text;
  text.text = "He left .";
  std::vector<Span> spans = {{0, 2}, {3, 7}, {8, 9}};
  for (Span span : spans) text.syntax.tokens.emplace_back().span = span;
  text.syntax.sentences.push_back({{0, 9}, 0, 3, 0, PartKind::body, false, 0});
  text.found.resize(1);
  text.encoded = encode(word_pieces_, text.text, spans);
  SentenceAtWork sentence{&text, 0};
  std::span<const SentenceAtWork> batch(&sentence, 1);
  fill_inputs(session, word_pieces_, batch);
  if (Done done = session.run(Graph::reader); !done) return done;
  Sizes sizes = sizes_of(batch);
  auto width_is = [&](std::string_view output, std::size_t width) {
    TensorView view = session.output(Graph::reader, output);
    return view.data != nullptr && view.sizes == TensorSizes{1, sizes.words, width};
  };
  auto rows_are = [&](std::string_view output, std::size_t rows) {
    TensorView view = session.output(Graph::reader, output);
    return view.data != nullptr && view.sizes[0] == 1 && view.sizes[1] == rows;
  };
  bool fit = !relations_.empty() && !roles_.empty() && width_is("xpos", fine_tags_.size()) &&
             width_is("upos", word_tags_.size()) && width_is("feats", bundles_.size()) &&
             width_is("lemmas", lemmas_->size()) && width_is("names", name_tags_->size()) &&
             width_is("predicates", predicate_classes) && width_is("arcs", sizes.words + 1) &&
             rows_are("label_dep", sizes.words) && rows_are("label_head", sizes.words + 1) &&
             rows_are("role_pred", sizes.words) && rows_are("role_arg", sizes.words);
  if (!fit) return fail(ErrorCode::malformed, "the language model's graph and labels do not fit each other");
  return {};
}

Done SentenceReader::read(Session& session, std::span<const SentenceAtWork> batch) const {
  fill_inputs(session, word_pieces_, batch);
  if (Done done = session.run(Graph::reader); !done) return done;
  tag(session, batch);
  if (Done done = read_tree(session, batch); !done) return done;
  find_names(session, batch);
  return read_roles(session, batch);
}

void SentenceReader::tag(Session& session, std::span<const SentenceAtWork> batch) const {
  TensorView fine = session.output(Graph::reader, "xpos");
  TensorView coarse = session.output(Graph::reader, "upos");
  TensorView bundles = session.output(Graph::reader, "feats");
  TensorView scripts = session.output(Graph::reader, "lemmas");
  for (std::size_t b = 0; b < batch.size(); ++b) {
    const ReadSentence& sentence = sentence_of(batch[b]);
    std::vector<Token>& tokens = batch[b].text->syntax.tokens;
    auto view = [&](TokenIndex i) {
      return batch[b].text->text.substr(tokens[i].span.begin, tokens[i].span.size());
    };
    for (TokenIndex i = sentence.first; i < sentence.last; ++i) {
      std::size_t word = i - sentence.first;
      Token& token = tokens[i];
      token.fine_tag = fine_tags_[best_of(fine.row(b, word))];
      token.tag = word_tags_[best_of(coarse.row(b, word))];
      token.bundle = static_cast<std::uint16_t>(best_of(bundles.row(b, word)));
      token.features = features_[token.bundle];
      token.norm = norm_of(view(i), i + 1 < sentence.last ? view(i + 1) : std::string_view());
      token.lemma = lemmas_->lemma(view(i), name_of(token.fine_tag), scripts.row(b, word), word_pieces_);
    }
  }
}

Done SentenceReader::read_tree(Session& session, std::span<const SentenceAtWork> batch) const {
  TensorView arcs = session.output(Graph::reader, "arcs");
  TensorView as_dependent = session.output(Graph::reader, "label_dep");
  TensorView as_head = session.output(Graph::reader, "label_head");
  std::size_t width = as_dependent.sizes[2];
  std::size_t all = 0;
  for (const SentenceAtWork& at : batch) all += sentence_of(at).last - sentence_of(at).first;
  std::array<std::size_t, 2> pairs = {round_size(all, 128), width};
  auto dependents = session.floats(Graph::labels, "dep", pairs).begin();
  auto heads = session.floats(Graph::labels, "head", pairs).begin();
  std::vector<float> scores;
  for (std::size_t b = 0; b < batch.size(); ++b) {
    ReadSentence& sentence = batch[b].text->syntax.sentences[batch[b].sentence];
    std::vector<Token>& tokens = batch[b].text->syntax.tokens;
    std::size_t words = sentence.last - sentence.first;
    scores.clear();
    for (std::size_t word = 0; word < words; ++word) {
      std::span<const float> row = arcs.row(b, word).first(words + 1);
      scores.insert(scores.end(), row.begin(), row.end());
    }
    std::vector<std::uint32_t> tree = best_tree(scores, words);
    float log_score = 0;
    for (std::size_t word = 0; word < words; ++word) {
      std::size_t row = tree[word] == no_head ? 0 : tree[word] + 1;
      float log_head =
          log_probability(std::span<const float>(scores).subspan(word * (words + 1), words + 1), row);
      Token& token = tokens[sentence.first + word];
      token.head = sentence.first + static_cast<TokenIndex>(tree[word] == no_head ? word : tree[word]);
      token.head_score = std::exp(log_head);
      log_score += log_head;
      if (tree[word] == no_head) sentence.root = token.head;
      auto dependent = as_dependent.row(b, word);
      auto head = as_head.row(b, row);
      dependents = std::copy(dependent.begin(), dependent.end(), dependents);
      heads = std::copy(head.begin(), head.end(), heads);
    }
    sentence.score = std::exp(log_score / static_cast<float>(words));
  }
  if (Done done = session.run(Graph::labels); !done) return done;
  TensorView labels = session.output(Graph::labels, "label");
  if (labels.data == nullptr || labels.sizes != TensorSizes{1, pairs[0], relations_.size()}) {
    return fail(ErrorCode::malformed, "the language model's relations do not fit their graph");
  }
  std::size_t pair = 0;
  for (const SentenceAtWork& at : batch) {
    const ReadSentence& sentence = sentence_of(at);
    for (TokenIndex i = sentence.first; i < sentence.last; ++i, ++pair) {
      Token& token = at.text->syntax.tokens[i];
      if (token.head == i) {
        token.relation = DependencyRelation::root;
        continue;
      }
      std::span<const float> row = labels.row(0, pair);
      std::size_t best = 0;
      for (std::size_t label = 1; label < row.size(); ++label) {
        bool better = row[label] > row[best] || relations_[best] == DependencyRelation::root;
        if (relations_[label] != DependencyRelation::root && better) best = label;
      }
      token.relation = relations_[best];
    }
  }
  return {};
}

void SentenceReader::find_names(Session& session, std::span<const SentenceAtWork> batch) const {
  keep_evidence(session, batch);
  TensorView scores = session.output(Graph::reader, "names");
  for (std::size_t b = 0; b < batch.size(); ++b) {
    const ReadSentence& sentence = sentence_of(batch[b]);
    std::size_t words = sentence.last - sentence.first;
    if (batch[b].text->found[batch[b].sentence].case_lost) continue;
    take_names(*batch[b].text, batch[b].sentence, {scores.row(b, 0).data(), words * scores.sizes[2]});
  }
}

// Of texts with sentences whose case is lost: what each token seems to be.
void SentenceReader::keep_evidence(Session& session, std::span<const SentenceAtWork> batch) const {
  TensorView fine = session.output(Graph::reader, "xpos");
  TensorView names = session.output(Graph::reader, "names");
  std::vector<float> row(name_tags_->size());
  for (std::size_t b = 0; b < batch.size(); ++b) {
    TextAtWork& text = *batch[b].text;
    if (text.evidence.empty()) continue;
    TextAtWork::Found& found = text.found[batch[b].sentence];
    const ReadSentence& sentence = sentence_of(batch[b]);
    for (TokenIndex i = sentence.first; i < sentence.last; ++i) {
      std::size_t word = i - sentence.first;
      log_probabilities(names.row(b, word), row);
      float proper = 0;
      std::span<const float> tags = fine.row(b, word);
      for (std::size_t tag = 0; tag < tags.size(); ++tag) {
        if (fine_tags_[tag] == FineTag::NNP || fine_tags_[tag] == FineTag::NNPS)
          proper += probability(tags, tag);
      }
      text.evidence[i] = name_evidence(row, *name_tags_, proper);
      if (found.case_lost) found.name_scores.insert(found.name_scores.end(), row.begin(), row.end());
    }
  }
}

void SentenceReader::restore_case(TextAtWork& text) const {
  if (text.evidence.empty()) return;
  std::vector<NameEvidence> evidence = agreed(text.syntax, text.evidence);
  for (std::size_t s = 0; s < text.found.size(); ++s) {
    if (!text.found[s].case_lost) continue;
    const ReadSentence& sentence = text.syntax.sentences[s];
    for (TokenIndex i = sentence.first; i < sentence.last; ++i) {
      Span span = text.syntax.tokens[i].span;
      text.encoded.shape[i] = likely_case(text.text.substr(span.begin, span.size()), evidence[i],
                                          i == sentence.first, word_pieces_);
    }
    text.found[s].case_restored = true;
  }
}

Done SentenceReader::read_names(Session& session, std::span<const SentenceAtWork> batch) const {
  fill_inputs(session, word_pieces_, batch);
  if (Done done = session.run(Graph::reader); !done) return done;
  TensorView names = session.output(Graph::reader, "names");
  std::vector<float> again(name_tags_->size());
  for (std::size_t b = 0; b < batch.size(); ++b) {
    TextAtWork& text = *batch[b].text;
    std::span<float> scores = text.found[batch[b].sentence].name_scores;
    const ReadSentence& sentence = sentence_of(batch[b]);
    for (TokenIndex i = sentence.first; i < sentence.last; ++i) {
      std::size_t word = i - sentence.first;
      log_probabilities(names.row(b, word), again);
      std::span<float> row = scores.subspan(word * again.size(), again.size());
      for (std::size_t tag = 0; tag < row.size(); ++tag) row[tag] = (row[tag] + again[tag]) / 2;
      text.evidence[i] = name_evidence(row, *name_tags_, text.evidence[i].proper);
    }
  }
  return {};
}

void SentenceReader::take_lost_names(TextAtWork& text) const {
  if (text.evidence.empty()) return;
  std::vector<NameEvidence> evidence = agreed(text.syntax, text.evidence);
  for (std::uint32_t s = 0; s < text.found.size(); ++s) {
    TextAtWork::Found& found = text.found[s];
    if (!found.case_lost) continue;
    const ReadSentence& sentence = text.syntax.sentences[s];
    for (TokenIndex i = sentence.first; i < sentence.last; ++i) {
      std::span<float> row =
          std::span(found.name_scores).subspan((i - sentence.first) * name_tags_->size(), name_tags_->size());
      add_agreement(row, *name_tags_, text.evidence[i], evidence[i]);
    }
    take_names(text, s, found.name_scores);
  }
}

void SentenceReader::take_names(TextAtWork& text, std::uint32_t sentence_at,
                                std::span<const float> scores) const {
  const ReadSentence& sentence = text.syntax.sentences[sentence_at];
  const std::vector<Token>& tokens = text.syntax.tokens;
  for (const DecodedName& decoded : decode_names(scores, *name_tags_)) {
    Name name;
    name.first = sentence.first + decoded.first;
    name.last = sentence.first + decoded.last;
    name.span = {tokens[name.first].span.begin, tokens[name.last - 1].span.end};
    name.kind = decoded.kind;
    name.score = decoded.score;
    name.head = name.first;
    for (TokenIndex i = name.first; i < name.last; ++i) {
      TokenIndex head = tokens[i].head;
      if (head == i || head < name.first || head >= name.last) name.head = i;
    }
    text.found[sentence_at].names.push_back(name);
  }
}

Done SentenceReader::read_roles(Session& session, std::span<const SentenceAtWork> batch) const {
  TensorView classes = session.output(Graph::reader, "predicates");
  std::vector<PredicateAtWork> predicates;
  for (std::size_t b = 0; b < batch.size(); ++b) {
    const ReadSentence& sentence = sentence_of(batch[b]);
    for (TokenIndex i = sentence.first; i < sentence.last; ++i) {
      std::span<const float> row = classes.row(b, i - sentence.first);
      std::size_t best = best_of(row);
      if (best == 0) continue;
      Predicate predicate;
      predicate.token = i;
      predicate.nominal = best == nominal_class;
      predicate.score = probability(row, best);
      std::string lemma = lower(batch[b].text->syntax.tokens[i].lemma);
      auto sense = senses_.find(lemma + (predicate.nominal ? "\tnoun" : "\tverb"));
      if (sense != senses_.end()) predicate.sense = sense->second;
      predicates.push_back({b, std::move(predicate)});
    }
  }
  for (std::size_t begin = 0; begin < predicates.size(); begin += roles_at_once) {
    std::size_t count = std::min(roles_at_once, predicates.size() - begin);
    if (Done done = read_arguments(session, batch, std::span(predicates).subspan(begin, count)); !done)
      return done;
  }
  for (PredicateAtWork& at : predicates) {
    TextAtWork& text = *batch[at.row].text;
    complete_arguments(text.syntax.tokens, sentence_of(batch[at.row]), at.predicate);
    text.found[batch[at.row].sentence].predicates.push_back(std::move(at.predicate));
  }
  return {};
}

Done SentenceReader::read_arguments(Session& session, std::span<const SentenceAtWork> batch,
                                    std::span<PredicateAtWork> predicates) const {
  Sizes sizes = sizes_of(batch);
  TensorView as_predicate = session.output(Graph::reader, "role_pred");
  TensorView as_argument = session.output(Graph::reader, "role_arg");
  std::size_t width = as_predicate.sizes[2];
  std::size_t rows = predicates.size() <= 4 ? 4 : roles_at_once;
  std::array<std::size_t, 2> by_predicate = {rows, width};
  std::array<std::size_t, 3> by_word = {rows, sizes.words, width};
  auto predicate_rows = session.floats(Graph::roles, "pred", by_predicate).begin();
  auto argument_rows = session.floats(Graph::roles, "args", by_word).begin();
  for (const PredicateAtWork& at : predicates) {
    auto row = as_predicate.row(at.row, at.predicate.token - sentence_of(batch[at.row]).first);
    predicate_rows = std::copy(row.begin(), row.end(), predicate_rows);
    argument_rows = std::copy_n(as_argument.row(at.row, 0).data(), sizes.words * width, argument_rows);
  }
  if (Done done = session.run(Graph::roles); !done) return done;
  TensorView roles = session.output(Graph::roles, "role");
  if (roles.data == nullptr || roles.sizes != TensorSizes{rows, sizes.words, roles_.size()}) {
    return fail(ErrorCode::malformed, "the language model's roles do not fit their graph");
  }
  for (std::size_t p = 0; p < predicates.size(); ++p) {
    Predicate& predicate = predicates[p].predicate;
    const ReadSentence& sentence = sentence_of(batch[predicates[p].row]);
    for (TokenIndex i = sentence.first; i < sentence.last; ++i) {
      std::span<const float> row = roles.row(p, i - sentence.first);
      std::size_t best = best_of(row);
      if (roles_[best].role == Role::none || i == predicate.token) continue;
      Argument argument;
      argument.label = roles_[best];
      argument.head = i;
      argument.score = probability(row, best);
      predicate.arguments.push_back(argument);
    }
  }
  return {};
}

}  // namespace sitrep
