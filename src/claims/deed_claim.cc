#include "claims/deed_claim.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/among.h"
#include "claims/charges.h"
#include "claims/phrase.h"
#include "claims/status.h"
#include "claims/values.h"

namespace sitrep {
namespace {

using R = DependencyRelation;

// Steps from a time or a place up to the deed that it hangs on.
constexpr int steps_max = 8;

bool is_site(std::string_view preposition) {
  static constexpr std::string_view words[] = {
      "in",         "at",       "near",       "on",      "outside", "inside", "around",   "across",
      "throughout", "within",   "along",      "by",      "over",    "off",    "close to", "next to",
      "north of",   "south of", "outside of", "between", "through", "behind", "beside",   "into"};
  return among(preposition, words);
}

std::optional<PlaceRole> role_of_place(ClaimSlot slot) {
  switch (slot) {
    case ClaimSlot::site:
      return PlaceRole::site;
    case ClaimSlot::origin:
      return PlaceRole::origin;
    case ClaimSlot::destination:
      return PlaceRole::destination;
    case ClaimSlot::direction:
      return PlaceRole::direction;
    case ClaimSlot::about:
      return PlaceRole::about;
    default:
      return std::nullopt;
  }
}

std::optional<ActorRole> role_of_actor(ClaimSlot slot) {
  switch (slot) {
    case ClaimSlot::actor:
      return ActorRole::actor;
    case ClaimSlot::target:
      return ActorRole::target;
    case ClaimSlot::victim:
      return ActorRole::victim;
    case ClaimSlot::mediator:
      return ActorRole::mediator;
    case ClaimSlot::beneficiary:
      return ActorRole::beneficiary;
    case ClaimSlot::participant:
      return ActorRole::participant;
    default:
      return std::nullopt;
  }
}

class Teller {
 public:
  Teller(const DeedContext& context, const Deed& deed, Claim& claim)
      : c_(context), t_(context.tree), deed_(deed), claim_(claim) {}

  void tell(std::optional<Span> said) {
    add_event();
    add_status();
    add_actors(deed_.main, false);
    for (const TriggerMatch& outcome : deed_.outcomes) add_actors(outcome, true);
    add_charged();
    add_own_weapon();
    add_used_weapon();
    add_places();
    add_time(said);
    add_evidence();
  }

 private:
  void add_event() {
    const Trigger& trigger = *deed_.main.trigger;
    claim_.event.type = trigger.type;
    if (!trigger.subtype.empty()) claim_.event.subtype = trigger.subtype;
    Span span = t_[deed_.main.words.front()].span;
    // Words that stand apart ("set the church on fire") are not covered in one stretch.
    TokenIndex last = deed_.main.words.front();
    for (TokenIndex word : deed_.main.words) {
      if (word - last > 3) break;
      span = cover(span, t_[word].span);
      last = word;
    }
    claim_.event.span = span;
    claim_.event.text = std::string(c_.analysis.text(span));
    std::vector<Span> spans;
    for (TokenIndex word : deed_.main.words) spans.push_back(t_[word].span);
    std::string words;
    for (const std::string& lemma : trigger.lemmas) words += (words.empty() ? "" : " ") + lemma;
    claim_.because.push_back(
        {"event.type", "codebook: " + trigger.type + " \"" + words + '"', std::move(spans)});
  }

  // Of a demand, a threat, an offer the modality is that of its type: the act itself was done.
  void add_status() {
    claim_.status = status_of(t_, deed_.token(), deed_.carrier(), claim_.because);
    const EventType* type = c_.book.find(deed_.main.trigger->type);
    if (type == nullptr || type->modality.empty() || claim_.status.modality != Modality::actual) return;
    auto modality = parse_enum<Modality>(type->modality);
    if (!modality) return;
    claim_.status.modality = *modality;
    claim_.because.push_back(
        {"status", "codebook: what the act of speech is about is so", {claim_.event.span}});
  }

  [[nodiscard]] bool of_kind(TokenIndex head, std::initializer_list<std::string_view> kinds) const {
    return std::any_of(kinds.begin(), kinds.end(),
                       [&](std::string_view kind) { return is_of_kind(t_, c_.book, head, kind); });
  }

