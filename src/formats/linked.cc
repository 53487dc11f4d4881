// Documents of linked data: PLOVER records, GeoJSON, FollowTheMoney entities, schema.org JSON-LD, W3C Web
// Annotations.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "formats/all.h"
#include "formats/parts.h"
#include "text/positions.h"

namespace sitrep {
namespace {

using Json = nlohmann::ordered_json;

std::string line_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

void put(Json& json, const char* key, const std::string& value) {
  if (!value.empty()) json[key] = value;
}

template <class Value>
void put(Json& json, const char* key, const std::optional<Value>& value) {
  if (value) json[key] = *value;
}

std::string iso(const std::optional<Date>& day) { return day ? day->iso() : ""; }

Json figures_of(const FormatEvent& event) {
  Json out = Json::object();
  auto add = [&](const char* name, const Estimate& estimate) {
    put(out, fmt::format("{}_best", name).c_str(), estimate.best);
    put(out, fmt::format("{}_low", name).c_str(), estimate.low);
    put(out, fmt::format("{}_high", name).c_str(), estimate.high);
  };
  add("killed", event.row.killed);
  add("injured", event.row.injured);
  add("civilians_killed", event.row.civilians_killed);
  return out;
}

// ------------------------------------------------------------------------------------------- PLOVER

// A record a line (PLOVER manual 0.8, data fields); lists even when single.
class PloverWriter : public FormatWriter {
 public:
  Result<std::string> event(const FormatEvent& event) override {
    std::string type = codes_of(event).plover.value_or("");
    if (type.empty()) {
      reject(event.view.event, fmt::format("PLOVER has no type for {}", event.row.type));
      return std::string();
    }
    if (!event.row.earliest) {
      reject(event.view.event, "no day is known");
      return std::string();
    }
    Json record{{"id", event_name(event.view.event)}, {"date", event.row.earliest->iso()}};
    if (event.row.latest != event.row.earliest) record["enddate"] = event.row.latest->iso();
    record["actor"] = parties(sides(event, true));
    record["recipient"] = parties(sides(event, false));
    record["event"] = type;
    if (event.row.place) record["event_loc"] = Json::array({place(event)});
    Json size = Json::object();
    put(size, "dead", event.row.killed.best);
    put(size, "injured", event.row.injured.best);
    if (!size.empty()) record["size"] = size;
    const Telling& first = event.view.tellings.front();
    Json cite{{"codebook", "PLOVER 0.8"}, {"version", made_with(event)}};
    put(cite, "url", first.uri);
    put(cite, "title", first.headline);
    put(cite, "publication", first.outlet);
    record["cite_info"] = cite;
    return line_of(record);
  }

 private:
  static Json parties(const std::vector<const Actor*>& actors) {
    Json list = Json::array();
    for (const Actor* actor : actors) {
      Json entity = Json::object();
      put(entity, "identifier_text", actor_name(actor));
      put(entity, "entity_text", actor->text);
      put(entity, "identifier_id", actor->id);
      list.push_back(entity);
    }
    return list;
  }
  static Json place(const FormatEvent& event) {
    const Place& place = *event.row.place;
    Json out = Json::object();
    put(out, "extracted_place", place.text);
    put(out, "resolved_place", place.name);
    put(out, "lat", place.lat);
    put(out, "lon", place.lon);
    put(out, "district", place.admin2);
    put(out, "province", place.admin1);
    if (place.codes) {
      put(out, "geonameid", place.codes->geonames);
      put(out, "country_code", place.codes->alpha3);
    }
    return out;
  }
};

// ------------------------------------------------------------------------------------------ GeoJSON

// A feature an event (RFC 7946: longitude first, WGS 84). What is known to an area alone is drawn as one: a
// circle of its uncertainty, as a ring of 32 points.
class GeoJsonWriter : public FormatWriter {
 public:
  std::string begin() override { return "{\"type\":\"FeatureCollection\",\"features\":[\n"; }
  Result<std::string> event(const FormatEvent& event) override {
    Json feature{{"type", "Feature"}, {"id", event_name(event.view.event)}, {"geometry", geometry(event)}};
    Json properties{{"type", event.row.type}};
    put(properties, "earliest", iso(event.row.earliest));
    put(properties, "latest", iso(event.row.latest));
    put(properties, "place", place_name(event));
    put(properties, "country", country_of(event));
    if (event.row.place) put(properties, "precision_m", event.row.place->uncertainty_m);
    properties.update(figures_of(event));
    properties["reports"] = event.view.tellings.size();
    properties["independent"] = event.view.independent;
    properties["accounts"] = notes_of(event);
    properties["made_with"] = made_with(event);
    feature["properties"] = properties;
    std::string out = first_ ? "" : ",\n";
    first_ = false;
    std::string line = line_of(feature);
    line.pop_back();
    return out + line;
  }
  std::string end() override { return first_ ? "]}\n" : "\n]}\n"; }

