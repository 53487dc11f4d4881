#include "mentions/actor/names.h"

#include <algorithm>
#include <string>

#include "lexicon/place_names.h"

namespace sitrep {
namespace {

constexpr std::size_t words_max = 12;

bool is_capital(std::string_view text) {
  if (text.empty()) return false;
  auto c = static_cast<unsigned char>(text.front());
  return (c >= 'A' && c <= 'Z') ||
         c >= 0xC3;  // accents too: small ones are sorted out by the names themselves
}

bool in_capitals(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool may_be_actor(NameKind kind) {
  return kind == NameKind::person || kind == NameKind::organisation || kind == NameKind::armed_group ||
         kind == NameKind::place || kind == NameKind::group;
}

class Names {
 public:
  Names(const Analysis& analysis, const Syntax& syntax, const ActorLexicon& lexicon)
      : a_(analysis), s_(syntax), l_(lexicon), read_(syntax.tokens.size(), nullptr) {
    for (const Name& name : s_.names) {
      for (TokenIndex t = name.first; t < name.last; ++t) read_[t] = &name;
    }
  }

  std::vector<NamedActor> find() {
    for (const ReadSentence& sentence : s_.sentences) {
      for (TokenIndex t = sentence.first; t < sentence.last;) {
        const Name* name = read_[t];
        NamedActor listed = longest(sentence, t);
        if (listed.last > t) {
          t = listed.last;
          found_.push_back(std::move(listed));
        } else if (name != nullptr && name->first == t && may_be_actor(name->kind) &&
                   is_written_as_name(*name)) {
          found_.push_back({name->first, name->last, name->head, name, {}});
          t = name->last;
        } else {
          ++t;
        }
      }
    }
    return std::move(found_);
  }

 private:
  // "the national army" is a noun, whatever the model takes it for.
  [[nodiscard]] bool is_written_as_name(const Name& name) const {
    std::string_view written = a_.text(name.span);
    return written.size() >= 2 && is_capital(text(name.head));
  }

  [[nodiscard]] std::string_view text(TokenIndex t) const { return a_.text(s_.tokens[t].span); }

  NamedActor longest(const ReadSentence& sentence, TokenIndex first) const {
    NamedActor best;
    std::string_view word = text(first);
    if (!is_capital(word)) return best;
    std::string folded = fold_place_name(word);
    if (folded.empty()) return best;
    std::string_view opening = std::string_view(folded).substr(0, folded.find(' '));
    // "Lord's" is one word of a name, two tokens.
    std::size_t most = std::max(l_.words_from(opening), l_.words_from(std::string(opening) + 's'));
    most = std::min(words_max, most);
    if (most == 0) return best;
    std::size_t words = 1 + static_cast<std::size_t>(std::count(folded.begin(), folded.end(), ' '));
    for (TokenIndex last = first + 1;; ++last) {
      std::vector<ActorName> who = l_.named_folded(folded);
      std::erase_if(who, [&](const ActorName& name) { return !fits(name, sentence, first, last); });
      if (!who.empty()) {
        best.first = first;
        best.last = last;
        best.who = std::move(who);
      }
      if (last == sentence.last || last > first + 2 * words_max) break;
      std::string next = fold_place_name(text(last));
      if (next.empty()) {
        if (s_.tokens[last].tag == WordTag::PUNCT && text(last) != "-" && text(last) != "–") break;
        continue;
      }
      // "New People's Army": the mark of the possessive is part of its word.
      bool own_word = text(last).front() != '\'' && !text(last).starts_with("’");
      words += (own_word ? 1 : 0) + static_cast<std::size_t>(std::count(next.begin(), next.end(), ' '));
      if (words > most) break;
      if (own_word) folded += ' ';
      folded += next;
    }
    if (best.last == 0) return best;
    best.read = read_[first];
    best.head = first;
    for (TokenIndex t = first; t < best.last; ++t) {
      TokenIndex up = s_.tokens[t].head;
      if (s_.is_root(t) || up < first || up >= best.last) best.head = t;
    }
    return best;
  }

  // Whether a name may be meant here, by how it is written and by what the model reads around it.
  [[nodiscard]] bool fits(const ActorName& name, const ReadSentence& sentence, TokenIndex first,
                          TokenIndex last) const {
    if (name.acronym && !sentence.shouted && !in_capitals(text(first))) return false;
    const ActorRow& row = l_.row(name.actor);
    bool person = row.id.starts_with("person:");
    const Name* read = read_[first];
    const Name* at_end = read_[last - 1];
    if (at_end != nullptr && at_end != read && at_end->last > last && at_end->kind != NameKind::place)
      return false;
    // "The National" is a paper only where the model reads it as a name.
    if (last == first + 2 && s_.tokens[first].tag == WordTag::DET &&
        (at_end == nullptr || at_end->kind != NameKind::organisation || at_end->last != last)) {
      return false;
    }
    if (read == nullptr) {
      const Token& token = s_.tokens[first];
      bool common = token.tag != WordTag::PROPN && token.tag != WordTag::ADJ;
      return last > first + 1 || !common || name.use == ActorNameUse::folk;
    }
    if (read->kind == NameKind::date || read->kind == NameKind::number) return last > read->last;
    bool inside = first > read->first || last < read->last;
    if (inside) {
      // "Jordan" of "Michael Jordan", "Afghan" of "Afghan Red Crescent"; but a title before a name, a place
      // in brackets, and a name that the model drew too wide behind it are other names.
      if (read->kind == NameKind::person || read->kind == NameKind::event || read->kind == NameKind::weapon)
        return false;
      if (read->kind == NameKind::organisation || read->kind == NameKind::armed_group) {
        bool goes_on = last < read->last && s_.tokens[last].tag == WordTag::ADP;  // "National Front for ..."
        return first == read->first && last > first + 1 && name.use == ActorNameUse::full && !person &&
               !goes_on;
      }
      return name.use != ActorNameUse::full || last > first + 1;
    }
    if (person) return read->kind == NameKind::person || last > first + 1;
    if (read->kind != NameKind::person || last > first + 1) return true;
    // Bodies and capitals that the model takes for people, where nobody is called so: "Fano", "Kigali".
    bool armed = row.kind == ActorSort::rebel_group || row.kind == ActorSort::political_militia ||
                 row.kind == ActorSort::external_force;
    return (armed || name.use == ActorNameUse::seat) && !ends_a_persons_name(text(first));
  }

  [[nodiscard]] bool ends_a_persons_name(std::string_view word) const {
    return std::any_of(s_.names.begin(), s_.names.end(), [&](const Name& name) {
      return name.kind == NameKind::person && name.last - name.first > 1 && text(name.last - 1) == word;
    });
  }

  const Analysis& a_;
  const Syntax& s_;
  const ActorLexicon& l_;
  std::vector<const Name*> read_;
  std::vector<NamedActor> found_;
};

}  // namespace

std::vector<NamedActor> find_actor_names(const Analysis& analysis, const Syntax& syntax,
                                         const ActorLexicon& lexicon) {
  return Names(analysis, syntax, lexicon).find();
}

}  // namespace sitrep
