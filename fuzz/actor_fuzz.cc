// Any text: actors lie inside the document, in order of their heads, no head twice.
#include "fuzz/fuzz.h"
#include "language/document_for_tests.h"
#include "mentions/actor/actor_finder.h"

using namespace sitrep;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text(reinterpret_cast<const char*>(data), size);
  if (size > (std::size_t{1} << 18) || !is_utf8(text)) return 0;
  Document document = document_of(text);
  Analysis analysis(document);
  std::vector<ActorMention> found =
      find_actors(analysis, *ActorLexicon::standard(), document.publication().published->date);
  for (std::size_t i = 0; i < found.size(); ++i) {
    const ActorMention& m = found[i];
    FUZZ_CHECK(m.span.begin < m.span.end && m.span.end <= text.size());
    FUZZ_CHECK(m.first <= m.head && m.head < m.last);
    FUZZ_CHECK(!m.name || m.span.contains(*m.name));
    FUZZ_CHECK(i == 0 || found[i - 1].head < m.head);
    FUZZ_CHECK(is_utf8(analysis.text(m.span)) && is_utf8(m.label));
    FUZZ_CHECK(actor_at(found, m.head) == &m);
  }
  return 0;
}
