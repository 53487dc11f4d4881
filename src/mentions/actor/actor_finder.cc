#include "mentions/actor/actor_finder.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "mentions/actor/acronyms.h"
#include "mentions/actor/by_words.h"
#include "mentions/actor/codes.h"
#include "mentions/actor/counts.h"
#include "mentions/actor/heads.h"
#include "mentions/actor/names.h"
#include "mentions/actor/phrases.h"
#include "mentions/actor/same.h"

namespace sitrep {
namespace {

using enum DependencyRelation;

constexpr std::uint32_t none = ~std::uint32_t{0};

// Whom a phrase's other words tell its head to belong to.
struct Belonging {
  std::string country;
  ActorIndex body = no_actor;       // of the lexicon, no state
  std::uint32_t name = none;        // a named body that no table has
  const AgentNoun* noun = nullptr;  // "police" of "police officer"
  bool former = false;
};

class Finder {
 public:
  Finder(const Analysis& analysis, const Syntax& syntax, const ActorLexicon& lexicon,
         std::optional<Date> published)
      : a_(analysis), s_(syntax), l_(lexicon), published_(published), tree_(syntax) {}

  std::vector<ActorMention> find() {
    names_ = find_actor_names(a_, s_, l_);
    nouns_ = find_agent_nouns(s_, l_);
    name_at_.assign(s_.tokens.size(), none);
    for (std::uint32_t i = 0; i < names_.size(); ++i) {
      for (TokenIndex t = names_[i].first; t < names_[i].last; ++t) name_at_[t] = i;
    }
    for (const NamedActor& name : names_) tree_.end_name(name.head, name.last);
    for (TokenIndex t = 0; t < nouns_.size(); ++t) {
      if (nouns_[t].noun != nullptr) tree_.end_name(t, nouns_[t].last);
    }
    take_over_acronyms();
    note_countries();
    for (TokenIndex t = 0; t < s_.tokens.size(); ++t) {
      std::uint32_t name = name_at_[t];
      if (name != none) {
        if (names_[name].head == t) by_name(name);
      } else if (nouns_[t].noun != nullptr) {
        by_noun(t);
      }
    }
    tell_subjects();
    join_same_actors(s_, owners_, found_);
    return std::move(found_);
  }

 private:
  // What an acronym stands for is what its full name is: in brackets behind it, and all over the text.
  void take_over_acronyms() {
    for (const auto& [letters, acronym] : find_acronyms(a_, s_, names_)) {
      std::vector<ActorName> who = names_[acronym.name].who;
      const Name* read = names_[acronym.name].read;
      for (NamedActor& name : names_) {
        if (name.last - name.first > 3 || acronym_letters(text(name.first, name.last)) != letters) continue;
        name.who = who;
        if (read != nullptr) name.read = read;
        full_[name.first] = {names_[acronym.name].first, names_[acronym.name].last};
      }
    }
  }

  // Which countries the report is about: between two actors of one name the one of these is meant.
  void note_countries() {
    for (const NamedActor& name : names_) {
      if (name.who.size() != 1) continue;
      const ActorRow& row = l_.row(name.who[0].actor);
      if (!row.country.empty()) ++countries_[row.country];
    }
  }

  [[nodiscard]] std::string_view text(TokenIndex first, TokenIndex last) const {
    return a_.text(span(first, last));
  }
  [[nodiscard]] Span span(TokenIndex first, TokenIndex last) const {
    return cover(s_.tokens[first].span, s_.tokens[last - 1].span);
  }
  [[nodiscard]] static bool is_state(const ActorRow& row) {
    return row.id.starts_with("gov:") && row.id.find('/') == row.id.npos;
  }
  [[nodiscard]] bool is_before(TokenIndex t) const {
    DependencyRelation r = s_.tokens[t].relation;
    return s_.tokens[t].head > t &&
           (r == compound || r == amod || r == nmod_desc || r == flat || r == nmod_unmarked);
  }
  [[nodiscard]] bool is_actor_head(TokenIndex t) const {
    if (name_at_[t] == none) return nouns_[t].noun != nullptr;
    const NamedActor& name = names_[name_at_[t]];
    return !name.is(NameKind::place) && !name.is(NameKind::group);
  }

