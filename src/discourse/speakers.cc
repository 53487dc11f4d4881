#include "discourse/speakers.h"

#include <algorithm>

namespace sitrep {
namespace {

// How many sentences back a pronoun may point.
constexpr std::uint32_t pronoun_sentences_max = 2;

char sex_of(const Analysis& a, Span text) {
  bool female = false;
  bool male = false;
  for (WordIndex i = a.word_at(text.begin); i < a.words().size() && a.word(i).span.end <= text.end; ++i) {
    WordClasses c = a.word(i).classes;
    female = female || c.has(WordClass::female) || a.is(i, "she") || a.is(i, "her") ||
             a.is(i, "spokeswoman") || a.is(i, "ms") || a.is(i, "mrs") || a.is(i, "chairwoman") ||
             a.is(i, "queen");
    male = male || c.has(WordClass::male) || a.is(i, "he") || a.is(i, "him") || a.is(i, "mr") ||
           a.is(i, "king") || a.is(i, "imam");
  }
  return female == male ? 0 : female ? 'f' : 'm';
}

}  // namespace

ResolvedSpeaker SpeakerTrack::as_written(const SpeakerMention& m) const {
  ResolvedSpeaker speaker;
  speaker.voice = m.voice;
  speaker.text = m.span;
  speaker.name = m.name;
  speaker.role = m.role;
  speaker.body = m.body;
  if (m.voice != Voice::named || !m.name) return speaker;
  if (auto full = names_.fuller(*m.name)) {
    speaker.name = full;
    speaker.rule = "the only full name in the report that ends so";
    speaker.antecedent.push_back(*full);
  }
  return speaker;
}

// A word that is a name and nothing more: "Holm" is a person where the report names one, or where its own
// words are quoted; else "Northwire said" may be anybody's, a body's at most.
void SpeakerTrack::lone_name(const SpeechMention& speech, ResolvedSpeaker& speaker) const {
  const SpeakerMention& m = *speech.speaker;
  bool lone = m.voice == Voice::named && m.name && speaker.antecedent.empty() && !m.role &&
              a_.text(*m.name).find(' ') == std::string_view::npos;
  if (!lone) return;
  std::string_view name = a_.text(*m.name);
  speaker.confidence = 0.7;
  if (of_publication(name)) {
    speaker.voice = Voice::body;
    speaker.rule = "named by the report as its outlet, agency or credit";
    speaker.antecedent.push_back(*m.name);
  } else if (!speech.quoted && !names_.knows(name)) {
    speaker.voice = Voice::body;
    speaker.rule = "a lone name that no person of the report has";
    speaker.antecedent.push_back(*m.name);
    speaker.confidence = 0.5;
  }
}

bool SpeakerTrack::of_publication(std::string_view name) const {
  const Publication& publication = a_.document().publication();
  if (publication.outlet == name) return true;
  if (publication.dateline && publication.dateline->agency == name) return true;
  return std::find(publication.credit.begin(), publication.credit.end(), name) != publication.credit.end();
}

void SpeakerTrack::take_over(ResolvedSpeaker& speaker, const ResolvedSpeaker& from, std::string_view rule,
                             double factor) const {
  speaker.voice = from.voice;
  speaker.name = from.name;
  speaker.role = from.role;
  speaker.body = from.body;
  speaker.rule = rule;
  speaker.confidence = from.confidence * factor;
  speaker.antecedent.clear();
  if (from.text) speaker.antecedent.push_back(*from.text);
  for (Span span : from.antecedent) speaker.antecedent.push_back(span);
  if (speaker.antecedent.size() > 2) speaker.antecedent.resize(2);
}

// The last one who spoke, not too far back, unless somebody else was named since.
void SpeakerTrack::by_pronoun(const SpeakerMention& m, const SpeechMention& speech,
                              ResolvedSpeaker& speaker) const {
  bool person = m.voice == Voice::unnamed;
  const std::optional<Heard>& heard = person ? last_person_ : last_body_;
  speaker.confidence = 0.5;
  if (!heard || heard->sentence + pronoun_sentences_max < speech.sentence) {
    if (person) by_name_nearby(m, speech, speaker);
    return;
  }
  if (!person && m.voice == Voice::collective && heard->speaker.voice != Voice::collective &&
      heard->speaker.voice != Voice::body) {
    return;
  }
  if (!person && m.voice == Voice::body && heard->speaker.voice != Voice::body &&
      heard->speaker.voice != Voice::written_record) {
    return;
  }
  if (m.voice == Voice::body && other_body_leads(*heard, speech.sentence)) {
    speaker.rule = "a pronoun with two possible speakers";
    return;
  }
  char sex = sex_of(a_, m.span);
  if (person && sex != 0 && heard->sex != 0 && sex != heard->sex) return;
  Span between{std::min(heard->where.end, m.span.begin), m.span.begin};
  if (person && names_.other_name_in(between, heard->speaker.name)) {
    speaker.rule = "a pronoun with two possible speakers";
    return;
  }
  take_over(speaker, heard->speaker, "pronoun: the speaker before", 0.9);
}

// "Colonel Henrik Stahl met reporters. Four guards died, he said.": the only one named since.
void SpeakerTrack::by_name_nearby(const SpeakerMention& m, const SpeechMention& speech,
                                  ResolvedSpeaker& speaker) const {
  std::uint32_t from = speech.sentence - std::min(speech.sentence, pronoun_sentences_max);
  const auto& sentences = a_.sentences();
  while (from < speech.sentence && sentences[from].part != sentences[speech.sentence].part) ++from;
  auto name = names_.only_person_in({sentences[from].span.begin, m.span.begin});
  if (!name || somebody_else(from, m.span.begin, *name)) return;
  Span with_office = *name;
  WordIndex first = a_.word_at(name->begin);
  if (first > 0 && a_.sentence_of(first - 1) == a_.sentence_of(first)) {
    WordClasses before = a_.word(first - 1).classes;
    bool office = before.any(WordClass::title, WordClass::title_short, WordClass::person_one);
    if (office) {
      with_office = cover(a_.word(first - 1).span, *name);
      speaker.role = a_.word(first - 1).span;
    }
  }
  char sex = sex_of(a_, m.span);
  char of_name = sex_of(a_, with_office);
  if (sex != 0 && of_name != 0 && sex != of_name) {
    speaker.role.reset();
    return;
  }
  speaker.voice = Voice::named;
  speaker.name = name;
  speaker.rule = "pronoun: the only person named nearby";
  speaker.antecedent.push_back(*name);
  speaker.confidence = 0.6;
}

// "a docker", "the driver": a person without a name between the sentence `from` and a byte, besides the
// one named (whose office stands right before the name).
bool SpeakerTrack::somebody_else(std::uint32_t from, std::uint32_t end, Span name) const {
  for (WordIndex i = a_.sentences()[from].first; i < a_.words().size() && a_.word(i).span.end <= end; ++i) {
    if (!a_.word(i).classes.has(WordClass::person_one)) continue;
    bool of_name = i + 2 < a_.words().size() &&
                   (a_.word(i + 1).span.begin == name.begin || a_.word(i + 2).span.begin == name.begin);
    if (!of_name) return true;
  }
  return false;
}

// "The brigade is to give observers access, from where the Council says it was shelled. It repeated ...":
// whether a sentence since the last body spoke begins with another one.
bool SpeakerTrack::other_body_leads(const Heard& heard, std::uint32_t sentence) const {
  for (std::uint32_t i = heard.sentence; i < sentence; ++i) {
    const Sentence& s = a_.sentences()[i];
    WordIndex stop = std::min<WordIndex>(s.last, s.first + 5);
    for (WordIndex at = s.first; at < stop; ++at) {
      Span word = a_.word(at).span;
      if (heard.speaker.text && heard.speaker.text->overlaps(word)) break;
      WordClasses c = a_.word(at).classes;
      if (c.any(WordClass::auxiliary, WordClass::verb, WordClass::say)) break;
      if (c.any(WordClass::body, WordClass::organisation) || a_.word(at).all_caps) return true;
    }
  }
  return false;
}

// "the minister": the only one of that office who was named before.
void SpeakerTrack::by_office(const SpeakerMention& m, ResolvedSpeaker& speaker) const {
  if (!m.definite || m.voice != Voice::unnamed || !m.role_noun) return;
  auto found = by_office_.find(*m.role_noun);
  auto shared = shared_office_.find(*m.role_noun);
  if (found == by_office_.end() || (shared != shared_office_.end() && shared->second)) return;
  std::optional<Span> written = speaker.role;
  take_over(speaker, found->second, "the one of that office named before", 0.85);
  if (!speaker.role) speaker.role = written;
}

// A quotation of its own goes on with the words of the one before it.
std::optional<ResolvedSpeaker> SpeakerTrack::carried_on(const SpeechMention& speech) const {
  if (!last_) return std::nullopt;
  bool next = speech.sentence <= last_->sentence + 1;
  bool near = paragraph(speech.sentence) <= paragraph(last_->sentence) + 1;
  if (!next || !near) return std::nullopt;
  ResolvedSpeaker speaker;
  take_over(speaker, last_->speaker, "a quotation that goes on: the speaker before", 0.85);
  return speaker;
}

// By the language layer's references: who is meant again. They may only tell what nothing here gainsays.
void SpeakerTrack::by_reference(const SpeakerMention& m, std::uint32_t sentence,
                                ResolvedSpeaker& speaker) const {
  auto meant = entities_.name_of(m.span);
  if (!meant || meant->name.overlaps(m.span)) return;
  bool person = meant->kind == NameKind::person;
  std::string_view name = a_.text(meant->name);
  auto last_word = [](std::string_view text) { return text.substr(text.find_last_of(' ') + 1); };
  if (speaker.name && !speaker.antecedent.empty()) {
    // The speaker before and the reference are two: nobody is told.
    bool same = a_.text(*speaker.name).find(last_word(name)) != std::string_view::npos ||
                name.find(last_word(a_.text(*speaker.name))) != std::string_view::npos;
    if (m.pronoun && !same) {
      speaker.name = speaker.role = speaker.body = std::nullopt;
      speaker.voice = m.voice;
      speaker.antecedent.clear();
      speaker.rule = "a pronoun with two possible speakers";
      speaker.confidence = 0.5;
    }
    return;
  }
  if (speaker.name || !speaker.rule.empty()) return;
  // Of two named nearby nobody is told.
  Span nearby{a_.sentences()[sentence - std::min(sentence, pronoun_sentences_max)].span.begin, m.span.begin};
  if (m.pronoun && names_.other_name_in(nearby, meant->name)) return;
  bool fits = person ? m.voice == Voice::unnamed
                     : m.voice == Voice::body || (m.voice == Voice::collective && m.pronoun);
  if (!fits || !(m.pronoun || m.definite)) return;
  char sex = sex_of(a_, m.span);
  char of_name = sex_of(a_, meant->name);
  if (sex != 0 && of_name != 0 && sex != of_name) return;
  speaker.name = meant->name;
  speaker.voice = person ? Voice::named : Voice::body;
  speaker.rule = "the same as the one named: by reference";
  speaker.antecedent.push_back(meant->name);
  speaker.confidence = m.pronoun ? 0.6 : 0.7;
}

std::optional<ResolvedSpeaker> SpeakerTrack::resolve(const SpeechMention& speech, bool nested) {
  std::optional<ResolvedSpeaker> speaker;
  if (speech.continues) {
    speaker = carried_on(speech);
  } else if (speech.speaker) {
    const SpeakerMention& m = *speech.speaker;
    speaker = as_written(m);
    if (m.unlisted) speaker->confidence = 0.5;
    lone_name(speech, *speaker);
    if (m.pronoun) {
      by_pronoun(m, speech, *speaker);
    } else if (m.other && m.voice == Voice::unnamed && !m.role && last_ &&
               last_->speaker.voice == Voice::unnamed && last_->speaker.role &&
               last_->sentence + 1 >= speech.sentence) {
      speaker->role = last_->speaker.role;
      speaker->rule = "another of those who spoke before";
      speaker->antecedent.push_back(*last_->speaker.role);
      speaker->confidence = 0.8;
    } else {
      by_office(m, *speaker);
    }
    by_reference(m, speech.sentence, *speaker);
  }
  if (speaker && !nested) remember(speech, *speaker);
  return speaker;
}

void SpeakerTrack::remember(const SpeechMention& speech, const ResolvedSpeaker& speaker) {
  Heard heard;
  heard.speaker = speaker;
  heard.where = speech.attribution;
  for (Span piece : speech.content) heard.where = cover(heard.where, piece);
  heard.sentence = a_.sentence_of(a_.word_at(heard.where.end) - 1);
  heard.sentence = std::max(heard.sentence, speech.sentence);
  if (speaker.text) heard.sex = sex_of(a_, *speaker.text);
  if (heard.sex == 0 && last_person_ && last_person_->speaker.name == speaker.name && speaker.name) {
    heard.sex = last_person_->sex;
  }
  bool lost_pronoun = speech.speaker && speech.speaker->pronoun && speaker.antecedent.empty();
  last_ = heard;
  bool person = speaker.voice == Voice::named || speaker.voice == Voice::unnamed;
  // A pronoun that could not be told leaves nobody for the next one either.
  if (person) last_person_ = lost_pronoun ? std::nullopt : std::optional(heard);
  if (!person) last_body_ = lost_pronoun ? std::nullopt : std::optional(heard);

  bool names_office =
      speaker.voice == Voice::named && speech.speaker && speech.speaker->role_noun && speaker.name;
  if (!names_office) return;
  const std::string& office = *speech.speaker->role_noun;
  auto [known, fresh] = by_office_.try_emplace(office, speaker);
  if (fresh) return;
  if (a_.text(*known->second.name) != a_.text(*speaker.name)) shared_office_[office] = true;
}

}  // namespace sitrep
