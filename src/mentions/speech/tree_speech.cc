#include "mentions/speech/tree_speech.h"

#include <algorithm>
#include <utility>

#include "mentions/speech/attribution.h"
#include "mentions/speech/channel.h"
#include "mentions/speech/sentence_words.h"
#include "mentions/speech/speaker.h"
#include "mentions/speech/tree_attribution.h"
#include "mentions/speech/tree_quotes.h"
#include "mentions/speech/tree_speaker.h"

namespace sitrep {
namespace {

using enum DependencyRelation;

class MentionMaker {
 public:
  MentionMaker(const Analysis& analysis, const SpeechTree& tree, const TreeQuotes& quotes, bool all)
      : a_(analysis), tree_(tree), quotes_(quotes), all_(all) {}

  std::optional<SpeechMention> make(const TreeAttribution& from) {
    if (!all_ && !worth_a_claim(from)) return std::nullopt;
    SpeechMention m;
    m.tie = from.tie;
    m.act = from.act;
    m.negated = from.negated;
    m.cue = span(from.cue_words.first, from.cue_words.last);
    m.cue_word = word_at(from.cue_words.first);
    m.sentence = a_.sentence_of(m.cue_word);
    if (from.source) {
      m.speaker = tree_speaker(a_, tree_, *from.source, from.cue);
      m.source = span(from.source_tokens.front(), from.source_tokens.back() + 1);
    }
    if (!all_ && (!m.speaker || !speaks(from, *m.speaker) || of_anonymity(from))) return std::nullopt;
    add_content(from, m);
    if (m.content.empty()) return std::nullopt;
    m.attribution = *m.cue;
    add_tail(from, m);
    relay(from, m);
    return m;
  }

 private:
  [[nodiscard]] Span span(TokenIndex first, TokenIndex last) const {
    return cover(tree_[first].span, tree_[last - 1].span);
  }
  // The word that a token is, or is part of.
  [[nodiscard]] WordIndex word_at(TokenIndex t) const {
    WordIndex word = a_.word_at(tree_[t].span.begin);
    bool inside = word > 0 && a_.word(word - 1).span.end > tree_[t].span.begin;
    return inside ? word - 1 : std::min(word, static_cast<WordIndex>(a_.words().size() - 1));
  }

  // Words about who is named or not: of the speaker, not what it says.
  [[nodiscard]] bool of_anonymity(const TreeAttribution& from) const {
    bool named = false;
    for (TokenIndex t : from.content) {
      if (tree_.is(t, "anonymity")) return true;
      bool naming = tree_.is(t, "named") || tree_.is(t, "identified") || tree_.is(t, "quoted");
      named = named || (naming && t > 0 && tree_.is(t - 1, "be"));
    }
    return named && from.content.size() <= 8;
  }

  // What no person, body or paper does when it speaks: "the raid claimed nine lives".
  [[nodiscard]] bool speaks(const TreeAttribution& from, const SpeakerMention& speaker) const {
    if (!speaker.unlisted) return true;
    static constexpr std::string_view plain[] = {"say",    "announce", "confirm",  "tell",
                                                 "report", "add",      "according"};
    bool says = std::find(std::begin(plain), std::end(plain), tree_.lemma(from.cue)) != std::end(plain) ||
                tree_.is(from.cue, "according");
    return says || speaker.voice != Voice::body;
  }

  [[nodiscard]] bool worth_a_claim(const TreeAttribution& from) const {
    if (from.tie != SpeechTie::speech || from.negated || !from.actual || !from.source) return false;
    auto quote = quotes_.at(from.cue);
    return !quote || !quotes_.closed(*quote);
  }

