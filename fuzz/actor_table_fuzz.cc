// A user's table of actors, whatever is in it: an error or a lexicon whose look-ups hold.
#include "fuzz/fuzz.h"
#include "lexicon/actors.h"

using namespace sitrep;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > (std::size_t{1} << 20)) return 0;
  std::string text(reinterpret_cast<const char*>(data), size);
  auto lexicon = ActorLexicon::only(text, "fuzz.tsv");
  if (!lexicon) {
    FUZZ_CHECK(!lexicon.error().message.empty());
    return 0;
  }
  const ActorLexicon& l = **lexicon;
  for (const ActorName& name : l.named(text.substr(0, 64))) {
    const ActorRow& row = l.row(name.actor);
    FUZZ_CHECK(!row.id.empty());
    FUZZ_CHECK(l.find(row.id) == name.actor);
    (void)l.side_of(row);
    (void)l.in_force(name.actor, Date::of(2024, 5, 6));
    (void)cameo_of(row);
    (void)plover_of(row);
  }
  return 0;
}
