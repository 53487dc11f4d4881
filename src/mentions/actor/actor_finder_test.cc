// A row is a text and its actors, in order of heads: words | kind, id or (label), country, CAMEO code, and
// what else is told of them.
#include "mentions/actor/actor_finder.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "language/document_for_tests.h"
#include "language/language.h"

namespace sitrep {
namespace {

std::string dump_of(const Analysis& analysis, const ActorMention& m) {
  std::string out(analysis.text(m.span));
  out += fmt::format(" | {} {}", name_of(m.kind), m.id.empty() ? "(" + m.label + ")" : std::string(m.id));
  if (!m.codes.cameo.empty()) out += " " + m.codes.cameo;
  if (!m.role.empty()) out += " role=" + m.role;
  if (m.count)
    out += fmt::format(" {}{}", m.bound == Bound::exact ? "" : std::string(name_of(m.bound)) + " ", *m.count);
  if (m.modifier) out += " modifier";
  return out;
}

std::string dump(std::string text) {
  static const auto language = Language::english();
  Document document = document_of(std::move(text), "2024-05-06");
  Analysis analysis = (*language)->read(document);
  std::string out;
  for (const ActorMention& m :
       find_actors(analysis, *ActorLexicon::standard(), document.publication().published->date)) {
    if (m.pronoun) continue;
    if (!out.empty()) out += "; ";
    out += dump_of(analysis, m);
  }
  return out;
}

TEST(Actors, first) {
  std::cout << dump("Gunmen killed nine villagers in northern Mali on Monday, the Malian army said.") << "\n";
  std::cout << dump(
                   "Taliban fighters attacked a police post; two soldiers and at least 200 protesters were "
                   "hurt. An Israeli air strike killed Hamas commander Ahmed Nasser, a spokesman for the "
                   "Palestinian health ministry said.")
            << "\n";
  std::cout << dump(
                   "Washington said members of the National Resistance Front (FNR) had left. Defence "
                   "Minister Ida Holm told President Zelensky's office that the FNR's leader, Colonel Lars "
                   "Ek, was dead. Residents fled. Afghan police and the Colombian rebels of the ELN met UN "
                   "Secretary-General António Guterres.")
            << "\n";
}

}  // namespace
}  // namespace sitrep