  [[nodiscard]] const Deed* deed_at(TokenIndex token) const {
    const auto& deeds = c_.deeds;
    const ReadSentence& sentence = t_.syntax().sentence_of(token);
    auto at = std::partition_point(deeds.begin(), deeds.end(),
                                   [&](const Deed& d) { return d.token() < sentence.first; });
    for (; at != deeds.end() && at->token() < sentence.last; ++at) {
      if (at->token() == token) return &*at;
      for (const TriggerMatch& outcome : at->outcomes) {
        if (outcome.token == token) return &*at;
      }
    }
    return nullptr;
  }

  // Whether a phrase may be somebody or something that acts or suffers.
  [[nodiscard]] bool can_act(const Filler& filler, ActorRole role) const {
    TokenIndex head = filler.head;
    if (!t_.is_nominal(head) && filler.slot != "adj") return false;
    if (deed_at(head) != nullptr || deed_.owns(head)) return false;
    const Name* name = t_.name_at(head);
    if (name != nullptr && (name->kind == NameKind::date || name->kind == NameKind::event)) return false;
    if (is_time(head)) return false;
    if (t_[head].relation == R::expl || t_[head].norm == "there") return false;
    if (t_[head].tag == WordTag::NUM && filler.slot == "at") return false;  // "at 0600"
    if (t_[head].tag == WordTag::PRON) return can_pronoun_act(head);
    if (is_undertaking(head)) return false;
    if (filler.slot == "adj") {
      return role == ActorRole::actor && name != nullptr &&
             (name->kind == NameKind::group || name->kind == NameKind::place ||
              name->kind == NameKind::armed_group || name->kind == NameKind::organisation);
    }
    if (filler.slot == "compound") {
      if (role == ActorRole::actor)
        return of_kind(head, {"force", "armed", "crowd", "organisation"}) ||
               (name != nullptr && (name->kind == NameKind::group || name->kind == NameKind::armed_group));
      return true;
    }
    return true;
  }

  // "The search for an agreement fizzled out", "to no avail": what people do, not who they are.
  [[nodiscard]] bool is_undertaking(TokenIndex head) const {
    static constexpr std::string_view words[] = {
        "search", "effort",     "process",  "hope", "bid",   "quest",       "attempt",
        "move",   "initiative", "dialogue", "talk", "talks", "negotiation", "negotiations"};
    return t_.name_at(head) == nullptr && among(t_[head].lemma, words);
  }

  [[nodiscard]] bool is_time(TokenIndex head) const {
    const auto& times = c_.mentions.times;
    Span span = t_[head].span;
    auto after = std::partition_point(times.begin(), times.end(),
                                      [&](const TimeMention& m) { return m.span.begin <= span.begin; });
    return after != times.begin() && std::prev(after)->span.overlaps(span);
  }

  [[nodiscard]] bool can_pronoun_act(TokenIndex pronoun) const {
    static constexpr std::string_view none[] = {"it",     "this",       "that",    "what",  "which",
                                                "there",  "something",  "whom",    "these", "those",
                                                "itself", "everything", "anything"};
    if (name_of_phrase(t_, pronoun)) return true;
    return !among(t_[pronoun].norm, none);
  }

  [[nodiscard]] bool carried_by_outcome() const {
    return std::any_of(deed_.outcomes.begin(), deed_.outcomes.end(),
                       [&](const TriggerMatch& m) { return m.token == deed_.carrier(); });
  }

  // "The six priests' murder": whose it is suffered it, unless another is told to have.
  [[nodiscard]] static bool suffers(const TriggerMatch& match, const Filler& filler) {
    static constexpr std::string_view types[] = {"killing",   "assassination", "execution", "massacre",
                                                 "abduction", "arrest",        "death",     "injury",
                                                 "release",   "torture"};
    if (filler.slot != "poss" && filler.slot != "compound") return false;
    return among(match.trigger->type, types) && !match.slots.has("of") && !match.slots.has("obj");
  }

  // "warned of the prince", "demanded compensation from Orlo": whose a verb's deed is "of" does not tell, nor
  // "from" where somebody else does it.
  [[nodiscard]] bool is_told_by_subject(const TriggerMatch& match, std::string_view slot) const {
    return t_.is_verb(match.token) && (slot == "of" || (slot == "from" && has_role(ActorRole::actor)));
  }

