#include "mentions/speech/channel.h"

#include <algorithm>
#include <utility>

#include "mentions/speech/speaker.h"

namespace sitrep {
namespace {

using enum WordClass;

constexpr WordIndex phrase_words_max = 9;
constexpr int pieces_max = 8;

// The record's word for a form; nothing for words that are none ("call" of "on call").
std::optional<std::string_view> medium_of(std::string_view lower) {
  static constexpr std::pair<std::string_view, std::string_view> forms[] = {
      {"video", "video"},
      {"footage", "video"},
      {"clip", "video"},
      {"audio", "audio"},
      {"recording", "audio"},
      {"voicemail", "audio"},
      {"podcast", "audio"},
      {"statement", "statement"},
      {"communique", "statement"},
      {"communiqué", "statement"},
      {"interview", "interview"},
      {"speech", "speech"},
      {"address", "speech"},
      {"sermon", "speech"},
      {"briefing", "press conference"},
      {"conference", "press conference"},
      {"post", "post"},
      {"tweet", "post"},
      {"thread", "post"},
      {"message", "message"},
      {"letter", "letter"},
      {"telephone", "telephone"},
      {"phone", "telephone"},
      {"call", "telephone"},
      {"email", "email"},
      {"e-mail", "email"},
      {"leaflet", "leaflet"},
      {"broadcast", "broadcast"},
      {"note", "letter"},
      {"text", "message"}};
  for (const auto& [word, form] : forms) {
    if (word == lower) return form;
  }
  return std::nullopt;
}

bool of_press(std::string_view lower) {
  static constexpr std::string_view words[] = {
      "radio",    "television", "tv",      "agency",  "newspaper", "daily",   "news",  "broadcaster",
      "magazine", "network",    "station", "channel", "times",     "post",    "press", "jazeera",
      "wire",     "herald",     "gazette", "tribune", "journal",   "website", "page",  "account",
      "site",     "feed",       "media",   "portal",  "weekly"};
  return std::find(std::begin(words), std::end(words), lower) != std::end(words);
}

// "released", "posted on": how a recording reached the public.
bool of_release(std::string_view lower) {
  static constexpr std::string_view words[] = {
      "posted",   "released",   "published", "broadcast", "aired",   "shared",      "carried", "issued",
      "uploaded", "circulated", "televised", "sent",      "relayed", "distributed", "shown"};
  return std::find(std::begin(words), std::end(words), lower) != std::end(words);
}

class TailReader {
 public:
  TailReader(const SentenceWords& s, WordIndex at) : s_(s) { tail_.next = at; }

  SpeechTail read(bool tells) {
    if (tells) addressee();
    for (int piece = 0; piece < pieces_max; ++piece) {
      WordIndex before = tail_.next;
      if (auto behind = anonymity_phrase(s_, tail_.next, s_.end())) {
        tail_.requested_anonymity = true;
        tail_.next = *behind;
      } else if (!adverb_here() && !day() && !channel() && !place_at_end()) {
        break;
      }
      if (tail_.next == before) break;
    }
    return std::move(tail_);
  }

 private:
  [[nodiscard]] Span span(WordIndex first, WordIndex last) const { return s_.analysis().span(first, last); }

  // A noun phrase's words from `at` on: [begin without determiner, end).
  [[nodiscard]] std::pair<WordIndex, WordIndex> chunk(WordIndex at) const {
    if (s_.classes(at).any(determiner, possessive)) ++at;
    WordIndex begin = at;
    while (s_.has(at) && at < begin + phrase_words_max) {
      bool inner = s_.word(at) || s_.number(at) || s_.inner_stop(at);
      WordClasses c = s_.classes(at);
      bool ends = !s_.acronym(at) && (c.any(preposition, conjunction, subordinator, auxiliary, pronoun,
                                            determiner, possessive, weekday, month) ||
                                      (c.any(adverb, verb) && !s_.capital(at)));
      if (!inner || ends) break;
      if (!s_.capital(at) && of_release(s_.lower(at)) && !medium_of(s_.lower(at))) break;
      ++at;
      // A form ends its phrase: "in a statement the army ...".
      if (c.has(medium) && !s_.classes(at).has(medium)) break;
    }
    return {begin, at};
  }

  // "told AFP", "told a news conference", "told reporters in Kalmar"; "told him".
  void addressee() {
    WordIndex at = tail_.next;
    auto [begin, end] = chunk(at);
    if (begin == end) {
      if (s_.is_any(at, "him", "her", "them", "us", "me", "it")) ++tail_.next;
      return;
    }
    std::optional<std::string_view> form = form_in(begin, end);
    if (form && !s_.capital(end - 1)) {
      add({std::nullopt, form, std::nullopt, span(at, end)});
    } else if (press_in(begin, end) || s_.acronym(begin) || s_.classes(begin).has(organisation) ||
               (end == begin + 1 && s_.capital(begin)) || (s_.is(at, "the") && s_.capital(begin))) {
      add({span(begin, end), std::nullopt, std::nullopt, span(begin, end)});
    }
    tail_.next = end;
    while (s_.is_any(tail_.next, "of", "in", "at", "and", "from") && !form) {
      auto [b, e] = chunk(tail_.next + 1);
      if (b == e) break;
      tail_.next = e;
    }
  }

