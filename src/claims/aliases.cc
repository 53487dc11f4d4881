#include "claims/aliases.h"

#include <algorithm>
#include <string>
#include <utility>

#include "claims/phrase.h"

namespace sitrep {
namespace {

constexpr std::uint32_t name_tokens_max = 9;  // of a name spelled out before its short form
constexpr std::size_t short_form_letters_max = 8;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

class AliasFinder {
 public:
  AliasFinder(const Analysis& analysis, const Tree& tree) : a_(analysis), t_(tree) {}

  std::vector<Relation> find() {
    for (TokenIndex i = 1; i < t_.size(); ++i) {
      if (t_[i].norm == "(") read_brackets(i);
      if (TokenIndex after = words_of_naming(i); after > i) read_naming(i, after);
    }
    return std::move(found_);
  }

 private:
  struct Stretch {
    TokenIndex first = 0, last = 0;  // [first, last)
  };

  [[nodiscard]] Span span(Stretch s) const { return {t_[s.first].span.begin, t_[s.last - 1].span.end}; }
  [[nodiscard]] std::string_view text(TokenIndex i) const { return a_.text(t_[i].span); }
  [[nodiscard]] bool joins(TokenIndex i) const {
    const std::string& norm = t_[i].norm;
    return norm == "of" || norm == "for" || norm == "the" || norm == "and" || norm == "in" || norm == "-" ||
           norm == "de";
  }
  [[nodiscard]] bool capital(TokenIndex i) const { return is_upper(text(i).front()); }

  static bool names_body(const Name* name) {
    return name != nullptr && (name->kind == NameKind::organisation || name->kind == NameKind::armed_group ||
                               name->kind == NameKind::group);
  }

  void read_brackets(TokenIndex open) {
    const ReadSentence& sentence = t_.syntax().sentence_of(open);
    TokenIndex close = open + 1;
    while (close < sentence.last && close - open <= name_tokens_max && t_[close].norm != ")") ++close;
    if (close >= sentence.last || t_[close].norm != ")" || close == open + 1) return;
    if (open == sentence.first) return;
    Stretch inner{open + 1, close};
    Stretch outer = capitals_before(open, sentence.first);
    if (inner.last - inner.first == 1 && is_short_form(text(inner.first))) {
      Stretch spelled = spelled_by(outer, text(inner.first), sentence.shouted);
      const Name* name = t_.name_at(open - 1);
      if (spelled.first < spelled.last) {
        add(inner, spelled, "the short form in brackets");
      } else if (names_body(name) && names_body(t_.name_at(inner.first)) && name->last - name->first > 1 &&
                 text(inner.first).size() >= 3) {
        add(inner, {name->first, name->last}, "the short form in brackets");
      }
      return;
    }
    if (outer.last - outer.first == 1 && is_short_form(text(outer.first))) {
      if (spells(inner, text(outer.first), sentence.shouted)) add(outer, inner, "the full name in brackets");
      return;
    }
    // "the fighters (Taliban)": the usual name explains the other one.
    const Name* name = t_.name_at(inner.first);
    if (!names_body(name) || name->first != inner.first || name->last != inner.last) return;
    TokenIndex noun = open - 1;
    bool definite = std::any_of(t_.children(noun).begin(), t_.children(noun).end(),
                                [&](TokenIndex c) { return t_[c].norm == "the"; });
    const Name* before = t_.name_at(noun);
    bool same_kind = before == nullptr
                         ? t_[noun].features.number == Number::plural || t_[noun].tag == WordTag::PROPN
                         : names_body(before);
    if (!definite || !same_kind || !t_.is_nominal(noun)) return;
    add(before != nullptr ? Stretch{before->first, before->last} : Stretch{noun, noun + 1}, inner,
        "the usual name in brackets");
  }

  // The capitalised words that end before a token: "Front for the Liberation of Kalmar"; empty where none.
  [[nodiscard]] Stretch capitals_before(TokenIndex end, TokenIndex begin) const {
    TokenIndex first = end;
    for (TokenIndex i = end; i > begin && end - i < name_tokens_max;) {
      --i;
      if (capital(i) && t_[i].norm != "the") {
        first = i;
      } else if (!joins(i)) {
        break;
      }
    }
    return {first, end};
  }

