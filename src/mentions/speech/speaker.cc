// Read from left to right: determiner, words of role, name; then what is hung on behind ("of the
// council", "and doctors"), then an apposition between commas ("the mayor of Kalmar").
#include "mentions/speech/speaker.h"

#include <algorithm>
#include <string>

#include "mentions/speech/nouns.h"

namespace sitrep {
namespace {

using enum WordClass;

constexpr WordIndex apposition_words_max = 24;
constexpr WordIndex look_back_max = 48;

class PhraseReader {
 public:
  PhraseReader(const SentenceWords& s, WordIndex end, Heads heads = Heads::listed)
      : s_(s), end_(std::min(end, s.end())), heads_(heads) {}

  std::optional<SpeakerPhrase> read(WordIndex first) const {
    if (first >= end_) return std::nullopt;
    if (auto pronoun = read_pronoun(first)) return pronoun;
    auto core = core_at(first);
    if (!core) return read_speaker_word(first);
    SpeakerPhrase phrase = phrase_of(*core);
    hang_on(phrase, *core);
    appose(phrase, *core);
    join(phrase);
    if (auto behind = anonymity_phrase(s_, phrase.next, end_)) {
      phrase.requested_anonymity = true;
      phrase.next = s_.is(*behind, ",") ? *behind + 1 : *behind;
    } else {
      skip_relative(phrase);
    }
    return phrase;
  }

 private:
  [[nodiscard]] Span span(WordIndex first, WordIndex last) const { return s_.analysis().span(first, last); }

  [[nodiscard]] std::optional<NounCore> core_at(WordIndex first) const {
    return noun_core(s_, first, end_, heads_);
  }

  std::optional<SpeakerPhrase> read_pronoun(WordIndex first) const {
    bool one = s_.is_any(first, "he", "she", "him", "her");
    bool many = s_.is_any(first, "they", "them");
    if ((!one && !many && !s_.is(first, "it")) || (s_.is(first, "her") && nominal(s_, first + 1))) {
      return std::nullopt;
    }
    SpeakerPhrase phrase;
    phrase.speaker.pronoun = true;
    phrase.speaker.voice = one ? Voice::unnamed : many ? Voice::collective : Voice::body;
    finish(phrase, first, first + 1);
    return phrase;
  }

  // "another", "others", "one of them": a speaker without a noun.
  std::optional<SpeakerPhrase> read_speaker_word(WordIndex first) const {
    if (!s_.classes(first).has(speaker_word)) return std::nullopt;
    SpeakerPhrase phrase;
    phrase.speaker.other = s_.is_any(first, "another", "others");
    phrase.speaker.voice = s_.is_any(first, "another", "one") ? Voice::unnamed : Voice::collective;
    WordIndex last = first + 1;
    if (s_.is(last, "of") && s_.is_any(last + 1, "them", "those")) {
      last += 2;
    } else if (s_.is(last, "of")) {
      auto whole = core_at(last + 1);
      if (!whole || whole->voice != Voice::collective) return std::nullopt;
      SpeakerPhrase inner = phrase_of(*whole);
      hang_on(inner, *whole);
      last = inner.next;
    } else if (!phrase.speaker.other && !s_.is(first, "some")) {
      return std::nullopt;  // "if one adds", "two said yes"
    }
    finish(phrase, first, last);
    return phrase;
  }

  void finish(SpeakerPhrase& phrase, WordIndex first, WordIndex last) const {
    phrase.speaker.first = first;
    phrase.speaker.last = last;
    phrase.speaker.span = span(first, last);
    phrase.next = last;
  }

  [[nodiscard]] SpeakerPhrase phrase_of(const NounCore& core) const {
    SpeakerPhrase phrase;
    SpeakerMention& m = phrase.speaker;
    m.voice = core.voice;
    m.definite = core.definite;
    m.other = core.other;
    m.unlisted = core.unlisted;
    finish(phrase, core.first, core.last);
    if (core.voice == Voice::body) {
      m.name = span(core.begin, core.last);
      return phrase;
    }
    WordIndex role_end = core.voice == Voice::named ? core.name : core.last;
    if (core.voice == Voice::named) m.name = span(core.name, core.last);
    bool has_role = role_end > core.begin && (core.voice == Voice::named || core.voice == Voice::unnamed);
    if (has_role) set_role(m, core.begin, role_end, core.begin);
    return phrase;
  }