  // Of several who bear the name: one in force on the day, one of the report's countries, a full name rather
  // than a people's.
  [[nodiscard]] ActorIndex choose(const NamedActor& name, ActorNameUse* use = nullptr) const {
    ActorIndex best = no_actor;
    int best_score = -1;
    for (const ActorName& candidate : name.who) {
      const ActorRow& first = l_.row(candidate.actor);
      ActorRow row = l_.in_force(candidate.actor, published_);
      int score = candidate.use == ActorNameUse::full ? 4 : 0;
      bool over = row.role.empty() && !first.role.empty();
      bool now =
          !published_ || ((!row.start || *row.start <= *published_) && (!row.end || *published_ <= *row.end));
      if (now && !over) score += 8;
      if (!row.country.empty() && countries_.count(row.country) != 0) score += 3;
      bool person = row.id.starts_with("person:");
      if (name.is(NameKind::person) && person) score += 16;
      if (name.is(NameKind::place) && is_state(row)) score += 16;
      if ((name.is(NameKind::organisation) || name.is(NameKind::armed_group)) && !person) score += 16;
      if (score > best_score) {
        best = candidate.actor;
        best_score = score;
        if (use != nullptr) *use = candidate.use;
      }
    }
    return best;
  }

  // ---- names

  void by_name(std::uint32_t i) {
    const NamedActor& name = names_[i];
    TokenIndex t = name.head;
    ActorNameUse use = ActorNameUse::full;
    ActorIndex actor = choose(name, &use);
    bool state = actor != no_actor && is_state(l_.row(actor));
    bool modifier = false;
    // "Ukraine's army", "the people of Ukraine" are one actor, as is "the Ukrainian army".
    const Token& token = s_.tokens[t];
    bool theirs = token.relation == nmod_poss || (token.relation == nmod && tree_.preposition(t) == "of");
    if (state && theirs && is_actor_head(token.head)) return;
    if (is_before(t)) {
      TokenIndex up = s_.tokens[t].head;
      if (is_actor_head(up)) return;  // belongs to what it stands before
      if (!is_deed_or_weapon(s_, up) && (state || name.is(NameKind::place) || name.is(NameKind::group)))
        return;
      modifier = true;
    }
    if (is_called(t)) return;  // "commander Ahmed Nasser": the noun is the head
    if (!modifier && state && use != ActorNameUse::folk && !acts_as_body(tree_, t, use == ActorNameUse::seat))
      return;
    if (actor == no_actor && name.is(NameKind::place)) return;
    if (actor == no_actor && modifier && name.is(NameKind::group)) return;

    ActorMention m;
    m.head = t;
    m.modifier = modifier;
    PhraseExtent extent{name.first, name.last};
    if (!modifier) extent = phrase_extent(tree_, t, extent);
    place(m, extent);
    m.name = span(name.first, name.last);
    m.named = true;
    Belonging of = belonging(t, extent, 0);
    std::string role = title_in(extent.first, name.first);
    if (state) {
      fill_state(m, actor, use, modifier);
    } else if (actor != no_actor) {
      fill_row(m, l_.in_force(actor, published_));
    } else {
      fill_unlisted(m, name, of);
    }
    if (!role.empty()) m.role = role;
    if (actor == no_actor && name.is(NameKind::person)) fill_person(m, of);
    count(m, t);
    m.plural = m.plural || s_.tokens[t].features.number == Number::plural;
    found_.push_back(std::move(m));
  }

  void place(ActorMention& m, PhraseExtent extent) const {
    m.first = extent.first;
    m.last = extent.last;
    m.span = span(extent.first, extent.last);
  }

  void fill_state(ActorMention& m, ActorIndex actor, ActorNameUse use, bool modifier) const {
    const ActorRow& row = l_.row(actor);
    m.country = row.country;
    m.side = row.id;
    bool people = use == ActorNameUse::folk && !modifier;
    m.place = use != ActorNameUse::folk;
    if (people) {
      m.kind = ActorSort::civilians;
      m.codes = codes_of_noun(l_, row.country, m.kind, "", "");
      m.label = std::string(a_.text(*m.name));
      return;
    }
    fill_row(m, row);
  }