  void add_actors(const TriggerMatch& match, bool outcome) {
    for (const FrameSlot& slot : match.trigger->frame) {
      auto role = role_of_actor(slot.fills);
      if (!role && slot.fills != ClaimSlot::instrument) continue;
      for (const Filler& filler : match.slots.fillers) {
        if (filler.slot != slot.slot) continue;
        if (role == ActorRole::actor && is_told_by_subject(match, slot.slot)) continue;
        // "were killed in the fighting": they are told by the outcome.
        if (!outcome && filler.how == "who undergoes it" && carried_by_outcome()) continue;
        if (slot.fills == ClaimSlot::instrument) {
          add_instrument(filler);
          continue;
        }
        bool harmed = outcome && is_outcome(match.trigger->type) && match.trigger->type != "destruction";
        ActorRole as = harmed && *role == ActorRole::target ? ActorRole::victim : *role;
        if (as == ActorRole::actor && suffers(match, filler))
          as = harmed ? ActorRole::victim : ActorRole::target;
        if (outcome && as == ActorRole::actor && has_role(ActorRole::actor)) continue;
        add_actor(filler, as);
      }
    }
    if (match.trigger->type == "bombing") add_bombed(match);
    // "a mortar attack", "a bomb killed nine": the weapon stands where somebody else might.
    for (const Filler& filler : match.slots.fillers) {
      if (filler.slot == "compound" || filler.slot == "with" || filler.slot == "subj") add_instrument(filler);
    }
  }

  // "A bomb exploded in a store", "was placed under a bus": what the bomb was in or under is what it hit.
  void add_bombed(const TriggerMatch& match) {
    static constexpr std::string_view ways[] = {"in",      "inside",      "under",  "underneath",
                                                "beneath", "in front of", "outside"};
    for (const Filler& filler : match.slots.fillers) {
      if (among(filler.slot, ways) && of_kind(filler.head, {"building", "vehicle"}) &&
          !of_kind(filler.head, {"people"}))
        add_actor(filler, ActorRole::target);
    }
  }

  // Where its own clause names nobody: whom other words of the sentence lay it to.
  void add_charged() {
    if (has_role(ActorRole::actor) || !is_harmful(deed_.main.trigger->type)) return;
    auto charge = charge_of(t_, deed_);
    if (!charge) return;
    std::string slot(t_[charge->word].norm);
    add_actor({slot, charge->who, charge->how}, ActorRole::actor);
    for (TokenIndex c : t_.children(charge->who)) {
      if (t_[c].relation == R::conj && t_.is_nominal(c)) add_actor({slot, c, charge->how}, ActorRole::actor);
    }
  }

  // "used mortars to attack the base".
  void add_used_weapon() {
    TokenIndex carrier = deed_.carrier();
    R relation = t_[carrier].relation;
    if (claim_.instrument || t_.is_root(carrier) || (relation != R::xcomp && relation != R::advcl)) return;
    TokenIndex use = t_[carrier].head;
    if (t_[use].lemma != "use" && t_[use].lemma != "employ") return;
    auto object = t_.child(use, {R::obj});
    if (object && is_weapon(*object)) add_weapon(*object, "what was used to do it");
  }

  // "A bomb exploded": the word that tells the deed is the weapon.
  void add_own_weapon() {
    TokenIndex head = deed_.main.words.back();
    if (claim_.instrument || !t_.is_nominal(deed_.token()) || !is_weapon(head)) return;
    add_weapon(head, "the word of the event");
  }

  [[nodiscard]] bool has_role(ActorRole role) const {
    return std::any_of(claim_.actors.begin(), claim_.actors.end(),
                       [&](const Actor& a) { return a.role == role; });
  }

  // By its word alone: what a model takes for the name of a weapon may be one of a place.
  [[nodiscard]] bool is_weapon(TokenIndex head) const {
    auto listed = [&](std::string_view kind) { return c_.book.is_of_kind(t_[head].lemma, kind); };
    bool measured = t_[head].lemma == "stick" || t_[head].lemma == "kilo" || t_[head].lemma == "charge";
    if (measured && of_kind(head, {"explosive"})) return true;
    return (listed("weapon") || listed("projectile") || listed("explosive")) &&
           !of_kind(head, {"armed", "force", "people", "building", "person"});
  }

