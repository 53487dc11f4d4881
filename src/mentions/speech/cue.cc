#include "mentions/speech/cue.h"

#include <unordered_map>

#include "lexicon/words.h"

namespace sitrep {

CueKind cue_kind(std::string_view lower) {
  static const std::unordered_map<std::string_view, CueKind> kinds = [] {
    std::unordered_map<std::string_view, CueKind> made;
    auto add = [&made](CueKind kind, std::initializer_list<std::string_view> words) {
      for (std::string_view word : words) made[word] = kind;
    };
    add(CueKind::says,
        {"said",      "says",   "say",       "insisted", "insists",  "explained", "explains", "announced",
         "announces", "stated", "declared",  "declares", "claimed",  "claims",    "reported", "estimated",
         "argued",    "argues", "alleged",   "alleges",  "asserted", "admitted",  "admits",   "acknowledged",
         "warned",    "warns",  "confirmed", "confirms", "tweeted",  "recalled",  "testified"});
    add(CueKind::tells, {"told", "tells", "tell", "informed"});
    add(CueKind::vows, {"vowed", "vows", "pledged", "pledges"});
    add(CueKind::object,
        {"denied", "denies", "deny", "accused", "accuses", "accuse", "blamed", "blames", "blame", "condemned",
         "condemns", "condemn", "urged", "urges", "urge", "rejected", "rejects", "dismissed", "dismisses"});
    return made;
  }();
  auto found = kinds.find(lower);
  if (found != kinds.end()) return found->second;
  return word_classes(lower).has(WordClass::say) ? CueKind::that : CueKind::none;
}

}  // namespace sitrep