  // `body_from`: where a body named by the role may start.
  void set_role(SpeakerMention& m, WordIndex first, WordIndex last, WordIndex body_from) const {
    while (last > first && (s_.is(last - 1, ".") || s_.genitive(last - 1))) --last;
    if (last == first) return;
    m.role = span(first, last);
    m.role_noun = std::string(s_.lower(last - 1));
    for (WordIndex i = body_from; i + 1 < last; ++i) {
      bool body_word = s_.classes(i).any(body, organisation) || s_.acronym(i);
      if (!body_word) continue;
      WordIndex from = i;
      while (from > body_from && (s_.capital(from - 1) || s_.classes(from - 1).has(title)) &&
             s_.classes(i).has(body)) {
        --from;
      }
      m.body = span(from, i + 1);
      return;
    }
  }

  // "of the council", "for the ministry", "in the port", "and doctors".
  void hang_on(SpeakerPhrase& phrase, const NounCore& core) const {
    SpeakerMention& m = phrase.speaker;
    for (int more = 0; more < 5; ++more) {
      WordIndex at = phrase.next;
      if (s_.is(at, "and") && m.voice != Voice::written_record) {
        auto second = core_at(at + 1);
        if (!second || second->voice == Voice::written_record) return;
        bool joinable = m.voice == Voice::collective || second->voice == m.voice;
        if (!joinable) return;
        m.voice = Voice::collective;
        m.name = m.role = m.body = std::nullopt;
        extend(phrase, second->last);
        continue;
      }
      WordIndex prep = hangs_next(s_, at) ? at + 1 : at;
      bool named = core.voice == Voice::named || (core.voice == Voice::body && s_.capital(core.last - 1));
      bool hangs = named ? s_.is(prep, "of") ||
                               (core.voice == Voice::body && s_.is(prep, "for") && s_.capital(prep + 1))
                         : s_.is_any(prep, "of", "for", "from", "in", "at", "with", "to", "near", "inside",
                                     "outside", "on");
      if (!hangs) return;
      auto inner = noun_chunk(prep + 1);
      if (!inner) return;
      bool of_body = !named && core.voice != Voice::body && s_.is_any(prep, "of", "for", "from", "with");
      if (of_body && !m.body) set_body(m, *inner);
      if (core.voice == Voice::body && s_.is_any(prep, "of", "for")) m.name = span(core.begin, inner->second);
      if (core.voice == Voice::named && !m.body) set_body(m, *inner);
      if (m.voice == Voice::unnamed && m.role && s_.is_any(prep, "of", "for") && more == 0) {
        m.role = cover(*m.role, span(inner->first, inner->second));
      }
      extend(phrase, inner->second);
    }
  }

  void set_body(SpeakerMention& m, std::pair<WordIndex, WordIndex> chunk) const {
    auto [first, last] = chunk;
    bool article = s_.classes(first).any(determiner, possessive);
    if (article) ++first;
    if (first >= last) return;
    // A lone name is a place of no list as well: "a resident of Vimmerby".
    bool lone = last == first + 1 && !article && !bodily(s_, first);
    bool named_body = s_.capital(last - 1) && !lone && !is_place(s_, first, last);
    if (named_body || s_.classes(last - 1).has(body)) m.body = span(first, last);
  }

  void extend(SpeakerPhrase& phrase, WordIndex last) const {
    phrase.speaker.last = last;
    phrase.speaker.span = span(phrase.speaker.first, last);
    phrase.next = last;
  }

  // Determiner, then words of a noun phrase: "the National Salvation Front".
  [[nodiscard]] std::optional<std::pair<WordIndex, WordIndex>> noun_chunk(WordIndex first) const {
    WordIndex at = first;
    if (s_.classes(at).any(determiner, possessive)) ++at;
    WordIndex begin = at;
    while (at < end_ && at < begin + core_words_max &&
           (nominal(s_, at) || s_.inner_stop(at) || (s_.genitive(at) && nominal(s_, at + 1)))) {
      ++at;
    }
    if (at == begin) return std::nullopt;
    return std::pair{first, at};
  }