 private:
  static Json geometry(const FormatEvent& event) {
    if (!event.row.place || !event.row.place->lat || !event.row.place->lon) return nullptr;
    double lat = *event.row.place->lat;
    double lon = *event.row.place->lon;
    constexpr std::int64_t point_m = 5000;
    std::int64_t radius = event.row.place->uncertainty_m.value_or(0);
    if (radius <= point_m) return {{"type", "Point"}, {"coordinates", {lon, lat}}};
    constexpr int corners = 32;
    constexpr double degree_m = 111'195;
    constexpr double pi = 3.14159265358979323846;
    double north = static_cast<double>(radius) / degree_m;
    double east = north / std::max(0.05, std::cos(lat * pi / 180));
    Json ring = Json::array();
    for (int i = 0; i <= corners; ++i) {
      double angle = 2 * pi * (i % corners) / corners;
      // To a metre: no two machines must differ.
      auto round = [](double degrees) { return std::round(degrees * 1e5) / 1e5; };
      ring.push_back({round(lon + east * std::cos(angle)),
                      round(std::clamp(lat + north * std::sin(angle), -90.0, 90.0))});
    }
    return {{"type", "Polygon"}, {"coordinates", Json::array({ring})}};
  }
  bool first_ = true;
};

// --------------------------------------------------------------------------------- FollowTheMoney

// Entities, one a line: the event, its reports, those involved.
class FtmWriter : public FormatWriter {
 public:
  Result<std::string> event(const FormatEvent& event) override {
    std::string id = "sitrep-" + event_name(event.view.event);
    Json properties{{"name", Json::array({fmt::format("{} {}", event.row.type, place_name(event))})}};
    if (event.row.earliest) properties["startDate"] = Json::array({event.row.earliest->iso()});
    if (event.row.latest) properties["endDate"] = Json::array({event.row.latest->iso()});
    if (!place_name(event).empty()) properties["location"] = Json::array({place_name(event)});
    properties["summary"] = Json::array({notes_of(event)});
    properties["notes"] = Json::array({"made with " + made_with(event)});
    std::string out;
    Json involved = Json::array();
    for (std::size_t i = 0; i < event.row.actors.size(); ++i) {
      std::string who = fmt::format("{}-actor-{}", id, i + 1);
      involved.push_back(who);
      out += line_of({{"id", who},
                      {"schema", "LegalEntity"},
                      {"properties", {{"name", Json::array({actor_name(&event.row.actors[i])})}}}});
    }
    if (!involved.empty()) properties["involved"] = involved;
    Json proof = Json::array();
    for (const Telling& telling : event.view.tellings) {
      std::string article = "sitrep-" + telling.report.substr(telling.report.find(':') + 1);
      proof.push_back(article);
      Json of{{"title", Json::array({telling.headline.value_or(telling.report)})}};
      if (telling.uri) of["sourceUrl"] = Json::array({*telling.uri});
      if (telling.outlet) of["publisher"] = Json::array({*telling.outlet});
      if (telling.published) of["date"] = Json::array({telling.published->date.iso()});
      out += line_of({{"id", article}, {"schema", "Article"}, {"properties", of}});
    }
    properties["proof"] = proof;
    return out + line_of({{"id", id}, {"schema", "Event"}, {"properties", properties}});
  }
};

// --------------------------------------------------------------------------------------- schema.org

// Reports as NewsArticle, what is said in them as Claim. Never ClaimReview: nobody has judged it.
class JsonLdWriter : public FormatWriter {
 public:
  std::string begin() override { return "{\"@context\":\"https://schema.org\",\"@graph\":[\n"; }
  Result<std::string> event(const FormatEvent& event) override {
    Json node{{"@type", "Event"}, {"@id", "urn:sitrep:event:" + event_name(event.view.event)}};
    node["name"] = fmt::format("{} {}", event.row.type, place_name(event));
    put(node, "startDate", iso(event.row.earliest));
    put(node, "endDate", iso(event.row.latest));
    if (event.row.place) {
      Json place{{"@type", "Place"}};
      put(place, "name", place_name(event));
      if (event.row.place->lat) {
        place["geo"] = {{"@type", "GeoCoordinates"},
                        {"latitude", *event.row.place->lat},
                        {"longitude", *event.row.place->lon}};
      }
      node["location"] = place;
    }
    Json claims = Json::array();
    for (const AccountView& account : event.view.accounts) {
      for (Said said : account.said) {
        const Telling& telling = event.view.tellings[said.telling];
        const Claim& claim = event.view.claim(said);
        Json each{{"@type", "Claim"}, {"@id", fmt::format("urn:{}#{}", telling.report, claim.id)}};
        each["author"] = {{"@type", "Thing"}, {"name", account.who}};
        if (auto day = said_day(claim, telling)) each["datePublished"] = day->iso();
        Json article{{"@type", "NewsArticle"}, {"@id", "urn:" + telling.report}};
        put(article, "url", telling.uri);
        put(article, "headline", telling.headline);
        if (telling.outlet) article["publisher"] = {{"@type", "Organization"}, {"name", *telling.outlet}};
        each["appearance"] = article;
        claims.push_back(each);
      }
    }
    node["subjectOf"] = claims;
    std::string line = line_of(node);
    line.pop_back();
    std::string out = first_ ? "" : ",\n";
    first_ = false;
    return out + line;
  }
  std::string end() override { return first_ ? "]}\n" : "\n]}\n"; }

