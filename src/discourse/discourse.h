// Discourse: mentions put together over a report. Who "he" is, whose words an unattributed quotation
// carries on, on which day something was said, and in whose words a figure stands.
//
//   “We stay,” said Ida Holm, the mayor. ... Nine people died, she said on Monday.
//     utterance 1  Ida Holm
//     utterance 2  Ida Holm ("she": the speaker before), said 2031-05-03; holds the figure nine
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "mentions/mention.h"

namespace sitrep {

// A speaker with what is known of it from elsewhere in the report.
struct ResolvedSpeaker {
  Voice voice = Voice::unnamed;
  std::optional<Span> text;  // as written here; absent where a quotation goes on
  std::optional<Span> name;  // the fullest form of it in the report
  std::optional<Span> role, body;
  // Why a name, role or body comes from elsewhere; empty where all of it stands here.
  std::string_view rule;
  std::vector<Span> antecedent;
  double confidence = 0.9;
};

inline constexpr std::uint32_t no_utterance = ~std::uint32_t{0};

struct Utterance {
  SpeechMention speech;
  // The utterance whose words this one stands in: "police said that witnesses saw ..."
  std::uint32_t within = no_utterance;
  ResolvedSpeaker speaker;
  std::optional<Date> said;
  std::optional<Span> said_span;
  std::string_view said_rule;
};

struct Discourse {
  std::vector<Utterance> utterances;  // in the text's order
  // For each figure given: the innermost utterance it stands in, or no_utterance.
  std::vector<std::uint32_t> figure_utterance;
};

// Mentions in the text's order. Quotations that nobody can be found for are left out. O(n log n).
Discourse put_together(const Analysis& analysis, const std::vector<TimeMention>& times,
                       const std::vector<FigureMention>& figures, std::vector<SpeechMention> speech);

}  // namespace sitrep