  // "Ida Holm, the mayor of Kalmar," and "the mayor, Ida Holm,"; "Ida Holm, 41,".
  void appose(SpeakerPhrase& phrase, const NounCore& core) const {
    SpeakerMention& m = phrase.speaker;
    if (!s_.is(phrase.next, ",")) return;
    WordIndex at = phrase.next + 1;
    if (s_.number(at) && s_.is(at + 1, ",")) {
      at += 2;
      phrase.next = at;
      // The age was closed by a comma; an office may follow it.
    }
    PhraseReader inside(s_, std::min(end_, at + apposition_words_max));
    auto inner = inside.core_at(at);
    if (!inner) {
      if (core.voice == Voice::named) appose_plain(phrase, at);
      return;
    }
    SpeakerPhrase other = inside.phrase_of(*inner);
    inside.hang_on(other, *inner);
    if (!closes(other.next)) {
      if (core.voice == Voice::named) appose_plain(phrase, at);
      return;
    }
    if (core.voice == Voice::named && other.speaker.voice == Voice::unnamed) {
      set_role(m, inner->begin, other.speaker.last, other.speaker.last);
      m.role_noun = std::string(s_.lower(inner->last - 1));
      if (other.speaker.body) m.body = other.speaker.body;
      if (!m.body) m.body = role_body(*inner);
    } else if (core.voice == Voice::unnamed && other.speaker.voice == Voice::named) {
      m.voice = Voice::named;
      m.name = other.speaker.name;
    } else if (core.voice == Voice::body && other.speaker.voice == Voice::body) {
      // "their charity, Coast Relief,": the name is the body's; "Coast Relief, a charity," has it already.
      if (!s_.capital(core.last - 1)) m.name = other.speaker.name;
      m.unlisted = m.unlisted && other.speaker.unlisted;
    } else {
      if (core.voice == Voice::named) appose_plain(phrase, at);
      return;
    }
    extend(phrase, other.speaker.last);
    if (s_.is(other.next, ",")) phrase.next = other.next + 1;
  }

  [[nodiscard]] bool closes(WordIndex i) const {
    return i >= s_.end() || s_.is_any(i, ",", ".", ";", ")") || s_.closes_quote(i);
  }

  // "Ida Holm, founder of the ferry line,": an office of no list, up to its comma, without a verb.
  void appose_plain(SpeakerPhrase& phrase, WordIndex at) const {
    WordIndex first = at;
    if (s_.is_any(at, "the", "a", "an")) ++first;
    if (!nominal(s_, first) || (first == at && s_.capital(at))) return;
    WordIndex stop = std::min(end_, at + apposition_words_max);
    for (WordIndex i = first; i < stop; ++i) {
      if (s_.is(i, ",")) {
        set_role(phrase.speaker, first, i, i);
        extend(phrase, i);
        phrase.next = i + 1;
        return;
      }
      bool goes_on = nominal(s_, i) || s_.genitive(i) || s_.inner_stop(i) || s_.is(i, "and") ||
                     (s_.classes(i).any(preposition, determiner, possessive) && !s_.classes(i).has(pronoun));
      if (!goes_on) return;
    }
  }

  // "the president, Ida Holm, and the minister, Ola Berg,": two who speak with one voice.
  void join(SpeakerPhrase& phrase) const {
    bool apposed = phrase.next > phrase.speaker.last;
    if (!apposed || !s_.is(phrase.next, "and")) return;
    auto second = core_at(phrase.next + 1);
    if (!second || second->voice == Voice::written_record) return;
    SpeakerPhrase other = phrase_of(*second);
    hang_on(other, *second);
    appose(other, *second);
    SpeakerMention& m = phrase.speaker;
    m.voice = Voice::collective;
    m.name = m.role = m.body = std::nullopt;
    m.role_noun.reset();
    extend(phrase, other.speaker.last);
    phrase.next = other.next;
  }

