#include "intake/plain/speech_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/utf8.h"

namespace sitrep::plain {

namespace {

// Origin: general knowledge. Sorted.
constexpr auto speech_verbs = std::to_array<std::string_view>({
    "according",  "acknowledged", "acknowledges", "add",         "added",      "adding",     "adds",
    "admits",     "admitted",     "advised",      "affirmed",    "affirms",    "agreed",     "agrees",
    "alleged",    "alleges",      "announced",    "announces",   "announcing", "answered",   "answers",
    "appealed",   "appeals",      "argued",       "argues",      "asked",      "asking",     "asks",
    "asserted",   "asserts",      "began",        "begged",      "believed",   "believes",   "boasted",
    "called",     "cautioned",    "cautions",     "chanted",     "chanting",   "chimed",     "claimed",
    "claiming",   "claims",       "clarified",    "commented",   "comments",   "complained", "complains",
    "conceded",   "concedes",     "concluded",    "concludes",   "concurred",  "condemned",  "confirmed",
    "confirms",   "continued",    "continues",    "countered",   "cried",      "cries",      "declared",
    "declares",   "demanded",     "demands",      "denied",      "denies",     "deplored",   "described",
    "describes",  "elaborated",   "emphasised",   "emphasises",  "emphasized", "emphasizes", "estimated",
    "exclaimed",  "explained",    "explains",     "hailed",      "hinted",     "indicated",  "insisted",
    "insists",    "joked",        "lamented",     "mused",       "noted",      "notes",      "observed",
    "pleaded",    "pledged",      "pledges",      "pointed",     "posted",     "posts",      "predicted",
    "proclaimed", "promised",     "promises",     "protested",   "quipped",    "quoted",     "quotes",
    "ranted",     "read",         "reads",        "recalled",    "recalls",    "reckons",    "reiterated",
    "reiterates", "remarked",     "remarks",      "repeated",    "repeats",    "replied",    "replies",
    "reported",   "reports",      "responded",    "responds",    "retorted",   "revealed",   "reveals",
    "said",       "say",          "saying",       "says",        "screamed",   "shouted",    "shouts",
    "sighed",     "sobbed",       "specified",    "state",       "stated",     "states",     "stating",
    "stressed",   "stresses",     "suggested",    "suggests",    "summed",     "tell",       "telling",
    "tells",      "testified",    "texted",       "thinks",      "threatened", "threatens",  "told",
    "tweeted",    "tweets",       "underlined",   "underscored", "urged",      "urges",      "vowed",
    "vows",       "warned",       "warns",        "whispered",   "wondered",   "wonders",    "writes",
    "writing",    "written",      "wrote",        "yelled",
});
static_assert(std::is_sorted(speech_verbs.begin(), speech_verbs.end()));

}  // namespace

bool is_speech_verb(std::string_view word) {
  if (word.size() < 3 || word.size() > 14) return false;
  return std::binary_search(speech_verbs.begin(), speech_verbs.end(), lower(word));
}

}  // namespace sitrep::plain