  void fill_row(ActorMention& m, const ActorRow& row) const {
    m.id = row.id;
    m.label = row.name;
    m.kind = row.kind;
    bool of_group =
        row.id.starts_with("person:") && row.kind == ActorSort::rebel_group && !row.parent.empty();
    if (of_group) m.kind = l_.in_force(l_.find(row.parent), published_).kind;
    m.country = row.country;
    m.side = l_.side_of(row);
    m.role = row.role;
    m.codes = codes_of_row(l_, row, published_);
    m.collective = !row.id.starts_with("person:");
  }

  void fill_unlisted(ActorMention& m, const NamedActor& name, const Belonging& of) const {
    std::string_view written = written_of(name);
    m.label = written;
    m.country = of.country;
    if (name.is(NameKind::person)) return;
    if (name.is(NameKind::group)) {
      m.kind = ActorSort::civilians;
      m.codes = codes_of_noun(l_, of.country, m.kind, "CVL", "CVL");
      m.plural = true;
      return;
    }
    if (m.country.empty()) m.country = country_in(name);
    m.kind = kind_of_name(written, name.is(NameKind::armed_group));
    m.codes = codes_of_unlisted(written, m.country, m.kind);
    m.collective = true;
  }

  // In full, of an acronym that the text explains.
  [[nodiscard]] std::string_view written_of(const NamedActor& name) const {
    auto full = full_.find(name.first);
    return full == full_.end() ? text(name.first, name.last) : text(full->second.first, full->second.last);
  }

  // A person whom no table has, by title and body: "rebel commander Lars Ek", "Mayor Ida Holm".
  void fill_person(ActorMention& m, const Belonging& of) const {
    if (of.noun != nullptr) fill_kind(m, *of.noun, of);
  }

  // The country that a name which no table has begins with: "Nigerian Bar Association".
  [[nodiscard]] std::string country_in(const NamedActor& name) const {
    for (TokenIndex t = name.first; t < name.last; ++t) {
      for (const ActorName& who : l_.named(text(t, t + 1))) {
        const ActorRow& row = l_.row(who.actor);
        if (is_state(row) && who.use != ActorNameUse::seat) return std::string(row.country);
      }
    }
    return {};
  }

  // ---- nouns

  void by_noun(TokenIndex t) {
    const AgentNoun& noun = *nouns_[t].noun;
    const Token& token = s_.tokens[t];
    bool modifier = false;
    if (is_before(t)) {
      if (is_actor_head(token.head) || token.relation != compound || !is_deed_or_weapon(s_, token.head))
        return;
      modifier = true;
    } else if (token.head > t && token.relation == nmod_desc) {
      return;
    }
    if (is_place_noun(noun) && !acts_as_body(tree_, t, true)) return;
    std::string_view preposition = tree_.preposition(t);
    bool one = noun.form == AgentNoun::Form::one;
    // "named her as president", "outside parliament"
    bool bare = one && token.features.number != Number::plural && tree_.begin(t) == tree_.end(t);
    if (one && preposition == "as" && token.features.number != Number::plural) return;
    if (bare && token.relation == xcomp) return;
    if (noun.form == AgentNoun::Form::body &&
        (preposition == "outside" || preposition == "inside" || preposition == "near"))
      return;
    ActorMention m;
    m.head = t;
    m.modifier = modifier;
    PhraseExtent extent{nouns_[t].first, nouns_[t].last};
    if (!modifier) extent = phrase_extent(tree_, t, extent);
    place(m, extent);
    Belonging of = belonging(t, extent, 0);
    m.plural = noun.form == AgentNoun::Form::many || token.features.number == Number::plural;
    m.collective = noun.form == AgentNoun::Form::body ||
                   (m.plural && noun.form == AgentNoun::Form::many && token.norm == noun.noun);
    m.label = label_of(m, nouns_[t].first);
    if (one) m.role = std::string(noun.noun);
    note_owner(t, noun);
    note_subject(t);
    fill_kind(m, noun, of);
    take_name(m);
    count(m, t);
    found_.push_back(std::move(m));
  }