  void add_content(const TreeAttribution& from, SpeechMention& m) const {
    const auto& tokens = from.content;
    for (std::size_t i = 0; i < tokens.size();) {
      std::size_t last = i + 1;
      while (last < tokens.size() && tokens[last] == tokens[last - 1] + 1) ++last;
      TokenIndex first_token = tokens[i];
      TokenIndex last_token = tokens[last - 1] + 1;
      i = last;
      auto loose = [&](TokenIndex t) {
        // A quotation keeps its marks; one that never closes loses the comma before its cue.
        bool quoted = quotes_.at(t) && (quotes_.closed(*quotes_.at(t)) || !tree_.is(t, ","));
        return tree_.mark(t) && !quoted && !tree_.is(t, "(");
      };
      // "But", "And": they join what is said to what was told before.
      auto joins = [&](TokenIndex t) {
        return tree_[t].tag == WordTag::CCONJ && (tree_.is(t, "but") || tree_.is(t, "and")) &&
               m.content.empty();
      };
      while (first_token < last_token && (loose(first_token) || joins(first_token))) ++first_token;
      while (last_token > first_token && loose(last_token - 1) && !tree_.is(last_token - 1, ")"))
        --last_token;
      first_token = past_background(first_token, last_token);
      if (first_token == last_token) continue;
      bool relative =
          last_token == first_token + 1 && tokens.size() > 1 &&
          (tree_[first_token].fine_tag == FineTag::WDT || tree_[first_token].fine_tag == FineTag::WP);
      if (relative) continue;
      m.content.push_back(span(first_token, last_token));
      for (TokenIndex t = first_token; t < last_token; ++t) {
        m.quoted = m.quoted || quotes_.at(t);
        m.unquoted = m.unquoted || (!quotes_.at(t) && !tree_.mark(t));
      }
    }
  }

  // "A day after shells hit the port, drones fell, residents said": what dates a happening by another is told
  // by the report.
  [[nodiscard]] TokenIndex past_background(TokenIndex first, TokenIndex last) const {
    if (first + 3 >= last || quotes_.at(first)) return first;
    WordIndex unit = word_at(first + 1);
    bool dated = a_.word(unit).classes.has(WordClass::unit) &&
                 (tree_.is(first + 2, "after") || tree_.is(first + 2, "before"));
    for (TokenIndex t = first + 3; dated && t + 1 < last; ++t) {
      if (tree_.is(t, ",")) return t + 1;
    }
    return first;
  }

  // "the Harbour Post, quoting a doctor, said", "reported that nine died, citing a doctor": the one cited
  // said so, the other passed it on. "a diplomat quoted by Northwire", "Northwire quoted Holm as saying".
  void relay(const TreeAttribution& from, SpeechMention& m) const {
    if (!m.speaker || !from.source) return;
    SentenceWords s(a_, a_.sentences()[m.sentence]);
    TokenIndex head = meant_by_relative(tree_, *from.source);
    for (TokenIndex c : tree_.children(head)) {
      bool passed_on = (tree_.relation(c) == acl || tree_.relation(c) == acl_relcl) && cites(c) &&
                       tree_[c].fine_tag == FineTag::VBN;
      auto agent = passed_on ? tree_.child(c, {obl_agent, obl}) : std::nullopt;
      if (!agent || tree_.leader(*agent) != "by") continue;
      cut_speaker(*m.speaker, tree_.extent(c).first);
      if (auto carrier = tree_speaker(a_, tree_, *agent, from.cue)) add_carrier(m, *carrier);
    }
    TokenIndex above = tree_.head(from.cue);
    if (cites(above) && tree_.leader(from.cue) == "as") {
      auto by = tree_.child(above, {nsubj, obl_agent});
      if (by && *by != *from.source) {
        if (auto carrier = tree_speaker(a_, tree_, *by, above)) add_carrier(m, *carrier);
      }
      return;
    }
    if (!carries(s, *m.speaker)) return;
    if (auto verb = citing_verb(from, head)) cite(*verb, m, 3);
  }

  [[nodiscard]] bool cites(TokenIndex t) const {
    return tree_.lemma(t) == "cite" || tree_.lemma(t) == "quote";
  }

  // "quoting", "citing" behind a comma, on the cue, its source or its words.
  [[nodiscard]] std::optional<TokenIndex> citing_verb(const TreeAttribution& from, TokenIndex source) const {
    const ReadSentence& sentence = tree_.syntax().sentence_of(from.cue);
    for (TokenIndex t = sentence.first + 1; t < sentence.last; ++t) {
      bool participle = cites(t) && tree_[t].fine_tag == FineTag::VBG && tree_.is(t - 1, ",");
      if (!participle || quotes_.at(t)) continue;
      TokenIndex above = tree_.head(t);
      bool ours = above == from.cue || above == source || t > from.cue ||
                  std::binary_search(from.content.begin(), from.content.end(), above);
      if (ours) return t;
    }
    return std::nullopt;
  }

