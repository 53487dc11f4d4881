#include "cli/printer.h"

#include <fmt/format.h>

#include "cli/cells.h"
#include "cli/ids.h"
#include "cli/table.h"

namespace sitrep {

namespace {

std::string place_of(Span span, const Positions& positions) {
  LineColumn at = positions.line_column(span.begin);
  return fmt::format("{}:{}", at.line, at.column);
}

std::string words_at(const Report& report, Span span) {
  return harmless(std::string_view(report.text).substr(span.begin, span.size()));
}

// Marks that a report itself puts around words; single ones stand inside others.
bool has_own_marks(std::string_view words) {
  for (std::string_view mark : {"\"", "“", "”", "„", "«", "»"}) {
    if (words.starts_with(mark) || words.ends_with(mark)) return true;
  }
  return false;
}

std::string called(const Party& party) { return party.name ? *party.name : party.text.value_or("?"); }

// "2031-05-04 10:22 +02:00": the parts of ISO 8601 apart, without seconds.
std::string day_and_time(const DateTime& at) {
  std::string out = at.date.iso();
  if (at.second_of_day) {
    std::string iso = at.iso();
    std::size_t zone = iso.find_first_of("Z+-", 19);
    out += " " + iso.substr(11, 5);
    if (zone != std::string::npos) out += iso[zone] == 'Z' ? " UTC" : " " + iso.substr(zone);
  }
  return out;
}

void lines(std::string& out, const std::string& text, const Layout& layout, std::size_t indent = 0) {
  std::size_t room = layout.width > indent + 20 ? layout.width - indent : layout.width;
  bool first = true;
  for (const std::string& line : wrap(text, room)) {
    out += (first ? "" : std::string(indent, ' ')) + line + "\n";
    first = false;
  }
}

}  // namespace

std::string quoted(const Report& report, Span span, const Positions& positions) {
  std::string words = words_at(report, span);
  if (!has_own_marks(words)) words = "“" + words + "”";
  return place_of(span, positions) + "  " + words;
}

std::string draw_heading(const Report& report, const Layout& layout) {
  Style style(layout.colour);
  const Publication& publication = report.publication;
  std::string headline = publication.headline ? harmless(*publication.headline) : "(no headline)";
  std::string out;
  for (const std::string& line : wrap(headline, layout.width)) out += style.bold(line) + "\n";
  std::vector<std::string> facts;
  facts.push_back(publication.published ? day_and_time(*publication.published) : "no date");
  facts.push_back(publication.outlet ? harmless(*publication.outlet) : "no outlet");
  for (const std::string& name : publication.byline) facts.push_back("by " + harmless(name));
  for (const std::string& name : publication.credit) facts.push_back("credit " + harmless(name));
  if (publication.dateline && publication.dateline->place) {
    facts.push_back("from " + harmless(*publication.dateline->place));
  }
  if (publication.language) facts.push_back(harmless(*publication.language));
  facts.emplace_back(short_id(report.id));
  std::string line;
  for (const std::string& fact : facts) line += (line.empty() ? "" : " · ") + fact;
  lines(out, line, layout);
  if (publication.uri) lines(out, harmless(*publication.uri), layout);
  if (!report.provenance.path.empty()) lines(out, harmless(report.provenance.path), layout);
  return out;
}

std::string draw_claims(const std::vector<Claim>& claims, const Report& report, const Positions& positions,
                        const Layout& layout) {
  Table table({"", "what", "who", "whom", "where", "when", "figures", "who says so"}, layout,
              Table::Fit::wrap);
  for (const Claim& claim : claims) {
    table.row({claim.id, what_of(claim), who_of(claim), whom_of(claim), where_of(claim), when_of(claim),
               figures_of(claim), says_of(claim)},
              quoted(report, claim.evidence, positions));
  }
  return table.take();
}

std::string draw_report(const Report& report, const Findings& findings, const Positions& positions,
                        const Layout& layout) {
  std::string out = draw_heading(report, layout) + "\n";
  if (findings.claims.empty()) {
    out += "No claims.\n";
  } else {
    out += draw_claims(findings.claims, report, positions, layout);
  }
  if (!findings.relations.empty() || !findings.silences.empty() || !findings.notes.empty()) out += "\n";
  for (const Relation& relation : findings.relations) {
    std::string kind(name_of(relation.kind));
    for (char& c : kind) {
      if (c == '_') c = ' ';
    }
    lines(out,
          fmt::format("relation: {} {} {}  {}", harmless(called(relation.from)), kind,
                      harmless(called(relation.to)), quoted(report, relation.evidence, positions)),
          layout, 3);
  }
  for (const Silence& silence : findings.silences) {
    lines(out,
          fmt::format("silence: {} ({})  {}", harmless(called(silence.who)), name_of(silence.kind),
                      quoted(report, silence.evidence, positions)),
          layout, 3);
  }
  for (const ReportNote& found : findings.notes) {
    std::string line = fmt::format("note: {}: {}", name_of(found.note.kind), harmless(found.note.message));
    if (found.note.evidence) line += "  " + quoted(report, *found.note.evidence, positions);
    lines(out, line, layout, 3);
  }
  return out;
}

std::string draw_parts(const Report& report, const Positions& positions, const Layout& layout) {
  Table table({"part", "where", "text"}, layout, Table::Fit::wrap);
  for (const Part& part : report.parts) {
    table.row({std::string(name_of(part.kind)), place_of(part.span, positions), words_at(report, part.span)});
  }
  return draw_heading(report, layout) + "\n" + table.take();
}

}  // namespace sitrep