  // Members, leaders, spokesmen and fighters are what the body is that they belong to.
  static bool is_open(const AgentNoun& noun) {
    static constexpr std::string_view open[] = {
        "spokesman", "spokeswoman", "spokesperson", "official",          "source",           "youth",
        "youths",    "man",         "men",          "secretary general", "secretary-general"};
    return noun.kind == ActorSort::unknown || noun.kind == ActorSort::political_militia ||
           std::find(std::begin(open), std::end(open), noun.noun) != std::end(open);
  }
  static bool is_armed(ActorSort kind) {
    return kind == ActorSort::state_force || kind == ActorSort::rebel_group ||
           kind == ActorSort::political_militia || kind == ActorSort::identity_militia ||
           kind == ActorSort::external_force;
  }

  // "its fighters": whose they are is known once it is known who "it" is.
  void note_owner(TokenIndex t, const AgentNoun& noun) {
    if (!is_open(noun) && !is_armed(noun.kind)) return;
    for (const TokenIndex* c = tree_.begin(t); c != tree_.end(t) && *c < t; ++c) {
      if (s_.tokens[*c].relation == nmod_poss && s_.tokens[*c].tag == WordTag::PRON) owners_[t] = *c;
    }
  }

  // "Ida Holm is the mayor": what the noun tells holds for its subject.
  void note_subject(TokenIndex t) {
    bool is = false;
    TokenIndex subject = t;
    for (const TokenIndex* c = tree_.begin(t); c != tree_.end(t); ++c) {
      is = is || s_.tokens[*c].relation == cop;
      if (s_.tokens[*c].relation == nsubj) subject = *c;
    }
    if (is && subject != t) told_by_[subject] = t;
  }

  void tell_subjects() {
    auto at = [&](TokenIndex head) { return const_cast<ActorMention*>(actor_at(found_, head)); };
    for (const auto& [subject, noun] : told_by_) {
      ActorMention* who = at(subject);
      const ActorMention* what = at(noun);
      if (who == nullptr || what == nullptr || who->kind != ActorSort::unknown ||
          who->collective != what->collective)
        continue;
      who->kind = what->kind;
      who->role = what->role;
      who->codes = what->codes;
      if (who->country.empty()) who->country = what->country;
      if (who->side.empty()) who->side = what->side;
    }
  }

  // Kind, country, codes and whose they are, by the noun and what it belongs to.
  void fill_kind(ActorMention& m, const AgentNoun& noun, const Belonging& of) const {
    m.country = of.country;
    m.kind = noun.kind;
    std::string cameo(noun.cameo);
    std::string sector(noun.sector);
    bool open = is_open(noun);
    bool many = m.plural || m.collective;
    if (of.noun != nullptr && of.noun != &noun && (open || noun.kind == ActorSort::state_force) &&
        of.noun->kind != ActorSort::unknown) {
      m.kind = of.noun->kind;
      cameo = of.noun->cameo;
      sector = of.noun->sector;
    }
    if (of.body != no_actor) {
      ActorRow row = l_.in_force(of.body, published_);
      m.side = row.id;
      if (m.country.empty()) m.country = row.country;
      bool same = open || row.kind == noun.kind || is_armed(noun.kind) ||
                  (many && is_armed(row.kind) && noun.noun == "people");
      if (same) {
        m.kind = row.kind;
        m.codes = codes_of_row(l_, row, published_);
        if (row.kind == ActorSort::international_body && noun.kind == ActorSort::state_force) {
          m.kind = ActorSort::external_force;
          m.codes.cameo += "MIL";
          m.codes.plover_sector = "MIL";
        }
        // A crowd of a body's members stands for it; one member does not.
        if (many) {
          m.id = row.id;
          m.label = row.name;
        }
        m.named = many;
        return;
      }
    } else if (of.name != none && (open || is_armed(noun.kind))) {
      const NamedActor& body = names_[of.name];
      std::string_view written = written_of(body);
      if (m.country.empty()) m.country = country_in(body);
      m.kind = kind_of_name(written, body.is(NameKind::armed_group));
      if (m.kind == ActorSort::unknown) m.kind = noun.kind;
      m.codes = codes_of_unlisted(written, m.country, m.kind);
      if (many) m.label = std::string(written);
      return;
    }
    if (noun.noun == "forces" && m.kind == ActorSort::unknown && !m.country.empty())
      m.kind = ActorSort::state_force;
    if (of.former && m.kind == ActorSort::government) {
      cameo = sector = "ELI";
      m.kind = ActorSort::civilians;
    }
    m.codes = codes_of_noun(l_, m.country, m.kind, cameo, sector);
    bool official = m.kind == ActorSort::government || m.kind == ActorSort::state_force;
    if (m.country.empty() || !official) return;
    std::string state = "gov:" + m.country;
    if (ActorIndex side = l_.find(state); side != no_actor) m.side = l_.row(side).id;
    auto organ = organ_of_state(noun.noun);
    if (!many || !organ || (of.noun != nullptr && of.noun->kind != m.kind)) return;
    if (!organ->empty()) state.append("/").append(*organ);
    if (ActorIndex whole = l_.find(state); whole != no_actor) {
      m.id = l_.row(whole).id;
      m.named = true;
      if (!organ->empty()) m.codes = codes_of_row(l_, l_.row(whole), published_);
    }
  }