  // `stations`: "citing the army, which in turn quoted a spokesman".
  void cite(TokenIndex verb, SpeechMention& m, int stations) const {
    auto object = tree_.child(verb, {obj});
    if (!object || stations == 0) return;
    auto cited = tree_speaker(a_, tree_, *object, verb);
    if (!cited || cited->pronoun) return;
    std::optional<TokenIndex> next;
    for (TokenIndex c : tree_.children(*object)) {
      if (tree_.relation(c) == acl_relcl && cites(c)) next = c;
    }
    if (next) cut_speaker(*cited, tree_.extent(*next).first);
    add_carrier(m, *m.speaker);
    // Nearest to the speaker first.
    std::rotate(m.channels.begin(), m.channels.end() - 1, m.channels.end());
    m.attribution = cover(m.attribution, cited->span);
    m.speaker = std::move(cited);
    if (next) cite(*next, m, stations - 1);
  }

  // Its words end before the token `end`.
  void cut_speaker(SpeakerMention& speaker, TokenIndex end) const {
    while (end > 0 && tree_.mark(end - 1)) --end;
    if (end == 0 || tree_[end - 1].span.end <= speaker.span.begin) return;
    speaker.span.end = std::min(speaker.span.end, tree_[end - 1].span.end);
    speaker.last = std::max(a_.word_at(speaker.span.end), speaker.first + 1);
  }

  static void add_carrier(SpeechMention& m, const SpeakerMention& carrier) {
    ChannelMention channel;
    channel.name = carrier.name.value_or(carrier.span);
    channel.span = carrier.span;
    m.channels.push_back(channel);
  }

  // Channels, day and anonymity beside the cue, and before the clause.
  void add_tail(const TreeAttribution& from, SpeechMention& m) {
    SentenceWords s(a_, a_.sentences()[m.sentence]);
    WordIndex cue_last = word_at(from.cue_words.last - 1) + 1;
    WordIndex at = cue_last;
    bool behind = m.speaker && m.speaker->first >= cue_last && adjoins(from);
    if (behind) at = m.speaker->last;
    if (m.speaker && adjoins(from)) {
      m.attribution = cover(m.attribution, m.speaker->span);
      // "a woman who asked not to be named": what hides the name is none of it.
      WordIndex hides = m.speaker->first + 1;
      while (hides < m.speaker->last && !anonymity_phrase(s, hides, s.end())) ++hides;
      if (hides < m.speaker->last && !m.speaker->pronoun) {
        WordIndex end = *anonymity_phrase(s, hides, s.end());
        m.attribution = cover(m.attribution, a_.span(m.speaker->first, end));
        m.requested_anonymity = true;
        m.anonymity_reason = reason_at(s, end);
        m.speaker->last = s.is(hides - 1, ",") ? hides - 1 : hides;
        m.speaker->span = a_.span(m.speaker->first, m.speaker->last);
      }
      if (auto end = anonymity_phrase(s, m.speaker->last, s.end())) {
        m.requested_anonymity = true;
        m.anonymity_reason = reason_at(s, *end);
        m.attribution = cover(m.attribution, a_.span(m.speaker->first, *end));
        if (behind) at = *end;
      }
    }
    SpeechTail tail = speech_tail(s, at, from.tells);
    // "said in a message to people in the valley and posted on Twitter": what the tail reads to its end
    // beside words that are quoted is none of them, wherever the tree hangs it.
    auto all_tail = [&](Span piece) {
      return m.content.size() > 1 && piece.begin >= m.cue->end && tail.next > at && !tail.channels.empty() &&
             a_.word(tail.next - 1).span.end >= piece.end &&
             a_.quotation_of(a_.word_at(piece.begin)) == nullptr;
    };
    if (m.quoted)
      m.content.erase(std::remove_if(m.content.begin(), m.content.end(), all_tail), m.content.end());
    // What is said begins where the tree says so.
    for (Span piece : m.content) {
      bool inside = piece.begin >= m.cue->end && tail.next < a_.words().size() &&
                    a_.word(tail.next).span.begin > piece.begin && !s.is(at, ",");
      if (inside && tail.next > at) tail = tail_before(s, at, from.tells, piece.begin);
    }
    m.channels = std::move(tail.channels);
    m.said = tail.said;
    if (tail.requested_anonymity) {
      m.requested_anonymity = true;
      m.anonymity_reason = reason_at(s, tail.next);
    }
    WordIndex last = tail.next;
    while (last > at && s.is(last - 1, ",")) --last;
    if (last > at) m.attribution = cover(m.attribution, a_.span(at, last));
    told_ahead(s, from, m);
  }

