// For each word of saying: its speaker before it ("Holm said") or behind it (“...,” said Holm); what
// is told besides (speech_tail); then the words it governs, tried in this order: the quotation right
// before, the quotation or clause right behind, the clause before its comma.
#include "mentions/speech/word_speech.h"

#include <algorithm>

#include "mentions/speech/attribution.h"
#include "mentions/speech/cue.h"
#include "mentions/speech/quotes.h"

namespace sitrep {
namespace {

using enum WordClass;

class SentenceSpeech {
 public:
  SentenceSpeech(const Analysis& analysis, std::uint32_t number, Quotes& quotes,
                 std::vector<SpeechMention>& out)
      : a_(analysis),
        s_(analysis, analysis.sentences()[number]),
        number_(number),
        quotes_(quotes),
        out_(out),
        out_begin_(out.size()),
        reader_(s_, quotes),
        left_(s_.begin()) {}

  void find() {
    for (WordIndex i = s_.begin(); i < s_.end(); ++i) {
      if (i < left_ || !reader_.may_say(i) || hidden(i)) continue;
      const SpeechMention* before = out_.size() > out_begin_ ? &out_.back() : nullptr;
      if (auto attribution = reader_.read(i, left_, before)) place(*attribution);
    }
  }

 private:
  // Inside a quotation that has an end; one that has none may hide its own attribution.
  [[nodiscard]] bool hidden(WordIndex i) const {
    const Quotation* quote = quotes_.at(i);
    return quote != nullptr && quote->closed;
  }

  struct Piece {
    WordIndex first, last;
  };

  // Finds the words an attribution governs; without any it is none.
  void place(const Attribution& at) {
    bool inside = open_ && at.first >= open_first_;
    if (inside && !stands_apart(at.first)) return;
    WordIndex outer_first = open_first_;
    std::vector<Piece> pieces;
    const Quotation* quote = reader_.quote_before(at.first);
    // "On “The Morning Hour,” Holm said the road was open": a title, not her words.
    bool titled = quote != nullptr && quote->first > s_.begin() && s_.word(at.last) &&
                  may_follow(at, at.last, s_.is(at.last, "that"));
    if (quote != nullptr && !titled) {
      const Quotation& start = quotes_.start_of(*quote);
      WordIndex from = start.first;
      // "Berg was “brave and kind,” Holm said": the words that lead into the quotation.
      WordIndex lead = reader_.skip_conjunction(left_);
      if (from > lead && !s_.is(from - 1, ":") && &start == quote) from = lead;
      pieces.push_back({from, quote->last});
      use_all(pieces.back());
    }
    words_end_ = at.words_end.value_or(s_.end());
    bool ahead = pieces.empty() && told_before(at);
    if (!ahead) add_behind(at, pieces);
    if (pieces.empty()) add_before(at, pieces, ahead);
    if (pieces.empty()) return;
    if (inside) cut_open(outer_first, at.first);
    emit(at, pieces);
  }

  // Whether an attribution inside the words of another starts a clause of its own.
  [[nodiscard]] bool stands_apart(WordIndex first) const {
    if (first == open_first_) return false;
    if (s_.classes(first).has(say_participle)) return true;
    return s_.is_any(first - 1, ";", "and", "but", "while") || s_.closes_quote(first - 1);
  }

  void add_behind(const Attribution& at, std::vector<Piece>& pieces) {
    WordIndex i = at.last;
    bool had_quote = !pieces.empty();
    bool colon = s_.is(i, ":");
    WordIndex opening = colon || s_.is(i, ",") ? i + 1 : i;
    if (s_.opens_quote(opening)) {
      const Quotation* quote = quotes_.at(opening);
      bool whole = quote != nullptr && (opening > i || quote->last + 1 >= s_.end());
      if (whole && quote->first == opening) {
        pieces.push_back({quote->first, quote->last});
        use_all(pieces.back());
        return;
      }
    }
    if (had_quote || !s_.has(i)) return;
    if (colon) {
      add(pieces, i + 1, words_end_);
      open(pieces);
      return;
    }
    if (s_.is(i, ",")) {
      behind_comma(at, pieces);
      return;
    }
    if (s_.mark(i) || s_.closes_quote(i)) return;
    bool that = s_.is(i, "that") || s_.is(i, "how");
    if (!may_follow(at, i, that)) return;
    add(pieces, i, words_end_, at.kind == CueKind::object ? 1 : 2);  // "denied it"
    open(pieces);
  }

