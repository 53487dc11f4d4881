#include "language/tags.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

constexpr std::string_view fine_tags[] = {
#define FINE_TAG(name, wire) wire,
#include "language/fine_tags.def"
#undef FINE_TAG
};

struct WireKind {
  std::string_view wire;
  NameKind kind;
};
constexpr std::array<WireKind, 10> name_kinds = {{{"PER", NameKind::person},
                                                  {"ORG", NameKind::organisation},
                                                  {"ARMED", NameKind::armed_group},
                                                  {"PLACE", NameKind::place},
                                                  {"GROUP", NameKind::group},
                                                  {"TITLE", NameKind::title},
                                                  {"WEAPON", NameKind::weapon},
                                                  {"EVENT", NameKind::event},
                                                  {"DATE", NameKind::date},
                                                  {"NUMBER", NameKind::number}}};

}  // namespace

std::string_view name_of(FineTag tag) { return fine_tags[static_cast<std::size_t>(tag)]; }

FineTag fine_tag_of(std::string_view wire) {
  auto found = std::find(std::begin(fine_tags), std::end(fine_tags), wire);
  return found == std::end(fine_tags) ? FineTag::XX : static_cast<FineTag>(found - std::begin(fine_tags));
}

std::string wire_name(DependencyRelation relation) {
  if (relation == DependencyRelation::case_) return "case";
  std::string name(name_of(relation));
  std::replace(name.begin(), name.end(), '_', ':');
  return name;
}

DependencyRelation relation_of(std::string_view wire) {
  if (wire == "case") return DependencyRelation::case_;
  std::string name(wire);
  std::replace(name.begin(), name.end(), ':', '_');
  if (auto known = parse_enum<DependencyRelation>(name)) return *known;
  return parse_enum<DependencyRelation>(wire.substr(0, wire.find(':'))).value_or(DependencyRelation::dep);
}

std::optional<NameKind> name_kind_of(std::string_view wire) {
  for (const WireKind& known : name_kinds) {
    if (known.wire == wire) return known.kind;
  }
  return std::nullopt;
}

std::string_view wire_name(NameKind kind) {
  for (const WireKind& known : name_kinds) {
    if (known.kind == kind) return known.wire;
  }
  return {};
}

RoleLabel role_of(std::string_view wire) {
  RoleLabel label;
  if (wire.starts_with("R-")) label.form = RoleForm::reference;
  if (wire.starts_with("C-")) label.form = RoleForm::continuation;
  if (label.form != RoleForm::plain) wire.remove_prefix(2);
  if (wire.starts_with("ARGM-")) wire.remove_prefix(5);
  auto role = parse_enum<Role>(wire.substr(0, wire.find('-')));
  if (!role || *role == Role::none) return {};
  label.role = *role;
  return label;
}

std::string wire_name(RoleLabel label) {
  std::string_view form;
  if (label.form == RoleForm::reference) form = "R-";
  if (label.form == RoleForm::continuation) form = "C-";
  bool numbered = label.role >= Role::ARG0 && label.role <= Role::ARG5;
  bool modifier = !numbered && label.role != Role::none && label.role != Role::V;
  return fmt::format("{}{}{}", form, modifier ? "ARGM-" : "", name_of(label.role));
}

Features features_of(std::string_view bundle) {
  Features features;
  while (!bundle.empty()) {
    std::string_view pair = bundle.substr(0, bundle.find('|'));
    bundle.remove_prefix(std::min(bundle.size(), pair.size() + 1));
    if (pair == "Tense=Past") features.tense = Tense::past;
    if (pair == "Tense=Pres") features.tense = Tense::present;
    if (pair == "Number=Sing") features.number = Number::singular;
    if (pair == "Number=Plur" || pair == "Number=Ptan") features.number = Number::plural;
    if (pair == "VerbForm=Fin") features.verb_form = VerbForm::finite;
    if (pair == "VerbForm=Inf") features.verb_form = VerbForm::infinitive;
    if (pair == "VerbForm=Part") features.verb_form = VerbForm::participle;
    if (pair == "VerbForm=Ger") features.verb_form = VerbForm::gerund;
    if (pair == "Mood=Ind") features.mood = Mood::indicative;
    if (pair == "Mood=Imp") features.mood = Mood::imperative;
    if (pair == "Mood=Sub") features.mood = Mood::subjunctive;
    if (pair == "Gender=Masc") features.gender = Gender::masculine;
    if (pair == "Gender=Fem") features.gender = Gender::feminine;
    if (pair == "Gender=Neut") features.gender = Gender::neuter;
    if (pair == "Person=1") features.person = 1;
    if (pair == "Person=2") features.person = 2;
    if (pair == "Person=3") features.person = 3;
    features.passive = features.passive || pair == "Voice=Pass";
    features.negative = features.negative || pair == "Polarity=Neg" || pair == "PronType=Neg";
    features.possessive = features.possessive || pair == "Poss=Yes";
    features.reflexive = features.reflexive || pair == "Reflex=Yes";
    features.definite = features.definite || pair == "Definite=Def";
    features.indefinite = features.indefinite || pair == "Definite=Ind";
  }
  return features;
}

}  // namespace sitrep
