// The brief as one page of HTML: nothing is fetched, nothing runs, all of the reports' text is escaped.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/number_of.h"
#include "brief/brief.h"
#include "brief/page.h"

namespace sitrep {

namespace embedded {
extern const std::string_view brief_style;  // src/brief/style.css
}

namespace {

std::string references(const std::vector<std::uint32_t>& notes) {
  std::string out;
  for (std::uint32_t note : notes) out += fmt::format("<a href=\"#n{0}\">{0}</a>", note);
  return out.empty() ? out : "<sup>" + out + "</sup>";
}

std::string total(const Estimate& estimate) {
  std::string best = estimate.best ? fmt::format("{}", *estimate.best) : "not told";
  if (!estimate.low || !estimate.high || *estimate.low == *estimate.high) return best;
  return fmt::format("{} <small>({} to {})</small>", best, *estimate.low, *estimate.high);
}

std::string scope_of(const BriefScope& scope) {
  std::string out = scope.from || scope.to
                        ? fmt::format("{} to {}", scope.from ? scope.from->iso() : "the beginning",
                                      scope.to ? scope.to->iso() : "today")
                        : "all that the ledger holds";
  if (scope.place) out += " · " + escaped(*scope.place);
  if (scope.country) out += " · " + escaped(*scope.country);
  if (scope.actor) out += " · " + escaped(*scope.actor);
  return out;
}

std::string line_of(const BriefItem& item) {
  std::string out = fmt::format("<a href=\"#{}\">{}</a>", escaped(item.id), escaped(item.headline));
  if (!item.where.empty()) out += ", " + escaped(item.where);
  if (item.fresh) out += " <span class=\"new\">new</span>";
  return out;
}

std::string heads(const Brief& brief) {
  std::string out = "<ul class=\"heads\">\n";
  out += fmt::format("<li><b><a href=\"#events\">{}</a></b> event{}</li>\n", brief.items.size(),
                     brief.items.size() == 1 ? "" : "s");
  out += fmt::format("<li><b><a href=\"#figures\">{}</a></b> killed</li>\n", total(brief.killed));
  out += fmt::format("<li><b><a href=\"#figures\">{}</a></b> injured</li>\n", total(brief.injured));
  if (brief.civilians.best) {
    out += fmt::format("<li><b><a href=\"#figures\">{}</a></b> of the killed civilians</li>\n",
                       total(brief.civilians));
  }
  return out + "</ul>\n";
}

std::string fresh_ones(const Brief& brief) {
  if (!brief.scope.since) return {};
  std::string out = fmt::format("<h2>New since {}</h2>\n<ul>\n", brief.scope.since->iso());
  bool any = false;
  for (const BriefItem& item : brief.items) {
    if (!item.fresh) continue;
    any = true;
    out += fmt::format("<li>{} ({})</li>\n", line_of(item), escaped(item.when));
  }
  return any ? out + "</ul>\n" : out + "<li>Nothing.</li></ul>\n";
}

std::string figures_table(const Brief& brief) {
  std::string out =
      "<h2 id=\"figures\">Figures by event</h2>\n<table>\n<tr><th>Event</th><th>When</th><th "
      "class=\"n\">Killed</th>"
      "<th class=\"n\">Injured</th></tr>\n";
  for (const BriefItem& item : brief.items) {
    if (item.figures.empty()) continue;
    std::map<std::string, std::string> cells;
    for (const BriefFigure& figure : item.figures) {
      cells[figure.what] = fmt::format("<a href=\"#{}\">{}</a>", escaped(item.id), escaped(figure.value));
    }
    out += fmt::format("<tr><td>{}</td><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td></tr>\n",
                       line_of(item), escaped(item.when), cells["killed"], cells["injured"]);
  }
  return out + "</table>\n";
}

std::string timeline(const Brief& brief) {
  std::vector<const BriefItem*> order;
  for (const BriefItem& item : brief.items) {
    if (item.day) order.push_back(&item);
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const BriefItem* a, const BriefItem* b) { return *a->day < *b->day; });
  std::string out = "<h2>Timeline</h2>\n<table>\n";
  std::string day;
  for (const BriefItem* item : order) {
    std::string now = item->day->iso();
    std::string figures;
    for (const BriefFigure& figure : item->figures) {
      figures += fmt::format("{}{} {}{}", figures.empty() ? "" : ", ", escaped(figure.value), figure.what,
                             references(figure.notes));
    }
    out += fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td></tr>\n", now == day ? "" : now, line_of(*item),
                       figures);
    day = now;
  }
  return out + "</table>\n";
}