  [[nodiscard]] bool may_follow(const Attribution& at, WordIndex i, bool that) const {
    WordClasses c = s_.classes(i);
    bool relative = at.first > s_.begin() && s_.is_any(at.first - 1, "which", "who", "that", "what");
    if (!that && (c.has(conjunction) || (c.has(auxiliary) && !relative))) return false;
    if (s_.is(at.cue, "according")) return at.first == reader_.skip_conjunction(left_);
    switch (at.kind) {
      case CueKind::that:
        return that;
      case CueKind::vows:
        return that || s_.is(i, "to");
      case CueKind::object:
        return that ||
               (!c.has(preposition) && (!c.has(say) || of_hearsay(i)) &&
                (!s_.is_any(at.cue, "rejected", "rejects", "dismissed", "dismisses") || hearsay_near(i)));
      default:
        if (at.speaker.unlisted && s_.is_any(i, "nothing", "no", "little", "more", "yes")) return false;
        // "claimed responsibility" is an act, "reported to the police" no report, "said of the raid" no
        // clause.
        return that || !(s_.is_any(i, "to", "of", "by", "as", "goodbye", "so", "responsibility", "with",
                                   "about", "against", "into") ||
                         c.has(say));
    }
  }

  // "a report that", "the council's claim": what may be rejected is what somebody said.
  [[nodiscard]] bool of_hearsay(WordIndex i) const {
    return s_.is_any(i, "report", "reports", "claim", "claims", "allegation", "allegations", "accusation") ||
           s_.is_any(i, "accusations", "charge", "charges", "suggestion", "suggestions", "assertion") ||
           s_.is_any(i, "assertions", "rumour", "rumours", "rumor", "rumors", "toll");
  }
  [[nodiscard]] bool hearsay_near(WordIndex i) const {
    for (WordIndex at = i; at < i + 8; ++at) {
      if (of_hearsay(at)) return true;
    }
    return false;
  }

  // "According to Holm, nine died" has its words behind; "The road, Holm said, was open" on both sides.
  void behind_comma(const Attribution& at, std::vector<Piece>& pieces) {
    WordIndex i = at.last + 1;
    bool leads = at.first <= reader_.skip_conjunction(left_) + 1;
    if (leads) {
      if (at.kind == CueKind::that || s_.classes(i).has(say_participle)) return;
      add(pieces, i, words_end_);
      open(pieces);
      return;
    }
    // "The road, Holm said, was open": the verb may stand in either piece.
    bool verb_behind = s_.classes(i).any(auxiliary, verb);
    add_before(at, pieces, verb_behind);
    bool goes_on = !pieces.empty() && !s_.classes(i).any(conjunction, subordinator, say_participle) &&
                   s_.is(at.first - 1, ",");
    if (!goes_on || i >= words_end_) return;
    add(pieces, i, words_end_);
    open(pieces);
  }

  // "Nine were killed, Holm said at the town hall at five": where and when she said it, not what.
  [[nodiscard]] bool told_before(const Attribution& at) const {
    bool phrase = s_.classes(at.last).has(preposition) && at.kind == CueKind::says;
    bool comma = at.first > left_ + 2 && s_.is(at.first - 1, ",");
    return phrase && comma && tells_something(reader_.skip_conjunction(left_), at.first - 1);
  }

  // The clause before: "Nine were killed, police said." Only a comma, or "according to", parts them.
  // `told`: it has a verb, and what follows the attribution is none of it.
  void add_before(const Attribution& at, std::vector<Piece>& pieces, bool told = false) {
    WordIndex end = at.first;
    bool according = s_.is(at.cue, "according");
    bool comma = end > left_ && s_.is_any(end - 1, ",", "–", "—");
    if (!comma && !according) return;
    // "On Monday, Holm noted the ..." has not said it by the comma.
    bool over =
        told || !s_.has(at.last) || s_.mark(at.last) || s_.closes_quote(at.last) || s_.is(at.last - 1, ",");
    if (!over && !according) return;
    if (comma) --end;
    WordIndex first = reader_.skip_conjunction(left_);
    // An unclosed quotation that hides its attribution: “We stay, said Holm.
    if (const Quotation* quote = quotes_.at(at.first); quote != nullptr)
      first = std::max(first, quote->first);
    first = past_background(first, end);
    if (end < first + 2 || !(told || tells_something(first, end))) return;
    pieces.push_back({first, end});
    use_all(pieces.back());
  }

  // "A day after shells hit the port, drones fell, residents said": what dates a happening by another is
  // told by the report.
  [[nodiscard]] WordIndex past_background(WordIndex first, WordIndex end) const {
    bool dated = s_.classes(first + 1).has(unit) && s_.is_any(first + 2, "after", "before");
    if (!dated) return first;
    for (WordIndex i = first + 3; i < end; ++i) {
      if (s_.is(i, ",")) return i + 1;
    }
    return first;
  }

