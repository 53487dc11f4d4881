// The brief as Markdown, with footnotes as most dialects have them.
#include <fmt/format.h>

#include "base/number_of.h"
#include "brief/brief.h"
#include "brief/page.h"

namespace sitrep {
namespace {

std::string references(const std::vector<std::uint32_t>& notes) {
  std::string out;
  for (std::uint32_t note : notes) out += fmt::format("[^{}]", note);
  return out;
}

std::string total(const Estimate& estimate) {
  std::string best = estimate.best ? fmt::format("{}", *estimate.best) : "not told";
  if (!estimate.low || !estimate.high || *estimate.low == *estimate.high) return best;
  return fmt::format("{} ({} to {})", best, *estimate.low, *estimate.high);
}

std::string place_of(const BriefItem& item) {
  return item.where.empty() ? "" : ", " + escaped_markdown(item.where);
}

}  // namespace

std::string brief_markdown(const Brief& brief) {
  const BriefScope& scope = brief.scope;
  std::string out = "# " + escaped_markdown(scope.title) + "\n\n";
  if (scope.from || scope.to) {
    out += fmt::format("{} to {}", scope.from ? scope.from->iso() : "the beginning",
                       scope.to ? scope.to->iso() : "today");
  } else {
    out += "All that the ledger holds";
  }
  for (const auto& each : {scope.place, scope.country, scope.actor}) {
    if (each) out += " · " + escaped_markdown(*each);
  }
  out += fmt::format("\n\n| events | killed | injured |\n|---|---|---|\n| {} | {} | {} |\n\n",
                     brief.items.size(), total(brief.killed), total(brief.injured));
  if (scope.since) {
    out += fmt::format("## New since {}\n\n", scope.since->iso());
    bool any = false;
    for (const BriefItem& item : brief.items) {
      if (!item.fresh) continue;
      any = true;
      out += fmt::format("- {}{} ({})\n", escaped_markdown(item.headline), place_of(item), item.when);
    }
    out += any ? "\n" : "Nothing.\n\n";
  }
  out += "## Events\n\n";
  for (const BriefItem& item : brief.items) {
    out +=
        fmt::format("### {}{}\n\n{} · {}, {} independent · {}\n\n", escaped_markdown(item.headline),
                    place_of(item), item.when, number_of(item.reports, "report"), item.independent, item.id);
    for (const BriefFigure& figure : item.figures) {
      out += fmt::format("**{} {}**{} {}\n\n", escaped_markdown(figure.value), figure.what,
                         references(figure.notes), escaped_markdown(figure.why));
    }
    for (const BriefAccount& account : item.accounts) {
      out += fmt::format("- **{}**{}: {}{}{}\n", escaped_markdown(account.who),
                         account.day.empty() ? "" : " (" + account.day + ")", escaped_markdown(account.says),
                         account.revised ? " (revised)" : "", references(account.notes));
    }
    out += "\n";
    for (const auto* lines : {&item.contradictions, &item.silences}) {
      for (const std::string& line : *lines) out += "> " + escaped_markdown(line) + "\n\n";
    }
  }
  out += "## Method and limits\n\n";
  out += fmt::format(
      "Made by {} from published reports; no person has confirmed it unless reviews say so. Values are "
      "chosen by the profile {}. Ranges "
      "are those of the accounts, and the totals sums of them: no interval of confidence. Reports may be "
      "linked wrongly or not at all. "
      "What nobody reported is not in it.\n\n",
      escaped_markdown(scope.made_with), escaped_markdown(brief.profile));
  for (const BriefNote& note : brief.notes) {
    out += fmt::format("[^{}]: {}{}: “{}” ({}#{})\n", note.number, escaped_markdown(note.outlet),
                       note.day.empty() ? "" : ", " + note.day, escaped_markdown(note.words), note.report,
                       escaped_markdown(note.claim));
  }
  return out;
}

}  // namespace sitrep