  void add(ChannelMention channel) { tail_.channels.push_back(channel); }

  [[nodiscard]] std::optional<std::string_view> form_in(WordIndex begin, WordIndex end) const {
    // "telephone interview" is by telephone, "audio message" audio, "video statement" video.
    for (WordIndex i = begin; i < end; ++i) {
      if (auto form = medium_of(s_.lower(i))) return form;
    }
    return std::nullopt;
  }
  [[nodiscard]] bool press_in(WordIndex begin, WordIndex end) const {
    for (WordIndex i = begin; i < end; ++i) {
      if (press_word(s_, i) || platform(i)) return true;
    }
    return false;
  }
  // "Twitter", "X", "Truth Social".
  [[nodiscard]] bool platform(WordIndex i) const {
    return s_.classes(i).has(carrier) && s_.has(i) &&
           (s_.analysis().word(i).capital || s_.is_any(i, "radio", "television", "tv"));
  }

  bool adverb_here() {
    if (!s_.classes(tail_.next).has(adverb) || day_word(tail_.next) ||
        s_.is_any(tail_.next, "there", "here", "not")) {
      return false;
    }
    // "said late on Monday" keeps its "late" for the day.
    if (s_.is_any(tail_.next, "late", "early")) return false;
    ++tail_.next;
    return true;
  }

  [[nodiscard]] bool day_word(WordIndex i) const {
    bool named = s_.classes(i).any(weekday, month) && s_.has(i) && s_.analysis().word(i).capital;
    return named || s_.is_any(i, "today", "yesterday");
  }

  // "on Wednesday", "late on 3 May", "Tuesday evening", "earlier on Monday".
  [[nodiscard]] std::optional<std::pair<WordIndex, WordIndex>> day_at(WordIndex at) const {
    WordIndex i = at;
    while (s_.is_any(i, "late", "early", "on", "last", "the")) ++i;
    WordIndex first = i;
    while (day_word(i) || (s_.number(i) && (day_word(i + 1) || (i > first && day_word(i - 1)))) ||
           (i > first && s_.is(i, ",") && s_.number(i + 1) && s_.text(i + 1).size() == 4)) {
      ++i;
    }
    if (i == first) return std::nullopt;
    bool daily = false;
    for (WordIndex j = first; j < i; ++j) daily = daily || day_word(j);
    if (!daily) return std::nullopt;
    if (s_.is_any(i, "morning", "afternoon", "evening", "night")) ++i;
    // "said Monday's attack ...", "said Monday was quiet": what is said begins with the day.
    if (s_.genitive(i) || s_.classes(i).has(auxiliary)) return std::nullopt;
    return std::pair{first, i};
  }

  bool day() {
    auto found = day_at(tail_.next);
    if (!found) return false;
    if (!tail_.said) tail_.said = span(found->first, found->second);
    tail_.next = found->second;
    return true;
  }

  // "in a video", "on Twitter", "via his Telegram channel", "by telephone", "in an interview with X".
  bool channel() {
    WordIndex at = tail_.next;
    if (s_.is(at, ",") && s_.is_any(at + 1, "in", "via", "by")) ++at;
    WordIndex prep = at;
    if (s_.is(at, "speaking")) prep = ++at;
    if (!s_.is_any(prep, "in", "on", "at", "via", "through", "by", "over", "during", "to")) return false;
    auto [begin, end] = chunk(prep + 1);
    if (begin == end) return false;
    std::optional<std::string_view> form = form_in(begin, end);
    bool press = press_in(begin, end);
    if (s_.is(prep, "to") ? !press && !s_.acronym(begin) : !form && !press) return false;
    ChannelMention m;
    m.medium = form;
    WordIndex last = end;
    if (press) m.name = carrier_name(begin, end);
    tail_.next = end;
    while (extension(m, last)) {
    }
    m.span = span(prep, last);
    add(m);
    return true;
  }

  // "Twitter" of "his Twitter account"; else the whole phrase ("state television").
  [[nodiscard]] Span carrier_name(WordIndex begin, WordIndex end) const {
    for (WordIndex i = begin; i < end; ++i) {
      if (!platform(i) || s_.is_any(i, "radio", "television", "tv")) continue;
      WordIndex last = i + 1;
      if (s_.is(i, "truth") && s_.is(last, "social")) ++last;
      return span(i, last);
    }
    return span(begin, end);
  }

