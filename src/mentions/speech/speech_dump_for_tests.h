// Speech as a line, for the tables of the tests:
//
//   "named Ida Holm (mayor) said [“We stay,”] via video"
#pragma once

#include <string>
#include <vector>

#include "mentions/mention.h"

namespace sitrep {

// Voice, name or words, (role @ body), cue, [content] by piece, "via" channels, "on" the day, "anon".
inline std::string dump_speech(const Analysis& a, const std::vector<SpeechMention>& speech) {
  std::string out;
  for (const SpeechMention& m : speech) {
    if (!out.empty()) out += "; ";
    if (m.continues) {
      out += "goes on";
    } else {
      const SpeakerMention& s = *m.speaker;
      out += std::string(name_of(s.voice)) + ' ' + std::string(a.text(s.name ? *s.name : s.span));
      if (s.role && s.name) out += " (" + std::string(a.text(*s.role)) + ')';
      if (s.body) out += " @" + std::string(a.text(*s.body));
      out += ' ' + std::string(a.text(*m.cue));
    }
    for (Span piece : m.content) out += " [" + std::string(a.text(piece)) + ']';
    for (const ChannelMention& c : m.channels) {
      out += " via ";
      if (c.name) out += std::string(a.text(*c.name));
      if (c.name && c.medium) out += '/';
      if (c.medium) out += *c.medium;
    }
    if (m.said) out += " on " + std::string(a.text(*m.said));
    if (m.requested_anonymity) out += " anon";
  }
  return out;
}

}  // namespace sitrep
