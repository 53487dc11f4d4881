// Speakers across a report: full names, pronouns, "another", and quotations that go on.
#pragma once

#include <string>
#include <unordered_map>

#include "discourse/discourse.h"
#include "discourse/entities.h"
#include "discourse/names.h"

namespace sitrep {

// Fed with a report's utterances in order; remembers who has spoken.
class SpeakerTrack {
 public:
  SpeakerTrack(const Analysis& analysis, const NameBook& names)
      : a_(analysis), names_(names), entities_(analysis) {}

  // Who speaks; nothing where a quotation goes on that nobody began. `nested`: within the words of somebody
  // else, whose turn it stays.
  std::optional<ResolvedSpeaker> resolve(const SpeechMention& speech, bool nested = false);

 private:
  struct Heard {
    ResolvedSpeaker speaker;
    Span where;                  // the attribution with its words
    std::uint32_t sentence = 0;  // the last one of it
    char sex = 0;                // 'm', 'f' or not told
  };
  [[nodiscard]] ResolvedSpeaker as_written(const SpeakerMention& m) const;
  void lone_name(const SpeechMention& speech, ResolvedSpeaker& speaker) const;
  void by_pronoun(const SpeakerMention& m, const SpeechMention& speech, ResolvedSpeaker& speaker) const;
  void by_name_nearby(const SpeakerMention& m, const SpeechMention& speech, ResolvedSpeaker& speaker) const;
  [[nodiscard]] bool somebody_else(std::uint32_t from, std::uint32_t end, Span name) const;
  [[nodiscard]] bool other_body_leads(const Heard& heard, std::uint32_t sentence) const;
  [[nodiscard]] bool of_publication(std::string_view name) const;
  void by_office(const SpeakerMention& m, ResolvedSpeaker& speaker) const;
  void by_reference(const SpeakerMention& m, std::uint32_t sentence, ResolvedSpeaker& speaker) const;
  void take_over(ResolvedSpeaker& speaker, const ResolvedSpeaker& from, std::string_view rule,
                 double factor) const;
  [[nodiscard]] std::optional<ResolvedSpeaker> carried_on(const SpeechMention& speech) const;
  [[nodiscard]] std::uint32_t paragraph(std::uint32_t sentence) const {
    return a_.sentences()[sentence].paragraph;
  }
  void remember(const SpeechMention& speech, const ResolvedSpeaker& speaker);

  const Analysis& a_;
  const NameBook& names_;
  Entities entities_;
  std::optional<Heard> last_, last_person_, last_body_;
  std::unordered_map<std::string, ResolvedSpeaker> by_office_;  // "minister" -> the last one named
  std::unordered_map<std::string, bool> shared_office_;         // two persons of that office
};

}  // namespace sitrep