  // "to people in the valley", "with Radio Karlo", "posted on Twitter", "released Tuesday by AFP".
  bool extension(ChannelMention& m, WordIndex& last) {
    WordIndex at = tail_.next;
    if (s_.is_any(at, "and", ",")) ++at;
    if (of_release(s_.lower(at))) {
      ++at;
      while (s_.classes(at).has(adverb) && !day_word(at)) ++at;
      if (auto found = day_at(at)) {
        if (!tail_.said) tail_.said = span(found->first, found->second);
        last = at = found->second;
      }
      bool by = s_.is_any(at, "on", "by", "via", "to", "in", "through");
      auto [begin, end] = chunk(at + 1);
      if (by && begin < end) {
        if (!m.name) m.name = press_in(begin, end) ? name_with_of(begin, end) : name_if_capital(begin, end);
        last = end;
        tail_.next = end;
      } else {
        tail_.next = last = std::max(at, last);
      }
      return true;
    }
    if (at != tail_.next) return false;
    bool with = s_.is_any(at, "with", "to", "for", "of", "on");
    if (!with) return false;
    if (auto found = day_at(at)) return false;
    auto [begin, end] = chunk(at + 1);
    if (begin == end) return false;
    bool carrier = press_in(begin, end) || s_.acronym(begin) || s_.classes(begin).has(organisation);
    if (!m.name && carrier) {
      m.name = s_.is_any(at, "on") ? carrier_name(begin, end) : span(begin, end);
    } else if (!m.name && s_.capital(begin) && (s_.is(at, "on") || (s_.is(at, "with") && end == begin + 1))) {
      m.name = span(begin, end);
    } else if (s_.is(at, "on")) {
      return false;
    }
    last = end;
    tail_.next = end;
    if (s_.is_any(end, "in", "of") && !form_in(chunk(end + 1).first, chunk(end + 1).second)) {
      auto [b, e] = chunk(end + 1);
      if (b < e) {
        if (m.name && s_.is(end, "of")) m.name = cover(*m.name, span(b, e));
        tail_.next = last = e;
      }
    }
    return true;
  }

  // "the Dari language service of Voice of America": capitalised "of" phrases belong to the name.
  Span name_with_of(WordIndex begin, WordIndex& end) const {
    Span plain = carrier_name(begin, end);
    if (plain != span(begin, end)) return plain;
    while (s_.is(end, "of")) {
      auto [b, e] = chunk(end + 1);
      if (b == e || !s_.capital(b)) break;
      end = e;
    }
    return span(begin, end);
  }
  std::optional<Span> name_if_capital(WordIndex begin, WordIndex& end) const {
    bool capital = false;
    for (WordIndex i = begin; i < end; ++i) capital = capital || s_.capital(i);
    if (!capital && !s_.is(end, "of")) return std::nullopt;
    Span name = name_with_of(begin, end);
    for (WordIndex i = begin; i < end; ++i) capital = capital || s_.capital(i);
    return capital ? std::optional(name) : std::nullopt;
  }

  // "said in Kalmar." and "said at the hospital that": a place is passed over where the sentence
  // stops or its words are opened; elsewhere it may belong to what is said.
  bool place_at_end() {
    if (!s_.is_any(tail_.next, "in", "at", "from", "after", "during", "of")) return false;
    auto [begin, end] = chunk(tail_.next + 1);
    if (begin == end) return false;
    while (s_.is_any(end, "of", "in", "at", "with", "and")) {
      auto [b, e] = chunk(end + 1);
      if (b == e) break;
      end = e;
    }
    bool stops = !s_.has(end) || s_.is_any(end, ".", ",", "that", ":", ";") || s_.opens_quote(end);
    if (!stops && !day_at(end)) return false;
    tail_.next = end;
    return true;
  }

  const SentenceWords& s_;
  SpeechTail tail_;
};

}  // namespace

bool press_word(const SentenceWords& s, WordIndex i) {
  // "in a post" is a form, "the Harbour Post" a paper.
  return of_press(s.lower(i)) && (s.capital(i) || !medium_of(s.lower(i)));
}

bool carries(const SentenceWords& s, const SpeakerMention& m) {
  if (m.voice == Voice::named) return !m.role && m.last == m.first + 1;
  if (m.voice != Voice::body) return false;
  for (WordIndex i = m.first; i < m.last; ++i) {
    if (press_word(s, i) || s.is_any(i, "afp", "ap", "reuters", "bbc", "cnn")) return true;
  }
  // "Northwire"
  if (m.last == m.first + 1 && s.capital(m.first) && s.classes(m.first).empty()) return true;
  // "The Meridian": a name of no list with an article.
  return m.last == m.first + 2 && s.is(m.first, "the") && s.capital(m.first + 1) &&
         s.classes(m.first + 1).empty();
}

SpeechTail speech_tail(const SentenceWords& s, WordIndex at, bool tells) {
  return TailReader(s, at).read(tells);
}

}  // namespace sitrep