 private:
  bool first_ = true;
};

// ---------------------------------------------------------------------------------- Web Annotation

// An annotation a claim: its evidence by position (code points, end exclusive) and by quotation, with the
// hash of the bytes received as the state (W3C Web Annotation Data Model).
class WebAnnotationWriter : public FormatWriter {
 public:
  Result<std::string> event(const FormatEvent& event) override {
    std::string out;
    for (std::uint32_t t = 0; t < event.view.tellings.size(); ++t) {
      const Telling& telling = event.view.tellings[t];
      auto text = event.text(telling);
      if (!text) return fail(text);
      Positions positions(*text);
      for (const Claim& claim : telling.claims)
        out += line_of(annotation(event, telling, claim, *text, positions));
    }
    return out;
  }

 private:
  static Json annotation(const FormatEvent& event, const Telling& telling, const Claim& claim,
                         const std::string& text, const Positions& positions) {
    auto byte = [&](std::uint32_t code_point) {
      return positions.byte_of_code_point(code_point).value_or(positions.size_bytes());
    };
    std::size_t begin = byte(claim.evidence.begin);
    std::size_t end = byte(claim.evidence.end);
    constexpr std::uint32_t context = 32;
    std::size_t before = byte(claim.evidence.begin - std::min(context, claim.evidence.begin));
    std::size_t after = byte(claim.evidence.end + context);
    Json position{
        {"type", "TextPositionSelector"}, {"start", claim.evidence.begin}, {"end", claim.evidence.end}};
    Json quote{{"type", "TextQuoteSelector"},
               {"exact", text.substr(begin, end - begin)},
               {"prefix", text.substr(before, begin - before)},
               {"suffix", text.substr(end, after - end)}};
    Json target{{"type", "SpecificResource"},
                {"source", telling.uri.value_or("urn:" + telling.report)},
                {"selector", Json::array({position, quote})},
                {"state", {{"type", "State"}, {"value", telling.report}}}};
    return {{"@context", "http://www.w3.org/ns/anno.jsonld"},
            {"type", "Annotation"},
            {"id", fmt::format("urn:{}#{}", telling.report, claim.id)},
            {"motivation", "tagging"},
            {"generator", made_with(event)},
            {"body",
             Json::array({Json{{"type", "TextualBody"}, {"purpose", "tagging"}, {"value", claim.event.type}},
                          Json{{"type", "TextualBody"},
                               {"purpose", "linking"},
                               {"value", event_name(event.view.event)}}})},
            {"target", target}};
  }
};

}  // namespace

std::unique_ptr<FormatWriter> make_plover() { return std::make_unique<PloverWriter>(); }
std::unique_ptr<FormatWriter> make_geojson() { return std::make_unique<GeoJsonWriter>(); }
std::unique_ptr<FormatWriter> make_ftm() { return std::make_unique<FtmWriter>(); }
std::unique_ptr<FormatWriter> make_json_ld() { return std::make_unique<JsonLdWriter>(); }
std::unique_ptr<FormatWriter> make_web_annotation() { return std::make_unique<WebAnnotationWriter>(); }

}  // namespace sitrep