  // A tail that runs into what is said is none.
  [[nodiscard]] static SpeechTail tail_before(const SentenceWords& s, WordIndex at, bool tells,
                                              std::uint32_t end) {
    SpeechTail tail = speech_tail(s, at, tells);
    SpeechTail kept;
    kept.next = at;
    for (ChannelMention& channel : tail.channels) {
      if (channel.span.end <= end) kept.channels.push_back(channel);
    }
    if (tail.said && tail.said->end <= end) kept.said = tail.said;
    kept.requested_anonymity = tail.requested_anonymity;
    return kept;
  }

  // Whether the source stands beside the cue, not at the beginning of a sentence that tells other things too.
  [[nodiscard]] bool adjoins(const TreeAttribution& from) const {
    TokenIndex first = std::min(from.cue, from.source_tokens.back());
    TokenIndex last = std::max(from.cue, from.source_tokens.front());
    for (TokenIndex t : from.content) {
      if (t > first && t < last) return false;
    }
    for (TokenIndex t = first + 1; t < last; ++t) {
      if (tree_[t].tag == WordTag::VERB && t != from.cue && tree_.relation(t) != acl &&
          tree_.relation(t) != acl_relcl && tree_.relation(t) != advcl) {
        return false;
      }
    }
    return true;
  }

  // "because they were not allowed to speak", "for fear of revenge": behind words of anonymity.
  [[nodiscard]] std::optional<Span> reason_at(const SentenceWords& s, WordIndex at) const {
    if (s.is(at, ",")) ++at;
    bool opens = s.is_any(at, "because", "as", "since", "citing", "due", "given", "out") ||
                 (s.is(at, "for") && (s.is_any(at + 1, "fear", "security", "safety", "reasons") ||
                                      s.is_any(at + 2, "reasons", "safety", "security", "sake"))) ||
                 (s.is(at, "in") && s.is(at + 1, "order")) ||
                 (s.is(at, "to") && s.is_any(at + 1, "discuss", "protect", "speak"));
    if (!opens) return std::nullopt;
    WordIndex last = at + 1;
    while (s.has(last) && last < at + 30 && !s.mark(last) && !s.opens_quote(last) && !s.closes_quote(last))
      ++last;
    // The verb of the main clause is none of it: "... to speak said that".
    for (WordIndex i = at + 1; i < last; ++i) {
      bool says =
          s.classes(i).has(WordClass::say) && s.is_any(i, "said", "told", "says", "added", "confirmed");
      if (says && i + 1 < s.end()) last = i;
    }
    return a_.span(at, last);
  }

  // "In a statement on Monday, the army said ...": channel and day that open the sentence.
  void told_ahead(const SentenceWords& s, const TreeAttribution& from, SpeechMention& m) const {
    if (!m.speaker || !adjoins(from)) return;
    WordIndex first = s.begin();
    while (s.is_any(first, "but", "and", ",", "meanwhile", "however", "yet")) ++first;
    WordIndex begin = std::min(m.speaker->first, word_at(from.cue));
    if (begin <= first) return;
    SpeechTail ahead = speech_tail(s, first, false);
    WordIndex next = s.is(ahead.next, ",") ? ahead.next + 1 : ahead.next;
    if (next != begin || (ahead.channels.empty() && !ahead.said)) return;
    m.channels.insert(m.channels.begin(), ahead.channels.begin(), ahead.channels.end());
    if (!m.said) m.said = ahead.said;
    m.attribution = cover(m.attribution, a_.span(first, begin));
    std::vector<Span> kept;
    for (Span piece : m.content) {
      if (!m.attribution.contains(piece)) kept.push_back(piece);
    }
    if (!kept.empty()) m.content = std::move(kept);
  }

  const Analysis& a_;
  const SpeechTree& tree_;
  const TreeQuotes& quotes_;
  bool all_;
};

}  // namespace

void find_speech_by_trees(const Analysis& analysis, Quotes& quotes, std::size_t count_max, bool all,
                          std::vector<SpeechMention>& found) {
  SpeechTree tree(*analysis.syntax());
  TreeQuotes tree_quotes(analysis, tree);
  MentionMaker maker(analysis, tree, tree_quotes, all);
  for (const TreeAttribution& attribution : find_tree_attributions(tree, tree_quotes)) {
    if (found.size() >= count_max) return;
    auto mention = maker.make(attribution);
    if (!mention) continue;
    for (TokenIndex t : attribution.content) {
      auto quote = tree_quotes.at(t);
      if (quote) quotes.use(analysis.quotations()[*quote]);
    }
    found.push_back(std::move(*mention));
  }
}

}  // namespace sitrep
