// What the tests of events share: reports of one happening, made up.
#pragma once

#include <string>
#include <vector>

#include "events/event_view.h"
#include "events/happening.h"
#include "record/record.h"

namespace sitrep {

inline Report made_up_report(const std::string& text, const std::string& outlet = "Harbour Post",
                             const std::string& day = "2031-05-04") {
  Report report;
  report.id = "sha256:" + std::string(64, 'a');
  report.text = text;
  report.parts = {{PartKind::body, make_span(0, text.size())}};
  report.publication.outlet = outlet;
  report.publication.published = DateTime::parse(day);
  return report;
}

inline Claim made_up_claim(const std::string& id, const std::string& ref, const std::string& type) {
  Claim claim;
  claim.id = id;
  claim.event.ref = ref;
  claim.event.type = type;
  claim.evidence = {0, 1};
  return claim;
}

inline Figure killed(std::int64_t low, std::int64_t high) {
  Figure figure;
  figure.low = low;
  figure.high = high;
  return figure;
}

inline Claim said_by(Claim claim, SourceKind kind, const std::string& name) {
  claim.source.kind = kind;
  if (kind != SourceKind::outlet) claim.source.name = name;
  return claim;
}

inline Telling telling_of(const Report& report, std::vector<Claim> claims) {
  Telling telling;
  telling.report = report.id;
  telling.outlet = report.publication.outlet;
  telling.published = report.publication.published;
  telling.happening = happenings_of(report, claims).front();
  telling.claims = std::move(claims);
  return telling;
}

}  // namespace sitrep
