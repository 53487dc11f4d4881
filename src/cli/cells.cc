#include "cli/cells.h"

#include <fmt/format.h>

#include "cli/terminal.h"

namespace sitrep {

namespace {

// "part_of_day" -> "part of day"
std::string words_of(std::string_view wire) {
  std::string out(wire);
  for (char& c : out) {
    if (c == '_') c = ' ';
  }
  return out;
}

void join(std::string& out, std::string_view with, std::string_view more) {
  if (more.empty()) return;
  if (!out.empty()) out += with;
  out += more;
}

std::string or_empty(const std::optional<std::string>& text) { return text.value_or(""); }

// As resolved, else as written.
std::string called(const std::optional<std::string>& name, const std::optional<std::string>& text) {
  return name ? *name : or_empty(text);
}

std::string actors_of(const Claim& claim, bool acting) {
  std::string out;
  for (const Actor& actor : claim.actors) {
    bool acts = actor.role == ActorRole::actor || actor.role == ActorRole::participant ||
                actor.role == ActorRole::mediator;
    if (acts != acting) continue;
    std::string name = called(actor.name, actor.text);
    if (name.empty() && actor.kind) name = words_of(name_of(*actor.kind));
    if (actor.role == ActorRole::mediator) name += " (mediator)";
    join(out, "; ", name);
  }
  return harmless(out);
}

std::string number_of(const Figure& figure) {
  if (!figure.low && !figure.high) return "";
  std::string low = figure.low ? fmt::format("{}", *figure.low) : "";
  std::string high = figure.high ? fmt::format("{}", *figure.high) : "";
  std::string count = low == high || high.empty() ? low : low.empty() ? high : low + " to " + high;
  switch (figure.qualifier) {
    case Qualifier::about:
    case Qualifier::at_least:
    case Qualifier::at_most:
    case Qualifier::more_than:
    case Qualifier::less_than:
      return words_of(name_of(figure.qualifier)) + " " + count;
    case Qualifier::exact:
    case Qualifier::range:
    case Qualifier::vague:
    case Qualifier::none:
      return count;
  }
  return count;
}

}  // namespace

std::string what_of(const Claim& claim) {
  std::string out = words_of(claim.event.type);
  if (claim.event.subtype) out += fmt::format(" ({})", words_of(*claim.event.subtype));
  if (claim.status.modality != Modality::actual) out += fmt::format(", {}", name_of(claim.status.modality));
  if (claim.status.polarity != Polarity::affirmed) out += fmt::format(", {}", name_of(claim.status.polarity));
  return harmless(out);
}

std::string who_of(const Claim& claim) { return actors_of(claim, true); }

std::string whom_of(const Claim& claim) { return actors_of(claim, false); }

std::string where_of(const Claim& claim) {
  std::string out;
  if (claim.place) out = called(claim.place->name, claim.place->text);
  for (const Place& place : claim.places) {
    std::string role = place.role ? words_of(name_of(*place.role)) + " " : "";
    join(out, "; ", role + called(place.name, place.text));
  }
  return harmless(out);
}

std::string when_of(const Claim& claim) {
  if (!claim.time) return "";
  const Time& time = *claim.time;
  if (!time.earliest && !time.latest) return harmless(time.text ? "“" + *time.text + "”" : "");
  std::string earliest = time.earliest ? time.earliest->iso() : "…";
  std::string latest = time.latest ? time.latest->iso() : "…";
  return earliest == latest ? earliest : earliest + " to " + latest;
}

std::string figures_of(const Claim& claim) {
  std::string out;
  for (const Figure& figure : claim.figures) {
    std::string count = number_of(figure);
    // Vague ones have no number: the very words tell most.
    std::string told = count.empty() ? "“" + figure.text + "”" : count;
    join(told, " ", or_empty(figure.of));
    join(told, " ", words_of(name_of(figure.measure)));
    if (figure.scope == FigureScope::part) told += " (a part)";
    if (figure.scope == FigureScope::cumulative) told += " (in all)";
    join(out, "; ", told);
  }
  return harmless(out);
}

std::string says_of(const Claim& claim) {
  const Source& source = claim.source;
  std::string out = called(source.name, source.text);
  if (out.empty()) out = source.kind == SourceKind::outlet ? "the report" : words_of(name_of(source.kind));
  join(out, ", ", or_empty(source.role));
  join(out, ", ", or_empty(source.body));
  if (source.anonymity == Anonymity::requested) out += ", name withheld";
  for (const Channel& channel : source.channels) {
    std::string name = or_empty(channel.name);
    if (channel.medium) name += name.empty() ? *channel.medium : fmt::format(" ({})", *channel.medium);
    join(out, ", via ", name);
  }
  if (source.said) out += ", " + source.said->iso();
  return harmless(out);
}

}  // namespace sitrep
