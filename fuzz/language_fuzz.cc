// Text, read by the language model where there is one; its tokens and sentences in any case.
#include "fuzz/fuzz.h"
#include "language/language.h"
#include "language/sentence_splitter.h"
#include "language/token_splitter.h"
#include "language/word_pieces.h"

namespace {

using namespace sitrep;

void check_split(std::string_view text) {
  std::vector<Span> tokens;
  split_tokens(text, make_span(0, text.size()), tokens);
  std::uint32_t at = 0;
  for (Span token : tokens) {
    FUZZ_CHECK(at <= token.begin && token.begin < token.end && token.end <= text.size());
    FUZZ_CHECK(is_utf8(text.substr(token.begin, token.size())));
    at = token.end;
  }
  std::vector<std::uint32_t> ends;
  split_sentences(text, tokens, ends);
  FUZZ_CHECK(ends.empty() == tokens.empty() && (ends.empty() || ends.back() == tokens.size()));
}

void check_syntax(const Syntax& syntax) {
  for (const ReadSentence& sentence : syntax.sentences) {
    for (TokenIndex i = sentence.first; i < sentence.last; ++i) {
      TokenIndex at = i;
      for (TokenIndex steps = sentence.first; syntax.tokens[at].head != at; ++steps) {
        at = syntax.tokens[at].head;
        FUZZ_CHECK(steps < sentence.last && at >= sentence.first && at < sentence.last);
      }
      FUZZ_CHECK(at == sentence.root);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  RawReport raw;
  raw.bytes = std::move(bytes);
  raw.format = ReportFormat::text;
  raw.hints.language = "en";
  auto document = decode(std::move(raw), Overrides{});
  if (!document) return 0;
  check_split(document->text());
  normalise_for_pieces(document->text());
  static const auto language = Language::english();
  if (!language) return 0;
  Analysis analysis = (*language)->read(*document);
  if (analysis.syntax() != nullptr) check_syntax(*analysis.syntax());
  return 0;
}
