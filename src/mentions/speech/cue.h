// Words of saying, and what may stand with each.
#pragma once

#include <cstdint>
#include <string_view>

namespace sitrep {

enum class CueKind : std::uint8_t {
  none,
  says,    // said, added: any clause or phrase may follow
  tells,   // told: an addressee comes first
  that,    // noted, stressed: also other things than saying; only with "that" or a quotation
  vows,    // vowed, pledged: "to" follows
  object,  // denied, accused, condemned: what is denied follows
};

// `lower` in lower case: a finite form.
CueKind cue_kind(std::string_view lower);

}  // namespace sitrep
