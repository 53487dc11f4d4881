#include "mentions/speech/silence_finder.h"

#include "mentions/speech/speaker.h"

namespace sitrep {
namespace {

using enum WordClass;

// A predicate of silence: its kind and its words, [first, last).
struct Predicate {
  Silenced kind;
  WordIndex first, last;
  bool passive = false;         // its subject is what could not be checked
  bool subject_behind = false;  // "no comment from the ministry"
};

WordIndex skip_adverbs(const SentenceWords& s, WordIndex i) {
  while (s.classes(i).has(adverb) || s.is_any(i, "immediately", "yet")) ++i;
  return i;
}

// Past "to a request for", "on", up to "comment", a few words on.
std::optional<WordIndex> comment_within(const SentenceWords& s, WordIndex i, WordIndex words) {
  for (WordIndex end = i + words; i < end; ++i) {
    if (s.mark(i)) return std::nullopt;
    if (s.is_any(i, "comment", "comments")) return i + 1;
  }
  return std::nullopt;
}

bool checks(const SentenceWords& s, WordIndex i) {
  return s.is_any(i, "verify", "confirm", "corroborate", "authenticate");
}
bool checked(const SentenceWords& s, WordIndex i) {
  return s.is_any(i, "verified", "corroborated", "authenticated") ||
         (s.is(i, "confirmed") && s.is(i - 1, "independently"));
}

// What starts with the auxiliary at `first`: "have not commented", "could not be reached".
std::optional<Predicate> after_auxiliary(const SentenceWords& s, WordIndex first) {
  WordIndex at = skip_adverbs(s, first + 1);
  bool negated =
      s.is(first + 1, "not") || s.is_any(first, "hasn't", "haven't", "didn't", "couldn't", "wasn't");
  if (s.is(first + 1, "yet") && s.is(first + 2, "to")) {
    if (s.is(first + 3, "comment")) return Predicate{Silenced::no_comment, first, first + 4};
    return std::nullopt;
  }
  if (s.is_any(first, "was", "were") && s.is(at, "unable") && s.is(at + 1, "to")) {
    WordIndex verb = skip_adverbs(s, at + 2);
    if (checks(s, verb)) return Predicate{Silenced::could_not_verify, first, verb + 1};
    return std::nullopt;
  }
  bool unavailable = s.is(at, "unavailable") || (negated && s.is(at, "available"));
  if (s.is_any(first, "was", "were", "is", "are", "wasn't") && unavailable) {
    auto behind = comment_within(s, at + 1, 3);
    if (behind) return Predicate{Silenced::no_comment, first, *behind};
    return std::nullopt;
  }
  if (!negated) return std::nullopt;
  if (s.is_any(at, "comment", "commented")) return Predicate{Silenced::no_comment, first, at + 1};
  if (s.is_any(at, "respond", "responded", "reply", "replied", "answer", "answered", "return", "returned")) {
    WordIndex end = at + 1;
    if (auto comment = comment_within(s, end, 10)) return Predicate{Silenced::no_comment, first, *comment};
    for (WordIndex i = end; i < end + 5; ++i) {
      if (s.is_any(i, "request", "requests", "calls", "questions", "messages", "emails")) {
        return Predicate{Silenced::no_comment, first, i + 1};
      }
    }
    return std::nullopt;
  }
  if (!s.is_any(first, "could", "couldn't", "can")) return std::nullopt;
  if (checks(s, at)) return Predicate{Silenced::could_not_verify, first, at + 1};
  if (!s.is(at, "be")) return std::nullopt;
  at = skip_adverbs(s, at + 1);
  if (s.is_any(at, "reached", "contacted")) {
    auto comment = comment_within(s, at + 1, 3);
    return Predicate{Silenced::unreachable, first, comment.value_or(at + 1)};
  }
  if (checked(s, at)) return Predicate{Silenced::could_not_verify, first, at + 1, true};
  return std::nullopt;
}

std::optional<Predicate> predicate_at(const SentenceWords& s, WordIndex i) {
  if (s.is_any(i, "declined", "refused", "declines", "refuses") && s.is(i + 1, "to")) {
    WordIndex verb = skip_adverbs(s, i + 2);
    if (s.is(verb, "comment")) return Predicate{Silenced::no_comment, i, verb + 1};
    return std::nullopt;
  }
  bool gave = s.is_any(i, "made", "offered", "gave", "issued", "was") && s.is(i + 1, "no");
  if (gave) {
    WordIndex at = s.is_any(i + 2, "immediate", "official", "public", "further") ? i + 3 : i + 2;
    if (!s.is(at, "comment")) return std::nullopt;
    if (!s.is(i, "was")) return Predicate{Silenced::no_comment, i, at + 1};
    if (s.is(at + 1, "from")) return Predicate{Silenced::no_comment, i, at + 2, false, true};
    return std::nullopt;
  }
  return s.classes(i).has(auxiliary) ? after_auxiliary(s, i) : std::nullopt;
}

}  // namespace

std::vector<SilenceMention> find_silences(const Analysis& analysis, std::size_t count_max) {
  std::vector<SilenceMention> found;
  for (std::uint32_t number = 0; number < analysis.sentences().size(); ++number) {
    SentenceWords s(analysis, analysis.sentences()[number]);
    for (WordIndex i = s.begin(); i < s.end(); ++i) {
      auto predicate = predicate_at(s, i);
      if (!predicate) continue;
      const Quotation* quote = analysis.quotation_of(i);
      if (quote != nullptr && quote->closed) continue;
      if (found.size() >= count_max) return found;
      SilenceMention m;
      m.kind = predicate->kind;
      m.sentence = number;
      m.span = analysis.span(predicate->first, predicate->last);
      i = predicate->last - 1;
      if (!predicate->passive) {
        auto who = predicate->subject_behind ? speaker_from(s, predicate->last, s.end())
                                             : speaker_before(s, s.begin(), predicate->first);
        if (!who) continue;
        m.who = who->speaker;
        m.span = cover(m.span, who->speaker.span);
      }
      found.push_back(std::move(m));
    }
  }
  return found;
}

}  // namespace sitrep
