// Places for people: notes on what could not be told, and the lines of tables.
#include <fmt/format.h>

#include <cmath>
#include <string>
#include <unordered_set>

#include "lexicon/place_names.h"
#include "mentions/place/place_finder.h"

namespace sitrep {

std::vector<Note> notes_on_places(const Analysis& analysis, const std::vector<PlaceMention>& places) {
  std::vector<Note> notes;
  std::unordered_set<std::string> named;
  for (const PlaceMention& m : places) {
    if (m.resolved() || m.folk || !m.use || m.candidates.empty() || m.tie == PlaceTie::between ||
        m.tie == PlaceTie::road || m.tie == PlaceTie::border) {
      continue;
    }
    if (!named.insert(fold_place_name(analysis.text(m.span))).second) continue;
    Note note;
    note.kind = NoteKind::unresolved_place;
    note.text = std::string(analysis.text(m.span));
    note.evidence = m.span;
    note.message = "which place is meant cannot be told";
    for (std::size_t i = 0; i < m.candidates.size(); ++i) {
      const PlaceSense& c = m.candidates[i];
      note.message += i == 0 ? ": " : "; ";
      note.message += c.name;
      if (!c.admin1.empty() && c.admin1 != c.name) note.message += fmt::format(", {}", c.admin1);
      if (!c.country.empty()) note.message += fmt::format(" ({})", c.country);
    }
    notes.push_back(std::move(note));
  }
  return notes;
}

std::string dump_line(const PlaceMention& m) {
  std::string out(m.name);
  out += ' ';
  out += m.country.empty() ? std::string_view(m.resolved() ? "-" : "?") : m.country;
  if (!m.admin1.empty() && m.admin1 != m.name) out += fmt::format("/{}", m.admin1);
  if (!m.resolved() && !m.country.empty() && !m.candidates.empty()) out += " ?";
  if (m.grain != PlaceGrain::town && m.grain != PlaceGrain::unknown)
    out += fmt::format(" {}", name_of(m.grain));
  if (m.tie != PlaceTie::at) out += fmt::format(" <{}", name_of(m.tie));
  if (m.tie == PlaceTie::away) out += fmt::format(" {} km", std::round(m.distance_m / 100) / 10);
  if (m.bearing) out += fmt::format(" {}°", *m.bearing);
  if (m.tie != PlaceTie::at) out += ">";
  if (m.folk) out += " folk";
  if (m.metonym) out += " metonym";
  if (m.located) {
    out += " in";
  } else if (m.use && !m.metonym) {
    out += fmt::format(" {}", name_of(*m.use));
  }
  if (m.about) out += fmt::format(" of #{}", *m.about);
  return out;
}

}  // namespace sitrep