  // "commander Ahmed Nasser", "leader of the Front, Lars Ek" has its name without a comma only.
  [[nodiscard]] bool is_called(TokenIndex t) const {
    const Token& token = s_.tokens[t];
    if (token.relation != appos && token.relation != flat) return false;
    TokenIndex up = token.head;
    return up < t && name_at_[up] == none && nouns_[up].noun != nullptr &&
           nouns_[up].noun->form == AgentNoun::Form::one && tree_.leftmost(t) == up + 1 &&
           s_.tokens[up + 1].tag != WordTag::PUNCT;
  }

  void take_name(ActorMention& m) const {
    for (const TokenIndex* c = tree_.begin(m.head); c != tree_.end(m.head); ++c) {
      if (!is_called(*c) || name_at_[*c] == none) continue;
      const NamedActor& name = names_[name_at_[*c]];
      m.name = span(name.first, name.last);
      m.named = true;
      m.label = std::string(a_.text(*m.name));
      ActorIndex actor = choose(name);
      if (actor == no_actor || !l_.row(actor).id.starts_with("person:")) return;
      ActorRow row = l_.in_force(actor, published_);
      std::string role = m.role;
      if (row.role.empty() && m.kind != ActorSort::unknown) {
        m.id = row.id;
        m.label = row.name;
      } else {
        fill_row(m, row);
      }
      m.role = role;
      return;
    }
  }

  // The noun's words without article and count: "Afghan officials".
  [[nodiscard]] std::string label_of(const ActorMention& m, TokenIndex noun) const {
    TokenIndex first = m.first;
    for (TokenIndex t = first; t < noun; ++t) {
      if (s_.tokens[t].relation == nummod || is_vague_count(s_.tokens[t].norm)) first = t + 1;
    }
    while (first < noun) {
      DependencyRelation r = s_.tokens[first].relation;
      bool told = r == amod || r == compound || name_at_[first] != none;
      if (told && s_.tokens[first].tag != WordTag::NUM) break;
      ++first;
    }
    return std::string(text(first, m.last));
  }

  // The noun for an office right before a name: "Defence Minister".
  [[nodiscard]] std::string title_in(TokenIndex first, TokenIndex last) const {
    for (TokenIndex t = last; t-- > first;) {
      if (nouns_[t].noun == nullptr || name_at_[t] != none) continue;
      TokenIndex from = nouns_[t].first;
      std::string title;
      for (TokenIndex part = from; part <= t; ++part) {
        const Token& token = s_.tokens[part];
        if (!title.empty() && token.span.begin > s_.tokens[part - 1].span.end) title += ' ';
        title += token.norm;
      }
      return title;
    }
    return {};
  }

