#include "formats/formats.h"

#include "formats/all.h"

namespace sitrep {

std::span<const Format> formats() {
  static const std::vector<Format> table = {
      {"accounts",
       "Sitrep accounts 1",
       "a row a thing said: who, when, what, in which report (CSV)",
       "ucdp",
       {"words and spans (--format jsonl has them)"},
       make_accounts_csv},
      {"acled",
       "ACLED, 31 columns of 2023",
       "ACLED-shaped rows (CSV)",
       "acled-lowest",
       {"accounts that disagree: one figure is chosen, and no figure told is 0", "who says so, but in notes",
        "the range of a figure", "regions and source scale", "events whose type ACLED does not have"},
       make_acled},
      {"events",
       "Sitrep events 1",
       "a row an event, with range, accounts and why (CSV)",
       "ucdp",
       {"words and spans (--format jsonl has them)"},
       make_events_csv},
      {"ftm",
       "FollowTheMoney",
       "entities: Event, Article, LegalEntity (JSON Lines)",
       "ucdp",
       {"figures and their range, but in the summary", "status: denied and planned are not told apart"},
       make_ftm},
      {"gdelt",
       "GDELT 2.0 Events, 61 columns",
       "GDELT-shaped rows, no heading (tab-separated)",
       "ucdp",
       {"figures", "who says so", "codes of actors, Goldstein scale, tone", "events without a CAMEO code"},
       make_gdelt},
      {"geojson",
       "RFC 7946",
       "a feature an event; areas as areas",
       "ucdp",
       {"accounts, but as one text"},
       make_geojson},
      {"hxl",
       "HXL 1.1",
       "a row an event, hashtags in the second line (CSV)",
       "ucdp",
       {"accounts, but as one text", "modality"},
       make_hxl},
      {"ical",
       "RFC 5545",
       "a timeline for calendars",
       "ucdp",
       {"events without a day", "accounts, but as one text", "the range of a figure"},
       make_ical},
      {"json-ld",
       "schema.org",
       "events, their claims and articles (JSON-LD)",
       "ucdp",
       {"figures", "status", "ClaimReview is never written: nobody has judged"},
       make_json_ld},
      {"plover",
       "PLOVER 0.8",
       "records, one a line (JSON Lines)",
       "ucdp",
       {"accounts that disagree", "who says so", "modes and contexts", "events without a PLOVER type"},
       make_plover},
      {"polecat",
       "POLECAT, 40 columns of 2023",
       "POLECAT-shaped rows (tab-separated)",
       "ucdp",
       {"figures", "who says so", "sectors of actors, intensity", "events without a PLOVER type"},
       make_polecat},
      {"ucdp-ged",
       "UCDP GED 23.1, 49 columns",
       "UCDP-shaped rows (CSV)",
       "ucdp",
       {"events without a death, a day or an organised actor",
        "deaths by side: they are unknown but for civilians", "ids of conflicts, dyads and sides"},
       make_ucdp},
      {"web-annotation",
       "W3C Web Annotation",
       "an annotation a claim, with its quoted evidence (JSON Lines)",
       "ucdp",
       {"figures and status"},
       make_web_annotation},
  };
  return table;
}

const Format* find_format(std::string_view name) {
  for (const Format& format : formats()) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

}  // namespace sitrep
