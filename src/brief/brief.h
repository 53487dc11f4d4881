// The situation report: what a person would send who has read all the reports of a stretch of days.
//
//   Brief brief = make_brief(scope, std::move(events), profile);
//   out.write(brief_html(brief));     // one page, nothing outside of it, no script
//   out.write(brief_markdown(brief));
//
// Every figure in it points at the account that it was taken from, each account at a footnote with outlet,
// day and the very words. Where accounts contradict each other or somebody would not speak, it says so.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "events/event_view.h"
#include "events/profile.h"
#include "events/summary.h"
#include "record/record.h"

namespace sitrep {

// What it is about, in the words it was asked for in.
struct BriefScope {
  std::string title;                    // "Situation report"
  std::optional<Date> from, to, since;  // since: of the last brief, what came after is new
  std::optional<std::string> place, actor, country;
  std::string made_with;  // program, model, codebook, gazetteer
};

// One event with the words of its reports.
struct BriefEvent {
  EventView view;
  EventRow row;
  EventSummary summary;
  std::vector<std::string> texts;              // of each telling's report
  std::vector<std::vector<Silence>> silences;  // of each telling's report
};

// Somebody's words about an event, as a footnote tells them.
struct BriefNote {
  std::uint32_t number = 0;  // from 1
  std::string outlet, day, uri, words;
  std::string report, claim;  // "3f9a1c20d4e6", "c3"
};

struct BriefAccount {
  std::string who;
  std::string says;  // "at least 9 people killed"; "denies it"
  std::string day;
  std::vector<std::uint32_t> notes;
  bool revised = false, denies = false;
};

struct BriefFigure {
  std::string what, value;           // "killed", "9 (7 to 12)"
  std::string why;                   // the profile's choice, in words
  std::vector<std::uint32_t> notes;  // of the accounts that give it
};

struct BriefItem {
  std::string id, headline, when, where, parties;
  std::optional<Date> day;
  std::optional<double> lat, lon;
  double weight = 0;
  bool fresh = false;  // first told since the last brief
  std::uint32_t reports = 0, independent = 0;
  std::vector<BriefFigure> figures;
  std::vector<BriefAccount> accounts;
  std::vector<std::string> contradictions, silences;
};

struct Brief {
  BriefScope scope;
  std::string profile, profile_about;
  std::vector<BriefItem> items;  // the weightiest first
  std::vector<BriefNote> notes;
  Estimate killed, injured, civilians;
};

// Sums of figures leave out what no account gives; a low or high is the sum of lows and highs, and no
// interval of confidence.
Brief make_brief(const BriefScope& scope, const std::vector<BriefEvent>& events, const Profile& profile);

std::string brief_html(const Brief& brief);
std::string brief_markdown(const Brief& brief);

// A map of the items that have a point, as SVG: outlines of countries (Natural Earth), a circle an event, as
// large as its weight. Empty where none has a point.
std::string brief_map(const Brief& brief);

}  // namespace sitrep