  // The fewest last words of a stretch that a short form spells; empty where none do.
  [[nodiscard]] Stretch spelled_by(Stretch full, std::string_view form, bool shouted) const {
    for (TokenIndex first = full.last; first > full.first; --first) {
      Stretch words{first - 1, full.last};
      if (spells(words, form, shouted)) return words;
    }
    return {full.last, full.last};
  }

  // Whether the letters of a short form are initials of the words, in whatever order: names are translated
  // and their short forms kept.
  [[nodiscard]] bool spells(Stretch full, std::string_view form, bool shouted) const {
    if (full.last - full.first < 2 || !capital(full.first)) return false;
    std::string initials;
    for (TokenIndex i = full.first; i < full.last; ++i) {
      if (capital(i) && !(shouted && joins(i))) initials += text(i).front();
    }
    for (char letter : form) {
      if (letter == '-') continue;
      auto at = initials.find(letter);
      if (at == std::string::npos) return false;
      initials.erase(at, 1);
    }
    return true;
  }

  // One past the words that say that another name comes: "also known as", "alias", "aka"; `i` where none.
  [[nodiscard]] TokenIndex words_of_naming(TokenIndex i) const {
    auto is = [&](TokenIndex at, std::string_view word) { return at < t_.size() && t_[at].norm == word; };
    if (is(i, "alias") || is(i, "aka") || is(i, "a.k.a.")) return i + 1;
    if ((is(i, "also") || is(i, "better") || is(i, "commonly") || is(i, "popularly") || is(i, "widely")) &&
        is(i + 1, "known")) {
      if (is(i + 2, "as")) return i + 3;
      if (is(i + 2, "by") && is(i + 6, "guerre")) return i + 7;  // "by his nom de guerre"
    }
    if (is(i, "nom") && is(i + 1, "de") && is(i + 2, "guerre")) {
      TokenIndex after = i + 3;
      while (is(after, "is") || is(after, ",") || is(after, "of") || is(after, "was")) ++after;
      return after;
    }
    return i;
  }

  void read_naming(TokenIndex cue, TokenIndex after) {
    const ReadSentence& sentence = t_.syntax().sentence_of(cue);
    while (after < sentence.last &&
           (t_[after].norm == "the" || t_[after].norm == "\"" || t_[after].norm == "'"))
      ++after;
    if (after >= sentence.last || t_.name_at(after) == nullptr) return;
    const Name& other = *t_.name_at(after);
    // The nearest name before, of the same kind.
    const Name* known = nullptr;
    for (TokenIndex i = cue; i > sentence.first && known == nullptr; --i) {
      const Name* name = t_.name_at(i - 1);
      bool kin = name != nullptr && (name->kind == other.kind || (names_body(name) && names_body(&other)));
      if (kin) known = name;
    }
    if (known == nullptr || known == &other || a_.text(known->span) == a_.text(other.span)) return;
    if (a_.text(sentence.span).find('?') != std::string_view::npos) return;
    Stretch from{other.first, other.last};
    Stretch to{known->first, known->last};
    bool better = t_[cue].norm == "better" || t_[cue].norm == "commonly" || t_[cue].norm == "popularly" ||
                  t_[cue].norm == "widely";
    if (better) std::swap(from, to);
    add(from, to, "words of another name");
  }

  void add(Stretch from, Stretch to, std::string how) {
    if (from.first >= from.last || to.first >= to.last) return;
    Relation relation;
    relation.report = a_.document().id();
    relation.kind = RelationKind::alias_of;
    auto party = [&](Stretch s) {
      std::string words(a_.text(span(s)));
      return Party{in_one_line(words), words, span(s)};
    };
    relation.from = party(from);
    relation.to = party(to);
    relation.evidence = cover(span(from), span(to));
    relation.because.push_back({"kind", std::move(how), {span(from), span(to)}});
    found_.push_back(std::move(relation));
  }

  const Analysis& a_;
  const Tree& t_;
  std::vector<Relation> found_;
};

}  // namespace

bool is_short_form(std::string_view word) {
  return word.size() >= 2 && word.size() <= short_form_letters_max &&
         std::count_if(word.begin(), word.end(), is_upper) >= 2 &&
         std::all_of(word.begin(), word.end(), [](char c) { return is_upper(c) || c == '-'; });
}

std::vector<Relation> find_aliases(const Analysis& analysis, const Tree& tree) {
  return AliasFinder(analysis, tree).find();
}

}  // namespace sitrep