std::string event_text(const BriefItem& item) {
  std::string out =
      fmt::format("<section class=\"event-text\" id=\"{}\">\n<h3>{}{}{}</h3>\n", escaped(item.id),
                  escaped(item.headline), item.where.empty() ? "" : ", " + escaped(item.where),
                  item.fresh ? " <span class=\"new\">new</span>" : "");
  out += fmt::format("<p class=\"where\">{}{} · {}, {} independent · {}</p>\n", escaped(item.when),
                     item.parties.empty() ? "" : " · " + escaped(item.parties),
                     number_of(item.reports, "report"), item.independent, escaped(item.id));
  for (const BriefFigure& figure : item.figures) {
    out += fmt::format("<p><b>{} {}</b>{} <small>{}</small></p>\n", escaped(figure.value), figure.what,
                       references(figure.notes), escaped(figure.why));
  }
  out += "<ul class=\"accounts\">\n";
  for (const BriefAccount& account : item.accounts) {
    out += fmt::format("<li><b>{}</b>{}: {}{}{}</li>\n", escaped(account.who),
                       account.day.empty() ? "" : " (" + account.day + ")", escaped(account.says),
                       account.revised ? " <i>(revised)</i>" : "", references(account.notes));
  }
  out += "</ul>\n";
  for (const auto* lines : {&item.contradictions, &item.silences}) {
    for (const std::string& line : *lines) out += fmt::format("<p class=\"against\">{}</p>\n", escaped(line));
  }
  return out + "</section>\n";
}

std::string notes(const Brief& brief) {
  std::string out = "<h2>Evidence</h2>\n<ol class=\"notes\">\n";
  for (const BriefNote& note : brief.notes) {
    std::string outlet = escaped(note.outlet);
    if (is_web_address(note.uri))
      outlet = fmt::format("<a rel=\"noreferrer\" href=\"{}\">{}</a>", escaped(note.uri), outlet);
    out += fmt::format("<li id=\"n{}\">{}{}: “{}” <small>{}#{}</small></li>\n", note.number, outlet,
                       note.day.empty() ? "" : ", " + note.day, escaped(note.words), escaped(note.report),
                       escaped(note.claim));
  }
  return out + "</ol>\n";
}

std::string method(const Brief& brief) {
  return fmt::format(
      "<h2>Method and limits</h2>\n<p class=\"method\">Made by {} from published reports; no person has "
      "confirmed it unless reviews "
      "say so. Values are chosen by the profile <i>{}</i>{}. Ranges are those of the accounts, and the "
      "totals sums of them: no "
      "interval of confidence. An event is what its reports say, put together by time, place, people and "
      "words; reports may be "
      "linked wrongly or not at all. What nobody reported is not in it. Days and places are as told; "
      "outlines are Natural Earth's "
      "and take no side in any dispute about borders.</p>\n",
      escaped(brief.scope.made_with), escaped(brief.profile),
      brief.profile_about.empty() ? "" : ": " + escaped(brief.profile_about));
}

}  // namespace

std::string brief_html(const Brief& brief) {
  std::string out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
      "content=\"width=device-width\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
      "'none'; style-src "
      "'unsafe-inline'\">\n<title>{0}</title>\n<style>\n{1}</style>\n</head>\n<body>\n<h1>{0}</h1>\n<p "
      "class=\"scope\">{2}</p>\n",
      escaped(brief.scope.title), embedded::brief_style, scope_of(brief.scope));
  out += heads(brief) + fresh_ones(brief) + brief_map(brief) + timeline(brief) + figures_table(brief);
  out += "<h2 id=\"events\">Events</h2>\n";
  for (const BriefItem& item : brief.items) out += event_text(item);
  return out + notes(brief) + method(brief) + "</body>\n</html>\n";
}

}  // namespace sitrep