  void count(ActorMention& m, TokenIndex head) const {
    PeopleCount count = count_of(tree_, head, m.first);
    m.count = count.number;
    m.bound = count.bound;
  }

  // ---- belonging

  [[nodiscard]] Belonging belonging(TokenIndex head, PhraseExtent extent, int depth) const {
    Belonging of;
    for (TokenIndex t = extent.first; t < extent.last; ++t) {
      const Token& token = s_.tokens[t];
      if (t < head &&
          (token.norm == "former" || token.norm == "ex" || token.norm == "ousted" || token.norm == "deposed"))
        of.former = true;
      if (t == head || token.head != head) {
        // What stands before and hangs on another word before: "the Nigerian army's spokesman".
        bool deeper = t < head && (is_before(t) || token.relation == nmod_poss);
        if (t == head || !deeper) continue;
      }
      bool ties =
          t < head ? is_before(t) || token.relation == nmod_poss
                   : token.relation == nmod && (binds(tree_.preposition(t)) || tree_.preposition(t) == "in");
      if (ties) add_tie(of, t, head, depth);
    }
    // "police in Mali": what stands behind by "in" is told for the country alone.
    for (const TokenIndex* c = tree_.begin(head); c != tree_.end(head); ++c) {
      if (*c > head && of.country.empty() && s_.tokens[*c].relation == nmod &&
          tree_.preposition(*c) == "in") {
        add_tie(of, *c, head, depth);
      }
    }
    return of;
  }

  void add_tie(Belonging& of, TokenIndex t, TokenIndex head, int depth) const {
    constexpr int depth_max = 3;
    bool in = tree_.preposition(t) == "in";
    if (name_at_[t] != none) {
      if (name_at_[t] == name_at_[head]) return;
      const NamedActor& name = names_[name_at_[t]];
      ActorIndex actor = choose(name);
      if (actor == no_actor) {
        bool body = name.is(NameKind::organisation) || name.is(NameKind::armed_group);
        if (body && of.name == none && !in) of.name = name_at_[t];
        return;
      }
      const ActorRow& row = l_.row(actor);
      if (row.id.starts_with("person:")) return;
      if (is_state(row)) {
        if (of.country.empty()) of.country = row.country;
      } else if (of.body == no_actor && !in) {
        of.body = actor;
      }
      return;
    }
    if (in || nouns_[t].noun == nullptr) return;
    const AgentNoun* noun = nouns_[t].noun;
    if (of.noun == nullptr && noun->kind != ActorSort::civilians) of.noun = noun;
    if (depth >= depth_max) return;
    Belonging further = belonging(t, phrase_extent(tree_, t, {nouns_[t].first, nouns_[t].last}), depth + 1);
    if (of.country.empty()) of.country = further.country;
    if (of.body == no_actor) of.body = further.body;
    if (of.name == none) of.name = further.name;
    if (further.noun != nullptr && noun->kind == ActorSort::unknown) of.noun = further.noun;
  }

  const Analysis& a_;
  const Syntax& s_;
  const ActorLexicon& l_;
  std::optional<Date> published_;
  PhraseTree tree_;
  std::vector<NamedActor> names_;
  std::vector<NounHead> nouns_;
  std::vector<std::uint32_t> name_at_;
  std::unordered_map<TokenIndex, PhraseExtent> full_;  // of an acronym's first token: what it stands for
  std::unordered_map<std::string_view, int> countries_;
  Owners owners_;
  std::unordered_map<TokenIndex, TokenIndex> told_by_;  // of a subject: the noun that it is said to be
  std::vector<ActorMention> found_;
};

}  // namespace

std::vector<ActorMention> find_actors(const Analysis& analysis, const ActorLexicon& lexicon,
                                      std::optional<Date> published) {
  if (analysis.syntax() != nullptr) return Finder(analysis, *analysis.syntax(), lexicon, published).find();
  Syntax rough = rough_syntax(analysis, lexicon);
  return Finder(analysis, rough, lexicon, published).find();
}

}  // namespace sitrep