  void add_actor(const Filler& filler, ActorRole role) {
    // Weapons are what it was done with, whatever their place in the clause: "threw grenades".
    static constexpr std::string_view acts[] = {"killing",    "injury", "death",   "abduction",
                                                "arrest",     "attack", "bombing", "shelling",
                                                "air_strike", "mine",   "raid",    "suicide_bombing"};
    if (role != ActorRole::actor && is_weapon(filler.head) && among(claim_.event.type, acts)) {
      add_instrument(filler);
      return;
    }
    if (!can_act(filler, role)) return;
    if (role == ActorRole::actor && is_weapon(filler.head) && !of_kind(filler.head, {"aircraft"})) return;
    // A place is where it was, not who suffered it, save a country that acts; both may hold of a target.
    if (role == ActorRole::target && of_kind(filler.head, {"place"}) &&
        !of_kind(filler.head, {"people", "building"}) && filler.slot == "in") {
      return;
    }
    Actor actor;
    actor.role = role;
    // Where a thing stands tells which one it is; where people were is a place.
    bool thing = of_kind(filler.head, {"building", "vehicle", "locality", "weapon"}) &&
                 !of_kind(filler.head, {"people", "person", "force", "armed"});
    bool close = role == ActorRole::actor || filler.slot == "of";
    actor.span = phrase_of(t_, filler.head,
                           close   ? PhraseReach::close
                           : thing ? PhraseReach::full
                                   : PhraseReach::without_site);
    for (const Actor& known : claim_.actors) {
      if (known.span == actor.span && (known.role == role || role == ActorRole::victim)) return;
    }
    actor.text = std::string(c_.analysis.text(*actor.span));
    Derivation why{"actors",
                   std::string(name_of(role)) + ": " + filler.slot + ", " + std::string(filler.how),
                   {*actor.span}};
    if (auto called = name_of_phrase(t_, filler.head)) {
      actor.name = std::string(c_.analysis.text(called->span));
      bool again = std::any_of(claim_.actors.begin(), claim_.actors.end(), [&](const Actor& known) {
        return known.name == actor.name && known.span->overlaps(*actor.span) && known.role == role;
      });
      if (again) return;
      if (called->elsewhere) why.spans.push_back(called->span);
    } else if (auto noun = noun_meant(t_, filler.head)) {
      why.rule += ", standing for the phrase before";
      why.spans.push_back(phrase_of(t_, *noun));
    }
    if (const ActorMention* m = actor_at(c_.mentions.actors, filler.head)) identify(*m, actor);
    claim_.actors.push_back(std::move(actor));
    claim_.because.push_back(std::move(why));
  }

  void add_instrument(const Filler& filler) {
    if (claim_.instrument || !is_weapon(filler.head)) return;
    const Deed* own = deed_at(filler.head);
    if (own != nullptr && own != &deed_) return;
    if (filler.slot == "subj" && of_kind(filler.head, {"aircraft"})) return;
    add_weapon(filler.head, filler.slot + ", " + std::string(filler.how));
  }

  void add_weapon(TokenIndex head, std::string how) {
    Instrument instrument;
    instrument.kind = t_[head].lemma;
    instrument.span = phrase_of(t_, head);
    instrument.text = std::string(c_.analysis.text(*instrument.span));
    claim_.because.push_back({"instrument", std::move(how), {*instrument.span}});
    claim_.instrument = std::move(instrument);
  }

  // How a mention hangs on the deed: the slot by which its phrase does; nothing where it does not.
  struct Tie {
    std::string slot;
    int steps = 0;
    bool through_actor = false;   // "rebels from the north attacked"
    bool through_people = false;  // "killed the mayor of Orlo"
    bool shared = false;          // of a verb beside the deed's
  };

