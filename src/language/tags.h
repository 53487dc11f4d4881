// The closed lists that a token is tagged with: those of Universal Dependencies (word classes, relations,
// features), the Penn Treebank's finer tags, PropBank's roles, and our kinds of names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/enum.h"

namespace sitrep {

SITREP_ENUM(WordTag, X, ADJ, ADP, ADV, AUX, CCONJ, DET, INTJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, SYM,
            VERB);

enum class FineTag : std::uint8_t {
#define FINE_TAG(name, wire) name,
#include "language/fine_tags.def"
#undef FINE_TAG
};
std::string_view name_of(FineTag tag);
FineTag fine_tag_of(std::string_view wire);  // XX for one that is not known

// "nsubj:pass" is DependencyRelation::nsubj_pass. What a model has besides is read as its part before the
// colon. `case` is a keyword, so its enumerator is `case_`.
// NOLINTBEGIN(readability-identifier-naming)
SITREP_ENUM(DependencyRelation, dep, root, acl, acl_relcl, advcl, advcl_relcl, advmod, amod, appos, aux,
            aux_pass, case_, cc, cc_preconj, ccomp, compound, compound_prt, conj, cop, csubj, csubj_outer,
            csubj_pass, det, det_predet, discourse, dislocated, expl, fixed, flat, goeswith, iobj, list, mark,
            nmod, nmod_desc, nmod_poss, nmod_unmarked, nsubj, nsubj_outer, nsubj_pass, nummod, obj, obl,
            obl_agent, obl_unmarked, orphan, parataxis, punct, reparandum, vocative, xcomp);
// NOLINTEND(readability-identifier-naming)
std::string wire_name(DependencyRelation relation);
DependencyRelation relation_of(std::string_view wire);  // dep for one that is not known

SITREP_ENUM(NameKind, person, organisation, armed_group, place, group, title, weapon, event, date, number);
// "PER", "ORG", "ARMED" ...: as the model's file has it.
std::optional<NameKind> name_kind_of(std::string_view wire);
std::string_view wire_name(NameKind kind);

// Who does what to whom, and where, when, why it is done. The numbered ones are what the verb makes of
// them: ARG0 is who does, ARG1 who undergoes, ARG2 the receiver, instrument or extent.
SITREP_ENUM(Role, none, ARG0, ARG1, ARG2, ARG3, ARG4, ARG5, ADJ, ADV, CAU, COM, CXN, DIR, DIS, EXT, GOL, LOC,
            LVB, MNR, MOD, NEG, PRD, PRP, PRR, REC, TMP, V);

// How a role stands: itself, a pronoun that refers to it ("who"), or the rest of it, parted from it.
SITREP_ENUM(RoleForm, plain, reference, continuation);
struct RoleLabel {
  Role role = Role::none;
  RoleForm form = RoleForm::plain;
  bool operator==(const RoleLabel&) const = default;
};
RoleLabel role_of(std::string_view wire);  // "R-ARGM-LOC"; none for one that is not known
std::string wire_name(RoleLabel label);

SITREP_ENUM(Tense, unknown, past, present);
SITREP_ENUM(Number, unknown, singular, plural);
SITREP_ENUM(VerbForm, unknown, finite, infinitive, participle, gerund);
SITREP_ENUM(Mood, unknown, indicative, imperative, subjunctive);
SITREP_ENUM(Gender, unknown, masculine, feminine, neuter);

// What later steps ask of a word's form.
struct Features {
  Tense tense = Tense::unknown;
  Number number = Number::unknown;
  VerbForm verb_form = VerbForm::unknown;
  Mood mood = Mood::unknown;
  Gender gender = Gender::unknown;
  std::uint8_t person = 0;  // 1 to 3; 0: not told
  bool passive = false;
  bool negative = false;
  bool possessive = false;
  bool reflexive = false;
  bool definite = false;
  bool indefinite = false;
  bool operator==(const Features&) const = default;
};
Features features_of(std::string_view bundle);  // "Number=Sing|Person=3|Tense=Past"

}  // namespace sitrep