  [[nodiscard]] std::optional<Span> role_body(const NounCore& core) const {
    SpeakerMention scratch;
    set_role(scratch, core.begin, core.last, core.begin);
    return scratch.body;
  }

  // "a doctor who fled the port said", "Ida Holm, who leads the council, said": to the verb or comma.
  void skip_relative(SpeakerPhrase& phrase) const {
    WordIndex at = phrase.next;
    bool comma = s_.is(at, ",") || s_.is(at - 1, ",");
    if (s_.is(at, ",")) ++at;
    if (!s_.is_any(at, "who", "whose")) return;
    WordIndex stop = std::min(end_, at + apposition_words_max);
    for (WordIndex i = at + 1; i < stop; ++i) {
      if (comma && s_.is(i, ",")) {
        phrase.next = i + 1;
        return;
      }
      if (s_.mark(i) || s_.opens_quote(i) || s_.closes_quote(i)) return;
    }
    // Without commas the clause ends where the caller's phrase must end.
    if (!comma && stop == end_ && end_ < s_.end()) phrase.next = end_;
  }

  const SentenceWords& s_;
  WordIndex end_;
  Heads heads_;
};

// A phrase that starts at `first` must not be the tail of another one.
bool starts_fresh(const SentenceWords& s, WordIndex begin, WordIndex first) {
  if (first == begin) return true;
  WordIndex before = first - 1;
  if (s.inner_stop(before)) return false;
  if (s.mark(before) || s.opens_quote(before) || s.closes_quote(before))
    return !s.is_any(before, "-", "/", "&");
  if (s.is(before, "of")) return false;
  // "In Borgholm the Council said": a phrase of place that opens the sentence.
  if (s.is(first, "the") && s.classes(begin).has(preposition) && first <= begin + 4) {
    bool named = first > begin + 1;
    for (WordIndex i = begin + 1; i < first; ++i) named = named && s.capital(i);
    if (named) return true;
  }
  return s.classes(before).any(conjunction, subordinator, weekday, month, adverb) && !s.is(before, "around");
}

}  // namespace

std::optional<WordIndex> anonymity_phrase(const SentenceWords& s, WordIndex at, WordIndex end) {
  if (s.is(at, ",")) ++at;
  bool opens = s.is_any(at, "who", "on", "speaking", "requesting", "asking", "under", "citing") ||
               s.is_any(at, "insisting", "declining", "talking", "refusing");
  if (!opens) return std::nullopt;
  for (WordIndex i = at; i < end && i < at + 14; ++i) {
    if (i > at && (s.mark(i) || s.opens_quote(i) || s.closes_quote(i))) return std::nullopt;
    if (s.is_any(i, "anonymity", "anonymous", "anonymously")) return i + 1;
    bool named = s.is_any(i, "named", "identified", "quoted") && s.is(i - 1, "be");
    if (named && (s.is(i - 3, "not") || s.is_any(i - 3, "declined", "refused", "declining", "refusing"))) {
      return s.is(i + 1, "by") && s.is(i + 2, "name") ? i + 3 : i + 1;
    }
  }
  return std::nullopt;
}

std::optional<SpeakerPhrase> speaker_from(const SentenceWords& s, WordIndex first, WordIndex end,
                                          Heads heads) {
  return PhraseReader(s, end, heads).read(first);
}

std::optional<SpeakerPhrase> speaker_before(const SentenceWords& s, WordIndex begin, WordIndex cue,
                                            Heads heads) {
  WordIndex first = cue > begin + look_back_max ? cue - look_back_max : begin;
  // A quotation's words are no part of the phrase.
  for (WordIndex i = cue; i > first; --i) {
    if (s.opens_quote(i - 1) || s.closes_quote(i - 1)) {
      first = i;
      break;
    }
  }
  PhraseReader reader(s, cue, heads);
  for (WordIndex i = first; i < cue; ++i) {
    if (!s.word(i) && !s.number(i)) continue;
    if (!starts_fresh(s, begin, i)) continue;
    auto phrase = reader.read(i);
    if (phrase && phrase->next == cue) return phrase;
  }
  return std::nullopt;
}

}  // namespace sitrep