  [[nodiscard]] std::optional<Tie> tie_of(TokenIndex head) const {
    Tie tie;
    TokenIndex at = head;
    for (; tie.steps < steps_max; ++tie.steps) {
      if (deed_.owns(at)) return tie.steps == 0 ? std::nullopt : std::optional(tie);
      if (t_.is_root(at)) return std::nullopt;
      if (t_[at].relation == R::acl_relcl || t_[at].relation == R::parataxis) return std::nullopt;
      if (at != head && deed_at(at) != nullptr) return std::nullopt;
      if (at != head && t_.is_verb(at)) {
        // A verb between: only one that lends itself to the deed ("was able to", "began to").
        R relation = t_[at].relation;
        bool open = relation == R::xcomp || (t_[at].relation == R::conj && shares(at));
        if (!open) return is_governed_by(at) ? std::optional(shared(tie)) : std::nullopt;
      }
      std::string preposition = t_.preposition_of(at);
      TokenIndex over = t_[at].head;
      if (deed_.owns(over) || tie.slot.empty()) tie.slot = preposition.empty() ? slot_name(at) : preposition;
      if (at != head && t_.is_nominal(at) &&
          of_kind(at, {"people", "person", "force", "armed", "official"})) {
        tie.through_people = true;
        if (t_[at].relation == R::nsubj || t_[at].relation == R::obl_agent) tie.through_actor = true;
      }
      at = over;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::string slot_name(TokenIndex at) const {
    switch (t_[at].relation) {
      case R::obj:
      case R::nsubj_pass:
        return "obj";
      case R::nsubj:
        return "subj";
      case R::nmod_poss:
        return "poss";
      case R::compound:
      case R::amod:
        return "compound";
      default:
        return {};
    }
  }

  static Tie shared(Tie tie) {
    tie.shared = true;
    return tie;
  }

  [[nodiscard]] bool shares(TokenIndex verb) const { return !t_.has_child(verb, {R::nsubj, R::nsubj_pass}); }

  // Whether the deed's verb hangs on `verb` so that what is said of the one holds of the other: beside it
  // with the same subject, or as its participle or infinitive.
  [[nodiscard]] bool is_governed_by(TokenIndex verb) const {
    TokenIndex at = deed_.carrier();
    for (int i = 0; i < 3 && !t_.is_root(at); ++i) {
      R relation = t_[at].relation;
      bool way = (relation == R::conj && shares(at)) || relation == R::xcomp ||
                 (relation == R::advcl && t_[at].fine_tag == FineTag::VBG && !t_.has_child(at, {R::mark}));
      if (!way) return false;
      at = t_[at].head;
      if (at == verb) return true;
    }
    return false;
  }

  void add_places() {
    struct Found {
      const PlaceMention* mention;
      PlaceRole role;
      Tie tie;
      int rank;
    };
    std::vector<Found> found;
    const ReadSentence& sentence = t_.syntax().sentence_of(deed_.token());
    const auto& places = c_.mentions.places;
    auto at = std::partition_point(places.begin(), places.end(),
                                   [&](const PlaceMention& p) { return p.span.begin < sentence.span.begin; });
    for (; at != places.end() && at->span.begin < sentence.span.end; ++at) {
      // "Afghan", "Kabul said" are no places of anything.
      auto head = at->folk || at->metonym ? std::nullopt : t_.head_of(at->span);
      if (!head) continue;
      auto tie = tie_of(*head);
      if (!tie) continue;
      // "Guerrillas in Dima attacked a bus": they did it where they were.
      bool of_actor = tie->slot == "subj" && tie->steps == 2 && is_site(t_.preposition_of(*head)) &&
                      is_harmful(deed_.main.trigger->type);
      if (tie->through_actor && !of_actor) continue;
      if (tie->through_people && !is_site(t_.preposition_of(*head))) continue;
      auto role = of_actor ? PlaceRole::site : place_role(*tie, *head);
      if (!role) continue;
      found.push_back({&*at, *role, *tie, rank_of(*tie, *at) + (of_actor ? 10 : 0)});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Found& a, const Found& b) { return a.rank < b.rank; });
    for (const Found& f : found) {
      Place place = place_of(c_.analysis, *f.mention);
      place.role = f.role;
      bool country_of_it =
          f.mention->grain == PlaceGrain::country && claim_.place && f.role == PlaceRole::site;
      if (country_of_it) continue;
      Derivation why{"place", "hangs on the event by \"" + f.tie.slot + '"', {f.mention->span}};
      if (f.role == PlaceRole::site && !claim_.place) {
        claim_.place = std::move(place);
      } else {
        why.value = "places";
        claim_.places.push_back(std::move(place));
      }
      claim_.because.push_back(std::move(why));
    }
  }

  // Nearer ties first; a country last, since it holds the others.
  [[nodiscard]] static int rank_of(const Tie& tie, const PlaceMention& mention) {
    return tie.steps + (tie.shared ? 20 : 0) + (mention.grain == PlaceGrain::country ? 40 : 0);
  }

  [[nodiscard]] std::optional<PlaceRole> place_role(const Tie& tie, TokenIndex head) const {
    std::string own = t_.preposition_of(head);
    // "in the village of Orlo": the phrase's own preposition counts; "of" says it again.
    const std::string& slot = tie.slot;
    for (const FrameSlot& frame : deed_.main.trigger->frame) {
      if (frame.slot != slot) continue;
      if (auto role = role_of_place(frame.fills)) return role;
      if (frame.fills == ClaimSlot::target || frame.fills == ClaimSlot::victim) return PlaceRole::site;
    }
    if (is_site(slot)) return PlaceRole::site;
    if (slot == "from") return PlaceRole::origin;
    if (slot == "to" || slot == "toward" || slot == "towards") return PlaceRole::destination;
    bool target = slot == "obj" || slot == "of" || slot == "against";
    if (target && tie.steps <= 2 && is_harmful(deed_.main.trigger->type)) return PlaceRole::site;
    if (target && is_site(own)) return PlaceRole::site;
    return std::nullopt;
  }

  void add_time(std::optional<Span> said) {
    const ReadSentence& sentence = t_.syntax().sentence_of(deed_.token());
    const auto& times = c_.mentions.times;
    auto at = std::partition_point(times.begin(), times.end(),
                                   [&](const TimeMention& m) { return m.span.begin < sentence.span.begin; });
    const TimeMention* best = nullptr;
    bool best_shared = false;
    bool torn = false;
    auto within = [](const TimeMention& inner, const TimeMention& outer) {
      return inner.earliest && outer.earliest && *inner.earliest >= *outer.earliest &&
             *inner.latest <= *outer.latest;
    };
    for (; at != times.end() && at->span.begin < sentence.span.end; ++at) {
      if (!at->tells_when() || (said && at->span.overlaps(*said))) continue;
      auto head = t_.head_of(at->span);
      if (!head) continue;
      auto tie = tie_of(*head);
      if (!tie || tie->through_people) continue;
      if (best == nullptr || (best_shared && !tie->shared)) {
        best = &*at;
        best_shared = tie->shared;
        torn = false;
      } else if (tie->shared == best_shared) {
        bool finer = within(*at, *best) && at->grain <= best->grain;
        bool coarser = within(*best, *at) && best->grain <= at->grain;
        if (finer) best = &*at;
        torn = torn || (!finer && !coarser);
      }
    }
    if (best == nullptr || torn) return;
    claim_.time = time_of(c_.analysis, *best);
    claim_.because.push_back({"time", std::string(best->rule) + ", in the event's clause", {best->span}});
  }

  void add_evidence() {
    Span evidence = claim_.event.span;
    evidence = cover(evidence, t_[deed_.carrier()].span);
    for (const TriggerMatch& outcome : deed_.outcomes) {
      for (TokenIndex word : outcome.words) evidence = cover(evidence, t_[word].span);
    }
    auto add = [&](const std::optional<Span>& span) {
      if (span) evidence = cover(evidence, *span);
    };
    for (const Actor& actor : claim_.actors) add(actor.span);
    if (claim_.instrument) add(claim_.instrument->span);
    if (claim_.time) add(claim_.time->span);
    if (claim_.place) add(claim_.place->span);
    for (const Place& place : claim_.places) add(place.span);
    for (const Filler& filler : deed_.main.slots.fillers) {
      if (filler.slot == "subj" && is_undertaking(filler.head)) add(phrase_of(t_, filler.head));
    }
    claim_.evidence = cover(evidence, clause_of_deed());
  }

  // The verb that the deed hangs on, or is, with its subject and objects.
  [[nodiscard]] Span clause_of_deed() const {
    TokenIndex at = deed_.carrier();
    for (int i = 0; i < 3 && !t_.is_verb(at) && !t_.is_root(at); ++i) at = t_[at].head;
    Span span = t_[at].span;
    for (TokenIndex c : t_.children(at)) {
      R relation = t_[c].relation;
      bool argument = relation == R::nsubj || relation == R::nsubj_pass || relation == R::obj ||
                      relation == R::obl || relation == R::obl_agent || relation == R::xcomp ||
                      relation == R::aux || relation == R::advmod;
      if (argument && t_.is_nominal(c)) span = cover(span, phrase_of(t_, c));
      if (argument && !t_.is_nominal(c)) span = cover(span, t_[c].span);
    }
    return span;
  }

  const DeedContext& c_;
  const Tree& t_;
  const Deed& deed_;
  Claim& claim_;
};

}  // namespace

void tell_deed(const DeedContext& context, const Deed& deed, std::optional<Span> said, Claim& claim) {
  Teller(context, deed, claim).tell(said);
}

}  // namespace sitrep