  // A clause, told by a verb: not "For example", "In contrast".
  [[nodiscard]] bool tells_something(WordIndex first, WordIndex last) const {
    for (WordIndex i = first; i < last; ++i) {
      if (quotes_.at(i) != nullptr || s_.classes(i).any(auxiliary, verb, say)) return true;
      std::string_view lower = s_.lower(i);
      bool past = lower.size() > 3 && lower.substr(lower.size() - 2) == "ed" &&
                  lower.find('-') == std::string_view::npos;
      if (past && i > first) return true;
    }
    return false;
  }

  void add(std::vector<Piece>& pieces, WordIndex first, WordIndex last, WordIndex words_min = 2) {
    while (last > first && s_.is_any(last - 1, ".", ",", ";")) --last;
    if (last < first + words_min) return;
    // A quotation that starts in here belongs to it to its end, sentences later.
    if (const Quotation* quote = quotes_.at(last - 1); quote != nullptr && quote->first >= first) {
      last = std::max(last, quote->last);
    } else if (last < s_.end() && s_.closes_quote(last + 1)) {
      const Quotation* split = quotes_.at(last + 1);
      if (split != nullptr && split->first >= first) last = split->last;
    }
    pieces.push_back({first, last});
    use_all(pieces.back());
  }

  void use_all(const Piece& piece) {
    for (WordIndex i = piece.first; i < piece.last; ++i) {
      const Quotation* quote = quotes_.at(i);
      if (quote == nullptr) continue;
      quotes_.use(*quote);
      i = quote->last - 1;
    }
  }

  void open(const std::vector<Piece>& pieces) {
    if (pieces.empty()) return;
    opening_ = true;
    open_first_ = pieces.back().first;
  }

  // Somebody else speaks from here on in the sentence.
  void cut_open(WordIndex first, WordIndex at) {
    SpeechMention& mention = out_[*open_];
    WordIndex last = at;
    while (last > first + 1 && s_.is_any(last - 1, ",", ";", "and", "but", "while")) --last;
    mention.content.back() = a_.span(first, last);
    open_.reset();
  }

  void emit(const Attribution& at, const std::vector<Piece>& pieces) {
    SpeechMention mention;
    mention.speaker = at.speaker;
    mention.cue = a_.span(at.cue, at.cue_last);
    mention.cue_word = at.cue;
    mention.sentence = number_;
    mention.channels = at.tail.channels;
    mention.said = at.tail.said;
    mention.requested_anonymity = at.anonymity;
    WordIndex last = at.last;
    while (last > at.cue_last && s_.is(last - 1, ",")) --last;
    mention.attribution = a_.span(at.first, last);
    if (mention.speaker->span.end > mention.attribution.end)
      mention.attribution.end = mention.speaker->span.end;
    for (const Piece& piece : pieces) {
      mention.content.push_back(a_.span(piece.first, piece.last));
      for (WordIndex i = piece.first; i < piece.last; ++i) {
        bool in_quote = quotes_.at(i) != nullptr;
        mention.quoted = mention.quoted || in_quote;
        bool plain = a_.word(i).kind == WordKind::word || a_.word(i).kind == WordKind::number;
        mention.unquoted = mention.unquoted || (!in_quote && plain);
      }
    }
    if (opening_) open_ = out_.size();
    opening_ = false;
    left_ = std::max(left_, open_ ? open_first_ : std::max(at.last, at.cue_last));
    out_.push_back(std::move(mention));
  }

  const Analysis& a_;
  SentenceWords s_;
  std::uint32_t number_;
  Quotes& quotes_;
  std::vector<SpeechMention>& out_;
  std::size_t out_begin_;
  AttributionReader reader_;
  WordIndex left_;  // where the words of the next attribution may begin
  // The mention whose words run to the sentence's end, unless cut; where they begin.
  std::optional<std::size_t> open_;
  WordIndex open_first_ = 0;
  bool opening_ = false;
  WordIndex words_end_ = 0;  // where the words of the attribution in hand must end
};

}  // namespace

void find_speech_by_words(const Analysis& analysis, Quotes& quotes, std::size_t count_max,
                          std::vector<SpeechMention>& found) {
  for (std::uint32_t i = 0; i < analysis.sentences().size() && found.size() < count_max; ++i) {
    SentenceSpeech(analysis, i, quotes, found).find();
  }
}

}  // namespace sitrep
